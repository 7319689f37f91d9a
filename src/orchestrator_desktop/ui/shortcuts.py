"""All keys of the window in one place: what they do, where, and that single letters can be turned off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Binding:
    """One entry of the keyboard list: `where` and `name` are words for the user, in context "shortcuts"."""

    where: str
    name: str
    keys: tuple[str, ...]


class Shortcuts(QObject):
    """Binds keys to widgets. Text fields keep their letters: Qt lets the focused editor claim them first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bindings: list[Binding] = []
        self._single: list[QShortcut] = []
        self._single_on = True
        self._complete: Callable[[], object] = lambda: None

    def complete_with(self, complete: Callable[[], object]) -> None:
        """Screens bind their keys when they are first shown; `complete` makes those that were not shown yet."""
        self._complete = complete

    @property
    def bindings(self) -> tuple[Binding, ...]:
        """Every key of the window, for a list of them."""
        complete, self._complete = self._complete, lambda: None
        complete()
        return tuple(self._bindings)

    @property
    def single_letters(self) -> bool:
        """Whether single letters act."""
        return self._single_on

    def bind(
        self,
        widget: QWidget,
        keys: Sequence[str],
        act: Callable[[], object],
        *,
        where: str,
        name: str,
        anywhere: bool = False,
        repeat: bool = False,
    ) -> None:
        """Make each of `keys` ("Ctrl+Return", "G, I", "A") do `act` while `widget` or a child has the focus, or
        anywhere in its window. `where` and `name` are English, marked QT_TRANSLATE_NOOP("shortcuts", …)."""
        context = Qt.ShortcutContext.WindowShortcut if anywhere else Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key in keys:
            shortcut = QShortcut(QKeySequence(key), widget)
            shortcut.setContext(context)
            shortcut.setAutoRepeat(repeat)
            shortcut.activated.connect(act)
            if _single_letter(key):
                shortcut.setEnabled(self._single_on)
                self._single.append(shortcut)
        self._bindings.append(Binding(where, name, tuple(keys)))

    def use_single_letters(self, on: bool) -> None:
        self._single_on = on
        for shortcut in self._single:
            shortcut.setEnabled(on)


def _single_letter(key: str) -> bool:
    """Letters, digits and marks without a modifier, sequences of them included; Esc, Del and arrows are not."""
    return all(len(part.strip()) == 1 for part in key.split(", "))
