"""Commands that take tasks in from other programs, and write them out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from orchestrator_desktop.cli import screen
from orchestrator_desktop.cli.params import json_option, text
from orchestrator_desktop.cli.session import Session, now, pass_session
from orchestrator_desktop.domain.transfer import Format

if TYPE_CHECKING:
    from orchestrator_desktop.domain.transfer import Lost
    from orchestrator_desktop.operations.importing import Outcome

READ: Final = [format.value for format in Format]
WRITTEN: Final = ["json", "csv", "ical", "todotxt", "taskwarrior", "markdown"]
_BY_ENDING: Final = {
    ".json": Format.JSON,
    ".csv": Format.CSV,
    ".ics": Format.ICALENDAR,
    ".ical": Format.ICALENDAR,
    ".txt": Format.TODO_TXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    "": Format.MARKDOWN,
}


@click.command("import")
@click.argument("file", metavar="FILE", type=text)
@click.option("--format", "format_", type=click.Choice(READ), help="Which program wrote it; else it is found out.")
@click.option("--column", "columns", metavar="FIELD=HEAD", type=text, multiple=True, help="A column of a plain CSV.")
@click.option("--dry-run", is_flag=True, help="Say what would be imported and what would be lost; write nothing.")
@json_option
@pass_session
def import_file(
    session: Session, file: str, format_: str | None, columns: Sequence[str], dry_run: bool, as_json: bool
) -> None:
    """Take in the tasks of another program.

    todo.txt, Taskwarrior, iCalendar, Todoist, TickTick, Things, Super Productivity, Getting Things GNOME, Markdown
    checklists, CSV, and the full JSON that export writes. What an earlier import brought is found again.
    """
    from orchestrator_desktop.operations import fetching, importing

    fetched = fetching.fetch(
        Path(file),
        now=now(),
        format=None if format_ is None else Format(format_),
        mapping=_mapping(columns),
        progress=_telling("Reading", as_json),
    )
    with session.store() as store:
        if dry_run:
            outcome = importing.preview(store, fetched.batch)
        else:
            _, outcome = importing.take_in(
                store,
                batch=fetched.batch,
                sections=fetched.sections,
                progress=_telling("Importing", as_json),
            )
    _tell(fetched.batch.format, outcome, dry_run=dry_run, as_json=as_json)
    if not fetched.batch.records:
        # Nothing was found: for a script that is no success.
        raise click.exceptions.Exit(1)


@click.command("export")
@click.argument("file", metavar="FILE", type=text)
@click.option("--format", "format_", type=click.Choice(WRITTEN), help="Else by the name of FILE.")
@json_option
@pass_session
def export_file(session: Session, file: str, format_: str | None, as_json: bool) -> None:
    """Write every task to a file: full JSON, CSV, iCalendar, todo.txt, Taskwarrior JSON, or a folder of Markdown."""
    from orchestrator_desktop.operations.exporting import export

    path = Path(file)
    format = Format(format_) if format_ is not None else _BY_ENDING.get(path.suffix.lower())
    if format is None:
        raise click.UsageError(
            f"“{path.name}” does not say its format. Nothing was written; choose one with --format: "
            f"{', '.join(WRITTEN)}.",
            click.get_current_context(),
        )
    with session.store() as store:
        number = export(store, path, format=format)
    if as_json:
        screen.say_json({"exported": number, "format": format.value, "file": str(path)})
    else:
        screen.say(f"{_tasks(number)} written to {path}")


COMMANDS: Final = (import_file, export_file)


def _mapping(columns: Sequence[str]) -> dict[str, str] | None:
    pairs = {}
    for column in columns:
        field, equals, head = column.partition("=")
        if not (equals and field.strip() and head.strip()):
            raise click.UsageError(
                f"“{column}” is no column. Write it as title=Subject. Nothing was imported.",
                click.get_current_context(),
            )
        pairs[field.strip()] = head.strip()
    return pairs or None


def _telling(word: str, as_json: bool) -> Callable[[int, int], bool]:
    """Says how far it is, where somebody looks."""
    shown = not as_json and sys.stderr is not None and sys.stderr.isatty()

    def tell(done: int, number: int) -> bool:
        if shown and number >= 1000:
            sys.stderr.write(f"\r{word} {done:,} of {number:,}" + ("\n" if done >= number else ""))
            sys.stderr.flush()
        return True

    return tell


def _tell(format: Format, outcome: Outcome, *, dry_run: bool, as_json: bool) -> None:
    if as_json:
        screen.say_json(shape(format, outcome, dry_run=dry_run))
        return
    would = "would be " if dry_run else ""
    if outcome.created + outcome.updated + outcome.skipped == 0:
        screen.say("0 imported: the file holds no task. Nothing was changed.")
    else:
        screen.say(
            f"{_tasks(outcome.created)} {would}added, {outcome.updated} changed, "
            f"{outcome.skipped} here already ({format.value})"
        )
    for lost in outcome.lost:
        screen.say(f"  lost: {_lost(lost)}", dim=True)


def shape(format: Format, outcome: Outcome, *, dry_run: bool) -> dict[str, Any]:
    """What --json prints."""
    return {
        "format": format.value,
        "dry_run": dry_run,
        "created": outcome.created,
        "updated": outcome.updated,
        "skipped": outcome.skipped,
        "lost": [{"what": str(lost), "count": lost.count} for lost in outcome.lost],
    }


def _lost(lost: Lost) -> str:
    return str(lost) if lost.count == 1 else f"{lost} ({lost.count} times)"


def _tasks(number: int) -> str:
    return f"{number:,} task" if number == 1 else f"{number:,} tasks"
