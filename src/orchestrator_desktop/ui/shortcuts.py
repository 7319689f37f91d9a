"""All acts of the window in one place: what they do, where, by which keys, and whether they are possible now.

The keys are the user's: each act can have others than those it was made with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from orchestrator_desktop.ui.key_words import caps, is_key, is_single_letter, same_start, without_twins

Keys = Mapping[str, Sequence[str]]
"""The user's own keys by the id of an act; none for an act that has lost its keys."""
Step = Callable[[], object]


def _nothing() -> None:
    """What keys do that are only listed here."""


@dataclass(frozen=True, slots=True)
class Binding:
    """One act of the window: `where` and `name` are words for the user, in context "shortcuts"; `words` are others it
    is looked for by. `keys` are those it has now, `standard` those it was made with."""

    where: str
    name: str
    keys: tuple[str, ...] = ()
    standard: tuple[str, ...] = ()
    icon: str = ""
    words: str = ""
    fixed: bool = False
    """The keys stay as they are: Esc, and what lists take by themselves."""
    listed_only: bool = False
    """A widget does it by itself; there is nothing to run."""
    act: Callable[[], object] = field(default=_nothing, compare=False)
    possible: Callable[[], bool] = field(default=lambda: True, compare=False)
    """Whether it can be done now: what it belongs to is in sight, and it says so itself."""

    @property
    def id(self) -> str:
        """Names the act in what is kept: its keys, and that it was used."""
        return f"{self.where}/{self.name}"


class HasCaps(Protocol):
    """What can show key caps: a button."""

    def set_keys(self, keys: Sequence[str]) -> None: ...


