"""A provider's key on its way from the user to the keyring: never in argv, never in the file, never on the screen."""

from __future__ import annotations

import sys
from typing import Final

import click

from orchestrator_desktop.cli import screen
from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.operations import roster
from orchestrator_desktop.providers.address import origin
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.system.keys import KeyPlace, KeyVault, variable

_LONGEST: Final = 10_000


def read_key(name: str, *, from_stdin: bool, ask: bool) -> Secret | None:
    """The key typed unseen, or read from standard input; None for none. Raises click.UsageError."""
    if from_stdin:
        raw = b"" if sys.stdin is None else sys.stdin.buffer.read(_LONGEST)
        text = raw.decode("utf-8-sig", "replace").strip()
        if not text:
            raise click.UsageError("Standard input holds no key. Nothing was changed.")
    elif ask and sys.stdin is not None and sys.stdin.isatty():
        prompt = f"Key for {name} (not shown; Enter for none)"
        text = click.prompt(prompt, default="", show_default=False, hide_input=True, err=True).strip()
    else:
        return None
    if not (text.isascii() and text.isprintable()) or " " in text:
        raise click.UsageError("That is not a key: it holds blanks or characters that no key has. Nothing was changed.")
    return Secret(text) if text else None


def keep_key(store: Store, provider: Provider, key: Secret) -> None:
    """Put the key into the keyring, and say where it is."""
    place = KeyVault(origin).set(provider, key).result()
    if place is KeyPlace.KEYRING:
        roster.record_key(store, provider_id=provider.id, key=key)
        screen.note("The key is in the system's keyring.")
        return
    screen.note(
        "The system keyring is locked or missing, so the key was not kept: a command ends before it could be used. "
        f"Put it into the environment variable {variable(provider.name)}, which is read and never stored."
    )


def forget_key(provider: Provider) -> None:
    """Take the key out of the keyring, where there is one."""
    if provider.key_origin is not None and not KeyVault(origin).delete(provider).result():
        screen.note("The system keyring did not answer: the key may still be there, under “orchestrator-desktop”.")
