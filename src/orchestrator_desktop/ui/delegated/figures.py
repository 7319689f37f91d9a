"""The figures and the steps of one delegation: how long, how fast, how much, for how much; and how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QLocale, QObject

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.store.board import BoardRow
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.delegated.groups import Group, group_of
from orchestrator_desktop.ui.delegated.saying import Saying
from orchestrator_desktop.ui.delegated.words import attempt_state, board_state
from orchestrator_desktop.ui.paint import UiState, state_name
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.small import Figure, Step

LONG_SILENCE = 20
"""Seconds without anything after which it is said."""
_STEADY = 1.0
"""Seconds of writing before a rate means something."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How an answer is coming: tokens received and expected, and those `written` in so many seconds."""

    received: int
    written: float
    expected: int
    seconds: float

    @property
    def rate(self) -> float | None:
        """Tokens a second."""
        return self.written / self.seconds if self.seconds >= _STEADY and self.written else None

    @property
    def left(self) -> float | None:
        """Seconds until the expected end, about."""
        missing = self.expected - self.received
        return missing / self.rate if self.rate and missing > 0 else None


class Figures(QObject):
    """Puts them into words."""

    def __init__(self, services: Services, saying: Saying, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._saying = saying

    def pace(self, row: BoardRow, *, text: float, thought: float, before: float) -> Pace:
        """`text` and `thought` are tokens that have come, about; `before` those of the text that an earlier attempt
        gave."""
        measured = row.output_tokens
        received = round(text + thought) if measured is None else measured
        begun = row.first_text_at
        seconds = ((row.ended_at or self._services.now()) - begun).total_seconds() if begun else 0.0
        # Thoughts come before the first word: they are none of what was written since.
        written = text - before if measured is None or row.reasoning_length else measured
        return Pace(received, max(0.0, written), self._saying.estimates.of(row).output, seconds)

    def cells(self, row: BoardRow, pace: Pace) -> tuple[Figure, ...]:
        """Elapsed, rate, received, cost."""
        return (
            Figure(self.tr("Elapsed"), self._saying.elapsed(row) or "–", self._left(row, pace)),
            self._rate(row, pace),
            self._received(row, pace),
            self._cost(row, pace),
        )

    def _left(self, row: BoardRow, pace: Pace) -> str:
        if not row.state.under_way or pace.left is None:
            return ""
        return self.tr("about %1 left").replace("%1", formats.elapsed(pace.left + 0.5))

    def leaving(self, row: BoardRow) -> tuple[str, str]:
        """What leaves, or has left, and a word on it; for one that has ended, what another try would send."""
        first = self._sent_words(row).replace("%1", formats.count(row.input_estimate, self._locale))
        first = first.replace("%2", self._saying.provider(row))
        if not row.leaves_computer:
            first = self.tr("Nothing leaves this computer")
        if row.state.under_way:
            return first, self.tr("You may leave this screen, the delegation goes on.")
        if row.state is AttemptState.DRAFT:
            return first, self.tr("It stays here until you send it.")
        if group_of(row) is Group.QUEUED:
            return first, self.tr("You may leave this screen, it leaves by itself.")
        planned = self._saying.estimates.planned(row)
        words = self.tr("Cost not known") if planned is None else self._saying.amount(planned, row, about=True)
        return first, words

    def _sent_words(self, row: BoardRow) -> str:
        if row.state.under_way:
            return self.tr("%1 tokens sent to %2")
        return self.tr("%1 tokens wait for %2") if row.state.to_come else self.tr("About %1 tokens to %2")

    def _rate(self, row: BoardRow, pace: Pace) -> Figure:
        first = ""
        if row.first_text_at and row.sent_at:
            wait = (row.first_text_at - row.sent_at).total_seconds()
            first = self.tr("first word: %1 s").replace("%1", self._locale.toString(wait, "f", 1))
        if pace.rate is None:
            return Figure(self.tr("Rate"), "–", first)
        return Figure(self.tr("Rate"), self.tr("%1 tokens/s").replace("%1", f"{pace.rate:.0f}"), first)

    def _received(self, row: BoardRow, pace: Pace) -> Figure:
        words = self.tr("%Ln token(s)", "", pace.received) if not row.state.to_come or pace.received else "–"
        if row.state.under_way and pace.received < pace.expected:
            note = self.tr("of about %1").replace("%1", formats.count(pace.expected, self._locale))
        elif not pace.received:
            note = ""
        else:
            note = self.tr("about") if row.output_tokens is None else self.tr("measured")
        return Figure(self.tr("Received"), words, note)

    def _cost(self, row: BoardRow, pace: Pace) -> Figure:
        known, planned = self._saying.estimates.of(row), self._saying.estimates.planned(row)
        note = ""
        if row.state.ended:
            unknown = row.cost_micro is None and row.leaves_computer
            cost = self.tr("unknown") if unknown else self._saying.cost(row)
            return Figure(self.tr("Cost"), cost, self._source(row))
        if planned:
            note = self.tr("%1 planned").replace("%1", self._saying.amount(planned, row, running=True))
        if row.state.to_come:
            return Figure(self.tr("Cost"), self._free(row) or "–", note)
        so_far = known.cost(row.input_estimate, pace.received)
        if so_far is None:
            return Figure(self.tr("Cost"), "–", self.tr("price not known"))
        return Figure(self.tr("Cost"), self._saying.amount(so_far, row, about=True, running=True), note)

    def _free(self, row: BoardRow) -> str:
        return self._saying.amount(0, row) if not row.leaves_computer else ""

    def _source(self, row: BoardRow) -> str:
        """Who says what it cost, in one word or two."""
        if row.cost_micro is None or not row.cost_micro:
            return ""
        return {
            "reported": self.tr("as reported"),
            "listed": self.tr("at the listed price"),
            "own": self.tr("at your price"),
        }.get(row.cost_source or "", "")

    def steps(self, row: BoardRow) -> tuple[Step, ...]:
        """Context, drafting, you."""
        tokens = formats.count(row.input_estimate, self._locale)
        weight = self.tr("about %1 tokens").replace("%1", tokens)
        sent = not row.state.to_come
        return (
            Step(UiState.DONE if sent else attempt_state(row.state, row.error, row.reason), self.tr("Context"), weight),
            self._drafting(row, sent=sent),
            self._yours(row),
        )

    def _drafting(self, row: BoardRow, *, sent: bool) -> Step:
        if not sent:
            return Step(UiState.READY, self.tr("Drafting"), "")
        if group_of(row) is Group.BACK or row.state is AttemptState.COMPLETE:
            return Step(UiState.DONE, self.tr("Drafting"), "")  # complete, or taken by the user as it was
        progress = self._saying.estimates.progress(row)
        state = attempt_state(row.state, row.error, row.reason)
        note = "" if row.state.under_way else state_name(state)
        if row.state.under_way and row.text_length:
            note = formats.percent(round(progress * 100), self._locale)
        return Step(state, self.tr("Drafting"), note, progress=progress)

    def _yours(self, row: BoardRow) -> Step:
        if group_of(row) is not Group.BACK:
            return Step(UiState.READY, self.tr("You"), self.tr("in review"))
        state = board_state(row)
        return Step(state, self.tr("You"), state_name(state))

    def silence(self, row: BoardRow, heard_at: datetime | None) -> str:
        """What is said while nothing comes: that it was sent, then for how long it has been silent. Nothing of it ends
        the attempt: the provider's own patience does. `heard_at` is when something last came."""
        if not row.state.under_way or row.sent_at is None:
            return ""
        since = heard_at or row.sent_at
        seconds = (self._services.now() - since).total_seconds()
        if seconds >= LONG_SILENCE:
            words = self.tr("Nothing for %1. You may wait, or stop.")
            return words.replace("%1", formats.elapsed(seconds))
        if heard_at is not None or row.text_length or row.reasoning_length:
            return ""
        words = self.tr("Sent. Waiting for the first word… %1")
        return words.replace("%1", formats.elapsed(seconds))

    @property
    def _locale(self) -> QLocale:
        return self._services.languages.locale
