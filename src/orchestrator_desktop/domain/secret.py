"""A text that must never be seen: its repr, str and format are masked."""

from __future__ import annotations

import hashlib
from typing import Final


class Secret:
    """Wraps a key. Only `reveal()` gives the text, at the one place where it goes into a header."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text: Final = text

    def reveal(self) -> str:
        return self._text

    def fingerprint(self, salt: str) -> str:
        """Hex digest that recognises the same key again without holding it."""
        return hashlib.sha256(f"{salt}:{self._text}".encode()).hexdigest()[:16]

    @property
    def tail(self) -> str:
        """The last four characters, shown in the settings; empty for a key too short to show a part of."""
        return self._text[-4:] if len(self._text) >= 12 else ""

    def __repr__(self) -> str:
        return "Secret(•••)"

    __str__ = __repr__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._text == self._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __reduce__(self) -> str:
        raise TypeError("a secret is never pickled")
