"""One answer from any provider, from the request to the last event. The same for every dialect.

What a caller may rely on:

- Before `Opened` everything that goes wrong raises ProviderError: nothing of an answer exists.
- After `Opened`, what the *provider* says is wrong, or sends and is not the protocol, raises ProviderError; what the
  *network* does (end of file, reset, a stall after the first word) ends in `Closed(INTERRUPTED)`.
- A stall before the first word is ProviderError(STALLED), opened or not: nothing is lost by asking again.
- A stream that does not raise ends with exactly one `Closed`. COMPLETE is proved by the protocol's own terminal
  signal and by visible text; without text it is FAILED.
- No retry, except that a setting which the model rejects is mended and sent again (`fixes.py`).
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Final

from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind, UserError
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.providers.address import check_base_url
from orchestrator_desktop.providers.answer import Answer
from orchestrator_desktop.providers.base import Event, OnSending, Request, unrecorded
from orchestrator_desktop.providers.errors import error_of_reply, request_id
from orchestrator_desktop.providers.fixes import find_fix
from orchestrator_desktop.providers.http import TRANSPORT_ERRORS, Client, Reply, describe, transport_error
from orchestrator_desktop.providers.registry import adapter
from orchestrator_desktop.providers.scrub import scrub
from orchestrator_desktop.providers.silence import LOCAL, REMOTE, Patience, Silence

_CUT: Final = "the connection ended before the answer did"
_MENDABLE: Final = (HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY)


def utc_now() -> datetime:
    return datetime.now(UTC)


async def stream(
    request: Request,
    key: Secret | None,
    client: Client,
    *,
    patience: Patience | None = None,
    now: Callable[[], datetime] = utc_now,
    sending: OnSending = unrecorded,
) -> AsyncGenerator[Event, None]:
    """The events of the answer to `request`. Wrap it in `contextlib.aclosing`, so that stopping hangs up at once.

    `sending` is awaited before the first byte of each request leaves; where it raises, none does, and that is raised.
    """
    patience = patience or (LOCAL if request.local else REMOTE)
    silence = Silence(patience.first)
    reply = await _accepted(request, key, client, silence, now, sending)
    named = request_id(reply.headers)
    wire = adapter(request.endpoint.dialect)
    answer = Answer(wire.reader(request), wire.framing, named, silence, patience)
    try:
        async with aclosing(_events(reply, answer, silence, key)) as events:
            async for event in events:
                yield event
    except ProviderError as error:
        error.request_id = error.request_id or named
        raise clean(error, key) from None
    finally:
        await reply.aclose()


async def _events(reply: Reply, answer: Answer, silence: Silence, key: Secret | None) -> AsyncGenerator[Event, None]:
    cut = _CUT
    while not answer.done:
        try:
            chunk = await reply.chunk()
        except TimeoutError:
            cut = f"nothing came for {silence.limit:g} s"
            if not (answer.begun or answer.settled):
                raise ProviderError(ProviderErrorKind.STALLED, cut, status=reply.status) from None
            break
        except TRANSPORT_ERRORS as error:
            cut = describe(error, key)
            break
        if chunk is None:
            break
        for event in answer.take(chunk):
            yield event
    for event in answer.end(cut):
        yield event


async def _accepted(
    request: Request,
    key: Secret | None,
    client: Client,
    silence: Silence,
    now: Callable[[], datetime],
    sending: OnSending,
) -> Reply:
    """The reply that begins an answer, after mending settings the model rejects. Close it."""
    endpoint, wire = request.endpoint, adapter(request.endpoint.dialect)
    check_door(endpoint.base_url, key)
    headers = {**wire.headers(key), "accept": "text/event-stream", "x-client-request-id": request.attempt_key}
    body = wire.body(request)
    while True:
        sent = client.fixes.apply(endpoint.base_url, request.model, body)
        try:
            reply = await client.post(wire.url(request), headers, sent, silence, sending=sending)
        except TRANSPORT_ERRORS as error:
            raise transport_error(error, key) from None
        if reply.status == HTTPStatus.OK:
            return reply
        refusal, fault = error_of_reply(reply.status, reply.headers, await reply.excerpt(), now)
        # Each turn takes one setting out of the body, so that this ends.
        fix = find_fix(fault, sent, wire.tunable) if reply.status in _MENDABLE else None
        if fix is None:
            raise clean(refusal, key)
        client.fixes.learn(endpoint.base_url, request.model, fix)


def check_door(base_url: str, key: Secret | None) -> None:
    """The last door: no key to an address that must not have it, and none that cannot stand in a header
    (the HTTP library's own error would print it)."""
    try:
        check_base_url(base_url)
    except UserError as error:
        raise ProviderError(ProviderErrorKind.BAD_REQUEST, str(error)) from None
    if key is not None and not (key.reveal().isascii() and key.reveal().isprintable()):
        raise ProviderError(ProviderErrorKind.KEY_REFUSED, "the key holds characters that no key has")


def clean(error: ProviderError, key: Secret | None) -> ProviderError:
    """`error` with its detail fit for the record."""
    return ProviderError(
        error.kind,
        scrub(error.detail, key),
        retry_after=error.retry_after,
        should_retry=error.should_retry,
        status=error.status,
        request_id=error.request_id,
    )
