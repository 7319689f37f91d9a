"""The menu of the tasks chosen in a list: every act with its key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.ui.inbox.asker import Wanted
from orchestrator_desktop.ui.inbox.commands import ASKED, LEVELS, LISTS, ListCommands
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.popup_menu import MenuItem, PopupMenu

_ICONS = {
    Wanted.DUE: "calendar",
    Wanted.DEFER: "arrow-right",
    Wanted.DEADLINE: "bell",
    Wanted.DOMAIN: "hash",
    Wanted.TAGS: "tag",
    Wanted.PRIORITY: "arrow-up",
    Wanted.ESTIMATE: "stopwatch",
    Wanted.WHOLE: "layers",
    Wanted.NEEDS: "link",
}


class TaskMenu:
    """Opened at a point of the screen, by the right button or the menu key."""

    def __init__(self, services: Services, commands: ListCommands, owner: QWidget) -> None:
        self._services = services
        self._commands = commands
        self._owner = owner
        self._menu: PopupMenu | None = None
        self._pointed: QWidget | None = None

    def open_at(self, point: QPoint) -> None:
        window = self._owner.window()
        if self._menu is None or self._pointed is None:
            self._menu = PopupMenu(self._services.theme, window)
            self._menu.chosen.connect(lambda act: act())
            self._pointed = QWidget(window)
            self._pointed.setFixedSize(0, 0)
        self._menu.set_items(self._items())
        self._pointed.move(window.mapFromGlobal(point) + QPoint(240, 0))
        self._menu.open_for(self._pointed)

    def _items(self) -> list[MenuItem]:
        acts = self._commands
        items = [
            self._item(partial(acts.set_level, level), name, key=str(int(level)), level=level)
            for level, name in LEVELS.items()
        ]
        items += [
            self._item(partial(acts.ask, wanted), name, key=key, icon=_ICONS[wanted])
            for wanted, (key, name) in ASKED.items()
            if wanted in _ICONS
        ]
        more: list[tuple[Callable[[], object], str, str, str]] = [
            (acts.choose_for_today, QT_TRANSLATE_NOOP("shortcuts", "Choose for today, or put back"), "Y", "sun"),
            (acts.toggle_timer, QT_TRANSLATE_NOOP("shortcuts", "Start or stop the timer"), "X", "play"),
            (acts.complete, QT_TRANSLATE_NOOP("shortcuts", "Complete, or reopen"), "C", "check"),
            (acts.drop, QT_TRANSLATE_NOOP("shortcuts", "Drop"), "Del", "trash"),
        ]
        return items + [self._item(act, name, key=key, icon=icon) for act, name, key, icon in more]

    def _item(self, act: Callable[[], object], name: str, *, key: str, **look: object) -> MenuItem:
        caps = self._services.shortcuts.caps(LISTS, name, [key])
        words = QCoreApplication.translate("shortcuts", name)
        return MenuItem(act, words, key=caps[0] if len(caps) == 1 else "", **look)  # type: ignore[arg-type]
