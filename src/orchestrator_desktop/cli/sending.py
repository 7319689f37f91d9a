"""The command sent: the log of what has left."""

from __future__ import annotations

from typing import Final

import click

from orchestrator_desktop.cli import screen, words
from orchestrator_desktop.cli.params import Count, json_option
from orchestrator_desktop.cli.session import Session, pass_session, rollover, today
from orchestrator_desktop.cli.shapes import Shape
from orchestrator_desktop.domain.moments import local_text
from orchestrator_desktop.store import sentlog
from orchestrator_desktop.store.sentlog import Sent

_MOST: Final = 1_000_000


@click.command()
@click.option(
    "--limit", metavar="N", type=Count(1, _MOST), default=sentlog.LIMIT, show_default=True, help="So many at most."
)
@json_option
@pass_session
def sent(session: Session, limit: int, as_json: bool) -> None:
    """List every request that left, the newest first: when, where to, how much, for which task."""
    with session.store(recover=True) as store:
        found = sentlog.sent(store, limit=limit + 1)
    shown = found[:limit]
    if as_json:
        screen.say_json([_shape(one) for one in shown])
    elif not shown:
        screen.say("Nothing was sent yet.")
    else:
        heads = ("When", "For", "Task", "To", "Model", "Bytes", "Tokens", "Cost", "Replaced", "State")
        screen.table(heads, [_cells(one) for one in shown], stretch=2)
    if len(found) > limit:
        screen.note(f"There are more than these {limit}; --limit shows them.")


COMMANDS: Final = (sent,)


def _shape(one: Sent) -> Shape:
    return {
        "at": local_text(one.at),
        "purpose": one.purpose,
        "provider": one.provider,
        "url": one.url,
        "model": one.model,
        "bytes": one.bytes,
        "task_id": one.task_id,
        "task_title": one.task_title,
        "state": one.state,
        "input_tokens": one.input_tokens,
        "output_tokens": one.output_tokens,
        "cost_micro": one.cost_micro,
        "replaced": one.replaced,
    }


def _cells(one: Sent) -> tuple[str, ...]:
    return (
        words.due(one.at, today(), rollover()),
        one.purpose,
        one.task_title and f"{one.task_id or ''} {one.task_title}".strip(),
        one.url,
        one.model,
        f"{one.bytes:,}",
        "" if one.input_tokens is None else f"{one.input_tokens:,} in, {one.output_tokens or 0:,} out",
        words.money(one.cost_micro) or ("unknown" if one.state else ""),
        str(one.replaced or ""),
        one.state or "",
    )
