"""Whether an attempt is tried again by itself: every kind of failure, every bound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.attempts import WaitReason
from orchestrator_desktop.domain.circuit import FAILURES, LONGEST_REST, rest_after
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.domain.errors import ProviderErrorKind as Kind
from orchestrator_desktop.domain.retrying import (
    LOADING_MOST,
    LONGEST_ASKED,
    MOST,
    OFFLINE_LONGEST,
    READ_ON_MOST,
    Again,
    Failure,
    after_cut,
    after_failure,
    offline_pause,
    pause_before,
    read_on_after,
)
from orchestrator_desktop.domain.task import Level

TRIED_AGAIN = {Kind.SLOW_DOWN: WaitReason.SLOW_DOWN, Kind.DOWN: WaitReason.DOWN}
WAITED_FOR = {Kind.UNREACHABLE: WaitReason.OFFLINE, Kind.LOADING: WaitReason.LOADING}


def again(kind: Kind, chance: float = 0.0, **more: float | bool | None) -> Again | None:
    return after_failure(Failure(kind, **more), chance=chance)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", list(Kind))
def test_what_only_the_user_can_mend_is_never_tried_again(kind: Kind) -> None:
    outcome = again(kind)
    if kind in TRIED_AGAIN:
        assert outcome == Again(TRIED_AGAIN[kind], 2.0, counted=True)
    elif kind in WAITED_FOR:
        assert outcome == Again(WAITED_FOR[kind], 2.0, counted=False), "nothing was done: it is no try"
    else:
        assert outcome is None


@pytest.mark.parametrize("kind", list(TRIED_AGAIN))
def test_a_number_of_tries_is_the_end(kind: Kind) -> None:
    assert again(kind, automatic=MOST - 1) is not None
    assert again(kind, automatic=MOST) is None


@pytest.mark.parametrize(("asked", "pause"), [(0, 2.0), (3.5, 3.5), (40, 40), (300, 300), (86_400, 86_400)])
def test_a_providers_wish_is_the_least_pause(asked: float, pause: float) -> None:
    outcome = again(Kind.SLOW_DOWN, retry_after=asked)
    assert outcome is not None
    assert outcome.seconds == pause


def test_a_provider_that_wants_more_than_a_week_means_no() -> None:
    assert again(Kind.SLOW_DOWN, retry_after=LONGEST_ASKED + 1) is None


def test_a_provider_that_says_do_not_is_not_asked_again() -> None:
    assert again(Kind.DOWN, should_retry=False) is None
    assert again(Kind.DOWN, should_retry=True) is not None


def test_being_away_is_waited_for_without_end_and_looked_at_every_half_minute() -> None:
    for waits in (0, 3, 10, 10_000):
        outcome = again(Kind.UNREACHABLE, waits=waits, automatic=MOST)
        assert outcome is not None
        assert outcome.seconds <= OFFLINE_LONGEST
    assert offline_pause(10_000) == OFFLINE_LONGEST


def test_a_server_that_reads_its_model_is_waited_for_a_quarter_of_an_hour() -> None:
    assert again(Kind.LOADING, waits=LOADING_MOST - 1) is not None
    assert again(Kind.LOADING, waits=LOADING_MOST) is None


@given(st.integers(0, 20), st.floats(0, 1))
def test_pauses_grow_within_bounds_and_chance_only_lengthens(automatic: int, chance: float) -> None:
    plain, spread = pause_before(automatic, 0.0), pause_before(automatic, chance)
    assert plain <= spread <= plain * 1.25
    assert spread <= 150
    assert pause_before(automatic + 1, 0.0) >= plain


@pytest.mark.parametrize("level", list(Level))
def test_a_cut_answer_is_asked_again_only_where_nobody_is_reading(level: Level) -> None:
    outcome = after_cut(level, EndReason.CUT, automatic=0, chance=0.0)
    assert (outcome is not None) == (level is Level.AI_ALONE)
    assert after_cut(level, EndReason.CUT, automatic=MOST, chance=0.0) is None


@pytest.mark.parametrize("error", [*Kind, *EndReason])
def test_only_what_may_pass_is_asked_again_after_a_word(error: Kind | EndReason) -> None:
    again = after_cut(Level.AI_ALONE, error, automatic=0, chance=0.0, retry_after=40)
    if error in (EndReason.CUT, Kind.STALLED, Kind.DOWN, Kind.SLOW_DOWN):
        assert again is not None
        assert again.seconds == 40, "the provider's wish is the least"
    else:
        assert again is None


def test_reading_on_has_its_bounds() -> None:
    assert read_on_after(EndReason.CUT, waits=0, retry_after=3) == 3
    assert read_on_after(EndReason.CUT, waits=READ_ON_MOST, retry_after=None) is None
    assert read_on_after(Kind.SLOW_DOWN, waits=0, retry_after=1e14) is None
    assert read_on_after(Kind.UNREACHABLE, waits=10_000, retry_after=None) == OFFLINE_LONGEST
    assert read_on_after(Kind.KEY_REFUSED, waits=0, retry_after=None) is None


def test_a_circuit_rests_longer_each_time_up_to_a_bound() -> None:
    assert [rest_after(count) for count in range(FAILURES)] == [None] * FAILURES
    rests = [rest_after(count) for count in range(FAILURES, FAILURES + 30)]
    assert all(rest is not None for rest in rests)
    assert rests == sorted(rests, key=lambda rest: rest or LONGEST_REST)
    assert rests[-1] == LONGEST_REST
