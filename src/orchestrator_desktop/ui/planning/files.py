"""The files of a task: a chip each with its size, opened as a copy, saved elsewhere, taken away, dropped in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from orchestrator_desktop.domain.ids import AttachmentId
from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.operations.attaching import attach, detach
from orchestrator_desktop.store import details
from orchestrator_desktop.store.details import Attachment
from orchestrator_desktop.ui.planning.copying import copy_beside, copy_to, runs
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.words import file_size
from orchestrator_desktop.ui.widgets.button import IconButton
from orchestrator_desktop.ui.widgets.chip import ChipButton
from orchestrator_desktop.ui.widgets.layout import FlowLayout
from orchestrator_desktop.ui.widgets.popup_menu import MenuItem, PopupMenu

_LONGEST = 40


class FilesField(QWidget):
    """A click on a file asks what to do with it; Delete takes it away."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._task: Task | None = None
        self._files: list[Attachment] = []
        self._chips: list[ChipButton] = []
        self._asked: Attachment | None = None
        self._menu: PopupMenu | None = None
        self._plus = IconButton(services.theme, "plus", "", size=12, hit=24)
        self._plus.clicked.connect(self.choose)
        self._flow = FlowLayout(self)
        self._flow.addWidget(self._plus)
        self._retranslate()

    @property
    def empty(self) -> bool:
        return not self._files

    def chips(self) -> list[ChipButton]:
        """One for each file, first to last."""
        return list(self._chips)

    def show_task(self, task: Task) -> None:
        self._task = task
        files = details.attachments(self._services.store, task.id)
        if files != self._files:
            self._files = files
            self._fill()

    def choose(self) -> None:
        """Ask which files are to be attached."""
        dialog = QFileDialog(self.window(), self.tr("Attach files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.attach([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def attach(self, paths: Sequence[Path]) -> None:
        """Keep a copy of each with the task."""
        if self._task is not None and paths:
            future = self._services.acts.run(attach, task_id=self._task.id, paths=list(paths))
            self._services.acts.say_done(future, self.tr("%n attached.", "", len(paths)))

    def _fill(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for file in self._files:
            chip = ChipButton(self._services.theme, "", icon="file", parent=self)
            name = file.name if len(file.name) <= _LONGEST else f"{file.name[: _LONGEST - 9]}…{file.name[-8:]}"
            chip.set_content(name, file_size(file.bytes, self._services.languages.locale))
            chip.setToolTip(file.name)
            chip.clicked.connect(partial(self._ask, file, chip))
            chip.removed.connect(partial(self._remove, file))
            self._flow.insert_widget(len(self._chips), chip)
            chip.show()
            self._chips.append(chip)
        self.updateGeometry()

    def _ask(self, file: Attachment, chip: ChipButton) -> None:
        if self._menu is None:  # not earlier: the field is in no window while it is built
            self._menu = PopupMenu(self._services.theme, self.window())
            self._menu.chosen.connect(self._chosen)
        program = runs(file.name)
        note = self.tr("it would run: save it first") if program else ""
        self._asked = file
        self._menu.set_items(
            [
                MenuItem("open", self.tr("Open a copy"), icon="arrow-up-right", note=note, enabled=not program),
                MenuItem("save", self.tr("Save as…"), icon="folder"),
                MenuItem("remove", self.tr("Remove"), icon="trash"),
            ]
        )
        self._menu.open_for(chip)

    def _chosen(self, act: object) -> None:
        file = self._asked
        if file is None:
            return
        if act == "open":
            self.open_copy(file)
        elif act == "save":
            self._ask_where(file)
        else:
            self._remove(file)

    def open_copy(self, file: Attachment) -> None:
        """Open a copy that cannot be written to, with the program of its kind: the kept file stays as it is."""
        future = self._services.acts.run(copy_beside, sha256=file.sha256, name=file.name)
        self._services.acts.then(future, lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))

    def _ask_where(self, file: Attachment) -> None:
        dialog = QFileDialog(self.window(), self.tr("Save the file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(file.name)
        dialog.fileSelected.connect(lambda name: self.save(file, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, file: Attachment, path: Path) -> None:
        """Write its content to `path`."""
        future = self._services.acts.run(copy_to, sha256=file.sha256, name=file.name, path=path)
        words = self.tr("Saved as %1.").replace("%1", path.name)
        self._services.acts.then(future, lambda _path: self._services.acts.said.emit(words, None))

    def _remove(self, file: Attachment) -> None:
        future = self._services.acts.run(detach, attachment_id=AttachmentId(file.id))
        self._services.acts.say_done(future, self.tr("Removed."))
        self._plus.setFocus()

    def _retranslate(self) -> None:
        self._plus.set_text(self.tr("Attach files"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._fill()
        super().changeEvent(event)
