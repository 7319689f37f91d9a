"""Time zones of iCalendar: by their names in the world, by those of Windows and of old libraries, else by the rules
that the file itself gives."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, timedelta, timezone, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from orchestrator_desktop.exchange.ical_lines import Component

_OFFSET: Final = re.compile(r"\(?(?:UTC|GMT)?\s*([+-])(\d{1,2}):?(\d\d)?\)?", re.I)
_UTC: Final = frozenset({"Z", "UTC", "GMT", "ETC/UTC", "(UTC)"})


class Zones:
    """Those of one file, each looked for once."""

    def __init__(self, blocks: Mapping[str, Component]) -> None:
        self._blocks = blocks
        self._found: dict[str, tzinfo | None] = {}

    def named(self, name: str) -> tzinfo | None:
        """None where nothing tells what is meant."""
        if name not in self._found:
            self._found[name] = self._look_up(name)
        return self._found[name]

    def _look_up(self, name: str) -> tzinfo | None:
        if name.upper() in _UTC:
            return UTC
        block = self._blocks.get(name)
        place = block.first("X-LIC-LOCATION") if block else None
        return (
            _of_world(name)
            or (_of_world(place.value.strip()) if place else None)
            or _of_windows(name)
            or _of_path(name)
            or (_of_block(block) if block else None)
            or _of_offset(name)
        )


def _of_world(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # not found is a KeyError, a folder an OSError, a bad name a ValueError
        return None


def _of_windows(name: str) -> tzinfo | None:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    place = WINDOWS_TO_OLSON.get(name.strip())
    return _of_world(place) if place else None


def _of_path(name: str) -> tzinfo | None:
    """ "/freeassociation.sourceforge.net/Europe/Paris", "/mozilla.org/20070129_1/America/Argentina/Ushuaia"."""
    steps = name.strip("/").split("/")
    tails = ("/".join(steps[start:]) for start in range(1, len(steps)))
    return next((zone for tail in tails if (zone := _of_world(tail)) is not None), None)


def _of_block(block: Component) -> tzinfo | None:
    from icalendar import Timezone

    try:
        read = Timezone.from_ical("\r\n".join([*block.raw(), ""]))
        found = read.to_tz(lookup_tzid=False) if isinstance(read, Timezone) else None
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, ArithmeticError):  # whatever a file may say
        return None
    return found


def _of_offset(name: str) -> tzinfo | None:
    match = _OFFSET.match(name.strip())
    if match is None:
        return None
    span = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    return timezone(-span if match[1] == "-" else span) if span < timedelta(hours=24) else None
