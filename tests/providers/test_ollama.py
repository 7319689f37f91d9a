"""The dialect ollama: what is sent, how much context is asked for, and what each kind of answer is heard as."""

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
from orchestrator_desktop.domain.tokens import estimate_messages
from orchestrator_desktop.providers.base import Dialect, Endpoint, ModelInfo, Opened, Request
from orchestrator_desktop.providers.ollama import ADAPTER, context_size, too_little
from tests.fakes.answers import ollama, ollama_error
from tests.fakes.replay import ReplayServer, Reply, lines, raw, status
from tests.providers.asking import KEY, Heard, ask, question, read

OLLAMA = Dialect.OLLAMA
BASE = "http://localhost:11434"
PLACE = Endpoint("Ollama", OLLAMA, BASE)
TEXT = "Hello, wörld — ça va ? 😀 " * 3
SENTENCE = "The committee will meet again on Thursday to look at the figures of the last quarter. "


def asked(*texts: str, options: Options | None = None) -> Request:
    turns = [Message((Role.USER, Role.ASSISTANT)[number % 2], text) for number, text in enumerate(texts)]
    return Request("a", PLACE, "m", (Message(Role.SYSTEM, "Be brief."), *turns), options or Options(), local=True)


def hear(*data: object, of: Request | None = None) -> Heard:
    return read(OLLAMA, lines(*data).body, asked=of)


def line(content: str = "", **fields: object) -> dict[str, object]:
    return {"model": "m", "message": {"role": "assistant", "content": content}, "done": False, **fields}


def end(reason: str | None = "stop", **fields: object) -> dict[str, object]:
    return line(done=True, **({"done_reason": reason} if reason else {}), **fields)


def ask_at(server: ReplayServer, *replies: Reply, key: Secret | None = None) -> Heard:
    server.script(*replies)
    (heard,) = ask(question(Endpoint("o", OLLAMA, server.ollama_url)), key=key)
    return heard


def test_the_body_is_what_the_preview_shows() -> None:
    options = Options(temperature=0.2, top_p=0.9, max_tokens=300, extra={"top_k": 40})
    assert ADAPTER.body(question(PLACE, options=options, local=True)) == {
        "model": "m",
        "messages": [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Say hello."}],
        "stream": True,
        "truncate": False,
        "shift": False,
        "options": {"num_ctx": 4096, "temperature": 0.2, "top_p": 0.9, "num_predict": 300, "top_k": 40},
    }


def test_what_is_left_to_the_model_is_not_sent_and_extra_settings_stay_here() -> None:
    body = ADAPTER.body(question(PLACE, options=Options(extra={"top_k": 40}), local=False))
    assert body["options"] == {"num_ctx": 8192}
    assert "think" not in body


@pytest.mark.parametrize("base_url", [BASE, f"{BASE}/v1", f"{BASE}/api"])
def test_the_base_url_is_the_origin_and_those_of_other_dialects_are_understood(base_url: str) -> None:
    place = Endpoint("o", OLLAMA, base_url)
    assert ADAPTER.url(question(place)) == f"{BASE}/api/chat"
    assert ADAPTER.models_url(place, None) == f"{BASE}/api/tags"


@pytest.mark.parametrize(
    ("words", "max_tokens", "size"),
    [(10, 16, 4096), (10, None, 8192), (2000, 1000, 4096), (2900, 1000, 8192), (20000, None, 32768), (10, 9000, 16384)],
)
def test_a_context_is_asked_for_that_holds_question_and_answer(words: int, max_tokens: int | None, size: int) -> None:
    request = asked("word " * words, options=Options(max_tokens=max_tokens))
    assert context_size(request) == size
    assert size >= estimate_messages(request.messages) * 1.3 + (max_tokens or 0)


def test_the_user_has_the_last_word_on_the_context() -> None:
    body = ADAPTER.body(asked("Hi", options=Options(extra={"num_ctx": 2048})))
    assert body["options"] == {"num_ctx": 2048}


def test_an_answer_is_heard_over_a_socket(server: ReplayServer) -> None:
    heard = ask_at(server, ollama(TEXT))
    (sent,) = server.requests
    assert (sent.path, sent.json["stream"]) == ("/api/chat", True)
    assert "authorization" not in sent.headers
    assert (heard.text, heard.state, heard.opened) == (TEXT, AttemptState.COMPLETE, Opened("req_replay", "m"))
    assert heard.usage == Usage(input_tokens=12, output_tokens=4)


def test_a_key_travels_as_a_bearer(server: ReplayServer) -> None:
    ask_at(server, ollama("Hi"), key=KEY)
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY.reveal()}"


