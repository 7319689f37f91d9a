"""One specialist: name, instructions, provider, model; saved as they are changed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHideEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.domain.delegate import ProviderKind, Specialist
from orchestrator_desktop.domain.ids import ProviderId, SpecialistId
from orchestrator_desktop.operations import specialists
from orchestrator_desktop.store import delegates
from orchestrator_desktop.ui.delegation.saver import Saver
from orchestrator_desktop.ui.names import provider_name
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.form import LABEL_WIDTH, label_rows, lay_out_pane
from orchestrator_desktop.ui.settings.words import model_name
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.button import Kind as Weight
from orchestrator_desktop.ui.widgets.combo import DETAIL_ROLE, ComboBox
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import LabelledRow
from orchestrator_desktop.ui.widgets.text_edit import AutoTextEdit, LineField

_ID_ROLE = 256


class SpecialistPane(QWidget):
    """Shows the specialist it is given; `removed` when it is gone."""

    removed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._who: Specialist | None = None
        self._saver = Saver(self)
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self._title = Label(theme, "", style="title")
        self.name = LineField(theme)
        self.instructions = AutoTextEdit(theme, min_lines=6, max_lines=18)
        self.provider = ComboBox(theme, QStandardItemModel(self))
        self.model = LineField(theme)
        self.remove = Button(theme, "", kind=Weight.DANGER, small=True)
        self._rows = [
            LabelledRow(theme, "", control, label_width=LABEL_WIDTH)
            for control in (self.name, self.instructions, self.provider, self.model)
        ]
        lay_out_pane(self, self._title, self._rows, self.remove)

    def _connect(self) -> None:
        self.name.editingFinished.connect(self._rename)
        self.instructions.edited.connect(self._instruct)
        self.instructions.left.connect(self._saver.flush)
        self.provider.activated.connect(self._hand_to)
        self.model.editingFinished.connect(self._choose_model)
        self.remove.clicked.connect(self._remove)

    def show_specialist(self, who: Specialist | None) -> None:
        """Show another, or the same one as it stands now; what is being typed stays."""
        other = who is None or self._who is None or who.id != self._who.id
        if other:
            self.flush()
        self._who = who
        if who is None:
            return
        self._title.setText(who.name)
        if other or not self.name.hasFocus():
            self.name.setText(who.name)
        if other or not (self._saver.waiting or self.instructions.hasFocus()):
            self.instructions.set_text(who.instructions)
        if other or not self.model.hasFocus():
            self.model.setText(who.model)
        self._show_providers(who)

    def focus_name(self) -> None:
        self.name.setFocus()
        self.name.selectAll()

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        self._rename()
        self._choose_model()
        self._saver.flush()

    def _show_providers(self, who: Specialist) -> None:
        model = QStandardItemModel(self.provider)
        chosen = 0
        for provider in delegates.providers(self._services.store):
            builtin = provider.kind is ProviderKind.BUILTIN
            item = QStandardItem(provider_name(provider.name))
            item.setData(self.tr("switched off") if not provider.enabled else model_name(provider), DETAIL_ROLE)
            item.setData(provider.id, _ID_ROLE)
            if provider.id == who.provider_id:
                chosen = model.rowCount()
                self.model.setPlaceholderText(
                    self.tr("The provider’s: %1").replace("%1", model_name(provider) or provider.name)
                )
                self._rows[3].setVisible(not builtin)
            model.appendRow(item)
        self.provider.setModel(model)
        self.provider.setCurrentIndex(chosen)

    def _rename(self) -> None:
        who, name = self._who, self.name.text().strip()
        if who is None or name == who.name:
            return
        future = self._services.acts.run(specialists.edit_specialist, specialist_id=who.id, name=name)
        self._services.acts.then(future, lambda _changes: None, partial(self._name_again, who.id), owner=self)

    def _name_again(self, specialist_id: SpecialistId, _error: BaseException) -> None:
        """A name that cannot be had has been said; the field shows the one there is."""
        if self._who is not None and self._who.id == specialist_id:
            self.name.setText(self._who.name)

    def _instruct(self) -> None:
        if self._who is not None:
            self._saver.later("instructions", partial(self._save, self._who.id, self.instructions.text()))

    def _save(self, specialist_id: SpecialistId, text: str) -> None:
        self._services.acts.run(specialists.edit_specialist, specialist_id=specialist_id, instructions=text)

    def _hand_to(self, row: int) -> None:
        provider_id = ProviderId(int(self.provider.itemData(row, _ID_ROLE)))
        if self._who is not None and provider_id != self._who.provider_id:
            self._services.acts.run(specialists.edit_specialist, specialist_id=self._who.id, provider_id=provider_id)

    def _choose_model(self) -> None:
        who, model = self._who, self.model.text().strip()
        if who is not None and model != who.model:
            self._services.acts.run(specialists.edit_specialist, specialist_id=who.id, model=model)

    def _remove(self) -> None:
        who = self._who
        if who is None:
            return
        self.flush()
        future = self._services.acts.run(specialists.remove_specialist, specialist_id=who.id)
        self._services.acts.say_done(future, self.tr("%1 is removed.").replace("%1", who.name))
        self._services.acts.then(future, lambda _changes: self.removed.emit(), owner=self)

    def _retranslate(self) -> None:
        labels = (self.tr("Name"), self.tr("Instructions"), self.tr("Provider"), self.tr("Model"))
        label_rows(self._rows, labels)
        self.instructions.set_placeholder(
            self.tr("Who it is, how it writes, what it never does. Sent with each brief.")
        )
        self.remove.setText(self.tr("Remove this specialist"))
        if self._who is not None:
            self._show_providers(self._who)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)
