"""Amounts and numbers as the settings write and read them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QLocale

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError
from orchestrator_desktop.domain.money import MICRO, parse_amount
from orchestrator_desktop.ui.settings.spin_field import SpinField
from orchestrator_desktop.ui.theme import Theme

_DIGITS: Final = 6


def plain_amount(micro: int, locale: QLocale) -> str:
    """Dollars without their sign, as they stand in a field: "5.00", "0.075", "0,84"."""
    return locale.toString(micro / MICRO, "f", max(2, _decimals(micro)))


def price_words(micro: int, locale: QLocale) -> str:
    """A price for a million tokens, as short as it can be without rounding: "$1", "$0.075", "2,50 $"."""
    decimals = _decimals(micro)
    number = locale.toString(micro / MICRO, "f", max(2, decimals) if decimals else 0)
    return f"{number}\u00a0$" if _sign_last(locale) else f"${number}"


def amount_field(theme: Theme, locale: Callable[[], QLocale]) -> SpinField:
    """A field for dollars in the language's own way; a step is a dollar. `tell_sign` after a change of language."""
    return SpinField(theme, parse_amount, lambda micro: _field_text(micro, locale()), step=MICRO)


def tell_sign(field: SpinField, locale: QLocale) -> None:
    """Put the dollar sign where the language has it."""
    field.set_prefix("" if _sign_last(locale) else "$")
    field.retell()


def number_field(theme: Theme, most: int) -> SpinField:
    """A field for a whole number from 1 to `most`."""
    return SpinField(theme, partial(read_number, most), str, least=1)


def read_number(most: int, text: str) -> int | None:
    """The number meant, None for an empty text. Raises UsageError."""
    typed = "".join(text.split())
    if not typed:
        return None
    if not typed.isdecimal() or len(typed) > len(str(most)) + _DIGITS:
        raise UsageError(
            QT_TRANSLATE_NOOP("errors", "“{typed}” is not a whole number. Nothing was changed."), typed=text[:40]
        )
    number = int(typed)
    if not 1 <= number <= most:
        raise UsageError(
            QT_TRANSLATE_NOOP("errors", "{number} is not between 1 and {most}. Nothing was changed."),
            number=number,
            most=most,
        )
    return number


def _field_text(micro: int, locale: QLocale) -> str:
    number = plain_amount(micro, locale)
    return f"{number}\u00a0$" if _sign_last(locale) else number


def _decimals(micro: int) -> int:
    """How many places after the point are not zero."""
    return len(f"{micro % MICRO:0{_DIGITS}}".rstrip("0"))


def _sign_last(locale: QLocale) -> bool:
    return locale.language() == QLocale.Language.French
