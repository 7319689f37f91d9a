"""The context of a brief: notes and files as chips, with what they weigh."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain.brief import ContextItem
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.tokens import estimate
from orchestrator_desktop.exchange.texts import read_text
from orchestrator_desktop.ui.acts import error_words
from orchestrator_desktop.ui.formats import count
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.button import Button, IconButton, Kind
from orchestrator_desktop.ui.widgets.chip import Chip
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import FlowLayout
from orchestrator_desktop.ui.widgets.text_edit import AutoTextEdit


class ContextField(QWidget):
    """Chips, a + that opens a note to write or paste, a file to choose, and files dropped on it."""

    changed = Signal()
    noted = Signal(str)
    """Text of a note that is still being written; empty once it is kept or given up."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._items: list[ContextItem] = []
        self._weights: dict[ContextItem, int] = {}
        self._chips: list[Chip] = []
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        flow = QWidget()
        self._flow = FlowLayout(flow, trailing=True)
        self._plus = IconButton(theme, "plus", "", size=12, hit=24)
        self._weight = Label(theme, "", style="micro", token="text-3")
        self._flow.addWidget(self._plus)
        self._flow.addWidget(self._weight)
        self._note = AutoTextEdit(theme, min_lines=3, max_lines=8)
        self._keep = Button(theme, "", small=True)
        self._file = Button(theme, "", icon="file", small=True)
        self._cancel = Button(theme, "", kind=Kind.PLAIN, small=True)
        self._writing = QWidget()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._keep, self._file, self._cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        inner = QVBoxLayout(self._writing)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self._note)
        inner.addLayout(buttons)
        self._writing.hide()
        self._weight.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(flow)
        column.addWidget(self._writing)

    def _connect(self) -> None:
        self._plus.clicked.connect(self.write)
        self._note.installEventFilter(self)
        self._keep.clicked.connect(self.keep_note)
        self._file.clicked.connect(self._choose_files)
        self._cancel.clicked.connect(self._close)
        self._note.edited.connect(lambda: self.noted.emit(self._note.text()))

    def items(self) -> tuple[ContextItem, ...]:
        return tuple(self._items)

    def set_items(self, items: tuple[ContextItem, ...]) -> None:
        """Replace all, without a signal."""
        if items == tuple(self._items):
            return
        self._items = list(items)
        self._show()

    def set_note(self, text: str) -> None:
        """Go on with a note that was left unfinished, or close the field."""
        self._note.set_text(text)
        self._writing.setVisible(bool(text))

    def weight(self) -> int:
        """About how many tokens the items hold; each is weighed once."""
        self._weights = {item: self._weights.get(item) or estimate(item.text) for item in self._items}
        return sum(self._weights[item] for item in self._items)

    def set_brief_tokens(self, tokens: int) -> None:
        """Say what the context and the rest of the brief weigh."""
        locale = self._services.languages.locale
        own = count(self.weight(), locale)
        words = self.tr("%1 tokens + brief %2").replace("%1", own).replace("%2", count(tokens, locale))
        self._weight.setText(words if self._items else "")
        self._weight.setVisible(bool(self._items))

    def write(self) -> None:
        """Open the note field."""
        self._writing.show()
        self._note.setFocus()

    def add_files(self, paths: list[Path]) -> None:
        """Read files as context; what cannot be read is said, and the others are kept."""
        for path in paths:
            try:
                self._items.append(ContextItem(path.name, read_text(path), "file"))
            except UserError as error:
                self._services.acts.said.emit(error_words(error), None)
        self._show()
        self.changed.emit()

    @property
    def noting(self) -> str:
        """The note that is being written."""
        return self._note.text()

    def keep_note(self) -> None:
        """Make an item of the note that is being written, and close the field."""
        text = self._note.text().strip()
        if text:
            title = text.partition("\n")[0][:40]
            self._items.append(ContextItem(title, text, "note"))
            self._show()
            self.changed.emit()
        self._close()

    def _choose_files(self) -> None:
        dialog = QFileDialog(self)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.add_files([Path(name) for name in names]))
        dialog.filesSelected.connect(lambda _names: self._close())
        dialog.open()

    def _close(self) -> None:
        self._note.set_text("")
        self.noted.emit("")
        self._writing.hide()
        self._plus.setFocus()

    def _show(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        self.weight()
        for item in self._items:
            weight = count(self._weights[item], self._services.languages.locale)
            chip = Chip(self._services.theme, item.title, icon="file-text", detail=weight, removable=True)
            chip.removed.connect(lambda gone=item: self._remove(gone))
            self._flow.insert_widget(len(self._chips), chip)
            self._chips.append(chip)
            chip.show()
        self.updateGeometry()

    def _remove(self, item: ContextItem) -> None:
        self._items.remove(item)
        self._show()
        self.changed.emit()

    def _retranslate(self) -> None:
        self._plus.set_text(self.tr("Add context"))
        self._note.set_placeholder(self.tr("Write or paste what the delegate must know"))
        self._keep.setText(self.tr("Keep"))
        self._file.setText(self.tr("Choose a file…"))
        self._cancel.setText(self.tr("Cancel"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc puts the note aside, its text kept, before the page takes the key for itself."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._writing.hide()
                self._plus.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()
