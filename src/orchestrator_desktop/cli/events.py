"""What happened to an attempt, a line for each step."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any, Final

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.moments import maybe_moment
from orchestrator_desktop.store.queue import Event

_WORDS: Final[Mapping[str, str]] = {
    "draft": "held",
    "queued": "queued",
    "waiting": "waits",
    "sent": "taken up",
    "left_computer": "sent",
    "streaming": "first word",
    "left": "left with the provider, which goes on",
    "resumed": "read on",
}
"""Ends are called as the states are."""


def event_lines(happened: Sequence[Event]) -> list[str]:
    """The steps, each on its line. Of several looks for the same provider in a row only the last is told."""
    followed_by = zip_longest(happened, happened[1:])
    return [_line(event) for event, later in followed_by if not (later is not None and _repeats(event, later))]


def _repeats(event: Event, later: Event) -> bool:
    """Whether it waited, and then went on waiting for the same."""
    if event.kind != AttemptState.WAITING or later.kind != event.kind:
        return False
    return bool(json.loads(event.detail).get("reason") == json.loads(later.detail).get("reason"))


def _line(event: Event) -> str:
    """Local time of day, what happened, and what is known of it."""
    known: dict[str, Any] = json.loads(event.detail)
    facts = [str(known[name]).replace("_", " ") for name in ("provider", "model", "reason", "error") if known.get(name)]
    if known.get("bytes"):
        facts.append(f"{known['bytes']:,} bytes")
    until = maybe_moment(known.get("until"))
    if until is not None:
        facts.append(f"until {until.astimezone():%H:%M:%S}")
    said = _WORDS.get(event.kind, event.kind)
    return f"{event.at.astimezone():%H:%M:%S}  {said}{': ' if facts else ''}{', '.join(facts)}"
