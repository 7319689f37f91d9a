"""The command privacy: the names that are replaced before sending."""

from __future__ import annotations

from typing import Final

import click

from orchestrator_desktop.cli import screen
from orchestrator_desktop.cli.params import json_option, text
from orchestrator_desktop.cli.session import Session, pass_session
from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.domain.task import clean_name
from orchestrator_desktop.domain.text import same_name
from orchestrator_desktop.operations.outgoing import NAMES
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store.days import setting
from orchestrator_desktop.store.store import Store


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def privacy() -> None:
    """What is replaced before anything is sent."""


@privacy.group(context_settings={"help_option_names": ["-h", "--help"]})
def names() -> None:
    """Names of yours (people, clients, projects) that never leave this computer."""


@names.command("list")
@json_option
@pass_session
def list_names(session: Session, as_json: bool) -> None:
    """List the names."""
    with session.store() as store:
        _tell(read_names(store), as_json)


@names.command()
@click.argument("added", metavar="NAME...", type=text, nargs=-1, required=True)
@json_option
@pass_session
def add(session: Session, added: tuple[str, ...], as_json: bool) -> None:
    """Add names; those that are there already stay."""
    with session.store() as store:
        known = read_names(store)
        for name in (clean_name(one) for one in added):
            if all(same_name(name) != same_name(one) for one in known):
                known.append(name)
        set_setting(store, key=NAMES, value=known)
        _tell(known, as_json)


@names.command()
@click.argument("removed", metavar="NAME...", type=text, nargs=-1, required=True)
@json_option
@pass_session
def remove(session: Session, removed: tuple[str, ...], as_json: bool) -> None:
    """Remove names. One that is not there changes nothing."""
    with session.store() as store:
        known = read_names(store)
        there = {same_name(one) for one in known}
        for name in removed:
            if same_name(name) not in there:
                raise UsageError("“{name}” is not among the names. Nothing was changed.", name=name)
        gone = {same_name(name) for name in removed}
        left = [one for one in known if same_name(one) not in gone]
        set_setting(store, key=NAMES, value=left or None)
        _tell(left, as_json)


COMMANDS: Final = (privacy,)


def read_names(store: Store) -> list[str]:
    return list(setting(store, NAMES, []))


def _tell(known: list[str], as_json: bool) -> None:
    if as_json:
        screen.say_json(known)
        return
    for name in known:
        screen.say(name)
    if not known:
        screen.note("No names. `orchestrator privacy names add NAME` replaces one in all that is sent.")
