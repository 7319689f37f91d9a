"""A provider on a raw loopback socket that answers by script, and misbehaves on order.

    with ReplayServer() as server:
        server.script(status(429, {"retry-after": "2"}), openai_chat("Hello", pieces=3))
        ...                                  # anything that speaks to server.openai_url or server.anthropic_url
        assert server.requests[0].json["model"] == "m"

A script's replies are given one a request, in order; what comes after the last one gets `server.otherwise`
(a 599 that says so, unless set). An item may also be a function from the request to a reply. Replies are values, those
of each dialect from `answers.py`:
`openai_chat("…").cut(120)`, `.drip()`, `.paced(20)`, `.gated(event)`, `.reset()`, `.hung()`, `.chunked()`.
"""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from enum import Enum
from types import TracebackType
from typing import Any

SSE = "text/event-stream; charset=utf-8"
JSON = "application/json"


class End(Enum):
    CLOSE = "close"  # a plain end of file, which to a client that trusts it looks like success
    RESET = "reset"
    HANG = "hang"  # silence until the client hangs up or the server stops


@dataclass(frozen=True, slots=True)
class Pause:
    """Wait so many seconds before going on."""

    seconds: float


Piece = bytes | Pause | threading.Event


@dataclass(frozen=True, slots=True)
class Reply:
    """What is sent for one request: head, then the pieces (an event is waited for), then the end."""

    pieces: tuple[Piece, ...] = ()
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    end: End = End.CLOSE
    framed: bool = False
    """Sent in HTTP chunks, so that the client can tell a cut from the end."""
    silent: bool = False
    """Not even a head is sent."""

    @property
    def body(self) -> bytes:
        return b"".join(piece for piece in self.pieces if isinstance(piece, bytes))

    def cut(self, at: int) -> Reply:
        """Only the first `at` bytes of the body."""
        return replace(self, pieces=(self.body[:at],))

    def drip(self, size: int = 1) -> Reply:
        """The same bytes, `size` at a time, each in a packet of its own."""
        return replace(self, pieces=tuple(self.body[at : at + size] for at in range(0, len(self.body), size)))

    def paced(self, rate: float) -> Reply:
        """`rate` pieces a second; a piece is one event, about a token."""
        return replace(self, pieces=tuple(part for piece in self.pieces for part in (Pause(1 / rate), piece)))

    def gated(self, gate: threading.Event, after: int = 1) -> Reply:
        """The first `after` pieces at once, the rest when the test sets `gate`."""
        return replace(self, pieces=(*self.pieces[:after], gate, *self.pieces[after:]))

    def chunked(self) -> Reply:
        return replace(self, framed=True)

    def reset(self) -> Reply:
        """End with a TCP reset."""
        return replace(self, end=End.RESET)

    def hung(self) -> Reply:
        """Never end."""
        return replace(self, end=End.HANG)

    def with_headers(self, **headers: str) -> Reply:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return replace(self, headers={**self.headers, **named})


