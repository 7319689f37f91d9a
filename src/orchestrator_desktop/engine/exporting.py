"""What is written out for others to read, on a thread that nothing waits for."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path
from typing import Final

from orchestrator_desktop.domain.money import MICRO
from orchestrator_desktop.engine.desk import Desk
from orchestrator_desktop.exchange.tables import Cell, write_csv
from orchestrator_desktop.store import sentlog
from orchestrator_desktop.store.opening import open_readonly
from orchestrator_desktop.store.sentlog import Sent

SENT_COLUMNS: Final = (
    "at", "purpose", "task_id", "task", "provider", "address", "model", "bytes", "input_tokens", "output_tokens",
    "tokens_measured", "cost_usd", "words_replaced", "state",
)  # fmt: skip
"""Named alike in every language: programs read them too."""


def export_sent(desk: Desk, path: Path) -> Future[int]:
    """Write the whole log of what was sent, newest first; how many requests it holds. Raises UsageError."""
    return desk.loop.run(to_thread(_write_sent, desk.folder, path))


def _write_sent(folder: Path, path: Path) -> int:
    with closing(open_readonly(folder)) as store:
        return write_csv(path, _table(lambda before: sentlog.sent(store, before=before))) - 1


def _table(page: Callable[[int | None], list[Sent]]) -> Iterator[Sequence[Cell]]:
    yield SENT_COLUMNS
    before: int | None = None
    while rows := page(before):
        yield from map(_cells, rows)
        before = rows[-1].id


def _cells(row: Sent) -> Sequence[Cell]:
    asked = row.purpose == "delegation"  # the others share the attempt with the request that asked, and its cost
    return (
        row.at.isoformat(timespec="seconds"),
        row.purpose,
        row.task_id,
        row.task_title,
        row.provider,
        row.url,
        row.model,
        row.bytes,
        row.input_tokens if asked else None,
        row.output_tokens if asked else None,
        int(row.measured) if asked else None,
        None if row.cost_micro is None or not asked else f"{row.cost_micro / MICRO:.6f}",
        row.replaced if asked else None,
        row.state,
    )
