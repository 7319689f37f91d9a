"""Quick capture: one line, understood as it is typed; what was understood is repeated as chips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain.capture import Captured, Span, SpanKind
from orchestrator_desktop.domain.recurrence import Recurrence
from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.store import delegates
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.inbox.capture_line import CaptureLine
from orchestrator_desktop.ui.inbox.capture_question import CaptureQuestion
from orchestrator_desktop.ui.inbox.capture_spans import Ignored as Ignored
from orchestrator_desktop.ui.inbox.capture_spans import date_words, moved, one_each, split
from orchestrator_desktop.ui.paint import Who, draw_box, level_name
from orchestrator_desktop.ui.planning.dropping import dropped_files, dropped_words
from orchestrator_desktop.ui.planning.repeat_words import repeat_words
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.button import Button, Kind
from orchestrator_desktop.ui.widgets.chip import ChipButton
from orchestrator_desktop.ui.widgets.layout import FlowLayout

_ICONS = {
    SpanKind.DUE: "calendar",
    SpanKind.DEFER: "arrow-right",
    SpanKind.DEADLINE: "flag",
    SpanKind.RECURRENCE: "repeat",
    SpanKind.DOMAIN: "hash",
    SpanKind.ESTIMATE: "stopwatch",
    SpanKind.PRIORITY: "arrow-up",
    SpanKind.NOTE: "file-text",
}

_LEFT, _RIGHT = 37, 12
"""Room beside the chips: they begin where the words do."""
Understand = Callable[[str, Ignored], Captured]


class CaptureField(QWidget):
    """40 px idle, 76 px with a line of chips. `captured(line, ignored, open)` when the user adds it.

    Once `take_several` was called, several lines and files are asked about below the line: `captured_lines(lines)`,
    `captured_with_notes(line, notes)`, `dropped(files, together)`."""

    captured = Signal(str, object, bool)
    captured_lines = Signal(object)
    captured_with_notes = Signal(str, str)
    dropped = Signal(object, bool)
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
        self._read = ""
        """The text that `_ignored` speaks of."""
        self._several = False
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
        self._flow = FlowLayout(self._chips)
        under = QHBoxLayout()
        under.setContentsMargins(_LEFT, 0, _RIGHT, 0)
        under.addWidget(self._chips)
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
        column.addLayout(under)
        self.question = CaptureQuestion(theme)
        column.addWidget(self.question)
        column.addStretch(1)

    def _connect(self) -> None:
        self._line.textChanged.connect(self._changed)
        self._line.entered.connect(self._submit)
        self._line.escaped.connect(self.left)
        self._line.down.connect(self.left)
        self._line.focused.connect(self._resize)
        self._line.to_chips.connect(lambda: self._to_chip(-1))
        self._line.pasted.connect(self._ask_about_lines)
        self._line.files.connect(self.take_files)
        self.question.answered.connect(self._answered)
        self.question.closed.connect(self._resize)
        self._add.clicked.connect(lambda: self._submit(False))
        self._hint.clicked.connect(self.write)
        self._theme.changed.connect(self._resize)

    @property
    def text(self) -> str:
        return self._line.toPlainText()

    def take_several(self) -> None:
        """Let several lines and files be more than one line; somebody listens."""
        self._several = True
        self.setAcceptDrops(True)

    def take_files(self, files: Sequence[Path]) -> None:
        """A task of one file; of several the user is asked. Folders are left out."""
        files = [path for path in files if path.is_file()]
        if not self._several or not files:
            return
        if len(files) == 1 or not self.isVisible():
            self.dropped.emit(list(files), False)
        else:
            self.question.ask_about_files(list(files))
            self._resize()
            self.write()

    def write(self) -> None:
        """Put the cursor into the line."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_text(self, text: str) -> None:
        """Replace what is written; a reading given back is read again."""
        self._ignored = ()
        self._line.setPlainText(text)
        self._line.moveCursor(QTextCursor.MoveOperation.End)

    def set_lines(self, text: str) -> None:
        """The same for a text of one line or several: of these the user is asked, as when they are pasted."""
        self.set_text(" ".join(text.split()))
        self._ask_about_lines(text)

    def refresh(self) -> None:
        """Read the line again: domains and people may have new names."""
        self._changed()

    def _changed(self) -> None:
        text = self.text
        if text != self._read:
            # What was given back as words stays words, wherever it has moved to.
            self._ignored = moved(self._ignored, self._read, text)
            self._read = text
            self.question.forget_lines()
        spans = self._understand(text, self._ignored).spans if text.strip() else ()
        self._line.mark(spans)
        if spans != self._spans:
            self._spans = spans
            self._show_chips()
        self._resize()
        self.edited.emit()

    def _show_chips(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if chip := item.widget():
                chip.hide()
                chip.deleteLater()
        specialists = {specialist.name.casefold() for specialist in delegates.specialists(self._services.store)}
        before: QWidget = self._line
        for span in one_each(self._spans):
            chip = self._chip(span, specialists)
            self._flow.addWidget(chip)
            chip.show()
            QWidget.setTabOrder(before, chip)  # Qt puts what is made last at the end of the window
            before = chip

    def _chip(self, span: Span, specialists: set[str]) -> ChipButton:
        level = Level(int(str(span.value))) if span.kind is SpanKind.LEVEL else None
        who = None
        if span.kind is SpanKind.WHO:
            who = Who.SPECIALIST if str(span.value).casefold() in specialists else Who.PERSON
        words = self._words(span)
        chip = ChipButton(self._theme, words, icon=_ICONS.get(span.kind), level=level, who=who)
        chip.setToolTip(self.tr("Click to keep these words in the title"))
        chip.installEventFilter(self)
        chip.clicked.connect(lambda: self._give_back(span))
        chip.removed.connect(lambda: self._give_back(span))
        return chip

    def _words(self, span: Span) -> str:
        locale, today = self._services.languages.locale, self._services.today()
        value = span.value
        if isinstance(value, Recurrence):
            return repeat_words(value, today, locale)[:60]
        if not isinstance(value, int | str):
            return date_words(span.kind, value, today, locale, self._services.begins())
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
        if self.question.open:
            self.question.answer(first=True)
        else:
            self.captured.emit(self.text, self._ignored, open_it)

    # several at once

    def _ask_about_lines(self, text: str) -> None:
        # What tells lists from sentences takes longer to load than the window: one line has no need of it.
        lines = split(text) if self._several and len(text.strip().splitlines()) > 1 else ()
        if len(lines) > 1:
            self.question.ask_about_lines(lines)
            self._resize()

    def _answered(self, one_each: bool) -> None:
        """Each a task of its own, or one that holds them all."""
        lines, files = self.question.lines, self.question.files
        self.question.close_question()
        if files:
            self.dropped.emit(files, not one_each)
        elif one_each:
            self.set_text("")
            self.captured_lines.emit(lines)
        else:
            self.set_text("")
            self.captured_with_notes.emit(lines[0], "\n".join(lines[1:]))
        self.write()

    # chips by keys

    def _shown_chips(self) -> list[ChipButton]:
        items = (self._flow.itemAt(place) for place in range(self._flow.count()))
        widgets = (None if item is None else item.widget() for item in items)
        return [widget for widget in widgets if isinstance(widget, ChipButton)]

    def _to_chip(self, place: int) -> None:
        chips = self._shown_chips()
        if chips:
            chips[place].setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left and Right go along the chips, and from the last one back to the line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, ChipButton):
            chips = self._shown_chips()
            steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
            if event.key() in steps:
                place = chips.index(watched) + steps[Qt.Key(event.key())]
                if 0 <= place < len(chips):
                    chips[place].setFocus(Qt.FocusReason.TabFocusReason)
                else:
                    self.write()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.write()
                return True
        return super().eventFilter(watched, event)

    def _resize(self) -> None:
        theme = self._theme
        line = theme.grown(40, "body")
        self._top.setFixedHeight(line)
        # Of lines that wait for an answer, the chips would tell the first alone.
        told = bool(self._spans) and not self.question.lines
        self._chips.setVisible(told)
        # What does not fit beside the others goes on below: a chip that is squeezed says nothing.
        chips = self._flow.heightForWidth(max(0, self.width() - _LEFT - _RIGHT))
        self._chips.setFixedHeight(chips)
        height = line + chips + 12 if told else line
        self.setFixedHeight(height + self.question.sizeHint().height() if self.question.open else height)
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

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()) or dropped_words(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._line.insertFromMimeData(event.mimeData())
        event.acceptProposedAction()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._resize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge, width = ("focus", 2) if self._line.hasFocus() else ("line-control", self._theme.edge)
        draw_box(painter, self._theme.tokens, QRectF(self.rect()), fill="surface", edge=edge, radius=8, width=width)
        middle = self._top.height() / 2
        self._theme.draw_icon(painter, QRectF(9, round(middle - 8), 16, 16), "plus", "text-2")
        painter.end()
