"""Icons and other words of the acts that were bound without any: what people look for when they mean them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP


class Look(NamedTuple):
    """An icon of `resources/icons`, and words in context "shortcuts"."""

    icon: str
    words: str = ""


PLAIN: Final = Look("arrow-right")
LOOKS: Final[Mapping[str, Look]] = {
    "New task": Look("plus", QT_TRANSLATE_NOOP("shortcuts", "add create capture write")),
    "Search": Look("search", QT_TRANSLATE_NOOP("shortcuts", "find look for")),
    "Settings": Look("gear", QT_TRANSLATE_NOOP("shortcuts", "preferences options configure")),
    "Undo the last decision": Look("undo", QT_TRANSLATE_NOOP("shortcuts", "take back revert")),
    "Quit": Look("cross", QT_TRANSLATE_NOOP("shortcuts", "exit leave close")),
    "This list": Look("keyboard", QT_TRANSLATE_NOOP("shortcuts", "keys shortcuts help")),
    "Next pane": Look("panel"),
    "Previous pane": Look("panel"),
    "Today": Look("sun"),
    "Inbox": Look("tray"),
    "Delegated": Look("plane"),
    "Review": Look("eye"),
    "Waiting for people": Look("people"),
    "Done": Look("check-ring"),
    "Reflection": Look("moon"),
    "Delegate": Look("plane", QT_TRANSLATE_NOOP("shortcuts", "send hand over")),
    "Brief and delegate": Look("file-text"),
    "To a person": Look("person", QT_TRANSLATE_NOOP("shortcuts", "delegate hand over ask somebody")),
    "Preview what leaves": Look("leaves"),
    "Add context": Look("file"),
    "Level 1: AI alone": Look("by-level"),
    "Level 2: you and AI": Look("by-level"),
    "Level 3: you only": Look("by-level"),
    "Set a date": Look("calendar", QT_TRANSLATE_NOOP("shortcuts", "due when schedule plan")),
    "Move to a domain": Look("hash", QT_TRANSLATE_NOOP("shortcuts", "project area category")),
    "Complete, or reopen": Look("check", QT_TRANSLATE_NOOP("shortcuts", "done finish tick")),
    "Drop": Look("trash", QT_TRANSLATE_NOOP("shortcuts", "delete remove give up")),
    "A person answered": Look("reply"),
    "Remind a person": Look("bell"),
    "The letter to a person": Look("mail"),
    "Change the follow-up": Look("calendar"),
    "Stop and keep the text": Look("stop", QT_TRANSLATE_NOOP("shortcuts", "cancel abort")),
    "Retry": Look("retry", QT_TRANSLATE_NOOP("shortcuts", "again")),
    "Continue an answer that stopped": Look("play"),
    "Hand to another": Look("plane"),
    "Wait until tomorrow": Look("clock"),
    "What was sent": Look("scroll"),
    "Send or try now": Look("play"),
    "Hold, or let go": Look("pause"),
    "Pause the queue": Look("pause"),
    "Forward in the queue": Look("arrow-up"),
    "Back in the queue": Look("arrow-down"),
    "Accept": Look("check", QT_TRANSLATE_NOOP("shortcuts", "approve take")),
    "Edit": Look("pencil", QT_TRANSLATE_NOOP("shortcuts", "change rewrite")),
    "Ask for revision": Look("retry", QT_TRANSLATE_NOOP("shortcuts", "again redo correct")),
    "Escalate, then 1 2 3": Look("chevron-up"),
    "Reject": Look("cross", QT_TRANSLATE_NOOP("shortcuts", "refuse throw away")),
    "Next": Look("chevron-down"),
    "Previous": Look("chevron-up"),
    "Version before": Look("layers"),
    "Version after": Look("layers"),
    "Word changes": Look("differences", QT_TRANSLATE_NOOP("shortcuts", "diff compare")),
    "Provenance": Look("book", QT_TRANSLATE_NOOP("shortcuts", "where from record")),
    "Keep the edit as a version": Look("check"),
    "Close the day": Look("moon"),
    "The day before": Look("chevron-left"),
    "The next day": Look("chevron-right"),
    "Chart as a table": Look("list-checks"),
}
"""By the English name of the act, as it is bound."""
