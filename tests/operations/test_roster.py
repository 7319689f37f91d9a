"""Providers, specialists, people and domains."""

import pytest

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.delegate import Provider, ProviderKind
from orchestrator_desktop.domain.errors import UsageError, UserError
from orchestrator_desktop.domain.ids import DomainId, ProviderId
from orchestrator_desktop.domain.money import Price
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.operations import delegations, reviews, roster, spending, tasks
from orchestrator_desktop.operations.setup import prepare
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store import spending as money
from tests.operations.work import Work


def provider(work: Work, name: str = "Mistral") -> Provider:
    found = delegates.provider(work.store, roster.find_provider(work.store, name))
    assert found is not None
    return found


def add(work: Work, name: str, base_url: str = "https://api.mistral.ai/v1") -> None:
    roster.add_provider(work.store, name=name, dialect="openai-chat", base_url=base_url, model=" m-1 ")


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://api.mistral.ai/v1", ProviderKind.REMOTE),
        ("http://localhost:11434/v1", ProviderKind.LOCAL),
        ("http://127.0.0.1:8080", ProviderKind.LOCAL),
        ("http://[::1]:8080/v1", ProviderKind.LOCAL),
    ],
)
def test_where_a_provider_answers_from_is_told_by_its_address(work: Work, url: str, kind: ProviderKind) -> None:
    add(work, "Mistral", url)
    found = provider(work)
    assert (found.kind, found.base_url, found.model, found.enabled) == (kind, url, "m-1", True)
    (plain,) = delegates.specialists(work.store)
    assert (plain.name, plain.plain, plain.provider_id, plain.model) == ("Mistral", True, found.id, "")


@pytest.mark.parametrize("url", ["", "not a url", "ftp://x", "http://example.com/v1", "https://key@host/v1"])
def test_an_address_that_cannot_be_used_adds_nothing(work: Work, url: str) -> None:
    with pytest.raises(UserError):
        add(work, "Mistral", url)
    assert delegates.providers(work.store) == []


@pytest.mark.parametrize("name", ["Mistral", "MISTRAL", " mistral\t"])
def test_a_name_that_is_taken_is_said(work: Work, name: str) -> None:
    add(work, "Mistral")
    with pytest.raises(UsageError, match="is taken"):
        add(work, name)
    assert len(delegates.providers(work.store)) == 1


@pytest.mark.parametrize("name", ["", " \u200b ", "x" * 101])
def test_a_provider_needs_a_name_one_can_read(work: Work, name: str) -> None:
    with pytest.raises(UserError, match="name"):
        add(work, name)


def test_a_plain_specialist_whose_name_is_taken_gets_a_number(work: Work) -> None:
    work.role("Ollama", "Mistral")
    add(work, "Ollama", "http://localhost:11434/v1")
    assert sorted(specialist.name for specialist in delegates.specialists(work.store)) == [
        "Mistral",
        "Ollama",
        "Ollama 2",
    ]


def test_a_provider_is_found_by_name_or_said_missing(work: Work) -> None:
    add(work, "Écho")
    assert roster.find_provider(work.store, "écho") == roster.find_provider(work.store, "ÉCHO")
    with pytest.raises(UsageError, match="no provider “Mistral”"):
        roster.find_provider(work.store, "Mistral")


def test_editing_changes_what_is_named_and_nothing_else(work: Work) -> None:
    add(work, "Mistral")
    found = provider(work)
    roster.record_test(work.store, provider_id=found.id, ms=120, error=None)
    roster.edit_provider(work.store, provider_id=found.id, model=" large ")
    edited = provider(work)
    assert (edited.model, edited.base_url, edited.test_ms) == ("large", found.base_url, 120)
    roster.edit_provider(work.store, provider_id=found.id, base_url="http://localhost:1/v1", enabled=False)
    edited = provider(work)
    assert (edited.kind, edited.enabled, edited.test_ms, edited.tested_at) == (ProviderKind.LOCAL, False, None, None)


def test_elsewhere_models_and_prices_are_another_ones(work: Work) -> None:
    add(work, "Mistral")
    found = provider(work)
    own, listed = Price(1, 2), Price(3, 4)
    spending.keep_models(work.store, provider_id=found.id, models=[{"id": "m-1"}])
    spending.keep_listed_prices(work.store, provider_id=found.id, prices=[("m-1", listed)])
    spending.set_own_price(work.store, provider_id=found.id, model="m-1", price=own)
    roster.edit_provider(work.store, provider_id=found.id, base_url=found.base_url, dialect=found.dialect, at_once=2)
    assert money.model_list(work.store, found.id) is not None
    roster.edit_provider(work.store, provider_id=found.id, dialect="anthropic")
    assert provider(work).dialect == "anthropic"
    assert money.model_list(work.store, found.id) is None
    assert money.price(work.store, found.id, "m-1") == own


def test_a_bad_address_leaves_the_provider(work: Work) -> None:
    add(work, "Mistral")
    with pytest.raises(UserError):
        roster.edit_provider(work.store, provider_id=provider(work).id, base_url="nonsense", model="other")
    assert provider(work).model == "m-1"


