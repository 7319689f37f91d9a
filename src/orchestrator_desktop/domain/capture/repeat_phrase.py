"""Finds the phrase that says how often in a line, and leaves alone what only looks like one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from . import context
from .grammar import After, Today
from .line import Line
from .meant import Found
from .repeat import Repeat
from .repeat_cores import core_at
from .repeat_details import UnclearError, lead, timed_lead, with_details
from .repeat_words import PLURAL_WEEKDAY
from .words import NUMBERS_EN, words

_START = re.compile(r"(?<![^\s(\[,;:])(?P<star>\*+ ?)?(?:a (?=chaque |tous les |toutes les ))?(?=[a-z0-9])")
# « le 15 et … », "the 15th and …": the first of two that the phrase does not hold.
_JOINED = re.compile(r"[0-9](?:er|st|nd|rd|th)?(?: (?:et|and|&)|,) (?:le |the |on the )?$")
# « la réunion de chaque lundi », "totals for each month": about the days, not on them.
_ABOUT: Final = frozenset(
    words(
        "de du des d' in dans en par per of between entre than que my mon ma our notre your not pas almost nearly "
        "presque comme like before avant after apres sur a until till jusqu'a from vs sauf except"
    )
)
_FOR_EACH: Final = frozenset(words("for pour with avec"))
# « tous les jours fériés », "every day counts": other days, or a sentence about them.
_NOT_EVERY = re.compile(
    r" (?:feries?|chomes?|off|(?:de |en |of |in )?20[0-9]{2}|compte|comptent|counts?|matters?|suffit|is|are|was|est"
    r"|sont|a son|has)(?![\w'-])"
)
# "I hate mondays", "twice daily", "the weekly"
_NOT_PLAINLY: Final = frozenset(
    words("the a an hate hates love loves like likes manic twice thrice times time fois x only some most many no read")
)
_PLURAL = re.compile(rf"{PLURAL_WEEKDAY}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """How often, where it is said, and the time said with it."""

    start: int
    end: int
    repeat: Repeat
    time: Found | None


def find_phrase(line: Line, today: Today) -> Phrase | None:
    """The first phrase of the line that says how often."""
    for place in _START.finditer(line.text):
        phrase = _phrase_at(line, today, place)
        if phrase:
            return phrase
    return None


def starts_repeating(line: Line, today: Today, at: int = 0) -> bool:
    """Whether a phrase that says how often stands here."""
    place = _START.match(line.text, at)
    return bool(place and _phrase_at(line, today, place))


def _phrase_at(line: Line, today: Today, place: re.Match[str]) -> Phrase | None:
    star = place["star"] or ""
    read = core_at(line.text, place.end(), signed=star == "*")
    if not read:
        return None
    repeat, match, after = read
    start, end = place.start(), match.end()
    said = None
    if not star:
        repeat, start = lead(line, repeat, start)
        said = timed_lead(line, repeat, start)
        repeat, start = said[:2] if said else (repeat, start)
        if _is_about(line, start, match[0]) or (after is After.END and _is_noun(line, start)):
            return None
    if line.text.startswith("*", end):
        return None  # **bold**
    repeat, end, time = with_details(line, today, repeat, start, end)
    if (said and time) or _JOINED.search(line.text[max(0, start - 12) : start]):
        raise UnclearError
    time = said[2] if said else time
    free = star == "*" or (after is After.SENTENCE and context.at_start(line, start))
    if time:
        after = After.SENTENCE
    elif match[0].startswith("each"):
        after = After.END
    if _NOT_EVERY.match(line.text, end) or not context.may_be_followed(line, end, after, free=free):
        return None
    if after is After.END and not star and not _is_plain(line, start, end, match[0], repeat):
        return None
    return Phrase(start, end, repeat, time)


def _is_plain(line: Line, start: int, end: int, said: str, repeat: Repeat) -> bool:
    """Whether an adverb or a plural by itself is no noun: not "Weekly with Bob", "Taco Tuesdays"."""
    if said.startswith("each"):
        return True
    if repeat.after_done:
        return context.ends_sentence(line, end)
    if context.at_start(line, start) and not context.ends_sentence(line, end):
        return False
    single_day = len(repeat.days) == 1 and not said.startswith(("on ", "les ", "alternate "))
    return not (single_day and _PLURAL.fullmatch(said)) or context.at_start(line, start)


def _is_about(line: Line, start: int, written: str) -> bool:
    word = context.word_before(line, start)
    tail = word[word.find("'") + 1 :] if "'" in word else word
    if word in _ABOUT or (tail in ("", "s") and word):
        return True
    return word in _FOR_EACH and (written.startswith(("each", "every", "chaque", "tou")))


def _is_noun(line: Line, start: int) -> bool:
    """Whether the word before makes a noun of an adverb or a plural: "the weekly", "in two mondays"."""
    word = context.word_before(line, start)
    return word in _NOT_PLAINLY or word in NUMBERS_EN or line.text[max(0, start - 2) : start - 1].isdecimal()
