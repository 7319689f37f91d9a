"""Parts of the day: « ce soir », "tomorrow morning", « en fin de journée », and the time each is taken for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from .grammar import END, Clock, Day, Needs, Rule, Today, rule
from .later import Later
from .words import either, value

_MORNING = Clock(9, until=12)
_NOON = Clock(12, until=14)
_AFTERNOON = Clock(14, until=18)
CLOSE: Final = Clock(18, until=24)
_EVENING = Clock(19, until=24)
_FIRST_THING = Clock(8, needs=Needs.DAY)

_WORDS: Final = {
    "matin": _MORNING, "apres-midi": _AFTERNOON, "aprem": _AFTERNOON, "apm": _AFTERNOON,
    "soir": _EVENING, "nuit": Clock(22, until=24),
    "morning": _MORNING, "lunchtime": _NOON, "afternoon": _AFTERNOON, "evening": _EVENING, "night": Clock(20, until=24),
    "arvo": _AFTERNOON, "am": _MORNING, "pm": _AFTERNOON,
}  # fmt: skip
_PHRASES: Final = {
    "premiere heure": _FIRST_THING, "1ere heure": _FIRST_THING,
    "debut de matinee": Clock(8, 30, until=10), "matinee": _MORNING,
    "fin de matinee": Clock(11, until=12), "debut d'apres-midi": _AFTERNOON, "l'apres-midi": _AFTERNOON,
    "fin d'apres-midi": Clock(17, until=18), "fin d'aprem": Clock(17, until=18),
    "debut de soiree": Clock(18, 30, until=21), "soiree": _EVENING, "fin de soiree": Clock(22, until=24),
    "milieu de matinee": Clock(10, until=12), "milieu d'apres-midi": Clock(15, until=18), "l'aprem": _AFTERNOON,
    "milieu de journee": _NOON,
    "debut de journee": _MORNING, "fin de journee": CLOSE, "fin de la journee": CLOSE,
}  # fmt: skip
_ENGLISH: Final = {
    "end of day": CLOSE, "end of the day": CLOSE, "end of today": CLOSE, "end of play": CLOSE,
    "close of business": CLOSE, "close of play": CLOSE, "eod": CLOSE, "cob": CLOSE,
    "end of business": CLOSE, "lunchtime": replace(_NOON, needs=Needs.DAY_OR_PREPOSITION),
    "first thing in the morning": _FIRST_THING,
    "first thing": _FIRST_THING,
    **{phrase: replace(clock, needs=Needs.DAY) for phrase, clock in {
        "mid-morning": Clock(10, until=12), "late morning": Clock(11, until=12), "early morning": Clock(8, until=10),
        "mid-afternoon": Clock(15, until=18), "early afternoon": _AFTERNOON, "late afternoon": Clock(17, until=18),
        "early evening": Clock(18, until=21), "late evening": Clock(21, until=24),
    }.items()},
}  # fmt: skip

FRENCH_PARTS: Final = frozenset(("matin", "apres-midi", "apres midi", "aprem", "apm", "soir", "nuit"))

OF_A_DAY = Later(
    rf"(?: (?:au |le |in the |at )?(?P<word>{either(_WORDS)})| (?P<dotted>[ap])\.m\.?"
    rf"| (?:en |dans )?(?:l')?(?P<before>avant-midi)| (?:l'|en )(?P<elided>apres[ -]midi|aprem)){END}"
)
"""What follows a day: « (demain) matin », "(friday) in the evening"."""

_FLOATING = Later(
    rf"(?:(?:en |dans la |dans |ds la |ds |a la |des la |(?P<la>la ))(?P<fr>{either(_PHRASES)})"
    r"|(?P<fin>premiere heure|1ere heure|fin de journee|fin d'apres[ -]midi|fin d'aprem|fin de matinee)"
    rf"|(?:the )?(?P<en>{either(_ENGLISH)})){END}"
)
FLOATING_STARTS: Final = frozenset(
    {
        "en",
        "la",
        "dans",
        "ds",
        "a",
        "des",
        "fin",
        "premiere",
        "lunchtime",
        "the",
        "end",
        "close",
        "eod",
        "cob",
        "first",
        "mid",
        "early",
        "late",
    }
)


def part_named(word: str) -> Clock:
    """The part of the day that a word names, in the singular or not (« matins »)."""
    singular = word[:-1] if word.endswith("s") else word
    return _NOON if singular in ("midi", "lunchtime") else _EVENING if singular == "soiree" else value(_WORDS, singular)


def part_of_a_day(match: re.Match[str]) -> Clock:
    """The part named by a match of OF_A_DAY."""
    if match["dotted"]:
        return _WORDS[f"{match['dotted']}m"]
    return _MORNING if match["before"] else value(_WORDS, match["word"] or match["elided"])


def floating_part(text: str, at: int) -> tuple[Clock, int] | None:
    """A part of the day that stands by itself (« en fin de journée », "EOD"), and where it ends."""
    match = _FLOATING.match(text, at)
    if not match:
        return None
    clock = _ENGLISH[match["en"]] if match["en"] else value(_PHRASES, match["fr"] or match["fin"])
    # « la fin de journée » alone is spoken about; « avant la fin de journée » is when.
    return replace(clock, needs=Needs.DAY_OR_PREPOSITION) if match["la"] else clock, match.end()


def _this_part(match: re.Match[str], today: Today) -> Day:
    return Day(today.date, part=_NOON if match["part"] == "midi" else value(_WORDS, match["part"]))


def _tonight(match: re.Match[str], today: Today) -> Day:
    return Day(today.date, part=_EVENING, english=True)


DAYS: Final[tuple[Rule, ...]] = (
    rule(
        ["ce", "cet", "cette"], r"(?:ce|cet|cette) (?P<part>matin|midi|apres[ -]midi|aprem|apm|soir|nuit)", _this_part
    ),
    rule(["this"], r"this (?P<part>morning|lunchtime|afternoon|arvo|evening)", _this_part),
    rule(["tonight"], "tonight", _tonight),
)
