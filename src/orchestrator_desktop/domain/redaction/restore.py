"""Puts the originals back into an answer that arrives in pieces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from .model import NUMBER, Kind, kind_of

_LINKS: Final = ("(mailto:", "(tel:", "(http:", "(https:")
_LONGEST: Final = 40
"""More than the longest text that is not decided: brackets, kind, number and the beginning of a link."""


class Restorer:
    """Gives an answer with the originals of `replaced` instead of their placeholders, whatever the pieces it comes in.

    It knows what models make of a placeholder: other capitals, `\\[EMAIL\\_1\\]` and `[EMAIL\\_1]` in Markdown, EMAIL_1
    without brackets. In [EMAIL_1](mailto:EMAIL_1) the brackets belong to the link and stay. Numbers that stand
    for nothing, and longer words, are left alone."""

    def __init__(self, replaced: Mapping[str, str]) -> None:
        self._originals: Final = {placeholder[1:-1]: original for placeholder, original in replaced.items()}
        kinds = sorted({kind_of(placeholder) for placeholder in replaced})
        self._whole: Final = _whole(kinds)
        self._begun: Final = _begun(kinds)
        self._before = ""
        """The last character given, as it was fed: it tells whether a word begins."""
        self._held = ""

    @property
    def holding(self) -> bool:
        """Some of what was fed is not given yet."""
        return bool(self._held)

    def feed(self, text: str) -> str:
        """What can be given. Held back is only what may still become a placeholder, some thirty characters at most."""
        if not self._originals or not text:
            return text
        known, text = len(self._before), self._before + self._held + text
        start = max(known, len(text) - _LONGEST)
        begun = self._begun.search(text, max(start, text.rfind(" ", start) + 1))
        end = begun.start() if begun else len(text)
        self._before, self._held = text[max(0, end - 1) : end], text[end:]
        return self._restored(text, known, end)

    def flush(self) -> str:
        """What was held back, at the end of the answer."""
        known, text = len(self._before), self._before + self._held
        self._before, self._held = text[-1:], ""
        return self._restored(text, known, len(text))

    def _restored(self, text: str, at: int, end: int) -> str:
        if "_" not in text:
            return text[at:end]
        parts = []
        for match in self._whole.finditer(text, at):
            original = self._originals.get(match["id"].replace("\\", "").upper())
            if match.start() < end and original is not None:
                linked = match["open"] and text.startswith(_LINKS, match.end())
                parts += [text[at : match.start()], f"[{original}]" if linked else original]
                at = match.end()
        return "".join([*parts, text[at:end]])


def restore(text: str, replaced: Mapping[str, str]) -> str:
    """A whole text with its originals."""
    restorer = Restorer(replaced)
    return restorer.feed(text) + restorer.flush()


def _whole(kinds: Iterable[Kind]) -> re.Pattern[str]:
    names = "|".join(kind.name for kind in kinds)
    return re.compile(
        rf"(?:(?P<escaped>\\\[)|(?P<open>\[)|(?<!\w))(?P<id>(?:{names})\\?_{NUMBER})"
        rf"(?(escaped)\\\]|(?(open)\]|(?!\w|\\_)))",
        re.IGNORECASE,
    )


def _begun(kinds: Sequence[Kind]) -> re.Pattern[str]:
    """What may still become a placeholder, or is one that may still change with what comes next."""
    links = "|".join(_cut_short([*map(re.escape, link[:-1])]) for link in _LINKS)
    plain = _cut_short([r"\["], _names_cut_short(kinds, [r"\]"], links))
    escaped = _cut_short([r"\\", r"\["], _names_cut_short(kinds, [r"\\"]))
    bare = _names_cut_short(kinds, [r"\\?"])
    return re.compile(rf"{plain}|{escaped}|(?<!\w)(?:{bare})", re.IGNORECASE)


def _names_cut_short(kinds: Iterable[Kind], parts: list[str], rest: str = "") -> str:
    return "|".join(_cut_short([*kind.name, r"\\?", "_", NUMBER, *parts], rest) for kind in kinds)


def _cut_short(parts: list[str], rest: str = "") -> str:
    """A pattern of the first or more of the parts at the end of a text; after the last, `rest` may stand before it."""
    pattern = rest
    for part in reversed(parts):
        pattern = rf"{part}(?:\Z|{pattern})" if pattern else rf"{part}\Z"
    return pattern
