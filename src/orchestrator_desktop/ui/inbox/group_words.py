"""What stands over the groups of a list."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.system.dates import week_start
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.inbox.grouping import Dated, Group, Priority
from orchestrator_desktop.ui.paint import level_name

_FAR_DAYS = 300


def group_words(group: Group, today: date, locale: QLocale) -> str:
    """The words over a group."""
    if isinstance(group, Level):
        return level_name(group)
    if isinstance(group, Priority):
        return {
            Priority.FIRST: QCoreApplication.translate("TaskDelegate", "Priority 1"),
            Priority.SECOND: QCoreApplication.translate("TaskDelegate", "Priority 2"),
            Priority.THIRD: QCoreApplication.translate("TaskDelegate", "Priority 3"),
            Priority.NONE: QCoreApplication.translate("TaskDelegate", "No priority"),
        }[group]
    if isinstance(group, Dated):
        return {
            Dated.OVERDUE: QCoreApplication.translate("TaskDelegate", "Overdue"),
            Dated.NONE: QCoreApplication.translate("TaskDelegate", "No due date"),
        }[group]
    words = formats.day(group, today, locale)
    week = _week_words(group, today)
    return f"{words} · {week}" if week else words


def _week_words(day: date, today: date) -> str:
    """Which week a day is in, where its name alone does not tell."""
    begun = today - timedelta(days=(today.weekday() - week_start()) % 7)
    weeks = (day - begun).days // 7
    if day <= today + timedelta(days=1) or weeks > 1:
        return ""
    if weeks == 1:
        return QCoreApplication.translate("TaskDelegate", "next week")
    return QCoreApplication.translate("TaskDelegate", "this week")
