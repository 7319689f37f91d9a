"""One answer over a real socket: how it ends, whatever the server or the network does. All dialects alike."""

from __future__ import annotations

import asyncio
import gzip
import json
import threading
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.domain.messages import Options
from orchestrator_desktop.providers.base import Dialect, Opened, TextDelta
from orchestrator_desktop.providers.http import open_client
from orchestrator_desktop.providers.registry import adapter
from orchestrator_desktop.providers.stream import stream
from tests.fakes.answers import openai_chat
from tests.fakes.replay import Recorded, ReplayServer, Reply, raw
from tests.providers.asking import DIALECTS, GOOD, KEY, PROOF, ask, ask_once, endpoint, question, read, until

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
@pytest.mark.parametrize("content_type", ["text/html", "application/octet-stream", ""])
def test_the_declared_type_of_an_answer_is_not_relied_on(
    server: ReplayServer, dialect: Dialect, content_type: str
) -> None:
    server.script(raw(GOOD[dialect](TEXT).body, content_type))
    heard = ask_once(server, dialect)
    assert (heard.text, heard.state) == (TEXT, AttemptState.COMPLETE)


@every
def test_an_answer_that_was_compressed_on_the_way_is_read(server: ReplayServer, dialect: Dialect) -> None:
    packed = gzip.compress(GOOD[dialect](TEXT).body)
    server.script(raw(packed).with_headers(content_encoding="gzip").drip(50))
    heard = ask_once(server, dialect)
    assert (heard.text, heard.state) == (TEXT, AttemptState.COMPLETE)


@every
def test_an_answer_that_cannot_be_unpacked_is_an_interruption(server: ReplayServer, dialect: Dialect) -> None:
    server.script(GOOD[dialect](TEXT).with_headers(content_encoding="gzip"))
    assert ask_once(server, dialect).state is AttemptState.INTERRUPTED


@every
def test_bytes_that_are_not_utf8_cost_one_character_not_the_answer(dialect: Dialect) -> None:
    heard = read(dialect, GOOD[dialect]("caf\u00e9").body.replace(b"\\u00e9", b"\xe9"))
    assert (heard.text, heard.state) == ("caf\ufffd", AttemptState.COMPLETE)


@every
@pytest.mark.parametrize("rubbish", [b"{oops}", b"nothing of the kind", b"{", b'"', b"\xff\xfe"])
def test_rubbish_in_the_middle_is_garbled_and_what_came_before_counts(
    server: ReplayServer, dialect: Dialect, rubbish: bytes
) -> None:
    start = until(dialect, "Hell", of="Hello").body
    frame = rubbish + b"\n" if dialect is Dialect.OLLAMA else b"data: " + rubbish + b"\n\n"
    server.script(raw(start + frame + GOOD[dialect]("Hello").body[len(start) :]))
    heard = ask_once(server, dialect)
    assert (heard.text, heard.kind) == ("Hell", ProviderErrorKind.GARBLED)


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


def test_half_a_utf16_pair_in_the_brief_does_not_keep_it_from_being_sent(server: ReplayServer) -> None:
    server.script(openai_chat("Hi"))
    request = question(endpoint(server), model="m\ud83d")
    (heard,) = ask(request)
    assert heard.text == "Hi"
    assert json.loads(server.requests[0].body)["model"] == "m?"
