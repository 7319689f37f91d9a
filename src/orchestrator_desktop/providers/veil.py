"""The key in use, taken out of an answer that arrives in pieces: what a provider echoes must not reach the disk."""

from __future__ import annotations

from typing import Final

from orchestrator_desktop.domain.secret import Secret

_MASK: Final = "•••"
_SHORTEST: Final = 16
"""A shorter key, of a server at home, may be a word that the answer is about."""
_TELLING: Final = 8


def veiled(body: bytes, key: Secret | None) -> bytes:
    """A whole reply without the key."""
    plain = _telling(key)
    return body.replace(plain.encode(), _MASK.encode()) if plain else body


class Veil:
    """One text on its way in. `feed` and `flush` give what may be seen of it: all but the key."""

    def __init__(self, key: Secret | None = None) -> None:
        self._key: Final = _telling(key)
        self._held = ""

    @property
    def holding(self) -> bool:
        """The end of what was fed may be the beginning of the key."""
        return bool(self._held)

    def feed(self, text: str) -> str:
        if not self._key:
            return text
        if self._held or len(text) >= len(self._key):
            text = (self._held + text).replace(self._key, _MASK)
        at = self._begun(text)
        self._held = text[at:]
        return text[:at]

    def flush(self) -> str:
        """What was held back, at the end of the answer; the most of a key, cut, is as good as a key."""
        rest, self._held = self._held, ""
        return rest if len(rest) < _TELLING else _MASK

    def _begun(self, text: str) -> int:
        """Where the key may have begun; the length of `text` where it has not."""
        at = max(0, len(text) - len(self._key) + 1)
        while (at := text.find(self._key[0], at)) >= 0:
            if self._key.startswith(text[at:]):
                return at
            at += 1
        return len(text)


def _telling(key: Secret | None) -> str:
    """The key, where finding it in a text tells that it is one."""
    plain = "" if key is None else key.reveal().strip()
    return plain if len(plain) >= _SHORTEST else ""
