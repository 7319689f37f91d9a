"""Texts of every kind and size, wherever a text can be written: no crash, nothing lost."""

from collections.abc import Callable
from functools import partial

import pytest

from orchestrator_desktop.domain.brief import ContextItem
from orchestrator_desktop.domain.text import whole
from orchestrator_desktop.operations import attempts, briefs, delegations, reflections, reviews, tasks
from orchestrator_desktop.operations.settings import keep_draft, set_setting
from orchestrator_desktop.operations.undo import undo
from orchestrator_desktop.store import days, search
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store.board import board
from tests.operations.work import Work
from tests.store.rows import TODAY

ODD = {
    "half a character": "before \ud800 after",
    "bytes of a file name": "caf\udce9",
    "nul": "before \0 after",
    "quotes": """it's "quoted" ; -- '); DROP TABLE task; --""",
    "braces": "{name} %s %(x)d {0} {{",
    "controls": "a\x01b\x1b[0m\x7f",
    "right to left": "\u202eabc\u202c עברית",
    "line ends": "a\r\nb\rc\u2028d\x85e",
    "emoji": "👨‍👩‍👧🏳️‍🌈",
    "half a megabyte": "é" * 250_000,
}
every_odd_text = pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())


@every_odd_text
def test_a_tasks_texts(work: Work, text: str) -> None:
    task_id = work.add(f"Call {text}"[:2000])
    tasks.edit(work.store, task_id=task_id, notes=text, title=f"Title {text}"[:2000])
    assert whole(text) in work.task(task_id).notes
    assert search.found(work.store, text[:200], today=TODAY) is not None
    tasks.edit(work.store, task_id=task_id, notes="x")
    undo(work.store)


@every_odd_text
def test_a_brief_is_sent_as_it_was_written(work: Work, text: str) -> None:
    task_id = work.add()
    item = ContextItem(text[:200], text)
    briefs.edit_brief(
        work.store, task_id=task_id, objective=text, context=(item,), constraints=(text,), done_when=(text, text)
    )
    brief = reading.latest_brief(work.store, task_id)
    assert brief is not None
    assert (brief.objective, brief.constraints, brief.done_when) == (whole(text), (whole(text),), (whole(text),) * 2)
    assert brief.context == (ContextItem(whole(text[:200]), whole(text)),)
    taken = work.claim(work.delegate(task_id))
    assert whole(text).strip() in taken.messages[0].text
    assert all(message.text.encode() for message in taken.messages)
    # Opened and saved again without a change, it is the same version.
    again = briefs.edit_brief(work.store, task_id=task_id, objective=brief.objective, context=brief.context)
    assert again.ids == {}


@every_odd_text
def test_an_answer_is_kept_as_it_arrived(work: Work, text: str) -> None:
    task_id = work.add()
    work.delegate(task_id)
    attempt_id = work.claim().attempt_id
    for _ in range(2):
        attempts.progress(work.store, arrived=[attempts.Arrived(attempt_id, text, reasoning=text)])
    streamed = reading.attempt(work.store, attempt_id)
    assert streamed is not None
    assert (streamed.text, streamed.reasoning) == (whole(text) * 2, whole(text) * 2)
    (row,) = board(work.store, today=TODAY)
    assert row.text_length == len(whole(text)) * 2
    work.end(attempt_id, text * 2, reasoning=text, error_detail=text)
    assert work.result(task_id).text == whole(text) * 2
    reviews.edit(work.store, task_id=task_id, text=f"{text} edited")
    reviews.revise(work.store, task_id=task_id, comment=text)
    taken = work.claim()
    assert taken.messages[1].text == f"{whole(text)} edited"
    assert whole(text).strip() in taken.messages[2].text


@every_odd_text
def test_what_people_send_and_reflections_and_drafts(work: Work, text: str) -> None:
    task_id = work.add()
    work.hand_to(task_id)
    delegations.receive(work.store, task_id=task_id, text=text)
    assert work.result(task_id).text == whole(text)
    reviews.reject(work.store, task_id=task_id, reason=text)
    assert reading.reviews(work.store, task_id)[0].comment == whole(text).strip()
    reflections.write_reflection(work.store, day=TODAY, text=text)
    assert days.reflection(work.store, TODAY).text == whole(text)
    keep_draft(work.store, key=text[:50], text=text)
    assert days.draft(work.store, text[:50]) == whole(text)
    set_setting(work.store, key="k", value=text)
    assert whole(days.setting(work.store, "k")) == whole(text)


@pytest.mark.parametrize(
    "look_up",
    [
        delegations.find_specialist,
        partial(search.found, today=TODAY),
    ],
)
def test_a_name_from_a_strange_command_line_finds_nothing(work: Work, look_up: Callable[..., object]) -> None:
    assert not look_up(work.store, "caf\udce9")


def test_megabytes_of_notes_are_typed_undone_and_found(work: Work) -> None:
    task_id = work.add()
    huge = "mot juste " * 500_000
    for number in range(3):
        tasks.edit(work.store, task_id=task_id, notes=f"{huge}{number}")
    assert len(work.task(task_id).notes) == len(huge) + 1
    assert [found.task.id for found in search.found(work.store, "juste", today=TODAY)] == [task_id]
    kept = work.store.value("SELECT sum(length(before) + length(after)) FROM undo_change")
    assert kept < 6_000_000
    undo(work.store)
    assert work.task(task_id).notes == ""
