"""What a person sent back, pasted or from a file: it goes to review like any result."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.engine import files
from orchestrator_desktop.operations.delegations import receive
from orchestrator_desktop.store import delegations
from orchestrator_desktop.ui.delegation.saver import Saver
from orchestrator_desktop.ui.delegation.sheet_room import lines_that_fit
from orchestrator_desktop.ui.navigator import Screen
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.button import Button, Kind
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.overlay import Overlay, Sheet
from orchestrator_desktop.ui.widgets.sheets import foot_row, sheet_column
from orchestrator_desktop.ui.widgets.text_edit import AutoTextEdit

WIDTH = 560


class AnswerSheet(Overlay):
    """A sheet over the window with room for the answer; what is in it is kept as a draft until it is handed in."""

    def __init__(self, services: Services, task: Task, window: QWidget) -> None:
        self._sheet = Sheet(services.theme)
        super().__init__(services.theme, window, self._sheet)
        self._services = services
        self._task = task
        self._key = f"answer:{task.id}"
        self._saver = Saver(self)
        self._lines = lines_that_fit(services.theme, window, most=16, least=4, rest=200)
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = self._services.theme
        out = delegations.open_delegation(self._services.store, self._task.id)
        title = self.tr("What %1 answered").replace("%1", out.delegate if out else "")
        self.text = AutoTextEdit(theme, min_lines=min(8, self._lines), max_lines=self._lines)
        self.text.set_placeholder(self.tr("Paste or write it here"))
        self.text.setAccessibleName(title)
        self.text.set_text(self._services.acts.draft(self._services.store, self._key))
        self._file = Button(theme, self.tr("From a file…"), icon="file")
        self._cancel = Button(theme, self.tr("Cancel"))
        self._send = Button(theme, self.tr("To review"), kind=Kind.PRIMARY, keys=("Ctrl", "↵"))
        self._column = column = sheet_column(self._sheet)
        column.addWidget(Label(theme, title, style="title"))
        column.addWidget(Label(theme, self._task.title, token="text-3"))
        column.addWidget(self.text)
        column.addLayout(foot_row(self._file, self._cancel, self._send))

    def _connect(self) -> None:
        self._file.clicked.connect(self._choose_file)
        self._cancel.clicked.connect(self.close_overlay)
        self._send.clicked.connect(self.hand_in)
        self.text.edited.connect(lambda: self._saver.later("text", self._keep))
        self.placed.connect(self._place)
        self.text.grown.connect(self._place)
        self.closed.connect(self._saver.flush)
        self.closed.connect(self.deleteLater)

    def ask(self) -> None:
        """Open it."""
        self.open()
        self.text.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("From a file…"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.add_file(Path(name)))
        dialog.open()

    def add_file(self, path: Path) -> None:
        """Put the text of a file behind what is written; one that cannot be read is told."""
        self._file.setEnabled(False)
        future = files.read_text(self._services.desk, path)
        self._services.acts.then(future, self._read, self._not_read)

    def _read(self, text: str) -> None:
        self._file.setEnabled(True)
        self.text.set_text("\n\n".join(part for part in (self.text.text().rstrip(), text) if part))
        self._saver.later("text", self._keep)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_read(self, error: BaseException) -> None:
        self._file.setEnabled(True)
        self._services.acts.report(error)

    def hand_in(self) -> None:
        """Make it a result in review; an empty answer is told, and the sheet stays."""
        self._saver.flush()
        future = self._services.acts.run(receive, task_id=self._task.id, text=self.text.text())
        self._services.acts.then(future, lambda _changes: self._handed_in(), owner=self)

    def _handed_in(self) -> None:
        self._services.acts.keep_draft(self._key, "")
        self.close_overlay()
        self._services.navigator.go(Screen.REVIEW, task_id=self._task.id)

    def _keep(self) -> None:
        self._services.acts.keep_draft(self._key, self.text.text())

    def _place(self) -> None:
        width = min(WIDTH, self.width() - 48)
        self._column.activate()
        self._sheet.resize(width, self._sheet.sizeHint().height())
        self._sheet.move((self.width() - width) // 2, max(0, (self.height() - self._sheet.height()) // 3))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.hand_in()
        else:
            super().keyPressEvent(event)
