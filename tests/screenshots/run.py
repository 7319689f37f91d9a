"""Pictures of every screen, in both themes and both languages, from the real window on a real store.

Run by `make screenshots`; writes docs/screens/SCREEN-THEME-LANGUAGE.png at 1280 x 800."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "CET-1CEST,M3.5.0,M10.5.0/3"  # Paris, spelt out: not every machine has a zone file
time.tzset()
HOME = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(HOME)]

import time_machine  # noqa: E402
from PySide6.QtCore import QEvent, QEventLoop, QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from orchestrator_desktop.app import FACTORIES  # noqa: E402
from orchestrator_desktop.domain.ids import DomainId  # noqa: E402
from orchestrator_desktop.operations.setup import load_starters  # noqa: E402
from orchestrator_desktop.ui.navigator import Screen, Target  # noqa: E402
from orchestrator_desktop.ui.palette.parts import PaletteField  # noqa: E402
from orchestrator_desktop.ui.quick_add.window import QuickAdd  # noqa: E402
from orchestrator_desktop.ui.shell.window import Window  # noqa: E402
from orchestrator_desktop.ui.theme import ThemeSetting  # noqa: E402
from orchestrator_desktop.ui.widgets.overlay import Overlay  # noqa: E402
from tests.screenshots.planned import PLANNED, newest  # noqa: E402
from tests.screenshots.story import NOW, Story  # noqa: E402
from tests.screenshots.words import WORDS  # noqa: E402
from tests.ui.desk import Room, open_room  # noqa: E402

OUT = HOME / "docs" / "screens"
THEMES = (ThemeSetting.LIGHT, ThemeSetting.DARK)


def main() -> None:
    app = QApplication([])
    OUT.mkdir(parents=True, exist_ok=True)
    for language in WORDS:
        with tempfile.TemporaryDirectory() as folder:
            _first_start(app, Path(folder), language)
        with tempfile.TemporaryDirectory() as folder:
            _story(app, Path(folder), language)


def _first_start(app: QApplication, folder: Path, language: str) -> None:
    room = open_room(app, folder, now=NOW.astimezone, language=language, starters=load_starters())
    window = _window(room)
    _shoot(window, room, "first-start", lambda: window.show_screen(Screen.FIRST_START), language)
    _leave(window, room)


def _story(app: QApplication, folder: Path, language: str) -> None:
    room = open_room(app, folder, now=NOW.astimezone, language=language)
    Story(room, language).play()
    window = _window(room)
    with time_machine.travel(NOW, tick=True):
        for name, show in _screens(window, room, language).items():
            _shoot(window, room, name, show, language)
        _shoot_quick_add(room, language)
    _leave(window, room)


def _leave(window: Window, room: Room) -> None:
    """Close for good: what still lives would hear the next language and read a closed file."""
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    room.close()


def _window(room: Room) -> Window:
    room.services.theme.install()
    window = Window(room.services, FACTORIES)
    window.resize(1280, 800)
    window.show()
    return window


def _screens(window: Window, room: Room, language: str) -> dict[str, Callable[[], object]]:
    words = WORDS[language]

    def task(title: str) -> Target:
        return Target(Screen.INBOX, task_id=newest(room, title))

    def inbox() -> None:
        window.show_target(task(words.inbox[3][0]))
        _settle(800)  # the first weighing reads what it weighs with
        window.page.column.capture.set_text(words.capture)  # type: ignore[attr-defined]
        window.page.column.capture.write()  # type: ignore[attr-defined]

    def inbox_idle() -> None:
        window.page.column.capture.set_text("")  # type: ignore[attr-defined]
        window.show_target(task(words.inbox[0][0]))

    def review() -> None:
        window.show_target(Target(Screen.REVIEW, task_id=task(words.reviews[1]).task_id))

    def delegated() -> None:
        window.show_target(Target(Screen.DELEGATED, task_id=task(words.out[0]).task_id))

    def preview() -> None:
        window.show_target(task(words.inbox[3][0]))
        _settle()
        window.page.panel.preview()  # type: ignore[attr-defined]

    anthropic = room.store.value("SELECT id FROM provider WHERE name = 'Anthropic'")
    return {
        "inbox": inbox,
        "inbox-idle": inbox_idle,
        "today": lambda: window.show_screen(Screen.TODAY),
        "delegated": delegated,
        "review": review,
        "waiting": lambda: window.show_screen(Screen.WAITING),
        "done": lambda: window.show_screen(Screen.DONE),
        "reflection": lambda: window.show_screen(Screen.REFLECTION),
        "settings": lambda: window.show_target(Target(Screen.SETTINGS, part=f"providers:{anthropic}")),
        "people": lambda: window.show_target(Target(Screen.SETTINGS, part="people")),
        "preview": preview,
        "sent": lambda: window.show_target(Target(Screen.SETTINGS, part="sent")),
        **_planning_screens(window, room, language),
    }


def _planning_screens(window: Window, room: Room, language: str) -> dict[str, Callable[[], object]]:
    words = PLANNED[language]
    marketing = DomainId(room.store.value("SELECT id FROM domain WHERE name = 'Marketing'"))
    big = room.store.value("SELECT task_id FROM check_item")

    def capture() -> None:
        window.show_screen(Screen.INBOX)
        window.page.column.capture.set_text(words.capture)  # type: ignore[attr-defined]
        window.page.column.capture.write()  # type: ignore[attr-defined]

    def panel() -> None:
        window.show_screen(Screen.INBOX)
        window.page.column.head.end_search()  # type: ignore[attr-defined]
        window.page.column.capture.set_text("")  # type: ignore[attr-defined]
        window.show_target(Target(Screen.INBOX, task_id=big))

    def board() -> None:
        target = Target(Screen.DOMAIN, domain_id=marketing)
        window.page.column.choices.set_board(target, True)  # type: ignore[attr-defined]
        window.show_target(target)

    def search() -> None:
        window.show_screen(Screen.INBOX)
        window.page.column.head.search(words.search)  # type: ignore[attr-defined]
        _settle()
        window.page.select(newest(room, WORDS[language].inbox[5][0]))  # type: ignore[attr-defined]

    def palette() -> None:
        panel()
        window.show_palette()
        QTest.keyClicks(window.findChild(PaletteField), words.palette)

    def import_sheet() -> None:
        window.show_target(Target(Screen.SETTINGS, part="data"))
        path = room.store.path.parent / words.export[0]
        path.write_text(words.export[1], encoding="utf-8")
        window.page.data.taking.read(str(path))  # type: ignore[attr-defined]

    return {
        "capture": capture,
        "task": panel,
        "upcoming": lambda: window.show_target(Target(Screen.TODAY, part="upcoming")),
        "trash": lambda: window.show_target(Target(Screen.DONE, part="trash")),
        "board": board,
        "search": search,
        "planning": lambda: window.show_target(Target(Screen.SETTINGS, part="planning")),
        "keyboard": lambda: window.show_target(Target(Screen.SETTINGS, part="keyboard")),
        "import": import_sheet,
        "palette": palette,
        "keys": window.show_keys,
    }


def _shoot(window: Window, room: Room, name: str, show: Callable[[], object], language: str) -> None:
    for theme in THEMES:
        room.services.theme.set_setting(theme)
        for overlay in window.findChildren(Overlay):
            if overlay.isVisible():
                overlay.close_overlay()
        show()
        window.activateWindow()
        _settle()
        window.grab().save(str(OUT / f"{name}-{theme.value}-{language}.png"))


def _shoot_quick_add(room: Room, language: str) -> None:
    """A window of its own, as large as it is."""
    quick = QuickAdd(room.services)
    for theme in THEMES:
        room.services.theme.set_setting(theme)
        quick.appear(PLANNED[language].quick)
        _settle()
        quick.grab().save(str(OUT / f"quick-add-{theme.value}-{language}.png"))
    quick.close()
    quick.deleteLater()


def _settle(milliseconds: int = 400) -> None:
    """Let debounced reads and documents in slices finish."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
