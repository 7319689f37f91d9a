"""The words of a todo.txt line: keys with values, and names and texts that have spaces, which its words cannot."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

KEY: Final = re.compile(r"([a-z][a-z0-9_-]*):(?![/:])(\S+)")
"""`key:value`. A capital ("Re:budget", "C:\\temp"), a time ("12:30") and an address are words."""

LETTERS: Final = "ABC"
"""Priorities 1 to 3; the further ones are less than the last."""

_ADDRESSES: Final = frozenset({"http", "https", "ftp", "mailto", "tel", "file", "sms", "obsidian", "message", "data"})
_UNSAFE: Final = re.compile(r"[\s%\x00-\x1f\x7f]|^[/:]")
_SPACE: Final = re.compile(r"\s+")


def key_value(word: str) -> tuple[str, str] | None:
    match = KEY.fullmatch(word) if ":" in word else None
    return None if match is None or match[1] in _ADDRESSES else (match[1], match[2])


def is_token(word: str) -> bool:
    """Whether a word says more than itself."""
    return (len(word) > 1 and word[0] in "+@") or key_value(word) is not None


def packed(text: str) -> str:
    """A text as one word."""
    return _UNSAFE.sub(lambda char: "".join(f"%{byte:02X}" for byte in char[0].encode("utf-8", "replace")), text)


def unpacked(word: str) -> str:
    text = word.replace("%20", " ")  # nearly all of them, and much faster; a percent sign itself is "%25"
    return unquote(text, errors="replace") if "%" in text else text


def joined(name: str) -> str:
    """A name as other programs see it."""
    return _SPACE.sub("_", name)


def priority_of(letter: str | None) -> tuple[int | None, str]:
    """1 to 3, and the letter where it says more."""
    if letter is None or not re.fullmatch("[A-Z]", letter):
        return None, ""
    place = LETTERS.find(letter)
    return (place + 1, "") if place >= 0 else (len(LETTERS), letter)
