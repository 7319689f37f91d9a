"""Type styles of UI.md 3 and the choice of the font family."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

FALLBACK_FAMILY = "Inter"
_STAND_INS = frozenset({"", "sans", "sans serif", "sans-serif", "ms shell dlg 2", "dejavu sans", "helvetica", "fixed"})
"""What Qt answers where the system names no interface font, and the fonts that stand in for one then."""


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """One style: size and line in px at 100 %, weight 100-900, letter spacing in em."""

    size: int
    line: int
    weight: int
    spacing: float


def styles_from(raw: Mapping[str, Mapping[str, Any]]) -> dict[str, TypeStyle]:
    """Type styles from the `type` table of tokens.json."""
    return {name: TypeStyle(**values) for name, values in raw.items()}


def interface_family(font_file: str, *, platform: str) -> str:
    """The system's interface font where it has a real one, else Inter, loaded from `font_file`.

    `platform` is QGuiApplication.platformName(); "offscreen" and "minimal" have no interface font."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if platform not in ("offscreen", "minimal") and _is_interface_font(system):
        return system.family()
    QFontDatabase.addApplicationFont(font_file)
    return FALLBACK_FAMILY


def _is_interface_font(font: QFont) -> bool:
    info = QFontInfo(font)
    named = font.family().lower() not in _STAND_INS and info.family().lower() not in _STAND_INS
    return named and not info.fixedPitch()


def make_font(family: str, style: TypeStyle, *, scale: float, weight: int | None, tabular: bool) -> QFont:
    """A QFont for a style: whole pixels, letter spacing and tabular figures included."""
    font = QFont(family)
    font.setPixelSize(max(1, round(style.size * scale)))
    font.setWeight(QFont.Weight(weight or style.weight))
    if family == FALLBACK_FAMILY:
        # The file is a variable font. Some fontconfigs list its regular instance alone, and Qt then finds no other.
        font.setVariableAxis(QFont.Tag("wght"), weight or style.weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if style.spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.spacing * style.size * scale)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
