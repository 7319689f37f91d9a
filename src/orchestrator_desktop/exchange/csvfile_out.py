"""Writes tasks as a table that any spreadsheet opens and that `csvfile` reads again as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from orchestrator_desktop.domain.task import Due
from orchestrator_desktop.domain.transfer import Record
from orchestrator_desktop.exchange.csv_cells import guarded, packed
from orchestrator_desktop.exchange.csv_fields import HEADS
from orchestrator_desktop.exchange.tables import Cell, csv_line

_MARK = "\ufeff"
"""By it spreadsheets know UTF-8."""


def written(records: Iterable[Record]) -> Iterator[str]:
    """The pieces of the file. Files of tasks, and what other programs said of them, are not in it."""
    yield _MARK + csv_line(list(HEADS.values()))
    for record in records:
        cells = _cells(record)
        yield csv_line([_safe(cells.get(field)) for field in HEADS])


def _cells(record: Record) -> dict[str, Cell]:
    rule = record.recurrence
    start = None if rule is None else rule.start
    return {
        "title": record.title,
        "notes": record.notes,
        "stage": record.stage.value,
        "level": None if record.level is None else int(record.level),
        "domain": record.domain,
        "tags": packed(record.tags),
        "due": _when(record.due),
        "defer": _when(record.defer),
        "deadline": _when(record.deadline),
        "chosen": _when(record.chosen_on),
        "priority": record.priority,
        "estimate": record.estimate_minutes,
        "spent": record.spent_seconds or None,
        "who": record.who,
        "repeats": None if rule is None else rule.rrule,
        "repeats_after_done": "yes" if rule is not None and rule.after_done else None,
        "month_end": None if rule is None else rule.month_end.value,
        "repeats_from": None if start is None else start.isoformat(),
        "checklist": "\n".join(f"[{'x' if item.done else ' '}] {item.text}" for item in record.checklist),
        "created": _when(record.created_at),
        "done_at": _when(record.done_at),
        "position": record.position,
        "uid": record.uid,
        "parent": record.parent,
        "needs": packed(record.needs),
    }


def _safe(cell: Cell) -> Cell:
    return guarded(cell) if isinstance(cell, str) else cell


def _when(value: Due) -> str | None:
    """A moment as the clock here shows it, with its distance from UTC."""
    if not isinstance(value, datetime):
        return None if value is None else value.isoformat()
    try:
        return value.astimezone().isoformat()
    except (OverflowError, ValueError, OSError):
        return value.astimezone(UTC).isoformat()
