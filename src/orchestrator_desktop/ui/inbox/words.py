"""Names of the lists, and what they say when there is nothing in them (UI.md 8)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from orchestrator_desktop.store import delegates
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.ui.navigator import Screen, Target


def list_title(store: Store, target: Target) -> str:
    """The name over a list."""
    if target.domain_id is not None:
        return next((row.name for row in delegates.domains(store) if row.id == target.domain_id), "")
    return {
        Screen.TODAY: QCoreApplication.translate("TasksPage", "Today"),
        Screen.INBOX: QCoreApplication.translate("TasksPage", "Inbox"),
        Screen.WAITING: QCoreApplication.translate("TasksPage", "Waiting for people"),
        Screen.DONE: QCoreApplication.translate("TasksPage", "Done"),
    }.get(target.screen, "")


def empty_words(target: Target, *, searching: bool) -> str:
    """What an empty list says."""
    if searching:
        return QCoreApplication.translate("TasksPage", "No match. Shift Enter creates the task.")
    return {
        Screen.TODAY: QCoreApplication.translate("TasksPage", "Nothing is due today. Pick one from the Inbox?"),
        Screen.INBOX: QCoreApplication.translate("TasksPage", "Nothing to sort. Press N to add a task."),
        Screen.WAITING: QCoreApplication.translate("TasksPage", "Nobody owes you anything."),
        Screen.DONE: QCoreApplication.translate("TasksPage", "What you accept is kept here."),
    }.get(target.screen, QCoreApplication.translate("TasksPage", "Nothing open here. Press N to add a task."))
