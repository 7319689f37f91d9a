"""Older local models think in their text, between <think> and </think> at its start: told apart here."""

from __future__ import annotations

from typing import Final

from orchestrator_desktop.providers.base import Event, ReasoningDelta, TextDelta

_OPEN: Final = "<think>"
_CLOSE: Final = "</think>"


class ThinkSplitter:
    """Feed it content as it comes; what could still become a tag is held back until it is decided, or `flush`ed."""

    def __init__(self) -> None:
        self._held = ""
        self._tag = _OPEN
        """The tag looked for; none once the text proper has begun."""
        self._at_start = True
        """Only blanks of the text so far: blanks after the thoughts are dropped with them."""

    def feed(self, content: str) -> list[Event]:
        if not self._tag:
            return self._text(content)
        self._held += content
        return self._opening() if self._tag == _OPEN else self._thoughts()

    def flush(self) -> list[Event]:
        held, self._held = self._held, ""
        if not held:
            return []
        return [ReasoningDelta(held)] if self._tag == _CLOSE else [TextDelta(held)]

    def _opening(self) -> list[Event]:
        start = self._held.lstrip()
        if start.startswith(_OPEN):
            self._held, self._tag = start.removeprefix(_OPEN), _CLOSE
            return self._thoughts()
        if _OPEN.startswith(start):
            return []
        text, self._held, self._tag, self._at_start = self._held, "", "", False
        return [TextDelta(text)]

    def _thoughts(self) -> list[Event]:
        thoughts, found, rest = self._held.partition(_CLOSE)
        if found:
            self._held, self._tag = "", ""
            return [*([ReasoningDelta(thoughts)] if thoughts else []), *self._text(rest)]
        keep = next(n for n in range(len(_CLOSE) - 1, -1, -1) if self._held.endswith(_CLOSE[:n]))
        thoughts, self._held = self._held[: len(self._held) - keep], self._held[len(self._held) - keep :]
        return [ReasoningDelta(thoughts)] if thoughts else []

    def _text(self, content: str) -> list[Event]:
        if self._at_start:
            content = content.lstrip()
            self._at_start = not content
        return [TextDelta(content)] if content else []
