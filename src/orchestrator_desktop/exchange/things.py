"""Things 3: its database's tables, read by the store. Areas become domains, projects tasks with parts."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any, Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.domain.recurrence import Recurrence
from orchestrator_desktop.domain.task import Due, Stage
from orchestrator_desktop.domain.transfer import Batch, CheckLine, Format, Record
from orchestrator_desktop.exchange.clock import local
from orchestrator_desktop.exchange.fitting import Losses, name_of, names_of, settled, title_and_notes
from orchestrator_desktop.exchange.source import Progress, told
from orchestrator_desktop.exchange.things_time import Repeat, at, clock, day, moment, repeat

TABLES: Final = ("TMTask", "TMArea", "TMTag", "TMTaskTag", "TMAreaTag", "TMChecklistItem", "TMContact")
"""What `read_batch` wants of the database; all but the first may be missing."""

SOMEDAY: Final = "someday"
"""The tag of what Things keeps for some day."""

_PROJECT, _HEADING = 1, 2
_INBOX, _SOMEDAY = 0, 2
_STAGES: Final = {2: Stage.DROPPED, 3: Stage.DONE}
_OLD_NOTE: Final = re.compile(r"\s*<note\b")
_LINK: Final = re.compile(r"""<a\s[^<>]*href=["']([^"'<>]*)["'][^<>]*>(.*?)</a>""", re.I | re.S)
_BREAK: Final = re.compile(r"<br\s*/?>", re.I)
_MARKUP: Final = re.compile(r"</?[A-Za-z][^<>]*>")

_NO_WORDS: Final = QT_TRANSLATE_NOOP("exchange", "A task without any words")
_TRASH: Final = QT_TRANSLATE_NOOP("exchange", "A task in the trash of Things")
_HEADINGS: Final = QT_TRANSLATE_NOOP("exchange", "A heading of a project: its name is kept with its tasks, unseen")
_AREA_TAGS: Final = QT_TRANSLATE_NOOP("exchange", "A tag of an area")
_NESTED: Final = QT_TRANSLATE_NOOP("exchange", "A tag under another: it stands alone")
_RULE: Final = QT_TRANSLATE_NOOP("exchange", "A repetition that cannot be said here: the task comes in once")
_SHIFTED: Final = QT_TRANSLATE_NOOP("exchange", "A repetition counted from a deadline: it is counted from the start")
_PAUSED: Final = QT_TRANSLATE_NOOP("exchange", "A repetition that is paused: its tasks come in, and repeat no more")
_EVENING: Final = QT_TRANSLATE_NOOP("exchange", "“This Evening”: the task is for the day")

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]


def read_batch(tables: Tables, *, now: datetime, progress: Progress | None = None) -> Batch:
    """The tasks of the `TABLES` of a Things database, each row by the names of its columns. Raises UserError where they
    are not those of Things, Cancelled."""
    del now
    if "TMTask" not in tables:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "errors",
                "This database is none of Things 3: it has no table of tasks. Nothing was imported; choose main.sqlite "
                "in the folder “Things Database.thingsdatabase”.",
            )
        )
    things = _Things(tables, Losses())
    things.say_lost()
    records = [record for row in told(things.wanted, progress) if (record := things.record(row)) is not None]
    return Batch(Format.THINGS, settled(records, things.losses), things.losses.all())


@dataclass
class _Things:
    """The tables, and how their rows belong together."""

    tables: Tables
    losses: Losses
    order: dict[str, int] = field(default_factory=dict)

    @cached_property
    def by_uuid(self) -> dict[str, Row]:
        return {str(row["uuid"]): row for row in self.tables["TMTask"] if row.get("uuid")}

    @cached_property
    def wanted(self) -> list[Row]:
        """Tasks and projects in their order, without the trash, headings, and templates that have an instance."""
        rows = [row for row in self.by_uuid.values() if row.get("type") != _HEADING and self._is_wanted(row)]
        return sorted(rows, key=self._place)

    @cached_property
    def templates(self) -> dict[str, Repeat | None]:
        """Rules by the template that has them; None for those that cannot be said."""
        rules = {uuid: _old(row, "rt1_recurrenceRule", "recurrenceRule") for uuid, row in self.by_uuid.items()}
        return {uuid: repeat(rule) for uuid, rule in rules.items() if rule}

    @cached_property
    def instances(self) -> dict[str, str]:
        """The last open instance of each template: the one that repeats."""
        found: dict[str, Row] = {}
        for row in self.by_uuid.values():
            template = str(_old(row, "rt1_repeatingTemplate", "repeatingTemplate") or "")
            if template in self.templates and not row.get("status") and not row.get("trashed"):
                found[template] = max(found.get(template, row), row, key=_created)
        return {template: str(row["uuid"]) for template, row in found.items()}

    @cached_property
    def checklists(self) -> dict[str, list[CheckLine]]:
        found = defaultdict(list)
        for row in sorted(self.tables.get("TMChecklistItem", ()), key=_index):
            if text := " ".join(str(row.get("title") or "").split()):
                found[str(row.get("task"))].append(CheckLine(text, bool(row.get("status"))))
        return found

    @cached_property
    def tags(self) -> dict[str, list[str]]:
        names = _titles(self.tables.get("TMTag", ()))
        found = defaultdict(list)
        for row in self.tables.get("TMTaskTag", ()):
            found[str(row.get("tasks"))].append(names.get(str(row.get("tags")), ""))
        return found

    @cached_property
    def areas(self) -> dict[str, str | None]:
        return {uuid: name_of(name) for uuid, name in _titles(self.tables.get("TMArea", ())).items()}

    @cached_property
    def people(self) -> dict[str, str | None]:
        rows = self.tables.get("TMContact", ())
        return {str(row.get("uuid")): name_of(str(row.get("displayName") or "")) for row in rows}

    def say_lost(self) -> None:
        trash = sum(1 for row in self.by_uuid.values() if row.get("type") != _HEADING and self._is_trashed(row))
        headings = sum(1 for row in self.by_uuid.values() if row.get("type") == _HEADING and not self._is_trashed(row))
        nested = sum(1 for row in self.tables.get("TMTag", ()) if row.get("parent"))
        for template, count in (
            (_TRASH, trash),
            (_HEADINGS, headings),
            (_NESTED, nested),
            (_AREA_TAGS, len(self.tables.get("TMAreaTag", ()))),
        ):
            if count:
                self.losses.add(template, count)

    def record(self, row: Row) -> Record | None:
        uuid = str(row["uuid"])
        fitted = title_and_notes(str(row.get("title") or ""), _plain(str(row.get("notes") or "")))
        if fitted is None:
            self.losses.add(_NO_WORDS)
            return None
        starts = day(_old(row, "startDate"))
        due, recurrence = self._repeating(uuid, row, at(starts, clock(row)))
        is_open = row.get("status") not in _STAGES
        is_someday = is_open and row.get("start") == _SOMEDAY and due is None and uuid not in self.templates
        parent = self._parent(row)
        self.order[parent] = self.order.get(parent, -1) + 1
        if is_open and row.get("startBucket") == 1:
            self.losses.add(_EVENING)
        return Record(
            title=fitted[0],
            notes=fitted[1],
            uid=uuid,
            stage=self._stage(row),
            domain=self._domain(row),
            tags=names_of([*(tag for tag in self.tags.get(uuid, ()) if tag), *([SOMEDAY] if is_someday else [])]),
            due=due,
            deadline=day(_old(row, "deadline", "dueDate")),
            who=self.people.get(str(_old(row, "contact", "delegate"))),
            recurrence=recurrence,
            parent=parent,
            checklist=tuple(self.checklists.get(uuid, ())),
            position=float(self.order[parent]),
            created_at=moment(row.get("creationDate")),
            done_at=None if is_open else moment(row.get("stopDate")),
            extra=self._extra(row),
        )

    def _repeating(self, uuid: str, row: Row, due: Due) -> tuple[Due, Recurrence | None]:
        """The date and the rule of a task that repeats: of a template without an instance, or of its last instance."""
        template = str(_old(row, "rt1_repeatingTemplate", "repeatingTemplate") or "")
        if uuid in self.templates:
            template = uuid
            first = _old(row, "rt1_nextInstanceStartDate", "nextInstanceStartDate")
            due = due or at(
                day(first) or day(_old(row, "rt1_instanceCreationStartDate", "instanceCreationStartDate")), clock(row)
            )
        elif self.instances.get(template) != uuid:
            return due, None
        found = self._rule(template)
        if found is None:
            return due, None
        return due, found if due is None else replace(found, start=local(due))

    def _rule(self, template: str) -> Recurrence | None:
        found = self.templates[template]
        row = self.by_uuid[template]
        if found is None:
            self.losses.add(_RULE)
            return None
        if _old(row, "rt1_instanceCreationPaused", "instanceCreationPaused"):
            self.losses.add(_PAUSED)
            return None
        if found.by_deadline:
            self.losses.add(_SHIFTED)
        return found.recurrence

    def _stage(self, row: Row) -> Stage:
        open_stage = Stage.INBOX if row.get("start") == _INBOX else Stage.PLANNED
        return _STAGES.get(row.get("status") or 0, open_stage)

    def _above(self, row: Row) -> Row | None:
        """The project that a task is in, or that its heading is in; the project of a heading."""
        for name in ("project", "heading", "actionGroup"):
            if above := self.by_uuid.get(str(row.get(name))):
                return above
        return None

    def _chain(self, row: Row) -> Iterator[Row]:
        """The row and what is above it; at most four are true, in a damaged file they may go round."""
        at_: Row | None = row
        for _ in range(5):
            if at_ is None:
                return
            yield at_
            at_ = self._above(at_)

    def _parent(self, row: Row) -> str:
        """The project it is a part of."""
        above = [one for one in self._chain(row) if one is not row]
        return next((str(one["uuid"]) for one in above if one.get("type") != _HEADING), "")

    def _domain(self, row: Row) -> str | None:
        areas = (self.areas.get(str(one.get("area"))) for one in self._chain(row))
        return next((area for area in areas if area), None)

    def _is_trashed(self, row: Row) -> bool:
        return any(one.get("trashed") for one in self._chain(row))

    def _is_wanted(self, row: Row) -> bool:
        """A template with an instance, and what is in it, are there already as that instance."""
        return not self._is_trashed(row) and not any(str(one["uuid"]) in self.instances for one in self._chain(row))

    def _place(self, row: Row) -> tuple[tuple[int, int], ...]:
        """Where it stands in its project: tasks under a heading follow those under none."""
        return tuple((one.get("type") == _HEADING, _index(one)) for one in reversed(list(self._chain(row))))

    def _extra(self, row: Row) -> dict[str, Any]:
        heading = self.by_uuid.get(str(_old(row, "heading", "actionGroup")), {})
        extra = {
            "type": "project" if row.get("type") == _PROJECT else "",
            "heading": str(heading.get("title") or ""),
            "template": str(_old(row, "rt1_repeatingTemplate", "repeatingTemplate") or ""),
        }
        return {name: value for name, value in extra.items() if value}


def _old(row: Row, name: str, older: str = "") -> Any:
    """A column by the name that newer versions give it, or else by its older one."""
    return row.get(name, row.get(older))


def _created(row: Row) -> float:
    found = moment(row.get("creationDate"))
    return 0.0 if found is None else found.timestamp()


def _index(row: Row) -> int:
    value = row.get("index")
    return value if isinstance(value, int) else 0


def _titles(rows: Iterable[Row]) -> dict[str, str]:
    return {str(row.get("uuid")): str(row.get("title") or "") for row in rows}


def _plain(notes: str) -> str:
    """Notes of older versions are XML: links become Markdown's, the rest words."""
    if not _OLD_NOTE.match(notes):
        return notes.strip()
    linked = _LINK.sub(lambda match: match[1] if match[1] == match[2] else f"[{match[2]}]({match[1]})", notes)
    return html.unescape(_MARKUP.sub("", _BREAK.sub("\n", linked))).replace("\u2028", "\n").strip()
