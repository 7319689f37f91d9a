"""Every status of WIRE.md 2.8 in each dialect's own words, through the whole engine: what is stored, said and sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from orchestrator_desktop.domain.attempts import WaitReason
from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.providers.base import Dialect
from tests.e2e.wire import Told, Wire, waits
from tests.e2e.wire_replies import AGAIN, LATER, SPECIAL, STOP, refusal
from tests.fakes.answers import gemini_error, openai_error
from tests.fakes.certificates import self_signed
from tests.fakes.replay import ReplayServer, Reply, status
from tests.providers.asking import DIALECTS, GOOD

TEXT = "One, two, three and four."
every = pytest.mark.parametrize("dialect", DIALECTS)
two = pytest.mark.parametrize("dialect", [Dialect.OPENAI_CHAT, Dialect.OLLAMA])
"""For what comes after a dialect has been understood: one of each framing."""

SAID = {
    "bad_request": "did not understand the request. Nothing was charged",
    "key_refused": "refuses the key: it was probably revoked or replaced. Nothing was charged",
    "no_money": "has no credit left. Nothing was charged",
    "not_allowed": "does not allow this key to use m. Nothing was charged",
    "model_unknown": "does not know the model “m”. Nothing was charged",
    "too_long": "The brief is longer than m can read. Nothing was charged",
    "slow_down": "asks us to slow down. Nothing was charged",
    "down": "does not answer. The brief is intact",
}
"""In the window and on the command line alike; what to do differs."""


def nowhere() -> str:
    """An address at which nobody listens any more."""
    with ReplayServer() as gone:
        return gone.openai_url


def check_stopped(told: Told, error: str) -> None:
    """One request, which failed for good: nothing came, and nothing follows by itself."""
    assert told.ended == ("failed", error, "")
    assert len(told.attempts) == len(told.requests) == len(told.sent) == 1
    assert told.kinds == ["queued", "sent", "left_computer", "failed"]
    assert told.result is None
    assert told.attempt.error_detail
    assert SAID[error] in told.window
    assert SAID[error] in told.command
    assert told.row.task_stage == "delegated", "it waits for the user, with its brief"


@every
def test_what_only_the_user_can_mend_is_asked_once(wire: Wire, dialect: Dialect) -> None:
    out = {code: wire.ask(dialect, refusal(dialect, code)) for code in STOP}
    for code, asked in out.items():
        told = wire.told(asked)
        check_stopped(told, STOP[code])
        assert told.attempt.usage == Usage(cost_micro=0)
        assert (told.attempt.request_id, f"HTTP {code} " in told.attempt.error_detail) == ("req_e", True)


@pytest.mark.parametrize(("dialect", "reply", "error"), SPECIAL)
def test_what_looks_like_another_fault_is_told_from_it(wire: Wire, dialect: Dialect, reply: Reply, error: str) -> None:
    check_stopped(wire.tell(dialect, reply), error)


@every
def test_what_may_pass_is_asked_again_and_answered(wire: Wire, dialect: Dialect) -> None:
    out = {code: wire.ask(dialect, refusal(dialect, code), GOOD[dialect](TEXT)) for code in AGAIN}
    for code, asked in out.items():
        told = wire.told(asked, when=lambda attempt: attempt.state == "complete")
        failed, done = told.attempts
        assert (failed.state, failed.error, failed.text) == ("failed", AGAIN[code], "")
        assert told.ended == ("complete", None, TEXT)
        assert (failed.automatic, done.automatic) == (0, 1)
        assert len(told.requests) == len(told.sent) == 2
        assert told.requests[0].body == told.requests[1].body, "the same is sent again"
        assert told.result is not None
        assert told.result.attempt_id == done.id
        # A server that broke down may have worked, and been paid, all the same.
        free = code == 429
        assert (failed.usage.cost_micro, failed.cost_source) == ((0, "free") if free else (None, "unknown"))


@every
def test_a_long_pause_that_a_provider_asks_for_is_a_row_with_its_time(wire: Wire, dialect: Dialect) -> None:
    told = wire.told(wire.ask(dialect, LATER[dialect]), when=waits)
    failed, waiting = told.attempts
    assert (failed.state, failed.error, waiting.state) == ("failed", "slow_down", "waiting")
    assert waiting.reason is WaitReason.SLOW_DOWN
    assert waiting.not_before is not None
    pause = (waiting.not_before - waiting.queued_at).total_seconds()
    assert pause == pytest.approx(86_400 * 0.002, rel=0.3)
    assert "asks us to slow down. Next try " in told.window
    assert "asks for a pause. The brief is intact. Tried again " in told.command
    assert len(told.requests) == len(told.sent) == 1


@two
def test_a_server_that_never_recovers_is_given_up_after_five_more_tries(wire: Wire, dialect: Dialect) -> None:
    told = wire.tell(dialect, *[refusal(dialect, 429)] * 7)
    assert told.ended == ("failed", "slow_down", "")
    assert [attempt.automatic for attempt in told.attempts] == [0, 1, 2, 3, 4, 5]
    assert len(told.requests) == len(told.sent) == 6
    assert SAID["slow_down"] in told.window
    assert SAID["slow_down"] in told.command


@two
def test_a_server_that_failed_three_times_is_left_in_peace_for_a_while(wire: Wire, dialect: Dialect) -> None:
    asked = wire.ask(dialect, *[refusal(dialect, 503)] * 4)
    told = wire.told(asked, when=waits)
    assert [attempt.error for attempt in told.attempts] == ["down", "down", "down", None]
    assert (told.attempt.state, told.attempt.reason) == ("waiting", WaitReason.DOWN)
    assert told.attempt.not_before is not None
    rest = (told.attempt.not_before - told.attempt.queued_at).total_seconds()
    assert rest == pytest.approx(15, abs=3)
    assert len(told.requests) == len(told.sent) == 3
    assert "does not answer. Next try in " in told.window
    assert "does not answer. The brief is intact. Tried again " in told.command


@every
def test_a_server_that_still_reads_its_model_is_waited_for_within_one_try(wire: Wire, dialect: Dialect) -> None:
    loading = openai_error(503, "Loading model", type="unavailable_error", code=503)
    told = wire.tell(dialect, loading, loading, GOOD[dialect](TEXT), kind="local")
    (attempt,) = told.attempts
    assert told.ended == ("complete", None, TEXT)
    assert (attempt.usage.cost_micro, attempt.cost_source) == (0, "free")
    assert len(told.requests) == len(told.sent) == 3
    assert told.kinds.count("waiting") == 2


@every
def test_a_page_of_a_proxy_under_502_may_pass_too(wire: Wire, dialect: Dialect) -> None:
    page = status(502, body="<html><h1>502 Bad Gateway</h1><script>alert(1)</script></html>")
    told = wire.tell(dialect, page, GOOD[dialect](TEXT))
    assert told.ended == ("complete", None, TEXT)
    assert (told.attempts[0].error, len(told.requests), len(told.sent)) == ("down", 2, 2)


@two
def test_an_error_page_without_end_is_not_read_to_it(wire: Wire, dialect: Dialect) -> None:
    told = wire.tell(dialect, Reply((b"<html>" + b"x" * 300_000,), status=403).hung())
    check_stopped(told, "not_allowed")
    assert len(told.attempt.error_detail) <= 600


@pytest.mark.parametrize(("before", "kind"), [(10, "too_long"), (10_000, "bad_request")])
def test_of_an_error_of_many_words_the_first_are_read(wire: Wire, before: int, kind: str) -> None:
    """The sentence is searched for what it means, on the loop that everybody's answers come over."""
    said = "input token count " * before + "exceeds the limit"
    check_stopped(wire.tell(Dialect.GEMINI, gemini_error(400, "", said)), kind)


