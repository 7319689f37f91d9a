"""The list of acts with their keys: groups, one row an act, painted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from orchestrator_desktop.ui.key_words import caps, without_twins
from orchestrator_desktop.ui.paint import (
    draw_box,
    draw_focus_ring,
    draw_key_caps,
    draw_text,
    key_caps_width,
    key_name,
    text_width,
)
from orchestrator_desktop.ui.shortcuts import Binding
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.lines_model import LinesModel

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
_NAME_WIDTH: Final = 300
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class KeyRow:
    """An act with its keys; a head of a group has no `act`, its id. `keys` are key caps, one tuple for each way."""

    words: str
    keys: tuple[tuple[str, ...], ...] = ()
    act: str = ""
    changed: bool = False
    """The keys are the user's own."""
    fixed: bool = False


def rows(bindings: Iterable[Binding]) -> list[KeyRow]:
    """The list, group after group, each act once."""
    groups: dict[str, dict[str, KeyRow]] = {}
    for binding in bindings:
        acts = groups.setdefault(binding.where, {})
        keys = tuple(caps(key) for key in without_twins(binding.keys))
        before = acts.get(binding.name)
        if before is not None:
            keys = tuple(dict.fromkeys((*before.keys, *keys)))
        changed = binding.keys != binding.standard
        acts[binding.name] = KeyRow(key_words(binding.name), keys, binding.id, changed, binding.fixed)
    found: list[KeyRow] = []
    for where, acts in groups.items():
        found += [KeyRow(key_words(where)), *acts.values()]
    return found


def key_words(text: str) -> str:
    """The name of an act or a place, in the window's language."""
    return QCoreApplication.translate("shortcuts", text)


class KeysModel(LinesModel[KeyRow]):
    """Heads and acts; as many as there are, given whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.none = ""
        """What is said of an act without keys."""

    def set_rows(self, found: list[KeyRow]) -> None:
        """Where only what the rows say has changed, each stays: the current one too."""
        if [row.act for row in found] == [row.act for row in self.items]:
            for number, row in enumerate(found):
                if row != self.items[number]:
                    self.items[number] = row
                    self.dataChanged.emit(self.line(number), self.line(number))
            return
        self.take_out(0, len(self.items))
        self.put_in(0, found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.items[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            keys = [" ".join(map(key_name, keys)) for keys in row.keys]
            return ", ".join(filter(None, [row.words, *(keys or [self.none if row.act else ""])]))
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if not self.items[index.row()].act:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class KeysDelegate(QStyledItemDelegate):
    """28 px an act: its name, its key caps, and whether they are the user's own."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        row: KeyRow = index.data(ROW_ROLE)
        return QSize(0, self._theme.grown(28 if row.act else 44, "body"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: KeyRow = index.data(ROW_ROLE)
        theme = self._theme
        rect = QRectF(option.rect).adjusted(24, 0, -20, 0)
        if not row.act:
            line = theme.line_height("meta")
            head = QRectF(rect.left(), rect.bottom() - line - 6, rect.width(), line)
            draw_text(painter, theme, head, row.words, style="meta", weight=600)
            return
        self._ground(painter, option, row)
        x = rect.left() + round(_NAME_WIDTH * theme.scale)
        draw_text(painter, theme, QRectF(rect.left(), rect.top(), x - rect.left() - 12, rect.height()), row.words)
        if row.changed:
            own = self.tr("yours")
            width = text_width(theme, own, "micro")
            place = QRectF(rect.right() - width, rect.top(), width + 1, rect.height())
            draw_text(painter, theme, place, own, style="micro", token="text-3", elide=False)
        self._keys(painter, QRectF(x, rect.top(), rect.right() - x, rect.height()), row)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, row: KeyRow) -> None:
        tokens, ground = self._theme.tokens, QRectF(option.rect).adjusted(16, 0, -12, 0)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            edge = "focus" if self._theme.high_contrast else None
            draw_box(painter, tokens, ground, fill="selected", edge=edge, width=2)
        elif state & QStyle.StateFlag.State_MouseOver and not row.fixed:
            draw_box(painter, tokens, ground, fill="hover")
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            draw_focus_ring(painter, tokens, ground)

    def _keys(self, painter: QPainter, rect: QRectF, row: KeyRow) -> None:
        theme, x = self._theme, rect.left()
        if not row.keys:
            draw_text(painter, theme, rect, self.tr("no keys"), style="micro", token="text-3")
        for number, keys in enumerate(row.keys):
            if number:
                place = QRectF(x, rect.top(), rect.width(), rect.height())
                x += draw_text(painter, theme, place, self.tr("or"), style="micro", token="text-3") + 8
            fill = None if row.fixed else "surface"
            place = QRectF(x, rect.top(), rect.width(), rect.height())
            draw_key_caps(painter, theme, place, keys, fill=fill, edge="line" if row.fixed else "line-strong")
            x += key_caps_width(theme, keys) + 8