class _Held:
    """A binding with the widget it is for, and Qt's shortcuts of its keys."""

    def __init__(self, binding: Binding, widget: QWidget, *, anywhere: bool, repeat: bool) -> None:
        self.binding = binding
        self.widget = widget
        self._anywhere = anywhere
        self._repeat = repeat
        self._shortcuts: list[QShortcut] = []

    def make(self, single_letters: bool) -> None:
        """Qt's shortcuts for the keys of now, in the place of those of before."""
        for old in self._shortcuts:
            old.setEnabled(False)
            old.deleteLater()
        self._shortcuts = []
        if self.binding.listed_only:
            return
        scope = Qt.ShortcutContext
        for key in self.binding.keys:
            shortcut = QShortcut(QKeySequence(key), self.widget)
            shortcut.setContext(scope.WindowShortcut if self._anywhere else scope.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(self._repeat)
            shortcut.activated.connect(self.binding.act)
            shortcut.setEnabled(single_letters or not is_single_letter(key))
            self._shortcuts.append(shortcut)

    def use_single_letters(self, on: bool) -> None:
        for key, shortcut in zip(self.binding.keys, self._shortcuts, strict=False):
            if is_single_letter(key):
                shortcut.setEnabled(on)

    def meets(self, other: _Held) -> bool:
        """Whether the keys of both would be heard at one place: one lies within the other."""
        mine, its = self.widget, other.widget
        return mine is its or mine.isAncestorOf(its) or its.isAncestorOf(mine)


class Shortcuts(QObject):
    """Binds keys to widgets. Text fields keep their letters: Qt lets the focused editor claim them first."""

    changed = Signal()
    """Some act has other keys than before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held: list[_Held] = []
        self._single_on = True
        self._own: dict[str, tuple[str, ...]] = {}
        self._unbuilt: Callable[[], Iterable[Step]] = lambda: ()

    def complete_with(self, unbuilt: Callable[[], Iterable[Step]]) -> None:
        """Screens bind their keys when they are first shown; `unbuilt` gives what makes those that are not there yet,
        one step a screen."""
        self._unbuilt = unbuilt

    @property
    def bindings(self) -> tuple[Binding, ...]:
        """Every act of the window, for a list of them; screens not shown yet are made for it."""
        while self.build_next():
            pass
        return self.known

    @property
    def known(self) -> tuple[Binding, ...]:
        """The acts of the screens that are there already: no other is possible now."""
        self._held = [held for held in self._held if isValid(held.widget)]
        return tuple(held.binding for held in self._held)

    def build_next(self) -> bool:
        """Make one more screen, so that its acts are known; False where all are there."""
        step = next(iter(self._unbuilt()), None)
        if step is not None:
            step()
        return step is not None

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
        icon: str = "",
        words: str = "",
        enabled: Callable[[], bool] | None = None,
    ) -> None:
        """Make each of `keys` ("Ctrl+Return", "G, I", "A") do `act` while `widget` or a child has the focus, or
        anywhere in its window. `where`, `name` and `words` are English, marked QT_TRANSLATE_NOOP("shortcuts", …).
        `enabled` says whether the act makes sense now, besides its widget being in sight."""
        binding = Binding(
            where,
            name,
            standard=tuple(keys),
            icon=icon,
            words=words,
            fixed=tuple(keys) == ("Esc",),
            act=act,
            possible=lambda: (
                isValid(widget) and widget.isVisible() and widget.isEnabled() and (not enabled or enabled())
            ),
        )
        self._hold(_Held(binding, widget, anywhere=anywhere, repeat=repeat))

    def offer(
        self,
        widget: QWidget,
        act: Callable[[], object],
        *,
        where: str,
        name: str,
        anywhere: bool = False,
        icon: str = "",
        words: str = "",
        enabled: Callable[[], bool] | None = None,
    ) -> None:
        """An act without keys: the palette has it, and the user may give it some."""
        self.bind(widget, (), act, where=where, name=name, anywhere=anywhere, icon=icon, words=words, enabled=enabled)

    def reserve(self, widget: QWidget, keys: Sequence[str], *, where: str, name: str) -> None:
        """List keys that `widget` takes by itself: they keep their meaning there."""
        taken = Binding(where, name, standard=tuple(keys), fixed=True, listed_only=True)
        self._hold(_Held(taken, widget, anywhere=False, repeat=False))

    def _hold(self, held: _Held) -> None:
        held.binding = replace(held.binding, keys=self._keys_of(held.binding))
        held.make(self._single_on)
        self._held.append(held)

    def use_single_letters(self, on: bool) -> None:
        self._single_on = on
        for held in self._alive():
            held.use_single_letters(on)

    # the user's own keys

    @property
    def own_keys(self) -> dict[str, tuple[str, ...]]:
        """What the user has changed, as `use_keys` takes it."""
        return dict(self._own)

    def use_keys(self, own: Keys) -> None:
        """Take the user's keys, in the place of all that were changed before; active at once."""
        self._own = {name: tuple(filter(is_key, keys)) for name, keys in own.items()}
        found = False
        for held in self._alive():
            keys = self._keys_of(held.binding)
            if keys != held.binding.keys:
                found = True
                held.binding = replace(held.binding, keys=keys)
                held.make(self._single_on)
        if found:
            self.changed.emit()

    def clashes(self, act: str, key: str) -> list[Binding]:
        """Other acts that `key` would be taken from, or that would take it, if the act of that id had it."""
        mine = [held for held in self._alive() if held.binding.id == act]
        found: dict[str, Binding] = {}
        for held in self._alive():
            other = held.binding
            taken = other.id != act and any(same_start(key, its) for its in other.keys)
            if taken and any(held.meets(one) for one in mine):
                found.setdefault(other.id, other)
        return list(found.values())

    def caps(self, where: str, name: str, standard: Sequence[str]) -> tuple[str, ...]:
        """The key caps of an act's first key: of the user's, or of those it was made with. None for none."""
        keys = self._own.get(f"{where}/{name}", tuple(standard))
        return caps(without_twins(keys)[0]) if keys else ()

    def show_on(self, button: HasCaps, where: str, name: str, standard: Sequence[str]) -> None:
        """Let the key caps of a button be those of the act, now and when they change."""

        def show() -> None:
            if isValid(button):
                button.set_keys(self.caps(where, name, standard))
            else:
                self.changed.disconnect(show)

        show()
        self.changed.connect(show)

    def _keys_of(self, binding: Binding) -> tuple[str, ...]:
        return binding.standard if binding.fixed else self._own.get(binding.id, binding.standard)

    def _alive(self) -> list[_Held]:
        return [held for held in self._held if isValid(held.widget)]
