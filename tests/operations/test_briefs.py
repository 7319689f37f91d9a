"""Briefs: typed, handed over, frozen."""

import pytest

from orchestrator_desktop.domain.brief import Brief, ContextItem, OutputFormat
from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.operations import briefs, delegations, tasks
from orchestrator_desktop.operations.outgoing import outgoing
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store import delegations as reading
from tests.operations.work import Work


def latest(work: Work, task_id: TaskId) -> Brief:
    found = reading.latest_brief(work.store, task_id)
    assert found is not None
    return found


def test_a_brief_begins_with_the_tasks_words(work: Work) -> None:
    task_id = work.add("Draft the letter", notes="to Nora")
    briefs.edit_brief(work.store, task_id=task_id, done_when=("one page",))
    brief = latest(work, task_id)
    assert (brief.objective, brief.version, brief.handed_over) == ("Draft the letter\n\nto Nora", 1, False)
    assert brief.done_when == ("one page",)


def test_all_parts_are_kept(work: Work) -> None:
    task_id = work.add()
    context = (ContextItem("Notes", "We open on Monday.", "file"), ContextItem("Again", "We open on Monday."))
    briefs.edit_brief(
        work.store,
        task_id=task_id,
        objective="Write.",
        context=context,
        constraints=("short", "é"),
        done_when=(),
        output=OutputFormat.TABLE,
    )
    brief = latest(work, task_id)
    assert brief.context == context
    assert (brief.constraints, brief.done_when, brief.output) == (("short", "é"), (), OutputFormat.TABLE)
    assert work.store.value("SELECT count(*) FROM context_item") == 1


def test_an_edit_before_handing_over_changes_the_same_version(work: Work) -> None:
    task_id = work.add()
    first = briefs.edit_brief(work.store, task_id=task_id, objective="one").first(Kind.BRIEF)
    assert briefs.edit_brief(work.store, task_id=task_id, objective="two").first(Kind.BRIEF) == first
    assert (latest(work, task_id).version, latest(work, task_id).objective) == (1, "two")


def test_what_was_handed_over_stays_and_the_next_edit_begins_a_version(work: Work) -> None:
    task_id = work.add()
    work.delegate(task_id, objective="one", constraints=("short",))
    first = latest(work, task_id)
    assert first.handed_over
    briefs.edit_brief(work.store, task_id=task_id, objective="two")
    second = latest(work, task_id)
    assert (second.version, second.objective, second.constraints, second.handed_over) == (2, "two", ("short",), False)
    assert reading.brief(work.store, first.id) == first


def test_opening_a_handed_over_brief_without_changing_it_makes_no_version(work: Work) -> None:
    task_id = work.add()
    work.delegate(task_id, objective="one")
    changes = briefs.edit_brief(work.store, task_id=task_id, objective="one", constraints=())
    assert changes.ids == {}
    assert latest(work, task_id).version == 1


def test_each_handing_over_names_its_version(work: Work) -> None:
    task_id = work.add()
    first = work.delegate(task_id, objective="one")
    second = work.delegate(task_id, objective="one")
    third = work.delegate(task_id, objective="three")
    assert [work.delegation(number).brief_version for number in (first, second, third)] == [1, 1, 2]


@pytest.mark.parametrize("objective", ["", "  \n "])
def test_an_empty_objective_is_frozen_as_the_tasks_words_of_that_moment(work: Work, objective: str) -> None:
    task_id = work.add("Draft the letter")
    delegation_id = work.delegate(task_id, objective=objective)
    tasks.edit(work.store, task_id=task_id, title="Something private", notes="not for the AI")
    assert [message.text for message in work.claim(delegation_id).messages] == ["Draft the letter"]


def test_a_brief_is_edited_while_its_delegation_is_out_without_changing_what_is_sent(work: Work) -> None:
    task_id = work.add()
    delegation_id = work.delegate(task_id, objective="one")
    briefs.edit_brief(work.store, task_id=task_id, objective="two")
    assert work.claim(delegation_id).messages[-1].text == "one"


def test_the_preview_is_what_is_sent(work: Work) -> None:
    task_id = work.add("Draft", notes="warmly")
    context = (ContextItem("Notes", "We open on Monday."),)
    briefs.edit_brief(work.store, task_id=task_id, context=context, output=OutputFormat.PLAIN)
    specialist = delegations.require_specialist(work.store, work.specialist())
    provider = delegates.provider(work.store, specialist.provider_id)
    assert provider is not None
    preview = outgoing(work.store, work.task(task_id), specialist, provider)
    taken = work.claim(work.delegate(task_id))
    assert (taken.messages, taken.replaced) == (preview.messages, preview.replaced)


def test_a_task_without_a_brief_asks_its_title_and_notes(work: Work) -> None:
    ask = briefs.ask_of(work.store, work.task(work.add("Draft", notes="warmly")))
    assert (ask.objective, ask.context, ask.output) == ("Draft\n\nwarmly", (), OutputFormat.MARKDOWN)


def test_a_brief_of_no_task_is_said(work: Work) -> None:
    with pytest.raises(UsageError, match="no task 9"):
        briefs.edit_brief(work.store, task_id=TaskId(9), objective="x")
