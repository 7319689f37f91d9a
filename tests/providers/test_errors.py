"""From what a provider says to what the user can do about it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.errors import ProviderErrorKind as Kind
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.providers.errors import (
    Fault,
    error_of_reply,
    kind_of,
    read_fault,
    retry_after,
    said_in_stream,
)
from orchestrator_desktop.providers.scrub import scrub
from tests.providers.asking import NOW


def openai(message: str, **fields: object) -> str:
    return json.dumps({"error": {"message": message, "type": None, "param": None, "code": None, **fields}})


def anthropic(kind: str, message: str) -> str:
    return json.dumps({"type": "error", "error": {"type": kind, "message": message}})


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (401, openai("Incorrect API key provided", code="invalid_api_key"), Kind.KEY_REFUSED),
        (401, anthropic("authentication_error", "invalid x-api-key"), Kind.KEY_REFUSED),
        (401, '{"error":{"message":"Invalid API Key","type":"authentication_error","code":401}}', Kind.KEY_REFUSED),
        (401, "", Kind.KEY_REFUSED),
        (400, openai("Incorrect API key provided: xx"), Kind.KEY_REFUSED),
        (403, openai("Country, region, or territory not supported", code="unsupported_country"), Kind.NOT_ALLOWED),
        (403, anthropic("permission_error", "no"), Kind.NOT_ALLOWED),
        (429, openai("You exceeded your current quota", code="insufficient_quota"), Kind.NO_MONEY),
        (429, openai("You exceeded your quota", type="insufficient_quota"), Kind.NO_MONEY),
        (402, anthropic("billing_error", "pay"), Kind.NO_MONEY),
        (402, '{"error":{"code":402,"message":"Insufficient credits"}}', Kind.NO_MONEY),
        (400, anthropic("invalid_request_error", "Your credit balance is too low to access the API."), Kind.NO_MONEY),
        (
            400,
            anthropic("invalid_request_error", "You have reached your specified API usage limits. Back on 2026-12-01."),
            Kind.NO_MONEY,
        ),
        (404, openai("The model `gpt-9` does not exist", code="model_not_found"), Kind.MODEL_UNKNOWN),
        (404, anthropic("not_found_error", "model: claude-9"), Kind.MODEL_UNKNOWN),
        (404, '{"error":"model \\"llama9\\" not found, try pulling it first"}', Kind.MODEL_UNKNOWN),
        (404, openai("Invalid URL (POST /v2/chat/completions)", type="invalid_request_error"), Kind.GARBLED),
        (404, '{"error":{"message":"File Not Found","type":"not_found_error","code":404}}', Kind.GARBLED),
        (404, '{"detail":"Not Found"}', Kind.GARBLED),
        (404, "<html><h1>404</h1></html>", Kind.GARBLED),
        (
            400,
            openai("This model's maximum context length is 8192 tokens", code="context_length_exceeded"),
            Kind.TOO_LONG,
        ),
        (
            400,
            openai("Prompt contains 40000 tokens, too large for model with 32768 maximum context length"),
            Kind.TOO_LONG,
        ),
        (400, anthropic("invalid_request_error", "prompt is too long: 205000 tokens > 200000 maximum"), Kind.TOO_LONG),
        (
            400,
            '{"error":{"code":400,"message":"request (5031 tokens) exceeds the available context size (2048 tokens)",'
            '"type":"exceed_context_size_error","n_prompt_tokens":5031,"n_ctx":2048}}',
            Kind.TOO_LONG,
        ),
        (413, anthropic("request_too_large", "Request exceeds the maximum size"), Kind.TOO_LONG),
        (413, "<html>", Kind.TOO_LONG),
        (400, openai("Invalid type for 'messages'", type="invalid_request_error"), Kind.BAD_REQUEST),
        (422, '{"detail":[{"loc":["body","messages"],"msg":"field required"}]}', Kind.BAD_REQUEST),
        (429, openai("Rate limit reached", code="rate_limit_exceeded"), Kind.SLOW_DOWN),
        (429, openai("Slow down", code="slow_down", type="rate_limit_error"), Kind.SLOW_DOWN),
        (
            429,
            anthropic("rate_limit_error", "This request would exceed your organization's rate limit"),
            Kind.SLOW_DOWN,
        ),
        (429, "", Kind.SLOW_DOWN),
        (408, "", Kind.DOWN),
        (409, "", Kind.DOWN),
        (425, "", Kind.DOWN),
        (500, openai("The server had an error"), Kind.DOWN),
        (502, "<html>Bad gateway</html>", Kind.DOWN),
        (503, openai("overloaded", code="server_is_overloaded", type="service_unavailable_error"), Kind.DOWN),
        (504, anthropic("timeout_error", "late"), Kind.DOWN),
        (529, anthropic("overloaded_error", "Overloaded"), Kind.DOWN),
        (503, '{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}', Kind.LOADING),
        (503, openai("server busy, please try again"), Kind.DOWN),
        (307, "", Kind.REDIRECTED),
        (301, "<html>moved</html>", Kind.REDIRECTED),
    ],
)
def test_each_refusal_is_known_for_what_can_be_done_about_it(status: int, body: str, kind: Kind) -> None:
    error, _ = error_of_reply(status, {}, body.encode(), lambda: NOW)
    assert error.kind is kind
    assert error.status == status


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault("Overloaded", ("overloaded_error",)), Kind.DOWN),
        (Fault("limit", ("rate_limit_error",)), Kind.SLOW_DOWN),
        (Fault("quota", ("insufficient_quota",)), Kind.NO_MONEY),
        (Fault("Provider returned error", (), 502), Kind.DOWN),
        (Fault("Provider returned error", (), 429), Kind.SLOW_DOWN),
        (Fault("bad", ("invalid_request_error",)), Kind.BAD_REQUEST),
        (Fault("the request exceeds the available context size", (), 400), Kind.TOO_LONG),
        (Fault("something odd"), Kind.DOWN),
    ],
)
def test_an_error_within_an_answer_is_known_without_a_status(fault: Fault, kind: Kind) -> None:
    assert said_in_stream(fault).kind is kind


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"error": {"message": "a"}}, "a"),
        ({"error": "a"}, "a"),
        ([{"error": {"message": "a", "code": 400, "status": "INVALID_ARGUMENT"}}], "a"),
        ({"object": "error", "message": "a", "type": "x", "code": 1}, "a"),
        ({"detail": "a"}, "a"),
        ({"detail": [{"msg": "a"}]}, '[{"msg":"a"}]'),
        ({"error": {"code": 5}}, '{"code":5}'),
    ],
)
def test_an_error_is_found_in_all_the_shapes_met(said: object, message: str) -> None:
    fault = read_fault(said)
    assert fault is not None
    assert fault.message == message


@pytest.mark.parametrize("said", [{}, [], None, 5, "text", {"error": None}, {"error": ""}, {"choices": []}])
def test_what_holds_no_error_gives_none(said: object) -> None:
    assert read_fault(said) is None


@given(st.integers(100, 599), st.text(), st.text())
def test_any_status_and_words_have_a_kind(status: int, message: str, word: str) -> None:
    assert kind_of(status, Fault(message, (word,))) in Kind


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "0"}, 0),
        ({"retry-after": "30"}, 30),
        ({"retry-after": " 3.5 "}, 3.5),
        ({"retry-after": "86400"}, 86400),
        ({"retry-after": "Tue, 03 Nov 2026 12:00:40 GMT"}, 40),
        ({"retry-after": "Tue, 03 Nov 2026 13:00:40 +0100"}, 3640 - 3600),
        ({"retry-after": "Tue, 03 Nov 2026 11:00:00 GMT"}, 0),
        ({"retry-after": "Tue Nov  3 12:00:40 2026"}, 40),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": ""}, None),
        ({"retry-after-ms": "1500", "retry-after": "30"}, 1.5),
        ({"retry-after-ms": "later", "retry-after": "30"}, 30),
    ],
)
def test_the_wait_is_read_in_every_form(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers, lambda: NOW) == seconds


@given(st.text())
def test_no_header_breaks_the_reading_of_the_wait(text: str) -> None:
    seconds = retry_after({"retry-after": text, "retry-after-ms": text}, lambda: NOW)
    assert seconds is None or seconds >= 0


@pytest.mark.parametrize(
    "said",
    [
        "Incorrect API key provided: sk-proj-abcDEF0123456789. Find it at",
        "Incorrect API key provided: sk-abc*****************6789",
        "key sk-ant-api03-AAAA_bbbb-cccc refused",
        "key sk-or-v1-0123456789abcdef refused",
        "key=AIzaSyA0123456789_abcdefg is bad",
        "header Bearer abcdefgh.ijkl-mnop is bad",
    ],
)
def test_what_looks_like_a_key_is_masked(said: str) -> None:
    scrubbed = scrub(said, None)
    assert "•••" in scrubbed
    assert not any(part in scrubbed for part in ("abc", "AAAA", "0123", "6789"))


def test_the_key_in_use_is_masked_whatever_it_looks_like() -> None:
    assert scrub("bad key: correct horse battery", Secret("correct horse battery ")) == "bad key: •••"


def test_a_text_for_the_record_is_one_short_line() -> None:
    line = scrub("a\n\tb\x00\u202ec " + "x" * 5000, None)
    assert line.startswith("a b c x")
    assert len(line) == 600
