"""Layouts and lines: wrapping rows, bars, dividers, labelled rows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QSizePolicy, QVBoxLayout, QWidget

from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.label import Label


class FlowLayout(QLayout):
    """Items left to right, going on in the next line; 6 px apart both ways, centred in their line.

    With `trailing` the last item stands at the right end of its line."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6, *, trailing: bool = False) -> None:
        super().__init__(parent)
        self._gap = gap
        self._trailing = trailing
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert_widget(self, place: int, widget: QWidget) -> None:
        """Add a widget before item `place`."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Place the items in `rect`; returns the height they need."""
        x, y, height = rect.x(), rect.y(), 0
        line: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint().boundedTo(QSize(rect.width(), 1 << 20))
            if line and x + hint.width() > rect.right() + 1:
                _centre(line, y, height, move=move)
                x, y, height, line = rect.x(), y + height + self._gap, 0, []
            line.append((item, QRect(QPoint(x, y), hint)))
            x += hint.width() + self._gap
            height = max(height, hint.height())
        if self._trailing and line and line[-1][0] is self._items[-1]:
            line[-1][1].moveRight(rect.right())
        _centre(line, y, height, move=move)
        return y + height - rect.y()


def _centre(line: list[tuple[QLayoutItem, QRect]], top: int, height: int, *, move: bool) -> None:
    if move:
        for item, rect in line:
            rect.moveTop(top + (height - rect.height()) // 2)
            item.setGeometry(rect)


class Divider(QWidget):
    """A 1 px `line`."""

    def __init__(self, theme: Theme, *, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.tokens.line)
        painter.end()


class Panel(QWidget):
    """A plain ground in a token ("surface", "canvas"…), with an optional 1 px `line` at one edge."""

    def __init__(
        self, theme: Theme, token: str = "surface", *, line: Qt.Edge | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._token = token
        self._line = line
        theme.changed.connect(self.update)

    def set_line(self, line: Qt.Edge | None) -> None:
        """Move the line to another edge, or take it away."""
        self._line = line
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.tokens.color(self._token))
        if self._line is not None:
            painter.fillRect(_edge(self.rect(), self._line), self._theme.tokens.line)
        painter.end()


def _edge(rect: QRect, edge: Qt.Edge) -> QRectF:
    whole = QRectF(rect)
    return {
        Qt.Edge.TopEdge: QRectF(0, 0, whole.width(), 1),
        Qt.Edge.BottomEdge: QRectF(0, whole.height() - 1, whole.width(), 1),
        Qt.Edge.LeftEdge: QRectF(0, 0, 1, whole.height()),
        Qt.Edge.RightEdge: QRectF(whole.width() - 1, 0, 1, whole.height()),
    }[edge]


class HeadBar(Panel):
    """The 48 px bar over a pane: view title, a note beside it, controls at the right."""

    def __init__(self, theme: Theme, title: str = "", note: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", line=Qt.Edge.BottomEdge, parent=parent)
        self.title = Label(theme, title, style="heading")
        self.note = Label(theme, note, token="text-3", tabular=True)
        self._left = QHBoxLayout()
        self._right = QHBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 16, 0)
        row.setSpacing(8)
        for side in (self._left, self._right):
            side.setSpacing(8)
        row.addWidget(self.title)
        row.addWidget(self.note)
        row.addLayout(self._left)
        row.addStretch(1)
        row.addLayout(self._right)
        theme.changed.connect(self._resize)
        self._resize()

    def add_left(self, widget: QWidget) -> None:
        self._left.addWidget(widget)

    def add_right(self, widget: QWidget) -> None:
        self._right.addWidget(widget)

    def _resize(self) -> None:
        self.setFixedHeight(self._theme.grown(48, "heading"))


class ActionBar(Panel):
    """The 80 px `canvas` bar under a pane: what leaves or Reject at the left, the decisions at the right."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "canvas", line=Qt.Edge.TopEdge, parent=parent)
        self._left = QHBoxLayout()
        self._right = QHBoxLayout()
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(24, 1, 20, 0)
        row.setSpacing(12)
        for side in (self._left, self._right):
            side.setSpacing(8)
            row.addLayout(side)
        row.insertStretch(1, 1)
        theme.changed.connect(self._resize)
        self._resize()

    def add_left(self, widget: QWidget, stretch: int = 0) -> None:
        """With a `stretch`, the widget takes the room between left and right."""
        self._left.addWidget(widget, stretch)
        if stretch:
            self._row.setStretch(0, stretch)
            self._row.setStretch(1, 0)

    def add_right(self, widget: QWidget) -> None:
        self._right.addWidget(widget)

    def _resize(self) -> None:
        self.setFixedHeight(self._theme.grown(80, "body"))


class LabelledRow(QWidget):
    """A control with its label in a column of 96 px at the left, level with the control's first line.

    (UI.md 6 says 88, of which the French « Terminé quand » leaves 3 before its boxes.)"""

    def __init__(
        self,
        theme: Theme,
        text: str,
        control: QWidget,
        *,
        label_width: int = 96,
        first_line: int = 32,
        parent: QWidget | None = None,
    ) -> None:
        """`first_line`: height of the control's first line at 100 %, on whose middle the label sits."""
        super().__init__(parent)
        self._theme = theme
        self._first_line = first_line
        self._label_width = label_width
        self.label = Label(theme, text, style="meta", token="text-3")
        self.label.setBuddy(control)
        self.control = control
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        column = QVBoxLayout()
        column.addWidget(self.label)
        column.addStretch(1)
        row.addLayout(column)
        row.addWidget(control, 1, Qt.AlignmentFlag.AlignTop)
        control.setSizePolicy(QSizePolicy.Policy.Expanding, control.sizePolicy().verticalPolicy())
        theme.changed.connect(self._resize)
        self._resize()

    def _resize(self) -> None:
        height = self._theme.grown(self._first_line, "meta")
        self.label.setFixedSize(round(self._label_width * self._theme.scale), height)
