"""Levels that are suggested: read from the task and from what the user chose before, learnt as levels are set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.task import Level, Stage, Task
from orchestrator_desktop.operations.acting import Act, acting
from orchestrator_desktop.store import days, lessons
from orchestrator_desktop.store.store import Store

if TYPE_CHECKING:
    from orchestrator_desktop.domain.suggesting import Suggestion

SUGGESTS: Final = "levels.suggest"
"""The setting that turns suggestions, and learning for them, off: false."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A level that the user has set, and what there is to learn from it."""

    title: str
    level: Level
    notes: str = ""
    domain: str = ""


def suggests(store: Store) -> bool:
    """Whether levels are suggested."""
    return days.setting(store, SUGGESTS, True) is not False


def suggestion(store: Store, task: Task) -> Suggestion | None:
    """A level for a new task that nobody has levelled yet; None where nothing tells, or suggestions are off."""
    # A level that was said when it was captured has been chosen.
    if task.stage is not Stage.INBOX or task.level is not Level.YOU_AND_AI or not suggests(store):
        return None
    from orchestrator_desktop.domain.suggesting import Lessons, learn, suggest

    words = [word for word, _level in learn(task.title, 1, task.notes)]
    here, everywhere = lessons.counts(store, words, task.domain or "")
    return suggest(
        task.title,
        task.notes,
        domain=task.domain,
        who_kind=_who(task),
        counts=Lessons(here, everywhere),
    )


def learn_levels(act: Act, chosen: Iterable[Chosen]) -> None:
    """Inside an act: count what the levels that were set say about their tasks' words; undo takes it back."""
    every = list(chosen)
    if not every or not suggests(act.store):
        return
    from orchestrator_desktop.domain.suggesting import learn

    counted: Counter[tuple[str, str, int]] = Counter()
    for one in every:
        counted.update((one.domain, word, level) for word, level in learn(one.title, int(one.level), one.notes))
    for (domain, word, level), number in counted.items():
        add_to_count(act, domain, word, level, number)


def add_to_count(act: Act, domain: str, word: str, level: int, number: int, *, key: int | None = None) -> None:
    """Inside an act: `number` more, or fewer; what falls to nothing is gone. `key`: the row that it had before."""
    found = lessons.lesson(act.store, domain, word, level)
    if found is None:
        if number > 0:
            again = {} if key is None else {"id": key}
            act.insert(Kind.LESSON, {"domain": domain, "word": word, "level": level, "number": number, **again})
    elif found[1] + number > 0:
        act.update(Kind.LESSON, found[0], {"number": found[1] + number})
    else:
        act.delete(Kind.LESSON, found[0])


def put_back(act: Act, key: int, old: dict[str, Any] | None, new: dict[str, Any] | None) -> None:
    """Inside an undo: take back what a step has added to a count, whatever was added since."""
    row = act.store.row("SELECT domain, word, level FROM lesson WHERE id = ?", (key,))
    named: dict[str, Any] = {**(old or {}), **(new or {})} if row is None else dict(row)
    if "word" in named:  # else it has been forgotten meanwhile
        number = int((new or {}).get("number", 0)) - int((old or {}).get("number", 0))
        add_to_count(act, named["domain"], named["word"], named["level"], number, key=key if row is None else None)


def forget(store: Store, *, domain: str | None = None) -> Changes:
    """Forget what was learnt about levels, in one domain or (None) in all."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Forget what was learnt about levels")) as act:
        for key in lessons.ids(store, domain):
            act.delete(Kind.LESSON, key)
    return act.changes


def _who(task: Task) -> Literal["specialist", "person"] | None:
    if task.specialist_id is not None:
        return "specialist"
    return None if task.person_id is None else "person"
