"""Where an answer that was cut off goes on: models say again what stands before the cut, and it is left out here."""

from __future__ import annotations

import itertools
import re
from typing import Final

_REACH: Final = 200
"""The longest overlap that is looked for, in characters, and so the most that is held back."""
_PROOF: Final = 8
"""An overlap of as many characters is no chance."""
_SHORTEST_WORD: Final = 3
_WORD_START: Final = re.compile(r"(?<!\w)[^\W\d_]")


class Seam:
    """Gives of a continuation, as it arrives, what is to stand after `lead`, the text that was there before.

    Left out is the longest beginning of the continuation that is also the end of `lead`, white space around it aside,
    if it has eight characters, or is the whole last line, or repeats the word that `lead` broke off in. What repeats
    itself within (a rule, a row of equal cells) proves nothing and stays. Nothing else is ever left out."""

    def __init__(self, lead: str) -> None:
        body = lead.rstrip()
        self._tail: Final = body[-_REACH:]
        self._line: Final = len(body[body.rfind("\n") + 1 :].lstrip())
        self._before: Final = body[-_REACH - 1 : -_REACH]
        self._space: Final = lead[len(body) :]
        self._held: str | None = "" if body else None
        self._skip = ""

    @property
    def holding(self) -> bool:
        """Some of what was fed is not given yet."""
        return bool(self._held)

    def feed(self, text: str) -> str:
        if self._held is not None:
            self._held += text
            if self._may_overlap_more(self._held):
                return ""
            text = self._joined(self._held)
        return self._trimmed(text)

    def flush(self) -> str:
        """What was held back, at the end of the continuation."""
        return "" if self._held is None else self._trimmed(self._joined(self._held))

    def _may_overlap_more(self, held: str) -> bool:
        return len(held) < _REACH and held.lstrip() in self._tail

    def _joined(self, held: str) -> str:
        self._held = None
        start = held.lstrip()
        overlap = self._overlap(start, spaced=start != held)
        if not overlap:
            return held
        self._skip = self._space
        return start[overlap:]

    def _overlap(self, start: str, *, spaced: bool) -> int:
        lengths = range(min(len(start), len(self._tail)), 0, -1)
        return next((n for n in lengths if self._tail.endswith(start[:n]) and self._counts(n, spaced=spaced)), 0)

    def _counts(self, length: int, *, spaced: bool) -> bool:
        """Whether an overlap that long is more than a chance."""
        at = len(self._tail) - length
        if _repeats_itself(self._tail[at:]) or _repeats_itself(self._tail[at - self._tail[:at][-1:].isspace() :]):
            return False
        if length >= _PROOF:
            return True
        if length == self._line:
            return length >= _SHORTEST_WORD or bool(self._space)
        broken_off = not spaced and not self._space
        return broken_off and length >= _SHORTEST_WORD and self._starts_word(length)

    def _starts_word(self, length: int) -> bool:
        return bool(_WORD_START.match(self._before + self._tail, len(self._before + self._tail) - length))

    def _trimmed(self, text: str) -> str:
        """`text` without the white space that already ends the lead."""
        if self._skip and text:
            pairs = zip(self._skip, text, strict=False)
            shared = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
            self._skip = self._skip[shared:] if shared == len(text) else ""
            text = text[shared:]
        return text


def _repeats_itself(piece: str) -> bool:
    """Whether a shorter text, twice or more, makes the piece: "-----", "| 0 | 0 |"."""
    return len(piece) > _SHORTEST_WORD and any(
        piece[period:] == piece[:-period] for period in range(1, len(piece) // 2 + 1)
    )
