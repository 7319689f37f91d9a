"""What the palette can do, one entry each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from orchestrator_desktop.domain.task import Level

SIGNS: Final = "#@!"
"""At the beginning of what is looked for: domains alone, who can be handed a task, levels."""


class Group(IntEnum):
    """The groups, in the order in which they are shown."""

    RECENT = 0
    TASK = 1
    """What can be done with what is shown: the task, the list."""
    GO = 2
    ACTS = 3
    TASKS = 4
    CREATE = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """`id` names it in what was used lately. `words` are looked for too, `sign` is the one that narrows to such ones.

    Not `possible`: it is listed, so that it can be learnt, and says in `detail` where it belongs."""

    id: str
    group: Group
    title: str
    act: Callable[[], object] = field(compare=False)
    detail: str = ""
    icon: str = ""
    level: Level | None = None
    keys: tuple[str, ...] = ()
    words: str = ""
    sign: str = ""
    possible: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """An entry with how well it fits (more is better) and which letters of its title were looked for."""

    entry: Entry
    score: float = 0.0
    letters: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """The words over a group."""

    words: str


Row = Head | Found
