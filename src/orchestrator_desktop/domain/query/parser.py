"""A text as people type it in a search field, to a Query. Of any text, nothing is an error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP

from .dates import date_term, estimate_term
from .folding import bare, folded
from .model import Misread, Query, ReadDay, Span, State, TermKind, Terms
from .vocabulary import DATES, KEYS, PLACES, STATES

MOST_TERMS: Final = 32
"""Terms read of one text, of its first LONGEST characters: a page pasted by mistake costs no more."""
LONGEST: Final = 2000

_QUOTED = r'(?:"[^"\n]*"|«[^»\n]*»|“[^”\n]*”)'
_ENDS = r"(?=[\s,;.!?)\]]|$)"
_TERM: Final = re.compile(
    rf"""(?P<term>(?P<no>-(?=\S))?
    (?:(?P<key>[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*):(?P<op>[<>]=?|=|≤|≥)?|(?P<sign>[#@]))?
    (?P<value>{_QUOTED}(?:\.\.(?:{_QUOTED}|\S+?))?{_ENDS}|[^\s"«“]+?\.\.{_QUOTED}{_ENDS}|\S*))""",
    re.VERBOSE,
)
_START: Final = re.compile(r"""(?:[^\w"«“#@!-]|-(?=[\s-]|$))+""")
"""What is passed over before a term: white space, brackets, dashes."""
_TRAILING: Final = re.compile(r"[,;!?)\]]+$|(?<!\.)\.$")
_LEVEL: Final = re.compile("!([0-9]+)")
_PRIORITY: Final = re.compile("[pP]([1-3])")
_NO_QUOTES: Final = str.maketrans(dict.fromkeys('"«»“”', " "))
_LEVELS, _PRIORITIES = ("1", "2", "3"), ("1", "2", "3")

_NO_DATE: Final = QT_TRANSLATE_NOOP("errors", "“{value}” is no date: it is searched as a word.")
_NO_STATE: Final = QT_TRANSLATE_NOOP("errors", "“{value}” is nothing that a task can be: it is searched as a word.")
_NO_LEVEL: Final = QT_TRANSLATE_NOOP("errors", "“{value}” is no level, which are 1, 2 and 3: it is searched as a word.")
_NO_PRIORITY: Final = QT_TRANSLATE_NOOP(
    "errors", "“{value}” is no priority, which are 1, 2 and 3: it is searched as a word."
)
_NO_LENGTH: Final = QT_TRANSLATE_NOOP("errors", "“{value}” is no length of time: it is searched as a word.")
_NO_PLACE: Final = QT_TRANSLATE_NOOP("errors", "“{value}” is no place to search in: it is searched as a word.")
_NO_NUMBER: Final = QT_TRANSLATE_NOOP("errors", "“{value}” is no number of a task: it is searched as a word.")
_NO_NAME: Final = QT_TRANSLATE_NOOP("errors", "“{value}” is no name: it is searched as a word.")

_FIELDS: Final = {
    TermKind.WORD: "words", TermKind.PHRASE: "phrases", TermKind.DOMAIN: "domains", TermKind.LEVEL: "levels",
    TermKind.WHO: "whos", TermKind.TAG: "tags", TermKind.STATE: "states", TermKind.DATE: "dates",
    TermKind.PRIORITY: "priorities", TermKind.ESTIMATE: "estimates", TermKind.PLACE: "places",
    TermKind.PARENT: "parents",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Said:
    """One term of the text: what it is, or why it is not what it looks like. A value of None asks for nothing yet."""

    kind: TermKind
    value: object = None
    misread: str = ""


@dataclass(frozen=True, slots=True)
class _Term:
    said: _Said
    negated: bool
    start: int
    end: int
    text: str


def parse(text: str, *, read_day: ReadDay, week_start: int = 0) -> Query:
    """What the text asks for. `read_day` gives the day that a text says (capture.asked.read_day with its moment);
    `week_start` is the first day of "this week", 0 for Monday. Raises nothing, whatever the text."""
    terms: list[_Term] = []
    cut = len(text) > LONGEST
    for term in _terms(text[:LONGEST], read_day, week_start):
        if len(terms) == MOST_TERMS:
            cut = True
            break
        terms.append(term)
    return Query(
        wanted=_gathered(term.said for term in terms if not term.negated),
        unwanted=_gathered(term.said for term in terms if term.negated),
        misread=tuple(
            Misread(term.start, term.end, term.said.misread, term.text) for term in terms if term.said.misread
        ),
        spans=tuple(Span(term.start, term.end, term.said.kind) for term in terms),
        cut=cut,
    )


def _gathered(said: Iterator[_Said]) -> Terms:
    found: dict[str, dict[object, None]] = {one.name: {} for one in fields(Terms)}
    for term in said:
        if term.value is not None:
            found[_FIELDS[term.kind]][term.value] = None
    return Terms(**{name: tuple(values) for name, values in found.items()})  # type: ignore[arg-type]


def _terms(text: str, read_day: ReadDay, week_start: int) -> Iterator[_Term]:
    place = 0
    while True:
        skipped = _START.match(text, place)
        place = skipped.end() if skipped else place
        match = _TERM.match(text, place)
        if match is None or place >= len(text):
            return
        match = _without_unknown_name(text, match)
        start, end = match.span("term")
        end -= len(match["term"]) - len(_trimmed(match["term"]))
        said = _said(match, read_day, week_start, last=not text[end:].strip())
        if said is not None and end > start:
            yield _Term(said, bool(match["no"]), start, end, text[start:end])
        place = max(match.end(), place + 1)


def _without_unknown_name(text: str, match: re.Match[str]) -> re.Match[str]:
    """`Re:"annual budget"` is a word and a phrase: the name of no condition is left to itself."""
    name = folded(match["key"] or "")
    if match["key"] and name not in KEYS and name not in DATES and match["value"][:1] in tuple('"«“'):
        return _TERM.match(text[: match.end("key")], match.start()) or match
    return match


def _trimmed(term: str) -> str:
    return _TRAILING.sub("", term)


def _said(match: re.Match[str], read_day: ReadDay, week_start: int, *, last: bool) -> _Said | None:
    """None for signs that say nothing."""
    value = _trimmed(match["value"])
    if match["sign"]:
        return _named(TermKind.DOMAIN if match["sign"] == "#" else TermKind.WHO, value, match)
    name = folded(match["key"] or "")
    if name in KEYS or name in DATES:
        if not value and not match["op"] and last:
            kind = TermKind.DATE if name in DATES else KEYS[name]
            return _Said(kind)
        return _condition(name, (match["op"] or "") + value, match, read_day, week_start)
    return _plain(match)


def _plain(match: re.Match[str]) -> _Said | None:
    text = _trimmed(match["term"][1:] if match["no"] else match["term"])
    if _is_quoted(text):
        words = " ".join(bare(text).replace('"', " ").split())
        return _Said(TermKind.PHRASE, words) if _has_letters(words) else None
    if level := _LEVEL.fullmatch(text):
        return _Said(TermKind.LEVEL, int(level[1])) if level[1] in _LEVELS else _as_word(match, _NO_LEVEL)
    if priority := _PRIORITY.fullmatch(text):
        return _Said(TermKind.PRIORITY, int(priority[1]))
    return _as_word(match)


def _condition(name: str, value: str, match: re.Match[str], read_day: ReadDay, week_start: int) -> _Said | None:
    if name in DATES:
        date = date_term(DATES[name], value, read_day, week_start) if value else None
        return _Said(TermKind.DATE, date) if date else _as_word(match, _NO_DATE)
    kind, word = KEYS[name], folded(bare(value))
    match kind:
        case TermKind.DOMAIN | TermKind.WHO | TermKind.TAG:
            return _named(kind, value, match)
        case TermKind.STATE:
            return _state(word, match)
        case TermKind.PLACE:
            return _Said(kind, PLACES[word]) if word in PLACES else _as_word(match, _NO_PLACE)
        case TermKind.LEVEL:
            return _Said(kind, int(word)) if word in _LEVELS else _as_word(match, _NO_LEVEL)
        case TermKind.PRIORITY:
            word = word.removeprefix("p")
            return _Said(kind, int(word)) if word in _PRIORITIES else _as_word(match, _NO_PRIORITY)
        case TermKind.PARENT:
            return _Said(kind, int(word)) if _is_number(word) else _as_word(match, _NO_NUMBER)
    estimate = estimate_term(value) if value else None
    if estimate is None and name == "est":
        return _state(word, match)
    return _Said(kind, estimate) if estimate else _as_word(match, _NO_LENGTH)


def _state(word: str, match: re.Match[str]) -> _Said | None:
    state: State | None = STATES.get(word)
    return _Said(TermKind.STATE, state) if state else _as_word(match, _NO_STATE)


def _named(kind: TermKind, value: str, match: re.Match[str]) -> _Said | None:
    name = " ".join((bare(value) if _is_quoted(value) else _edged(value)).replace('"', " ").split())
    return _Said(kind, name) if _has_letters(name) else _as_word(match, _NO_NAME if match["key"] else "")


def _as_word(match: re.Match[str], misread: str = "") -> _Said | None:
    """The term as it stands, as one word; as a phrase where the word alone would be a condition (`due:friday#`)."""
    text = _trimmed(match["term"].removeprefix("-"))
    word = "".join(_edged(text).translate(_NO_QUOTES).split())
    kind = TermKind.PHRASE if word != text and _is_condition(word) else TermKind.WORD
    return _Said(kind, word, misread) if word else None


def _is_condition(word: str) -> bool:
    match = _TERM.match(word)
    name = folded(match["key"] or "") if match else ""
    return name in KEYS or name in DATES or _PRIORITY.fullmatch(word) is not None


def _edged(text: str) -> str:
    """The text from its first letter or figure to its last, with the accents written as characters of their own."""
    places = [place for place, char in enumerate(text) if char.isalnum()]
    if not places:
        return ""
    end = places[-1] + 1
    while end < len(text) and "\u0300" <= text[end] <= "\u036f":
        end += 1
    return text[places[0] : end]


def _is_quoted(text: str) -> bool:
    return len(text) > 1 and bare(text) != text.strip()


def _has_letters(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdecimal() and len(word) <= 15
