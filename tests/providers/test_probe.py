"""Small questions to a provider: the Test button, model lists, and servers found on this computer."""

from __future__ import annotations

import asyncio
import itertools
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import pytest

from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.providers.base import Dialect, Endpoint, ModelInfo, ProbeResult, Sending
from orchestrator_desktop.providers.http import open_client
from orchestrator_desktop.providers.probe import LocalServer, find_local, list_models, probe
from orchestrator_desktop.providers.silence import Patience, Silence
from tests.fakes.answers import openai_error
from tests.fakes.llama import CONTEXT_TOKENS, Llama
from tests.fakes.replay import JSON, Recorded, ReplayServer, Reply, events, keep_alives, never, raw, status
from tests.providers.asking import DIALECTS, GOOD, HASTY, KEY, PATIENT, endpoint, until

each = pytest.mark.parametrize("dialect", DIALECTS)


LIMIT: dict[Dialect, Callable[[Any], int]] = {
    Dialect.OPENAI_CHAT: lambda body: body["max_tokens"],
    Dialect.OPENAI_RESPONSES: lambda body: body["max_output_tokens"],
    Dialect.ANTHROPIC: lambda body: body["max_tokens"],
    Dialect.GEMINI: lambda body: body["generationConfig"]["maxOutputTokens"],
    Dialect.OLLAMA: lambda body: body["options"]["num_predict"],
}


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


@each
def test_a_provider_that_answers_works_and_the_time_is_taken(server: ReplayServer, dialect: Dialect) -> None:
    server.script(GOOD[dialect]("OK"))
    assert try_out(server, dialect) == ProbeResult(ok=True, ms=640, model="m")
    (sent,) = server.requests
    assert LIMIT[dialect](sent.json) == 16


@each
def test_the_first_word_is_enough(server: ReplayServer, dialect: Dialect) -> None:
    server.script(until(dialect, "He", of="Hello").hung())
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


def test_gemini_lists_page_by_page(server: ReplayServer) -> None:
    def page(request: Recorded) -> Reply:
        name, more = ("b", None) if "pageToken=p2" in request.path else ("a", "p2")
        model = {"name": f"models/{name}", "supportedGenerationMethods": ["generateContent"]}
        return status(200, body={"models": [model], "nextPageToken": more})

    server.always(page)
    assert [model.id for model in listed(endpoint(server, Dialect.GEMINI))] == ["a", "b"]
    assert [sent.path for sent in server.requests] == [
        "/v1beta/models?pageSize=1000",
        "/v1beta/models?pageSize=1000&pageToken=p2",
    ]
    assert all(sent.headers["x-goog-api-key"] == KEY.reveal() for sent in server.requests)


@pytest.mark.parametrize(
    ("model", "info"),
    [
        (
            {
                "id": "maker/small",
                "name": "Small",
                "context_length": 131072,
                "top_provider": {"max_completion_tokens": 8192},
                "pricing": {"prompt": "0.00000015", "completion": "0.0000006", "request": "0"},
                "architecture": {"output_modalities": ["text"]},
            },
            ModelInfo("maker/small", "Small", 131072, 8192, 150_000, 600_000),
        ),
        (
            {"id": "maker/free", "pricing": {"prompt": "0", "completion": "0"}},
            ModelInfo("maker/free", "maker/free", input_micro=0, output_micro=0),
        ),
        ({"id": "auto", "pricing": {"prompt": "-1", "completion": "-1"}}, ModelInfo("auto", "auto")),
        ({"id": "a", "pricing": {"prompt": "cheap", "completion": "NaN"}}, ModelInfo("a", "a")),
        ({"id": "b", "pricing": {"input": 0.2, "output": 0.6}}, ModelInfo("b", "b")),
        ({"id": "c", "pricing": None, "capabilities": ["chat"], "architecture": "moe"}, ModelInfo("c", "c")),
        (
            {"id": "d", "context_window": 131072, "max_completion_tokens": 32768},
            ModelInfo("d", "d", 131072, 32768),
        ),
        (
            {"id": "e", "max_context_length": 32768, "capabilities": {"completion_chat": True}, "deprecation": "2026"},
            ModelInfo("e", "e", 32768),
        ),
        ({"id": "ocr", "capabilities": {"completion_chat": False}}, None),
        ({"id": "painter", "architecture": {"output_modalities": ["image"]}}, None),
        ({"id": "text-embedding-3-small"}, None),
    ],
)
def test_lists_tell_limits_prices_and_what_writes(
    server: ReplayServer, model: dict[str, object], info: ModelInfo | None
) -> None:
    server.script(status(200, body={"data": [model]}))
    assert listed(endpoint(server)) == ([] if info is None else [info])


