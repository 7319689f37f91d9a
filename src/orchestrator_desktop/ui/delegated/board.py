"""The board as a list: painted buttons that react to the pointer, a menu for a row, rows dragged within the queue."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from orchestrator_desktop.store.board import BoardRow
from orchestrator_desktop.ui.delegated.deeds import Deed
from orchestrator_desktop.ui.delegated.dragging import Dragging
from orchestrator_desktop.ui.delegated.groups import Group, Header, group_of
from orchestrator_desktop.ui.delegated.model import BoardModel, key_of
from orchestrator_desktop.ui.delegated.rows import BoardDelegate
from orchestrator_desktop.ui.delegated.saying import Saying
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.list_view import ListView

_Index = QModelIndex | QPersistentModelIndex
_PAINT_MS = 6
_AT_A_TIME = 1


class BoardView(ListView):
    """`wanted(Deed, BoardRow, QWidget)`: a painted button was clicked, with a widget in its place for a menu to open
    from. `menu_wanted(BoardRow, QWidget)`: the menu of a row."""

    wanted = Signal(object, object, object)
    menu_wanted = Signal(object, object)
    dropped = Signal(object, int)
    """(BoardRow, by): a queued row was dragged so many places down, or up where negative."""

    def __init__(self, services: Services, model: BoardModel, saying: Saying, parent: QWidget | None = None) -> None:
        super().__init__(services.theme, parent)
        self._board = model
        self._rows = BoardDelegate(services.theme, model, saying, self)
        self._rows.late = lambda row: self.paint_soon([row])
        self._pressed: tuple[int, Deed] | None = None
        self._dragging: Dragging | None = None
        self._stale: dict[Hashable, None] = {}
        self._painting = QTimer(self, interval=_PAINT_MS)
        self._painting.timeout.connect(self._paint_some)
        self._anchor = QWidget(self.viewport())
        self._anchor.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # a reason takes more lines where there is less room
        self.letters = lambda: services.shortcuts.single_letters
        self.setModel(model)
        self.setItemDelegate(self._rows)

    def button_rect(self, row: BoardRow, deed: Deed) -> QPointF | None:
        """The middle of a painted button in the viewport; None where the row has none."""
        place = self._board.find(row.task_id)
        if place is None:
            return None
        rect = self.visualRect(self._board.line(place))
        for found, _, box in self._rows.parts(row, rect.width()).buttons:
            if found is deed:
                return box.center() + QPointF(rect.topLeft())
        return None

    def anchor(self, place: QPointF, height: int = 1) -> QWidget:
        """A widget without a look at a point of the viewport, for a menu to open from."""
        self._anchor.setGeometry(round(place.x()), round(place.y()), 1, height)
        self._anchor.show()
        return self._anchor

    def _at(self, at: QPointF) -> tuple[BoardRow, int, Deed, QPointF] | None:
        """The painted button at a point of the viewport, and the point where a menu of it would end at the right."""
        index = self.indexAt(at.toPoint())
        row = self._board.row(index)
        if row is None:
            return None
        corner = QPointF(self.visualRect(index).topLeft())
        found = self._rows.deed_at(row, self.visualRect(index).width(), at - corner)
        return None if found is None else (row, index.row(), found[0], corner + found[1].topRight())

    def _heat(self, hot: tuple[int, Deed, bool] | None) -> None:
        if hot != self._rows.hot:
            self._rows.hot = hot
            self.viewport().update()

    def _queue(self) -> list[tuple[BoardRow, QRect]]:
        """The rows of the queue with their places in the viewport."""
        rows = (
            (self._board.row(index), index)
            for index in (self._board.line(number) for number in range(self._board.rowCount()))
        )
        return [(row, self.visualRect(at)) for row, at in rows if row is not None and group_of(row) is Group.QUEUED]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging is not None:
            self._dragging.follow(event.position(), self._queue())
            self.viewport().update()
            return
        found = self._at(event.position())
        down = found is not None and self._pressed == (found[1], found[2])
        self._heat(None if found is None else (found[1], found[2], down))
        if self._pressed is None:
            super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        found = self._at(event.position()) if left else None
        self._pressed = None if found is None else (found[1], found[2])
        if found is not None:
            self._heat((found[1], found[2], True))
            return
        super().mousePressEvent(event)
        row = self._board.row(self.indexAt(event.position().toPoint()))
        if left and row is not None and group_of(row) is Group.QUEUED:
            self._dragging = Dragging(row, self._queue(), event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragging, self._dragging = self._dragging, None
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            super().mouseReleaseEvent(event)
            self.viewport().update()
            if dragging is not None and dragging.by:
                self.dropped.emit(dragging.row, dragging.by)
            return
        found = self._at(event.position())
        self._heat(None if found is None else (found[1], found[2], False))
        if found is not None and pressed == (found[1], found[2]):
            self.wanted.emit(found[2], found[0], self.anchor(found[3], 28))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._at(event.position()) is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._heat(None)
        super().leaveEvent(event)

    def dataChanged(self, first: _Index, last: _Index, _roles: Sequence[int] = ()) -> None:
        """Rows that stay as high as they are need no new layout: with fifty running, one changes all the time."""
        items = [self._board.items[number] for number in range(first.row(), last.row() + 1)]
        width = self.viewport().width()
        if any(isinstance(item, BoardRow) and self._rows.resized(item, width) for item in items):
            self.scheduleDelayedItemsLayout()
        self.paint_soon(items)

    def paint_soon(self, items: Iterable[BoardRow | Header]) -> None:
        """Paint lines again, a few at a time: fifty that run would hold the window for a tenth of a second."""
        self._stale |= dict.fromkeys(map(key_of, items))
        if self._stale and not self._painting.isActive():
            self._painting.start()

    def _paint_some(self) -> None:
        some = dict.fromkeys(list(self._stale)[:_AT_A_TIME])
        for number in self._board.lines(some):
            place = self._board.line(number)
            rect = self.visualRect(place)
            if rect.intersects(self.viewport().rect()):
                self._rows.renew(self._board.items[number])
                self.update(place)
            else:  # drawn before it comes into sight: with many others, it would have no turn of its own
                option = QStyleOptionViewItem()
                self.initViewItemOption(option)
                option.rect = rect
                self._rows.prepare(option, place)
        for key in some:
            del self._stale[key]
        if not self._stale:
            self._painting.stop()

    def shown(self) -> list[BoardRow]:
        """The rows that can be seen."""
        self.executeDelayedItemsLayout()
        area = self.viewport().rect()
        first = self.indexAt(area.topLeft()).row()
        found: list[BoardRow] = []
        for number in range(max(0, first), self._board.rowCount()):
            index = self._board.line(number)
            if self.visualRect(index).top() > area.bottom():
                break
            row = self._board.row(index)
            found += [] if row is None else [row]
        return found

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        at = QPointF(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        else:
            at = QPointF(self.visualRect(index).center())
        row = self._board.row(index)
        if row is not None:
            self.setCurrentIndex(QModelIndex(index))
            self.menu_wanted.emit(row, self.anchor(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as high as their reasons need. Qt would wait a tenth of a second, and show holes until then."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.doItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._dragging is not None:
            painter = QPainter(self.viewport())
            self._dragging.draw(painter, self._theme)
            painter.end()
