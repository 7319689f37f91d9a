"""Reading what was spent, what may be spent, and what models cost. Amounts are micro-dollars."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.money import Budget, Price, Spent
from orchestrator_desktop.store.days import settings
from orchestrator_desktop.store.store import Store

BUDGET_DAY: Final = "budget.day"
BUDGET_MONTH: Final = "budget.month"
BUDGET_DELEGATION: Final = "budget.delegation"
WHEN_SPENT: Final = "budget.when_spent"
"""Setting: "ask", "local" or "tomorrow"."""
DEFAULT_DAY: Final = 5_000_000
PRICES: Final = 5_000
"""More models no provider offers: one range of an index, read whole."""


def budget(store: Store) -> Budget:
    """The limits; a day's is five dollars until the user says otherwise. A setting of `false` is no limit."""
    said = settings(store, {BUDGET_DAY: DEFAULT_DAY, BUDGET_MONTH: False, BUDGET_DELEGATION: False})
    return Budget(_limit(said[BUDGET_DAY]), _limit(said[BUDGET_MONTH]), _limit(said[BUDGET_DELEGATION]))


def _limit(said: object) -> int | None:
    return said if isinstance(said, int) and not isinstance(said, bool) else None


@dataclass(frozen=True, slots=True)
class Since:
    """What left since a moment. `micro` counts what is known or reserved, `unknown` the requests of unknown cost."""

    micro: int
    requests: int
    tokens: int
    providers: int
    unknown: int


def spent_since(store: Store, start: datetime) -> Since:
    """Attempts sent since `start`: settled ones at their cost, those under way, or lost, at what was reserved."""
    found = store.row(
        """SELECT coalesce(sum(coalesce(cost_micro, reserved_micro)), 0) AS micro, count(*) AS requests,
        coalesce(sum(coalesce(input_tokens, input_estimate)), 0) AS tokens, count(DISTINCT provider) AS providers,
        coalesce(sum(cost_micro IS NULL AND state NOT IN ('sent', 'streaming')), 0) AS unknown
        FROM attempt WHERE sent_at >= ? AND state <> 'waiting'""",
        (moments.to_text(start),),
    )
    assert found is not None  # an aggregate always has a row
    return Since(**dict(found))


def spent(store: Store, today: date, *, delegation_id: int | None = None) -> Spent:
    """What the local day and month of `today` have cost so far, and the attempts of a delegation together."""
    earlier: int | None = store.value(
        "SELECT sum(coalesce(cost_micro, reserved_micro)) FROM attempt WHERE delegation_id = ? AND sent_at IS NOT NULL",
        (delegation_id,),
    )
    return Spent(
        day=spent_since(store, moments.day_bounds(today)[0]).micro,
        month=spent_since(store, moments.day_bounds(today.replace(day=1))[0]).micro,
        delegation=earlier or 0,
    )


def price(store: Store, provider_id: int, model: str) -> Price | None:
    """What a model costs: as listed, else as the user said, else None."""
    rows = store.rows(
        """SELECT input_micro, output_micro FROM price WHERE provider_id = ? AND model = ?
        AND input_micro IS NOT NULL AND output_micro IS NOT NULL ORDER BY own LIMIT 2""",
        (provider_id, model),
    )
    return Price(rows[0]["input_micro"], rows[0]["output_micro"]) if rows else None


def looked_up(store: Store, provider_id: int, model: str) -> bool:
    """Whether the price list was asked for the model, whatever it said."""
    found = store.value("SELECT 1 FROM price WHERE provider_id = ? AND model = ? AND own = 0", (provider_id, model))
    return found is not None


def own_price(store: Store, provider_id: int, model: str) -> Price | None:
    """What the user said a model costs."""
    found = store.row(
        "SELECT input_micro, output_micro FROM price WHERE provider_id = ? AND model = ? AND own = 1",
        (provider_id, model),
    )
    return None if found is None else Price(found["input_micro"], found["output_micro"])


@dataclass(frozen=True, slots=True)
class Priced:
    """What a model costs. `own`: the user says so, no list does."""

    price: Price
    own: bool


def prices(store: Store, provider_id: int) -> dict[str, Priced]:
    """What the provider's models cost, as far as it is known: as listed, else as the user said."""
    rows = store.rows(
        """SELECT model, own, input_micro, output_micro FROM price WHERE provider_id = ?
        AND input_micro IS NOT NULL AND output_micro IS NOT NULL ORDER BY model, own DESC LIMIT ?""",
        (provider_id, PRICES),
    )
    # What is listed comes last, and stays.
    return {row["model"]: Priced(Price(row["input_micro"], row["output_micro"]), bool(row["own"])) for row in rows}


@dataclass(frozen=True, slots=True)
class Unpriced:
    """A model about to be asked, whose listed price was not looked up yet."""

    provider_id: int
    base_url: str
    model: str


def unpriced(store: Store) -> list[Unpriced]:
    """Models of providers elsewhere that something in the queue asks, and of which no price was looked up."""
    rows = store.rows(
        """SELECT DISTINCT provider.id, provider.base_url,
        coalesce(nullif(specialist.model, ''), provider.model) AS asked
        FROM attempt JOIN delegation ON delegation.id = attempt.delegation_id
        JOIN specialist ON specialist.id = delegation.specialist_id
        JOIN provider ON provider.id = specialist.provider_id
        WHERE attempt.state IN ('queued', 'waiting') AND provider.kind = 'remote' AND NOT EXISTS (
          SELECT 1 FROM price WHERE price.provider_id = provider.id AND own = 0
          AND price.model = coalesce(nullif(specialist.model, ''), provider.model))
        LIMIT 50"""
    )
    return [Unpriced(row["id"], row["base_url"], row["asked"]) for row in rows]


def usual_output(store: Store, specialist_id: int) -> int | None:
    """How many tokens the specialist's last answers had, about; None where there are none yet."""
    found: float | None = store.value(
        """SELECT avg(output_tokens) FROM (SELECT output_tokens FROM attempt
          JOIN delegation ON delegation.id = attempt.delegation_id
          WHERE delegation.specialist_id = ? AND attempt.state = 'complete' AND output_tokens IS NOT NULL
          ORDER BY attempt.id DESC LIMIT 10)""",
        (specialist_id,),
    )
    return None if found is None else round(found)


@dataclass(frozen=True, slots=True)
class ModelList:
    """The models a provider offered when it was last asked: rows as `operations.spending.keep_models` stored them."""

    fetched_at: datetime
    models: list[dict[str, str | int | None]]


def model_list(store: Store, provider_id: int) -> ModelList | None:
    found = store.row("SELECT fetched_at, models FROM model_list WHERE provider_id = ?", (provider_id,))
    return None if found is None else ModelList(moments.moment(found["fetched_at"]), json.loads(found["models"]))
