"""The command reflect: the day's question, its ledger, and what the user writes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

import click

from orchestrator_desktop.cli import screen, shapes, words
from orchestrator_desktop.cli.params import json_option, read_day, text
from orchestrator_desktop.cli.session import Session, pass_session, today
from orchestrator_desktop.domain.ledger import DayLedger, Finished
from orchestrator_desktop.domain.moments import local_text
from orchestrator_desktop.operations.reflections import close_day, write_reflection
from orchestrator_desktop.store import days

QUESTION: Final = "What do you orchestrate today that you executed yesterday?"


@click.command()
@click.option("--date", "day_text", metavar="YYYY-MM-DD", type=text, help="The day; today unless named.")
@click.option("--text", "answer", metavar="TEXT", type=text, help="Your answer; it replaces what is written there.")
@click.option("--close", is_flag=True, help="Close the day.")
@json_option
@pass_session
def reflect(session: Session, day_text: str | None, answer: str | None, close: bool, as_json: bool) -> None:
    """Show a day's ledger and reflection, and write the reflection."""
    day = read_day(day_text)
    if day > today():
        raise click.UsageError(f"{day} has not come yet. Nothing was changed.", click.get_current_context())
    with session.store() as store:
        if answer is not None:
            write_reflection(store, day=day, text=answer)
        if close:
            close_day(store, day=day)
        entry, ledger = days.reflection(store, day), days.day_ledger(store, day)
    if as_json:
        screen.say_json(_shape(entry, ledger))
    else:
        _say(entry, ledger)


COMMANDS: Final = (reflect,)


def _shape(entry: days.Reflection, ledger: DayLedger) -> shapes.Shape:
    return {
        "date": entry.day.isoformat(),
        "question": QUESTION,
        "text": entry.text,
        "closed_at": local_text(entry.closed_at),
        "with_ai": [shapes.finished(row) for row in ledger.with_ai],
        "with_people": [shapes.finished(row) for row in ledger.with_people],
        "executed": [shapes.finished(row) for row in ledger.executed],
    }


def _say(entry: days.Reflection, ledger: DayLedger) -> None:
    screen.say(f"{entry.day:%A} {entry.day.day} {entry.day:%B %Y}" + (" · closed" if entry.closed_at else ""))
    screen.say(QUESTION, bold=True)
    screen.say()
    screen.side_by_side(
        [
            _column("Orchestrated with AI", ledger.with_ai),
            _column("Orchestrated with people", ledger.with_people),
            _column("Executed", ledger.executed),
        ]
    )
    screen.say()
    screen.say(entry.text or f"Nothing written yet. `orchestrator reflect{_option(entry.day)} --text …` writes it.")


def _column(name: str, rows: Sequence[Finished]) -> list[str]:
    lines = [f"{name} ({len(rows)})"]
    for row in rows:
        facts = (row.who, words.duration(row.seconds) if row.seconds is not None else "")
        tail = ", ".join(fact for fact in facts if fact)
        lines.append(f"{row.title} ({tail})" if tail else row.title)
    return lines


def _option(day: date) -> str:
    return "" if day == today() else f" --date {day}"