@pytest.mark.parametrize(
    ("reason", "state"),
    [
        ("stop", AttemptState.COMPLETE),
        ("length", AttemptState.TRUNCATED),
        ("load", AttemptState.INTERRUPTED),
        ("unload", AttemptState.INTERRUPTED),
        ("something_new", AttemptState.INTERRUPTED),
    ],
)
def test_the_done_reason_decides_how_the_answer_ended(reason: str, state: AttemptState) -> None:
    heard = hear(line("Hello"), end(reason))
    assert (heard.text, heard.state, heard.closed.reason) == ("Hello", state, reason)


def test_versions_that_gave_no_reason_had_one_way_to_be_done() -> None:
    assert hear(line("Hello"), end(None)).state is AttemptState.COMPLETE


def test_without_done_it_was_cut_and_a_reason_alone_proves_nothing() -> None:
    assert hear(line("Hello")).state is AttemptState.INTERRUPTED
    assert hear(line("Hello", done_reason="stop")).state is AttemptState.INTERRUPTED


def test_what_comes_after_done_is_not_read() -> None:
    assert hear(line("Hello"), end(), line(" more"), {"error": "late"}).text == "Hello"


def test_complete_without_visible_text_is_failed() -> None:
    assert hear(line(), end()).state is AttemptState.FAILED


def test_the_last_line_may_bring_text_and_needs_no_line_end() -> None:
    body = lines(line("Hel"), line("lo", done=True, done_reason="stop")).body.rstrip(b"\n")
    heard = read(OLLAMA, body)
    assert (heard.text, heard.state) == ("Hello", AttemptState.COMPLETE)


def test_thoughts_are_told_apart_whichever_way_they_come() -> None:
    message = {"role": "assistant", "content": "", "thinking": "hm"}
    heard = hear({"model": "m", "message": message, "done": False}, line("Hello"), end())
    assert (heard.reasoning, heard.text) == ("hm", "Hello")
    older = hear(line("<think>h"), line("m</thi"), line("nk>\nHello"), end())
    assert (older.reasoning, older.text) == ("hm", "Hello")
    assert read(OLLAMA, ollama("Hello", thinking="hm, hm").body).reasoning == "hm, hm"


def test_counts_are_normalised_and_what_is_none_is_unknown() -> None:
    heard = hear(line("Hi"), end(prompt_eval_count=26, prompt_eval_cached_count=20, eval_count=5, total_duration=9**18))
    assert heard.usage == Usage(input_tokens=26, output_tokens=5, cached_tokens=20)
    assert hear(line("Hi"), end(prompt_eval_count="x")).usage == Usage()


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("an error was encountered while running the model: unexpected EOF", ProviderErrorKind.DOWN),
        ("the input length exceeds the context length", ProviderErrorKind.TOO_LONG),
    ],
)
def test_an_error_line_is_raised_after_what_came_before_it(message: str, kind: ProviderErrorKind) -> None:
    heard = hear(line("Hello"), {"error": message})
    assert (heard.text, heard.kind) == ("Hello", kind)
    assert heard.error is not None
    assert heard.error.detail == message


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (ollama_error(404, 'model "llama9" not found, try pulling it first'), ProviderErrorKind.MODEL_UNKNOWN),
        (ollama_error(400, "the input length exceeds the context length"), ProviderErrorKind.TOO_LONG),
        (ollama_error(503, "server busy, please try again. maximum pending requests exceeded"), ProviderErrorKind.DOWN),
        (ollama_error(500, "llm server loading model"), ProviderErrorKind.LOADING),
        (ollama_error(401, "unauthorized"), ProviderErrorKind.KEY_REFUSED),
        (status(404, body="404 page not found"), ProviderErrorKind.GARBLED),
        (raw("<html>Sign in</html>"), ProviderErrorKind.GARBLED),
        (raw('data: {"message": {}}\n\n'), ProviderErrorKind.GARBLED),
        (raw("{]}\n{}\n"), ProviderErrorKind.GARBLED),
        (raw(b"[" + b"1," * 2_500_000), ProviderErrorKind.GARBLED),
    ],
)
def test_what_goes_wrong_is_told_by_what_the_user_can_do(
    server: ReplayServer, reply: Reply, kind: ProviderErrorKind
) -> None:
    heard = ask_at(server, reply)
    assert (heard.kind, heard.events, len(server.requests)) == (kind, [], 1)


@pytest.mark.parametrize("indent", [None, 2])
def test_an_answer_in_one_piece_is_understood(indent: int | None) -> None:
    text = json.dumps(line("Hello\nthere", done=True, done_reason="stop", eval_count=3), indent=indent)
    for body in (text, text + "\n", "\ufeff" + text):
        heard = read(OLLAMA, body.encode())
        assert (heard.text, heard.state) == ("Hello\nthere", AttemptState.COMPLETE)
    assert read(OLLAMA, text[:-5].encode()).state is AttemptState.INTERRUPTED


