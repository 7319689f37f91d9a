"""The quick-add line: written, understood, added, kept when it is closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.operations import tasks
from orchestrator_desktop.operations.settings import keep_draft
from orchestrator_desktop.store import days
from orchestrator_desktop.ui.quick_add.window import DRAFT, QuickAdd
from orchestrator_desktop.ui.widgets.chip import ChipButton
from tests.ui.desk import Room
from tests.ui.windows import end

pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)
_CTRL = Qt.KeyboardModifier.ControlModifier


class Line:
    """The window with what it told."""

    def __init__(self, room: Room, bot: QtBot) -> None:
        self.room, self.bot = room, bot
        self.window = QuickAdd(room.services)
        self.added: list[tuple[object, bool]] = []
        self.left = 0
        self.window.added.connect(lambda task_id, open_it: self.added.append((task_id, open_it)))
        self.window.left.connect(self._left)

    def _left(self) -> None:
        self.left += 1

    def appear(self, text: str = "") -> None:
        self.window.appear(text)
        self.bot.waitUntil(self.window.isActiveWindow)

    def type(self, text: str) -> None:
        self.bot.keyClicks(self.focus, text)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.bot.keyClick(self.focus, key, held)

    @property
    def focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None and self.window.isAncestorOf(focus)
        return focus

    @property
    def text(self) -> str:
        return self.window.capture.text

    def draft(self) -> str:
        return days.draft(self.room.store, DRAFT)


@pytest.fixture
def line(room: Room, qtbot: QtBot) -> Iterator[Line]:
    made = Line(room, qtbot)
    yield made
    end([made.window])


def test_enter_adds_and_closes(line: Line) -> None:
    line.appear()
    line.type("Ring Nora tomorrow #Sales !3")
    assert len([chip for chip in line.window.findChildren(ChipButton) if chip.isVisible()]) == 3
    line.press(Qt.Key.Key_Return)
    line.bot.waitUntil(lambda: line.left == 1)
    ((task_id, open_it),) = line.added
    task = tasks.require(line.room.store, task_id)  # type: ignore[arg-type]
    assert (task.title, task.domain, int(task.level), open_it) == ("Ring Nora", "Sales", 3, False)
    assert line.room.said == ["Added."]
    assert (line.text, line.draft()) == ("", "")


def test_ctrl_enter_opens_it(line: Line) -> None:
    line.appear()
    line.type("Ring Nora")
    line.press(Qt.Key.Key_Return, _CTRL)
    line.bot.waitUntil(lambda: [open_it for _task, open_it in line.added] == [True])


def test_nothing_written_is_not_added(line: Line) -> None:
    line.appear()
    line.type("   ")
    line.press(Qt.Key.Key_Return)
    assert line.window.isVisible()
    assert line.room.store.value("SELECT count(*) FROM task") == 0


def test_esc_keeps_the_words_for_the_next_time(line: Line) -> None:
    line.appear()
    line.type("Half a thou")
    line.press(Qt.Key.Key_Escape)
    assert (line.window.isVisible(), line.left) == (False, 1)
    line.bot.waitUntil(lambda: line.draft() == "Half a thou")
    line.appear()
    assert line.text == "Half a thou"


def test_down_does_not_close_it(line: Line) -> None:
    line.appear()
    line.press(Qt.Key.Key_Down)
    assert line.window.isVisible()


def test_a_given_text_leaves_the_draft_alone(line: Line) -> None:
    line.room.desk.do(keep_draft, key=DRAFT, text="Half a thought")
    line.appear("Buy  milk\nand bread")
    assert line.text == "Buy milk and bread"
    line.type(" today")
    line.press(Qt.Key.Key_Return)
    line.bot.waitUntil(lambda: line.left == 1)
    line.appear()
    assert line.text == "Half a thought"


def test_a_text_given_while_another_is_written_loses_neither(line: Line) -> None:
    line.appear()
    line.type("Half a thought")
    line.appear("Buy milk")
    assert line.text == "Buy milk"
    line.press(Qt.Key.Key_Return)
    line.bot.waitUntil(lambda: line.left == 1)
    line.appear()
    assert line.text == "Half a thought"


def test_wanted_again_it_stays_as_it_is(line: Line) -> None:
    line.appear()
    line.type("Half")
    line.appear()
    assert line.text == "Half"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (UserError("The disk is full."), "The disk is full."),
        (OSError("odd"), "This could not be added. The words are kept; the main window has a report."),
    ],
)
def test_what_is_refused_comes_back_with_the_reason(
    line: Line, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, error: Exception, words: str
) -> None:
    def refuse(*_args: Any, **_kwargs: Any) -> Any:
        raise error

    monkeypatch.setattr(tasks, "add", refuse)
    line.appear()
    line.type("Ring Nora")
    line.press(Qt.Key.Key_Return)
    line.bot.waitUntil(lambda: line.window.foot.trouble == words)
    assert (line.text, line.window.isVisible()) == ("Ring Nora", True)
    line.bot.waitUntil(lambda: line.draft() == "Ring Nora")
    line.type("!")
    assert line.window.foot.trouble == ""
    caplog.clear()


def test_it_speaks_the_language_of_now(line: Line, room: Room, translated: Callable[[str], None]) -> None:
    line.appear()
    translated("fr")
    assert line.window.windowTitle()


@pytest.fixture
def translated(room: Room) -> Iterator[Callable[[str], None]]:
    yield room.services.languages.use
    room.services.languages.use("en")


def test_several_lines_are_asked_about_and_become_tasks(line: Line) -> None:
    line.appear("Ring Nora tomorrow\n- Book the train #travel\n")
    assert line.window.capture.question.isVisible()
    line.press(Qt.Key.Key_Return)
    line.bot.waitUntil(lambda: line.left == 1)
    rows = line.room.store.rows("SELECT title FROM task ORDER BY id")
    assert [row["title"] for row in rows] == ["Book the train", "Ring Nora"]
    assert line.room.said == ["2 added."]
    assert [open_it for _task, open_it in line.added] == [False]
