"""What the engine writes: claims, text as it arrives, ends, what a dead process left."""

import json
import multiprocessing
from pathlib import Path

import pytest

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.ids import AttemptId
from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.domain.task import Level, Stage
from orchestrator_desktop.operations import attempts, claiming, delegations, recovery, roster, stages
from orchestrator_desktop.operations.attempts import Ending
from orchestrator_desktop.operations.claiming import PAUSED
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store import queue
from orchestrator_desktop.store.opening import open_store
from tests.operations.work import OWNER, Work

LOCAL = "http://localhost:11434/v1"


def attempt(work: Work, attempt_id: AttemptId) -> reading.Attempt:
    found = reading.attempt(work.store, attempt_id)
    assert found is not None
    return found


def test_a_claim_is_marked_and_stored_whole_before_anything_is_sent(work: Work) -> None:
    task_id = work.add("Draft the letter")
    delegation_id = work.delegate(task_id)
    changes, (taken,) = claiming.claim(work.store, owner=OWNER)
    assert (taken.delegation_id, taken.task_id, taken.model, taken.provider.name) == (
        delegation_id,
        task_id,
        "m-1",
        "Mistral",
    )
    assert changes.touches(Kind.ATTEMPT)
    sent = attempt(work, taken.attempt_id)
    assert (sent.state, sent.provider, sent.model_asked) == (AttemptState.SENT, "Mistral", "m-1")
    assert sent.sent_at is not None
    snapshot = json.loads(reading.snapshot(work.store, taken.attempt_id) or "")
    (part,) = snapshot["parts"]
    assert (part["role"], queue.part(work.store, part["sha256"])) == ("user", "Draft the letter")
    assert (snapshot["origin"], snapshot["dialect"]) == ("https://api.mistral.ai", "openai-chat")
    assert sent.origin == "https://api.mistral.ai"
    assert work.events(task_id)[-1] == "sent"


def test_a_specialists_own_model_comes_before_the_providers(work: Work) -> None:
    specialist_id = work.specialist()
    work.store.execute("UPDATE specialist SET model = 'large' WHERE id = ?", (specialist_id,))
    work.delegate(work.add(), specialist_id)
    assert work.claim().model == "large"


def test_nothing_queued_is_nothing_claimed(work: Work) -> None:
    changes, taken = claiming.claim(work.store, owner=OWNER)
    assert (changes.ids, taken) == ({}, ())


def test_as_many_as_are_wanted_are_taken_at_once(work: Work) -> None:
    queued = [work.delegate(work.add(f"t{number}")) for number in range(6)]
    _, taken = claiming.claim(work.store, owner=OWNER, most=3)
    assert [claim.delegation_id for claim in taken] == queued[:3]
    _, rest = claiming.claim(work.store, owner=OWNER, most=9)
    assert [claim.delegation_id for claim in rest] == queued[3:4], "no more than the provider's limit"


def test_the_oldest_goes_first_and_each_once(work: Work) -> None:
    queued = [work.delegate(work.add(f"t{number}")) for number in range(3)]
    assert [work.claim().delegation_id for _ in queued] == queued
    assert claiming.claim(work.store, owner=OWNER)[1] == ()


def test_one_delegation_can_be_asked_for(work: Work) -> None:
    first, second = work.delegate(work.add()), work.delegate(work.add())
    assert work.claim(only=second).delegation_id == second
    assert claiming.claim(work.store, owner=OWNER, only=second)[1] == ()
    assert work.claim().delegation_id == first


@pytest.mark.parametrize(("url", "limit"), [("https://api.mistral.ai/v1", 4), (LOCAL, 1)])
def test_each_provider_has_its_limit(work: Work, url: str, limit: int) -> None:
    busy = work.specialist("Busy", base_url=url)
    queued = [work.delegate(work.add(), busy) for _ in range(limit + 2)]
    claims = [work.claim() for _ in range(limit)]
    assert claiming.claim(work.store, owner=OWNER)[1] == ()
    other = work.delegate(work.add(), work.specialist("Other", base_url="http://localhost:2/v1"))
    assert work.claim().delegation_id == other
    work.end(claims[0].attempt_id)
    assert work.claim().delegation_id == queued[limit]


