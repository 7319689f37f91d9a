"""Quick capture by keys: what is understood, what is given back, what cannot be added, what is never lost."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QSplitter
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.ids import DomainId
from orchestrator_desktop.domain.task import Level, Task
from orchestrator_desktop.operations import roster
from orchestrator_desktop.store import days, tasks
from orchestrator_desktop.ui.inbox.capture import CaptureField
from orchestrator_desktop.ui.inbox.capture_line import CaptureLine
from orchestrator_desktop.ui.inbox.page import DRAFT, TasksPage
from orchestrator_desktop.ui.navigator import Screen
from orchestrator_desktop.ui.widgets.chip import ChipButton
from tests.ui.desk import Room

Opener = Callable[..., TasksPage]


def _inbox(room: Room) -> list[Task]:
    return tasks.page(room.store, tasks.Place(), today=room.services.today())


def _line(page: TasksPage) -> CaptureLine:
    return page.findChildren(CaptureLine)[0]


def _chips(page: TasksPage) -> list[ChipButton]:
    return [chip for chip in page.findChildren(CaptureField)[0].findChildren(ChipButton) if not chip.isHidden()]


def _type(qtbot: QtBot, page: TasksPage, text: str) -> None:
    page.column.capture.write()
    qtbot.keyClicks(_line(page), text)


def _enter(qtbot: QtBot, page: TasksPage, ctrl: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(_line(page), Qt.Key.Key_Return, modifier)


def test_enter_adds_what_the_line_says(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    page = open_page()
    _type(qtbot, page, "Draft launch email tomorrow #Marketing !1 @Nora")
    assert [chip.text() for chip in _chips(page)] == ["Tomorrow", "Marketing", "AI alone", "Nora"]
    _enter(qtbot, page)
    qtbot.waitUntil(lambda: len(_inbox(room)) == 1)
    (task,) = _inbox(room)
    assert (task.title, task.domain, task.level, task.delegate) == (
        "Draft launch email", "Marketing", Level.AI_ALONE, "Nora",
    )  # fmt: skip
    assert page.column.capture.text == ""
    qtbot.waitUntil(lambda: "Added." in room.said)


def test_chips_that_do_not_fit_beside_the_others_stand_below_them(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    page = open_page()
    capture = page.column.capture
    one_line = capture.height() + 24 + 12
    capture.set_text("Call tomorrow")
    qtbot.waitUntil(lambda: capture.height() == one_line)
    text = "Call every last friday of the month at 9am deadline 15 dec ~45m #Marketing !2 @Ana p1"
    capture.set_text(text)
    qtbot.waitUntil(lambda: len({chip.y() for chip in _chips(page)}) == 2)
    assert capture.height() == one_line + 24 + 6
    for chip in _chips(page):
        assert chip.width() == chip.sizeHint().width(), "nothing is squeezed"
        assert chip.parentWidget().rect().contains(chip.geometry())
    page.resize(1700, 800)
    page.findChildren(QSplitter)[0].setSizes([1200, 500])
    qtbot.waitUntil(lambda: len({chip.y() for chip in _chips(page)}) == 1)
    assert capture.height() == one_line
    capture.set_text("")
    qtbot.waitUntil(lambda: capture.height() == one_line - 24 - 12)


def test_enter_stays_in_the_line_and_leaves_the_panel_alone(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    first = room.add("First")
    page = open_page()
    _type(qtbot, page, "Second")
    _enter(qtbot, page)
    qtbot.waitUntil(lambda: page.column.model.rowCount() == 3)
    assert page.panel.task_id == first
    assert QApplication.focusWidget() is _line(page)


def test_ctrl_enter_adds_and_opens(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    room.add("First")
    page = open_page()
    _type(qtbot, page, "Second")
    _enter(qtbot, page, ctrl=True)
    qtbot.waitUntil(lambda: page.panel.head.title.text() == "Second")
    assert QApplication.focusWidget() is page.panel.head.title


def test_backspace_on_a_chip_gives_the_words_back(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    page = open_page()
    _type(qtbot, page, "Read the report tomorrow !3")
    (due,) = [chip for chip in _chips(page) if chip.text() != "You only"]
    qtbot.keyClick(due, Qt.Key.Key_Backspace)
    assert [chip.text() for chip in _chips(page)] == ["You only"]
    _enter(qtbot, page)
    qtbot.waitUntil(lambda: bool(_inbox(room)))
    assert (_inbox(room)[0].title, _inbox(room)[0].due) == ("Read the report tomorrow", None)


def test_tab_goes_from_the_line_to_its_chips_and_on_to_the_list(qtbot: QtBot, open_page: Opener) -> None:
    page = open_page()
    _type(qtbot, page, "Read the report tomorrow !3")
    stops = [_line(page), *_chips(page), page.list]
    for stop, following in pairwise(stops):
        assert QApplication.focusWidget() is stop
        qtbot.keyClick(stop, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is following
    qtbot.keyClick(page.list, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is _chips(page)[-1]
    qtbot.keyClick(_chips(page)[-1], Qt.Key.Key_Backspace)
    assert len(_chips(page)) == 1


def test_a_click_on_a_chip_gives_the_words_back_too(qtbot: QtBot, open_page: Opener) -> None:
    page = open_page()
    _type(qtbot, page, "Call tomorrow")
    qtbot.mouseClick(_chips(page)[0], Qt.MouseButton.LeftButton)
    assert not _chips(page)
    assert QApplication.focusWidget() is _line(page)


def test_the_field_is_as_high_as_the_design_says(qtbot: QtBot, open_page: Opener) -> None:
    page = open_page()
    assert page.column.capture.height() == 40
    _type(qtbot, page, "Call tomorrow")
    assert page.column.capture.height() == 76


def test_nothing_to_add_is_told(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    page = open_page()
    page.column.capture.write()
    _enter(qtbot, page)
    qtbot.waitUntil(lambda: any("needs a title" in words for words in room.said))
    assert not _inbox(room)


def test_what_cannot_be_added_comes_back_into_the_line(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    page = open_page()
    page.column.capture.set_text("\u200e\u202e")
    _enter(qtbot, page)
    qtbot.waitUntil(lambda: any("needs a title" in words for words in room.said))
    assert page.column.capture.text == "\u200e\u202e"
    assert not _inbox(room)


def test_a_full_disk_gives_the_words_back(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    page = open_page()
    room.desk.do(lambda store: store.value("PRAGMA max_page_count = 1"))  # SQLite raises it to what is there
    line = "word " * 10_000
    page.column.capture.set_text(line)
    _enter(qtbot, page)
    qtbot.waitUntil(lambda: any("disk is full" in words for words in room.said))
    qtbot.waitUntil(lambda: page.column.capture.text.split() == line.split())
    assert not _inbox(room)


def test_control_characters_stay_out_of_a_title(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    page = open_page()
    page.column.capture.set_text("Pay\x1b[31m the \x07bill")
    _enter(qtbot, page)
    qtbot.waitUntil(lambda: bool(_inbox(room)))
    assert _inbox(room)[0].title.startswith("Pay")
    assert _inbox(room)[0].title.isprintable()


def test_a_text_of_a_hundred_thousand_characters_is_kept_whole(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    page = open_page()
    text = "long " * 20_000
    page.column.capture.set_text(text)
    _enter(qtbot, page)
    qtbot.waitUntil(lambda: bool(_inbox(room)))
    assert len(_inbox(room)[0].title) <= 500
    assert _inbox(room)[0].notes.strip() == text.strip()
    qtbot.waitUntil(lambda: any("the notes the whole text" in words for words in room.said))


def test_a_paste_of_several_lines_is_one_line(open_page: Opener) -> None:
    page = open_page()
    pasted = QMimeData()
    pasted.setText("one\r\ntwo\n\tthree")
    _line(page).insertFromMimeData(pasted)
    assert page.column.capture.text == "one two  three"


def test_the_line_is_kept_as_it_is_typed(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    page = open_page()
    _type(qtbot, page, "Not finished yet")
    qtbot.waitUntil(lambda: days.draft(room.store, DRAFT) == "Not finished yet")
    again = open_page()
    assert again.column.capture.text == "Not finished yet"


def test_closing_at_once_keeps_the_last_key(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    page = open_page()
    _type(qtbot, page, "x")
    page.close()
    room.desk.do(lambda store: None)
    assert days.draft(room.store, DRAFT) == "x"


def test_an_added_line_is_no_draft_any_more(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    page = open_page()
    _type(qtbot, page, "Done with it")
    qtbot.waitUntil(lambda: days.draft(room.store, DRAFT) != "")
    _enter(qtbot, page)
    qtbot.waitUntil(lambda: days.draft(room.store, DRAFT) == "")


def test_in_a_domain_and_today_the_task_stays_in_the_list(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    room.desk.do(roster.add_domain, name="Two words")
    page = open_page(Screen.DOMAIN, domain_id=DomainId(1))
    _type(qtbot, page, "In the domain")
    _enter(qtbot, page)
    qtbot.waitUntil(lambda: bool(_inbox(room)) and _inbox(room)[0].domain == "Two words")
    today = open_page(Screen.TODAY)
    _type(qtbot, today, "For today")
    _enter(qtbot, today)
    qtbot.waitUntil(lambda: any(task.due == room.services.today() for task in _inbox(room)))


def test_esc_and_down_lead_back_to_the_list(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    room.add("First")
    page = open_page()
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Down):
        page.column.capture.write()
        qtbot.keyClick(_line(page), key)
        assert QApplication.focusWidget() is page.list
