"""Settings, and drafts of what is being typed. Neither is an undo step."""

from __future__ import annotations

import json
from typing import Final

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.operations.acting import acting
from orchestrator_desktop.operations.spending import look_again
from orchestrator_desktop.store.store import Store

LIMITS: Final = "budget."
"""What the keys of all limits begin with."""

Json = str | int | float | bool | None | list[int] | list[str] | dict[str, str]


def set_setting(store: Store, *, key: str, value: Json) -> Changes:
    """Keep a setting; None takes it away."""
    with acting(store, "", undoable=False) as act:
        if value is None:
            store.execute("DELETE FROM setting WHERE key = ?", (key,))
        else:
            store.execute(
                "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, json.dumps(value)),
            )
        act.touch(Kind.SETTING)
        if key.startswith(LIMITS):
            look_again(act)
    return act.changes


def keep_draft(store: Store, *, key: str, text: str) -> Changes:
    """Keep unfinished text under `key`, so that no crash loses it; an empty text takes it away."""
    with acting(store, "", undoable=False) as act:
        if text:
            store.execute(
                """INSERT INTO draft (key, text, updated_at) VALUES (?, ?, ?)
                ON CONFLICT (key) DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at""",
                (key, text, act.now),
            )
        else:
            store.execute("DELETE FROM draft WHERE key = ?", (key,))
        act.touch(Kind.DRAFT)
    return act.changes
