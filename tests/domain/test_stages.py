"""Stages of a task and states of an attempt, over all pairs."""

from itertools import product

import pytest

from orchestrator_desktop.domain.attempts import AttemptState, may_become
from orchestrator_desktop.domain.task import Stage, may_move

STAGES = {
    "inbox": "planned delegated done dropped",
    "planned": "delegated done dropped",
    "delegated": "in_review planned done dropped",
    "in_review": "delegated planned done dropped",
    "done": "planned",
    "dropped": "planned",
}
ENDS = "complete truncated refused interrupted failed cancelled unknown"
STATES = {
    "draft": "queued waiting failed cancelled",
    "queued": "draft waiting sent failed cancelled",
    "waiting": "draft queued sent failed cancelled",
    "sent": f"streaming waiting {ENDS}",
    "streaming": ENDS,
}


@pytest.mark.parametrize(("now", "then"), list(product(Stage, Stage)))
def test_a_task_moves_only_where_an_act_leads(now: Stage, then: Stage) -> None:
    assert may_move(now, then) == (then.value in STAGES[now.value].split())


def test_only_done_and_dropped_are_closed() -> None:
    assert {stage for stage in Stage if not stage.open} == {Stage.DONE, Stage.DROPPED}


@pytest.mark.parametrize(("now", "then"), list(product(AttemptState, AttemptState)))
def test_an_attempt_moves_only_where_its_way_leads(now: AttemptState, then: AttemptState) -> None:
    assert may_become(now, then) == (then.value in STATES.get(now.value, "").split())


def test_an_ended_attempt_never_moves_again() -> None:
    ended = [state for state in AttemptState if state.ended]
    assert {state.value for state in ended} == set(ENDS.split())
    assert not any(may_become(now, then) for now, then in product(ended, AttemptState))


def test_under_way_is_between_queue_and_end() -> None:
    assert {state for state in AttemptState if state.under_way} == {AttemptState.SENT, AttemptState.STREAMING}
    to_come = {state for state in AttemptState if state.to_come}
    assert to_come == {AttemptState.DRAFT, AttemptState.QUEUED, AttemptState.WAITING}
    assert not any(state.ended or state.under_way for state in to_come)
