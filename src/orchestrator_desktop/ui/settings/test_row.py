"""Whether a provider answers: the last test in words, and the button that makes one."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain.delegate import Provider, ProviderKind
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.paint import TONE_TEXT, UiState, draw_state
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.entries import GLYPHS, standing
from orchestrator_desktop.ui.settings.key_row import WIDTH
from orchestrator_desktop.ui.settings.probes import Probes
from orchestrator_desktop.ui.settings.words import failure_words, model_name
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.label import Label

_NO_LIMIT = 16_777_215
"""QWIDGETSIZE_MAX."""


class StateGlyph(QWidget):
    """A state's glyph, 14 px; the words beside it say the same."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = UiState.NEW
        theme.changed.connect(self._resize)
        self._resize()

    def set_state(self, state: UiState) -> None:
        self._state = state
        self.update()

    def _resize(self) -> None:
        self.setFixedSize(14, self._theme.grown(32, "body"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(0, round((self.height() - 14) / 2), 14, 14)
        draw_state(painter, self._theme.tokens, rect, self._state, progress=0.3, token=TONE_TEXT[self._state.tone])
        painter.end()


class TestRow(QWidget):
    """Glyph, words, Test or Test again; below, what the provider itself said."""

    __test__ = False

    def __init__(self, services: Services, probes: Probes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._probes = probes
        self._provider: Provider | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = self._services.theme
        self._glyph = StateGlyph(theme)
        self.words = Label(theme, "", wrap=True)
        self.detail = Label(theme, "", style="micro", token="text-3", wrap=True)
        self.button = Button(theme, "")
        self._row = row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setContentsMargins(0, 6, 0, 0)
        said.setSpacing(4)
        said.addWidget(self.words)
        said.addWidget(self.detail)
        row.addLayout(said, 3)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)

    def _connect(self) -> None:
        self.button.clicked.connect(self._test)

    def show_provider(self, provider: Provider) -> None:
        self._provider = provider
        testing = self._probes.testing(provider.id)
        unnamed = provider.kind is not ProviderKind.BUILTIN and not provider.model
        self.button.setText(self.tr("Test again") if provider.tested_at else self.tr("Test"))
        self.button.setEnabled(not testing and not unnamed)
        self.button.setToolTip(self.tr("Choose a model first.") if unnamed else "")
        state, words = self._said(provider, testing=testing)
        self._glyph.set_state(state)
        self.words.setText(words)
        failed = provider.test_error is not None and not testing
        self._fit(wide=failed)
        self.detail.setText(self._probes.detail(provider.id) if failed else "")
        self.detail.setVisible(bool(self.detail.text()))

    def _fit(self, *, wide: bool) -> None:
        """Level with the key's field above; a failure takes the room it needs."""
        width = round(WIDTH * self._services.theme.scale) - 22
        self._row.setStretch(self._row.count() - 1, 0 if wide else 1)
        self.words.setMinimumWidth(0 if wide else min(width, 282))
        self.words.setMaximumWidth(_NO_LIMIT if wide else width)

    def _said(self, provider: Provider, *, testing: bool) -> tuple[UiState, str]:
        if testing:
            return UiState.RUNNING, self.tr("Asking for one word…")
        if provider.tested_at is None:
            return UiState.NEW, self.tr("Not tested yet. A test asks for one word.")
        if provider.test_error is not None:
            model = model_name(provider)
            return GLYPHS[standing(provider)], failure_words(provider.test_error, provider=provider.name, model=model)
        return UiState.DONE, self._answered(provider.test_ms or 0, provider.tested_at.astimezone())

    def _answered(self, ms: int, at: datetime) -> str:
        locale, today = self._services.languages.locale, self._services.today()
        clock = formats.clock(at, locale)
        if at.date() == today:
            words = self.tr("Answered in %1 ms, today %2")
        else:
            words = self.tr("Answered in %1 ms, %2")
            clock = f"{formats.day(at.date(), today, locale)} {clock}"
        return words.replace("%1", formats.count(ms, locale)).replace("%2", clock)

    def _test(self) -> None:
        if self._provider is not None:
            self._probes.test(self._provider.id)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._provider is not None:
            self.show_provider(self._provider)
        super().changeEvent(event)
