"""Commands about who can answer: providers list, add, edit, test, remove and those of `offering`; specialists list."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

import click

from orchestrator_desktop.cli import offering, screen, shapes, troubles
from orchestrator_desktop.cli import provider_lines as lines
from orchestrator_desktop.cli.keys import forget_key, keep_key, read_key
from orchestrator_desktop.cli.params import USUAL, json_option, text, usual
from orchestrator_desktop.cli.session import Session, pass_session
from orchestrator_desktop.domain.delegate import Provider, ProviderKind
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.operations import roster
from orchestrator_desktop.providers.address import check_base_url, origin
from orchestrator_desktop.providers.base import Dialect
from orchestrator_desktop.providers.presets import PRESETS, preset_named
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store.queue import circuit

name_argument: Final = click.argument("name", type=text)
stdin_option: Final = click.option("--key-stdin", is_flag=True, help="Read the key from standard input.")


@click.group(commands=offering.COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
def providers() -> None:
    """AI services, local servers and the built-in model."""


@providers.command("list")
@json_option
@pass_session
def list_providers(session: Session, as_json: bool) -> None:
    """List the providers. Keys are never shown."""
    with session.store() as store:
        found = [(provider, circuit(store, provider.id)) for provider in delegates.providers(store)]
    if as_json:
        screen.say_json([shapes.provider(provider, trouble) for provider, trouble in found])
        return
    rows = [
        (p.name, lines.place(p), lines.model(p), f"…{p.key_tail}" if p.key_tail else "", lines.state(p, trouble))
        for p, trouble in found
    ]
    screen.table(("Name", "Where", "Model", "Key", "State"), rows, stretch=2)


@providers.command()
@click.argument("name", type=text, required=False)
@click.option("--preset", metavar="PRESET", type=text, help="Fill the rest in: see `providers presets`.")
@click.option("--dialect", type=click.Choice([dialect.value for dialect in Dialect]), help="The protocol it speaks.")
@click.option("--base-url", metavar="URL", type=text, help="As its own clients call base URL: docs/command-line.md.")
@click.option("--model", type=text, help="The model asked for unless a specialist names another.")
@stdin_option
@click.option("--no-key", is_flag=True, help="It needs no key: do not ask for one.")
@json_option
@pass_session
def add(
    session: Session, /, name: str | None, preset: str | None, key_stdin: bool, no_key: bool, as_json: bool, **said: str
) -> None:
    """Add a provider, and a plain specialist of its name.

    Name it and say its dialect, address and model, or name a preset; without a name it is called as the preset is.
    The key is typed unseen, or read with --key-stdin; it goes to the system's keyring.
    """
    if key_stdin and no_key:
        raise click.UsageError("Choose --key-stdin or --no-key.", click.get_current_context())
    plan = _plan(name, preset, said)
    with session.store() as store:
        check_base_url(plan.base_url)  # before the key is asked for
        if plan.keys_page and not (key_stdin or no_key):
            screen.note(f"A key is had at {plan.keys_page}")
        key = read_key(plan.name, from_stdin=key_stdin, ask=not no_key and plan.asks)
        roster.add_provider(store, name=plan.name, dialect=plan.dialect, base_url=plan.base_url, model=plan.model)
        provider = lines.find(store, plan.name)
        if key is not None:
            keep_key(store, provider, key)
        lines.tell(store, "Added", lines.find(store, plan.name), as_json=as_json)


@providers.command()
@name_argument
@click.option("--base-url", metavar="URL", type=text)
@click.option("--model", type=text, help="For the built-in model the path of a GGUF file, or nothing for its own.")
@click.option("--on/--off", "enabled", default=None, help="Use it, or set it aside.")
@click.option("--at-once", metavar="N|usual", type=usual, help="So many delegations at the same time.")
@click.option("--redact/--no-redact", default=None, help="Replace addresses, numbers, keys and names before sending.")
@click.option(
    "--background/--no-background", default=None, help="openai-responses: it goes on while this computer is away."
)
@click.option("--wait-first", "patience_first", metavar="S|usual", type=usual, help="Seconds until the first word.")
@click.option("--wait-between", "patience_between", metavar="S|usual", type=usual, help="Seconds between two words.")
@click.option("--ask-key", is_flag=True, help="Ask for a new key, typed unseen.")
@stdin_option
@click.option("--no-key", is_flag=True, help="Forget its key.")
@json_option
@pass_session
def edit(
    session: Session, /, name: str, ask_key: bool, key_stdin: bool, no_key: bool, as_json: bool, **said: Any
) -> None:
    """Change a provider, or give it a new key."""
    edits = {key: None if value == USUAL else value for key, value in said.items() if value is not None}
    if not edits and not (ask_key or key_stdin or no_key):
        raise click.UsageError("Nothing to change: say what, for example --model.", click.get_current_context())
    with session.store() as store:
        provider = lines.find(store, name)
        _check(provider, edits, key=ask_key or key_stdin or no_key)
        key = read_key(provider.name, from_stdin=key_stdin, ask=ask_key)
        if edits:
            roster.edit_provider(store, provider_id=provider.id, **_written(provider, edits))
        if key is not None:
            keep_key(store, lines.find(store, name), key)
        elif no_key:
            forget_key(provider)
            roster.record_key(store, provider_id=provider.id, key=None)
        changed = lines.find(store, name)
        lines.tell(store, "Changed", changed, as_json=as_json)
    if changed.key_origin not in (None, origin(changed.base_url) if changed.base_url else None):
        screen.note(f"Its key was given for {changed.key_origin} and goes nowhere else: give it again with --ask-key.")


@providers.command()
@name_argument
@json_option
@pass_session
def remove(session: Session, name: str, as_json: bool) -> None:
    """Remove a provider, its specialists and its key. What they gave stays."""
    with session.store() as store:
        provider = lines.find(store, name)
        if provider.kind is ProviderKind.BUILTIN:
            raise UserError("The built-in model comes with Orchestrator and stays. `providers edit --off` rests it.")
        roster.remove_provider(store, provider_id=provider.id)
        forget_key(provider)
        lines.tell(store, "Removed", provider, as_json=as_json)


@providers.command()
@name_argument
@json_option
@pass_session
def test(session: Session, name: str, as_json: bool) -> None:
    """Ask a provider for one word, and say how it went. It may cost a few tokens."""
    from orchestrator_desktop.cli.waiting import probe

    with session.store() as store:
        provider = lines.find(store, name)
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


@dataclass(frozen=True, slots=True)
class _Plan:
    """A provider to be added. `asks`: whether a key is asked for."""

    name: str
    dialect: str
    base_url: str
    model: str
    keys_page: str
    asks: bool


def _plan(name: str | None, preset_name: str | None, said: dict[str, str]) -> _Plan:
    """What was said, and what the preset fills in. Raises UsageError."""
    context = click.get_current_context()
    preset = None if preset_name is None else preset_named(preset_name)
    if preset_name is not None and preset is None:
        known = ", ".join(preset.name for preset in PRESETS)
        raise click.UsageError(f"There is no preset “{preset_name}”. Presets: {known}.", context)
    filled = {"dialect": "", "base_url": "", "model": ""}
    if preset is not None:
        filled = {"dialect": preset.dialect.value, "base_url": preset.base_url, "model": preset.model}
    values = {key: filled[key] if said[key] is None else said[key] for key in filled}
    title = name or (preset.name if preset is not None else "")
    missing = [] if title else ["NAME"]
    # An address that was typed is checked as it is: it may be wrong, but it is not missing.
    missing += [f"--{key.replace('_', '-')}" for key in values if not values[key] and said[key] is None]
    if missing:
        where = " `orchestrator providers find` shows what runs here." if preset and not preset.keys_page else ""
        raise click.UsageError(f"Missing: {', '.join(missing)}. Nothing was changed.{where}", context)
    keys_page = preset.keys_page if preset is not None and said["base_url"] is None else ""
    return _Plan(title, **values, keys_page=keys_page, asks=preset is None or bool(preset.keys_page))


def _check(provider: Provider, edits: dict[str, Any], *, key: bool) -> None:
    """Refuse what a provider cannot have. Raises UserError."""
    if provider.kind is ProviderKind.BUILTIN and ("base_url" in edits or key):
        raise UserError("The built-in model has no address and no key. Nothing was changed.")
    if edits.get("background") and provider.dialect != Dialect.OPENAI_RESPONSES:
        raise UserError(
            "Only providers of the dialect openai-responses go on by themselves; {name} speaks {dialect}. Nothing was "
            "changed.",
            name=provider.name,
            dialect=provider.dialect,
        )


def _written(provider: Provider, edits: dict[str, Any]) -> roster.ProviderEdits:
    """The edits as they are kept: a file of the built-in model is looked at first."""
    if provider.kind is ProviderKind.BUILTIN and edits.get("model"):
        edits = {**edits, "model": _gguf(edits["model"])}
    return cast("roster.ProviderEdits", edits)  # each is an option of `edit`


def _gguf(path: str) -> str:
    from orchestrator_desktop.providers.builtin.weights import check_gguf

    file = Path(path).expanduser().absolute()
    if not file.is_file():
        raise click.UsageError(f"There is no file {file}. Nothing was changed.")
    check_gguf(file)
    return str(file)
