"""Every way in which an answer can go wrong, in each dialect, through the whole engine: stored, said and sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.providers.base import Dialect
from tests.e2e.wire import Told, Wire
from tests.e2e.wire_replies import OLLAMA, TRUNCATED, fault, quota, whole
from tests.fakes.replay import Reply, raw, status
from tests.providers.asking import DIALECTS, GOOD, OPENING, PROOF, until

TEXT = "One, two, three and four."
START = "One, tw"
"""What the first piece of it holds."""
every = pytest.mark.parametrize("dialect", DIALECTS)

KEPT = {
    ("complete", None): ("", ""),
    ("truncated", "length"): ("reached the model’s length limit", "reached the model's length limit"),
    ("refused", "declined"): ("The model declined.", "The model declined."),
    ("interrupted", "cut"): ("stopped before its end. What arrived is kept", "stopped before its end. What arrived is"),
    ("interrupted", "garbled"): ("stopped before its end. What arrived is kept", "sent is not an answer"),
    ("interrupted", "down"): ("stopped before its end. What arrived is kept", "does not answer. What arrived is kept"),
    ("interrupted", "no_money"): ("stopped before its end. What arrived is kept", "has no credit left. What arrived"),
}
"""What the window and the command line say of an answer that had begun."""
NOTHING = {
    ("interrupted", "cut"): ("stopped before its first word. The brief is", "stopped before its first word. The brief"),
    ("truncated", "length"): (
        "length limit before the first word. The brief",
        "length limit before the first word. The",
    ),
    ("failed", "garbled"): ("sent is not an answer", "sent is not an answer"),
    ("failed", "empty"): ("ended the answer without a word. The brief", "ended the answer without a word. The brief"),
    ("failed", "no_money"): ("no credit left. Nothing was charged", "no credit left. Nothing was charged"),
    ("failed", "redirected"): ("where the key must not go.", "where the key must not go. Nothing was charged"),
    ("unknown", "unanswered"): ("may have received it, or not. Nothing is sent again", "may have received it, or not."),
}
"""The same of one of which no word had come."""


def start(dialect: Dialect) -> bytes:
    """An answer as far as its first words."""
    return until(dialect, START, of=TEXT).body


def frame(dialect: Dialect, data: bytes) -> bytes:
    return data + b"\n" if dialect is OLLAMA else b"data: " + data + b"\n\n"


def proved(dialect: Dialect) -> bytes:
    """A whole answer to the last byte of what proves its end: neither blank line nor line end follow."""
    body = GOOD[dialect](TEXT).body
    return body[: body.index(b"\n", body.index(PROOF[dialect]))]


def in_latin1(dialect: Dialect) -> bytes:
    return GOOD[dialect](TEXT.replace("four", "fo\u00fcr")).body.replace(b"\\u00fc", b"\xfc")


Make = Callable[[Dialect], Reply]


@dataclass(frozen=True, slots=True)
class Case:
    """A reply, and what becomes of it. `counted`: the provider's own counts are kept; `free`: it cost nothing."""

    name: str
    reply: Make
    state: str
    error: str | None = None
    text: str = ""
    counted: bool = False
    free: bool = False


