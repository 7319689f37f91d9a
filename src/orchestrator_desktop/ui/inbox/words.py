"""Names of the lists and of their arrangements, and what lists say when there is nothing in them (UI.md 8)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.store import delegates, filters
from orchestrator_desktop.store.places import Order
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.ui.inbox.lists import TRASH, UPCOMING
from orchestrator_desktop.ui.navigator import Screen, Target


def list_title(store: Store, target: Target) -> str:
    """The name over a list."""
    if target.domain_id is not None:
        return next((row.name for row in delegates.domains(store) if row.id == target.domain_id), "")
    if target.filter_id is not None:
        found = filters.one(store, target.filter_id)
        return "" if found is None else found.name
    return {
        Screen.TODAY: QCoreApplication.translate("TasksPage", "Today"),
        Screen.INBOX: QCoreApplication.translate("TasksPage", "Inbox"),
        Screen.WAITING: QCoreApplication.translate("TasksPage", "Waiting for people"),
        Screen.DONE: QCoreApplication.translate("TasksPage", "Done"),
    }.get(target.screen, "")


def tab_words(target: Target) -> tuple[str, ...]:
    """The tabs of a list's head bar."""
    if target.screen is Screen.TODAY:
        return list_title_of(Screen.TODAY), QCoreApplication.translate("TasksPage", "Upcoming")
    if target.screen is Screen.DONE:
        return list_title_of(Screen.DONE), QCoreApplication.translate("TasksPage", "Trash")
    return ()


def list_title_of(screen: Screen) -> str:
    """The name of a list that is no domain."""
    if screen is Screen.TODAY:
        return QCoreApplication.translate("TasksPage", "Today")
    return QCoreApplication.translate("TasksPage", "Done")


def order_words(order: Order) -> str:
    """What an arrangement is called."""
    return {
        Order.LEVEL: QCoreApplication.translate("TasksPage", "By level"),
        Order.MINE: QCoreApplication.translate("TasksPage", "My order"),
        Order.DATE: QCoreApplication.translate("TasksPage", "By date"),
        Order.PRIORITY: QCoreApplication.translate("TasksPage", "By priority"),
    }[order]


def stage_words(stage: Stage) -> str:
    """The name of a board's column."""
    return {
        Stage.INBOX: QCoreApplication.translate("TasksPage", "Inbox"),
        Stage.PLANNED: QCoreApplication.translate("TasksPage", "Planned"),
        Stage.DELEGATED: QCoreApplication.translate("TasksPage", "Delegated"),
        Stage.IN_REVIEW: QCoreApplication.translate("TasksPage", "In review"),
        Stage.DONE: QCoreApplication.translate("TasksPage", "Done"),
        Stage.DROPPED: QCoreApplication.translate("TasksPage", "Dropped"),
    }[stage]


def empty_words(target: Target, *, searching: bool) -> str:
    """What an empty list says."""
    if target.screen is Screen.FILTER:
        return QCoreApplication.translate("TasksPage", "Nothing matches this filter now.")
    if searching:
        return QCoreApplication.translate("TasksPage", "No match. Shift Enter creates the task.")
    if target.screen is Screen.TODAY and target.part == UPCOMING:
        return QCoreApplication.translate("TasksPage", "Nothing is planned for later days.")
    if target.screen is Screen.DONE and target.part == TRASH:
        return QCoreApplication.translate("TasksPage", "The trash is empty. What you drop is kept here for 30 days.")
    return {
        Screen.TODAY: QCoreApplication.translate("TasksPage", "Nothing is due today. Pick one from the Inbox?"),
        Screen.INBOX: QCoreApplication.translate("TasksPage", "Nothing to sort. Press N to add a task."),
        Screen.WAITING: QCoreApplication.translate("TasksPage", "Nobody owes you anything."),
        Screen.DONE: QCoreApplication.translate("TasksPage", "What you accept is kept here."),
    }.get(target.screen, QCoreApplication.translate("TasksPage", "Nothing open here. Press N to add a task."))
