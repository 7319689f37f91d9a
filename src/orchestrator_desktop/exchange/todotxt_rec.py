"""`rec:` of todo.txt: "1w" from the day it was done, "+1w" from the day it was due, "1b" on working days."""

from __future__ import annotations

import re
from typing import Final

from orchestrator_desktop.domain.recurrence import Recurrence
from orchestrator_desktop.domain.task import Due
from orchestrator_desktop.exchange.repeating import WORKING_DAYS, repeated

_REC: Final = re.compile(r"(\+?)(\d{0,4})([dbwmy])")
_RULES: Final = {"d": "FREQ=DAILY", "w": "FREQ=WEEKLY", "m": "FREQ=MONTHLY", "y": "FREQ=YEARLY"}
_WRITTEN: Final = re.compile(r"(FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY))(?:;INTERVAL=(\d+))?")


def read_rec(text: str, due: Due) -> Recurrence | None:
    """None for what is no rule that can be followed, such as every third working day."""
    match = _REC.fullmatch(text.lower())
    if match is None:
        return None
    strict, number, unit = match[1] == "+", int(match[2] or 1), match[3]
    if unit == "b":
        return repeated(WORKING_DAYS, due, after_done=not strict) if number == 1 else None
    return repeated(f"{_RULES[unit]};INTERVAL={number}", due, after_done=not strict)


def write_rec(recurrence: Recurrence, due: Due) -> str | None:
    """None where `rec:` could not say it whole."""
    sign = "" if recurrence.after_done else "+"
    match = _WRITTEN.fullmatch(recurrence.rrule)
    if recurrence.rrule == WORKING_DAYS:
        text = f"{sign}1b"
    elif match is not None:
        unit = next(unit for unit, rule in _RULES.items() if rule == match[1])
        text = f"{sign}{match[2] or 1}{unit}"
    else:
        return None
    return text if read_rec(text, due) == recurrence else None
