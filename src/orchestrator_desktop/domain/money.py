"""Money: what an answer costs, what may be spent, the amounts people type. Whole millionths of a US dollar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError
from orchestrator_desktop.domain.messages import Usage

MICRO: Final = 1_000_000
"""Micro-dollars in a dollar, and tokens in the million that prices are given for."""


class CostSource(StrEnum):
    """Who says what an answer cost, the best first."""

    REPORTED = "reported"  # the provider, with the answer
    LISTED = "listed"  # its published prices at the time of the request
    OWN = "own"  # the price that the user gave
    FREE = "free"  # a model on this computer
    UNKNOWN = "unknown"  # nobody: never shown as 0


@dataclass(frozen=True, slots=True)
class Price:
    """Micro-dollars for a million tokens. `cached_micro` None: what is read from the cache costs like the rest."""

    input_micro: int
    output_micro: int
    cached_micro: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """What a bill counts, made to fit: cached and written are parts of the input, reasoning is one of the output."""

    input: int
    output: int
    cached: int
    written: int
    reasoning: int


def counts(usage: Usage) -> Counts | None:
    """The counts of `usage` with their parts clamped; None where input or output is missing."""
    if usage.input_tokens is None or usage.output_tokens is None:
        return None
    whole, output = max(usage.input_tokens, 0), max(usage.output_tokens, 0)
    cached = _part(usage.cached_tokens, whole)
    written = _part(usage.cache_write_tokens, whole - cached)
    return Counts(whole, output, cached, written, _part(usage.reasoning_tokens, output))


def _part(tokens: int | None, whole: int) -> int:
    return min(max(tokens or 0, 0), whole)


def cost(usage: Usage, price: Price) -> int | None:
    """Micro-dollars for `usage`, rounded half up; None where a count that costs money is missing."""
    said = counts(usage)
    if said is None:
        return None
    cached_micro = price.input_micro if price.cached_micro is None else price.cached_micro
    millionths = (
        (said.input - said.cached) * price.input_micro + said.cached * cached_micro + said.output * price.output_micro
    )
    return (millionths + MICRO // 2) // MICRO


def estimate(input_tokens: int, output_tokens: int, price: Price) -> int:
    """Micro-dollars before anything is sent, as if nothing were cached."""
    return cost(Usage(input_tokens, output_tokens), price) or 0


class BudgetKind(StrEnum):
    """Which limit is meant."""

    DAY = "day"
    MONTH = "month"
    DELEGATION = "delegation"


@dataclass(frozen=True, slots=True)
class Budget:
    """Limits in micro-dollars. None is no limit, 0 is nothing at all."""

    day: int | None = None
    month: int | None = None
    delegation: int | None = None


@dataclass(frozen=True, slots=True)
class Spent:
    """Micro-dollars spent or reserved: today, this month, and for the delegation in question (its earlier attempts)."""

    day: int
    month: int
    delegation: int = 0


def over(budget: Budget, spent: Spent, wanted: int | None) -> BudgetKind | None:
    """The limit that reserving `wanted` more would exceed; of several, the one that waiting mends last.

    What is free (0) always passes. Of an unknown price (None) we know only that there is one: it passes as long as
    something is left.
    """
    for kind, limit, already in (
        (BudgetKind.DELEGATION, budget.delegation, spent.delegation),
        (BudgetKind.MONTH, budget.month, spent.month),
        (BudgetKind.DAY, budget.day, spent.day),
    ):
        if limit is not None and _exceeds(limit - already, wanted):
            return kind
    return None


def _exceeds(left: int, wanted: int | None) -> bool:
    return left <= 0 if wanted is None else wanted > max(left, 0)


_DOLLAR: Final = r"(?:US ?\$|\$ ?US|\$|USD)"
_TYPED: Final = re.compile(rf"(?:{_DOLLAR} ?)?(?P<number>.*?)(?: ?{_DOLLAR})?", re.IGNORECASE)
_BELOW_ZERO: Final = re.compile(rf"(?:{_DOLLAR} ?)?[-–−] ?{_DOLLAR}? ?[0-9.,]", re.IGNORECASE)
_TWO_READINGS: Final = re.compile(r"(?P<whole>[1-9][0-9]{0,2}),(?P<part>[0-9]{3})")
_ENGLISH: Final = re.compile(r"(?P<whole>[1-9][0-9]{0,2}(?:,[0-9]{3}){1,3})(?:\.(?P<part>[0-9]+))?")
_FRENCH: Final = re.compile(
    r"(?=[.,]?[0-9])(?P<whole>[0-9]{0,12}|[1-9][0-9]{0,2}(?:[ '’][0-9]{3}){1,3})(?:[.,](?P<part>[0-9]+))?"
)
"""French as far as it goes: it takes the point for the comma, and plain numbers of either language."""


def parse_amount(text: str) -> int | None:
    """Micro-dollars meant by what a person typed, in French or English: “5”, “$1,000.50”, “0,84 $”, “1 000,50”.

    None for an empty text. UsageError for what is no amount, is below zero, or means two things: “1,000”.
    """
    typed = " ".join(text.split())
    if not typed:
        return None
    if _BELOW_ZERO.match(typed):
        raise UsageError(QT_TRANSLATE_NOOP("errors", "An amount cannot be below zero. Nothing was changed."))
    shell = _TYPED.fullmatch(typed)
    number = shell["number"] if shell else ""
    if twofold := _TWO_READINGS.fullmatch(number):
        raise _two_readings(typed, twofold["whole"], twofold["part"])
    found = _ENGLISH.fullmatch(number) or _FRENCH.fullmatch(number)
    if found is None:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "errors", "“{typed}” is not an amount. Nothing was changed; write dollars, for example 5 or 0.50."
            ),
            typed=typed[:40],
        )
    whole = re.sub("[^0-9]", "", found["whole"])
    tenths = int(((found["part"] or "") + "0000000")[:7])
    return int(whole or "0") * MICRO + (tenths + 5) // 10


def _two_readings(typed: str, whole: str, part: str) -> UsageError:
    return UsageError(
        QT_TRANSLATE_NOOP(
            "errors", "“{typed}” can be read in two ways. Nothing was changed; write {thousands} or {decimals}."
        ),
        typed=typed[:40],
        thousands=whole + part,
        decimals=f"{whole}.{part[:2]}{part[2:].rstrip('0')}",
    )
