"""What a delegation would send, weighed beside the window and the store: a long brief takes a second or two."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from orchestrator_desktop.domain.ids import BriefId, ResultId, SpecialistId, TaskId
from orchestrator_desktop.engine.desk import Desk
from orchestrator_desktop.operations.weighing import Weight
from orchestrator_desktop.operations.weighing import weigh as weigh_now
from orchestrator_desktop.store.opening import open_readonly
from orchestrator_desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class Sendback:
    """A result that is sent back: under which brief it was made, and what should change. Without a `previous` the brief
    alone."""

    brief_id: BriefId
    previous: ResultId | None
    comment: str


def weigh(desk: Desk, task_id: TaskId, specialist_id: SpecialistId, sendback: Sendback | None = None) -> Future[Weight]:
    """Weigh the task as it is once all that was written so far is on the disk; with a `sendback`, its revision. The
    future holds a UserError where the task or the specialist is gone."""
    return desk.loop.run(_weigh(desk, task_id, specialist_id, sendback))


async def _weigh(desk: Desk, task_id: TaskId, specialist_id: SpecialistId, sendback: Sendback | None) -> Weight:
    await asyncio.wrap_future(desk.writer.submit(_written))
    return await asyncio.to_thread(_read, desk.folder, task_id, specialist_id, sendback)


def _written(_store: Store) -> None:
    """What was submitted before is on the disk."""


def _read(folder: Path, task_id: TaskId, specialist_id: SpecialistId, sendback: Sendback | None) -> Weight:
    store = open_readonly(folder)
    try:
        if sendback is None:
            return weigh_now(store, task_id=task_id, specialist_id=specialist_id)
        return weigh_now(
            store,
            task_id=task_id,
            specialist_id=specialist_id,
            brief_id=sendback.brief_id,
            previous=sendback.previous,
            comment=sendback.comment,
        )
    finally:
        store.close()