def shown(request: Recorded) -> Reply:
    """What an Ollama says of its models."""
    if request.path == "/api/version":
        return status(200, body={"version": "0.31.2"})
    if request.path == "/api/tags":
        return status(200, body={"models": [{"name": name} for name in ("llama3.2:3b", "nomic-embed-text", "broken")]})
    assert request.path == "/api/show"
    match request.json["model"]:
        case "llama3.2:3b":
            limits = {"general.architecture": "llama", "llama.context_length": 131072}
            return status(200, body={"capabilities": ["completion"], "model_info": limits})
        case "nomic-embed-text":
            return status(200, body={"capabilities": ["embedding"]})
    return status(500, body={"error": "unexpected EOF"})


LLAMA, BROKEN = ModelInfo("llama3.2:3b", "llama3.2:3b", 131072), ModelInfo("broken", "broken")


def test_ollama_is_asked_about_each_of_its_models(server: ReplayServer) -> None:
    server.always(shown)
    assert listed(endpoint(server, Dialect.OLLAMA)) == [LLAMA, BROKEN]
    assert all(sent.headers["authorization"] == f"Bearer {KEY.reveal()}" for sent in server.requests)


def test_questions_about_models_are_few_at_once_and_not_without_end(server: ReplayServer) -> None:
    names = [f"m{number}" for number in range(70)]
    open_now, most, lock = 0, 0, threading.Lock()

    def answer(request: Recorded) -> Reply:
        nonlocal open_now, most
        if request.path == "/api/tags":
            return status(200, body={"models": [{"name": name} for name in names]})
        with lock:
            open_now, most = open_now + 1, max(most, open_now + 1)
        threading.Event().wait(0.005)  # long enough for others to come in
        with lock:
            open_now -= 1
        return status(200, body={"model_info": {"x.context_length": 512}})

    server.always(answer)
    models = listed(endpoint(server, Dialect.OLLAMA))
    assert [model.id for model in models] == names
    assert [model.context_tokens for model in models] == [512] * 60 + [None] * 10
    assert len(server.requests) == 61
    assert 1 < most <= 4


def found(*places: Endpoint, seconds: float = 20, sent: list[str] | None = None) -> list[LocalServer]:
    async def log(sending: Sending) -> None:
        if sent is not None:
            sent.append(f"{sending.method} {urlsplit(sending.url).path}")

    async def run() -> list[LocalServer]:
        async with open_client() as client:
            return await find_local(client, places=places, seconds=seconds, sending=log)

    return asyncio.run(run())


def at(server: ReplayServer, name: str, dialect: Dialect = Dialect.OPENAI_CHAT) -> Endpoint:
    return replace(endpoint(server, dialect), name=name)


@pytest.mark.parametrize(
    ("owner", "name"), [("organization_owner", "LM Studio"), ("llamacpp", "llama.cpp"), ("vllm", "vLLM")]
)
def test_servers_that_say_who_they_are_are_found_at_any_of_the_places(
    server: ReplayServer, owner: str, name: str
) -> None:
    server.script(status(200, body={"object": "list", "data": [{"id": "qwen3-4b", "owned_by": owner}]}))
    sent: list[str] = []
    assert found(at(server, "vLLM"), sent=sent) == [LocalServer(at(server, name), (ModelInfo("qwen3-4b", "qwen3-4b"),))]
    assert sent == ["GET /v1/models"]
    assert "authorization" not in server.requests[0].headers


