"""Telephone numbers, French and international, told from the other numbers of a text.

A number that is missed leaves the computer; one that is replaced for nothing garbles a brief. So only groupings that
people use for telephones are taken, and what stands around a number can speak against it: more figures, a unit, a word
that names another kind of number. One that is grouped by thousands, decimal, or counts up is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from .model import SPACE, Found, Kind
from .phones_abroad import UNIT, international, is_amount

_S: Final = f"[{SPACE}]"
_DIGITS: Final = re.compile("[0-9]+")

# 06 12 34 56 78: pairs with one sign between them, as many as there are.
_PAIRS: Final = re.compile(rf"(?<!\w)[0-9]{{2}}(?P<sign>[{SPACE}./-])[0-9]{{2}}(?:(?P=sign)[0-9]{{2}})+(?!\w)")
_YEAR: Final = re.compile(rf"(?<![0-9])(?:19|20)[0-9]{{2}}{_S}?$")
_HEX: Final = re.compile(rf"\b(?:[0-9][a-f]|[a-f][0-9]){_S}$", re.IGNORECASE)
_DIGITS_UP: Final = "0123456789"

_NATIONAL: Final = re.compile(
    rf"(?<!\w)0[1-9][0-9]{{0,8}}(?:{_S}[0-9]{{2,8}}+(?![0-9])){{0,3}}+(?!\w)(?P<more>(?={_S}[0-9]))?"
)
# 020 7946 0958, 0161 496 0123, 079 123 45 67, 0478 12 34 56
_GROUPS: Final = frozenset(
    {"3 4 4", "4 3 4", "4 3 3", "3 3 4", "2 4 4", "5 3 3"} | {"2 3 2 2", "3 2 2 2", "3 3 2 2", "4 2 2 2"}
)
_GROUPS_ALONE: Final = frozenset({"5 6", "4 6", "2 8", "10"})  # 07700 900123, 0612345678

_SHAPES: Final = tuple(
    re.compile(shape + r"(?!\w)")
    for shape in (
        rf"(?<!\w)0[1-9][0-9]{{0,2}}/[0-9]{{2,3}}(?P<sign>[{SPACE}.])[0-9]{{2}}(?P=sign)[0-9]{{2}}",  # 0478/12.34.56
        rf"(?<!\w)\(0[1-9][0-9]{{0,3}}\){_S}?[0-9]{{3,4}}[{SPACE}-]?[0-9]{{3,4}}",  # (020) 7946 0958
        rf"(?<!\w)\([0-9]{{3}}\){_S}?[0-9]{{3}}[{SPACE}.-][0-9]{{4}}",  # (212) 555-0123
        r"(?<![\w-])(?:1[.-])?[2-9][0-9]{2}(?P<sign>[.-])[2-9][0-9]{2}(?P=sign)[0-9]{4}",  # 212-555-0123
    )
)
_NUMBER: Final = re.compile(rf"[0-9]{{2,}}+(?:[{SPACE}.-][0-9]{{2,}}+){{0,4}}+(?!\w)")
_CALLED: Final = re.compile(
    r"\b(?:t[ée]l(?:[ée]phone)?|phone|mobile|portable|cell|fax|whatsapp|gsm)\b[^\d\n+]{0,16}$", re.IGNORECASE
)
_ANOTHER: Final = re.compile(
    r"(?:\#|\b(?:isbn(?:-1[03])?|issn|ean|gtin|siret|siren|imei|order|commande|r[ée]f(?:[ée]rence)?|facture|invoice"
    r"|ticket|dossier|id|serial|s[ée]rie|lot|sku|colis|tracking|suivi|version|commit|merge)\b[^\w\n]{0,4}"
    r"(?:(?:number|num[ée]ro|no|nr|n[°º])[^\w\n]{0,3})?)$",
    re.IGNORECASE,
)
_JOINED_BEFORE: Final = re.compile(r"(?:[0-9][.:_-]|(?<![\w,])0,)$")
_JOINED: Final = re.compile(r"[.:][0-9]|-\w")
_JOINED_GROUPS: Final = re.compile(r"[.:-][0-9]")
_LABEL: Final = 32
"""How far before a number the word is looked for that names it."""

# All further looking is done within stretches of figures and their signs that hold enough of them.
_STRETCH: Final = re.compile(rf"\(?(?:\+{_S}?)?\(?[0-9][0-9{SPACE}()./-]{{7,}}+")
_ENOUGH: Final = re.compile("(?:[^0-9]*+[0-9]){9}")
_EDGE: Final = 2
"""Of what follows a stretch, so that the patterns see where it ends."""


def find_phones(text: str) -> Iterator[Found]:
    """Numbers may be found more than once and overlap; the first of those counts."""
    for stretch in _STRETCH.finditer(text):
        start, end = stretch.span()
        if _ENOUGH.match(text, start, end):
            for span in _spans(text, start, end + _EDGE):
                yield Found(*span, Kind.PHONE, text[slice(*span)], text[slice(*span)])


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    yield from international(text, start, end)
    for find in (_pairs, _national, _shaped, _called):
        for first, last in find(text, start, end):
            # "Pour passer commande : 06 12 34 56 78" is one in spite of the word before it.
            plain = find is _pairs and text[first + 2] in SPACE
            another = not plain and _ANOTHER.search(text, max(0, first - _LABEL), first)
            if not another and not _is_part(text, first, last):
                yield first, last


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether more is joined to it, as in dates, versions and decimals, or a unit follows. A slash joins nothing, two
    numbers are written 06…/07…, and neither does a comma in a table's row."""
    joined = _JOINED if text[start:end].isdigit() else _JOINED_GROUPS
    before = _JOINED_BEFORE.search(text, max(0, start - 3), start)
    return bool(before or joined.match(text, end) or UNIT.match(text, end))


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _PAIRS.finditer(text, start, end):
        before = text[max(0, match.start() - 6) : match.start()]
        if not _YEAR.search(before) and not _HEX.search(before):
            for first in _numbers_in(match[0], count=(len(match[0]) + 1) // 3):
                yield match.start() + 3 * first, match.start() + 3 * first + 14


def _numbers_in(pairs: str, count: int) -> list[int]:
    """At which pairs numbers begin: one, several in a row, or one with another pair before or after it."""
    firsts = range(0, count, 5) if count % 5 == 0 else range(2) if count == 6 else range(0)
    begins = [first for first in firsts if _begins_number(pairs[3 * first : 3 * first + 14])]
    if count == 6:
        return begins[:1]
    return begins if len(begins) == len(firsts) else []


def _begins_number(pairs: str) -> bool:
    values = [int(pairs[at : at + 2]) for at in range(0, 14, 3)]
    return 1 <= values[0] <= 9 and any(after - before != 1 for before, after in pairwise(values))


def _national(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _NATIONAL.finditer(text, start, end):
        groups = [group.span() for group in _DIGITS.finditer(text, *match.span())]
        lengths = [str(end - start) for start, end in groups]
        for count in range(len(groups), 0, -1):
            shape = " ".join(lengths[:count])
            alone = count == 1 or (count == len(groups) and match["more"] is None)
            if shape in _GROUPS or (shape in _GROUPS_ALONE and alone and match[0] != _DIGITS_UP):
                yield match.start(), groups[count - 1][1]
                break


def _shaped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for shape in _SHAPES:
        for match in shape.finditer(text, start, end):
            if 9 <= sum(map(str.isdigit, match[0])) <= 11:
                yield match.span()


def _called(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Any other grouping, after a word such as "tel"."""
    number = _NUMBER.match(text, start, end)
    if number is None or not _CALLED.search(text, max(0, start - _LABEL), start):
        return
    dated = _YEAR.match(number[0][:4]) and not number[0][4:5].isdigit()
    if 9 <= sum(map(str.isdigit, number[0])) <= 13 and not dated and not is_amount(text, *number.span()):
        yield number.span()
