"""Words as the text index is asked for them."""

from __future__ import annotations

from typing import Final

from orchestrator_desktop.domain.highlight import TOKEN, folded
from orchestrator_desktop.store.store import Store, Value

SHORT: Final = 3
"""The index keeps beginnings of so many letters; for longer ones it gathers all that begin so, task by task."""
_MOST: Final = 24
"""Words with one beginning that are asked for one by one."""

_NEXT: Final = "(SELECT term FROM {table} WHERE term >= {after} AND term <= :last LIMIT 1)"
_VOCABULARY: Final = f"""WITH RECURSIVE found (term) AS (
  SELECT {_NEXT.format(table="{table}", after=":first")}
  UNION ALL SELECT {_NEXT.format(table="{table}", after="found.term || char(1)")} FROM found
    WHERE found.term IS NOT NULL LIMIT :most)
SELECT term FROM found WHERE term IS NOT NULL"""


def vocabulary(store: Store, table: str, first: str, last: str, most: int) -> list[str]:
    """The words of an index from `first` to `last`, at most `most`, in their order."""
    given: dict[str, Value] = {"first": first, "last": last, "most": most}
    return [row["term"] for row in store.rows(_VOCABULARY.format(table=table), given)]


def beginning(store: Store, table: str, word: str) -> str:
    """What finds a word that begins so in the index whose words `table` tells; empty where there is none.

    The words are named one by one: the index reads those from task to task, while it would first gather every task
    with a word that begins so, a million for a common one."""
    tokens = [folded(token) for token in TOKEN.findall(word)]
    if len(tokens) != 1 or len(tokens[0]) <= SHORT or not tokens[0].isascii():
        return f"{quoted(word)}*"
    known = vocabulary(store, table, tokens[0], f"{tokens[0]}\U0010ffff", _MOST + 1)
    if len(known) > _MOST:
        return f"{quoted(word)}*"
    return f"({' OR '.join(quoted(term) for term in known)})" if known else ""


def quoted(text: str) -> str:
    """One phrase of the index's language, whatever is in it."""
    plain = text.replace('"', " ").replace("\0", " ")
    return f'"{plain}"'