@pytest.mark.parametrize("path", ["/v1/models", "/props"])
def test_the_real_llama_cpp_is_known_by_what_it_says(llama: Llama, server: ReplayServer, path: str) -> None:
    """It asks for a key, which a server just found is not given: its words are repeated by one that asks for none."""

    async def said() -> bytes:
        async with open_client() as client:
            reply = await client.get(f"{llama.address}{path}", {"x-api-key": llama.key}, Silence(60))
            return await reply.whole()

    words = raw(asyncio.run(said()), JSON)
    server.script(words if path == "/v1/models" else status(200, body={"data": []}), words)
    (there,) = found(at(server, "llama.cpp"))
    assert there.endpoint.name == "llama.cpp"
    assert [(model.id, model.context_tokens) for model in there.models] == (
        [("smollm2", CONTEXT_TOKENS)] if path == "/v1/models" else []
    )


def test_the_real_llama_cpp_is_no_ollama(llama: Llama) -> None:
    place = Endpoint("Ollama", Dialect.OLLAMA, llama.address)
    with pytest.raises(ProviderError):
        listed(place, Secret(llama.key))


@pytest.mark.parametrize(
    ("name", "path", "body"),
    [
        ("LM Studio", "/api/v0/models", {"object": "list", "data": []}),
        ("llama.cpp", "/props", {"default_generation_settings": {"n_ctx": 4096}, "total_slots": 1}),
    ],
)
def test_a_server_without_models_is_known_by_a_place_of_its_own(
    server: ReplayServer, name: str, path: str, body: object
) -> None:
    server.script(status(200, body={"object": "list", "data": []}), status(200, body=body))
    sent: list[str] = []
    assert found(at(server, name), sent=sent) == [LocalServer(at(server, name), ())]
    assert sent == ["GET /v1/models", f"GET {path}"]


def test_an_ollama_is_found_with_what_it_knows_of_its_models(server: ReplayServer) -> None:
    server.always(shown)
    place, sent = at(server, "Ollama", Dialect.OLLAMA), list[str]()
    assert found(place, sent=sent) == [LocalServer(place, (LLAMA, BROKEN))]
    assert sorted(sent) == ["GET /api/tags", "GET /api/version", *["POST /api/show"] * 3]


@pytest.mark.parametrize(
    "reply",
    [
        status(200, body="<html>My photos</html>"),
        status(200, body={"object": "list", "data": [{"id": "m", "owned_by": "somebody"}]}),
        status(200, body={"object": "list", "data": [{"id": "m"}]}),
        status(200, body={"error": "Unexpected endpoint or method."}),
        status(200, body=[]),
        status(404),
        Reply(silent=True),
    ],
)
@pytest.mark.parametrize("name", ["Ollama", "LM Studio", "llama.cpp", "vLLM"])
def test_a_stranger_at_one_of_the_places_is_not_offered(server: ReplayServer, name: str, reply: Reply) -> None:
    server.always(reply)
    assert found(at(server, name, Dialect.OLLAMA if name == "Ollama" else Dialect.OPENAI_CHAT)) == []


def test_where_nobody_listens_nobody_is_found() -> None:
    with ReplayServer() as gone:
        nobody = endpoint(gone)
    assert found(nobody) == []


def test_a_server_on_this_computer_that_says_nothing_is_not_waited_for(server: ReplayServer) -> None:
    server.script(never())
    assert found(endpoint(server), seconds=0.05) == []


def test_a_server_that_is_slow_to_tell_about_its_models_is_found_with_their_names(server: ReplayServer) -> None:
    names = [f"m{number}" for number in range(9)]

    def answer(request: Recorded) -> Reply:
        if request.path == "/api/show":
            return never()
        return status(200, body={"version": "0.31.2", "models": [{"name": name} for name in names]})

    server.always(answer)
    (there,) = found(at(server, "Ollama", Dialect.OLLAMA), seconds=0.5)
    assert [model.id for model in there.models] == names
    assert sum(sent.path == "/api/show" for sent in server.requests) == 4, "the time is for all of them together"


def test_what_is_asked_is_told_before_it_leaves_and_where_that_fails_nothing_leaves(server: ReplayServer) -> None:
    async def refuse(sending: Sending) -> None:
        raise OSError(f"{sending.method} {sending.url}")

    async def run() -> None:
        async with open_client() as client:
            for asking in (
                list_models(endpoint(server), KEY, client, sending=refuse),
                probe(endpoint(server), "m", KEY, client, sending=refuse),
            ):
                with pytest.raises(OSError, match=r"(GET|POST) http://127"):
                    await asking

    asyncio.run(run())
    assert server.requests == []
