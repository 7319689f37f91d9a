"""A sentence at the bottom that says what was done, with Undo: it asks nothing and goes by itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QWidget

from orchestrator_desktop.ui.paint import draw_box, draw_text, text_width
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.label import Label

STAY_MS = 10_000


class Toast(QFrame):
    """40 px high on `ink`, bottom centre of `host`. Stays `stay_ms`, and while the pointer or the focus is on it.

    A new message replaces the old one. `undone(token)` gives back the token of the message whose Undo was taken."""

    undone = Signal(object)

    def __init__(self, theme: Theme, host: QWidget, *, stay_ms: int = STAY_MS, bottom: int = 16) -> None:
        super().__init__(host)
        self._theme = theme
        self._host = host
        self._bottom = bottom
        self._token: object = None
        self._act = ""
        self._message = Label(theme, "", token="on-ink")
        self._undo = _UndoButton(theme)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(stay_ms)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 8, 0)
        self._row.setSpacing(12)
        self._row.addWidget(self._message)
        self._row.addWidget(self._undo)
        self._retranslate()
        self.hide()

    def _connect(self) -> None:
        self._clock.timeout.connect(self._on_time)
        self._undo.clicked.connect(self._on_undo)
        self._undo.left.connect(self._wait_again)
        self._host.installEventFilter(self)
        self._theme.changed.connect(self._place)

    def show_message(self, text: str, *, undo: object = None, act: str = "") -> None:
        """Say `text`; with an `undo` token, offer Undo, or `act` instead in the words of the window's language."""
        self._token = undo
        self._act = act
        self._retranslate()
        self._message.setText(text)
        self.setAccessibleName(text)
        self._undo.setVisible(undo is not None)
        self._row.setContentsMargins(16, 0, 8 if undo is not None else 16, 0)
        self.show()
        self.raise_()
        self._place()
        self._clock.start()

    def dismiss(self) -> None:
        self._clock.stop()
        self.hide()

    @property
    def message(self) -> str:
        return self._message.text()

    @property
    def undo_button(self) -> QAbstractButton:
        return self._undo

    def _on_time(self) -> None:
        if not (self.underMouse() or self._undo.hasFocus()):
            self.hide()

    def _wait_again(self) -> None:
        if not self.isHidden():
            self._clock.start()

    def _on_undo(self) -> None:
        token = self._token
        self.dismiss()
        self.undone.emit(token)

    def _place(self) -> None:
        host = self._host
        self._row.invalidate()
        width = min(self.sizeHint().width(), host.width() - 32)
        height = self._theme.grown(40, "body")
        self.setGeometry((host.width() - width) // 2, host.height() - height - self._bottom, width, height)

    def _retranslate(self) -> None:
        self._undo.setText(self._act or QCoreApplication.translate("Toast", "Undo"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._clock.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._wait_again()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, self._theme.tokens, QRectF(self.rect()), fill="ink")
        painter.end()


class _UndoButton(QAbstractButton):
    """Undo on `ink`: words with an underline, a ring in `on-ink` for the keyboard."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._fit)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._fit()

    def _fit(self) -> None:
        width = text_width(self._theme, self.text(), "body", 600)
        self.setFixedSize(round(width) + 17, self._theme.grown(28, "body"))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.hasFocus():
            draw_box(painter, self._theme.tokens, rect, edge="on-ink", width=2)
        draw_text(
            painter, self._theme, rect.adjusted(8, 0, -8, 0), self.text(), weight=600, token="on-ink", elide=False
        )
        if self.underMouse():
            line = rect.center().y() + 8
            painter.fillRect(QRectF(8, line, rect.width() - 16, 1), self._theme.tokens.on_ink)
        painter.end()
