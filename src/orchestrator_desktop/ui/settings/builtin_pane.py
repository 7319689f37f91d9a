"""The built-in model: which file, and whether it can be used."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from orchestrator_desktop.domain.circuit import Circuit
from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.engine import probing
from orchestrator_desktop.operations.roster import edit_provider
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.acts import error_words
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.limits_part import LimitsPart
from orchestrator_desktop.ui.settings.pane_head import PaneHead
from orchestrator_desktop.ui.settings.probes import Probes
from orchestrator_desktop.ui.settings.test_row import TestRow
from orchestrator_desktop.ui.settings.words import file_size
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.button import Kind as Weight
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import FlowLayout, LabelledRow

if TYPE_CHECKING:
    from orchestrator_desktop.providers.builtin.weights import GgufInfo

LABEL_WIDTH = 80


class BuiltinPane(QWidget):
    """A GGUF file is picked or dropped, checked, and only then used; a broken one leaves the old one in place."""

    def __init__(self, services: Services, probes: Probes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._probes = probes
        self._provider: Provider | None = None
        self._trouble: Circuit | None = None
        self._info: GgufInfo | None = None
        self._shown: str | None = None
        self._refused = ""
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self.head = PaneHead(self._services)
        self._about = Label(theme, "", token="text-2", wrap=True)
        self.file_name = Label(theme, "", weight=500)
        self.verdict = Label(theme, "", style="meta", token="text-3", wrap=True)
        self.refused = Label(theme, "", style="meta", token="bad-text", wrap=True)
        self.choose = Button(theme, "", icon="file")
        self.own = Button(theme, "", kind=Weight.PLAIN)
        self._hint = Label(theme, "", style="micro", token="text-3", wrap=True)
        self.test = TestRow(self._services, self._probes)
        self.limits = LimitsPart(self._services)
        self._rows = [
            LabelledRow(theme, "", self._file_box(), label_width=LABEL_WIDTH),
            LabelledRow(theme, "", self.test, label_width=LABEL_WIDTH),
            LabelledRow(theme, "", self.limits, label_width=LABEL_WIDTH),
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 19, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self._about)
        for row in self._rows:
            column.addWidget(row)

    def _file_box(self) -> QWidget:
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        flow.addWidget(self.choose)
        flow.addWidget(self.own)
        file = QWidget()
        inside = QVBoxLayout(file)
        inside.setContentsMargins(0, 6, 0, 0)
        inside.setSpacing(2)
        for widget in (self.file_name, self.verdict, self.refused):
            inside.addWidget(widget)
        inside.addSpacing(8)
        inside.addWidget(buttons)
        inside.addSpacing(4)
        inside.addWidget(self._hint)
        return file

    def _connect(self) -> None:
        self.choose.clicked.connect(self._pick)
        self.own.clicked.connect(partial(self._use, ""))

    def show_provider(self, provider: Provider, trouble: Circuit | None = None) -> None:
        self._provider, self._trouble = provider, trouble
        self.limits.show_provider(provider)
        if self._shown != provider.model:
            self._shown, self._info = provider.model, None
            future = probing.check_model(self._services.desk, Path(provider.model) if provider.model else None)
            self._services.acts.then(future, partial(self._looked, provider.model), self._unusable, owner=self)
        self._tell()

    def take(self, path: str) -> None:
        """Use the file at `path` if it is a model that writes; say why not otherwise."""
        self._refused = ""
        future = probing.check_model(self._services.desk, Path(path))
        self._services.acts.then(future, lambda _info: self._use(path), self._unusable, owner=self)
        self._tell()

    def _looked(self, model: str, info: GgufInfo | None) -> None:
        if self._shown == model:
            self._info = info
            if info is None:
                self._refused = self.tr("No model came with this installation. Choose a GGUF file.")
            self._tell()

    def _unusable(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            self._services.acts.report(error)
            return
        self._refused = error_words(error)
        self._tell()

    def _use(self, model: str) -> None:
        self._refused = ""
        if self._provider is not None:
            self._services.acts.run(edit_provider, provider_id=self._provider.id, model=model)
        self._tell()

    def _tell(self) -> None:
        provider = self._provider
        if provider is None:
            return
        self.head.show_provider(provider, self._trouble)
        self.test.show_provider(provider)
        name = Path(provider.model).stem if provider.model else self._info.name if self._info else ""
        self.file_name.setText(name)
        self.verdict.setText(self._verdict(self._info) if self._info else "")
        self.refused.setText(self._refused)
        self.own.setVisible(bool(provider.model))
        for label in (self.file_name, self.verdict, self.refused):
            label.setVisible(bool(label.text()))

    def _verdict(self, info: GgufInfo) -> str:
        """Architecture, size, how much it reads; a warning where it only continues text."""
        locale = self._services.languages.locale
        parts = [self.tr("%1 architecture").replace("%1", info.architecture)]
        if info.size_label:
            parts.append(self.tr("%1 weights").replace("%1", info.size_label))
        parts.append(file_size(info.bytes, locale))
        if info.context_length:
            read = formats.count(info.context_length, locale)
            parts.append(self.tr("reads %1 tokens").replace("%1", read))
        words = " · ".join(parts)
        if not info.chat_template:
            words += "\n" + self.tr("It has no chat template: it goes on with a text rather than answering.")
        return words

    def _pick(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Choose a GGUF file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Models (*.gguf)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _retranslate(self) -> None:
        self._about.setText(
            self.tr("Small, in English, for trying out. A better GGUF, Ollama or a key is one click away.")
        )
        self.choose.setText(self.tr("Choose another file…"))
        self.own.setText(self.tr("Use the one that came with Orchestrator"))
        self._hint.setText(
            self.tr(
                "Any GGUF file with a chat or instruct model; it can be dropped here. Nothing leaves this computer."
            )
        )
        for row, words in zip(self._rows, (self.tr("File"), self.tr("Test"), self.tr("Limits")), strict=True):
            row.label.setText(words)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = next((url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()), "")
        if path:
            event.acceptProposedAction()
            self.take(path)
