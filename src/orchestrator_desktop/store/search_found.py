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
from orchestrator_desktop.store.search_match import columns_of
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
    columns = columns_of(query)
    missing = _missing(query, page, in_title=Where.TITLE in columns)
    texts = [tuple(where for where in some if where in columns) for some in _BESIDE]
    beside = _beside(store, missing, lighter, [some for some in texts if some])
    return [_found(task, lighter.ranges(task.title), beside.get(task.id)) for task in page]


def _missing(query: Query, page: Sequence[Task], *, in_title: bool) -> dict[TaskId, Highlighter]:
    """What finds the words that a title lacks, by task; nothing of those whose title has them all. Without `in_title`
    titles are not what was searched."""
    each = [(word, "", Highlighter([word])) for word in query.wanted.words]
    each += [("", phrase, Highlighter([], [phrase])) for phrase in query.wanted.phrases]
    made: dict[tuple[int, ...], Highlighter] = {}
    found = {}
    for task in page:
        lacking = tuple(
            place for place, (_, _, one) in enumerate(each) if not in_title or one.first(task.title) is None
        )
        if lacking:
            if lacking not in made:
                made[lacking] = Highlighter([each[n][0] for n in lacking], [each[n][1] for n in lacking])
            found[task.id] = made[lacking]
    return found


def _beside(
    store: Store, missing: dict[TaskId, Highlighter], lighter: Highlighter, texts: Sequence[tuple[Where, ...]]
) -> dict[TaskId, tuple[Where, Snippet]]:
    """The first of the texts beside the title that has something of what the title lacks."""
    found: dict[TaskId, tuple[Where, Snippet]] = {}
    for some in texts:
        left = [number for number in missing if number not in found]
        for start in range(0, len(left), tasks.PAGE):
            ids = ",".join(map(str, left[start : start + tasks.PAGE]))
            for row in store.rows(f"SELECT rowid AS id, {', '.join(some)} FROM task_text WHERE rowid IN ({ids})"):
                number = TaskId(row["id"])
                places = ((where, missing[number].first(row[where])) for where in some)
                where, place = next(((where, place) for where, place in places if place is not None), (None, None))
                if where is not None:
                    snippet = lighter.snippet(row[where], place)
                    found[number] = (where, snippet or Snippet(""))
    return found


def _found(task: Task, ranges: Ranges, beside: tuple[Where, Snippet] | None) -> Found:
    if beside is not None:
        return Found(task, beside[0], ranges, beside[1])
    return Found(task, Where.TITLE, ranges, Snippet(task.title, ranges))
