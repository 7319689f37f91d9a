"""Answers that the provider goes on with by itself: kept under an id, taken up again, cancelled."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace

import pytest

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.providers.base import Dialect, Endpoint, Opened, Remote, Request, Sending, TextDelta
from orchestrator_desktop.providers.http import open_client
from orchestrator_desktop.providers.openai_responses import ADAPTER
from orchestrator_desktop.providers.stream import cancel
from tests.fakes.answers import openai_error, openai_responses
from tests.fakes.replay import JSON, ReplayServer, Reply, never, raw, status
from tests.providers.asking import DIALECTS, KEY, Heard, ask, endpoint, question, read

RESPONSES = Dialect.OPENAI_RESPONSES
OPENAI = Endpoint("OpenAI", RESPONSES, "https://api.openai.com/v1")
TEXT = "Hello from far away"


def background(place: Endpoint = OPENAI) -> Request:
    return replace(question(place), background=True)


def resumed(remote: Remote, have: int, place: Endpoint = OPENAI) -> Request:
    return replace(background(place), resume=remote, have=have)


def whole(state: str, text: str = TEXT, **more: object) -> bytes:
    """The answer to a GET by a server that does not stream it again."""
    content = [{"type": "output_text", "text": text}]
    thoughts = {"type": "reasoning", "summary": [{"type": "summary_text", "text": "hm"}]}
    output = [thoughts, {"type": "message", "content": content}] if text else []
    return json.dumps({"id": "resp_1", "status": state, "model": "m", "output": output, **more}).encode()


def frames(reply: Reply) -> list[bytes]:
    return [piece for piece in reply.pieces if isinstance(piece, bytes)]


def test_only_an_answer_in_the_background_is_stored_there() -> None:
    asked = ADAPTER.body(background())
    assert (asked["background"], asked["store"], asked["stream"]) == (True, True, True)
    asked = ADAPTER.body(question(OPENAI))
    assert ("background" in asked, asked["store"]) == (False, False)


def test_where_to_go_on_from_is_told_at_the_start_and_with_each_step(server: ReplayServer) -> None:
    server.script(openai_responses(TEXT))
    (heard,) = ask(background(endpoint(server, RESPONSES)))
    numbers = [remote.sequence for remote in heard.every(Remote)]
    assert heard.events[:2] == [Opened("req_replay", "m"), Remote("resp_1", 0)]
    assert numbers == list(range(len(frames(openai_responses(TEXT)))))
    assert (heard.text, heard.state) == (TEXT, AttemptState.COMPLETE)


def test_an_answer_kept_under_the_key_in_use_is_not_told_to_be_kept(server: ReplayServer) -> None:
    """Where to go on from is stored, and stands in the address that is asked then."""
    named = (piece.replace(b"resp_1", KEY.reveal().encode()) for piece in frames(openai_responses(TEXT)))
    server.script(Reply(tuple(named)))
    (heard,) = ask(background(endpoint(server, RESPONSES)))
    assert (heard.text, heard.state, heard.every(Remote)) == (TEXT, AttemptState.COMPLETE, [])
    assert KEY.reveal() not in repr(heard.events)


def test_a_step_is_told_after_what_it_brought() -> None:
    """Whoever stores the text and the step together resumes with nothing lost and nothing twice."""
    heard = read(RESPONSES, openai_responses(TEXT).body, asked=background())
    at = heard.events.index(TextDelta(TEXT[:5]))
    assert isinstance(heard.events[at + 1], Remote)


def test_the_first_events_may_have_no_number_and_then_one_word_is_enough() -> None:
    heard = read(RESPONSES, openai_responses(TEXT, numbered=False).body, asked=background())
    assert heard.every(Remote) == [Remote("resp_1", None)]
    rest = frames(openai_responses(TEXT))[2:]
    bare = b"".join(frames(openai_responses(TEXT, numbered=False))[:2])
    heard = read(RESPONSES, bare + b"".join(rest), asked=background())
    assert heard.every(Remote)[:2] == [Remote("resp_1", None), Remote("resp_1", 2)]


def test_in_the_foreground_nobody_is_told() -> None:
    assert read(RESPONSES, openai_responses(TEXT).body).every(Remote) == []


def taken_up(body: bytes, remote: Remote, have: int) -> Heard:
    return read(RESPONSES, body, asked=resumed(remote, have))


@pytest.mark.parametrize("numbered", [True, False])
def test_broken_off_anywhere_and_resumed_the_answer_is_whole(numbered: bool) -> None:
    """By number, or from the start again where the provider numbers nothing."""
    pieces = frames(openai_responses(TEXT, numbered=numbered))
    for at in range(1, len(pieces)):
        before = read(RESPONSES, b"".join(pieces[:at]), asked=background())
        remote = before.every(Remote)[-1]
        rest = pieces if remote.sequence is None else pieces[remote.sequence + 1 :]
        after = taken_up(b"".join(rest), remote, len(before.text))
        assert before.state is AttemptState.INTERRUPTED
        assert (before.text + after.text, after.state) == (TEXT, AttemptState.COMPLETE), at
        assert after.usage == Usage(12, 4, cached_tokens=0)


def test_a_server_that_begins_anew_whatever_it_was_asked_repeats_nothing() -> None:
    pieces = frames(openai_responses(TEXT))
    for at in range(3, len(pieces)):
        before = read(RESPONSES, b"".join(pieces[:at]), asked=background())
        remote = before.every(Remote)[-1]
        after = taken_up(b"".join(pieces), remote, len(before.text))
        assert (before.text + after.text, after.state) == (TEXT, AttemptState.COMPLETE), at
        assert all((told.sequence or 0) > (remote.sequence or 0) for told in after.every(Remote))


@pytest.mark.parametrize("off", [-3, 3])
def test_the_end_repeats_nothing_of_a_rest_that_came_in_deltas(off: int) -> None:
    """The caller's count is of what it made of the text, which placeholders may have changed."""
    pieces = frames(openai_responses(TEXT))
    first = next(at for at, piece in enumerate(pieces) if b"output_text.delta" in piece)
    before = read(RESPONSES, b"".join(pieces[: first + 1]), asked=background())
    have = len(before.text) + off
    after = taken_up(b"".join(pieces[first + 1 :]), Remote("resp_1", first), have)
    assert (before.text + after.text, after.state) == (TEXT, AttemptState.COMPLETE)


