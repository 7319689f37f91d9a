"""Which module holds which command. Each is imported when one of its commands is run: `orchestrator add` must not wait
for what it does not use. Written out, not looked up by name: the packager follows imports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import click

NAMES: Final = (
    *("add", "list", "filters", "show", "edit", "done", "drop", "reopen"),
    *("part", "needs", "tag", "checklist", "attach", "start", "pause", "skip", "trash"),
    *("delegate", "wait", "stop", "retry", "continue", "keep", "take-back", "receive"),
    *("letter", "remind", "follow-up", "people"),
    *("queue", "sent"),
    *("review", "reflect", "undo", "redo"),
    *("import", "export"),
    *("providers", "specialists", "budget", "privacy"),
)
"""In the order of the loop."""


def commands_with(name: str) -> Sequence[click.Command]:
    """The commands of the module that holds the one named; none for a name that no command has."""
    return _about_tasks(name) or _about_delegations(name) or _about_means(name)


def _about_tasks(name: str) -> Sequence[click.Command]:
    match name:
        case "list":
            from orchestrator_desktop.cli import listing

            return listing.COMMANDS
        case "filters":
            from orchestrator_desktop.cli import filtering

            return filtering.COMMANDS
        case "show":
            from orchestrator_desktop.cli import showing

            return showing.COMMANDS
        case "add" | "edit" | "done" | "drop" | "reopen" | "undo" | "redo":
            from orchestrator_desktop.cli import planning

            return planning.COMMANDS
        case "part" | "needs" | "tag" | "checklist" | "attach" | "start" | "pause" | "skip" | "trash":
            from orchestrator_desktop.cli import arranging

            return arranging.COMMANDS
        case "reflect":
            from orchestrator_desktop.cli import reflecting

            return reflecting.COMMANDS
    return ()


def _about_delegations(name: str) -> Sequence[click.Command]:
    match name:
        case "delegate" | "wait" | "stop" | "retry" | "continue" | "keep" | "take-back" | "receive":
            from orchestrator_desktop.cli import delegating

            return delegating.COMMANDS
        case "letter" | "remind" | "follow-up" | "people":
            from orchestrator_desktop.cli import people

            return people.COMMANDS
        case "queue":
            from orchestrator_desktop.cli import queueing

            return queueing.COMMANDS
        case "sent":
            from orchestrator_desktop.cli import sending

            return sending.COMMANDS
        case "review":
            from orchestrator_desktop.cli import reviewing

            return reviewing.COMMANDS
    return ()


def _about_means(name: str) -> Sequence[click.Command]:
    match name:
        case "providers" | "specialists":
            from orchestrator_desktop.cli import providing

            return providing.COMMANDS
        case "import" | "export":
            from orchestrator_desktop.cli import exchanging

            return exchanging.COMMANDS
        case "budget":
            from orchestrator_desktop.cli import budgeting

            return budgeting.COMMANDS
        case "privacy":
            from orchestrator_desktop.cli import privacy

            return privacy.COMMANDS
    return ()
