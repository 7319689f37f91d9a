"""Whether a line may repeat, by its words alone: the grammar of recurrence is imported only for one that may."""

from __future__ import annotations

import re
from typing import Final

from .line import Line
from .words import WEEKDAYS_EN, WEEKDAYS_FR

_UNITS = "jours?|semaines?|mois|ans?|annees?|days?|weeks?|months?|years?|j|trimestres?|quarters?"
_HINT: Final = re.compile(
    r"\*|(?<!\w)(?:every|everyday|each|ev|chaque|tou[st]|toutes?|tte?s?|ts|once|twice|1x|fois|times|alternate|"
    r"week-?days|week[ -]?ends|bi-?weekly|half-yearly|weekly|daily|monthly|quarterly|yearly|fortnightly|hourly|nightly|"
    r"annually|quotidien\w*|journellement|hebdo\w*|mensuel\w*|trimestriel\w*|semestriel\w*|annuel\w*|"
    rf"(?:{'|'.join((*WEEKDAYS_FR, *WEEKDAYS_EN))})s|"
    rf"(?:sur|in|out of) (?:deux|trois|quatre|two|three|four|[2-9])|(?:{_UNITS}) (?:after|apres)|"
    r"(?:du|le) (?:mois|semaine|trimestre)|"
    r"aux [a-z0-9]+ (?:semaines|mois|ans)|of (?:the|a) (?:month|week|quarter|year)|in the month)(?!\w)"
)


def may_repeat(line: Line) -> bool:
    return _HINT.search(line.text) is not None
