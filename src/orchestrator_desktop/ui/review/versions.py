"""The row of versions, with the switch for word changes at its right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from orchestrator_desktop.domain.delegation import Result
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.choice import Switch
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import Panel
from orchestrator_desktop.ui.widgets.tabs import Tabs


class VersionBar(Panel):
    """Tabs v1, v2…; the newest is current at first. `chosen(place)`, `compare(on)` for the user's choices."""

    chosen = Signal(int)
    compare = Signal(bool)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services.theme, "surface", line=Qt.Edge.BottomEdge, parent=parent)
        self._services = services
        self._versions: tuple[Result, ...] = ()
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self.tabs = Tabs(theme)
        self._come = Label(theme, "", token="ok-text", style="meta", weight=500, tabular=True)
        self._gone = Label(theme, "", token="bad-text", style="meta", weight=500, tabular=True)
        self._words = Label(theme, "", token="text-3", style="meta")
        self._since = Label(theme, "", style="meta")
        self.switch = Switch(theme)
        self.switch.setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 16, 0)
        row.setSpacing(6)
        row.addWidget(self.tabs, 1)
        for widget in (self._come, self._gone, self._words):
            row.addWidget(widget)
        row.addSpacing(10)
        row.addWidget(self._since)
        row.addWidget(self.switch)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._changed)
        self.switch.toggled.connect(self._toggled)

    @property
    def place(self) -> int:
        """Place of the current version, from 0."""
        return self.tabs.currentIndex()

    @property
    def compares(self) -> bool:
        """Whether changes are to be shown: wanted, and there is a version before."""
        return self.switch.isChecked() and self.place > 0

    def show_versions(self, versions: Sequence[Result], place: int) -> None:
        """Show the tabs with `place` current; emits nothing."""
        self.tabs.blockSignals(True)
        if [one.id for one in versions[: len(self._versions)]] != [one.id for one in self._versions]:
            while self.tabs.count():
                self.tabs.removeTab(self.tabs.count() - 1)
        self._versions = tuple(versions)
        while self.tabs.count() < len(versions):
            self.tabs.add_tab(f"v{versions[self.tabs.count()].version}")
        self.tabs.setCurrentIndex(place)
        self.tabs.blockSignals(False)
        self._retranslate()

    def show_figures(self, come: int, gone: int) -> None:
        """How many words came and went; shown while changes are."""
        locale = self._services.languages.locale
        self._come.setText(f"+{formats.count(come, locale)}")
        self._gone.setText(f"\N{MINUS SIGN}{formats.count(gone, locale)}")
        self._tell()

    def step(self, step: int) -> None:
        place = self.place + step
        if 0 <= place < self.tabs.count():
            self.tabs.setCurrentIndex(place)

    def _changed(self, place: int) -> None:
        self._tell()
        self.chosen.emit(place)

    def _toggled(self, on: bool) -> None:
        self._tell()
        self.compare.emit(on)

    def _tell(self) -> None:
        first = self.place <= 0
        for widget in (self._since, self.switch):
            widget.setVisible(not first)
        for widget in (self._come, self._gone, self._words):
            widget.setVisible(self.compares)
        if not first:
            words = self.tr("Word changes since %1")
            before = f"v{self._versions[self.place - 1].version}"
            self._since.setText(words.replace("%1", before))
            self.switch.setText(self._since.text())

    def _retranslate(self) -> None:
        self._words.setText(self.tr("words"))
        self.tabs.setAccessibleName(self.tr("Versions"))
        locale = self._services.languages.locale
        for place, version in enumerate(self._versions):
            time = formats.clock(version.created_at, locale)
            self.tabs.set_detail(place, time if version.author else self.tr("You %1").replace("%1", time))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
