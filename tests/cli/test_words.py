"""Every way an attempt can end has words; days and durations as one says them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from orchestrator_desktop.cli import troubles, words
from orchestrator_desktop.domain.attempts import ENDED, AttemptState
from orchestrator_desktop.domain.delegation import Attempt
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.domain.ids import AttemptId, DelegationId, TaskId
from orchestrator_desktop.domain.messages import Usage

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
ATTEMPT = Attempt(
    id=AttemptId(1),
    delegation_id=DelegationId(1),
    task_id=TaskId(1),
    number=1,
    state=AttemptState.FAILED,
    provider="Mistral {x}",
    model_asked="large",
    model_answered=None,
    text="",
    reasoning="",
    usage=Usage(),
    error=None,
    error_detail="",
    request_id=None,
    queued_at=NOW,
    sent_at=NOW,
    first_text_at=None,
    ended_at=NOW,
    input_estimate=10,
)


@pytest.mark.parametrize("reason", [*ProviderErrorKind, *EndReason])
def test_every_reason_has_words_of_its_own(reason: str) -> None:
    said = troubles.trouble(replace(ATTEMPT, error=reason))
    assert said
    assert said != troubles.trouble(ATTEMPT)
    assert "{provider}" not in said
    assert "!" not in said


@pytest.mark.parametrize("kind", list(ProviderErrorKind))
def test_a_test_of_a_provider_has_words_too(kind: ProviderErrorKind) -> None:
    assert troubles.provider_trouble(kind, provider="Mistral", model="")


@pytest.mark.parametrize("state", list(AttemptState))
def test_only_an_end_that_is_not_whole_is_trouble(state: AttemptState) -> None:
    trouble = troubles.trouble(replace(ATTEMPT, state=state))
    assert bool(trouble) is (state in ENDED and state is not AttemptState.COMPLETE)


def test_an_error_after_some_text_says_that_it_is_kept() -> None:
    said = troubles.trouble(replace(ATTEMPT, state=AttemptState.INTERRUPTED, error=ProviderErrorKind.DOWN, text="Half"))
    assert said is not None
    assert "What arrived is kept" in said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 22), "yesterday"),
        (date(2026, 11, 23), "today"),
        (date(2026, 11, 24), "tomorrow"),
        (date(2026, 12, 2), "Wed 2 Dec"),
        (date(2027, 1, 5), "5 Jan 2027"),
    ],
)
def test_days(day: date, said: str) -> None:
    assert words.day(day, NOW.date()) == said


def test_a_moment_is_said_in_local_time() -> None:
    assert words.due(datetime(2026, 11, 24, 8, tzinfo=UTC), NOW.date()) == "tomorrow 09:00"
    assert words.due(None, NOW.date()) == ""


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0 s"), (14.4, "14 s"), (59.6, "1 min"), (125, "2 min"), (3599, "1 h"), (3600, "1 h"), (6600, "1 h 50")],
)
def test_durations(seconds: float, said: str) -> None:
    assert words.duration(seconds) == said