@dataclass(slots=True)
class Recorded:
    """One request as it came. `gone` is set when the client hung up before the reply's end."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    gone: threading.Event = field(default_factory=threading.Event)

    @property
    def json(self) -> Any:
        return json.loads(self.body)


Scripted = Reply | Callable[[Recorded], Reply]


class ReplayServer:
    """Listens on a random loopback port from `__enter__` to `__exit__`; each connection has a thread of its own."""

    def __init__(self, port: int = 0, tls: Callable[[socket.socket], socket.socket] | None = None) -> None:
        self.requests: list[Recorded] = []
        self.otherwise: Scripted = status(599, body={"error": {"message": "the script is over"}})
        self._script: list[Scripted] = []
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._tls = tls
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._socket = socket.create_server(("127.0.0.1", port))
        self.port: int = self._socket.getsockname()[1]
        self.openai_url = f"http://127.0.0.1:{self.port}/v1"
        self.anthropic_url = f"http://127.0.0.1:{self.port}"

    @property
    def gemini_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1beta"

    @property
    def ollama_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def script(self, *replies: Scripted) -> None:
        """Add replies to those still to be given."""
        with self._lock:
            self._script += replies

    def always(self, reply: Scripted) -> None:
        """Give `reply` to every request that the script does not answer."""
        self.otherwise = reply

    def __enter__(self) -> ReplayServer:
        self._start(self._accept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopped.set()
        for sock in [self._socket, *list(self._open)]:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        for thread in self._threads:
            thread.join(5)

    def _start(self, work: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True, name="replay")
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._stopped.is_set():
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self._start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        self._open.add(connection)
        # The client may go away, and TLS may fail, at any moment: both are what tests are about.
        with suppress(OSError), closing(self._tls(connection) if self._tls else connection) as sock:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            request = _read_request(sock)
            if request is not None:
                self._answer(sock, request)
        self._open.discard(connection)
        connection.close()

    def _answer(self, sock: socket.socket, request: Recorded) -> None:
        with self._lock:
            self.requests.append(request)
            scripted = self._script.pop(0) if self._script else self.otherwise
        reply = scripted if isinstance(scripted, Reply) else scripted(request)
        try:
            self._send_reply(sock, reply)
        except OSError:
            request.gone.set()

    def _send_reply(self, sock: socket.socket, reply: Reply) -> None:
        if not reply.silent:
            sock.sendall(_head(reply))
        for piece in reply.pieces:
            self._send(sock, piece, framed=reply.framed)
        if reply.end is End.HANG:
            while sock.recv(4096):
                pass
            raise ConnectionResetError
        if reply.end is End.RESET:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        elif reply.framed:
            sock.sendall(b"0\r\n\r\n")

    def _send(self, sock: socket.socket, piece: Piece, *, framed: bool) -> None:
        if isinstance(piece, Pause):
            self._stopped.wait(piece.seconds)
        elif isinstance(piece, threading.Event):
            while not (piece.wait(0.05) or self._stopped.is_set()):
                pass
        elif piece:
            sock.sendall(b"%x\r\n%s\r\n" % (len(piece), piece) if framed else piece)


def _head(reply: Reply) -> bytes:
    headers = {"content-type": SSE, "connection": "close", **reply.headers}
    if reply.framed:
        headers["transfer-encoding"] = "chunked"
    lines = [f"HTTP/1.1 {reply.status} Scripted", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join((*lines, "", "")).encode("latin-1")


def _read_request(sock: socket.socket) -> Recorded | None:
    data = b""
    while b"\r\n\r\n" not in data:
        more = sock.recv(65536)
        if not more:
            return None
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    while len(body) < int(headers.get("content-length", 0)):
        more = sock.recv(65536)
        if not more:
            return None
        body += more
    method, path, _ = first.split(" ")
    return Recorded(method, path, headers, body)


def events(*data: object, names: Sequence[str] = ()) -> Reply:
    """A stream of server-sent events: texts as they are, everything else as JSON; `names` for those that have one."""
    pieces = []
    for number, item in enumerate(data):
        text = item if isinstance(item, str) else json.dumps(item)
        name = f"event: {names[number]}\n" if number < len(names) else ""
        pieces.append(f"{name}data: {text}\n\n".encode())
    return Reply(tuple(pieces))


def raw(body: bytes | str, content_type: str = SSE) -> Reply:
    """These very bytes, under HTTP 200."""
    return Reply((body.encode() if isinstance(body, str) else body,), headers={"content-type": content_type})


def status(code: int, headers: Mapping[str, str] | None = None, body: object = None) -> Reply:
    """A reply that is no answer; `body` as JSON, or a text as it is."""
    is_text = isinstance(body, str)
    content = body.encode() if isinstance(body, str) else json.dumps(body).encode() if body is not None else b""
    kind = {"content-type": "text/html" if is_text else JSON, "content-length": str(len(content))}
    return Reply((content,), code, {**kind, **(headers or {})})


def never() -> Reply:
    """Takes the request and says nothing at all."""
    return Reply(silent=True, end=End.HANG)


def keep_alives(count: int) -> Reply:
    """Comments, as OpenRouter sends them while it waits, and nothing else."""
    return Reply(tuple(b": PROCESSING\n\n" for _ in range(count)), end=End.HANG)


def lines(*data: object) -> Reply:
    """A stream of JSON values, one a line."""
    pieces = tuple(f"{json.dumps(item)}\n".encode() for item in data)
    return Reply(pieces, headers={"content-type": "application/x-ndjson"})
