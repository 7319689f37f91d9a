"""The list: keys, groups stepped over, ring for the keyboard only, rows drawn whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.ui.paint import UiState
from orchestrator_desktop.ui.theme import Theme, ThemeSetting
from orchestrator_desktop.ui.widgets.list_view import ListView
from orchestrator_desktop.ui.widgets.rows import (
    TaskRow,
    draw_group_header,
    draw_task_row,
    header_height,
    row_height,
)

Key = Qt.Key
ROWS = ("AI alone", "one", "two", "You only", "three")


class Delegate(QStyledItemDelegate):
    """Headers and task rows."""

    def __init__(self, theme: Theme, view: ListView) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        header = not index.flags() & Qt.ItemFlag.ItemIsSelectable
        return QSize(100, header_height(self._theme) if header else row_height(self._theme))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        if not index.flags() & Qt.ItemFlag.ItemIsSelectable:
            draw_group_header(painter, self._theme, option, str(index.data()), 2)
        else:
            row = TaskRow(Level.YOU_ONLY, str(index.data()), "meta", UiState.RETURNED)
            draw_task_row(painter, self._theme, option, row)


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> Iterator[ListView]:
    made = ListView(theme)
    model = QStandardItemModel(made)
    for text in ROWS:
        item = QStandardItem(text)
        item.setSelectable(text[0].islower())
        model.appendRow(item)
    made.setModel(model)
    made.setItemDelegate(Delegate(theme, made))
    made.resize(400, 400)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.hasFocus)
    made.setCurrentIndex(QModelIndex())
    yield made
    made.hide()


def current(view: ListView) -> str:
    return str(view.currentIndex().data())


def pixel(view: ListView, x: int, y: int) -> QColor:
    return view.viewport().grab().toImage().pixelColor(x, y)


def test_focus_by_key_starts_at_the_first_row_after_its_header(view: ListView) -> None:
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert current(view) == "one"


@pytest.mark.parametrize(("down", "up"), [(Key.Key_J, Key.Key_K), (Key.Key_Down, Key.Key_Up)])
def test_keys_step_over_headers_and_stay_at_the_ends(view: ListView, qtbot: QtBot, down: Qt.Key, up: Qt.Key) -> None:
    view.setCurrentIndex(view.model().index(1, 0))
    seen = []
    for key in (down, down, down, up, up, up):
        qtbot.keyClick(view, key)
        seen.append(current(view))
    assert seen == ["two", "three", "three", "two", "one", "one"]


def test_letters_can_be_turned_off(view: ListView, qtbot: QtBot) -> None:
    view.move_current(1)
    view.letters = lambda: False
    qtbot.keyClick(view, Key.Key_J)
    assert current(view) == "one"


def test_letters_do_not_search(view: ListView, qtbot: QtBot) -> None:
    view.move_current(1)
    qtbot.keyClick(view, Key.Key_T)
    assert current(view) == "one"


def test_enter_opens_the_row(view: ListView, qtbot: QtBot) -> None:
    view.move_current(1)
    with qtbot.waitSignal(view.opened) as caught:
        qtbot.keyClick(view, Key.Key_Return)
    assert caught.args[0].data() == "one"


def test_an_empty_list_takes_keys_calmly(theme: Theme, qtbot: QtBot) -> None:
    empty = ListView(theme)
    qtbot.addWidget(empty)
    empty.setModel(QStandardItemModel(empty))
    qtbot.keyClick(empty, Key.Key_J)
    qtbot.keyClick(empty, Key.Key_Return)
    assert not empty.currentIndex().isValid()


def test_the_ring_is_for_the_keyboard(view: ListView, theme: Theme, qtbot: QtBot) -> None:
    view.setFocus()
    view.move_current(1)
    row = view.visualRect(view.currentIndex())
    top = (200, row.top())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert pixel(view, *top) == theme.tokens.selected
    qtbot.keyClick(view, Key.Key_K)
    assert pixel(view, *top) == theme.tokens.focus


def test_rows_and_headers_have_the_heights_of_the_design(view: ListView, theme: Theme) -> None:
    heights = [view.visualRect(view.model().index(row, 0)).height() for row in range(len(ROWS))]
    assert heights == [36, 52, 52, 36, 52]
    theme.set_scale(1.5)
    view.doItemsLayout()
    assert view.visualRect(view.model().index(1, 0)).height() == 70


def test_rows_follow_the_theme(view: ListView, theme: Theme) -> None:
    view.move_current(1)
    row = view.visualRect(view.currentIndex())
    theme.set_setting(ThemeSetting.DARK)
    assert pixel(view, 230, row.center().y()) == theme.tokens.selected
    assert pixel(view, 27, row.center().y()) == theme.tokens.ink
