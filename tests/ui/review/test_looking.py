"""What the review page shows of a result: versions, changes, origin, criteria, links."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.ids import DelegationId, TaskId
from orchestrator_desktop.operations import briefs, reviews
from orchestrator_desktop.ui.delegation.preview import Preview
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.review.link_ask import LinkAsk
from orchestrator_desktop.ui.review.page import ReviewPage
from orchestrator_desktop.ui.review.rail import Criterion
from orchestrator_desktop.ui.review.record import Record
from orchestrator_desktop.ui.widgets.label import Label
from tests.ui.desk import RESULT, REVISED, Room, fill

Opener = Callable[[], ReviewPage]


def _revised(room: Room, first: str = RESULT, second: str = REVISED) -> TaskId:
    task_id = room.add("Launch email")
    done_when = ("One call to action", "Under 20 words", "At least 3 words")
    room.desk.do(briefs.edit_brief, task_id=task_id, objective="Write it.", done_when=done_when)
    room.answer(room.delegate(task_id), first)
    changes: Changes = room.desk.do(reviews.revise, task_id=task_id, comment="Drop the adjectives.")
    room.answer(DelegationId(changes.of(Kind.DELEGATION)[-1]), second)
    return task_id


def _plain(page: ReviewPage) -> str:
    return page.sheet.view.document().toPlainText()


def _rail(page: ReviewPage) -> list[str]:
    return [label.text() for label in page.sheet.rail.findChildren(Label) if label.isVisible()]


def test_the_design_s_day_opens_on_its_first_task(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    fill(room)
    page = open_page()
    assert page.head.note.text() == "1 of 2"
    assert page.sheet.title.accessibleName() == "Launch email for Tideline 3.2, You + AI, Marketing · due tomorrow"
    facts = page.sheet.strip.facts()
    assert facts[:3] == ("Writer", "test-7b · Writer", "Brief v1")
    assert "1,284 tokens" in facts[3]
    qtbot.keyClick(page.sheet.view, Qt.Key.Key_J)
    assert page.sheet.title.accessibleName().startswith("Product committee minutes")
    qtbot.keyClick(page.sheet.view, Qt.Key.Key_J)
    assert page.head.note.text() == "2 of 2"
    qtbot.keyClick(page.sheet.view, Qt.Key.Key_K)
    assert page.head.note.text() == "1 of 2"


def test_changes_are_shown_since_the_version_before_and_can_be_put_away(
    qtbot: QtBot, room: Room, open_page: Opener
) -> None:
    _revised(room, "Say hello to the crew.", "Say goodbye to the whole crew.")
    page = open_page()
    assert "hello goodbye" in _plain(page)
    assert page.sheet.versions.switch.text() == "Word changes since v1"
    assert [label.text() for label in page.sheet.versions.findChildren(Label)][:2] == ["+2", "\N{MINUS SIGN}1"]
    qtbot.keyClick(page.sheet.view, Qt.Key.Key_W)
    assert _plain(page) == "Say goodbye to the whole crew."
    qtbot.keyClick(page.sheet.view, Qt.Key.Key_BracketLeft)
    assert _plain(page) == "Say hello to the crew."
    assert not page.sheet.versions.switch.isVisible()
    assert page.judge.accept.text() == "Accept v1"
    qtbot.keyClick(page.sheet.view, Qt.Key.Key_BracketRight)
    assert page.judge.accept.text() == "Accept v2"


def test_only_what_can_be_measured_gets_a_state(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    _revised(room, "One two three", "One two three four")
    page = open_page()
    said = [row.accessibleName() for row in page.sheet.rail.findChildren(Criterion)]
    assert said[0] == "One call to action"
    assert said[1].startswith("Under 20 words, Met, Measured: 4 word")
    assert said[2].startswith("At least 3 words, Met, Measured: 4 word")
    assert "Drop the adjectives." in _rail(page)


def test_numbers_that_changed_are_listed(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    _revised(room, "Nine crews of 12 in 2025", "Nine crews of 12 in 2026")
    page = open_page()
    assert {"New: 2026", "Gone: 2025"} <= set(_rail(page))


def test_links_open_after_a_look_at_where_they_lead(
    qtbot: QtBot, room: Room, open_page: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    room.in_review("Links", "[**bank**.com](https://evil.example/x) [ok](https://ok.example) [f](file:///etc/passwd)")
    page = open_page()
    page.sheet.view.anchorClicked.emit(QUrl("https://evil.example/x"))
    (question,) = page.findChildren(LinkAsk)
    assert question.address.text() == "https://evil.example/x"
    assert question.cancel.hasFocus()
    assert opened == []
    qtbot.mouseClick(question.go, Qt.MouseButton.LeftButton)
    page.sheet.view.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert room.said == ["Not opened: file:///etc/passwd is no web or mail address."]
    buttons = {button.text(): button for button in page.sheet.rail.findChildren(QAbstractButton)}
    assert set(buttons) == {"evil.example/x", "ok.example"}
    qtbot.mouseClick(buttons["ok.example"], Qt.MouseButton.LeftButton)
    assert opened == ["https://evil.example/x", "https://ok.example"]


def test_the_brief_and_the_record_are_those_that_were_sent(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    task_id = _revised(room)
    room.desk.do(reviews.edit, task_id=task_id, text="Mine")
    page = open_page()
    qtbot.keyClick(page.sheet.view, Qt.Key.Key_BracketLeft)
    qtbot.keyClick(page.sheet.view, Qt.Key.Key_I)
    (record,) = page.findChildren(Record)
    assert "Model that answered\ntest-7b" in record.text.toPlainText()
    qtbot.mouseClick(record.request, Qt.MouseButton.LeftButton)
    text = _overlay_text(page)
    assert "Please revise your answer. Drop the adjectives." in text
    record.close_overlay()
    qtbot.mouseClick(page.head.findChildren(QAbstractButton)[2], Qt.MouseButton.LeftButton)
    assert "Please revise your answer. Drop the adjectives." in _overlay_text(page)


def _overlay_text(page: ReviewPage) -> str:
    """The text of the overlay that is open; closes it."""
    (preview,) = [one for one in page.findChildren(Preview) if one.isVisible()]
    text = preview.findChildren(QPlainTextEdit)[0].toPlainText()
    preview.close_overlay()
    return text


def test_copy_takes_the_version_s_markdown(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    _revised(room)
    page = open_page()
    page.sheet.copy()
    assert QGuiApplication.clipboard().text() == REVISED


def test_below_1120_the_rail_drops_below_the_document(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    _revised(room)
    page = open_page()
    rail, view = page.sheet.rail, page.sheet.view
    assert rail.x() >= view.width()
    page.resize(800, 640)
    qtbot.waitUntil(lambda: rail.x() == 0 and rail.width() == 800)
    assert rail.y() > view.y() + 100


def test_a_version_that_comes_meanwhile_does_not_turn_the_page(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    task_id = _revised(room)
    page = open_page()
    room.desk.do(reviews.edit, task_id=task_id, text="From the command line")
    qtbot.waitUntil(lambda: page.sheet.versions.tabs.count() == 3)
    assert page.sheet.version.version == 2
    assert page.judge.accept.text() == "Accept v2"


def test_forty_versions_and_a_task_named_by_another_screen(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    room.in_review("First", "x")
    task_id = room.in_review("Many", "v1")
    for number in range(2, 41):
        room.desk.do(reviews.edit, task_id=task_id, text=f"v{number}")
    page = open_page()
    page.open(Target(Screen.REVIEW, task_id=task_id))
    assert page.head.note.text() == "2 of 2"
    assert page.sheet.version.text == "v40"
    assert page.judge.accept.text() == "Accept v40"


def test_single_letters_can_be_turned_off(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    room.in_review("First", "x")
    page = open_page()
    room.services.shortcuts.use_single_letters(False)
    qtbot.keyClick(page.sheet.view, Qt.Key.Key_E)
    assert page.judge.isVisible()


def test_the_theme_and_the_language_change_under_an_open_page(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    _revised(room, "Say hello.", "Say goodbye.")
    page = open_page()
    qtbot.keyClick(page.sheet.view, Qt.Key.Key_W)
    room.services.languages.use("fr")
    room.services.theme.set_scale(1.5)
    assert _plain(page) == "Say goodbye."
    assert page.sheet.version.version == 2


def test_large_letters_take_the_key_caps_not_the_buttons(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    _revised(room)
    page = open_page()
    page.resize(800, 640)
    assert page.judge.accept.keys == ("A",)
    room.services.theme.set_scale(1.5)
    page.resize(800, 641)
    qtbot.waitUntil(lambda: page.judge.accept.keys == ())
    assert page.width() == 800
    assert page.judge.accept.geometry().right() <= 800


def test_a_measured_criterion_that_is_missed_says_so(qtbot: QtBot, room: Room, open_page: Opener) -> None:
    _revised(room, "x", "word " * 21)
    page = open_page()
    said = [row.accessibleName() for row in page.sheet.rail.findChildren(Criterion)]
    assert said[1] == "Under 20 words, Not met, Measured: 21 words"
