"""Super Productivity's backup: tasks by id, alive and archived, with projects, tags and repetitions, of any version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any, Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.domain.recurrence import Recurrence
from orchestrator_desktop.domain.task import Due, Stage
from orchestrator_desktop.domain.transfer import Batch, Format, Record
from orchestrator_desktop.exchange.clock import local, read_stamp
from orchestrator_desktop.exchange.fitting import SAID, Losses, name_of, names_of, settled, title_and_notes
from orchestrator_desktop.exchange.source import Progress, SourceFile, decode, load_json, told
from orchestrator_desktop.exchange.superproductivity_repeat import first_due, recurrence_of
from orchestrator_desktop.exchange.superproductivity_values import entities, minutes, moment, seconds, text, texts

_INBOX: Final = "INBOX_PROJECT"
_TODAY: Final = "TODAY"
"""The tag that was the list of today; now the day of a task says it."""
_OWN_TAGS: Final = frozenset({_TODAY, "EM_URGENT", "EM_IMPORTANT", "KANBAN_IN_PROGRESS"})
_KNOWN: Final = frozenset(
    {"id", "title", "notes", "isDone", "doneOn", "created", "projectId", "tagIds", "parentId", "subTaskIds", "dueDay"}
    | {"dueWithTime", "plannedAt", "timeEstimate", "timeSpent", "attachments", "deadlineDay", "deadlineWithTime"}
    | {"modified", "updated", "hasPlannedTime", "_hideSubTasksMode", "_showSubTasksMode", "reminderId", "remindAt"}
)
_EMPTY: Final[tuple[Any, ...]] = (None, "", 0, False, [], {})
_ARCHIVED_PROJECTS: Final = ("archivedProjects", "archivedProject")

_NO_WORDS: Final = QT_TRANSLATE_NOOP("exchange", "A task without any words")
_REMINDER: Final = QT_TRANSLATE_NOOP("exchange", "A reminder")
_ATTACHMENT: Final = QT_TRANSLATE_NOOP("exchange", "A link or file of a task: its address is in the notes")
_ISSUE: Final = QT_TRANSLATE_NOOP("exchange", "A link to an issue of another program: it is kept with the task, unseen")
_PAUSED: Final = QT_TRANSLATE_NOOP("exchange", "A repetition that is paused: its tasks come in, and repeat no more")
_RULE: Final = QT_TRANSLATE_NOOP("exchange", "A repetition that cannot be said here: the task comes in once")
_LEFT_OUT: Final = QT_TRANSLATE_NOOP("exchange", "A day that a repetition leaves out")
_NO_PROJECT: Final = QT_TRANSLATE_NOOP("exchange", "The project of a task is not in the file")
_DAYS: Final = QT_TRANSLATE_NOOP("exchange", "Time spent by the day: its sum counts, the days are kept unseen")
_OTHERS: Final = {
    "note": QT_TRANSLATE_NOOP("exchange", "A note of a project or of the day"),
    "simpleCounter": QT_TRANSLATE_NOOP("exchange", "A counter or habit"),
    "metric": QT_TRANSLATE_NOOP("exchange", "A day’s evaluation"),
    "issueProvider": QT_TRANSLATE_NOOP("exchange", "A connection to another program"),
    "improvement": QT_TRANSLATE_NOOP("exchange", "An improvement noted at the end of a day"),
    "obstruction": QT_TRANSLATE_NOOP("exchange", "An obstruction noted at the end of a day"),
}


def read_batch(source: SourceFile, *, now: datetime, progress: Progress | None = None) -> Batch:
    """The tasks of a backup. Raises UserError, Cancelled."""
    backup = _Backup(_data(load_json(decode(source.data), source.name), source.name), now, Losses())
    backup.say_lost()
    tasks = list(backup.tasks.values())
    records = [record for task in told(tasks, progress) if (record := backup.record(task)) is not None]
    records += backup.still_to_come()
    return Batch(Format.SUPER_PRODUCTIVITY, settled(records, backup.losses), backup.losses.all())


def _data(document: Any, name: str) -> Mapping[str, Any]:
    """The part that holds the tasks: files of different years wrap it in different ways. Raises UserError."""
    found = document
    for _ in range(3):
        if not isinstance(found, dict):
            break
        if isinstance(found.get("task"), dict):
            return found
        found = next(
            (found[key] for key in ("data", "mainModelData", "MAIN") if isinstance(found.get(key), dict)), None
        )
    raise UserError(
        QT_TRANSLATE_NOOP(
            "errors",
            "{name} is no backup of Super Productivity: it has no tasks by id. Nothing was imported; export the data "
            "again without compression or encryption, or say which format it is.",
        ),
        name=name,
    )


@dataclass
class _Backup:
    """The data, and how its parts belong together."""

    data: Mapping[str, Any]
    now: datetime
    losses: Losses

    @cached_property
    def tasks(self) -> dict[str, Mapping[str, Any]]:
        """Alive before archived: a task that is in both is alive."""
        found: dict[str, Mapping[str, Any]] = {}
        for part in (
            self.data.get("task"),
            self.data.get("taskArchive"),
            _inner(self.data, "archiveYoung", "task"),
            _inner(self.data, "archiveOld", "task"),
        ):
            for uid, task in entities(part):
                found.setdefault(uid, task)
        return found

    @cached_property
    def parents(self) -> dict[str, str]:
        """By what a task says, else by what the other says."""
        found: dict[str, str] = {}
        for uid, task in self.tasks.items():
            found.update((part, uid) for part in texts(task.get("subTaskIds")) if part in self.tasks)
        found.update((uid, parent) for uid, task in self.tasks.items() if (parent := text(task.get("parentId"))))
        return found

    @cached_property
    def positions(self) -> dict[str, float]:
        """In the order of a project's list, and of a task's parts."""
        lists = [texts(project.get(name)) for _, project in entities(self.data.get("project")) for name in _LISTS]
        lists += [texts(task.get("subTaskIds")) for task in self.tasks.values()]
        found = {uid: float(place) for place, uid in enumerate(uid for uids in lists for uid in uids)}
        rest = (uid for uid in self.tasks if uid not in found)
        return {**found, **{uid: float(place) for place, uid in enumerate(rest, start=len(found))}}

    @cached_property
    def projects(self) -> dict[str, str | None]:
        found = dict(entities(self.data.get("project")))
        for key in _ARCHIVED_PROJECTS:
            archived = self.data.get(key)
            for uid, project in archived.items() if isinstance(archived, dict) else ():
                found.setdefault(uid, project if isinstance(project, dict) else {})
        return {uid: name_of(text(project.get("title"))) for uid, project in found.items() if uid != _INBOX}

    @cached_property
    def tags(self) -> dict[str, str]:
        return {uid: text(tag.get("title")) for uid, tag in entities(self.data.get("tag")) if uid not in _OWN_TAGS}

    @cached_property
    def planned(self) -> dict[str, str]:
        """Days of older versions' planner."""
        days = _inner(self.data, "planner", "days")
        return {uid: day for day, uids in days.items() for uid in texts(uids)} if isinstance(days, dict) else {}

    @cached_property
    def reminders(self) -> dict[str, Any]:
        given = self.data.get("reminders")
        rows = [row for row in given if isinstance(row, dict)] if isinstance(given, list) else []
        return {text(row.get("relatedId")): row.get("remindAt") for row in rows if row.get("type", "TASK") == "TASK"}

    @cached_property
    def repeats(self) -> dict[str, Mapping[str, Any]]:
        return dict(entities(self.data.get("taskRepeatCfg")))

    @cached_property
    def last(self) -> dict[str, str]:
        """The last open task of each repetition: the one that repeats."""
        found: dict[str, str] = {}
        for uid, task in self.tasks.items():
            repeat = text(task.get("repeatCfgId"))
            if repeat in self.repeats and not task.get("isDone") and not self.parents.get(uid):
                before = self.tasks.get(found.get(repeat, ""), {})
                if (moment(task.get("created")) or _FIRST) >= (moment(before.get("created")) or _FIRST):
                    found[repeat] = uid
        return found

    def say_lost(self) -> None:
        for key, template in _OTHERS.items():
            if count := len(list(entities(self.data.get(key)))):
                self.losses.add(template, count)

    def record(self, task: Mapping[str, Any]) -> Record | None:
        uid = text(task.get("id"))
        fitted = title_and_notes(text(task.get("title")), self._notes(task))
        if fitted is None:
            self.losses.add(_NO_WORDS)
            return None
        self._say_lost(uid, task)
        is_done = task.get("isDone") is True
        is_today = not is_done and _TODAY in texts(task.get("tagIds"))
        given = self._due(uid, task, is_done=is_done)
        due, recurrence = self._repeating(uid, task, given)
        made = {"chosen_on": is_today, "due": given is None and due is not None}
        said = {name: True for name, is_made in made.items() if is_made}
        return Record(
            title=fitted[0],
            notes=fitted[1],
            uid=uid,
            stage=Stage.DONE if is_done else Stage.INBOX,
            domain=self._domain(uid, task),
            tags=self._tags(task),
            due=due,
            deadline=moment(task.get("deadlineWithTime")) or read_stamp(text(task.get("deadlineDay"))),
            chosen_on=self.now.astimezone().date() if is_today else None,
            estimate_minutes=minutes(self._own(task, "timeEstimate")),
            spent_seconds=seconds(self._own(task, "timeSpent")),
            recurrence=recurrence,
            parent=self.parents.get(uid, ""),
            position=self.positions.get(uid),
            created_at=moment(task.get("created")),
            done_at=moment(task.get("doneOn")) if is_done else None,
            extra={name: value for name, value in task.items() if name not in _KNOWN and value not in _EMPTY}
            | ({SAID: said} if said else {}),
        )

    def still_to_come(self) -> Iterator[Record]:
        """Repetitions that have no open task: their next one is not made yet."""
        for uid, cfg in self.repeats.items():
            fitted = title_and_notes(text(cfg.get("title")), text(cfg.get("notes")))
            if uid in self.last or cfg.get("isPaused") or fitted is None:
                continue
            recurrence = recurrence_of(cfg)
            due = None if recurrence is None else first_due(cfg, recurrence, self.now.astimezone())
            if recurrence is None or due is None:
                continue
            self._say_left_out(cfg)
            yield Record(
                title=fitted[0],
                notes=fitted[1],
                uid=uid,
                domain=self._domain(uid, cfg),
                tags=self._tags(cfg),
                due=due,
                estimate_minutes=minutes(cfg.get("defaultEstimate")),
                recurrence=replace(recurrence, start=local(due)),
                position=self.positions.get(uid),
                extra={SAID: {"due": True}},
            )

    def _due(self, uid: str, task: Mapping[str, Any], *, is_done: bool) -> Due:
        planned = moment(task.get("dueWithTime")) or moment(task.get("plannedAt"))
        day = read_stamp(text(task.get("dueDay"))) or read_stamp(self.planned.get(uid, ""))
        if planned is not None or day is not None:
            return planned if planned is not None else day
        return None if is_done else moment(self.reminders.get(uid))

    def _repeating(self, uid: str, task: Mapping[str, Any], due: Due) -> tuple[Due, Recurrence | None]:
        repeat = text(task.get("repeatCfgId"))
        if self.last.get(repeat) != uid:
            return due, None
        cfg = self.repeats[repeat]
        if cfg.get("isPaused"):
            self.losses.add(_PAUSED)
            return due, None
        recurrence = recurrence_of(cfg)
        if recurrence is None:
            self.losses.add(_RULE)
            return due, None
        self._say_left_out(cfg)
        due = due or first_due(cfg, recurrence, self.now.astimezone(), made=moment(task.get("created")))
        return due, recurrence if due is None else replace(recurrence, start=local(due))

    def _say_left_out(self, cfg: Mapping[str, Any]) -> None:
        today = self.now.astimezone().date().isoformat()
        if count := sum(day >= today for day in texts(cfg.get("deletedInstanceDates"))):
            self.losses.add(_LEFT_OUT, count)

    def _own(self, task: Mapping[str, Any], name: str) -> float:
        """A parent's time is the sum of that of its parts: what is its own is the rest."""
        parts = [self.tasks[uid] for uid in texts(task.get("subTaskIds")) if uid in self.tasks]
        return _number(task.get(name)) - sum(_number(part.get(name)) for part in parts)

    def _domain(self, uid: str, task: Mapping[str, Any]) -> str | None:
        project = text(task.get("projectId")) or text(self.tasks.get(self.parents.get(uid, ""), {}).get("projectId"))
        if project and project != _INBOX and project not in self.projects:
            self.losses.add(_NO_PROJECT)
        return self.projects.get(project)

    def _tags(self, task: Mapping[str, Any]) -> tuple[str, ...]:
        return names_of(self.tags[uid] for uid in texts(task.get("tagIds")) if self.tags.get(uid))

    def _notes(self, task: Mapping[str, Any]) -> str:
        """The notes, and the addresses of what is attached."""
        given = task.get("attachments")
        links = []
        for one in given if isinstance(given, list) else ():
            path = text(one.get("path")) or text(one.get("originalImgPath")) if isinstance(one, dict) else ""
            if path:
                title = text(one.get("title"))
                links.append(f"[{title}]({path})" if title and title != path else path)
                self.losses.add(_ATTACHMENT)
        return "\n\n".join(part for part in (text(task.get("notes")).strip(), "\n".join(links)) if part)

    def _say_lost(self, uid: str, task: Mapping[str, Any]) -> None:
        if task.get("reminderId") or task.get("remindAt") or uid in self.reminders:
            self.losses.add(_REMINDER)
        if task.get("issueId"):
            self.losses.add(_ISSUE)
        days = task.get("timeSpentOnDay")
        if isinstance(days, dict) and len(days) > 1:
            self.losses.add(_DAYS)


_LISTS: Final = ("taskIds", "backlogTaskIds")
_FIRST: Final = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


def _inner(data: Mapping[str, Any], outer: str, inner: str) -> Any:
    part = data.get(outer)
    return part.get(inner) if isinstance(part, dict) else None


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) and abs(value) < 1e15 else 0.0
