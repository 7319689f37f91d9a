"""Buttons, choices, segments: keys, focus, names, targets."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFocusEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.ui.theme import Theme, ThemeSetting
from orchestrator_desktop.ui.widgets.button import Button, IconButton, Kind
from orchestrator_desktop.ui.widgets.choice import CheckBox, RadioButton, Switch
from orchestrator_desktop.ui.widgets.focus import OuterRing, ring_wanted
from orchestrator_desktop.ui.widgets.segmented import Segment, Segmented

Key = Qt.Key


Shown = Callable[..., QWidget]


@pytest.fixture
def levels(theme: Theme) -> Segmented:
    return Segmented(theme, [Segment(level, level.name, level=level) for level in Level])


@pytest.mark.parametrize(("small", "height"), [(False, 32), (True, 28)])
def test_a_button_has_the_height_of_the_design(
    theme: Theme, qtbot: QtBot, small: bool, height: int, shown: Shown
) -> None:
    button = Button(theme, "Delegate", small=small)
    shown(button)
    assert button.height() == height


def test_the_design_s_delegate_button_is_145_wide(theme: Theme) -> None:
    button = Button(theme, "Delegate", kind=Kind.PRIMARY, keys=("Ctrl", "↵"))
    assert abs(button.sizeHint().width() - 145) <= 1


def test_a_button_grows_with_the_font(theme: Theme) -> None:
    button = Button(theme, "Delegate", keys=("D",))
    before = button.sizeHint()
    theme.set_scale(1.5)
    assert button.sizeHint().width() > before.width()
    assert button.sizeHint().height() > before.height()


def test_a_button_repaints_when_the_theme_changes(theme: Theme, qtbot: QtBot, shown: Shown) -> None:
    button = Button(theme, "", kind=Kind.PRIMARY)
    shown(button)
    theme.set_setting(ThemeSetting.DARK)
    assert button.grab().toImage().pixelColor(5, 16) == theme.tokens.accent


def test_a_button_is_pressed_by_the_space_bar_and_named_by_its_text(theme: Theme, qtbot: QtBot, shown: Shown) -> None:
    button = Button(theme, "Accept", keys=("A",))
    shown(button)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Key.Key_Space)
    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) == "Accept"


def test_a_filled_button_wears_its_ring_outside(theme: Theme, qtbot: QtBot, shown: Shown) -> None:
    button = Button(theme, "Accept", kind=Kind.PRIMARY)
    window = shown(Button(theme, "Edit"), button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    ring = window.findChild(OuterRing)
    assert ring.isVisible()
    assert ring.geometry() == button.geometry().adjusted(-4, -4, 4, 4)
    button.move(button.x() + 3, button.y())
    assert ring.geometry() == button.geometry().adjusted(-4, -4, 4, 4)
    button.clearFocus()
    assert not ring.isVisible()


def test_a_click_shows_no_ring() -> None:
    event = QFocusEvent(QFocusEvent.Type.FocusIn, Qt.FocusReason.MouseFocusReason)
    assert not ring_wanted(event)
    assert ring_wanted(QFocusEvent(QFocusEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))


@pytest.mark.parametrize("hit", [16, 24, 32])
def test_an_icon_button_is_at_least_24_px_and_says_what_it_does(theme: Theme, hit: int) -> None:
    button = IconButton(theme, "dots", "More", hit=hit)
    assert min(button.width(), button.height()) >= 24
    assert button.toolTip() == "More"
    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) == "More"


@pytest.mark.parametrize("make", [Switch, CheckBox])
def test_a_switch_and_a_checkbox_toggle_by_key_and_click(
    theme: Theme, qtbot: QtBot, make: type[Switch] | type[CheckBox], shown: Shown
) -> None:
    toggle: QAbstractButton = make(theme, "Use this provider")
    shown(toggle)
    toggle.setFocus()
    qtbot.keyClick(toggle, Key.Key_Space)
    assert toggle.isChecked()
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert not toggle.isChecked()


def test_a_switch_moves_its_knob_as_well_as_its_colour(theme: Theme, qtbot: QtBot, shown: Shown) -> None:
    switch = Switch(theme, "Use")
    shown(switch)
    off = switch.grab().toImage()
    switch.setChecked(True)
    on = switch.grab().toImage()
    assert off.pixelColor(13, 13) == theme.tokens.line_control
    assert on.pixelColor(27, 13) == theme.tokens.on_accent


def test_radio_buttons_exclude_each_other(theme: Theme, qtbot: QtBot, shown: Shown) -> None:
    one, other = RadioButton(theme, "Ask"), RadioButton(theme, "Queue")
    shown(one, other)
    one.setFocus()
    one.setChecked(True)
    qtbot.keyClick(one, Key.Key_Right)
    assert other.isChecked()
    assert not one.isChecked()


def test_arrow_keys_move_the_choice_of_segments(levels: Segmented, qtbot: QtBot, shown: Shown) -> None:
    shown(levels)
    levels.set_value(Level.AI_ALONE)
    first, second, _ = levels.findChildren(QAbstractButton)
    first.setFocus()
    with qtbot.waitSignal(levels.chosen) as caught:
        qtbot.keyClick(first, Key.Key_Right)
    assert caught.args == [Level.YOU_AND_AI]
    assert levels.value() == Level.YOU_AND_AI
    assert second.hasFocus()


def test_setting_a_value_says_nothing(levels: Segmented, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(levels.chosen):
        levels.set_value(Level.YOU_ONLY)
    levels.set_value(None)
    assert levels.value() is None


def test_a_suggestion_is_not_a_choice(levels: Segmented, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(levels.chosen):
        levels.set_suggested(Level.YOU_AND_AI)
    assert levels.value() is None
    assert levels.suggested() == Level.YOU_AND_AI


def test_segments_said_in_another_language_keep_the_choice(levels: Segmented) -> None:
    levels.set_value(Level.YOU_AND_AI)
    levels.set_suggested(Level.AI_ALONE)
    levels.set_segments([Segment(level, f"fr {level.name}", level=level) for level in Level])
    assert (levels.value(), levels.suggested()) == (Level.YOU_AND_AI, Level.AI_ALONE)


def test_a_closed_segment_says_why(levels: Segmented, qtbot: QtBot, shown: Shown) -> None:
    shown(levels)
    levels.set_segment_enabled(Level.AI_ALONE, False, "Not earned yet.")
    first = levels.findChildren(QAbstractButton)[0]
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert levels.value() is None
    assert first.toolTip() == "Not earned yet."


def test_segments_are_of_equal_width(theme: Theme, qtbot: QtBot, shown: Shown) -> None:
    choice = Segmented(theme, [Segment(1, "To"), Segment(2, "Compare several", icon="compare"), Segment(3, "Person")])
    shown(choice)
    choice.setFixedWidth(396)
    widths = {button.width() for button in choice.findChildren(QAbstractButton)}
    assert max(widths) - min(widths) <= 1


def test_screen_readers_hear_segments_as_radio_buttons(levels: Segmented) -> None:
    first = levels.findChildren(QAbstractButton)[0]
    assert QAccessible.queryAccessibleInterface(first).role() == QAccessible.Role.RadioButton
