"""The two errors that may reach a person, told apart by whose move is next."""

from __future__ import annotations

from enum import StrEnum


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name lupdate looks for
    """Mark `text` for the translators of `context` where no Qt may be imported; return it unchanged."""
    del context
    return text


class UserError(Exception):
    """Something the user can mend, said in the user's words.

    `template` is English, marked with QT_TRANSLATE_NOOP("errors", …), with `{name}` fields; `values` fill it.
    The window translates the template, the command line prints `str(error)`.
    """

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values
        super().__init__(template.format(**values))


class UsageError(UserError):
    """The request itself makes no sense (an unknown id, a malformed date): the command line exits with 2."""


class ProviderErrorKind(StrEnum):
    """Why a provider gave no answer, by what the user can do about it (WIRE.md 2.8)."""

    NO_KEY = "no_key"  # it has one, which the keyring does not give or which is for another address: nothing was sent
    KEY_REFUSED = "key_refused"  # 401
    NOT_ALLOWED = "not_allowed"  # 403: account, country or model not open to this key
    NO_MONEY = "no_money"  # 402, insufficient_quota, credit exhausted: retrying cannot help
    MODEL_UNKNOWN = "model_unknown"  # 404
    BAD_REQUEST = "bad_request"  # 400 and others of ours
    TOO_LONG = "too_long"  # 413, context window exceeded
    SLOW_DOWN = "slow_down"  # 429 worth waiting for
    DOWN = "down"  # 408, 409, 425, 5xx, 529
    LOADING = "loading"  # a local server still reads its model
    UNREACHABLE = "unreachable"  # DNS, connection refused, no network: nothing was sent
    UNTRUSTED = "untrusted"  # TLS verification failed
    UNANSWERED = "unanswered"  # sent whole, and the connection ended before a word came: it may have been received
    STALLED = "stalled"  # no real event for too long
    REDIRECTED = "redirected"  # a redirect, never followed with a key
    GARBLED = "garbled"  # the reply is not the protocol: HTML, bad JSON, too large
    MODEL_BROKEN = "model_broken"  # the built-in model's process cannot start or load the file


class ProviderError(Exception):
    """A provider gave no (whole) answer.

    `retry_after` is in seconds, a floor, None where the provider named none; `should_retry` its own word on whether
    trying again can help, None where it has none. `status` is None where not even the head of a reply came.
    `detail` is the provider's own text with secrets scrubbed, for the record and the technical line, never for a log.
    """

    def __init__(
        self,
        kind: ProviderErrorKind,
        detail: str = "",
        *,
        retry_after: float | None = None,
        should_retry: bool | None = None,
        status: int | None = None,
        request_id: str | None = None,
    ) -> None:
        self.kind = kind
        self.detail = detail
        self.retry_after = retry_after
        self.should_retry = should_retry
        self.status = status
        self.request_id = request_id
        super().__init__(f"{kind}: {detail}" if detail else str(kind))
