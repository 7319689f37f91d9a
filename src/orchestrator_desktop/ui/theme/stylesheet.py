"""Tokens to style sheet and palette: all that Qt's own widgets need. Our painted widgets read tokens themselves."""

from __future__ import annotations

from dataclasses import fields
from string import Template

from PySide6.QtGui import QColor, QPalette

from orchestrator_desktop.ui.theme.tokens import Tokens

_SHEET = Template("""
QMainWindow, QDialog { background: $surface; }
QToolTip { background: $ink; color: $on_ink; border: none; padding: 4px 8px; }

QPushButton {
    background: $surface; color: $text; border: ${edge}px solid $line_strong; border-radius: 6px;
    min-height: ${control}px; padding: 0 12px; font-weight: 500;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:open { background: $sunken; }
QPushButton:focus { border: 2px solid $focus; padding: 0 ${pad}px; min-height: ${focused}px; }
QPushButton:disabled { color: $text_3; }
QPushButton[kind="primary"], QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kind="primary"]:hover, QPushButton:default:hover { background: $accent_hover; }
QPushButton[kind="plain"] { background: transparent; border-color: transparent; color: $text_2; }
QPushButton[kind="plain"]:hover { background: $hover; }
QPushButton[kind="danger"] { color: $bad_text; }
QPushButton[small="true"] { min-height: ${small}px; }
QPushButton[painted="true"], QPushButton[painted="true"]:focus { min-height: 0; padding: 0; border: none; }

QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox {
    background: $surface; color: $text; border: ${edge}px solid $line_control; border-radius: 6px;
    padding: 0 10px; selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QAbstractSpinBox { min-height: ${control}px; }
QTextEdit, QPlainTextEdit { padding: 4px 6px; }
QLineEdit:focus, QAbstractSpinBox:focus { border: 2px solid $focus; padding: 0 9px; min-height: ${focused}px; }
QTextEdit:focus, QPlainTextEdit:focus { border: 2px solid $focus; padding: 3px 5px; }
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled { background: $canvas; color: $text_3; }
*[frameless="true"], *[frameless="true"]:focus { background: transparent; border: none; padding: 0; min-height: 0; }

QComboBox QAbstractItemView { background: $surface; border: 1px solid $line_control; outline: none; }

QScrollArea, QAbstractScrollArea[bare="true"] { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line_strong; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $line_control; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: $surface; color: $text; border: ${edge}px solid $line_control; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 6px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $text_3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QTabBar::scroller { width: 48px; }
QTabBar QToolButton { background: $surface; border: none; border-bottom: 1px solid $line; }
QTabBar QToolButton:hover { background: $hover; }

QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
""")


def style_sheet(tokens: Tokens, scale: float, edge: int) -> str:
    """The application's style sheet. `scale` is the font scale, `edge` a control's edge in px.

    A style sheet's min-height is the content's: 32 px less the two edges."""
    values: dict[str, object] = {field.name: _css(getattr(tokens, field.name)) for field in fields(Tokens)}
    grown = round(20 * scale) - 20
    values |= {"edge": edge, "control": 32 + grown - 2 * edge, "small": 28 + grown - 2 * edge}
    values |= {"focused": 32 + grown - 4, "pad": 12 - (2 - edge)}
    return _SHEET.substitute(values)


def palette_from(tokens: Tokens) -> QPalette:
    """The palette for what style sheets do not reach: text documents, item views, native parts."""
    palette = QPalette()
    role = QPalette.ColorRole
    colors = {
        role.Window: tokens.surface,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.canvas,
        role.Button: tokens.surface,
        role.WindowText: tokens.text,
        role.Text: tokens.text,
        role.ButtonText: tokens.text,
        role.PlaceholderText: tokens.text_3,
        role.ToolTipBase: tokens.ink,
        role.ToolTipText: tokens.on_ink,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Link: tokens.accent_text,
        role.LinkVisited: tokens.accent_text,
        role.Mid: tokens.line_strong,
        role.Dark: tokens.line_control,
        role.Accent: tokens.accent,
    }
    for key, color in colors.items():
        palette.setColor(key, color)
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, tokens.text_3)
    return palette


def _css(color: QColor) -> str:
    """A colour as a style sheet wants it."""
    return f"rgba({color.red()}, {color.green()}, {color.blue()}, {color.alpha()})"
