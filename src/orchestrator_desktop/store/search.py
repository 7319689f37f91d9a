"""Search as one types: tasks by all that is written about them and by what they are, and reflections."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

from orchestrator_desktop.domain.highlight import Highlighter, Snippet
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Stage, Task
from orchestrator_desktop.store import days as ledger
from orchestrator_desktop.store import places, tasks
from orchestrator_desktop.store.places import Place
from orchestrator_desktop.store.search_found import Found as Found
from orchestrator_desktop.store.search_found import Where as Where
from orchestrator_desktop.store.search_found import marked
from orchestrator_desktop.store.search_match import Question, questions
from orchestrator_desktop.store.search_terms import stages_of as stages_of
from orchestrator_desktop.store.search_words import quoted
from orchestrator_desktop.store.store import Store

if TYPE_CHECKING:
    from orchestrator_desktop.domain.query import Query

PAGE: Final = tasks.PAGE
"""Tasks that are found at once."""

_OF_TEXTS: Final = ("words", "phrases", "places")
"""The terms that a reflection can fulfil."""


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A day whose reflection a search found."""

    day: date
    snippet: Snippet


def read(
    text: str, *, now: datetime | None = None, day_first: bool = True, week_start: int = 0, begins: int = 0
) -> Query:
    """What a text asks for, at the aware local moment `now`; `begins` is the hour at which a day does. Raises nothing,
    whatever the text."""
    from orchestrator_desktop.domain.query import parse

    moment = now or datetime.now(UTC).astimezone()

    def day(words: str) -> date | datetime | None:
        # The grammar of dates takes longer to import than all else: only for who asks for one.
        from orchestrator_desktop.domain.capture import read_day

        return read_day(words, now=moment, locale_day_first=day_first, week_start=week_start, begins=begins)

    return parse(text, read_day=day, week_start=week_start)


def found(
    store: Store,
    asked: Query | str,
    *,
    today: date,
    now: datetime | None = None,
    place: Place | None = None,
    stage: Stage | None = None,
    limit: int = PAGE,
    offset: int = 0,
) -> list[Found]:
    """The tasks that a query finds, within `place` where one is given: open ones before done and dropped ones, of each
    those with all words in their title first, the newest first in each. A query for nothing finds nothing. With `stage`
    those of them that are in that stage: a column of the search's board."""
    query = read(asked, now=now, begins=ledger.rollover(store)) if isinstance(asked, str) else asked
    if query.empty:
        return []
    ids = _ids(store, query, today, place, stage, offset + limit)[offset:]
    known: dict[TaskId, Task] = {}
    for start in range(0, len(ids), PAGE):
        known |= tasks.some(store, ids[start : start + PAGE])
    return marked(store, query, [known[number] for number in ids if number in known])


def days(store: Store, asked: Query | str, *, now: datetime | None = None, limit: int = PAGE) -> list[FoundDay]:
    """The days whose reflections hold the words of a query, the newest first; none where it asks for what only a task
    can be."""
    query = read(asked, now=now, begins=ledger.rollover(store)) if isinstance(asked, str) else asked
    match = _of_reflections(query)
    if not match:
        return []
    sql = "SELECT rowid, text FROM reflection_text WHERE reflection_text MATCH ? ORDER BY rowid DESC LIMIT ?"
    lighter = Highlighter(query.wanted.words, query.wanted.phrases)
    return [
        FoundDay(_day(row["rowid"]), lighter.snippet(row["text"]) or lighter.snippet(row["text"], 0) or Snippet(""))
        for row in store.rows(sql, (match, limit))
    ]


def _ids(store: Store, query: Query, today: date, place: Place | None, stage: Stage | None, most: int) -> list[TaskId]:
    given = places.values(place or Place(), today, ledger.rollover(store))
    ids: list[TaskId] = []
    for question in questions(store, query, today=today, place=place, stage=stage):
        values = {**given, "match": question.match, "limit": most - len(ids)}
        ids += [TaskId(row[0]) for row in store.rows(_sql(question), values)]
        if len(ids) >= most:
            break
    return ids


def _sql(question: Question) -> str:
    """From the index to the tasks, so that SQLite stops reading as soon as there are enough."""
    table = question.table
    rows = f" CROSS JOIN task ON task.id = {table}.rowid" if question.exact else ""
    exact = f" AND {question.exact}" if question.exact else ""
    order = f"ORDER BY {table}.rowid DESC LIMIT :limit"
    return f"SELECT {table}.rowid FROM {table}{rows} WHERE {table} MATCH :match{exact} {order}"


def _of_reflections(query: Query) -> str:
    """What the index of reflections is asked; empty where no reflection can be an answer."""
    wanted, unwanted = query.wanted, query.unwanted
    of_tasks = any(getattr(wanted, field.name) for field in fields(wanted) if field.name not in _OF_TEXTS)
    elsewhere = wanted.places and "reflections" not in wanted.places
    if of_tasks or elsewhere or "reflections" in unwanted.places:
        return ""
    asked = [*(f"{quoted(word)}*" for word in wanted.words), *map(quoted, wanted.phrases)]
    out = [*(f"{quoted(word)}*" for word in unwanted.words), *map(quoted, unwanted.phrases)]
    without = f" NOT ({' OR '.join(out)})" if out and asked else ""
    return f"({' AND '.join(asked)}){without}" if asked else ""


def _day(number: int) -> date:
    return date(number // 10_000, number // 100 % 100, number % 100)
