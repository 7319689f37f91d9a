"""A list of one-line texts edited in place: Enter adds a line below, Backspace on an empty one takes it away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from orchestrator_desktop.ui.paint import draw_box
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.label import Label

_BOX = 12


class EditableList(QWidget):
    """Rows of 24 px, each with an empty box, its text and a note at the right (who judges it).

    There is always one row, so there is always a place to write. `changed` follows the user's acts."""

    changed = Signal()

    def __init__(self, theme: Theme, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._placeholder = placeholder
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.set_items([])

    def items(self) -> list[str]:
        """The texts, empty lines left out."""
        return [text for row in self._rows if (text := row.edit.text().strip())]

    def set_items(self, items: Sequence[str], notes: Sequence[str] = ()) -> None:
        """Replace all, without a signal. `notes` go beside the items in order."""
        while self._rows:
            self._drop(self._rows[0])
        padded = [*notes, *[""] * len(items)]
        for text, note in zip(items or [""], padded or [""], strict=False):
            self._insert(len(self._rows), text, note)
        self._rename()

    def set_placeholder(self, text: str) -> None:
        """What an only, empty row says."""
        self._placeholder = text
        self._rename()

    def edits(self) -> list[QLineEdit]:
        """The line edits, first to last."""
        return [row.edit for row in self._rows]

    def _insert(self, place: int, text: str = "", note: str = "") -> _Row:
        row = _Row(self._theme, text, note)
        self._rows.insert(place, row)
        self._column.insertWidget(place, row)
        row.edit.textEdited.connect(self.changed)
        row.below.connect(lambda: self._add_below(row))
        row.away.connect(lambda: self._take_away(row))
        row.moved.connect(lambda step: self._move(row, step))
        return row

    def _drop(self, row: _Row) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _add_below(self, row: _Row) -> None:
        if not row.edit.text().strip():
            return
        added = self._insert(self._rows.index(row) + 1)
        self._rename()
        added.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_away(self, row: _Row) -> None:
        if len(self._rows) == 1:
            return
        place = self._rows.index(row)
        self._drop(row)
        self._rename()
        before = self._rows[max(0, place - 1)].edit
        before.setFocus(Qt.FocusReason.OtherFocusReason)
        before.end(False)
        self.changed.emit()

    def _move(self, row: _Row, step: int) -> None:
        place = self._rows.index(row) + step
        if 0 <= place < len(self._rows):
            self._rows[place].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rename(self) -> None:
        name = QCoreApplication.translate("EditableList", "Line %1 of %2")
        only = len(self._rows) == 1
        for number, row in enumerate(self._rows, 1):
            row.edit.setAccessibleName(name.replace("%1", str(number)).replace("%2", str(len(self._rows))))
            row.edit.setPlaceholderText(self._placeholder if only else "")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._rename()


class _Row(QWidget):
    """One line of the list."""

    below = Signal()
    away = Signal()
    moved = Signal(int)

    def __init__(self, theme: Theme, text: str, note: str) -> None:
        super().__init__()
        self._theme = theme
        self.edit = _Line(self)
        self.edit.setText(text)
        self.edit.setProperty("frameless", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(_BOX + 6, 0, 0, 0)
        row.addWidget(self.edit, 1)
        row.addWidget(Label(theme, note, style="micro", token="text-3"))
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.edit.setFont(self._theme.font("body"))
        self.setFixedHeight(self._theme.grown(24, "body"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        focused = self.edit.hasFocus()
        box = QRectF(0, (self.height() - _BOX) // 2, _BOX, _BOX)
        draw_box(painter, self._theme.tokens, box, edge="focus" if focused else "line-control", radius=3,
                 width=2 if focused else 1)  # fmt: skip
        painter.end()


class _Line(QLineEdit):
    """The line edit of a row: its keys act on the list."""

    def __init__(self, row: _Row) -> None:
        super().__init__()
        self._row = row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._row.below.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self._row.away.emit()
        elif plain and event.key() in steps:
            self._row.moved.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._row.update()
        return super().event(event)
