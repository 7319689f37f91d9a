"""What a search shows of the tasks that it found: which text holds the words, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from orchestrator_desktop.domain.highlight import Highlighter, Ranges, Snippet
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.store import tasks
from orchestrator_desktop.store.store import Store

if TYPE_CHECKING:
    from orchestrator_desktop.domain.query import Query


class Where(StrEnum):
    """Which text of a task holds what was searched for."""

    TITLE = "title"
    NOTES = "notes"
    CHECKLIST = "checklist"
    RESULT = "result"
    CONTEXT = "context"
    TAGS = "tags"
    FILES = "files"


@dataclass(frozen=True, slots=True)
class Found:
    """A task that a search found."""

    task: Task
    where: Where | None = None
    """The text that holds what the title does not; TITLE where that holds it all. None if no words were asked for."""
    title_ranges: Ranges = ()
    """What to highlight of the title, wherever the rest stands."""
    snippet: Snippet | None = None
    """A piece of that text; of a title the whole."""


_BESIDE: Final = (
    (Where.NOTES, Where.CHECKLIST, Where.TAGS, Where.FILES),
    (Where.RESULT,),
    (Where.CONTEXT,),
)
"""The texts beside the title as they are looked through: those that may be long only where it must be."""


def marked(store: Store, query: Query, page: Sequence[Task]) -> list[Found]:
    """The tasks with what to highlight of them."""
    words, phrases = query.wanted.words, query.wanted.phrases
    if not words and not phrases:
        return [Found(task) for task in page]
    lighter = Highlighter(words, phrases)
    missing = _missing(query, page)
    beside = _beside(store, missing, lighter)
    return [_found(task, lighter.ranges(task.title), beside.get(task.id), task.id in missing) for task in page]


def _missing(query: Query, page: Sequence[Task]) -> dict[TaskId, Highlighter]:
    """What finds the words that a title lacks, by task; nothing of those whose title has them all."""
    each = [(word, "", Highlighter([word])) for word in query.wanted.words]
    each += [("", phrase, Highlighter([], [phrase])) for phrase in query.wanted.phrases]
    made: dict[tuple[int, ...], Highlighter] = {}
    found = {}
    for task in page:
        lacking = tuple(place for place, (_, _, one) in enumerate(each) if one.first(task.title) is None)
        if lacking:
            if lacking not in made:
                made[lacking] = Highlighter([each[n][0] for n in lacking], [each[n][1] for n in lacking])
            found[task.id] = made[lacking]
    return found


def _beside(
    store: Store, missing: dict[TaskId, Highlighter], lighter: Highlighter
) -> dict[TaskId, tuple[Where, Snippet]]:
    """The first text beside the title that has something of what the title lacks."""
    found: dict[TaskId, tuple[Where, Snippet]] = {}
    for texts in _BESIDE:
        left = [number for number in missing if number not in found]
        for start in range(0, len(left), tasks.PAGE):
            ids = ",".join(map(str, left[start : start + tasks.PAGE]))
            for row in store.rows(f"SELECT rowid AS id, {', '.join(texts)} FROM task_text WHERE rowid IN ({ids})"):
                number = TaskId(row["id"])
                places = ((where, missing[number].first(row[where])) for where in texts)
                where, place = next(((where, place) for where, place in places if place is not None), (None, None))
                if where is not None:
                    snippet = lighter.snippet(row[where], place)
                    found[number] = (where, snippet or Snippet(""))
    return found


def _found(task: Task, ranges: Ranges, beside: tuple[Where, Snippet] | None, lacks: bool) -> Found:
    if beside is not None:
        return Found(task, beside[0], ranges, beside[1])
    # A letter that the index folds in a way of its own: found, and not seen here.
    return Found(task, Where.NOTES if lacks and not ranges else Where.TITLE, ranges, Snippet(task.title, ranges))
