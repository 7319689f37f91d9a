"""What levels the user set on which words: the counts that suggestions of levels are made of."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Final

from orchestrator_desktop.store.store import Row, Store

EACH_TASK: Final = "*"
"""The word that stands for a task itself."""
REST: Final = ""
"""The word under which `counts` gives all words that were not asked for: only their number matters."""

Counted = dict[tuple[str, int], int]

_ASKED: Final = "SELECT value FROM json_each(?)"
_HERE: Final = f"SELECT word, level, number FROM lesson WHERE domain = ? AND word IN ({_ASKED})"
_EVERYWHERE: Final = f"""
SELECT word, level, sum(number) AS number FROM lesson INDEXED BY lesson_word WHERE word IN ({_ASKED})
GROUP BY word, level
"""


def counts(store: Store, words: Sequence[str], domain: str) -> tuple[Counted, Counted]:
    """How often each of `words`, and the rest together, was set to each level: in the domain (empty for none), and in
    all of them. A handful of rows, however much was learnt."""
    asked = json.dumps([*words, EACH_TASK])
    sums = store.rows("SELECT domain = ? AS here, level, number FROM lesson_total", (domain,))
    here = _with_rest(store.rows(_HERE, (domain, asked)), [row for row in sums if row["here"]])
    return here, _with_rest(store.rows(_EVERYWHERE, (asked,)), sums)


def taught(store: Store, domain: str | None = None) -> int:
    """How many times a level was learnt from, in one domain or (None) in all."""
    return int(
        store.value(
            "SELECT coalesce(sum(number), 0) FROM lesson WHERE word = ? AND (? IS NULL OR domain = ?)",
            (EACH_TASK, domain, domain),
        )
    )


def lesson(store: Store, domain: str, word: str, level: int) -> tuple[int, int] | None:
    """(id, number) of one count."""
    row = store.row("SELECT id, number FROM lesson WHERE domain = ? AND word = ? AND level = ?", (domain, word, level))
    return None if row is None else (row["id"], row["number"])


def ids(store: Store, domain: str | None = None) -> list[int]:
    """Every count, of one domain or of all."""
    found = store.rows("SELECT id FROM lesson WHERE ? IS NULL OR domain = ?", (domain, domain))
    return [row["id"] for row in found]


def _with_rest(rows: Sequence[Row], sums: Sequence[Row]) -> Counted:
    """The words that were asked for, and of what was learnt in all what is not theirs."""
    asked = {(row["word"], row["level"]): row["number"] for row in rows}
    rest: Counter[int] = Counter()
    for row in sums:
        rest[row["level"]] += row["number"]
    for (_word, level), number in asked.items():
        rest[level] -= number
    return {**asked, **{(REST, level): number for level, number in rest.items() if number}}
