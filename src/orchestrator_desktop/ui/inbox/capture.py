"""Quick capture: one line, understood as it is typed; what was understood is repeated as chips."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain.capture import Captured, Span, SpanKind
from orchestrator_desktop.domain.recurrence import Recurrence
from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.store import delegates
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.inbox.capture_line import CaptureLine
from orchestrator_desktop.ui.paint import Who, draw_box, level_name
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.button import Button, Kind
from orchestrator_desktop.ui.widgets.chip import ChipButton

_ICONS = {
    SpanKind.DUE: "calendar",
    SpanKind.DEFER: "arrow-right",
    SpanKind.DOMAIN: "hash",
    SpanKind.ESTIMATE: "stopwatch",
    SpanKind.PRIORITY: "arrow-up",
    SpanKind.NOTE: "file-text",
}

Ignored = tuple[tuple[int, int], ...]
Understand = Callable[[str, Ignored], Captured]


class CaptureField(QWidget):
    """40 px idle, 76 px with chips. `captured(line, ignored, open)` when the user adds it."""

    captured = Signal(str, object, bool)
    edited = Signal()
    left = Signal()
    """Esc or Down: the user wants to the list."""

    def __init__(self, services: Services, understand: Understand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._theme = services.theme
        self._understand = understand
        self._ignored: Ignored = ()
        self._spans: tuple[Span, ...] = ()
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._theme
        self._line = CaptureLine(theme)
        self._add = Button(theme, "", kind=Kind.PLAIN, keys=("↵",), small=True)
        self._hint = Button(theme, "", kind=Kind.PLAIN, keys=("N",), small=True)
        for button in (self._add, self._hint):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter and N do it
        self._chips = QWidget()
        self._row = QHBoxLayout(self._chips)
        self._row.setContentsMargins(37, 0, 12, 0)
        self._row.setSpacing(6)
        self._top = QWidget()
        top = QHBoxLayout(self._top)
        top.setContentsMargins(38, 0, 3, 0)
        top.setSpacing(8)
        top.addWidget(self._line, 1)
        top.addWidget(self._add)
        top.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self._chips, 0, Qt.AlignmentFlag.AlignTop)
        column.addStretch(1)

    def _connect(self) -> None:
        self._line.textChanged.connect(self._changed)
        self._line.entered.connect(self._submit)
        self._line.escaped.connect(self.left)
        self._line.down.connect(self.left)
        self._line.focused.connect(self._resize)
        self._add.clicked.connect(lambda: self._submit(False))
        self._hint.clicked.connect(self.write)
        self._theme.changed.connect(self._resize)

    @property
    def text(self) -> str:
        return self._line.toPlainText()

    def write(self) -> None:
        """Put the cursor into the line."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_text(self, text: str) -> None:
        """Replace what is written; a reading given back is read again."""
        self._ignored = ()
        self._line.setPlainText(text)
        self._line.moveCursor(QTextCursor.MoveOperation.End)

    def refresh(self) -> None:
        """Read the line again: domains and people may have new names."""
        self._changed()

    def _changed(self) -> None:
        text = self.text
        # What was given back as words stays words while the line still reaches there.
        self._ignored = tuple(span for span in self._ignored if span[1] <= len(text))
        spans = self._understand(text, self._ignored).spans if text.strip() else ()
        self._line.mark(spans)
        if spans != self._spans:
            self._spans = spans
            self._show_chips()
        self._resize()
        self.edited.emit()

    def _show_chips(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if chip := item.widget():
                chip.hide()
                chip.deleteLater()
        specialists = {specialist.name.casefold() for specialist in delegates.specialists(self._services.store)}
        for span in _one_each(self._spans):
            chip = self._chip(span, specialists)
            self._row.addWidget(chip)
            chip.show()
        self._row.addStretch(1)

    def _chip(self, span: Span, specialists: set[str]) -> ChipButton:
        level = Level(int(str(span.value))) if span.kind is SpanKind.LEVEL else None
        who = None
        if span.kind is SpanKind.WHO:
            who = Who.SPECIALIST if str(span.value).casefold() in specialists else Who.PERSON
        words = self._words(span)
        chip = ChipButton(self._theme, words, icon=_ICONS.get(span.kind), level=level, who=who)
        chip.setToolTip(self.tr("Click to keep these words in the title"))
        chip.clicked.connect(lambda: self._give_back(span))
        chip.removed.connect(lambda: self._give_back(span))
        return chip

    def _words(self, span: Span) -> str:
        locale, today = self._services.languages.locale, self._services.today()
        value = span.value
        if isinstance(value, Recurrence):
            return self.text[span.start : span.end].strip(" ,;:*")[:40]
        if not isinstance(value, int | str):
            return formats.due(value, today, locale)
        if span.kind is SpanKind.LEVEL:
            return level_name(Level(int(value)))
        if span.kind is SpanKind.ESTIMATE:
            return formats.duration(int(value) * 60)
        return f"P{value}" if span.kind is SpanKind.PRIORITY else str(value)[:40]

    def _give_back(self, span: Span) -> None:
        """Turn a chip back into words: no part of the line that said it is read any more."""
        self._ignored += tuple((other.start, other.end) for other in self._spans if other.kind is span.kind)
        self._changed()
        self.write()

    def _submit(self, open_it: bool) -> None:
        self.captured.emit(self.text, self._ignored, open_it)

    def _resize(self) -> None:
        theme = self._theme
        line = theme.grown(40, "body")
        self._top.setFixedHeight(line)
        self._chips.setVisible(bool(self._spans))
        self._chips.setFixedHeight(theme.grown(24, "meta"))
        self.setFixedHeight(line + theme.grown(24, "meta") + 12 if self._spans else line)
        written = bool(self.text)
        self._add.setVisible(written)
        self._hint.setVisible(not written and not self._line.hasFocus())
        self.update()

    def _retranslate(self) -> None:
        self._line.setPlaceholderText(self.tr("Add a task, with a date, #domain, !level or @person"))
        self._line.setAccessibleName(self.tr("Add a task"))
        self._add.setText(self.tr("Add"))
        self._hint.setAccessibleName(self.tr("Add a task"))
        self._spans = ()
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
        edge, width = ("focus", 2) if self._line.hasFocus() else ("line-control", self._theme.edge)
        draw_box(painter, self._theme.tokens, QRectF(self.rect()), fill="surface", edge=edge, radius=8, width=width)
        middle = self._top.height() / 2
        self._theme.draw_icon(painter, QRectF(9, round(middle - 8), 16, 16), "plus", "text-2")
        painter.end()


def _one_each(spans: tuple[Span, ...]) -> list[Span]:
    """One span of each kind: a value read from two places is one chip."""
    seen: dict[SpanKind, Span] = {}
    for span in spans:
        seen.setdefault(span.kind, span)
    return list(seen.values())
