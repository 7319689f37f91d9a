"""The page of every task list, with the task's panel beside it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from orchestrator_desktop.domain.capture import Captured
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import TITLE_LIMIT
from orchestrator_desktop.operations import tasks as acts
from orchestrator_desktop.operations.settings import keep_draft, set_setting
from orchestrator_desktop.store import days
from orchestrator_desktop.ui.delegation.panel import TaskPanel
from orchestrator_desktop.ui.delegation.saver import Saver
from orchestrator_desktop.ui.inbox.column import ListColumn
from orchestrator_desktop.ui.inbox.commands import LISTS, ListCommands
from orchestrator_desktop.ui.inbox.head import Wanted
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.page import Page
from orchestrator_desktop.ui.services import Services

NARROW = 1120 - 224
"""Width of the page below which the panel opens over the list (UI.md 4)."""
DRAFT = "capture"
SPLIT = "window.split"


class TasksPage(Page):
    """Inbox, today, waiting, done and domains: one list with another query."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._target = Target(Screen.INBOX)
        self._next: dict[TaskId, TaskId | None] = {}
        """Of tasks that the user has just sent elsewhere: which one comes after them."""
        self._steady = False
        self._beside = True
        self._over = False
        self._build()
        self._connect()
        self._bind()
        self._restore()

    def _build(self) -> None:
        self.column = ListColumn(self.services, self._understand)
        self.list = self.column.list
        self.list.letters = lambda: self.services.shortcuts.single_letters
        self.panel = TaskPanel(self.services)
        self.commands = ListCommands(self.services, self.list, self.column.head)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.column)
        self._splitter.addWidget(self.panel)
        self.column.setMinimumWidth(360)
        self.panel.setMinimumWidth(440)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._splitter)
        self._saver = Saver(self)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.list.opened.connect(lambda _index: self._open_panel())
        self.commands.leaving.connect(self._note_next)
        capture, head = self.column.capture, self.column.head
        capture.captured.connect(self._add)
        capture.left.connect(self._to_list)
        capture.edited.connect(lambda: self._saver.later("draft", self._save_draft))
        head.searched.connect(self._reload)
        head.to_create.connect(lambda words: self._add(words, (), False))
        head.left.connect(self._to_list)
        self.panel.closed.connect(self._close_panel)
        self.panel.leaving.connect(self._leaving)
        self.panel.asked.connect(self._asked)
        self._splitter.splitterMoved.connect(lambda _pos, _index: self._saver.later("split", self._keep_split))

    def _bind(self) -> None:
        keys = self.services.shortcuts
        for sequence, act, name in (
            (["D"], self._brief, QT_TRANSLATE_NOOP("shortcuts", "Brief and delegate")),
            (["P"], self._to_person, QT_TRANSLATE_NOOP("shortcuts", "To a person")),
            (["Ctrl+Return", "Ctrl+Enter"], self.panel.act, QT_TRANSLATE_NOOP("shortcuts", "Delegate")),
            (["Ctrl+Shift+V"], self.panel.preview, QT_TRANSLATE_NOOP("shortcuts", "Preview what leaves")),
        ):
            keys.bind(self.list, sequence, act, where=LISTS, name=name)
        keys.bind(self, ["Esc"], self._escape, where=LISTS, name=QT_TRANSLATE_NOOP("shortcuts", "Close or back"))

    # the window's side

    def open(self, target: Target) -> None:
        elsewhere = (target.screen, target.domain_id) != (self._target.screen, self._target.domain_id)
        if elsewhere:
            self.column.head.forget_search()
            self.list.clearSelection()
        self._target = target
        self._over = target.task_id is not None
        self._arrange()
        self._reload()
        if target.task_id is not None:
            self.select(target.task_id)
        elif elsewhere or self.panel.task_id is None:
            self._select_first()
        if target.part == "capture" and self.column.capture.isVisibleTo(self):
            self.column.capture.write()
        elif target.part == "search":
            self.column.head.search()

    def refresh(self, changes: Changes) -> None:
        ids = changes.of(Kind.TASK)
        if changes.outside or (changes.touches(Kind.DOMAIN, Kind.PERSON, Kind.SPECIALIST) and not ids):
            self.column.capture.refresh()
            self._reload()
        elif ids:
            current, chosen = self.list.current, self.list.chosen
            self._steady = True
            self.column.model.apply(ids)
            self._settle(current, chosen)
            self.column.tell(self._target)

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self.list, self.panel]

    def subject(self) -> TaskId | None:
        return self.panel.task_id

    def select(self, task_id: TaskId) -> None:
        """Make a task current where the list holds it; its panel opens all the same."""
        if not self.list.show_current(task_id):
            self.list.selectionModel().clear()
            self.panel.show_task(task_id)
        self._arrange()

    # following changes

    def _reload(self) -> None:
        current, chosen = self.list.current, self.list.chosen
        self._steady = True
        self.column.show_query(self._target)
        self._settle(current, chosen)

    def _settle(self, current: TaskId | None, chosen: list[TaskId]) -> None:
        """After the rows have changed: the same task stays current; one that the user sent elsewhere gives way to
        the next; one that left by itself stays in the panel, which may be written in."""
        stayed = self.list.restore(current, chosen)
        self._steady = False
        if stayed or current is None:
            return
        sent = current in self._next
        after = self._next.pop(current, None)
        if after is not None and self.list.show_current(after):
            return
        if sent or self.panel.task_id is None:
            self._select_first()

    def _note_next(self, ids: list[TaskId]) -> None:
        after = self.list.beside(ids)
        self._next = dict.fromkeys(ids, after)

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._steady:
            task = self.column.model.task(current)
            self.panel.show_task(None if task is None else task.id)
            self._arrange()

    def _select_first(self) -> None:
        self.list.selectionModel().clear()
        self.list.move_current(1)
        if self.list.current is None:
            self.panel.show_task(None)

    # acting

    def _understand(self, line: str, ignored: tuple[tuple[int, int], ...]) -> Captured:
        return acts.understand(self.services.store, line=line, ignored=ignored, now=self.services.now())

    def _add(self, line: str, ignored: tuple[tuple[int, int], ...], open_it: bool) -> None:
        capture = self.column.capture
        future = self.services.acts.run(
            acts.add,
            line=line,
            ignored=ignored,
            now=self.services.now(),
            given=acts.Given(
                domain=self.column.head.title.text() if self._target.domain_id is not None else None,
                due=self.services.today() if self._target.screen is Screen.TODAY else None,
            ),
        )
        capture.set_text("")

        def added(changes: Changes) -> None:
            self._save_draft()
            task_id = TaskId(changes.first(Kind.TASK))
            self.services.acts.said.emit(self._added_words(line), changes.step)
            if open_it or self.panel.task_id is None:
                self.select(task_id)
            else:
                self.list.reveal(task_id)
            if open_it:
                self._open_panel()

        def failed(_error: BaseException) -> None:
            # What could not be added comes back into the line, before what was written since.
            capture.set_text(" ".join(part for part in (line, capture.text) if part))

        self.services.acts.then(future, added, failed)

    def _leaving(self, task_id: TaskId) -> None:
        """The panel's task goes elsewhere; the next one takes its place, and the keys are the list's again."""
        self._note_next([task_id])
        self._to_list()

    def _added_words(self, line: str) -> str:
        if len(line.strip()) > TITLE_LIMIT:
            return self.tr("Added. The title holds its beginning, the notes the whole text.")
        return self.tr("Added.")

    def _brief(self) -> None:
        if self.panel.task_id is not None:
            self._show_panel()
            self.panel.write_brief()

    def _to_person(self) -> None:
        if self.panel.task_id is not None:
            self._show_panel()
            self.panel.write_person()

    def _asked(self, what: str) -> None:
        """A date is written in the panel, a domain in the line over the list."""
        if what == Wanted.DUE:
            self.panel.head.write_due()
        elif self.panel.task_id is not None:
            self._over = False
            self._arrange()
            self.commands.ask(Wanted(what), [self.panel.task_id])

    def _open_panel(self) -> None:
        if self.panel.task_id is not None:
            self._show_panel()
            self.panel.write_title()

    # layout

    @property
    def _narrow(self) -> bool:
        return self.width() < NARROW

    def _arrange(self) -> None:
        """Both beside each other where there is room; else the list, or the panel over it."""
        narrow = self._narrow
        self.panel.setVisible(self._over if narrow else self._beside)
        self.column.setVisible(not (narrow and self._over))

    def _show_panel(self) -> None:
        self._over = self._beside = True
        self._arrange()

    def _close_panel(self) -> None:
        if self._narrow:
            self._over = False
        else:
            self._beside = False
        self._arrange()
        self._to_list()

    def _to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _escape(self) -> None:
        if self.list.end_choosing():
            return
        if self.column.head.search_text:
            self.column.head.end_search()
        elif self._narrow and self._over:
            self._close_panel()
        else:
            self._to_list()

    # keeping

    def _save_draft(self) -> None:
        self.services.acts.run_from(self.objectName(), keep_draft, key=DRAFT, text=self.column.capture.text)

    def _keep_split(self) -> None:
        self.services.acts.run(set_setting, key=SPLIT, value=list(self._splitter.sizes()))

    def _restore(self) -> None:
        self.setObjectName("tasks")
        self.column.capture.set_text(days.draft(self.services.store, DRAFT))
        self._saver.drop()  # nothing new to keep yet
        self._splitter.setSizes(cast("list[int]", days.setting(self.services.store, SPLIT, [527, 528])))
        self._retranslate()

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Tasks"))
        self.column.tell(self._target)

    # Qt's side

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._saver.flush()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        focus = QApplication.focusWidget()
        if self._narrow and event.oldSize().width() >= NARROW:
            self._over = focus is not None and self.panel.isAncestorOf(focus)
        self._arrange()
