"""Settings, and drafts of what is being typed. A draft is no undo step, nor is where the window stands."""

from __future__ import annotations

import json
from typing import Final

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.operations.acting import Act, acting
from orchestrator_desktop.operations.spending import look_again
from orchestrator_desktop.store.store import Store

LIMITS: Final = "budget."
"""What the keys of all limits begin with."""

_STEPS: Final = {
    "window.theme": QT_TRANSLATE_NOOP("operations", "Change the theme"),
    "window.language": QT_TRANSLATE_NOOP("operations", "Change the language"),
    "window.scale": QT_TRANSLATE_NOOP("operations", "Change the size of texts"),
    "window.tray": QT_TRANSLATE_NOOP("operations", "Change the icon in the tray"),
    "day.rollover": QT_TRANSLATE_NOOP("operations", "Change when a day begins"),
    "day.minutes": QT_TRANSLATE_NOOP("operations", "Change the length of a day"),
    "recurrence.month_end": QT_TRANSLATE_NOOP("operations", "Change the end of the month"),
    "levels.suggest": QT_TRANSLATE_NOOP("operations", "Change whether levels are suggested"),
    "keys": QT_TRANSLATE_NOOP("operations", "Change keys"),
    "keys.single_letters": QT_TRANSLATE_NOOP("operations", "Change keys"),
    "privacy.names": QT_TRANSLATE_NOOP("operations", "Change what is replaced"),
    "privacy.preview_first": QT_TRANSLATE_NOOP("operations", "Change the preview"),
    "quit.with_work": QT_TRANSLATE_NOOP("operations", "Change what quitting does"),
    "budget.day": QT_TRANSLATE_NOOP("operations", "Change a limit"),
    "budget.month": QT_TRANSLATE_NOOP("operations", "Change a limit"),
    "budget.delegation": QT_TRANSLATE_NOOP("operations", "Change a limit"),
    "budget.when_spent": QT_TRANSLATE_NOOP("operations", "Change what a limit does"),
}
"""Settings that are undo steps, and what their steps are called: all that the settings page has. Where the window
stands and how it is divided, and whether the queue sends, are no steps."""
_TURNED: Final = frozenset({"day.minutes", "window.scale"})
"""Settings that are turned up and down: what is done with one in a minute is one step."""

Json = str | int | float | bool | None | list[int] | list[str] | dict[str, str]


def set_setting(store: Store, *, key: str, value: Json) -> Changes:
    """Keep a setting; None takes it away."""
    merge_key = f"setting:{key}" if key in _TURNED else ""
    with acting(store, _STEPS.get(key, ""), merge_key=merge_key, undoable=key in _STEPS) as act:
        act.put(Kind.SETTING, key, None if value is None else {"value": json.dumps(value)})
        act.touch(Kind.SETTING)
        follow(act, key)
    return act.changes


def follow(act: Act, key: str) -> None:
    """Inside an act: what depends on a setting that has been written follows it."""
    if key.startswith(LIMITS):
        look_again(act)


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
