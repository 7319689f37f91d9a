"""What is said beside the button of a task's panel: what it does, what leaves the computer, or why it cannot."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from orchestrator_desktop.domain.delegate import Provider, Specialist
from orchestrator_desktop.domain.task import Level, Stage, Task
from orchestrator_desktop.store import delegates, delegations
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.ui.delegation.person_words import waiting_words
from orchestrator_desktop.ui.services import Services

KEYS = ("Ctrl", "↵")


@dataclass(frozen=True, slots=True)
class Told:
    """Words and state of the action bar. `act` is the button, `other` a second one where there is one."""

    icon: str
    first: str
    second: str
    act: str
    enabled: bool = True
    preview: bool = False
    keys: tuple[str, ...] = ()
    other: str = ""


def tell_specialist(store: Store, task: Task, who: Specialist | None, tokens: str) -> Told:
    """For an open task that would go to a specialist; `tokens` is about how many, as the language writes it."""
    act = _delegate_words()
    provider = None if who is None else delegates.provider(store, who.provider_id)
    if provider is None:
        no_provider = QCoreApplication.translate("TaskPanel", "There is no specialist yet.")
        settings = QCoreApplication.translate("TaskPanel", "Connect a provider in Settings.")
        return Told("padlock", no_provider, settings, act, enabled=False, keys=KEYS)
    icon, first, second = _leaving(provider, tokens)
    return Told(icon, first, second, act, preview=True, keys=KEYS, enabled=task.level is not Level.YOU_ONLY)


def tell_person(task: Task, name: str) -> Told:
    """For an open task that would go to the person `name`, who may not be written yet."""
    if task.level is Level.YOU_ONLY:
        first = level_3_words()
        second = QCoreApplication.translate("TaskPanel", "Do it yourself, or name a person above.")
    else:
        first = QCoreApplication.translate("TaskPanel", "Nothing is sent: you tell them yourself.")
        second = QCoreApplication.translate("TaskPanel", "The task then waits under Waiting for people.")
    return Told("padlock", first, second, _delegate_words(), enabled=bool(name), preview=bool(name), keys=KEYS)


def tell_stage(services: Services, task: Task) -> Told:
    """For a task that is out, back, or finished."""
    if task.stage is Stage.DELEGATED:
        return _tell_out(services, task)
    if task.stage is Stage.IN_REVIEW:
        waits = QCoreApplication.translate("TaskPanel", "A result waits for your judgment.")
        return Told("eye", waits, "", QCoreApplication.translate("TaskPanel", "Review"), keys=KEYS)
    done = task.stage is Stage.DONE
    finished = QCoreApplication.translate("TaskPanel", "This task is done.")
    dropped = QCoreApplication.translate("TaskPanel", "This task was dropped.")
    reopen = QCoreApplication.translate("TaskPanel", "Reopen")
    return Told("check-ring", finished if done else dropped, "", reopen, keys=KEYS)


def level_3_words() -> str:
    """Why no specialist can be chosen."""
    return QCoreApplication.translate("TaskPanel", "Level 3 is never sent to an AI.")


def _delegate_words() -> str:
    return QCoreApplication.translate("TaskPanel", "Delegate")


def _leaving(provider: Provider, tokens: str) -> tuple[str, str, str]:
    if provider.leaves_computer:
        first = QCoreApplication.translate("TaskPanel", "About %1 tokens to %2")
        second = QCoreApplication.translate("TaskPanel", "The brief and its context. Cost not known here")
        return "leaves", first.replace("%1", tokens).replace("%2", provider.name), second
    first = QCoreApplication.translate("TaskPanel", "Nothing leaves this computer")
    second = QCoreApplication.translate("TaskPanel", "About %1 tokens, free")
    return "padlock", first, second.replace("%1", tokens)


def _tell_out(services: Services, task: Task) -> Told:
    out = delegations.open_delegation(services.store, task.id)
    name = "" if out is None else out.delegate
    take_back = QCoreApplication.translate("TaskPanel", "Take back")
    if task.waiting is not None:
        first = QCoreApplication.translate("TaskPanel", "Waiting for %1").replace("%1", name)
        act = QCoreApplication.translate("TaskPanel", "They answered")
        second = waiting_words(task.waiting, services.today(), services.languages.locale)
        return Told("person", first, second, act, preview=True, keys=KEYS, other=take_back)
    first = QCoreApplication.translate("TaskPanel", "With %1").replace("%1", name)
    return Told("plane", first, "", QCoreApplication.translate("TaskPanel", "Follow"), keys=KEYS, other=take_back)
