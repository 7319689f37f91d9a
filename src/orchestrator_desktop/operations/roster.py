"""Providers and domains."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypedDict, Unpack

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.delegate import ProviderKind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError, UserError
from orchestrator_desktop.domain.ids import DomainId, ProviderId
from orchestrator_desktop.domain.messages import Options
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.operations.acting import Act, acting, gone
from orchestrator_desktop.operations.naming import free_name, numbered_name, touch_tasks
from orchestrator_desktop.operations.specialists import insert_specialist
from orchestrator_desktop.providers.address import check_base_url, is_loopback, origin
from orchestrator_desktop.providers.base import Dialect
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store.store import Store, Value

_MOST: Final = {"at_once": 64, "patience_first": 86_400, "patience_between": 86_400}
"""Attempts at the same time; seconds of silence that can be borne: a day."""


class ProviderEdits(TypedDict, total=False):
    """What `edit_provider` can change; what is absent stays."""

    base_url: str
    dialect: str
    model: str
    enabled: bool
    at_once: int | None
    redact: bool | None
    background: bool
    patience_first: int | None
    patience_between: int | None


def add_domain(store: Store, *, name: str) -> Changes:
    """Add a domain; a name that is taken is said."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Add a domain")) as act:
        act.insert(Kind.DOMAIN, {"name": free_name(act, Kind.DOMAIN, name), "created_at": act.now})
    return act.changes


def rename_domain(store: Store, *, domain_id: DomainId, name: str) -> Changes:
    """Give a domain another name; one that another domain has is said."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Rename the domain")) as act:
        act.update(Kind.DOMAIN, domain_id, {"name": free_name(act, Kind.DOMAIN, name, but=domain_id)})
        touch_tasks(act, "domain_id", domain_id)
    return act.changes


def remove_domain(store: Store, *, domain_id: DomainId) -> Changes:
    """Remove a domain; its tasks stay, without one."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Remove the domain")) as act:
        for row in store.rows("SELECT id FROM task WHERE domain_id = ?", (domain_id,)):
            act.update(Kind.TASK, row["id"], {"domain_id": None})
        act.delete(Kind.DOMAIN, domain_id)
    return act.changes


def add_provider(store: Store, *, name: str, dialect: str, base_url: str, model: str) -> Changes:
    """Add a provider, with the plain specialist of the same name. Its key goes to the keyring, by another way.

    Raises UserError for an address that cannot be used, or a name that is taken."""
    address = check_base_url(base_url)
    with acting(store, QT_TRANSLATE_NOOP("operations", "Add a provider"), undoable=False) as act:
        title = free_name(act, Kind.PROVIDER, name)
        kind = ProviderKind.LOCAL if is_loopback(address) else ProviderKind.REMOTE
        insert_provider(act, name=title, kind=kind, dialect=dialect, base_url=address, model=model)
    return act.changes


def edit_provider(store: Store, *, provider_id: ProviderId, **edits: Unpack[ProviderEdits]) -> Changes:
    """Change a provider. A key stays bound to the origin it was given for: another origin asks for it again."""
    turned = f"provider:{provider_id}:{'+'.join(edits)}" if set(edits) <= set(_MOST) else ""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Edit a provider"), merge_key=turned) as act:
        provider = delegates.provider(store, provider_id)
        if provider is None:
            raise gone(Kind.PROVIDER, provider_id)
        values: dict[str, Value] = {}
        if provider.kind is not ProviderKind.BUILTIN:
            values |= _place(edits)
        if "model" in edits:
            values["model"] = edits["model"].strip()
        values |= _limits(edits)
        now: dict[str, Value] = {"base_url": provider.base_url, "dialect": provider.dialect}
        act.update(Kind.PROVIDER, provider_id, values)
        follow_edit(act, provider_id, {name: value for name, value in values.items() if now.get(name, value) != value})
    return act.changes


def follow_edit(act: Act, provider_id: ProviderId, changed: Mapping[str, Value]) -> None:
    """Inside an act: the specialists show it; elsewhere, its last test, its models and prices are another's."""
    act.touch(Kind.SPECIALIST)
    if "base_url" in changed or "dialect" in changed:
        forget = "UPDATE provider SET tested_at = NULL, test_ms = NULL, test_error = NULL WHERE id = ?"
        act.store.execute(forget, (provider_id,))
        act.store.execute("DELETE FROM model_list WHERE provider_id = ?", (provider_id,))
        act.store.execute("DELETE FROM price WHERE provider_id = ? AND own = 0", (provider_id,))


