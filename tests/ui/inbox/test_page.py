"""The lists by keys and clicks: acts on one or many tasks, what stays selected, search, narrow windows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Level, Stage, Task
from orchestrator_desktop.operations import delegations, roster, stages
from orchestrator_desktop.operations import tasks as acts
from orchestrator_desktop.store import tasks
from orchestrator_desktop.ui.inbox.page import TasksPage
from orchestrator_desktop.ui.navigator import Screen, Target
from tests.ui.desk import Room

Opener = Callable[..., TasksPage]
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def _task(room: Room, task_id: TaskId) -> Task:
    task = tasks.get(room.store, task_id)
    assert task is not None
    return task


def _field() -> QLineEdit:
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    return focus


def _answer(qtbot: QtBot, words: str) -> None:
    field = _field()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_the_first_task_is_current_and_in_the_panel(room: Room, open_page: Opener) -> None:
    first = room.add("First")
    page = open_page()
    assert page.list.current == first
    assert page.panel.task_id == first
    assert QApplication.focusWidget() is page.list


def test_j_and_k_move_and_the_panel_follows(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    low, high = room.add("Low !3"), room.add("High !1")
    page = open_page()
    assert page.panel.task_id == high
    qtbot.keyClick(page.list, Qt.Key.Key_J)
    assert page.panel.task_id == low
    qtbot.keyClick(page.list, Qt.Key.Key_K)
    assert page.panel.task_id == high


@pytest.mark.parametrize(("key", "level"), [(Qt.Key.Key_1, Level.AI_ALONE), (Qt.Key.Key_3, Level.YOU_ONLY)])
def test_a_figure_sets_the_level_and_the_task_stays_current(
    qtbot: QtBot, room: Room, open_page: Opener, key: Qt.Key, level: Level
) -> None:
    ids = [room.add(f"Task {number}") for number in range(3)]
    page = open_page()
    page.select(ids[1])
    qtbot.keyClick(page.list, key)
    qtbot.waitUntil(lambda: _task(room, ids[1]).level is level)
    qtbot.waitUntil(lambda: page.panel.head.level.value() == level)
    assert page.list.current == ids[1]
    assert _task(room, ids[1]).stage is Stage.PLANNED


def test_space_chooses_several_and_one_key_acts_on_all(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    third, second, first = (room.add(title) for title in ("Third", "Second", "First"))
    page = open_page()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_Space):
        qtbot.keyClick(page.list, key)
    assert page.list.chosen == [first, third]
    qtbot.keyClick(page.list, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: {_task(room, first).level, _task(room, third).level} == {Level.AI_ALONE})
    assert _task(room, second).level is Level.YOU_AND_AI
    qtbot.waitUntil(lambda: set(page.list.chosen) == {first, third})
    room.services.acts.undo()
    qtbot.waitUntil(lambda: {_task(room, first).level, _task(room, third).level} == {Level.YOU_AND_AI})


def test_esc_ends_choosing(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    room.add("Second"), room.add("First")
    page = open_page()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_J, Qt.Key.Key_Space):
        qtbot.keyClick(page.list, key)
    assert len(page.list.chosen) == 2
    qtbot.keyClick(page.list, Qt.Key.Key_Escape)
    assert page.list.chosen == [page.list.current]


def test_complete_goes_on_with_the_next_and_is_undone(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    last, middle, first = (room.add(title) for title in ("Last", "Middle", "First"))
    page = open_page()
    page.select(middle)
    qtbot.keyClick(page.list, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: page.panel.task_id == last)
    assert _task(room, middle).stage is Stage.DONE
    qtbot.waitUntil(lambda: bool(room.said))
    room.services.acts.undo()
    qtbot.waitUntil(lambda: page.panel.task_id == page.list.current == middle)
    assert _task(room, middle).stage is Stage.INBOX
    assert first != last


def test_undo_leaves_what_is_being_written_in_sight(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    last, middle = room.add("Last"), room.add("Middle")
    page = open_page()
    page.select(middle)
    qtbot.keyClick(page.list, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: page.panel.task_id == last)
    page.panel.write_brief()
    room.services.acts.undo()
    qtbot.waitUntil(lambda: page.body.holds(middle))
    qtbot.waitUntil(lambda: any("Undone" in words for words in room.said))
    assert page.panel.task_id == last


def test_the_last_one_dropped_gives_way_to_the_one_above(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    last, first = room.add("Last"), room.add("First")
    page = open_page()
    page.select(last)
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.panel.task_id == first)
    assert _task(room, last).stage is Stage.DROPPED


def test_t_sets_a_date_in_words_for_all_chosen(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    ids = [room.add("Second"), room.add("First")]
    page = open_page()
    page.list.selectAll()
    qtbot.keyClick(page.list, Qt.Key.Key_T)
    _answer(qtbot, "tomorrow")
    tomorrow = room.services.today() + timedelta(days=1)
    qtbot.waitUntil(lambda: all(_task(room, task_id).due == tomorrow for task_id in ids))
    assert QApplication.focusWidget() is page.list


def test_what_is_no_date_is_told_and_changes_nothing(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    task_id = room.add("Task tomorrow")
    before = _task(room, task_id).due
    page = open_page()
    qtbot.keyClick(page.list, Qt.Key.Key_T)
    _answer(qtbot, "sometime")
    assert any("sometime" in words for words in room.said)
    room.desk.do(lambda store: None)
    assert _task(room, task_id).due == before is not None


def test_m_moves_to_a_domain(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    room.desk.do(roster.add_domain, name="Product")
    task_id = room.add("Task")
    page = open_page()
    qtbot.keyClick(page.list, Qt.Key.Key_M)
    _answer(qtbot, "prod")
    qtbot.waitUntil(lambda: _task(room, task_id).domain == "Product")


def test_m_and_an_empty_answer_takes_the_domain_away(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    task_id = room.add("Task #Product")
    page = open_page()
    qtbot.keyClick(page.list, Qt.Key.Key_M)
    _answer(qtbot, "")
    qtbot.waitUntil(lambda: _task(room, task_id).domain is None)


def test_ctrl_enter_on_the_list_delegates_and_goes_on(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    room.specialist()
    last, first = room.add("Last"), room.add("First")
    page = open_page()
    qtbot.keyClick(page.list, Qt.Key.Key_Return, _CTRL)
    qtbot.waitUntil(lambda: page.panel.task_id == last)
    assert _task(room, first).stage is Stage.DELEGATED
    qtbot.waitUntil(lambda: room.said == ["Handed to Copywriter."])


def test_a_task_that_leaves_by_itself_stays_in_the_panel(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    room.add("Last")
    first = room.add("First")
    page = open_page()
    room.desk.do(delegations.delegate_to_person, task_id=first, name="Tom")
    qtbot.waitUntil(lambda: page.column.model.row_of(first) is None)
    assert page.panel.task_id == first


def test_done_lists_what_was_finished_and_c_reopens(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    task_id = room.add("Finished")
    room.desk.do(stages.complete, task_id=task_id)
    page = open_page(Screen.DONE)
    assert page.list.current == task_id
    qtbot.keyClick(page.list, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: _task(room, task_id).stage is Stage.PLANNED)
    qtbot.waitUntil(lambda: page.column.model.rowCount() == 0)
    assert page.panel.task_id is None


def test_search_finds_everywhere_and_esc_gives_the_list_back(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    room.add("Other")
    room.desk.do(stages.complete, task_id=room.add("Launch plan"))
    page = open_page()
    page.open(Target(Screen.INBOX, part="search"))
    qtbot.keyClicks(_field(), "laun")
    qtbot.waitUntil(lambda: [page.column.model.index(0).data()] == ["Launch plan"])
    qtbot.waitUntil(lambda: page.column.head.note.text() == "1 found")
    qtbot.keyClick(_field(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.column.head.note.text() == "1 open")
    assert QApplication.focusWidget() is page.list


def test_a_search_that_finds_nothing_becomes_a_task(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    page = open_page()
    page.open(Target(Screen.INBOX, part="search"))
    field = _field()
    qtbot.keyClicks(field, "Brand new")
    qtbot.keyClick(field, Qt.Key.Key_Return, _SHIFT)
    qtbot.waitUntil(lambda: page.column.model.rowCount() == 2)
    assert page.column.model.index(1).data() == "Brand new"


def test_a_change_by_another_program_is_shown(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    task_id = room.add("Before")
    page = open_page()
    room.desk.do(acts.edit, task_id=task_id, title="After")
    qtbot.waitUntil(lambda: page.column.model.index(1).data() == "After")
    assert page.panel.head.title.text() == "After"


def test_in_a_narrow_window_the_panel_opens_over_the_list(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    room.add("Task")
    page = open_page(width=800)
    assert page.list.isVisible()
    assert not page.panel.isVisible()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.panel.isVisible()
    assert not page.list.isVisible()
    qtbot.keyClick(page.panel.head.title, Qt.Key.Key_Escape)
    assert page.list.isVisible()
    assert QApplication.focusWidget() is page.list


def test_a_domain_asked_for_in_the_panel_is_written_over_the_list(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    task_id = room.add("Task")
    page = open_page(width=800)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    page.panel.asked.emit("domain")
    _answer(qtbot, "Product")
    qtbot.waitUntil(lambda: _task(room, task_id).domain == "Product")


def test_a_task_that_is_named_is_shown_in_a_narrow_window_too(room: Room, open_page: Opener) -> None:
    room.add("Other")
    task_id = room.add("Task")
    page = open_page(width=800)
    page.open(Target(Screen.INBOX, task_id=task_id))
    assert page.panel.isVisible()
    assert page.panel.task_id == task_id


def test_a_row_is_said_with_level_state_and_facts(room: Room, open_page: Opener) -> None:
    room.add("Call the bank", level=Level.YOU_ONLY, due=room.services.today(), domain="Finance")
    page = open_page()
    said = page.column.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Call the bank, You only, Yours, Finance · Today"


@pytest.mark.parametrize(
    ("screen", "words"),
    [
        (Screen.INBOX, "Nothing to sort. Press N to add a task."),
        (Screen.TODAY, "Nothing is due today. Pick one from the Inbox?"),
        (Screen.WAITING, "Nobody owes you anything."),
        (Screen.DONE, "What you accept is kept here."),
    ],
)
def test_an_empty_list_says_so(open_page: Opener, screen: Screen, words: str) -> None:
    page = open_page(screen)
    shown = [label for label in page.column.findChildren(type(page.column.head.note)) if label.text() == words]
    assert len(shown) == 1
    assert shown[0].isVisible()
