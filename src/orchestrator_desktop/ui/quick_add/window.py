"""A small window with the capture line, in the upper third of the screen: type, Enter, and back to what you did."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QCursor, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain.capture import Captured
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.operations import tasks
from orchestrator_desktop.ui.acts import error_words
from orchestrator_desktop.ui.delegation.saver import Saver
from orchestrator_desktop.ui.inbox.capture import CaptureField, Ignored
from orchestrator_desktop.ui.inbox.capture_line import CaptureLine
from orchestrator_desktop.ui.inbox.taking import Taking
from orchestrator_desktop.ui.paint import draw_box, draw_key_caps, draw_text, key_caps_width
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.theme import Theme

DRAFT: Final = "quick_add"
WIDTH, SIDE = 640, 16
_GAP, _APART = 8, 16


class QuickAdd(QWidget):
    """Frameless. Esc closes it and keeps the text for the next time.

    `added(task_id, open)` when a task was written, `left` when the window has closed itself."""

    added = Signal(object, bool)
    left = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._services = services
        self._keeps = True
        self._waiting = 0
        self._saver = Saver(self)
        self._round = QGuiApplication.platformName() != "xcb"  # X11 may have nobody who blends the corners
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, self._round)
        self.capture = CaptureField(self._services, self._understand)
        self.capture.setFixedWidth(WIDTH - 2 * SIDE)
        self.foot = QuickFoot(self._services.theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, SIDE, SIDE, 0)
        column.setSpacing(0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        column.addWidget(self.capture)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.capture.captured.connect(self._add)
        self._taking = Taking(self._services, self.capture, tasks.Given, self._several_written)
        self.capture.edited.connect(self._edited)
        line = self.capture.findChild(CaptureLine)
        if isinstance(line, CaptureLine):
            line.escaped.connect(self.close)  # Down leaves the line as well, and there is no list here
        self._services.theme.changed.connect(self.update)

    def appear(self, text: str = "") -> None:
        """Show it with `text`, or with what was left in it; the cursor is in the line."""
        self._saver.flush()
        kept = self._services.acts.draft(self._services.store, DRAFT)
        if not self.isVisible() or text:
            # What was given does not replace a draft: that is there again the next time.
            self._keeps = not text or not kept
            self.foot.say("")
            if text:
                self.capture.set_lines(text)
            else:
                self.capture.set_text(kept)
        if self.isVisible():
            self.raise_()
        else:
            self._place()
            self.show()
        self.activateWindow()
        self.capture.write()

    def _place(self) -> None:
        """In the middle, a third from the top, on the screen where the pointer is. (Under Wayland the desktop
        decides.)"""
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        self.adjustSize()
        self.move(room.left() + (room.width() - WIDTH) // 2, room.top() + room.height() // 4)

    def _understand(self, line: str, ignored: Ignored) -> Captured:
        return tasks.understand(self._services.store, line=line, ignored=ignored, now=self._services.now())

    def _edited(self) -> None:
        self.foot.say("")
        if self._keeps and self.isVisible():
            self._saver.later(DRAFT, self._save)

    def _save(self) -> None:
        self._services.acts.keep_draft(DRAFT, self.capture.text)

    def _add(self, line: str, ignored: Ignored, open_it: bool) -> None:
        if not line.strip():
            return
        services = self._services
        self._waiting += 1
        future = services.acts.run(tasks.add, line=line, ignored=ignored, now=services.now())
        self.capture.set_text("")
        services.acts.then(future, partial(self._written, open_it=open_it), partial(self._refused, line), owner=self)

    def _written(self, changes: Changes, *, open_it: bool) -> None:
        self._waiting -= 1
        if not self._waiting and not self.capture.text:
            self.close()
        self._services.acts.said.emit(self.tr("Added."), changes.step)
        self.added.emit(TaskId(changes.first(Kind.TASK)), open_it)

    def _several_written(self, task_id: TaskId) -> None:
        if not self._waiting and not self.capture.text:
            self.close()
        self.added.emit(task_id, False)

    def _refused(self, line: str, error: BaseException) -> None:
        """What could not be added is in the line again, before what was written since, and why is said under it."""
        self._waiting -= 1
        self.capture.set_text(" ".join(part for part in (line, self.capture.text) if part))
        unknown = self.tr("This could not be added. The words are kept; the main window has a report.")
        self.foot.say(error_words(error) if isinstance(error, UserError) else unknown)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Quick add – Orchestrator"))
        self.foot.set_keys(
            (
                (("↵",), self.tr("add")),
                (("Ctrl", "↵"), self.tr("add and open")),
                (("Esc",), self.tr("close, keep the words")),
            )
        )

    # Qt's side

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._saver.flush()
        super().closeEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The ground moves it: it has no title bar."""
        handle = self.windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and handle is not None:
            handle.startSystemMove()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._services.theme
        radius = 12 if self._round else 0
        draw_box(painter, theme.tokens, QRectF(self.rect()), fill="surface", edge="line-control", radius=radius,
                 width=theme.edge)  # fmt: skip
        painter.end()


class QuickFoot(QWidget):
    """What the keys do; or, instead, why something was not added."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._keys: tuple[tuple[tuple[str, ...], str], ...] = ()
        self._trouble = ""
        theme.changed.connect(self.updateGeometry)

    def set_keys(self, keys: tuple[tuple[tuple[str, ...], str], ...]) -> None:
        self._keys = keys
        self.update()

    def say(self, trouble: str) -> None:
        """Say what went wrong; empty for nothing."""
        self._trouble = trouble
        self.setAccessibleName(trouble)
        self.setToolTip(trouble)
        self.update()

    @property
    def trouble(self) -> str:
        return self._trouble

    def sizeHint(self) -> QSize:
        return QSize(0, self._theme.grown(40, "micro"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, height = self._theme, self.height()
        if self._trouble:
            draw_text(painter, theme, QRectF(self.rect()), self._trouble, style="meta", token="bad-text")
        x = 0
        for caps, words in () if self._trouble else self._keys:
            draw_key_caps(painter, theme, QRectF(x, 0, self.width(), height), caps, token="text-2", fill=None)
            x += key_caps_width(theme, caps) + _GAP
            place = QRectF(x, 0, self.width() - x, height)
            x += round(draw_text(painter, theme, place, words, style="micro", token="text-2")) + _APART
        painter.end()
