"""From what a provider says to what the user can do about it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.errors import ProviderErrorKind as Kind
from orchestrator_desktop.providers.delays import retry_after
from orchestrator_desktop.providers.errors import Fault, error_of_reply, kind_of, read_fault, said_in_stream
from tests.providers.asking import NOW


def openai(message: str, **fields: object) -> str:
    return json.dumps({"error": {"message": message, "type": None, "param": None, "code": None, **fields}})


def anthropic(kind: str, message: str) -> str:
    return json.dumps({"type": "error", "error": {"type": kind, "message": message}})


FIELDS = st.sampled_from(
    ["message", "code", "status", "details", "metadata", "raw", "headers", "retryDelay", "@type", "x-ratelimit-reset"]
)


def google(code: int, word: str, message: str, reason: str = "", retry: object = None) -> str:
    kinds: list[dict[str, object]] = [{"@type": "type.googleapis.com/google.rpc.Help", "links": []}]
    if reason:
        kinds.append({"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": reason, "domain": "x"})
    if retry is not None:
        kinds.append({"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": retry})
    return json.dumps({"error": {"code": code, "message": message, "status": word, "details": kinds}})


def openrouter(code: int, message: str, **metadata: object) -> str:
    return json.dumps({"error": {"code": code, "message": message, "metadata": metadata}, "user_id": "user_1"})


PER_DAY = (
    "You exceeded your current quota, please check your plan and billing details. Quota exceeded for metric: "
    "generate_content_free_tier_requests, limit: 50 per day"
)


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
        (429, openai("Out of credit", code="credit_balance_exhausted"), Kind.NO_MONEY),
        (400, openai("Limit reached", code="billing_hard_limit_reached"), Kind.NO_MONEY),
        (
            403,
            '{"code":"The caller does not have permission","error":"Your team has either used all available credits '
            'or reached its monthly spending limit."}',
            Kind.NO_MONEY,
        ),
        (400, google(400, "FAILED_PRECONDITION", "Please enable billing on your project."), Kind.NO_MONEY),
        (400, google(400, "FAILED_PRECONDITION", "User location is not supported for the API use."), Kind.NOT_ALLOWED),
        (400, google(400, "INVALID_ARGUMENT", "API key not valid.", reason="API_KEY_INVALID"), Kind.KEY_REFUSED),
        (400, google(400, "INVALID_ARGUMENT", "Please renew it.", reason="API_KEY_INVALID"), Kind.KEY_REFUSED),
        (401, google(401, "UNAUTHENTICATED", "Request had invalid authentication credentials."), Kind.KEY_REFUSED),
        (403, google(403, "PERMISSION_DENIED", "Generative Language API is disabled."), Kind.NOT_ALLOWED),
        (429, google(429, "RESOURCE_EXHAUSTED", PER_DAY), Kind.SLOW_DOWN),
        (429, f"[{google(429, 'RESOURCE_EXHAUSTED', PER_DAY)}]", Kind.SLOW_DOWN),
        (503, google(503, "UNAVAILABLE", "The model is overloaded. Please try again later."), Kind.DOWN),
        (504, google(504, "DEADLINE_EXCEEDED", "Deadline expired."), Kind.DOWN),
        (400, google(400, "INVALID_ARGUMENT", "The input token count (1200000) exceeds the maximum"), Kind.TOO_LONG),
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
        (404, '{"error":"no such path /chat/completions"}', Kind.GARBLED),
        (404, '{"error":"nothing at /models"}', Kind.GARBLED),
        (404, '{"message":"Cannot POST /chat/completions","error":"Not Found","statusCode":404}', Kind.GARBLED),
        (404, '{"error":{"code":"DeploymentNotFound","message":"It does not exist."}}', Kind.MODEL_UNKNOWN),
        (404, '{"error":{"message":"No endpoints found for x/y.","code":404}}', Kind.MODEL_UNKNOWN),
        (404, '{"error":{"message":"Unknown","param":"model"}}', Kind.MODEL_UNKNOWN),
        (404, "<html><h1>404</h1></html>", Kind.GARBLED),
        (404, google(404, "NOT_FOUND", "models/gemini-9 is not found for API version v1beta"), Kind.MODEL_UNKNOWN),
        (400, openai("nobody/nothing is not a valid model ID", code=400), Kind.MODEL_UNKNOWN),
        (400, openai("Model Not Exist", type="invalid_request_error"), Kind.MODEL_UNKNOWN),
        (400, '{"error":{"message":"No models loaded. Please load a model first."}}', Kind.MODEL_UNKNOWN),
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
        (
            429,
            openai("Request too large for gpt-x on tokens per min (TPM): Limit 10000", code="rate_limit_exceeded"),
            Kind.TOO_LONG,
        ),
        (400, openrouter(400, "Provider returned error", raw="maximum context length is 8192"), Kind.TOO_LONG),
        (400, openai("Invalid type for 'messages'", type="invalid_request_error"), Kind.BAD_REQUEST),
        (400, "", Kind.BAD_REQUEST),
        (422, "", Kind.BAD_REQUEST),
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
        (429, openrouter(429, "Provider returned error", raw="x is rate-limited upstream"), Kind.SLOW_DOWN),
        (500, "<html>Internal</html>", Kind.DOWN),
        (503, "<html>Service unavailable</html>", Kind.DOWN),
        (504, "", Kind.DOWN),
        (529, "", Kind.DOWN),
        (403, "<html>Blocked by your company</html>", Kind.NOT_ALLOWED),
        (402, "", Kind.NO_MONEY),
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
    ("headers", "body", "seconds"),
    [
        ({}, google(429, "RESOURCE_EXHAUSTED", "wait", retry="34s"), 34),
        ({}, google(429, "RESOURCE_EXHAUSTED", "wait", retry="1.5s"), 1.5),
        ({}, f"[{google(429, 'RESOURCE_EXHAUSTED', 'wait', retry='34s')}]", 34),
        ({"retry-after": "2"}, google(429, "RESOURCE_EXHAUSTED", "wait", retry="34s"), 34),
        ({"retry-after": "60"}, google(429, "RESOURCE_EXHAUSTED", "wait", retry="34s"), 60),
        ({}, google(429, "RESOURCE_EXHAUSTED", "wait", retry="soon"), None),
        ({}, google(429, "RESOURCE_EXHAUSTED", "wait", retry=34), None),
        ({}, google(429, "RESOURCE_EXHAUSTED", "wait"), None),
        ({}, openrouter(429, "wait", retry_after_seconds=7), 7),
        ({}, openrouter(429, "wait", headers={"Retry-After": "7"}), 7),
        ({}, openrouter(429, "wait", headers={"X-RateLimit-Reset": str(round(NOW.timestamp() + 90) * 1000)}), 90),
        ({}, openrouter(429, "wait", headers={"X-RateLimit-Reset": str(round(NOW.timestamp() + 90))}), 90),
        ({}, openrouter(429, "wait", headers={"X-RateLimit-Reset": "1"}), 0),
        ({}, openrouter(429, "wait", headers=["Retry-After"], retry_after_seconds="soon"), None),
        ({}, openrouter(429, "x", raw=google(429, "RESOURCE_EXHAUSTED", "wait", retry="34s")), 34),
        ({}, '{"error": {"message": "x", "details": {"a": 1}, "metadata": []}}', None),
        ({}, "<html>", None),
    ],
)
def test_a_wait_named_in_the_body_is_read_too_and_the_longest_counts(
    headers: dict[str, str], body: str, seconds: float | None
) -> None:
    error, _ = error_of_reply(429, headers, body.encode(), lambda: NOW)
    assert error.retry_after == seconds


def test_a_wait_named_within_an_answer_is_read_too() -> None:
    fault = read_fault(json.loads(google(429, "RESOURCE_EXHAUSTED", "wait", retry="34s")))
    assert fault is not None
    error = said_in_stream(fault)
    assert (error.kind, error.retry_after, error.status) == (Kind.SLOW_DOWN, 34, 429)


@pytest.mark.parametrize(
    ("said", "word"), [("true", True), ("FALSE", False), ("", None), ("maybe", None), (None, None)]
)
def test_the_providers_own_word_on_trying_again_is_kept(said: str | None, word: bool | None) -> None:
    headers = {} if said is None else {"x-should-retry": said}
    assert error_of_reply(500, headers, b"", lambda: NOW)[0].should_retry is word


@pytest.mark.parametrize(
    ("raw", "detail"),
    [
        ("x is rate-limited upstream", "HTTP 429 Provider returned error: x is rate-limited upstream"),
        ('{"error": {"message": "Too many images"}}', "HTTP 429 Provider returned error: Too many images"),
        ({"error": {"message": "Too many images"}}, "HTTP 429 Provider returned error: Too many images"),
        ("", "HTTP 429 Provider returned error"),
        (None, "HTTP 429 Provider returned error"),
        ("x" * 5000, "HTTP 429 Provider returned error: " + "x" * 300),
    ],
)
def test_what_the_provider_behind_the_provider_said_is_told(raw: object, detail: str) -> None:
    error, _ = error_of_reply(429, {}, openrouter(429, "Provider returned error", raw=raw).encode(), lambda: NOW)
    assert error.detail == detail


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS | st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)


@given(JUNK, st.integers(100, 599))
def test_no_body_breaks_the_reading_of_an_error(body: object, status: int) -> None:
    error, _ = error_of_reply(status, {}, json.dumps({"error": body}).encode(), lambda: NOW)
    assert error.kind in Kind
    assert error.retry_after is None or error.retry_after >= 0
