"""What is said before anything leaves, and what is known of a request that nobody answered."""

from __future__ import annotations

import asyncio
import socket
import struct
import threading

import pytest

from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.domain.messages import Options
from orchestrator_desktop.providers.base import Dialect, Endpoint, Request, Sending
from orchestrator_desktop.providers.http import Client, open_client
from orchestrator_desktop.providers.silence import Patience, Silence
from tests.fakes.answers import openai_chat, openai_error
from tests.fakes.replay import Recorded, ReplayServer, Reply, never, status
from tests.providers.asking import DIALECTS, GOOD, Heard, Hours, ask, endpoint, question

OUTSIDE = Endpoint("p", Dialect.OPENAI_CHAT, "https://provider.test/v1")


class Record:
    """Keeps what is announced, and what the server had by then; `failing` refuses to let anything leave."""

    def __init__(self, server: ReplayServer | None = None, failing: Exception | None = None) -> None:
        self.seen: list[tuple[Sending, int]] = []
        self._server = server
        self._failing = failing

    async def __call__(self, sending: Sending) -> None:
        self.seen.append((sending, len(self._server.requests) if self._server else 0))
        if self._failing is not None:
            raise self._failing


def ask_recorded(server: ReplayServer, *requests: Request) -> tuple[list[Heard], Record]:
    record = Record(server)

    async def sending(what: Sending) -> None:
        await record(what)

    return ask(*requests, sending=sending), record


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_request_is_announced_before_it_leaves(server: ReplayServer, dialect: Dialect) -> None:
    server.script(GOOD[dialect]("Hi"))
    _, record = ask_recorded(server, question(endpoint(server, dialect)))
    (sent,) = server.requests
    url = f"http://127.0.0.1:{server.port}{sent.path.partition('?')[0]}"
    assert record.seen == [(Sending("POST", url, len(sent.body)), 0)]


def test_a_request_sent_again_without_a_rejected_setting_is_announced_again(server: ReplayServer) -> None:
    complaint = openai_error(400, "Unsupported parameter: 'temperature'", param="temperature")
    server.script(complaint, openai_chat("Hi"))
    _, record = ask_recorded(server, question(endpoint(server), options=Options(temperature=0.5)))
    assert [(what.size, before) for what, before in record.seen] == [
        (len(sent.body), number) for number, sent in enumerate(server.requests)
    ]


def test_a_connection_used_again_announces_all_the_same(server: ReplayServer) -> None:
    whole = openai_chat("Hi")
    kept_open = whole.with_headers(connection="keep-alive", content_length=str(len(whole.body)))
    server.script(kept_open, kept_open)
    heard, record = ask_recorded(server, *[question(endpoint(server))] * 2)
    assert [one.text for one in heard] == ["Hi", "Hi"]
    assert [before for _, before in record.seen] == [0, 1]


def test_what_may_not_be_announced_does_not_leave(server: ReplayServer) -> None:
    async def full(_: Sending) -> None:
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="the disk is full"):
        ask(question(endpoint(server)), sending=full)
    server.script(openai_chat("Hi"))
    ask(question(endpoint(server)))
    assert len(server.requests) == 1


def test_the_time_it_takes_to_announce_is_not_the_providers_silence(server: ReplayServer) -> None:
    async def slow(_: Sending) -> None:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, Hours)
        loop.skip()
        await asyncio.sleep(0)

    server.script(openai_chat("Hi"))
    (heard,) = ask(question(endpoint(server)), sending=slow)
    assert heard.text == "Hi"


def test_where_nobody_listens_nothing_is_announced() -> None:
    with ReplayServer() as gone:
        place = endpoint(gone)
    record = Record()
    (heard,) = ask(question(place), sending=record)
    assert (heard.kind, record.seen) == (ProviderErrorKind.UNREACHABLE, [])


@pytest.mark.parametrize("answer", [status(403), status(200)])
def test_asking_a_proxy_for_a_tunnel_is_no_sending(
    server: ReplayServer, monkeypatch: pytest.MonkeyPatch, answer: Reply
) -> None:
    """The second proxy opens a tunnel that leads nowhere."""
    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{server.port}")
    server.script(answer)
    record = Record()
    (heard,) = ask(question(OUTSIDE), sending=record)
    assert (heard.kind, record.seen) == (ProviderErrorKind.UNREACHABLE, [])
    assert [sent.method for sent in server.requests] == ["CONNECT"]


@pytest.mark.parametrize("reply", [Reply(silent=True), Reply(silent=True).reset()])
def test_a_request_that_left_whole_and_was_not_answered_is_unanswered(server: ReplayServer, reply: Reply) -> None:
    server.script(reply)
    (heard,) = ask(question(endpoint(server)))
    assert heard.kind is ProviderErrorKind.UNANSWERED
    assert heard.error is not None
    assert heard.error.status is None
    assert "Error" in heard.error.detail


def test_a_connection_lost_before_a_byte_was_taken_is_down() -> None:
    """A WriteError, which the HTTP library swallows: nobody can act on half a request, so that it may be sent again."""
    announced, lost = threading.Event(), threading.Event()

    def serve() -> None:
        connection, _ = listening.accept()
        announced.wait(5)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()
        lost.set()

    async def late(_: Sending) -> None:
        announced.set()
        await asyncio.to_thread(lost.wait, 5)
        for _ in range(3):
            await asyncio.sleep(0)  # the loop hears of it

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=serve)
        thread.start()
        place = Endpoint("p", Dialect.OPENAI_CHAT, f"http://127.0.0.1:{listening.getsockname()[1]}/v1")
        (heard,) = ask(question(place), sending=late)
        thread.join(5)
    assert heard.kind is ProviderErrorKind.DOWN


def test_a_stall_tells_whether_the_provider_had_accepted(server: ReplayServer) -> None:
    server.script(never(), Reply().hung())
    before, after = ask(*[question(endpoint(server))] * 2, patience=Patience(first=0.5, between=0.05))
    assert before.error is not None and after.error is not None
    assert (before.kind, before.error.status) == (ProviderErrorKind.STALLED, None)
    assert (after.kind, after.error.status) == (ProviderErrorKind.STALLED, 200)


def test_lists_are_announced_too_without_what_their_address_says_beyond_the_question_mark(
    server: ReplayServer,
) -> None:
    def at(request: Recorded) -> Reply:
        return status(200, body={"path": request.path})

    async def run(client: Client) -> bytes:
        reply = await client.get(f"{server.openai_url}/models?key=1", {}, Silence(5), sending=record)
        try:
            return await reply.whole()
        finally:
            await reply.aclose()

    async def main() -> bytes:
        async with open_client() as client:
            return await run(client)

    record = Record(server)
    server.script(at)
    assert b"/v1/models?key=1" in asyncio.run(main())
    assert record.seen == [(Sending("GET", f"{server.openai_url}/models", 0), 0)]