def _place(edits: ProviderEdits) -> dict[str, Value]:
    """Where the provider listens and what it speaks."""
    values: dict[str, Value] = {}
    if "base_url" in edits:
        address = check_base_url(edits["base_url"])
        values |= {"base_url": address, "kind": ProviderKind.LOCAL if is_loopback(address) else ProviderKind.REMOTE}
    if "dialect" in edits:
        values["dialect"] = Dialect(edits["dialect"])
    return values


def _limits(edits: ProviderEdits) -> dict[str, Value]:
    """What the provider may do, and how long it is waited for. Raises UsageError for what makes no sense."""
    values: dict[str, Value] = {}
    for name, said in edits.items():
        if name in ("enabled", "redact", "background"):
            values[name] = None if said is None else int(bool(said))
        elif name in _MOST and isinstance(said, int | None):
            if said is not None and not 1 <= said <= _MOST[name]:
                raise UsageError(
                    QT_TRANSLATE_NOOP("errors", "{number} is not between 1 and {most}. Nothing was changed."),
                    number=said,
                    most=_MOST[name],
                )
            values[name] = said
    return values


def remove_provider(store: Store, *, provider_id: ProviderId) -> Changes:
    """Remove a provider and its specialists; what they gave stays. Refused while something of theirs is out, and for
    the built-in model."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Remove a provider"), undoable=False) as act:
        provider = delegates.provider(store, provider_id)
        if provider is not None and provider.kind is ProviderKind.BUILTIN:
            raise UserError(
                QT_TRANSLATE_NOOP("errors", "The built-in model stays. Nothing was changed; you can turn it off.")
            )
        out = store.value(
            """SELECT count(*) FROM delegation JOIN specialist ON specialist.id = specialist_id
            WHERE provider_id = ? AND state = 'open'""",
            (provider_id,),
        )
        if out:
            raise UserError(
                QT_TRANSLATE_NOOP("errors", "Still out with this provider: {count}. Take them back, then remove it."),
                count=out,
            )
        for specialist in store.rows("SELECT id FROM specialist WHERE provider_id = ?", (provider_id,)):
            touch_tasks(act, "specialist_id", specialist["id"])
            act.delete(Kind.SPECIALIST, specialist["id"])
        act.delete(Kind.PROVIDER, provider_id)
    return act.changes


def record_key(store: Store, *, provider_id: ProviderId, key: Secret | None) -> Changes:
    """Remember of a key only what recognises it: its last characters, a fingerprint, the origin it is for."""
    with acting(store, "", undoable=False) as act:
        provider = delegates.provider(store, provider_id)
        if provider is None:
            raise gone(Kind.PROVIDER, provider_id)
        values: dict[str, Value] = {"key_origin": None, "key_tail": "", "key_fingerprint": ""}
        if key is not None:
            bound_to = origin(provider.base_url)
            values = {"key_origin": bound_to, "key_tail": key.tail, "key_fingerprint": key.fingerprint(bound_to)}
        act.update(Kind.PROVIDER, provider_id, {**values, "tested_at": None, "test_ms": None, "test_error": None})
    return act.changes


def record_test(store: Store, *, provider_id: ProviderId, ms: int | None, error: str | None) -> Changes:
    """Keep what the last test of a provider showed."""
    with acting(store, "", undoable=False) as act:
        act.update(Kind.PROVIDER, provider_id, {"tested_at": act.now, "test_ms": ms, "test_error": error})
    return act.changes


def insert_provider(
    act: Act,
    *,
    name: str,
    kind: ProviderKind,
    dialect: str,
    base_url: str,
    model: str,
    options: Options | None = None,
) -> ProviderId:
    """Inside an act: the provider's row and its plain specialist's with its `options`; a taken name gets a number."""
    title = numbered_name(act, Kind.PROVIDER, name)
    values = {"name": title, "kind": kind, "dialect": dialect, "base_url": base_url, "model": model.strip()}
    provider_id = ProviderId(act.insert(Kind.PROVIDER, {**values, "created_at": act.now}))
    insert_specialist(act, provider_id, name=title, options=options, plain=True)
    return provider_id


def find_provider(store: Store, name: str) -> ProviderId:
    """Id of the provider of that name; case does not matter. Raises UsageError."""
    found = delegates.id_of_name(store, Kind.PROVIDER.value, name)
    if found is None:
        raise UsageError(QT_TRANSLATE_NOOP("errors", "There is no provider “{name}”. Nothing was changed."), name=name)
    return ProviderId(found)
