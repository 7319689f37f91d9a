"""Limits, prices, and what a delegation will cost, about. Amounts are micro-dollars."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Final

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.delegate import Provider, Specialist
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.ids import ProviderId
from orchestrator_desktop.domain.money import BudgetKind, Price, estimate, over
from orchestrator_desktop.operations.acting import Act, acting
from orchestrator_desktop.operations.recording import record
from orchestrator_desktop.store import spending as reading
from orchestrator_desktop.store.steps import called
from orchestrator_desktop.store.store import Store, Value

USUAL_OUTPUT: Final = 800
"""Tokens of an answer, about, before a specialist has given any."""


def expected_output(store: Store, specialist: Specialist) -> int:
    """How many tokens an answer of the specialist will have, about: as its last ones had, within its own limit."""
    usual = reading.usual_output(store, specialist.id) or USUAL_OUTPUT
    return min(usual, specialist.options.max_tokens or usual)


def expected_cost(
    store: Store, provider: Provider, specialist: Specialist, model: str, input_tokens: int
) -> int | None:
    """What a request of so many tokens will cost, about; 0 on this computer, None where no price is known."""
    price = reading.price(store, provider.id, model)
    if price is None:
        return None if provider.leaves_computer else 0
    return estimate(input_tokens, expected_output(store, specialist), price)


def limit_reached(
    store: Store, provider: Provider, cost: int | None, *, today: date, delegation_id: int | None = None
) -> BudgetKind | None:
    """The limit that spending `cost` more with `provider` on the local day `today` would exceed; with `delegation_id`
    what its earlier attempts have cost counts for its own limit."""
    if not provider.leaves_computer and not cost:
        return None  # free
    return over(reading.budget(store), reading.spent(store, today, delegation_id=delegation_id), cost)


def set_own_price(store: Store, *, provider_id: ProviderId, model: str, price: Price | None) -> Changes:
    """Remember what the user says a model costs; None takes it away. It counts where no price is listed."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Change a price")) as act:
        found = store.row(
            "SELECT input_micro, output_micro FROM price WHERE provider_id = ? AND model = ? AND own",
            (provider_id, model),
        )
        if price is None:
            act.put(Kind.PRICE, called(provider_id, 1, model), None)
        elif found is None or tuple(found) != (price.input_micro, price.output_micro):
            values: dict[str, Value] = {
                "input_micro": price.input_micro,
                "output_micro": price.output_micro,
                "at": act.now,
            }
            act.put(Kind.PRICE, called(provider_id, 1, model), values)
        follow_price(act, provider_id)
    return act.changes


def follow_price(act: Act, provider_id: ProviderId) -> None:
    """Inside an act: what a provider costs has changed."""
    act.touch(Kind.PROVIDER, provider_id)
    look_again(act, provider_id)


def look_again(act: Act, provider_id: ProviderId | None = None) -> None:
    """Inside an act: a limit has changed, or a price of the provider. What the limits keep back is looked at again,
    and kept back again where it must be."""
    kept_back = act.store.rows(
        """SELECT attempt.id FROM attempt JOIN delegation ON delegation.id = attempt.delegation_id
        LEFT JOIN specialist ON specialist.id = delegation.specialist_id
        WHERE attempt.state = 'waiting' AND reason = 'budget' AND (:id IS NULL OR specialist.provider_id = :id)""",
        {"id": provider_id},
    )
    for row in kept_back:
        act.store.execute(
            "UPDATE attempt SET state = 'queued', reason = NULL, not_before = NULL WHERE id = ?", (row["id"],)
        )
        record(act, row["id"], AttemptState.QUEUED)


def keep_listed_prices(store: Store, *, provider_id: int, prices: Sequence[tuple[str, Price | None]]) -> Changes:
    """Keep what models cost according to the price list; None for those it does not know."""
    with acting(store, "", undoable=False) as act:
        for model, price in prices:
            _keep(act, provider_id, model, price, own=False)
        act.touch(Kind.PROVIDER, provider_id)
    return act.changes


def keep_models(store: Store, *, provider_id: int, models: Sequence[dict[str, str | int | None]]) -> Changes:
    """Keep the list of models a provider has just given, so that it is there without asking again."""
    with acting(store, "", undoable=False) as act:
        store.execute(
            """INSERT INTO model_list (provider_id, fetched_at, models) VALUES (?, ?, ?)
            ON CONFLICT (provider_id) DO UPDATE SET fetched_at = excluded.fetched_at, models = excluded.models""",
            (provider_id, act.now, json.dumps(list(models), ensure_ascii=False)),
        )
        act.touch(Kind.PROVIDER, provider_id)
    return act.changes


def _keep(act: Act, provider_id: int, model: str, price: Price | None, *, own: bool) -> None:
    act.store.execute(
        """INSERT INTO price (provider_id, model, own, input_micro, output_micro, at) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (provider_id, model, own) DO UPDATE SET input_micro = excluded.input_micro,
        output_micro = excluded.output_micro, at = excluded.at""",
        (
            provider_id,
            model,
            own,
            *((None, None) if price is None else (price.input_micro, price.output_micro)),
            act.now,
        ),
    )
