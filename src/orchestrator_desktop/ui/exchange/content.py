"""What a file holds: how many tasks, the first of them, what will be lost, and of a plain table its columns."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QLocale, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.engine.exchanging import Found, Outcome
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.exchange.mapping import ColumnNames
from orchestrator_desktop.ui.exchange.titles import SHOWN, FirstTasks
from orchestrator_desktop.ui.exchange.words import beside_words, lost_lines, spaced
from orchestrator_desktop.ui.paint import level_name
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.plain import PlainText
from orchestrator_desktop.ui.widgets.small import Figure, FiguresStrip

_LINES: Final = 6
"""Of the losses, before they scroll."""
_COLUMNS_AT: Final = 2
"""Their place among the parts: after the numbers and what is said where there is nothing."""
_MOST_LINES: Final = 1000
"""Of the losses that are listed; nobody reads more."""


class Content(QWidget):
    """One column. `changed` when the user named the columns otherwise, `resized` when it takes more or less room."""

    changed = Signal()
    resized = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._found: Found | None = None
        self._build()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self.figures = FiguresStrip(theme)
        self.nothing = Label(theme, "", wrap=True)
        self._first_head = Label(theme, "", style="meta", token="text-2", weight=600)
        self.first = FirstTasks(self._services)
        self._more = Label(theme, "", style="meta", token="text-3")
        self._lost_head = Label(theme, "", style="meta", token="text-2", weight=600)
        self.lost = PlainText(theme, most=_LINES)
        self.lost.edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.level = Label(theme, "", style="meta", token="text-3", wrap=True)
        self.beside = Label(theme, "", style="meta", token="text-3", wrap=True)
        self._firsts = _group(self._first_head, self.first, self._more)
        self._losses = _group(self._lost_head, self.lost)
        self._notes = _group(self.level, self.beside)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(16)
        for part in (self.figures, self.nothing, self._firsts, self._losses, self._notes):
            column.addWidget(part)
        column.addStretch(1)

    @cached_property
    def columns(self) -> ColumnNames:
        """Made for the first table: its lists take long to make, and nearly no file is one."""
        columns = ColumnNames(self._services)
        columns.changed.connect(self.changed)
        columns.resized.connect(self.resized)
        self._column.insertWidget(_COLUMNS_AT, columns)
        stops = (self.lost.edit, *columns.stops(), self.lost.edit)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)  # the losses twice: what they were behind is behind the last list now
        return columns

    @property
    def is_table(self) -> bool:
        """Whether columns have been shown."""
        return "columns" in self.__dict__

    def height_in(self, width: int) -> int:
        """What it needs in height, that wide."""
        column = self._column
        return column.totalHeightForWidth(width) if column.hasHeightForWidth() else column.totalSizeHint().height()

    def show_found(self, found: Found) -> None:
        self._found = found
        if found.table is not None:
            names = self.columns.names() if self.columns.touched else found.table.names
            self.columns.show_table(found.table, names)
        self._tell()

    def _tell(self) -> None:
        found = self._found
        if found is None:
            return
        outcome = found.outcome
        records = () if found.fetched is None else found.fetched.batch.records
        locale = self._services.languages.locale
        if self.is_table:
            self.columns.setVisible(found.table is not None)
        self.figures.setVisible(bool(records))
        self.nothing.setVisible(found.problem is None and not (outcome and outcome.touched))
        for part in (self._firsts, self._notes):
            part.setVisible(bool(records))
        self.first.show_tasks(records)
        left = len(records) - SHOWN
        self._more.setVisible(left > 0)
        self._more.setText(spaced(self.tr("and %n more", "", left), left, locale))
        if outcome is not None:
            self._tell_outcome(outcome, bool(records), locale)
        self._tell_lost(outcome, locale)
        self._tell_beside(found, locale)
        self.resized.emit()

    def _tell_outcome(self, outcome: Outcome, any_task: bool, locale: QLocale) -> None:
        lost = sum(one.count for one in outcome.lost)
        said = (
            (self.tr("New"), outcome.created, self.tr("come in")),
            (self.tr("Changed in the file"), outcome.updated, self.tr("are brought up to date")),
            (self.tr("Here already"), outcome.skipped, self.tr("stay as they are")),
            (self.tr("Losses"), lost, self.tr("are listed below") if lost else self.tr("everything is kept")),
        )
        self.figures.set_figures([Figure(name, formats.count(number, locale), note) for name, number, note in said])
        self.nothing.setText(
            self.tr("Nothing to import: all of it is here already, as the file has it.")
            if any_task
            else self.tr("0 tasks found: nothing can be imported. Another format may understand the file.")
        )

    def _tell_lost(self, outcome: Outcome | None, locale: QLocale) -> None:
        lines = [] if outcome is None else lost_lines(outcome.lost, locale)
        left = len(lines) - _MOST_LINES
        shown = lines[:_MOST_LINES]
        if left > 0:
            shown.append(spaced(self.tr("and %n more", "", left), left, locale))
        self.lost.setVisible(bool(lines))
        self._losses.setVisible(outcome is not None and bool(lines or outcome.touched))
        self._lost_head.setText(self.tr("What will be lost") if lines else self.tr("Nothing will be lost."))
        self.lost.set_text("\n".join(shown))
        self.lost.edit.setAccessibleName(self.tr("What will be lost"))

    def _tell_beside(self, found: Found, locale: QLocale) -> None:
        words = "" if found.fetched is None else beside_words(found.fetched.sections, locale)
        self.beside.setVisible(bool(words))
        beside = self.tr("Beside the tasks: %1. Providers arrive switched off and without keys.")
        self.beside.setText(beside.replace("%1", words))

    def _retranslate(self) -> None:
        self._first_head.setText(self.tr("First tasks"))
        level = self.tr("Level: 2, %1, where the file names none. You can set it for many at once afterwards.")
        self.level.setText(level.replace("%1", level_name(Level.YOU_AND_AI)))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _group(*parts: QWidget) -> QWidget:
    """Parts that belong together, and are shown together."""
    group = QWidget()
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for part in parts:
        column.addWidget(part)
    return group
