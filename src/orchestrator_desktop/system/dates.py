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
    name = environment.get("LC_ALL") or environment.get("LC_TIME") or environment.get("LANG") or ""
    if not name:
        name = locale.getlocale(locale.LC_TIME)[0] or ""
    territory = name.partition(".")[0].replace("-", "_").rpartition("_")[2].upper()
    return territory not in _MONTH_FIRST and "UNITED STATES" not in name.upper()
