"""Waiting for one delegation, as `orchestrator delegate --wait` does: run it here, or watch whoever does."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Final

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.delegation import Attempt
from orchestrator_desktop.domain.ids import AttemptId, DelegationId
from orchestrator_desktop.engine.desk import Desk
from orchestrator_desktop.operations import delegations
from orchestrator_desktop.operations.acting import gone
from orchestrator_desktop.store import delegations as reading

_BLINK: Final = 0.05
"""Between two looks at the text of an attempt that runs here. A wait without a limit would also keep Windows from
delivering Ctrl+C."""


def wait_for(desk: Desk, delegation_id: DelegationId, *, tell: Callable[[str], object] = lambda text: None) -> Attempt:
    """Wait until the delegation's latest attempt has ended; start the engine for it, in case no window runs it.

    `tell` is called on this thread with the text as it arrives, each part once, wherever the attempt runs. Ctrl+C stops
    the delegation, wherever it runs, and returns the attempt with the text it has; a second one raises
    KeyboardInterrupt. `desk` was opened with `run_engine=False`. Raises UsageError for one that has no attempt."""
    watch = _Watch(desk, delegation_id, tell)
    try:
        return watch.until_ended()
    except KeyboardInterrupt:
        desk.writer.submit(delegations.stop, delegation_id=delegation_id).result()
        return watch.until_ended()


class _Watch:
    """Looks at one delegation, and remembers how much of its text was told."""

    def __init__(self, desk: Desk, delegation_id: DelegationId, tell: Callable[[str], object]) -> None:
        self._writer = desk.writer
        self._delegation_id = delegation_id
        self._tell = tell
        self._told: dict[AttemptId, int] = {}
        self._changed = threading.Event()
        desk.writer.listen(lambda changes, origin: self._changed.set() if changes.touches(Kind.ATTEMPT) else None)
        self._engine = desk.start_engine(only=delegation_id)

    def until_ended(self) -> Attempt:
        while True:
            self._changed.clear()
            attempt = self._writer.submit(reading.latest_attempt, self._delegation_id).result()
            if attempt is None:
                raise gone(Kind.DELEGATION, self._delegation_id)
            self._pass_on(attempt)
            if attempt.state.ended:
                return attempt
            while not self._changed.wait(_BLINK):
                self._pass_on(attempt)

    def _pass_on(self, attempt: Attempt) -> None:
        """What runs here is in memory before it is in the file."""
        here = self._engine.arrived(attempt.id)
        text = attempt.text if here is None else here
        told = self._told.get(attempt.id, 0)
        if len(text) > told:
            self._told[attempt.id] = len(text)  # first, in case Ctrl+C comes in between
            self._tell(text[told:])
