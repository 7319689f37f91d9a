"""The keys of the window, as they are bound, and whether single letters act."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from orchestrator_desktop.store import days
from orchestrator_desktop.ui import preferences
from orchestrator_desktop.ui.key_words import caps
from orchestrator_desktop.ui.paint import draw_key_caps, draw_text, key_caps_width, key_name, text_width
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.shortcuts import Binding
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.choice import Switch
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import Divider
from orchestrator_desktop.ui.widgets.list_view import ListView

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
_NAME_WIDTH: Final = 300
_NONE: Final = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class KeyRow:
    """An act with its keys; a head of a group has none. `keys` are key caps, one tuple for each way."""

    words: str
    keys: tuple[tuple[str, ...], ...] = ()


def rows(bindings: Iterable[Binding]) -> list[KeyRow]:
    """The list, group after group, each act once."""
    groups: dict[str, dict[str, dict[tuple[str, ...], None]]] = {}
    for binding in bindings:
        acts = groups.setdefault(binding.where, {})
        acts.setdefault(binding.name, {}).update(dict.fromkeys(caps(key) for key in binding.keys))
    found: list[KeyRow] = []
    for where, acts in groups.items():
        found.append(KeyRow(_words(where)))
        found += [KeyRow(_words(name), tuple(keys)) for name, keys in acts.items()]
    return found


def _words(text: str) -> str:
    return QCoreApplication.translate("shortcuts", text)


class KeysModel(QAbstractListModel):
    """Heads and keys; as many as there are bindings, given whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[KeyRow] = []

    def set_rows(self, found: list[KeyRow]) -> None:
        if found != self._rows:
            self.beginResetModel()
            self._rows = found
            self.endResetModel()

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join([row.words, *(" ".join(map(key_name, keys)) for keys in row.keys)])
        return None


class _KeysDelegate(QStyledItemDelegate):
    """28 px a key: its act, then its key caps."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        row: KeyRow = index.data(ROW_ROLE)
        return QSize(0, self._theme.grown(28 if row.keys else 44, "body"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: KeyRow = index.data(ROW_ROLE)
        theme = self._theme
        rect = QRectF(option.rect).adjusted(24, 0, -20, 0)
        if not row.keys:
            line = theme.line_height("meta")
            head = QRectF(rect.left(), rect.bottom() - line - 6, rect.width(), line)
            draw_text(painter, theme, head, row.words, style="meta", weight=600)
            return
        x = rect.left() + round(_NAME_WIDTH * theme.scale)
        draw_text(painter, theme, QRectF(rect.left(), rect.top(), x - rect.left() - 12, rect.height()), row.words)
        for number, keys in enumerate(row.keys):
            if number:
                words = self.tr("or")
                draw_text(
                    painter, theme, QRectF(x, rect.top(), 60, rect.height()), words, style="micro", token="text-3"
                )
                x += text_width(theme, words, "micro") + 8
            draw_key_caps(painter, theme, QRectF(x, rect.top(), rect.width(), rect.height()), keys)
            x += key_caps_width(theme, keys) + 8


class KeyboardTab(QWidget):
    """The switch and the list; the list is read anew each time it is shown."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._build()
        self._connect()
        self._retranslate()
        self.read()

    def _build(self) -> None:
        theme = self._services.theme
        self._letters = Label(theme, "")
        self._note = Label(theme, "", style="meta", token="text-3", wrap=True)
        self.switch = Switch(theme)
        self._model = KeysModel(self)
        self.list_view = ListView(theme)
        self.list_view.setModel(self._model)
        self.list_view.setItemDelegate(_KeysDelegate(theme, self.list_view))
        self.list_view.setSelectionMode(ListView.SelectionMode.NoSelection)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._letters)
        words.addWidget(self._note)
        row = QHBoxLayout()
        row.setContentsMargins(24, 20, 20, 16)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Divider(theme))
        column.addWidget(self.list_view, 1)

    def _connect(self) -> None:
        self.switch.clicked.connect(lambda on: preferences.change(self._services, preferences.SINGLE_LETTERS, on))

    def read(self) -> None:
        self.switch.setChecked(days.setting(self._services.store, preferences.SINGLE_LETTERS, True))
        self._model.set_rows(rows(self._services.shortcuts.bindings))

    def _retranslate(self) -> None:
        self._letters.setText(self.tr("Single letters act"))
        self.switch.setText(self.tr("Single letters act"))
        self._note.setText(
            self.tr("A, E, R in the review, J and K in lists… never while you type. Keys with Ctrl always act.")
        )
        self.list_view.setAccessibleName(self.tr("Keys"))
        self._model.set_rows(rows(self._services.shortcuts.bindings))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read()
