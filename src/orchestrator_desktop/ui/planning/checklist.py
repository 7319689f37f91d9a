"""The checklist of a task: tick, write, add with Enter, take away with Backspace, reorder with Alt Up and Down."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orchestrator_desktop.domain.ids import CheckItemId
from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.operations.checklists import add_checks, check, edit_check, move_check, remove_check
from orchestrator_desktop.store import details
from orchestrator_desktop.store.details import CheckItem
from orchestrator_desktop.ui.planning.check_line import CheckLine
from orchestrator_desktop.ui.services import Services


class Checklist(QWidget):
    """Below the lines stands an empty one, where the next is written. Widgets are used again from task to task."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._task: Task | None = None
        self._items: list[CheckItem] = []
        self._lines: list[CheckLine] = []
        self._writing = False
        self._carried: tuple[CheckItemId, int, CheckLine] | None = None
        """What the user moves, where to, and the line it is moved from, in which the cursor is."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.last = self._make()
        self._retranslate()

    @property
    def progress(self) -> str:
        """ "2/5"; empty without lines."""
        return f"{sum(item.done for item in self._items)}/{len(self._items)}" if self._items else ""

    @property
    def empty(self) -> bool:
        return not (self._items or self._writing)

    def lines(self) -> list[CheckLine]:
        """The lines that hold something, first to last."""
        return self._lines[: len(self._items)]

    def show_task(self, task: Task) -> None:
        if self._task is None or self._task.id != task.id:
            self._writing = False
            self._carried = None
            self.last.edit.clear()
        self._task = task
        self._items = details.checklist(self._services.store, task.id)
        while len(self._lines) < len(self._items):
            self._lines.append(self._make())
        for number, line in enumerate(self._lines):
            if number < len(self._items):
                line.show_item(self._items[number])
            line.setVisible(number < len(self._items))
        self._follow_focus()
        self._retranslate()

    def write(self) -> None:
        """Put the cursor into the empty line."""
        self._writing = True
        self.last.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Save what is being written."""
        for line in (*self.lines(), self.last):
            if line.edit.isModified():
                line.settle()

    def _make(self) -> CheckLine:
        line = CheckLine(self._services.theme)
        self._column.insertWidget(len(self._lines), line)
        line.ticked.connect(partial(self._tick, line))
        line.written.connect(partial(self._written, line))
        line.below.connect(partial(self._below, line))
        line.away.connect(partial(self._away, line))
        line.stepped.connect(partial(self._step, line))
        line.moved.connect(partial(self._move, line))
        return line

    def _tick(self, line: CheckLine, done: bool) -> None:
        if line.item is not None:
            self._services.acts.run(check, item_id=line.item.id, done=done)

    def _written(self, line: CheckLine, text: str) -> None:
        if line.item is not None:
            self._services.acts.run(edit_check, item_id=line.item.id, text=text)
        elif self._task is not None:
            self._services.acts.run(add_checks, task_id=self._task.id, texts=[text])
            line.edit.clear()

    def _below(self, line: CheckLine) -> None:
        """Enter takes what is written and goes on below it; the last line adds and stays."""
        line.settle()
        if line.item is None:
            return
        self.last.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._writing = True

    def _away(self, line: CheckLine) -> None:
        """Backspace on an empty line takes it away; the cursor goes to the one before."""
        if line.item is None:
            self._step(line, -1)
            return
        self._step(line, -1 if self._lines.index(line) else 1)
        item = line.item
        line.edit.setModified(False)
        self._services.acts.run(remove_check, item_id=item.id)

    def _step(self, line: CheckLine, step: int) -> None:
        every = [*self.lines(), self.last]
        place = every.index(line) + step
        if 0 <= place < len(every):
            every[place].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, line: CheckLine, step: int) -> None:
        item = line.item
        if item is None:
            return
        line.settle()
        ids = [one.id for one in self._items]
        place = ids.index(item.id)
        there = place + step
        if not 0 <= there < len(ids):
            return
        rest = ids[:place] + ids[place + 1 :]
        after = rest[there - 1] if there else None
        self._carried = (item.id, there, line)
        self._services.acts.run(move_check, item_id=item.id, after=after)

    def _follow_focus(self) -> None:
        """The cursor goes with the line that was moved, once it is there: what was written in it is told before. Where
        the user has put it elsewhere meanwhile, it stays."""
        if self._carried is None:
            return
        item_id, there, line = self._carried
        if there < len(self._items) and self._items[there].id == item_id:
            self._carried = None
            if self.window().focusWidget() is line.edit:
                self._lines[there].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _retranslate(self) -> None:
        if not self.last.edit.text():
            self.last.show_item(None)
        self.last.edit.setAccessibleName(self.tr("Add to the checklist"))
        self.last.edit.setPlaceholderText(self.tr("Add a step"))
        name = self.tr("Step %1 of %2")
        for number, line in enumerate(self.lines(), 1):
            line.edit.setAccessibleName(name.replace("%1", str(number)).replace("%2", str(len(self._items))))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
