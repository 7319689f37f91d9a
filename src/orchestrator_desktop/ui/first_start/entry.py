"""The sentence, its sample context, who does it, and the button: one box with a 2 px focus edge."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain.brief import ContextItem
from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.domain.tokens import estimate
from orchestrator_desktop.exchange.starters import Starter
from orchestrator_desktop.ui.formats import count
from orchestrator_desktop.ui.paint import draw_box, draw_level
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import Button, Kind
from orchestrator_desktop.ui.widgets.chip import Chip
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.text_edit import AutoTextEdit

_FOOT = 56


class Entry(QWidget):
    """`handed_over` on Enter or on the button; Shift Enter makes a new line."""

    handed_over = Signal()
    edited = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._theme = services.theme
        self._given = ""
        self._context: ContextItem | None = None
        self._level = Level.AI_ALONE
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._theme
        self._line = _Line(theme)
        self.setFocusProxy(self._line)
        self._chip = Chip(theme, "", icon="file-text", removable=True)
        self._chip.hide()
        self._who = Label(theme, "", weight=500)
        self._with = Label(theme, "", token="text-2")
        self._go = Button(theme, "", kind=Kind.PRIMARY, keys=("↵",))
        text = QVBoxLayout()
        text.setContentsMargins(17, 16, 17, 14)
        text.setSpacing(10)
        text.addWidget(self._line)
        row = QHBoxLayout()
        row.addWidget(self._chip)
        row.addStretch(1)
        text.addLayout(row)
        foot = QHBoxLayout()
        foot.setContentsMargins(46, 0, 14, 2)
        foot.setSpacing(5)
        foot.addWidget(self._who)
        foot.addWidget(self._with, 1)
        foot.addWidget(self._go)
        self._foot = QWidget()
        self._foot.setLayout(foot)
        self._foot.setFixedHeight(_FOOT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(text)
        column.addWidget(self._foot)

    def _connect(self) -> None:
        self._line.entered.connect(self.handed_over)
        self._line.edited.connect(self.edited)
        self._line.focused.connect(self.update)
        self._go.clicked.connect(self.handed_over)
        self._chip.removed.connect(self._drop_context)
        self._theme.changed.connect(self.update)

    @property
    def text(self) -> str:
        return self._line.text()

    @property
    def untouched(self) -> bool:
        """Whether the sentence is still the one that was written for the user."""
        return self.text == self._given

    def set_text(self, text: str) -> None:
        self._line.set_text(text)

    def context(self) -> tuple[ContextItem, ...]:
        return () if self._context is None else (self._context,)

    def write(self) -> None:
        """Cursor behind the sentence: Enter is enough."""
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self._line.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self._line.setTextCursor(cursor)

    def show_starter(self, starter: Starter, language: str) -> None:
        """Write the starter's sentence, in place of whatever stood there."""
        self._given = starter.sentence(language)
        self._line.set_text(self._given)
        self._context = starter.context(language)
        self._level = starter.level
        self._who.setText(starter.specialist.name(language))
        self._chip.setVisible(self._context is not None)
        if self._context is not None:
            weight = count(estimate(self._context.text), self._services.languages.locale)
            self._chip.set_content(self._context.title, weight)
        self.update()

    def _drop_context(self) -> None:
        self._context = None
        self._chip.hide()

    def _retranslate(self) -> None:
        self._line.setAccessibleName(self.tr("Your first task"))
        self._with.setText(self.tr("with the built-in model"))
        self._go.setText(self.tr("Delegate"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens, rect = self._theme.tokens, QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_box(painter, tokens, rect, fill="surface", radius=8)
        whole = QPainterPath()
        whole.addRoundedRect(rect, 8, 8)
        painter.setClipPath(whole)
        top = self._foot.y()
        painter.fillRect(QRectF(0, top, rect.width(), rect.height() - top), tokens.canvas)
        painter.fillRect(QRectF(0, top, rect.width(), 1), tokens.line)
        painter.setClipping(False)
        focused = self._line.hasFocus()
        draw_box(
            painter, tokens, rect, edge="focus" if focused else "line-control", radius=8, width=2 if focused else 1
        )
        draw_level(painter, self._theme, QRectF(17, top + _FOOT / 2 - 10, 18, 18), self._level)
        painter.end()


class _Line(AutoTextEdit):
    """The sentence in the lead style; Enter hands over."""

    entered = Signal()
    focused = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, style="entry", min_lines=1, max_lines=5)
        self.setProperty("frameless", True)
        self.setViewportMargins(0, 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit()
