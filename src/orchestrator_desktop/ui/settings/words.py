"""Words of the providers' list and panes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.providers.address import host, origin
from orchestrator_desktop.ui.settings.entries import Standing

_STANDINGS: Final = {
    Standing.READY: QT_TRANSLATE_NOOP("Provider", "Ready"),
    Standing.WORKS: QT_TRANSLATE_NOOP("Provider", "Works"),
    Standing.UNTESTED: QT_TRANSLATE_NOOP("Provider", "Not tested"),
    Standing.NO_MODEL: QT_TRANSLATE_NOOP("Provider", "Add model"),
    Standing.NO_KEY: QT_TRANSLATE_NOOP("Provider", "Add key"),
    Standing.FIX_KEY: QT_TRANSLATE_NOOP("Provider", "Fix key"),
    Standing.FIX_MODEL: QT_TRANSLATE_NOOP("Provider", "Fix model"),
    Standing.OFFLINE: QT_TRANSLATE_NOOP("Provider", "Offline"),
    Standing.TROUBLE: QT_TRANSLATE_NOOP("Provider", "Trouble"),
    Standing.OFF: QT_TRANSLATE_NOOP("Provider", "Off"),
}
_SHORT: Final = 1 << 20


def standing_words(standing: Standing) -> str:
    """ "Ready", "Fix key"…"""
    return QCoreApplication.translate("Provider", _STANDINGS[standing])


def place(base_url: str) -> str:
    """Where a provider listens, short: "localhost:11434", "llm.halden.example/v1"."""
    here = origin(base_url).partition("//")[2]
    return here if host(base_url) in ("localhost", "127.0.0.1", "::1") else base_url.partition("//")[2]


def model_name(provider: Provider) -> str:
    """The model as it is called in a row: of a file its name without folder and ending."""
    return provider.model.replace("\\", "/").rpartition("/")[2].removesuffix(".gguf")


def file_size(size: int, locale: QLocale) -> str:
    """ "138 MB", "1.2 GB"."""
    precision = 1 if size >= 1000 * _SHORT else 0
    return locale.formattedDataSize(size, precision, QLocale.DataSizeFormat.DataSizeSIFormat)


def tokens(count: int | None, locale: QLocale) -> str:
    """A context length: "200k", "8,192"; empty where it is not known."""
    if not count:
        return ""
    return f"{round(count / 1000)}k" if count >= 10_000 else locale.toString(count)