def test_the_limit_counts_what_other_processes_run(work: Work) -> None:
    specialist_id = work.specialist("Local", base_url=LOCAL)
    work.delegate(work.add(), specialist_id)
    work.delegate(work.add(), specialist_id)
    work.claim(owner="window")
    assert claiming.claim(work.store, owner="command line")[1] == ()


def test_the_limit_is_the_users_to_set(work: Work) -> None:
    specialist_id = work.specialist("Local", base_url=LOCAL)
    roster.edit_provider(work.store, provider_id=work.provider("Local"), at_once=3)
    for _ in range(4):
        work.delegate(work.add(), specialist_id)
    assert len([work.claim() for _ in range(3)]) == 3
    assert claiming.claim(work.store, owner=OWNER)[1] == ()


def test_a_pause_holds_the_queue_but_not_what_is_asked_for_by_name(work: Work) -> None:
    delegation_id = work.delegate(work.add())
    set_setting(work.store, key=PAUSED, value=True)
    assert claiming.claim(work.store, owner=OWNER)[1] == ()
    assert work.claim(only=delegation_id).delegation_id == delegation_id
    later = work.delegate(work.add())
    set_setting(work.store, key=PAUSED, value=None)
    assert work.claim().delegation_id == later


def test_level_three_is_never_claimed_even_when_the_rows_were_forced(work: Work) -> None:
    task_id = work.add("Private")
    delegation_id = work.delegate(task_id)
    behind = work.delegate(work.add("Public"))
    work.force_level(task_id, Level.YOU_ONLY)
    changes, (taken,) = claiming.claim(work.store, owner=OWNER)
    assert taken.delegation_id == behind  # what can never run holds up nobody
    assert delegation_id in changes.of(Kind.DELEGATION)
    failed = reading.latest_attempt(work.store, delegation_id)
    assert failed is not None
    assert (failed.state, failed.error, failed.sent_at) == (AttemptState.FAILED, "level_3", None)
    assert reading.snapshot(work.store, failed.id) is None
    assert work.events(task_id)[-1] == "failed"


def test_level_three_is_not_claimed_by_name_either(work: Work) -> None:
    task_id = work.add()
    delegation_id = work.delegate(task_id)
    work.force_level(task_id, Level.YOU_ONLY)
    assert claiming.claim(work.store, owner=OWNER, only=delegation_id)[1] == ()
    assert work.attempt_state(delegation_id) is AttemptState.FAILED


def test_a_provider_that_was_turned_off_sends_nothing(work: Work) -> None:
    delegation_id = work.delegate(work.add())
    roster.edit_provider(work.store, provider_id=work.provider(), enabled=False)
    assert claiming.claim(work.store, owner=OWNER)[1] == ()
    failed = reading.latest_attempt(work.store, delegation_id)
    assert failed is not None
    assert failed.error == "provider_off"


def test_a_specialist_that_is_gone_sends_nothing(work: Work) -> None:
    delegation_id = work.delegate(work.add())
    work.store.execute("DELETE FROM specialist")
    assert claiming.claim(work.store, owner=OWNER)[1] == ()
    failed = reading.latest_attempt(work.store, delegation_id)
    assert failed is not None
    assert failed.error == "delegate_gone"


def test_text_is_added_as_it_arrives(work: Work) -> None:
    work.delegate(work.add())
    attempt_id = work.claim().attempt_id
    attempts.progress(work.store, arrived=[attempts.Arrived(attempt_id, "", reasoning="Hm. ")])
    thinking = attempt(work, attempt_id)
    assert (thinking.state, thinking.text, thinking.reasoning) == (AttemptState.STREAMING, "", "Hm. ")
    assert thinking.first_text_at is None
    attempts.progress(work.store, arrived=[attempts.Arrived(attempt_id, "Once ")])
    first = attempt(work, attempt_id).first_text_at
    assert first is not None
    attempts.progress(work.store, arrived=[attempts.Arrived(attempt_id, "upon", reasoning="Yes.")])
    streamed = attempt(work, attempt_id)
    assert (streamed.text, streamed.reasoning, streamed.first_text_at) == ("Once upon", "Hm. Yes.", first)


