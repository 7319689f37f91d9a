"""Waiting for one delegation, as `orchestrator delegate --wait` does: run it here, or watch whoever does."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.delegation import Attempt
from orchestrator_desktop.domain.ids import AttemptId, DelegationId, ProviderId
from orchestrator_desktop.domain.retrying import LONGEST_PAUSE
from orchestrator_desktop.engine.desk import Desk
from orchestrator_desktop.operations import delegations, queueing
from orchestrator_desktop.operations.acting import gone
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store.lineup import Place, place_of
from orchestrator_desktop.store.store import Store

BLINK: Final = 0.05
"""Between two looks at the text of an attempt that runs here. A wait without a limit would also keep Windows from
delivering Ctrl+C."""

_READINGS: Final = 3
"""In vain, of an answer that goes on at its provider: more of them are not waited for."""


def wait_for(
    desk: Desk,
    delegation_id: DelegationId,
    *,
    tell: Callable[[str], object] = lambda text: None,
    tell_wait: Callable[[Place], object] = lambda place: None,
) -> Attempt:
    """Wait until the delegation has its answer, or will not have one soon; start the engine for it, in case no window
    runs it. Returns the latest attempt: one that has ended, or one that goes on waiting (see `Outlook`).

    Automatic tries are followed. What kept it back until now (a pause, its provider's trouble) is forgotten first.
    `tell` is called on this thread with the text as it arrives, each part once, wherever the attempt runs, and
    `tell_wait` with what it waits for, each time that changes. Ctrl+C stops the delegation, wherever it runs, and
    returns the attempt with the text it has; a second one raises KeyboardInterrupt. `desk` was opened with
    `run_engine=False`. Raises UsageError for one that has no attempt."""
    desk.writer.submit(queueing.ask_at_once, delegation_id=delegation_id).result()
    watch = _Watch(desk, delegation_id, tell, tell_wait)
    try:
        return watch.until_settled()
    except KeyboardInterrupt:
        desk.writer.submit(delegations.stop, delegation_id=delegation_id).result()
        return watch.until_settled()


class Outlook:
    """Whether what has not ended will move by itself soon: within the longest pause between two tries of our own.

    What a limit or the user holds back will not, nor what its provider keeps back longer; an unreachable provider is
    given one more look, an answer that goes on at its provider some more readings."""

    def __init__(self) -> None:
        self._failures: dict[ProviderId | None, int] = {}
        self._waits: dict[AttemptId, int] = {}

    def is_soon(self, place: Place) -> bool:
        if place.state is AttemptState.DRAFT:
            return False
        if place.left:
            first = self._waits.setdefault(place.attempt_id, place.waits)
            return place.waits - first < _READINGS and _within_reach(place.not_before)
        if place.state is not AttemptState.WAITING:
            return True
        if place.reason is WaitReason.OFFLINE:
            return not self._looked_in_vain(place)
        return place.not_before is not None and _within_reach(place.not_before)

    def _looked_in_vain(self, place: Place) -> bool:
        """Whether its provider was not there once more since this was first asked."""
        first = min(self._failures.get(place.provider_id, place.failures), place.failures)
        self._failures[place.provider_id] = first
        return place.failures > first


def _within_reach(moment: datetime | None) -> bool:
    return moment is None or (moment - datetime.now(UTC)).total_seconds() <= LONGEST_PAUSE


class _Watch:
    """Looks at one delegation, and remembers what was told of it."""

    def __init__(
        self,
        desk: Desk,
        delegation_id: DelegationId,
        tell: Callable[[str], object],
        tell_wait: Callable[[Place], object],
    ) -> None:
        self._writer = desk.writer
        self._delegation_id = delegation_id
        self._tell = tell
        self._tell_wait = tell_wait
        self._outlook = Outlook()
        self._told: dict[AttemptId, int] = {}
        self._told_wait: object = None
        self._changed = threading.Event()
        desk.writer.listen(
            lambda changes, origin: self._changed.set() if changes.touches(Kind.ATTEMPT, Kind.PROVIDER) else None
        )
        self._engine = desk.start_engine(only=delegation_id)

    def until_settled(self) -> Attempt:
        while True:
            self._changed.clear()
            attempt, place = self._writer.submit(_standing, self._delegation_id).result()
            self._pass_on(attempt)
            if place is None or not self._outlook.is_soon(place):
                return attempt
            self._pass_on_wait(place)
            while not self._changed.wait(BLINK):
                self._pass_on(attempt)

    def _pass_on(self, attempt: Attempt) -> None:
        """What runs here is in memory before it is in the file."""
        here = self._engine.arrived(attempt.id)
        text = attempt.text if here is None else here
        told = self._told.get(attempt.id, 0)
        if len(text) > told:
            self._told[attempt.id] = len(text)  # first, in case Ctrl+C comes in between
            self._tell(text[told:])

    def _pass_on_wait(self, place: Place) -> None:
        said = (place.attempt_id, place.reason, place.not_before) if place.state is AttemptState.WAITING else None
        if said is not None and said != self._told_wait:
            self._tell_wait(place)
        self._told_wait = said


def _standing(store: Store, delegation_id: DelegationId) -> tuple[Attempt, Place | None]:
    attempt = reading.latest_attempt(store, delegation_id)
    if attempt is None:
        raise gone(Kind.DELEGATION, delegation_id)
    return attempt, None if attempt.state.ended else place_of(store, delegation_id)
