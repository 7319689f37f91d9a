"""The page of every task list, with the task's panel beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.operations.attaching import attach
from orchestrator_desktop.operations.settings import keep_draft
from orchestrator_desktop.store import days, lines, tasks
from orchestrator_desktop.ui.delegation.pane import PanelPane
from orchestrator_desktop.ui.delegation.saver import Saver
from orchestrator_desktop.ui.inbox.adding import Adding
from orchestrator_desktop.ui.inbox.arranging import Arranging
from orchestrator_desktop.ui.inbox.asker import Wanted
from orchestrator_desktop.ui.inbox.column import ListColumn
from orchestrator_desktop.ui.inbox.commands import LISTS, ListCommands
from orchestrator_desktop.ui.inbox.filters import Filters
from orchestrator_desktop.ui.inbox.lists import SECOND
from orchestrator_desktop.ui.inbox.putting import Putting
from orchestrator_desktop.ui.inbox.sides import Sides
from orchestrator_desktop.ui.inbox.taking import Taking
from orchestrator_desktop.ui.inbox.task_menu import TaskMenu
from orchestrator_desktop.ui.inbox.tasks_view import TasksView
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.page import Page
from orchestrator_desktop.ui.services import Services

if TYPE_CHECKING:
    from orchestrator_desktop.ui.delegation.panel import TaskPanel

DRAFT = "capture"
_NAMED = (Kind.DOMAIN, Kind.PERSON, Kind.SPECIALIST, Kind.SAVED_FILTER)
Panes = list[QWidget]


class TasksPage(Page):
    """Inbox, today, waiting, done and domains: one list with another query."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._target = Target(Screen.INBOX)
        self._next: dict[TaskId, TaskId | None] = {}
        """Of tasks that the user has just sent elsewhere: which one comes after them."""
        self._steady = False
        self._build()
        self._connect()
        self._bind()
        self._restore()

    def _build(self) -> None:
        self._adding = Adding(self.services, self._show_added, self._save_draft)
        self.column = ListColumn(self.services, self._adding.understand)
        self._taking = Taking(
            self.services,
            self.column.capture,
            lambda: self._adding.given(self._target),
            lambda task_id: self._show_added(task_id, False),
        )
        self.body = self.column.body
        self._pane = PanelPane(self.services, after=self.column.head)
        self.commands = ListCommands(self.services, self.body, self.column.head)
        self._menu = TaskMenu(self.services, self.commands, self)
        self._putting = Putting(self.body, self.commands)
        self._filters = Filters(self.services, self.column.head, self)
        self._arranging = Arranging(self.services, self.column, self.body, lambda: self._target)
        self._sides = Sides(self.services, self.column, self._pane, lambda: self.body.is_board)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._sides)
        self._saver = Saver(self)
        self.setFocusProxy(self.body)

    @property
    def list(self) -> TasksView:
        """The list that has the current task."""
        return self.body.active

    @property
    def panel(self) -> TaskPanel:
        """The panel of the current task."""
        return self._pane.panel

    def _connect(self) -> None:
        self.body.current_changed.connect(self._current_changed)
        self.body.chosen_changed.connect(lambda: self.column.tell_chosen(self._target))
        self.body.opened.connect(self._open_panel)
        self.body.menu_wanted.connect(self._menu.open_at)
        self.body.files_dropped.connect(self._take_files)
        self.commands.leaving.connect(self._note_next)
        self.services.acts.turned.connect(self._turned)
        capture, head = self.column.capture, self.column.head
        capture.captured.connect(self._add)
        capture.left.connect(self._to_list)
        capture.edited.connect(lambda: self._saver.later("draft", self._save_draft))
        head.searched.connect(self._searched)
        head.to_create.connect(lambda words: self._add(words, (), False))
        head.left.connect(self._to_list)
        head.tab_chosen.connect(self._go_to_tab)
        self._arranging.changed.connect(self._rearrange)
        self._pane.closed.connect(self._close_panel)
        self._pane.leaving.connect(self._leaving)
        self._pane.asked.connect(self._asked)

    def _bind(self) -> None:
        keys = self.services.shortcuts
        for sequence, act, name in (
            (["D"], self._brief, QT_TRANSLATE_NOOP("shortcuts", "Brief and delegate")),
            (["P"], self._to_person, QT_TRANSLATE_NOOP("shortcuts", "To a person")),
            (["Ctrl+Return", "Ctrl+Enter"], self._hand_over, QT_TRANSLATE_NOOP("shortcuts", "Delegate")),
            (["Ctrl+Shift+V"], self._preview, QT_TRANSLATE_NOOP("shortcuts", "Preview what leaves")),
        ):
            keys.bind(self.body, sequence, act, where=LISTS, name=name)
        keys.bind(self, ["Esc"], self._escape, where=LISTS, name=QT_TRANSLATE_NOOP("shortcuts", "Close or back"))

    # the window's side

    def open(self, target: Target) -> None:
        if target.part in ("capture", "search") and _same(target, replace(self._target, part=target.part)):
            part, target = target.part, replace(target, part=self._target.part)
        else:
            part = target.part
            target = replace(target, part=part if part == SECOND.get(target.screen) else "")
        elsewhere = not _same(target, self._target)
        if elsewhere:
            self.column.head.forget_search()
            self.body.clear()
        self._target = target
        self._sides.begin(over=target.task_id is not None)
        self._reload()
        self._sides.arrange()
        if target.task_id is not None:
            self.select(target.task_id)
        elif elsewhere or self._pane.task_id is None:
            self._select_first()
        if part == "capture" and self.column.capture.isVisibleTo(self):
            self.column.capture.write()
        elif part == "search":
            self.column.head.search()

    def _go_to_tab(self, number: int) -> None:
        """Today and Upcoming, Done and the trash."""
        part = SECOND.get(self._target.screen, "") if number else ""
        if part != self._target.part:
            self.services.navigator.wanted.emit(Target(self._target.screen, part=part))

    def refresh(self, changes: Changes) -> None:
        ids = changes.of(Kind.TASK)
        if changes.outside or (changes.touches(*_NAMED) and not ids):
            self.column.capture.refresh()
            self._reload()
        elif ids:
            current, chosen = self.body.current, self.body.chosen
            self._steady = True
            self.body.apply(lines.told_by(self.services.store, ids) if len(ids) <= tasks.PAGE else ids)
            self._settle(current, chosen)
            self.column.tell(self._target)
        elif changes.touches(Kind.SETTING):
            self.column.tell(self._target)

    def panes(self) -> Panes:
        """Where F6 goes."""
        return [self.list, self._pane]

    def unmade(self) -> Callable[[], object] | None:
        return None if self._pane.is_made else self._pane.make

    def subject(self) -> TaskId | None:
        return self._pane.task_id

    def select(self, task_id: TaskId) -> None:
        """Make a task current where the list holds it; its panel opens all the same."""
        if not self.body.show_current(task_id):
            self.body.clear()
            self._pane.show_task(task_id)
        self._sides.arrange()

    # following changes

    def _reload(self) -> None:
        current, chosen = self.body.current, self.body.chosen
        self._steady = True
        self.column.show_query(self._target)
        self._putting.watch()
        self._settle(current, chosen)

    def _searched(self) -> None:
        """What is found may be a board where the list is none, and the other way round."""
        self._reload()
        if self.body.is_board:
            self._sides.begin(over=False)
        self._sides.arrange()

    def _rearrange(self) -> None:
        """Another order, or a board instead of a list: the same task stays current, in the panel too."""
        self._reload()
        self._sides.show_list()
        if self.body.current is None:
            self._select_first()
        self._to_list()

    def _settle(self, current: TaskId | None, chosen: Sequence[TaskId]) -> None:
        """After the rows have changed: the same task stays current; one that the user sent elsewhere gives way to
        the next; one that left by itself stays in the panel, which may be written in."""
        stayed = self.body.restore(current, chosen)
        self._steady = False
        if stayed or current is None:
            return
        sent = current in self._next
        after = self._next.pop(current, None)
        if after is not None and self.body.show_current(after):
            return
        if sent or self._pane.task_id is None:
            self._select_first()

    def _turned(self, changes: Changes) -> None:
        """What was undone, or done again, is what the user looks at now; who writes in the panel looks there."""
        focus = QApplication.focusWidget()
        writes = focus is not None and self._pane.isAncestorOf(focus)
        back = [TaskId(number) for number in changes.of(Kind.TASK) if self.body.holds(TaskId(number))]
        if self.isVisible() and back and not writes and self.body.current not in back:
            self.select(back[0])

    def _note_next(self, ids: Sequence[TaskId]) -> None:
        after = self.body.beside(ids)
        self._next = dict.fromkeys(ids, after)

    def _current_changed(self, task_id: TaskId | None) -> None:
        if not self._steady:
            self._pane.show_task(task_id)
            self._sides.arrange()

    def _select_first(self) -> None:
        self.body.select_first()
        if self.body.current is None:
            self._pane.show_task(None)

    # acting

    def _add(self, line: str, ignored: tuple[tuple[int, int], ...], open_it: bool) -> None:
        self._adding.add(self.column.capture, self._target, line, ignored, open_it)

    def _show_added(self, task_id: TaskId, open_it: bool) -> None:
        if open_it or self._pane.task_id is None:
            self.select(task_id)
        else:
            self.body.reveal(task_id)
        if open_it:
            self._open_panel()

    def _take_files(self, paths: Sequence[Path], task_id: TaskId | None) -> None:
        """Files dropped on a task are attached to it; beside the tasks they become some."""
        if paths and task_id is None:
            self.column.capture.take_files(paths)
        elif task_id is not None:
            future = self.services.acts.run(attach, task_id=task_id, paths=list(paths))
            self.services.acts.say_done(future, self.tr("%n file(s) attached.", "", len(paths)))

    def _leaving(self, task_id: TaskId) -> None:
        """The panel's task goes elsewhere; the next one takes its place, and the keys are the list's again."""
        self._note_next([task_id])
        self._to_list()

    def _brief(self) -> None:
        if self._pane.task_id is not None:
            self._sides.show_panel()
            self.panel.write_brief()

    def _to_person(self) -> None:
        if self._pane.task_id is not None:
            self._sides.show_panel()
            self.panel.write_person()

    def _hand_over(self) -> None:
        self.panel.act()

    def _preview(self) -> None:
        self.panel.preview()

    def _asked(self, what: str) -> None:
        """A date is written in the panel, a domain in the line over the list."""
        if what == Wanted.DUE:
            self.panel.head.write_due()
        elif self._pane.task_id is not None:
            self._sides.show_list()
            self.commands.ask(Wanted(what), [self._pane.task_id])

    def _open_panel(self) -> None:
        if self._pane.task_id is not None:
            self._sides.show_panel()
            self.panel.write_title()

    def _close_panel(self) -> None:
        self._sides.close_panel()
        self._to_list()

    def _to_list(self) -> None:
        self.body.focus()

    def _escape(self) -> None:
        if self.list.let_go() or self.body.end_choosing():
            return
        if self.column.head.search_text:
            self.column.head.end_search()
        elif self._sides.panel_is_over:
            self._close_panel()
        else:
            self._to_list()

    # keeping

    def _save_draft(self) -> None:
        self.services.acts.run_from(self.objectName(), keep_draft, key=DRAFT, text=self.column.capture.text)

    def _restore(self) -> None:
        self.setObjectName("tasks")
        self.column.capture.set_text(days.draft(self.services.store, DRAFT))
        self._saver.drop()  # nothing new to keep yet
        self._retranslate()

    def _retranslate(self) -> None:
        self.body.list.setAccessibleName(self.tr("Tasks"))
        self.column.tell(self._target)

    # Qt's side

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._saver.flush()
        super().hideEvent(event)


def _same(one: Target, other: Target) -> bool:
    """Whether both show the same list."""
    return replace(one, task_id=None) == replace(other, task_id=None)