def test_text_that_arrives_after_the_end_is_dropped(work: Work) -> None:
    work.delegate(work.add())
    attempt_id = work.claim().attempt_id
    work.end(attempt_id, "all of it")
    assert attempts.progress(work.store, arrived=[attempts.Arrived(attempt_id, "more")]).ids == {}
    assert attempt(work, attempt_id).text == "all of it"


def test_a_complete_answer_is_a_result_in_review(work: Work) -> None:
    task_id = work.add()
    delegation_id = work.delegate(task_id)
    attempt_id = work.claim().attempt_id
    changes = work.end(attempt_id, "Dear all", model_answered="m-1-0914", request_id="req_1")
    assert all(changes.touches(kind) for kind in (Kind.ATTEMPT, Kind.DELEGATION, Kind.RESULT, Kind.TASK))
    assert changes.step is None
    result = work.result(task_id)
    assert (result.text, result.author, result.attempt_id, result.version) == ("Dear all", "Mistral", attempt_id, 1)
    assert (work.stage(task_id), work.delegation(delegation_id).state) == (Stage.IN_REVIEW, "answered")
    ended = attempt(work, attempt_id)
    assert (ended.state, ended.model_answered, ended.request_id) == (AttemptState.COMPLETE, "m-1-0914", "req_1")
    assert ended.first_text_at is not None
    assert work.events(task_id)[-1] == "answered"


def test_usage_is_kept_as_it_was_told(work: Work) -> None:
    work.delegate(work.add())
    attempt_id = work.claim().attempt_id
    usage = Usage(100, 20, 30, 40, 5, 1234, estimated=True)
    attempts.finish(work.store, attempt_id=attempt_id, ending=Ending(AttemptState.COMPLETE, "x", "why", usage))
    ended = attempt(work, attempt_id)
    assert (ended.usage, ended.reasoning) == (usage, "why")


@pytest.mark.parametrize("state", ["failed", "truncated", "refused", "interrupted", "cancelled"])
def test_every_other_end_stays_with_its_delegation(work: Work, state: str) -> None:
    task_id = work.add()
    delegation_id = work.delegate(task_id)
    attempt_id = work.claim().attempt_id
    work.end(attempt_id, "half", state, error="cut", error_detail="reset by peer", retry_after=2.5)
    ended = attempt(work, attempt_id)
    assert (ended.state, ended.text, ended.error, ended.error_detail) == (state, "half", "cut", "reset by peer")
    assert (work.stage(task_id), work.delegation(delegation_id).state) == (Stage.DELEGATED, "open")
    assert reading.latest_result(work.store, task_id) is None
    assert ("failed" in work.events(task_id)) == (state != "cancelled")


def test_an_answer_to_a_delegation_closed_meanwhile_is_kept_but_awaits_nobody(work: Work) -> None:
    task_id = work.add()
    work.delegate(task_id)
    attempt_id = work.claim().attempt_id
    delegations.take_back(work.store, task_id=task_id)
    work.end(attempt_id, "too late")
    assert attempt(work, attempt_id).text == "too late"
    assert reading.latest_result(work.store, task_id) is None
    assert work.stage(task_id) is Stage.PLANNED
    work.sound()


def test_an_answer_does_not_move_a_task_that_is_elsewhere(work: Work) -> None:
    task_id = work.add()
    work.delegate(task_id)
    attempt_id = work.claim().attempt_id
    work.store.execute("UPDATE task SET stage = 'done'")
    work.end(attempt_id, "late")
    assert (work.stage(task_id), attempt(work, attempt_id).text) == (Stage.DONE, "late")


def test_an_end_comes_once(work: Work) -> None:
    task_id = work.add()
    work.delegate(task_id)
    attempt_id = work.claim().attempt_id
    work.end(attempt_id, "first")
    assert work.end(attempt_id, "second", "failed").ids == {}
    assert work.end(AttemptId(99), "nobody's").ids == {}
    assert (work.result(task_id).text, attempt(work, attempt_id).state) == ("first", AttemptState.COMPLETE)


