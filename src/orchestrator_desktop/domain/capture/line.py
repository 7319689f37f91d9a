"""A line folded for reading: lower case, no accents, one space for any run, and the way back to its offsets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

SHUT = "\x00"
"""Stands for what must not be read (a quotation, an address): a word like any other for its neighbours."""
TAKEN = "\x01"
"""Stands for a mark already read: for its neighbours, the end of the line."""

_SAME = {"’": "'", "‘": "'", "ʼ": "'", "′": "'", "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-"}
_BREAKS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_SILENT = frozenset({"Mn", "Me", "Cf", "Cc", "Cs"})

_QUOTED = re.compile(
    r"""«[^»\n]*+» | “[^”\n]*+” | „[^“”\n]*+[“”] | ‹[^›\n]*+› | `[^`\n]++`
    | (?<!\w)"(?=\S)[^"\n]++"(?!\w)
    | (?<![\w'])'(?=[^\s'])(?:[^'\n]|'(?=\w)){1,300}+'(?!\w)""",
    re.VERBOSE,
)
_CHUNK = re.compile(r"\S+")
_ADDRESS = re.compile(r"[^/]*://|www\.|[^@]+@[^@]+\.\w")


@dataclass(frozen=True, slots=True)
class Line:
    """`text` is what is read; `origins[i]` is where its character i stands in `original`."""

    original: str
    text: str
    origins: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of `text[start:end]`, with the accents written as characters of their own."""
        last = self.origins[end - 1] + 1
        while last < len(self.original) and _silent(self.original[last]):
            last += 1
        return self.origins[start], last

    def written(self, start: int, end: int) -> str:
        """`text[start:end]` as it was typed."""
        first, last = self.span(start, end)
        return self.original[first:last]

    def cut(self, end: int) -> Line:
        return replace(self, text=self.text[:end], origins=self.origins[:end])

    def masked(self, start: int, end: int, fill: str) -> Line:
        return replace(self, text=self.text[:start] + fill * (end - start) + self.text[end:])

    def shut(self, ignored: Iterable[tuple[int, int]]) -> Line:
        """This line with quotations, addresses and the `ignored` parts (offsets in the original) made unreadable."""
        line = self
        for quoted in _QUOTED.finditer(self.text):
            line = line.masked(*quoted.span(), SHUT)
        for chunk in _CHUNK.finditer(self.text):
            if _ADDRESS.match(chunk.group()):
                line = line.masked(*chunk.span(), SHUT)
        for first, last in ignored:
            inside = [i for i, origin in enumerate(self.origins) if first <= origin < last]
            if inside:
                line = line.masked(inside[0], inside[-1] + 1, SHUT)
        return line


def fold(original: str) -> Line:
    text: list[str] = []
    origins: list[int] = []
    for place, char in enumerate(original):
        if char.isspace():
            blank = "\n" if char in _BREAKS else " "
            if text and text[-1] in " \n":
                text[-1] = "\n" if blank == "\n" else text[-1]
                continue
            text.append(blank)
        elif char.isascii() and char.isprintable():
            text.append(char.lower())
        elif _silent(char):
            continue
        else:
            text.append(_plain(char))
        origins.append(place)
    return Line(original, "".join(text), tuple(origins))


def simple(text: str) -> str:
    """A name as it is compared: no accents, no case, letters and figures only."""
    return "".join(char for char in fold(text).text if char.isalnum())


def _silent(char: str) -> bool:
    return unicodedata.category(char) in _SILENT and not char.isspace()


def _plain(char: str) -> str:
    """The one character that `char` counts as; ª, ʳ are letters, but ² is no figure."""
    if char in _SAME:
        return _SAME[char]
    bases = [c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c)]
    if len(bases) != 1 or (bases[0].isdigit() and not char.isdecimal()):
        return char
    lowered = bases[0].lower()
    return lowered if len(lowered) == 1 else char
