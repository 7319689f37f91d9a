"""How tasks come in and go out; where everything is: the file, its backups, the logs; and what this program is."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop import __version__
from orchestrator_desktop.store.opening import BACKUPS, FILE_NAME, back_up
from orchestrator_desktop.system.paths import logs_folder
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.exchange.part import ExportPart, ImportPart
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.form import scrolling_column
from orchestrator_desktop.ui.settings.levels_part import LevelsPart
from orchestrator_desktop.ui.settings.words import file_size
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import Divider, LabelledRow
from orchestrator_desktop.ui.widgets.text_edit import LineField

_LABEL_WIDTH: Final = 120
_LISTED: Final = 5


class PathRow(QWidget):
    """A path that can be selected and copied, a button that opens its folder, a note."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self.field = LineField(services.theme)
        self.field.setReadOnly(True)
        self.button = Button(services.theme, "", icon="folder")
        self.note = Label(services.theme, "", style="meta", token="text-3", wrap=True)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._row)
        column.addWidget(self.note)
        self.button.clicked.connect(self._open)

    def show_path(self, path: Path, folder: Path) -> None:
        self._folder = folder
        self.field.setText(str(path))
        self.field.setCursorPosition(0)
        there = folder.is_dir()
        self.button.setEnabled(there)
        self.button.setToolTip("" if there else self.tr("This folder is made when it is needed."))

    def set_words(self, name: str, button: str) -> None:
        self.field.setAccessibleName(name)
        self.button.setText(button)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


class DataTab(QWidget):
    """Read from the disk each time it is shown."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._folder = services.desk.folder
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self.file = PathRow(self._services)
        self.backups = PathRow(self._services)
        self.back_up = Button(theme, "")
        self.logs = PathRow(self._services)
        self.taking = ImportPart(self._services)
        self.writing = ExportPart(self._services)
        self.levels = LevelsPart(self._services)
        self._about = Label(theme, "", style="meta", token="text-3", wrap=True)
        backing = QWidget()
        inside = QVBoxLayout(backing)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.backups)
        row = QHBoxLayout()
        row.addWidget(self.back_up)
        row.addStretch(1)
        inside.addLayout(row)
        self._rows = [
            LabelledRow(theme, "", self.file, label_width=_LABEL_WIDTH),
            LabelledRow(theme, "", backing, label_width=_LABEL_WIDTH),
            LabelledRow(theme, "", self.logs, label_width=_LABEL_WIDTH),
        ]
        self._ways = [
            LabelledRow(theme, "", self.taking, label_width=_LABEL_WIDTH),
            LabelledRow(theme, "", self.writing, label_width=_LABEL_WIDTH),
        ]
        column = scrolling_column(self)
        column.setSpacing(20)
        self._levels = LabelledRow(theme, "", self.levels, label_width=_LABEL_WIDTH)
        for labelled in (*self._ways, self._levels):
            column.addWidget(labelled)
        column.addWidget(Divider(theme))
        for labelled in self._rows:
            column.addWidget(labelled)
        column.addWidget(Divider(theme))
        column.addWidget(self._about)
        column.addStretch(1)

    def _connect(self) -> None:
        self.back_up.clicked.connect(self._back_up)

    def ask(self, way: str) -> None:
        """Ask which file is to be taken in ("import"), or where all is to be written ("export")."""
        if way == "export":
            self.writing.format.setFocus(Qt.FocusReason.OtherFocusReason)
            self.writing.ask()
        else:
            self.taking.file.setFocus(Qt.FocusReason.OtherFocusReason)
            self.taking.ask_file()

    def read(self) -> None:
        """What is on the disk now."""
        file, logs = self._folder / FILE_NAME, logs_folder(self._folder)
        self.file.show_path(file, self._folder)
        self.file.note.setText(
            self.tr("%1. Tasks, briefs, results, reviews, reflections: everything but the keys.").replace(
                "%1", file_size(file.stat().st_size, self._services.languages.locale)
            )
        )
        self.backups.show_path(self._folder / BACKUPS, self._folder / BACKUPS)
        self.backups.note.setText(self._backup_words())
        self.logs.show_path(logs, logs)
        self.levels.read()

    def _backup_words(self) -> str:
        """The last backups, newest first, one a line."""
        copies = sorted((self._folder / BACKUPS).glob("*.sqlite"), reverse=True)
        if not copies:
            return self.tr("None yet. One is made before each new version changes the file.")
        locale, today = self._services.languages.locale, self._services.today()
        lines = []
        for copy in copies[:_LISTED]:
            stat = copy.stat()
            at = datetime.fromtimestamp(stat.st_mtime, UTC).astimezone()
            when = f"{formats.day(at.date(), today, locale)} {formats.clock(at, locale)}"
            lines.append(f"{when} · {file_size(stat.st_size, locale)}")
        return "\n".join(lines)

    def _back_up(self) -> None:
        self.back_up.setEnabled(False)
        future = self._services.acts.run(back_up)
        self._services.acts.then(future, self._backed_up, lambda _error: self.back_up.setEnabled(True))

    def _backed_up(self, path: Path) -> None:
        self.back_up.setEnabled(True)
        self.read()
        self._services.acts.said.emit(self.tr("Backed up as %1.").replace("%1", path.name), None)

    def _retranslate(self) -> None:
        labels = (self.tr("File"), self.tr("Backups"), self.tr("Logs"))
        for row, path_row, words in zip(self._rows, (self.file, self.backups, self.logs), labels, strict=True):
            row.label.setText(words)
            path_row.set_words(words, self.tr("Open folder"))
        for row, words in zip(self._ways, (self.tr("Import"), self.tr("Export")), strict=True):
            row.label.setText(words)
        self._levels.label.setText(self.tr("Levels"))
        self.back_up.setText(self.tr("Back up now"))
        self.logs.note.setText(self.tr("Never a key, never the text of a result."))
        about = self.tr("Orchestrator %1. MIT licence. No account, no telemetry.")
        self._about.setText(about.replace("%1", __version__))
        self.read()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read()
