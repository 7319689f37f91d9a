"""Values of Super Productivity's JSON, each as what it ought to be: a file may hold anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST: Final = 10**13
"""Milliseconds that a task may take: three centuries."""


def entities(state: object) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """(id, values) of a part of the state, in the order of its list of ids, then what that leaves out."""
    if not isinstance(state, dict) or not isinstance(state.get("entities"), dict):
        return
    found = state["entities"]
    for uid in dict.fromkeys([*texts(state.get("ids")), *found]):
        values = found.get(uid)
        if isinstance(values, dict):
            yield uid, {**values, "id": uid}


def text(value: object) -> str:
    return value if isinstance(value, str) else ""


def texts(value: object) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def moment(value: object) -> datetime | None:
    """Milliseconds of Unix."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
        return None
    try:
        return _EPOCH + timedelta(milliseconds=value)
    except (OverflowError, ValueError):
        return None


def minutes(value: object) -> int | None:
    """Of milliseconds; none for less than one."""
    return seconds(value) // 60 or None


def seconds(value: object) -> int:
    """Of milliseconds."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < _LONGEST:
        return 0
    return int(value) // 1000
