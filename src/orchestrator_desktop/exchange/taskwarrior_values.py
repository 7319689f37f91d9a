"""The values of Taskwarrior's attributes, and which task of a repeating carries it on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time
from typing import Any, Final

from orchestrator_desktop.domain.moments import local_day
from orchestrator_desktop.domain.task import Due
from orchestrator_desktop.exchange.clock import from_local, local, read_stamp, to_utc

Task = Mapping[str, Any]
OWN: Final = "orchestrator_"
"""Attributes of ours, which Taskwarrior keeps as the user's own."""

EARLIEST: Final = datetime(1980, 1, 1, tzinfo=UTC)
LATEST: Final = datetime(9999, 1, 1, tzinfo=UTC)
"""Of a date before the one, or as late as the other, `task import` breaks off with all that follows."""

REPEATING: Final = ("recur", "rtype", "mask", "imask", "parent")
OPEN: Final = frozenset({"pending", "waiting", "recurring"})
_EPOCH: Final = re.compile(r"\d{9,11}")


def texts_of(value: object) -> list[str]:
    if isinstance(value, str):
        return value.split(",")
    return [text_of(item) for item in value] if isinstance(value, list) else []


def text_of(value: object) -> str:
    if isinstance(value, bool) or value is None:
        return ""
    return str(value) if isinstance(value, str | int | float) else ""


def status_of(task: Task) -> str:
    status = text_of(task.get("status")).lower()
    return status if status in ("completed", "deleted", "recurring", "waiting") else "pending"


def order_of(task: Task) -> tuple[float, str]:
    """Of instances: by their number, else by their dates."""
    try:
        number = float(text_of(task.get("imask")) or -1)
    except ValueError:
        number = -1
    return number, text_of(task.get("due"))


def read_when(value: object) -> Due:
    """Midnight, and the last second before it, are how Taskwarrior says a day."""
    moment = None if value is None else stamp_of(value)
    if moment is None:
        return None
    wall = local(moment)
    assert isinstance(wall, datetime)
    if wall.time() == time(23, 59, 59) or from_local(datetime.combine(wall.date(), time())) == moment:
        return local_day(moment)
    return moment


def is_far(value: Due) -> bool:
    """Whether Taskwarrior cannot hold a date."""
    moment = stamp_of(value.isoformat()) if value is not None and not isinstance(value, datetime) else value
    return value is not None and (not isinstance(moment, datetime) or not EARLIEST <= moment < LATEST)


def stamp_of(value: object) -> datetime | None:
    text = text_of(value)
    if not text:
        return None
    if _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text), UTC)
    found = read_stamp(text)
    return found if found is None or isinstance(found, datetime) else to_utc(datetime.combine(found, time()))


def annotated(annotations: object) -> str:
    """Annotations as text: each with the moment of its writing."""
    if not isinstance(annotations, list):
        return ""
    lines = []
    for note in annotations:
        entry = stamp_of(note.get("entry")) if isinstance(note, dict) else None
        text = text_of(note.get("description") if isinstance(note, dict) else note)
        lines.append(text if entry is None else f"{local(entry):%Y-%m-%d %H:%M} {text}")
    return "\n".join(lines)


class Family:
    """Which instance carries on a repeating: the open one that came last, or the template where there is none."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self._names = {
            text_of(task.get("uuid")): text_of(task.get(f"{OWN}uid"))
            for task in tasks
            if task.get(f"{OWN}uid") and not task.get("parent")  # instances have what their template has
        }
        self._templates = {text_of(task.get("uuid")): task for task in tasks if not task.get("parent")}
        self._last: dict[str, Task] = {}
        for task in tasks:
            parent = text_of(task.get("parent"))
            if parent and status_of(task) in OPEN and self._is_made_by(task, parent):
                before = self._last.get(parent)
                if before is None or order_of(task) >= order_of(before):
                    self._last[parent] = task

    def _is_made_by(self, task: Task, parent: str) -> bool:
        """What this program wrote as a template goes on as long as Taskwarrior has made no instance of it: an older one
        that was opened again does not stand for it."""
        return f"{OWN}due" in task or f"{OWN}due" not in self._templates.get(parent, {})

    def uid(self, uuid: object) -> str:
        """As the task is called here; the same where nothing else is said."""
        return self._names.get(text_of(uuid), text_of(uuid))

    def is_ghost(self, task: Task) -> bool:
        """A template that stands behind an instance is no task of its own."""
        return status_of(task) == "recurring" and text_of(task.get("uuid")) in self._last

    def template(self, task: Task) -> Task | None:
        """What says how a task repeats; None where it does not, or another instance carries that on."""
        parent = text_of(task.get("parent"))
        if not parent:
            return task if status_of(task) in OPEN and task.get("recur") else None
        if self._last.get(parent) is not task:
            return None
        template = self._templates.get(parent)
        if template is None:
            return task
        return template if status_of(template) == "recurring" else None
