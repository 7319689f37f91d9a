"""Waiting for one delegation, as `orchestrator delegate --wait` does: run it here, or watch whoever does."""

from __future__ import annotations

import threading
from typing import Final

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.delegation import Attempt
from orchestrator_desktop.domain.ids import DelegationId
from orchestrator_desktop.engine.desk import Desk
from orchestrator_desktop.operations import delegations
from orchestrator_desktop.operations.acting import gone
from orchestrator_desktop.store import delegations as reading

_BLINK: Final = 0.25
"""A wait without a limit would keep Windows from delivering Ctrl+C."""


def wait_for(desk: Desk, delegation_id: DelegationId) -> Attempt:
    """Wait until the delegation's latest attempt has ended; start the engine for it, in case no window runs it.

    Ctrl+C stops the delegation, wherever it runs, and returns the attempt with the text it has; a second one raises
    KeyboardInterrupt. `desk` was opened with `run_engine=False`. Raises UsageError for one that has no attempt."""
    changed = threading.Event()
    desk.writer.listen(lambda changes, origin: changed.set() if changes.touches(Kind.ATTEMPT) else None)
    desk.start_engine(only=delegation_id)
    try:
        return _ended(desk, delegation_id, changed)
    except KeyboardInterrupt:
        desk.writer.submit(delegations.stop, delegation_id=delegation_id).result()
        return _ended(desk, delegation_id, changed)


def _ended(desk: Desk, delegation_id: DelegationId, changed: threading.Event) -> Attempt:
    while True:
        changed.clear()
        attempt = desk.writer.submit(reading.latest_attempt, delegation_id).result()
        if attempt is None:
            raise gone(Kind.DELEGATION, delegation_id)
        if attempt.state.ended:
            return attempt
        while not changed.wait(_BLINK):
            pass
