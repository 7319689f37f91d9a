"""Undo and the queue: what had left keeps its record, what had not goes on where it stood."""

from __future__ import annotations

import pytest

from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.delegation import Attempt
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.domain.ids import DelegationId
from orchestrator_desktop.operations import delegations, queueing, sentlog, specialists, stages
from orchestrator_desktop.operations.undo import undo
from orchestrator_desktop.store import delegations as reading
from tests.operations.work import Work


def last(work: Work, delegation_id: DelegationId) -> Attempt:
    found = reading.latest_attempt(work.store, delegation_id)
    assert found is not None
    return found


def test_a_request_that_left_keeps_its_record_though_it_waits_again(work: Work) -> None:
    delegation = work.delegate(work.add())
    taken = work.claim(delegation)
    left = sentlog.Departure("delegation", "Mistral", "https://x", 10, attempt_id=taken.attempt_id)
    sentlog.log_sent(work.store, departures=[left])
    work.end(taken.attempt_id, "", "failed", error=ProviderErrorKind.LOADING)
    assert last(work, delegation).sent_at is None
    undo(work.store)
    attempt = reading.attempt(work.store, taken.attempt_id)
    assert attempt is not None and attempt.state is AttemptState.CANCELLED
    assert work.delegation(delegation).state == "closed"
    work.sound()


@pytest.mark.parametrize("act", ["take back", "complete", "hand to another"])
def test_what_was_queued_is_queued_again(work: Work, act: str) -> None:
    task_id = work.add()
    delegation = work.delegate(task_id)
    if act == "take back":
        delegations.take_back(work.store, task_id=task_id)
    elif act == "complete":
        stages.complete(work.store, task_id=task_id)
    else:
        work.delegate(task_id, work.role("Editor", instructions="Be kind."))
    undo(work.store)
    assert (last(work, delegation).number, last(work, delegation).state) == (2, AttemptState.QUEUED)
    assert work.claim().delegation_id == delegation
    work.sound()


def test_what_was_held_is_held_again_and_what_waited_waits(work: Work) -> None:
    held, waits = work.add("held"), work.add("waits")
    one, other = work.delegate(held), work.delegate(waits)
    queueing.hold(work.store, delegation_id=one)
    queueing.wait_until_tomorrow(work.store, delegation_id=other)
    until = last(work, other).not_before
    for task_id in (held, waits):
        delegations.take_back(work.store, task_id=task_id)
        undo(work.store)
    assert last(work, one).state is AttemptState.DRAFT
    assert last(work, other).state is AttemptState.WAITING
    assert (last(work, other).reason, last(work, other).not_before) == (WaitReason.BUDGET, until)


def test_what_is_queued_again_is_what_was_shown(work: Work) -> None:
    task_id, role = work.add(), work.role("Editor", instructions="Be kind.")
    work.delegate(task_id, role)
    delegations.take_back(work.store, task_id=task_id)
    specialists.edit_specialist(work.store, specialist_id=role, instructions="Be harsh.")
    undo(work.store)  # the edit
    specialists.edit_specialist(work.store, specialist_id=role, instructions="Be harsh.")
    taken_back = work.store.value("SELECT id FROM undo_step WHERE name = 'Take back'")
    undo(work.store, step=taken_back)
    assert work.store.value("SELECT count(DISTINCT shown) FROM attempt") == 1


def test_what_the_user_had_stopped_or_what_had_left_is_not_sent_again(work: Work) -> None:
    stopped, sent = work.add("stopped"), work.add("sent")
    one, other = work.delegate(stopped), work.delegate(sent)
    delegations.stop(work.store, delegation_id=one)
    taken = work.claim(other)
    for task_id in (stopped, sent):
        delegations.take_back(work.store, task_id=task_id)
    work.end(taken.attempt_id, "Half", "cancelled", error="stopped")
    undo(work.store)
    undo(work.store)
    assert [last(work, which).number for which in (one, other)] == [1, 1]
    assert {last(work, which).state for which in (one, other)} == {AttemptState.CANCELLED}
    delegations.retry(work.store, delegation_id=other)
    assert work.claim().delegation_id == other
