"""The real llama.cpp server with the real small model, asked by the whole engine in the dialects that it speaks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from orchestrator_desktop.domain.ids import ProviderId
from orchestrator_desktop.domain.messages import Options
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.engine.keeping import keep_key
from orchestrator_desktop.engine.probing import list_models
from orchestrator_desktop.engine.probing import test_provider as ask_provider
from orchestrator_desktop.operations import specialists
from orchestrator_desktop.operations.acting import acting
from orchestrator_desktop.providers.base import Dialect
from orchestrator_desktop.store import sentlog
from orchestrator_desktop.store.store import Store
from tests.engine.scene import SECONDS, Scene
from tests.fakes.llama import Llama, llama_server

ROOM, LITTLE = 48, 8
"""Tokens: enough for the model's few words, and not enough."""
DIALECTS = [Dialect.OPENAI_CHAT, Dialect.OPENAI_RESPONSES, Dialect.ANTHROPIC]


@pytest.fixture(scope="module")
def llama() -> Iterator[Llama]:
    with llama_server() as llama:
        yield llama


@pytest.fixture(params=DIALECTS)
def speaking(scene: Scene, llama: Llama, request: pytest.FixtureRequest) -> tuple[Scene, ProviderId]:
    """A provider that is this server, in one of its dialects."""
    url = llama.anthropic_url if request.param is Dialect.ANTHROPIC else llama.openai_url
    provider_id = scene.add_provider(url, dialect=request.param)
    keep_key(scene.desk, provider_id, Secret(llama.key)).result(SECONDS)
    scene.do(_add_specialist, provider_id=provider_id, name="Brief", tokens=ROOM)
    scene.do(_add_specialist, provider_id=provider_id, name="Briefer", tokens=LITTLE)
    scene.start()
    return scene, provider_id


def _add_specialist(store: Store, *, provider_id: ProviderId, name: str, tokens: int) -> None:
    """One that always says the same."""
    with acting(store, "") as act:
        specialists.insert_specialist(
            act,
            provider_id,
            name=name,
            options=Options(temperature=0.0, max_tokens=tokens),
            instructions="Answer in one short sentence.",
        )


def test_an_answer_is_complete_counted_and_free(speaking: tuple[Scene, ProviderId]) -> None:
    scene, _ = speaking
    attempt = scene.ended(scene.delegate("Say hello.", to="Brief"))
    assert (attempt.state, attempt.error, attempt.error_detail) == ("complete", None, "")
    assert attempt.text.strip()
    usage = attempt.usage
    assert (usage.cost_micro, attempt.cost_source, usage.estimated) == (0, "free", False)
    assert usage.input_tokens is not None and 10 < usage.input_tokens < 200
    assert usage.output_tokens is not None and 0 < usage.output_tokens <= ROOM
    assert attempt.model_answered == "smollm2"
    assert "".join(chunk.text for chunk in scene.chunks) == attempt.text
    assert len(scene.do(sentlog.sent)) == 1


def test_an_answer_that_is_too_long_is_told_from_a_whole_one(speaking: tuple[Scene, ProviderId]) -> None:
    scene, _ = speaking
    attempt = scene.ended(scene.delegate("Write a long story about a lighthouse.", to="Briefer"))
    assert (attempt.state, attempt.error) == ("truncated", "length")
    assert attempt.text.strip()
    assert (attempt.usage.output_tokens, attempt.usage.estimated) == (LITTLE, False)
    assert (attempt.usage.cost_micro, attempt.cost_source) == (0, "free")


def test_the_test_button_and_the_list_of_models(speaking: tuple[Scene, ProviderId]) -> None:
    scene, provider_id = speaking
    outcome = ask_provider(scene.desk, provider_id).result(SECONDS)
    assert (outcome.ok, outcome.kind) == (True, None)
    assert outcome.model in ("smollm2", "m"), "a response names its model only at its end, and is not waited for"
    models = list_models(scene.desk, provider_id).result(SECONDS)
    assert [model.id for model in models] == ["smollm2"]
    assert [line.purpose for line in scene.do(sentlog.sent)] == ["models", "test"]
