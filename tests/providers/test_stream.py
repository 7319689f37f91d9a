"""One answer over a real socket: how it ends, whatever the server or the network does. All dialects alike."""

from __future__ import annotations

import asyncio
import json
import threading
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.domain.messages import Options
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.providers.base import Dialect, Endpoint, Opened, TextDelta, Waiting
from orchestrator_desktop.providers.http import open_client
from orchestrator_desktop.providers.registry import adapter
from orchestrator_desktop.providers.silence import Patience
from orchestrator_desktop.providers.stream import stream
from tests.fakes.replay import (
    Recorded,
    ReplayServer,
    Reply,
    anthropic,
    events,
    keep_alives,
    never,
    openai_chat,
    openai_error,
    raw,
    status,
)
from tests.providers.asking import (
    DIALECTS,
    GOOD,
    HASTY,
    KEY,
    OPENING,
    PROOF,
    ask,
    ask_once,
    endpoint,
    question,
    read,
    until,
)

CHAT = Dialect.OPENAI_CHAT
TEXT = "Hello, wörld — ça va ? 😀 " * 3
every = pytest.mark.parametrize("dialect", DIALECTS)


@every
def test_an_answer_is_heard_from_its_opening_to_its_close(server: ReplayServer, dialect: Dialect) -> None:
    server.script(GOOD[dialect](TEXT))
    heard = ask_once(server, dialect)
    assert heard.opened == Opened("req_replay", "m")
    assert (heard.text, heard.state) == (TEXT, AttemptState.COMPLETE)
    assert heard.usage is not None
    assert (heard.usage.input_tokens, heard.usage.output_tokens) == (12, 4)


@every
def test_exactly_the_body_of_the_preview_is_sent(server: ReplayServer, dialect: Dialect) -> None:
    server.script(GOOD[dialect]("Hi"))
    request = question(endpoint(server, dialect), options=Options(temperature=0.5, max_tokens=9))
    ask(request)
    (sent,) = server.requests
    assert sent.json == adapter(dialect).body(request)
    assert adapter(dialect).url(request) == f"http://127.0.0.1:{server.port}{sent.path}"
    assert sent.headers["x-client-request-id"] == "attempt-1"
    assert sent.headers["user-agent"].startswith("Orchestrator/")


@every
@pytest.mark.parametrize("size", [1, 7])
def test_bytes_that_drip_give_the_same_answer(server: ReplayServer, dialect: Dialect, size: int) -> None:
    server.script(GOOD[dialect](TEXT), GOOD[dialect](TEXT).drip(size), GOOD[dialect](TEXT).drip(size).chunked())
    at_once, dripped, chunked = ask(*[question(endpoint(server, dialect))] * 3)
    assert dripped.events == at_once.events == chunked.events


@every
@given(cuts=st.lists(st.integers(0, 3000), max_size=8))
def test_any_cutting_of_the_bytes_gives_the_same_events(dialect: Dialect, cuts: list[int]) -> None:
    body = GOOD[dialect](TEXT).body
    places = [0, *sorted(min(cut, len(body)) for cut in cuts), len(body)]
    pieces = [body[start:end] for start, end in pairwise(places)]
    assert read(dialect, *pieces).events == read(dialect, body).events


@every
def test_an_answer_cut_at_any_byte_is_never_complete(dialect: Dialect) -> None:
    body = GOOD[dialect](TEXT).body
    # The frame that proves the end; a cut inside the line ends after it cuts nothing.
    whole = body.index(b"\n", body.index(PROOF[dialect]))
    for at in range(whole):
        heard = read(dialect, body[:at])
        assert heard.state is AttemptState.INTERRUPTED, body[:at][-60:]
        assert TEXT.startswith(heard.text)
    for at in range(whole, len(body) + 1):
        assert read(dialect, body[:at]).state is AttemptState.COMPLETE, body[:at][-60:]


