"""How a task goes on repeating: its next dates, leaving this one out, what the end of short months means."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.domain.recurrence import MonthEnd, occurrences
from orchestrator_desktop.domain.task import Due, Task
from orchestrator_desktop.operations.recurring import started
from orchestrator_desktop.operations.repeating import skip
from orchestrator_desktop.operations.tasks import Edits
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.planning.repeat_words import is_month_end
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.button import Button, Kind
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.segmented import Segment, Segmented

_NEXT: Final = 2
_FARTHEST: Final = timedelta(days=366 * 10)


def next_dates(task: Task, today: date) -> list[Due]:
    """The dates that follow the one a task is due, two at most; none where they count from when it is done."""
    if task.recurrence is None or task.recurrence.after_done:
        return []
    due = task.due if task.due is not None else task.defer
    first = (moments.local_day(due) if due is not None else today) + timedelta(days=1)
    try:
        return list(islice(occurrences(started(task.recurrence, due), first, first + _FARTHEST), _NEXT))
    except (UsageError, OverflowError):
        return []


class RepetitionField(QWidget):
    """`edited(Edits)` with what the user changed of it."""

    edited = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._task: Task | None = None
        theme = services.theme
        self.next = Label(
            theme,
            "",
            style="meta",
            token="text-3",
            wrap=True,
            align=Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
        )
        self.skip = Button(theme, "", kind=Kind.LINK)
        self._ends = QWidget()
        self._short = Label(theme, "", style="meta", token="text-3")
        self.month_end = Segmented(theme, [], small=True)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.next, 1)
        first.addWidget(self.skip)
        second = QHBoxLayout(self._ends)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(8)
        second.addWidget(self._short)
        second.addWidget(self.month_end)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(first)
        column.addWidget(self._ends)
        self.skip.clicked.connect(self._skip)
        self.month_end.chosen.connect(self._choose_end)
        self._retranslate()

    @property
    def empty(self) -> bool:
        return self._task is None or self._task.recurrence is None or not self._task.stage.open

    def show_task(self, task: Task) -> None:
        self._task = task
        self.next.setText(self._next_words(task))
        self.skip.setVisible(task.recurrence is not None and (task.due is not None or task.defer is not None))
        ends = task.recurrence is not None and is_month_end(task.recurrence)
        self._ends.setVisible(ends)
        if task.recurrence is not None:
            self.month_end.set_value(task.recurrence.month_end)

    def _next_words(self, task: Task) -> str:
        if task.recurrence is not None and task.recurrence.after_done:
            return self.tr("The next date counts from the day it is done")
        today, locale = self._services.today(), self._services.languages.locale
        begins = self._services.begins()
        dates = [formats.due(when, today, locale, begins) for when in next_dates(task, today)]
        if not dates:
            return self.tr("This is the last one")
        return self.tr("then %1").replace("%1", ", ".join(dates))

    def _skip(self) -> None:
        if self._task is not None:
            future = self._services.acts.run(skip, task_id=self._task.id)
            self._services.acts.say_done(future, self.tr("Skipped."))

    def _choose_end(self, end: object) -> None:
        task = self._task
        if task is not None and task.recurrence is not None and isinstance(end, MonthEnd):
            self.edited.emit(Edits(recurrence=replace(task.recurrence, month_end=end)))

    def _retranslate(self) -> None:
        self.skip.setText(self.tr("Skip this one"))
        self._short.setText(self.tr("In short months"))
        self.month_end.setAccessibleName(self.tr("In short months"))
        self.month_end.set_segments(
            [Segment(MonthEnd.CLAMP, self.tr("the last day")), Segment(MonthEnd.SKIP, self.tr("none"))]
        )
        if self._task is not None:
            self.show_task(self._task)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
