"""Single-colour SVG icons, tinted from tokens and drawn at the exact device size."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_RATIOS = (1.0, 1.5, 2.0, 3.0)
_GRID, _PEN = 16, 1.5
"""Icons are drawn on a grid of 16 with a pen of 1.5; a smaller icon keeps more of its pen than its size."""


class IconCache:
    """Icons of one folder. Pixmaps are kept by name, colour, size and device pixel ratio until `clear()`."""

    def __init__(self, folder: Callable[[str], Path]) -> None:
        """`folder` gives the file of a resource path such as "icons/sun.svg"."""
        self._file = folder
        self._sources: dict[str, bytes] = {}
        self._pixmaps: dict[tuple[str, str, float, float], QPixmap] = {}

    def clear(self) -> None:
        self._pixmaps.clear()

    def pixmap(self, name: str, color: QColor, size: float, ratio: float) -> QPixmap:
        """The icon as a pixmap of `size` logical pixels; an unknown name raises FileNotFoundError."""
        key = (name, color.name(QColor.NameFormat.HexArgb), size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._render(name, color, size, ratio)
        return self._pixmaps[key]

    def icon(self, name: str, color: QColor, size: float) -> QIcon:
        """The icon for Qt's own widgets, crisp at 100, 150, 200 and 300 %."""
        icon = QIcon()
        for ratio in _RATIOS:
            icon.addPixmap(self.pixmap(name, color, size, ratio))
        return icon

    def _render(self, name: str, color: QColor, size: float, ratio: float) -> QPixmap:
        source = self._source(name).replace(b"currentColor", color.name().encode())
        source = source.replace(b'stroke-width="1.5"', b'stroke-width="%.3f"' % (_PEN * (_GRID / size) ** 0.5))
        renderer = QSvgRenderer(QByteArray(source))
        edge = round(size * ratio)
        pixmap = QPixmap(edge, edge)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setOpacity(color.alphaF())
        renderer.render(painter, QRectF(0, 0, edge, edge))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _source(self, name: str) -> bytes:
        if name not in self._sources:
            self._sources[name] = self._file(f"icons/{name}.svg").read_bytes()
        return self._sources[name]
