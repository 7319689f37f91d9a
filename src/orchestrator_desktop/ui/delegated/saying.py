"""What the board and the pane say of a delegation, in the window's language: state, facts, reason, time, cost, acts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QObject

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.ids import DelegationId
from orchestrator_desktop.operations.claiming import PAUSED
from orchestrator_desktop.operations.weighing import local_specialist
from orchestrator_desktop.store import days, delegates
from orchestrator_desktop.store.board import BoardRow
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.delegated.deeds import Deed, bar_deeds, deed_name, deeds_of, row_deeds
from orchestrator_desktop.ui.delegated.estimates import Estimates
from orchestrator_desktop.ui.delegated.groups import Group, group_of, waits_for_user
from orchestrator_desktop.ui.delegated.waits import TRIES, wait_words
from orchestrator_desktop.ui.delegated.words import board_state, outcome_words
from orchestrator_desktop.ui.names import provider_name
from orchestrator_desktop.ui.paint import UiState, state_name
from orchestrator_desktop.ui.services import Services


@dataclass(frozen=True, slots=True)
class Told:
    """All that a row of the board says, put together once."""

    state: UiState
    meta: str
    upper: str
    lower: str
    reason: str
    deeds: tuple[tuple[Deed, str], ...]
    progress: float


class Saying(QObject):
    """Reads what it needs beside the row itself once, until `forget`. `place` gives a row's place in the queue."""

    def __init__(self, services: Services, place: Callable[[BoardRow], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._place = place
        self._told: dict[DelegationId, tuple[BoardRow, int, int, Told]] = {}
        self.estimates = Estimates(services.store)
        self.forget()

    def told(self, row: BoardRow) -> Told:
        """What the board says of a row: the same object until the row, its place or the second it shows changes."""
        place, second = self._place(row), self._second(row)
        known = self._told.get(row.delegation_id)
        if known is not None and known[0] is row and known[1:3] == (place, second):
            return known[3]
        told = Told(
            state=self.state(row),
            meta=self.meta(row),
            upper=self.upper(row),
            lower=self.lower(row),
            reason=self.reason(row),
            deeds=tuple((deed, self.deed_name(deed, row)) for deed in self.row_deeds(row)),
            progress=self.estimates.progress(row) if row.state.under_way else 0.0,
        )
        self._told[row.delegation_id] = (row, place, second, told)
        return told

    def _second(self, row: BoardRow) -> int:
        """The clock, for a row that shows it."""
        if not row.state.under_way and row.not_before is None:
            return 0
        return int(self._services.now().timestamp())

    def forget(self) -> None:
        """Providers, specialists, prices, limits or the language have changed."""
        store = self._services.store
        self._told.clear()
        self.estimates.forget()
        self.paused = bool(days.setting(store, PAUSED, False))
        self._everyone = delegates.specialists(store)
        self._local = local_specialist(store)

    # what it is

    def state(self, row: BoardRow) -> UiState:
        return board_state(row)

    def provider(self, row: BoardRow) -> str:
        """Whose answer it is, or will be."""
        return provider_name(row.provider_name or row.provider or row.delegate)

    def model(self, row: BoardRow) -> str:
        """The model's own name, without the folder of a file, and where it runs when that is here."""
        known = self.estimates.of(row)
        name = (row.model or known.model).replace("\\", "/").rpartition("/")[2]
        if name and known.free and not known.builtin:
            return self.tr("%1, on this computer").replace("%1", name)
        return name

    def meta(self, row: BoardRow) -> str:
        """Delegate · model · one fact."""
        who = self.model(row) or (self.provider(row) if self.provider(row) != row.delegate else "")
        return " · ".join(part for part in (row.delegate, who, self._fact(row)) if part)

    def tries(self, row: BoardRow) -> str:
        """ "try 3 of 6" of one that is tried again by itself; empty for the first."""
        if not row.automatic:
            return ""
        words = self.tr("try %1 of %2").replace("%1", str(row.automatic + 1))
        return words.replace("%2", str(TRIES))

    def _fact(self, row: BoardRow) -> str:
        group = group_of(row)
        if group is Group.BACK:
            version = self.tr("version %1").replace("%1", str(row.version)) if row.version else ""
            return " · ".join(part for part in (self._took(row), version) if part)
        if row.automatic:
            return self.tries(row)
        if group is Group.RUNNING:
            return self.tr("goes on with an earlier answer") if row.continues is not None else ""
        if row.state.to_come:
            return self._why_not_yet(row)
        return formats.clock(row.ended_at, self._locale) if row.ended_at else ""

    def _why_not_yet(self, row: BoardRow) -> str:
        if row.state is not AttemptState.QUEUED:
            return self.tr("handed over at %1").replace("%1", formats.clock(row.queued_at, self._locale))
        return self.tr("the queue is paused") if self.paused else self.tr("leaves when there is room")

    def _took(self, row: BoardRow) -> str:
        if row.sent_at is None or row.ended_at is None:
            return ""
        return formats.duration((row.ended_at - row.sent_at).total_seconds())

    # why, and what to do

    def reason(self, row: BoardRow) -> str:
        """What happened, what was kept or charged, what to do; empty where all goes well."""
        if group_of(row) in (Group.RUNNING, Group.BACK):
            return ""
        if row.state.to_come:
            held = self.estimates.held(row, self._services.today())
            return wait_words(
                row, provider=self.provider(row), held=held, now=self._services.now(), locale=self._locale
            )
        return outcome_words(
            row.state,
            row.error,
            provider=provider_name(row.provider) or self.provider(row),
            model=row.model,
            charges=row.leaves_computer,
            kept=row.text_length > 0,
        )

    def deeds(self, row: BoardRow) -> tuple[Deed, ...]:
        return self._possible(deeds_of(row, local=self._local is not None), row)

    def row_deeds(self, row: BoardRow) -> tuple[Deed, ...]:
        return self._possible(row_deeds(row, local=self._local is not None), row)

    def bar_deeds(self, row: BoardRow) -> tuple[Deed, ...]:
        return self._possible(bar_deeds(row, local=self._local is not None), row)

    def deed_name(self, deed: Deed, row: BoardRow) -> str:
        """Words of its button: those that name who gets it where that is clear."""
        if deed is Deed.LOCAL and self._local is not None:
            return deed_name(deed, row, who=provider_name(self._local.name))
        others = self.others(row)
        return deed_name(deed, row, who=provider_name(others[0][1]) if len(others) == 1 else "")

    def others(self, row: BoardRow) -> list[tuple[int, str, str]]:
        """Who else could take it: (specialist, name, provider)."""
        return [(who.id, who.name, who.provider) for who in self._everyone if who.name != row.delegate]

    @property
    def local(self) -> int | None:
        """The specialist on this computer."""
        return None if self._local is None else self._local.id

    def _possible(self, deeds: tuple[Deed, ...], row: BoardRow) -> tuple[Deed, ...]:
        nobody = {Deed.ANOTHER} if not self.others(row) else set()
        return tuple(deed for deed in deeds if deed not in nobody)

    # time, place and cost

    def upper(self, row: BoardRow) -> str:
        """Right column, first line: the time it takes, its place in the queue, or its state."""
        if group_of(row) is Group.RUNNING:
            return self.elapsed(row)
        if row.state is AttemptState.QUEUED:
            return self.place(row)
        return state_name(self.state(row))

    def lower(self, row: BoardRow) -> str:
        """Right column, second line: what it costs, or its place in the queue."""
        if row.state.to_come and row.state is not AttemptState.QUEUED and not waits_for_user(row):
            return self.place(row)
        return self.cost(row)

    def elapsed(self, row: BoardRow) -> str:
        if row.sent_at is None:
            return ""
        end = row.ended_at or self._services.now()
        return formats.elapsed((end - row.sent_at).total_seconds())

    def place(self, row: BoardRow) -> str:
        """ "1st in queue"; empty where it does not stand in it."""
        place = self._place(row)
        ordinal = formats.ordinal(place, self._locale) if place else ""
        return self.tr("%1 in queue").replace("%1", ordinal) if place else ""

    def cost(self, row: BoardRow) -> str:
        """What it cost; before its end about what it will, or has so far. Empty where nobody knows, "free" here."""
        if row.state.ended:
            if row.cost_micro is None:
                return self.tr("cost unknown") if row.leaves_computer else self.tr("free")
            return self.amount(row.cost_micro, row)
        running = row.state.under_way
        about = self.estimates.so_far(row) if running else self.estimates.planned(row)
        if about is None:
            return ""
        return self.amount(about, row, about=True, running=running)

    def amount(self, micro: int, row: BoardRow, *, about: bool = False, running: bool = False) -> str:
        """An amount of a delegation: "free" for nothing on this computer, with ≈ before an estimate."""
        if micro == 0 and not row.leaves_computer:
            return self.tr("free")
        words = formats.money(micro, self._locale, streaming=running)
        exact = not about or words.startswith("<")
        return words if exact else self.tr("≈ %1").replace("%1", words)

    def spoken(self, row: BoardRow) -> str:
        """The row for a screen reader: title, state, facts, place or time, reason, what can be done."""
        told = self.told(row)
        acts = ", ".join(name for _, name in told.deeds)
        parts = (row.title, state_name(told.state), told.meta, told.upper, told.lower, told.reason, acts)
        return ", ".join(dict.fromkeys(part for part in parts if part))

    @property
    def _locale(self) -> QLocale:
        return self._services.languages.locale
