"""From a query to what the text index is asked, one question after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.store import days
from orchestrator_desktop.store.places import Place
from orchestrator_desktop.store.search_schema import CLOSED_MARK, OPEN_MARK
from orchestrator_desktop.store.search_terms import Condition, Reader
from orchestrator_desktop.store.search_words import beginning, quoted
from orchestrator_desktop.store.store import Store

if TYPE_CHECKING:
    from orchestrator_desktop.domain.query import Query, Terms

_COLUMNS: Final = {
    "title": ("title",),
    "notes": ("notes", "checklist"),
    "results": ("result",),
    "contexts": ("context",),
    "reflections": (),
}
ALL: Final = ("title", "notes", "checklist", "result", "context", "tags", "files")


@dataclass(frozen=True, slots=True)
class Question:
    """What one table of the index is asked (in FTS5's language), and a condition on the tasks' rows besides."""

    table: str
    match: str
    exact: str = ""


@dataclass(frozen=True, slots=True)
class _Texts:
    """The words and phrases of a query for one table of the index; None where one of them is in no text of it."""

    title: str | None
    all: str | None


def questions(
    store: Store, query: Query, *, today: date, place: Place | None, stage: Stage | None = None
) -> Iterator[Question]:
    """Questions with no answer in common, in the order of the answers: open tasks before closed ones, of each those
    with all words in the title before the others."""
    columns = columns_of(query)
    if not columns:
        return
    named, all_named = _named(store, query.wanted, "title_text_word"), _named(store, query.wanted, "task_text_word")
    if all_named is None:
        return
    texts = _Texts(None if named is None else " AND ".join(named), " AND ".join(all_named))
    unwanted = _named(store, query.unwanted, "task_text_word", any_of=True) or []
    without = [_in_columns(ALL, " OR ".join(unwanted))] if unwanted else []
    rollover = days.rollover(store)
    for tier in (OPEN_MARK, CLOSED_MARK):
        reader = Reader(store, tier, today, rollover)
        wanted = [reader.stages(query, place, stage), reader.levels(query), *reader.of(query.wanted)]
        wanted += [reader.texts(columns)] if texts.all else []
        wanted += [reader.place(place)] if place else []
        if all(condition.marks != () for condition in wanted):
            yield from _of_tier(tier, wanted, list(reader.of(query.unwanted)), columns, texts, without)


def _of_tier(
    tier: str,
    wanted: list[Condition],
    unwanted: list[Condition],
    columns: tuple[str, ...],
    texts: _Texts,
    without: list[str],
) -> Iterator[Question]:
    groups = [_marks(condition.marks) for condition in wanted if condition.marks]
    marks = " AND ".join(groups) or _marks([tier])
    exact = [condition.exact for condition in wanted if condition.exact]
    exact += [f"NOT {condition.exact}" for condition in unwanted if condition.exact]
    out = [_marks(condition.marks) for condition in unwanted if condition.marks and not condition.exact]
    row = " AND ".join(exact)
    if not texts.all:
        yield Question("task_text" if without else "title_text", _less(marks, out + without), row)
        return
    in_title = f"title : ({texts.all})"
    if "title" in columns and without:
        yield Question("task_text", _less(f"{marks} AND {in_title}", out + without), row)
    elif "title" in columns and texts.title:
        yield Question("title_text", _less(f"{marks} AND title : ({texts.title})", out), row)
    if columns != ("title",):
        found = f"{marks} AND {_in_columns(columns, texts.all)}"
        yield Question("task_text", _less(found, out + without + ([in_title] if "title" in columns else [])), row)


def columns_of(query: Query) -> tuple[str, ...]:
    """The columns of the index where words are looked for."""
    asked, out = query.wanted.places, query.unwanted.places
    chosen = {column for place in asked for column in _COLUMNS[place]} if asked else set(ALL)
    chosen -= {column for place in out for column in _COLUMNS[place]}
    return tuple(column for column in ALL if column in chosen)


def _named(store: Store, terms: Terms, words: str, *, any_of: bool = False) -> list[str] | None:
    """Each word and phrase in the index's language; None where one is in no text. With `any_of` those are left out."""
    found = [beginning(store, words, word) for word in terms.words] + [quoted(phrase) for phrase in terms.phrases]
    if any_of:
        return [one for one in found if one]
    return found if all(found) else None


def _marks(marks: Iterable[str]) -> str:
    return f"marks : ({' OR '.join(map(quoted, marks))})"


def _in_columns(columns: Iterable[str], match: str) -> str:
    return f"{{{' '.join(columns)}}} : ({match})"


def _less(match: str, out: list[str]) -> str:
    return f"({match}) NOT ({' OR '.join(out)})" if out else match