def test_a_key_is_remembered_by_what_recognises_it_alone(work: Work) -> None:
    add(work, "Mistral")
    key = Secret("sk-abcdefghijklmnop")
    roster.record_key(work.store, provider_id=provider(work).id, key=key)
    found = provider(work)
    assert (found.key_origin, found.key_tail) == ("https://api.mistral.ai", "mnop")
    assert found.key_fingerprint == key.fingerprint("https://api.mistral.ai")
    assert not any(key.reveal() in line for line in work.store.connection.iterdump())
    roster.edit_provider(work.store, provider_id=found.id, base_url="https://evil.example/v1")
    assert provider(work).key_origin == "https://api.mistral.ai"
    roster.record_key(work.store, provider_id=found.id, key=None)
    assert (provider(work).key_origin, provider(work).key_tail, provider(work).key_fingerprint) == (None, "", "")


def test_a_test_is_recorded(work: Work) -> None:
    add(work, "Mistral")
    roster.record_test(work.store, provider_id=provider(work).id, ms=None, error="unreachable")
    found = provider(work)
    assert (found.test_ms, found.test_error) == (None, "unreachable")
    assert found.tested_at is not None


def test_removing_a_provider_keeps_what_it_gave(work: Work) -> None:
    task_id = work.in_review("Draft @mistral", text="a result")
    meant = work.add("Later")
    tasks.edit(work.store, task_id=meant, who="Mistral")
    changes = roster.remove_provider(work.store, provider_id=work.provider())
    assert meant in changes.of(Kind.TASK)
    assert changes.touches(Kind.PROVIDER, Kind.SPECIALIST)
    assert delegates.specialists(work.store) == delegates.providers(work.store) == []
    assert work.task(meant).delegate is None
    delegation = reading.latest_delegation(work.store, task_id)
    assert delegation is not None
    assert (delegation.specialist_id, delegation.delegate) == (None, "Mistral")
    reviews.accept(work.store, task_id=task_id)
    assert work.result(task_id).text == "a result"
    work.sound()


@pytest.mark.parametrize("sent", [False, True])
def test_a_provider_with_something_out_is_not_removed(work: Work, sent: bool) -> None:
    task_id = work.add()
    work.delegate(task_id)
    if sent:
        work.claim()
    with pytest.raises(UserError, match="Still out with this provider: 1"):
        roster.remove_provider(work.store, provider_id=work.provider())
    delegations.take_back(work.store, task_id=task_id)
    roster.remove_provider(work.store, provider_id=work.provider())
    assert delegates.providers(work.store) == []


def test_the_built_in_model_is_turned_off_but_not_removed_or_moved(work: Work) -> None:
    prepare(work.store, starters=(), language="en")
    (builtin,) = delegates.providers(work.store)
    with pytest.raises(UserError, match="built-in model stays"):
        roster.remove_provider(work.store, provider_id=builtin.id)
    roster.edit_provider(work.store, provider_id=builtin.id, base_url="https://example.com", enabled=False)
    (builtin,) = delegates.providers(work.store)
    assert (builtin.kind, builtin.base_url, builtin.enabled) == (ProviderKind.BUILTIN, "", False)


def test_a_provider_that_is_not_there_is_said(work: Work) -> None:
    missing = ProviderId(8)
    for act in (
        lambda: roster.edit_provider(work.store, provider_id=missing, model="x"),
        lambda: roster.remove_provider(work.store, provider_id=missing),
        lambda: roster.record_key(work.store, provider_id=missing, key=None),
        lambda: roster.record_test(work.store, provider_id=missing, ms=1, error=None),
    ):
        with pytest.raises(UsageError, match="no provider 8"):
            act()


def test_domains_are_added_renamed_and_removed(work: Work) -> None:
    domain_id = DomainId(roster.add_domain(work.store, name=" Marketing\n").first(Kind.DOMAIN))
    task_id = work.add("Call #marketing")
    changes = roster.rename_domain(work.store, domain_id=domain_id, name="Brand")
    assert changes.of(Kind.TASK) == (task_id,)
    assert work.task(task_id).domain == "Brand"
    roster.rename_domain(work.store, domain_id=domain_id, name="BRAND")  # its own name is free to it
    assert delegates.domain_names(work.store) == ["BRAND"]
    roster.remove_domain(work.store, domain_id=domain_id)
    assert (delegates.domains(work.store), work.task(task_id).domain) == ([], None)


@pytest.mark.parametrize("name", ["Éthique", "éthique", "e\u0301thique "])
def test_a_domain_is_there_once(work: Work, name: str) -> None:
    roster.add_domain(work.store, name="Éthique")
    other = DomainId(roster.add_domain(work.store, name="Other").first(Kind.DOMAIN))
    with pytest.raises(UsageError, match="is taken"):
        roster.add_domain(work.store, name=name)
    with pytest.raises(UsageError, match="is taken"):
        roster.rename_domain(work.store, domain_id=other, name=name)


def test_a_domain_that_is_not_there_is_said(work: Work) -> None:
    for act in (
        lambda: roster.rename_domain(work.store, domain_id=DomainId(3), name="x"),
        lambda: roster.remove_domain(work.store, domain_id=DomainId(3)),
    ):
        with pytest.raises(UsageError, match="no domain 3"):
            act()
