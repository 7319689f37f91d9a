"""Delegations in every state, brought about by the operations that bring them about in life."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.ids import AttemptId, DelegationId, ProviderId, SpecialistId, TaskId
from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.domain.money import Price
from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.operations import attempts, claiming, delegations, queueing, roster, spending
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store.board import BoardRow, board, board_rows
from orchestrator_desktop.ui.delegated.board import BoardView
from orchestrator_desktop.ui.delegated.deeds import Deed
from orchestrator_desktop.ui.delegated.page import DelegatedPage
from orchestrator_desktop.ui.navigator import Screen, Target
from tests.ui.desk import OWNER, Room

PRICE = Price(0, 1_000_000_000)
"""A thousand dollars a million tokens: an answer of about 800 costs 80 cents."""


@dataclass
class Scene:
    """Makes what it is asked for; everything is with "Mistral", which is elsewhere, unless said."""

    room: Room

    def specialist(self, name: str = "Mistral", url: str = "https://api.mistral.example/v1") -> SpecialistId:
        found = self.room.store.value("SELECT id FROM specialist WHERE name = ?", (name,))
        if found is None:
            found = self.room.desk.do(
                roster.add_provider, name=name, dialect="openai-chat", base_url=url, model="medium"
            ).first(Kind.SPECIALIST)
        return SpecialistId(found)

    def provider(self, name: str = "Mistral") -> ProviderId:
        self.specialist(name)
        return ProviderId(self.room.store.value("SELECT id FROM provider WHERE name = ?", (name,)))

    def queued(self, title: str = "Write", *, level: Level = Level.YOU_AND_AI, **how: Any) -> DelegationId:
        task_id = self.room.add(title, level=level)
        changes: Changes = self.room.desk.do(
            delegations.delegate, task_id=task_id, specialist_id=how.pop("who", None) or self.specialist(), **how
        )
        return DelegationId(changes.of(Kind.DELEGATION)[-1])

    def running(self, text: str = "", reasoning: str = "", title: str = "Write", **how: Any) -> DelegationId:
        delegation_id = self.queued(title, **how)
        attempt_id = self.room.claim(delegation_id)
        if text or reasoning:
            self.arrived(attempt_id, text, reasoning)
        return delegation_id

    def arrived(self, attempt_id: AttemptId, text: str, reasoning: str = "") -> None:
        self.room.desk.do(attempts.progress, arrived=[attempts.Arrived(attempt_id, text, reasoning)])

    def ended(
        self, state: AttemptState, error: str | None = None, text: str = "", title: str = "Write", **how: Any
    ) -> DelegationId:
        """One whose attempt has ended in `state`, or waits for its next try."""
        more = {name: how.pop(name) for name in ("level", "who") if name in how}
        delegation_id = self.queued(title, **more)
        self.end(self.room.claim(delegation_id), state, error, text, **how)
        return delegation_id

    def end(
        self, attempt_id: AttemptId, state: AttemptState, error: str | None = None, text: str = "", **how: Any
    ) -> None:
        usage = how.pop("usage", Usage(cost_micro=0))
        ending = attempts.Ending(state, text, error=error, begun=bool(text), usage=usage, **how)
        self.room.desk.do(attempts.finish, attempt_id=attempt_id, ending=ending)

    def over_budget(self, limit: int = 100_000) -> DelegationId:
        """One that would exceed a daily limit of ten cents."""
        delegation_id = self.queued("Too dear")
        self.room.desk.do(spending.set_own_price, provider_id=self.provider(), model="medium", price=PRICE)
        self.room.desk.do(set_setting, key="budget.day", value=limit)
        assert self.room.desk.do(claiming.claim, owner=OWNER, only=delegation_id)[1] == ()
        return delegation_id

    def hold(self, delegation_id: DelegationId) -> DelegationId:
        self.room.desk.do(queueing.hold, delegation_id=delegation_id)
        return delegation_id

    def row(self, delegation_id: DelegationId) -> BoardRow:
        (found,) = board_rows(self.room.store, [delegation_id])
        return found

    def task(self, delegation_id: DelegationId) -> TaskId:
        return self.row(delegation_id).task_id

    def state(self, delegation_id: DelegationId) -> AttemptState:
        return self.row(delegation_id).state

    def order(self) -> list[DelegationId]:
        """Of the queue, as it is stored."""
        rows = board(self.room.store, today=self.room.services.today())
        return [row.delegation_id for row in rows if row.state.to_come]


def show(page: DelegatedPage, task_id: TaskId | None = None) -> None:
    page.open(Target(Screen.DELEGATED, task_id=task_id))


def shown_buttons(page: DelegatedPage) -> list[Deed]:
    """What the pane's action bar offers."""
    return [deed for deed in Deed if page.detail.button(deed).isVisible()]


def where(view: BoardView, row: BoardRow, deed: Deed) -> Any:
    """The middle of a painted button."""
    place = view.button_rect(row, deed)
    assert place is not None
    return place.toPoint()
