"""How an attempt ended, from what was heard: its state, its reason, its tokens and its cost. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind
from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.domain.money import CostSource
from orchestrator_desktop.domain.tokens import estimate, estimate_messages
from orchestrator_desktop.operations.attempts import Ending
from orchestrator_desktop.operations.claiming import Claim
from orchestrator_desktop.providers.base import Closed

_REASONS: Final = {
    AttemptState.COMPLETE: None,
    AttemptState.TRUNCATED: EndReason.LENGTH,
    AttemptState.REFUSED: EndReason.DECLINED,
    AttemptState.INTERRUPTED: EndReason.CUT,
    AttemptState.FAILED: EndReason.EMPTY,
}

_ON_THE_WAY: Final = frozenset({ProviderErrorKind.DOWN, ProviderErrorKind.STALLED, ProviderErrorKind.UNANSWERED})
"""Errors before any answer after which the model may have worked, and been paid, all the same."""

_REFUSALS: Final = frozenset(
    {
        ProviderErrorKind.KEY_REFUSED,
        ProviderErrorKind.NOT_ALLOWED,
        ProviderErrorKind.NO_MONEY,
        ProviderErrorKind.MODEL_UNKNOWN,
        ProviderErrorKind.BAD_REQUEST,
        ProviderErrorKind.TOO_LONG,
        ProviderErrorKind.SLOW_DOWN,
        ProviderErrorKind.LOADING,
    }
)
"""Errors before the first word after which it has not, also where they come within an answer, under HTTP 200."""


@dataclass(slots=True)
class Heard:
    """What an attempt has heard so far."""

    text: str = ""
    reasoning: str = ""
    sent: bool = False
    opened: bool = False
    begun: bool = False
    """A word has come, visible or thought."""
    model: str | None = None
    request_id: str | None = None
    usage: Usage = field(default_factory=Usage)


def closed(claim: Claim, heard: Heard, end: Closed) -> Ending:
    """The provider's own end. A complete answer needs no words, the others keep the provider's."""
    reason = _REASONS[end.state]
    if reason is EndReason.CUT and end.reason == "cancelled":
        reason = EndReason.STOPPED  # at the provider, by whoever: nothing of it can be read on
    finished = end.state is not AttemptState.INTERRUPTED
    return _ending(claim, heard, end.state, reason, detail="" if reason is None else end.reason, finished=finished)


def broken_off(claim: Claim, heard: Heard, error: ProviderError) -> Ending:
    """An error: nothing of an answer exists yet, or what arrived is kept; or the request left, and silence followed."""
    state = AttemptState.INTERRUPTED if heard.begun else AttemptState.FAILED
    if heard.sent and not heard.begun and _nobody_knows(error):
        state = AttemptState.UNKNOWN
    opened = heard.begun or (heard.opened and error.kind not in _REFUSALS)
    # What is only read on was accepted long ago, whatever the reading says.
    accepted = opened or claim.remote_id is not None
    paid = accepted or (heard.sent and error.kind in _ON_THE_WAY)
    ending = _ending(claim, heard, state, error.kind, detail=error.detail, paid=paid)
    return replace(
        ending,
        retry_after=error.retry_after,
        should_retry=error.should_retry,
        request_id=error.request_id or heard.request_id,
    )


def _nobody_knows(error: ProviderError) -> bool:
    """Whether the request may have been received, and may not have been."""
    silent = error.kind is ProviderErrorKind.STALLED and error.status is None
    return silent or error.kind is ProviderErrorKind.UNANSWERED


def stopped(claim: Claim, heard: Heard, reason: EndReason) -> Ending:
    """By the user, or because the app quits."""
    sent = heard.sent or claim.remote_id is not None
    if reason is EndReason.STOPPED:
        return _ending(claim, heard, AttemptState.CANCELLED, reason, paid=sent)
    if heard.sent and not heard.opened and claim.provider.base_url:
        return _ending(claim, heard, AttemptState.UNKNOWN, EndReason.APP_ENDED_SENT, paid=True)
    return _ending(claim, heard, AttemptState.INTERRUPTED, reason, paid=sent)


def failed_by_us(claim: Claim, heard: Heard, error: BaseException) -> Ending:
    """A bug: the name alone, its message may hold anything."""
    state = AttemptState.INTERRUPTED if heard.begun else AttemptState.FAILED
    return _ending(claim, heard, state, EndReason.BUG, detail=type(error).__name__, paid=heard.sent)


def _ending(
    claim: Claim,
    heard: Heard,
    state: AttemptState,
    reason: str | None,
    *,
    detail: str = "",
    finished: bool = False,
    paid: bool = True,
) -> Ending:
    return Ending(
        state=state,
        text=heard.text,
        reasoning=heard.reasoning,
        usage=_counted(claim, heard, finished=finished) if paid else Usage(cost_micro=0),
        cost_source=None if paid else CostSource.FREE,  # what is paid is priced by `pricing.settled`
        model_answered=heard.model,
        request_id=heard.request_id,
        error=reason,
        error_detail=detail,
        begun=heard.begun,
    )


def _counted(claim: Claim, heard: Heard, *, finished: bool) -> Usage:
    """The provider's counts; estimates, marked so, for those that it did not give, or not to the end."""
    seen = heard.usage
    # Counts come with the end: one given at the start says nothing of the words that followed.
    output = seen.output_tokens if finished else None
    if seen.input_tokens is not None and output is not None:
        return seen
    if output is None:
        output = max(seen.output_tokens or 0, estimate(heard.text[claim.lead :]) + estimate(heard.reasoning))
    read = estimate_messages(claim.messages) if seen.input_tokens is None else seen.input_tokens
    return replace(seen, input_tokens=read, output_tokens=output, estimated=True)
