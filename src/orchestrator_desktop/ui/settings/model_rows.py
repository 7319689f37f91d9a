"""The rows of a provider's models: what is known of each, filtered and in order, and how a row is painted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from orchestrator_desktop.providers.base import ModelInfo
from orchestrator_desktop.store.spending import Priced
from orchestrator_desktop.ui.paint import draw_focus_ring, draw_text, text_width
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.amounts import price_words
from orchestrator_desktop.ui.settings.words import tokens
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.choice import draw_radio

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
MANY: Final = 6
"""From so many on they are searched, and those in use stand first."""
ROW: Final = 36
_CONTEXT: Final = 64
_PRICE: Final = 52
_USED_BY: Final = 258
_USED_FROM: Final = 560
_USED_LEAST: Final = 140
_RIGHT: Final = Qt.AlignmentFlag.AlignRight
_NONE: Final = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Models:
    """What is shown of a provider's models. `prices` None: they cost nothing, they run on this computer."""

    infos: Sequence[ModelInfo]
    chosen: str
    used_by: Mapping[str, str]
    prices: Mapping[str, Priced] | None


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One model. `typed`: not in the provider's list, as far as it is known, but named by the user."""

    info: ModelInfo
    chosen: bool
    used_by: str
    price: Priced | None = None
    costs: bool = False
    typed: bool = False

    @property
    def takes_price(self) -> bool:
        """Whether the user's price counts: nobody lists one."""
        return self.costs and not self.typed and (self.price is None or self.price.own)


class ModelsModel(QAbstractListModel):
    """Filters what it is given; the text searched for becomes a row of its own where no model is called so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._models = Models((), "", {}, None)
        self._all: tuple[ModelInfo, ...] = ()
        self._first: frozenset[str] = frozenset()
        self._search = ""
        self._rows: list[ModelRow] = []
        self.spoken: Callable[[ModelRow], str] = lambda row: row.info.name

    def set_models(self, models: Models, *, anew: bool) -> None:
        """`anew`: of another provider. Those in use then stand first, and stay there while another is chosen."""
        known = {model.id for model in models.infos}
        chosen = models.chosen
        if anew or not self._first:
            self._first = frozenset(models.used_by) | {chosen}
        own = (ModelInfo(chosen, chosen),) if chosen and chosen not in known else ()
        self._models, self._all = models, (*own, *models.infos)
        if len(self._all) >= MANY:  # sorting keeps the provider's order within both parts
            self._all = tuple(sorted(self._all, key=lambda model: model.id not in self._first))
        self._show()

    def search(self, text: str) -> None:
        self._search = text.strip()
        self._show()

    def row(self, index: _Index) -> ModelRow | None:
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def chosen_row(self) -> ModelRow | None:
        return next((row for row in self._rows if row.chosen), None)

    def _show(self) -> None:
        wanted = self._search.casefold()
        found = [m for m in self._all if wanted in m.name.casefold() or wanted in m.id.casefold()]
        rows = [self._row_of(model) for model in found]
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

    def _row_of(self, model: ModelInfo) -> ModelRow:
        shown = self._models
        prices = shown.prices
        price = None if prices is None else prices.get(model.id)
        used_by = shown.used_by.get(model.id, "")
        return ModelRow(model, model.id == shown.chosen, used_by, price, costs=prices is not None)

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
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row)
        return row.info.name if role == Qt.ItemDataRole.DisplayRole else None


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of a row or of the head stand; the last one goes where there is no room for it."""

    name: QRectF
    context: QRectF
    price_in: QRectF
    price_out: QRectF
    used_by: QRectF

    @property
    def price(self) -> QRectF:
        return self.price_in.united(self.price_out)


@dataclass(frozen=True, slots=True)
class Measures:
    """What the contents need, in px: each of the two prices (0 where nothing costs anything), the longest name, the
    longest list of those who use a model (0 where nobody does)."""

    price: float = 0.0
    name: float = 0.0
    used_by: float = 0.0


def columns(theme: Theme, rect: QRectF, measures: Measures) -> Columns:
    """Those who use a model give way to names that would be cut, as far as they can."""
    context, price = round(_CONTEXT * theme.scale), round(measures.price)
    top, height = rect.top(), rect.height()
    room = rect.width() - 40 - 8 - context - 2 * price
    used = round(_USED_BY * theme.scale) if measures.used_by and rect.width() > _USED_FROM * theme.scale else 0
    if used and room - used < measures.name:
        used = round(min(used, max(measures.used_by + 40, _USED_LEAST * theme.scale)))
    edge = rect.right() - (used or 12)
    price_out = QRectF(edge - price, top, price, height)
    price_in = price_out.translated(-price, 0)
    length = QRectF(price_in.left() - context, top, context, height)
    name = QRectF(rect.left() + 40, top, length.left() - rect.left() - 48, height)
    return Columns(name, length, price_in, price_out, QRectF(edge + 28, top, max(0, used - 40), height))


