"""Every way an attempt can end has words; days and durations as one says them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from orchestrator_desktop.cli import troubles, words
from orchestrator_desktop.cli.events import event_lines
from orchestrator_desktop.domain.attempts import ENDED, AttemptState, WaitReason
from orchestrator_desktop.domain.delegation import Attempt
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.domain.ids import AttemptId, DelegationId, TaskId
from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.store.queue import Event

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
def test_only_what_is_whole_or_goes_on_is_no_trouble(state: AttemptState) -> None:
    trouble = troubles.trouble(replace(ATTEMPT, state=state, reason=WaitReason.DOWN))
    held_back = state in (AttemptState.DRAFT, AttemptState.WAITING)
    assert bool(trouble) is (held_back or (state in ENDED and state is not AttemptState.COMPLETE))


@pytest.mark.parametrize("reason", list(WaitReason))
@pytest.mark.parametrize("until", [None, NOW])
def test_whatever_is_waited_for_has_words(reason: WaitReason, until: datetime | None) -> None:
    waits = replace(ATTEMPT, state=AttemptState.WAITING, reason=reason, not_before=until, provider="")
    said = troubles.trouble(waits, provider="Mistral", now=NOW)
    assert said
    assert "{" not in said
    assert troubles.waits_for(waits) == reason
    assert troubles.running(waits.state, reason).startswith("waits: ")
    if reason not in (WaitReason.BUDGET, WaitReason.CUT, WaitReason.CHANGED):
        assert said.startswith("Mistral ")


def test_a_time_is_said_where_there_is_one() -> None:
    waits = replace(ATTEMPT, state=AttemptState.WAITING, reason=WaitReason.BUDGET, not_before=None)
    assert "`orchestrator queue release 1` sends it all the same" in (troubles.trouble(waits) or "")
    tomorrow = replace(waits, not_before=NOW + timedelta(hours=20))
    assert "It leaves tomorrow 06:00" in (troubles.trouble(tomorrow, now=NOW.astimezone()) or "")


def test_an_answer_that_goes_on_at_its_provider_is_waited_for() -> None:
    left = replace(ATTEMPT, state=AttemptState.STREAMING, not_before=NOW + timedelta(seconds=8), text="Half")
    assert troubles.waits_for(left) == troubles.LEFT
    assert "Read on in 8 s" in (troubles.trouble(left, now=NOW.astimezone()) or "")
    assert troubles.trouble(replace(left, not_before=None)) is None


def test_an_error_in_the_middle_says_both() -> None:
    said = troubles.trouble(replace(ATTEMPT, state=AttemptState.INTERRUPTED, error="stalled", text="Half"))
    assert said is not None
    assert said.startswith("The answer stopped before its end. Mistral {x} sent nothing for too long.")
    assert "`orchestrator continue 1`" in said


@pytest.mark.parametrize(
    ("micro", "said"),
    [(None, ""), (0, "$0.00"), (1, "<$0.001"), (4_200, "$0.004"), (840_000, "$0.84"), (1_234_567_890, "$1,234.57")],
)
def test_money(micro: int | None, said: str) -> None:
    assert words.money(micro) == said


@pytest.mark.parametrize(
    ("later", "said"),
    [
        (timedelta(seconds=-5), "in 1 s"),
        (timedelta(seconds=12), "in 12 s"),
        (timedelta(hours=2), "at 12:00"),
        (timedelta(hours=15), "tomorrow 01:00"),
        (timedelta(days=3), "Thu 26 Nov 10:00"),
    ],
)
def test_when_something_is_tried(later: timedelta, said: str) -> None:
    assert words.soon(NOW + later, NOW.astimezone()) == said


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
    assert words.due(datetime(2026, 11, 24, 8, tzinfo=UTC), NOW.date(), 0) == "tomorrow 09:00"
    assert words.due(None, NOW.date(), 0) == ""


@pytest.mark.parametrize(
    ("day", "hour", "begins", "said"),
    [
        (24, 1, 4, "tonight 01:20"),
        (24, 4, 4, "tomorrow 04:20"),
        (24, 1, 0, "tomorrow 01:20"),
        (23, 1, 4, "today 01:20"),
        (23, 23, 4, "today 23:20"),
        (25, 1, 4, "Wed 25 Nov 01:20"),
    ],
)
def test_the_night_belongs_to_the_day_that_goes_on(day: int, hour: int, begins: int, said: str) -> None:
    moment = datetime(2026, 11, day, hour, 20).astimezone()
    assert words.due(moment, date(2026, 11, 23), begins) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0 s"), (14.4, "14 s"), (59.6, "1 min"), (125, "2 min"), (3599, "1 h"), (3600, "1 h"), (6600, "1 h 50")],
)
def test_durations(seconds: float, said: str) -> None:
    assert words.duration(seconds) == said


def test_steps_are_lines_and_looks_in_a_row_are_one() -> None:
    def event(kind: str, **detail: object) -> Event:
        return Event(NOW, kind, json.dumps(detail))

    happened = [
        event("queued"),
        event("left_computer", bytes=1200),
        event("left_computer", bytes=1190),
        *(event("waiting", reason="offline", until=f"2026-11-23T09:00:0{second}Z") for second in range(4)),
        event("waiting", reason="slow_down"),
        event("failed", error="key_refused"),
    ]
    assert event_lines(happened) == [
        "10:00:00  queued",
        "10:00:00  sent: 1,200 bytes",
        "10:00:00  sent: 1,190 bytes",
        "10:00:00  waits: offline, until 10:00:03",
        "10:00:00  waits: slow down",
        "10:00:00  failed: key refused",
    ]


def test_no_steps_are_no_lines() -> None:
    assert event_lines([]) == []
