"""Reads one task of an iCalendar file (VTODO)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.recurrence import MonthEnd, Recurrence
from orchestrator_desktop.domain.task import Due, Level, Stage
from orchestrator_desktop.domain.transfer import CheckLine, Record
from orchestrator_desktop.exchange.clock import local, read_moment, read_span, read_stamp, read_wall
from orchestrator_desktop.exchange.fitting import Losses, name_of, names_of, number_of, position_of, title_and_notes
from orchestrator_desktop.exchange.ical_files import addresses, attached, is_inline
from orchestrator_desktop.exchange.ical_lines import Component, Line
from orchestrator_desktop.exchange.ical_zones import Zones
from orchestrator_desktop.exchange.repeating import repeated

OWN: Final = "X-ORCHESTRATOR-"

_READ: Final = frozenset(
    {
        "UID", "SUMMARY", "DESCRIPTION", "STATUS", "COMPLETED", "DUE", "DTSTART", "DURATION", "PRIORITY", "CATEGORIES",
        "RRULE", "CREATED", "LAST-MODIFIED", "DTSTAMP", "ESTIMATED-DURATION", "X-APPLE-SORT-ORDER", "RECURRENCE-ID",
    }
)  # fmt: skip
_SAID: Final = frozenset(
    {
        "LOCATION", "GEO", "ATTENDEE", "ORGANIZER", "CONTACT", "COMMENT", "RESOURCES", "EXDATE", "RDATE", "EXRULE",
        "X-APPLE-STRUCTURED-LOCATION",
    }
)  # fmt: skip
"""What a person wrote, and what changes when a task is wanted; the rest is between programs."""

_NO_WORDS: Final = QT_TRANSLATE_NOOP("exchange", "A task without any words")
_NO_DATE: Final = QT_TRANSLATE_NOOP("exchange", "“{value}” is no date")
_NO_RULE: Final = QT_TRANSLATE_NOOP("exchange", "A task cannot repeat by “{value}”")
_NO_ZONE: Final = QT_TRANSLATE_NOOP("exchange", "The time zone “{zone}” is not known: its times are taken as local")
_KEPT: Final = QT_TRANSLATE_NOOP("exchange", "“{field}” is not used here; it is kept for the way back to a calendar")
_ALARM: Final = QT_TRANSLATE_NOOP("exchange", "An alarm does not ring here; it is kept for the way back to a calendar")
_ALWAYS: Final = frozenset({"CATEGORIES", "UID", "DTSTAMP", "LAST-MODIFIED", "CREATED"})
_READERS: Final[Mapping[str, tuple[str, Callable[[str], Any]]]] = {
    f"{OWN}LEVEL": ("level", lambda text: Level(int(text))),
    f"{OWN}WHO": ("who", name_of),
    f"{OWN}CHOSEN": ("chosen_on", date.fromisoformat),
    f"{OWN}SPENT": ("spent_seconds", number_of),
    "X-APPLE-SORT-ORDER": ("position", position_of),
    f"{OWN}POSITION": ("position", position_of),
}
_FROM_COMPLETION: Final = re.compile(r";?FROM=COMPLETION", re.I)
_LATE: Final = re.compile(r"BYMONTHDAY=(?:[0-9,-]*,)?(?:29|3[01])")


def priority_of(text: str) -> int | None:
    """RFC 5545: 1 to 4 are high, 5 is in the middle, 6 to 9 are low, 0 is none."""
    number = int(text) if re.fullmatch("[0-9]", text) else 0
    return None if number == 0 else 1 if number < 5 else 2 if number == 5 else 3


class TaskReader:
    """Reads one task."""

    def __init__(self, todo: Component, zones: Zones, losses: Losses, heads: dict[str, str]) -> None:
        self._todo = todo
        self._zones = zones
        self._losses = losses
        self._all = todo.lines(heads)
        self._lines: dict[str, list[Line]] = {}
        for line in self._all:
            self._lines.setdefault(line.name, []).append(line)
        self._first = {name: lines[0] for name, lines in self._lines.items()}

    def record(self, calendar: str) -> Record | None:
        """None where it has no words."""
        fitted = title_and_notes(self._text("SUMMARY"), self._notes())
        if fitted is None:
            self._losses.add(_NO_WORDS)
            return None
        due, defer = self._dates()
        stage = self._stage()
        recurrence = self._recurrence(due, defer)
        parents = self.related("PARENT")
        return Record(
            title=fitted[0],
            notes=fitted[1],
            uid=f"{self.uid}#{self.instance}" if self.instance else self.uid,
            stage=stage,
            domain=name_of(self._own("DOMAIN") or calendar),
            tags=names_of(text for line in self._lines.get("CATEGORIES", ()) for text in line.texts),
            due=due,
            defer=defer,
            priority=priority_of(self._text("PRIORITY")),
            recurrence=recurrence,
            parent=parents[0] if parents else "",
            needs=tuple(self.related("DEPENDS-ON")),
            checklist=tuple(
                CheckLine(line.text, line.params.get("DONE") == "1") for line in self._lines.get(f"{OWN}CHECK", ())
            ),
            attachments=tuple(
                attached(line, self._losses) for line in self._lines.get("ATTACH", ()) if is_inline(line)
            ),
            created_at=self._moment("CREATED"),
            done_at=self._done_at(stage),
            extra=self._extra(due, recurrence is not None),
            **self._owned(),
        )

    def related(self, kind: str) -> list[str]:
        """The tasks that it names as its PARENT, as a CHILD, or as what it DEPENDS-ON."""
        lines = self._lines.get("RELATED-TO", ())
        return [line.text.strip() for line in lines if line.params.get("RELTYPE", "PARENT").upper() == kind]

    @property
    def uid(self) -> str:
        return self._text("UID")

    @property
    def instance(self) -> str:
        """Which instance of a repeating task it changes, where it does."""
        return self._text("RECURRENCE-ID")

    def left_out(self) -> list[Due]:
        """Instances that do not take place."""
        return [
            self._when(line._replace(value=value))
            for line in self._lines.get("EXDATE", ())
            for value in line.value.split(",")
        ]

    def finished(self) -> tuple[Due, datetime | None] | None:
        """Of an instance that is done or dropped: which it is, and when that was."""
        line, stage = self._first.get("RECURRENCE-ID"), self._stage()
        return None if line is None or stage.open else (self._when(line), self._done_at(stage))

    def _text(self, name: str) -> str:
        line = self._first.get(name)
        return line.text.strip() if line else ""

    def _own(self, name: str) -> str:
        line = self._first.get(f"{OWN}{name}")
        return line.text if line else ""

    def _notes(self) -> str:
        """The description, and the addresses that stand apart from it."""
        line = self._first.get("DESCRIPTION")
        notes = line.text if line else ""
        raw = [line.raw for name in ("URL", "ATTACH") for line in self._lines.get(name, ())]
        more = [address for address in addresses(raw) if address not in notes]
        return "\n\n".join(text for text in (notes, "\n".join(more)) if text)

    def _stage(self) -> Stage:
        status, progress = self._text("STATUS").upper(), self._text("PERCENT-COMPLETE")
        if status == "CANCELLED":
            return Stage.DROPPED
        if status == "COMPLETED" or (not status and ("COMPLETED" in self._first or progress == "100")):
            return Stage.DONE
        return Stage.PLANNED if self._own("STAGE").lower() == Stage.PLANNED else Stage.INBOX

    def _done_at(self, stage: Stage) -> datetime | None:
        if stage.open:
            return None
        return self._moment(f"{OWN}DROPPED") or self._moment("COMPLETED") or self._moment("LAST-MODIFIED")

    def _moment(self, name: str) -> datetime | None:
        line = self._first.get(name)
        value = self._when(line) if line else None
        return value if value is None or isinstance(value, datetime) else read_moment(value.isoformat())

    def _when(self, line: Line) -> Due:
        text, name = line.value.strip(), line.params.get("TZID")
        if line.params.get("VALUE", "").upper() == "DATE":
            text = text[:8]
        zone = (
            self._zones.named(name) if name and not text.upper().endswith("Z") and len(text) > len("20261126") else None
        )
        found = read_stamp(text, zone)
        if found is None and text:
            self._losses.add(_NO_DATE, value=text[:40])
        elif name and zone is None and isinstance(found, datetime) and not text.upper().endswith("Z"):
            self._losses.add(_NO_ZONE, zone=name)
        return found

    def _dates(self) -> tuple[Due, Due]:
        """When it is due, and from when on it can be done. A start that is the due date says nothing: Apple's programs
        ask for one."""
        due, start = (self._when(self._first[name]) if name in self._first else None for name in ("DUE", "DTSTART"))
        span = read_span(self._text("DURATION"))
        if due is None and start is not None and span is not None:
            due = _later(start, span.total_seconds())
        own = self._first.get(f"{OWN}DEFER")
        if own is not None:
            return due, self._when(own)
        if due == start or f"{OWN}START" in self._first:
            return due, None
        return due, start

    def _recurrence(self, due: Due, defer: Due) -> Recurrence | None:
        line = self._first.get("RRULE")
        if line is None:
            return None
        if (anchor := self._first.get(f"{OWN}START")) is not None:
            start = read_wall(anchor.value)
        else:
            first = due if due is not None else defer
            start = None if first is None else local(first)
        rule, from_completion = _FROM_COMPLETION.subn("", line.value)  # as Tasks.org says it
        after = from_completion > 0 or self._own("AFTER-DONE").upper() == "TRUE"
        found = repeated(rule, after_done=after, month_end=self._month_end(rule, start), start=start)
        if found is None:
            self._losses.add(_NO_RULE, value=line.value)
        if len(self._lines.get("RRULE", ())) > 1:
            self._losses.add(_NO_RULE, len(self._lines.get("RRULE", ())) - 1, value="RRULE")
        return found

    def _month_end(self, rule: str, start: date | datetime | None) -> MonthEnd:
        """RFC 5545 leaves a month out that has no such day."""
        own = self._own("MONTH-END").lower()
        if own:
            return MonthEnd.SKIP if own == MonthEnd.SKIP else MonthEnd.CLAMP
        late = (start is not None and start.day > 28) or _LATE.search(rule.upper()) is not None
        return MonthEnd.SKIP if late else MonthEnd.CLAMP

    def _owned(self) -> dict[str, Any]:
        """What only this program writes, and the two that others have too."""
        values: dict[str, Any] = {}
        span = read_span(
            self._text("ESTIMATED-DURATION") or ("" if "DTSTART" in self._first else self._text("DURATION"))
        )
        if span is not None and span.total_seconds() > 0:
            values["estimate_minutes"] = max(1, round(span.total_seconds() / 60))
        for key, (name, read) in _READERS.items():
            line = self._first.get(key)
            if line is None:
                continue
            try:
                values[name] = read(line.text.strip())
            except (ValueError, OverflowError):
                continue
        if (deadline := self._first.get(f"{OWN}DEADLINE")) is not None:
            values["deadline"] = self._when(deadline)
        return values

    def _extra(self, due: Due, repeats: bool) -> dict[str, Any]:
        """What is written back as it was."""
        extra: dict[str, Any] = {}
        lines = [line for line in self._all if not self._is_read(line) or (line.name == "RRULE" and not repeats)]
        for line in lines:
            if line.name in _SAID or (line.name == "RELATED-TO" and line.params.get("RELTYPE", "").upper() != "CHILD"):
                self._losses.add(_KEPT, field=line.name)
        if self._todo.parts:
            alarms = sum(part.name == "VALARM" for part in self._todo.parts)
            if alarms:
                self._losses.add(_ALARM, alarms)
            extra["parts"] = [part.raw() for part in self._todo.parts]
        if lines:
            extra["lines"] = [line.raw for line in lines]
        if self._text("STATUS").upper() == "IN-PROCESS":
            extra["status"] = "IN-PROCESS"
        if (level := self._text("PRIORITY")) and level not in ("1", "5", "9"):
            extra["priority"] = level
        own = {f"{OWN}START", f"{OWN}DEFER"} & set(self._first)
        began = self._when(self._first["DTSTART"]) if "DTSTART" in self._first else None
        if due is not None and not own and not repeats and began == due:
            extra["start"] = "due"
        return extra

    def _is_read(self, line: Line) -> bool:
        if line.name == "RELATED-TO":
            kind = line.params.get("RELTYPE", "PARENT").upper()
            return kind == "DEPENDS-ON" or (kind == "PARENT" and line.text.strip() == self.related("PARENT")[0])
        if line.name == "ATTACH":
            return is_inline(line)
        if line.name == "PERCENT-COMPLETE":
            return line.value.strip() in ("0", "100")
        return (
            (line.name in _READ and line is self._first[line.name]) or line.name in _ALWAYS or line.name.startswith(OWN)
        )


def _later(start: date | datetime, seconds: float) -> Due:
    try:
        return start + timedelta(seconds=seconds)
    except OverflowError:
        return None
