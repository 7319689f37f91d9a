"""The phrases that say how often: « chaque lundi », "every 2 weeks", « dernier vendredi du mois », "quarterly"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from . import repeat_read as read
from .grammar import END, NUMERAL, After, key_of
from .repeat import Repeat
from .repeat_words import (
    DATE,
    DAY_WORD,
    DONE,
    EACH,
    EACH_WORDS,
    INTERVAL,
    MONTH,
    NUMBER,
    NUMBER_LIST,
    NUMBERS,
    ORDINAL_LIST,
    ORDINAL_WORDS,
    PARTS,
    PERIOD,
    PLURAL_LIST,
    SPACED_WEEKDAYS,
    SUFFIXED_LIST,
    UNIT,
    WEEK_END,
    WEEKDAY_LIST,
    WEEKDAY_RANGE,
    WORK_DAY,
)
from .words import MONTHS_EN, MONTHS_FR, NUMBERS_EN, NUMBERS_FR, WEEKDAYS_EN, WEEKDAYS_FR, either, words

Read = Callable[[re.Match[str]], Repeat | None]


@dataclass(frozen=True, slots=True)
class Core:
    """A pattern, the first words under which it is looked up, how to read it, and what may follow it.

    The pattern is compiled when it is first tried. `signed`: only after a `*`, which says that it repeats.
    """

    keys: frozenset[str]
    pattern: str
    read: Read
    after: After
    signed: bool


def core_at(text: str, at: int, *, signed: bool) -> tuple[Repeat, re.Match[str], After] | None:
    """The phrase from here on that says how often, by the rule that reads the most; what may follow it."""
    best: tuple[Repeat, re.Match[str], After] | None = None
    for one in _INDEX.get(key_of(text, at), ()):
        match = _compiled(one.pattern).match(text, at) if signed or not one.signed else None
        if match and (not best or match.end() > best[1].end()):
            repeat = one.read(match)
            best = (repeat, match, one.after) if repeat else best
    return best


def _core(first: Iterable[str], pattern: str, to: Read, *, noun: bool = True, signed: bool = False) -> Core:
    """`noun`: any word may follow, for what says "every"; else only what may follow a date in English."""
    keys = frozenset(key_of(word) for word in first)
    return Core(keys, f"(?:{pattern}){END}", to, After.SENTENCE if noun else After.END, signed)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _by_first_word(cores: Iterable[Core]) -> dict[str, tuple[Core, ...]]:
    found: dict[str, list[Core]] = {}
    for one in cores:
        for key in one.keys:
            found.setdefault(key, []).append(one)
    return {key: tuple(ones) for key, ones in found.items()}


_OF_THE = r"(?:du |de la |de l'|d'un |de chaque |of (?:the|each|every|a) |in (?:the|each) |each |every |chaque )"
_OF_EACH = r"(?:(?:de )?chaque|(?:of |in )?(?:each|every)|de tous les|of all)"
_ON_THE = r"(?:(?:on the|on|au|le|les|the|a la|at the) )?"
_ON_WORDS = words("on au le les the a at")
_ONCE = r"(?:(?:once|une fois|1 fois|1x) )?"
_WHAT = rf"{WORK_DAY}|{WEEK_END}|{DAY_WORD}|{WEEKDAY_LIST}"
_FULL_WEEKDAY = f"{either(WEEKDAYS_FR)}|{either(WEEKDAYS_EN)}"
_WEEKDAY_WORDS = (*WEEKDAYS_FR, *WEEKDAYS_EN)
_NUMBER_WORDS = (NUMERAL, *NUMBERS_FR, *NUMBERS_EN)
_EDGE = "(?P<edge>fins?|debuts?|end|start|beginning)"
_EDGE_PERIOD = f"(?P<period>semaine|week|{PERIOD})"

_EVERY: Final = (
    # "every 2 weeks", « toutes les deux semaines », "every! 3 days"
    _core(
        (*EACH_WORDS, "once", "une", NUMERAL),
        rf"{_ONCE}{EACH}(?P<done> ?!)?(?: (?P<n>{INTERVAL}))? ?(?P<unit>{UNIT})",
        read.each_unit,
    ),
    # « aux deux semaines », as in Quebec
    _core(
        ("aux",),
        rf"aux(?P<done>) (?P<n>{INTERVAL}) (?P<unit>semaines|mois|ans)",
        read.each_of_many,
        noun=False,
    ),
    _core(EACH_WORDS, rf"{EACH}(?: (?P<n>other|autre))? (?P<part>{PARTS})", read.part_of_each_day),
    _core(EACH_WORDS, rf"{EACH}(?: (?P<n>{INTERVAL}))? (?P<kind>{WORK_DAY}|{WEEK_END})", read.kind_of_day),
    # "every other friday", « tous les lundis et jeudis »
    _core(
        EACH_WORDS,
        rf"{EACH}(?: (?P<n>other|autre|alternate|single|[1-9]|deux|trois|two|three))? (?P<days>{WEEKDAY_LIST})",
        read.on_weekdays,
    ),
    _core(EACH_WORDS, rf"{EACH} (?P<days>{SPACED_WEEKDAYS})", read.on_weekdays),
    _core(EACH_WORDS, rf"{EACH} {WEEKDAY_RANGE}", read.from_to),
    _core(EACH_WORDS, rf"{EACH} (?P<ords>{ORDINAL_LIST}) (?P<what>{WEEKDAY_LIST})", read.second_or_other),
    _core(EACH_WORDS, rf"(?:every|each) (?P<ords>last|first) (?P<what>{WORK_DAY}|day)", read.nths),
    _core(EACH_WORDS, rf"{EACH} (?:mois de )?(?P<month>{either(MONTHS_FR)}|{either(MONTHS_EN)})", read.month),
    _core(EACH_WORDS, rf"{EACH} (?P<nums>{SUFFIXED_LIST})", read.numbers),
    _core(EACH_WORDS, rf"{EACH} {DATE}", read.year_day),
)
_OF_THE_MONTH: Final = (
    # « dernier vendredi du mois », "every first working day of the quarter"
    _core(
        (*EACH_WORDS, *_ON_WORDS, *ORDINAL_WORDS),
        rf"(?:{EACH} |{_ON_THE})(?P<ords>{ORDINAL_LIST}) (?P<what>{_WHAT}) {_OF_THE}(?P<period>mois)",
        read.nths,
    ),
    _core(
        (*_ON_WORDS, *ORDINAL_WORDS),
        rf"{_ON_THE}(?P<ords>{ORDINAL_LIST}) (?P<what>{_WHAT}) {_OF_THE}(?P<period>month)",
        read.nths,
        noun=False,
    ),
    _core(EACH_WORDS, rf"{EACH} (?P<ords>{ORDINAL_LIST}) (?P<what>{_WHAT}) {_OF_THE}(?P<period>{PERIOD})", read.nths),
    _core(
        EACH_WORDS,
        rf"{EACH} (?P<ords>{ORDINAL_LIST}) (?P<what>{_WHAT}) (?:of |in |de |d')(?P<month>{MONTH})",
        read.nths,
    ),
    _core(
        (*_ON_WORDS, *ORDINAL_WORDS),
        rf"{_ON_THE}(?P<ords>{ORDINAL_LIST}) (?P<what>{_WHAT}),? {_OF_EACH} (?P<period>{PERIOD})",
        read.nths,
    ),
    # « le 15 et le 30 de chaque mois », "12 March of every year"
    _core(
        (*_ON_WORDS, NUMERAL, "premier", "first"),
        rf"{_ON_THE}(?P<nums>{NUMBER_LIST}),? {_OF_EACH} (?P<period>mois|month|trimestre|quarter)",
        read.numbers,
    ),
    _core(
        words("le les on the"),
        rf"(?:le|les|on the) (?P<nums>{NUMBERS}) (?:du mois|of the month)(?P<period>)",
        read.numbers,
    ),
    _core(
        EACH_WORDS,
        rf"{EACH} (?P<nums>{NUMBER_LIST}) (?:du |of the |of each |of every )(?P<period>mois|month)",
        read.numbers,
    ),
    _core(
        (*_ON_WORDS, NUMERAL, "premier", "first", *MONTHS_EN),
        rf"{_ON_THE}{DATE},? {_OF_EACH} (?:annees?|years?|ans)",
        read.year_day,
    ),
    # "end of every month", « chaque fin de mois »
    _core(
        (*_ON_WORDS, *words("en fin fins debut debuts end start beginning")),
        rf"(?:{_ON_THE}|en ){_EDGE} {_OF_EACH} {_EDGE_PERIOD}",
        read.edge,
    ),
    _core((*EACH_WORDS, "a"), rf"(?:a )?{EACH} {_EDGE} (?:de |d'|of )(?:the )?{_EDGE_PERIOD}", read.edge),
    _core(EACH_WORDS, r"(?:every|each) (?P<period>week|month|quarter|year)[ -](?P<edge>end)", read.edge),
)
_OTHER: Final = (
    _core(read.ADVERBS, rf"(?P<adverb>{either(read.ADVERBS)})", read.adverb, noun=False),
    # « un vendredi sur deux », "one week in two", "once a month"
    _core(
        (NUMERAL, *words("un une")),
        rf"(?:une?|1) (?:(?P<days>{_FULL_WEEKDAY})|(?P<unit>{UNIT})) sur (?P<n>{NUMBER})",
        read.one_in,
    ),
    _core(
        WEEKDAYS_FR, rf"(?P<days>{either(WEEKDAYS_FR)})(?P<unit>) sur (?P<n>deux|2|trois|3)", read.one_in, noun=False
    ),
    _core(
        (NUMERAL, "one"),
        rf"(?:one|1) (?:(?P<days>{_FULL_WEEKDAY})|(?P<unit>{UNIT})) (?:in|out of) (?P<n>{NUMBER})",
        read.one_in,
        noun=False,
    ),
    _core(
        (NUMERAL, "once", "une"),
        rf"(?:once|une fois|1 fois|1x)(?: an?| par| per|/)? ?(?P<unit>{UNIT})",
        read.once_a,
        noun=False,
    ),
    # "on mondays and thursdays", « les lundis », "weekdays", "alternate fridays"
    _core(
        (*words("on les weekdays weekends week"), *(f"{word}s" for word in _WEEKDAY_WORDS)),
        rf"(?:(?:on|les) )?(?P<days>{PLURAL_LIST}|weekdays|week[ -]?ends)(?P<n>)",
        read.plurals,
        noun=False,
    ),
    _core(
        words("on alternate"),
        rf"(?:on )?(?P<n>alternate) (?P<days>{WEEKDAY_LIST}|week[ -]?ends)",
        read.plurals,
        noun=False,
    ),
    # « point hebdo le lundi »: the adjective stays in the title
    _core(words("le on"), rf"(?<=hebdo )le (?P<days>{WEEKDAY_LIST})", read.on_weekdays),
    _core(words("le on"), rf"(?<=hebdomadaire )le (?P<days>{WEEKDAY_LIST})", read.on_weekdays),
    # « 3 jours après fait »
    _core(
        _NUMBER_WORDS,
        rf"(?P<n>{NUMBER}|an?|un) ?(?P<unit>{UNIT}) (?:after|apres) (?:{DONE})",
        read.units_after_done,
        noun=False,
    ),
)
_SIGNED: Final = (
    # "*monday", « *hebdo », "*2 weeks", « *le 15 », "*12 March"
    _core(_WEEKDAY_WORDS, rf"(?P<days>{WEEKDAY_LIST})", read.on_weekdays, signed=True),
    _core(read.SIGNED, rf"(?P<adverb>{either(read.SIGNED)})", read.adverb, signed=True),
    _core(_NUMBER_WORDS, rf"(?P<n>{NUMBER}) ?(?P<unit>{UNIT})", read.units, signed=True),
    _core(words("le the on"), rf"(?:le |the |on the )(?P<nums>{NUMBER_LIST})", read.numbers, signed=True),
    _core((NUMERAL, "first"), rf"(?P<nums>{SUFFIXED_LIST})", read.numbers, signed=True),
    _core(
        (*words("le the on"), NUMERAL, "premier", "first", *MONTHS_EN),
        rf"(?:(?:le|the|on|on the) )?{DATE}",
        read.year_day,
        signed=True,
    ),
)
_INDEX: Final = _by_first_word((*_EVERY, *_OF_THE_MONTH, *_OTHER, *_SIGNED))
