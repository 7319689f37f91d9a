"""The dialect openai-responses: what is sent, and what each kind of answer is heard as."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.domain.messages import Message, Options, Role, Usage
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.providers import openai_chat
from orchestrator_desktop.providers.base import Closed, Dialect, Endpoint, Named, Opened, Remote, Request
from orchestrator_desktop.providers.openai_responses import ADAPTER
from tests.fakes.answers import openai_responses
from tests.fakes.replay import events
from tests.providers.asking import Heard, question, read

RESPONSES = Dialect.OPENAI_RESPONSES
OPENAI = Endpoint("OpenAI", RESPONSES, "https://api.openai.com/v1")
OTHER = Endpoint("Company", RESPONSES, "https://llm.halden.example/v1")
CREATED = {"type": "response.created", "response": {"id": "resp_1", "model": "m-1", "status": "in_progress"}}


def hear(*data: object, asked: Request | None = None) -> Heard:
    return read(RESPONSES, events(*data).body, asked=asked)


def delta(text: object, kind: str = "output_text") -> dict[str, object]:
    return {"type": f"response.{kind}.delta", "delta": text}


def message(*texts: str, refusal: str = "") -> dict[str, object]:
    parts: list[dict[str, object]] = [{"type": "output_text", "text": text} for text in texts]
    return {
        "type": "message",
        "role": "assistant",
        "content": [*parts, *([{"type": "refusal", "refusal": refusal}] if refusal else [])],
    }


def end(status: str, *output: object, **more: object) -> dict[str, object]:
    response = {"id": "resp_1", "model": "m-1", "status": status, "output": output, "error": None, **more}
    return {"type": f"response.{status}", "response": response}


def test_the_body_is_what_the_preview_shows() -> None:
    turns = (
        Message(Role.SYSTEM, "Be brief."),
        Message(Role.USER, "Hello"),
        Message(Role.ASSISTANT, "Hi"),
        Message(Role.USER, "Go on"),
    )
    request = Request("a", OTHER, "m", turns, Options(temperature=0.2, top_p=0.9, max_tokens=300), local=False)
    assert ADAPTER.body(request) == {
        "model": "m",
        "instructions": "Be brief.",
        "input": [
            {"role": "user", "content": "Hello"},
            {"type": "message", "role": "assistant", "content": [{"type": "output_text", "text": "Hi"}]},
            {"role": "user", "content": "Go on"},
        ],
        "stream": True,
        "store": False,
        "temperature": 0.2,
        "top_p": 0.9,
        "max_output_tokens": 300,
    }
    assert ADAPTER.url(request) == "https://llm.halden.example/v1/responses"


def test_nothing_is_sent_that_was_not_set_and_only_openai_is_told_not_to_pad() -> None:
    bare = {"model", "input", "stream", "store"}
    unheard = Request("a", OTHER, "m", (Message(Role.USER, "Hi"),), Options(), local=False)
    assert set(ADAPTER.body(unheard)) == bare
    assert ADAPTER.body(question(OPENAI))["stream_options"] == {"include_obfuscation": False}


def test_extra_settings_stay_on_this_computer() -> None:
    options = Options(extra={"repeat_penalty": 1.2})
    assert ADAPTER.body(question(OTHER, options=options, local=True))["repeat_penalty"] == 1.2
    assert "repeat_penalty" not in ADAPTER.body(question(OTHER, options=options, local=False))


def test_key_and_lists_are_those_of_the_other_openai_dialect() -> None:
    chat = openai_chat.ADAPTER
    assert ADAPTER.headers(Secret("k1 ")) == {"authorization": "Bearer k1"} == chat.headers(Secret("k1"))
    assert ADAPTER.models is chat.models
    assert ADAPTER.models_url(OTHER, None) == "https://llm.halden.example/v1/models"


@pytest.mark.parametrize(
    ("last", "state", "reason"),
    [
        (end("completed", message("Hello")), AttemptState.COMPLETE, "completed"),
        (
            end("incomplete", message("Hello"), incomplete_details={"reason": "max_output_tokens"}),
            AttemptState.TRUNCATED,
            "max_output_tokens",
        ),
        (
            end("incomplete", message("Hello"), incomplete_details={"reason": "content_filter"}),
            AttemptState.REFUSED,
            "content_filter",
        ),
        (
            end("incomplete", message("Hello"), incomplete_details={"reason": "steered"}),
            AttemptState.INTERRUPTED,
            "steered",
        ),
        (end("incomplete", message("Hello"), incomplete_details=None), AttemptState.INTERRUPTED, "incomplete"),
        (end("cancelled", message("Hello")), AttemptState.INTERRUPTED, "cancelled"),
        ({"type": "response.completed"}, AttemptState.COMPLETE, "completed"),
    ],
)
def test_the_terminal_event_decides_how_the_answer_ended(last: object, state: AttemptState, reason: str) -> None:
    heard = hear(CREATED, delta("Hel"), delta("lo"), last)
    assert (heard.text, heard.state, heard.closed.reason) == ("Hello", state, reason)


@pytest.mark.parametrize("rest", [[], ["[DONE]"], [{"type": "response.output_text.done", "text": "Hello"}]])
def test_without_a_terminal_event_the_answer_is_interrupted(rest: list[object]) -> None:
    heard = hear(CREATED, delta("Hello"), *rest)
    assert (heard.text, heard.state, heard.closed.reason) == ("Hello", AttemptState.INTERRUPTED, "cut")


def test_events_need_no_name_and_their_name_counts_for_nothing() -> None:
    body = events(CREATED, delta("Hello"), end("completed"), names=["x", "response.failed", "error"]).body
    assert read(RESPONSES, body).state is AttemptState.COMPLETE


def test_who_answers_is_taken_from_the_answer() -> None:
    assert hear(CREATED, delta("Hello"), end("completed")).opened == Opened("resp_1", "m-1")


def test_a_refusal_is_the_reason_not_the_text() -> None:
    refused = {"type": "response.refusal.done", "refusal": "I can't help."}
    heard = hear(CREATED, delta("I can't ", "refusal"), delta("help.", "refusal"), refused)
    assert (heard.text, heard.state, heard.closed.reason) == ("", AttemptState.REFUSED, "I can't help.")
    heard = hear(CREATED, refused, end("completed", message(refusal="I can't help.")))
    assert (heard.text, heard.state, heard.closed.reason) == ("", AttemptState.REFUSED, "I can't help.")


def test_a_refusal_without_its_own_end_takes_the_answers() -> None:
    started = delta("I can't", "refusal")
    assert hear(CREATED, started).state is AttemptState.INTERRUPTED
    assert hear(CREATED, started, end("completed")).state is AttemptState.REFUSED
    assert hear(CREATED, end("completed", message(refusal="No."))).closed.reason == "No."


def test_complete_without_visible_text_is_failed() -> None:
    heard = hear(CREATED, delta("hm", "reasoning_text"), end("completed", message("")))
    assert heard.state is AttemptState.FAILED


def test_thoughts_are_told_apart_and_their_parts_by_a_blank_line() -> None:
    added = [{"type": "response.reasoning_summary_part.added", "summary_index": number} for number in (0, 1)]
    thoughts = [added[0], delta("hm", "reasoning_summary_text"), added[1], delta("yes", "reasoning_summary_text")]
    heard = hear(CREATED, *thoughts, delta("!", "reasoning_text"), delta("Hello"), end("completed"))
    assert (heard.reasoning, heard.text) == ("hm\n\nyes!", "Hello")


@pytest.mark.parametrize(
    "repeated",
    [
        [{"type": "response.output_text.done", "text": "Hello"}],
        [{"type": "response.content_part.done", "part": {"type": "output_text", "text": "Hello"}}],
        [{"type": "response.output_item.done", "item": message("Hello")}],
        [end("completed", {"type": "reasoning", "summary": []}, message("Hello"))],
        [
            {"type": "response.output_text.done", "text": "Hello"},
            {"type": "response.content_part.done", "part": {"type": "output_text", "text": "Hello"}},
            {"type": "response.output_item.done", "item": message("Hello")},
            end("completed", message("Hello")),
        ],
    ],
)
@pytest.mark.parametrize("said", [[], ["Hel"], ["Hel", "lo"]])
def test_text_that_came_in_no_delta_is_taken_from_what_repeats_it_once(said: list[str], repeated: list[object]) -> None:
    heard = hear(CREATED, *map(delta, said), *repeated)
    assert heard.text == "Hello"


def test_each_part_and_each_item_is_counted_for_itself() -> None:
    item_added, part_added = {"type": "response.output_item.added"}, {"type": "response.content_part.added"}
    heard = hear(
        CREATED,
        item_added,
        part_added,
        delta("One. "),
        {"type": "response.output_text.done", "text": "One. "},
        part_added,
        {"type": "response.output_text.done", "text": "Two. "},
        {"type": "response.output_item.done", "item": message("One. ", "Two. ")},
        item_added,
        {"type": "response.output_item.done", "item": {"type": "function_call", "arguments": "{}"}},
        item_added,
        {"type": "response.output_item.done", "item": message("Three.")},
        end("completed", message("One. ", "Two. "), message("Three.")),
    )
    assert (heard.text, heard.state) == ("One. Two. Three.", AttemptState.COMPLETE)


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.sampled_from(["delta", "text", "part", "item", "response", "refusal", "output_index", "logprobs"])


@given(st.sampled_from(["response.sparkle.delta", "response.audio.done", "keepalive", "x"]), FIELDS, JUNK)
def test_unknown_events_are_ignored_whatever_they_hold(kind: str, field: str, junk: object) -> None:
    unknown = {"type": kind, field: junk}
    heard = hear(unknown, CREATED, unknown, delta("Hello"), unknown, end("completed"))
    assert (heard.text, heard.state) == ("Hello", AttemptState.COMPLETE)


@given(st.lists(JUNK, max_size=3))
def test_items_of_other_kinds_are_ignored_whatever_they_are_made_of(items: list[object]) -> None:
    done = [{"type": "response.output_item.done", "item": item} for item in items]
    heard = hear(CREATED, delta("Hello"), *done, end("completed", *items, message("Hello")))
    assert (heard.text, heard.state) == ("Hello", AttemptState.COMPLETE)


FLAT = {"type": "error", "code": "insufficient_quota", "message": "Pay first", "param": None, "sequence_number": 2}
NESTED = {
    "type": "error",
    "sequence_number": 2,
    "error": {"type": "insufficient_quota", "code": "insufficient_quota", "message": "Pay first", "param": None},
}
FAILED = end("failed", error={"code": "insufficient_quota", "message": "Pay first"})


@pytest.mark.parametrize("error", [FLAT, NESTED, FAILED, {"error": NESTED["error"]}])
def test_an_error_comes_flat_nested_or_as_a_failed_response(error: object) -> None:
    heard = hear(CREATED, delta("Hel"), error, FAILED)
    assert (heard.text, heard.kind) == ("Hel", ProviderErrorKind.NO_MONEY)
    assert heard.error is not None
    assert heard.error.detail == "Pay first"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("server_error", ProviderErrorKind.DOWN),
        ("rate_limit_exceeded", ProviderErrorKind.SLOW_DOWN),
        ("invalid_prompt", ProviderErrorKind.BAD_REQUEST),
        ("context_length_exceeded", ProviderErrorKind.TOO_LONG),
    ],
)
def test_a_failed_response_is_known_by_its_code(code: str, kind: ProviderErrorKind) -> None:
    assert hear(CREATED, end("failed", error={"code": code, "message": "Sorry"})).kind is kind


def test_what_a_failed_response_cost_is_known() -> None:
    usage = {"input_tokens": 5, "output_tokens": 2}
    heard = hear(CREATED, delta("Hel"), end("failed", error={"code": "server_error", "message": "Sorry"}, usage=usage))
    assert (heard.text, heard.kind, heard.usage) == ("Hel", ProviderErrorKind.DOWN, Usage(5, 2))


@pytest.mark.parametrize("error", [{"type": "error"}, end("failed", error=None), {"type": "response.failed"}])
def test_a_failure_without_words_is_one(error: object) -> None:
    assert hear(CREATED, delta("Hel"), error).kind is ProviderErrorKind.DOWN


def test_usage_is_normalised_and_reasoning_stays_within_output() -> None:
    said = {
        "input_tokens": 100,
        "output_tokens": 10,
        "input_tokens_details": {"cached_tokens": 64, "cache_write_tokens": 20},
        "output_tokens_details": {"reasoning_tokens": 11},
        "cost": 0.00123,
    }
    assert hear(CREATED, delta("Hi"), end("completed", usage=said)).usage == Usage(100, 10, 64, 20, 10, 1230)


@pytest.mark.parametrize("said", [{}, {"input_tokens": None, "output_tokens": "7", "input_tokens_details": None}])
def test_counts_that_are_none_are_unknown_not_zero(said: object) -> None:
    assert hear(CREATED, delta("Hi"), end("completed", usage=said)).usage == Usage()


@pytest.mark.parametrize(("place", "state"), [(OTHER, AttemptState.TRUNCATED), (OPENAI, AttemptState.COMPLETE)])
def test_an_imitator_that_calls_an_answer_at_its_limit_completed_is_not_believed(
    place: Endpoint, state: AttemptState
) -> None:
    asked = question(place, options=Options(max_tokens=5))
    for written, expected in ((4, AttemptState.COMPLETE), (5, state)):
        last = end("completed", message("Hello"), usage={"input_tokens": 9, "output_tokens": written})
        assert hear(CREATED, delta("Hello"), last, asked=asked).state is expected


def test_an_answer_in_one_piece_is_accepted() -> None:
    thoughts = {"type": "reasoning", "summary": [{"type": "summary_text", "text": "hm"}]}
    whole = {
        "id": "resp_1",
        "object": "response",
        "status": "completed",
        "model": "m-1",
        "error": None,
        "output": [thoughts, message("Hel", "lo")],
        "usage": {"input_tokens": 5, "output_tokens": 2},
    }
    body = json.dumps(whole, indent=1).encode()
    heard = read(RESPONSES, b"\n\n", *(body[at : at + 7] for at in range(0, len(body), 7)))
    assert (heard.text, heard.reasoning, heard.state) == ("Hello", "hm", AttemptState.COMPLETE)
    assert (heard.opened, heard.usage) == (Opened("resp_1", "m-1"), Usage(5, 2))
    assert read(RESPONSES, body[:-20]).state is AttemptState.INTERRUPTED


@pytest.mark.parametrize(
    ("whole", "kind"),
    [
        ({"error": {"message": "no quota", "code": "insufficient_quota"}}, ProviderErrorKind.NO_MONEY),
        ({"status": "failed", "error": {"message": "x", "code": "server_error"}}, ProviderErrorKind.DOWN),
        (
            {"status": "failed", "output": [], "error": {"message": "x", "code": "slow_down"}},
            ProviderErrorKind.SLOW_DOWN,
        ),
        ({"status": 429, "message": "x"}, ProviderErrorKind.SLOW_DOWN),
    ],
)
def test_an_error_in_one_piece_under_success_is_an_error(whole: object, kind: ProviderErrorKind) -> None:
    assert read(RESPONSES, json.dumps(whole).encode()).kind is kind


def test_a_thing_that_is_no_response_proves_nothing() -> None:
    body = json.dumps({"output": [message("Hello")]}).encode()
    assert read(RESPONSES, body).state is AttemptState.INTERRUPTED


@pytest.mark.parametrize(
    "body",
    [
        b"<!doctype html><title>Sign in</title>",
        b"[1, 2]",
        b"data: {oops}\n\n",
        b'data: {"type": 5}\n\n',
        b'data: {"type": "response.completed", "response": 5}\n\n',
        b"data: hello\n\n",
    ],
)
def test_what_is_not_the_protocol_is_garbled(body: bytes) -> None:
    assert read(RESPONSES, body).kind is ProviderErrorKind.GARBLED


def test_half_a_utf16_pair_costs_one_character_not_the_answer() -> None:
    halves = ["a\\ud83d", "\\ude00b"]
    body = "".join(f'data: {{"type": "response.output_text.delta", "delta": "{half}"}}\n\n' for half in halves).encode()
    assert read(RESPONSES, body).text == "a\ufffd\ufffdb"


def test_the_recorded_shape_of_a_whole_answer_is_complete_and_leaves_nothing_behind() -> None:
    heard = read(RESPONSES, openai_responses("Hello world", thinking="hm").body)
    assert (heard.text, heard.reasoning, heard.state) == ("Hello world", "hm", AttemptState.COMPLETE)
    assert heard.every(Remote) == []


def test_a_model_that_is_named_with_the_end_alone_is_named_then() -> None:
    """As llama.cpp does it: its first events hold an id and nothing more."""
    begun = {"type": "response.created", "response": {"id": "resp_1", "status": "in_progress"}}
    done = {"id": "resp_1", "model": "smollm2", "status": "completed"}
    delta = {"type": "response.output_text.delta", "delta": "Hi"}
    body = events(begun, delta, {"type": "response.completed", "response": done}).body
    heard = read(Dialect.OPENAI_RESPONSES, body)
    assert heard.opened == Opened("resp_1", None)
    assert heard.events[-2:] == [Named("smollm2"), Closed(AttemptState.COMPLETE, "completed")]
