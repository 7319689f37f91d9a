"""The settings page: a head bar, tabs, one tab at a time."""

from __future__ import annotations

from functools import cached_property
from typing import Final, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.ids import ProviderId
from orchestrator_desktop.ui.exchange.drops import FileDrops
from orchestrator_desktop.ui.navigator import Target
from orchestrator_desktop.ui.page import Page
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.appearance import AppearanceTab
from orchestrator_desktop.ui.settings.data import DataTab
from orchestrator_desktop.ui.settings.keyboard import KeyboardTab
from orchestrator_desktop.ui.settings.people_tab import PeopleTab
from orchestrator_desktop.ui.settings.planning import PlanningTab
from orchestrator_desktop.ui.settings.providers_tab import ProvidersTab
from orchestrator_desktop.ui.settings.specialists_tab import SpecialistsTab
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import Panel
from orchestrator_desktop.ui.widgets.tabs import Tabs

PARTS: Final = ("providers", "specialists", "people", "planning", "appearance", "keyboard", "data")
"""What Target.part may name, in the order of the tabs; "providers:7" is the provider of that id, "providers:7:key" its
key, to be typed; "data:import" and "data:export" ask for the file."""

KEY: Final = "key"
"""After a provider, in a Target.part: its key is to be typed."""

SENT: Final = "sent"
"""As a Target.part: the log of what was sent."""


T = TypeVar("T", bound=QWidget)


class SettingsPage(Page):
    """Everything is saved as it is changed. A tab is built when it is first wanted."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.setObjectName("settings")
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self.services.theme
        self._title = Label(theme, "", style="heading")
        self._saved = Label(theme, "", style="micro", token="text-3")
        head = QHBoxLayout()
        head.setContentsMargins(24, 14, 20, 10)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._saved)
        self.tabs = Tabs(theme)
        for part in PARTS:
            self.tabs.add_tab(part)
        bar = Panel(theme, "surface", line=Qt.Edge.BottomEdge)
        row = QHBoxLayout(bar)
        row.setContentsMargins(24, 0, 20, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        self.stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(bar)
        column.addWidget(self.stack, 1)

    @cached_property
    def providers(self) -> ProvidersTab:
        return self._added(ProvidersTab(self.services))

    @cached_property
    def specialists(self) -> SpecialistsTab:
        return self._added(SpecialistsTab(self.services))

    @cached_property
    def people(self) -> PeopleTab:
        return self._added(PeopleTab(self.services))

    @cached_property
    def planning(self) -> PlanningTab:
        return self._added(PlanningTab(self.services))

    @cached_property
    def appearance(self) -> AppearanceTab:
        return self._added(AppearanceTab(self.services))

    @cached_property
    def keyboard(self) -> KeyboardTab:
        return self._added(KeyboardTab(self.services))

    @cached_property
    def data(self) -> DataTab:
        return self._added(DataTab(self.services))

    def _added(self, tab: T) -> T:
        self.stack.addWidget(tab)
        return tab

    def _show(self, place: int) -> None:
        self.stack.setCurrentWidget(getattr(self, PARTS[place]))

    def _built(self, part: str) -> bool:
        return part in self.__dict__

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show)
        self._show(0)
        FileDrops(self).dropped.connect(self._dropped)
        self.setFocusProxy(self.providers.list_view)

    def _dropped(self, path: str) -> None:
        self.data.taking.read(path)

    def open(self, target: Target) -> None:
        part, _, rest = target.part.partition(":")
        provider, _, key = rest.partition(":")
        if part in PARTS:
            self.tabs.setCurrentIndex(PARTS.index(part))
        if part == SENT:
            self.tabs.setCurrentIndex(PARTS.index("providers"))
            self.providers.open_log()
        if part == "data" and rest:
            self.data.ask(rest)
        elif provider:
            self.providers.open_provider(ProviderId(int(provider)), key=key == KEY)

    def refresh(self, changes: Changes) -> None:
        self.providers.refresh(changes)
        if self._built("specialists") and changes.touches(Kind.PROVIDER, Kind.SPECIALIST):
            self.specialists.read()
        if self._built("people") and changes.touches(Kind.PERSON, Kind.DELEGATION):
            self.people.read()
        if self._built("planning") and changes.touches(Kind.SETTING):
            self.planning.read()
        if self._built("appearance") and changes.touches(Kind.SETTING):
            self.appearance.read()
        if self._built("keyboard") and changes.touches(Kind.SETTING):
            self.keyboard.read()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Settings"))
        self._saved.setText(self.tr("Saved as you change it"))
        names = (
            self.tr("Providers"),
            self.tr("Specialists"),
            self.tr("People"),
            self.tr("Planning"),
            self.tr("Appearance"),
            self.tr("Keys"),
            self.tr("Data"),
        )
        for place, name in enumerate(names):
            self.tabs.setTabText(place, name)
            self.tabs.set_detail(place, "")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
