"""The upper part of a task's panel: title, date, notes, level."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain.task import Level, Task
from orchestrator_desktop.operations.tasks import Edits, understand
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.paint import level_name
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.chip import Chip
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
        self.title = AutoTextEdit(theme, style="title", max_lines=4)
        self.title.setProperty("frameless", True)
        self.title.setViewportMargins(0, 0, 0, 0)
        self._due = Chip(theme, "", icon="calendar", removable=True)
        self._due_field = LineField(theme)
        self._due_field.setMaximumWidth(220)
        self.notes = AutoTextEdit(theme, max_lines=10)
        self.level = Segmented(theme, [])
        self._level_row = LabelledRow(theme, "", self.level)
        dates = QHBoxLayout()
        dates.setSpacing(6)
        dates.addWidget(self._due)
        dates.addWidget(self._due_field)
        dates.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(dates)
        column.addWidget(self.notes)
        column.addSpacing(4)
        column.addWidget(self._level_row)

    def _connect(self) -> None:
        self.title.edited.connect(self._title_edited)
        self.notes.edited.connect(lambda: self.edited.emit(Edits(notes=self.notes.text())))
        self.level.chosen.connect(lambda level: self.edited.emit(Edits(level=Level(level))))
        self._due.removed.connect(lambda: self.edited.emit(Edits(due=None)))
        self._due.clicked.connect(self.write_due)
        self._due_field.returnPressed.connect(self._due_written)
        self._due_field.editingFinished.connect(self._close_due)

    def show_task(self, task: Task, *, keep: frozenset[str] = frozenset()) -> None:
        """Show a task; fields named in `keep` are being written in and stay as they are."""
        self._task = task
        if "title" not in keep:
            self.title.set_text(task.title)
        if "notes" not in keep:
            self.notes.set_text(task.notes)
        self.level.set_value(task.level)
        when = formats.due(task.due, self._services.today(), self._services.languages.locale)
        self._due.set_content(when or self.tr("No date"))
        self._due_field.hide()
        self._due.show()

    def write_due(self) -> None:
        """Ask for a date in words."""
        self._due.hide()
        self._due_field.clear()
        self._due_field.show()
        self._due_field.setFocus()

    def _due_written(self) -> None:
        words = self._due_field.text().strip()
        read = understand(self._services.store, line=f"x {words}", now=self._services.now())
        if words and read.due is None:
            self._services.acts.said.emit(self.tr("“%1” is not a date I can read.").replace("%1", words), None)
            return
        self.edited.emit(Edits(due=read.due))
        self._close_due()

    def _close_due(self) -> None:
        self._due_field.hide()
        self._due.show()

    def _title_edited(self) -> None:
        if self.title.text().strip():
            self.edited.emit(Edits(title=self.title.text()))

    def _retranslate(self) -> None:
        self.title.setAccessibleName(self.tr("Title"))
        self.notes.setAccessibleName(self.tr("Notes"))
        self.notes.set_placeholder(self.tr("Notes"))
        self._due_field.setPlaceholderText(self.tr("tomorrow 9am, friday, 12 march"))
        self._level_row.label.setText(self.tr("Level"))
        self.level.set_segments([Segment(level, level_name(level), level=level) for level in Level])
        if self._task is not None:
            self.show_task(self._task, keep=frozenset({"title", "notes"}))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
