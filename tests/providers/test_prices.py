"""List prices: to the micro-dollar, counted by hand, and for services that are known only."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain import money
from orchestrator_desktop.domain.messages import Options, Usage
from orchestrator_desktop.domain.money import Price
from orchestrator_desktop.providers.base import Dialect, Endpoint, Request, UsageSeen
from orchestrator_desktop.providers.prices import cost, listed
from orchestrator_desktop.providers.registry import adapter

AT = datetime(2026, 11, 20, 12, tzinfo=UTC)

OPENAI = "https://api.openai.com/v1"
ANTHROPIC = "https://api.anthropic.com"
GEMINI = "https://generativelanguage.googleapis.com/v1beta"
OPENROUTER = "https://openrouter.ai/api/v1"
DEEPSEEK = "https://api.deepseek.com"

# The rows of WIRE.md 2.7, counted by hand. A dollar for a million tokens is a micro-dollar a token.
ROWS: dict[str, tuple[str, str, Usage, int]] = {
    "Responses: cached and written inside the input, reasoning inside the output": (
        OPENAI,
        "gpt-5.6-luna",
        Usage(10_000, 500, cached_tokens=4_000, cache_write_tokens=2_000, reasoning_tokens=300),
        1_980,  # 4,000 x 0.20 + 4,000 x 0.02 + 2,000 x 0.25 + 500 x 1.20
    ),
    "Chat: cached inside the prompt, reasoning inside the completion": (
        OPENAI,
        "gpt-4o",
        Usage(1_000, 200, cached_tokens=400, reasoning_tokens=50),
        4_000,  # 600 x 2.50 + 400 x 1.25 + 200 x 10
    ),
    "Chat: more reasoning than completion, as OpenRouter counted it": (
        OPENROUTER,
        "openai/gpt-4o",
        Usage(1_000, 10, cached_tokens=400, reasoning_tokens=11),
        2_100,  # 600 x 2.50 + 400 x 1.25 + 10 x 10
    ),
    "Anthropic: three disjoint counts made one input": (
        ANTHROPIC,
        "claude-sonnet-4-5-20250929",
        Usage(100 + 2_000 + 1_000, 50, cached_tokens=2_000, cache_write_tokens=1_000),
        5_400,  # 100 x 3 + 2,000 x 0.30 + 1,000 x 3.75 + 50 x 15
    ),
    "Gemini: tools added to the prompt, thoughts to the answer": (
        GEMINI,
        "models/gemini-2.5-pro",
        Usage(1_000 + 200, 100 + 400, cached_tokens=300, reasoning_tokens=400),
        6_163,  # 900 x 1.25 + 300 x 0.125 + 500 x 10 = 6,162.5, and half goes up
    ),
    "Groq": ("https://api.groq.com/openai/v1", "openai/gpt-oss-20b", Usage(1_000, 100), 105),  # 0.075, 0.30
    "Mistral": ("https://api.mistral.ai/v1", "mistral-small-latest", Usage(1_000, 100), 210),  # 0.15, 0.60
    "xAI": ("https://api.x.ai/v1", "grok-4", Usage(1_000, 100, cached_tokens=200), 4_050),  # 3, 0.75, 15
    "what cannot be: more from the cache than there is": (
        ANTHROPIC,
        "claude-haiku-4-5",
        Usage(1_000, 0, cached_tokens=5_000, cache_write_tokens=700, reasoning_tokens=9),
        100,  # 1,000 x 0.10
    ),
    "nothing at all": (ANTHROPIC, "claude-haiku-4-5", Usage(0, 0), 0),
    "a model that costs nothing": (OPENROUTER, "meta-llama/llama-3.3-70b-instruct:free", Usage(1_000, 100), 0),
}


@pytest.mark.parametrize(("base_url", "model", "usage", "micro"), ROWS.values(), ids=ROWS)
def test_each_api_is_billed_to_the_micro_dollar(base_url: str, model: str, usage: Usage, micro: int) -> None:
    assert cost(base_url, model, usage, AT) == micro


# What a service sends, the address and model it is from, and what it costs.
SENT: dict[Dialect, tuple[str, str, list[dict[str, Any]], int]] = {
    Dialect.OPENAI_CHAT: (
        OPENAI,
        "gpt-4o",
        [
            {
                "choices": [],
                "usage": {
                    "prompt_tokens": 1_000,
                    "completion_tokens": 200,
                    "prompt_tokens_details": {"cached_tokens": 400},
                    "completion_tokens_details": {"reasoning_tokens": 50},
                },
            }
        ],
        4_000,
    ),
    Dialect.OPENAI_RESPONSES: (
        OPENAI,
        "gpt-5.6-luna",
        [
            {
                "type": "response.completed",
                "response": {
                    "status": "completed",
                    "usage": {
                        "input_tokens": 10_000,
                        "input_tokens_details": {"cached_tokens": 4_000, "cache_write_tokens": 2_000},
                        "output_tokens": 500,
                        "output_tokens_details": {"reasoning_tokens": 300},
                    },
                },
            }
        ],
        1_980,
    ),
    Dialect.ANTHROPIC: (
        ANTHROPIC,
        "claude-sonnet-4-5",
        [
            {
                "type": "message_start",
                "message": {
                    "usage": {
                        "input_tokens": 100,
                        "cache_read_input_tokens": 2_000,
                        "cache_creation_input_tokens": 1_000,
                        "output_tokens": 1,
                    }
                },
            },
            {"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": {"output_tokens": 50}},
        ],
        5_400,
    ),
    Dialect.GEMINI: (
        GEMINI,
        "gemini-2.5-pro",
        [
            {
                "candidates": [{"content": {"parts": [{"text": "Hi"}]}, "finishReason": "STOP"}],
                "usageMetadata": {
                    "promptTokenCount": 1_000,
                    "toolUsePromptTokenCount": 200,
                    "cachedContentTokenCount": 300,
                    "candidatesTokenCount": 100,
                    "thoughtsTokenCount": 400,
                },
            }
        ],
        6_163,
    ),
}


@pytest.mark.parametrize("dialect", SENT)
def test_from_the_wire_to_the_bill(dialect: Dialect) -> None:
    base_url, model, frames, micro = SENT[dialect]
    request = Request("attempt", Endpoint("service", dialect, base_url), model, (), Options(), False)
    reader = adapter(dialect).reader(request)
    seen = [event.usage for frame in frames for event in reader.read(json.dumps(frame)) if isinstance(event, UsageSeen)]
    assert cost(base_url, model, seen[-1], AT) == micro


@pytest.mark.parametrize(
    ("model", "base_url", "tokens", "micro"),
    [
        # above 200,000 tokens of input, from the cache or not, everything costs more
        ("claude-sonnet-4-5", ANTHROPIC, (200_000, 10, 200_000), 60_150),  # 200,000 x 0.30 + 10 x 15
        ("claude-sonnet-4-5", ANTHROPIC, (200_001, 10, 200_000), 120_231),  # 1 x 6 + 200,000 x 0.60 + 10 x 22.50
        ("gemini-2.5-pro", GEMINI, (200_000, 10, None), 250_100),  # 200,000 x 1.25 + 10 x 10
        ("gemini-2.5-pro", GEMINI, (200_001, 10, None), 500_153),  # 200,001 x 2.50 + 10 x 15 = 500,152.5
    ],
)
def test_a_long_prompt_costs_more(model: str, base_url: str, tokens: tuple[int, int, int | None], micro: int) -> None:
    given_in, out, cached = tokens
    assert cost(base_url, model, Usage(given_in, out, cached), AT) == micro


def test_the_price_is_the_one_of_the_day() -> None:
    lowered = datetime(2025, 6, 10, tzinfo=UTC)
    usage = Usage(1_000, 100)
    assert cost(OPENAI, "o3", usage, lowered - timedelta(seconds=1)) == 14_000  # 1,000 x 10 + 100 x 40
    assert cost(OPENAI, "o3", usage, lowered) == 2_800  # 1,000 x 2 + 100 x 8
    assert listed(OPENAI, "o3", lowered) == Price(2_000_000, 8_000_000, 500_000)


def test_the_price_is_the_one_of_the_hour_wherever_the_clock_stands() -> None:
    by_day = datetime(2026, 11, 20, 8, tzinfo=UTC)
    by_night = datetime(2026, 11, 20, 17, tzinfo=UTC)
    prices = [cost(DEEPSEEK, "deepseek-flash", Usage(1_000, 100), at) for at in (by_day, by_night)]
    assert prices == [420, 210]  # 0.30 and 1.20, then half of it
    tokyo = by_day.astimezone(datetime.strptime("+0900", "%z").tzinfo)
    assert cost(DEEPSEEK, "deepseek-flash", Usage(1_000, 100), tokyo) == 420


def test_a_listed_price_is_that_of_a_short_prompt() -> None:
    assert listed(ANTHROPIC, "claude-sonnet-4-5", AT) == Price(3_000_000, 15_000_000, 300_000)
    assert listed(OPENAI, "gpt-4o-mini", AT) == Price(150_000, 600_000, 75_000)
    assert listed("https://api.cerebras.ai/v1", "llama3.1-8b", AT) == Price(100_000, 100_000, None)
    assert listed(OPENROUTER, "meta-llama/llama-3.3-70b-instruct:free", AT) == Price(0, 0)


@given(st.integers(0, 100_000), st.integers(0, 100_000), st.integers(0, 100_000))
def test_a_listed_price_gives_the_cost_of_a_short_prompt(given_in: int, out: int, cached: int) -> None:
    usage = Usage(given_in, out, cached)
    for base_url, model in ((OPENAI, "gpt-4o"), (ANTHROPIC, "claude-sonnet-4-5"), (GEMINI, "gemini-2.5-pro")):
        price = listed(base_url, model, AT)
        assert price is not None
        assert cost(base_url, model, usage, AT) == money.cost(usage, price)


TOKENS = st.integers(0, 400_000)


@given(TOKENS, TOKENS, TOKENS, TOKENS, TOKENS)
def test_more_tokens_never_cost_less(given_in: int, out: int, cached: int, written: int, more: int) -> None:
    for base_url, model in ((OPENAI, "gpt-5.6-luna"), (ANTHROPIC, "claude-sonnet-4-5"), (GEMINI, "gemini-2.5-pro")):
        base = cost(base_url, model, Usage(given_in, out, cached, written), AT)
        further = cost(base_url, model, Usage(given_in + more, out, cached, written), AT)
        longer = cost(base_url, model, Usage(given_in, out + more, cached, written), AT)
        assert base is not None and further is not None and longer is not None
        assert base <= further and base <= longer


@pytest.mark.parametrize(
    ("base_url", "model"),
    [
        (OPENAI, "gpt-99"),
        (OPENAI, ""),
        (OPENAI, "x" * 100_000),
        (ANTHROPIC, "gpt-4o"),
        (OPENROUTER, "openrouter/auto"),
        (OPENROUTER, "openai/gpt-4o:online"),  # searches, on top
        (GEMINI, "gemma-3-27b-it"),  # in the list, without a price
        (OPENAI, "text-embedding-3-small"),  # no price for an answer
    ],
)
def test_an_unknown_model_has_no_price_rather_than_none_to_pay(base_url: str, model: str) -> None:
    assert cost(base_url, model, Usage(1_000, 100), AT) is None
    assert listed(base_url, model, AT) is None


@pytest.mark.parametrize(
    "base_url",
    [
        "https://llm.halden.example/openai/v1",
        "https://api.openai.com.evil.example/v1",
        "https://evil.example/api.openai.com/v1",
        "https://eu.api.openai.com/v1",
        "https://api.openai.com:8443/v1",
        "http://api.openai.com/v1",
        "https://halden.openai.azure.com/openai/v1",
        "https://europe-west1-aiplatform.googleapis.com/v1",
        "https://halden--llm.modal.run/v1",
        "http://localhost:11434",
        "http://127.0.0.1:8080/v1",
        "not an address",
        "",
    ],
)
@pytest.mark.parametrize("model", ["gpt-4o", "openai/gpt-4o", "claude-sonnet-4-5", "gemini-2.5-pro"])
def test_a_model_of_a_known_name_elsewhere_has_no_price(base_url: str, model: str) -> None:
    assert cost(base_url, model, Usage(1_000, 100), AT) is None
    assert listed(base_url, model, AT) is None


@pytest.mark.parametrize("usage", [Usage(), Usage(1_000), Usage(None, 100)])
def test_a_missing_count_makes_no_cost(usage: Usage) -> None:
    assert cost(OPENAI, "gpt-4o", usage, AT) is None
