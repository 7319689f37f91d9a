"""How long a provider may be silent, and what is lost when it is for longer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.providers.base import Dialect, Opened, Remote, Waiting
from orchestrator_desktop.providers.silence import Patience
from tests.fakes.answers import anthropic, openai_chat
from tests.fakes.replay import ReplayServer, Reply, events, keep_alives, lines, never, raw
from tests.providers.asking import DIALECTS, GOOD, HASTY, OPENING, ask, ask_once, endpoint, question, until

TEXT = "Hello, wörld — ça va ? 😀 " * 3
every = pytest.mark.parametrize("dialect", DIALECTS)


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


_COUNTS = {"promptTokenCount": 5}
EMPTY: list[tuple[Dialect, Reply]] = [
    (Dialect.OPENAI_CHAT, events({"choices": []})),
    (Dialect.OPENAI_CHAT, events({"choices": [{"delta": {}}]})),
    (Dialect.OPENAI_CHAT, events({"choices": [{"delta": {"role": "assistant", "content": ""}}], "model": "m"})),
    (Dialect.OPENAI_RESPONSES, events({"type": "keepalive", "sequence_number": 5})),
    (Dialect.OPENAI_RESPONSES, events({"type": "response.in_progress", "response": {"id": "r"}})),
    (Dialect.ANTHROPIC, events({"type": "content_block_sparkle"})),
    (Dialect.GEMINI, events({"candidates": [{"content": {"role": "model"}}], "usageMetadata": _COUNTS})),
    (Dialect.OLLAMA, lines({"model": "m", "message": {"role": "assistant", "content": ""}, "done": False})),
]
"""What says nothing, in the shape of an event."""


@pytest.mark.parametrize(("dialect", "empty"), EMPTY)
def test_events_without_content_open_an_answer_and_do_not_wind_the_clock(
    server: ReplayServer, dialect: Dialect, empty: Reply
) -> None:
    server.script(Reply(empty.pieces * 10_000).paced(200))
    heard = ask_once(server, dialect, patience=Patience(first=0.5, between=0.1))  # on a busy machine it opens late
    assert heard.kind is ProviderErrorKind.STALLED
    assert heard.opened
    assert len(heard.events) < 10_000


@pytest.mark.parametrize(("dialect", "empty"), EMPTY)
def test_after_a_word_they_do_not_wind_it_either(server: ReplayServer, dialect: Dialect, empty: Reply) -> None:
    begun = until(dialect, "Hell", of="Hello").pieces
    server.script(Reply((*begun, *empty.pieces * 10_000)).paced(200))
    heard = ask_once(server, dialect, patience=Patience(first=20, between=0.1))
    assert (heard.text, heard.closed.reason) == ("Hell", "nothing came for 0.1 s")
    assert len(heard.events) < 200  # some 25: the rests in which bytes gather count too


def test_each_place_in_a_background_answer_is_told_and_does_not_wind_it(server: ReplayServer) -> None:
    start = {"type": "response.created", "sequence_number": 0, "response": {"id": "r", "model": "m"}}
    alive = ({"type": "keepalive", "sequence_number": number} for number in range(1, 10_000))
    server.script(events(start, *alive).paced(200))
    asked = replace(question(endpoint(server, Dialect.OPENAI_RESPONSES)), background=True)
    (heard,) = ask(asked, patience=Patience(first=0.1, between=0.1))
    assert heard.kind is ProviderErrorKind.STALLED
    assert 1 < len(heard.every(Remote)) < 10_000


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
