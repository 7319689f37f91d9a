"""When a day begins, how long one is, and what the 31st means in a month of 30 days."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError
from orchestrator_desktop.domain.recurrence import MonthEnd
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.operations.tasks import MONTH_END, month_end
from orchestrator_desktop.store import days
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.inbox.load import DAY_MINUTES, STANDARD, day_minutes
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.form import label_rows, scrolling_column
from orchestrator_desktop.ui.settings.spin_field import SpinField
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import LabelledRow
from orchestrator_desktop.ui.widgets.segmented import Segment, Segmented

HOURS: Final = range(7)
"""Hours at which a day may begin."""
_LABEL_WIDTH: Final = 200
_FIELD_WIDTH: Final = 120
_TIME: Final = re.compile(r"\s*(?:(\d{1,2})\s*(?:h|:)\s*(\d{0,2})|(\d{1,4})\s*(min|m)?)\s*", re.IGNORECASE)


def read_hours(text: str) -> int | None:
    """Minutes of "7 h", "7h30", "7:30", "7" (hours) or "90 min"; None for nothing. Raises UsageError."""
    if not text.strip():
        return None
    found = _TIME.fullmatch(text.replace("\u00a0", " "))
    minutes = 0
    if found is not None and found[1] is not None:
        minutes = int(found[1]) * 60 + int(found[2] or 0)
    elif found is not None:
        minutes = int(found[3]) * (1 if found[4] else 60)
    if not 0 < minutes <= 24 * 60:
        raise UsageError(
            QT_TRANSLATE_NOOP("errors", "“{text}” is no length of a day. Nothing was changed; try “7 h” or “7h30”."),
            text=text.strip()[:30],
        )
    return minutes


class PlanningTab(QWidget):
    """Each choice with a line on what it does."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._build()
        self._connect()
        self._retranslate()
        self.read()

    def _build(self) -> None:
        theme = self._services.theme
        self.begins = Segmented(theme)
        self.length = SpinField(theme, read_hours, lambda minutes: formats.duration(minutes * 60), step=30, least=30)
        self.length.setFixedWidth(_FIELD_WIDTH)
        self.month_end = Segmented(theme)
        self._notes = [Label(theme, "", style="meta", token="text-3", wrap=True) for _ in range(3)]
        column = scrolling_column(self)
        column.setSpacing(20)
        self._rows = []
        for control, note in zip((self.begins, self.length, self.month_end), self._notes, strict=True):
            row = LabelledRow(theme, "", _over(control, note), label_width=_LABEL_WIDTH)
            self._rows.append(row)
            column.addWidget(row)
        column.addStretch(1)

    def _connect(self) -> None:
        self.begins.chosen.connect(lambda hour: self._keep(days.ROLLOVER, int(str(hour))))
        self.length.changed.connect(lambda minutes: self._keep(DAY_MINUTES, minutes or STANDARD))
        self.length.refused.connect(self._services.acts.report)
        self.month_end.chosen.connect(lambda value: self._keep(MONTH_END, str(value)))

    def _keep(self, key: str, value: int | str) -> None:
        self._services.acts.run(set_setting, key=key, value=value)

    def read(self) -> None:
        """Show what is stored."""
        store = self._services.store
        self.begins.set_value(days.rollover(store))
        self.length.set_value(day_minutes(store), STANDARD)
        self.month_end.set_value(month_end(store).value)

    def _retranslate(self) -> None:
        self.begins.set_segments([Segment(hour, f"{hour}:00") for hour in HOURS])
        self.month_end.set_segments(
            [
                Segment(MonthEnd.CLAMP.value, self.tr("On its last day")),
                Segment(MonthEnd.SKIP.value, self.tr("Not that month")),
            ]
        )
        labels = (self.tr("A day begins at"), self.tr("A working day has"), self.tr("The 31st, in a shorter month"))
        label_rows(self._rows, labels)
        for control, words in zip((self.begins, self.length, self.month_end), labels, strict=True):
            control.setAccessibleName(words)
        notes = (
            self.tr("Until then it is still the day before: who works after midnight has not begun tomorrow."),
            self.tr("Today compares it with what its tasks are estimated at."),
            self.tr("For new tasks that repeat on a day that not every month has."),
        )
        for note, text in zip(self._notes, notes, strict=True):
            note.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _over(control: QWidget, note: Label) -> QWidget:
    """A control with its note below."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    row = QHBoxLayout()
    row.addWidget(control)
    if isinstance(control, SpinField):
        row.addStretch(1)
    column.addLayout(row)
    column.addWidget(note)
    return both
