"""Days and moments as text: the store's form and the form people's tools read."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError
from orchestrator_desktop.domain.task import Due

_DAY_LENGTH = len("2026-10-14")
_FIRST, _LAST = datetime(1, 1, 3, tzinfo=UTC), datetime(9999, 12, 29, tzinfo=UTC)


def to_text(value: Due) -> str | None:
    """A day as `YYYY-MM-DD`, a moment as UTC `YYYY-MM-DDTHH:MM:SS.ffffffZ`; both sort as text.

    A moment at an end of the calendar, as some programs write "never", is moved to where every zone has it: else a
    list could not be shown any more once its user has flown east."""
    if value is None:
        return None
    if isinstance(value, datetime):
        return min(max(value, _FIRST), _LAST).astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    return value.isoformat()


def from_text(text: str | None) -> Due:
    if text is None:
        return None
    return date.fromisoformat(text) if len(text) == _DAY_LENGTH else moment(text)


def moment(text: str) -> datetime:
    """Aware UTC moment from the store's text."""
    return datetime.fromisoformat(text)


def maybe_moment(text: str | None) -> datetime | None:
    return None if text is None else moment(text)


def local_text(value: Due) -> str | None:
    """For people's tools: a moment as ISO 8601 local time with its offset, a day as `YYYY-MM-DD`."""
    if isinstance(value, datetime):
        return value.astimezone().isoformat(timespec="seconds")
    return value.isoformat() if value else None


def local_day(value: date) -> date:
    """The local calendar day of a day or a moment."""
    return value.astimezone().date() if isinstance(value, datetime) else value


def is_tonight(value: datetime, today: date, rollover: int) -> bool:
    """Whether a moment is past midnight while the user's day, which is `today`, still goes on."""
    local = value.astimezone()
    return local.date() > today and day_of(local, rollover) == today


def day_bounds(day: date, rollover: int = 0) -> tuple[datetime, datetime]:
    """UTC moments at which a local day begins and the next one does (23 or 25 hours apart at clock changes). With
    `rollover` days begin at that hour: who works until two has not begun tomorrow.

    Raises UsageError at the two ends of the calendar."""
    try:
        return _begin(day, rollover), _begin(day + timedelta(days=1), rollover)
    except (OverflowError, ValueError) as error:
        raise UsageError(QT_TRANSLATE_NOOP("errors", "The day {day} is out of reach."), day=day.isoformat()) from error


def day_of(now: datetime, rollover: int = 0) -> date:
    """The local day that a moment belongs to, where days begin at the hour `rollover`."""
    local = now.astimezone() if now.tzinfo is UTC else now
    return local.date() if local.hour >= rollover else local.date() - timedelta(days=1)


def _begin(day: date, rollover: int) -> datetime:
    """Where clocks go back over that hour, the first of the two; where they jump over it, the end of the jump, be it on
    the next day: Samoa left out a whole one."""
    both = [datetime(day.year, day.month, day.day, rollover, fold=fold).astimezone() for fold in (0, 1)]
    return min(local.astimezone(UTC) for local in both if local.date() >= day)
