"""The one line that goes with a decision: what to change, why not, whom to ask. Kept as it is typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from orchestrator_desktop.domain.delegate import Specialist
from orchestrator_desktop.domain.tokens import estimate
from orchestrator_desktop.engine.weighing import Sendback, weigh
from orchestrator_desktop.operations.weighing import Weight
from orchestrator_desktop.store import delegates, delegations
from orchestrator_desktop.ui.delegation.preview import Preview
from orchestrator_desktop.ui.delegation.saver import Saver
from orchestrator_desktop.ui.delegation.sending import shown_first
from orchestrator_desktop.ui.delegation.telling import tell_leaving
from orchestrator_desktop.ui.review.bars import AskBar
from orchestrator_desktop.ui.review.case import Case
from orchestrator_desktop.ui.services import Services


class Wish(StrEnum):
    """What the line is for."""

    REVISE = "revise"
    REJECT = "reject"
    ESCALATE = "escalate"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Asked:
    """A line that was sent: for what, and to whom where that is a specialist."""

    wish: Wish
    line: str
    specialist: Specialist | None = None


class Asking(QObject):
    """Runs an AskBar. `sent(Asked)` when the line is sent, `left` when the user goes back."""

    sent = Signal(object)
    left = Signal()

    def __init__(self, services: Services, bar: AskBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._bar = bar
        self._saver = Saver(self)
        self._case: Case | None = None
        self._wish = Wish.REVISE
        self._specialist: Specialist | None = None
        self._weight: Weight | None = None
        bar.typed.connect(self._typed)
        bar.sent.connect(self._send)
        bar.left.connect(self._leave)
        bar.preview.connect(self._preview)

    def begin(self, wish: Wish, case: Case, specialist: Specialist | None = None) -> None:
        """Ask for the line; `specialist` gets it where the wish is to escalate."""
        self._case, self._wish = case, wish
        self._specialist = specialist if wish is Wish.ESCALATE else self._same_specialist(case, wish)
        self._weight = None
        self._weigh("", self._weighed)
        hint, button = self._words(case, specialist)
        people = [one.name for one in delegates.people(self._services.store)] if wish is Wish.PERSON else ()
        self._bar.ask(
            hint,
            button,
            text=self._services.acts.draft(self._services.store, self._key()),
            optional=wish in (Wish.REJECT, Wish.ESCALATE),
            danger=wish is Wish.REJECT,
            names=people,
        )
        self._tell()

    def flush(self) -> None:
        """Keep what is typed now."""
        self._saver.flush()

    def done(self, case: Case, wish: Wish) -> None:
        """The decision was taken: its line is no draft any more."""
        self._saver.flush()
        self._services.acts.keep_draft(f"{wish}:{case.task.id}", "")

    def _key(self) -> str:
        return "" if self._case is None else f"{self._wish}:{self._case.task.id}"

    def _typed(self) -> None:
        key, text = self._key(), self._bar.field.text()
        self._saver.later(key, lambda: self._services.acts.keep_draft(key, text))
        self._tell()

    def _send(self, line: str) -> None:
        asked = Asked(self._wish, line, self._specialist)
        if self._specialist is not None and shown_first(self._services.store, self._specialist):
            self._preview(asked)
        else:
            self.sent.emit(asked)

    def _leave(self) -> None:
        self.flush()
        self.left.emit()

    # words

    def _words(self, case: Case, specialist: Specialist | None) -> tuple[str, str]:
        version = f"v{case.newest.version}"
        if self._wish is Wish.REVISE:
            return self.tr("What should change in %1?").replace("%1", version), self.tr("Ask for revision")
        if self._wish is Wish.REJECT:
            return self.tr("Why? One word is enough, none is needed."), self.tr("Reject")
        if self._wish is Wish.PERSON:
            return self.tr("Whom do you ask?"), self.tr("Hand over")
        name = specialist.name if specialist else ""
        hint = self.tr("What is wrong with %1? You may leave this empty.").replace("%1", version)
        return hint, self.tr("Hand to %1").replace("%1", name)

    def _tell(self) -> None:
        """Say below the line what leaves the computer with it."""
        leaves, case = self._bar.leaves, self._case
        if self._wish is Wish.REJECT:
            leaves.say("tray", self.tr("The task returns to the inbox; this result stays with it."), "", preview=False)
            return
        if self._specialist is None or case is None:
            words = self.tr("Nothing is sent by itself: you tell them; the task waits under Waiting for people.")
            leaves.say("padlock", words, "", preview=False)
            return
        provider = delegates.provider(self._services.store, self._specialist.provider_id)
        if provider is not None:
            locale = self._services.languages.locale
            weight = self._weight and replace(
                self._weight, tokens=self._weight.tokens + estimate(self._bar.field.text())
            )
            first, second = tell_leaving(provider, weight, locale)
            leaves.say("leaves" if provider.leaves_computer else "padlock", first, second, preview=True)

    # what would be sent

    def _same_specialist(self, case: Case, wish: Wish) -> Specialist | None:
        """Who gets a revision: the specialist that gave the newest result, if it still is there."""
        delegation = delegations.delegation(self._services.store, case.newest.delegation_id)
        if wish is not Wish.REVISE or delegation is None or delegation.specialist_id is None:
            return None
        return delegates.specialist(self._services.store, delegation.specialist_id)

    def _weigh(self, comment: str, done: Callable[[Weight], object]) -> None:
        """Weigh the request with `comment` in it, for as long as the same is asked."""
        case, specialist, wish = self._case, self._specialist, self._wish
        delegation = None if case is None else delegations.delegation(self._services.store, case.newest.delegation_id)
        if case is None or specialist is None or delegation is None:
            return
        sendback = Sendback(delegation.brief_id, case.newest.id, comment)
        future = weigh(self._services.desk, case.task.id, specialist.id, sendback)

        def weighed(weight: Weight) -> None:
            if (self._case, self._specialist, self._wish) == (case, specialist, wish):
                done(weight)

        self._services.acts.then(future, weighed, self._services.acts.report, owner=self)

    def _weighed(self, weight: Weight) -> None:
        self._weight = weight
        self._tell()

    def _preview(self, asked: Asked | None = None) -> None:
        """Show the exact text; with `asked`, whether that is to be sent."""

        def show(weight: Weight) -> None:
            preview = Preview(self._services.theme, self._bar.window())
            preview.agreed.connect(lambda: self.sent.emit(asked))
            preview.show_request(weight, self._services.languages.locale, sends=asked is not None)

        self._weigh(self._bar.field.text(), show)
