"""Small questions to a provider: the Test button, model lists, and servers found on this computer."""

from __future__ import annotations

import asyncio
import itertools

import pytest

from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.providers.base import Dialect, Endpoint, ModelInfo, ProbeResult
from orchestrator_desktop.providers.http import open_client
from orchestrator_desktop.providers.probe import LocalServer, find_local, list_models, probe
from orchestrator_desktop.providers.silence import Patience
from tests.fakes.replay import (
    JSON,
    Recorded,
    ReplayServer,
    Reply,
    events,
    keep_alives,
    never,
    openai_error,
    raw,
    status,
)
from tests.providers.asking import DIALECTS, GOOD, HASTY, KEY, PATIENT, endpoint

both = pytest.mark.parametrize("dialect", DIALECTS)


def try_out(server: ReplayServer, dialect: Dialect = Dialect.OPENAI_CHAT, patience: Patience = PATIENT) -> ProbeResult:
    clock = itertools.count(10, 0.64).__next__

    async def run() -> ProbeResult:
        async with open_client() as client:
            return await probe(endpoint(server, dialect), "m", KEY, client, patience=patience, clock=clock)

    return asyncio.run(run())


def listed(place: Endpoint, key: Secret | None = KEY) -> list[ModelInfo]:
    async def run() -> list[ModelInfo]:
        async with open_client() as client:
            return await list_models(place, key, client)

    return asyncio.run(run())


@both
def test_a_provider_that_answers_works_and_the_time_is_taken(server: ReplayServer, dialect: Dialect) -> None:
    server.script(GOOD[dialect]("OK"))
    assert try_out(server, dialect) == ProbeResult(ok=True, ms=640, model="m")
    assert server.requests[0].json["max_tokens"] == 16


@both
def test_the_first_word_is_enough(server: ReplayServer, dialect: Dialect) -> None:
    server.script(Reply(GOOD[dialect]("Hello").pieces[:5]).hung())
    assert try_out(server, dialect).ok
    assert server.requests[0].gone.wait(5)


@pytest.mark.parametrize("delta", [{"reasoning_content": "hm"}, {"content": ""}])
def test_a_model_that_spends_its_few_tokens_on_thinking_works(server: ReplayServer, delta: dict[str, str]) -> None:
    server.script(events({"model": "thinker-2", "choices": [{"delta": delta, "finish_reason": "length"}]}, "[DONE]"))
    result = try_out(server)
    assert (result.ok, result.model) == (True, "thinker-2")


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (openai_error(401, "Incorrect API key provided"), ProviderErrorKind.KEY_REFUSED),
        (openai_error(404, "The model `m` does not exist"), ProviderErrorKind.MODEL_UNKNOWN),
        (status(404, body="<html>"), ProviderErrorKind.GARBLED),
        (raw(b""), ProviderErrorKind.DOWN),
    ],
)
def test_what_is_wrong_is_told_not_raised(server: ReplayServer, reply: Reply, kind: ProviderErrorKind) -> None:
    server.script(reply)
    result = try_out(server)
    assert (result.ok, result.kind) == (False, kind)
    assert result.detail


@pytest.mark.parametrize("reply", [never(), keep_alives(3)])
def test_a_provider_that_only_keeps_the_line_open_does_not_work(server: ReplayServer, reply: Reply) -> None:
    server.script(reply)
    assert try_out(server, patience=HASTY).kind is ProviderErrorKind.STALLED


def test_models_are_listed_page_by_page(server: ReplayServer) -> None:
    def page(request: Recorded) -> Reply:
        if "after_id=b" in request.path:
            return status(200, body={"data": [{"id": "c"}], "has_more": False})
        return status(200, body={"data": [{"id": "a"}, {"id": "b"}], "has_more": True, "last_id": "b"})

    server.always(page)
    assert [model.id for model in listed(endpoint(server, Dialect.ANTHROPIC))] == ["a", "b", "c"]
    assert [sent.path for sent in server.requests] == ["/v1/models?limit=1000", "/v1/models?limit=1000&after_id=b"]
    assert server.requests[0].headers["x-api-key"] == KEY.reveal()


def test_a_list_that_never_ends_is_given_up(server: ReplayServer) -> None:
    server.always(status(200, body={"data": [{"id": "a"}], "has_more": True, "last_id": "a"}))
    assert len(listed(endpoint(server, Dialect.ANTHROPIC))) == len(server.requests) <= 20


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (openai_error(401, "no"), ProviderErrorKind.KEY_REFUSED),
        (status(404, body="nothing here"), ProviderErrorKind.GARBLED),
        (raw(b"{}", JSON), ProviderErrorKind.GARBLED),
        (raw(b"<html>", JSON), ProviderErrorKind.GARBLED),
        (Reply((b" " * 1_000_000,) * 17), ProviderErrorKind.GARBLED),
        (Reply(silent=True).reset(), ProviderErrorKind.DOWN),
        (status(302, {"location": "https://elsewhere.test"}), ProviderErrorKind.REDIRECTED),
    ],
)
def test_a_provider_without_a_list_says_why(server: ReplayServer, reply: Reply, kind: ProviderErrorKind) -> None:
    server.script(reply)
    with pytest.raises(ProviderError) as caught:
        listed(endpoint(server))
    assert caught.value.kind is kind


def found(*places: Endpoint, seconds: float = 20) -> list[LocalServer]:
    async def run() -> list[LocalServer]:
        async with open_client() as client:
            return await find_local(client, places=places, seconds=seconds)

    return asyncio.run(run())


def test_servers_on_this_computer_are_found_and_others_are_not(server: ReplayServer) -> None:
    server.script(status(200, body={"object": "list", "data": [{"id": "llama3.2:3b"}]}))
    with ReplayServer() as gone:
        nobody = endpoint(gone)
    with ReplayServer() as stranger:
        stranger.script(status(200, body="<html>My photos</html>"))
        expected = LocalServer(endpoint(server), (ModelInfo("llama3.2:3b", "llama3.2:3b"),))
        assert found(nobody, endpoint(stranger), endpoint(server)) == [expected]
    assert "authorization" not in server.requests[0].headers


def test_a_server_on_this_computer_that_says_nothing_is_not_waited_for(server: ReplayServer) -> None:
    server.script(never())
    assert found(endpoint(server), seconds=0.05) == []
