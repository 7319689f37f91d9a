"""The tries of a delegation and what happened to each, as lines of text: read when they are looked at."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QLocale

from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.delegation import Attempt
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.ids import DelegationId
from orchestrator_desktop.domain.moments import moment
from orchestrator_desktop.store import delegations, queue
from orchestrator_desktop.store.queue import Event
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.counted import Counted
from orchestrator_desktop.ui.delegated.words import attempt_state
from orchestrator_desktop.ui.names import provider_name
from orchestrator_desktop.ui.paint import state_name

Tries: Final = Counted("Tries")
_EVENTS: Final[Mapping[str, str]] = {
    AttemptState.DRAFT: QT_TRANSLATE_NOOP("Tries", "held"),
    AttemptState.QUEUED: QT_TRANSLATE_NOOP("Tries", "queued"),
    AttemptState.SENT: QT_TRANSLATE_NOOP("Tries", "taken up"),
    "left_computer": QT_TRANSLATE_NOOP("Tries", "the request left"),
    AttemptState.STREAMING: QT_TRANSLATE_NOOP("Tries", "first word"),
    "resumed": QT_TRANSLATE_NOOP("Tries", "read on"),
    "left": QT_TRANSLATE_NOOP("Tries", "left with the provider"),
}
_WAITS: Final[Mapping[str, str]] = {
    WaitReason.OFFLINE: QT_TRANSLATE_NOOP("Tries", "waits: cannot be reached"),
    WaitReason.SLOW_DOWN: QT_TRANSLATE_NOOP("Tries", "waits: asked to slow down"),
    WaitReason.DOWN: QT_TRANSLATE_NOOP("Tries", "waits: no answer"),
    WaitReason.LOADING: QT_TRANSLATE_NOOP("Tries", "waits: its model is loading"),
    WaitReason.CUT: QT_TRANSLATE_NOOP("Tries", "waits: the answer was cut"),
    WaitReason.BUDGET: QT_TRANSLATE_NOOP("Tries", "waits: over budget"),
    WaitReason.CHANGED: QT_TRANSLATE_NOOP("Tries", "waits: what would be sent has changed"),
}
_MOST: Final = 12
"""Events told of one try, the newest."""


def history(store: Store, delegation_id: DelegationId, locale: QLocale) -> list[str]:
    """A line for each try, oldest first, followed by lines for what happened to it, indented."""
    lines: list[str] = []
    for attempt in delegations.attempts(store, delegation_id):
        lines.append(_heading(attempt, locale))
        lines += [f"    {line}" for line in _told(queue.events(store, attempt.id), locale)]
    return lines


def tries_words(count: int) -> str:
    """ "3 tries": the words that open the list."""
    return Tries.tr("%Ln try(ies)", "", count)


def _heading(attempt: Attempt, locale: QLocale) -> str:
    name = _tr(QT_TRANSLATE_NOOP("Tries", "Try %1")).replace("%1", formats.count(attempt.number, locale))
    state = state_name(attempt_state(attempt.state, attempt.error, attempt.reason))
    goes_on = _tr(QT_TRANSLATE_NOOP("Tries", "goes on with the answer before")) if attempt.continues else ""
    parts = (name, provider_name(attempt.provider), state, goes_on)
    return " · ".join(part for part in parts if part)


def _told(events: list[Event], locale: QLocale) -> list[str]:
    """Waits that repeat themselves count once, with the time of the last."""
    said: list[tuple[str, datetime]] = []
    for event in events:
        words = _event_words(event, locale)
        if said and said[-1][0] == words:
            said[-1] = (words, event.at)
        else:
            said.append((words, event.at))
    return [f"{_clock(at)}  {words}" for words, at in said[-_MOST:]]


def _event_words(event: Event, locale: QLocale) -> str:
    detail: dict[str, Any] = json.loads(event.detail)
    if event.kind == AttemptState.WAITING:
        return _wait_words(detail, locale)
    if event.kind in _EVENTS:
        return _tr(_EVENTS[event.kind])
    known = event.kind in list(AttemptState)
    return state_name(attempt_state(AttemptState(event.kind), detail.get("error"))).lower() if known else event.kind


def _wait_words(detail: dict[str, Any], locale: QLocale) -> str:
    reason, until = str(detail.get("reason")), detail.get("until")
    words = _tr(_WAITS[reason]) if reason in _WAITS else reason
    if until is None or reason in (WaitReason.OFFLINE, WaitReason.LOADING):
        return words
    return f"{words} → {formats.clock(moment(until), locale)}"


def _clock(at: datetime) -> str:
    return at.astimezone().strftime("%H:%M:%S")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Tries", text)
