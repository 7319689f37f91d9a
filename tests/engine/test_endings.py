"""From what was heard to what is written: state, reason, tokens, cost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.delegate import Provider, ProviderKind
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind
from orchestrator_desktop.domain.ids import AttemptId, DelegationId, ProviderId, TaskId
from orchestrator_desktop.domain.messages import Message, Options, Role, Usage
from orchestrator_desktop.engine.endings import Heard, broken_off, closed, failed_by_us, stopped
from orchestrator_desktop.operations.claiming import Claim
from orchestrator_desktop.providers.base import Closed

REMOTE = Provider(
    id=ProviderId(1),
    name="Far",
    kind=ProviderKind.REMOTE,
    dialect="openai-chat",
    base_url="https://api.example.com/v1",
    model="m",
    enabled=True,
    key_origin=None,
    key_tail="",
    key_fingerprint="",
    tested_at=None,
    test_ms=None,
    test_error=None,
)
QUESTION = (Message(Role.USER, "Write a line, please."),)
CLAIM = Claim(AttemptId(1), DelegationId(1), TaskId(1), "Write", REMOTE, "m", QUESTION, Options())
HEARD = Heard(text="One two three four", sent=True, opened=True, begun=True, model="m-1", request_id="r-1")
COUNTED = Usage(12, 34, cached_tokens=4, cost_micro=560)
DONE = Closed(AttemptState.COMPLETE, "stop")


def test_the_providers_counts_and_cost_are_taken_as_they_are() -> None:
    assert closed(CLAIM, replace(HEARD, usage=COUNTED), DONE).usage == COUNTED


def test_without_counts_they_are_estimated_and_the_cost_is_unknown() -> None:
    assert closed(CLAIM, HEARD, DONE).usage == Usage(10, 4, cost_micro=None, estimated=True)


def test_one_missing_count_is_estimated_alone() -> None:
    usage = closed(CLAIM, replace(HEARD, usage=Usage(input_tokens=12)), DONE).usage
    assert usage == Usage(12, 4, estimated=True)


def test_thoughts_are_words_too() -> None:
    assert closed(CLAIM, replace(HEARD, reasoning="five six"), DONE).usage.output_tokens == 6


def test_a_count_from_the_start_says_nothing_of_a_cut_answer() -> None:
    """Anthropic begins with the exact input and one token of output."""
    begun = replace(HEARD, usage=Usage(input_tokens=12, output_tokens=1))
    cut = closed(CLAIM, begun, Closed(AttemptState.INTERRUPTED, "cut"))
    assert cut.usage == Usage(12, 4, estimated=True)
    assert stopped(CLAIM, replace(HEARD, usage=Usage(12, 40)), EndReason.STOPPED).usage == Usage(
        12, 40, estimated=True
    ), "never less than the provider said"


def test_what_another_attempt_gave_is_not_counted_again() -> None:
    going_on = replace(CLAIM, text="One two ", lead=8)
    assert closed(going_on, HEARD, Closed(AttemptState.INTERRUPTED, "cut")).usage.output_tokens == 2


@pytest.mark.parametrize(
    ("end", "reason", "detail"),
    [
        (DONE, None, ""),
        (Closed(AttemptState.TRUNCATED, "max_tokens"), EndReason.LENGTH, "max_tokens"),
        (Closed(AttemptState.REFUSED, "I would rather not."), EndReason.DECLINED, "I would rather not."),
        (Closed(AttemptState.INTERRUPTED, "it ended"), EndReason.CUT, "it ended"),
        (Closed(AttemptState.FAILED, "no text"), EndReason.EMPTY, "no text"),
    ],
)
def test_every_end_of_a_provider_has_its_reason(end: Closed, reason: EndReason | None, detail: str) -> None:
    ending = closed(CLAIM, HEARD, end)
    assert (ending.state, ending.error, ending.error_detail) == (end.state, reason, detail)
    assert (ending.text, ending.model_answered, ending.request_id) == ("One two three four", "m-1", "r-1")


NOBODY_KNOWS = (ProviderErrorKind.STALLED, ProviderErrorKind.UNANSWERED)


@pytest.mark.parametrize("kind", list(ProviderErrorKind))
def test_an_error_before_a_word_is_a_failure_after_one_an_interruption(kind: ProviderErrorKind) -> None:
    error = ProviderError(kind, "words", retry_after=3.5, request_id="r-2", should_retry=False)
    failed = broken_off(CLAIM, Heard(sent=True), error)
    assert failed.state is (AttemptState.UNKNOWN if kind in NOBODY_KNOWS else AttemptState.FAILED)
    assert (failed.error, failed.error_detail, failed.retry_after, failed.should_retry, failed.request_id) == (
        kind.value,
        "words",
        3.5,
        False,
        "r-2",
    )
    assert broken_off(CLAIM, HEARD, error).state is AttemptState.INTERRUPTED
    assert broken_off(CLAIM, Heard(), error).state is AttemptState.FAILED, "nothing had left"


def test_silence_after_the_provider_has_accepted_is_a_failure() -> None:
    accepted = ProviderError(ProviderErrorKind.STALLED, "nothing came", status=200)
    assert broken_off(CLAIM, Heard(sent=True), accepted).state is AttemptState.FAILED


@pytest.mark.parametrize("kind", list(ProviderErrorKind))
def test_what_was_refused_cost_nothing(kind: ProviderErrorKind) -> None:
    """Where the model may have worked before the error, nobody knows; before anything was sent, everybody does."""
    unknown = kind is ProviderErrorKind.DOWN or kind in NOBODY_KNOWS
    usage = broken_off(CLAIM, Heard(sent=True), ProviderError(kind)).usage
    assert usage == (Usage(10, 0, estimated=True) if unknown else Usage(cost_micro=0))
    assert broken_off(CLAIM, Heard(), ProviderError(kind)).usage == Usage(cost_micro=0)


def test_stopping_and_quitting() -> None:
    assert stopped(CLAIM, HEARD, EndReason.STOPPED).state is AttemptState.CANCELLED
    quitting = stopped(CLAIM, HEARD, EndReason.APP_ENDED)
    assert (quitting.state, quitting.error) == (AttemptState.INTERRUPTED, "app_ended")
    sent = stopped(CLAIM, Heard(sent=True), EndReason.APP_ENDED)
    assert (sent.state, sent.error) == (AttemptState.UNKNOWN, "app_ended_sent"), "it may have been received"
    assert stopped(CLAIM, Heard(), EndReason.STOPPED).usage == Usage(cost_micro=0), "it had not left yet"


def test_a_bug_names_itself_and_keeps_the_text() -> None:
    ending = failed_by_us(CLAIM, HEARD, KeyError("a secret"))
    assert (ending.state, ending.error, ending.error_detail) == (AttemptState.INTERRUPTED, "bug", "KeyError")
    assert failed_by_us(CLAIM, Heard(), KeyError("x")).state is AttemptState.FAILED
