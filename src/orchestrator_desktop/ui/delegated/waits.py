"""What the window says of a delegation that has not left yet: what it waits for, until when, and what can be done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.money import BudgetKind
from orchestrator_desktop.domain.retrying import MOST
from orchestrator_desktop.store.board import BoardRow
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.delegated.estimates import Held

COUNTED = 60
"""Seconds below which the next try is counted down; above it has a time of day."""
TRIES: Final = MOST + 1

_WORDS: Final[Mapping[WaitReason, str]] = {
    WaitReason.OFFLINE: QT_TRANSLATE_NOOP(
        "Waiting", "%1 cannot be reached. Kept here, sent in order when the connection returns."
    ),
    WaitReason.SLOW_DOWN: QT_TRANSLATE_NOOP("Waiting", "%1 asks us to slow down."),
    WaitReason.DOWN: QT_TRANSLATE_NOOP("Waiting", "%1 does not answer."),
    WaitReason.LOADING: QT_TRANSLATE_NOOP("Waiting", "%1 is loading its model. The brief leaves by itself after that."),
    WaitReason.CUT: QT_TRANSLATE_NOOP("Waiting", "The answer was cut before its end. At level 1 it is asked again."),
    WaitReason.CHANGED: QT_TRANSLATE_NOOP(
        "Waiting",
        "What %1 would receive has changed since you handed it over: the instructions, the provider or the names to "
        "replace. Nothing was sent; look at it, then send it or take it back.",
    ),
}
_LOCAL_AWAY: Final = QT_TRANSLATE_NOOP(
    "Waiting", "%1 is not running on this computer. Kept here, sent in order once it runs."
)
_LOOKED_FOR: Final = frozenset({WaitReason.OFFLINE, WaitReason.LOADING})
"""Found again by looking every few seconds: a time would say nothing."""

_SPENT: Final[Mapping[BudgetKind, str]] = {
    BudgetKind.DAY: QT_TRANSLATE_NOOP("Waiting", "Today’s %1 is spent."),
    BudgetKind.MONTH: QT_TRANSLATE_NOOP("Waiting", "This month’s %1 is spent."),
    BudgetKind.DELEGATION: QT_TRANSLATE_NOOP("Waiting", "The %1 for one delegation is spent."),
}
_BEYOND: Final[Mapping[BudgetKind, str]] = {
    BudgetKind.DAY: QT_TRANSLATE_NOOP("Waiting", "About %2 more would exceed today’s %1."),
    BudgetKind.MONTH: QT_TRANSLATE_NOOP("Waiting", "About %2 more would exceed this month’s %1."),
    BudgetKind.DELEGATION: QT_TRANSLATE_NOOP("Waiting", "About %2 would exceed the %1 for one delegation."),
}


def wait_words(row: BoardRow, *, provider: str, held: Held, now: datetime, locale: QLocale) -> str:
    """Why a delegation has not left; empty for one that is simply next in the queue. `now` is local time."""
    if row.state is AttemptState.DRAFT:
        return _tr(QT_TRANSLATE_NOOP("Waiting", "Held. It leaves when you say so."))
    if row.state is not AttemptState.WAITING or row.reason is None:
        return ""
    if row.reason is WaitReason.BUDGET:
        return _budget_words(row, held, now, locale)
    away = row.reason is WaitReason.OFFLINE and not row.leaves_computer
    said = _tr(_LOCAL_AWAY if away else _WORDS[row.reason]).replace("%1", provider)
    if row.reason in _LOOKED_FOR or row.not_before is None:
        return said
    return f"{said} {next_try(row.not_before, now, locale)}"


def next_try(moment: datetime, now: datetime, locale: QLocale) -> str:
    """ "Next try in 40 s." or "Next try at 14:20."; with its day where that is another one."""
    seconds = (moment - now).total_seconds()
    if seconds < 1:
        return _tr(QT_TRANSLATE_NOOP("Waiting", "Trying again."))
    if seconds < COUNTED:
        counted = formats.duration(min(seconds, COUNTED - 1))
        return _tr(QT_TRANSLATE_NOOP("Waiting", "Next try in %1.")).replace("%1", counted)
    clock, days = formats.clock(moment, locale), (_day(moment) - now.date()).days
    if days <= 0:
        return _tr(QT_TRANSLATE_NOOP("Waiting", "Next try at %1.")).replace("%1", clock)
    if days == 1:
        return _tr(QT_TRANSLATE_NOOP("Waiting", "Next try tomorrow at %1.")).replace("%1", clock)
    day = formats.day(_day(moment), now.date(), locale)
    return _tr(QT_TRANSLATE_NOOP("Waiting", "Next try on %1 at %2.")).replace("%1", day).replace("%2", clock)


def counts_down(row: BoardRow, now: datetime) -> bool:
    """Whether what is said of a row changes every second."""
    if row.state is not AttemptState.WAITING or row.not_before is None or row.reason in _LOOKED_FOR:
        return False
    return (row.not_before - now).total_seconds() < COUNTED + 1


def _budget_words(row: BoardRow, held: Held, now: datetime, locale: QLocale) -> str:
    if row.not_before is None:
        what = _tr(QT_TRANSLATE_NOOP("Waiting", "Send anyway, use a local model, or wait until tomorrow."))
    elif (_day(row.not_before) - now.date()).days <= 1:
        what = _tr(QT_TRANSLATE_NOOP("Waiting", "It leaves tomorrow."))
    else:
        day = formats.day(_day(row.not_before), now.date(), locale)
        what = _tr(QT_TRANSLATE_NOOP("Waiting", "It leaves on %1.")).replace("%1", day)
    return f"{_limit_words(held, locale)} {what}"


def _limit_words(held: Held, locale: QLocale) -> str:
    if held.kind is None:
        return _tr(QT_TRANSLATE_NOOP("Waiting", "A spending limit was reached."))
    spent = held.spent >= held.limit or held.wanted is None
    said = _tr((_SPENT if spent else _BEYOND)[held.kind]).replace("%1", formats.money(held.limit, locale))
    return said.replace("%2", formats.money(held.wanted or 0, locale))


def _day(moment: datetime) -> date:
    return moment.astimezone().date()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Waiting", text)
