"""The brief as a form: objective, context, constraints, done when, output."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orchestrator_desktop.domain.brief import OutputFormat
from orchestrator_desktop.domain.briefing import Ask
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.operations.briefs import BriefEdits
from orchestrator_desktop.ui.delegation.context import ContextField
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.chip import ChipList
from orchestrator_desktop.ui.widgets.combo import DETAIL_ROLE, ICON_ROLE, ComboBox
from orchestrator_desktop.ui.widgets.editable_list import EditableList
from orchestrator_desktop.ui.widgets.layout import LabelledRow
from orchestrator_desktop.ui.widgets.text_edit import AutoTextEdit

_OUTPUTS: Final = {
    OutputFormat.MARKDOWN: (
        QT_TRANSLATE_NOOP("Output", "Markdown"),
        QT_TRANSLATE_NOOP("Output", "headings, lists, emphasis"),
    ),
    OutputFormat.PLAIN: (QT_TRANSLATE_NOOP("Output", "Plain text"), QT_TRANSLATE_NOOP("Output", "no marks at all")),
    OutputFormat.LIST: (QT_TRANSLATE_NOOP("Output", "List"), QT_TRANSLATE_NOOP("Output", "one item a line")),
    OutputFormat.TABLE: (QT_TRANSLATE_NOOP("Output", "Table"), QT_TRANSLATE_NOOP("Output", "rows and columns")),
}


class BriefForm(QWidget):
    """`edited(BriefEdits)` with the field that the user changed."""

    edited = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self.objective = AutoTextEdit(theme, min_lines=2, max_lines=14)
        self.context = ContextField(self._services)
        self.constraints = ChipList(theme, "")
        self.done_when = EditableList(theme)
        self.output = ComboBox(theme, QStandardItemModel(self))
        self._rows = [
            LabelledRow(theme, "", self.objective),
            LabelledRow(theme, "", self.context, first_line=24),
            LabelledRow(theme, "", self.constraints, first_line=24),
            LabelledRow(theme, "", self.done_when, first_line=24),
            LabelledRow(theme, "", self.output),
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for row in self._rows:
            if row.control in (self.context, self.constraints, self.done_when):
                row.setContentsMargins(0, 4, 0, 0)  # chips are lower than fields
            column.addWidget(row)

    def _connect(self) -> None:
        self.objective.edited.connect(lambda: self.edited.emit(BriefEdits(objective=self.objective.text())))
        self.context.changed.connect(lambda: self.edited.emit(BriefEdits(context=self.context.items())))
        self.constraints.changed.connect(
            lambda: self.edited.emit(BriefEdits(constraints=tuple(self.constraints.items())))
        )
        self.done_when.changed.connect(lambda: self.edited.emit(BriefEdits(done_when=tuple(self.done_when.items()))))
        self.output.activated.connect(lambda _row: self.edited.emit(BriefEdits(output=self._output())))

    def show_ask(self, ask: Ask, *, keep: frozenset[str] = frozenset()) -> None:
        """Show a brief; the fields named in `keep` are being written in and stay as they are."""
        if "objective" not in keep:
            self.objective.set_text(ask.objective)
        if "context" not in keep:
            self.context.set_items(ask.context)
        if "constraints" not in keep and tuple(self.constraints.items()) != ask.constraints:
            self.constraints.set_items(ask.constraints)
        if "done_when" not in keep and tuple(self.done_when.items()) != ask.done_when:
            self.done_when.set_items(ask.done_when)
        if "output" not in keep:
            self.output.setCurrentIndex(list(_OUTPUTS).index(ask.output))

    def ask(self) -> Ask:
        """The brief as it stands in the form."""
        return Ask(
            self.objective.text(),
            self.context.items(),
            tuple(self.constraints.items()),
            tuple(self.done_when.items()),
            self._output(),
        )

    def _output(self) -> OutputFormat:
        return list(_OUTPUTS)[max(0, self.output.currentIndex())]

    def _retranslate(self) -> None:
        labels = (
            self.tr("Objective"),
            self.tr("Context"),
            self.tr("Constraints"),
            self.tr("Done when"),
            self.tr("Output"),
        )
        for row, words in zip(self._rows, labels, strict=True):
            row.label.setText(words)
            row.control.setAccessibleName(words)
        self.constraints.set_add_text(self.tr("Add a constraint"))
        self.done_when.set_placeholder(self.tr("What must be true of a good result?"))
        self.objective.set_placeholder(self.tr("What do you want, for whom, and why?"))
        chosen = max(0, self.output.currentIndex())
        model = QStandardItemModel(self)
        for name, detail in _OUTPUTS.values():
            item = QStandardItem(QCoreApplication.translate("Output", name))
            item.setData(QCoreApplication.translate("Output", detail), DETAIL_ROLE)
            item.setData("file-text", ICON_ROLE)
            model.appendRow(item)
        self.output.setModel(model)
        self.output.setCurrentIndex(chosen)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