@given(st.lists(st.integers(0, 3000), max_size=8))
def test_any_cutting_of_the_bytes_gives_the_same_events(cuts: list[int]) -> None:
    body = ollama(TEXT, thinking="hm").body
    places = [0, *sorted(min(cut, len(body)) for cut in cuts), len(body)]
    assert read(OLLAMA, *(body[a:b] for a, b in pairwise(places))).events == read(OLLAMA, body).events


def test_an_answer_cut_at_any_byte_is_never_complete() -> None:
    body = ollama(TEXT).body
    for at in range(len(body)):
        heard = read(OLLAMA, body[:at])
        assert (heard.state is AttemptState.COMPLETE) == (at >= len(body) - 1), body[:at][-60:]
        assert TEXT.startswith(heard.text)


LONG = asked(SENTENCE * 500)


@pytest.mark.parametrize("read_tokens", [2048, 4096])
def test_a_prompt_that_was_cut_in_silence_is_refused_and_the_text_is_kept(read_tokens: int) -> None:
    heard = hear(line("Hello"), end(prompt_eval_count=read_tokens, eval_count=1), of=LONG)
    assert (heard.text, heard.kind) == ("Hello", ProviderErrorKind.TOO_LONG)
    assert heard.usage == Usage(input_tokens=read_tokens, output_tokens=1)
    assert heard.error is not None
    assert heard.error.detail == f"the model read {read_tokens} tokens of about {estimate_messages(LONG.messages)}"


@pytest.mark.parametrize("cached", [0, None, "all"])
def test_that_nothing_was_cached_excuses_no_cut(cached: object) -> None:
    heard = hear(line("Hello"), end(prompt_eval_count=2048, prompt_eval_cached_count=cached), of=LONG)
    assert heard.kind is ProviderErrorKind.TOO_LONG


@pytest.mark.parametrize(
    "counts",
    [
        {},  # left out where all of it was cached
        {"prompt_eval_count": 0},
        {"prompt_eval_count": 1},  # 0.30: what was cached is not counted
        {"prompt_eval_count": 900},
        {"prompt_eval_count": 1500, "prompt_eval_cached_count": 9000},  # should the first leave out the second
        {"prompt_eval_count": 7000},
        {"prompt_eval_count": 20000},
    ],
)
def test_a_count_that_does_not_prove_it_refuses_nothing(counts: dict[str, int]) -> None:
    assert hear(line("Hello"), end(**counts), of=LONG).state is AttemptState.COMPLETE


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        # Counts of vocabularies of 128,000 to 262,000 tokens, far below our estimate of these scripts.
        ("Комитет соберётся снова в четверг, чтобы посмотреть показатели последнего квартала. " * 200, 3600),
        ("समिति पिछली तिमाही के आंकड़ों को देखने के लिए गुरुवार को फिर से बैठक करेगी। " * 200, 3400),
        ("| --- | :---: |\n" + "-" * 4000 + "\n" + "=" * 4000 + SENTENCE * 60, 1150),
    ],
)
def test_our_own_estimate_being_high_refuses_nothing(text: str, tokens: int) -> None:
    request = asked(text)
    assert tokens < estimate_messages(request.messages) * 0.6, "no test of it"
    assert not too_little(tokens, request.messages)
    assert too_little(1024, asked(text * 4).messages)


def test_short_prompts_are_not_judged() -> None:
    assert hear(line("Hello"), end(prompt_eval_count=3), of=asked(SENTENCE * 40)).state is AttemptState.COMPLETE


def test_models_that_write_are_listed() -> None:
    tags = {"models": [{"name": "llama3.2:3b", "size": 2}, {"name": "nomic", "capabilities": ["embedding"]}]}
    page = ADAPTER.models(json.dumps(tags).encode())
    assert (page.models, page.after) == ((ModelInfo("llama3.2:3b", "llama3.2:3b"),), None)


@pytest.mark.parametrize(
    ("shown", "known"),
    [
        ({"capabilities": ["completion", "tools"], "model_info": {"llama.context_length": 131072}}, 131072),
        ({"model_info": {"general.architecture": "llama", "llama.context_length": 8192}}, 8192),
        ({"capabilities": ["completion"], "model_info": {}}, None),
        ({}, None),
        ({"capabilities": ["embedding"], "model_info": {"bert.context_length": 512}}, "left out"),
    ],
)
def test_each_model_is_looked_up(shown: dict[str, object], known: int | str | None) -> None:
    look_up, model = ADAPTER.look_up, ModelInfo("m:1b", "m:1b")
    assert look_up is not None
    assert (look_up.url(PLACE), look_up.body(model)) == (f"{BASE}/api/show", {"model": "m:1b"})
    found = look_up.read(model, json.dumps(shown).encode())
    assert (found.context_tokens if found else "left out") == known