@every
@pytest.mark.parametrize("end", ["close", "reset", "chunked"])
def test_an_answer_cut_on_the_way_is_interrupted_and_keeps_its_text(
    server: ReplayServer, dialect: Dialect, end: str
) -> None:
    whole = GOOD[dialect](TEXT)
    cut = whole.cut(len(whole.body) // 2)
    ways = {"close": cut, "reset": cut.chunked().reset(), "chunked": cut.with_headers(content_length="99999")}
    server.script(ways[end])
    heard = ask_once(server, dialect)
    assert heard.state is AttemptState.INTERRUPTED
    assert heard.closed.reason
    assert TEXT.startswith(heard.text)


@every
def test_an_empty_answer_is_an_interruption_without_a_name(server: ReplayServer, dialect: Dialect) -> None:
    server.script(raw(b""))
    heard = ask_once(server, dialect)
    assert (heard.opened, heard.state) == (Opened(None, None), AttemptState.INTERRUPTED)


def test_what_came_before_an_error_in_the_same_packet_counts(server: ReplayServer) -> None:
    body = openai_chat("Hello", finish=None, usage=False, done=False).body + b'data: {"error": {"message": "x"}}\n\n'
    server.script(raw(body).with_headers(x_request_id="req_7"))
    heard = ask_once(server)
    assert (heard.text, heard.kind) == ("Hello", ProviderErrorKind.DOWN)
    assert heard.error is not None
    assert heard.error.request_id == "req_7"


@every
@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (status(401, body={"error": {"message": "no"}}), ProviderErrorKind.KEY_REFUSED),
        (status(404, body={"error": {"message": "no such model"}}), ProviderErrorKind.MODEL_UNKNOWN),
        (openai_error(429, "pay", code="insufficient_quota"), ProviderErrorKind.NO_MONEY),
        (status(429, {"retry-after": "7"}), ProviderErrorKind.SLOW_DOWN),
        (status(503), ProviderErrorKind.DOWN),
        (status(200, body="<html>Sign in to the network</html>"), ProviderErrorKind.GARBLED),
        (status(302, {"location": "http://127.0.0.1:9/steal"}), ProviderErrorKind.REDIRECTED),
        (Reply(silent=True), ProviderErrorKind.UNANSWERED),
        (Reply(silent=True).reset(), ProviderErrorKind.UNANSWERED),
        (raw(b"data: {]\n\n"), ProviderErrorKind.GARBLED),
    ],
)
def test_a_refusal_is_raised_and_the_request_was_sent_once(
    server: ReplayServer, dialect: Dialect, reply: Reply, kind: ProviderErrorKind
) -> None:
    server.script(reply)
    heard = ask_once(server, dialect)
    assert heard.kind is kind
    assert heard.events == []
    assert len(server.requests) == 1


def test_status_wait_and_request_id_come_with_the_error(server: ReplayServer) -> None:
    server.script(
        openai_error(429, "slow", {"retry-after": "3.5", "x-request-id": "req_9"}, code="rate_limit_exceeded")
    )
    error = ask_once(server).error
    assert error is not None
    assert (error.status, error.retry_after, error.request_id, error.detail) == (429, 3.5, "req_9", "HTTP 429 slow")


@every
def test_a_wait_of_a_day_and_the_providers_word_on_trying_again_are_passed_on(
    server: ReplayServer, dialect: Dialect
) -> None:
    server.script(status(429, {"retry-after": "86400", "x-should-retry": "false"}))
    error = ask_once(server, dialect).error
    assert error is not None
    assert (error.kind, error.retry_after, error.should_retry) == (ProviderErrorKind.SLOW_DOWN, 86400, False)


@pytest.mark.parametrize("value", ["0", "86400", "soon", "Tue, 03 Nov 2026 12:00:40 GMT"])
def test_a_wait_named_on_success_changes_nothing(server: ReplayServer, value: str) -> None:
    server.script(openai_chat("Hi").with_headers(retry_after=value))
    assert ask_once(server).state is AttemptState.COMPLETE


def test_a_redirect_is_not_followed_and_named(server: ReplayServer) -> None:
    with ReplayServer() as thief:
        server.script(status(307, {"location": thief.openai_url + "/chat/completions"}))
        error = ask_once(server).error
        assert error is not None
        assert thief.openai_url in error.detail
        assert thief.requests == []


def test_nobody_listening_is_unreachable() -> None:
    with ReplayServer() as gone:
        place = endpoint(gone)
    (heard,) = ask(question(place))
    assert heard.kind is ProviderErrorKind.UNREACHABLE


def test_a_name_that_does_not_resolve_is_unreachable() -> None:
    (heard,) = ask(question(Endpoint("p", CHAT, "https://provider.test/v1")))
    assert heard.kind is ProviderErrorKind.UNREACHABLE


