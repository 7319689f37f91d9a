"""The rows of the settings, what leads to them, and what they write."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.transfer import Format
from orchestrator_desktop.ui.exchange.sheet import ImportSheet
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.settings.page import SettingsPage
from tests.ui.desk import Room

CORPORA = Path(__file__).parents[2] / "exchange" / "corpora"


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> Iterator[SettingsPage]:
    page = SettingsPage(room.services)
    page.resize(1056, 800)
    page.show()
    qtbot.waitExposed(page)
    page.open(Target(Screen.SETTINGS, part="data"))
    yield page
    page.hide()
    qtbot.waitUntil(lambda: not page.providers.probes.looking)
    room.desk.close()
    QCoreApplication.removePostedEvents(room.services.bridge)  # what was answered too late for this test
    shiboken6.delete(page)


def dialog(page: SettingsPage) -> QFileDialog:
    (found,) = page.findChildren(QFileDialog)
    return found


@pytest.mark.parametrize("format", [Format.JSON, Format.CSV, Format.MARKDOWN])
def test_all_is_written_and_the_toast_shows_where(
    room: Room, page: SettingsPage, qtbot: QtBot, tmp_path: Path, format: Format
) -> None:
    acts: list[object] = []
    room.services.acts.said.connect(lambda _words, act: acts.append(act))
    for number in range(3):
        room.add(f"Task {number}")
    path = tmp_path / "out"
    page.data.writing.write_to(format, str(path))
    assert not page.data.writing.act.isEnabled()
    qtbot.waitUntil(lambda: bool(room.said))
    assert room.said[0].startswith("3 task")
    assert room.said[0].endswith("written to out.")
    assert callable(acts[0]), "Show"
    qtbot.waitUntil(page.data.writing.act.isEnabled)
    assert page.data.writing.status.isHidden()
    if format is Format.JSON:
        assert len(json.loads(path.read_text("utf-8"))["tasks"]) == 3


def test_where_nothing_can_be_written_it_is_said(room: Room, page: SettingsPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.data.writing.write_to(Format.CSV, str(tmp_path / "gone" / "x.csv"))
    qtbot.waitUntil(lambda: bool(room.said))
    assert "cannot be written" in room.said[0]
    qtbot.waitUntil(page.data.writing.act.isEnabled)


def test_the_palette_s_way_asks_for_a_file(page: SettingsPage, tmp_path: Path) -> None:
    page.open(Target(Screen.SETTINGS, part="data:import"))
    asked = dialog(page)
    assert asked.fileMode() is QFileDialog.FileMode.ExistingFile
    asked.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    page.open(Target(Screen.SETTINGS, part="data:export"))
    asked = dialog(page)
    assert asked.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert asked.defaultSuffix() == "json"
    asked.close()


def test_a_folder_of_markdown_opens_the_sheet(page: SettingsPage, qtbot: QtBot) -> None:
    sheet = page.data.taking.read(str(CORPORA / "markdown" / "vault"))
    qtbot.waitUntil(lambda: not sheet.reader.under_way)
    assert sheet.format.currentText() == "Markdown checklists"
    assert sheet.act.isVisible()
    sheet.close_overlay()


def drop(page: SettingsPage, *paths: Path) -> bool:
    """Whether it is taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(page.rect().center(), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(page, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(page, QDropEvent(QPointF(page.rect().center()), copy, data, left, none))
    return True


def test_a_file_that_is_dropped_opens_the_sheet(page: SettingsPage, qtbot: QtBot) -> None:
    assert drop(page, CORPORA / "todotxt" / "todo.txt")
    (sheet,) = page.findChildren(ImportSheet)
    qtbot.waitUntil(lambda: not sheet.reader.under_way)
    assert sheet.isVisible()
    sheet.close_overlay()


def test_several_files_at_once_are_refused(page: SettingsPage) -> None:
    assert not drop(page, CORPORA / "todotxt" / "todo.txt", CORPORA / "todotxt" / "latin1.txt")
    assert page.findChildren(ImportSheet) == []
