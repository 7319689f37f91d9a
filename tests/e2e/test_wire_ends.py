"""Answers cut at each of their events, kept waiting, led elsewhere or without end: through the whole engine."""

from __future__ import annotations

import threading

import pytest

from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.providers import answer
from orchestrator_desktop.providers.base import Dialect
from tests.e2e.wire import Wire
from tests.e2e.wire_replies import OLLAMA, REFUSED, fault
from tests.fakes.answers import openai_chat
from tests.fakes.replay import Pause, ReplayServer, Reply, never, raw, status
from tests.providers.asking import DIALECTS, GOOD, OPENING, PROOF, read, until

TEXT = "One, two, three and four."
START = "One, tw"
every = pytest.mark.parametrize("dialect", DIALECTS)
SHORTEST = 1
"""Second of silence: the least that can be set."""


@every
def test_an_answer_cut_after_any_of_its_events_is_complete_only_behind_the_one_that_proves_it(
    wire: Wire, dialect: Dialect
) -> None:
    pieces = GOOD[dialect](TEXT).pieces
    cuts = [Reply(pieces[:number]) for number in range(1, len(pieces) + 1)]
    out = [(cut.body, wire.ask(dialect, cut)) for cut in cuts]
    for body, asked in out:
        told = wire.told(asked)
        state, error = ("complete", None) if PROOF[dialect] in body else ("interrupted", "cut")
        assert told.ended == (state, error, read(dialect, body).text)
        assert (told.result is None, len(told.requests), len(told.sent)) == (state != "complete", 1, 1)
        assert ("What arrived is kept" in told.window) == (state != "complete" and bool(told.attempt.text))
        assert bool(told.command) == bool(told.window) == (state != "complete")


@every
def test_a_cut_answer_is_asked_again_by_itself_at_level_one_alone(wire: Wire, dialect: Dialect) -> None:
    cut = raw(until(dialect, START, of=TEXT).body)
    told = wire.tell(dialect, cut, cut, GOOD[dialect](TEXT), level=1)
    assert [(attempt.state, attempt.text) for attempt in told.attempts] == [
        ("interrupted", START),
        ("interrupted", START),
        ("complete", TEXT),
    ]
    assert len(told.requests) == len(told.sent) == 3
    assert told.result is not None
    assert told.result.text == TEXT, "nothing of the answers that were cut"


@every
def test_an_error_inside_before_the_first_word_is_one_that_may_pass(wire: Wire, dialect: Dialect) -> None:
    told = wire.tell(dialect, raw(OPENING[dialect].body + fault(dialect)), GOOD[dialect](TEXT))
    assert [(attempt.state, attempt.error) for attempt in told.attempts] == [("failed", "down"), ("complete", None)]
    assert len(told.requests) == len(told.sent) == 2
    assert told.attempts[0].cost_source == "unknown", "it had begun to work"


@pytest.mark.parametrize("dialect", REFUSED)
def test_what_the_model_or_its_filter_declines_is_kept_apart_from_failures(wire: Wire, dialect: Dialect) -> None:
    told = wire.tell(dialect, REFUSED[dialect](TEXT))
    assert told.ended == ("refused", "declined", TEXT)
    assert (told.result, len(told.requests), len(told.sent)) == (None, 1, 1)
    assert "The model declined. Rephrase" in told.window
    assert "The model declined. The brief is intact. Rephrase" in told.command


@pytest.mark.parametrize(
    ("dialect", "code"),
    [*((dialect, 307) for dialect in DIALECTS), *((Dialect.OPENAI_CHAT, code) for code in (301, 302, 303, 308))],
)
def test_a_redirect_takes_neither_brief_nor_key_elsewhere(wire: Wire, dialect: Dialect, code: int) -> None:
    with ReplayServer() as thief:
        asked = wire.ask(dialect, status(code, {"location": f"{thief.openai_url}/take"}))
        told = wire.told(asked)
        assert thief.requests == []
    assert told.ended == ("failed", "redirected", "")
    assert told.attempt.usage == Usage(cost_micro=0)
    assert thief.openai_url in told.attempt.error_detail, "where it points to is said"
    assert len(told.requests) == len(told.sent) == 1
    assert any(asked.key in value for value in told.requests[0].headers.values()), "the key went where it belongs"
    assert f"{asked.name} points to another address, where the key must not go." in told.window
    assert f"{asked.name} points to another address, where the key must not go." in told.command


