"""Commands about who can answer: providers list, add, edit, test, remove; specialists list."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from orchestrator_desktop.cli import screen, shapes, troubles
from orchestrator_desktop.cli.keys import forget_key, keep_key, read_key
from orchestrator_desktop.cli.params import json_option, text
from orchestrator_desktop.cli.session import Session, pass_session
from orchestrator_desktop.domain.delegate import Provider, ProviderKind
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.operations import roster
from orchestrator_desktop.providers.address import check_base_url, host, origin
from orchestrator_desktop.providers.base import Dialect
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store.store import Store

name_argument: Final = click.argument("name", type=text)
stdin_option: Final = click.option("--key-stdin", is_flag=True, help="Read the key from standard input.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def providers() -> None:
    """AI services, local servers and the built-in model."""


@providers.command("list")
@json_option
@pass_session
def list_providers(session: Session, as_json: bool) -> None:
    """List the providers. Keys are never shown."""
    with session.store() as store:
        found = delegates.providers(store)
    if as_json:
        screen.say_json([shapes.provider(provider) for provider in found])
        return
    rows = [(p.name, _place(p), p.model or "its own", f"…{p.key_tail}" if p.key_tail else "", _state(p)) for p in found]
    screen.table(("Name", "Where", "Model", "Key", "Last test"), rows, stretch=2)


@providers.command()
@name_argument
@click.option("--dialect", type=click.Choice([dialect.value for dialect in Dialect]), required=True)
@click.option("--base-url", metavar="URL", type=text, required=True, help="With /v1 for openai-chat.")
@click.option("--model", type=text, required=True)
@stdin_option
@click.option("--no-key", is_flag=True, help="It needs no key: do not ask for one.")
@json_option
@pass_session
def add(
    session: Session, name: str, dialect: str, base_url: str, model: str, key_stdin: bool, no_key: bool, as_json: bool
) -> None:
    """Add a provider, and a plain specialist of its name.

    The key is typed unseen, or read with --key-stdin; it goes to the system's keyring.
    """
    if key_stdin and no_key:
        raise click.UsageError("Choose --key-stdin or --no-key.", click.get_current_context())
    with session.store() as store:
        check_base_url(base_url)  # before the key is asked for
        key = read_key(name, from_stdin=key_stdin, ask=not no_key)
        roster.add_provider(store, name=name, dialect=dialect, base_url=base_url, model=model)
        provider = _find(store, name)
        if key is not None:
            keep_key(store, provider, key)
        _tell("Added", _find(store, name), as_json)


@providers.command()
@name_argument
@click.option("--base-url", metavar="URL", type=text)
@click.option("--model", type=text, help="For the built-in model the path of a GGUF file, or nothing for its own.")
@click.option("--on/--off", "enabled", default=None, help="Use it, or set it aside.")
@click.option("--ask-key", is_flag=True, help="Ask for a new key, typed unseen.")
@stdin_option
@click.option("--no-key", is_flag=True, help="Forget its key.")
@json_option
@pass_session
def edit(
    session: Session,
    /,
    name: str,
    base_url: str | None,
    model: str | None,
    enabled: bool | None,
    as_json: bool,
    **key_choice: bool,
) -> None:
    """Change a provider, or give it a new key."""
    if base_url is None and model is None and enabled is None and not any(key_choice.values()):
        raise click.UsageError("Nothing to change: say what, for example --model.", click.get_current_context())
    with session.store() as store:
        provider = _find(store, name)
        if provider.kind is ProviderKind.BUILTIN and (base_url is not None or any(key_choice.values())):
            raise UserError("The built-in model has no address and no key. Nothing was changed.")
        key = read_key(provider.name, from_stdin=key_choice["key_stdin"], ask=key_choice["ask_key"])
        _write(store, provider, base_url=base_url, model=model, enabled=enabled)
        if key is not None:
            keep_key(store, _find(store, name), key)
        elif key_choice["no_key"]:
            forget_key(provider)
            roster.record_key(store, provider_id=provider.id, key=None)
        changed = _find(store, name)
        _tell("Changed", changed, as_json)
    if changed.key_origin not in (None, origin(changed.base_url) if changed.base_url else None):
        screen.note(f"Its key was given for {changed.key_origin} and goes nowhere else: give it again with --ask-key.")


@providers.command()
@name_argument
@json_option
@pass_session
def remove(session: Session, name: str, as_json: bool) -> None:
    """Remove a provider, its specialists and its key. What they gave stays."""
    with session.store() as store:
        provider = _find(store, name)
        if provider.kind is ProviderKind.BUILTIN:
            raise UserError("The built-in model comes with Orchestrator and stays. `providers edit --off` rests it.")
        roster.remove_provider(store, provider_id=provider.id)
    forget_key(provider)
    _tell("Removed", provider, as_json)


@providers.command()
@name_argument
@json_option
@pass_session
def test(session: Session, name: str, as_json: bool) -> None:
    """Ask a provider for one word, and say how it went. It may cost a few tokens."""
    from orchestrator_desktop.cli.waiting import probe

    with session.store() as store:
        provider = _find(store, name)
    outcome = probe(session, provider.id)
    trouble = None
    if outcome.kind is not None:
        trouble = troubles.provider_trouble(outcome.kind, provider=provider.name, model=provider.model)
    if as_json:
        found = {"ok": outcome.ok, "ms": outcome.ms, "model": outcome.model, "error": trouble}
        screen.say_json({"name": provider.name, **found, "reason": outcome.kind, "detail": outcome.detail})
    elif outcome.ok:
        screen.say(f"{provider.name} answers in {outcome.ms:,} ms ({outcome.model}).")
    if trouble:
        screen.note(trouble)
        screen.note_detail(outcome.detail)
    if not outcome.ok:
        raise click.exceptions.Exit(1)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def specialists() -> None:
    """Who can be delegated to."""


@specialists.command("list")
@json_option
@pass_session
def list_specialists(session: Session, as_json: bool) -> None:
    """List the specialists of the providers in use."""
    with session.store() as store:
        found = delegates.specialists(store)
    if as_json:
        screen.say_json([shapes.specialist(specialist) for specialist in found])
        return
    rows = [(one.name, one.provider, one.model, "plain" if one.plain else "") for one in found]
    screen.table(("Name", "Provider", "Model", "Role"), rows, stretch=0)


COMMANDS: Final = (providers, specialists)


def _find(store: Store, name: str) -> Provider:
    provider = delegates.provider(store, roster.find_provider(store, name))
    assert provider is not None  # found by name just now
    return provider


def _write(store: Store, provider: Provider, *, base_url: str | None, model: str | None, enabled: bool | None) -> None:
    edits = roster.ProviderEdits()
    if base_url is not None:
        edits["base_url"] = base_url
    if model is not None:
        edits["model"] = _gguf(model) if provider.kind is ProviderKind.BUILTIN and model else model
    if enabled is not None:
        edits["enabled"] = enabled
    if edits:
        roster.edit_provider(store, provider_id=provider.id, **edits)


def _gguf(path: str) -> str:
    from orchestrator_desktop.providers.builtin.weights import check_gguf

    file = Path(path).expanduser().absolute()
    if not file.is_file():
        raise click.UsageError(f"There is no file {file}. Nothing was changed.")
    check_gguf(file)
    return str(file)


def _tell(said: str, provider: Provider, as_json: bool) -> None:
    if as_json:
        screen.say_json(shapes.provider(provider))
    else:
        screen.say(f"{said} {provider.name}: {_place(provider)}, {provider.model or 'its own model'}")


def _place(provider: Provider) -> str:
    if provider.kind is ProviderKind.BUILTIN:
        return "built in, on this computer"
    return host(provider.base_url) if provider.leaves_computer else f"{host(provider.base_url)}, on this computer"


def _state(provider: Provider) -> str:
    if not provider.enabled:
        return "off"
    if provider.tested_at is None:
        return ""
    if provider.test_error is not None:
        return provider.test_error.replace("_", " ")
    return f"{provider.test_ms:,} ms" if provider.test_ms is not None else "well"
