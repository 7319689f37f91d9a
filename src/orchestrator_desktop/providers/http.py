"""The only file that knows httpx: connections, replies read within limits, and its errors as ProviderError.

Nothing here follows a redirect, logs a header or retries.
"""

from __future__ import annotations

import asyncio
import json
import logging
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Final
from urllib.request import getproxies

import httpx
import truststore

from orchestrator_desktop import __version__
from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.providers.address import is_loopback
from orchestrator_desktop.providers.base import Json, OnSending, Sending, unrecorded
from orchestrator_desktop.providers.fixes import Fixes
from orchestrator_desktop.providers.scrub import scrub
from orchestrator_desktop.providers.silence import Silence

_CONNECT_SECONDS: Final = 10.0
_MAX_LIST: Final = 16 * 1024 * 1024
_ERROR_BODY: Final = 256 * 1024
_ERROR_BODY_SECONDS: Final = 10.0


class UnansweredError(Exception):
    """A POST has left whole, and the connection ended before the head of a reply came: it may have been acted on."""


TRANSPORT_ERRORS: Final = (httpx.HTTPError, httpx.InvalidURL, TimeoutError, UnansweredError)


class Client:
    """Open connections, and what was learnt of the models behind them. One for each event loop; close it there."""

    def __init__(self) -> None:
        self.fixes = Fixes()
        # Servers on this computer are never asked for through a proxy, whatever the system's settings say.
        self._direct = _http_client(trust_env=False)
        self._outside: httpx.AsyncClient | None = None
        self._open: set[Reply] = set()

    async def __aenter__(self) -> Client:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        await self._direct.aclose()
        if self._outside is not None:
            await self._outside.aclose()

    async def post(
        self,
        url: str,
        headers: Mapping[str, str],
        body: Json | None,
        silence: Silence,
        *,
        sending: OnSending = unrecorded,
    ) -> Reply:
        """Send `body`, or none; the reply with its own body unread: close it. Raises TRANSPORT_ERRORS."""
        content = b""
        if body is not None:
            # "replace": a lone half of a UTF-16 pair, pasted, must not keep a text from being sent.
            content = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
            headers = {**headers, "content-type": "application/json"}
        return await self._send(_Departure("POST", url, content, sending, silence), headers)

    async def get(
        self, url: str, headers: Mapping[str, str], silence: Silence, *, sending: OnSending = unrecorded
    ) -> Reply:
        """Like `post`, for what may be asked again without harm."""
        return await self._send(_Departure("GET", url, b"", sending, silence), headers)

    async def _send(self, departure: _Departure, headers: Mapping[str, str]) -> Reply:
        http = self._for(departure.url)
        request = http.build_request(
            departure.method,
            departure.url,
            headers=dict(headers),
            content=departure.content or None,
            extensions={"trace": departure.trace},
        )
        try:
            with departure.silence:
                response = await http.send(request, stream=True)
        except httpx.HTTPError as error:
            if departure.whole and departure.method == "POST":
                raise UnansweredError(f"{type(error).__name__}: {error}") from None
            raise
        reply = Reply(response, departure.silence, self._open.discard)
        self._open.add(reply)
        return reply

    def under_way(self) -> int:
        """Replies that are being read."""
        return len(self._open)

    def _for(self, url: str) -> httpx.AsyncClient:
        if is_loopback(url):
            return self._direct
        if self._outside is None:
            self._outside = _outside_client()
        return self._outside


@dataclass(slots=True)
class _Departure:
    """One request on its way out. `whole`: the system has taken all of it (which it may still fail to send)."""

    method: str
    url: str
    content: bytes
    sending: OnSending
    silence: Silence
    _left: bool = False
    whole: bool = False

    async def trace(self, name: str, info: Mapping[str, Any]) -> None:
        """What the HTTP library tells of its steps. A proxy is first asked for a tunnel, by a request of its own."""
        if name.endswith("send_request_headers.started") and info["request"].method != b"CONNECT":
            with self.silence.paused():
                await self.sending(Sending(self.method, self.url.partition("?")[0], len(self.content)))
            self._left = True
        elif name.endswith("send_request_body.complete"):
            self.whole = self._left


