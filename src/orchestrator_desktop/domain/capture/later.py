"""Patterns that are compiled when they are tried first: most lines need few of them, and no command waits for more."""

from __future__ import annotations

import re
from collections.abc import Iterator


class Later:
    """A pattern of `re`. A text without `sign`, where one is given, holds no match and compiles nothing."""

    __slots__ = ("_pattern", "_sign", "_source")

    def __init__(self, source: str, sign: str = "") -> None:
        self._source = source
        self._sign = sign
        self._pattern: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        if self._pattern is None:
            self._pattern = re.compile(self._source)
        return self._pattern

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        return self.pattern.match(text, at)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self.pattern.fullmatch(text)

    def search(self, text: str, at: int = 0) -> re.Match[str] | None:
        return self.pattern.search(text, at) if self._sign in text else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self.pattern.finditer(text) if self._sign in text else iter(())
