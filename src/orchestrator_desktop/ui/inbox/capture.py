"""Quick capture: one line, understood as it is typed; what was understood is underlined and repeated as chips."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from orchestrator_desktop.domain.capture import Captured, Span, SpanKind
from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.paint import draw_box, level_name
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import Button, Kind
from orchestrator_desktop.ui.widgets.chip import Chip

LONGEST = 100_000
_ICONS = {
    SpanKind.DUE: "calendar",
    SpanKind.DEFER: "arrow-right",
    SpanKind.DOMAIN: "hash",
    SpanKind.WHO: "person",
    SpanKind.ESTIMATE: "stopwatch",
    SpanKind.PRIORITY: "arrow-up",
    SpanKind.NOTE: "file-text",
}

Understand = Callable[[str, tuple[tuple[int, int], ...]], Captured]


class CaptureField(QWidget):
    """40 px idle, 76 px while it is written in. `captured(line, ignored, open)` when the user adds it."""

    captured = Signal(str, object, bool)
    edited = Signal()
    left = Signal()
    """Esc: the user wants back to the list."""

    def __init__(self, services: Services, understand: Understand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._theme = services.theme
        self._understand = understand
        self._ignored: tuple[tuple[int, int], ...] = ()
        self._read: Captured | None = None
        self._build()
        self._connect()
        self._retranslate()
        self._resize()

    def _build(self) -> None:
        theme = self._theme
        self._line = _Line(theme)
        self._marks = _Underline(self._line.document(), theme)
        self._add = Button(theme, "", kind=Kind.PLAIN, keys=("↵",), small=True)
        self._add.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hint = Button(theme, "", kind=Kind.PLAIN, keys=("N",), small=True)
        self._hint.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        self._chips.setContentsMargins(37, 0, 8, 12)
        top = QHBoxLayout()
        top.setContentsMargins(38, 0, 6, 0)
        top.setSpacing(8)
        top.addWidget(self._line, 1)
        top.addWidget(self._add)
        top.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(self._chips)
        column.addStretch(1)

    def _connect(self) -> None:
        self._line.textChanged.connect(self._changed)
        self._line.entered.connect(self._submit)
        self._line.escaped.connect(self.left)
        self._line.focused.connect(self._resize)
        self._add.clicked.connect(lambda: self._submit(False))
        self._hint.clicked.connect(self.write)
        self._theme.changed.connect(self._resize)

    def write(self) -> None:
        """Put the cursor into the line."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def text(self) -> str:
        return self._line.toPlainText()

    def set_text(self, text: str) -> None:
        self._line.setPlainText(text)

    def clear(self) -> None:
        self._ignored = ()
        self._line.clear()

    @property
    def active(self) -> bool:
        return self._line.hasFocus() or bool(self.text)

    def _changed(self) -> None:
        text = self.text
        # A span given back as words stays words while the text before it is untouched.
        self._ignored = tuple(span for span in self._ignored if span[1] <= len(text))
        if not text:
            self._ignored = ()
        self._read = self._understand(text[:LONGEST], self._ignored) if text.strip() else None
        self._marks.mark(self._read.spans if self._read else ())
        self._show_chips()
        self._resize()
        self.edited.emit()

    def _show_chips(self) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for span in _one_each(self._read.spans if self._read else ()):
            self._chips.addWidget(self._chip(span))
        self._chips.addStretch(1)

    def _chip(self, span: Span) -> Chip:
        level = Level(int(str(span.value))) if span.kind is SpanKind.LEVEL else None
        chip = Chip(self._theme, self._words(span), icon=_ICONS.get(span.kind), level=level, removable=True)
        chip.removed.connect(lambda: self._give_back(span))
        return chip

    def _words(self, span: Span) -> str:
        locale, today = self._services.languages.locale, self._services.today()
        value = span.value
        if span.kind in (SpanKind.DUE, SpanKind.DEFER) and not isinstance(value, int | str):
            return formats.due(value, today, locale)
        if span.kind is SpanKind.LEVEL:
            return level_name(Level(int(str(value))))
        if span.kind is SpanKind.ESTIMATE:
            return formats.duration(int(str(value)) * 60)
        return f"P{value}" if span.kind is SpanKind.PRIORITY else str(value)[:40]

    def _give_back(self, span: Span) -> None:
        """Turn a chip back into words: every span of its kind is not read any more."""
        spans = self._read.spans if self._read else ()
        self._ignored += tuple((other.start, other.end) for other in spans if other.kind is span.kind)
        self._changed()
        self.write()

    def _submit(self, open_it: bool) -> None:
        if self.text.strip():
            self.captured.emit(self.text, self._ignored, open_it)

    def _resize(self) -> None:
        theme = self._theme
        chips = bool(self._read and self._read.spans)
        line = theme.grown(40, "body")
        self.setFixedHeight(line + theme.grown(36, "body") if chips else line)
        self._line.setFixedHeight(line)
        self._line.restyle()
        self._add.setVisible(bool(self.text))
        self._hint.setVisible(not self.text and not self._line.hasFocus())
        self.update()

    def _retranslate(self) -> None:
        self._line.setPlaceholderText(self.tr("Add a task, with a date, #domain, !level or @person"))
        self._line.setAccessibleName(self.tr("Add a task"))
        self._add.setText(self.tr("Add"))
        self._hint.setText("")
        self._hint.setAccessibleName(self.tr("Add a task"))
        self._changed()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.write()
        super().mousePressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        focused = self._line.hasFocus()
        rect = QRectF(self.rect())
        edge, width = ("focus", 2) if focused else ("line-control", self._theme.edge)
        draw_box(painter, self._theme.tokens, rect, fill="surface", edge=edge, radius=8, width=width)
        middle = self._theme.grown(40, "body") / 2
        self._theme.draw_icon(painter, QRectF(9, round(middle - 8), 16, 16), "plus", "text-2")
        painter.end()


class _Line(QPlainTextEdit):
    """A single line that can carry formats: QLineEdit cannot underline a part of its text."""

    entered = Signal(bool)
    escaped = Signal()
    focused = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("frameless", True)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.restyle()

    def restyle(self) -> None:
        """Font of the capture line (14 px), centred in the height."""
        font = self._theme.font("reading")
        self.setFont(font)
        space = max(0, (self.height() - round(self._theme.metrics("reading").height())) // 2)
        self.setViewportMargins(0, space, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().splitlines()))

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            QTimer.singleShot(0, self.focused.emit)
        return handled

    def sizeHint(self) -> QSize:
        return QSize(120, 40)


class _Underline(QSyntaxHighlighter):
    """Shows what was understood: in `accent-text`, underlined."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        self._spans: tuple[Span, ...] = ()

    def mark(self, spans: tuple[Span, ...]) -> None:
        if spans != self._spans:
            self._spans = spans
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        look = QTextCharFormat()
        look.setForeground(self._theme.tokens.accent_text)
        look.setFontUnderline(True)
        for span in self._spans:
            # Qt counts UTF-16 units.
            start = len(text[: span.start].encode("utf-16-le", "surrogatepass")) // 2
            length = len(text[span.start : span.end].encode("utf-16-le", "surrogatepass")) // 2
            self.setFormat(start, length, look)


def _one_each(spans: tuple[Span, ...]) -> list[Span]:
    """One span of each kind: a value read from two places is one chip."""
    seen: dict[SpanKind, Span] = {}
    for span in spans:
        seen.setdefault(span.kind, span)
    return list(seen.values())
