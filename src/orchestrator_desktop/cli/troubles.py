"""What is said of an attempt, and why it is no whole answer: what happened, what was lost or charged, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final, NamedTuple

from orchestrator_desktop.cli import words
from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.delegation import Attempt, DelegationState
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.domain.errors import ProviderErrorKind as Kind

PERSON_STATES: Final[Mapping[DelegationState, str]] = {
    DelegationState.OPEN: "waiting",
    DelegationState.ANSWERED: "complete",
    DelegationState.CLOSED: "cancelled",
}
"""State of a delegation to a person, who makes no attempts."""

HELD: Final = "held"
LEFT: Final = "left"
"""What is waited for beside the values of WaitReason: the user; an answer that goes on at its provider."""


class _Said(NamedTuple):
    happened: str
    kept: str = ""
    todo: str = ""


_FREE: Final = "Nothing was charged; the brief is intact."
_UNSENT: Final = "Nothing was sent; the brief is intact."
_PERHAPS: Final = "{provider} may have received it, or not."
_ASK_AGAIN: Final = "Nothing is sent again unless you say so: `orchestrator retry {task}`."
_GO_ON: Final = "`orchestrator continue {task}` goes on with it, `retry` asks anew, `keep` takes it as it is."

_KINDS: Final[Mapping[str, _Said]] = {
    Kind.NO_KEY: _Said(
        "The key of {provider} is not at hand: the keyring is locked or missing, or the address has changed.",
        _UNSENT,
        "Unlock the keyring, or give the key with `orchestrator providers edit`.",
    ),
    Kind.KEY_REFUSED: _Said(
        "{provider} refuses the key: it was probably revoked or replaced.",
        _FREE,
        "Give the new key with `orchestrator providers edit`, then try again.",
    ),
    Kind.NOT_ALLOWED: _Said(
        "{provider} does not allow this key to use {model}.", _FREE, "Choose another model or provider."
    ),
    Kind.NO_MONEY: _Said(
        "The account at {provider} has no credit left.", _FREE, "Top it up, or choose another provider."
    ),
    Kind.MODEL_UNKNOWN: _Said(
        "{provider} does not know the model “{model}”.",
        _FREE,
        "`orchestrator providers models` lists those it has; name one with `providers edit`, then try again.",
    ),
    Kind.BAD_REQUEST: _Said("{provider} did not understand the request.", _FREE),
    Kind.TOO_LONG: _Said(
        "The brief is longer than {model} can read.", _FREE, "Shorten the context, or choose another model."
    ),
    Kind.SLOW_DOWN: _Said("{provider} asks us to slow down.", _FREE, "Try again later."),
    Kind.DOWN: _Said(
        "{provider} does not answer.", "The brief is intact.", "Try again later, or choose another provider."
    ),
    Kind.LOADING: _Said("{provider} is still loading its model.", _FREE, "Try again in a moment."),
    Kind.UNREACHABLE: _Said(
        "{provider} cannot be reached.",
        _UNSENT,
        "Check the connection, or start the local server, then try again.",
    ),
    Kind.UNTRUSTED: _Said(
        "The identity of {provider} cannot be verified, so nothing was sent.",
        "The brief is intact.",
        "Check the address, the clock, or who stands between you and the provider.",
    ),
    Kind.UNANSWERED: _Said(f"Sent, and then the connection ended: {_PERHAPS}", "The brief is intact.", _ASK_AGAIN),
    Kind.STALLED: _Said(
        "{provider} sent nothing for too long.",
        "The brief is intact; what was read may be charged.",
        "Try again, or choose another provider.",
    ),
    Kind.REDIRECTED: _Said(
        "{provider} points to another address, where the key must not go.",
        _FREE,
        "Correct the address with `orchestrator providers edit`.",
    ),
    Kind.GARBLED: _Said(
        "What {provider} sent is not an answer: the address (it usually ends in /v1) or the dialect is probably wrong.",
        "The brief is intact.",
        "Correct it with `orchestrator providers edit`, then try again.",
    ),
    Kind.MODEL_BROKEN: _Said(
        "The built-in model cannot be started.",
        "The brief is intact.",
        "Give another GGUF file with `orchestrator providers edit`, or choose another provider.",
    ),
}

_REASONS: Final[Mapping[str, _Said]] = {
    **_KINDS,
    EndReason.LENGTH: _Said(
        "The answer reached the model's length limit before its end.", "What arrived is kept.", _GO_ON
    ),
    EndReason.DECLINED: _Said(
        "The model declined.", "The brief is intact.", "Rephrase the brief, or keep the task for yourself."
    ),
    EndReason.CUT: _Said("The answer stopped before its end.", "What arrived is kept.", _GO_ON),
    EndReason.EMPTY: _Said(
        "{provider} ended the answer without a word.", "The brief is intact.", "Try again, or choose another model."
    ),
    EndReason.STOPPED: _Said("Stopped.", "The text received is kept."),
    EndReason.APP_ENDED: _Said(
        "Orchestrator ended while the answer was on its way.",
        "What arrived is kept; the rest may have been charged.",
        _GO_ON,
    ),
    EndReason.APP_ENDED_SENT: _Said(
        f"Orchestrator ended just after sending: {_PERHAPS}", "The brief is intact.", _ASK_AGAIN
    ),
    EndReason.DELEGATE_GONE: _Said("The specialist is no longer there.", _UNSENT, "Delegate the task to another."),
    EndReason.PROVIDER_OFF: _Said(
        "{provider} is switched off.", _UNSENT, "Switch it on, or delegate the task to another."
    ),
    EndReason.NO_MODEL: _Said(
        "{provider} has no model yet.", _UNSENT, "Choose one with `orchestrator providers edit`, then try again."
    ),
    EndReason.LEVEL_3: _Said("The task is level 3 now, and level 3 is never sent to an AI.", _UNSENT),
    EndReason.BUG: _Said(
        "Orchestrator has made a mistake of its own.", "What arrived and the brief are kept.", "Try again."
    ),
}

_STATES: Final[Mapping[AttemptState, _Said]] = {
    AttemptState.TRUNCATED: _REASONS[EndReason.LENGTH],
    AttemptState.REFUSED: _REASONS[EndReason.DECLINED],
    AttemptState.INTERRUPTED: _REASONS[EndReason.CUT],
    AttemptState.CANCELLED: _REASONS[EndReason.STOPPED],
    AttemptState.FAILED: _Said(
        "No answer came from {provider}.", "The brief is intact.", "Try again, or choose another provider."
    ),
    AttemptState.UNKNOWN: _REASONS[Kind.UNANSWERED],
}

_SILENT: Final = _Said(
    "Sent, and {provider} stayed silent for too long: it may have received it, or not.",
    "The brief is intact.",
    _ASK_AGAIN,
)
_NO_WORD: Final[Mapping[AttemptState, _Said]] = {
    AttemptState.INTERRUPTED: _Said(
        "The answer stopped before its first word.", "The brief is intact.", "Try again, or choose another provider."
    ),
    AttemptState.CANCELLED: _Said("Stopped before a word had come.", "The brief is intact."),
    AttemptState.TRUNCATED: _Said(
        "The model reached its length limit before the first word.",
        "The brief is intact.",
        "Ask for less, or choose another model.",
    ),
}
"""For an attempt of which nothing is there to be kept."""
_QUIET: Final = frozenset({"", EndReason.CUT, EndReason.STOPPED, EndReason.LENGTH})

_LATER: Final = "Tried again {when}, by an open window or by `orchestrator queue run`."
_WAITS: Final[Mapping[str, _Said]] = {
    WaitReason.OFFLINE: _Said(
        "{provider} cannot be reached.",
        "Kept here, sent when it returns: leave the window open, or run `orchestrator queue run`.",
    ),
    WaitReason.SLOW_DOWN: _Said("{provider} asks for a pause.", "The brief is intact.", _LATER),
    WaitReason.DOWN: _Said("{provider} does not answer.", "The brief is intact.", _LATER),
    WaitReason.LOADING: _Said("{provider} is loading its model.", "The brief leaves after that."),
    WaitReason.CUT: _Said("The answer was cut before its end.", "At level 1 it is asked again.", _LATER),
    WaitReason.BUDGET: _Said(
        "A limit of what may be spent would be exceeded.",
        _UNSENT,
        "`orchestrator queue release {task}` sends it all the same; `orchestrator budget` shows and sets the limits.",
    ),
    WaitReason.CHANGED: _Said(
        "What {provider} would receive has changed since it was handed over: the specialist, the provider or the "
        "names to replace.",
        _UNSENT,
        "`orchestrator delegate {task} --preview` shows it, `orchestrator queue release {task}` sends it as it is now.",
    ),
    LEFT: _Said(
        "{provider} goes on with the answer, and cannot be read on now.",
        "What arrived is kept.",
        "Read on {when}, by an open window or by `orchestrator queue run`.",
    ),
    HELD: _Said("Held: nothing was sent.", "", "`orchestrator queue release {task}` lets it go."),
}
_TOMORROW: Final = _Said(
    "A limit of what may be spent would be exceeded.",
    "It leaves {when}, by an open window or by `orchestrator queue run`.",
    "`orchestrator queue release {task}` sends it now.",
)

_BRIEFLY: Final[Mapping[str, str]] = {
    WaitReason.OFFLINE: "waits: cannot be reached",
    WaitReason.SLOW_DOWN: "waits: asked for a pause",
    WaitReason.DOWN: "waits: does not answer",
    WaitReason.LOADING: "waits: loads its model",
    WaitReason.CUT: "waits: asked anew",
    WaitReason.BUDGET: "waits: over a limit",
    WaitReason.CHANGED: "waits: changed since",
    LEFT: "goes on there",
}


def trouble(attempt: Attempt, *, provider: str = "", now: datetime | None = None) -> str | None:
    """Why an attempt is no complete answer: it has ended otherwise, or it waits. None for one that is, or goes on.

    `provider` is the one it will go to, where it has not been sent yet; `now` local time, where moments matter."""
    said = _of_end(attempt) if attempt.state.ended else _of_wait(attempt)
    if said is None:
        return None
    when = words.soon(attempt.not_before, now) if attempt.not_before else "later"
    text = " ".join(part for part in said if part)
    return text.format(
        provider=attempt.provider or provider or "The provider",
        model=attempt.model_asked or "the model",
        task=attempt.task_id,
        when=when,
    )


def waits_for(attempt: Attempt) -> str | None:
    """A WaitReason, HELD or LEFT; None for an attempt that does not wait."""
    if attempt.state is AttemptState.DRAFT:
        return HELD
    if attempt.state.under_way and attempt.not_before is not None:
        return LEFT
    return attempt.reason if attempt.state is AttemptState.WAITING else None


def provider_trouble(kind: str, *, provider: str, model: str) -> str:
    """What a test of a provider, or a question for its models, has met."""
    said = _KINDS[Kind(kind)]
    return f"{said.happened} {said.todo}".strip().format(provider=provider, model=model or "the model", task="ID")


def running(state: AttemptState, reason: str | None = None) -> str:
    """Where an attempt is, and what it waits for; a person need not tell sent from streaming."""
    if reason is not None and reason in _BRIEFLY:
        return _BRIEFLY[reason]
    if state is AttemptState.DRAFT:
        return HELD
    return "running" if state.under_way else state.value


def _of_wait(attempt: Attempt) -> _Said | None:
    reason = waits_for(attempt)
    if reason is None:
        return None
    return _TOMORROW if reason == WaitReason.BUDGET and attempt.not_before else _WAITS[reason]


def _of_end(attempt: Attempt) -> _Said | None:
    if attempt.state not in _STATES:
        return None
    if attempt.state is AttemptState.UNKNOWN and attempt.error == Kind.STALLED:
        return _SILENT
    error = attempt.error or ""
    if error in _KINDS and attempt.text:
        cut = _STATES[AttemptState.INTERRUPTED]
        return cut._replace(happened=f"{cut.happened} {_KINDS[error].happened}")
    if attempt.state in _NO_WORD and error in _QUIET and not attempt.text:
        return _NO_WORD[attempt.state]
    return _REASONS.get(error, _STATES[attempt.state])
