"""Lists, filters, searches, adding and completing at several sizes of the store.
`python -m tests.bench.planning` prints the figures as JSON; FOLDER:NUMBER … measures stores that are filled already."""

from __future__ import annotations

import json
import sys
import tempfile
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Final

from orchestrator_desktop.domain.ids import DomainId, TaskId
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.operations import stages, tasks
from orchestrator_desktop.store import search
from orchestrator_desktop.store import tasks as reading
from orchestrator_desktop.store.lines import lines
from orchestrator_desktop.store.opening import open_readonly, open_store
from orchestrator_desktop.store.places import Order, Place, View
from orchestrator_desktop.store.store import Store
from tests.bench.figures import ROUNDS, Figure, Figures, timed
from tests.bench.filling import fill, open_ids

SIZES: Final = (0, 30_000, 1_000_000)
_READ_MS: Final = {0: 16.0, 30_000: 16.0, 1_000_000: 50.0}
_WRITE_MS: Final = 10.0
_FOUND: Final = 60
_BOARDS: Final = ("budget", "task bud", "#sales", "is:open crew")
_COLUMNS: Final = tuple(stage for stage in Stage if stage is not Stage.DROPPED)
_TYPED: Final = (
    "b", "bu", "bud", "budget", "budget con", "task bud", "#sales budget", "#sales", "is:overdue", "is:open crew",
    '"about budget"', "!1 is:open", "due:<friday", "@nobody", "zzz", "task 2999", "notes:page", "-budget crew",
)  # fmt: skip


def main() -> None:
    figures: Figures = {}
    if len(sys.argv) > 1:
        for argument in sys.argv[1:]:
            folder, _, number = argument.rpartition(":")
            figures |= at(Path(folder), int(number))
    else:
        with tempfile.TemporaryDirectory() as root:
            for size in SIZES:
                folder = Path(root, str(size))
                fill(folder, size)
                figures |= at(folder, size)
    sys.stdout.write(json.dumps(figures) + "\n")


def at(folder: Path, size: int) -> Figures:
    """All figures of one size; its store is changed by them."""
    store = open_readonly(folder)
    found = {**_lists(store, size), **_searches(store, size)} if size else {}
    store.close()
    found |= _acts(folder, size)
    return {f"{name}, at {size:,} (ms)": figure for name, figure in found.items()}


def _lists(store: Store, size: int) -> Figures:
    bound, figures = _READ_MS[size], {}
    for name, place in _places().items():
        figures[f"list: {name}"] = _page(store, place, 0, bound)
    for name, place in _columns().items():
        figures[f"column: {name}"] = _page(store, place, 0, bound)
    today = _today()
    for name, place in (("Inbox", Place()), ("Done", Place(View.DONE))):
        deep = reading.count(store, place, today=today) * 9 // 10
        figures[f"list: {name}, nine tenths down"] = _page(store, place, deep, bound)
    return figures | {
        "list: counts of all views": timed(lambda _: reading.counts(store, list(View), today=today), bound=bound),
        "list: counts by level": timed(lambda _: reading.counts_by_level(store, Place(), today=today), bound=bound),
    }


def _places() -> dict[str, Place]:
    arranged = {f"Inbox by {order.value}": Place(order=order) for order in Order}
    domains = {f"domain by {order.value}": Place(domain_id=DomainId(1), order=order) for order in Order}
    return arranged | domains | {view.name.capitalize(): Place(view) for view in View if view is not View.INBOX}


def _columns() -> dict[str, Place]:
    """The columns of boards that hold the most, or the least."""
    planned = {f"Inbox by {order.value}, planned": Place(order=order).column(Stage.PLANNED) for order in Order}
    return planned | {
        "Inbox, done": Place().column(Stage.DONE),
        "domain by date, delegated": Place(domain_id=DomainId(1), order=Order.DATE).column(Stage.DELEGATED),
        "Upcoming, planned": Place(View.UPCOMING).column(Stage.PLANNED),
    }


def _page(store: Store, place: Place, offset: int, bound: float) -> Figure:
    """As the window shows one: the lines of a page, and the tasks that are in sight."""
    today = _today()

    def read(_: int) -> None:
        page = lines(store, place, today=today, offset=offset)
        reading.some(store, [line.id for line in page[:96]])

    return timed(read, bound=bound)


def _searches(store: Store, size: int) -> Figures:
    today, now = _today(), datetime.now(UTC).astimezone()

    def board(typed: str) -> None:
        for stage in _COLUMNS:
            search.found(store, typed, today=today, now=now, stage=stage, limit=_FOUND // len(_COLUMNS))

    boards = {
        f"search as a board: {typed}": timed(lambda _, typed=typed: board(typed), bound=_READ_MS[size])  # type: ignore[misc]
        for typed in _BOARDS
    }
    return boards | {
        f"search: {typed}": timed(
            lambda _, typed=typed: search.found(store, typed, today=today, now=now, limit=_FOUND),  # type: ignore[misc]
            rounds=ROUNDS // 2,
            bound=_READ_MS[size],
        )
        for typed in _TYPED
    }


def _acts(folder: Path, size: int) -> Figures:
    store = open_store(folder)
    line = "Call Nora about offer {} tomorrow 9am #sales !2"
    tasks.add(store, line=line.format("of before"))
    add = timed(lambda n: tasks.add(store, line=line.format(n)), bound=_WRITE_MS)
    ids = list(islice(open_ids(size), ROUNDS)) or _made(store)
    complete = timed(lambda n: stages.complete(store, task_id=TaskId(ids[n])), bound=_WRITE_MS)
    store.close()
    return {"add": add, "complete": complete}


def _made(store: Store) -> list[int]:
    return [row["id"] for row in store.rows("SELECT id FROM task ORDER BY id LIMIT ?", (ROUNDS,))]


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


if __name__ == "__main__":
    main()
