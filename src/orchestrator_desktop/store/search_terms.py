"""The conditions of a search on what a task is: marks that the text index knows, and terms on the task's row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.store import delegates, places, search_dates
from orchestrator_desktop.store.places import Place, View
from orchestrator_desktop.store.search_schema import CLOSED_MARK, OPEN_MARK
from orchestrator_desktop.store.store import Store

if TYPE_CHECKING:
    from orchestrator_desktop.domain.query import DateTerm, EstimateTerm, Query, Terms


@dataclass(frozen=True, slots=True)
class Condition:
    """One of `marks` stands at each task that fulfils it, None where no mark narrows it down. They say it all, unless
    there is `exact`: the whole condition, on the task's row."""

    marks: tuple[str, ...] | None = None
    exact: str = ""


NOTHING: Final = Condition(())
"""What no task fulfils."""

_STAGES: Final = {
    "inbox": "sinbox",
    "planned": "splanned",
    "delegated": "sdelegated",
    "review": "sinreview",
    "done": "sdone",
    "dropped": "sdropped",
}
_OF_TIER: Final = {
    OPEN_MARK: frozenset({"inbox", "planned", "delegated", "review"}),
    CLOSED_MARK: frozenset({"done", "dropped"}),
}
_ALL: Final = frozenset(_STAGES)
_SHOWN: Final = _ALL - {"dropped"}
_NAMES: Final = {stage: "review" if stage is Stage.IN_REVIEW else stage.value for stage in Stage}
"""What the search language calls the stages."""
_LEVELS: Final = (1, 2, 3)
_STATES: Final = {
    "repeating": "repeats",
    "returned": "returned",
    "part": "part",
    "timed": "timed",
    "attached": "files",
    "chosen": "chosen",
}
_OF_PLACE: Final = {
    View.INBOX: ("sinbox", "splanned"),
    View.TODAY: ("due", "defer", "end", "chosen"),
    View.UPCOMING: ("due", "defer", "end"),
    View.DELEGATED: ("sdelegated",),
    View.REVIEW: ("sinreview",),
    View.WAITING: ("sdelegated",),
    View.DONE: ("sdone",),
    View.TRASH: ("sdropped",),
}
_OF_TEXT: Final = {"result": "result", "context": "brief"}
_BLOCKED: Final = """(task.stage NOT IN ('done', 'dropped') AND EXISTS (SELECT 1 FROM dependency
  JOIN task AS needed ON needed.id = dependency.needs_id
  WHERE dependency.task_id = task.id AND needed.stage NOT IN ('done', 'dropped')))"""
