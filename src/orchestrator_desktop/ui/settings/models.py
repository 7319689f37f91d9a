"""The models of a provider as a table: a radio mark, name, context, who uses it; searched, or named by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from orchestrator_desktop.providers.base import ModelInfo
from orchestrator_desktop.ui.paint import draw_box, draw_focus_ring, draw_text
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.words import tokens
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.choice import draw_radio
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.list_view import ListView
from orchestrator_desktop.ui.widgets.text_edit import LineField

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
SEARCH_FROM: Final = 6
_ROWS_SHOWN: Final = 7
_CONTEXT: Final = 72
_USED_BY: Final = 240
_NONE: Final = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One model. `typed`: not in the provider's list, as far as it is known, but named by the user."""

    info: ModelInfo
    chosen: bool
    used_by: str
    typed: bool = False


class ModelsModel(QAbstractListModel):
    """Filters what it is given; the text searched for becomes a row of its own where no model is called so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[ModelInfo, ...] = ()
        self._chosen = ""
        self._used_by: Mapping[str, str] = {}
        self._search = ""
        self._rows: list[ModelRow] = []

    def set_models(self, models: Sequence[ModelInfo], chosen: str, used_by: Mapping[str, str]) -> None:
        known = {model.id for model in models}
        own = (ModelInfo(chosen, chosen),) if chosen and chosen not in known else ()
        self._all, self._chosen, self._used_by = (*own, *models), chosen, used_by
        self._show()

    def search(self, text: str) -> None:
        self._search = text.strip()
        self._show()

    def row(self, index: _Index) -> ModelRow | None:
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def _show(self) -> None:
        wanted = self._search.casefold()
        found = [m for m in self._all if wanted in m.name.casefold() or wanted in m.id.casefold()]
        rows = [ModelRow(m, m.id == self._chosen, self._used_by.get(m.id, "")) for m in found]
        if wanted and not any(m.id == self._search for m in found):
            rows.append(ModelRow(ModelInfo(self._search, self._search), False, "", typed=True))
        if rows == self._rows:
            return
        if [row.info.id for row in rows] == [row.info.id for row in self._rows]:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.chosen else Qt.CheckState.Unchecked
        return row.info.name if role == Qt.ItemDataRole.DisplayRole else None


class ModelsTable(QWidget):
    """`chosen(model id)` when the user picks a row, or names a model that is in no list."""

    chosen = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._count = 0
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self.search = LineField(theme)
        self._model = ModelsModel(self)
        self._head = _Head(theme)
        self.list_view = ListView(theme)
        self.list_view.letters = lambda: False
        self.list_view.setModel(self._model)
        self.list_view.setItemDelegate(_ModelsDelegate(self._services, self.list_view))
        self._frame = _Frame(theme)
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self._head)
        inside.addWidget(self.list_view)
        self.note = Label(theme, "", style="micro", token="text-3", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self._frame)
        column.addWidget(self.note)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._searched)
        self.search.returnPressed.connect(self._take_first)
        self.search.installEventFilter(self)
        self.list_view.clicked.connect(self._take)
        self.list_view.opened.connect(self._take)
        self._services.theme.changed.connect(self._fit)

    def set_models(
        self, models: Sequence[ModelInfo], chosen: str, used_by: Mapping[str, str], *, asking: bool = False
    ) -> None:
        """Show a provider's models; a field to search them in, or to name one, appears where they are many or none."""
        few = bool(models) and len(models) < SEARCH_FROM
        self._count = len(models)
        self._model.set_models(models, chosen, used_by)
        self.search.setVisible(bool(self.search.text()) or not (few or asking))
        self._retranslate()
        self._fit()

    def clear_search(self) -> None:
        self.search.setText("")

    def _searched(self, text: str) -> None:
        self._model.search(text)
        self._fit()

    def _take(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is not None:
            self.clear_search()
            self.chosen.emit(row.info.id)

    def _take_first(self) -> None:
        if self.search.text().strip():
            self._take(self._model.index(0))

    def _fit(self) -> None:
        rows = self._model.rowCount()
        theme = self._services.theme
        self._frame.setVisible(rows > 0)
        self.list_view.setFixedHeight(min(rows, _ROWS_SHOWN) * theme.grown(36, "body"))
        self.note.setVisible(bool(self.note.text()))

    def _retranslate(self) -> None:
        words = self.tr("Search, or name another model") if self._count else self.tr("Name of the model")
        self.search.setPlaceholderText(words)
        self.search.setAccessibleName(words)
        self.list_view.setAccessibleName(self.tr("Models"))
        self._head.set_words(self.tr("Model"), self.tr("Context"), self.tr("Used by"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        down = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if watched is self.search and down and self._model.rowCount():
            self.list_view.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)


def _columns(theme: Theme, rect: QRectF) -> tuple[QRectF, QRectF, QRectF]:
    """Model, context, used by; the last one goes where there is no room."""
    used = round(_USED_BY * theme.scale) if rect.width() > 440 * theme.scale else 0
    context = round(_CONTEXT * theme.scale)
    right = rect.right() - 12
    name = QRectF(rect.left() + 40, rect.top(), right - used - context - rect.left() - 48, rect.height())
    return (
        name,
        QRectF(name.right() + 8, rect.top(), context, rect.height()),
        QRectF(right - used + 32, rect.top(), max(0, used - 32), rect.height()),
    )


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
        self._words = ("", "", "")
        theme.changed.connect(self._resize)
        self._resize()

    def set_words(self, model: str, context: str, used_by: str) -> None:
        self._words = (model, context, used_by)
        self.update()

    def _resize(self) -> None:
        self.setFixedHeight(self._theme.grown(28, "micro"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        draw_box(painter, self._theme.tokens, rect.adjusted(0, 0, 0, 8), fill="canvas", radius=7)
        right = Qt.AlignmentFlag.AlignRight
        for column, words, align in zip(
            _columns(self._theme, rect), self._words, (Qt.AlignmentFlag.AlignLeft, right, Qt.AlignmentFlag.AlignLeft),
            strict=True,
        ):  # fmt: skip
            draw_text(painter, self._theme, column, words, style="micro", token="text-2", align=align)
        painter.end()


class _ModelsDelegate(QStyledItemDelegate):
    """Rows of 36 px with a line above each."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, self._services.theme.grown(36, "body"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: ModelRow = index.data(ROW_ROLE)
        theme, rect = self._services.theme, QRectF(option.rect)
        state = option.state
        if state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.tokens.hover)
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), theme.tokens.line)
        mark = QRectF(rect.left() + 12, rect.top() + (rect.height() - 16) // 2, 16, 16)
        draw_radio(painter, theme, mark, chosen=row.chosen)
        name, context, used = _columns(theme, rect)
        words = self.tr("Use “%1”").replace("%1", row.info.id) if row.typed else row.info.name
        draw_text(painter, theme, name, words, weight=500)
        length = tokens(row.info.context_tokens, self._services.languages.locale)
        draw_text(painter, theme, context, length, tabular=True, align=Qt.AlignmentFlag.AlignRight)
        draw_text(painter, theme, used, row.used_by, token="text-2")
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            draw_focus_ring(painter, theme.tokens, rect.adjusted(2, 2, -2, -2), 4)
