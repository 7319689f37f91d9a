"""The upper part of a task's panel: what it belongs to, title, chips, notes, level."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orchestrator_desktop.domain.task import TITLE_LIMIT, Level, Task
from orchestrator_desktop.operations.tasks import Edits
from orchestrator_desktop.ui.planning.above import Above
from orchestrator_desktop.ui.planning.chips import PlanChips
from orchestrator_desktop.ui.planning.notes import NotesView
from orchestrator_desktop.ui.planning.suggested import LevelField
from orchestrator_desktop.ui.planning.values import Value
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.layout import LabelledRow
from orchestrator_desktop.ui.widgets.text_edit import AutoTextEdit


class TaskHead(QWidget):
    """`edited(Edits)` with what the user changed, `opened(TaskId)` for a task above, `wanted(str)` for what the chips
    offer and others show."""

    edited = Signal(object)
    opened = Signal(object)
    wanted = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._task: Task | None = None
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self.above = Above(self._services)
        self.title = _Title(theme, style="title", max_lines=4, framed=False)
        self.chips = PlanChips(self._services)
        self.notes = AutoTextEdit(theme, min_lines=2, max_lines=10)
        self.reading = NotesView(theme)
        for field in (self.title, self.notes):
            field.setAcceptDrops(False)  # a file dropped here is attached, its path is no words
        self._level = LevelField(self._services)
        self.level = self._level.levels
        self._level_row = LabelledRow(theme, "", self._level)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.above, self.title, self.chips, self.reading, self.notes):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(self._level_row)

    def _connect(self) -> None:
        self.above.opened.connect(self.opened)
        self.title.edited.connect(self._title_edited)
        self.title.left.connect(self._title_left)
        self.chips.edited.connect(self.edited)
        self.chips.wanted.connect(self.wanted)
        self.notes.edited.connect(lambda: self.edited.emit(Edits(notes=self.notes.text())))
        self.notes.left.connect(self._show_notes)
        self.reading.wanted.connect(self.write_notes)
        self.level.chosen.connect(lambda level: self.edited.emit(Edits(level=Level(level))))

    def show_task(self, task: Task, *, keep: frozenset[str] = frozenset()) -> None:
        """Show a task; fields named in `keep` are being written in and stay as they are."""
        self._task = task
        self.above.show_task(task)
        if "title" not in keep:
            self.title.set_text(task.title)
        if "notes" not in keep:
            self.notes.set_text(task.notes)
            self._show_notes()
        self._level.show_task(task)
        self.chips.show_task(task)

    def texts(self) -> tuple[str, str]:
        """Title and notes as they stand in the fields."""
        return self.title.text().strip() or (self._task.title if self._task else ""), self.notes.text()

    def write_due(self) -> None:
        """Ask for a date in words."""
        self.chips.write(Value.DUE)

    def write_notes(self) -> None:
        """Open the notes and put the cursor there."""
        self.notes.show()
        self.reading.hide()
        self.notes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_notes(self) -> None:
        """Read while nobody writes; what is empty takes no room."""
        writing, text = self.notes.hasFocus(), self.notes.text()
        self.notes.setVisible(writing)
        self.reading.setVisible(bool(text.strip()) and not writing)
        if not writing:
            self.reading.set_markdown(text)

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
        self.reading.setAccessibleName(self.tr("Notes"))
        self.reading.setToolTip(self.tr("Click or Enter to write"))
        self.notes.set_placeholder(self.tr("Notes"))
        self._level_row.label.setText(self.tr("Level"))
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