@every
def test_a_body_without_end_is_given_up_at_the_limit(
    wire: Wire, dialect: Dialect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answer, "_MAX_BODY", 200_000)
    noise = b"\n" * 1000 if dialect is OLLAMA else b": " + b"x" * 1000 + b"\n"
    told = wire.tell(dialect, Reply((until(dialect, START, of=TEXT).body, *[noise] * 300)))
    assert told.ended == ("interrupted", "garbled", START)
    assert len(told.requests) == len(told.sent) == 1


def lively(dialect: Dialect) -> Reply:
    """An answer that is slow, but never for as long as a second."""
    return Reply(tuple(part for piece in GOOD[dialect](TEXT).pieces for part in (Pause(0.15), piece)))


def keeping_alive(dialect: Dialect, *, after: bytes = b"") -> Reply:
    """A sign of life often enough for any read timeout, and never a word more."""
    noise = b"\n" if dialect is OLLAMA else b": PROCESSING\n\n"
    return Reply((after, *(part for _ in range(40) for part in (Pause(0.1), noise))))


SILENT = {
    "keep-alives alone": ("failed", "stalled", ""),
    "keep-alives after a word": ("interrupted", "cut", START),
    "never a head": ("unknown", "stalled", ""),
    "silence after a head": ("failed", "stalled", ""),
    "silence after a word": ("interrupted", "cut", START),
    "slow": ("complete", None, TEXT),
}
SAID = {
    "keep-alives alone": "sent nothing for too long. The brief is intact; what was read may be charged.",
    "keep-alives after a word": "stopped before its end. What arrived is kept",
    "never a head": "stayed silent for too long: it may have received it, or not.",
    "silence after a head": "sent nothing for too long. The brief is intact; what was read may be charged.",
    "silence after a word": "stopped before its end. What arrived is kept",
    "slow": "",
}


def quiet(dialect: Dialect) -> dict[str, Reply]:
    begun = until(dialect, START, of=TEXT)
    return {
        "keep-alives alone": keeping_alive(dialect),
        "keep-alives after a word": keeping_alive(dialect, after=begun.body),
        "never a head": never(),
        "silence after a head": Reply().hung(),
        "silence after a word": begun.hung(),
        "slow": lively(dialect),
    }


def test_silence_is_borne_for_as_long_as_was_set_and_keep_alives_do_not_break_it(wire: Wire) -> None:
    replies = [(dialect, name, reply) for dialect in DIALECTS for name, reply in quiet(dialect).items()]
    out = [(name, wire.ask(dialect, reply, patience=SHORTEST)) for dialect, name, reply in replies]
    for name, asked in out:
        told = wire.told(asked)
        assert told.ended == SILENT[name], name
        assert SAID[name] in told.window, name
        assert SAID[name] in told.command, name
        assert len(told.attempts) == len(told.requests) == len(told.sent) == 1, "none is asked again by itself"
        assert told.attempt.cost_source == "unknown"
        assert told.attempt.usage.estimated == (name != "slow")


def test_text_is_on_the_disk_and_in_the_window_while_the_server_still_writes(wire: Wire) -> None:
    gate = threading.Event()
    asked = wire.ask(Dialect.OPENAI_CHAT, openai_chat(TEXT).gated(gate, after=2))
    attempt = wire.scene.streaming(asked.delegation_id, START)
    assert "".join(chunk.text for chunk in wire.scene.chunks if chunk.attempt_id == attempt.id) == START
    gate.set()
    told = wire.told(asked)
    assert told.ended == ("complete", None, TEXT)
    assert "".join(chunk.text for chunk in wire.scene.chunks if chunk.attempt_id == attempt.id) == TEXT