@two
def test_who_cannot_prove_who_it_is_gets_neither_key_nor_brief(wire: Wire, dialect: Dialect, tmp_path: Path) -> None:
    with ReplayServer(tls=self_signed(tmp_path)) as stranger:
        told = wire.tell(dialect, url=f"https://127.0.0.1:{stranger.port}")
        assert stranger.requests == []
    assert told.ended == ("failed", "untrusted", "")
    assert (len(told.attempts), told.sent, told.attempt.usage) == (1, [], Usage(cost_micro=0))
    assert "cannot be verified, so nothing was sent." in told.window
    assert "cannot be verified, so nothing was sent." in told.command


@two
@pytest.mark.parametrize("url", [None, "https://provider.test/v1"], ids=["refused", "unknown"])
def test_nobody_there_waits_for_the_network_and_counts_as_no_try(wire: Wire, dialect: Dialect, url: str | None) -> None:
    told = wire.told(wire.ask(dialect, url=url or nowhere()), when=waits)
    (attempt,) = told.attempts
    assert (attempt.state, attempt.reason, attempt.sent_at, attempt.automatic) == ("waiting", "offline", None, 0)
    assert (told.requests, told.sent) == ([], [])
    assert "cannot be reached. Kept here, sent in order when the connection returns." in told.window
    assert "cannot be reached. Kept here, sent when it returns" in told.command
    assert (attempt.usage, attempt.text) == (Usage(), "")