def price_width(theme: Theme, texts: Sequence[str]) -> float:
    """What a price needs, at least what the design gives it."""
    return max(_PRICE * theme.scale, _widest(theme, texts, tabular=True) + 14)


def _widest(theme: Theme, texts: Iterable[str], *, weight: int | None = None, tabular: bool = False) -> float:
    """Of hundreds of texts only the longest are measured: those are the widest, about."""
    longest = sorted(texts, key=len, reverse=True)[:8]
    return max((text_width(theme, text, weight=weight, tabular=tabular) for text in longest), default=0.0)


class ModelsDelegate(QStyledItemDelegate):
    """Rows of 36 px with a line above each."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self.measures = Measures()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, self._services.theme.grown(ROW, "body"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: ModelRow = index.data(ROW_ROLE)
        theme, rect, state = self._services.theme, QRectF(option.rect), option.state
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange)
        if over:
            painter.fillRect(rect, theme.tokens.hover)
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), theme.tokens.line)
        inner = rect.adjusted(0, 1, 0, 0)
        mark = QRectF(inner.left() + 12, round(inner.center().y()) - 8, 16, 16)
        draw_radio(painter, theme, mark, chosen=row.chosen)
        where = columns(theme, inner, self.measures)
        words = self.tr("Use “%1”").replace("%1", row.info.id) if row.typed else row.info.name
        draw_text(painter, theme, where.name, words, weight=500)
        length = tokens(row.info.context_tokens, self._services.languages.locale)
        draw_text(painter, theme, where.context, length, tabular=True, align=_RIGHT)
        if row.costs and not row.typed:
            self._draw_price(painter, where, row, offered=over or focused or row.chosen)
        if where.used_by.width() > 0:
            draw_text(painter, theme, where.used_by, row.used_by, token="text-2")
        if focused:
            draw_focus_ring(painter, theme.tokens, rect.adjusted(2, 2, -2, -2), 4)

    def _draw_price(self, painter: QPainter, where: Columns, row: ModelRow, *, offered: bool) -> None:
        theme, locale = self._services.theme, self._services.languages.locale
        if row.price is None:
            words, token = (self.tr("Set a price…"), "accent-text") if offered else (self.tr("unknown"), "text-3")
            place = where.price.adjusted(-12, 0, 0, 0)
            draw_text(painter, theme, place, words, style="meta", token=token, align=_RIGHT, beside="body")
            return
        price, token = row.price.price, "accent-text" if row.price.own else "text"
        for place, micro in ((where.price_in, price.input_micro), (where.price_out, price.output_micro)):
            draw_text(painter, theme, place, price_words(micro, locale), tabular=True, align=_RIGHT, token=token)

    def price_place(self, rect: QRectF, row: ModelRow) -> QRectF:
        """Where a click says what the model costs; nowhere where a list does. Beside the words the row is chosen."""
        if not row.takes_price:
            return QRectF()
        place = columns(self._services.theme, rect, self.measures).price
        words = text_width(self._services.theme, self.tr("Set a price…"), "meta") + 8
        return place.adjusted(place.width() - words, 0, 4, 0) if row.price is None else place

    def measure(self, models: Models) -> Measures:
        """Measure what is to be shown, once for all rows."""
        theme, locale = self._services.theme, self._services.languages.locale
        price = 0.0
        if models.prices is not None:
            known = {
                micro for one in models.prices.values() for micro in (one.price.input_micro, one.price.output_micro)
            }
            price = price_width(theme, [price_words(micro, locale) for micro in known])
        names = _widest(theme, (model.name for model in models.infos), weight=500)
        self.measures = Measures(price, names, _widest(theme, models.used_by.values()))
        return self.measures

    def spoken(self, row: ModelRow) -> str:
        """All columns of a row in words."""
        locale = self._services.languages.locale
        parts = [row.info.name]
        if row.info.context_tokens:
            parts.append(self.tr("reads %1 tokens").replace("%1", locale.toString(row.info.context_tokens)))
        if row.costs and row.price is None:
            parts.append(self.tr("price unknown"))
        elif row.price is not None:
            words = self.tr("your price: %1 in, %2 out") if row.price.own else self.tr("%1 in, %2 out")
            price = row.price.price
            parts.append(
                words.replace("%1", price_words(price.input_micro, locale)).replace(
                    "%2", price_words(price.output_micro, locale)
                )
            )
        if row.used_by:
            parts.append(row.used_by)
        return ", ".join(parts)
