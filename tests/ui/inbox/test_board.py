"""Boards: of a list, of a search, of a filter, of what people owe; their cards; headers of days in lists by date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.ids import FilterId, TaskId
from orchestrator_desktop.domain.task import Level, Stage
from orchestrator_desktop.operations import delegations, stages
from orchestrator_desktop.operations.filters import save_filter
from orchestrator_desktop.operations.tasks import edit
from orchestrator_desktop.store import tasks
from orchestrator_desktop.store.places import Order
from orchestrator_desktop.ui.inbox.board import Board
from orchestrator_desktop.ui.inbox.group_words import group_words
from orchestrator_desktop.ui.inbox.grouping import Dated, Header
from orchestrator_desktop.ui.inbox.model import ROW_ROLE
from orchestrator_desktop.ui.inbox.page import TasksPage
from orchestrator_desktop.ui.inbox.runs import Run, marked, wrapped
from orchestrator_desktop.ui.inbox.tasks_view import TasksView
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.paint import text_width
from tests.ui.desk import Room

Opener = Callable[..., TasksPage]


def _titles(view: TasksView) -> list[str]:
    model = view.tasks
    return [task.title for row in range(model.rowCount()) if (task := model.task(model.index(row))) is not None]


def _board(page: TasksPage) -> Board:
    board = page.body.board
    assert page.body.is_board
    assert board is not None
    return board


def _shown(page: TasksPage) -> dict[Stage, list[str]]:
    """The columns that hold something."""
    return {column.stage: found for column in _board(page).columns if (found := _titles(column.view))}


def _stage(room: Room, task_id: TaskId) -> Stage:
    task = tasks.get(room.store, task_id)
    assert task is not None
    return task.stage


def _search(qtbot: QtBot, page: TasksPage, text: str) -> None:
    with qtbot.waitSignal(page.column.head.searched):
        page.column.head.search(text)


@pytest.fixture
def fairs(room: Room) -> dict[Stage, TaskId]:
    """A task of most stages, with the word "fair" in it."""
    found = {stage: room.add(f"Fair {stage}") for stage in Stage if stage is not Stage.IN_REVIEW}
    room.desk.do(stages.set_stage, task_ids=[found[Stage.PLANNED]], stage=Stage.PLANNED)
    room.desk.do(delegations.delegate_to_person, task_id=found[Stage.DELEGATED], name="Tom")
    room.desk.do(stages.complete, task_id=found[Stage.DONE])
    room.desk.do(stages.drop, task_ids=[found[Stage.DROPPED]])
    room.add("Something else")
    return found


# searches and filters


def test_a_search_is_a_board_once_it_was_made_one(
    qtbot: QtBot, room: Room, fairs: dict[Stage, TaskId], open_page: Opener
) -> None:
    page = open_page()
    _search(qtbot, page, "fair")
    button = page.column.head.layout_button
    assert button.isVisible()
    button.click()
    open_ones = (Stage.INBOX, Stage.PLANNED, Stage.DELEGATED, Stage.DONE)
    assert _shown(page) == {stage: [f"Fair {stage}"] for stage in open_ones}
    assert page.column.head.note.text() == "4 found"
    assert [column.stage for column in _board(page).columns] == [stage for stage in Stage if stage is not Stage.DROPPED]
    assert not page.panel.isVisible()
    page.column.head.end_search()
    assert not page.body.is_board  # the list has a layout of its own
    assert page.panel.isVisible()
    _search(qtbot, page, "fair is:done is:dropped")
    assert _shown(page) == {Stage.DONE: ["Fair done"], Stage.DROPPED: ["Fair dropped"]}
    assert len(_board(page).columns) == 2
    _search(qtbot, page, "fair is:inbox is:dropped")
    assert _shown(page) == {Stage.INBOX: ["Fair inbox"], Stage.DROPPED: ["Fair dropped"]}
    assert len(_board(page).columns) == 6, "an open task can be carried to any"
    room.desk.do(lambda _store: None)
    again = open_page(Screen.DONE)
    _search(qtbot, again, "fair")
    assert again.body.is_board


def test_a_board_that_is_found_takes_the_room_of_the_panel(
    qtbot: QtBot, room: Room, fairs: dict[Stage, TaskId], open_page: Opener
) -> None:
    page = open_page()
    page.column.choices.set_board(Target(Screen.INBOX), True, searching=True)
    page._open_panel()
    assert page.panel.isVisible()
    page.column.head.search("fair")
    page.refresh(Changes({}, outside=True))  # another program wrote before the search was read
    qtbot.waitUntil(lambda: not page.panel.isVisible())
    assert page.body.is_board
    assert page.column.isVisible()


def test_what_a_search_found_is_marked_on_its_cards(
    qtbot: QtBot, room: Room, fairs: dict[Stage, TaskId], open_page: Opener
) -> None:
    page = open_page()
    _search(qtbot, page, "fair")
    page._arranging.toggle_board()
    column = next(column for column in _board(page).columns if column.stage is Stage.PLANNED)
    found = column.model.found_of(fairs[Stage.PLANNED])
    assert found is not None
    assert found.title_ranges == ((0, 4),)


def test_the_keys_go_through_a_board_of_what_is_found(
    qtbot: QtBot, room: Room, fairs: dict[Stage, TaskId], open_page: Opener
) -> None:
    page = open_page()
    _search(qtbot, page, "fair")
    qtbot.keyClick(page.column.head._search, Qt.Key.Key_Return)
    qtbot.keyClick(page.list, Qt.Key.Key_V)
    page.select(fairs[Stage.INBOX])
    for stage in (Stage.PLANNED, Stage.DELEGATED, Stage.DONE, Stage.DONE):
        qtbot.keyClick(page.list, Qt.Key.Key_Right)
        assert page.list.current == fairs[stage]
    qtbot.keyClick(page.list, Qt.Key.Key_Left)
    assert page.list.current == fairs[Stage.DELEGATED]
    qtbot.keyClick(page.list, Qt.Key.Key_V)
    assert not page.body.is_board
    assert page.list.current == fairs[Stage.DELEGATED]


def test_a_found_task_put_on_another_column_goes_to_that_stage(
    qtbot: QtBot, room: Room, fairs: dict[Stage, TaskId], open_page: Opener
) -> None:
    page = open_page()
    _search(qtbot, page, "fair")
    page._arranging.toggle_board()
    page.select(fairs[Stage.INBOX])
    planned = next(column.view for column in _board(page).columns if column.stage is Stage.PLANNED)
    planned.tasks_put([fairs[Stage.INBOX]], QPoint(10, 10))
    qtbot.waitUntil(lambda: _stage(room, fairs[Stage.INBOX]) is Stage.PLANNED)
    qtbot.waitUntil(lambda: len(_titles(planned)) == 2)
    assert page.list.current == fairs[Stage.INBOX]


def test_a_filter_remembers_that_it_is_a_board(room: Room, fairs: dict[Stage, TaskId], open_page: Opener) -> None:
    saved = room.desk.do(save_filter, name="Open fairs", query="fair is:open").first(Kind.SAVED_FILTER)
    target = Target(Screen.FILTER, filter_id=FilterId(saved))
    page = open_page()
    page.open(target)
    assert page.column.head.layout_button.isVisible()
    page._arranging.toggle_board()
    assert _shown(page) == {stage: [f"Fair {stage}"] for stage in (Stage.INBOX, Stage.PLANNED, Stage.DELEGATED)}
    page.open(Target(Screen.INBOX))
    assert not page.body.is_board
    room.desk.do(lambda _store: None)
    again = open_page()
    again.open(target)
    assert again.body.is_board


def test_a_column_of_what_is_found_says_that_there_is_more(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    for number in range(70):
        room.add(f"Fair {number}")
    room.desk.do(stages.complete, task_id=room.add("Fair that is over"))
    page = open_page()
    _search(qtbot, page, "fair")
    page._arranging.toggle_board()
    column, *_others, done = _board(page).columns
    assert column._count.text() == "60+"
    assert page.column.head.note.text() == "more than 61 found"
    assert _titles(done.view) == ["Fair that is over"]
    column.model.fetchMore(QModelIndex())
    assert column._count.text() == "70"
    assert _titles(column.view) == [f"Fair {number}" for number in reversed(range(70))]


def test_columns_with_little_of_a_large_search_read_their_own(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    for number in range(130):
        room.add(f"Fair {number}", **({"level": Level.YOU_ONLY} if number % 2 else {}))
    planned = [room.add(f"Fair of then {number}") for number in range(3)]
    room.desk.do(stages.set_stage, task_ids=planned, stage=Stage.PLANNED)
    for number in range(70):
        room.add(f"Fair again {number}")
    page = open_page()
    _search(qtbot, page, "fair")
    page._arranging.toggle_board()
    shown = {column.stage: column for column in _board(page).columns}
    assert _titles(shown[Stage.PLANNED].view)[:3] == [f"Fair of then {number}" for number in (2, 1, 0)]
    for column in shown.values():
        while column.model.more:
            column.model.fetchMore(QModelIndex())
    assert sum(column.model.lines for column in shown.values()) == 203
    assert page.column.head.note.text().startswith("more than")


def test_a_high_window_is_filled(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    for number in range(80):
        room.add(f"Fair {number}")
    done = [room.add(f"Fair that is over {number}") for number in range(30)]
    room.desk.do(stages.complete_all, task_ids=done)
    page = open_page()
    page.resize(1056, 2100)
    _search(qtbot, page, "fair")
    page._arranging.toggle_board()
    over = _board(page).columns[-1]
    qtbot.waitUntil(lambda: over.view.contentsHeight() > over.view.viewport().height())


# other lists


def test_the_board_of_what_people_owe_shows_what_became_of_it(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    asked, done = room.add("Asked"), room.add("Given")
    for task_id in (asked, done):
        room.desk.do(delegations.delegate_to_person, task_id=task_id, name="Tom")
    room.desk.do(stages.complete, task_id=done)
    page = open_page(Screen.WAITING)
    qtbot.keyClick(page.list, Qt.Key.Key_V)
    assert [column.stage for column in _board(page).columns] == [Stage.DELEGATED, Stage.IN_REVIEW, Stage.DONE]
    assert _shown(page) == {Stage.DELEGATED: ["Asked"], Stage.DONE: ["Given"]}
    qtbot.keyClick(page.list, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: _shown(page) == {Stage.DONE: ["Asked", "Given"]})


def test_an_empty_board_says_why_and_has_no_lines(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    page = open_page(Screen.WAITING)
    page._arranging.toggle_board()
    board = _board(page)
    words = page.column._empty
    assert words.text() == "Nobody owes you anything."
    assert words.isVisible()
    assert not any(column.line.isVisible() for column in board.columns)
    place = QRect(words.mapTo(page, words.rect().center()) - QPoint(100, 12), QSize(200, 24))
    image = page.grab(place).toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert len(seen) > 2, "they are seen through the board"
    room.desk.do(delegations.delegate_to_person, task_id=room.add("Asked"), name="Tom")
    page.refresh(Changes(outside=True))
    assert [column.line.isVisible() for column in board.columns] == [False, True, True]


@pytest.mark.parametrize("part", ["", "trash"])
def test_what_is_all_in_one_stage_is_no_board(qtbot: QtBot, room: Room, open_page: Opener, part: str) -> None:
    page = open_page(Screen.DONE)
    page.open(Target(Screen.DONE, part=part))
    assert not page.column.head.layout_button.isVisible()
    qtbot.keyClick(page.list, Qt.Key.Key_V)
    assert not page.body.is_board


def test_today_as_a_board_shows_what_was_done_today(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    today = room.services.today()
    room.add("Due", due=today)
    room.desk.do(stages.complete, task_id=room.add("Finished"))
    page = open_page(Screen.TODAY)
    qtbot.keyClick(page.list, Qt.Key.Key_V)
    assert _shown(page) == {Stage.INBOX: ["Due"], Stage.DONE: ["Finished"]}


def test_what_is_late_is_said_on_its_card(room: Room, open_page: Opener) -> None:
    task_id = room.add("Asked")
    room.desk.do(delegations.delegate_to_person, task_id=task_id, name="Tom")
    room.desk.do(
        lambda store: store.execute(
            "UPDATE delegation SET follow_up = ?", ((room.services.today() - timedelta(days=2)).isoformat(),)
        )
    )
    page = open_page(Screen.WAITING)
    page._arranging.toggle_board()
    column = _board(page).columns[0]
    task = column.model.task(column.model.index(0))
    assert task is not None
    first = column.view.itemDelegate()._meta(task)[0]  # type: ignore[attr-defined]
    assert (first.text, first.token) == ("Late, 2 days", "warn-text")


# cards


@pytest.mark.parametrize(
    "text",
    [
        "Prepare the talk outline for the Lyon field-ops meetup and what follows",
        "Deploy 🚀🚀 the 🚀 rocket 🚀🚀🚀 and tell 👩‍👩‍👧 about it, then 🚀 again",
        "Unbreakableunbreakableunbreakableunbreakableunbreakable",
        "a",
        "\ud800 half of a letter and more words to make it long enough",
    ],
)
@pytest.mark.parametrize("marks", [(), ((0, 7),), ((2, 5), (8, 12))])
def test_a_title_on_two_lines_is_whole(room: Room, text: str, marks: tuple[tuple[int, int], ...]) -> None:
    theme = room.services.theme
    runs = marked(text, [(start, end) for start, end in marks if end <= len(text)])
    lines = wrapped(theme, runs, 160, 2, weight=500)
    assert 1 <= len(lines) <= 2
    joined = ["".join(run.text for run in line) for line in lines]
    assert "".join(joined).replace(" ", "") == text.replace(" ", "")
    assert sum(text_width(theme, run.text, "body", 700 if run.strong else 500) for run in lines[0]) <= 160


def test_nothing_takes_no_line(room: Room) -> None:
    assert wrapped(room.services.theme, [], 160, 2) == []
    assert wrapped(room.services.theme, [Run("short")], 160, 2) == [[Run("short")]]


def test_a_card_is_higher_than_a_row_and_its_view_knows(room: Room, open_page: Opener) -> None:
    for number in range(3):
        room.add(f"A task with a title that is far too long for one line of a card, {number}")
    page = open_page()
    row = page.list.row_height()
    page._arranging.toggle_board()
    view = _board(page).columns[0].view
    assert view.row_height() > row
    assert view.visualRect(view.model().index(1, 0)).top() == view.row_height()
    assert view.sizeHintForRow(0) == view.row_height()


# by date


def test_lists_by_date_have_headers_of_days(room: Room, open_page: Opener) -> None:
    today = room.services.today()
    for title, days in (("Late", -3), ("Later still", -1), ("Now", 0), ("Tomorrow", 1), ("Far", 40)):
        room.add(title, due=today + timedelta(days=days))
    room.add("Some day")
    page = open_page()
    page._arranging.use_order(Order.DATE)
    model = page.list.tasks
    items = [model.index(row).data(ROW_ROLE) for row in range(model.rowCount())]
    locale = room.services.languages.locale
    said = [
        (group_words(item.group, today, locale), item.count) if isinstance(item, Header) else item.title
        for item in items
    ]
    far = (today + timedelta(days=40)).strftime("%b")
    assert said[:7] == [("Overdue", 2), "Late", "Later still", ("Today", 1), "Now", ("Tomorrow", 1), "Tomorrow"]
    assert far in said[7][0]
    assert said[8:] == ["Far", ("No due date", 1), "Some day"]


def test_a_new_date_moves_a_task_under_its_day(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    today = room.services.today()
    task_id = room.add("Call")
    page = open_page()
    page._arranging.use_order(Order.DATE)
    before = page.list.tasks.header(0)
    assert before is not None
    assert before.group is Dated.NONE
    room.services.acts.run(edit, task_id=task_id, due=today)
    qtbot.waitUntil(lambda: (header := page.list.tasks.header(0)) is not None and header.group == today)
    assert page.list.tasks.rowCount() == 2
