"""The menu of Escalate: to another specialist, to a person, to oneself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.domain.delegate import Specialist
from orchestrator_desktop.domain.delegation import Delegation
from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.store import delegates
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.popup_menu import MenuItem, PopupMenu

_KEYS = "123456789"


class Step(StrEnum):
    """The three ways up."""

    SPECIALIST = "specialist"
    PERSON = "person"
    MYSELF = "myself"


@dataclass(frozen=True, slots=True)
class _Anchor:
    button: QWidget
    over: QWidget


class EscalateMenu(QObject):
    """Opened above its button. Several other specialists are listed in a second menu."""

    to_specialist = Signal(object)
    """Specialist."""
    to_person = Signal()
    to_myself = Signal()

    def __init__(self, services: Services, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._others: list[Specialist] = []
        self._anchor: _Anchor | None = None
        self.menu = PopupMenu(services.theme, window)
        self.menu.chosen.connect(self._chosen)

    def open_for(self, delegation: Delegation, button: QWidget, over: QWidget) -> None:
        """`delegation` gave the result that is to go further."""
        everyone = delegates.specialists(self._services.store)
        self._others = [one for one in everyone if one.id != delegation.specialist_id]
        self._anchor = _Anchor(button, over)
        self.menu.set_items([self._specialist_item(), self._person_item(), self._own_item()])
        self.menu.open_for(button, over)

    def _specialist_item(self) -> MenuItem:
        if len(self._others) == 1:
            words = self.tr("To %1").replace("%1", self._others[0].name)
            return MenuItem(Step.SPECIALIST, words, "arrow-up-right", note=self._detail(self._others[0]), key="1")
        note = ", ".join(one.name for one in self._others[:3]) if self._others else self.tr("No other yet")
        words = self.tr("To another specialist…")
        return MenuItem(Step.SPECIALIST, words, "arrow-up-right", note=note, key="1", enabled=bool(self._others))

    def _person_item(self) -> MenuItem:
        note = ", ".join(person.name for person in delegates.people(self._services.store)[:3])
        return MenuItem(Step.PERSON, self.tr("To a person…"), "person", note=note, key="2")

    def _own_item(self) -> MenuItem:
        words, note = self.tr("Keep it for myself"), self.tr("Becomes level 3")
        return MenuItem(Step.MYSELF, words, level=Level.YOU_ONLY, note=note, key="3")

    def _detail(self, one: Specialist) -> str:
        provider = delegates.provider(self._services.store, one.provider_id)
        model = (one.model or (provider.model if provider else "")).replace("\\", "/").rpartition("/")[2]
        return " · ".join(part for part in (model, one.provider if one.provider != one.name else "") if part)

    def _chosen(self, value: object) -> None:
        if isinstance(value, Specialist):
            self.to_specialist.emit(value)
        elif value is Step.PERSON:
            self.to_person.emit()
        elif value is Step.MYSELF:
            self.to_myself.emit()
        elif len(self._others) == 1:
            self.to_specialist.emit(self._others[0])
        elif self._anchor is not None:
            keys = list(_KEYS) + [""] * len(self._others)
            items = [
                MenuItem(one, one.name, "robot", note=self._detail(one), key=key)
                for one, key in zip(self._others, keys, strict=False)
            ]
            self.menu.set_items(items)
            self.menu.open_for(self._anchor.button, self._anchor.over)
