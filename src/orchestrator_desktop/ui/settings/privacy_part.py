"""What others get to see: what is replaced before sending, what is never sent."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.operations.outgoing import NAMES
from orchestrator_desktop.operations.roster import edit_provider
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import days
from orchestrator_desktop.ui.names import provider_name
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.switch_row import SwitchRow
from orchestrator_desktop.ui.widgets.chip import Chip, ChipList
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import FlowLayout

PREVIEW_FIRST: Final = "privacy.preview_first"
"""Setting: whether each delegation is shown as it will leave before it does."""


class PrivacyPart(QWidget):
    """Replacing is switched for the provider shown; everything else holds for all of them."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._provider: Provider | None = None
        self._replaced = 0
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self._title = Label(theme, "", style="meta", weight=600)
        self.about = Label(theme, "", style="meta", token="text-3", wrap=True)
        self.replace = SwitchRow(theme)
        self.preview = SwitchRow(theme)
        self._names = Label(theme, "", style="meta", token="text-3")
        self.names = ChipList(theme, "")
        self._never = Label(theme, "", style="meta", token="text-3")
        self._never_chips = (Chip(theme, "", level=Level.YOU_ONLY), Chip(theme, "", icon="moon"))
        never = QWidget()
        flow = FlowLayout(never)
        for chip in (self._never, *self._never_chips):
            flow.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, after in (
            (self._title, 2),
            (self.about, 10),
            (self.replace, 8),
            (self.preview, 14),
            (self._names, 6),
            (self.names, 10),
            (never, 0),
        ):
            column.addWidget(widget)
            column.addSpacing(after)
        column.addStretch(1)

    def _connect(self) -> None:
        self.replace.switch.clicked.connect(self._switch)
        self.preview.switch.clicked.connect(
            lambda on: self._services.acts.run(set_setting, key=PREVIEW_FIRST, value=on)
        )
        self.names.changed.connect(lambda: self._services.acts.run(set_setting, key=NAMES, value=self.names.items()))

    def show_provider(self, provider: Provider) -> None:
        self._provider = provider
        self.replace.switch.setChecked(provider.replaces)
        if provider.leaves_computer:
            note = self.tr("Before anything is sent to %1")
        else:
            note = self.tr("%1 is on this computer: nothing leaves it")
        self.replace.set_words(
            self.tr("Replace names, e-mail addresses, phone, card and bank numbers"),
            note.replace("%1", provider_name(provider.name)),
        )

    def read(self, replaced: int) -> None:
        """Show the settings; `replaced` words were replaced today."""
        self._replaced = replaced
        if replaced:
            self.about.setText(self.tr("%n replaced today; put back in the answer", "", replaced))
        else:
            self.about.setText(self.tr("What is replaced is put back in the answer"))
        store = self._services.store
        self.preview.switch.setChecked(bool(days.setting(store, PREVIEW_FIRST, False)))
        names = [str(name) for name in days.setting(store, NAMES, [])]
        if names != self.names.items():
            self.names.set_items(names)

    def _switch(self, on: bool) -> None:
        """What is usual is not kept: it follows the provider when that moves."""
        provider = self._provider
        if provider is not None:
            usual = on == provider.leaves_computer
            self._services.acts.run(edit_provider, provider_id=provider.id, redact=None if usual else on)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Privacy"))
        self.preview.set_words(
            self.tr("Show the preview before anything leaves"), self.tr("Ctrl Shift V shows it at any time")
        )
        self._names.setText(self.tr("Names and words that are replaced"))
        self.names.set_add_text(self.tr("Add a name"))
        self._never.setText(self.tr("Never sent"))
        for chip, words in zip(self._never_chips, (self.tr("Level 3 tasks"), self.tr("Reflection")), strict=True):
            chip.set_content(words)
        if self._provider is not None:
            self.show_provider(self._provider)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.read(self._replaced)
        super().changeEvent(event)
