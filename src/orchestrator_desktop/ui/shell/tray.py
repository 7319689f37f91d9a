"""The icon in the tray: quick add, the window, quit. There is none where the desktop has no tray."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from orchestrator_desktop.system.resources import resource
from orchestrator_desktop.ui.languages import Languages


class Tray(QObject):
    """Made once; `show_icon` follows the setting. A click opens the window."""

    quick_add = Signal()
    opened = Signal()
    quit = Signal()

    def __init__(self, languages: Languages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._menu = QMenu()
        self._acts = [self._menu.addAction("") for _ in range(3)]
        self._icon = QSystemTrayIcon(QIcon(str(resource("icons/app.svg"))), self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)
        for act, signal in zip(self._acts, (self.quick_add, self.opened, self.quit), strict=True):
            act.triggered.connect(signal)
        languages.changed.connect(self._retranslate)
        self._retranslate()

    @staticmethod
    def there() -> bool:
        """Whether the desktop has a tray now."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def menu(self) -> QMenu:
        return self._menu

    @property
    def shown(self) -> bool:
        """Whether the icon is in a tray: without one, nobody could come back to the window."""
        return self._icon.isVisible() and self.there()

    def show_icon(self, on: bool) -> None:
        self._icon.setVisible(on and self.there())

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.opened.emit()
        elif reason == QSystemTrayIcon.ActivationReason.MiddleClick:
            self.quick_add.emit()

    def _retranslate(self, _code: str = "") -> None:
        words = (self.tr("Quick add…"), self.tr("Open Orchestrator"), self.tr("Quit"))
        for act, text in zip(self._acts, words, strict=True):
            act.setText(text)
        self._icon.setToolTip("Orchestrator")
