"""One person: name, address, language, what is out with them; saved as it is changed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.domain.delegate import Person
from orchestrator_desktop.domain.ids import PersonId
from orchestrator_desktop.domain.letter_words import Language
from orchestrator_desktop.operations import people
from orchestrator_desktop.ui.languages import NAMES
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.form import LABEL_WIDTH, label_rows, lay_out_pane
from orchestrator_desktop.ui.settings.out_list import OutList
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.button import Kind as Weight
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import LabelledRow
from orchestrator_desktop.ui.widgets.segmented import Segment, Segmented
from orchestrator_desktop.ui.widgets.text_edit import LineField


class PersonPane(QWidget):
    """Shows the person it is given; `removed` when they are gone."""

    removed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._who: Person | None = None
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self._title = Label(theme, "", style="title")
        self.name = LineField(theme)
        self.address = LineField(theme)
        self.language = Segmented(theme)
        self.out = OutList(self._services)
        self.remove = Button(theme, "", kind=Weight.DANGER, small=True)
        self._rows = [
            LabelledRow(theme, "", control, label_width=LABEL_WIDTH)
            for control in (self.name, self.address, self.language)
        ]
        self._rows.append(LabelledRow(theme, "", self.out, label_width=LABEL_WIDTH, first_line=24))
        lay_out_pane(self, self._title, self._rows, self.remove)

    def _connect(self) -> None:
        self.name.editingFinished.connect(self._rename)
        self.address.editingFinished.connect(self._readdress)
        self.language.chosen.connect(self._speak)
        self.remove.clicked.connect(self._remove)

    def show_person(self, who: Person | None) -> None:
        """Show another, or the same one as they stand now; what is being typed stays."""
        other = who is None or self._who is None or who.id != self._who.id
        if other:
            self.flush()
        self._who = who
        if who is None:
            return
        self._title.setText(who.name)
        if other or not self.name.hasFocus():
            self.name.setText(who.name)
        if other or not self.address.hasFocus():
            self.address.setText(who.address)
        self.language.set_value(who.language)
        self.out.show_person(who.id)

    def focus_name(self) -> None:
        self.name.setFocus()
        self.name.selectAll()

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        self._rename()
        self._readdress()

    def _rename(self) -> None:
        who, name = self._who, self.name.text().strip()
        if who is not None and name != who.name:
            future = self._services.acts.run(people.edit_person, person_id=who.id, name=name)
            self._services.acts.then(future, lambda _changes: None, partial(self._again, who.id), owner=self)

    def _readdress(self) -> None:
        who, address = self._who, self.address.text().strip()
        if who is not None and address != who.address:
            future = self._services.acts.run(people.edit_person, person_id=who.id, address=address)
            self._services.acts.then(future, lambda _changes: None, partial(self._again, who.id), owner=self)

    def _again(self, person_id: PersonId, _error: BaseException) -> None:
        """What cannot be kept has been said; the fields show what is."""
        if self._who is not None and self._who.id == person_id:
            self.name.setText(self._who.name)
            self.address.setText(self._who.address)

    def _speak(self, code: object) -> None:
        if self._who is not None:
            self._services.acts.run(people.edit_person, person_id=self._who.id, language=str(code))

    def _remove(self) -> None:
        who = self._who
        if who is None:
            return
        self.flush()
        future = self._services.acts.run(people.remove_person, person_id=who.id)
        self._services.acts.say_done(future, self.tr("%1 is removed.").replace("%1", who.name))
        self._services.acts.then(future, lambda _changes: self.removed.emit(), owner=self)

    def _retranslate(self) -> None:
        labels = (self.tr("Name"), self.tr("E-mail"), self.tr("Language"), self.tr("Out"))
        label_rows(self._rows, labels)
        self.address.setPlaceholderText(self.tr("For letters; you can write it in your mail program too"))
        languages = [Segment(code.value, NAMES[code]) for code in Language]
        self.language.set_segments([Segment("", self.tr("The window’s")), *languages])
        self.remove.setText(self.tr("Remove this person"))
        if self._who is not None:
            self.show_person(self._who)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)
