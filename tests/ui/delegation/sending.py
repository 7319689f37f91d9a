"""What the tests of sending share: a provider elsewhere, and what a panel and its preview say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.delegation import Attempt
from orchestrator_desktop.domain.ids import ProviderId, SpecialistId, TaskId
from orchestrator_desktop.domain.messages import Message
from orchestrator_desktop.domain.money import Price
from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.operations import attempts, delegations, spending
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store import tasks
from orchestrator_desktop.ui.delegation.leaves import Leaves
from orchestrator_desktop.ui.delegation.panel import TaskPanel
from orchestrator_desktop.ui.delegation.preview import Preview
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.button import Kind as Weight
from orchestrator_desktop.ui.widgets.label import Label
from tests.ui.desk import Room

Opener = Callable[[TaskId], TaskPanel]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DOLLAR = 1_000_000


@dataclass
class Acme:
    """A provider elsewhere, of which every answer costs about 0.8 dollars."""

    room: Room
    provider_id: ProviderId
    specialist_id: SpecialistId

    def price(self, dollars: int | None = 1_000) -> None:
        """So many dollars for a million tokens of an answer, as listed; None is in no list."""
        price = None if dollars is None else Price(0, dollars * DOLLAR)
        self.room.desk.do(spending.keep_listed_prices, provider_id=self.provider_id, prices=[("big-1", price)])


def task_of(room: Room, task_id: TaskId) -> Task:
    task = tasks.get(room.store, task_id)
    assert task is not None
    return task


def attempt_of(room: Room, task_id: TaskId) -> Attempt:
    delegation = reading.latest_delegation(room.store, task_id)
    assert delegation is not None
    attempt = reading.latest_attempt(room.store, delegation.id)
    assert attempt is not None
    return attempt


def told_by(panel: TaskPanel) -> tuple[str, str]:
    return panel.findChildren(Leaves)[0].words()


def main_of(panel: TaskPanel) -> Button:
    return next(button for button in panel.findChildren(Button) if button.kind is Weight.PRIMARY)


def preview_of(qtbot: QtBot, panel: TaskPanel) -> Preview:
    def opened() -> Preview | None:
        found = [one for one in panel.window().findChildren(Preview) if one.isVisible()]
        return found[0] if found else None

    qtbot.waitUntil(lambda: opened() is not None)
    preview = opened()
    assert preview is not None
    return preview


def said_in(preview: Preview) -> str:
    return "\n".join(label.text() for label in preview.findChildren(Label) if label.isVisible())


def as_shown(messages: tuple[Message, ...]) -> str:
    names = {"system": "Instructions", "user": "Request", "assistant": "Answer"}
    return "\n\n".join(f"{names[one.role.value]} · {one.role.value}\n{one.text}" for one in messages)


def play_away(room: Room, specialist_id: SpecialistId) -> None:
    """Play an attempt that finds nobody."""
    made = room.desk.do(delegations.delegate, task_id=room.add("Other"), specialist_id=specialist_id)
    attempt_id = room.claim(made.of(Kind.DELEGATION)[-1])
    room.desk.do(
        attempts.finish, attempt_id=attempt_id, ending=attempts.Ending(AttemptState.FAILED, "", error="unreachable")
    )
