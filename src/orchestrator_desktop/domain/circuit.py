"""The circuit breaker of a provider: after trouble nobody knocks for a while, then one knocks first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from orchestrator_desktop.domain.attempts import WaitReason
from orchestrator_desktop.domain.ids import ProviderId

FAILURES: Final = 3
"""So many in a row, of whichever attempts, open it; being unreachable, or being asked for a pause, opens it at once."""
FIRST_REST: Final = timedelta(seconds=15)
FARTHEST: Final = timedelta(days=8)
LONGEST_REST: Final = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Circuit:
    """A provider in trouble since `since`. Open until `open_until`; after it half open: one attempt at a time."""

    provider_id: ProviderId
    reason: WaitReason
    failures: int
    since: datetime
    open_until: datetime | None

    def open_at(self, now: datetime) -> bool:
        # Farther away than anybody asks for: the clock was wrong when it was written.
        return self.open_until is not None and now < self.open_until <= now + FARTHEST


def rest_after(failures: int) -> timedelta | None:
    """How long nobody knocks after so many failures in a row; None as long as they may be chance."""
    if failures < FAILURES:
        return None
    return min(LONGEST_REST, FIRST_REST * int(2 ** min(failures - FAILURES, 10)))
