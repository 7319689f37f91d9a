"""Numbers and amounts as they are typed, stepped and written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.domain.money import parse_amount
from orchestrator_desktop.ui.settings.amounts import (
    amount_field,
    number_field,
    plain_amount,
    price_words,
    read_number,
    tell_sign,
)
from orchestrator_desktop.ui.settings.spin_field import SpinField
from orchestrator_desktop.ui.theme import Theme

ENGLISH, FRENCH = QLocale("en_US"), QLocale("fr_FR")
LOCALES = st.sampled_from([ENGLISH, FRENCH])


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp)
    yield made
    made.deleteLater()


class Field:
    """A field on the screen with what it said."""

    def __init__(self, field: SpinField, bot: QtBot) -> None:
        self.field, self.bot = field, bot
        self.said: list[int | None] = []
        self.problems: list[UsageError] = []
        bot.addWidget(field)
        field.changed.connect(self.said.append)
        field.refused.connect(self.problems.append)
        field.resize(120, 32)
        field.show()
        bot.waitExposed(field)

    def type(self, text: str) -> None:
        self.field.selectAll()
        self.bot.keyClicks(self.field, text) if text else self.bot.keyClick(self.field, Qt.Key.Key_Delete)
        self.bot.keyClick(self.field, Qt.Key.Key_Return)


@pytest.fixture
def number(theme: Theme, qtbot: QtBot) -> Field:
    made = Field(number_field(theme, 64), qtbot)
    made.field.set_value(None, usual=4)
    return made


def test_a_typed_number_counts_on_enter(number: Field) -> None:
    number.type("12")
    number.type("12")
    assert (number.said, number.field.value()) == ([12], 12)
    number.type("")
    assert (number.said, number.field.value()) == ([12, None], None)


@pytest.mark.parametrize("text", ["0", "65", "four", "1.5", "-1", "9" * 400])
def test_what_is_no_such_number_is_said_and_nothing_changes(number: Field, text: str) -> None:
    number.field.set_value(3)
    number.type(text)
    assert (number.said, number.field.text(), len(number.problems)) == ([], "3", 1)


def test_steps_begin_at_what_is_usual_and_count_as_one_change(number: Field) -> None:
    for _ in range(3):
        number.bot.keyClick(number.field, Qt.Key.Key_Up)
    number.bot.keyClick(number.field, Qt.Key.Key_Down)
    assert (number.field.text(), number.said) == ("6", [])
    number.field.clearFocus()
    number.field.commit()
    assert number.said == [6]


def test_the_chevrons_step_too_and_not_below_the_least(number: Field) -> None:
    number.field.set_value(2)
    arrows = number.field.findChildren(type(number.field._arrows))[0]
    number.bot.mouseClick(arrows, Qt.MouseButton.LeftButton, pos=QPoint(8, 4))
    assert number.field.text() == "3"
    for _ in range(5):
        number.bot.mouseClick(arrows, Qt.MouseButton.LeftButton, pos=QPoint(8, 28))
    assert number.field.text() == "1"
    number.bot.waitUntil(lambda: number.said == [1])


def test_what_is_being_typed_is_not_overwritten(number: Field) -> None:
    number.field.selectAll()
    number.bot.keyClicks(number.field, "7")
    number.field.set_value(2)
    assert number.field.text() == "7"
    number.bot.keyClick(number.field, Qt.Key.Key_Return)
    assert number.said == [7]


def test_an_amount_follows_the_language(theme: Theme, qtbot: QtBot) -> None:
    locale = ENGLISH
    made = Field(amount_field(theme, lambda: locale), qtbot)
    tell_sign(made.field, locale)
    made.type("$2.5")
    assert (made.said, made.field.text()) == ([2_500_000], "2.50")
    locale = FRENCH
    tell_sign(made.field, locale)
    assert made.field.text() == "2,50\u00a0$"
    made.type("1 000,5")
    assert made.said[-1] == 1_000_500_000
    made.type("1,000")
    assert "can be read in two ways" in str(made.problems[-1])


@given(st.integers(0, 10**13), LOCALES)
def test_an_amount_in_a_field_means_itself(micro: int, locale: QLocale) -> None:
    assert parse_amount(plain_amount(micro, locale)) == micro


@given(st.integers(0, 10**10), LOCALES)
def test_a_price_is_never_rounded(micro: int, locale: QLocale) -> None:
    words = price_words(micro, locale)
    number = words.strip("$\u00a0")
    assert locale.toDouble(number)[0] == micro / 1_000_000
    assert words == f"${number}" if locale is ENGLISH else f"{number}\u00a0$"


@pytest.mark.parametrize(
    ("micro", "words"), [(0, "$0"), (1_000_000, "$1"), (2_500_000, "$2.50"), (75_000, "$0.075"), (15_000_000, "$15")]
)
def test_a_price_is_short(micro: int, words: str) -> None:
    assert price_words(micro, ENGLISH) == words


@given(st.text(max_size=12), st.integers(1, 100_000))
def test_any_text_is_a_number_in_range_or_refused(text: str, most: int) -> None:
    try:
        number = read_number(most, text)
    except UsageError:
        return
    assert number is None or 1 <= number <= most
