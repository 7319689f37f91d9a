"""From what a provider says to what the user can do about it: status, error body and headers to ProviderError."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Final

import msgspec

from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind
from orchestrator_desktop.providers.delays import asked_in, retry_after
from orchestrator_desktop.providers.scrub import shorten

Kind = ProviderErrorKind

_BY_WORD: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        # The codes and types of the providers, in the order in which they win.
        (
            Kind.NO_MONEY,
            r"insufficient_quota|credit_balance|billing_|insufficient_(?:credits|balance|funds)|quota_exhausted",
        ),
        (Kind.TOO_LONG, r"context_length|exceed_context_size|request_too_large|string_above_max_length|^too_long$"),
        (Kind.KEY_REFUSED, r"invalid_api_key|authentication_error|api_key_invalid|^unauthorized$|^unauthenticated$"),
        (Kind.MODEL_UNKNOWN, r"model_not_found|^not_found(?:_error)?$|^invalid_model$"),
        (Kind.NOT_ALLOWED, r"permission_(?:error|denied)|unsupported_country"),
        (Kind.SLOW_DOWN, r"rate_limit|^slow_down$|^resource_exhausted$|too_many_requests"),
        (Kind.DOWN, r"overloaded|unavailable|timeout|^api_error$|^server_error$|internal_(?:server_)?error"),
        (Kind.BAD_REQUEST, r"invalid_request|invalid_argument|invalid_prompt|unsupported_(?:value|parameter)"),
    )
)

_BY_MESSAGE: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        # Told apart by their sentence alone: Anthropic gives an exhausted account the status and type of a bad
        # request, and most local servers have no code for a prompt that does not fit.
        (
            Kind.NO_MONEY,
            r"credit balance is too low|(?:spend|usage)\w* limits?\b|insufficient (?:credits|balance)|enable billing|"
            r"free_tier\w*, limit: 0\b",  # Gemini: not this model without a bill, however long one waits
        ),
        (
            Kind.TOO_LONG,
            r"context (?:length|window|size|limit|overflow)|prompt is too long|input (?:is )?too long|"
            r"request too large|input token count .{0,80}exceeds",
        ),
        (Kind.LOADING, r"loading model|model is (?:still |currently )?loading"),
        (Kind.KEY_REFUSED, r"(?:incorrect|invalid) api key|api key (?:not valid|expired)"),
        (Kind.NOT_ALLOWED, r"(?:location|country|region)\b.{0,40} not supported"),
        (
            Kind.MODEL_UNKNOWN,
            r"not a valid model|invalid model|model not exist|no models? loaded|"
            r"\bmodel\b.{0,80} (?:not found|does not exist)",
        ),
    )
)

_BY_STATUS: Final[Mapping[int, Kind]] = {
    401: Kind.KEY_REFUSED,
    402: Kind.NO_MONEY,
    403: Kind.NOT_ALLOWED,
    404: Kind.MODEL_UNKNOWN,
    408: Kind.DOWN,
    409: Kind.DOWN,
    413: Kind.TOO_LONG,
    425: Kind.DOWN,
    429: Kind.SLOW_DOWN,
}

_SHOULD_RETRY: Final = {"true": True, "false": False}

_PASSED_ON: Final = 300
"""Characters of what a provider behind the provider said: enough to tell what is wrong."""

_TELLING: Final = 4096
"""Characters of a sentence that are searched: one of megabytes must not hold up everybody else's answers."""

_NO_SUCH_PLACE: Final = re.compile(r"invalid url|file not found|page not found|no route|^not found$", re.IGNORECASE)

_MODEL: Final = re.compile(r"(?<![a-z/])model(?!s)|\bmodels/\w|deployment|no endpoints found", re.IGNORECASE)
"""What a 404 speaks of where the model is meant, and not a path such as /v1/models."""


@dataclass(frozen=True, slots=True)
class Fault:
    """An error as a provider words it, whichever of the shapes it came in."""

    message: str
    words: tuple[str, ...] = ()
    """Its code, type and status, those that are texts."""
    number: int | None = None
    """Its code where that is a number: an HTTP status in all but a few providers."""
    param: str | None = None
    wait: float | None = None
    """How many seconds it asks to be left alone."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


def read_fault(said: object, now: Callable[[], datetime] = _utc_now) -> Fault | None:
    """The error in a decoded JSON value; None where it holds none.

    Shapes met: {"error": {…}}, {"error": "text"}, [{"error": {…}}], {"message": …, "type": …}, {"detail": …}.
    """
    if isinstance(said, list) and said:
        return read_fault(said[0], now)
    if not isinstance(said, dict):
        return None
    inner = said.get("error")
    if isinstance(inner, dict):
        return _fault(inner, now)
    if isinstance(inner, str) and inner:
        return Fault(inner)
    return _fault(said, now) if "message" in said or "detail" in said else None


def _fault(said: Mapping[str, object], now: Callable[[], datetime]) -> Fault:
    numbers = [number for key in ("code", "status") if type(number := said.get(key)) is int]
    param = said.get("param")
    message = said.get("message", said.get("detail"))
    upstream = _passed_on(said.get("metadata"), now)
    waits = [wait for wait in (asked_in(said, now), upstream.wait) if wait is not None]
    return Fault(
        message=_joined(message if isinstance(message, str) else _json(message or said), upstream.message),
        words=(
            *(word for key in ("code", "type", "status") if isinstance(word := said.get(key), str)),
            *_reasons(said),
        ),
        number=numbers[0] if numbers else None,
        param=param if isinstance(param, str) else None,
        wait=max(waits, default=None),
    )


def _reasons(said: Mapping[str, object]) -> list[str]:
    """The words that stand deeper: Google's reasons in its details, OpenRouter's type in its metadata."""
    details, metadata = said.get("details"), said.get("metadata")
    found = (
        [detail.get("reason") for detail in details if isinstance(detail, dict)] if isinstance(details, list) else []
    )
    found += [metadata.get("error_type")] if isinstance(metadata, dict) else []
    return [word for word in found if isinstance(word, str)]


def _passed_on(metadata: object, now: Callable[[], datetime]) -> Fault:
    """What the provider behind OpenRouter said, as text or JSON; its codes are about OpenRouter's account there."""
    raw = metadata.get("raw") if isinstance(metadata, dict) else None
    if isinstance(raw, str):
        fault = _fault_of_body(raw.encode("utf-8", "replace"), now)
        return fault or Fault(raw)
    return read_fault(raw, now) or Fault("")


