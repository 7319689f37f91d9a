"""What models cost: looked up in the price list that comes along, on a thread of its own, for it loads slowly."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, datetime

from orchestrator_desktop.domain.ids import ProviderId
from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.domain.money import CostSource, Price, cost
from orchestrator_desktop.engine.desk import Desk
from orchestrator_desktop.engine.pen import Pen
from orchestrator_desktop.operations import spending as writing
from orchestrator_desktop.operations.claiming import Claim
from orchestrator_desktop.providers.base import ModelInfo
from orchestrator_desktop.store import spending


async def look_up_queued(pen: Pen) -> None:
    """Keep the listed prices of the models that the queue asks, as far as they were not looked up yet."""
    for wanted in await pen.write(spending.unpriced):
        price = await asyncio.to_thread(_listed, wanted.base_url, wanted.model)
        await pen.write(writing.keep_listed_prices, provider_id=wanted.provider_id, prices=[(wanted.model, price)])


def look_up(desk: Desk, provider_id: ProviderId, base_url: str, models: list[str]) -> Future[None]:
    """Keep the listed prices of `models`, for a preview or a list of models that is shown."""
    return desk.loop.run(_look_up(desk, provider_id, base_url, models))


async def settled(claim: Claim, usage: Usage) -> tuple[Usage, CostSource]:
    """`usage` with what it cost: what the provider reports, else the price list, else the user's price; on this
    computer nothing, and where nobody knows it stays unknown."""
    if usage.cost_micro is not None:
        return usage, CostSource.REPORTED
    listed = None
    if claim.provider.leaves_computer:
        listed = await asyncio.to_thread(_cost, claim.provider.base_url, claim.model, usage)
    if listed is not None:
        return replace(usage, cost_micro=listed), CostSource.LISTED
    own = cost(usage, claim.own_price) if claim.own_price is not None else None
    if own is not None:
        return replace(usage, cost_micro=own), CostSource.OWN
    if not claim.provider.leaves_computer:
        return replace(usage, cost_micro=0), CostSource.FREE
    return usage, CostSource.UNKNOWN


def priced(base_url: str, models: Sequence[ModelInfo]) -> list[tuple[str, Price | None]]:
    """What each model costs: as its provider's own list says, else the price list that comes along. It may take a
    second the first time: call it on a thread that nothing waits for."""
    return [(model.id, _said(model) or _listed(base_url, model.id)) for model in models]


def _said(model: ModelInfo) -> Price | None:
    if model.input_micro is None or model.output_micro is None:
        return None
    return Price(model.input_micro, model.output_micro)


async def _look_up(desk: Desk, provider_id: ProviderId, base_url: str, models: list[str]) -> None:
    prices = await asyncio.to_thread(lambda: [(model, _listed(base_url, model)) for model in models])
    await asyncio.wrap_future(desk.writer.submit(writing.keep_listed_prices, provider_id=provider_id, prices=prices))


def _listed(base_url: str, model: str) -> Price | None:
    from orchestrator_desktop.providers import prices

    return prices.listed(base_url, model, datetime.now(UTC))


def _cost(base_url: str, model: str, usage: Usage) -> int | None:
    from orchestrator_desktop.providers import prices

    return prices.cost(base_url, model, usage, datetime.now(UTC))
