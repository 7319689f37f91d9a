"""What keeps an answer from beginning: refusals, redirects, nobody there. Each request is sent once."""

from __future__ import annotations

import pytest

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.providers.base import Dialect, Endpoint
from tests.fakes.answers import openai_chat, openai_error
from tests.fakes.replay import ReplayServer, Reply, raw, status
from tests.providers.asking import DIALECTS, ask, ask_once, endpoint, question

CHAT = Dialect.OPENAI_CHAT
every = pytest.mark.parametrize("dialect", DIALECTS)


@every
@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (status(401, body={"error": {"message": "no"}}), ProviderErrorKind.KEY_REFUSED),
        (status(404, body={"error": {"message": "no such model"}}), ProviderErrorKind.MODEL_UNKNOWN),
        (openai_error(429, "pay", code="insufficient_quota"), ProviderErrorKind.NO_MONEY),
        (status(429, {"retry-after": "7"}), ProviderErrorKind.SLOW_DOWN),
        (status(503), ProviderErrorKind.DOWN),
        (status(200, body="<html>Sign in to the network</html>"), ProviderErrorKind.GARBLED),
        (status(302, {"location": "http://127.0.0.1:9/steal"}), ProviderErrorKind.REDIRECTED),
        (Reply(silent=True), ProviderErrorKind.UNANSWERED),
        (Reply(silent=True).reset(), ProviderErrorKind.UNANSWERED),
        (raw(b"data: {]\n\n"), ProviderErrorKind.GARBLED),
    ],
)
def test_a_refusal_is_raised_and_the_request_was_sent_once(
    server: ReplayServer, dialect: Dialect, reply: Reply, kind: ProviderErrorKind
) -> None:
    server.script(reply)
    heard = ask_once(server, dialect)
    assert heard.kind is kind
    assert heard.events == []
    assert len(server.requests) == 1


def test_status_wait_and_request_id_come_with_the_error(server: ReplayServer) -> None:
    server.script(
        openai_error(429, "slow", {"retry-after": "3.5", "x-request-id": "req_9"}, code="rate_limit_exceeded")
    )
    error = ask_once(server).error
    assert error is not None
    assert (error.status, error.retry_after, error.request_id, error.detail) == (429, 3.5, "req_9", "HTTP 429 slow")


STATUSES = {
    400: ProviderErrorKind.BAD_REQUEST,
    401: ProviderErrorKind.KEY_REFUSED,
    402: ProviderErrorKind.NO_MONEY,
    403: ProviderErrorKind.NOT_ALLOWED,
    404: ProviderErrorKind.GARBLED,
    408: ProviderErrorKind.DOWN,
    409: ProviderErrorKind.DOWN,
    413: ProviderErrorKind.TOO_LONG,
    422: ProviderErrorKind.BAD_REQUEST,
    425: ProviderErrorKind.DOWN,
    429: ProviderErrorKind.SLOW_DOWN,
    500: ProviderErrorKind.DOWN,
    502: ProviderErrorKind.DOWN,
    503: ProviderErrorKind.DOWN,
    504: ProviderErrorKind.DOWN,
    529: ProviderErrorKind.DOWN,
}


@every
def test_each_status_is_asked_for_once_and_known(server: ReplayServer, dialect: Dialect) -> None:
    server.script(*(status(code, body={"error": {"message": "no"}}) for code in STATUSES))
    heard = ask(*[question(endpoint(server, dialect))] * len(STATUSES))
    assert {one.error.status: one.kind for one in heard if one.error} == STATUSES
    assert len(server.requests) == len(STATUSES)


@every
def test_a_wait_of_a_day_and_the_providers_word_on_trying_again_are_passed_on(
    server: ReplayServer, dialect: Dialect
) -> None:
    server.script(status(429, {"retry-after": "86400", "x-should-retry": "false"}))
    error = ask_once(server, dialect).error
    assert error is not None
    assert (error.kind, error.retry_after, error.should_retry) == (ProviderErrorKind.SLOW_DOWN, 86400, False)


@pytest.mark.parametrize("value", ["0", "86400", "soon", "Tue, 03 Nov 2026 12:00:40 GMT"])
def test_a_wait_named_on_success_changes_nothing(server: ReplayServer, value: str) -> None:
    server.script(openai_chat("Hi").with_headers(retry_after=value))
    assert ask_once(server).state is AttemptState.COMPLETE


@every
@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed_but_named(server: ReplayServer, dialect: Dialect, code: int) -> None:
    with ReplayServer() as thief:
        server.script(status(code, {"location": thief.openai_url + "/elsewhere"}))
        error = ask_once(server, dialect).error
        assert error is not None
        assert error.kind is ProviderErrorKind.REDIRECTED
        assert thief.openai_url in error.detail
        assert (len(server.requests), thief.requests) == (1, [])


def test_nobody_listening_is_unreachable() -> None:
    with ReplayServer() as gone:
        place = endpoint(gone)
    (heard,) = ask(question(place))
    assert heard.kind is ProviderErrorKind.UNREACHABLE


def test_a_name_that_does_not_resolve_is_unreachable() -> None:
    (heard,) = ask(question(Endpoint("p", CHAT, "https://provider.test/v1")))
    assert heard.kind is ProviderErrorKind.UNREACHABLE


@pytest.mark.parametrize("base_url", ["http://provider.test/v1", "ftp://127.0.0.1", "https://a:b@provider.test", "x"])
def test_an_address_that_slipped_past_the_settings_gets_no_key(base_url: str) -> None:
    (heard,) = ask(question(Endpoint("p", CHAT, base_url)))
    assert heard.kind is ProviderErrorKind.BAD_REQUEST


def test_an_error_body_without_end_is_read_as_far_as_is_worth_it(server: ReplayServer) -> None:
    server.script(Reply((b"x" * 300_000,), status=500).hung())
    heard = ask_once(server)
    assert heard.kind is ProviderErrorKind.DOWN
    assert heard.error is not None
    assert len(heard.error.detail) <= 600


def test_no_key_is_no_header(server: ReplayServer) -> None:
    server.script(openai_chat("Hi"))
    ask(question(endpoint(server)), key=None)
    assert "authorization" not in server.requests[0].headers


@pytest.mark.parametrize("key", ["sk-one\nsk-two", "clé-secrète", "sk-\u200b1"])
def test_a_key_that_cannot_stand_in_a_header_is_refused_unseen(server: ReplayServer, key: str) -> None:
    (heard,) = ask(question(endpoint(server)), key=Secret(key))
    assert heard.kind is ProviderErrorKind.KEY_REFUSED
    assert key not in str(heard.error)
    assert server.requests == []
