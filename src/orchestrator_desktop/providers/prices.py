"""Published prices of the services we know, at a date: from the data that comes with genai-prices, never fetched.

The library is imported by the first question about a service that is known: some 0.4 s, so ask from a thread that may
wait. Each further answer takes less than a millisecond.
"""

from __future__ import annotations

import logging
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.domain.money import MICRO, Counts, Price, counts
from orchestrator_desktop.providers.address import origin

if TYPE_CHECKING:
    from genai_prices.types import ModelPrice, PriceCalculation

_log: Final = logging.getLogger(__name__)

_SERVICES: Final = {
    "https://api.anthropic.com": "anthropic",
    "https://api.cerebras.ai": "cerebras",
    "https://api.cohere.ai": "cohere",
    "https://api.cohere.com": "cohere",
    "https://api.deepseek.com": "deepseek",
    "https://api.fireworks.ai": "fireworks",
    "https://api.groq.com": "groq",
    "https://api.mistral.ai": "mistral",
    "https://api.moonshot.ai": "moonshotai",
    "https://api.novita.ai": "novita",
    "https://api.openai.com": "openai",
    "https://api.together.xyz": "together",
    "https://api.x.ai": "x-ai",
    "https://generativelanguage.googleapis.com": "google",
    "https://openrouter.ai": "openrouter",
}
"""Origins, and what genai-prices calls them. Its own patterns are not used: they match by the beginning
(api.openai.com.example.org), and hosts where anybody may serve a model of a known name (Azure, Modal, Databricks).
Left out too: Perplexity bills searches that its token counts do not tell; Z.AI and MiniMax sell plans at the same host.
"""

_FAILURES: Final = (ArithmeticError, AttributeError, ImportError, TypeError, ValueError)
"""What a library that disagrees with itself or with us may raise. An unknown model (LookupError) is no failure."""


def listed(base_url: str, model: str, at: datetime) -> Price | None:
    """The price published for `model` at `at`, for display and estimates; None where there is none.

    Where long prompts cost more, the price of short ones. `at` is aware: DeepSeek's depends on the hour.
    """
    said = _ask(base_url, model, Counts(0, 0, 0, 0, 0), at)
    if said is None:
        return None
    prices = said.model_price
    return Price(
        _base(prices, "input_mtok") or 0,
        _base(prices, "output_mtok") or 0,
        _base(prices, "cache_read_mtok"),
    )


def cost(base_url: str, model: str, usage: Usage, at: datetime) -> int | None:
    """Micro-dollars for `usage` at the prices of `at`, the price steps of long prompts and the cache included.

    None where the service, the model or a count is unknown: never 0 for want of knowing.
    """
    said = counts(usage)
    found = None if said is None else _ask(base_url, model, said, at)
    return None if found is None else _micro(found.total_price)


def _ask(base_url: str, model: str, said: Counts, at: datetime) -> PriceCalculation | None:
    service = _service(base_url)
    if service is None:
        return None
    try:
        from genai_prices import Usage as Bill
        from genai_prices import calc_price

        # Like ours: input holds what was read from and written to the cache, output holds the reasoning.
        bill = Bill(
            input_tokens=said.input,
            cache_read_tokens=said.cached,
            cache_write_tokens=said.written,
            output_tokens=said.output,
            output_reasoning_tokens=said.reasoning,
        )
        found = calc_price(bill, model.removeprefix("models/"), provider_id=service, genai_request_timestamp=at)
    except LookupError:
        return None
    except _FAILURES:
        _log.warning("no price for a model of %s", service, exc_info=True)
        return None
    return found if _is_whole(found) else None


def _service(base_url: str) -> str | None:
    try:
        return _SERVICES.get(origin(base_url))
    except UsageError:
        return None


def _is_whole(found: PriceCalculation) -> bool:
    """Whether both directions have a price: the library counts what has none as 0. Free models have none at all."""
    prices = found.model_price
    if prices.input_mtok is not None and prices.output_mtok is not None:
        return True
    return found.model.id.endswith(":free") and not any(price is not None for price in vars(prices).values())


def _base(prices: ModelPrice, name: str) -> int | None:
    """Micro-dollars for a million tokens, before any step; None where `prices` does not say."""
    price = getattr(prices, name)
    dollars = getattr(price, "base", price)
    return _micro(dollars) if isinstance(dollars, Decimal) else None


def _micro(dollars: Decimal) -> int:
    return int((dollars * MICRO).to_integral_value(ROUND_HALF_UP))
