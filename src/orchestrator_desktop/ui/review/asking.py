"""The one line that goes with a decision: what to change, why not, whom to ask. Kept as it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.domain.briefing import as_text
from orchestrator_desktop.domain.delegate import Specialist
from orchestrator_desktop.domain.messages import Message
from orchestrator_desktop.domain.tokens import estimate, estimate_messages
from orchestrator_desktop.operations.outgoing import outgoing
from orchestrator_desktop.store import delegates, delegations
from orchestrator_desktop.ui.delegation.preview import Preview
from orchestrator_desktop.ui.delegation.saver import Saver
from orchestrator_desktop.ui.formats import count
from orchestrator_desktop.ui.names import provider_name
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
        self._base_tokens = 0
        bar.typed.connect(self._typed)
        bar.sent.connect(self._send)
        bar.left.connect(self._leave)
        bar.preview.connect(self._preview)

    def begin(self, wish: Wish, case: Case, specialist: Specialist | None = None) -> None:
        """Ask for the line; `specialist` gets it where the wish is to escalate."""
        self._case, self._wish = case, wish
        self._specialist = specialist if wish is Wish.ESCALATE else self._same_specialist(case, wish)
        self._base_tokens = estimate_messages(self._messages("")) if self._specialist else 0
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
        self.sent.emit(Asked(self._wish, line, self._specialist))

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
        tokens = count(self._base_tokens + estimate(self._bar.field.text()), self._services.languages.locale)
        if provider is not None and provider.leaves_computer:
            words = self.tr("About %1 tokens to %2").replace("%1", tokens).replace("%2", provider.name)
            leaves.say("leaves", words, "", preview=True)
        else:
            words = self.tr("Nothing leaves this computer: about %1 tokens, free").replace("%1", tokens)
            leaves.say("padlock", words, "", preview=True)

    # what would be sent

    def _same_specialist(self, case: Case, wish: Wish) -> Specialist | None:
        """Who gets a revision: the specialist that gave the newest result, if it still is there."""
        delegation = delegations.delegation(self._services.store, case.newest.delegation_id)
        if wish is not Wish.REVISE or delegation is None or delegation.specialist_id is None:
            return None
        return delegates.specialist(self._services.store, delegation.specialist_id)

    def _messages(self, comment: str) -> tuple[Message, ...]:
        case, specialist = self._case, self._specialist
        delegation = None if case is None else delegations.delegation(self._services.store, case.newest.delegation_id)
        provider = None if specialist is None else delegates.provider(self._services.store, specialist.provider_id)
        if case is None or specialist is None or delegation is None or provider is None:
            return ()
        return outgoing(
            self._services.store,
            case.task,
            specialist,
            provider,
            brief_id=delegation.brief_id,
            comment=comment,
            previous=case.newest.id,
        ).messages

    def _preview(self) -> None:
        if self._specialist is None:
            return
        title = self.tr("What %1 receives").replace("%1", provider_name(self._specialist.provider))
        note = self.tr("The exact text, as it would be sent now.")
        window: QWidget = self._bar.window()
        text = as_text(self._messages(self._bar.field.text()))
        Preview(self._services.theme, window).show_text(title, note, text)