def _joined(message: str, upstream: str) -> str:
    return f"{message}: {upstream[:_PASSED_ON]}" if upstream and upstream not in message else message


def _json(said: object) -> str:
    return msgspec.json.encode(said).decode()


def kind_of(status: int, fault: Fault) -> ProviderErrorKind:
    """What the user can do, from the most telling sign to the least: sentence, HTTP status, code, number.

    `status` is 200 for an error within a stream. Codes stand before the status for money and length, which
    share theirs (429, 400) with errors of another kind.
    """
    said = _first(_BY_MESSAGE, [fault.message]) or _first(_BY_WORD, fault.words)
    if said in (Kind.NO_MONEY, Kind.TOO_LONG, Kind.LOADING):
        return said
    by_status = _kind_of_status(status)
    if by_status is Kind.MODEL_UNKNOWN and not _of_the_model(fault):
        return Kind.GARBLED
    if by_status is not None and by_status is not Kind.BAD_REQUEST:
        return by_status
    by_number = _kind_of_status(fault.number) if fault.number is not None else None
    return said or by_number or by_status or Kind.DOWN


def _of_the_model(fault: Fault) -> bool:
    """Whether a 404 is about the model asked for; else nothing is at the address."""
    if _NO_SUCH_PLACE.search(fault.message, 0, _TELLING):
        return False
    return any(_MODEL.search(said, 0, _TELLING) for said in (fault.message, fault.param or "", *fault.words))


def _first(table: tuple[tuple[Kind, re.Pattern[str]], ...], texts: list[str] | tuple[str, ...]) -> Kind | None:
    return next((kind for kind, pattern in table for text in texts if pattern.search(text, 0, _TELLING)), None)


def _kind_of_status(status: int) -> Kind | None:
    if status < HTTPStatus.BAD_REQUEST:
        return None
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Kind.DOWN
    return _BY_STATUS.get(status, Kind.BAD_REQUEST)


def said_in_stream(fault: Fault) -> ProviderError:
    """The error for a fault that came within an answer, under HTTP 200."""
    return ProviderError(
        kind_of(HTTPStatus.OK, fault), fault.message, retry_after=fault.wait, status=fault.number or int(HTTPStatus.OK)
    )


def error_of_reply(
    status: int, headers: Mapping[str, str], body: bytes, now: Callable[[], datetime]
) -> tuple[ProviderError, Fault]:
    """The error for a reply that is none of the success kind, and the fault it was read from."""
    fault = _fault_of_body(body, now)
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
        kind, detail = Kind.REDIRECTED, f"HTTP {status} to {headers.get('location', 'nowhere')}"
    elif fault is None:
        # A page or plain text: at 404 the address is wrong, not the model.
        said = body.decode("utf-8", "replace").strip()
        kind = Kind.GARBLED if status == HTTPStatus.NOT_FOUND else kind_of(status, Fault(said))
        detail = f"HTTP {status} {said}"
    else:
        kind, detail = kind_of(status, fault), f"HTTP {status} {fault.message}"
    waits = [retry_after(headers, now), fault.wait if fault else None]
    error = ProviderError(
        kind,
        detail,
        retry_after=max((wait for wait in waits if wait is not None), default=None),
        should_retry=_SHOULD_RETRY.get(headers.get("x-should-retry", "").strip().lower()),
        status=status,
        request_id=request_id(headers),
    )
    return error, fault or Fault(shorten(body.decode("utf-8", "replace")))


def _fault_of_body(body: bytes, now: Callable[[], datetime]) -> Fault | None:
    try:
        return read_fault(msgspec.json.decode(body), now)
    except msgspec.MsgspecError:
        return None


def request_id(headers: Mapping[str, str]) -> str | None:
    """The id to quote to the provider's support."""
    return next((headers[name] for name in ("x-request-id", "request-id", "x-generation-id") if name in headers), None)
