"""The three dialects that the real llama.cpp server speaks, with the real small model."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.domain.messages import Message, Options, Role
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.providers.base import Dialect, Endpoint, Request
from orchestrator_desktop.providers.http import open_client
from orchestrator_desktop.providers.probe import list_models, probe
from tests.fakes.llama import CONTEXT_TOKENS, Llama
from tests.providers.asking import ask

SPOKEN = (Dialect.OPENAI_CHAT, Dialect.OPENAI_RESPONSES, Dialect.ANTHROPIC)
every = pytest.mark.parametrize("dialect", SPOKEN)


def place(llama: Llama, dialect: Dialect) -> Endpoint:
    return Endpoint("llama", dialect, llama.anthropic_url if dialect is Dialect.ANTHROPIC else llama.openai_url)


def request(llama: Llama, dialect: Dialect, text: str, **options: int) -> Request:
    greedy = Options(temperature=0, max_tokens=options.get("max_tokens", 24), extra={"top_k": 1, "seed": 7})
    return Request("a", place(llama, dialect), "smollm2", (Message(Role.USER, text),), greedy, local=True)


@every
def test_a_short_answer_is_complete_and_counted(llama: Llama, dialect: Dialect) -> None:
    (heard,) = ask(request(llama, dialect, "What is the capital of France? Answer in one word."), key=Secret(llama.key))
    assert heard.state is AttemptState.COMPLETE
    assert "Paris" in heard.text
    assert heard.usage is not None
    assert heard.usage.input_tokens is not None
    assert heard.usage.input_tokens > 10
    assert heard.usage.output_tokens in range(1, 25)
    # In the dialect of Responses it names the model only at the end.
    assert heard.opened.model == (None if dialect is Dialect.OPENAI_RESPONSES else "smollm2")


@every
def test_an_answer_at_its_limit_is_truncated(llama: Llama, dialect: Dialect) -> None:
    (heard,) = ask(request(llama, dialect, "Count from one to fifty.", max_tokens=3), key=Secret(llama.key))
    assert heard.state is AttemptState.TRUNCATED
    assert heard.usage is not None
    assert heard.usage.output_tokens == 3


@every
def test_what_the_model_said_before_is_read_too(llama: Llama, dialect: Dialect) -> None:
    first = request(llama, dialect, "Name a colour.", max_tokens=4)
    turns = (Message(Role.ASSISTANT, "Blue. " * 20), Message(Role.USER, "Another one."))
    asked = (first, replace(first, messages=(*first.messages, *turns)))
    short, long = (heard.usage for heard in ask(*asked, key=Secret(llama.key)))
    assert short is not None and short.input_tokens is not None
    assert long is not None and long.input_tokens is not None
    assert long.input_tokens > short.input_tokens + 40


@every
def test_a_brief_that_does_not_fit_is_too_long(llama: Llama, dialect: Dialect) -> None:
    (heard,) = ask(request(llama, dialect, "word " * (CONTEXT_TOKENS + 100)), key=Secret(llama.key))
    assert heard.kind is ProviderErrorKind.TOO_LONG


@every
def test_a_wrong_key_is_refused(llama: Llama, dialect: Dialect) -> None:
    (heard,) = ask(request(llama, dialect, "Hi"), key=Secret("not-this-one"))
    assert heard.kind is ProviderErrorKind.KEY_REFUSED


@every
def test_it_can_be_tried_out_and_listed(llama: Llama, dialect: Dialect) -> None:
    async def run() -> tuple[bool, list[str]]:
        async with open_client() as client:
            there, key = place(llama, dialect), Secret(llama.key)
            models = await list_models(there, key, client)
            return (await probe(there, "smollm2", key, client)).ok, [model.id for model in models]

    assert asyncio.run(run()) == (True, ["smollm2"])
