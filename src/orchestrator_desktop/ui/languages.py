"""The window's language: French or English, switched without a restart."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from orchestrator_desktop.system.resources import resource

NAMES: Final = {"en": "English", "fr": "Français"}
SYSTEM: Final = "system"


class Languages(QObject):
    """Installs translators. Widgets hear QEvent.LanguageChange; others may connect to `changed`."""

    changed = Signal(str)

    def __init__(self, app: QCoreApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._ours = QTranslator(self)
        self._qts = QTranslator(self)
        self._code = "en"
        self.setting = ""
        """What was asked for last; nothing before."""
        self._texts = b""

    @property
    def code(self) -> str:
        """ "en" or "fr"."""
        return self._code

    @property
    def locale(self) -> QLocale:
        """Formats of the system where it speaks the language shown, else the language's own."""
        system = QLocale.system()
        if system.name().startswith(self._code):
            return system
        return QLocale(QLocale.Language.French if self._code == "fr" else QLocale.Language.English)

    def use(self, setting: str) -> None:
        """Show "en" or "fr"; "system" takes the system's language where it is French, else English."""
        self.setting = setting
        code = setting if setting in NAMES else _system_code()
        self._app.removeTranslator(self._ours)
        self._app.removeTranslator(self._qts)
        self._code = code
        if code != "en":
            self._qts.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
            self._app.installTranslator(self._qts)
        # English too: it holds the plural forms.
        # Read, not mapped as Qt would: an update that rewrites the file while the app runs would crash it.
        texts = resource(f"translations/orchestrator_{code}.qm").read_bytes()
        self._ours.load(texts)
        self._texts = texts  # Qt does not copy them; those of before go when it has let go of them
        self._app.installTranslator(self._ours)
        # For the numbers in plural forms: "3,100 tokens", "3 100 jetons".
        QLocale.setDefault(self.locale)
        self.changed.emit(code)


def _system_code() -> str:
    return "fr" if QLocale.system().language() == QLocale.Language.French else "en"
