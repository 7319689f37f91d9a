"""How the engine writes: through the store thread, awaiting it, and saying once when the disk takes nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Concatenate, Final, ParamSpec, TypeVar

from orchestrator_desktop.domain.changes import Changes
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.engine.notices import Notice, NoticeKind, OnNotice
from orchestrator_desktop.operations.writer import Writer
from orchestrator_desktop.store.store import Store

P = ParamSpec("P")
T = TypeVar("T")

ORIGIN: Final = "engine"
"""What the engine calls itself in the changes it makes."""


class DiskError(Exception):
    """The file or its disk did not take what was written. Nothing has changed: try again later."""


class Pen:
    """Used on the engine's loop alone. The task that awaits it must not be cancelled meanwhile."""

    def __init__(self, writer: Writer, on_notice: OnNotice) -> None:
        self._writer = writer
        self._on_notice = on_notice
        self._trouble = False

    async def write(self, operation: Callable[Concatenate[Store, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """What `operation` returns. Raises DiskError, or what the operation raises."""
        try:
            outcome = await asyncio.wrap_future(self._writer.submit_from(ORIGIN, operation, *args, **kwargs))
        except UserError as error:
            if error.__cause__ is None:
                raise  # an operation that refuses, not SQLite
            self.say_trouble(error)
            raise DiskError from error
        if self._trouble and _wrote(outcome):
            self._trouble = False
            self._on_notice(Notice(NoticeKind.DISK_WELL))
        return outcome

    def say_trouble(self, error: UserError) -> None:
        """Tell the user, once until something has been written again."""
        if not self._trouble:
            self._trouble = True
            self._on_notice(Notice(NoticeKind.DISK_TROUBLE, error=error))


def _wrote(outcome: object) -> bool:
    """Whether an operation really wrote: a full disk still lets everybody read."""
    changes = outcome[0] if isinstance(outcome, tuple) and outcome else outcome
    return isinstance(changes, Changes) and bool(changes.ids)
