"""Running the whole queue until nothing of it moves any more, as `orchestrator queue run` does."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Final

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.ids import DelegationId
from orchestrator_desktop.engine.desk import Desk
from orchestrator_desktop.engine.waiting import BLINK, Outlook
from orchestrator_desktop.operations.claiming import PAUSED
from orchestrator_desktop.store.days import setting
from orchestrator_desktop.store.lineup import Place, lineup
from orchestrator_desktop.store.store import Store

_QUEUED: Final = (AttemptState.QUEUED, AttemptState.WAITING)


def run_queue(desk: Desk, *, seconds: float | None = None, tell: Callable[[DelegationId], object]) -> None:
    """Run what is queued here, until nothing is left that will move soon (see `Outlook`), for `seconds` at most.

    `tell` is called on this thread with each delegation of the queue as it ends, also where another process ran it.
    Raises KeyboardInterrupt as it comes. Closing `desk`, which was opened with `run_engine=False`, interrupts what is
    still under way; what has not left stays in the queue."""
    drain = _Drain(desk, tell)
    drain.until_done(None if seconds is None else time.monotonic() + seconds)


class _Drain:
    """Looks at the queue, and remembers what it has seen in it."""

    def __init__(self, desk: Desk, tell: Callable[[DelegationId], object]) -> None:
        self._writer = desk.writer
        self._tell = tell
        self._outlook = Outlook()
        self._seen: dict[DelegationId, None] = {}
        """Of the queue, and not known to have ended, in the order of the queue."""
        self._changed = threading.Event()
        desk.writer.listen(
            lambda changes, origin: (
                self._changed.set() if changes.touches(Kind.ATTEMPT, Kind.PROVIDER, Kind.SETTING) else None
            )
        )
        self._engine = desk.start_engine()

    def until_done(self, deadline: float | None) -> None:
        while True:
            self._changed.clear()
            places, paused = self._writer.submit(_standing).result()
            self._follow(places)
            if not any(self._moves(place, paused) for place in places):
                return
            while not self._changed.wait(BLINK):
                if deadline is not None and time.monotonic() >= deadline:
                    return

    def _follow(self, places: list[Place]) -> None:
        ours = self._engine.under_way
        there = {place.delegation_id for place in places}
        self._seen |= {
            place.delegation_id: None
            for place in places
            if place.state in _QUEUED or place.left or place.attempt_id in ours
        }
        for delegation_id in [known for known in self._seen if known not in there]:
            del self._seen[delegation_id]
            self._tell(delegation_id)

    def _moves(self, place: Place, paused: bool) -> bool:
        """Whether it is worth waiting for: what others ran before we came is not."""
        if place.state.to_come:
            return not paused and self._outlook.is_soon(place)
        return place.delegation_id in self._seen


def _standing(store: Store) -> tuple[list[Place], bool]:
    return lineup(store), bool(setting(store, PAUSED, False))
