"""Makes what a file says fit: titles, names, parents before their parts, and a count of what is lost on the way."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError
from orchestrator_desktop.domain.task import NAME_LIMIT, TITLE_LIMIT, Stage, clean_name, split_title
from orchestrator_desktop.domain.transfer import Lost, Record

SAID: Final = "said"
"""In a record's `extra`: what its dates were read from, by field, where that has another meaning on another day. An
import that is made again goes by it, not by the dates."""

_NUMBER: Final = re.compile(r"[0-9]{1,15}")
_POSITION: Final = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?(e[+-]?[0-9]{1,3})?")

_TWICE: Final = QT_TRANSLATE_NOOP("exchange", "A task stands twice in the file; the later one is taken")
_NO_PARENT: Final = QT_TRANSLATE_NOOP("exchange", "The task that a task is a part of is not in the file")
_PARENT_LOOP: Final = QT_TRANSLATE_NOOP("exchange", "Tasks are parts of each other in a circle")
_NO_NEED: Final = QT_TRANSLATE_NOOP("exchange", "A task that must be done before another is not in the file")
_NEED_LOOP: Final = QT_TRANSLATE_NOOP("exchange", "Tasks wait for each other in a circle")


class Losses:
    """Counts what cannot be kept, each kind once, in the order in which it was met."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, tuple[tuple[str, object], ...]], int] = {}

    def add(self, template: str, count: int = 1, **values: object) -> None:
        """`template` is marked QT_TRANSLATE_NOOP("exchange", …) and says what; the number is told apart."""
        key = (template, tuple(values.items()))
        self._counts[key] = self._counts.get(key, 0) + count

    def all(self) -> tuple[Lost, ...]:
        return tuple(Lost(template, dict(values), count) for (template, values), count in self._counts.items())


def title_and_notes(title: str, notes: str = "") -> tuple[str, str] | None:
    """A title of one line that is not too long, and the notes with what did not fit. Where there is no title, the first
    line of the notes that has words is one; None where nothing has."""
    if is_plain(title, TITLE_LIMIT):
        return title, notes
    for candidate in (title, *notes.split("\n")):
        try:
            short, whole = split_title(candidate)
        except UsageError:
            continue
        rest = "" if notes.strip() == candidate.strip() and not title else notes
        return short, "\n\n".join(text for text in (whole, rest) if text)
    return None


def is_plain(text: str, limit: int) -> bool:
    """Whether a line needs no cleaning, as nearly all do: told without a look at each of its characters."""
    return (
        text[:1].isalnum() and len(text) <= limit and text.isprintable() and "  " not in text and not text.endswith(" ")
    )


def name_of(text: str) -> str | None:
    """A domain's, a tag's or a person's name, cut where it is too long; None where nothing of it can be seen."""
    if not text or is_plain(text, NAME_LIMIT):
        return text or None
    try:
        return clean_name(text)
    except UsageError:
        pass
    try:
        return clean_name(" ".join(text.split())[:NAME_LIMIT])
    except UsageError:
        return None


def names_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Names, each once whatever its case."""
    names = (name_of(text) for text in texts)
    return tuple({name.casefold(): name for name in names if name is not None}.values())


def number_of(text: str) -> int:
    """Minutes, seconds. Raises ValueError for what no store could hold."""
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    return int(text)


def position_of(text: str) -> float:
    """A place in "My order". Raises ValueError for none."""
    if not _POSITION.fullmatch(text) or not math.isfinite(float(text)):
        raise ValueError(text)
    return float(text)


def settled(records: Sequence[Record], losses: Losses) -> tuple[Record, ...]:
    """The records as a Batch holds them: each name once, parents before their parts, no part and no need that leads
    nowhere or round in a circle."""
    once = _once(records, losses)
    known = {record.uid: record for record in once if record.uid}
    cut = _circles(known)
    whole = [_rooted(record, known, cut, losses) for record in once]
    return tuple(_without_need_loops(_parents_first(whole), losses))


def _once(records: Sequence[Record], losses: Losses) -> list[Record]:
    last = {record.uid: place for place, record in enumerate(records) if record.uid}
    kept = [record for place, record in enumerate(records) if last.get(record.uid, place) == place]
    if len(kept) < len(records):
        losses.add(_TWICE, len(records) - len(kept))
    return kept


def _circles(known: Mapping[str, Record]) -> set[str]:
    """One task of each circle of parents: it becomes a whole task, the others its parts."""
    seen: set[str] = set()
    cut = set()
    for start in known:
        path: dict[str, None] = {}
        at = start
        while at in known and at not in seen:
            seen.add(at)
            path[at] = None
            at = known[at].parent
        if at in path:
            members = list(path)
            cut.add(min(members[members.index(at) :]))
    return cut


def _rooted(record: Record, known: Mapping[str, Record], cut: set[str], losses: Losses) -> Record:
    needs = tuple(dict.fromkeys(uid for uid in record.needs if uid in known and uid != record.uid))
    if len(needs) < len(set(record.needs)):
        losses.add(_NO_NEED, len(set(record.needs)) - len(needs))
    parent = record.parent
    if parent and (parent not in known or record.uid in cut):
        losses.add(_PARENT_LOOP if parent in known else _NO_PARENT)
        parent = ""
    return record if (parent, needs) == (record.parent, record.needs) else replace(record, parent=parent, needs=needs)


def _parents_first(records: list[Record]) -> list[Record]:
    """In the order of the file, but that a part comes after its parent."""
    known = {record.uid: record for record in records if record.uid}
    placed: dict[int, Record] = {}
    for record in records:
        chain = []
        at: Record | None = record
        while at is not None and id(at) not in placed:
            chain.append(at)
            at = known.get(at.parent) if at.parent else None
        placed.update((id(each), each) for each in reversed(chain))
    return list(placed.values())


def _without_need_loops(records: list[Record], losses: Losses) -> list[Record]:
    """A need that closes a circle is left out. Walked without recursion: a chain may be as long as the file."""
    needs = {record.uid: list(record.needs) for record in records if record.needs}
    done: set[str] = set()
    for start in list(needs):
        path, on_path = [(start, 0)], {start}
        while path:
            uid, place = path.pop()
            following = needs.get(uid, [])
            if uid in done or place >= len(following):
                done.add(uid)
                on_path.discard(uid)
                continue
            path.append((uid, place + 1))
            if (need := following[place]) in on_path:
                path[-1] = (uid, place)
                del following[place]
                losses.add(_NEED_LOOP)
            elif need not in done:
                path.append((need, 0))
                on_path.add(need)
    return [_with_needs(record, tuple(needs.get(record.uid, ()))) for record in records]


def _with_needs(record: Record, needs: tuple[str, ...]) -> Record:
    return record if not record.uid or needs == record.needs else replace(record, needs=needs)


def kept_stage(stage: Stage) -> Stage:
    """What is out or in review is planned when it comes back: a file cannot hand it over."""
    return Stage.PLANNED if stage in (Stage.DELEGATED, Stage.IN_REVIEW) else stage
