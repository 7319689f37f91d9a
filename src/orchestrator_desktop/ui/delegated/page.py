"""The Delegated screen: the board at the left, one delegation at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRectF, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.changes import Changes
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.operations import queueing
from orchestrator_desktop.store.board import BoardRow
from orchestrator_desktop.ui.delegated.board import BoardView
from orchestrator_desktop.ui.delegated.deeds import Deed
from orchestrator_desktop.ui.delegated.detail import AFTER_MS, DelegationDetail
from orchestrator_desktop.ui.delegated.doing import Doing
from orchestrator_desktop.ui.delegated.following import Following
from orchestrator_desktop.ui.delegated.groups import Group, group_of
from orchestrator_desktop.ui.delegated.model import BoardModel
from orchestrator_desktop.ui.delegated.saying import Saying
from orchestrator_desktop.ui.delegated.waits import counts_down
from orchestrator_desktop.ui.navigator import Target
from orchestrator_desktop.ui.page import Page
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.label import empty_label
from orchestrator_desktop.ui.widgets.layout import HeadBar

NARROW = 1120 - 224
_WHERE = QT_TRANSLATE_NOOP("shortcuts", "Delegated")


class DelegatedPage(Page):
    """Follows what is out; a clock ticks only while it shows something that a second changes, and the page is seen."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._build()
        self._connect()
        self._bind()
        self._retranslate()

    def _build(self) -> None:
        theme = self.services.theme
        self.head = HeadBar(theme)
        self.pause = Button(theme, "", icon="pause")
        self.head.add_right(self.pause)
        self._model = BoardModel(self.services.store, self)
        self._saying = Saying(self.services, self._model.queue_place, self)
        self._model.spoken = self._saying.spoken
        self.list = BoardView(self.services, self._model, self._saying)
        self.empty = empty_label(theme)
        self.detail = DelegationDetail(self.services, self._saying)
        self.doing = Doing(self.services, self._saying, self)
        self.following = Following(self.services, self._model, self._saying, self.list, self)
        self._clock = QTimer(self, interval=1000)
        self._soon = QTimer(self, interval=AFTER_MS, singleShot=True)
        self._moved: BoardRow | None = None
        self.setFocusProxy(self.list)
        self._compose()

    def _compose(self) -> None:
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
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
        self.list.wanted.connect(self.doing.do)
        self.list.menu_wanted.connect(self.doing.open_menu)
        self.list.dropped.connect(self.doing.move)
        self.detail.wanted.connect(self._do)
        self.detail.menu_wanted.connect(self._open_menu)
        self.detail.closed.connect(self._hide_detail)
        self.pause.clicked.connect(self._toggle_pause)
        self._clock.timeout.connect(self._tick)
        self.following.followed.connect(self._followed)
        self._soon.timeout.connect(self._follow_moved)

    def _bind(self) -> None:
        keys = self.services.shortcuts
        for sequence, deed, name in (
            ("Ctrl+.", Deed.STOP, QT_TRANSLATE_NOOP("shortcuts", "Stop and keep the text")),
            ("R", Deed.RETRY, QT_TRANSLATE_NOOP("shortcuts", "Retry")),
            ("C", Deed.CONTINUE, QT_TRANSLATE_NOOP("shortcuts", "Continue an answer that stopped")),
            ("D", Deed.ANOTHER, QT_TRANSLATE_NOOP("shortcuts", "Hand to another")),
            ("W", Deed.TOMORROW, QT_TRANSLATE_NOOP("shortcuts", "Wait until tomorrow")),
            ("I", Deed.REQUEST, QT_TRANSLATE_NOOP("shortcuts", "What was sent")),
        ):
            keys.bind(self, [sequence], partial(self._do, deed), where=_WHERE, name=name)
        send = QT_TRANSLATE_NOOP("shortcuts", "Send or try now")
        keys.bind(self, ["Ctrl+Return", "Ctrl+Enter"], partial(self._do, Deed.NOW), where=_WHERE, name=send)
        keys.bind(self, ["H"], self._hold, where=_WHERE, name=QT_TRANSLATE_NOOP("shortcuts", "Hold, or let go"))
        for key, by, name in (
            ("Alt+Up", -1, QT_TRANSLATE_NOOP("shortcuts", "Forward in the queue")),
            ("Alt+Down", 1, QT_TRANSLATE_NOOP("shortcuts", "Back in the queue")),
        ):
            keys.bind(self, [key], partial(self._move, by), where=_WHERE, name=name, repeat=True)
        pause = QT_TRANSLATE_NOOP("shortcuts", "Pause the queue")
        keys.bind(self, ["Ctrl+Shift+."], self._toggle_pause, where=_WHERE, name=pause)
        keys.bind(self, ["Esc"], self._hide_detail, where=_WHERE, name=QT_TRANSLATE_NOOP("shortcuts", "Back"))

    def open(self, target: Target) -> None:
        self.following.read_all()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if target.task_id is not None:
            self._select(target.task_id)
            self._show_detail()
        else:
            self._follow(self._model.row(self.list.currentIndex()) or next(iter(self._model.rows), None))

    def subject(self) -> TaskId | None:
        return None if (row := self._model.row(self.list.currentIndex())) is None else row.task_id

    def refresh(self, changes: Changes) -> None:
        self.following.hear(changes)

    def _followed(self, current: BoardRow | None, more: bool) -> None:
        """The board was read: `more` than the length of answers may have changed."""
        if not more:
            self._follow(current)
            return
        self._say_head()
        self._run_clock()
        # The board is painted first: both at once would hold the window twice as long.
        self._moved = self._moved or current
        self._soon.start()

    def _follow_moved(self) -> None:
        current, self._moved = self._moved, None
        self._follow(current)

    def _follow(self, current: BoardRow | None) -> None:
        """Show again what is selected, which may have moved, changed or gone."""
        rows = self._model.rows
        self._body.setCurrentIndex(0 if rows else 1)
        if not rows:
            self.detail.show_row(None)
        elif current is not None:
            self._select(current.task_id)

    def _select(self, task_id: TaskId) -> None:
        place = self._model.find(task_id)
        if place is None:
            if self._model.row(self.list.currentIndex()) is None:
                self.list.move_current(1)
            self.detail.show_row(self._model.row(self.list.currentIndex()))
            return
        index = self._model.line(place)
        chosen = self.list.selectionModel()
        if self.list.currentIndex() != index or not chosen.isSelected(index):  # the focus makes current, not selected
            chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.detail.show_row(self._model.row(index))

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.detail.show_row(self._model.row(current))

    def _tick(self) -> None:
        self.detail.tick()
        now = self.services.now()
        if any(counts_down(row, now) for row in self._model.rows):
            self.list.scheduleDelayedItemsLayout()  # "in 9 s" may need a line less than "in 10 s"
        self.list.paint_soon(self.list.shown())

    def _run_clock(self) -> None:
        now = self.services.now()
        needed = any(row.state.under_way or counts_down(row, now) for row in self._model.rows) and self.isVisible()
        if needed and not self._clock.isActive():
            self._clock.start()
        elif not needed:
            self._clock.stop()

    # what can be done

    def _do(self, deed: Deed, anchor: QWidget | None = None) -> None:
        row = self.detail.row
        if row is not None:
            self.doing.do(deed, row, anchor or self._anchor())

    def _anchor(self) -> QWidget:
        """Where a menu asked for by key opens from."""
        if self.detail.more.isVisible():
            return self.detail.more
        return self.list.anchor(QRectF(self.list.visualRect(self.list.currentIndex())).center())

    def _hold(self) -> None:
        row = self.detail.row
        if row is not None:
            self._do(Deed.NOW if row.state is AttemptState.DRAFT else Deed.HOLD)

    def _move(self, by: int) -> None:
        row = self.detail.row
        if row is not None:
            self.doing.move(row, by)

    def _open_menu(self, anchor: QWidget) -> None:
        row = self.detail.row
        if row is not None:
            self.doing.open_menu(row, anchor)

    def _toggle_pause(self) -> None:
        self.services.acts.run(queueing.pause, paused=not self._saying.paused)

    # words

    def _say_head(self) -> None:
        count = sum(1 for row in self._model.rows if group_of(row) is not Group.BACK)
        paused = self._saying.paused
        words = [self.tr("%Ln open", "", count)] if count else []
        if paused:
            words.append(self.tr("queue paused"))
        self.head.note.setText(" · ".join(words))
        self.head.note.set_look(token="warn-text" if paused else "text-3")
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
        self.head.title.setText(self.tr("Delegated"))
        self.empty.setText(self.tr("Nothing is out. Select a task and press D."))
        self.list.setAccessibleName(self.tr("Delegations"))
        self.following.read_all()

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
