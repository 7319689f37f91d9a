"""What may stand on the command line, and how it is read."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from orchestrator_desktop.cli.session import now, rollover, today
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Due

if TYPE_CHECKING:
    from orchestrator_desktop.domain.recurrence import MonthEnd, Recurrence

_LARGEST_ID: Final = 2**63 - 1
_ISO_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_ISO_MOMENT: Final = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d")

NONE: Final = "none"
"""What takes a date, a domain or a delegate away."""


def text(value: str) -> str:
    """Type of an option: words as they were typed, whatever the terminal's encoding."""
    return readable(value)


def path(value: str) -> Path:
    """Type of an argument: a file by the name that the system knows it by, be it no text."""
    return Path(value)


def number(value: str) -> TaskId:
    """Type of an argument: the number of a task."""
    if not (value.isascii() and value.isdigit() and int(value) <= _LARGEST_ID):
        raise click.BadParameter(
            f"“{readable(value)}” is not the number of a task. `orchestrator list` shows the numbers."
        )
    return TaskId(int(value))


class Amount(click.FloatRange):
    """Type of an option: a number between two, called so where it is none."""

    name = "number"


class Count(click.IntRange):
    """The same for whole numbers."""

    name = "whole number"


USUAL: Final = "usual"
"""What takes a number of a provider's back to what is usual for its kind."""


def usual(value: str) -> int | str:
    """Type of an option: a whole number, or USUAL."""
    if value.strip().lower() == USUAL:
        return USUAL
    if not (value.isascii() and value.isdigit() and len(value) < 10):
        raise click.BadParameter(f"“{readable(value)}” is neither a whole number nor “{USUAL}”. Nothing was changed.")
    return int(value)


json_option: Final = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


def readable(text: str) -> str:
    """`text` without lone surrogates: bytes that are UTF-8 together are read so, another one as Latin-1, anything else
    becomes U+FFFD."""
    if text.isascii():
        return text
    with suppress(UnicodeError):
        # Where the terminal's encoding is ASCII, UTF-8 arrives in pieces.
        text = text.encode("utf-8", "surrogateescape").decode("utf-8")
    return re.sub("[\ud800-\udfff]", _rescued, text)


def _rescued(found: re.Match[str]) -> str:
    byte = ord(found[0]) - 0xDC00
    return chr(byte) if 0x80 <= byte <= 0xFF else "\ufffd"


def read_due(value: str) -> Due:
    """A day or a moment in ISO 8601 or in the words of capture; `none` is no date. Raises click.UsageError."""
    wish = value.strip()
    if wish.lower() in (NONE, ""):
        return None
    if _ISO_DAY.fullmatch(wish) or _ISO_MOMENT.match(wish):
        return _iso(wish)
    from orchestrator_desktop.domain.capture import parse
    from orchestrator_desktop.system.dates import day_first, week_start

    read = parse(wish, now=now(), locale_day_first=day_first(), week_start=week_start(), begins=rollover())
    rest = wish
    for span in sorted(read.spans, key=lambda span: span.start, reverse=True):
        rest = rest[: span.start] + rest[span.end :]
    # A date alone: of one that repeats, the rule would be lost.
    found = None if read.recurrence is not None else read.due or read.defer or read.deadline
    if found is None or rest.strip():
        raise _no_date(wish)
    return found


def read_repeat(value: str, month_end: MonthEnd) -> Recurrence | None:
    """How a task repeats, in the words of capture or as an RRULE; `none` is not at all. `month_end` is what the user
    chose. Raises click.UsageError."""
    wish = value.strip()
    if wish.lower() in (NONE, ""):
        return None
    if "FREQ=" in wish.upper():
        from orchestrator_desktop.domain.recurrence import Recurrence, checked

        return checked(Recurrence(wish, month_end=month_end))
    from orchestrator_desktop.domain.capture import parse
    from orchestrator_desktop.system.dates import day_first, week_start

    found = parse(
        wish,
        now=now(),
        locale_day_first=day_first(),
        week_start=week_start(),
        month_end=month_end,
        begins=rollover(),
    ).recurrence
    if found is None:
        raise click.UsageError(
            f"“{wish}” does not say how a task repeats. Write “every monday”, “tous les jours ouvrés” or "
            "FREQ=WEEKLY;INTERVAL=2. Nothing was changed."
        )
    return found


def read_estimate(value: str) -> int | None:
    """Minutes of 45min, 1h30 or 90; `none` is no estimate. Raises click.UsageError."""
    wish = value.strip().removeprefix("~")
    if wish.lower() in (NONE, ""):
        return None
    if wish.isascii() and wish.isdigit() and len(wish) < 7:
        return int(wish)
    from orchestrator_desktop.domain.capture import parse

    found = parse(f"x ~{wish}", now=now()).estimate_minutes
    if found is None:
        raise click.UsageError(f"“{wish}” is no length of time. Write 45min or 1h30. Nothing was changed.")
    return found


def read_day(text: str | None) -> date:
    """The day meant by `--date`: today where nothing is said."""
    if text is None:
        return today()
    words = {"today": today(), "aujourd'hui": today()}
    if text.strip().lower() in words:
        return words[text.strip().lower()]
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise click.UsageError(f"“{text}” is not a day. Write it as {today().isoformat()}.") from None


def _iso(text: str) -> date | datetime:
    try:
        if _ISO_DAY.fullmatch(text):
            return date.fromisoformat(text)
        # Without an offset, local time is meant.
        return datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError):
        raise _no_date(text) from None


def _no_date(text: str) -> click.UsageError:
    return click.UsageError(
        f"“{text}” is not a date. Write it in words (“tomorrow 9am”, “demain 9h”) or as 2026-11-04 or "
        "2026-11-04T09:00. Nothing was changed."
    )
