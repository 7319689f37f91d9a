"""What follows a failure by itself: rows with a time, a circuit a provider, and never a try the user did not want."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.delegation import Attempt
from orchestrator_desktop.domain.ids import AttemptId, DelegationId
from orchestrator_desktop.domain.retrying import MOST
from orchestrator_desktop.domain.task import Level, Stage
from orchestrator_desktop.operations import attempts, circuits, claiming, delegations, queueing, recovery
from orchestrator_desktop.operations.undo import undo
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store import queue
from tests.operations.work import OWNER, Work

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock() -> time_machine.Coordinates:
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def fail(work: Work, attempt_id: AttemptId, error: str, text: str = "", **more: object) -> None:
    state = "interrupted" if text else "failed"
    work.end(attempt_id, text, state, error=error, **{"begun": bool(text), **more})


def tries(work: Work, delegation_id: DelegationId) -> list[Attempt]:
    return reading.attempts(work.store, delegation_id)


def nothing(work: Work) -> bool:
    return claiming.claim(work.store, owner=OWNER)[1] == ()


def test_a_provider_that_is_down_is_asked_again_as_another_attempt_with_a_time(
    work: Work, clock: time_machine.Coordinates
) -> None:
    delegation_id = work.delegate(work.add())
    fail(work, work.claim().attempt_id, "down", error_detail="HTTP 503")
    first, second = tries(work, delegation_id)
    assert (first.state, first.error) == (AttemptState.FAILED, "down")
    assert (second.state, second.reason, second.automatic) == (AttemptState.WAITING, WaitReason.DOWN, 1)
    assert second.not_before == NOON + timedelta(seconds=2)
    assert nothing(work)
    clock.shift(3)
    assert work.claim().attempt_id == second.id


def test_tries_by_themselves_come_to_an_end(work: Work, clock: time_machine.Coordinates) -> None:
    delegation_id = work.delegate(work.add())
    for _ in range(MOST + 1):
        fail(work, work.claim().attempt_id, "down")
        clock.shift(700)
    assert nothing(work)
    assert [attempt.state for attempt in tries(work, delegation_id)] == [AttemptState.FAILED] * (MOST + 1)
    delegations.retry(work.store, delegation_id=delegation_id)
    assert tries(work, delegation_id)[-1].automatic == 0, "the user's own try begins a new row of them"


@pytest.mark.parametrize(("asked", "pause"), [(40.0, 40), (86_400.0, 86_400)])
def test_a_provider_that_asks_for_a_pause_gets_it_for_all_that_wait(work: Work, asked: float, pause: int) -> None:
    first, second = work.delegate(work.add()), work.delegate(work.add())
    fail(work, work.claim(first).attempt_id, "slow_down", retry_after=asked)
    assert nothing(work)
    until = NOON + timedelta(seconds=pause)
    for delegation_id in (first, second):
        waiting = tries(work, delegation_id)[-1]
        assert (waiting.state, waiting.reason, waiting.not_before) == (
            AttemptState.WAITING, WaitReason.SLOW_DOWN, until,
        )  # fmt: skip


def test_what_cannot_be_reached_waits_and_counts_as_no_try(work: Work, clock: time_machine.Coordinates) -> None:
    first, second = work.delegate(work.add("first")), work.delegate(work.add("second"))
    other = work.delegate(work.add(), work.specialist("Other", base_url="http://localhost:2/v1"))
    fail(work, work.claim(first).attempt_id, "unreachable")
    (attempt,) = tries(work, first)
    assert (attempt.state, attempt.reason, attempt.waits) == (AttemptState.WAITING, WaitReason.OFFLINE, 1)
    assert (attempt.sent_at, attempt.usage.cost_micro) == (None, None), "nothing left the computer"
    assert work.claim().delegation_id == other, "one provider is away, the rest is not"
    assert nothing(work)
    assert tries(work, second)[0].reason is WaitReason.OFFLINE
    for _ in range(3):
        clock.shift(40)
        assert nothing(work)
    assert [event.kind for event in queue.events(work.store, tries(work, second)[0].id)] == ["queued", "waiting"]
    clock.shift(-120)
    assert queue.away(work.store, NOON) == []
    clock.shift(3)
    (away,) = queue.away(work.store, NOON + timedelta(seconds=3))
    circuits.still_away(work.store, provider_id=away.provider_id)
    assert nothing(work)
    _, count = circuits.back(work.store, provider_id=away.provider_id)
    assert count == 2
    assert [work.claim().delegation_id for _ in range(2)] == [first, second], "in their order"


def test_after_several_failures_nobody_knocks_and_then_one_knocks_first(
    work: Work, clock: time_machine.Coordinates
) -> None:
    queued = [work.delegate(work.add()) for _ in range(5)]
    taken = [work.claim() for _ in range(3)]
    for claim in taken:
        fail(work, claim.attempt_id, "down")
    assert nothing(work)
    assert tries(work, queued[4])[0].state is AttemptState.WAITING
    clock.shift(20)
    knocking = work.claim()
    assert nothing(work), "half open: one at a time"
    work.end(knocking.attempt_id)
    assert len([work.claim() for _ in range(4)]) == 4, "an answer closes the circuit"


def test_one_failure_is_chance_and_holds_up_nobody(work: Work) -> None:
    for _ in range(4):
        work.delegate(work.add())
    speaking, failing = work.claim(), work.claim()
    fail(work, failing.attempt_id, "down")
    attempts.progress(work.store, arrived=[attempts.Arrived(speaking.attempt_id, "Once ")])
    assert len([work.claim() for _ in range(2)]) == 2


def test_a_provider_that_speaks_is_well_long_before_it_has_ended(work: Work, clock: time_machine.Coordinates) -> None:
    for _ in range(6):
        work.delegate(work.add())
    for claim in [work.claim() for _ in range(3)]:
        fail(work, claim.attempt_id, "down")
    clock.shift(20)
    knocking = work.claim()
    assert nothing(work)
    attempts.progress(work.store, arrived=[attempts.Arrived(knocking.attempt_id, "Once ")])
    assert queue.circuits(work.store) == []
    assert len([work.claim() for _ in range(3)]) == 3


def test_a_refused_key_closes_the_circuit_and_is_not_tried_again(work: Work, clock: time_machine.Coordinates) -> None:
    delegation_id = work.delegate(work.add())
    fail(work, work.claim().attempt_id, "down")
    clock.shift(3)
    fail(work, work.claim().attempt_id, "key_refused")
    assert [attempt.state for attempt in tries(work, delegation_id)] == [AttemptState.FAILED] * 2
    assert queue.circuits(work.store) == []


def test_a_cut_answer_of_level_one_is_asked_again_by_itself(work: Work) -> None:
    alone = work.delegate(work.add(level=Level.AI_ALONE))
    fail(work, work.claim().attempt_id, "cut", "half")
    first, second = tries(work, alone)
    assert (first.state, first.text) == (AttemptState.INTERRUPTED, "half")
    assert (second.state, second.reason) == (AttemptState.WAITING, WaitReason.CUT)


def test_a_cut_answer_of_level_two_waits_for_the_user(work: Work) -> None:
    delegation_id = work.delegate(work.add())
    fail(work, work.claim().attempt_id, "cut", "half")
    (attempt,) = tries(work, delegation_id)
    assert (attempt.state, attempt.text) == (AttemptState.INTERRUPTED, "half")


def test_what_may_have_been_received_is_never_sent_again_by_itself(work: Work) -> None:
    task_id = work.add(level=Level.AI_ALONE)
    delegation_id = work.delegate(task_id)
    work.end(work.claim().attempt_id, "", "unknown", error="unanswered")
    (attempt,) = tries(work, delegation_id)
    assert (attempt.state, attempt.error) == (AttemptState.UNKNOWN, "unanswered")
    assert nothing(work)
    assert work.stage(task_id) is Stage.DELEGATED


def test_a_try_that_waits_is_cancelled_with_its_delegation(work: Work, clock: time_machine.Coordinates) -> None:
    stopped, undone = work.delegate(work.add()), work.delegate(work.add())
    for delegation_id in (stopped, undone):
        fail(work, work.claim(delegation_id).attempt_id, "down")
    undo(work.store)
    delegations.stop(work.store, delegation_id=stopped)
    clock.shift(600)
    assert nothing(work)
    assert [tries(work, one)[-1].state for one in (stopped, undone)] == [AttemptState.CANCELLED] * 2


def test_a_failure_after_the_user_asked_to_stop_is_the_end(work: Work) -> None:
    delegation_id = work.delegate(work.add())
    taken = work.claim()
    delegations.stop(work.store, delegation_id=delegation_id)
    fail(work, taken.attempt_id, "down")
    assert len(tries(work, delegation_id)) == 1


def test_the_user_may_send_at_once_whatever_the_circuit_says(work: Work) -> None:
    delegation_id = work.delegate(work.add())
    fail(work, work.claim().attempt_id, "unreachable")
    assert nothing(work)
    queueing.release(work.store, delegation_id=delegation_id)
    assert work.claim().delegation_id == delegation_id


def test_every_step_is_kept(work: Work) -> None:
    delegation_id = work.delegate(work.add())
    fail(work, work.claim().attempt_id, "down")
    first, second = tries(work, delegation_id)
    assert [event.kind for event in queue.events(work.store, first.id)] == ["queued", "sent", "failed"]
    assert [event.kind for event in queue.events(work.store, second.id)] == ["waiting"]


def test_an_answer_left_with_its_provider_is_read_on_not_asked_again(work: Work) -> None:
    work.store.execute("UPDATE provider SET background = 1")
    delegation_id = work.delegate(work.add())
    taken = work.claim(owner="dead")
    place = attempts.Place("resp_1", 7)
    attempts.progress(work.store, arrived=[attempts.Arrived(taken.attempt_id, "so far", place=place)])
    recovery.recover(work.store, alive=lambda owner: False)
    again = work.claim(owner="new")
    assert (again.attempt_id, again.remote_id, again.sequence) == (taken.attempt_id, "resp_1", 7)
    assert (again.text, again.lead) == ("so far", 0)
    assert nothing(work), "by one process alone"
    work.end(again.attempt_id, "so far and the rest")
    assert work.delegation(delegation_id).state == "answered"


@pytest.mark.parametrize("why", ["stopped", "taken back", "provider off"])
def test_an_answer_left_with_its_provider_that_nobody_wants_any_more_ends(work: Work, why: str) -> None:
    task_id = work.add()
    delegation_id = work.delegate(task_id)
    taken = work.claim(owner="dead")
    attempts.progress(work.store, arrived=[attempts.Arrived(taken.attempt_id, "x", place=attempts.Place("resp_1", 1))])
    attempts.leave(work.store, attempt_id=taken.attempt_id)
    if why == "stopped":
        delegations.stop(work.store, delegation_id=delegation_id)
    elif why == "taken back":
        delegations.take_back(work.store, task_id=task_id)
    else:
        work.store.execute("UPDATE provider SET enabled = 0")
    recovery.recover(work.store, alive=lambda owner: False)
    if why != "provider off":
        told = work.claim(owner="new")
        assert told.stop, "its provider is told, and nothing is read"
        work.end(told.attempt_id, "x", "cancelled", error="stopped")
    assert work.attempt_state(delegation_id).ended
    assert nothing(work)


def test_a_pause_that_was_asked_for_outlasts_other_failures_and_older_words(
    work: Work, clock: time_machine.Coordinates
) -> None:
    for _ in range(5):
        work.delegate(work.add())
    older, asked, down = work.claim(), work.claim(), work.claim()
    clock.shift(1)
    fail(work, asked.attempt_id, "slow_down", retry_after=3600.0)
    fail(work, down.attempt_id, "down")
    attempts.progress(work.store, arrived=[attempts.Arrived(older.attempt_id, "Once ")])
    work.end(older.attempt_id, "Once upon a time")
    clock.shift(60)
    assert nothing(work), "the provider asked for an hour"
    clock.shift(3600)
    assert not nothing(work)


def test_a_pause_holds_though_no_try_follows(work: Work, clock: time_machine.Coordinates) -> None:
    stopped, other = work.delegate(work.add()), work.delegate(work.add())
    taken = work.claim(stopped)
    delegations.stop(work.store, delegation_id=stopped)
    fail(work, taken.attempt_id, "slow_down", retry_after=600.0)
    clock.shift(60)
    assert nothing(work)
    assert tries(work, other)[0].reason is WaitReason.SLOW_DOWN


def test_a_try_by_itself_goes_on_with_what_it_went_on_with(work: Work, clock: time_machine.Coordinates) -> None:
    delegation_id = work.delegate(work.add())
    fail(work, work.claim().attempt_id, "cut", "One, two, ")
    queueing.continue_answer(work.store, delegation_id=delegation_id)
    fail(work, work.claim().attempt_id, "down", begun=False)
    clock.shift(10)
    taken = work.claim()
    assert (taken.text, taken.lead) == ("One, two, ", len("One, two, "))
    work.end(taken.attempt_id, "One, two, ", "failed", error="key_refused")
    delegations.retry(work.store, delegation_id=delegation_id)
    assert work.claim().lead == len("One, two, "), "nor does the user's own try ask for all of it again"


def test_an_answer_that_its_provider_may_go_on_with_is_never_asked_for_again(work: Work) -> None:
    work.store.execute("UPDATE provider SET background = 1")
    delegation_id = work.delegate(work.add(level=Level.AI_ALONE))
    taken = work.claim()
    place = attempts.Place("resp_1", 1)
    attempts.progress(work.store, arrived=[attempts.Arrived(taken.attempt_id, "half", place=place)])
    work.store.execute("UPDATE attempt SET waits = 20")
    work.end(taken.attempt_id, "half", "interrupted", error="cut", begun=True)
    (attempt,) = tries(work, delegation_id)
    assert attempt.state is AttemptState.INTERRUPTED


def test_a_clock_that_was_wrong_once_does_not_stop_a_provider_for_years(work: Work) -> None:
    delegation_id = work.delegate(work.add())
    fail(work, work.claim().attempt_id, "slow_down", retry_after=60.0)
    work.store.execute("UPDATE circuit SET open_until = '2030-01-01T00:00:00.000000Z'")
    other = work.delegate(work.add())
    assert work.claim(other).delegation_id == other
    assert tries(work, delegation_id)[-1].state is AttemptState.WAITING
