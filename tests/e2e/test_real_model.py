"""A delegation to the real llama.cpp server with the real small model, in both dialects, and to the built-in model."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.delegate import ProviderKind
from orchestrator_desktop.domain.ids import ProviderId
from orchestrator_desktop.domain.messages import Options, Usage
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.engine.keeping import keep_key
from orchestrator_desktop.engine.notices import NoticeKind
from orchestrator_desktop.engine.probing import test_provider as ask_provider
from orchestrator_desktop.operations import delegations, roster, specialists
from orchestrator_desktop.operations.acting import acting
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store.store import Store
from tests.engine.scene import SECONDS, Scene
from tests.fakes.llama import Llama, llama_server

LONG_SECONDS = 3 * SECONDS
"""The weights are read first."""


@pytest.fixture(scope="module")
def llama() -> Iterator[Llama]:
    with llama_server() as llama:
        yield llama


@pytest.mark.parametrize("dialect", ["openai-chat", "anthropic"])
def test_a_local_server_answers(tmp_path_factory: pytest.TempPathFactory, llama: Llama, dialect: str) -> None:
    scene = Scene(tmp_path_factory.mktemp("data"))
    url = llama.openai_url if dialect == "openai-chat" else llama.anthropic_url
    provider_id = scene.add_provider(url, dialect=dialect)
    keep_key(scene.desk, provider_id, Secret(llama.key)).result(SECONDS)
    _add_sober_specialist(scene, provider_id)
    scene.start()
    attempt = scene.ended(scene.delegate("Say hello.", to="Sober"))
    scene.desk.close()
    assert (attempt.state, attempt.error) == (AttemptState.COMPLETE, None)
    assert attempt.text.strip()
    assert not attempt.usage.estimated
    assert attempt.usage.input_tokens and attempt.usage.output_tokens
    assert attempt.usage.cost_micro == 0


def test_a_wrong_key_is_refused(tmp_path_factory: pytest.TempPathFactory, llama: Llama) -> None:
    scene = Scene(tmp_path_factory.mktemp("data"))
    provider_id = scene.add_provider(llama.openai_url)
    keep_key(scene.desk, provider_id, Secret("not-the-key-of-this-server")).result(SECONDS)
    scene.start()
    attempt = scene.ended(scene.delegate("Say hello."))
    scene.desk.close()
    assert (attempt.state, attempt.error) == (AttemptState.FAILED, "key_refused")


def test_the_built_in_model_answers_is_stopped_and_is_gone_after_quitting(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    scene = Scene(tmp_path_factory.mktemp("data"))
    _add_sober_specialist(scene, _built_in(scene))
    scene.start()
    first = scene.ended(scene.delegate("Say hello.", to="Sober"))
    assert (first.state, first.error) == (AttemptState.COMPLETE, None)
    assert first.text.strip()
    assert first.usage.cost_micro == 0
    assert scene.kinds() == [NoticeKind.MODEL_STARTING, NoticeKind.MODEL_READY]

    second = scene.delegate("Write a long story about a lighthouse, with many chapters.", to="Sober")
    scene.streaming(second)
    scene.do(delegations.stop, delegation_id=second)
    stopped = scene.ended(second)
    assert (stopped.state, bool(stopped.text)) == (AttemptState.CANCELLED, True)
    scene.desk.close()
    assert scene.kinds()[-1] is NoticeKind.MODEL_STOPPED


def test_stopping_while_the_built_in_model_is_read(tmp_path_factory: pytest.TempPathFactory) -> None:
    scene = Scene(tmp_path_factory.mktemp("data"))
    _add_sober_specialist(scene, _built_in(scene))
    scene.start()
    delegation = scene.delegate("Say hello.", to="Sober")
    scene.noticed(NoticeKind.MODEL_STARTING)
    scene.do(delegations.stop, delegation_id=delegation)
    attempt = scene.ended(delegation)
    scene.desk.close()
    assert (attempt.state, attempt.text, attempt.usage) == (AttemptState.CANCELLED, "", Usage(cost_micro=0))


def test_the_built_in_model_can_be_tested_and_a_wrong_file_is_said(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("data")
    scene = Scene(folder)
    provider_id = _built_in(scene)
    assert ask_provider(scene.desk, provider_id).result(LONG_SECONDS).ok

    wrong = folder / "holiday.gguf"
    wrong.write_text("a photograph, really")
    scene.do(roster.edit_provider, provider_id=provider_id, model=str(wrong))
    result = ask_provider(scene.desk, provider_id).result(LONG_SECONDS)
    scene.desk.close()
    assert not result.ok
    assert "holiday.gguf is not a GGUF file" in result.detail


def _built_in(scene: Scene) -> ProviderId:
    return next(one.id for one in scene.do(delegates.providers) if one.kind is ProviderKind.BUILTIN)


def _add_sober_specialist(scene: Scene, provider_id: ProviderId) -> None:
    """One that always says the same, and comes to an end."""

    def add(store: Store) -> None:
        with acting(store, "") as act:
            specialists.insert_specialist(
                act, provider_id, name="Sober", options=Options(temperature=0.0, max_tokens=300)
            )

    scene.do(add)
