"""Texts with a number in them, in their plural forms, where no widget is there to say them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class Counted:
    """The texts of one context, bound to its name: `Amounts = Counted("Amounts")`. Qt's collector takes a text for a
    plural, and the name before it for its context, in `Amounts.tr("%n …", "", n)`; in `translate` it does not."""

    context: str

    def tr(self, text: str, comment: str, number: int) -> str:
        """Like that of a QObject."""
        return QCoreApplication.translate(self.context, text, comment, number)
