"""What lies over the window: toast, menu, overlay; and what only shows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from orchestrator_desktop.ui.paint import UiState
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.overlay import Overlay
from orchestrator_desktop.ui.widgets.popup_menu import MenuItem, PopupMenu
from orchestrator_desktop.ui.widgets.small import Figure, FiguresStrip, Pill, Step, Steps
from orchestrator_desktop.ui.widgets.tabs import Tabs
from orchestrator_desktop.ui.widgets.toast import Toast

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    made.resize(600, 400)
    QLineEdit(made).setFocus()  # in the real window something always has it
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.mouseMove(made, QPoint(2, 200))
    yield made
    made.close()


@pytest.fixture
def button(theme: Theme, window: QWidget) -> Button:
    made = Button(theme, "Escalate", parent=window)
    made.setGeometry(400, 340, 120, 32)
    made.show()
    made.setFocus()
    return made


@pytest.fixture
def menu(theme: Theme, window: QWidget) -> PopupMenu:
    return PopupMenu(
        theme,
        window,
        [
            MenuItem("up", "To a stronger specialist", icon="arrow-up-right", note="about $0.03", key="1"),
            MenuItem("person", "To a person…", icon="person", key="2", enabled=False),
            MenuItem("me", "Keep it for myself", key="3"),
        ],
    )


def time_is_up(toast: Toast) -> None:
    toast.findChild(QTimer).timeout.emit()


def test_a_toast_sits_at_the_bottom_centre_and_follows(theme: Theme, window: QWidget) -> None:
    toast = Toast(theme, window)
    toast.show_message("Accepted.", undo=1)
    assert toast.height() == 40
    assert abs(toast.geometry().center().x() - 300) <= 1
    assert toast.geometry().bottom() == 400 - 16 - 1
    window.resize(800, 500)
    assert abs(toast.geometry().center().x() - 400) <= 1
    assert toast.geometry().bottom() == 500 - 16 - 1


def test_undo_gives_back_its_token_and_the_toast_goes(theme: Theme, window: QWidget, qtbot: QtBot) -> None:
    toast = Toast(theme, window)
    toast.show_message("Accepted.", undo="step 7")
    with qtbot.waitSignal(toast.undone) as caught:
        qtbot.mouseClick(toast.undo_button, Qt.MouseButton.LeftButton)
    assert caught.args == ["step 7"]
    assert toast.isHidden()


def test_a_toast_without_undo_offers_none(theme: Theme, window: QWidget) -> None:
    toast = Toast(theme, window)
    toast.show_message("Copied.")
    assert toast.isVisible()
    assert not toast.undo_button.isVisible()


def test_a_toast_goes_by_itself(theme: Theme, window: QWidget, qtbot: QtBot) -> None:
    toast = Toast(theme, window, stay_ms=1)
    toast.show_message("Accepted.", undo=1)
    qtbot.waitUntil(toast.isHidden)


def test_a_toast_stays_while_its_undo_has_the_focus(theme: Theme, window: QWidget) -> None:
    toast = Toast(theme, window)
    toast.show_message("Accepted.", undo=1)
    toast.undo_button.setFocus()
    time_is_up(toast)
    assert toast.isVisible()
    toast.undo_button.clearFocus()
    time_is_up(toast)
    assert toast.isHidden()


def test_a_toast_stays_under_the_pointer(theme: Theme, window: QWidget) -> None:
    toast = Toast(theme, window)
    toast.show_message("Accepted.", undo=1)
    clock = toast.findChild(QTimer)
    spot = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(spot, spot, spot))
    assert not clock.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert clock.isActive()
    assert clock.interval() == 10_000


def test_the_menu_opens_above_its_button(menu: PopupMenu, button: Button, window: QWidget) -> None:
    menu.open_for(button)
    assert menu.is_open()
    assert menu.mapTo(window, QPoint(menu.width(), menu.height())) == QPoint(520, 332)
    assert menu.rows()[0].hasFocus()
    assert {row.height() for row in menu.rows()} == {36}


def test_the_menu_clears_the_bar_it_opens_from(menu: PopupMenu, button: Button, window: QWidget) -> None:
    bar = QWidget(window)
    bar.setGeometry(0, 320, 600, 80)
    menu.open_for(button, bar)
    assert menu.mapTo(window, QPoint(0, menu.height())).y() == 312


def test_the_menu_opens_below_where_there_is_no_room(menu: PopupMenu, button: Button, window: QWidget) -> None:
    button.move(400, 10)
    menu.open_for(button)
    assert menu.mapTo(window, QPoint(0, 0)).y() == 50


def test_arrows_step_over_what_is_closed_and_enter_picks(menu: PopupMenu, button: Button, qtbot: QtBot) -> None:
    menu.open_for(button)
    qtbot.keyClick(menu.rows()[0], Key.Key_Down)
    assert menu.rows()[2].hasFocus()
    with qtbot.waitSignal(menu.chosen) as caught:
        qtbot.keyClick(menu.rows()[2], Key.Key_Return)
    assert caught.args == ["me"]
    assert not menu.is_open()


@pytest.mark.parametrize(("key", "chosen"), [(Key.Key_1, ["up"]), (Key.Key_3, ["me"]), (Key.Key_2, [])])
def test_an_item_s_key_picks_it_unless_closed(
    menu: PopupMenu, button: Button, qtbot: QtBot, key: Qt.Key, chosen: list[str]
) -> None:
    caught: list[object] = []
    menu.chosen.connect(caught.append)
    menu.open_for(button)
    qtbot.keyClick(menu.rows()[0], key)
    assert caught == chosen


def test_escape_closes_and_gives_the_focus_back(menu: PopupMenu, button: Button, qtbot: QtBot) -> None:
    menu.open_for(button)
    with qtbot.waitSignal(menu.closed):
        qtbot.keyClick(menu.rows()[0], Key.Key_Escape)
    assert not menu.is_open()
    assert button.hasFocus()


def test_a_click_beside_closes_the_menu(menu: PopupMenu, button: Button, window: QWidget, qtbot: QtBot) -> None:
    menu.open_for(button)
    layer = menu.parentWidget()
    assert layer.geometry() == window.rect()
    qtbot.mouseClick(layer, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not menu.is_open()


def test_menu_items_say_their_note(menu: PopupMenu) -> None:
    assert menu.rows()[0].accessibleName() == "To a stronger specialist, about $0.03"


def test_tab_stays_in_the_panel_of_an_overlay(theme: Theme, window: QWidget, qtbot: QtBot) -> None:
    outside = QLineEdit(window)
    outside.show()
    panel = QWidget()
    column = QVBoxLayout(panel)
    first, last = QLineEdit(), QLineEdit()
    column.addWidget(first)
    column.addWidget(last)
    overlay = Overlay(theme, window, panel)
    overlay.open()
    assert first.hasFocus()
    qtbot.keyClick(first, Key.Key_Tab)
    assert last.hasFocus()
    qtbot.keyClick(last, Key.Key_Tab)
    assert first.hasFocus()
    qtbot.keyClick(first, Key.Key_Backtab)
    assert last.hasFocus()


def test_closing_twice_says_so_once(theme: Theme, window: QWidget) -> None:
    overlay = Overlay(theme, window, QWidget())
    closed: list[bool] = []
    overlay.closed.connect(lambda: closed.append(True))
    overlay.open()
    overlay.close_overlay()
    overlay.close_overlay()
    assert closed == [True]


def test_an_overlay_grows_with_the_window(theme: Theme, window: QWidget, qtbot: QtBot) -> None:
    overlay = Overlay(theme, window, QWidget())
    overlay.open()
    with qtbot.waitSignal(overlay.placed):
        window.resize(700, 450)
    assert overlay.geometry() == window.rect()


def test_a_pill_says_its_state_and_takes_other_words(theme: Theme) -> None:
    pill = Pill(theme, UiState.FAILED)
    assert (pill.text(), pill.accessibleName()) == ("Failed", "Failed")
    pill.set_state(UiState.FAILED, text="Fix key")
    assert pill.accessibleName() == "Fix key"


def test_neutral_pills_have_no_fill(theme: Theme, window: QWidget) -> None:
    pill = Pill(theme, UiState.READY, parent=window)
    bare = pill.sizeHint().width()
    pill.set_state(UiState.READY, filled=True)
    assert pill.sizeHint().width() > bare


def test_figures_and_steps_are_read_out(theme: Theme) -> None:
    figures = FiguresStrip(theme, [Figure("Elapsed", "0:09", "about 0:21 left"), Figure("Cost", "$0.001")])
    assert figures.accessibleName() == "Elapsed 0:09 about 0:21 left. Cost $0.001"
    steps = Steps(theme, [Step(UiState.DONE, "Context"), Step(UiState.RUNNING, "Drafting", "email 2 of 4")])
    assert steps.accessibleName() == "Context, Accepted. Drafting, Running, email 2 of 4"


def test_arrows_change_the_tab(theme: Theme, window: QWidget, qtbot: QtBot) -> None:
    tabs = Tabs(theme, window)
    for name, time in (("v1", "14:01"), ("v2", "14:06")):
        tabs.add_tab(name, time)
    tabs.show()
    tabs.setFocus()
    with qtbot.waitSignal(tabs.currentChanged):
        qtbot.keyClick(tabs, Key.Key_Right)
    assert tabs.currentIndex() == 1
    assert tabs.sizeHint().height() == 44
    assert tabs.accessibleTabName(1) == "v2 14:06"


def test_single_letters_of_the_window_do_not_reach_under_a_menu(
    menu: PopupMenu, button: Button, window: QWidget, qtbot: QtBot
) -> None:
    """A shortcut of the window on a key that the menu uses would act under it: the menu takes the key first."""
    acted: list[bool] = []
    QShortcut(Qt.Key.Key_3, window).activated.connect(lambda: acted.append(True))
    caught: list[object] = []
    menu.chosen.connect(caught.append)
    menu.open_for(button)
    qtbot.keyClick(menu.rows()[0], Key.Key_3)
    assert (caught, acted) == (["me"], [])
