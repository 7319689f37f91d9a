"""Names of levels and states, in the window's language (UI.md 5)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.ui.paint.states import UiState

_LEVELS: Final = {
    Level.AI_ALONE: QT_TRANSLATE_NOOP("Level", "AI alone"),
    Level.YOU_AND_AI: QT_TRANSLATE_NOOP("Level", "You + AI"),
    Level.YOU_ONLY: QT_TRANSLATE_NOOP("Level", "You only"),
}

_STATES: Final = {
    UiState.NEW: QT_TRANSLATE_NOOP("State", "New"),
    UiState.READY: QT_TRANSLATE_NOOP("State", "Ready"),
    UiState.YOURS: QT_TRANSLATE_NOOP("State", "Yours"),
    UiState.QUEUED: QT_TRANSLATE_NOOP("State", "Queued"),
    UiState.LATER: QT_TRANSLATE_NOOP("State", "Waiting"),
    UiState.HELD: QT_TRANSLATE_NOOP("State", "Held"),
    UiState.OFFLINE: QT_TRANSLATE_NOOP("State", "Offline"),
    UiState.OVER_BUDGET: QT_TRANSLATE_NOOP("State", "Over budget"),
    UiState.CHANGED: QT_TRANSLATE_NOOP("State", "Changed"),
    UiState.RUNNING: QT_TRANSLATE_NOOP("State", "Running"),
    UiState.IN_REVIEW: QT_TRANSLATE_NOOP("State", "In review"),
    UiState.REVISION: QT_TRANSLATE_NOOP("State", "Revision asked"),
    UiState.WAITING: QT_TRANSLATE_NOOP("State", "Waiting"),
    UiState.RETURNED: QT_TRANSLATE_NOOP("State", "Returned"),
    UiState.INTERRUPTED: QT_TRANSLATE_NOOP("State", "Interrupted"),
    UiState.STOPPED: QT_TRANSLATE_NOOP("State", "Stopped"),
    UiState.DECLINED: QT_TRANSLATE_NOOP("State", "Declined"),
    UiState.UNKNOWN: QT_TRANSLATE_NOOP("State", "Not known"),
    UiState.PARTLY: QT_TRANSLATE_NOOP("State", "Partly"),
    UiState.DONE: QT_TRANSLATE_NOOP("State", "Accepted"),
    UiState.MET: QT_TRANSLATE_NOOP("State", "Met"),
    UiState.AUTO_ACCEPTED: QT_TRANSLATE_NOOP("State", "Accepted unseen"),
    UiState.FAILED: QT_TRANSLATE_NOOP("State", "Failed"),
    UiState.REJECTED: QT_TRANSLATE_NOOP("State", "Rejected"),
    UiState.DROPPED: QT_TRANSLATE_NOOP("State", "Dropped"),
}

_KEYS: Final = frozenset(
    {
        QT_TRANSLATE_NOOP("keys", "Del"),
        QT_TRANSLATE_NOOP("keys", "Esc"),
        QT_TRANSLATE_NOOP("keys", "Shift"),
        QT_TRANSLATE_NOOP("keys", "Space"),
    }
)


def level_name(level: Level) -> str:
    """ "AI alone", "You + AI", "You only"."""
    return QCoreApplication.translate("Level", _LEVELS[level])


def state_name(state: UiState) -> str:
    """The word beside a state's glyph."""
    return QCoreApplication.translate("State", _STATES[state])


def key_name(key: str) -> str:
    """What is written on a key cap; letters, signs and "Ctrl" are the same in every language."""
    return QCoreApplication.translate("keys", key) if key in _KEYS else key
