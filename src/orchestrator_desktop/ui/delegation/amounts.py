"""About how much, and what is replaced, in words: shared by the line beside the button, the preview and the budget."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from orchestrator_desktop.domain.redaction import Kind, counts
from orchestrator_desktop.ui import formats

_LEAST = 1_000
"""Micro-dollars below which an estimate has no figure of its own."""


def about_cost(micro: int, locale: QLocale) -> str:
    """ "about $0.006", "under $0.001", "free"."""
    if micro == 0:
        return QCoreApplication.translate("Amounts", "free")
    if micro < _LEAST:
        return QCoreApplication.translate("Amounts", "under %1").replace("%1", formats.money(_LEAST, locale))
    return QCoreApplication.translate("Amounts", "about %1").replace("%1", formats.money(micro, locale))


def replaced_words(replaced: Mapping[str, str], *, short: bool = False) -> str:
    """ "2 names and 1 address replaced before sending"; `short` leaves out when. Empty where nothing is."""
    found = counts(replaced)
    kinds = [kind for kind in (Kind.NAME, *Kind) if kind in found]
    parts = [_count_words(kind, found[kind]) for kind in dict.fromkeys(kinds)]
    if not parts:
        return ""
    listed = parts[-1]
    if len(parts) > 1:
        both = QCoreApplication.translate("Amounts", "%1 and %2")
        listed = both.replace("%1", ", ".join(parts[:-1])).replace("%2", listed)
    whole = QCoreApplication.translate("Amounts", "%1 replaced before sending")
    brief = QCoreApplication.translate("Amounts", "%1 replaced")
    return (brief if short else whole).replace("%1", listed)


def _count_words(kind: Kind, count: int) -> str:
    match kind:
        case Kind.NAME:
            return QCoreApplication.translate("Amounts", "%n name(s)", "", count)
        case Kind.EMAIL:
            return QCoreApplication.translate("Amounts", "%n address(es)", "", count)
        case Kind.PHONE:
            return QCoreApplication.translate("Amounts", "%n phone number(s)", "", count)
        case Kind.IBAN:
            return QCoreApplication.translate("Amounts", "%n account number(s)", "", count)
        case Kind.CARD:
            return QCoreApplication.translate("Amounts", "%n card number(s)", "", count)
        case Kind.KEY:
            return QCoreApplication.translate("Amounts", "%n key(s)", "", count)
