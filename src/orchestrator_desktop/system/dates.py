"""How dates are written where the user is."""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping
from typing import Final

_MONTH_FIRST: Final = frozenset({"US", "PH", "FM", "MH", "PW", "PR", "GU", "UM", "VI", "AS"})
"""Territories that write 3/12 for 12 March (CLDR)."""


def day_first(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether "3/12" means 3 December here: by the locale for times, which need not be the language's."""
    return _territory(environment) not in _MONTH_FIRST


def _territory(environment: Mapping[str, str]) -> str:
    """ "US" of "en_US.UTF-8"; Windows says "English_United States"."""
    name = environment.get("LC_ALL") or environment.get("LC_TIME") or environment.get("LANG") or ""
    if not name:
        name = locale.getlocale(locale.LC_TIME)[0] or ""
    if "UNITED STATES" in name.upper():
        return "US"
    return name.partition(".")[0].replace("-", "_").rpartition("_")[2].upper()


_TWELVE: Final = frozenset({
    "US", "CA", "AU", "NZ", "IN", "PH", "PK", "BD", "MY", "EG", "SA", "CO", "PR", "GU", "UM", "VI", "AS", "JM", "TT",
    "BS", "BB", "BZ", "GH", "NG", "KE",
})  # fmt: skip
"""Territories that tell the time of day by twelve hours (CLDR), of those whose languages are spoken here."""


def twelve_hours(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether 16:00 is 4:00 PM here: by the locale for times, which need not be the language's. In French it is not."""
    name = environment.get("LC_ALL") or environment.get("LC_TIME") or environment.get("LANG") or ""
    return _territory(environment) in _TWELVE and not name.lower().startswith("fr")


_SUNDAY: Final = frozenset(
    [
        "AG",
        "AS",
        "BD",
        "BR",
        "BS",
        "BT",
        "BW",
        "BZ",
        "CA",
        "CO",
        "DM",
        "DO",
        "ET",
        "GT",
        "GU",
        "HK",
        "HN",
        "ID",
        "IL",
        "IN",
        "JM",
        "JP",
        "KE",
        "KH",
        "KR",
        "LA",
        "MH",
        "MM",
        "MO",
        "MT",
        "MX",
        "MZ",
        "NI",
        "NP",
        "PA",
        "PE",
        "PH",
        "PK",
        "PR",
        "PT",
        "PY",
        "SA",
        "SG",
        "SV",
        "TH",
        "TT",
        "TW",
        "UM",
        "US",
        "VE",
        "VI",
        "WS",
        "YE",
        "ZA",
        "ZW",
    ]
)
_SATURDAY: Final = frozenset({
    "AE", "AF", "BH", "DJ", "DZ", "EG", "IQ", "IR", "JO", "KW", "LY", "OM", "QA", "SD", "SY",
})  # fmt: skip
"""Territories whose weeks begin on another day than Monday (CLDR)."""


def week_start(environment: Mapping[str, str] = os.environ) -> int:
    """The weekday on which weeks begin here, 0 for Monday: by the locale for times."""
    territory = _territory(environment)
    return 6 if territory in _SUNDAY else 5 if territory in _SATURDAY else 0
