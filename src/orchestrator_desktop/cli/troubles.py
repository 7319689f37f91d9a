"""What is said of an attempt, and why it is no whole answer: what happened, what was lost or charged, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.delegation import Attempt, DelegationState
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.domain.errors import ProviderErrorKind as Kind

PERSON_STATES: Final[Mapping[DelegationState, str]] = {
    DelegationState.OPEN: "waiting",
    DelegationState.ANSWERED: "complete",
    DelegationState.CLOSED: "cancelled",
}
"""State of a delegation to a person, who makes no attempts."""

_KINDS: Final[Mapping[str, str]] = {
    Kind.NO_KEY: "The key of {provider} is not at hand: the keyring is locked or missing, or the address has changed. "
    "Nothing was sent; the brief is intact. Unlock the keyring, or give the key with `orchestrator providers edit`.",
    Kind.KEY_REFUSED: "{provider} refuses the key: it was probably revoked or replaced. Nothing was charged; the brief "
    "is intact. Give the new key with `orchestrator providers edit`, then retry.",
    Kind.NOT_ALLOWED: "{provider} does not allow this key to use {model}. Nothing was charged; the brief is intact. "
    "Choose another model or provider.",
    Kind.NO_MONEY: "The account at {provider} has no credit left. Nothing was charged; the brief is intact. Top it up, "
    "or choose another provider.",
    Kind.MODEL_UNKNOWN: "{provider} does not know the model “{model}”. Nothing was charged; the brief is intact. Name "
    "another with `orchestrator providers edit`, then retry.",
    Kind.BAD_REQUEST: "{provider} did not understand the request. Nothing was charged; the brief is intact.",
    Kind.TOO_LONG: "The brief is longer than {model} can read. Nothing was charged; the brief is intact. Shorten the "
    "context, or choose another model.",
    Kind.SLOW_DOWN: "{provider} asks us to slow down. Nothing was charged; the brief is intact. Retry later.",
    Kind.DOWN: "{provider} does not answer. The brief is intact. Retry later, or choose another provider.",
    Kind.LOADING: "{provider} is still loading its model. Nothing was charged; retry in a moment.",
    Kind.UNREACHABLE: "{provider} cannot be reached. Nothing was sent; the brief is intact. Check the connection, or "
    "start the local server, then retry.",
    Kind.UNTRUSTED: "The identity of {provider} cannot be verified, so nothing was sent. The brief is intact. Check "
    "the address, the clock, or who stands between you and the provider.",
    Kind.STALLED: "{provider} sent nothing for too long. The brief is intact; what was read may be charged. Retry, or "
    "choose another provider.",
    Kind.REDIRECTED: "{provider} points to another address, where the key must not go. Nothing was charged; the brief "
    "is intact. Correct the address with `orchestrator providers edit`.",
    Kind.GARBLED: "What {provider} sent is not an answer: the address or the dialect is probably wrong. The brief is "
    "intact. Correct it with `orchestrator providers edit`, then retry.",
    Kind.MODEL_BROKEN: "The built-in model cannot be started. The brief is intact. Give another GGUF file with "
    "`orchestrator providers edit`, or choose another provider.",
}

_REASONS: Final[Mapping[str, str]] = {
    **_KINDS,
    EndReason.LENGTH: "The answer reached the model's length limit before its end. What arrived is kept; ask for less, "
    "or choose another model.",
    EndReason.DECLINED: "The model declined. Rephrase the brief, or keep the task for yourself.",
    EndReason.CUT: "The answer stopped before its end. What arrived is kept; keep it as it is, or retry.",
    EndReason.EMPTY: "{provider} ended the answer without a word. The brief is intact; retry, or choose another model.",
    EndReason.STOPPED: "Stopped. The text received is kept.",
    EndReason.APP_ENDED: "Orchestrator ended while the answer was on its way. What arrived is kept; the rest may have "
    "been charged.",
    EndReason.DELEGATE_GONE: "The specialist is no longer there. Nothing was sent; delegate the task to another.",
    EndReason.PROVIDER_OFF: "{provider} is switched off. Nothing was sent; switch it on, or delegate to another.",
    EndReason.LEVEL_3: "The task is level 3 now, and level 3 is never sent to an AI. Nothing was sent.",
    EndReason.BUG: "Orchestrator has made a mistake of its own. What arrived and the brief are kept; retry.",
}

_STATES: Final[Mapping[AttemptState, str]] = {
    AttemptState.TRUNCATED: _REASONS[EndReason.LENGTH],
    AttemptState.REFUSED: _REASONS[EndReason.DECLINED],
    AttemptState.INTERRUPTED: _REASONS[EndReason.CUT],
    AttemptState.CANCELLED: _REASONS[EndReason.STOPPED],
    AttemptState.FAILED: "No answer came from {provider}. The brief is intact; retry, or choose another provider.",
}


def trouble(attempt: Attempt) -> str | None:
    """Why an ended attempt is not a complete answer; None for one that is, or that has not ended."""
    if attempt.state not in _STATES:
        return None
    said = _REASONS.get(attempt.error or "", _STATES[attempt.state])
    if attempt.error in _KINDS and attempt.text:
        said = f"{_STATES[AttemptState.INTERRUPTED]} {said}"
    return said.format(provider=attempt.provider or "The provider", model=attempt.model_asked or "the model")


def provider_trouble(kind: str, *, provider: str, model: str) -> str:
    """The same for a test of a provider."""
    return _KINDS[Kind(kind)].format(provider=provider, model=model or "the model")


def running(state: AttemptState) -> str:
    """Where an attempt is; a person need not tell sent from streaming."""
    return "running" if state.under_way else state.value
