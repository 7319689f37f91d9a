"""The dialect openai-chat: what is sent, and what each kind of answer is heard as."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.domain.messages import Options, Usage
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.providers.base import Dialect, Endpoint, ModelInfo, Opened
from orchestrator_desktop.providers.openai_chat import ADAPTER
from tests.fakes.answers import openai_chat
from tests.fakes.replay import events
from tests.providers.asking import Heard, question, read

CHAT = Dialect.OPENAI_CHAT
OPENAI = Endpoint("OpenAI", CHAT, "https://api.openai.com/v1")
OTHER = Endpoint("Company", CHAT, "https://llm.halden.example/v1")


def hear(*data: object) -> Heard:
    return read(CHAT, events(*data).body)


def chunk(content: object = None, finish: str | None = None, **more: object) -> dict[str, object]:
    return {
        "id": "c1",
        "model": "m-1",
        "choices": [{"index": 0, "delta": {"content": content, **more}, "finish_reason": finish}],
    }


def test_the_body_is_what_the_preview_shows() -> None:
    request = question(OTHER, options=Options(temperature=0.2, top_p=0.9, max_tokens=300))
    assert ADAPTER.body(request) == {
        "model": "m",
        "messages": [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Say hello."}],
        "stream": True,
        "stream_options": {"include_usage": True},
        "temperature": 0.2,
        "top_p": 0.9,
        "max_tokens": 300,
    }
    assert ADAPTER.url(request) == "https://llm.halden.example/v1/chat/completions"


def test_openai_itself_is_given_the_limit_under_its_new_name() -> None:
    body = ADAPTER.body(question(OPENAI, options=Options(max_tokens=300)))
    assert body["max_completion_tokens"] == 300
    assert "max_tokens" not in body


def test_settings_left_to_the_provider_are_not_sent() -> None:
    assert set(ADAPTER.body(question(OTHER))) == {"model", "messages", "stream", "stream_options"}


def test_extra_settings_stay_on_this_computer() -> None:
    options = Options(extra={"repeat_penalty": 1.2})
    assert ADAPTER.body(question(OTHER, options=options, local=True))["repeat_penalty"] == 1.2
    assert "repeat_penalty" not in ADAPTER.body(question(OTHER, options=options, local=False))


def test_the_key_is_sent_as_a_bearer_and_none_as_nothing() -> None:
    assert ADAPTER.headers(Secret("k1 ")) == {"authorization": "Bearer k1"}
    assert ADAPTER.headers(None) == {}


@pytest.mark.parametrize(
    ("finish", "state"),
    [
        ("stop", AttemptState.COMPLETE),
        ("STOP", AttemptState.COMPLETE),
        ("tool_calls", AttemptState.COMPLETE),
        ("length", AttemptState.TRUNCATED),
        ("content_filter", AttemptState.REFUSED),
        ("abort", AttemptState.INTERRUPTED),
        ("insufficient_system_resource", AttemptState.INTERRUPTED),
    ],
)
def test_the_finish_reason_decides_how_the_answer_ended(finish: str, state: AttemptState) -> None:
    heard = hear(chunk("Hello"), chunk(finish=finish), "[DONE]")
    assert heard.text == "Hello"
    assert heard.state is state
    assert heard.closed.reason == finish.lower()


def test_a_finish_reason_may_come_with_the_last_text() -> None:
    assert hear(chunk("Hel"), chunk("lo", "stop")).state is AttemptState.COMPLETE


@pytest.mark.parametrize("after", [None, ""])
def test_a_finish_reason_once_said_stays_said(after: str | None) -> None:
    assert hear(chunk("Hello", "stop"), chunk(finish=after), "[DONE]").state is AttemptState.COMPLETE


@pytest.mark.parametrize("finish", [None, ""])
def test_done_without_a_finish_reason_proves_nothing(finish: str | None) -> None:
    heard = hear(chunk("Hello"), chunk(finish=finish), "[DONE]")
    assert heard.state is AttemptState.INTERRUPTED
    assert heard.closed.reason == "cut"


def test_nothing_after_done_is_read() -> None:
    assert hear(chunk("Hello", "stop"), "[DONE]", chunk(" again"), "nonsense").text == "Hello"


@pytest.mark.parametrize("choices", [[], None])
def test_chunks_without_choices_are_harmless_anywhere(choices: object) -> None:
    empty = {"id": "c1", "model": "m-1", "choices": choices, "usage": None}
    without = {"id": "c1", "model": "m-1"}
    heard = hear(empty, without, chunk("Hel"), empty, without, chunk("lo", "stop"), empty, without, "[DONE]")
    assert heard.text == "Hello"
    assert heard.state is AttemptState.COMPLETE


def test_null_and_missing_parts_are_harmless() -> None:
    parts = [
        {"choices": [{}]},
        {"choices": [{"index": None, "delta": None}]},
        {"choices": [{"delta": {}}], "usage": None},
    ]
    assert hear(*parts, chunk("Hello", "stop")).state is AttemptState.COMPLETE


def test_further_choices_are_not_mixed_in() -> None:
    second = {"choices": [{"index": 1, "delta": {"content": "other"}, "finish_reason": "length"}]}
    heard = hear(chunk("Hello"), second, chunk(finish="stop"))
    assert (heard.text, heard.state) == ("Hello", AttemptState.COMPLETE)


def test_who_answers_is_taken_from_the_answer() -> None:
    assert hear(chunk("Hello", "stop")).opened == Opened("c1", "m-1")


def test_a_refusal_is_the_reason_not_the_text() -> None:
    heard = hear(chunk(refusal="I can't "), chunk(refusal="help."), chunk(finish="stop"), "[DONE]")
    assert heard.text == ""
    assert (heard.state, heard.closed.reason) == (AttemptState.REFUSED, "I can't help.")


def test_complete_without_visible_text_is_failed() -> None:
    heard = hear(chunk(reasoning_content="hm"), chunk(" \n"), chunk(finish="stop"), "[DONE]")
    assert heard.state is AttemptState.FAILED
    assert "stop" in heard.closed.reason


def test_truncated_before_the_first_word_stays_truncated() -> None:
    heard = hear(chunk(reasoning_content="so many thoughts"), chunk(finish="length"))
    assert (heard.text, heard.state) == ("", AttemptState.TRUNCATED)


@pytest.mark.parametrize("field", ["reasoning_content", "reasoning"])
def test_reasoning_is_told_apart_under_both_its_names(field: str) -> None:
    heard = hear(chunk(**{field: "Let me see. "}), chunk("Hello", "stop"))
    assert (heard.reasoning, heard.text) == ("Let me see. ", "Hello")


def test_content_lists_give_thoughts_and_text() -> None:
    thinking = {"type": "thinking", "thinking": [{"type": "text", "text": "hm "}, {"type": "text", "text": "yes"}]}
    heard = hear(chunk([thinking]), chunk([{"type": "text", "text": "Hel"}]), chunk("lo"), chunk("", "stop"))
    assert (heard.reasoning, heard.text, heard.state) == ("hm yes", "Hello", AttemptState.COMPLETE)


@given(st.lists(st.integers(0, 40), max_size=5))
def test_think_tags_at_the_start_are_thoughts_however_they_are_cut(cuts: list[int]) -> None:
    content = "\n<think>\nSay <b>hello</b>.</think>\n\nHello </think> you"
    places = [0, *sorted(cuts), len(content)]
    parts = [content[start:end] for start, end in pairwise(places)]
    heard = hear(*(chunk(part) for part in parts), chunk(finish="stop"))
    assert (heard.reasoning, heard.text) == ("\nSay <b>hello</b>.", "Hello </think> you")


@pytest.mark.parametrize("content", ["<thinking> aloud", "<thi", "  <", "Say <think> here", "x"])
def test_what_only_resembles_a_think_tag_is_text(content: str) -> None:
    assert hear(*(chunk(char) for char in content), chunk(finish="stop")).text == content


def test_thoughts_that_never_end_are_no_answer() -> None:
    heard = hear(chunk("<think>and so on </thi"), chunk(finish="stop"))
    assert (heard.reasoning, heard.text, heard.state) == ("and so on </thi", "", AttemptState.FAILED)


def test_usage_is_normalised_and_reasoning_stays_within_output() -> None:
    said = {
        "prompt_tokens": 100,
        "completion_tokens": 10,
        "prompt_tokens_details": {"cached_tokens": 64, "cache_write_tokens": 20},
        "completion_tokens_details": {"reasoning_tokens": 11},
        "cost": 0.00123,
    }
    heard = hear(chunk("Hello", "stop"), {"choices": [], "usage": said}, "[DONE]")
    assert heard.usage == Usage(100, 10, 64, 20, 10, cost_micro=1230)


@pytest.mark.parametrize(
    ("said", "usage"),
    [
        ({"prompt_tokens": 5, "completion_tokens": 7, "total_tokens": 12}, Usage(5, 7)),
        ({"prompt_tokens": 5.0, "completion_tokens": "7"}, Usage(5, None)),
        ({"prompt_tokens": -1, "completion_tokens": True, "prompt_tokens_details": None}, Usage()),
        ({}, Usage()),
    ],
)
def test_counts_that_are_none_are_unknown_not_zero(said: object, usage: Usage) -> None:
    assert hear(chunk("Hello", "stop"), {"choices": [], "usage": said}).usage == usage


@pytest.mark.parametrize(
    "error",
    [
        {"error": {"message": "Overloaded", "type": "server_error", "code": 502}},
        {
            "error": {"message": "Overloaded", "code": 502},
            "choices": [{"delta": {"content": ""}, "finish_reason": "error"}],
        },
        {"error": "Overloaded"},
        {"object": "error", "message": "Overloaded", "type": "InternalServerError", "code": 500},
        {"choices": [{"index": 0, "delta": {}, "finish_reason": "error"}]},
    ],
)
def test_an_error_in_a_chunk_is_raised_after_the_text_before_it(error: object) -> None:
    heard = hear(chunk("Hel"), error, "[DONE]")
    assert heard.kind is ProviderErrorKind.DOWN
    assert heard.text == "Hel"


def test_an_error_after_the_finish_reason_is_an_error_all_the_same_and_what_it_cost_is_known() -> None:
    failed = {
        "choices": [{"delta": {"content": ""}, "finish_reason": "error"}],
        "error": {"code": 502, "message": "x"},
        "usage": {"prompt_tokens": 5, "completion_tokens": 2, "cost": 0.01},
    }
    heard = hear(chunk("Hello"), chunk(finish="length"), chunk(finish="length"), failed, "[DONE]")
    assert (heard.text, heard.kind, heard.usage) == ("Hello", ProviderErrorKind.DOWN, Usage(5, 2, cost_micro=10_000))


@pytest.mark.parametrize("error", [{"error": {"message": "x"}}, {"choices": [{"delta": {}, "finish_reason": "error"}]}])
def test_text_held_back_for_a_think_tag_is_not_lost_to_an_error(error: object) -> None:
    heard = hear(chunk("  <th"), error)
    assert (heard.text, heard.kind) == ("  <th", ProviderErrorKind.DOWN)


def test_an_answer_in_one_piece_is_accepted() -> None:
    whole = {
        "id": "c1",
        "model": "m-1",
        "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hello"}, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 5, "completion_tokens": 2},
    }
    body = json.dumps(whole, indent=1).encode()
    heard = read(CHAT, b"\n\n", *(body[at : at + 7] for at in range(0, len(body), 7)))
    assert (heard.text, heard.state, heard.usage) == ("Hello", AttemptState.COMPLETE, Usage(5, 2))
    assert read(CHAT, body[:-20]).state is AttemptState.INTERRUPTED


def test_an_error_in_one_piece_under_success_is_an_error() -> None:
    assert (
        read(CHAT, b'{"error": {"message": "no quota", "code": "insufficient_quota"}}').kind
        is ProviderErrorKind.NO_MONEY
    )


@pytest.mark.parametrize(
    "body",
    [
        b"<!doctype html><title>Sign in</title>",
        b"OK",
        b"{oops}",
        b"[1, 2]",
        b"data: {oops}\n\n",
        b'data: {"choices": 5}\n\n',
        b"data: hello\n\n",
    ],
)
def test_what_is_not_the_protocol_is_garbled(body: bytes) -> None:
    assert read(CHAT, body).kind is ProviderErrorKind.GARBLED


def test_half_a_utf16_pair_costs_one_character_not_the_answer() -> None:
    halves = ["a\\ud83d", "\\ude00b \\ud83d\\ude00", ""]
    body = "".join(f'data: {{"choices": [{{"delta": {{"content": "{half}"}}}}]}}\n\n' for half in halves).encode()
    assert read(CHAT, body).text == "a\ufffd\ufffdb 😀"


def test_bytes_that_are_not_utf8_cost_one_character_not_the_answer() -> None:
    body = openai_chat("caf\u00e9").body.replace(b"\\u00e9", b"\xe9")
    heard = read(CHAT, body)
    assert (heard.text, heard.state) == ("caf\ufffd", AttemptState.COMPLETE)


def test_model_lists_of_several_servers_are_read() -> None:
    reply = {
        "object": "list",
        "data": [
            {"id": "gpt-5", "created": 1, "owned_by": "openai"},
            {
                "id": "x/y",
                "name": "Y",
                "context_length": 131072,
                "top_provider": {"max_completion_tokens": 8192},
                "pricing": {"prompt": "0.0000003", "completion": "0.00000125", "image": "0"},
            },
            {"id": "mistral-large", "max_context_length": 262144},
            {"id": "local", "meta": {"n_ctx": 4096, "n_ctx_train": 8192}},
        ],
    }
    assert ADAPTER.models(json.dumps(reply).encode()).models == (
        ModelInfo("gpt-5", "gpt-5"),
        ModelInfo("x/y", "Y", 131072, 8192, 300_000, 1_250_000),
        ModelInfo("mistral-large", "mistral-large", 262144),
        ModelInfo("local", "local", 4096),
    )
    assert ADAPTER.models(b'[{"id": "bare"}]').models == (ModelInfo("bare", "bare"),)


@pytest.mark.parametrize(
    ("pricing", "prices"),
    [
        ({"prompt": "0", "completion": "0"}, (0, 0)),
        ({"prompt": "-1", "completion": "-1"}, (None, None)),
        ({"prompt": "free", "completion": "nan"}, (None, None)),
        ({"prompt": "1e400"}, (None, None)),
        ({"hourly": 0, "input": 0.18, "output": 0.18}, (None, None)),
        ([], (None, None)),
        (None, (None, None)),
    ],
)
def test_a_price_is_a_number_or_unknown(pricing: object, prices: tuple[int | None, int | None]) -> None:
    (model,) = ADAPTER.models(json.dumps({"data": [{"id": "m", "pricing": pricing}]}).encode()).models
    assert (model.input_micro, model.output_micro) == prices
