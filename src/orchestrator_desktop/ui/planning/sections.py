"""What a task holds below its level: repetition, parts, checklist, needs, files. What is empty takes no room."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.store import details
from orchestrator_desktop.ui.planning.checklist import Checklist
from orchestrator_desktop.ui.planning.chips import CHECKLIST, FILE, NEED, PART
from orchestrator_desktop.ui.planning.files import FilesField
from orchestrator_desktop.ui.planning.needs import NeedsField
from orchestrator_desktop.ui.planning.parts import PartsField
from orchestrator_desktop.ui.planning.repetition import RepetitionField
from orchestrator_desktop.ui.planning.task_rows import TaskRows
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.layout import LabelledRow

_SHOWN = (Kind.TASK, Kind.CHECK_ITEM, Kind.DEPENDENCY, Kind.ATTACHMENT, Kind.TAG, Kind.TASK_TAG)


class Sections(QWidget):
    """`edited(Edits)` with what the user changed of the repetition, `opened(TaskId)` for another task's panel."""

    edited = Signal(object)
    opened = Signal(object)
    left = Signal()
    """Esc in a line: the cursor is to go elsewhere."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._task: Task | None = None
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self.repetition = RepetitionField(self._services)
        self.parts = PartsField(self._services)
        self.checklist = Checklist(self._services)
        self.needs = NeedsField(self._services)
        self.needed_for = TaskRows(theme)
        self.files = FilesField(self._services)
        controls = (self.repetition, self.parts, self.checklist, self.needs, self.needed_for, self.files)
        # A repetition begins with a link, which is lower than the lines of a list.
        lines = (24, 28, 28, 28, 28, 28)
        self._rows = [
            LabelledRow(theme, "", control, first_line=line) for control, line in zip(controls, lines, strict=True)
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for row in self._rows:
            column.addWidget(row)

    def _connect(self) -> None:
        self.repetition.edited.connect(self.edited)
        for part in (self.parts, self.needs, self.needed_for):
            part.opened.connect(self.opened)
        for part in (self.parts, self.needs):
            part.left.connect(self._left)

    def show_task(self, task: Task) -> None:
        self._task = task
        for part in (self.repetition, self.parts, self.checklist, self.needs, self.files):
            part.show_task(task)
        self.needed_for.show_tasks(details.needed_for(self._services.store, task.id))
        self._arrange()

    def concerns(self, changes: Changes) -> bool:
        """Whether what is shown here may be another one now."""
        return changes.touches(*_SHOWN)

    def write(self, what: str) -> bool:
        """Open what the user wants to add; False where it is nothing of these."""
        if what == FILE:
            self.files.choose()
            return True
        fields: dict[str, Checklist | PartsField | NeedsField] = {
            CHECKLIST: self.checklist,
            PART: self.parts,
            NEED: self.needs,
        }
        asked = fields.get(what)
        if asked is None:
            return False
        row = next(row for row in self._rows if row.control is asked)
        row.show()
        self.show()
        asked.write()
        return True

    def attach(self, paths: Sequence[Path]) -> None:
        """Keep files with the task."""
        self.files.attach(paths)

    def flush(self) -> None:
        """Save what is being written."""
        self.checklist.flush()

    def _left(self) -> None:
        """A line that was opened and given up takes no room any more."""
        self._arrange()
        self.left.emit()

    def _arrange(self) -> None:
        """Hide what is empty; say how far parts and checklist are."""
        empty = (
            self.repetition.empty,
            self.parts.empty,
            self.checklist.empty,
            self.needs.empty,
            not self.needed_for.tasks,
            self.files.empty,
        )
        for row, nothing in zip(self._rows, empty, strict=True):
            row.setVisible(not nothing)
        self.setVisible(not all(empty))
        self._say_progress()

    def _say_progress(self) -> None:
        for row, words, progress in (
            (self._rows[1], self.tr("Parts"), self.parts.progress),
            (self._rows[2], self.tr("Checklist"), self.checklist.progress),
        ):
            row.label.setText(f"{words} {progress}" if progress else words)

    def _retranslate(self) -> None:
        labels = (
            self.tr("Repeats"),
            self.tr("Parts"),
            self.tr("Checklist"),
            self.tr("Needs"),
            self.tr("Needed for"),
            self.tr("Files"),
        )
        for row, words in zip(self._rows, labels, strict=True):
            row.label.setText(words)
            row.control.setAccessibleName(words)
        self._say_progress()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
