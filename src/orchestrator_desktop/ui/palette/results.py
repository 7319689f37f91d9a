"""What is shown for what is typed: groups in their order, in each the best first, what was used lately before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from orchestrator_desktop.ui.palette.entries import Entry, Found, Group, Head, Row
from orchestrator_desktop.ui.palette.matching import Matcher, marked, narrowed

MOST: Final = 8
"""Entries of a group that are shown for what is typed."""
LATELY: Final = 5
"""What was used lately, shown before anything is typed."""
_LATELY_MORE: Final = 8.0
"""What the entry used last has over one that fits as well."""
_NAMES_LESS: Final = 12.0
"""Fifty people must not hide the acts: who a task can go to comes after them, unless asked for with its sign."""
_MARKEDLY: Final = 15.0
"""So much better must an entry below fit to be the one that Enter takes."""

Words = Mapping[Group, str]
"""The heads of the groups."""


def before_typing(entries: Sequence[Entry], lately: Sequence[str], words: Words) -> list[Row]:
    """What was used lately, then all that can be done now."""
    by_id = {entry.id: entry for entry in entries if entry.possible}
    recent = [replace(by_id[one], group=Group.RECENT) for one in lately if one in by_id][:LATELY]
    usual = [entry for entry in by_id.values() if entry.group is not Group.TASKS and entry.sign != "@"]
    return _grouped([Found(entry) for entry in (*recent, *usual)], words)


def for_query(
    query: str, matcher: Matcher, tasks: Iterable[Entry], create: Iterable[Entry], lately: Sequence[str], words: Words
) -> list[Row]:
    """What fits, a few of each group; those that cannot be done now come last in theirs."""
    ranks = {one: number for number, one in enumerate(lately)}
    found = [_weighed(match, ranks, len(lately), narrowed(query)[0]) for match in matcher.find(query)]
    found.sort(key=lambda match: (not match.entry.possible, -match.score))
    chosen: list[Found] = []
    for group in Group:
        chosen += [match for match in found if match.entry.group is group][:MOST]
    chosen += [Found(task, letters=marked(query, task.title)) for task in tasks]
    chosen += [Found(entry) for entry in create]
    return _grouped(chosen, words)


def best_row(rows: Sequence[Row]) -> int | None:
    """The row that Enter takes: the first one that can be done, unless another fits markedly better."""
    open_rows = [(number, row) for number, row in enumerate(rows) if isinstance(row, Found) and row.entry.possible]
    if not open_rows:
        return None
    first, best = open_rows[0], max(open_rows, key=lambda one: one[1].score)
    return best[0] if best[1].score > first[1].score + _MARKEDLY else first[0]


def remembered(lately: Collection[str], used: str, most: int) -> list[str]:
    """What was used lately, with what was used just now."""
    return [used, *(one for one in lately if one != used)][:most]


def _weighed(match: Found, ranks: Mapping[str, int], number: int, sign: str) -> Found:
    rank, score = ranks.get(match.entry.id), match.score
    if rank is not None:
        score += _LATELY_MORE * (1 - rank / number)
    if match.entry.sign == "@" and not sign:
        score -= _NAMES_LESS
    return replace(match, score=score)


def _grouped(found: Sequence[Found], words: Words) -> list[Row]:
    rows: list[Row] = []
    for group in Group:
        held = [match for match in found if match.entry.group is group]
        if held:
            rows += [Head(words[group]), *held]
    return rows
