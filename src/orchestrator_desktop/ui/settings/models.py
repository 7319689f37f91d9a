"""The models of a provider as a table: a radio mark, name, context, prices, who uses it; searched, or named by hand."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.ui.paint import draw_box, draw_text
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.list_detail import lay_out
from orchestrator_desktop.ui.settings.model_rows import (
    MANY,
    ROW,
    Measures,
    ModelRow,
    Models,
    ModelsDelegate,
    ModelsModel,
    columns,
)
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import Button, IconButton
from orchestrator_desktop.ui.widgets.button import Kind as Weight
from orchestrator_desktop.ui.widgets.floating_bar import FloatingBar
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.list_view import ListView
from orchestrator_desktop.ui.widgets.text_edit import LineField

_ROWS_SHOWN: Final = 5


class ModelsTable(QWidget):
    """`chosen(model id)`: a row was picked, or a model named that is in no list. `priced(ModelRow)`: the user wants to
    say what it costs. `again`: the list is wanted anew."""

    chosen = Signal(str)
    priced = Signal(object)
    again = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._count = 0
        self._wanted = False
        self._pressed = QPoint()
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self.search = LineField(theme)
        self.model = ModelsModel(self)
        self._head = _Head(theme)
        self.list_view = ListView(theme)
        self.list_view.letters = lambda: False
        self.list_view.setUniformItemSizes(True)
        self.list_view.setModel(self.model)
        FloatingBar(self.list_view)
        self._rows = ModelsDelegate(self._services, self.list_view)
        self.model.spoken = self._rows.spoken
        self.list_view.setItemDelegate(self._rows)
        self._frame = _Frame(theme)
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self._head)
        inside.addWidget(self.list_view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._search_box = QWidget()
        above = QVBoxLayout(self._search_box)
        above.setContentsMargins(0, 0, 0, 4)
        above.addWidget(self.search)
        column.addWidget(self._search_box)
        column.addWidget(self._frame)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        theme = self._services.theme
        self.note = Label(theme, "", style="micro", token="text-3", wrap=True)
        self.price = Button(theme, "", kind=Weight.LINK)
        self.seek = IconButton(theme, "search", "", size=14, hit=24)
        self.refresh = IconButton(theme, "retry", "", size=14, hit=24)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self.note, 1)
        for widget in (self.price, self.seek, self.refresh):
            foot.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        return foot

    def _connect(self) -> None:
        self.search.textChanged.connect(self._searched)
        self.search.returnPressed.connect(self._take_first)
        self.search.installEventFilter(self)
        self.list_view.viewport().installEventFilter(self)
        self.list_view.clicked.connect(self._clicked)
        self.list_view.opened.connect(self._take)
        self.seek.clicked.connect(self._seek)
        self.refresh.clicked.connect(self.again)
        self.price.clicked.connect(self._price_chosen)
        self._services.theme.changed.connect(self._fit)

    def set_models(self, models: Models, note: str, *, asking: bool = False, anew: bool = False) -> None:
        """Show a provider's models; a field to search them in, or to name one, stands there where they are many or
        none, and else when it is asked for. `asking`: they are being asked for; `anew`: of another provider."""
        if anew:
            self._wanted = False
            self.search.setText("")
        self._count = len(models.infos)
        self._head.set_measures(self._rows.measure(models))
        self.model.set_models(models, anew=anew)
        self.note.setText(note)
        self.refresh.setEnabled(not asking)
        self._show_search(asking=asking)
        self._retranslate()
        self._fit()

    def _show_search(self, *, asking: bool) -> None:
        needed = self._count >= MANY or (self._count == 0 and not asking)
        self._search_box.setVisible(needed or self._wanted or bool(self.search.text()))
        self.seek.setVisible(self._search_box.isHidden())

    def clear_search(self) -> None:
        self.search.setText("")

    def _seek(self) -> None:
        self._wanted = True
        self._search_box.show()
        self.seek.hide()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _searched(self, text: str) -> None:
        self.model.search(text)
        self._fit()

    def _clicked(self, index: QModelIndex) -> None:
        """Where a price can be said, a click on its place says it; anywhere else chooses the model."""
        row = self.model.row(index)
        if row is not None and self.price_place(index).contains(self._pressed.toPointF()):
            self.priced.emit(row)
        else:
            self._take(index)

    def price_place(self, index: QModelIndex) -> QRectF:
        """Where in the list a click says what that model costs; empty where a list says so."""
        row = self.model.row(index)
        rect = QRectF(self.list_view.visualRect(index))
        return QRectF() if row is None else self._rows.price_place(rect, row)

    def _take(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row is not None:
            self.clear_search()
            self.chosen.emit(row.info.id)

    def _take_first(self) -> None:
        if self.search.text().strip():
            self._take(self.model.index(0))

    def _price_chosen(self) -> None:
        row = self._priceable()
        if row is not None:
            self.priced.emit(row)

    def _priceable(self) -> ModelRow | None:
        row = self.model.chosen_row()
        return row if row is not None and row.takes_price else None

    def _fit(self) -> None:
        rows = self.model.rowCount()
        self._frame.setVisible(rows > 0)
        self.list_view.setFixedHeight(min(rows, _ROWS_SHOWN) * self._services.theme.grown(ROW, "body"))
        row = self._priceable()
        self.price.setVisible(row is not None)
        own = row is not None and row.price is not None
        self.price.setText(self.tr("Change its price…") if own else self.tr("Set its price…"))
        # Its line of text stands level with the buttons beside it.
        self.note.setContentsMargins(0, (24 - self._services.theme.line_height("micro")) // 2, 0, 0)
        lay_out(self._frame)

    def _retranslate(self) -> None:
        words = self.tr("Search, or name another model") if self._count else self.tr("Name of the model")
        self.search.setPlaceholderText(words)
        self.search.setAccessibleName(words)
        self.seek.set_text(words)
        self.refresh.set_text(self.tr("Ask for the list again"))
        self.list_view.setAccessibleName(self.tr("Models"))
        heads = (self.tr("Model"), self.tr("Context"), self.tr("In"), self.tr("Out"), self.tr("Used by"))
        self._head.set_words(heads)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._fit()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = event.position().toPoint()
        down = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if watched is self.search and down and self.model.rowCount():
            self.list_view.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)


class _Frame(QWidget):
    """The rounded edge around the table."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, self._theme.tokens, QRectF(self.rect()), fill="surface", edge="line-strong", radius=8)
        painter.end()


class _Head(QWidget):
    """The heads of the columns on `canvas`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words: tuple[str, ...] = ("",) * 5
        self._measures = Measures()
        theme.changed.connect(self._resize)
        self._resize()

    def set_words(self, words: tuple[str, str, str, str, str]) -> None:
        self._words = words
        self.update()

    def set_measures(self, measures: Measures) -> None:
        self._measures = measures
        self.update()

    def _resize(self) -> None:
        self.setFixedHeight(self._theme.grown(28, "micro"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        draw_box(painter, self._theme.tokens, rect.adjusted(0, 0, 0, 8), fill="canvas", radius=7)
        where = columns(self._theme, rect, self._measures)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        places = (where.name, where.context, where.price_in, where.price_out, where.used_by)
        for place, words, align in zip(places, self._words, (left, right, right, right, left), strict=True):
            if place.width() > 0:
                draw_text(painter, self._theme, place, words, style="micro", token="text-2", align=align)
        painter.end()
