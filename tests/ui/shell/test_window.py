"""The window: where it goes, its keys everywhere, toasts, and that closing loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QByteArray, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from orchestrator_desktop.app import FACTORIES
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.engine.notices import Notice, NoticeKind
from orchestrator_desktop.operations import claiming, queueing
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import days, tasks
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.ui.delegation.panel import TaskPanel
from orchestrator_desktop.ui.inbox.capture_line import CaptureLine
from orchestrator_desktop.ui.inbox.head import ListHead
from orchestrator_desktop.ui.inbox.tasks_view import TasksView
from orchestrator_desktop.ui.navigator import Screen
from orchestrator_desktop.ui.shell.keys import KeysSheet
from orchestrator_desktop.ui.shell.places_view import PlacesView
from orchestrator_desktop.ui.shell.sidebar import Sidebar
from orchestrator_desktop.ui.shell.window import GEOMETRY, Window
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.toast import Toast
from tests.store import rows
from tests.ui.desk import Room
from tests.ui.windows import end

Opener = Callable[[], Window]
_NONE, _SHIFT, _CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def _press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
    qtbot.keyClick(_focus(), key, modifier)


def _focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def _toast(window: Window) -> Toast:
    return window.findChildren(Toast)[0]


def _panel(qtbot: QtBot, window: Window) -> TaskPanel:
    """It comes by itself, once the list is in sight."""
    qtbot.waitUntil(lambda: bool(window.findChildren(TaskPanel)))
    return window.findChildren(TaskPanel)[0]


def test_it_starts_where_the_first_task_is_written(open_window: Opener) -> None:
    assert open_window().windowTitle() == "Orchestrator"


def test_it_starts_in_the_inbox_with_the_list_under_the_keys(room: Room, open_window: Opener) -> None:
    room.add("One")
    window = open_window()
    assert window.windowTitle() == "Inbox – Orchestrator"
    assert isinstance(_focus(), TasksView)


@pytest.mark.parametrize(
    ("key", "title"), [("T", "Today"), ("I", "Inbox"), ("W", "Waiting for people"), ("F", "Done"), ("E", "Reflection")]
)
def test_g_and_a_letter_go_there(qtbot: QtBot, room: Room, open_window: Opener, key: str, title: str) -> None:
    room.add("One")
    window = open_window()
    qtbot.keyClicks(_focus(), "g" + key.lower())
    assert window.windowTitle() == f"{title} – Orchestrator"


def test_n_writes_a_task_from_anywhere(qtbot: QtBot, room: Room, open_window: Opener) -> None:
    room.add("One")
    window = open_window()
    window.show_screen(Screen.REVIEW)
    _press(qtbot, Qt.Key.Key_N)
    assert isinstance(_focus(), CaptureLine)
    assert window.windowTitle() == "Inbox – Orchestrator"
    qtbot.keyClicks(_focus(), "n?/g")
    assert window.findChildren(CaptureLine)[0].toPlainText() == "n?/g"


def test_n_stays_on_today(qtbot: QtBot, room: Room, open_window: Opener) -> None:
    room.add("One")
    window = open_window()
    window.show_screen(Screen.TODAY)
    _press(qtbot, Qt.Key.Key_N, _CTRL)
    assert isinstance(_focus(), CaptureLine)
    assert window.windowTitle() == "Today – Orchestrator"


def test_slash_searches(qtbot: QtBot, room: Room, open_window: Opener) -> None:
    room.add("One")
    window = open_window()
    window.show_screen(Screen.DONE)
    _press(qtbot, Qt.Key.Key_Slash)
    assert _focus().accessibleName() == "Search everything"
    assert window.findChildren(ListHead)[0].isAncestorOf(_focus())
    assert window.windowTitle() == "Done – Orchestrator"


def test_f6_goes_through_the_panes_and_back(qtbot: QtBot, room: Room, open_window: Opener) -> None:
    room.add("One")
    window = open_window()
    panel = _panel(qtbot, window)
    _press(qtbot, Qt.Key.Key_F6)
    assert panel.isAncestorOf(_focus())
    _press(qtbot, Qt.Key.Key_F6)
    assert isinstance(_focus(), PlacesView)
    _press(qtbot, Qt.Key.Key_F6)
    assert isinstance(_focus(), TasksView)
    _press(qtbot, Qt.Key.Key_F6, _SHIFT)
    assert isinstance(_focus(), PlacesView)


def test_tab_goes_from_the_sidebar_to_the_list_to_the_panel(qtbot: QtBot, room: Room, open_window: Opener) -> None:
    room.specialist()
    room.add("One")
    window = open_window()
    panel = _panel(qtbot, window)
    order: list[str] = []
    window.findChildren(PlacesView)[0].setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(40):
        focus = _focus()
        where = "panel" if panel.isAncestorOf(focus) else "list" if window.page.isAncestorOf(focus) else "sidebar"
        if isinstance(focus, QPushButton) and focus.text() in ("Preview", "Delegate"):
            where = "action bar"
        if not order or order[-1] != where:
            order.append(where)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert order[:4] == ["sidebar", "list", "panel", "action bar"]


def test_an_act_is_said_and_undone_in_the_toast(qtbot: QtBot, room: Room, open_window: Opener) -> None:
    task_id = room.add("One")
    window = open_window()
    _press(qtbot, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: _toast(window).message == "Done.")
    qtbot.mouseClick(_toast(window).undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tasks.some(room.store, [task_id])[task_id].stage is Stage.INBOX)
    qtbot.waitUntil(lambda: _toast(window).message == "Undone: Complete")


def test_ctrl_z_undoes_the_last_decision(qtbot: QtBot, room: Room, open_window: Opener) -> None:
    task_id = room.add("One")
    window = open_window()
    _press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: bool(_toast(window).message))
    _press(qtbot, Qt.Key.Key_Z, _CTRL)
    qtbot.waitUntil(lambda: tasks.some(room.store, [task_id])[task_id].stage is Stage.INBOX)
    qtbot.waitUntil(lambda: _toast(window).message == "Undone: Drop")
    _press(qtbot, Qt.Key.Key_Y, _CTRL)
    qtbot.waitUntil(lambda: tasks.some(room.store, [task_id])[task_id].stage is Stage.DROPPED)
    qtbot.waitUntil(lambda: _toast(window).message == "Redone: Drop")


def test_the_list_of_keys_has_what_lists_take_by_themselves(qtbot: QtBot, room: Room, open_window: Opener) -> None:
    room.add("One")
    open_window()
    listed = {binding.name: binding.keys for binding in room.services.shortcuts.bindings if binding.where == "Lists"}
    assert (listed["Next"], listed["Open"], listed["Select"]) == (("Down", "J"), ("Return",), ("Space",))


def test_the_list_of_keys_names_each_once(qtbot: QtBot, room: Room, open_window: Opener) -> None:
    room.add("One")
    window = open_window()
    _press(qtbot, Qt.Key.Key_Question)
    sheet = window.findChildren(KeysSheet)[0]
    assert sheet.isVisible()
    words = [label.text() for label in sheet.findChildren(Label)]
    assert words.count("Delegate") == 2  # in the lists and in the brief
    assert {"Everywhere", "Go to", "Lists", "Brief", "Set a date", "Next pane"} <= set(words)
    _press(qtbot, Qt.Key.Key_Question)
    assert not sheet.isVisible()
    assert isinstance(_focus(), TasksView)


def test_a_model_that_loads_is_said(room: Room, open_window: Opener) -> None:
    room.add("One")
    window = open_window()
    room.services.bridge.on_notice(Notice(NoticeKind.MODEL_STARTING, model="SmolLM2"))
    assert _toast(window).message == "Loading the built-in model, a few seconds."


def test_a_key_that_stays_in_memory_is_said(room: Room, open_window: Opener) -> None:
    room.add("One")
    window = open_window()
    room.services.bridge.on_notice(Notice(NoticeKind.KEY_IN_MEMORY, provider="Acme"))
    assert "stays in memory until you quit" in _toast(window).message


def test_a_provider_out_of_reach_is_said(room: Room, open_window: Opener) -> None:
    room.add("One")
    window = open_window()
    room.services.bridge.on_notice(Notice(NoticeKind.OFFLINE, provider="Anthropic"))
    assert _toast(window).message == "Anthropic cannot be reached. Kept here, sent in order when it returns."
    assert not _toast(window).undo_button.isVisible()


def test_back_online_offers_to_hold(qtbot: QtBot, room: Room, open_window: Opener) -> None:
    delegation_id = room.delegate(room.add("One"))
    window = open_window()
    room.services.bridge.on_notice(Notice(NoticeKind.BACK_ONLINE, provider="Anthropic", count=2))
    assert _toast(window).message.startswith("Back online. 2 delegation")
    assert _toast(window).undo_button.text() == "Hold"
    qtbot.mouseClick(_toast(window).undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _toast(window).message == "The queue is paused. Nothing is sent until you resume it.")
    assert not room.desk.do(claiming.claim, owner="tests")[1]
    room.desk.do(queueing.pause, paused=False)
    assert room.desk.do(claiming.claim, owner="tests")[1][0].delegation_id == delegation_id


def test_a_spent_budget_leads_to_what_waits(qtbot: QtBot, room: Room, open_window: Opener) -> None:
    room.add("One")
    window = open_window()
    room.services.bridge.on_notice(Notice(NoticeKind.BUDGET, count=1))
    assert "A budget is spent" in _toast(window).message
    qtbot.mouseClick(_toast(window).undo_button, Qt.MouseButton.LeftButton)
    assert window.windowTitle() == "Delegated – Orchestrator"


def test_a_bug_offers_its_report(qtbot: QtBot, room: Room, open_window: Opener) -> None:
    room.add("One")
    window = open_window()
    room.services.bridge.on_notice(Notice(NoticeKind.BUG, detail="A bug in: engine"))
    assert _toast(window).undo_button.text() == "Copy report"
    qtbot.mouseClick(_toast(window).undo_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "A bug in: engine"


def test_a_bug_of_an_act_offers_its_report_without_what_it_was_about(
    qtbot: QtBot, room: Room, open_window: Opener, caplog: pytest.LogCaptureFixture
) -> None:
    room.add("One")
    window = open_window()

    def broken(_store: object, *, words: str) -> None:
        raise ZeroDivisionError(words)

    room.services.acts.run(broken, words="a secret")
    qtbot.waitUntil(lambda: _toast(window).message == "Something went wrong. What you wrote is kept.")
    qtbot.mouseClick(_toast(window).undo_button, Qt.MouseButton.LeftButton)
    report = QGuiApplication.clipboard().text()
    assert "ZeroDivisionError" in report
    assert "a secret" not in report + caplog.text
    caplog.clear()


def test_closing_at_once_loses_no_key(qtbot: QtBot, room: Room, open_window: Opener) -> None:
    task_id = room.add("One")
    window = open_window()
    _press(qtbot, Qt.Key.Key_N)
    qtbot.keyClicks(_focus(), "half a tas")
    panel = _panel(qtbot, window)
    panel.write_brief()
    qtbot.keyClicks(panel.form.objective, "kept: ")
    window.close()
    room.desk.do(lambda store: None)
    assert days.draft(room.store, "capture") == "half a tas"
    brief = reading.latest_brief(room.store, task_id)
    assert brief is not None
    assert brief.objective == "kept: One"


def test_another_day_is_noticed_when_the_window_comes_back(
    qtbot: QtBot, room: Room, open_window: Opener, clock: list[datetime]
) -> None:
    tomorrow = clock[-1] + timedelta(days=1)
    room.add("One", due=tomorrow.date())
    window = open_window()
    window.show_screen(Screen.TODAY)
    rows = window.findChildren(TasksView)[0].model()
    assert rows.rowCount() == 0
    clock.append(tomorrow)
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    qtbot.waitUntil(lambda: rows.rowCount() == 2)


def test_another_hour_at_which_a_day_begins_is_obeyed_at_once_and_undone(
    qtbot: QtBot, room: Room, open_window: Opener, clock: list[datetime]
) -> None:
    clock.append(clock[-1].replace(hour=1))
    room.add("One", due=clock[-1].date())
    window = open_window()
    window.show_screen(Screen.TODAY)
    rows = window.findChildren(TasksView)[0].model()
    assert rows.rowCount() == 2
    room.services.acts.run(set_setting, key=days.ROLLOVER, value=3)
    qtbot.waitUntil(lambda: rows.rowCount() == 0)
    room.services.acts.undo()
    qtbot.waitUntil(lambda: rows.rowCount() == 2)


def test_its_size_is_kept(room: Room, open_window: Opener) -> None:
    room.add("One")
    window = open_window()
    window.close()
    room.desk.do(lambda store: None)
    saved = QByteArray.fromBase64(days.setting(room.store, GEOMETRY).encode())
    assert open_window().restoreGeometry(saved)


def test_the_list_of_keys_has_those_of_a_panel_that_is_not_there_yet(room: Room) -> None:
    room.add("One")
    window = Window(room.services, FACTORIES)
    window.start()
    assert not window.findChildren(TaskPanel)
    assert "Add context" in {one.name for one in room.services.shortcuts.bindings}
    end([window])


def _fill(store: Store) -> None:
    with store.writing():
        for number in range(1_204):
            rows.task(store, f"Task {number}")


def test_counts_are_written_as_the_language_writes_them(room: Room, open_window: Opener) -> None:
    room.desk.do(_fill)
    room.services.languages.use("fr")
    counts = {row.target.screen: row.count for row in open_window().findChildren(Sidebar)[0].places() if row.target}
    assert counts[Screen.INBOX] == "1\N{NARROW NO-BREAK SPACE}204"
