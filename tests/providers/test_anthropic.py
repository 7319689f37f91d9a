"""The dialect anthropic: what is sent, and what each kind of answer is heard as."""

from __future__ import annotations

import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.domain.messages import Options, Usage
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.providers.anthropic import ADAPTER
from orchestrator_desktop.providers.base import Dialect, Endpoint, ModelInfo, Opened, Waiting
from tests.fakes.answers import anthropic
from tests.fakes.replay import events
from tests.providers.asking import Heard, question, read

CLAUDE = Dialect.ANTHROPIC
PLACE = Endpoint("Anthropic", CLAUDE, "https://api.anthropic.com")

START = {
    "type": "message_start",
    "message": {
        "id": "msg_1",
        "model": "claude-x",
        "content": [],
        "usage": {
            "input_tokens": 10,
            "cache_read_input_tokens": 100,
            "cache_creation_input_tokens": 1000,
            "output_tokens": 1,
        },
    },
}
STOP = {"type": "message_stop"}


def hear(*data: object) -> Heard:
    return read(CLAUDE, events(*data).body)


def text(said: str) -> dict[str, object]:
    return {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": said}}


def end(reason: str | None, output: int = 7, **more: object) -> dict[str, object]:
    return {"type": "message_delta", "delta": {"stop_reason": reason, **more}, "usage": {"output_tokens": output}}


def test_the_body_is_what_the_preview_shows() -> None:
    assert ADAPTER.body(question(PLACE, options=Options(temperature=0.2, max_tokens=300))) == {
        "model": "m",
        "max_tokens": 300,
        "messages": [{"role": "user", "content": "Say hello."}],
        "stream": True,
        "system": "Be brief.",
        "temperature": 0.2,
    }


def test_a_limit_is_always_sent() -> None:
    assert ADAPTER.body(question(PLACE))["max_tokens"] == 8192


def test_extra_settings_stay_on_this_computer() -> None:
    options = Options(extra={"top_k": 40})
    assert ADAPTER.body(question(PLACE, options=options, local=True))["top_k"] == 40
    assert "top_k" not in ADAPTER.body(question(PLACE, options=options, local=False))


@pytest.mark.parametrize("base_url", ["https://api.anthropic.com", "https://api.anthropic.com/v1"])
def test_the_base_url_is_understood_with_and_without_v1(base_url: str) -> None:
    place = Endpoint("a", CLAUDE, base_url)
    assert ADAPTER.url(question(place)) == "https://api.anthropic.com/v1/messages"
    assert ADAPTER.models_url(place, "m 1") == "https://api.anthropic.com/v1/models?limit=1000&after_id=m+1"


def test_key_and_version_travel_in_their_headers() -> None:
    assert ADAPTER.headers(Secret("k1")) == {"x-api-key": "k1", "anthropic-version": "2023-06-01"}
    assert ADAPTER.headers(None) == {"anthropic-version": "2023-06-01"}


@pytest.mark.parametrize(
    ("reason", "state"),
    [
        ("end_turn", AttemptState.COMPLETE),
        ("stop_sequence", AttemptState.COMPLETE),
        ("tool_use", AttemptState.COMPLETE),
        ("max_tokens", AttemptState.TRUNCATED),
        ("model_context_window_exceeded", AttemptState.TRUNCATED),
        ("pause_turn", AttemptState.TRUNCATED),
        ("refusal", AttemptState.REFUSED),
        ("something_new", AttemptState.INTERRUPTED),
    ],
)
def test_the_stop_reason_decides_how_the_answer_ended(reason: str, state: AttemptState) -> None:
    heard = hear(START, text("Hello"), end(reason), STOP)
    assert (heard.text, heard.state, heard.closed.reason) == ("Hello", state, reason)


@pytest.mark.parametrize("rest", [[], [end("end_turn")], [STOP], [end(None), STOP]])
def test_complete_takes_both_the_stop_reason_and_the_stop(rest: list[object]) -> None:
    assert hear(START, text("Hello"), *rest).state is AttemptState.INTERRUPTED


def test_a_refusal_is_explained_where_the_provider_explains_it() -> None:
    details = {"type": "refusal", "category": "bio", "explanation": "This touches on biology."}
    heard = hear(START, end("refusal", stop_details=details), STOP)
    assert (heard.state, heard.closed.reason) == (AttemptState.REFUSED, "This touches on biology.")


def test_complete_without_visible_text_is_failed() -> None:
    assert hear(START, end("end_turn"), STOP).state is AttemptState.FAILED


def test_thinking_is_told_apart_and_signatures_are_not_text() -> None:
    thinking = {"type": "content_block_delta", "index": 0, "delta": {"type": "thinking_delta", "thinking": "hm"}}
    signature = {"type": "content_block_delta", "index": 0, "delta": {"type": "signature_delta", "signature": "EqQB"}}
    tool = {"type": "content_block_delta", "index": 1, "delta": {"type": "input_json_delta", "partial_json": "{}"}}
    redacted = {
        "type": "content_block_start",
        "index": 1,
        "content_block": {"type": "redacted_thinking", "data": "Ag=="},
    }
    heard = hear(START, thinking, signature, redacted, tool, text("Hello"), end("end_turn"), STOP)
    assert (heard.reasoning, heard.text) == ("hm", "Hello")


def test_input_is_the_sum_of_three_disjoint_counts_and_output_is_cumulative() -> None:
    heard = hear(START, text("Hello"), end(None, 3), end("end_turn", 9), STOP)
    assert heard.usage == Usage(1110, 9, 100, 1000)


def test_the_input_count_is_known_though_the_answer_is_cut() -> None:
    heard = hear(START, text("Hel"))
    assert heard.usage == Usage(1110, 1, 100, 1000)


def test_pings_are_signs_of_life_and_unknown_events_no_more_than_that() -> None:
    unknown = {"type": "content_block_sparkle", "sparkle": [1]}
    heard = hear({"type": "ping"}, START, unknown, {"type": "ping"}, text("Hello"), unknown, end("end_turn"), STOP)
    assert heard.opened == Opened("msg_1", "claude-x")
    assert len(heard.every(Waiting)) == 4
    assert (heard.text, heard.state) == ("Hello", AttemptState.COMPLETE)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("overloaded_error", ProviderErrorKind.DOWN),
        ("api_error", ProviderErrorKind.DOWN),
        ("rate_limit_error", ProviderErrorKind.SLOW_DOWN),
        ("billing_error", ProviderErrorKind.NO_MONEY),
        ("invalid_request_error", ProviderErrorKind.BAD_REQUEST),
        ("not_found_error", ProviderErrorKind.MODEL_UNKNOWN),
        ("permission_error", ProviderErrorKind.NOT_ALLOWED),
        ("authentication_error", ProviderErrorKind.KEY_REFUSED),
        ("request_too_large", ProviderErrorKind.TOO_LONG),
    ],
)
def test_an_error_event_is_told_by_its_type_and_keeps_the_text(kind: str, expected: ProviderErrorKind) -> None:
    heard = hear(START, text("Hel"), {"type": "error", "error": {"type": kind, "message": "Sorry"}, "request_id": "r"})
    assert (heard.kind, heard.text) == (expected, "Hel")


