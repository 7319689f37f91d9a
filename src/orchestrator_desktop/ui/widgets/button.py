"""Buttons: words with an icon and key caps, or an icon alone."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from orchestrator_desktop.ui.paint import (
    draw_box,
    draw_focus_ring,
    draw_key_caps,
    draw_text,
    key_caps_width,
    text_width,
)
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.focus import OuterRing, ring_wanted, say
from orchestrator_desktop.ui.widgets.painted import PaintedButton

_PADDING = 13
_LINK_PADDING = 3
_ICON = 14
_ICON_GAP = 7
_KEY_GAP = 8


class Kind(StrEnum):
    """How much a button weighs. One primary a screen."""

    OUTLINED = "outlined"
    PRIMARY = "primary"
    PLAIN = "plain"
    LINK = "link"
    """Words within a line of `meta` text, in `accent-text`, underlined under the pointer."""
    DANGER = "danger"


_TEXT = {
    Kind.OUTLINED: "text",
    Kind.PRIMARY: "on-accent",
    Kind.PLAIN: "text-2",
    Kind.LINK: "accent-text",
    Kind.DANGER: "bad-text",
}
_ICON_TOKEN = _TEXT | {Kind.OUTLINED: "text-2"}


class Button(QPushButton):
    """A button 32 px high (28 small) with an optional icon before and key caps after its words.

    The text is the accessible name; a disabled button should say why in its tooltip."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        kind: Kind = Kind.OUTLINED,
        icon: str | None = None,
        keys: Sequence[str] = (),
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._icon = icon
        self._keys = tuple(keys)
        self._small = small
        self._style = "meta" if small or kind is Kind.LINK else "body"
        self.setProperty("painted", True)  # the style sheet is for Qt's own buttons
        self._ring = False
        self._outer: OuterRing | None = None
        self.setText(text)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        theme.changed.connect(self._resize)

    def setText(self, text: str) -> None:
        say(self, text)

    def set_keys(self, keys: Sequence[str]) -> None:
        """The key caps after the words, e.g. ("Ctrl", "↵"); none hides them."""
        self._keys = tuple(keys)
        self._resize()

    def set_icon_name(self, icon: str | None) -> None:
        self._icon = icon
        self._resize()

    def set_kind(self, kind: Kind) -> None:
        self._kind = kind
        self.update()

    @property
    def kind(self) -> Kind:
        return self._kind

    @property
    def keys(self) -> tuple[str, ...]:
        return self._keys

    def _resize(self) -> None:
        self.updateGeometry()
        self.update()

    def _content_width(self) -> int:
        parts = [round(text_width(self._theme, self.text(), self._style, 500) + 0.5)] if self.text() else []
        if self._icon:
            parts.append(_ICON + (_ICON_GAP if self.text() else 0))
        if self._keys:
            parts.append(_KEY_GAP + key_caps_width(self._theme, self._keys))
        return sum(parts)

    def sizeHint(self) -> QSize:
        padding = _LINK_PADDING if self._kind is Kind.LINK else _PADDING - (2 if self._small else 0)
        height = 24 if self._kind is Kind.LINK else 28 if self._small else 32
        return QSize(self._content_width() + 2 * padding, self._theme.grown(height, self._style))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring = ring_wanted(event)
        if self._ring and self._kind is Kind.PRIMARY:
            self._outer = self._outer or OuterRing(self._theme, self)
            self._outer.show_ring()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring = False
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        self._paint_box(painter, rect)
        self._paint_content(painter, rect)
        painter.end()

    def _paint_box(self, painter: QPainter, rect: QRectF) -> None:
        tokens, edge = self._theme.tokens, self._theme.edge
        if self._kind is Kind.PRIMARY and self.isEnabled():
            held = self.isDown() or self.underMouse()
            draw_box(painter, tokens, rect, fill="accent-hover" if held else "accent")
            return
        fill = self._fill()
        if self._kind in (Kind.OUTLINED, Kind.PRIMARY, Kind.DANGER):
            draw_box(painter, tokens, rect, fill=fill, edge="line-strong", width=edge)
        elif self._kind is Kind.PLAIN and fill != "surface":
            draw_box(painter, tokens, rect, fill=fill)
        if self._ring:
            draw_focus_ring(painter, tokens, rect)

    def _fill(self) -> str:
        if not self.isEnabled():
            return "canvas" if self._kind is Kind.PRIMARY else "surface"
        if self.isDown() or self.isChecked():
            return "sunken"
        return "hover" if self.underMouse() else "surface"

    def _paint_content(self, painter: QPainter, rect: QRectF) -> None:
        enabled = self.isEnabled()
        x = rect.left() + max(0, (rect.width() - self._content_width() + 1) // 2)
        if self._icon:
            token = _ICON_TOKEN[self._kind] if enabled else "text-3"
            box = QRectF(x, rect.top() + (rect.height() - _ICON) // 2, _ICON, _ICON)
            self._theme.draw_icon(painter, box, self._icon, token)
            x += _ICON + (_ICON_GAP if self.text() else 0)
        token = _TEXT[self._kind] if enabled else "text-3"
        words = QRectF(x, rect.top(), rect.right() - x, rect.height())
        used = draw_text(painter, self._theme, words, self.text(), style=self._style, weight=500, token=token)
        if self._kind is Kind.LINK and self.underMouse():
            line = rect.center().y() + self._theme.line_height(self._style) // 2 - 1
            painter.fillRect(QRectF(x, round(line), used, 1), self._theme.tokens.color(token))
        x += used
        if self._keys:
            bright = self._kind is Kind.PRIMARY and enabled
            caps = QRectF(round(x) + _KEY_GAP, rect.top(), rect.width(), rect.height())
            draw_key_caps(
                painter, self._theme, caps, self._keys,
                token="on-accent" if bright else "text-3", edge="on-accent" if bright else "line-strong", fill=None,
            )  # fmt: skip


class IconButton(PaintedButton):
    """An icon that acts. `text` is its accessible name and its tooltip; the hit area is at least 24 px."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        text: str,
        *,
        size: int = 16,
        hit: int = 28,
        token: str = "text-2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._icon = icon
        self._size = size
        self._hit = max(24, hit)
        self._token = token
        self.set_text(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(self._hit, self._hit)
        theme.changed.connect(self.update)

    def set_text(self, text: str) -> None:
        """Accessible name and tooltip."""
        self.setText(text)
        self.setToolTip(text)

    def set_icon_name(self, icon: str, token: str | None = None) -> None:
        self._icon = icon
        self._token = token or self._token
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._hit, self._hit)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.isEnabled() and (self.isDown() or self.isChecked()):
            draw_box(painter, self._theme.tokens, rect, fill="sunken")
        elif self.isEnabled() and self.underMouse():
            draw_box(painter, self._theme.tokens, rect, fill="hover")
        if self._ring:
            draw_focus_ring(painter, self._theme.tokens, rect)
        inset = (self._hit - self._size) / 2
        token = self._token if self.isEnabled() else "text-3"
        self._theme.draw_icon(painter, rect.adjusted(inset, inset, -inset, -inset), self._icon, token)
        painter.end()
