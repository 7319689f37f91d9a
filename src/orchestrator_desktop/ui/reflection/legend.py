"""Which mark of the chart means what."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from orchestrator_desktop.ui.paint import Series, draw_series, draw_text, text_width
from orchestrator_desktop.ui.theme import Theme

_MARK, _GAP, _BETWEEN = 12, 9, 20


class Legend(QWidget):
    """Three marks with their words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def _words(self) -> dict[Series, str]:
        return {
            Series.AI: self.tr("with AI"),
            Series.PEOPLE: self.tr("with people"),
            Series.EXECUTED: self.tr("executed"),
        }

    def sizeHint(self) -> QSize:
        words = self._words().values()
        width = sum(_MARK + _GAP + text_width(self._theme, word, "meta") for word in words) + _BETWEEN * 2
        return QSize(round(width) + 2, self._theme.line_height("meta"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        x = 0.0
        for series, word in self._words().items():
            draw_series(
                painter, self._theme.tokens, QRectF(x, round((self.height() - _MARK) / 2), _MARK, _MARK), series
            )
            x += _MARK + _GAP
            width = text_width(self._theme, word, "meta")
            box = QRectF(x, 0, width + 1, self.height())
            draw_text(painter, self._theme, box, word, style="meta", token="text-2", elide=False)
            x += width + _BETWEEN
        painter.end()
