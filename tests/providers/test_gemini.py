"""The dialect gemini: what is sent, and what each kind of answer is heard as."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.domain.messages import Message, Options, Role, Usage
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.providers.base import Dialect, Endpoint, ModelInfo, Opened, Request
from orchestrator_desktop.providers.gemini import ADAPTER
from tests.fakes.answers import gemini, gemini_error
from tests.fakes.replay import ReplayServer, Reply, events, raw
from tests.providers.asking import KEY, Heard, ask, question, read

GEMINI = Dialect.GEMINI
BASE = "https://generativelanguage.googleapis.com/v1beta"
PLACE = Endpoint("Google Gemini", GEMINI, BASE)
TEXT = "Hello, wörld — ça va ? 😀 " * 3


def hear(*data: object) -> Heard:
    return read(GEMINI, events(*data).body)


def chunk(*parts: dict[str, object], **end: object) -> dict[str, object]:
    return {"candidates": [{"content": {"role": "model", "parts": list(parts)}, "index": 0, **end}]}


def end(reason: str, **more: object) -> dict[str, object]:
    return {"candidates": [{"content": {"role": "model"}, "finishReason": reason, **more}]}


HELLO = chunk({"text": "Hello"})


def ask_at(server: ReplayServer, *replies: Reply, key: Secret | None = KEY) -> Heard:
    server.script(*replies)
    (heard,) = ask(question(Endpoint("g", GEMINI, server.gemini_url)), key=key)
    return heard


def test_the_body_is_what_the_preview_shows() -> None:
    options = Options(temperature=0.2, top_p=0.9, max_tokens=300)
    assert ADAPTER.body(question(PLACE, options=options)) == {
        "systemInstruction": {"parts": [{"text": "Be brief."}]},
        "contents": [{"role": "user", "parts": [{"text": "Say hello."}]}],
        "generationConfig": {"temperature": 0.2, "topP": 0.9, "maxOutputTokens": 300},
    }


def test_what_is_left_to_the_provider_is_not_sent() -> None:
    messages = (Message(Role.USER, "Hi"), Message(Role.ASSISTANT, "Hello"), Message(Role.USER, "Go on"))
    assert ADAPTER.body(Request("a", PLACE, "m", messages, Options(), local=False)) == {
        "contents": [
            {"role": "user", "parts": [{"text": "Hi"}]},
            {"role": "model", "parts": [{"text": "Hello"}]},
            {"role": "user", "parts": [{"text": "Go on"}]},
        ]
    }


def test_extra_settings_stay_on_this_computer() -> None:
    options = Options(extra={"cachedContent": "x"})
    assert ADAPTER.body(question(PLACE, options=options, local=True))["cachedContent"] == "x"
    assert "cachedContent" not in ADAPTER.body(question(PLACE, options=options, local=False))


@pytest.mark.parametrize(
    ("model", "path"),
    [
        ("gemini-flash-latest", "models/gemini-flash-latest"),
        ("models/gemini-flash-latest", "models/gemini-flash-latest"),
        ("tunedModels/mine-1", "tunedModels/mine-1"),
        ("a/b:c?d#e", "models/a%2Fb%3Ac%3Fd%23e"),
    ],
)
@pytest.mark.parametrize("base_url", [BASE, BASE.removesuffix("/v1beta")])
def test_a_model_is_named_in_the_address_however_it_is_typed(model: str, path: str, base_url: str) -> None:
    asked = question(Endpoint("g", GEMINI, base_url), model=model)
    assert ADAPTER.url(asked) == f"{BASE}/{path}:streamGenerateContent?alt=sse"


def test_another_version_in_the_address_is_kept() -> None:
    asked = question(Endpoint("g", GEMINI, "https://generativelanguage.googleapis.com/v1"))
    assert ADAPTER.url(asked).startswith("https://generativelanguage.googleapis.com/v1/models/m:")


def test_the_key_travels_in_its_header_and_never_in_the_address(server: ReplayServer) -> None:
    heard = ask_at(server, gemini(TEXT))
    (sent,) = server.requests
    assert sent.path == "/v1beta/models/m:streamGenerateContent?alt=sse"
    assert sent.headers["x-goog-api-key"] == KEY.reveal()
    assert KEY.reveal() not in sent.path + repr(sent.body)
    assert (heard.text, heard.state, heard.opened) == (TEXT, AttemptState.COMPLETE, Opened("req_replay", "m"))
    assert (heard.usage and (heard.usage.input_tokens, heard.usage.output_tokens)) == (12, 4)
    assert ADAPTER.headers(None) == {}


@pytest.mark.parametrize(
    ("reason", "state"),
    [
        ("STOP", AttemptState.COMPLETE),
        ("MAX_TOKENS", AttemptState.TRUNCATED),
        ("SAFETY", AttemptState.REFUSED),
        ("RECITATION", AttemptState.REFUSED),
        ("BLOCKLIST", AttemptState.REFUSED),
        ("PROHIBITED_CONTENT", AttemptState.REFUSED),
        ("SPII", AttemptState.REFUSED),
        ("LANGUAGE", AttemptState.REFUSED),
        ("IMAGE_SAFETY", AttemptState.REFUSED),
        ("OTHER", AttemptState.INTERRUPTED),
        ("MALFORMED_RESPONSE", AttemptState.INTERRUPTED),
        ("SOMETHING_NEW", AttemptState.INTERRUPTED),
    ],
)
def test_the_finish_reason_decides_how_the_answer_ended(reason: str, state: AttemptState) -> None:
    apart = hear(HELLO, end(reason))
    together = hear(chunk({"text": "Hello"}, finishReason=reason))
    for heard in (apart, together):
        assert (heard.text, heard.state, heard.closed.reason) == ("Hello", state, reason)


@pytest.mark.parametrize("reason", [None, "", "FINISH_REASON_UNSPECIFIED"])
def test_no_sentinel_exists_so_without_a_reason_it_was_cut(reason: str | None) -> None:
    heard = hear(HELLO, chunk({"text": "!"}, finishReason=reason))
    assert (heard.text, heard.state, heard.closed.reason) == ("Hello!", AttemptState.INTERRUPTED, "cut")


def test_an_answer_that_thinks_until_its_tokens_are_spent_is_truncated_without_text() -> None:
    heard = hear({"candidates": [{"content": {"role": "model"}, "finishReason": "MAX_TOKENS", "index": 0}]})
    assert (heard.text, heard.state) == ("", AttemptState.TRUNCATED)


@pytest.mark.parametrize("candidate", [{"finishReason": "STOP"}, {"content": {}, "finishReason": "STOP"}])
def test_complete_without_visible_text_is_failed(candidate: dict[str, object]) -> None:
    assert hear({"candidates": [candidate]}).state is AttemptState.FAILED


def test_a_refusal_is_explained_where_the_provider_explains_it() -> None:
    heard = hear(HELLO, end("SAFETY", finishMessage="Unsafe."))
    assert (heard.state, heard.closed.reason) == (AttemptState.REFUSED, "Unsafe.")


@pytest.mark.parametrize(
    ("feedback", "reason"),
    [
        ({"blockReason": "PROHIBITED_CONTENT"}, "PROHIBITED_CONTENT"),
        ({"blockReason": "OTHER", "blockReasonMessage": "The prompt was blocked."}, "The prompt was blocked."),
    ],
)
def test_a_prompt_that_is_blocked_is_refused(feedback: dict[str, str], reason: str) -> None:
    heard = hear({"promptFeedback": feedback, "usageMetadata": {"promptTokenCount": 5}, "modelVersion": "g-1"})
    assert (heard.state, heard.closed.reason) == (AttemptState.REFUSED, reason)
    assert heard.usage == Usage(input_tokens=5)


@pytest.mark.parametrize("feedback", [None, {}, {"safetyRatings": []}])
def test_feedback_that_blocks_nothing_is_ignored(feedback: object) -> None:
    assert hear({"promptFeedback": feedback}, HELLO, end("STOP")).state is AttemptState.COMPLETE


def test_thoughts_are_told_apart_and_signatures_are_not_text() -> None:
    heard = hear(
        chunk({"text": "hm", "thought": True}, {"text": "Hel", "thought": False}),
        chunk({"functionCall": {"name": "f", "args": {}}}, {"inlineData": {"mimeType": "x", "data": ""}}),
        chunk({"text": "lo"}, {"text": "", "thoughtSignature": "Cp4B"}, finishReason="STOP"),
    )
    assert (heard.reasoning, heard.text, heard.state) == ("hm", "Hello", AttemptState.COMPLETE)
    whole = read(GEMINI, gemini("Hello", thinking="hm, hm").body)
    assert (whole.reasoning, whole.text, whole.state) == ("hm, hm", "Hello", AttemptState.COMPLETE)


def test_counts_grow_thoughts_and_tools_are_added() -> None:
    said = [
        {"promptTokenCount": 10, "totalTokenCount": 10},
        {"promptTokenCount": 10, "thoughtsTokenCount": 40, "cachedContentTokenCount": 6},
        {"promptTokenCount": 10, "toolUsePromptTokenCount": 3, "candidatesTokenCount": 7},
    ]
    heard = hear(
        HELLO | {"usageMetadata": said[0]}, {"usageMetadata": said[1]}, end("STOP") | {"usageMetadata": said[2]}
    )
    assert heard.usage == Usage(input_tokens=13, output_tokens=47, cached_tokens=6, reasoning_tokens=40)


@pytest.mark.parametrize("usage", [None, {}, {"promptTokenCount": "many", "candidatesTokenCount": -1}])
def test_counts_that_are_none_are_unknown_not_zero(usage: object) -> None:
    heard = hear(HELLO, end("STOP") | {"usageMetadata": usage})
    assert (heard.usage or Usage()) == Usage()
    assert heard.state is AttemptState.COMPLETE


QUOTA = (
    "You exceeded your current quota, please check your plan and billing details.\n* Quota exceeded for metric: "
    "generativelanguage.googleapis.com/generate_content_free_tier_requests,"
)
ERROR = {"code": 503, "message": "The model is overloaded.", "status": "UNAVAILABLE"}


@pytest.mark.parametrize("wrapped", [{"error": ERROR}, [{"error": ERROR}]])
def test_an_error_within_the_stream_is_raised_after_what_came_before_it(wrapped: object) -> None:
    heard = hear(HELLO, wrapped)
    assert (heard.text, heard.kind) == ("Hello", ProviderErrorKind.DOWN)
    assert heard.error is not None
    assert (heard.error.status, heard.error.detail) == (503, "The model is overloaded.")


@pytest.mark.parametrize(
    ("code", "word", "message", "kind"),
    [
        (400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.", ProviderErrorKind.KEY_REFUSED),
        (403, "PERMISSION_DENIED", "Method doesn't allow unregistered callers", ProviderErrorKind.NOT_ALLOWED),
        (404, "NOT_FOUND", "models/m is not found for API version v1beta", ProviderErrorKind.MODEL_UNKNOWN),
        (429, "RESOURCE_EXHAUSTED", "Resource has been exhausted (e.g. check quota).", ProviderErrorKind.SLOW_DOWN),
        (
            429,
            "RESOURCE_EXHAUSTED",
            f"{QUOTA} limit: 0, model: gemini-pro\nPlease retry in 20.04466179s.",
            ProviderErrorKind.NO_MONEY,
        ),
        (
            429,
            "RESOURCE_EXHAUSTED",
            f"{QUOTA} limit: 20, model: gemini-flash\nPlease retry in 20.04466179s.",
            ProviderErrorKind.SLOW_DOWN,
        ),
        (
            400,
            "INVALID_ARGUMENT",
            "The input token count (1200293) exceeds the maximum number of tokens allowed (1048576).",
            ProviderErrorKind.TOO_LONG,
        ),
        (500, "INTERNAL", "An internal error has occurred.", ProviderErrorKind.DOWN),
        (503, "UNAVAILABLE", "The model is overloaded.", ProviderErrorKind.DOWN),
    ],
)
def test_errors_are_told_by_what_the_user_can_do(
    server: ReplayServer, code: int, word: str, message: str, kind: ProviderErrorKind
) -> None:
    heard = ask_at(server, gemini_error(code, word, message))
    assert (heard.kind, heard.events, len(server.requests)) == (kind, [], 1)


@pytest.mark.parametrize("indent", [None, 2])
def test_an_answer_in_one_array_is_understood(indent: int | None) -> None:
    array = json.dumps([HELLO, chunk({"text": " there"}), end("STOP") | {"modelVersion": "g-1"}], indent=indent)
    heard = read(GEMINI, array.encode())
    assert (heard.text, heard.state, heard.opened.model) == ("Hello there", AttemptState.COMPLETE, "g-1")
    assert read(GEMINI, array[: len(array) // 2].encode()).state is AttemptState.INTERRUPTED


def test_an_error_in_place_of_an_answer_is_one_even_under_200(server: ReplayServer) -> None:
    assert ask_at(server, raw(json.dumps([{"error": ERROR}]), "application/json")).kind is ProviderErrorKind.DOWN


@given(st.lists(st.integers(0, 3000), max_size=8))
def test_any_cutting_of_the_bytes_gives_the_same_events(cuts: list[int]) -> None:
    body = gemini(TEXT, thinking="hm").body
    places = [0, *sorted(min(cut, len(body)) for cut in cuts), len(body)]
    assert read(GEMINI, *(body[a:b] for a, b in pairwise(places))).events == read(GEMINI, body).events


def test_an_answer_cut_at_any_byte_is_never_complete() -> None:
    body = gemini(TEXT).body
    whole = body.index(b"\n\n", body.index(b'"STOP"'))
    for at in range(len(body)):
        heard = read(GEMINI, body[:at])
        assert (heard.state is AttemptState.COMPLETE) == (at >= whole), body[:at][-60:]
        assert TEXT.startswith(heard.text)


def test_models_that_write_are_listed_with_their_limits_page_by_page() -> None:
    flash = {
        "name": "models/gemini-flash",
        "displayName": "Gemini Flash",
        "inputTokenLimit": 1048576,
        "outputTokenLimit": 65536,
        "supportedGenerationMethods": ["generateContent", "countTokens"],
    }
    embedder = {"name": "models/embedding-1", "supportedGenerationMethods": ["embedContent"]}
    tuned = {"name": "tunedModels/mine", "supportedGenerationMethods": ["generateContent"]}
    page = ADAPTER.models(json.dumps({"models": [flash, embedder, tuned], "nextPageToken": "p 2"}).encode())
    assert page.models == (
        ModelInfo("gemini-flash", "Gemini Flash", 1048576, 65536),
        ModelInfo("tunedModels/mine", "tunedModels/mine"),
    )
    assert page.after == "p 2"
    assert ADAPTER.models_url(PLACE, None) == f"{BASE}/models?pageSize=1000"
    assert ADAPTER.models_url(PLACE, page.after) == f"{BASE}/models?pageSize=1000&pageToken=p+2"
    assert ADAPTER.models(b'{"models": []}').after is None
