"""Chips: things named in a row, some removable. A chip is not a state."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.ui.paint import Who, draw_avatar, draw_box, draw_focus_ring, draw_level, draw_text, text_width
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import IconButton
from orchestrator_desktop.ui.widgets.focus import say
from orchestrator_desktop.ui.widgets.layout import FlowLayout
from orchestrator_desktop.ui.widgets.painted import PaintedButton

_PADDING = 9
_ICON = 12
_GLYPH, _AVATAR = 14, 16
_GAP = 6
_DETAIL_GAP = 6
_CROSS = 24


class Chip(PaintedButton):
    """24 px high: icon, level glyph or avatar, label, a figure in `text-3`, and a cross when removable.

    Delete or Backspace removes it too. `removed` is emitted, the owner takes the chip away."""

    removed = Signal()

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        icon: str | None = None,
        level: Level | None = None,
        who: Who | None = None,
        detail: str = "",
        removable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._icon = icon
        self._level = level
        self._who = who
        self._detail = detail
        say(self, text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if removable else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._cross = self._make_cross() if removable else None
        theme.changed.connect(self._resize)
        self._retranslate()

    def set_content(self, text: str, detail: str = "") -> None:
        say(self, text)
        self._detail = detail
        self._retranslate()
        self._resize()

    def _make_cross(self) -> IconButton:
        cross = IconButton(self._theme, "cross", "", size=12, hit=24, token="text-3", parent=self)
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 1 if self._detail else 0, 0)
        row.addStretch(1)
        row.addWidget(cross)
        return cross

    def _retranslate(self) -> None:
        self.setAccessibleName(f"{self.text()}, {self._detail}" if self._detail else self.text())
        if self._cross:
            self._cross.set_text(QCoreApplication.translate("Chip", "Remove %1").replace("%1", self.text()))

    def _resize(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = _PADDING + text_width(self._theme, self.text(), "meta")
        width += self._sign_width()
        if self._detail:
            width += _DETAIL_GAP + 1 + text_width(self._theme, self._detail, "meta", tabular=True)
        return QSize(round(width + 0.5) + (_CROSS if self._cross else _PADDING), self._theme.grown(24, "meta"))

    def _sign_width(self) -> int:
        if self._level is not None:
            return _GLYPH + _GAP
        if self._who is not None:
            return _AVATAR + _GAP
        return _ICON + _GAP if self._icon else 0

    def minimumSizeHint(self) -> QSize:
        return QSize(min(64, self.sizeHint().width()), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._cross and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, rect = self._theme, QRectF(self.rect())
        draw_box(painter, theme.tokens, rect, fill="surface", edge="line-strong", width=theme.edge)
        if self._ring:
            draw_focus_ring(painter, theme.tokens, rect)
        x: float = _PADDING + self._paint_sign(painter, rect)
        right = rect.right() - (_CROSS if self._cross else _PADDING)
        detail = text_width(theme, self._detail, "meta", tabular=True) + _DETAIL_GAP if self._detail else 0
        words = QRectF(x, 0, right - detail - x + 1, rect.height())
        x += draw_text(painter, theme, words, self.text(), style="meta")
        if self._detail:
            place = QRectF(x + _DETAIL_GAP, 0, detail, rect.height())
            draw_text(painter, theme, place, self._detail, style="meta", token="text-3", tabular=True, elide=False)
        painter.end()

    def _paint_sign(self, painter: QPainter, rect: QRectF) -> int:
        """Icon, level glyph or avatar; returns the room it takes."""
        glyph = QRectF(_PADDING, (rect.height() - _GLYPH) // 2, _GLYPH, _GLYPH)
        if self._level is not None:
            draw_level(painter, self._theme, glyph, self._level)
        elif self._who is not None:
            avatar = QRectF(_PADDING - 1, (rect.height() - _AVATAR) // 2, _AVATAR, _AVATAR)
            draw_avatar(painter, self._theme, avatar, self._who, self.text())
        elif self._icon:
            box = QRectF(_PADDING, (rect.height() - _ICON) // 2, _ICON, _ICON)
            self._theme.draw_icon(painter, box, self._icon, "text-3")
        return self._sign_width()


class ChipButton(Chip):
    """A chip that acts when it is clicked, on Enter or Space; Delete and Backspace ask to take its value away."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        icon: str | None = None,
        level: Level | None = None,
        who: Who | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, icon=icon, level=level, who=who, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)


class ChipList(QWidget):
    """Short texts as removable chips, with a + that opens a line to add one. `changed` follows the user's acts."""

    changed = Signal()

    def __init__(self, theme: Theme, add_text: str, parent: QWidget | None = None) -> None:
        """`add_text`: accessible name of the +, e.g. "Add a constraint"."""
        super().__init__(parent)
        self._theme = theme
        self._chips: list[Chip] = []
        self._flow = FlowLayout(self)
        self._plus = IconButton(theme, "plus", add_text, size=12, hit=24)
        self._editor = QLineEdit()
        self._editor.setProperty("frameless", True)
        self._editor.setAccessibleName(add_text)
        self._editor.setFixedWidth(180)
        self._editor.hide()
        self._flow.addWidget(self._editor)
        self._flow.addWidget(self._plus)
        self._connect()

    def _connect(self) -> None:
        self._plus.clicked.connect(self._open)
        self._editor.editingFinished.connect(self._commit)

    def set_add_text(self, text: str) -> None:
        """Say the + in another language."""
        self._plus.set_text(text)
        self._editor.setAccessibleName(text)

    def items(self) -> list[str]:
        return [chip.text() for chip in self._chips]

    def set_items(self, items: Sequence[str]) -> None:
        """Replace all, without a signal."""
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for item in items:
            self._add(item)

    def _add(self, text: str) -> None:
        chip = Chip(self._theme, text, removable=True, parent=self)
        self._flow.insert_widget(len(self._chips), chip)
        self._chips.append(chip)
        chip.removed.connect(lambda: self._remove(chip))
        chip.show()

    def _remove(self, chip: Chip) -> None:
        self._chips.remove(chip)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self._plus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()
        self.changed.emit()

    def _open(self) -> None:
        self._plus.hide()
        self._editor.show()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _commit(self) -> None:
        text = self._editor.text().strip()
        self._editor.clear()
        self._editor.hide()
        self._plus.show()
        if text and text not in self.items():
            self._add(text)
            self.changed.emit()
        self.updateGeometry()