CASES = [
    Case("whole", lambda one: GOOD[one](TEXT), "complete", None, TEXT, counted=True),
    Case("byte by byte", lambda one: GOOD[one](TEXT).drip(1), "complete", None, TEXT, counted=True),
    Case("in HTTP chunks", lambda one: GOOD[one](TEXT).drip(40).chunked(), "complete", None, TEXT, counted=True),
    Case("one JSON value", lambda one: whole(one, TEXT), "complete", None, TEXT, counted=True),
    Case("last line without its end", lambda one: raw(proved(one)), "complete", None, TEXT),
    Case(
        "declared as a page", lambda one: raw(GOOD[one](TEXT).body, "text/html"), "complete", None, TEXT, counted=True
    ),
    Case(
        "not UTF-8", lambda one: raw(in_latin1(one)), "complete", None, TEXT.replace("four", "fo\ufffdr"), counted=True
    ),
    Case("truncated", lambda one: TRUNCATED[one](TEXT), "truncated", "length", TEXT, counted=True),
    Case("truncated at once", lambda one: TRUNCATED[one](""), "truncated", "length"),
    Case("no text", lambda one: GOOD[one](""), "failed", "empty"),
    Case("white space", lambda one: GOOD[one](" \n\n  "), "failed", "empty", " \n\n  ", counted=True),
    Case(
        "zero width", lambda one: GOOD[one]("\ufeff\u200b\u200d"), "failed", "empty", "\ufeff\u200b\u200d", counted=True
    ),
    Case("empty body", lambda one: raw(b""), "interrupted", "cut"),
    Case("opened, then nothing", lambda one: OPENING[one], "interrupted", "cut"),
    Case("cut", lambda one: raw(start(one)), "interrupted", "cut", START),
    Case(
        "cut within an event", lambda one: raw(start(one) + frame(one, b'{"a": "b')[:-3]), "interrupted", "cut", START
    ),
    Case("reset", lambda one: raw(start(one)).chunked().reset(), "interrupted", "cut", START),
    Case("invalid JSON", lambda one: raw(start(one) + frame(one, b'{"oops"}')), "interrupted", "garbled", START),
    Case("invalid JSON at once", lambda one: raw(frame(one, b'{"oops"}')), "failed", "garbled", free=True),
    Case("an error inside", lambda one: raw(start(one) + fault(one)), "interrupted", "down", START),
    Case("no money inside", lambda one: raw(start(one) + quota(one)), "interrupted", "no_money", START),
    Case("no money at once", lambda one: raw(OPENING[one].body + quota(one)), "failed", "no_money", free=True),
    Case("a page", lambda one: status(200, body="<!doctype html><h1>Sign in</h1>"), "failed", "garbled", free=True),
    Case("plain text", lambda one: raw(b"It works!", "text/plain"), "failed", "garbled", free=True),
    Case("gone before a head", lambda one: Reply(silent=True), "unknown", "unanswered"),
    Case("reset before a head", lambda one: Reply(silent=True).reset(), "unknown", "unanswered"),
    Case(
        "an endless event", lambda one: raw(start(one) + b"data: " + b"x" * 4_200_000), "interrupted", "garbled", START
    ),
]


def check(told: Told, case: Case) -> None:
    attempt = told.attempt
    assert told.ended == (case.state, case.error, case.text)
    assert len(told.attempts) == len(told.requests) == len(told.sent) == 1
    assert told.kinds == ["queued", "sent", "left_computer", case.state]
    assert [line.bytes for line in told.sent] == [len(request.body) for request in told.requests]
    complete = case.state == "complete"
    assert (told.result is not None, told.row.task_stage) == (complete, "in_review" if complete else "delegated")
    assert told.result is None or told.result.text == case.text
    window, command = (KEPT if case.text.strip("\ufeff\u200b\u200d \n") else NOTHING)[case.state, case.error]
    assert window in told.window
    assert command in told.command
    check_counts(attempt.usage, case)
    assert attempt.cost_source == ("free" if case.free else "unknown")


def check_counts(usage: Usage, case: Case) -> None:
    """Tokens are the provider's, or estimated and marked so; the cost of a model nobody knows is unknown, never 0."""
    assert usage.cost_micro == (0 if case.free else None)
    assert usage.input_tokens is not None or case.free
    if case.counted:
        assert (usage.input_tokens, usage.estimated) == (12, False)
        assert usage.output_tokens is not None
    if case.state in ("interrupted", "unknown"):
        assert usage.estimated


@every
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_becomes_of(wire: Wire, dialect: Dialect, case: Case) -> None:
    check(wire.tell(dialect, case.reply(dialect)), case)
