"""The states of one attempt to get an answer, and the only ways from one to another (WIRE.md 2.1)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class AttemptState(StrEnum):
    """Where one attempt is on its way; everything after STREAMING is an end."""

    DRAFT = "draft"  # held by the user: it leaves when they say so
    QUEUED = "queued"
    WAITING = "waiting"  # for a moment or an event: `WaitReason` says which
    SENT = "sent"
    STREAMING = "streaming"
    COMPLETE = "complete"
    TRUNCATED = "truncated"
    REFUSED = "refused"
    INTERRUPTED = "interrupted"
    FAILED = "failed"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"  # sent, and nobody knows whether it was received: never sent again unasked

    @property
    def ended(self) -> bool:
        return self in ENDED

    @property
    def under_way(self) -> bool:
        return self in (AttemptState.SENT, AttemptState.STREAMING)

    @property
    def to_come(self) -> bool:
        """Nothing of it has left the computer yet."""
        return self in TO_COME


class WaitReason(StrEnum):
    """What a waiting attempt waits for."""

    OFFLINE = "offline"  # its provider cannot be reached; others may well be
    SLOW_DOWN = "slow_down"  # the provider asked for a pause
    DOWN = "down"  # the provider failed; the next try has a time
    LOADING = "loading"  # a server on this computer reads its model
    CUT = "cut"  # the answer was cut; level 1 tries again by itself
    BUDGET = "budget"  # a limit would be exceeded: tomorrow, or when the user says so
    CHANGED = "changed"  # what would be sent is no longer what was shown: when the user says so


UNTIL_SAID: Final = frozenset({WaitReason.BUDGET, WaitReason.CHANGED})
"""Without a time, what waits for these waits for the user."""

TO_COME: Final = frozenset({AttemptState.DRAFT, AttemptState.QUEUED, AttemptState.WAITING})

ENDED: Final = frozenset(
    {
        AttemptState.COMPLETE,
        AttemptState.TRUNCATED,
        AttemptState.REFUSED,
        AttemptState.INTERRUPTED,
        AttemptState.FAILED,
        AttemptState.CANCELLED,
        AttemptState.UNKNOWN,
    }
)

# What was never sent cannot be complete, cut or refused, and nobody wonders whether it was received.
_UNSENT: Final = frozenset({AttemptState.FAILED, AttemptState.CANCELLED})

_NEXT: Final[dict[AttemptState, frozenset[AttemptState]]] = {
    AttemptState.DRAFT: frozenset({AttemptState.QUEUED, AttemptState.WAITING}) | _UNSENT,
    AttemptState.QUEUED: frozenset({AttemptState.DRAFT, AttemptState.WAITING, AttemptState.SENT}) | _UNSENT,
    AttemptState.WAITING: frozenset({AttemptState.DRAFT, AttemptState.QUEUED, AttemptState.SENT}) | _UNSENT,
    # Back to waiting where nobody was there to receive it.
    AttemptState.SENT: frozenset({AttemptState.STREAMING, AttemptState.WAITING}) | ENDED,
    AttemptState.STREAMING: ENDED,
}


def may_become(now: AttemptState, then: AttemptState) -> bool:
    """Whether an attempt in state `now` may go to `then`; an ended attempt never moves again."""
    return then in _NEXT.get(now, frozenset())
