"""The theme: what it gives, and that everything follows when it changes."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPalette, QRawFont
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from orchestrator_desktop.system.resources import resource
from orchestrator_desktop.ui.theme import Theme, ThemeSetting
from orchestrator_desktop.ui.theme.stylesheet import style_sheet
from orchestrator_desktop.ui.theme.typography import TypeStyle, interface_family, make_font

FRENCH = "àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔŒÙÛ’«»–—…→≈€\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"


def test_dark_and_light_are_chosen(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_setting(ThemeSetting.DARK)
    assert theme.dark
    assert theme.tokens.surface.name().upper() == "#1B1C1F"
    theme.set_setting(ThemeSetting.LIGHT)
    assert not theme.dark


def test_system_follows_the_desktop(theme: Theme, qapp: QApplication) -> None:
    theme.set_setting(ThemeSetting.SYSTEM)
    assert theme.dark == (qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark)


def test_the_palette_and_the_style_sheet_follow(theme: Theme, qapp: QApplication) -> None:
    before = qapp.styleSheet()
    theme.set_setting(ThemeSetting.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Text) == theme.tokens.text
    assert qapp.styleSheet() != before


def test_a_plain_line_edit_wears_the_theme(theme: Theme, qtbot: QtBot) -> None:
    edit = QLineEdit()
    qtbot.addWidget(edit)
    edit.resize(200, edit.sizeHint().height())
    theme.set_setting(ThemeSetting.DARK)
    image = edit.grab().toImage()
    assert image.pixelColor(100, image.height() // 2) == theme.tokens.surface
    assert image.pixelColor(100, 0) == theme.tokens.line_control


@pytest.mark.parametrize(("kind", "token"), [("primary", "accent"), ("outlined", "surface")])
def test_a_plain_push_button_has_its_variants(theme: Theme, qtbot: QtBot, kind: str, token: str) -> None:
    button = QPushButton("")
    qtbot.addWidget(button)
    button.setProperty("kind", kind)
    button.resize(100, 32)
    assert button.grab().toImage().pixelColor(50, 16) == theme.tokens.color(token)


def test_the_scale_moves_fonts_lines_and_heights_together(theme: Theme) -> None:
    theme.set_scale(1.5)
    assert theme.font("meta").pixelSize() == 18
    assert theme.line_height("meta") == 24
    assert theme.grown(52, "body", "meta") == 52 + 10 + 8


@pytest.mark.parametrize(("asked", "kept"), [(0.1, 0.9), (9.0, 1.5), (1.25, 1.25)])
def test_the_scale_stays_within_its_bounds(theme: Theme, asked: float, kept: float) -> None:
    theme.set_scale(asked)
    assert theme.scale == kept


def test_fonts_carry_weight_spacing_and_tabular_figures(theme: Theme) -> None:
    assert theme.font("title").weight() == QFont.Weight.DemiBold
    assert theme.font("body", 500).weight() == QFont.Weight.Medium
    assert theme.font("question").letterSpacing() < 0
    figures = QFontMetricsF(theme.font("body", tabular=True))
    assert figures.horizontalAdvance("111") == figures.horizontalAdvance("000")
    plain = QFontMetricsF(theme.font("body"))
    assert plain.horizontalAdvance("111") < plain.horizontalAdvance("000")


def test_an_unknown_style_is_an_error(theme: Theme) -> None:
    with pytest.raises(KeyError):
        theme.font("huge")


def test_without_an_interface_font_inter_stands_in(qapp: QApplication) -> None:
    family = interface_family(str(resource("fonts/InterVariable.ttf")), platform="offscreen")
    font = make_font(family, TypeStyle(13, 20, 400, 0), scale=1.0, weight=None, tabular=False)
    assert QFontInfo(font).family() == "Inter"


def test_inter_has_every_french_character(theme: Theme) -> None:
    font = QRawFont.fromFont(theme.font("body"))
    assert font.familyName() == "Inter"
    assert [char for char in FRENCH if not font.supportsCharacter(ord(char))] == []


def test_high_contrast_edges_are_two_px(theme: Theme) -> None:
    assert "border: 2px solid" in style_sheet(theme.tokens, 1.0, 2)
    assert theme.edge == 1


def test_no_collection_while_qt_goes_through_all_widgets(theme: Theme, qtbot: QtBot) -> None:
    """A widget that nobody holds, collected in the middle of that walk, crashed the process."""
    collecting: list[bool] = []

    class Watcher(QWidget):
        def changeEvent(self, event: QEvent) -> None:
            super().changeEvent(event)
            collecting.append(gc.isenabled())

    watcher = Watcher()
    qtbot.addWidget(watcher)
    watcher.show()
    gc.enable()  # as in a program that has no ui/collector.py
    theme.set_setting(ThemeSetting.DARK)
    enabled_again = gc.isenabled()
    gc.disable()
    assert collecting
    assert not any(collecting)
    assert enabled_again
