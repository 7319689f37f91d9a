"""Words of the providers' list and panes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from orchestrator_desktop.domain.attempts import WaitReason
from orchestrator_desktop.domain.circuit import Circuit
from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, ProviderErrorKind
from orchestrator_desktop.providers.address import is_loopback, origin
from orchestrator_desktop.providers.base import Dialect
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.delegated.words import provider_words
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
    Standing.WAITS: QT_TRANSLATE_NOOP("Provider", "Waiting"),
    Standing.TROUBLE: QT_TRANSLATE_NOOP("Provider", "Trouble"),
    Standing.OFF: QT_TRANSLATE_NOOP("Provider", "Off"),
}
_TROUBLES: Final = {
    WaitReason.OFFLINE: QT_TRANSLATE_NOOP("Provider", "Offline since %1"),
    WaitReason.SLOW_DOWN: QT_TRANSLATE_NOOP("Provider", "Asked us to slow down until %1"),
    WaitReason.DOWN: QT_TRANSLATE_NOOP("Provider", "No answer since %1"),
    WaitReason.LOADING: QT_TRANSLATE_NOOP("Provider", "Loading its model since %1"),
}
_SLOW_SHORT: Final = QT_TRANSLATE_NOOP("Provider", "Asked to wait until %1")
_DIALECTS: Final = {
    Dialect.OPENAI_CHAT: QT_TRANSLATE_NOOP("Provider", "OpenAI-compatible"),
    Dialect.OPENAI_RESPONSES: QT_TRANSLATE_NOOP("Provider", "OpenAI Responses"),
    Dialect.ANTHROPIC: QT_TRANSLATE_NOOP("Provider", "Anthropic Messages"),
    Dialect.GEMINI: QT_TRANSLATE_NOOP("Provider", "Google Gemini"),
    Dialect.OLLAMA: QT_TRANSLATE_NOOP("Provider", "Ollama"),
}
_TESTS: Final[Mapping[str, str]] = {
    ProviderErrorKind.NO_KEY: QT_TRANSLATE_NOOP(
        "Provider", "The key of %1 is not at hand: the keyring is locked or missing. Nothing was sent."
    ),
    ProviderErrorKind.KEY_REFUSED: QT_TRANSLATE_NOOP(
        "Provider", "%1 refuses the key: it is not complete, or was revoked or replaced. Nothing was charged."
    ),
    ProviderErrorKind.BAD_REQUEST: QT_TRANSLATE_NOOP(
        "Provider", "%1 did not understand the test. Nothing was charged; check the address and the dialect."
    ),
    ProviderErrorKind.DOWN: QT_TRANSLATE_NOOP("Provider", "%1 does not answer. Try again later."),
    ProviderErrorKind.STALLED: QT_TRANSLATE_NOOP("Provider", "%1 sent nothing for too long. Try again later."),
    ProviderErrorKind.GARBLED: QT_TRANSLATE_NOOP(
        "Provider",
        "What %1 sent is not an answer: the address (it usually ends in /v1) or the dialect is probably wrong.",
    ),
    ProviderErrorKind.MODEL_BROKEN: QT_TRANSLATE_NOOP(
        "Provider", "The built-in model cannot be started. Choose another GGUF file, or another provider."
    ),
}
"""Why a test failed, where the words for a delegation speak of its brief: a test has none."""
_SHORT: Final = 1 << 20


def standing_words(standing: Standing) -> str:
    """ "Ready", "Fix key"…"""
    return QCoreApplication.translate("Provider", _STANDINGS[standing])


def failure_words(error: str, *, provider: str, model: str) -> str:
    """Why the test of a provider failed, and what can be done."""
    template = _TESTS.get(error)
    if template is None:
        return provider_words(error, provider=provider, model=model)
    return QCoreApplication.translate("Provider", template).replace("%1", provider)


def dialect_words(dialect: str) -> str:
    """ "OpenAI-compatible"; a dialect of a newer version by its own name."""
    try:
        return QCoreApplication.translate("Provider", _DIALECTS[Dialect(dialect)])
    except ValueError:
        return dialect


def trouble_words(trouble: Circuit, today: date, locale: QLocale, *, short: bool = False) -> str:
    """ "Offline since 14:32", "Asked us to slow down until 14:20"; `short` for the narrow column of the list."""
    slow = trouble.reason is WaitReason.SLOW_DOWN and trouble.open_until is not None
    at = trouble.open_until if slow and trouble.open_until else trouble.since
    template = _SLOW_SHORT if slow and short else _TROUBLES.get(trouble.reason, _TROUBLES[WaitReason.DOWN])
    words = QCoreApplication.translate("Provider", template)
    return words.replace("%1", moment_words(at, today, locale))


def moment_words(at: datetime, today: date, locale: QLocale) -> str:
    """ "14:32", or "Mon 12 Oct 14:32" on another day."""
    local = at.astimezone()
    clock = formats.clock(local, locale)
    return clock if local.date() == today else f"{formats.day(local.date(), today, locale)} {clock}"


def place(base_url: str) -> str:
    """Where a provider listens, short: "localhost:11434", "llm.halden.example/v1"."""
    here = origin(base_url).partition("//")[2]
    return here if is_loopback(base_url) else base_url.partition("//")[2]


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
