"""Capture and plan."""

from datetime import UTC, date, datetime

import pytest

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.errors import UsageError, UserError
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import TITLE_LIMIT, Level, Stage
from orchestrator_desktop.operations import stages, tasks
from orchestrator_desktop.operations.undo import undo
from orchestrator_desktop.store import days, delegates
from tests.operations.work import Work

NOW = datetime(2026, 10, 14, 9, 0, tzinfo=UTC)


def test_a_line_becomes_a_task_with_all_it_says(work: Work) -> None:
    changes = tasks.add(work.store, line="Draft launch email tomorrow #marketing !1 @nora p2 ~45m", now=NOW)
    task = work.task(TaskId(changes.first(Kind.TASK)))
    assert task.title == "Draft launch email"
    assert (task.level, task.stage, task.priority, task.estimate_minutes) == (Level.AI_ALONE, Stage.INBOX, 2, 45)
    assert (task.due, task.delegate) == (date(2026, 10, 15), "Nora")
    assert task.domain is not None
    assert task.domain.lower() == "marketing"
    assert changes.touches(Kind.DOMAIN)
    assert changes.touches(Kind.PERSON)
    assert work.events(task.id) == ["captured"]


def test_a_bare_line_is_level_two_in_the_inbox(work: Work) -> None:
    task = work.task(work.add("Think"))
    assert (task.level, task.stage, task.due, task.domain, task.delegate) == (2, Stage.INBOX, None, None, None)


def test_known_names_are_used_again(work: Work) -> None:
    first, second = work.add("a #Éducation @Zoé"), work.add("b #éducation @zoé")
    assert work.task(first).domain_id == work.task(second).domain_id
    assert work.task(first).person_id == work.task(second).person_id
    assert len(delegates.domains(work.store)) == len(delegates.people(work.store)) == 1


def test_a_specialists_name_means_the_specialist(work: Work) -> None:
    specialist_id = work.specialist("Mistral")
    task = work.task(work.add("a @mistral"))
    assert (task.specialist_id, task.person_id, task.delegate) == (specialist_id, None, "Mistral")


@pytest.mark.parametrize("line", ["", "   ", "\n", "\x00\x1b", "\ud800"])
def test_a_line_without_a_title_adds_nothing(work: Work, line: str) -> None:
    before = work.dump()
    with pytest.raises(UserError, match="needs a title"):
        work.add(line)
    assert work.dump() == before


@pytest.mark.parametrize("line", ["word " * 20_000, "x" * 100_000, "🚀 " * 33_000])
def test_a_hundred_thousand_characters_are_kept_in_the_notes(work: Work, line: str) -> None:
    task = work.task(work.add(line))
    assert len(task.title) <= TITLE_LIMIT
    assert line.strip() in task.notes


def test_a_note_in_the_line_stands_after_the_overflow(work: Work) -> None:
    task = work.task(work.add("mot " * 200 + "// remember the annex"))
    assert task.notes.endswith("remember the annex")
    assert task.notes.startswith("mot mot")


def test_a_name_that_is_too_long_adds_nothing_and_says_so(work: Work) -> None:
    before = work.dump()
    with pytest.raises(UserError, match="too long for a name"):
        work.add("Call #" + "a" * 101)
    assert work.dump() == before


def test_fields_are_edited_one_by_one(work: Work) -> None:
    task_id = work.add("Old title")
    due = datetime(2026, 11, 2, 8, 30, tzinfo=UTC)
    changes = tasks.edit(
        work.store, task_id=task_id, title="  New\ttitle ", notes="body", due=due, defer=date(2026, 11, 1), domain="Ops"
    )
    task = work.task(task_id)
    assert (task.title, task.notes, task.due, task.defer, task.domain) == (
        "New title",
        "body",
        due,
        date(2026, 11, 1),
        "Ops",
    )
    assert changes.of(Kind.TASK) == (task_id,)
    tasks.edit(work.store, task_id=task_id, due=None, defer=None, domain=None)
    task = work.task(task_id)
    assert (task.due, task.defer, task.domain, task.title) == (None, None, None, "New title")


