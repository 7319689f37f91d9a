"""The upper part of a task's panel: title, date, notes, level."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain.task import TITLE_LIMIT, Level, Task
from orchestrator_desktop.operations.tasks import Edits
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.delegation.dates import read_date
from orchestrator_desktop.ui.paint import level_name
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.chip import ChipButton
from orchestrator_desktop.ui.widgets.layout import LabelledRow
from orchestrator_desktop.ui.widgets.segmented import Segment, Segmented
from orchestrator_desktop.ui.widgets.text_edit import AutoTextEdit, LineField


class TaskHead(QWidget):
    """`edited(Edits)` with what the user changed."""

    edited = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._task: Task | None = None
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self.title = _Title(theme, style="title", max_lines=4, framed=False)
        self._due = ChipButton(theme, "", icon="calendar")
        self._due_field = LineField(theme)
        self._due_field.setMaximumWidth(240)
        self._due_field.hide()
        self._add_notes = ChipButton(theme, "", icon="note-edit")
        self.notes = AutoTextEdit(theme, min_lines=2, max_lines=10)
        self.level = Segmented(theme, [])
        self._level_row = LabelledRow(theme, "", self.level)
        chips = QHBoxLayout()
        chips.setSpacing(6)
        chips.addWidget(self._due)
        chips.addWidget(self._due_field)
        chips.addWidget(self._add_notes)
        chips.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(chips)
        column.addWidget(self.notes)
        column.addSpacing(8)
        column.addWidget(self._level_row)

    def _connect(self) -> None:
        self.title.edited.connect(self._title_edited)
        self.title.left.connect(self._title_left)
        self.notes.edited.connect(lambda: self.edited.emit(Edits(notes=self.notes.text())))
        self.notes.left.connect(self._show_notes)
        self.level.chosen.connect(lambda level: self.edited.emit(Edits(level=Level(level))))
        self._due.clicked.connect(self.write_due)
        self._due.removed.connect(lambda: self.edited.emit(Edits(due=None)))
        self._due_field.returnPressed.connect(self._due_written)
        self._due_field.editingFinished.connect(self._close_due)
        self._add_notes.clicked.connect(self.write_notes)

    def show_task(self, task: Task, *, keep: frozenset[str] = frozenset()) -> None:
        """Show a task; fields named in `keep` are being written in and stay as they are."""
        self._task = task
        if "title" not in keep:
            self.title.set_text(task.title)
        if "notes" not in keep:
            self.notes.set_text(task.notes)
            self._show_notes()
        self.level.set_value(task.level)
        when = formats.due(task.due, self._services.today(), self._services.languages.locale)
        self._due.set_content(when or self.tr("No date"))

    def texts(self) -> tuple[str, str]:
        """Title and notes as they stand in the fields."""
        return self.title.text().strip() or (self._task.title if self._task else ""), self.notes.text()

    def write_due(self) -> None:
        """Ask for a date in words."""
        self._due.hide()
        self._due_field.clear()
        self._due_field.show()
        self._due_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def write_notes(self) -> None:
        """Open the notes and put the cursor there."""
        self.notes.show()
        self._add_notes.hide()
        self.notes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_notes(self) -> None:
        empty = not self.notes.text()
        self.notes.setVisible(not empty or self.notes.hasFocus())
        self._add_notes.setVisible(empty and not self.notes.hasFocus())

    def _due_written(self) -> None:
        words = self._due_field.text().strip()
        due = read_date(self._services, words)
        if words and due is None:
            return
        self.edited.emit(Edits(due=due))
        self._due.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_due(self) -> None:
        if not self._due_field.hasFocus():
            self._due_field.hide()
            self._due.show()

    def _title_edited(self) -> None:
        title = self.title.text()
        if len(title) > TITLE_LIMIT:
            # A pasted page: the title keeps its beginning, the notes get all the rest.
            self.title.set_text(title[:TITLE_LIMIT])
            self.notes.set_text("\n\n".join(part for part in (title[TITLE_LIMIT:], self.notes.text()) if part))
            self._show_notes()
            self.edited.emit(Edits(title=title[:TITLE_LIMIT], notes=self.notes.text()))
        elif title.strip():
            self.edited.emit(Edits(title=title))

    def _title_left(self) -> None:
        if self._task is not None and not self.title.text().strip():
            self.title.set_text(self._task.title)  # a task is never without a title

    def _retranslate(self) -> None:
        self.title.setAccessibleName(self.tr("Title"))
        self.notes.setAccessibleName(self.tr("Notes"))
        self.notes.set_placeholder(self.tr("Notes"))
        self._add_notes.set_content(self.tr("Add notes"))
        self._due_field.setAccessibleName(self.tr("Due"))
        self._due_field.setPlaceholderText(self.tr("tomorrow 9am, friday, 12 march"))
        self._level_row.label.setText(self.tr("Level"))
        self.level.set_segments([Segment(level, level_name(level), level=level) for level in Level])
        if self._task is not None:
            self.show_task(self._task, keep=frozenset({"title", "notes"}))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class _Title(AutoTextEdit):
    """Enter leaves it: a title is one line, however it wraps."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)
