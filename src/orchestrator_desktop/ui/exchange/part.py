"""The rows of the settings from which tasks are taken in and written out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain.transfer import Format
from orchestrator_desktop.ui.exchange.words import file_words, format_words, spaced
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.combo import DETAIL_ROLE, ComboBox
from orchestrator_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from orchestrator_desktop.ui.exchange.sheet import ImportSheet

_AWAITED: Final = 400
"""Milliseconds until a word says what is awaited."""
_FORMAT_WIDTH: Final = 280
_ENDINGS: Final = {
    Format.JSON: "json",
    Format.CSV: "csv",
    Format.ICALENDAR: "ics",
    Format.TODO_TXT: "txt",
    Format.TASKWARRIOR: "json",
    Format.MARKDOWN: "",
}
"""The formats that are written, with the endings of their files; Markdown is a folder."""


class ImportPart(QWidget):
    """Two buttons, as a dialog of files chooses no folder, and where the programs are named."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.file = Button(services.theme, "", icon="file")
        self.folder = Button(services.theme, "", icon="folder")
        self._about = Label(services.theme, "", style="meta", token="text-3", wrap=True)
        _lay_out(self, (self.file, self.folder), (self._about,))
        self.file.clicked.connect(self.ask_file)
        self.folder.clicked.connect(self.ask_folder)
        self._retranslate()

    def ask_file(self) -> None:
        """Let the user choose a file, then show what it holds."""
        dialog = QFileDialog(self.window(), self.tr("Import tasks"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._ask(dialog)

    def ask_folder(self) -> None:
        """The same with a folder: of Markdown files, or the database of Things."""
        dialog = QFileDialog(self.window(), self.tr("Import a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._ask(dialog)

    def _ask(self, dialog: QFileDialog) -> None:
        dialog.fileSelected.connect(self.read)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read(self, path: str) -> ImportSheet:
        """Show what a file or folder holds, and what its import would lose."""
        from orchestrator_desktop.ui.exchange.sheet import ImportSheet  # with the readers: not before they are wanted

        sheet = ImportSheet(self._services, self.window(), Path(path))
        sheet.start()
        return sheet

    def _retranslate(self) -> None:
        self.file.setText(self.tr("Import tasks…"))
        self.folder.setText(self.tr("Import a folder…"))
        self._about.setText(
            self.tr(
                "From Todoist, TickTick, Things, Taskwarrior, todo.txt, Super Productivity, Getting Things GNOME, "
                "calendars, Markdown checklists and tables. You see first what comes in and what is lost."
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class ExportPart(QWidget):
    """A format, a button, a word while it is written."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._kinds = QStandardItemModel(self)
        for _ in _ENDINGS:
            self._kinds.appendRow(QStandardItem())
        self.format = ComboBox(services.theme, self._kinds)
        self.format.setMinimumWidth(_FORMAT_WIDTH)
        self.act = Button(services.theme, "")
        self.status = Label(services.theme, "", style="meta", token="text-2")
        self._about = Label(services.theme, "", style="meta", token="text-3", wrap=True)
        _lay_out(self, (self.format, self.act), (self._about, self.status))
        self.status.hide()
        self._awaited = QTimer(self, singleShot=True, interval=_AWAITED)
        self._awaited.timeout.connect(self.status.show)
        self.format.currentIndexChanged.connect(lambda _row: self._tell())
        self.act.clicked.connect(self.ask)
        self._retranslate()

    @property
    def chosen(self) -> Format:
        return tuple(_ENDINGS)[max(0, self.format.currentIndex())]

    def ask(self) -> None:
        """Let the user say where, then write."""
        if not self.act.isEnabled():
            return  # one is being written
        format = self.chosen
        name = f"orchestrator-{self._services.today().isoformat()}"
        dialog = QFileDialog(self.window(), self.tr("Export tasks"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        if ending := _ENDINGS[format]:
            dialog.setNameFilters([f"{format_words(format)} (*.{ending})"])
            dialog.setDefaultSuffix(ending)
            name = f"{name}.{ending}"
        dialog.selectFile(name)
        dialog.fileSelected.connect(partial(self.write_to, format))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_to(self, format: Format, path: str) -> None:
        """Write every task to a file, or a folder that is made."""
        from orchestrator_desktop.engine import exchanging  # with the readers: not before they are wanted

        self.act.setEnabled(False)
        self.act.setToolTip(self.tr("An export is being written."))
        self._awaited.start()
        future = exchanging.export(self._services.desk, Path(path), format=format)
        self._services.acts.then(future, partial(self._written, Path(path)), self._not_written, owner=self)

    def _written(self, path: Path, number: int) -> None:
        self._rest()
        folder = QUrl.fromLocalFile(str(path if path.is_dir() else path.parent))
        words = spaced(self.tr("%n task(s) written to %1.", "", number), number, self._services.languages.locale)
        self._services.acts.said.emit(words.replace("%1", path.name), partial(QDesktopServices.openUrl, folder))

    def _not_written(self, error: BaseException) -> None:
        self._rest()
        self._services.acts.report(error)

    def _rest(self) -> None:
        self._awaited.stop()
        self.status.hide()
        self.act.setEnabled(True)
        self.act.setToolTip("")

    def _tell(self) -> None:
        self._about.setText(
            {
                Format.JSON: self.tr(
                    "Everything but keys: tasks, files, briefs, results, reflections. Comes in whole."
                ),
                Format.CSV: self.tr("One line a task, for any spreadsheet. Files of tasks are left out."),
                Format.ICALENDAR: self.tr("For Apple, Nextcloud, Thunderbird and Tasks.org, files included."),
                Format.TODO_TXT: self.tr("One line a task, for any todo.txt program."),
                Format.TASKWARRIOR: self.tr("For “task import”."),
                Format.MARKDOWN: self.tr("A new folder with one file for each domain."),
            }[self.chosen]
        )

    def _retranslate(self) -> None:
        for row, format in enumerate(_ENDINGS):
            self._kinds.item(row).setText(format_words(format))
            self._kinds.item(row).setData(file_words(format), DETAIL_ROLE)
        self.format.setAccessibleName(self.tr("Format of the export"))
        self.act.setText(self.tr("Export tasks…"))
        self.status.setText(self.tr("Writing…"))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _lay_out(owner: QWidget, line: tuple[QWidget, ...], below: tuple[QWidget, ...]) -> None:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in line:
        row.addWidget(widget)
    row.addStretch(1)
    column = QVBoxLayout(owner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addLayout(row)
    for widget in below:
        column.addWidget(widget)