@pytest.mark.parametrize("base_url", ["http://provider.test/v1", "ftp://127.0.0.1", "https://a:b@provider.test", "x"])
def test_an_address_that_slipped_past_the_settings_gets_no_key(base_url: str) -> None:
    (heard,) = ask(question(Endpoint("p", CHAT, base_url)))
    assert heard.kind is ProviderErrorKind.BAD_REQUEST


@every
def test_a_server_that_says_nothing_at_all_has_stalled(server: ReplayServer, dialect: Dialect) -> None:
    server.script(never())
    assert ask_once(server, dialect, patience=HASTY).kind is ProviderErrorKind.STALLED


@pytest.mark.parametrize("dialect", [dialect for dialect in DIALECTS if dialect is not Dialect.OLLAMA])
def test_keep_alives_alone_are_waiting_and_then_a_stall(server: ReplayServer, dialect: Dialect) -> None:
    server.script(keep_alives(17))
    heard = ask_once(server, dialect, silence_when=lambda heard: len(heard.events) == 17)
    assert heard.kind is ProviderErrorKind.STALLED
    assert heard.events == [Waiting()] * 17


@every
def test_blank_lines_alone_are_a_stall(server: ReplayServer, dialect: Dialect) -> None:
    server.script(Reply((b"\n",) * 5).hung())
    heard = ask_once(server, dialect, patience=HASTY)
    assert (heard.kind, heard.events) == (ProviderErrorKind.STALLED, [])


def test_keep_alives_do_not_wind_the_clock(server: ReplayServer) -> None:
    server.script(Reply((b": PROCESSING\n\n",) * 10_000).paced(200))
    heard = ask_once(server, patience=Patience(first=0.1, between=0.1))
    assert heard.kind is ProviderErrorKind.STALLED
    assert len(heard.events) < 10_000


@every
def test_a_stall_after_the_first_word_is_an_interruption(server: ReplayServer, dialect: Dialect) -> None:
    server.script(until(dialect, "Hell", of="Hello").hung())
    patience = Patience(first=20, between=7)
    heard = ask_once(server, dialect, patience=patience, silence_when=lambda heard: heard.text == "Hell")
    assert (heard.state, heard.closed.reason) == (AttemptState.INTERRUPTED, "nothing came for 7 s")
    assert heard.text == "Hell"


@every
def test_a_stall_between_the_opening_and_the_first_word_can_be_retried(server: ReplayServer, dialect: Dialect) -> None:
    server.script(OPENING[dialect].hung())
    heard = ask_once(server, dialect, silence_when=lambda heard: bool(heard.every(Opened)))
    assert heard.kind is ProviderErrorKind.STALLED
    assert heard.opened.model == "m"


def test_the_first_word_may_take_longer_than_the_next(server: ReplayServer) -> None:
    server.script(openai_chat("Hello", pieces=1, finish=None, usage=False, done=False).hung())
    heard = ask_once(server, patience=Patience(first=20, between=0.05))
    assert (heard.text, heard.state) == ("Hello", AttemptState.INTERRUPTED)


def test_an_answer_whose_fate_is_known_does_not_wait_for_its_usage(server: ReplayServer) -> None:
    server.script(raw(openai_chat("Hello", usage=False, done=False).body).hung())
    heard = ask_once(server, silence_when=lambda heard: heard.text == "Hello")
    assert heard.state is AttemptState.COMPLETE


def test_what_only_seals_the_answer_is_not_waited_for_long(server: ReplayServer) -> None:
    server.script(raw(anthropic("Hello", done=False).body).hung())
    heard = ask_once(server, Dialect.ANTHROPIC, silence_when=lambda heard: heard.text == "Hello")
    assert (heard.state, heard.closed.reason) == (AttemptState.INTERRUPTED, "nothing came for 5 s")


def test_an_answer_that_ended_before_its_first_word_has_not_stalled(server: ReplayServer) -> None:
    server.script(events({"choices": [{"delta": {}, "finish_reason": "length"}]}).hung())
    heard = ask_once(server, silence_when=lambda heard: bool(heard.every(Opened)))
    assert heard.state is AttemptState.TRUNCATED