_DEFERRED: Final = """(task.stage NOT IN ('done', 'dropped') AND task.defer IS NOT NULL
  AND CASE length(task.defer) WHEN 10 THEN task.defer > :today ELSE task.defer >= :day_end END)"""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads conditions as they stand among the open (`tier` is OPEN_MARK) or the closed tasks of a file.

    Of what every task has one of, a level and a stage, what may be is asked for rather than what may not: the index
    goes straight to the one, and through every task that has the other."""

    store: Store
    tier: str
    today: date
    rollover: int

    def of(self, terms: Terms) -> Iterator[Condition]:
        """What the terms ask for beside words, levels and stages: every one must hold."""
        yield from self._names(terms)
        for letter, numbers in (("p", terms.priorities), ("u", terms.parents)):
            if numbers:
                yield self._any(f"{letter}{number}" for number in numbers)
        for state in terms.states:
            if not state.of_stage:
                yield self._state(str(state))
        for asked in terms.dates:
            yield self._date(asked)
        for length in terms.estimates:
            yield self._estimate(length)

    def place(self, place: Place) -> Condition:
        """Being shown by a place; its `exact` takes the parameters of `places.values`."""
        marks = (f"o{place.domain_id}",) if place.domain_id is not None else _OF_PLACE[place.view]
        if place.stage is not None:  # the board of a place goes beyond the stages that its list holds
            marks = (f"s{place.stage.value.replace('_', '')}",)
        return Condition(self._any(marks).marks, f"({places.where(place)})")

    def texts(self, columns: tuple[str, ...]) -> Condition:
        """Having a text in one of the columns of the index, where it is known which tasks do."""
        marks = [_OF_TEXT[column] for column in columns if column in _OF_TEXT]
        return self._any(marks) if len(marks) == len(columns) else Condition()

    def _names(self, terms: Terms) -> Iterator[Condition]:
        if terms.domains:
            known = [(f"o{domain.id}", domain.name) for domain in delegates.domains(self.store)]
            yield self._any(mark for name in terms.domains for mark in _named(name, known))
        if terms.whos:
            sql = "SELECT 'ws' || id, name FROM specialist UNION ALL SELECT 'wp' || id, name FROM person LIMIT ?"
            known = [(row[0], row[1]) for row in self.store.rows(sql, (2 * delegates.LIMIT,))]
            yield self._any(mark for name in terms.whos for mark in _named(name, known, first_names=True))
        if terms.tags:
            rows = self.store.rows("SELECT id, name FROM tag ORDER BY id LIMIT ?", (10 * delegates.LIMIT,))
            known = [(f"t{row['id']}", row["name"]) for row in rows]
            for name in terms.tags:
                yield self._any(_named(name, known))

    def levels(self, query: Query) -> Condition:
        """The levels that a query leaves."""
        left = [n for n in query.wanted.levels or _LEVELS if n not in query.unwanted.levels]
        return Condition() if len(left) == len(_LEVELS) else self._any(f"l{n}" for n in left)

    def stages(self, query: Query, place: Place | None, stage: Stage | None = None) -> Condition:
        """The stages that a query leaves: what was dropped is shown where it is asked for. Of them `stage` alone, where
        one is given."""
        trash = place is not None and (place.view is View.TRASH or place.stage is Stage.DROPPED)
        left = _left(query, _ALL if trash else _SHOWN)
        here = left & _OF_TIER[self.tier]
        if stage is not None:
            here &= {_NAMES[stage]}
        return Condition() if here == _OF_TIER[self.tier] else self._any(_STAGES[stage] for stage in sorted(here))

    def _state(self, state: str) -> Condition:
        if state in _STATES:
            return self._any([_STATES[state]])
        if self.tier == CLOSED_MARK:
            return NOTHING
        match state:
            case "today":
                return self.place(Place(View.TODAY))
            case "waiting":
                return self.place(Place(View.WAITING))
            case "blocked":
                return Condition(self._any(["needs"]).marks, _BLOCKED)
            case "deferred":
                return Condition(self._any(["defer"]).marks, _DEFERRED)
        return self._overdue()

    def _overdue(self) -> Condition:
        try:
            last = self.today - timedelta(days=1)
        except OverflowError:
            return NOTHING
        due = self._between("due", None, last)
        end = self._between("deadline", None, last)
        return Condition(
            (*(due.marks or ()), *(end.marks or ())),
            f"(task.stage NOT IN ('done', 'dropped') AND ({due.exact} OR {end.exact}))",
        )

    def _date(self, asked: DateTerm) -> Condition:
        which = str(asked.which)
        if asked.present is None:
            return self._between(which, asked.first, asked.last)
        marked = asked.present and which not in ("done", "created")
        marks = self._any([search_dates.MARKS[which]]).marks if marked else None
        return Condition(marks, f"({search_dates.COLUMNS[which]} IS {'NOT ' if asked.present else ''}NULL)")

    def _between(self, which: str, first: search_dates.When | None, last: search_dates.When | None) -> Condition:
        mark = self.tier + search_dates.MARKS[which]
        marks = search_dates.marks(mark, first, last, self.rollover)
        return Condition(marks, search_dates.within(search_dates.COLUMNS[which], first, last, self.rollover))

    def _estimate(self, asked: EstimateTerm) -> Condition:
        column = "task.estimate_minutes"
        if asked.present is False:
            return Condition(None, f"({column} IS NULL)")
        least = "" if asked.least is None else f" AND {column} >= {int(asked.least)}"
        most = "" if asked.most is None else f" AND {column} <= {int(asked.most)}"
        return Condition(self._any(["lasts"]).marks, f"({column} IS NOT NULL{least}{most})")

    def _any(self, marks: Iterable[str]) -> Condition:
        return Condition(tuple(dict.fromkeys(self.tier + mark for mark in marks)))


def stages_of(query: Query) -> frozenset[Stage]:
    """The stages in which a query looks for tasks, wherever they are."""
    left = _left(query, _SHOWN)
    return frozenset(stage for stage, name in _NAMES.items() if name in left)


def _left(query: Query, shown: frozenset[str]) -> frozenset[str]:
    return (_stages(query.wanted) or shown) - _stages(query.unwanted)


def _stages(terms: Terms) -> frozenset[str]:
    """The stages that terms name."""
    named = frozenset(str(state) for state in terms.states if state.of_stage)
    return (named - {"open"}) | _OF_TIER[OPEN_MARK] if "open" in named else named


def _named(wanted: str, known: Iterable[tuple[str, str]], *, first_names: bool = False) -> list[str]:
    """The marks of the names that are meant: the one that is written so, else those that begin so, for whoever is
    still typing."""
    from orchestrator_desktop.domain.capture.line import simple

    asked = simple(wanted)
    names = [(mark, simple(name), name.split()[:1] if first_names else []) for mark, name in known]
    same = [mark for mark, whole, first in names if asked == whole or asked in map(simple, first)]
    return same or [mark for mark, whole, _ in names if whole.startswith(asked)]
