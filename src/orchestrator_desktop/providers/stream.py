"""One answer from any provider, from the request to the last event. The same for every dialect.

What a caller may rely on:

- Before `Opened` everything that goes wrong raises ProviderError: nothing of an answer exists.
- After `Opened`, what the *provider* says is wrong, or sends and is not the protocol, raises ProviderError; what the
  *network* does (end of file, reset, a stall after the first word) ends in `Closed(INTERRUPTED)`.
- A stall before the first word is ProviderError(STALLED), opened or not: nothing is lost by asking again.
- A stream that does not raise ends with exactly one `Closed`. COMPLETE is proved by the protocol's own terminal
  signal and by visible text; without text it is FAILED.
- No retry, except that a setting which the model rejects is mended and sent again (`fixes.py`).
- An answer made in the background is announced by `Remote`, again with each step on; `resume` goes on from one.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Final

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind, UserError
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.providers.address import check_base_url
from orchestrator_desktop.providers.answer import Answer
from orchestrator_desktop.providers.base import (
    Closed,
    Endpoint,
    Event,
    Named,
    OnSending,
    Opened,
    Remote,
    Request,
    TextDelta,
    unrecorded,
)
from orchestrator_desktop.providers.errors import error_of_reply, request_id
from orchestrator_desktop.providers.fixes import find_fix
from orchestrator_desktop.providers.http import TRANSPORT_ERRORS, Client, Reply, describe, transport_error
from orchestrator_desktop.providers.registry import adapter
from orchestrator_desktop.providers.scrub import mask, mask_name, scrub
from orchestrator_desktop.providers.silence import LOCAL, REMOTE, Patience, Silence

_BREATH: Final = 0.0025
"""Seconds, for each answer under way, between two waits for the network: what comes meanwhile is read in one go. Each
wait costs the HTTP library some 200 µs of the interpreter, for one token as for ten, and the window waits for it."""
_SHORTEST, _LONGEST = 0.02, 0.12
_AT_HAND: Final = 0.0005
"""What is read and worked through sooner was at hand, and more of it may be: no rest before it."""
_CUT: Final = "the connection ended before the answer did"
_FORGOTTEN: Final = "the provider no longer keeps this answer"
_CANCEL_SECONDS: Final = 20.0
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
    check_door(request.endpoint.base_url, key)
    line = _Line(key, client, silence, now, sending)
    reply = await (_asked(request, line) if request.resume is None else _resumed(request, request.resume, line))
    named = request_id(reply.headers)
    wire = adapter(request.endpoint.dialect)
    answer = Answer(wire.reader(request), wire.framing, named, silence, patience, held=request.have > 0)
    try:
        async with aclosing(_events(reply, answer, silence, key, client.under_way)) as events:
            async for event in events:
                fit = event if isinstance(event, TextDelta) else _discreet(event, key)
                if fit is not None:
                    yield fit
    except ProviderError as error:
        error.request_id, error.status = error.request_id or named, error.status or reply.status
        raise clean(error, key) from None
    finally:
        await reply.aclose()


async def _events(
    reply: Reply, answer: Answer, silence: Silence, key: Secret | None, under_way: Callable[[], int]
) -> AsyncGenerator[Event, None]:
    cut, clock = _CUT, asyncio.get_running_loop().time
    breath = 0.0
    while not answer.done:
        try:
            await reply.rest(breath)
            asked = clock()
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
        waited = answer.begun and not answer.settled and clock() - asked > _AT_HAND
        breath = min(_LONGEST, max(_SHORTEST, _BREATH * under_way())) if waited else 0.0
    for event in answer.end(cut):
        yield event


@dataclass(frozen=True, slots=True)
class _Line:
    """What each request of one stream goes over."""

    key: Secret | None
    client: Client
    silence: Silence
    now: Callable[[], datetime]
    sending: OnSending


async def _asked(request: Request, line: _Line) -> Reply:
    """The reply that begins an answer, after mending settings the model rejects. Close it."""
    endpoint, wire, fixes = request.endpoint, adapter(request.endpoint.dialect), line.client.fixes
    headers, body = _headers(request, line.key), wire.body(request)
    while True:
        sent = fixes.apply(endpoint.base_url, request.model, body)
        try:
            reply = await line.client.post(wire.url(request), headers, sent, line.silence, sending=line.sending)
        except TRANSPORT_ERRORS as error:
            raise transport_error(error, line.key) from None
        if reply.status == HTTPStatus.OK:
            return reply
        refusal, fault = error_of_reply(reply.status, reply.headers, await reply.excerpt(), line.now)
        # Each turn takes one setting out of the body, so that this ends.
        fix = find_fix(fault, sent, wire.tunable) if reply.status in _MENDABLE else None
        if fix is None:
            raise clean(refusal, line.key)
        fixes.learn(endpoint.base_url, request.model, fix)


async def _resumed(request: Request, remote: Remote, line: _Line) -> Reply:
    """The reply that goes on with an answer which the provider keeps. Close it."""
    kept = adapter(request.endpoint.dialect).kept
    if kept is None:
        raise ProviderError(ProviderErrorKind.BAD_REQUEST, "this provider keeps no answers")
    url, headers = kept.resume_url(request.endpoint, remote), _headers(request, line.key)
    try:
        reply = await line.client.get(url, headers, line.silence, sending=line.sending)
    except TRANSPORT_ERRORS as error:
        raise transport_error(error, line.key) from None
    if reply.status == HTTPStatus.OK:
        return reply
    refusal, _ = error_of_reply(reply.status, reply.headers, await reply.excerpt(), line.now)
    if reply.status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        # Neither the model nor the address is wrong, and nothing can be had by asking again.
        refusal = ProviderError(ProviderErrorKind.GARBLED, _FORGOTTEN, status=reply.status)
    raise clean(refusal, line.key)


def _headers(request: Request, key: Secret | None) -> dict[str, str]:
    named = {"accept": "text/event-stream", "x-client-request-id": request.attempt_key}
    return {**adapter(request.endpoint.dialect).headers(key), **named}


async def cancel(
    endpoint: Endpoint,
    remote_id: str,
    key: Secret | None,
    client: Client,
    *,
    seconds: float = _CANCEL_SECONDS,
    sending: OnSending = unrecorded,
) -> bool:
    """End an answer that the provider makes in the background; again does no harm. Whether it has been told: where it
    has not, it goes on until it is done, and costs."""
    wire = adapter(endpoint.dialect)
    if wire.kept is None:
        return False
    try:
        check_door(endpoint.base_url, key)
        url, silence = wire.kept.cancel_url(endpoint, remote_id), Silence(seconds)
        reply = await client.post(url, wire.headers(key), None, silence, sending=sending)
    except (ProviderError, *TRANSPORT_ERRORS):
        return False
    await reply.aclose()
    return reply.status == HTTPStatus.OK


def check_door(base_url: str, key: Secret | None) -> None:
    """The last door: no key to an address that must not have it, and none that cannot stand in a header
    (the HTTP library's own error would print it)."""
    try:
        check_base_url(base_url)
    except UserError as error:
        raise ProviderError(ProviderErrorKind.BAD_REQUEST, str(error)) from None
    if key is not None and not (key.reveal().isascii() and key.reveal().isprintable()):
        raise ProviderError(ProviderErrorKind.KEY_REFUSED, "the key holds characters that no key has")


def _discreet(event: Event, key: Secret | None) -> Event | None:
    """What a provider says beside the answer, without the key, should it stand there. An answer kept under a name that
    holds it is kept for nobody: the name would be stored and stand in an address."""
    match event:
        case Opened(named, model):
            return Opened(mask_name(named, key), mask_name(model, key))
        case Named(model):
            return Named(mask_name(model, key) or "")
        case Remote(named):
            return event if mask_name(named, key) == named else None
        case Closed(state, reason) if state is not AttemptState.COMPLETE:
            return Closed(state, mask(reason, key))
        case _:
            return event


def clean(error: ProviderError, key: Secret | None) -> ProviderError:
    """`error` with its detail fit for the record."""
    return ProviderError(
        error.kind,
        scrub(error.detail, key),
        retry_after=error.retry_after,
        should_retry=error.should_retry,
        status=error.status,
        request_id=mask_name(error.request_id, key),
    )
