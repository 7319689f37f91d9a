"""Telephone numbers with their country's code: +33 6 12 34 56 78, 0044 20 7946 0958, +1 (212) 555-0123."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from .model import SPACE

_S: Final = f"[{SPACE}]"
_DIGITS: Final = re.compile("[0-9]+")
_PLUS: Final = re.compile(
    rf"(?<![\w+])(?:\+{_S}?|(?<![0-9][.:-])00(?=33[1-9]|{_S}33{_S}|[1-9][0-9]{{0,2}}[{SPACE}-]){_S}?)"
    rf"\(?[1-9][0-9]*+\)?(?:(?:[{SPACE}./-]|{_S}?\(|\){_S}?)?[0-9]++\)?)*+"
)
_TRUNK: Final = "(0)"
"""Written for callers in the country itself; not counted."""

# Fewest and most digits with the country's code, as numbering plans have them; E.164 leaves others at most fifteen.
_LENGTHS: Final = {
    **dict.fromkeys(["1", "7", "31", "33", "34", "41", "216"], (11, 11)),
    **dict.fromkeys(["212", "351"], (12, 12)),
    **dict.fromkeys(["44", "213", "377"], (11, 12)),
    "32": (10, 11),
    "39": (9, 13),
    "49": (9, 13),
    "352": (9, 12),
}
_OTHERS: Final = (9, 13)
UNIT: Final = re.compile(rf"{_S}?(?:[€$£%]|(?:k€|M€|EUR|USD|CHF|GBP|euros?|dollars?)\b)")


def international(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    for match in _PLUS.finditer(text, start, stop):
        groups = [group.span() for group in _DIGITS.finditer(text, *match.span())]
        added = len(groups) < 3 and match[0][1] in SPACE  # a sum: h + 907133923
        end = 0 if added else _end(text, groups)
        if end and not text[end : end + 1].isalnum() and not is_amount(text, match.start(), end):
            number = text[match.start() : end]
            opened = number.count(")") > number.count("(") and text[match.start() - 1 : match.start()] == "("
            yield match.start() - opened, end


def is_amount(text: str, start: int, end: int) -> bool:
    """Whether it is grouped by thousands like +50 000 000, decimal like +48.856614, or has a unit after it."""
    groups = _DIGITS.findall(text, start, end)
    by_thousands = len(groups) > 1 and len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
    decimal = len(groups) == 2 and "." in text[start:end]
    small = sum(map(len, groups)) < 11
    return (small and (by_thousands or decimal)) or bool(UNIT.match(text, end))


def _end(text: str, groups: list[tuple[int, int]]) -> int:
    """Where the number ends; 0 where it has not the length of one."""
    first = groups[0][0]
    zeros = 2 if text.startswith("00", first) else 0
    digits = "".join(text[start:end] for start, end in groups[:4])[zeros:]
    least, most = next((_LENGTHS[digits[:n]] for n in (1, 2, 3) if digits[:n] in _LENGTHS), _OTHERS)
    counted = [0 if text[start - 1 : end + 1] == _TRUNK else end - start for start, end in groups]
    totals = accumulate(counted, initial=-zeros)
    next(totals)
    ends = [end for (_, end), total in zip(groups, totals, strict=True) if least <= total <= most]
    return ends[-1] if ends else 0