def test_an_answer_in_one_piece_is_accepted() -> None:
    whole = {
        "type": "message",
        "id": "msg_1",
        "model": "claude-x",
        "content": [{"type": "thinking", "thinking": "hm"}, {"type": "text", "text": "Hello"}],
        "stop_reason": "end_turn",
        "usage": {"input_tokens": 5, "output_tokens": 2},
    }
    heard = read(CLAUDE, json.dumps(whole).encode())
    assert (heard.text, heard.reasoning, heard.state) == ("Hello", "hm", AttemptState.COMPLETE)
    assert heard.usage == Usage(5, 2)


@pytest.mark.parametrize("body", [b"data: {oops}\n\n", b'data: {"type": "message_start"}\n\n', b"<html>", b"[]"])
def test_what_is_not_the_protocol_is_garbled(body: bytes) -> None:
    assert read(CLAUDE, body).kind is ProviderErrorKind.GARBLED


def test_the_recorded_shape_of_a_whole_answer_is_complete() -> None:
    heard = read(CLAUDE, anthropic("Hello world", thinking="hm").body)
    assert (heard.text, heard.reasoning, heard.state) == ("Hello world", "hm", AttemptState.COMPLETE)


def test_model_lists_tell_limits_and_come_in_pages() -> None:
    reply = {
        "data": [{"id": "claude-x", "display_name": "Claude X", "max_input_tokens": 200000, "max_tokens": 64000}],
        "has_more": True,
        "last_id": "claude-x",
    }
    page = ADAPTER.models(json.dumps(reply).encode())
    assert page.models == (ModelInfo("claude-x", "Claude X", 200000, 64000),)
    assert page.after == "claude-x"
    assert ADAPTER.models(b'{"data": []}').after is None


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.sampled_from(["message", "content_block", "delta", "usage", "index", "detail"])


@given(st.sampled_from(["content_block_sparkle", "session_update", "x"]), FIELDS, JUNK)
def test_unknown_events_are_ignored_whatever_they_hold(kind: str, field: str, junk: object) -> None:
    unknown = {"type": kind, field: junk}
    heard = hear(unknown, START, unknown, text("Hello"), unknown, end("end_turn"), STOP)
    assert (heard.text, heard.state) == ("Hello", AttemptState.COMPLETE)


@given(st.sampled_from(["sparkle_delta", "citations_delta"]), st.sampled_from(["text", "thinking", "citation"]), JUNK)
def test_unknown_deltas_are_ignored_whatever_they_hold(kind: str, field: str, junk: object) -> None:
    assume(field != "thinking" or not isinstance(junk, str))
    unknown = {"type": "content_block_delta", "index": 0, "delta": {"type": kind, field: junk}}
    heard = hear(START, unknown, text("Hello"), unknown, end("end_turn"), STOP)
    assert (heard.text, heard.reasoning, heard.state) == ("Hello", "", AttemptState.COMPLETE)


@pytest.mark.parametrize(
    "error",
    [
        {"error": {"type": "overloaded_error", "message": "Sorry"}},
        {"message": "Sorry", "type": ""},
        {"type": "gateway_error", "error": {"message": "Sorry"}},
        {"type": "error", "message": "Sorry"},
    ],
)
def test_an_error_of_a_gateway_is_one_whatever_its_shape(error: object) -> None:
    assert hear(START, text("Hel"), error).kind is ProviderErrorKind.DOWN
