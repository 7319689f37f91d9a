"""Keys as they are written ("Ctrl+Return", "G, T", "?"): their caps, and which get in each other's way."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

STEPS: Final = 4
"""Keys that may follow each other in one sequence: Qt takes no more."""
_CAPS: Final = {
    "Return": "↵",
    "Enter": "↵",
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
}


def caps(key: str) -> tuple[str, ...]:
    """The key caps of a key as Shortcuts takes it: "Ctrl+Return" is Ctrl and ↵, "G, T" is G and T."""
    parts: list[str] = []
    for step in key.split(", "):
        # A plus sign is a key too: "Ctrl++".
        names = [name or "+" for name in step.split("+")] if step != "+" else ["+"]
        parts += names[:-1] if names[-2:] == ["+", "+"] else names
    return tuple(_CAPS.get(name, name) for name in parts)


def is_single_letter(key: str) -> bool:
    """Letters, digits and marks without a modifier, sequences of them included; Esc, Del and arrows are not."""
    return all(len(part.strip()) == 1 for part in key.split(", "))


def is_key(key: str) -> bool:
    """Whether Qt understands `key`: what was kept may have been written by hand."""
    return bool(_steps(key))


def same_start(one: str, other: str) -> bool:
    """Whether one is the beginning of the other, or the same: both cannot be had at one place."""
    first, second = _steps(one), _steps(other)
    shorter = min(len(first), len(second))
    return shorter > 0 and first[:shorter] == second[:shorter]


def pressed(event: QKeyEvent) -> str:
    """The key of an event as it is written, with its modifiers; empty for a modifier alone.

    Shift is part of a mark that is typed with it: "?", never "Shift+?"."""
    key = Qt.Key(event.key())
    if key in _modifiers():
        return ""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.GroupSwitchModifier
    text = event.text()
    if text.isprintable() and text.strip() and not text.isalpha():
        held &= ~Qt.KeyboardModifier.ShiftModifier
    written = QKeySequence(QKeyCombination(held, key)).toString(QKeySequence.SequenceFormat.PortableText)
    return written if written.isprintable() else ""


def with_twin(key: str) -> tuple[str, ...]:
    """The key, and where it ends in Return the Enter of the figures beside it."""
    return (key, key.removesuffix("Return") + "Enter") if key.endswith("Return") else (key,)


def without_twins(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The keys to be shown: not the Enter of the figures where Return is there too."""
    return tuple(key for key in keys if not (key.endswith("Enter") and key.removesuffix("Enter") + "Return" in keys))


def _modifiers() -> tuple[Qt.Key, ...]:
    """Keys that say nothing alone. (Asked for when needed: Qt makes the list of all keys at its first use.)"""
    key = Qt.Key
    held = (key.Key_Control, key.Key_Shift, key.Key_Alt, key.Key_AltGr, key.Key_Meta, key.Key_Super_L, key.Key_Super_R)
    return (*held, key.Key_CapsLock, key.Key_NumLock, key.Key_unknown)


def _steps(key: str) -> list[str]:
    """The keys of a sequence as Qt writes them; none where it does not understand all of it."""
    form = QKeySequence.SequenceFormat.PortableText
    written = QKeySequence(key, form).toString(form)
    steps = written.split(", ") if written else []
    return steps if len(steps) == len(key.split(", ")) and all(steps) else []
