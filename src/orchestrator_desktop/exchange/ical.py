"""Tasks of iCalendar files (VTODO of RFC 5545), as Apple Reminders, Nextcloud, Thunderbird, Tasks.org, Evolution and
others write them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime
from typing import Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.task import Due
from orchestrator_desktop.domain.transfer import Batch, Format, Record
from orchestrator_desktop.exchange.fitting import Losses, settled
from orchestrator_desktop.exchange.ical_instances import moved_on
from orchestrator_desktop.exchange.ical_lines import Component, components
from orchestrator_desktop.exchange.ical_task import TaskReader
from orchestrator_desktop.exchange.ical_zones import Zones
from orchestrator_desktop.exchange.source import Progress, SourceFile, told

_NO_TASK: Final = QT_TRANSLATE_NOOP("exchange", "“{kind}” of a calendar is no task")
_CHANGED: Final = QT_TRANSLATE_NOOP("exchange", "A single instance of a repeating task that differs from the others")
_KINDS: Final = frozenset({"VEVENT", "VJOURNAL", "VFREEBUSY", "VAVAILABILITY", "VPOLL"})


def read_batch(source: SourceFile, *, now: datetime, progress: Progress | None = None) -> Batch:
    """The tasks of all calendars of a file. Raises UserError, Cancelled."""
    del now
    todos: list[tuple[Component, str]] = []
    blocks: dict[str, Component] = {}
    losses = Losses()
    for calendar in components(source.data, source.name):
        todos += _todos(calendar, blocks, losses)
    zones, heads = Zones(blocks), dict[str, str]()
    records: list[Record] = []
    changed: list[tuple[TaskReader, str]] = []
    children: dict[str, str] = {}
    behind: dict[str, list[Due]] = {}
    for todo, calendar_name in told(todos, progress):
        reader = TaskReader(todo, zones, losses, heads)
        if reader.instance:
            changed.append((reader, calendar_name))
        elif (record := reader.record(calendar_name)) is not None:
            records.append(record)
            if record.recurrence is not None:
                behind[record.uid] = reader.left_out()
            children |= dict.fromkeys(reader.related("CHILD"), record.uid)
    records = _moved_on(records, behind, [reader for reader, _ in changed])
    records += _alone(changed, {record.uid for record in records}, losses)
    whole = [
        replace(record, parent=children[record.uid]) if not record.parent and record.uid in children else record
        for record in records
    ]
    return Batch(Format.ICALENDAR, settled(whole, losses), losses.all())


def _moved_on(records: list[Record], behind: dict[str, list[Due]], changed: list[TaskReader]) -> list[Record]:
    """Repeating tasks at the first instance that is not done nor left out."""
    ends: dict[str, datetime | None] = {}
    for reader in changed:
        if reader.uid in behind and (finished := reader.finished()) is not None:
            behind[reader.uid].append(finished[0])
            ends[reader.uid] = finished[1]
    return [
        moved_on(record, behind[record.uid], ends.get(record.uid)) if behind.get(record.uid) else record
        for record in records
    ]


def _alone(changed: list[tuple[TaskReader, str]], known: set[str], losses: Losses) -> list[Record]:
    """Changed instances whose repeating task is not in the file are tasks; the others are lost."""
    found = [reader.record(calendar_name) for reader, calendar_name in changed if reader.uid not in known]
    if len(found) < len(changed):
        losses.add(_CHANGED, len(changed) - len(found))
    return [record for record in found if record is not None]


def _todos(calendar: Component, blocks: dict[str, Component], losses: Losses) -> list[tuple[Component, str]]:
    """Its tasks, with the name of the list that it is; its time zones go to `blocks`."""
    inside = calendar.parts if calendar.name == "VCALENDAR" else [calendar]
    for part in inside:
        if part.name == "VTIMEZONE" and (name := part.first("TZID")):
            blocks[name.value] = part
    for kind, count in Counter(part.name for part in inside if part.name in _KINDS).items():
        losses.add(_NO_TASK, count, kind=kind)
    name = calendar.first("X-WR-CALNAME") or calendar.first("NAME")
    return [(part, name.text if name else "") for part in inside if part.name == "VTODO"]
