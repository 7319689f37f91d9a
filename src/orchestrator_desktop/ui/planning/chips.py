"""The chips under a task's title: its dates, repetition, estimate, time, priority, tags, and a + for what it lacks."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.operations.tagging import tag
from orchestrator_desktop.operations.timing import set_spent, start_timer, stop_timer
from orchestrator_desktop.store import details
from orchestrator_desktop.ui.planning.line import WordsLine
from orchestrator_desktop.ui.planning.timing import TimeChip
from orchestrator_desktop.ui.planning.values import ICONS, Value, examples, names, read, words
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.chip import Chip, ChipButton
from orchestrator_desktop.ui.widgets.layout import FlowLayout
from orchestrator_desktop.ui.widgets.popup_menu import MenuItem, PopupMenu

_PLAIN: Final = (Value.DUE, Value.DEFER, Value.DEADLINE, Value.RECURRENCE, Value.ESTIMATE)
_FIELD: Final = 240
_LONGEST: Final = 60
NOTES, CHECKLIST, PART, NEED, FILE, TIMER = "notes", "checklist", "part", "need", "file", "timer"
"""What can be added that is no chip."""


class PlanChips(QWidget):
    """`edited(Edits)` with what the user changed, `wanted(str)` for what the + offers and is no chip."""

    edited = Signal(object)
    wanted = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._task: Task | None = None
        self._asked: Value | None = None
        self._before = ""
        self._tags: list[Chip] = []
        self._menu: PopupMenu | None = None
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self._chips = {value: ChipButton(theme, "", icon=ICONS[value]) for value in (*_PLAIN, Value.PRIORITY)}
        self.time = TimeChip(self._services)
        self.line = WordsLine(theme)
        self.line.setFixedWidth(_FIELD)
        self.line.hide()
        self.plus = ChipButton(theme, "", icon="plus")
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._flow = FlowLayout(self)
        for value in _PLAIN:
            self._flow.addWidget(self._chips[value])
        for widget in (self.time, self._chips[Value.PRIORITY], self.line, self.plus):
            self._flow.addWidget(widget)

    def _connect(self) -> None:
        for value, chip in self._chips.items():
            chip.clicked.connect(partial(self.write, value))
            chip.removed.connect(partial(self._answer, value, ""))
        self.time.clicked.connect(self.turn_timer)
        self.time.removed.connect(lambda: self.write(Value.SPENT))
        self.line.entered.connect(self._entered)
        self.line.away.connect(lambda: self._close(back=True))
        self.line.lost.connect(lambda: self._close(back=False))
        self.plus.clicked.connect(self._open_menu)

    def show_task(self, task: Task) -> None:
        """Show a task; a line that is being written in stays while it is the same one."""
        if self._task is None or task.id != self._task.id:
            self._close(back=False)
        self._task = task
        called = names()
        for value, chip in self._chips.items():
            said = words(value, task, self._services)
            if said:
                chip.set_content(said[:_LONGEST])
                chip.setAccessibleName(f"{called[value]}, {said}")
            chip.setVisible(bool(said) and value is not self._asked)
        self.time.show_task(task)
        self._show_tags(details.tags(self._services.store, task.id))

    def write(self, value: Value) -> None:
        """Ask for a value in words."""
        task = self._task
        if task is None:
            return
        self._asked = value
        self._before = "" if value in (Value.SPENT, Value.TAG) else self._written(value, task)
        self.line.setAccessibleName(names()[value])
        self.line.setPlaceholderText(examples()[value])
        self.line.setText(self._before)
        self.line.selectAll()
        self._offer(value)
        if value in self._chips:
            self._chips[value].hide()
        self.line.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _written(self, value: Value, task: Task) -> str:
        """The value as the line begins with it: without what the chip says around it."""
        if value is Value.DEFER:
            return words(Value.DUE, replace(task, due=task.defer), self._services)
        if value is Value.DEADLINE:
            return words(Value.DUE, replace(task, due=task.deadline), self._services)
        return words(value, task, self._services)

    def turn_timer(self) -> None:
        """Start the timer, or stop it."""
        if self._task is not None:
            act = start_timer if self._task.timer_since is None else stop_timer
            self._services.acts.run(act, task_id=self._task.id)

    def _offer(self, value: Value) -> None:
        """Tags that exist are completed."""
        if value is Value.TAG:
            self._names.setStringList(details.all_tags(self._services.store))
        self.line.complete(self._completer if value is Value.TAG else None)

    def _entered(self) -> None:
        value, text = self._asked, self.line.text()
        if value is None:
            return
        unchanged = bool(text) and text == self._before
        if unchanged or self._answer(value, text):
            self._close(back=True)

    def _answer(self, value: Value, text: str) -> bool:
        """Take an answer; False where it says nothing, which is then told."""
        task = self._task
        if task is None:
            return True
        if value is Value.TAG:
            self._put_tags(task, text)
            return True
        answer = read(value, text, task, self._services)
        if answer.trouble:
            self._services.acts.said.emit(answer.trouble, None)
            return False
        if answer.seconds is not None:
            self._services.acts.run(set_spent, task_id=task.id, seconds=answer.seconds)
        elif answer.edits:
            self.edited.emit(answer.edits)
        return True

    def _put_tags(self, task: Task, text: str) -> None:
        named = [name for name in text.replace(",", " ").split() if name.strip("#+")]
        if named:
            self._services.acts.run(tag, task_ids=[task.id], add=named)

    def _close(self, *, back: bool) -> None:
        """Put the line away; `back`: the focus goes to what it stood for."""
        value, self._asked = self._asked, None
        if value is None:
            return
        self.line.complete(None)
        self.line.hide()
        task, chip = self._task, self._chips.get(value)
        if chip is not None and task is not None:
            chip.setVisible(bool(words(value, task, self._services)))
        if back:
            there = chip if chip is not None and not chip.isHidden() else self.plus
            there.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_tags(self, tags: list[str]) -> None:
        if [chip.text() for chip in self._tags] == tags:
            return
        for chip in self._tags:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._tags = []
        for name in tags:
            chip = Chip(self._services.theme, name, icon="tag", removable=True, parent=self)
            chip.removed.connect(partial(self._take_tag, name))
            self._flow.insert_widget(self._flow.count() - 2, chip)
            chip.show()
            self._tags.append(chip)
        self.updateGeometry()

    def _take_tag(self, name: str) -> None:
        if self._task is not None:
            self._services.acts.run(tag, task_ids=[self._task.id], remove=[name])
            self.plus.setFocus(Qt.FocusReason.OtherFocusReason)

    # adding

    def _open_menu(self) -> None:
        if self._menu is None:  # not earlier: the chips are in no window while they are built
            self._menu = PopupMenu(self._services.theme, self.window())
            self._menu.chosen.connect(self._chosen)
        self._menu.set_items(self._items())
        self._menu.open_for(self.plus)

    def _items(self) -> list[MenuItem]:
        task = self._task
        lacks = [value for value in (*_PLAIN, Value.SPENT, Value.PRIORITY, Value.TAG) if self._lacks(value)]
        items = [MenuItem(value, names()[value], icon=ICONS[value]) for value in lacks]
        if task is not None and task.stage.open and task.timer_since is None and not task.spent_seconds:
            items.append(MenuItem(TIMER, self.tr("Start the timer"), icon="play"))
        if task is not None and not task.notes:
            items.append(MenuItem(NOTES, self.tr("Notes"), icon="note-edit"))
        return [
            *items,
            MenuItem(CHECKLIST, self.tr("Checklist"), icon="list-checks"),
            MenuItem(PART, self.tr("Part"), icon="layers"),
            MenuItem(NEED, self.tr("Dependency"), icon="link"),
            MenuItem(FILE, self.tr("File"), icon="file"),
        ]

    def _lacks(self, value: Value) -> bool:
        if value is Value.TAG or self._task is None:
            return True
        if value is Value.SPENT:
            return bool(self._task.spent_seconds or self._task.timer_since)
        return not words(value, self._task, self._services)

    def _chosen(self, value: object) -> None:
        if isinstance(value, Value):
            self.write(value)
        elif value == TIMER:
            self.turn_timer()
        else:
            self.wanted.emit(str(value))

    def _retranslate(self) -> None:
        self.plus.set_content(self.tr("Add"))
        self.plus.setToolTip(self.tr("Add a date, a repetition, parts, files…"))
        if self._task is not None:
            self.show_task(self._task)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
