"""What the engine has to say that is no change of a row: a model that loads, a disk that is full."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.ids import AttemptId


class NoticeKind(StrEnum):
    """What a notice is about; the window has the words (UI.md 8)."""

    MODEL_STARTING = "model_starting"  # the built-in model (`model`) is being read from the disk
    MODEL_READY = "model_ready"
    MODEL_STOPPED = "model_stopped"  # idle; the next use starts it again
    MODEL_BROKEN = "model_broken"  # it could not start, or ended by itself; `detail` is technical
    KEY_IN_MEMORY = "key_in_memory"  # `provider`'s key is kept until quit: the keyring is missing, locked or slow
    OFFLINE = "offline"  # `provider` cannot be reached: what is for it is kept, and sent when it is back
    BACK_ONLINE = "back_online"  # `provider` can be reached again: `count` delegations leave
    BUDGET = "budget"  # a limit is reached: a delegation waits for the user, or for tomorrow
    DISK_TROUBLE = "disk_trouble"  # `error` says it; what arrived is kept in memory and written again and again
    DISK_WELL = "disk_well"  # … and now it has been written
    BUG = "bug"  # `detail` is the report


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to say. Fields that the kind does not name are empty."""

    kind: NoticeKind
    provider: str = ""
    model: str = ""
    detail: str = ""
    error: UserError | None = None
    count: int = 0


@dataclass(frozen=True, slots=True)
class Chunk:
    """Text of an attempt that has just arrived, about every 50 ms. `start` is how many characters came before it, so
    that a view that began with the text on disk, or with `Engine.arrived`, neither repeats nor misses any;
    `reasoning_start` is the same for `reasoning`, with `Engine.thought`."""

    attempt_id: AttemptId
    start: int
    text: str
    reasoning: str
    reasoning_start: int = 0


OnNotice = Callable[[Notice], None]
OnChunk = Callable[[Chunk], None]
"""Both are called on the engine's or the store's thread, and return at once."""
