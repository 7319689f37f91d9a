"""The sidebar: places, counts, domains, what is said of the provider, and its keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.engine.notices import Notice, NoticeKind
from orchestrator_desktop.operations import roster, stages
from orchestrator_desktop.store import delegates
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.shell.places import PlaceKind, PlaceRow, PlacesModel
from orchestrator_desktop.ui.shell.places_view import PlacesView
from orchestrator_desktop.ui.shell.status import StatusBlock
from orchestrator_desktop.ui.shell.window import Window
from tests.ui.desk import Room

Opener = Callable[[], Window]


def _places(window: Window) -> PlacesView:
    return window.findChildren(PlacesView)[0]


def _row(view: PlacesView, words: str) -> int:
    model = view.model()
    return next(row for row in range(model.rowCount()) if model.index(row, 0).data() == words)


def _count(view: PlacesView, words: str) -> str:
    said = view.model().index(_row(view, words), 0).data(Qt.ItemDataRole.AccessibleTextRole)
    return str(said).removeprefix(words).removeprefix(", ")


def _status(window: Window) -> str:
    return window.findChildren(StatusBlock)[0].words


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model = PlacesModel()
    model.set_rows([PlaceRow("Inbox", target=Target(Screen.INBOX)), PlaceRow("Domains", kind=PlaceKind.HEADER)])
    qtmodeltester.check(model)
    model.set_rows([PlaceRow("Inbox", target=Target(Screen.INBOX), count="1")])
    qtmodeltester.check(model)


def test_counts_follow_the_tasks(qtbot: QtBot, room: Room, open_window: Opener) -> None:
    task_id = room.add("One", due=room.services.today())
    view = _places(open_window())
    assert (_count(view, "Inbox"), _count(view, "Today"), _count(view, "Done")) == ("1", "1", "")
    room.desk.do(stages.complete, task_id=task_id)
    qtbot.waitUntil(lambda: _count(view, "Inbox") == "")


def test_a_click_goes_there_and_the_list_gets_the_keys(qtbot: QtBot, room: Room, open_window: Opener) -> None:
    room.add("One")
    window = open_window()
    view = _places(window)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 28 * _row(view, "Done") + 10))
    assert window.windowTitle() == "Done – Orchestrator"
    assert view.here == _row(view, "Done")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.page.isAncestorOf(focus)


def test_arrows_move_a_ring_and_enter_goes_there(qtbot: QtBot, room: Room, open_window: Opener) -> None:
    room.add("One")
    window = open_window()
    view = _places(window)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    before = view.here
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.here == before
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert window.windowTitle() == "Today – Orchestrator"


def test_a_domain_is_added_and_opened(qtbot: QtBot, room: Room, open_window: Opener) -> None:
    room.add("One")
    window = open_window()
    view = _places(window)
    view.setCurrentIndex(view.model().index(_row(view, "Add a domain"), 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "Marketing")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.windowTitle() == "Marketing – Orchestrator")
    assert [domain.name for domain in delegates.domains(room.store)] == ["Marketing"]


def test_esc_gives_up_a_new_domain(qtbot: QtBot, room: Room, open_window: Opener) -> None:
    room.add("One")
    view = _places(open_window())
    view.setCurrentIndex(view.model().index(_row(view, "Add a domain"), 0))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "Mark")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    room.desk.do(lambda store: None)
    assert not delegates.domains(room.store)


def test_rows_stand_where_the_design_has_them(room: Room, open_window: Opener) -> None:
    room.desk.do(roster.add_domain, name="Marketing")
    room.add("One")
    window = open_window()
    view = _places(window)
    middles = {
        words: view.viewport().mapTo(window, view.visualRect(view.model().index(_row(view, words), 0)).center()).y()
        for words in ("Today", "Done", "Marketing")
    }
    assert middles == {"Today": 61, "Done": 201, "Marketing": 269}


def test_the_status_says_where_answers_come_from(qtbot: QtBot, room: Room, open_window: Opener) -> None:
    room.add("One")
    window = open_window()
    assert _status(window) == "On this computer, Built-in, $0.00 of $5.00 today"
    room.desk.do(roster.add_provider, name="Acme", dialect="anthropic", base_url="https://acme.test", model="m")
    qtbot.waitUntil(lambda: _status(window).startswith("Not tried yet, Acme"))


def test_a_full_disk_is_said_until_it_is_well(qtbot: QtBot, room: Room, open_window: Opener) -> None:
    room.add("One")
    window = open_window()
    room.services.bridge.on_notice(Notice(NoticeKind.DISK_TROUBLE, error=UserError("The disk is full.")))
    assert _status(window) == "Not saved, The disk is full."
    room.services.bridge.on_notice(Notice(NoticeKind.DISK_WELL))
    assert _status(window).startswith("On this computer")
