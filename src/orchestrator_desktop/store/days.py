"""Reading the ledger by day, reflections, drafts and settings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.ledger import DayLedger, Entry, Event, Finished, Way
from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.store.store import Row, Store

LIMIT = 200

ROLLOVER: Final = "day.rollover"
"""The setting of the hour at which a day begins: 0 to 6."""


@dataclass(frozen=True, slots=True)
class Reflection:
    """One day's entry."""

    day: date
    text: str
    closed_at: datetime | None
    updated_at: datetime | None


def rollover(store: Store) -> int:
    """The hour at which a day begins."""
    found = setting(store, ROLLOVER, 0)
    return found if isinstance(found, int) and 0 <= found <= 12 else 0


def today(store: Store, now: datetime) -> date:
    """The day that the aware local moment `now` belongs to."""
    return moments.day_of(now, rollover(store))


def reflection(store: Store, day: date) -> Reflection:
    """The day's entry; an empty one where nothing was written yet."""
    found = store.row("SELECT * FROM reflection WHERE day = ?", (day.isoformat(),))
    if found is None:
        return Reflection(day, "", None, None)
    closed = moments.maybe_moment(found["closed_at"])
    return Reflection(day, found["text"], closed, moments.moment(found["updated_at"]))


def day_ledger(store: Store, day: date) -> DayLedger:
    """What was finished on a local day and stands (neither undone nor reopened), oldest first."""
    start, end = moments.day_bounds(day, rollover(store))
    found = store.rows(
        """SELECT ledger.*, coalesce(task.title, '') AS title, coalesce(task.level, 2) AS level
        FROM ledger_finished AS ledger LEFT JOIN task ON task.id = ledger.task_id
        WHERE ledger.at >= ? AND ledger.at < ? ORDER BY ledger.at, ledger.id LIMIT ?""",
        (moments.to_text(start), moments.to_text(end), LIMIT),
    )
    return DayLedger.of(_finished(row) for row in found)


def finished_by_day(store: Store, last: date, days: int) -> dict[date, dict[Way, int]]:
    """How many tasks were finished which way on each of `days` local days up to `last`; days without one are absent."""
    first = last - timedelta(days=days - 1)
    hour = rollover(store)
    found = store.rows(
        "SELECT at, json_extract(detail, '$.way') AS way FROM ledger_finished WHERE at >= ? AND at < ?",
        (moments.to_text(moments.day_bounds(first, hour)[0]), moments.to_text(moments.day_bounds(last, hour)[1])),
    )
    figures: dict[date, dict[Way, int]] = {}
    for row in found:
        day = figures.setdefault(moments.day_of(moments.moment(row["at"]).astimezone(), hour), {})
        way = Way(row["way"])
        day[way] = day.get(way, 0) + 1
    return figures


def task_entries(store: Store, task_id: TaskId) -> list[Entry]:
    """A task's ledger, oldest first, undone entries and their undoing included."""
    found = store.rows("SELECT * FROM ledger WHERE task_id = ? ORDER BY id LIMIT ?", (task_id, LIMIT))
    return [
        Entry(row["id"], moments.moment(row["at"]), Event(row["event"]), task_id, json.loads(row["detail"]))
        for row in found
    ]


def draft(store: Store, key: str) -> str:
    """Unfinished text kept under `key`, empty when there is none."""
    return store.value("SELECT text FROM draft WHERE key = ?", (key,)) or ""


def setting(store: Store, key: str, default: Any = None) -> Any:
    """A setting's JSON value."""
    found = store.value("SELECT value FROM setting WHERE key = ?", (key,))
    return default if found is None else json.loads(found)


def settings(store: Store, defaults: Mapping[str, Any]) -> dict[str, Any]:
    """JSON values of several settings, in one row."""
    found = store.value(
        "SELECT json_group_object(key, value) FROM setting WHERE key IN (SELECT value FROM json_each(?))",
        (json.dumps(list(defaults)),),
    )
    return {**defaults, **{key: json.loads(value) for key, value in json.loads(found).items()}}


def _finished(row: Row) -> Finished:
    detail = json.loads(row["detail"])
    return Finished(
        task_id=TaskId(row["task_id"]),
        title=row["title"],
        level=Level(row["level"]),
        way=Way(detail["way"]),
        who=detail.get("who") or "",
        seconds=detail.get("seconds"),
        at=moments.moment(row["at"]),
    )
