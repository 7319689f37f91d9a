"""What levels the user set on which words: the counts that suggestions of levels are made of."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from orchestrator_desktop.store.store import Row, Store

EACH_TASK: Final = "*"
"""The word that stands for a task itself."""
REST: Final = ""
"""The word under which `counts` gives all words that were not asked for: only their number matters."""

Counted = dict[tuple[str, int], int]

_READ: Final = """
SELECT {word} AS word, level, sum(number) AS total FROM lesson {where} GROUP BY 1, 2
"""


def counts(store: Store, words: Sequence[str], domain: str) -> tuple[Counted, Counted]:
    """How often each of `words`, and the rest together, was set to each level: in the domain (empty for none), and in
    all of them. A handful of rows, however much was learnt."""
    asked = json.dumps([*words, EACH_TASK])
    word = "CASE WHEN word IN (SELECT value FROM json_each(:asked)) THEN word ELSE '' END"
    here = store.rows(_READ.format(word=word, where="WHERE domain = :domain"), {"asked": asked, "domain": domain})
    everywhere = store.rows(_READ.format(word=word, where=""), {"asked": asked})
    return _counted(here), _counted(everywhere)


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


def _counted(rows: Sequence[Row]) -> Counted:
    return {(row["word"], row["level"]): row["total"] for row in rows}
