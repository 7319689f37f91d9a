"""The theme: which tokens hold now, fonts at the chosen scale, icons; says when any of it changed."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from orchestrator_desktop.system.resources import resource
from orchestrator_desktop.ui.theme.icons import IconCache
from orchestrator_desktop.ui.theme.stylesheet import palette_from, style_sheet
from orchestrator_desktop.ui.theme.tokens import Tokens, high_contrast_tokens, tokens_from
from orchestrator_desktop.ui.theme.typography import interface_family, make_font, styles_from

SCALE_MIN, SCALE_MAX = 0.9, 1.5
_REMEMBERED = 4000
"""Texts whose width is remembered."""
_Style = tuple[str, int | None, bool]


class ThemeSetting(StrEnum):
    """What the user chose in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """One per application, made in app.py and handed to every widget. Window thread only.

    `changed` is emitted after tokens, scale or contrast changed; widgets repaint and re-measure on it."""

    changed = Signal()

    def __init__(self, app: QApplication, *, setting: ThemeSetting = ThemeSetting.SYSTEM, scale: float = 1.0) -> None:
        super().__init__(app)
        raw = json.loads(resource("theme/tokens.json").read_text(encoding="utf-8"))
        self._app = app
        self._hints = app.styleHints()
        self._contrast = self._hints.accessibility()
        self._sets = {"light": tokens_from(raw["light"]), "dark": tokens_from(raw["dark"])}
        self._styles = styles_from(raw["type"])
        self._family = interface_family(str(resource("fonts/InterVariable.ttf")), platform=app.platformName())
        self._icons = IconCache(resource)
        self._setting = setting
        self._scale = _clamp(scale)
        self._installed = False
        self._fonts: dict[_Style, QFont] = {}
        self._metrics: dict[_Style, QFontMetricsF] = {}
        self._fitted: dict[tuple[_Style, str, float | None], tuple[str, float]] = {}
        self._tokens = self._choose()
        self._connect()

    def _connect(self) -> None:
        self._hints.colorSchemeChanged.connect(self._refresh)
        self._contrast.contrastPreferenceChanged.connect(self._refresh)

    # what holds now

    @property
    def tokens(self) -> Tokens:
        return self._tokens

    @property
    def setting(self) -> ThemeSetting:
        return self._setting

    @property
    def scale(self) -> float:
        return self._scale

    @property
    def dark(self) -> bool:
        """Whether the surface is dark, whatever the reason (setting, system, high contrast)."""
        return self._tokens.surface.lightnessF() < 0.5

    @property
    def high_contrast(self) -> bool:
        return self._contrast.contrastPreference() == Qt.ContrastPreference.HighContrast

    @property
    def edge(self) -> int:
        """Width of a control's edge in px: 1, or 2 in high contrast."""
        return 2 if self.high_contrast else 1

    # what the settings change

    def set_setting(self, setting: ThemeSetting) -> None:
        self._setting = setting
        self._refresh()

    def set_scale(self, scale: float) -> None:
        """Font scale; kept within 0.9 and 1.5."""
        self._scale = _clamp(scale)
        self._refresh()

    def install(self) -> None:
        """Style the whole application: Fusion, palette, style sheet, font; kept in step from then on."""
        self._installed = True
        with _no_collection():
            if not self._app.styleSheet():  # an earlier theme's: Fusion is under it
                self._app.setStyle("Fusion")
            self._dress()

    # type

    def font(self, style: str, weight: int | None = None, tabular: bool = False) -> QFont:
        """The font of a type style ("body", "meta", "title"…), at the current scale."""
        key = (style, weight, tabular)
        if key not in self._fonts:
            self._fonts[key] = make_font(
                self._family, self._styles[style], scale=self._scale, weight=weight, tabular=tabular
            )
        return QFont(self._fonts[key])

    def metrics(self, style: str, weight: int | None = None, tabular: bool = False) -> QFontMetricsF:
        """Metrics of a type style, with fractions of a pixel."""
        key = (style, weight, tabular)
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(self.font(style, weight, tabular))
        return self._metrics[key]

    def fit(
        self, text: str, style: str, weight: int | None = None, tabular: bool = False, *, width: float | None = None
    ) -> tuple[str, float]:
        """The text as it fits into `width` (elided at the right), and its width in px; remembered, because lists paint
        the same words again and again."""
        key = ((style, weight, tabular), text, width)
        if key not in self._fitted:
            if len(self._fitted) >= _REMEMBERED:
                self._fitted.clear()
            metrics = self.metrics(style, weight, tabular)
            shown = text if width is None else metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            self._fitted[key] = shown, metrics.horizontalAdvance(shown)
        return self._fitted[key]

    def line_height(self, style: str) -> int:
        """Height of one line of a type style in px, at the current scale."""
        return round(self._styles[style].line * self._scale)

    def grown(self, px: int, *styles: str) -> int:
        """A height of the design (px at 100 %) holding one line of each style, at the current scale."""
        return px + sum(self.line_height(style) - self._styles[style].line for style in styles)

    # icons

    def icon(self, name: str, token: str = "text-2", size: int = 16) -> QIcon:
        """An icon for Qt's own widgets; ask again on `changed`."""
        return self._icons.icon(name, self._tokens.color(token), size)

    def pixmap(self, name: str, token: str = "text-2", size: float = 16, ratio: float = 1.0) -> QPixmap:
        """An icon as a pixmap for a screen of `ratio` device pixels a pixel."""
        return self._icons.pixmap(name, self._tokens.color(token), size, ratio)

    def draw_icon(self, painter: QPainter, rect: QRectF, name: str, token: str = "text-2") -> None:
        """Draw an icon into `rect` (square), sharp on the painter's device."""
        pixmap = self.pixmap(name, token, rect.width(), painter.device().devicePixelRatio())
        painter.drawPixmap(rect.topLeft(), pixmap)

    # keeping in step

    def _refresh(self) -> None:
        self._tokens = self._choose()
        self._fonts.clear()
        self._metrics.clear()
        self._fitted.clear()
        self._icons.clear()
        if self._installed:
            with _no_collection():
                self._dress()
        self.changed.emit()

    def _choose(self) -> Tokens:
        if self.high_contrast:
            return high_contrast_tokens(self._app.style().standardPalette())
        if self._setting is not ThemeSetting.SYSTEM:
            return self._sets[self._setting.value]
        dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        return self._sets["dark" if dark else "light"]

    def _dress(self) -> None:
        self._app.setPalette(palette_from(self._tokens))
        self._app.setFont(self.font("body"))
        self._app.setStyleSheet(style_sheet(self._tokens, self._scale, self.edge))


@contextmanager
def _no_collection() -> Iterator[None]:
    """No garbage collection meanwhile: Qt goes through a list of all widgets and calls their Python overrides; a
    collection in one of these would delete a widget that nobody holds and that the list still names: a crash."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def _clamp(scale: float) -> float:
    return min(max(scale, SCALE_MIN), SCALE_MAX)