def test_a_delegate_can_be_meant_and_taken_away(work: Work) -> None:
    work.specialist("Mistral")
    task_id = work.add()
    for name, shown in (("Nora", "Nora"), ("MISTRAL", "Mistral"), (None, None), ("", None)):
        tasks.edit(work.store, task_id=task_id, who=name)
        assert work.task(task_id).delegate == shown


def test_choosing_a_level_plans_a_task_of_the_inbox(work: Work) -> None:
    task_id = work.add()
    tasks.edit(work.store, task_id=task_id, title="still in the inbox")
    assert work.stage(task_id) is Stage.INBOX
    tasks.edit(work.store, task_id=task_id, level=Level.YOU_AND_AI)
    assert work.stage(task_id) is Stage.PLANNED


def test_what_a_title_cannot_hold_goes_to_the_notes(work: Work) -> None:
    task_id = work.add("Short", notes="what was there")
    long = "word " * 150
    tasks.edit(work.store, task_id=task_id, title=long)
    task = work.task(task_id)
    assert task.title.endswith("…")
    assert task.notes == f"{long}\n\nwhat was there"
    tasks.edit(work.store, task_id=task_id, title=long, notes="other")
    assert work.task(task_id).notes == f"{long}\n\nother"


def test_an_edit_that_changes_nothing_is_no_step(work: Work) -> None:
    task_id = work.add("Same", notes="same")
    for edits in ({}, {"title": "Same"}, {"notes": "same", "due": None}):
        changes = tasks.edit(work.store, task_id=task_id, **edits)  # type: ignore[arg-type]
        assert changes.ids == {}
        assert changes.step is None


def test_a_title_cannot_be_emptied(work: Work) -> None:
    task_id = work.add("Kept")
    with pytest.raises(UserError, match="needs a title"):
        tasks.edit(work.store, task_id=task_id, title=" \u200b ")
    assert work.task(task_id).title == "Kept"


def test_level_three_is_refused_while_an_ai_has_the_task(work: Work) -> None:
    task_id = work.add("Secret")
    work.delegate(task_id)
    tasks.edit(work.store, task_id=task_id, who="Nora")  # whoever is meant for it: an AI has it
    with pytest.raises(UserError, match="is with an AI"):
        tasks.edit(work.store, task_id=task_id, level=Level.YOU_ONLY)
    assert work.task(task_id).level is Level.YOU_AND_AI


def test_level_three_is_allowed_while_a_person_has_the_task(work: Work) -> None:
    task_id = work.add()
    work.hand_to(task_id)
    tasks.edit(work.store, task_id=task_id, level=Level.YOU_ONLY)
    assert (work.task(task_id).level, work.stage(task_id)) == (Level.YOU_ONLY, Stage.DELEGATED)


def test_completing_counts_as_executed(work: Work) -> None:
    task_id = work.add()
    stages.complete(work.store, task_id=task_id, seconds=90)
    task = work.task(task_id)
    assert task.stage is Stage.DONE
    assert task.done_at is not None
    (done,) = days.day_ledger(work.store, datetime.now(UTC).astimezone().date()).executed
    assert (done.task_id, done.seconds) == (task_id, 90)


@pytest.mark.parametrize("act", ["complete", "drop"])
def test_a_task_that_is_out_is_closed_and_stopped_when_it_ends(work: Work, act: str) -> None:
    queued, running = work.add(), work.add()
    running_delegation = work.delegate(running)
    work.claim()
    queued_delegation = work.delegate(queued)
    for task_id in (queued, running):
        if act == "complete":
            stages.complete(work.store, task_id=task_id)
        else:
            stages.drop(work.store, task_ids=[task_id])
    assert work.delegation(queued_delegation).state == work.delegation(running_delegation).state == "closed"
    assert work.attempt_state(queued_delegation) == "cancelled"
    assert work.store.value("SELECT stop_asked FROM attempt WHERE delegation_id = ?", (running_delegation,)) == 1
    work.sound()


