"""What the command line calls things: levels, stages, days, durations."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Final

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.task import Due, Level, Stage, Task

LEVELS: Final[Mapping[Level, str]] = {
    Level.AI_ALONE: "1 AI alone",
    Level.YOU_AND_AI: "2 You + AI",
    Level.YOU_ONLY: "3 You only",
}


LIMITS: Final[Mapping[str, str]] = {
    "day": "today's limit",
    "month": "this month's limit",
    "delegation": "the limit for one delegation",
}
"""By BudgetKind, which no task needs to be shown."""


def stage(task: Task, today: date) -> str:
    """Where a task is; "returned" where it came back without an accepted result; how late a person's answer is."""
    days = task.waiting.late(today) if task.waiting else 0
    if days:
        return f"late, {days} day{'' if days == 1 else 's'}"
    return "returned" if task.returned and task.stage is Stage.PLANNED else task.stage.value.replace("_", " ")


def day(value: date, today: date) -> str:
    """A day as one says it: today, tomorrow, Wed 4 Nov, 4 Nov 2027."""
    near = {today - timedelta(days=1): "yesterday", today: "today", today + timedelta(days=1): "tomorrow"}
    if value in near:
        return near[value]
    return f"{value:%a} {value.day} {value:%b}" if value.year == today.year else f"{value.day} {value:%b %Y}"


def due(value: Due, today: date, begins: int) -> str:
    """A day, or a moment in local time; empty for no date. Between midnight and the hour at which the user's day
    `begins`, a moment is "tonight 01:20": nobody calls it tomorrow's."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        local = value.astimezone()
        when = "tonight" if moments.is_tonight(local, today, begins) else day(local.date(), today)
        return f"{when} {local:%H:%M}"
    return day(value, today)


def when(task: Task, today: date, begins: int) -> str:
    """Its dates in one: when it is due, not before which day, the end that cannot be moved; empty for none."""
    dates = (("", task.due), ("not before ", task.defer), ("deadline ", task.deadline))
    return ", ".join(f"{said}{due(value, today, begins)}" for said, value in dates if value is not None)


def repeats(task: Task) -> str:
    """Its rule as programs write it; empty for none."""
    rule = task.recurrence
    return "" if rule is None else f"repeats {rule.rrule}{' after done' if rule.after_done else ''}"


def facts(task: Task, today: date, begins: int) -> str:
    """What was written of a task beside its title, in one line."""
    said = (
        LEVELS[task.level],
        when(task, today, begins),
        repeats(task),
        duration(task.estimate_minutes * 60) if task.estimate_minutes else "",
        f"P{task.priority}" if task.priority else "",
        task.domain,
        task.delegate,
    )
    return " · ".join(fact for fact in said if fact)


def duration(seconds: float) -> str:
    """14 s, 2 min, 1 h, 1 h 50."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    hours, minutes = divmod(round(whole / 60), 60)
    if not hours:
        return f"{minutes} min"
    return f"{hours} h {minutes:02}" if minutes else f"{hours} h"


def soon(moment: datetime, now: datetime | None = None) -> str:
    """When something will be tried: in 40 s, at 14:20, tomorrow 00:00. `now` is local."""
    now = now or datetime.now(UTC).astimezone()
    seconds = (moment - now).total_seconds()
    if seconds < 60:
        return f"in {duration(max(1, seconds))}"
    local = moment.astimezone()
    return f"at {local:%H:%M}" if local.date() == now.date() else due(moment, now.date(), 0)


def money(micro: int | None) -> str:
    """US dollars: $0.84, $0.004; empty for an unknown amount, which is never shown as nothing."""
    if micro is None:
        return ""
    decimals = 2 if micro == 0 or micro >= 10_000 else 3
    return "<$0.001" if 0 < micro < 500 else f"${micro / 1_000_000:,.{decimals}f}"
