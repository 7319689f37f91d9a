"""Colour tokens: one typed value per name of UI.md 2, read from `resources/theme/tokens.json`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme. Widgets name tokens, never hex values.

    Attributes spell the dashes of the design as underscores; `color()` takes either spelling."""

    surface: QColor
    canvas: QColor
    sunken: QColor
    hover: QColor
    nav_selected: QColor
    selected: QColor
    line: QColor
    line_strong: QColor
    line_control: QColor
    text: QColor
    text_2: QColor
    text_3: QColor
    accent: QColor
    accent_hover: QColor
    on_accent: QColor
    accent_text: QColor
    accent_soft: QColor
    focus: QColor
    ink: QColor
    on_ink: QColor
    ok_text: QColor
    ok_soft: QColor
    warn_text: QColor
    warn_soft: QColor
    bad_text: QColor
    bad_soft: QColor
    ins_text: QColor
    ins_bg: QColor
    del_text: QColor
    del_bg: QColor
    scrim: QColor

    @property
    def flat(self) -> bool:
        """Whether there are no soft fills (high contrast): edges must say what fills say elsewhere."""
        return self.selected == self.surface

    def color(self, name: str) -> QColor:
        """The colour of a token by name: "text-2" or "text_2"."""
        color: QColor = getattr(self, name.replace("-", "_"))
        return color


TOKEN_NAMES = tuple(field.name for field in fields(Tokens))


def tokens_from(colors: Mapping[str, str]) -> Tokens:
    """Tokens from names (dashed) and colours (#RRGGBB or #AARRGGBB); a missing or unknown name is an error."""
    return Tokens(**{name.replace("-", "_"): QColor(value) for name, value in colors.items()})


def high_contrast_tokens(palette: QPalette) -> Tokens:
    """Tokens made of the system's own colours only (UI.md 9): no soft fills, every edge in the text colour."""
    base, window = palette.base().color(), palette.window().color()
    text, window_text = palette.text().color(), palette.windowText().color()
    highlight, on_highlight = palette.highlight().color(), palette.highlightedText().color()
    colors = dict.fromkeys(TOKEN_NAMES, text)
    colors |= dict.fromkeys(("surface", "sunken", "hover", "selected", "nav_selected"), base)
    colors |= dict.fromkeys(("accent_soft", "ok_soft", "warn_soft", "bad_soft", "ins_bg", "del_bg"), base)
    colors |= {"canvas": window, "line": window_text, "on_ink": base, "scrim": window}
    colors |= {"accent": highlight, "accent_hover": highlight, "on_accent": on_highlight, "focus": highlight}
    return Tokens(**colors)
