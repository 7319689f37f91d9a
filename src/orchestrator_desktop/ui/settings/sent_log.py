"""Every request that left, over the window: searched, opened, written out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.task import Stage, Task
from orchestrator_desktop.engine import exporting
from orchestrator_desktop.store import tasks
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.navigator import Screen
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.sent_model import SentModel
from orchestrator_desktop.ui.settings.sent_rows import SentDelegate, SentHead
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.floating_bar import FloatingBar
from orchestrator_desktop.ui.widgets.label import Label, empty_label
from orchestrator_desktop.ui.widgets.layout import Divider
from orchestrator_desktop.ui.widgets.list_view import ListView
from orchestrator_desktop.ui.widgets.overlay import Overlay, Sheet
from orchestrator_desktop.ui.widgets.text_edit import LineField

_WIDTH, _HEIGHT = 1120, 720
_TYPED, _LATER = 150, 300
"""Milliseconds: until what is typed is searched; until what has happened is shown."""
_SCREENS: Final = {Stage.DELEGATED: Screen.DELEGATED, Stage.IN_REVIEW: Screen.REVIEW, Stage.DONE: Screen.DONE}


class SentLog(Overlay):
    """A sheet with a table. One for each showing."""

    def __init__(self, services: Services, window: QWidget) -> None:
        self._sheet = Sheet(services.theme)
        super().__init__(services.theme, window, self._sheet)
        self._services = services
        self._build()
        self._connect()
        self._retranslate()
        self.model.search("")

    def _build(self) -> None:
        theme = self._services.theme
        self._title = Label(theme, "", style="title")
        self._about = Label(theme, "", style="meta", token="text-3")
        self.filter = LineField(theme)
        self.filter.setClearButtonEnabled(False)
        self.filter.setFixedWidth(round(320 * theme.scale))
        self.model = SentModel(self._services, self)
        self.list_view = ListView(theme)
        self.list_view.letters = lambda: False
        self.list_view.setUniformItemSizes(True)
        self.list_view.setModel(self.model)
        self.list_view.setItemDelegate(SentDelegate(self._services, self.list_view))
        FloatingBar(self.list_view)
        self._head = SentHead(theme)
        self.empty = empty_label(theme)
        self.count = Label(theme, "", style="meta", token="text-3", tabular=True)
        self.export = Button(theme, "")
        self.close_button = Button(theme, "")
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(1, 20, 1, 16)
        column.setSpacing(0)
        column.addLayout(self._top())
        column.addSpacing(12)
        column.addWidget(self._head)
        column.addWidget(self.list_view, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(Divider(theme))
        column.addSpacing(16)
        column.addLayout(self._foot())

    def _top(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._about)
        top = QHBoxLayout()
        top.setContentsMargins(23, 0, 23, 0)
        top.setSpacing(16)
        top.addLayout(words, 1)
        top.addWidget(self.filter, 0, Qt.AlignmentFlag.AlignVCenter)
        return top

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(23, 0, 23, 0)
        foot.setSpacing(8)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.export)
        foot.addWidget(self.close_button)
        return foot

    def _connect(self) -> None:
        self._typed = QTimer(self, singleShot=True, interval=_TYPED)
        self._typed.timeout.connect(lambda: self.model.search(self.filter.text()))
        self.filter.textChanged.connect(lambda _text: self._typed.start())
        self._later = QTimer(self, singleShot=True, interval=_LATER)
        self._later.timeout.connect(self.model.refresh)
        self._services.bridge.changed.connect(self._heard)
        self.model.read.connect(self._tell)
        self.model.rowsInserted.connect(self._tell)
        self.list_view.opened.connect(self._open_task)
        self.export.clicked.connect(self._ask_file)
        self.close_button.clicked.connect(self.close_overlay)
        self.placed.connect(self._place)
        self.closed.connect(self.deleteLater)

    def _heard(self, changes: Changes, _origin: str) -> None:
        if changes.touches(Kind.SENT, Kind.ATTEMPT) and not self._later.isActive():
            self._later.start()

    def _tell(self) -> None:
        rows = self.model.rowCount()
        self.list_view.setVisible(rows > 0)
        self.empty.setVisible(rows == 0)
        if self.model.looking:
            self.empty.setText(self.tr("Looking…"))
        elif self.model.searched:
            self.empty.setText(self.tr("No request matches."))
        else:
            self.empty.setText(self.tr("Nothing has been sent yet. Each request will be noted here before it leaves."))
        self.export.setEnabled(rows > 0 or self.model.searched)
        self.count.setText(self._count_words(rows))

    def _count_words(self, rows: int) -> str:
        if not rows:
            return ""
        if self.model.looking:
            return self.tr("Looking…")
        number = formats.count(rows, self._services.languages.locale)
        if not self.model.whole:
            return self.tr("The newest %1 requests; scroll for more").replace("%1", number)
        return self.tr("%n requests", "", rows).replace(str(rows), number)

    def _open_task(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row is None or row.task_id is None:
            return
        task = tasks.get(self._services.store, row.task_id)
        if task is None:
            self._services.acts.said.emit(self.tr("This task is no longer there."), None)
            return
        self.close_overlay()
        self._services.navigator.go(_screen(task), task_id=task.id)

    def _ask_file(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Export what was sent"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Tables (*.csv)")])
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"orchestrator-sent-{self._services.today().isoformat()}.csv")
        dialog.fileSelected.connect(self.write_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_to(self, path: str) -> None:
        """Write the whole log to a file, searched or not."""
        self.export.setEnabled(False)
        future = exporting.export_sent(self._services.desk, Path(path))
        self._services.acts.then(future, partial(self._written, Path(path).name), self._not_written)

    def _written(self, name: str, lines: int) -> None:
        self.export.setEnabled(True)
        words = self.tr("%n requests written to %1.", "", lines).replace("%1", name)
        self._services.acts.said.emit(words, None)

    def _not_written(self, error: BaseException) -> None:
        self.export.setEnabled(True)
        self._services.acts.report(error)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("What was sent"))
        self._about.setText(self.tr("Every request, noted before it leaves. Nothing here is ever changed or removed."))
        self.filter.setPlaceholderText(self.tr("Filter: task, provider, model, state"))
        self.filter.setAccessibleName(self.tr("Filter"))
        self.list_view.setAccessibleName(self.tr("What was sent"))
        self.export.setText(self.tr("Export as CSV…"))
        self.close_button.setText(self.tr("Close"))
        self._tell()

    def _place(self) -> None:
        scale = self._services.theme.scale
        width, height = min(round(_WIDTH * scale), self.width() - 48), min(round(_HEIGHT * scale), self.height() - 48)
        self._sheet.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.list_view.viewport().update()
        super().changeEvent(event)


def _screen(task: Task) -> Screen:
    """Where the task is found at its stage."""
    if task.stage is Stage.DELEGATED and task.with_person:
        return Screen.WAITING
    return _SCREENS.get(task.stage, Screen.INBOX)
