"""Whether an attempt that failed is tried again by itself, and when (WIRE.md 2.8). The only place that decides it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from orchestrator_desktop.domain.attempts import WaitReason
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.domain.task import Level

MOST: Final = 5
"""Tries after the first one."""
FIRST_PAUSE: Final = 2.0
LONGEST_PAUSE: Final = 120.0
"""Our own pauses; what a provider asks for may be longer, and is shown with its time."""
LONGEST_ASKED: Final = 7 * 86_400.0
"""A provider that asks for more than a week means no."""
OFFLINE_FIRST: Final = 2.0
OFFLINE_LONGEST: Final = 30.0
LOADING_PAUSE: Final = 2.0
LOADING_MOST: Final = 450
"""A quarter of an hour of looking."""

READ_ON_MOST: Final = 20

_MAY_PASS: Final = frozenset(
    {EndReason.CUT, ProviderErrorKind.STALLED, ProviderErrorKind.DOWN, ProviderErrorKind.SLOW_DOWN}
)

_READ_ON: Final = frozenset(
    {
        EndReason.CUT,
        ProviderErrorKind.DOWN,
        ProviderErrorKind.SLOW_DOWN,
        ProviderErrorKind.LOADING,
        ProviderErrorKind.STALLED,
        ProviderErrorKind.UNANSWERED,
    }
)

_REASONS: Final = {
    ProviderErrorKind.SLOW_DOWN: WaitReason.SLOW_DOWN,
    ProviderErrorKind.DOWN: WaitReason.DOWN,
}


@dataclass(frozen=True, slots=True)
class Failure:
    """What is known of an attempt that failed before a word of its answer had come.

    `automatic` counts the tries made by themselves before it, `waits` how often it has waited without having been
    sent; `retry_after` is in seconds, the provider's own wish; `should_retry` the provider's own word."""

    kind: ProviderErrorKind
    retry_after: float | None = None
    should_retry: bool | None = None
    automatic: int = 0
    waits: int = 0


@dataclass(frozen=True, slots=True)
class Again:
    """Try again in `seconds`. `counted`: as another attempt; else nothing was done, and the same one waits on."""

    reason: WaitReason
    seconds: float
    counted: bool


def after_failure(failure: Failure, *, chance: float) -> Again | None:
    """When to try again what failed before any answer; None where only the user can mend it.

    `chance` (0 to 1) spreads the tries of many clients: it lengthens a pause by at most a quarter."""
    if failure.kind is ProviderErrorKind.UNREACHABLE:
        return Again(WaitReason.OFFLINE, offline_pause(failure.waits), counted=False)
    if failure.kind is ProviderErrorKind.LOADING:
        pause = max(LOADING_PAUSE, failure.retry_after or 0.0)
        return Again(WaitReason.LOADING, pause, counted=False) if failure.waits < LOADING_MOST else None
    reason = _REASONS.get(failure.kind)
    asked = failure.retry_after or 0.0
    if reason is None or failure.should_retry is False or failure.automatic >= MOST or asked > LONGEST_ASKED:
        return None
    return Again(reason, max(asked, pause_before(failure.automatic, chance)), counted=True)


def after_cut(
    level: Level, error: str, *, automatic: int, chance: float, retry_after: float | None = None
) -> Again | None:
    """The same for an answer that broke off: only level 1, which nobody is reading, is asked again by itself, and only
    after what may pass. `error` is a ProviderErrorKind or an EndReason."""
    asked = retry_after or 0.0
    if level is not Level.AI_ALONE or error not in _MAY_PASS or automatic >= MOST or asked > LONGEST_ASKED:
        return None
    return Again(WaitReason.CUT, max(asked, pause_before(automatic, chance)), counted=True)


def read_on_after(error: str, *, waits: int, retry_after: float | None) -> float | None:
    """Seconds until an answer that its provider keeps is read on; None where it cannot be, or was tried often enough.

    Reading on asks for nothing and costs nothing. `error` is a ProviderErrorKind or an EndReason, `waits` how often in
    a row it brought nothing."""
    if error == ProviderErrorKind.UNREACHABLE:
        return offline_pause(waits)
    asked = retry_after or 0.0
    if error not in _READ_ON or waits >= READ_ON_MOST or asked > LONGEST_ASKED:
        return None
    return max(asked, offline_pause(waits))


def pause_before(automatic: int, chance: float) -> float:
    """Seconds before try number `automatic` + 1: doubled each time, with some chance in it."""
    return float(min(LONGEST_PAUSE, FIRST_PAUSE * 2**automatic) * (1 + chance / 4))


def offline_pause(waits: int) -> float:
    """Seconds until an unreachable provider is looked for again."""
    return float(min(OFFLINE_LONGEST, OFFLINE_FIRST * 2 ** min(waits, 10)))
