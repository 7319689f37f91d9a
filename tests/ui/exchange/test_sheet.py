"""The import sheet: what it shows before anything is written, and what is left when it is stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from orchestrator_desktop.domain.ids import StepId
from orchestrator_desktop.domain.transfer import Format
from orchestrator_desktop.operations import undo
from orchestrator_desktop.ui.exchange.sheet import ImportSheet
from tests.ui.desk import Room

CORPORA = Path(__file__).parents[2] / "exchange" / "corpora"
Open = Callable[[Path], ImportSheet]


@pytest.fixture
def window(room: Room, qtbot: QtBot) -> QWidget:
    room.services.theme.install()
    window = QWidget()
    window.resize(1280, 800)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def open_file(room: Room, window: QWidget, qtbot: QtBot) -> Iterator[Open]:
    """Opens a file, and waits until it is read."""
    opened: list[ImportSheet] = []

    def open_it(path: Path) -> ImportSheet:
        sheet = ImportSheet(room.services, window, path)
        opened.append(sheet)
        sheet.start()
        qtbot.waitUntil(lambda: not sheet.reader.under_way)
        return sheet

    yield open_it
    for sheet in filter(isValid, opened):
        sheet.reader.stop()


def many(path: Path, number: int) -> Path:
    path.write_text("".join(f"(A) Call number {n} +work due:2026-12-01\n" for n in range(number)), "utf-8")
    return path


def count(room: Room, table: str = "task") -> int:
    return int(room.store.value(f"SELECT count(*) FROM {table}"))


def is_closed(sheet: ImportSheet) -> bool:
    return not isValid(sheet) or sheet.isHidden()


def figures(sheet: ImportSheet) -> str:
    return sheet.content.figures.accessibleName()


def test_what_comes_in_and_what_is_lost_is_shown_before_anything_is_written(room: Room, open_file: Open) -> None:
    sheet = open_file(CORPORA / "todotxt" / "todo.txt")
    assert sheet.format.currentText() == "todo.txt"
    assert figures(sheet).startswith("New 14 ")
    assert sheet.content.first.titles[0] == "Thank Mom for the meatballs"
    assert len(sheet.content.first.titles) == 8
    assert "Losses 1 are listed below" in figures(sheet)
    assert "due:tomorrow" in sheet.content.lost.text()
    assert "Level: 2" in sheet.content.level.text()
    assert sheet.act.text().startswith("Import 14 task")
    assert sheet.act.hasFocus(), "Enter takes it in"
    assert count(room) == 0


def test_what_stands_in_the_sheet_ends_in_one_line(open_file: Open, qtbot: QtBot) -> None:
    sheet = open_file(CORPORA / "todotxt" / "todo.txt")
    edge = sheet.format.mapTo(sheet, sheet.format.rect().topRight()).x()
    strip = sheet.content.figures
    qtbot.waitUntil(lambda: strip.mapTo(sheet, strip.rect().topRight()).x() == edge)


def test_everything_comes_in_as_one_step_that_can_be_undone(room: Room, open_file: Open, qtbot: QtBot) -> None:
    steps: list[object] = []
    room.services.acts.said.connect(lambda _words, step: steps.append(step))
    sheet = open_file(CORPORA / "taskwarrior" / "export_2.6.json")
    outcome = sheet._found and sheet._found.outcome
    assert outcome
    qtbot.keyClick(sheet.act, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(room.said))
    assert room.said == [f"{outcome.created} imported."]
    assert count(room) == outcome.created > 3
    qtbot.waitUntil(lambda: is_closed(sheet))
    assert isinstance(steps[0], int)
    room.desk.do(undo.undo, step=StepId(steps[0]))
    assert count(room) == 0


def test_a_file_that_is_here_already_is_found_again(room: Room, open_file: Open, qtbot: QtBot) -> None:
    file = CORPORA / "ical" / "nextcloud.ics"
    open_file(file).take()
    qtbot.waitUntil(lambda: bool(room.said))
    before = count(room)
    sheet = open_file(file)
    assert f"Here already {before} " in figures(sheet)
    assert sheet.act.isHidden()
    assert not sheet.content.nothing.isHidden()
    assert "here already" in sheet.content.nothing.text()
    assert sheet.cancel.text() == "Close"


def test_what_the_file_has_changed_is_told_apart(room: Room, open_file: Open, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "tasks.csv"
    file.write_text("id,title,due\n1,Write,2026-12-01\n2,Call,\n", "utf-8")
    open_file(file).take()
    qtbot.waitUntil(lambda: bool(room.said))
    file.write_text("id,title,due\n1,Write,2026-12-09\n2,Call,\n3,Pay,\n", "utf-8")
    sheet = open_file(file)
    assert figures(sheet).startswith("New 1 come in. Changed in the file 1 ")
    assert sheet.act.text().startswith("Import 2 task")
    sheet.take()
    qtbot.waitUntil(lambda: len(room.said) == 2)
    assert room.said[1] == "1 imported, 1 changed."
    assert room.store.value("SELECT due FROM task WHERE title = 'Write'") == "2026-12-09"


def test_no_task_is_said_and_is_no_success(room: Room, open_file: Open, tmp_path: Path) -> None:
    file = tmp_path / "empty.ics"
    file.write_text("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", "utf-8")
    sheet = open_file(file)
    assert "0 tasks found" in sheet.content.nothing.text()
    assert not sheet.content.nothing.isHidden()
    assert sheet.act.isHidden()
    assert sheet.cancel.text() == "Close"
    assert room.said == []


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("photo.jpg", b"\xff\xd8\0\0", "no task file that is known"),
        ("tasks.json", b'[{"uuid": "1", "status": "pending", "description": "x"', "cannot be understood"),
        ("gone.csv", None, "cannot be read"),
    ],
)
def test_a_file_that_is_broken_is_said_in_the_sheet(
    room: Room, open_file: Open, tmp_path: Path, name: str, data: bytes | None, words: str
) -> None:
    file = tmp_path / name
    if data is not None:
        file.write_bytes(data)
    sheet = open_file(file)
    assert words in sheet.problem.text()
    assert not sheet.problem.isHidden()
    assert sheet.act.isHidden()
    assert sheet.cancel.hasFocus()
    assert room.said == [], "said where the user looks, not twice"


def test_another_format_reads_the_file_again(open_file: Open, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "notes"
    file.write_bytes("Acheter du café\nÉcrire à l’école\n".encode("latin-1", "replace"))
    sheet = open_file(file)
    assert not sheet.problem.isHidden()
    row = list(Format).index(Format.TODO_TXT)
    sheet.format.setCurrentIndex(row)
    sheet.format.activated.emit(row)
    qtbot.waitUntil(lambda: not sheet.reader.under_way)
    assert sheet.problem.isHidden()
    assert sheet.content.first.titles[0] == "Acheter du café"


def test_columns_are_guessed_and_can_be_named(room: Room, open_file: Open, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("Ding;Bis;Task\nBrot kaufen;2026-12-01;A\nBrief;;B\n", "utf-8")
    sheet = open_file(file)
    columns = sheet.content.columns
    assert not columns.isHidden()
    assert columns.combos["title"].currentText() == "Task"
    for field, name in (("title", "Ding"), ("due", "Bis")):
        combo = columns.combos[field]
        combo.setCurrentIndex(combo.findText(name))
        combo.activated.emit(combo.currentIndex())
    assert not sheet.act.isEnabled() or sheet._chosen.isActive()
    sheet.take()
    assert not sheet._importing, "what is shown is not what was chosen yet"
    qtbot.waitUntil(lambda: sheet.content.first.titles == ["Brot kaufen", "Brief"])
    sheet.take()
    qtbot.waitUntil(lambda: bool(room.said))
    assert room.store.value("SELECT due FROM task WHERE title = 'Brot kaufen'") == "2026-12-01"


def test_a_table_without_titles_asks_for_them(open_file: Open, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("Ding;Bis\nBrot kaufen;2026-12-01\n", "utf-8")
    sheet = open_file(file)
    row = list(Format).index(Format.CSV)
    sheet.format.setCurrentIndex(row)
    sheet.format.activated.emit(row)
    qtbot.waitUntil(lambda: not sheet.reader.under_way)
    assert "known to hold the titles" in sheet.problem.text()
    assert sheet.act.isHidden()
    assert sheet.content.columns.combos["title"].hasFocus()
    title = sheet.content.columns.combos["title"]
    title.setCurrentIndex(1)
    title.activated.emit(1)
    qtbot.waitUntil(lambda: sheet.act.isVisible() and sheet.act.isEnabled())
    assert sheet.problem.isHidden()
    assert sheet.act.text().startswith("Import 1 task")


def test_cancelled_midway_nothing_is_left(room: Room, open_file: Open, qtbot: QtBot, tmp_path: Path) -> None:
    sheet = open_file(many(tmp_path / "todo.txt", 3000))
    seen: list[int] = []
    sheet.reader.going.connect(lambda done, _all: seen.append(done))
    sheet.take()
    qtbot.waitUntil(lambda: any(done > 0 for done in seen))
    qtbot.keyClick(sheet.cancel, Qt.Key.Key_Escape)
    assert sheet.isVisible(), "until it has stopped"
    qtbot.waitUntil(lambda: bool(room.said))
    assert room.said == ["Import cancelled. Nothing was changed."]
    qtbot.waitUntil(lambda: is_closed(sheet))
    assert count(room) == count(room, "origin") == count(room, "domain") == 0


def test_a_click_beside_the_sheet_does_not_cancel(room: Room, open_file: Open, qtbot: QtBot, tmp_path: Path) -> None:
    sheet = open_file(many(tmp_path / "todo.txt", 1000))
    sheet.take()
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.rect().topLeft())
    qtbot.waitUntil(lambda: bool(room.said))
    assert room.said == ["1,000 imported."]


def test_esc_closes_and_writes_nothing(room: Room, open_file: Open, qtbot: QtBot) -> None:
    sheet = open_file(CORPORA / "gtg" / "gtg_data.xml")
    qtbot.keyClick(sheet.act, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: is_closed(sheet))
    assert count(room) == 0


def test_closed_while_it_is_read_nothing_comes_of_it(room: Room, window: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    sheet = ImportSheet(room.services, window, many(tmp_path / "todo.txt", 20_000))
    ended: list[str] = []
    sheet.reader.found.connect(lambda _found: ended.append("found"))
    sheet.start()
    reader = sheet.reader
    sheet.close_overlay()
    assert reader._watch is not None
    assert reader._watch.stopped
    qtbot.wait(100)
    assert ended == []
    assert room.said == []


def test_thousands_of_tasks_come_in_with_the_window_alive(
    room: Room, open_file: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    """Its timers go on between what is told: a window that stood still would be told all of it at once, at the end."""
    sheet = open_file(many(tmp_path / "todo.txt", 3_000))
    happened: list[int | None] = []
    sheet.reader.going.connect(lambda done, _all: happened.append(done))
    clock = QTimer(interval=5)
    clock.timeout.connect(lambda: happened.append(None))
    clock.start()
    sheet.take()
    qtbot.waitUntil(lambda: bool(room.said))
    clock.stop()
    assert room.said == ["3,000 imported."]
    told = [place for place, done in enumerate(happened) if done is not None]
    assert len(told) > 3
    lively = [first for first, then in pairwise(told) if None in happened[first:then]]
    # How many depends on how busy the machine is; stood still, there would be none.
    assert len(lively) >= 3, happened


def test_the_keyboard_reaches_everything(open_file: Open, qtbot: QtBot) -> None:
    sheet = open_file(CORPORA / "csv" / "notion.csv")
    seen: list[QWidget | None] = []
    for _ in range(30):
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    columns = sheet.content.columns
    order = [
        sheet.act, sheet.format, columns.combos["title"], columns.combos["notes"], columns.combos["who"], columns.more,
        sheet.content.lost.edit, sheet.cancel,
    ]  # fmt: skip
    assert [widget for widget in seen[: len(set(seen))] if widget in order] == order
    assert all(widget is not None and sheet.isAncestorOf(widget) for widget in seen)
    assert all(combo.accessibleName() for combo in columns.combos.values())


def test_a_hundred_losses_scroll_and_the_sheet_stays_in_the_window(
    window: QWidget, open_file: Open, tmp_path: Path
) -> None:
    window.resize(1024, 640)
    file = tmp_path / "t.csv"
    file.write_text("title,due\n" + "".join(f"Task {n},nonsense{n}\n" for n in range(100)), "utf-8")
    sheet = open_file(file)
    assert len(sheet.content.lost.text().splitlines()) == 100
    assert sheet.content.lost.edit.height() < 150
    assert window.rect().contains(sheet._sheet.geometry())
    assert sheet._sheet.geometry().contains(sheet.act.geometry().translated(sheet._sheet.pos()))