def test_what_a_dead_process_left_is_interrupted_with_its_text(work: Work) -> None:
    dead_task, alive_task = work.add("a"), work.add("b")
    dead_delegation, alive_delegation = work.delegate(dead_task), work.delegate(alive_task)
    dead = work.claim(dead_delegation, owner="dead").attempt_id
    work.claim(alive_delegation, owner="alive")
    attempts.progress(work.store, arrived=[attempts.Arrived(dead, "so far")])
    changes = recovery.recover(work.store, alive=lambda owner: owner == "alive")
    assert changes.of(Kind.ATTEMPT) == (dead,)
    assert changes.of(Kind.TASK) == (dead_task,)
    left = attempt(work, dead)
    assert (left.state, left.text, left.error) == (AttemptState.INTERRUPTED, "so far", "app_ended")
    assert left.ended_at is not None
    assert work.attempt_state(alive_delegation) is AttemptState.SENT
    assert work.stage(dead_task) is Stage.DELEGATED
    assert recovery.recover(work.store, alive=lambda owner: owner == "alive").ids == {}


def test_recovering_sends_nothing_and_leaves_the_queue(work: Work) -> None:
    delegation_id = work.delegate(work.add())
    assert recovery.recover(work.store, alive=lambda owner: False).ids == {}
    assert work.attempt_state(delegation_id) is AttemptState.QUEUED


def test_an_engine_is_told_to_stop_only_what_is_its_own(work: Work) -> None:
    mine, theirs = work.delegate(work.add()), work.delegate(work.add())
    taken = work.claim(mine, owner="me").attempt_id
    work.claim(theirs, owner="them")
    assert attempts.asked_to_stop(work.store, owner="me") == ()
    for delegation_id in (mine, theirs):
        delegations.stop(work.store, delegation_id=delegation_id)
    assert attempts.asked_to_stop(work.store, owner="me") == (taken,)
    work.end(taken, "part", "cancelled")
    assert attempts.asked_to_stop(work.store, owner="me") == ()


def test_dropping_a_task_while_its_answer_arrives_keeps_the_text(work: Work) -> None:
    task_id = work.add()
    work.delegate(task_id)
    attempt_id = work.claim().attempt_id
    attempts.progress(work.store, arrived=[attempts.Arrived(attempt_id, "half")])
    stages.drop(work.store, task_ids=[task_id])
    work.end(attempt_id, "half", "cancelled")
    assert (work.stage(task_id), attempt(work, attempt_id).text) == (Stage.DROPPED, "half")


def _claim_all(folder: str, owner: str, gate: object, claims: object) -> None:
    """In a process of its own: claim what there is, once the gate opens."""
    store = open_store(Path(folder))
    gate.wait()  # type: ignore[attr-defined]
    while taken := claiming.claim(store, owner=owner)[1]:
        claims.put((owner, taken[0].attempt_id))  # type: ignore[attr-defined]
        attempts.finish(store, attempt_id=taken[0].attempt_id, ending=Ending(AttemptState.COMPLETE, owner))
    store.close()
    claims.put((owner, None))  # type: ignore[attr-defined]


def test_two_processes_never_claim_the_same(work: Work) -> None:
    for number in range(20):
        work.delegate(work.add(f"t{number}"))
    context = multiprocessing.get_context("spawn")
    gate, claims = context.Barrier(2), context.Queue()
    folder = str(work.store.path.parent)
    children = [context.Process(target=_claim_all, args=(folder, name, gate, claims)) for name in ("one", "two")]
    for child in children:
        child.start()
    claimed, ended = [], 0
    while ended < 2:
        owner, attempt_id = claims.get(timeout=30)
        if attempt_id is None:
            ended += 1
        else:
            claimed.append((attempt_id, owner))
    for child in children:
        child.join(30)
    assert [number for number, _ in sorted(claimed)] == list(range(1, 21))
    for attempt_id, owner in claimed:
        assert attempt(work, AttemptId(attempt_id)).text == owner
    work.sound()
