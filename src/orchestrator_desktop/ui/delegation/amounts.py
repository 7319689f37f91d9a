"""About how much, and what is replaced, in words: shared by the line beside the button, the preview and the budget."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from orchestrator_desktop.domain.redaction import Kind, counts
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.counted import Counted

Amounts: Final = Counted("Amounts")
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
            return Amounts.tr("%n name(s)", "", count)
        case Kind.EMAIL:
            return Amounts.tr("%n address(es)", "", count)
        case Kind.PHONE:
            return Amounts.tr("%n phone number(s)", "", count)
        case Kind.IBAN:
            return Amounts.tr("%n account number(s)", "", count)
        case Kind.CARD:
            return Amounts.tr("%n card number(s)", "", count)
        case Kind.KEY:
            return Amounts.tr("%n key(s)", "", count)
