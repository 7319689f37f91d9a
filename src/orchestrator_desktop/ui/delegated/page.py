"""The Delegated screen: the board at the left, one delegation at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.ids import SpecialistId, TaskId
from orchestrator_desktop.operations import delegations as acts
from orchestrator_desktop.operations.attempts import PAUSED
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import days, delegates
from orchestrator_desktop.ui.delegated.detail import DelegationDetail
from orchestrator_desktop.ui.delegated.model import BoardModel, Group, group_of
from orchestrator_desktop.ui.delegated.rows import BoardDelegate
from orchestrator_desktop.ui.names import provider_name
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.page import Page
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.label import empty_label
from orchestrator_desktop.ui.widgets.layout import HeadBar
from orchestrator_desktop.ui.widgets.list_view import ListView
from orchestrator_desktop.ui.widgets.popup_menu import MenuItem, PopupMenu

NARROW = 1120 - 224
_WHERE = QT_TRANSLATE_NOOP("shortcuts", "Delegated")


class DelegatedPage(Page):
    """Follows what is out; a clock ticks only while something runs and the page is seen."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._build()
        self._connect()
        self._bind()
        self._retranslate()

    def _build(self) -> None:
        theme = self.services.theme
        self._head = HeadBar(theme)
        self.pause = Button(theme, "", icon="pause")
        self._head.add_right(self.pause)
        self._model = BoardModel(self.services.store, self)
        self.list = ListView(theme)
        self.list.setModel(self._model)
        self.list.letters = lambda: self.services.shortcuts.single_letters
        self._rows = BoardDelegate(self.services, self._model, self.list)
        self._model.spoken = self._rows.spoken
        self.list.setItemDelegate(self._rows)
        self.empty = empty_label(theme)
        self.detail = DelegationDetail(self.services)
        self.menu = PopupMenu(theme, self)
        self._clock = QTimer(self, interval=1000)
        self.setFocusProxy(self.list)
        self._compose()

    def _compose(self) -> None:
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        self._body = QStackedLayout()
        self._body.addWidget(self.list)
        self._body.addWidget(self.empty)
        column.addLayout(self._body, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._left)
        splitter.addWidget(self.detail)
        self._left.setMinimumWidth(360)
        self.detail.setMinimumWidth(440)
        splitter.setSizes([527, 528])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.list.opened.connect(lambda _index: self._show_detail())
        self.detail.wanted.connect(self._act)
        self.detail.closed.connect(self._hide_detail)
        self.menu.chosen.connect(self._hand_to)
        self.pause.clicked.connect(self._toggle_pause)
        self._clock.timeout.connect(self._tick)

    def _bind(self) -> None:
        keys = self.services.shortcuts
        for sequence, part, name in (
            ("Ctrl+.", "stop", QT_TRANSLATE_NOOP("shortcuts", "Stop and keep the text")),
            ("R", "retry", QT_TRANSLATE_NOOP("shortcuts", "Retry")),
        ):
            keys.bind(self, [sequence], partial(self._act, part), where=_WHERE, name=name)
        pause = QT_TRANSLATE_NOOP("shortcuts", "Pause the queue")
        keys.bind(self, ["Ctrl+Shift+."], self._toggle_pause, where=_WHERE, name=pause)
        keys.bind(self, ["Esc"], self._hide_detail, where=_WHERE, name=QT_TRANSLATE_NOOP("shortcuts", "Back"))

    def open(self, target: Target) -> None:
        self._reload()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if target.task_id is not None:
            self._select(target.task_id)
            self._show_detail()
        elif not self.list.currentIndex().isValid():
            self.list.move_current(1)

    def refresh(self, changes: Changes) -> None:
        if changes.touches(Kind.DELEGATION, Kind.ATTEMPT, Kind.TASK, Kind.SETTING):
            self._reload()

    def _reload(self) -> None:
        current = self._model.row(self.list.currentIndex())
        self._model.read(self.services.today())
        empty = self._model.rowCount() == 0
        self._body.setCurrentIndex(1 if empty else 0)
        rows = [self._model.row(self._model.index(n)) for n in range(self._model.rowCount())]
        count = sum(1 for row in rows if row is not None and group_of(row) is not Group.BACK)
        self._head.note.setText(self.tr("%n open", "", count) if count else "")
        if current is not None:
            self._select(current.task_id)
        if empty:
            self.detail.show_row(None)
        self._say_pause()
        self._run_clock()

    def _select(self, task_id: TaskId) -> None:
        row = self._model.find(task_id)
        if row is None:
            self.list.move_current(1)
            row = self.list.currentIndex().row()
            if row < 0:
                self.detail.show_row(None)
            return
        index = self._model.index(row)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.detail.show_row(self._model.row(index))

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.detail.show_row(self._model.row(current))

    def _tick(self) -> None:
        self.detail.tick()
        self.list.viewport().update()

    def _run_clock(self) -> None:
        if self._model.running and self.isVisible():
            if not self._clock.isActive():
                self._clock.start()
        else:
            self._clock.stop()

    def _act(self, part: str) -> None:
        row = self.detail.row
        if row is None:
            return
        run = self.services.acts
        if part == "stop" and group_of(row) in (Group.RUNNING, Group.QUEUED):
            run.say_done(run.run(acts.stop, delegation_id=row.delegation_id), self.tr("Stopped. The text is kept."))
        elif part == "retry" and group_of(row) is Group.NEEDS_YOU:
            run.run(acts.retry, delegation_id=row.delegation_id)
        elif part == "back":
            run.say_done(run.run(acts.take_back, task_id=row.task_id), self.tr("Back with you."))
        elif part == "keep":
            run.run(acts.keep_text, attempt_id=row.attempt_id)
            self.services.navigator.go(Screen.REVIEW, task_id=row.task_id)
        elif part == "review":
            self.services.navigator.go(Screen.REVIEW, task_id=row.task_id)
        elif part == "another":
            self._open_menu()

    def _open_menu(self) -> None:
        row = self.detail.row
        everyone = delegates.specialists(self.services.store)
        self.menu.set_items(
            [
                MenuItem(who.id, who.name, note=provider_name(who.provider))
                for who in everyone
                if row and who.name != row.delegate
            ]
        )
        self.menu.open_for(self.detail.button("another"))

    def _hand_to(self, specialist_id: object) -> None:
        row = self.detail.row
        if row is not None and isinstance(specialist_id, int):
            chosen = SpecialistId(specialist_id)
            self.services.acts.run(acts.delegate, task_id=row.task_id, specialist_id=chosen)

    def _toggle_pause(self) -> None:
        paused = bool(days.setting(self.services.store, PAUSED, False))
        self.services.acts.run(set_setting, key=PAUSED, value=not paused)

    def _say_pause(self) -> None:
        paused = bool(days.setting(self.services.store, PAUSED, False))
        self.pause.setText(self.tr("Resume the queue") if paused else self.tr("Pause the queue"))
        self.pause.set_icon_name("play" if paused else "pause")

    def _show_detail(self) -> None:
        if self.width() < NARROW:
            self._left.hide()
            self.detail.show()
            self.detail.view.setFocus()

    def _hide_detail(self) -> None:
        self._left.show()
        if self.width() < NARROW:
            self.detail.hide()
        self.list.setFocus()

    def _retranslate(self) -> None:
        self._head.title.setText(self.tr("Delegated"))
        self.empty.setText(self.tr("Nothing is out. Select a task and press D."))
        self.list.setAccessibleName(self.tr("Delegations"))
        self._reload()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._run_clock()

    def hideEvent(self, event: QHideEvent) -> None:
        self._clock.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.width() >= NARROW:
            self._left.show()
            self.detail.show()
        elif not self._left.isHidden():
            self.detail.hide()
