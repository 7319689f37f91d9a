"""The signs of a captured line: # domain, ! level, @ who, ~ estimate, p priority, // note. The first of each counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from .later import Later
from .line import SHUT, TAKEN, Line, fold, simple
from .model import SpanKind

_OPEN = r"(?<![^\s(\[,;])"
_SHUTS = r"(?![^\s)\],;:.!?])(?![.,:]\w)"
_NOTE = Later(_OPEN + r"//(?!\w[\w.-]*/)", sign="//")  # not //server/share
_NAME = rf"[^\s{SHUT}{TAKEN},;:!?()\[\]\"#@]+"
_DOMAIN = Later(_OPEN + r"#(?=\w)" + _NAME, sign="#")
_WHO = Later(_OPEN + r"@(?=[^\W\d_])" + _NAME, sign="@")
_LEVEL = Later(_OPEN + "!([1-3])" + _SHUTS, sign="!")
_PRIORITY = Later(_OPEN + "p([1-3])" + _SHUTS, sign="p")
_ESTIMATE = Later(
    _OPEN
    + r"~ ?(?:(?P<h>[0-9]{1,2}(?:[.,][0-9]{1,2})?) ?(?:h(?:rs?|eures?|ours?)?)(?: ?(?P<hm>[0-9]{1,2}) ?(?:m(?:i?n)?)?)?"
    r"|(?P<m>[0-9]{1,4})(?:m| ?(?:mins?|mn|minutes?)))" + _SHUTS,
    sign="~",
)
# « p2 » is also a page: « voir p2 », "p2 of the report".
_PAGE_BEFORE = Later(r"\b(?:voir|cf\.?|see|page|pages|the|le|la|les|un|une|a|an|of|de|et|and|-)\s$")
_PAGE_AFTER = Later(r" (?:of|de|du|des|to|a|et|and|-) ")
_HEX_COLOUR = Later(r"#(?:(?=.*[0-9])(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})|([0-9a-f])\1{2}|([0-9a-f])\2{5})")
_WIDEST_NAME = 6
_SHORT = 3  # « ops » is no plural
_WORD = re.compile(r"\S+")
_APART = re.compile(rf"[,;:!?\n{SHUT}{TAKEN}]")


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a sign stands in the folded line, and what it says."""

    start: int
    end: int
    kind: SpanKind
    value: int | str


def find_note(line: Line) -> int | None:
    """Where `//` starts the note, if it stands between something and something."""
    found = _NOTE.search(line.text)
    if not found or not line.text[: found.start()].strip() or not line.text[found.end() :].strip():
        return None
    return found.start()


def find_marks(line: Line, domains: Sequence[str], names: Sequence[str]) -> list[Mark]:
    found = (
        _domain(line, domains),
        _who(line, names),
        _level(line),
        _priority(line),
        _estimate(line),
    )
    return [mark for mark in found if mark]


def _domain(line: Line, known: Sequence[str]) -> Mark | None:
    index = _index(known)
    for found in _DOMAIN.finditer(line.text):
        matched = _known(line, found, index)
        if matched:
            return Mark(found.start(), matched[1], SpanKind.DOMAIN, matched[0])
        name = found.group().rstrip(".-&'/")
        if any(char.isalpha() for char in name) and not name[1].isdigit() and not _HEX_COLOUR.fullmatch(name):
            end = found.start() + len(name)
            return Mark(found.start(), end, SpanKind.DOMAIN, _titled(line.written(found.start() + 1, end)))
    return None


def _who(line: Line, known: Sequence[str]) -> Mark | None:
    found = _WHO.search(line.text)
    if not found:
        return None
    index = _index(known)
    for name in known:
        first, *rest = name.split() or [""]
        twin = any(other != name and simple((other.split() or [""])[0]) == simple(first) for other in known)
        if rest and not twin:
            index.setdefault(simple(first), name)
    matched = _known(line, found, index)
    if matched:
        return Mark(found.start(), matched[1], SpanKind.WHO, matched[0])
    end = found.start() + len(found.group().rstrip(".-&'/"))
    return Mark(found.start(), end, SpanKind.WHO, _titled(line.written(found.start() + 1, end)))


def _level(line: Line) -> Mark | None:
    found = _LEVEL.search(line.text)
    return Mark(*found.span(), SpanKind.LEVEL, int(found[1])) if found else None


def _priority(line: Line) -> Mark | None:
    for found in _PRIORITY.finditer(line.text):
        start, end = found.span()
        capital = line.written(start, end)[0] == "P"
        is_last = not line.text[end:].strip(TAKEN + " .")
        if _PAGE_BEFORE.search(line.text[max(0, start - 8) : start]) or _PAGE_AFTER.match(line.text, end):
            continue
        if is_last or not capital:
            return Mark(start, end, SpanKind.PRIORITY, int(found[1]))
    return None


def _estimate(line: Line) -> Mark | None:
    found = _ESTIMATE.search(line.text)
    if not found:
        return None
    hours = float((found["h"] or "0").replace(",", "."))
    minutes = round(hours * 60) + int(found["hm"] or found["m"] or 0)
    return Mark(*found.span(), SpanKind.ESTIMATE, minutes) if minutes else None


def _index(known: Sequence[str]) -> dict[str, str]:
    """Known names by how they are compared; an exact name goes before another's singular."""
    index: dict[str, str] = {}
    for name in known:
        index.setdefault(_singular(fold(name).text), name)
    index.update((simple(name), name) for name in reversed(known))
    index.pop("", None)
    return index


def _known(line: Line, found: re.Match[str], index: dict[str, str]) -> tuple[str, int] | None:
    """The known name written from the sign on, of as many words as fit, and where it ends."""
    if not index:
        return None
    more = islice(_WORD.finditer(line.text, found.end()), _WIDEST_NAME)
    for end in [*reversed([word.end() for word in more]), found.end()]:
        written = line.text[found.start() + 1 : end].rstrip(",;:.!?)]")
        if _APART.search(written):
            continue
        name = index.get(simple(written)) or index.get(_singular(written))
        if name:
            return name, found.start() + 1 + len(written)
    return None


def _singular(folded: str) -> str:
    words = re.findall(r"\w+", folded)
    return "".join(word[:-1] if len(word) > _SHORT and word[-1] in "sx" else word for word in words)


def _titled(name: str) -> str:
    """A name as typed, its first letter a capital unless it has capitals of its own; _ stands for a space."""
    spaced = name.replace("_", " ").strip()
    return spaced if any(char.isupper() for char in spaced) else spaced[:1].upper() + spaced[1:]
