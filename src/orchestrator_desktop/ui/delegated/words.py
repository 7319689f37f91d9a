"""What the window says of an attempt that did not end well: what happened, what was lost or charged, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.delegation import Decision, DelegationState
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.errors import ProviderErrorKind as Kind
from orchestrator_desktop.store.board import BoardRow
from orchestrator_desktop.ui.paint import UiState

_WORDS: Final[Mapping[str, str]] = {
    Kind.NO_KEY: QT_TRANSLATE_NOOP(
        "Outcome",
        "The key of %1 is not at hand: the keyring is locked or missing, or the address has changed. Nothing was sent; "
        "the brief is intact.",
    ),
    Kind.KEY_REFUSED: QT_TRANSLATE_NOOP(
        "Outcome",
        "%1 refuses the key: it was probably revoked or replaced. Nothing was charged; the brief is intact.",
    ),
    Kind.NOT_ALLOWED: QT_TRANSLATE_NOOP(
        "Outcome", "%1 does not allow this key to use %2. Nothing was charged; choose another model or provider."
    ),
    Kind.NO_MONEY: QT_TRANSLATE_NOOP(
        "Outcome", "The account at %1 has no credit left. Nothing was charged; top it up, or choose another provider."
    ),
    Kind.MODEL_UNKNOWN: QT_TRANSLATE_NOOP(
        "Outcome", "%1 does not know the model “%2”. Nothing was charged; choose another in the settings."
    ),
    Kind.BAD_REQUEST: QT_TRANSLATE_NOOP(
        "Outcome", "%1 did not understand the request. Nothing was charged; the brief is intact."
    ),
    Kind.TOO_LONG: QT_TRANSLATE_NOOP(
        "Outcome", "The brief is longer than %2 can read. Nothing was charged; remove context, or choose another model."
    ),
    Kind.SLOW_DOWN: QT_TRANSLATE_NOOP("Outcome", "%1 asks us to slow down. Nothing was charged; try again later."),
    Kind.DOWN: QT_TRANSLATE_NOOP("Outcome", "%1 does not answer. The brief is intact; try again, or choose another."),
    Kind.LOADING: QT_TRANSLATE_NOOP("Outcome", "%1 is still loading its model. Nothing was charged; try in a moment."),
    Kind.UNREACHABLE: QT_TRANSLATE_NOOP(
        "Outcome",
        "%1 cannot be reached. Nothing was sent; check the connection, or start the local server, then try again.",
    ),
    Kind.UNTRUSTED: QT_TRANSLATE_NOOP(
        "Outcome", "The identity of %1 cannot be verified, so nothing was sent. Check the address and the clock."
    ),
    Kind.UNANSWERED: QT_TRANSLATE_NOOP(
        "Outcome",
        "Sent, and then the connection ended: %1 may have received it, or not. Nothing is sent again unless you say "
        "so.",
    ),
    Kind.STALLED: QT_TRANSLATE_NOOP(
        "Outcome", "%1 sent nothing for too long. The brief is intact; what was read may be charged."
    ),
    Kind.REDIRECTED: QT_TRANSLATE_NOOP(
        "Outcome", "%1 points to another address, where the key must not go. Correct the address in the settings."
    ),
    Kind.GARBLED: QT_TRANSLATE_NOOP(
        "Outcome",
        "What %1 sent is not an answer: the address (it usually ends in /v1) or the dialect is probably wrong. The "
        "brief is intact.",
    ),
    Kind.MODEL_BROKEN: QT_TRANSLATE_NOOP(
        "Outcome",
        "The built-in model cannot be started. The brief is intact; choose another GGUF file, or another provider.",
    ),
    EndReason.LENGTH: QT_TRANSLATE_NOOP(
        "Outcome",
        "The answer reached the model’s length limit before its end. What arrived is kept: continue, or retry.",
    ),
    EndReason.DECLINED: QT_TRANSLATE_NOOP("Outcome", "The model declined. Rephrase, or keep it for yourself."),
    EndReason.CUT: QT_TRANSLATE_NOOP(
        "Outcome", "The answer stopped before its end. What arrived is kept: continue, or retry."
    ),
    EndReason.EMPTY: QT_TRANSLATE_NOOP("Outcome", "%1 ended the answer without a word. The brief is intact."),
    EndReason.STOPPED: QT_TRANSLATE_NOOP("Outcome", "Stopped. The text received is kept as a draft."),
    EndReason.APP_ENDED: QT_TRANSLATE_NOOP(
        "Outcome", "Orchestrator ended while the answer was on its way. What arrived is kept; the rest may be charged."
    ),
    EndReason.APP_ENDED_SENT: QT_TRANSLATE_NOOP(
        "Outcome",
        "Orchestrator ended just after sending: %1 may have received it, or not. Nothing is sent again unless you say "
        "so.",
    ),
    EndReason.DELEGATE_GONE: QT_TRANSLATE_NOOP(
        "Outcome", "The specialist is no longer there. Nothing was sent; hand it to another."
    ),
    EndReason.PROVIDER_OFF: QT_TRANSLATE_NOOP("Outcome", "%1 is switched off. Nothing was sent; switch it on."),
    EndReason.NO_MODEL: QT_TRANSLATE_NOOP("Outcome", "%1 has no model yet. Nothing was sent; choose one in Settings."),
    EndReason.LEVEL_3: QT_TRANSLATE_NOOP(
        "Outcome", "The task is level 3 now, and level 3 is never sent to an AI. Nothing was sent."
    ),
    EndReason.BUG: QT_TRANSLATE_NOOP("Outcome", "Orchestrator made a mistake of its own. What arrived is kept."),
}

_BY_STATE: Final[Mapping[AttemptState, str]] = {
    AttemptState.TRUNCATED: EndReason.LENGTH,
    AttemptState.REFUSED: EndReason.DECLINED,
    AttemptState.INTERRUPTED: EndReason.CUT,
    AttemptState.CANCELLED: EndReason.STOPPED,
    AttemptState.FAILED: Kind.DOWN,
    AttemptState.UNKNOWN: Kind.UNANSWERED,
}

_SILENT: Final = QT_TRANSLATE_NOOP(
    "Outcome",
    "Sent, and %1 stayed silent for too long: it may have received it, or not. Nothing is sent again unless you say "
    "so.",
)
_NO_WORD: Final[Mapping[AttemptState, str]] = {
    AttemptState.INTERRUPTED: QT_TRANSLATE_NOOP(
        "Outcome", "The answer stopped before its first word. The brief is intact; retry, or hand it to another."
    ),
    AttemptState.CANCELLED: QT_TRANSLATE_NOOP("Outcome", "Stopped before a word had come. The brief is intact."),
    AttemptState.TRUNCATED: QT_TRANSLATE_NOOP(
        "Outcome",
        "The model reached its length limit before the first word. The brief is intact; ask for less, or hand it to "
        "another.",
    ),
}
"""For an attempt of which nothing is there to be kept."""

_STATES: Final[Mapping[AttemptState, UiState]] = {
    AttemptState.DRAFT: UiState.HELD,
    AttemptState.QUEUED: UiState.QUEUED,
    AttemptState.WAITING: UiState.LATER,
    AttemptState.SENT: UiState.RUNNING,
    AttemptState.STREAMING: UiState.RUNNING,
    AttemptState.TRUNCATED: UiState.INTERRUPTED,
    AttemptState.INTERRUPTED: UiState.INTERRUPTED,
    AttemptState.CANCELLED: UiState.STOPPED,
    AttemptState.REFUSED: UiState.DECLINED,
    AttemptState.FAILED: UiState.FAILED,
    AttemptState.UNKNOWN: UiState.UNKNOWN,
    AttemptState.COMPLETE: UiState.IN_REVIEW,
}


def outcome_words(
    state: AttemptState, error: str | None, *, provider: str, model: str, charges: bool = True, kept: bool = True
) -> str:
    """Why an attempt is not a complete answer; empty for one that is or has not ended. `charges`: it may cost;
    `kept`: some of the answer is there."""
    if state not in _BY_STATE:
        return ""
    name = provider or QCoreApplication.translate("Outcome", "The provider")
    what = model or QCoreApplication.translate("Outcome", "the model")
    template = _template(state, error, charges=charges, kept=kept)
    return QCoreApplication.translate("Outcome", template).replace("%1", name).replace("%2", what)


def _template(state: AttemptState, error: str | None, *, charges: bool, kept: bool) -> str:
    if not kept and state in _NO_WORD:
        return _NO_WORD[state]
    if state is AttemptState.UNKNOWN and error == Kind.STALLED:
        return _SILENT
    # An answer had begun: what ended it matters less than that it is there.
    cut = state is AttemptState.INTERRUPTED and error in list(Kind)
    if cut or (error == EndReason.APP_ENDED and not charges):
        return _WORDS[EndReason.CUT]
    return _WORDS.get(error or "", _WORDS[_BY_STATE[state]])


def provider_words(error: str, *, provider: str, model: str) -> str:
    """The same for the test of a provider."""
    return outcome_words(AttemptState.FAILED, error, provider=provider, model=model)


def board_state(row: BoardRow) -> UiState:
    """Glyph and tone of a delegation: what was decided on its result, or how its attempt is getting on."""
    if row.delegation_state is not DelegationState.ANSWERED:
        return attempt_state(row.state, row.error, row.reason)
    if row.decision in _DECIDED:
        return _DECIDED[row.decision]
    return UiState.DONE if row.task_stage == "done" else UiState.IN_REVIEW


_DECIDED: Final[Mapping[Decision | None, UiState]] = {
    Decision.ACCEPT: UiState.DONE,
    Decision.REVISE: UiState.REVISION,
    Decision.ESCALATE: UiState.RETURNED,
    Decision.REJECT: UiState.REJECTED,
}

_WAITS: Final[Mapping[WaitReason | None, UiState]] = {
    WaitReason.OFFLINE: UiState.OFFLINE,
    WaitReason.BUDGET: UiState.OVER_BUDGET,
    WaitReason.CHANGED: UiState.CHANGED,
}


def attempt_state(state: AttemptState, error: str | None = None, reason: WaitReason | None = None) -> UiState:
    """Glyph and tone of an attempt."""
    if state is AttemptState.WAITING:
        return _WAITS.get(reason, UiState.LATER)
    if state is AttemptState.FAILED and error == Kind.UNREACHABLE:
        return UiState.OFFLINE
    return _STATES[state]
