"""Times of day: « 9h30 », « 14 h », « midi et demi », "9am", "17:00", "half past nine", "at 5"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from .grammar import END, NUMERAL, After, Clock, Needs, key_of
from .later import Later
from .parts import FLOATING_STARTS, floating_part
from .words import NUMBERS_EN, NUMBERS_FR, either, number

NOON: Final = 12
EVENING: Final = 19
_DAWN = 5
HOURS: Final = 24
EARLY: Final = 6
"""Before it, « 2h » is more often a length than a time; a clock face's 1 to 6 are the afternoon's."""
_ROUND = 5
"""A time of day said alone is round: "17:00" is one, "John 3:16" is not."""
_PLACES = 2

_HOUR = "(?P<h>2[0-3]|[01]?[0-9])"
_MINUTES = "(?P<m>[0-5][0-9])"
_MORE = r"(?: (?:et (?P<plus>demie?|quart|quinze|trente)|moins (?P<less>le quart|cinq|dix|vingt|[0-9]{1,2})))?"
_HALF = "(?P<half> du mat(?:in)?| du soir| de l'apres[ -]midi| in the (?:morning|afternoon|evening)| at night)?"
_SHARP = "(?: pile| precises?| tapantes?| petantes?| sharp)?"
_TAIL = f"{_HALF}{_SHARP}{END}"
_WORDS_FR = either(NUMBERS_FR)
_WORDS_EN = either(word for word in NUMBERS_EN if " " not in word)
_HOUR_WORDS = either(list(NUMBERS_EN)[:NOON])
_MINUTES_SAID = {
    "demi": 30,
    "demie": 30,
    "trente": 30,
    "half": 30,
    "quart": 15,
    "le quart": 15,
    "quinze": 15,
    "quarter": 15,
}

_AM_PM = Later(
    rf"(?P<h>1[0-2]|0?[1-9])(?:[:.]{_MINUTES}| ?h(?: ?(?P<after_h>[0-5][0-9]))?)? ?"
    rf"(?P<half>[ap])(?:m|\.m\.?){_SHARP}{END}"
)
_H = Later(rf"{_HOUR}(?P<gap> )?h(?:(?(gap) ?){_MINUTES}(?:mn|min)?| (?P<apart>[0-5][0-9])(?! \w)|{_MORE}){_TAIL}")
_HEURES = Later(
    rf"(?:{_HOUR}|(?P<word>{_WORDS_FR})) ?heures?(?: (?:{_MINUTES}|(?P<spelt>{_WORDS_FR}))(?! [a-z])|{_MORE}){_TAIL}"
)
_COLON = Later(f"{_HOUR}:{_MINUTES}{_TAIL}")
_NAMED = Later(f"(?P<name>noon|midday|midnight|midi|minuit){_MORE}{_SHARP}{END}")
_PAST = Later(
    rf"(?:a )?(?:(?P<plus>half|quarter|five|ten|twenty(?:[ -]five)?) past"
    rf"|(?P<less>quarter|(?<!from )(?<!between )(?P<to>five|ten|twenty(?:[ -]five)?)) to) "
    rf"(?P<h>1[0-2]|[1-9]|{_WORDS_EN}){_TAIL}"
)
_CLOCK = Later(f"(?P<h>1[0-2]|[1-9]|{_WORDS_EN}) o'?clock{_TAIL}")
_FIGURES = Later(rf"(?:(?<=at )|(?<=@ )|(?<=@))(?:(?P<h>1[0-2]|[1-9])\.|(?P<sharp>[01][0-9]|2[0-3])){_MINUTES}{END}")
_BARE = Later(f"(?P<h>1[0-2]|[1-9]|{_HOUR_WORDS}){_TAIL}")

STARTS: Final = frozenset(
    {NUMERAL, "noon", "midday", "midnight", "midi", "minuit", "half", "quarter", "ten", "twenty"}
    | {key_of(word) for word in (*NUMBERS_FR, *NUMBERS_EN)}
    | FLOATING_STARTS
)


def clock_at(text: str, at: int) -> tuple[Clock, int] | None:
    """The time of day written from here on, and where it ends."""
    if key_of(text, at) not in STARTS:
        return None
    for form, read in _FORMS:
        match = form.match(text, at)
        if match:
            clock = read(match)
            return (clock, match.end()) if clock else None
    return floating_part(text, at)


def in_part(clock: Clock, part: Clock) -> Clock:
    """The time as it is meant within a part of the day: « ce soir 8h » is 20:00, "tomorrow morning at 5" is 5:00."""
    hour = clock.hour - NOON if clock.guess and clock.hour > NOON else clock.hour
    is_evening = part.hour >= EVENING
    if part.hour >= NOON and (_DAWN if is_evening else 1) <= hour < NOON:
        hour += NOON
    return replace(clock, hour=hour, guess=False)


def after_midnight(clock: Clock, part: Clock | None) -> bool:
    """Whether the time falls on the next day: « ce soir à minuit », "tonight at 1am"."""
    return part is not None and part.hour >= EVENING and clock.hour < _DAWN


def _am_pm(match: re.Match[str]) -> Clock:
    hour = int(match["h"]) % NOON + (NOON if match["half"] == "p" else 0)
    return Clock(hour, int(match["m"] or match["after_h"] or 0))


def _h(match: re.Match[str]) -> Clock:
    minute = match["m"] or match["apart"]
    after = After.SENTENCE if minute else After.END
    needs = Needs.PREPOSITION if int(match["h"]) < EARLY and not match["half"] else Needs.NOTHING
    return _shifted(match, int(match["h"]), int(minute or 0), Clock(0, needs=needs, after=after))


def _heures(match: re.Match[str]) -> Clock | None:
    hour = int(match["h"]) if match["h"] else number(match["word"], NUMBERS_FR)
    minute = int(match["m"] or 0) or (number(match["spelt"], NUMBERS_FR) if match["spelt"] else 0)
    if hour >= HOURS or minute >= 60:
        return None
    needs = Needs.PREPOSITION if hour < EARLY else Needs.DAY_OR_PREPOSITION
    return _shifted(match, hour, minute, Clock(0, needs=needs, after=After.SENTENCE))


def _colon(match: re.Match[str]) -> Clock:
    round_time = len(match["h"]) == _PLACES and int(match["m"]) % _ROUND == 0
    needs = Needs.NOTHING if round_time else Needs.DAY_OR_PREPOSITION
    clock = Clock(0, needs=needs, after=After.END, guess=len(match["h"]) == 1)
    return _shifted(match, int(match["h"]), int(match["m"]), clock)


def _named(match: re.Match[str]) -> Clock:
    midnight = match["name"] in ("midnight", "minuit")
    # « Midi et demi » is an hour, « midi » also a place.
    needs = Needs.NOTHING if match["plus"] else Needs.DAY_OR_PREPOSITION
    clock = Clock(0, needs=needs, midnight=midnight)
    return _shifted(match, 0 if midnight else NOON, 0, clock)


def _faced(match: re.Match[str]) -> Clock:
    """Hours of a clock face: "half past nine", "5 o'clock"."""
    # "Ten to five" may count people, "at ten to five" is a time.
    needs = Needs.PREPOSITION if match.groupdict().get("to") else Needs.NOTHING
    return _shifted(match, number(match["h"], NUMBERS_EN), 0, Clock(0, after=After.END, guess=True, needs=needs))


def _bare(match: re.Match[str]) -> Clock:
    hour = number(match["h"], NUMBERS_EN)
    needs = Needs.DAY_AND_AT if match["h"].isdecimal() else Needs.DAY_BEFORE
    return _shifted(match, hour, 0, Clock(0, after=After.END, guess=True, needs=needs))


def _figures(match: re.Match[str]) -> Clock:
    """ "(Tomorrow) at 7.15", "at 0900": prices and numbers anywhere else."""
    clock = Clock(0, after=After.END, guess=match["h"] is not None, needs=Needs.DAY_AND_AT)
    return _shifted(match, int(match["h"] or match["sharp"]), int(match["m"]), clock)


def _shifted(match: re.Match[str], hour: int, minute: int, like: Clock) -> Clock:
    """The time with its « et quart », « moins dix », « du soir », and the half of the day that is guessed."""
    groups = match.groupdict()
    half = groups.get("half") or ""
    guess = like.guess and not half
    if half and hour < NOON and not half.startswith((" du mat", " in the morning")):
        hour += NOON
    if guess and 1 <= hour <= EARLY:
        hour += NOON
    plus, less = (_minutes_said(groups.get(name)) for name in ("plus", "less"))
    total = (hour * 60 + minute + plus - less) % (HOURS * 60)
    return replace(like, hour=total // 60, minute=total % 60, guess=guess)


def _minutes_said(said: str | None) -> int:
    if not said:
        return 0
    if said.startswith("twenty") and said.endswith("five"):
        return 25
    return _MINUTES_SAID[said] if said in _MINUTES_SAID else number(said, NUMBERS_FR | NUMBERS_EN)


_FORMS = (
    (_AM_PM, _am_pm),
    (_COLON, _colon),
    (_H, _h),
    (_HEURES, _heures),
    (_NAMED, _named),
    (_PAST, _faced),
    (_CLOCK, _faced),
    (_FIGURES, _figures),
    (_BARE, _bare),
)
