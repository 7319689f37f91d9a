"""What models cost: looked up in the price list that comes along, on a thread of its own, for it loads slowly."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.domain.money import CostSource, Price, cost
from orchestrator_desktop.engine.pen import Pen
from orchestrator_desktop.operations import spending as writing
from orchestrator_desktop.operations.claiming import Claim
from orchestrator_desktop.store import spending


async def look_up_queued(pen: Pen) -> bool:
    """Keep the listed prices of the models that the queue asks, as far as they were not looked up yet; whether there
    were any."""
    found = await pen.write(spending.unpriced)
    for wanted in found:
        price = await asyncio.to_thread(listed, wanted.base_url, wanted.model)
        await pen.write(writing.keep_listed_prices, provider_id=wanted.provider_id, prices=[(wanted.model, price)])
    return bool(found)


async def settled(claim: Claim, usage: Usage) -> tuple[Usage, CostSource]:
    """`usage` with what it cost: what the provider reports, else the price list, else the user's price; on this
    computer nothing, and where nobody knows it stays unknown."""
    if usage.cost_micro is not None:
        return usage, CostSource.REPORTED
    listed = None
    if claim.provider.leaves_computer:
        listed = await asyncio.to_thread(_cost, claim, usage)
    if listed is not None:
        return replace(usage, cost_micro=listed), CostSource.LISTED
    own = cost(usage, claim.own_price) if claim.own_price is not None else None
    if own is not None:
        return replace(usage, cost_micro=own), CostSource.OWN
    if not claim.provider.leaves_computer:
        return replace(usage, cost_micro=0), CostSource.FREE
    return usage, CostSource.UNKNOWN


def listed(base_url: str, model: str) -> Price | None:
    """What the price list says today. It may take a second the first time: call it on a thread nothing waits for."""
    from orchestrator_desktop.providers import prices

    return prices.listed(base_url, model, datetime.now(UTC))


def _cost(claim: Claim, usage: Usage) -> int | None:
    """By the list of the day on which it was asked for: an answer may be read on another."""
    from orchestrator_desktop.providers import prices

    return prices.cost(claim.provider.base_url, claim.model, usage, claim.sent_at or datetime.now(UTC))
