"""Planning in the lists: tabs, arrangements, boards, what is carried, every act for all that are chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.ids import FilterId, TaskId
from orchestrator_desktop.domain.task import Level, Stage, Task
from orchestrator_desktop.operations import delegations, family, reflections, roster, stages
from orchestrator_desktop.operations import tasks as acts
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import details, filters, tasks
from orchestrator_desktop.store.places import Order
from orchestrator_desktop.ui.inbox.load import DAY_MINUTES
from orchestrator_desktop.ui.inbox.page import TasksPage
from orchestrator_desktop.ui.inbox.runs import Run, marked
from orchestrator_desktop.ui.inbox.tasks_view import TasksView
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.settings.confirm import Confirm
from tests.ui.desk import Room

Opener = Callable[..., TasksPage]
_ALT = Qt.KeyboardModifier.AltModifier


def _task(room: Room, task_id: TaskId) -> Task:
    task = tasks.get(room.store, task_id)
    assert task is not None
    return task


def _answer(qtbot: QtBot, words: str) -> None:
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def _titles(view: TasksView) -> list[str]:
    model = view.tasks
    return [task.title for row in range(model.rowCount()) if (task := model.task(model.index(row))) is not None]


# tabs


def test_today_says_how_full_the_day_is_and_warns_when_it_is_too_full(
    qtbot: QtBot, room: Room, open_page: Opener
) -> None:
    today = room.services.today()
    room.add("One", due=today, estimate_minutes=140)
    room.add("Two", due=today, estimate_minutes=60)
    page = open_page(Screen.TODAY)
    note = page.column.head.note
    assert note.text() == "2 open · 3\u00a0h\u00a020 of 7\u00a0h"
    room.desk.do(set_setting, key=DAY_MINUTES, value=180)
    qtbot.waitUntil(lambda: note.text() == "2 open · 3\u00a0h\u00a020 of 3\u00a0h")
    assert page.column._note(page.column.query(Target(Screen.TODAY)))[1]


def test_upcoming_is_the_second_tab_of_today(room: Room, open_page: Opener) -> None:
    room.add("Later", due=room.services.today() + timedelta(days=2))
    page = open_page(Screen.TODAY)
    tabs = page.column.head.tabs
    assert [tabs.tabText(n) for n in range(tabs.count())] == ["Today", "Upcoming"]
    tabs.setCurrentIndex(1)
    assert room.went == [Target(Screen.TODAY, part="upcoming")]
    page.open(room.went[-1])
    assert _titles(page.list) == ["Later"]
    page.open(Target(Screen.TODAY, part="search"))
    assert page._target.part == "upcoming"


def test_the_trash_is_emptied_once_asked(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    dropped = room.add("Dropped")
    room.desk.do(stages.drop, task_ids=[dropped])
    page = open_page(Screen.DONE)
    assert _titles(page.list) == []
    page.open(Target(Screen.DONE, part="trash"))
    assert _titles(page.list) == ["Dropped"]
    assert page.column.head.note.text() == "kept 30 days"
    page.column.head.empty_trash.click()
    asked = page.window().findChildren(Confirm)[-1]
    asked.act.click()
    qtbot.waitUntil(lambda: tasks.get(room.store, dropped) is None)
    qtbot.waitUntil(lambda: page.body.empty)


def test_c_takes_several_out_of_the_trash(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    ids = [room.add("One"), room.add("Two")]
    room.desk.do(stages.drop, task_ids=ids)
    page = open_page(Screen.DONE)
    page.open(Target(Screen.DONE, part="trash"))
    page.list.selectAll()
    qtbot.keyClick(page.list, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: {_task(room, task_id).stage for task_id in ids} == {Stage.PLANNED})


# arrangements


def test_an_arrangement_is_remembered_for_its_list(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    for title, priority in (("Low", 3), ("High", 1), ("None", None)):
        room.add(title, priority=priority)
    page = open_page()
    page._arranging.use_order(Order.PRIORITY)
    assert _titles(page.list) == ["High", "Low", "None"]
    assert page.column.head.arrange.text() == "By priority"
    page.open(Target(Screen.TODAY))
    assert page.column.query(Target(Screen.TODAY)).place.order is Order.LEVEL
    room.desk.do(lambda _store: None)
    again = open_page()
    assert _titles(again.list) == ["High", "Low", "None"]


def test_alt_and_arrows_move_what_is_chosen_in_my_order(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    c, b, a = (room.add(title) for title in ("C", "B", "A"))
    page = open_page()
    page._arranging.use_order(Order.MINE)
    assert _titles(page.list) == ["A", "B", "C"]
    page.select(a)
    qtbot.keyClick(page.list, Qt.Key.Key_Down, _ALT)
    qtbot.waitUntil(lambda: _titles(page.list) == ["B", "A", "C"])
    qtbot.waitUntil(lambda: page.list.current == a)
    qtbot.keyClick(page.list, Qt.Key.Key_Down, _ALT)
    qtbot.waitUntil(lambda: _titles(page.list) == ["B", "C", "A"])
    qtbot.waitUntil(lambda: page.list.current == a)
    qtbot.keyClick(page.list, Qt.Key.Key_Up, _ALT)
    qtbot.waitUntil(lambda: _titles(page.list) == ["B", "A", "C"])
    assert {a, b, c} == {_task(room, task_id).id for task_id in (a, b, c)}


def test_by_level_alt_and_arrows_say_how(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    room.add("A")
    page = open_page()
    qtbot.keyClick(page.list, Qt.Key.Key_Down, _ALT)
    assert any("My order" in words for words in room.said)


# boards


def test_a_board_has_a_column_for_each_stage_and_the_same_keys(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    planned, inbox = room.add("Planned", level=Level.AI_ALONE), room.add("Inbox")
    page = open_page()
    qtbot.keyClick(page.list, Qt.Key.Key_V)
    assert page.body.is_board
    assert page.body.board is not None
    assert [_titles(column.view) for column in page.body.board.columns[:2]] == [["Inbox"], ["Planned"]]
    assert page.list.current == planned  # the current task stays so
    qtbot.keyClick(page.list, Qt.Key.Key_Left)
    assert page.list.current == inbox
    assert page.panel.task_id == inbox
    qtbot.keyClick(page.list, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: _task(room, inbox).level is Level.AI_ALONE)
    qtbot.waitUntil(lambda: page.list.current == inbox)  # it has gone to the planned ones by that
    qtbot.keyClick(page.list, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: _task(room, inbox).stage is Stage.DONE)
    qtbot.keyClick(page.list, Qt.Key.Key_V)
    assert not page.body.is_board


def test_a_task_put_on_another_column_goes_to_that_stage_or_says_why_not(
    qtbot: QtBot, room: Room, open_page: Opener
) -> None:
    out, task_id = room.add("Out"), room.add("Task")
    room.desk.do(delegations.delegate_to_person, task_id=out, name="Tom")
    page = open_page()
    page._arranging.toggle_board()
    page.select(task_id)
    assert page.body.board is not None
    inbox, _planned, delegated, _review, done = (column.view for column in page.body.board.columns)
    done.tasks_put([task_id], QPoint(10, 10))
    qtbot.waitUntil(lambda: _task(room, task_id).stage is Stage.DONE)
    page.select(out)
    assert page.list is delegated
    inbox.tasks_put([out], QPoint(10, 10))
    qtbot.waitUntil(lambda: any("out or in review" in words for words in room.said))
    assert _task(room, out).stage is Stage.DELEGATED


# carrying


def _drag(view: TasksView, start: int, end: QPoint, steps: Sequence[QPoint] = ()) -> None:
    """Press on a row, move, and let go at a point of the list."""
    begin = view.visualRect(view.tasks.index(start)).center()

    def send(kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
        everywhere = QPointF(view.viewport().mapToGlobal(at))
        event = QMouseEvent(kind, QPointF(at), everywhere, button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view.viewport(), event)

    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    send(QEvent.Type.MouseButtonPress, begin, left, left)
    for at in (begin + QPoint(0, 30), *steps, end):
        send(QEvent.Type.MouseMove, at, none, left)
    send(QEvent.Type.MouseButtonRelease, end, left, none)


def test_tasks_are_carried_to_their_place_in_my_order(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    for title in ("D", "C", "B", "A"):
        room.add(title)
    page = open_page()
    page._arranging.use_order(Order.MINE)
    view = page.list
    _drag(view, 0, view.visualRect(view.tasks.index(2)).bottomLeft() + QPoint(60, -4))
    qtbot.waitUntil(lambda: _titles(view) == ["B", "C", "A", "D"])
    for row in (0, 1):
        view.selectionModel().select(view.tasks.index(row), view.selectionModel().SelectionFlag.Select)
    view.selectionModel().select(view.tasks.index(2), view.selectionModel().SelectionFlag.Deselect)
    assert len(view.chosen) == 2
    _drag(view, 0, view.visualRect(view.tasks.index(3)).bottomLeft() + QPoint(60, -4))
    qtbot.waitUntil(lambda: _titles(view) == ["A", "D", "B", "C"])


def test_a_task_carried_to_another_group_takes_its_level(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    room.add("High", level=Level.AI_ALONE)
    low = room.add("Low", level=Level.YOU_ONLY)
    page = open_page()
    view = page.list
    _drag(view, 3, view.visualRect(view.tasks.index(1)).center())
    qtbot.waitUntil(lambda: _task(room, low).level is Level.AI_ALONE)


def test_esc_lets_go_of_nothing(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    for title in ("B", "A"):
        room.add(title)
    page = open_page()
    page._arranging.use_order(Order.MINE)
    view = page.list
    view._begin_to_carry()
    view._carrier.move(view.viewport().mapToGlobal(QPoint(60, 90)))
    assert view._gap is not None
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view._carrier.carries
    assert view._gap is None


def test_a_file_dropped_on_a_task_is_attached_to_it(
    qtbot: QtBot, room: Room, open_page: Opener, tmp_path: Path
) -> None:
    task_id = room.add("Task")
    file = tmp_path / "plan.txt"
    file.write_text("plan")
    page = open_page()
    view = page.list
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    at = view.visualRect(view.tasks.index(1)).center()
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(at, copy, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(view.viewport(), entered)
    assert entered.isAccepted()
    QApplication.sendEvent(view.viewport(), QDropEvent(QPointF(at), copy, data, Qt.MouseButton.LeftButton, none))
    qtbot.waitUntil(lambda: [kept.name for kept in details.attachments(room.store, task_id)] == ["plan.txt"])


def test_a_double_click_opens_the_task(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    room.add("B")
    first = room.add("A")
    page = open_page(width=800)
    at = page.list.visualRect(page.list.tasks.index(1)).center()
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.panel.isVisible()
    assert page.panel.task_id == first


def test_a_click_on_one_of_several_keeps_it_alone(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    room.add("B"), room.add("A")
    page = open_page()
    page.list.selectAll()
    assert len(page.list.chosen) == 2
    at = page.list.visualRect(page.list.tasks.index(2)).center()
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [_task(room, task_id).title for task_id in page.list.chosen] == ["B"]


# every act for all that are chosen


@pytest.mark.parametrize(
    ("key", "words", "seen"),
    [
        (Qt.Key.Key_S, "tomorrow", lambda task, today: task.defer == today + timedelta(days=1)),
        (Qt.Key.Key_E, "tomorrow", lambda task, today: task.deadline == today + timedelta(days=1)),
        (Qt.Key.Key_I, "2", lambda task, _today: task.priority == 2),
        (Qt.Key.Key_H, "1h30", lambda task, _today: task.estimate_minutes == 90),
        (Qt.Key.Key_H, "45 min", lambda task, _today: task.estimate_minutes == 45),
        (Qt.Key.Key_H, "20", lambda task, _today: task.estimate_minutes == 20),
        (Qt.Key.Key_U, "Whole", lambda task, _today: task.parent == "Whole"),
        (Qt.Key.Key_W, "whol", lambda task, _today: task.blocked),
    ],
)
def test_a_key_asks_and_the_answer_is_for_all(
    qtbot: QtBot, room: Room, open_page: Opener, key: Qt.Key, words: str, seen: Callable[..., bool]
) -> None:
    room.add("Whole", level=Level.YOU_ONLY)
    ids = [room.add("Second"), room.add("First")]
    page = open_page()
    page.select(ids[1])
    for step in (Qt.Key.Key_Space, Qt.Key.Key_J, Qt.Key.Key_Space):
        qtbot.keyClick(page.list, step)
    assert page.list.chosen == [ids[1], ids[0]]
    qtbot.keyClick(page.list, key)
    _answer(qtbot, words)
    today = room.services.today()
    qtbot.waitUntil(lambda: all(seen(_task(room, task_id), today) for task_id in ids))


def test_tags_are_put_on_and_taken_off(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    task_id = room.add("Task")
    page = open_page()
    qtbot.keyClicks(page.list, "+")
    _answer(qtbot, "phone, home")
    qtbot.waitUntil(lambda: details.tags(room.store, task_id) == ["home", "phone"])
    qtbot.waitUntil(lambda: page.list.tasks.tags(task_id) == ("home", "phone"))
    qtbot.keyClicks(page.list, "+")
    _answer(qtbot, "-home")
    qtbot.waitUntil(lambda: details.tags(room.store, task_id) == ["phone"])


@pytest.mark.parametrize(("key", "words"), [(Qt.Key.Key_I, "7"), (Qt.Key.Key_H, "long"), (Qt.Key.Key_W, "zzz")])
def test_what_makes_no_sense_is_told(qtbot: QtBot, room: Room, open_page: Opener, key: Qt.Key, words: str) -> None:
    task_id = room.add("Task")
    before = _task(room, task_id)
    page = open_page()
    qtbot.keyClick(page.list, key)
    _answer(qtbot, words)
    assert any(words in said for said in room.said)
    room.desk.do(lambda _store: None)
    assert _task(room, task_id) == before


def test_y_chooses_for_today_and_puts_back(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    task_id = room.add("Task")
    page = open_page()
    qtbot.keyClick(page.list, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: _task(room, task_id).chosen_on == room.services.today())
    qtbot.keyClick(page.list, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: _task(room, task_id).chosen_on is None)


def test_x_starts_the_timer_and_stops_it_and_the_row_says_so(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    task_id = room.add("Task")
    page = open_page()
    qtbot.keyClick(page.list, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: _task(room, task_id).timer_since is not None)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    qtbot.waitUntil(lambda: "timer runs" in str(page.list.tasks.index(1).data(spoken)))
    qtbot.keyClick(page.list, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: _task(room, task_id).timer_since is None)


def test_the_menu_has_every_act_and_does_it(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    task_id = room.add("Task")
    page = open_page()
    page._menu.open_at(page.list.viewport().mapToGlobal(QPoint(60, 60)))
    menu = page._menu._menu
    assert menu is not None
    words = [row.text() for row in menu.rows()]
    assert {"Set a deadline", "Tag", "Make part of a task", "Start or stop the timer", "Drop"} <= set(words)
    menu.rows()[words.index("Complete, or reopen")].click()
    qtbot.waitUntil(lambda: _task(room, task_id).stage is Stage.DONE)


# rows and search


def test_a_row_says_what_presses(room: Room, open_page: Opener) -> None:
    today = room.services.today()
    other = room.add("Other", level=Level.YOU_ONLY)
    task_id = room.add("Task", deadline=today + timedelta(days=1), estimate_minutes=30)
    room.desk.do(family.need, task_id=task_id, needs=other)
    room.desk.do(family.make_part, task_ids=[room.add("Part")], of=task_id)
    page = open_page()
    said = str(page.list.tasks.index(1).data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.endswith("blocked · deadline tomorrow · 0/1 · 30\u00a0min")


def test_a_row_says_what_changes_elsewhere(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    whole, needed = room.add("Whole"), room.add("Needed", level=Level.YOU_ONLY)
    part = room.add("Part")
    room.desk.do(family.make_part, task_ids=[part], of=whole)
    room.desk.do(family.need, task_id=whole, needs=needed)
    page = open_page()

    def said() -> str:
        return str(page.list.tasks.index(1).data(Qt.ItemDataRole.AccessibleTextRole))

    assert said().endswith("blocked · 0/1")
    room.desk.do(stages.complete, task_id=part)
    qtbot.waitUntil(lambda: said().endswith("blocked · 1/1"))
    room.desk.do(stages.complete, task_id=needed)
    qtbot.waitUntil(lambda: said().endswith("New, 1/1"))


def test_a_task_added_in_upcoming_is_there(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    page = open_page(Screen.TODAY)
    page.open(Target(Screen.TODAY, part="upcoming"))
    page._add("New", (), False)
    qtbot.waitUntil(lambda: _titles(page.list) == ["New"])


def test_what_a_search_found_is_marked_and_its_place_named(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    title, noted = room.add("Launch the rocket"), room.add("Other // notes on the launch")
    page = open_page()
    page.column.head.search("launch")
    qtbot.waitUntil(lambda: page.column.head.note.text() == "2 found")
    qtbot.waitUntil(lambda: set(_titles(page.list)) == {"Launch the rocket", "Other"})
    found = page.list.tasks.found_of(title)
    assert found is not None
    assert marked("Launch the rocket", found.title_ranges) == [Run("Launch", strong=True), Run(" the rocket")]
    beside = page.list.tasks.found_of(noted)
    assert beside is not None
    assert beside.where == "notes"


def test_a_reflection_found_leads_to_its_day(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    today = room.services.today()
    room.desk.do(reflections.write_reflection, day=today, text="The rocket flew.")
    page = open_page()
    page.column.head.search("rocket")
    qtbot.waitUntil(lambda: page.column._days is not None and page.column._days.isVisible())
    assert page.column._days is not None
    assert page.column._days._rows[0].accessibleName() == "Reflection of today: The rocket flew."
    page.column._days._rows[0].click()
    assert room.went == [Target(Screen.REFLECTION, part=today.isoformat())]


def test_a_search_is_saved_as_a_filter_that_is_a_list(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    room.add("Call the bank"), room.add("Write")
    page = open_page()
    page.column.head.search("call")
    qtbot.waitUntil(lambda: _titles(page.list) == ["Call the bank"])
    page.column.head.save.click()
    _answer(qtbot, "Calls")
    qtbot.waitUntil(lambda: bool(room.went))
    page.open(room.went[-1])
    assert page.column.head.title.text() == "Calls"
    assert _titles(page.list) == ["Call the bank"]
    assert [saved.query for saved in filters.filters(room.store)] == ["call"]


def test_a_filter_that_is_gone_shows_nothing(room: Room, open_page: Opener) -> None:
    room.add("Task")
    page = open_page()
    page.open(Target(Screen.FILTER, filter_id=FilterId(77)))
    assert page.body.empty


def test_a_domain_keeps_its_own_arrangement(room: Room, open_page: Opener) -> None:
    domain_id = room.desk.do(roster.add_domain, name="Product").first(Kind.DOMAIN)
    room.add("Old #Product")
    room.add("New #Product")
    page = open_page(Screen.DOMAIN, domain_id=domain_id)
    page._arranging.use_order(Order.MINE)
    assert _titles(page.list) == ["New", "Old"]
    page.open(Target(Screen.INBOX))
    assert page.column.head.arrange.text() == "By level"


# undo, and all of a list


def _ids(page: TasksPage) -> list[TaskId]:
    model = page.body.model
    return [task_id for row in range(model.rowCount()) if (task_id := model.id_at(row)) is not None]


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("row", [0, 3, 7])
def test_undone_and_redone_a_task_is_where_it_was_and_current(
    qtbot: QtBot, room: Room, open_page: Opener, order: Order, row: int
) -> None:
    for number, rest in enumerate(["tomorrow 9am", "!1", "friday p1", "p2"] * 3):
        room.add(f"Task {number} {rest}")
    page = open_page()
    page._arranging.use_order(order)
    qtbot.waitUntil(lambda: page.column.query(Target(Screen.INBOX)).place.order is order)
    qtbot.waitUntil(lambda: page.body.model.lines == 12)
    before = _ids(page)
    page.select(before[row])
    qtbot.keyClick(page.list, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: page.body.model.lines == 11)
    for turn, lines in ((room.services.acts.undo, 12), (room.services.acts.redo, 11), (room.services.acts.undo, 12)):
        turn()
        qtbot.waitUntil(lambda lines=lines: page.body.model.lines == lines)  # type: ignore[misc]
    assert _ids(page) == before
    qtbot.waitUntil(lambda: page.body.current == page.panel.task_id == before[row])


def test_all_of_a_list_is_chosen_and_the_head_says_how_many(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    room.desk.do(acts.add_lines, lines=[f"Task {number}" for number in range(1_001)])
    page = open_page()
    assert page.body.model.lines < 1_001
    qtbot.keyClick(page.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    note = page.column.head.note
    qtbot.waitUntil(lambda: note.text() == "1,001 selected")
    assert len(page.body.chosen) == 1_001
    qtbot.keyClick(page.list, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: note.text() == "1,001 open")
