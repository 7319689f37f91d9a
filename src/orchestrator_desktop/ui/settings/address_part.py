"""Where a provider listens and which dialect it speaks."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.operations import roster
from orchestrator_desktop.providers.base import Dialect
from orchestrator_desktop.providers.presets import preset_at
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.dialect_box import DialectBox
from orchestrator_desktop.ui.settings.key_row import WIDTH
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.text_edit import LineField


def as_preset(provider: Provider) -> bool:
    """Whether it is an account just as it came: there is nothing to say about its address."""
    preset = preset_at(provider.base_url) if provider.base_url else None
    return preset is not None and bool(preset.keys_page) and preset.dialect == provider.dialect


class AddressPart(QWidget):
    """Address and dialect, level with the key's field above; saved when they are left."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._provider: Provider | None = None
        self._build()
        self.field.editingFinished.connect(self._move)
        self.dialect.picked.connect(self._speak)
        services.theme.changed.connect(self._resize)
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self.field = LineField(theme)
        self.dialect = DialectBox(theme)
        self._note = Label(theme, "", style="micro", token="text-3", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.dialect, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._note)
        self._resize()

    def _resize(self) -> None:
        self.field.setMaximumWidth(round(WIDTH * self._services.theme.scale))

    def show_provider(self, provider: Provider) -> None:
        """Show where it is; what is being typed stays."""
        moved = self._provider is None or (self._provider.id, self._provider.base_url) != (
            provider.id,
            provider.base_url,
        )
        self._provider = provider
        if moved or not self.field.hasFocus():
            self.field.setText(provider.base_url)
        self.dialect.set_value(provider.dialect)
        self._note.setText("" if provider.leaves_computer else self.tr("On this computer: nothing leaves it."))
        self._note.setVisible(bool(self._note.text()))

    def _move(self) -> None:
        provider = self._provider
        if provider is not None and self.field.text().strip() != provider.base_url:
            self._services.acts.run(roster.edit_provider, provider_id=provider.id, base_url=self.field.text())

    def _speak(self, dialect: Dialect) -> None:
        provider = self._provider
        if provider is not None and dialect != provider.dialect:
            self._services.acts.run(roster.edit_provider, provider_id=provider.id, dialect=dialect.value)

    def _retranslate(self) -> None:
        self.field.setAccessibleName(self.tr("Address"))
        if self._provider is not None:
            self.show_provider(self._provider)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
