"""Text in the design's type styles: one line, elided, or a paragraph with the style's line height."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from orchestrator_desktop.ui.paint import draw_text, text_width
from orchestrator_desktop.ui.paint.text import baseline
from orchestrator_desktop.ui.theme import Theme


class Label(QLabel):
    """Plain text in a type style and a token. One line elides and shows the whole in its tooltip; `wrap` breaks lines.

    QLabel underneath, so its text is what a screen reader says and it can be a control's buddy."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        style: str = "body",
        token: str = "text",
        weight: int | None = None,
        tabular: bool = False,
        wrap: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._style = style
        self._token = token
        self._weight = weight
        self._tabular = tabular
        self._own_tip = False
        self._heights: dict[int, int] = {}  # a layout asks for the same ones again and again
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(align)
        self.setWordWrap(wrap)
        policy = self.sizePolicy()
        policy.setHeightForWidth(wrap)
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        theme.changed.connect(self._remeasure)
        self.setText(text)

    def set_look(self, *, token: str | None = None, weight: int | None = None, style: str | None = None) -> None:
        """Change colour, weight or type style; what is not named stays."""
        self._token = token or self._token
        self._weight = weight or self._weight
        self._style = style or self._style
        self._remeasure()

    def setText(self, text: str) -> None:
        self._heights.clear()
        super().setText(text)
        self._tip()

    def _remeasure(self) -> None:
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def _tip(self) -> None:
        """A line cut short shows the whole in its tooltip, unless it has a tooltip of its own."""
        if self._own_tip or not self.toolTip():
            cut = not self.wordWrap() and self._text_width() > self.width() + 1
            self._own_tip = cut
            self.setToolTip(self.text() if cut else "")

    def _text_width(self) -> float:
        return text_width(self._theme, self.text(), self._style, self._weight, self._tabular)

    def sizeHint(self) -> QSize:
        width = ceil(self._text_width())
        return QSize(width, self.heightForWidth(width) if self.wordWrap() else self._line())

    def minimumSizeHint(self) -> QSize:
        shortest = min(text_width(self._theme, "…", self._style), self._text_width())
        return QSize(ceil(shortest), self._line())

    def hasHeightForWidth(self) -> bool:
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        if not self.wordWrap():
            return -1
        if width not in self._heights:
            self._heights[width] = self._lay_out(width).lineCount() * self._line()
        return self._heights[width]

    def _line(self) -> int:
        return self._theme.line_height(self._style)

    def _lay_out(self, width: float) -> QTextLayout:
        font = self._theme.font(self._style, self._weight, self._tabular)
        layout = QTextLayout(self.text().replace("\n", "\N{LINE SEPARATOR}"), font)
        option = QTextOption(self.alignment())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
        layout.endLayout()
        return layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        token = self._token if self.isEnabled() else "text-3"
        rect = QRectF(self.contentsRect())
        if self.wordWrap():
            self._paint_lines(painter, rect, token)
        else:
            draw_text(
                painter, self._theme, rect, self.text(), style=self._style, token=token, weight=self._weight,
                tabular=self._tabular, align=self.alignment(),
            )  # fmt: skip
        painter.end()

    def _paint_lines(self, painter: QPainter, rect: QRectF, token: str) -> None:
        layout = self._lay_out(rect.width())
        metrics = self._theme.metrics(self._style, self._weight, self._tabular)
        painter.setPen(self._theme.tokens.color(token))
        spare = rect.height() - layout.lineCount() * self._line()
        top = rect.top() + (spare // 2 if self.alignment() & Qt.AlignmentFlag.AlignVCenter else 0)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            box = QRectF(rect.left(), top + number * self._line(), rect.width(), self._line())
            line.draw(painter, QPointF(rect.left(), baseline(box, metrics) - line.ascent() - line.y()))


def empty_label(theme: Theme, text: str = "", parent: QWidget | None = None) -> Label:
    """The sentence an empty place shows, centred in `text-3`."""
    label = Label(theme, text, token="text-3", wrap=True, align=Qt.AlignmentFlag.AlignCenter, parent=parent)
    # All the room there is, so that its middle is the place's.
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    return label
