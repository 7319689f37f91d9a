"""The states of one attempt to get an answer, and the only ways from one to another (WIRE.md 2.1)."""

from __future__ import annotations

from enum import StrEnum


class AttemptState(StrEnum):
    """Where one attempt is on its way; everything after STREAMING is an end."""

    QUEUED = "queued"
    SENT = "sent"
    STREAMING = "streaming"
    COMPLETE = "complete"
    TRUNCATED = "truncated"
    REFUSED = "refused"
    INTERRUPTED = "interrupted"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def ended(self) -> bool:
        return self in ENDED

    @property
    def under_way(self) -> bool:
        return self in (AttemptState.SENT, AttemptState.STREAMING)


ENDED = frozenset(
    {
        AttemptState.COMPLETE,
        AttemptState.TRUNCATED,
        AttemptState.REFUSED,
        AttemptState.INTERRUPTED,
        AttemptState.FAILED,
        AttemptState.CANCELLED,
    }
)

_NEXT: dict[AttemptState, frozenset[AttemptState]] = {
    # A queued attempt was never sent: it cannot be complete, cut or refused.
    AttemptState.QUEUED: frozenset({AttemptState.SENT, AttemptState.FAILED, AttemptState.CANCELLED}),
    AttemptState.SENT: frozenset({AttemptState.STREAMING}) | ENDED,
    AttemptState.STREAMING: ENDED,
}


def may_become(now: AttemptState, then: AttemptState) -> bool:
    """Whether an attempt in state `now` may go to `then`; an ended attempt never moves again."""
    return then in _NEXT.get(now, frozenset())