class Reply:
    """The head of a reply, and its body as it comes, each wait counted on the stall clock. Close it."""

    def __init__(self, response: httpx.Response, silence: Silence, closed: Callable[[Reply], None]) -> None:
        self._response = response
        self._closed = closed
        self._chunks = response.aiter_bytes()
        self._silence = silence
        self.status = response.status_code
        self.headers: Mapping[str, str] = response.headers

    async def aclose(self) -> None:
        self._closed(self)
        self._silence.close()
        await self._response.aclose()

    async def chunk(self) -> bytes | None:
        """The next bytes, None at the end. Raises TRANSPORT_ERRORS."""
        with self._silence:
            return await anext(self._chunks, None)

    async def rest(self, seconds: float) -> None:
        """Let bytes gather: a wait for the network like that for the next ones."""
        if seconds:
            with self._silence:
                await asyncio.sleep(seconds)

    async def excerpt(self) -> bytes:
        """As much of an error's body as is worth reading, and the reply closed; losing the rest loses nothing."""
        body, silence = bytearray(), Silence(_ERROR_BODY_SECONDS)
        try:
            with silence:
                while len(body) < _ERROR_BODY and (chunk := await self.chunk()) is not None:
                    body += chunk
        except TRANSPORT_ERRORS:
            pass
        finally:
            silence.close()
            await self.aclose()
        return bytes(body)

    async def whole(self) -> bytes:
        """The body of a list, in one piece; ProviderError (garbled) where it is too large to be one."""
        body = bytearray()
        while (chunk := await self.chunk()) is not None:
            body += chunk
            if len(body) > _MAX_LIST:
                raise ProviderError(ProviderErrorKind.GARBLED, f"a reply of more than {_MAX_LIST} bytes")
        return bytes(body)


def open_client() -> Client:
    """A client for the event loop that runs; `await client.aclose()`, or `async with`."""
    for name in ("httpx", "httpcore"):
        # At INFO they print whole URLs, at DEBUG headers with keys (WIRE.md 1.6).
        logging.getLogger(name).setLevel(logging.WARNING)
    return Client()


def trust() -> ssl.SSLContext:
    """Whom the system vouches for."""
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _http_client(*, trust_env: bool, proxy: str | None = None) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        verify=trust(),
        trust_env=trust_env,
        proxy=proxy,
        follow_redirects=False,
        timeout=httpx.Timeout(None, connect=_CONNECT_SECONDS),
        # How many requests may be under way is not decided here.
        limits=httpx.Limits(max_connections=None, max_keepalive_connections=20),
        headers={"user-agent": f"Orchestrator/{__version__}"},
    )


def _outside_client() -> httpx.AsyncClient:
    """Through the system's proxy. Desktops that set `all_proxy=socks://…`, which httpx refuses, mostly set an
    HTTPS proxy as well; where they do not, going round the proxy is not ours to decide."""
    try:
        return _http_client(trust_env=True)
    except (ValueError, ImportError) as error:
        proxy = getproxies().get("https", "")
        if proxy.startswith("http"):
            return _http_client(trust_env=False, proxy=proxy)
        detail = f"the system's proxy setting cannot be used: {error}"
        raise ProviderError(ProviderErrorKind.UNREACHABLE, detail) from None


def transport_error(error: Exception, key: Secret | None) -> ProviderError:
    """What kept a request from being answered at all, for one of TRANSPORT_ERRORS."""
    return ProviderError(_kind(error), describe(error, key))


def describe(error: Exception, key: Secret | None) -> str:
    """The technical line for one of TRANSPORT_ERRORS."""
    return scrub(f"{type(error).__name__}: {error}".removesuffix(": "), key)


def _kind(error: Exception) -> ProviderErrorKind:
    if isinstance(error, TimeoutError):
        return ProviderErrorKind.STALLED
    if isinstance(error, UnansweredError):
        return ProviderErrorKind.UNANSWERED
    if _of_certificate(error):
        return ProviderErrorKind.UNTRUSTED
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.ProxyError):
        return ProviderErrorKind.UNREACHABLE
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol):
        return ProviderErrorKind.BAD_REQUEST
    # Half of a request has left, which nobody can act on, or the rest of a list was lost.
    return ProviderErrorKind.DOWN


def _of_certificate(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
