"""How long a provider asks to be left alone, in all the forms in which it says so (WIRE.md 2.2, 2.4). In seconds."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

_SECONDS: Final = re.compile(r"(\d+(?:\.\d+)?)s")
_MILLISECONDS_SINCE: Final = 1e11
"""Moments are in seconds since 1970, or, from this number on, in milliseconds."""


def retry_after(headers: Mapping[str, str], now: Callable[[], datetime]) -> float | None:
    """The wait that the headers ask for (0 for a date gone by); None where they name no sane one.

    Forms met: retry-after-ms, seconds as int or float, HTTP-date. `headers` has case-blind or lower-case keys.
    """
    milliseconds = seconds_in(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    text = headers.get("retry-after")
    seconds = seconds_in(text)
    if seconds is not None or text is None:
        return seconds
    try:
        date = parsedate_to_datetime(text)
        date = date if date.tzinfo else date.replace(tzinfo=UTC)
        return max(0.0, (date - now()).total_seconds())
    except (ValueError, OverflowError):
        return None


def asked_in(error: Mapping[str, object], now: Callable[[], datetime]) -> float | None:
    """The longest wait that the body of an error asks for: Google in its details, OpenRouter in what it passes on."""
    return max((wait for wait in _asked(error, now) if wait is not None), default=None)


def _asked(error: Mapping[str, object], now: Callable[[], datetime]) -> Iterator[float | None]:
    for detail in _list(error.get("details")):
        if isinstance(detail, dict) and str(detail.get("@type", "")).endswith("RetryInfo"):
            found = _SECONDS.fullmatch(str(detail.get("retryDelay")))
            yield float(found[1]) if found else None
    passed_on = error.get("metadata")
    if isinstance(passed_on, dict):
        yield seconds_in(passed_on.get("retry_after_seconds"))
        said = passed_on.get("headers")
        headers = {str(name).lower(): str(value) for name, value in said.items()} if isinstance(said, dict) else {}
        yield retry_after(headers, now)
        yield _until(headers.get("x-ratelimit-reset"), now)


def _until(moment: str | None, now: Callable[[], datetime]) -> float | None:
    number = seconds_in(moment)
    if number is None:
        return None
    return max(0.0, (number / 1000 if number >= _MILLISECONDS_SINCE else number) - now().timestamp())


def seconds_in(said: object) -> float | None:
    """A number that can be a time; None for what is none."""
    try:
        number = float(said) if isinstance(said, str | int | float) else math.nan
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) and number >= 0 else None


def _list(said: object) -> list[object]:
    return said if isinstance(said, list) else []
