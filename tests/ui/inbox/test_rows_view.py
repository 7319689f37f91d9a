"""Where rows stand in a list: under headers of another height, in long lists, at their end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.store.places import Place
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.store.tasks import PAGE
from orchestrator_desktop.ui.inbox import model as inbox_model
from orchestrator_desktop.ui.inbox.grouping import Query
from orchestrator_desktop.ui.inbox.model import TasksModel
from orchestrator_desktop.ui.inbox.rows import TaskDelegate
from orchestrator_desktop.ui.inbox.tasks_view import TasksView
from tests.ui.desk import Room
from tests.ui.windows import end


@pytest.fixture
def view(room: Room, qtbot: QtBot) -> Iterator[TasksView]:
    model = TasksModel(room.store)
    made = TasksView(room.services.theme, model)
    made.setItemDelegate(
        TaskDelegate(
            room.services.theme, room.services.languages, room.services.today, room.services.begins, model, made
        )
    )
    made.resize(500, 400)
    made.show()
    yield made
    end([made])


def _fill(room: Room, number: int) -> None:
    def write(store: Store) -> None:
        with store.writing():
            store.execute(
                f"""WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < {number})
                INSERT INTO task (title, notes, level, stage, created_at)
                SELECT 'Task ' || x, '', 1 + x % 3, 'inbox', '2026-01-01' FROM n"""
            )

    room.desk.do(write)


def _show(room: Room, view: TasksView) -> TasksModel:
    model = view.model()
    assert isinstance(model, TasksModel)
    model.show(Query(Place()), room.services.today())
    return model


def test_every_point_belongs_to_the_row_that_is_drawn_there(room: Room, view: TasksView) -> None:
    for number, level in enumerate((Level.AI_ALONE, Level.AI_ALONE, Level.YOU_ONLY)):
        room.add(f"Task {number}", level=level)
    model = _show(room, view)
    heights = [36, 52, 52, 36, 52]
    top = 0
    for row, height in enumerate(heights):
        rect = view.visualRect(model.index(row))
        assert (rect.top(), rect.height()) == (top, height)
        assert view.indexAt(QPoint(20, top)).row() == row
        assert view.indexAt(QPoint(20, top + height - 1)).row() == row
        top += height
    assert not view.indexAt(QPoint(20, top)).isValid()


def test_end_goes_to_the_last_of_thousands_without_holding_the_window(
    room: Room, view: TasksView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fill(room, 3_000)
    model = _show(room, view)
    assert model.lines < 1_000
    ticks = count(step=0.01)
    monkeypatch.setattr(inbox_model, "perf_counter", lambda: next(ticks))  # a hundredth of a second between two looks
    read, steps = [model.lines], view._on_way
    steps.timeout.connect(lambda: read.append(model.lines))
    QTest.keyClick(view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: view.currentIndex().row() == model.rowCount() - 1)
    assert model.lines == 3_000
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    assert max(after - before for before, after in pairwise(read)) == PAGE, "a turn ends when its time is over"


def test_the_header_comes_into_sight_with_its_first_task(room: Room, view: TasksView) -> None:
    _fill(room, 60)
    model = _show(room, view)
    view.scrollTo(model.index(50))
    view.scrollTo(model.index(1))
    assert view.visualRect(model.index(0)).top() == 0


def test_scrolling_reads_the_next_page(room: Room, view: TasksView, qtbot: QtBot) -> None:
    _fill(room, 1_000)
    model = _show(room, view)
    read = model.lines
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    assert model.lines > read


def test_page_keys_step_over_headers(room: Room, view: TasksView) -> None:
    _fill(room, 60)
    _show(room, view)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == 1
    for _ in range(12):
        QTest.keyClick(view, Qt.Key.Key_PageDown)
        assert view.current is not None
    assert view.currentIndex().row() == 62


class _Painted(QObject):
    """Remembers what was painted anew."""

    def __init__(self) -> None:
        super().__init__()
        self.rects: list[QRect] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.rects.append(event.rect())
        return super().eventFilter(watched, event)


def test_the_wheel_moves_the_rows_and_all_of_them_are_painted(qtbot: QtBot, room: Room, view: TasksView) -> None:
    _fill(room, 60)
    _show(room, view)
    qtbot.waitExposed(view)
    QApplication.processEvents()
    painted = _Painted()
    view.viewport().installEventFilter(painted)
    before = view.indexAt(QPoint(100, 100)).row()
    view.verticalScrollBar().setValue(520)
    qtbot.waitUntil(lambda: bool(painted.rects))
    assert painted.rects[-1] == view.viewport().rect()
    assert view.indexAt(QPoint(100, 100)).row() > before
