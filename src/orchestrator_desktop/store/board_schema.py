"""The order indexes with the stage in them, as migration 5 makes them; never edited after a release.

A column of a board is read along its list's index: with the stage there, rows of other columns are passed over without
being touched."""

from __future__ import annotations

from typing import Final

_OPEN_HERE: Final = "stage IN ('inbox', 'planned')"
_WHOLE: Final = "parent_id IS NULL"
_BY_DATE: Final = "due IS NULL, due, id DESC"
_ORDERS: Final = {
    "": f"level, {_BY_DATE}",
    "_mine": "coalesce(position, -id), id",
    "_date": _BY_DATE,
    "_priority": f"coalesce(priority, 4), {_BY_DATE}",
}


def _index(name: str, columns: str, rows: str) -> str:
    return f"DROP INDEX {name};\nCREATE INDEX {name} ON task({columns}, stage) WHERE {rows};\n"


BOARDS: Final = "".join(
    (
        *(_index(f"task_inbox{name}", order, f"{_OPEN_HERE} AND {_WHOLE}") for name, order in _ORDERS.items()),
        *(
            _index(
                f"task_domain{name}",
                f"domain_id, {order}",
                f"stage IN ('inbox', 'planned', 'delegated', 'in_review') AND {_WHOLE}",
            )
            for name, order in _ORDERS.items()
        ),
        _index("task_comes", "coalesce(defer, due, deadline)", _OPEN_HERE),
    )
)
