"""A monkey at the real window: `python -m tests.e2e.monkey FOLDER SEED ACTS`. Whatever it says on stderr is a fault.

It types, clicks, changes screens, languages, themes and font sizes, delegates and undoes, by chance with a seed, while
a provider answers well, slowly, wrongly or not at all. Closed at the end as a user closes it."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMessageLogContext, QPoint, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget

from orchestrator_desktop.app import FACTORIES, make_app, open_session
from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.ids import SpecialistId, TaskId
from orchestrator_desktop.operations import delegations, roster, tasks
from orchestrator_desktop.ui.navigator import Screen
from orchestrator_desktop.ui.shell.window import Window
from orchestrator_desktop.ui.theme.theme import ThemeSetting
from tests.fakes.answers import openai_chat, openai_error
from tests.fakes.replay import Recorded, ReplayServer, Reply, never, raw

KEYS = [Qt.Key[f"Key_{letter}"] for letter in "ACDEFGHIJKLMNOPQRSTUVWXYZ1234"] + [
    *(Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Home, Qt.Key.Key_F6),
    *(Qt.Key.Key_Slash, Qt.Key.Key_Question),
]
_PLAIN, _CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
MODIFIERS = [_PLAIN, _PLAIN, _PLAIN, _PLAIN, _CTRL, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier]
WORDS = ("Call Nora tomorrow 9am #sales !2 ", "gr", "gd", "ge", "| a | b |")
PASTED = ("Écrire « bonjour » demain", "\x07\x1b[31m\x00\u202e", "word " * 2_000)
REPLIES = (
    openai_chat("# Title\n\nSome *text* and more. " * 40, pieces=80).paced(200),
    openai_chat("Cut text " * 30).cut(500),
    openai_chat("| a | b |\n| - | - |\n" + "| x | y |\n" * 20_000, pieces=50),
    openai_chat("Half", finish="length"),
    openai_error(401, "Incorrect API key provided"),
    raw("<html>Sign in to the hotel</html>", "text/html"),
    never(),
)
OFFSCREEN = "This plugin does not support"
"""How Qt's plugin without a screen begins what it says of itself."""


class Monkey:
    """Does one act by chance."""

    def __init__(self, folder: Path, seed: int, url: str) -> None:
        self._chance = random.Random(seed)
        self._app = make_app()
        self._desk, self._services = open_session(self._app, folder)
        self._fill(url)
        self._window = Window(self._services, FACTORIES)
        self._window.start()
        self._window.show()
        QTimer.singleShot(0, self._desk.start_engine)

    def _fill(self, url: str) -> None:
        added = self._do(roster.add_provider, name="Replay", dialect="openai-chat", base_url=url, model="m")
        self._specialist = SpecialistId(added.first(Kind.SPECIALIST))
        for number in range(9):
            task_id = self._do(tasks.add, line=f"Task {number} !{number % 3 + 1} #domain{number % 2}").first(Kind.TASK)
            if number % 3 < 2:
                self._hand_over(TaskId(task_id))

    def _do(self, operation: Callable[..., Any], **kwargs: Any) -> Any:
        return self._desk.writer.submit(operation, **kwargs).result()

    def _hand_over(self, task_id: TaskId) -> None:
        self._do(delegations.delegate, task_id=task_id, specialist_id=self._specialist)

    def run(self, acts: int) -> None:
        habits = {
            self.press: 45,
            self.type: 6,
            self.paste: 3,
            self.click: 40,
            self.go: 5,
            self.delegate: 3,
            self.undo: 2,
            self.turn: 1,
        }
        for act in self._chance.choices(list(habits), list(habits.values()), k=acts):
            act()
            for dialog in [top for top in QApplication.topLevelWidgets() if isinstance(top, QFileDialog)]:
                dialog.reject()
            if self._chance.random() < 0.3:
                QTest.qWait(1)

    def close(self) -> None:
        self._window.close()
        self._services.store.close()
        self._desk.close()

    def press(self) -> None:
        QTest.keyClick(self._focus(), self._chance.choice(KEYS), self._chance.choice(MODIFIERS))

    def type(self) -> None:
        QTest.keyClicks(self._focus(), self._chance.choice(WORDS))

    def paste(self) -> None:
        QApplication.clipboard().setText(self._chance.choice(PASTED))
        QTest.keyClick(self._focus(), Qt.Key.Key_V, _CTRL)

    def click(self) -> None:
        top = self._chance.choice([top for top in QApplication.topLevelWidgets() if top.isVisible()])
        seen = [part for part in top.findChildren(QWidget) if part.isVisible() and not part.visibleRegion().isEmpty()]
        buttons = [part for part in seen if isinstance(part, QAbstractButton) and part.isEnabled()]
        target = self._chance.choice((buttons if self._chance.random() < 0.5 else seen) or [top])
        place = QPoint(self._chance.randrange(target.width()), self._chance.randrange(target.height()))
        button = Qt.MouseButton.RightButton if self._chance.random() < 0.15 else Qt.MouseButton.LeftButton
        QTest.mouseClick(target, button, _PLAIN, place)

    def go(self) -> None:
        self._window.show_screen(self._chance.choice([screen for screen in Screen if screen is not Screen.DOMAIN]))

    def delegate(self) -> None:
        rows = self._services.store.rows("SELECT id FROM task WHERE stage IN ('inbox', 'planned') AND level < 3")
        alive = self._services.store.value("SELECT 1 FROM specialist WHERE id = ?", (self._specialist,))
        if rows and alive:
            self._hand_over(TaskId(self._chance.choice(rows)["id"]))

    def undo(self) -> None:
        self._services.acts.undo()

    def turn(self) -> None:
        self._services.languages.use(self._chance.choice(("en", "fr")))
        self._services.theme.set_setting(self._chance.choice(list(ThemeSetting)))
        self._services.theme.set_scale(self._chance.choice((1.0, 1.25, 1.75)))
        self._window.resize(self._chance.randrange(1024, 1800), self._chance.randrange(640, 1100))

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self._window


def _say(_kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    if message and not message.startswith(OFFSCREEN):
        sys.stderr.write(f"Qt: {message}\n")


def main() -> None:
    folder, seed, acts = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    qInstallMessageHandler(_say)
    chance = random.Random(seed)

    def answer(_request: Recorded) -> Reply:
        return chance.choice(REPLIES)

    with ReplayServer() as server:
        server.always(answer)
        monkey = Monkey(folder, seed, server.openai_url)
        monkey.run(acts)
        monkey.close()


if __name__ == "__main__":
    main()
