"""The reflection page: any day can be opened and filled in."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.operations.reflections import close_day, write_reflection
from orchestrator_desktop.store import days
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.delegation.saver import Saver
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.page import Page
from orchestrator_desktop.ui.paint import Series
from orchestrator_desktop.ui.reflection.chart import DAYS, Days, DaysChart
from orchestrator_desktop.ui.reflection.ledger import LedgerColumn
from orchestrator_desktop.ui.reflection.legend import Legend
from orchestrator_desktop.ui.reflection.table import DaysTable
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.button import Button, IconButton
from orchestrator_desktop.ui.widgets.button import Kind as Weight
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import Divider
from orchestrator_desktop.ui.widgets.text_edit import AutoTextEdit

ORIGIN = "reflection"
ENOUGH_DAYS = 3
_WHERE = QT_TRANSLATE_NOOP("shortcuts", "Reflection")


class ReflectionPage(Page):
    """The question, the day's ledger, the answer saved as it is typed, the last thirty days."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.setObjectName(ORIGIN)
        self._day = services.today()
        self._saver = Saver(self)
        self._newer: dict[date, str] = {}  # what was written and is not on the disk yet: the store knows less
        self._build()
        self._connect()
        self._bind()

    def _build(self) -> None:
        theme = self.services.theme
        self._date = Label(theme, "", token="text-3")
        self.earlier = IconButton(theme, "chevron-left", "")
        self.later = IconButton(theme, "chevron-right", "")
        self.close_button = Button(theme, "", kind=Weight.PRIMARY, keys=("Ctrl", "↵"))
        self._question = Label(theme, "", style="question", wrap=True)
        self.columns = [LedgerColumn(self.services, series) for series in Series]
        self._answer_title = Label(theme, "", weight=600)
        self._saved = Label(theme, "", style="micro", token="text-3")
        self.answer = AutoTextEdit(theme, style="reading", min_lines=6, max_lines=16)
        self._chart_title = Label(theme, "", weight=600)
        self._share = Label(theme, "", style="meta", token="text-3")
        self._legend = Legend(theme)
        self.chart = DaysChart(self.services)
        self.table = DaysTable(self.services)
        self.table.hide()
        self._few = Label(theme, "", token="text-3")
        self._compose()

    def _compose(self) -> None:
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(24, 16, 20, 24)
        body.setSpacing(12)
        for row in (self._head(), self._ledger(), self._writing(), self._thirty()):
            body.addLayout(row)
        body.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _head(self) -> QVBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self._date, 1)
        top.addWidget(self.earlier)
        top.addWidget(self.later)
        top.addSpacing(8)
        top.addWidget(self.close_button)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addLayout(top)
        head.addWidget(self._question)
        head.addSpacing(8)
        head.addWidget(Divider(self.services.theme))
        return head

    def _ledger(self) -> QVBoxLayout:
        columns = QHBoxLayout()
        columns.setSpacing(24)
        for number, column in enumerate(self.columns):
            if number:
                columns.addWidget(Divider(self.services.theme, vertical=True))
            columns.addWidget(column, 1, Qt.AlignmentFlag.AlignTop)
        ledger = QVBoxLayout()
        ledger.setSpacing(12)
        ledger.addLayout(columns)
        ledger.addWidget(Divider(self.services.theme))
        return ledger

    def _writing(self) -> QVBoxLayout:
        line = QHBoxLayout()
        line.addWidget(self._answer_title)
        line.addStretch(1)
        line.addWidget(self._saved)
        writing = QVBoxLayout()
        writing.setSpacing(8)
        writing.addLayout(line)
        writing.addWidget(self.answer)
        writing.addSpacing(4)
        writing.addWidget(Divider(self.services.theme))
        return writing

    def _thirty(self) -> QVBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(9)
        line.addWidget(self._chart_title)
        line.addWidget(self._share)
        line.addStretch(1)
        line.addWidget(self._legend)
        thirty = QVBoxLayout()
        thirty.setSpacing(12)
        thirty.addLayout(line)
        thirty.addWidget(self.chart)
        thirty.addWidget(self.table)
        thirty.addWidget(self._few)
        return thirty

    def _connect(self) -> None:
        self.earlier.clicked.connect(partial(self._step, -1))
        self.later.clicked.connect(partial(self._step, 1))
        self.close_button.clicked.connect(self._close_day)
        self.answer.edited.connect(self._written)
        self.answer.left.connect(self._flush)
        for column in self.columns:
            column.opened.connect(lambda task_id: self.services.navigator.go(Screen.DONE, task_id=TaskId(task_id)))

    def _bind(self) -> None:
        keys = self.services.shortcuts
        for sequence, act, name in (
            ("Ctrl+Return", self._close_day, QT_TRANSLATE_NOOP("shortcuts", "Close the day")),
            ("Alt+Left", partial(self._step, -1), QT_TRANSLATE_NOOP("shortcuts", "The day before")),
            ("Alt+Right", partial(self._step, 1), QT_TRANSLATE_NOOP("shortcuts", "The next day")),
            ("V", self._toggle_table, QT_TRANSLATE_NOOP("shortcuts", "Chart as a table")),
        ):
            keys.bind(self, [sequence], act, where=_WHERE, name=name)
        keys.show_on(self.close_button, _WHERE, "Close the day", ["Ctrl+Return"])

    @property
    def day(self) -> date:
        """The day shown."""
        return self._day

    def open(self, target: Target) -> None:
        self._go(date.fromisoformat(target.part) if target.part else self.services.today())

    def refresh(self, changes: Changes) -> None:
        if changes.touches(Kind.TASK, Kind.REVIEW, Kind.REFLECTION, Kind.SETTING):
            self._show(text=self._day not in self._newer)

    def _step(self, step: int) -> None:
        wanted = self._day + timedelta(days=step)
        if wanted <= self.services.today():
            self._go(wanted)

    def _go(self, day: date) -> None:
        self._flush()
        self._day = day
        self._show(text=True)

    def _show(self, *, text: bool) -> None:
        store, locale = self.services.store, self.services.languages.locale
        entry = days.reflection(store, self._day)
        self._retranslate(formats.long_day(self._day, locale))
        if text:
            self.answer.set_text(self._newer.get(self._day, entry.text))
        if entry.updated_at is not None and entry.text:
            self._say_saved(formats.clock(entry.updated_at, locale))
        else:
            self._saved.setText("")
        self.close_button.setText(self.tr("Open the day again") if entry.closed_at else self.tr("Close the day"))
        if self._day >= self.services.today() and self.later.hasFocus():
            self.earlier.setFocus(Qt.FocusReason.OtherFocusReason)
        self.later.setEnabled(self._day < self.services.today())
        ledger = days.day_ledger(store, self._day)
        titles = (self.tr("Orchestrated with AI"), self.tr("Orchestrated with people"), self.tr("Executed by myself"))
        for column, title, rows in zip(
            self.columns, titles, (ledger.with_ai, ledger.with_people, ledger.executed), strict=True
        ):
            column.show_rows(title, rows)
        self._show_days(Days(self._day, days.finished_by_day(store, self._day, DAYS)))

    def _show_days(self, figures: Days) -> None:
        enough = len(figures.figures) >= ENOUGH_DAYS
        table = self.table.isVisibleTo(self)
        self.chart.setVisible(enough and not table)
        self._few.setVisible(not enough)
        self._legend.setVisible(enough)
        self.chart.show_days(figures)
        self.table.show_days(figures)
        before, now = figures.shares()
        if enough and before is not None and now is not None:
            words = self.tr("orchestrated: %1 at the start, %2 these 7 days")
            locale = self.services.languages.locale
            first, last = formats.percent(before, locale), formats.percent(now, locale)
            self._share.setText(words.replace("%1", first).replace("%2", last))
        else:
            self._share.setText("")

    def _say_saved(self, clock: str) -> None:
        self._saved.setText(self.tr("Saved at %1 on this computer").replace("%1", clock))

    def _written(self) -> None:
        self._newer[self._day] = self.answer.text()
        self._saver.later("text", self._save)

    def _save(self) -> None:
        for day, text in self._newer.items():
            future = self.services.acts.run_from(ORIGIN, write_reflection, day=day, text=text)
            self.services.acts.then(future, partial(self._landed, day, text))

    def _landed(self, day: date, text: str, _changes: Changes) -> None:
        if self._newer.get(day) == text:
            del self._newer[day]
        if day == self._day:
            self._say_saved(formats.clock(self.services.now(), self.services.languages.locale))

    def _flush(self) -> None:
        """Save what is typed, and try again what could not be written."""
        if self._newer:
            self._saver.later("text", self._save)
        self._saver.flush()

    def _close_day(self) -> None:
        self._flush()
        closed = days.reflection(self.services.store, self._day).closed_at is not None
        future = self.services.acts.run(close_day, day=self._day, closed=not closed)
        words = self.tr("The day is open again.") if closed else self.tr("The day is closed.")
        self.services.acts.say_done(future, words)

    def _toggle_table(self) -> None:
        self.table.setVisible(not self.table.isVisibleTo(self))
        self._show_days(Days(self._day, days.finished_by_day(self.services.store, self._day, DAYS)))

    def _retranslate(self, long_day: str) -> None:
        self._date.setText(self.tr("Reflection of %1").replace("%1", long_day))
        self._question.setText(self.tr("What do you orchestrate today\nthat you executed yesterday?"))
        self.earlier.set_text(self.tr("The day before"))
        self.later.set_text(self.tr("The next day"))
        self._answer_title.setText(self.tr("Your answer"))
        self.answer.setAccessibleName(self.tr("Your answer"))
        self._chart_title.setText(self.tr("30 days"))
        self._few.setText(self.tr("Not enough days yet. The chart starts after three."))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show(text=False)
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._flush()
        super().hideEvent(event)
