"""The states the window shows, each with a glyph and a tone (UI.md 5)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Tone(StrEnum):
    """Colour that repeats a state: grey unless the user is needed or an end is reached."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"


class UiState(StrEnum):
    """Every state a row or a pill can show."""

    NEW = "new"
    READY = "ready"
    YOURS = "yours"
    QUEUED = "queued"
    LATER = "later"
    HELD = "held"
    OFFLINE = "offline"
    OVER_BUDGET = "over_budget"
    CHANGED = "changed"
    RUNNING = "running"
    IN_REVIEW = "in_review"
    REVISION = "revision"
    WAITING = "waiting"
    RETURNED = "returned"
    INTERRUPTED = "interrupted"
    STOPPED = "stopped"
    DECLINED = "declined"
    UNKNOWN = "unknown"
    PARTLY = "partly"
    DONE = "done"
    MET = "met"
    AUTO_ACCEPTED = "auto_accepted"
    FAILED = "failed"
    REJECTED = "rejected"
    DROPPED = "dropped"

    @property
    def tone(self) -> Tone:
        return _TONES.get(self, Tone.NEUTRAL)


_TONES: Final = {
    UiState.OFFLINE: Tone.WARN,
    UiState.OVER_BUDGET: Tone.WARN,
    UiState.CHANGED: Tone.WARN,
    UiState.RUNNING: Tone.ACCENT,
    UiState.IN_REVIEW: Tone.ACCENT,
    UiState.RETURNED: Tone.ACCENT,
    UiState.INTERRUPTED: Tone.WARN,
    UiState.DECLINED: Tone.WARN,
    UiState.UNKNOWN: Tone.WARN,
    UiState.PARTLY: Tone.WARN,
    UiState.DONE: Tone.OK,
    UiState.MET: Tone.OK,
    UiState.AUTO_ACCEPTED: Tone.OK,
    UiState.FAILED: Tone.BAD,
}

TONE_TEXT: Final = {
    Tone.NEUTRAL: "text-2",
    Tone.ACCENT: "accent-text",
    Tone.OK: "ok-text",
    Tone.WARN: "warn-text",
    Tone.BAD: "bad-text",
}
"""Token of a tone's glyph and word."""

TONE_SOFT: Final = {
    Tone.NEUTRAL: "canvas",
    Tone.ACCENT: "accent-soft",
    Tone.OK: "ok-soft",
    Tone.WARN: "warn-soft",
    Tone.BAD: "bad-soft",
}
"""Token of a tone's pill fill."""
