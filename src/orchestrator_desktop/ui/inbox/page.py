"""The page of every task list, with the task's panel beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain.capture import Captured
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.operations import tasks as acts
from orchestrator_desktop.operations.settings import keep_draft, set_setting
from orchestrator_desktop.store import days, delegates, tasks
from orchestrator_desktop.ui.delegation.panel import TaskPanel
from orchestrator_desktop.ui.inbox.capture import CaptureField
from orchestrator_desktop.ui.inbox.model import Query, TasksModel
from orchestrator_desktop.ui.inbox.rows import TaskDelegate
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.page import Page
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.button import IconButton
from orchestrator_desktop.ui.widgets.label import empty_label
from orchestrator_desktop.ui.widgets.layout import HeadBar
from orchestrator_desktop.ui.widgets.list_view import ListView
from orchestrator_desktop.ui.widgets.text_edit import LineField

NARROW = 1120 - 224
"""Width of the page below which the panel opens over the list (UI.md 4)."""
DRAFT = "capture"
SPLIT = "window.split"
_SAVE_MS = 250
_SEARCH_MS = 80

_LISTS = QT_TRANSLATE_NOOP("shortcuts", "Lists")
_EVERYWHERE = QT_TRANSLATE_NOOP("shortcuts", "Everywhere")


class TasksPage(Page):
    """Inbox, today, waiting, done and domains: one list with another query."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._target = Target(Screen.INBOX)
        self._build()
        self._connect()
        self._bind()
        self._restore()

    def _build(self) -> None:
        theme = self.services.theme
        self._head = HeadBar(theme)
        self._search = LineField(theme)
        self._search.setMaximumWidth(200)
        self._search.hide()
        self._search_button = IconButton(theme, "search", "")
        self._head.add_right(self._search)
        self._head.add_right(self._search_button)
        self._capture = CaptureField(self.services, self._understand)
        self._model = TasksModel(self.services.store, self)
        self._list = ListView(theme)
        self._list.setModel(self._model)
        self._list.setSelectionMode(ListView.SelectionMode.ExtendedSelection)
        self._rows = TaskDelegate(theme, self.services.languages, self.services.today, self._list)
        self._model.speak_with(self._rows.spoken)
        self._list.setItemDelegate(self._rows)
        self._empty = empty_label(theme)
        self._panel = TaskPanel(self.services)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._left = self._left_column()
        self._splitter.addWidget(self._left)
        self._splitter.addWidget(self._panel)
        self._left.setMinimumWidth(360)
        self._panel.setMinimumWidth(440)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._splitter)
        self._save = QTimer(self, interval=_SAVE_MS, singleShot=True)
        self._look = QTimer(self, interval=_SEARCH_MS, singleShot=True)

    def _left_column(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        over = QVBoxLayout()
        over.setContentsMargins(16, 12, 16, 0)
        over.addWidget(self._capture)
        column.addLayout(over)
        self._body = QStackedLayout()
        self._body.setStackingMode(QStackedLayout.StackingMode.StackOne)
        self._body.addWidget(self._list)
        self._body.addWidget(self._empty)
        column.addLayout(self._body, 1)
        return left

    def _connect(self) -> None:
        self._list.selectionModel().currentChanged.connect(self._current_changed)
        self._list.opened.connect(lambda _index: self._show_panel(focus=True))
        self._capture.captured.connect(self._add)
        self._capture.left.connect(self._list.setFocus)
        self._capture.edited.connect(self._save.start)
        self._save.timeout.connect(self._save_draft)
        self._panel.closed.connect(self._hide_panel)
        self._search_button.clicked.connect(self._toggle_search)
        self._search.textChanged.connect(lambda _text: self._look.start())
        self._look.timeout.connect(self._reload)
        self._splitter.splitterMoved.connect(lambda _pos, _index: self._keep_split())

    def _bind(self) -> None:
        keys = self.services.shortcuts
        new_task = QT_TRANSLATE_NOOP("shortcuts", "New task")
        keys.bind(self, ["N", "Ctrl+N"], self.write, where=_EVERYWHERE, name=new_task)
        search = QT_TRANSLATE_NOOP("shortcuts", "Search")
        keys.bind(self, ["/"], self.search, where=_EVERYWHERE, name=search)
        for level, name in _LEVEL_NAMES.items():
            keys.bind(self._list, [str(int(level))], partial(self._set_level, level), where=_LISTS, name=name)
        for key, act, name in (
            ("C", self._complete, QT_TRANSLATE_NOOP("shortcuts", "Complete, or reopen")),
            ("Del", self._drop, QT_TRANSLATE_NOOP("shortcuts", "Drop")),
            ("D", self._brief, QT_TRANSLATE_NOOP("shortcuts", "Brief and delegate")),
            ("P", self._to_person, QT_TRANSLATE_NOOP("shortcuts", "To a person")),
        ):
            keys.bind(self._list, [key], act, where=_LISTS, name=name)
        keys.bind(self, ["Esc"], self._escape, where=_EVERYWHERE, name=QT_TRANSLATE_NOOP("shortcuts", "Back"))

    # the window's side

    def open(self, target: Target) -> None:
        if target.screen is not self._target.screen or target.domain_id != self._target.domain_id:
            self._search.hide()
            self._search.clear()
        self._target = target
        self._reload()
        if target.part == "capture":
            self.write()
        elif target.part == "search":
            self.search()
        elif target.task_id is not None:
            self.select(target.task_id)
        else:
            self._select_first()

    def refresh(self, changes: Changes) -> None:
        if changes.outside or (changes.touches(Kind.DOMAIN, Kind.PERSON) and not changes.touches(Kind.TASK)):
            self._reload()
            return
        ids = changes.of(Kind.TASK)
        if ids:
            current = self._current_id()
            self._model.apply(ids)
            if current is not None and self._current_id() != current:
                self.select(current)
            self._tell_count()

    def select(self, task_id: TaskId) -> None:
        """Make a task current and show it, where the list holds it; its panel opens all the same."""
        row = self._model.row_of(task_id)
        while row is None and self._model.canFetchMore(QModelIndex()):
            self._model.fetchMore(QModelIndex())
            row = self._model.row_of(task_id)
        if row is None:
            self._panel.show_task(task_id)
            return
        index = self._model.index(row)
        self._list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._list.scrollTo(index)

    def write(self) -> None:
        self._capture.write()

    def search(self) -> None:
        self._search.show()
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    # reading

    def _query(self) -> Query:
        if self._search.text().strip():
            return Query(tasks.Place(), self._search.text())
        if self._target.domain_id is not None:
            return Query(tasks.Place(domain_id=self._target.domain_id))
        return Query(tasks.Place(tasks.View(self._target.screen.value)))

    def _reload(self) -> None:
        current = self._current_id()
        self._model.show(self._query(), self.services.today())
        self._tell_count()
        if current is not None and self._model.row_of(current) is not None:
            self.select(current)

    def _tell_count(self) -> None:
        query = self._query()
        empty = self._model.rowCount() == 0
        self._body.setCurrentIndex(1 if empty else 0)
        self._head.title.setText(self._title())
        if query.search:
            self._head.note.setText(self.tr("%n found", "", self._model.rowCount()))
        else:
            count = tasks.count(self.services.store, query.place, today=self.services.today())
            done = query.place.view is tasks.View.DONE
            self._head.note.setText("" if done or not count else self.tr("%n open", "", count))
        self._empty.setText(self._empty_words(query))
        self._capture.setVisible(self._target.screen in (Screen.INBOX, Screen.TODAY, Screen.DOMAIN))
        self._panel.setVisible(self._panel.task_id is not None or not self._narrow)

    def _title(self) -> str:
        if self._target.domain_id is not None:
            names = {row.id: row.name for row in delegates.domains(self.services.store)}
            return names.get(self._target.domain_id, "")
        return {
            Screen.TODAY: self.tr("Today"),
            Screen.INBOX: self.tr("Inbox"),
            Screen.WAITING: self.tr("Waiting for people"),
            Screen.DONE: self.tr("Done"),
        }[self._target.screen]

    def _empty_words(self, query: Query) -> str:
        if query.search:
            return self.tr("No match.")
        if self._target.screen is Screen.DOMAIN:
            return self.tr("Nothing open here. Press N to add a task.")
        return {
            Screen.TODAY: self.tr("Nothing is due today. Pick one from the Inbox?"),
            Screen.INBOX: self.tr("Nothing to sort. Press N to add a task."),
            Screen.WAITING: self.tr("Nobody owes you anything."),
            Screen.DONE: self.tr("What you accept is kept here."),
        }[self._target.screen]

    # acting

    def _understand(self, line: str, ignored: tuple[tuple[int, int], ...]) -> Captured:
        return acts.understand(self.services.store, line=line, ignored=ignored, now=self.services.now())

    def _add(self, line: str, ignored: tuple[tuple[int, int], ...], open_it: bool) -> None:
        future = self.services.acts.run(acts.add, line=line, ignored=ignored, now=self.services.now())
        self._capture.clear()

        def added(changes: Changes) -> None:
            self.services.acts.run(keep_draft, key=DRAFT, text=self._capture.text)
            self.select(TaskId(changes.first(Kind.TASK)))
            if open_it:
                self._show_panel(focus=True)

        # What could not be added comes back into the line.
        self.services.acts.then(future, added, lambda _error: self._capture.set_text(line))

    def _selected(self) -> list[TaskId]:
        rows = self._list.selectionModel().selectedIndexes()
        found = [self._model.task(index) for index in rows]
        return [task.id for task in found if task is not None]

    def _current_id(self) -> TaskId | None:
        task = self._model.task(self._list.currentIndex())
        return None if task is None else task.id

    def _set_level(self, level: Level) -> None:
        for task_id in self._selected():
            self.services.acts.run(acts.edit, task_id=task_id, level=level)

    def _complete(self) -> None:
        for task_id in self._selected():
            task = tasks.get(self.services.store, task_id)
            if task is None:
                continue
            if task.stage.open:
                future = self.services.acts.run(acts.complete, task_id=task_id)
                self.services.acts.say_done(future, self.tr("Done."))
            else:
                future = self.services.acts.run(acts.reopen, task_id=task_id)
                self.services.acts.say_done(future, self.tr("Back in the inbox."))

    def _drop(self) -> None:
        chosen = self._selected()
        if chosen:
            future = self.services.acts.run(acts.drop, task_ids=chosen)
            self.services.acts.say_done(future, self.tr("%n task(s) dropped.", "", len(chosen)))

    def _brief(self) -> None:
        self._show_panel(focus=False)
        self._panel.focus_brief()

    def _to_person(self) -> None:
        self._show_panel(focus=False)
        self._panel.focus_person()

    # panel and layout

    @property
    def _narrow(self) -> bool:
        return self.width() < NARROW

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        task = self._model.task(current)
        self._panel.show_task(None if task is None else task.id)
        if not self._narrow:
            self._panel.show()

    def _select_first(self) -> None:
        if self._current_id() is None:
            self._list.move_current(1)

    def _show_panel(self, *, focus: bool) -> None:
        self._panel.show()
        self._left.setVisible(not self._narrow)
        if focus:
            self._panel.setFocus()

    def _hide_panel(self) -> None:
        self._left.show()
        if self._narrow:
            self._panel.hide()
        self._list.setFocus()

    def _escape(self) -> None:
        if self._search.hasFocus() or self._search.text():
            self._toggle_search()
        else:
            self._hide_panel()

    def _toggle_search(self) -> None:
        if self._search.isVisible():
            self._search.clear()
            self._search.hide()
            self._list.setFocus()
        else:
            self.search()

    def _save_draft(self) -> None:
        self.services.acts.run(keep_draft, key=DRAFT, text=self._capture.text)

    def _keep_split(self) -> None:
        self.services.acts.run(set_setting, key=SPLIT, value=list(self._splitter.sizes()))

    def _restore(self) -> None:
        self._capture.set_text(days.draft(self.services.store, DRAFT))
        self._splitter.setSizes(days.setting(self.services.store, SPLIT, [528, 528]))
        self._retranslate()

    def _retranslate(self) -> None:
        self._search.setPlaceholderText(self.tr("Search everything"))
        self._search_button.set_text(self.tr("Search"))
        self._list.setAccessibleName(self.tr("Tasks"))
        self._tell_count()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._narrow:
            self._left.show()
            self._panel.show()
        elif self._left.isVisible() and self._panel.isVisible():
            self._panel.hide()


_LEVEL_NAMES = {
    Level.AI_ALONE: QT_TRANSLATE_NOOP("shortcuts", "Level 1: AI alone"),
    Level.YOU_AND_AI: QT_TRANSLATE_NOOP("shortcuts", "Level 2: you and AI"),
    Level.YOU_ONLY: QT_TRANSLATE_NOOP("shortcuts", "Level 3: you only"),
}
