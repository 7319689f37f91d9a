"""What the settings ask: does it answer, which models has it."""

from __future__ import annotations

from functools import partial
from urllib.parse import urlsplit

import pytest

from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind, UsageError
from orchestrator_desktop.domain.ids import ProviderId
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.engine.keeping import keep_key
from orchestrator_desktop.engine.probing import find_local, list_models
from orchestrator_desktop.engine.probing import test_provider as ask_provider
from orchestrator_desktop.operations import roster
from orchestrator_desktop.providers import probe
from orchestrator_desktop.providers.base import Dialect, Endpoint
from orchestrator_desktop.store.sentlog import sent
from tests.engine.scene import SECONDS, Scene, provider
from tests.fakes.answers import openai_chat, openai_error
from tests.fakes.replay import ReplayServer, status

KEY = Secret("sk-test-0123456789abcdef")


def test_a_provider_that_answers_is_remembered_as_tested(scene: Scene, server: ReplayServer) -> None:
    server.script(openai_chat("OK", model="m-2026"))
    provider_id = scene.add_provider(server.openai_url)
    keep_key(scene.desk, provider_id, KEY).result(SECONDS)
    result = ask_provider(scene.desk, provider_id).result(SECONDS)
    assert (result.ok, result.model, result.kind) == (True, "m-2026", None)
    kept = scene.do(provider, provider_id=provider_id)
    assert kept.tested_at is not None
    assert (kept.test_ms, kept.test_error) == (result.ms, None)
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY.reveal()}"


def test_a_refusal_is_a_result(scene: Scene, server: ReplayServer) -> None:
    server.script(openai_error(401, "Incorrect API key provided"))
    provider_id = scene.add_provider(server.openai_url)
    result = ask_provider(scene.desk, provider_id).result(SECONDS)
    assert (result.ok, result.kind) == (False, ProviderErrorKind.KEY_REFUSED)
    assert scene.do(provider, provider_id=provider_id).test_error == "key_refused"


def test_a_key_that_is_not_at_hand_is_a_result_too(scene: Scene, server: ReplayServer) -> None:
    provider_id = scene.add_provider(server.openai_url)
    scene.do(roster.record_key, provider_id=provider_id, key=KEY)
    result = ask_provider(scene.desk, provider_id).result(SECONDS)
    assert (result.ok, result.kind, server.requests) == (False, ProviderErrorKind.NO_KEY, [])


def test_testing_takes_nothing_from_the_queue(scene: Scene, server: ReplayServer) -> None:
    server.script(openai_chat("OK"))
    provider_id = scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    assert ask_provider(scene.desk, provider_id).result(SECONDS).ok
    assert not scene.attempt(delegation).state.ended
    assert len(server.requests) == 1


def test_models_are_listed(scene: Scene, server: ReplayServer) -> None:
    server.script(status(200, body={"data": [{"id": "m-small"}, {"id": "m-large"}]}), openai_error(404, "no list"))
    provider_id = scene.add_provider(server.openai_url)
    assert [model.id for model in list_models(scene.desk, provider_id).result(SECONDS)] == ["m-small", "m-large"]
    with pytest.raises(ProviderError):
        list_models(scene.desk, provider_id).result(SECONDS)


def test_a_provider_that_is_gone_is_said(scene: Scene) -> None:
    with pytest.raises(UsageError):
        ask_provider(scene.desk, ProviderId(99)).result(SECONDS)


def test_looking_around_this_computer(scene: Scene) -> None:
    found = find_local(scene.desk).result(SECONDS)
    assert all(server.endpoint.base_url.startswith("http://localhost:") for server in found)


def test_looking_around_is_logged_where_somebody_listens(
    scene: Scene, server: ReplayServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.always(status(200, body={"data": [{"id": "m"}]}))
    here, nobody = (Endpoint("Somebody", Dialect.OPENAI_CHAT, url) for url in (server.openai_url, "http://127.0.0.1:9"))
    monkeypatch.setattr(probe, "find_local", partial(probe.find_local, places=(here, nobody)))
    find_local(scene.desk).result(SECONDS)
    logged = scene.do(sent)
    assert len(logged) == len(server.requests) >= 1
    assert {(one.purpose, one.provider, one.task_id) for one in logged} == {
        ("models", urlsplit(here.base_url).netloc, None)
    }