def test_a_rest_that_comes_only_with_the_end_is_taken_as_far_as_it_is_new() -> None:
    end = frames(openai_responses(TEXT))[-1]
    for have, text in ((5, TEXT[5:]), (len(TEXT) + 9, "")):
        heard = taken_up(end, Remote("resp_1", 3), have)
        assert (heard.text, heard.state) == (text, AttemptState.COMPLETE)


def test_resuming_asks_for_nothing_and_goes_on_after_the_last_event(server: ReplayServer) -> None:
    pieces = frames(openai_responses(TEXT))
    server.script(Reply(tuple(pieces[6:])), openai_responses(TEXT))
    place = endpoint(server, RESPONSES)
    seen: list[Sending] = []

    async def sending(what: Sending) -> None:
        seen.append(what)

    before = read(RESPONSES, b"".join(pieces[:6]), asked=background())
    asked = [resumed(Remote("resp/1", number), len(before.text), place) for number in (5, None)]
    by_number, anew = ask(*asked, sending=sending)
    assert before.text + by_number.text == before.text + anew.text == TEXT
    assert [(sent.method, sent.path, sent.body) for sent in server.requests] == [
        ("GET", "/v1/responses/resp%2F1?stream=true&starting_after=5", b""),
        ("GET", "/v1/responses/resp%2F1?stream=true", b""),
    ]
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY.reveal()}"
    assert seen == [Sending("GET", f"{place.base_url}/responses/resp%2F1", 0)] * 2


@pytest.mark.parametrize("have", [0, 5, len(TEXT)])
@pytest.mark.parametrize("sequence", [7, None])
def test_a_whole_response_gives_what_is_beyond_what_the_caller_has(have: int, sequence: int | None) -> None:
    usage = {"input_tokens": 5, "output_tokens": 2}
    heard = taken_up(whole("completed", usage=usage), Remote("resp_1", sequence), have)
    assert (heard.text, heard.state) == (TEXT[have:], AttemptState.COMPLETE)
    assert heard.usage == Usage(5, 2)


def test_thoughts_that_the_caller_has_are_not_repeated() -> None:
    assert taken_up(whole("completed"), Remote("r", None), 0).reasoning == "hm"
    assert taken_up(whole("completed"), Remote("r", None), 3).reasoning == ""


@pytest.mark.parametrize(("have", "thoughts"), [(0, "hm"), (5, "")])
def test_a_stream_that_begins_anew_repeats_no_thoughts_that_came_before_the_text(have: int, thoughts: str) -> None:
    heard = taken_up(openai_responses(TEXT, thinking="hm").body, Remote("resp_1", None), have)
    assert (heard.text, heard.reasoning, heard.state) == (TEXT[have:], thoughts, AttemptState.COMPLETE)