def test_a_connection_lost_after_the_finish_reason_loses_nothing(server: ReplayServer) -> None:
    server.script(openai_chat("Hello", usage=False, done=False).chunked().reset())
    assert ask_once(server).state is AttemptState.COMPLETE


@every
def test_a_slow_reader_is_not_taken_for_a_slow_server(server: ReplayServer, dialect: Dialect) -> None:
    """The stall clock stands still while the engine writes to its disk."""
    server.script(GOOD[dialect](TEXT).drip(20))
    heard = ask_once(server, dialect, slow_reader=True)
    assert (heard.text, heard.state) == (TEXT, AttemptState.COMPLETE)


@every
def test_stopping_hangs_up(server: ReplayServer, dialect: Dialect) -> None:
    """At once, not only when the client is closed."""
    hung_up: list[bool] = []

    def second(_: Recorded) -> Reply:
        hung_up.append(server.requests[0].gone.wait(5))
        return GOOD[dialect]("Bye")

    server.script(until(dialect, "Hell", of="Hello").hung(), second)
    heard, _ = ask(*[question(endpoint(server, dialect))] * 2, stop_after=2)
    assert len(heard.events) == 2
    assert hung_up == [True]


@every
def test_cancelling_in_the_middle_of_a_wait_hangs_up(server: ReplayServer, dialect: Dialect) -> None:
    server.script(until(dialect, "Hell", of="Hello").hung())

    async def run() -> bool:
        begun = asyncio.Event()

        async def consume() -> None:
            async for event in stream(question(endpoint(server, dialect)), KEY, client):
                if isinstance(event, TextDelta):
                    begun.set()

        async with open_client() as client:
            task = asyncio.create_task(consume())
            await begun.wait()
            task.cancel()
            (ended,) = await asyncio.gather(task, return_exceptions=True)
            assert isinstance(ended, asyncio.CancelledError)
            return await asyncio.to_thread(server.requests[0].gone.wait, 5)

    assert asyncio.run(run())


def test_text_arrives_while_the_server_still_writes(server: ReplayServer) -> None:
    gate = threading.Event()
    server.script(openai_chat("Hello").gated(gate, after=2))
    (heard,) = ask(question(endpoint(server)), stop_after=2)
    gate.set()
    assert heard.events[1] == TextDelta("He")


@every
def test_an_event_beyond_the_limit_is_garbled_and_what_came_is_kept(server: ReplayServer, dialect: Dialect) -> None:
    start = until(dialect, "Hell", of="Hello").body
    server.script(raw(start + (b"" if dialect is Dialect.OLLAMA else b"data: ") + b"x" * 5_000_000))
    heard = ask_once(server, dialect)
    assert heard.kind is ProviderErrorKind.GARBLED
    assert heard.text == "Hell"


def test_an_endless_body_is_refused_at_the_limit(server: ReplayServer) -> None:
    server.script(Reply((b": " + b"x" * 1_000_000 + b"\n",) * 70))
    assert ask_once(server).kind is ProviderErrorKind.GARBLED


def test_an_error_body_without_end_is_read_as_far_as_is_worth_it(server: ReplayServer) -> None:
    server.script(Reply((b"x" * 300_000,), status=500).hung())
    heard = ask_once(server)
    assert heard.kind is ProviderErrorKind.DOWN
    assert heard.error is not None
    assert len(heard.error.detail) <= 600


def test_half_a_utf16_pair_in_the_brief_does_not_keep_it_from_being_sent(server: ReplayServer) -> None:
    server.script(openai_chat("Hi"))
    request = question(endpoint(server), model="m\ud83d")
    (heard,) = ask(request)
    assert heard.text == "Hi"
    assert json.loads(server.requests[0].body)["model"] == "m?"


def test_no_key_is_no_header(server: ReplayServer) -> None:
    server.script(openai_chat("Hi"))
    ask(question(endpoint(server)), key=None)
    assert "authorization" not in server.requests[0].headers


@pytest.mark.parametrize("key", ["sk-one\nsk-two", "clé-secrète", "sk-\u200b1"])
def test_a_key_that_cannot_stand_in_a_header_is_refused_unseen(server: ReplayServer, key: str) -> None:
    (heard,) = ask(question(endpoint(server)), key=Secret(key))
    assert heard.kind is ProviderErrorKind.KEY_REFUSED
    assert key not in str(heard.error)
    assert server.requests == []
