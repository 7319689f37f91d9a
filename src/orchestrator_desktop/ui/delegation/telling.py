"""What is said beside the button of a task's panel: what it does, what leaves the computer, or why it cannot."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from orchestrator_desktop.domain.attempts import WaitReason
from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.task import Level, Stage, Task
from orchestrator_desktop.operations.weighing import Weight
from orchestrator_desktop.store import delegations
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.delegation.amounts import about_cost, replaced_words
from orchestrator_desktop.ui.delegation.person_words import waiting_words
from orchestrator_desktop.ui.names import provider_name
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


def tell_specialist(task: Task, provider: Provider | None, weight: Weight | None, locale: QLocale) -> Told:
    """For an open task that would go to a specialist of `provider`; None says that there is none. Without a `weight`
    it is not known yet what would leave."""
    act = _delegate_words()
    if provider is None:
        no_provider = QCoreApplication.translate("TaskPanel", "There is no specialist yet.")
        settings = QCoreApplication.translate("TaskPanel", "Connect a provider in Settings.")
        return Told("padlock", no_provider, settings, act, enabled=False, keys=KEYS)
    icon = "leaves" if provider.leaves_computer else "padlock"
    first, second = tell_leaving(provider, weight, locale)
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


def tell_leaving(provider: Provider, weight: Weight | None, locale: QLocale) -> tuple[str, str]:
    """What leaves for `provider`, in two lines; without a `weight` it is not known yet."""
    name = provider_name(provider.name)
    if weight is None:
        if not provider.leaves_computer:
            return _stays_words(), ""
        return QCoreApplication.translate("TaskPanel", "To %1").replace("%1", name), ""
    tokens = QCoreApplication.translate("TaskPanel", "%1 tokens").replace("%1", formats.count(weight.tokens, locale))
    size = ", ".join(part for part in (tokens, _cost_words(weight, locale)) if part)
    if weight.trouble is not None and weight.trouble.reason is WaitReason.OFFLINE:
        away = QCoreApplication.translate("TaskPanel", "%1 cannot be reached").replace("%1", name)
        kept = QCoreApplication.translate("TaskPanel", "%1. Kept here, sent when it returns.").replace("%1", size)
        return away, kept
    if not provider.leaves_computer:
        return _stays_words(), _kept_words(weight) or _joined(size, replaced_words(weight.what.replaced))
    leaves = QCoreApplication.translate("TaskPanel", "%1 to %2").replace("%1", tokens).replace("%2", name)
    first = ", ".join(part for part in (leaves, _cost_words(weight, locale)) if part)
    return first, _kept_words(weight) or _content_words(weight)


def _stays_words() -> str:
    return QCoreApplication.translate("TaskPanel", "Nothing leaves this computer")


def _cost_words(weight: Weight, locale: QLocale) -> str:
    """Empty until the price has been looked up."""
    if weight.cost is None:
        return QCoreApplication.translate("TaskPanel", "price unknown") if weight.looked_up else ""
    return about_cost(weight.cost, locale)


def _kept_words(weight: Weight) -> str:
    """Why it would not leave at once."""
    if weight.paused:
        return QCoreApplication.translate("TaskPanel", "The queue is paused: kept here until you resume it")
    return ""


def _content_words(weight: Weight) -> str:
    """What is done to the text, and what is special about it."""
    if weight.what.untrusted and weight.what.replaced:
        outside = QCoreApplication.translate("TaskPanel", "text from outside")
        return _joined(replaced_words(weight.what.replaced, short=True), outside)
    if weight.what.untrusted:
        return QCoreApplication.translate("TaskPanel", "Contains text from outside")
    if weight.what.replaced:
        return replaced_words(weight.what.replaced)
    if weight.provider.replaces:
        return QCoreApplication.translate("TaskPanel", "Nothing found that has to be replaced")
    return QCoreApplication.translate("TaskPanel", "Sent as it is written")


def _joined(*words: str) -> str:
    return " · ".join(part for part in words if part)


def _tell_out(services: Services, task: Task) -> Told:
    out = delegations.open_delegation(services.store, task.id)
    name = "" if out is None else out.delegate
    take_back = QCoreApplication.translate("TaskPanel", "Take back")
    if task.waiting is not None:
        first = QCoreApplication.translate("TaskPanel", "Waiting for %1").replace("%1", name)
        act = QCoreApplication.translate("TaskPanel", "They answered")
        second = waiting_words(task.waiting, services.today(), services.languages.locale)
        return Told("person", first, second, act, keys=KEYS, other=take_back)
    first = QCoreApplication.translate("TaskPanel", "With %1").replace("%1", name)
    return Told("plane", first, "", QCoreApplication.translate("TaskPanel", "Follow"), keys=KEYS, other=take_back)