@pytest.mark.parametrize("state", ["queued", "in_progress", "cancelled"])
def test_a_whole_response_that_is_not_done_is_an_interruption_that_says_so(state: str) -> None:
    heard = taken_up(whole(state, "Hello"), Remote("resp_1", 3), 3)
    assert (heard.text, heard.state, heard.closed.reason) == ("lo", AttemptState.INTERRUPTED, state)
    assert heard.every(Remote) == [Remote("resp_1", 3)]


def test_a_whole_response_that_was_cut_or_failed_ends_as_in_the_stream() -> None:
    cut = taken_up(whole("incomplete", incomplete_details={"reason": "max_output_tokens"}), Remote("r", 3), 0)
    assert cut.state is AttemptState.TRUNCATED
    failed = taken_up(whole("failed", error={"code": "server_error", "message": "Sorry"}), Remote("r", 3), 0)
    assert failed.kind is ProviderErrorKind.DOWN


def test_a_whole_response_comes_over_the_network_as_well(server: ReplayServer) -> None:
    server.script(raw(whole("completed"), JSON))
    (heard,) = ask(resumed(Remote("resp_1", 3), 5, endpoint(server, RESPONSES)))
    assert (heard.text, heard.state) == (TEXT[5:], AttemptState.COMPLETE)


@pytest.mark.parametrize(
    ("reply", "kind", "words"),
    [
        (openai_error(404, "Response with id 'resp_1' not found."), ProviderErrorKind.GARBLED, "no longer keeps"),
        (status(410), ProviderErrorKind.GARBLED, "no longer keeps"),
        (openai_error(401, "Incorrect API key"), ProviderErrorKind.KEY_REFUSED, "HTTP 401"),
        (openai_error(400, "bad starting_after"), ProviderErrorKind.BAD_REQUEST, "starting_after"),
        (status(503, {"retry-after": "3"}), ProviderErrorKind.DOWN, "HTTP 503"),
        (Reply(silent=True), ProviderErrorKind.DOWN, "disconnected"),
    ],
)
def test_what_keeps_an_answer_from_being_taken_up_is_raised(
    server: ReplayServer, reply: Reply, kind: ProviderErrorKind, words: str
) -> None:
    server.script(reply)
    (heard,) = ask(resumed(Remote("resp_1", 3), 5, endpoint(server, RESPONSES)))
    assert (heard.kind, heard.events, len(server.requests)) == (kind, [], 1)
    assert words in str(heard.error)


@pytest.mark.parametrize("dialect", [dialect for dialect in DIALECTS if dialect is not RESPONSES])
def test_other_dialects_keep_nothing(server: ReplayServer, dialect: Dialect) -> None:
    place = endpoint(server, dialect)
    (heard,) = ask(resumed(Remote("x", 1), 0, place))
    assert heard.kind is ProviderErrorKind.BAD_REQUEST
    assert not cancelled(place)
    assert server.requests == []


def cancelled(place: Endpoint, seconds: float = 20, seen: list[Sending] | None = None) -> bool:
    async def sending(what: Sending) -> None:
        if seen is not None:
            seen.append(what)

    async def run() -> bool:
        async with open_client() as client:
            return await cancel(place, "resp_1", KEY, client, seconds=seconds, sending=sending)

    return asyncio.run(run())


def test_cancelling_tells_the_provider_as_often_as_one_likes(server: ReplayServer) -> None:
    server.always(raw(whole("cancelled", ""), JSON))
    place, seen = endpoint(server, RESPONSES), list[Sending]()
    assert cancelled(place, seen=seen) and cancelled(place)
    sent = server.requests[0]
    assert (sent.method, sent.path, sent.body) == ("POST", "/v1/responses/resp_1/cancel", b"")
    assert sent.headers["authorization"] == f"Bearer {KEY.reveal()}"
    assert seen == [Sending("POST", f"{place.base_url}/responses/resp_1/cancel", 0)]


@pytest.mark.parametrize("reply", [status(404), status(500), Reply(silent=True), never(), status(302)])
def test_a_provider_that_could_not_be_told_is_reported_not_raised(server: ReplayServer, reply: Reply) -> None:
    server.script(reply)
    assert not cancelled(endpoint(server, RESPONSES), seconds=0.2)


def test_no_key_goes_where_it_must_not() -> None:
    assert not cancelled(Endpoint("p", RESPONSES, "http://provider.test/v1"))


def test_an_answer_without_a_word_is_no_answer_however_often_it_is_taken_up() -> None:
    heard = taken_up(whole("completed", ""), Remote("r", None), 0)
    assert heard.state is AttemptState.FAILED
