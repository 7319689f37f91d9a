"""Stores as years of use leave them: domains, tags, dates, priorities, parts. Made with a few statements, each
for many thousand rows, for it is not the filling that is measured."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from orchestrator_desktop.store import indexing
from orchestrator_desktop.store.opening import open_store
from orchestrator_desktop.store.store import Store

WORDS: Final = (
    "pricing", "onboarding", "Tideline", "budget", "schedule", "crew", "Lyon", "contract", "newsletter", "audit",
    "invoice", "draft", "review", "harbour", "supplier", "website", "translation", "meeting", "figures", "archive",
)  # fmt: skip
DOMAINS: Final = ("Sales", "Marketing", "Finance", "People", "Product", "Home")
TAGS: Final = ("urgent", "calls", "office", "travel", "reading", "errands", "quarterly", "legal")
_SLICE: Final = 20_000
_TASK: Final = """INSERT INTO task (id, title, notes, level, stage, domain_id, due, deadline, priority,
  estimate_minutes, created_at, done_at, uid, parent_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


def fill(folder: Path, number: int) -> None:
    """A third open, two thirds done, as after some years."""
    store = open_store(folder)
    _name(store)
    for start in range(1, number + 1, _SLICE):
        ids = range(start, min(start + _SLICE, number + 1))
        with store.writing(), indexing.triggers_off(store):
            store.connection.executemany(_TASK, _rows(ids))
            store.connection.executemany(
                "INSERT INTO task_tag (task_id, tag_id) VALUES (?, ?)",
                ((n, 1 + n // 5 % len(TAGS)) for n in ids if n % 5 == 0),
            )
            indexing.index(store, ids)
    store.close()


def open_ids(number: int) -> Iterator[int]:
    """Those of the first tasks that are open and no part: what completing may begin with."""
    return (n for n in range(1, number + 1) if n % 3 == 0 and not _part(n))


def _name(store: Store) -> None:
    now = datetime.now(UTC).isoformat()
    with store.writing():
        for table, names in (("domain", DOMAINS), ("tag", TAGS)):
            store.connection.executemany(
                f"INSERT INTO {table} (id, name, created_at) VALUES (?, ?, ?)",
                ((number, name, now) for number, name in enumerate(names, 1)),
            )


def _part(number: int) -> bool:
    return number % 30 == 0


def _rows(ids: range) -> Iterator[tuple[object, ...]]:
    today, now = datetime.now(UTC).astimezone().date(), datetime.now(UTC)
    for n in ids:
        is_open = n % 3 == 0
        yield (
            n,
            f"Task {n} about {WORDS[n % 20]} and {WORDS[n // 7 % 20]}",
            f"What was said about {WORDS[n // 3 % 20]} on page {n}." if n % 4 == 0 else "",
            1 + n // 3 % 3,
            ("planned" if n % 2 else "inbox") if is_open else "done",
            1 + n // 2 % 8 if n // 2 % 8 < len(DOMAINS) else None,
            _due(n, today) if is_open or n % 2 else None,
            (today + timedelta(days=n % 200)).isoformat() if n % 27 == 0 else None,
            1 + n // 6 % 4 if n // 6 % 4 < 3 else None,
            (15, 30, 60, 120)[n % 4] if n % 5 == 0 else None,
            (now - timedelta(minutes=n % 500_000)).isoformat(),
            None if is_open else (now - timedelta(minutes=n % 400_000)).isoformat(),
            f"bench-{n}",
            n - 15 if _part(n) and n > 15 else None,
        )


def _due(number: int, today: date) -> str | None:
    """Every second task has one: a hundred or two are overdue, the rest is spread over two years."""
    if number % 2:
        return None
    if number % 1_000 == 0:
        return (today - timedelta(days=number // 1_000 % 30)).isoformat()
    day = today + timedelta(days=1 + number // 6 % 700)
    return day.isoformat() if number % 4 else f"{day.isoformat()}T09:00:00+00:00"