def test_dropping_takes_many_at_once_and_each_once(work: Work) -> None:
    ids = [work.add(f"t{number}") for number in range(3)]
    changes = stages.drop(work.store, task_ids=[*ids, ids[0]])
    assert changes.of(Kind.TASK) == tuple(ids)
    assert {work.stage(task_id) for task_id in ids} == {Stage.DROPPED}
    undo(work.store)
    assert {work.stage(task_id) for task_id in ids} == {Stage.INBOX}


def test_completing_many_is_one_act(work: Work) -> None:
    ids = [work.add(f"t{number}") for number in range(3)]
    delegation_id = work.delegate(ids[1])
    changes = stages.complete_all(work.store, task_ids=[*ids, ids[0]])
    assert set(changes.of(Kind.TASK)) == set(ids)
    assert {work.stage(task_id) for task_id in ids} == {Stage.DONE}
    assert work.delegation(delegation_id).state == "closed"
    assert len(days.day_ledger(work.store, datetime.now(UTC).astimezone().date()).executed) == 3
    undo(work.store)
    assert [work.stage(task_id) for task_id in ids] == [Stage.INBOX, Stage.DELEGATED, Stage.INBOX]


def test_editing_many_is_one_act_and_all_or_nothing(work: Work) -> None:
    ids = [work.add(f"t{number}") for number in range(3)]
    tasks.edit_all(work.store, task_ids=[*ids, ids[0]], level=Level.AI_ALONE, domain="Ops")
    assert {(work.task(task_id).level, work.task(task_id).domain) for task_id in ids} == {(Level.AI_ALONE, "Ops")}
    assert {work.stage(task_id) for task_id in ids} == {Stage.PLANNED}
    undo(work.store)
    assert {(work.task(task_id).level, work.task(task_id).domain) for task_id in ids} == {(Level.YOU_AND_AI, None)}
    work.delegate(ids[2])
    with pytest.raises(UserError, match="is with an AI"):
        tasks.edit_all(work.store, task_ids=ids, level=Level.YOU_ONLY)
    assert {work.task(task_id).level for task_id in ids} == {Level.YOU_AND_AI}


def test_dropping_is_all_or_nothing(work: Work) -> None:
    here, done = work.add(), work.add()
    stages.complete(work.store, task_id=done)
    with pytest.raises(UserError, match="already finished"):
        stages.drop(work.store, task_ids=[here, done])
    assert work.stage(here) is Stage.INBOX


@pytest.mark.parametrize("end", ["complete", "drop"])
def test_a_finished_task_can_be_reopened_and_finished_again(work: Work, end: str) -> None:
    task_id = work.add()
    for _ in range(2):
        if end == "complete":
            stages.complete(work.store, task_id=task_id)
        else:
            stages.drop(work.store, task_ids=[task_id])
        stages.reopen(work.store, task_id=task_id)
        task = work.task(task_id)
        assert (task.stage, task.done_at) == (Stage.PLANNED, None)
    today = datetime.now(UTC).astimezone().date()
    assert days.day_ledger(work.store, today).executed == ()


def test_reopening_what_is_open_is_refused_and_closes_nothing(work: Work) -> None:
    task_id = work.add()
    delegation_id = work.delegate(task_id)
    with pytest.raises(UserError, match="neither done nor dropped"):
        stages.reopen(work.store, task_id=task_id)
    assert (work.stage(task_id), work.delegation(delegation_id).state) == (Stage.DELEGATED, "open")


@pytest.mark.parametrize("act", [stages.complete, stages.reopen])
def test_a_task_that_is_not_there_is_said(work: Work, act) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UsageError, match="no task 41"):
        act(work.store, task_id=TaskId(41))
    with pytest.raises(UsageError, match="no task 41"):
        tasks.edit(work.store, task_id=TaskId(41), title="x")


def test_completing_twice_is_refused(work: Work) -> None:
    task_id = work.add()
    stages.complete(work.store, task_id=task_id)
    with pytest.raises(UserError, match="already finished"):
        stages.complete(work.store, task_id=task_id)
    assert work.events(task_id) == ["captured", "executed"]


def test_understanding_a_line_writes_nothing(work: Work) -> None:
    before = work.dump()
    read = tasks.understand(work.store, line="Call #ops @nora tomorrow", now=NOW)
    assert read.title == "Call"
    assert work.dump() == before
