"""The log of what was sent, and what models cost: read by index, honest about what left."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from orchestrator_desktop.domain.ids import ProviderId
from orchestrator_desktop.domain.money import Price
from orchestrator_desktop.operations.spending import keep_listed_prices, set_own_price
from orchestrator_desktop.providers.address import is_loopback
from orchestrator_desktop.store import sentlog, spending
from orchestrator_desktop.store.sentlog import Left
from orchestrator_desktop.store.spending import Priced
from orchestrator_desktop.store.store import Store
from tests.store import rows
from tests.store.rows import NOW, insert
from tests.store.test_plans import plan

ELSEWHERE = "https://x.example/v1"
HOSTS = (
    "localhost",
    "LocalHost",
    "127.0.0.1",
    "127.8.0.1",
    "[::1]",
    "localhost.example.com",
    "127.evil.example",
    "127.0.0.1.example.com",
    "api.example.com",
    "[2001:db8::1]",
    "10.0.0.1",
    "localhosting",
    "1.127.0.1",
)


def send(
    store: Store,
    provider: str,
    at: datetime = NOW,
    purpose: str = "delegation",
    url: str = ELSEWHERE,
    **attempt: object,
) -> int:
    """A delegation that left once; the id of its attempt."""
    delegation = rows.delegation(store, rows.task(store))
    given = {"provider": provider, "state": "complete", "sent_at": at, "input_estimate": 100, **attempt}
    attempt_id = rows.attempt(store, delegation, **given)
    log(store, provider, at, purpose, attempt_id, url)
    return attempt_id


def log(store: Store, provider: str, at: datetime, purpose: str, attempt_id: int | None, url: str = ELSEWHERE) -> None:
    insert(store, "sent", at=at, purpose=purpose, provider=provider, url=url, bytes=9, attempt_id=attempt_id)


def test_what_left_counts_delegations_and_not_what_stays_here(store: Store) -> None:
    attempt_id = send(store, "Mistral", input_tokens=140, replaced='{"a": "Nora", "b": "Tom"}')
    log(store, "Mistral", NOW, "delegation", attempt_id)  # asked again without a setting: still one delegation
    log(store, "Mistral", NOW, "resume", attempt_id)
    send(store, "Gone", replaced='{"a": "Nora"}')  # a provider that was removed since
    send(store, "Here", url="http://localhost:11434/v1/chat", replaced='{"a": "Nora"}')
    send(store, "Mistral", at=NOW - timedelta(days=1))
    log(store, "Mistral", NOW, "test", None)
    assert sentlog.left_since(store, NOW - timedelta(hours=1)) == Left(2, 240, 2, 3)
    assert sentlog.left_since(store, NOW + timedelta(hours=1)) == Left(0, 0, 0, 0)


@pytest.mark.parametrize("end", ["", "/v1/chat/completions", ":8080", ":8080/v1/messages?x=http://localhost/"])
@pytest.mark.parametrize("host", HOSTS)
def test_what_leaves_is_judged_by_the_address_as_everywhere(store: Store, host: str, end: str) -> None:
    rows.provider(store, "Moved", "local")  # its address has changed since: nothing of it counts
    for scheme in ("http", "https"):
        send(store, "Moved", url=f"{scheme}://{host}{end}")
    left = sentlog.left_since(store, NOW - timedelta(hours=1)).delegations
    assert left == (0 if is_loopback(f"http://{host}{end}") else 2)


def test_tokens_are_measured_where_the_provider_counted_them(store: Store) -> None:
    send(store, "Mistral")
    send(store, "Mistral", input_tokens=90)
    send(store, "Mistral", input_tokens=80, usage_estimated=1)
    assert [(one.input_tokens, one.measured) for one in sentlog.sent(store)] == [(80, False), (90, True), (100, False)]


def test_what_left_is_found_by_index(store: Store) -> None:
    steps = plan(store, lambda store: sentlog.left_since(store, datetime(2026, 10, 1, tzinfo=UTC)))
    assert not [step for step in steps if step.startswith(("SCAN attempt", "SCAN sent", "SCAN provider"))]
    steps = plan(store, lambda store: spending.prices(store, 1))
    assert [step for step in steps if "provider_id=?" in step]


def test_a_listed_price_counts_before_the_users(store: Store) -> None:
    provider_id = rows.provider(store)
    own, listed = Price(1, 2), Price(3, 4)
    keep_listed_prices(store, provider_id=provider_id, prices=[("small", listed), ("mute", None), ("new", None)])
    for model in ("small", "mute", "typed"):
        set_own_price(store, provider_id=ProviderId(provider_id), model=model, price=own)
    found = spending.prices(store, provider_id)
    assert found == {"small": Priced(listed, False), "mute": Priced(own, True), "typed": Priced(own, True)}
    assert all(spending.price(store, provider_id, model) == priced.price for model, priced in found.items())
    assert spending.prices(store, provider_id + 1) == {}
