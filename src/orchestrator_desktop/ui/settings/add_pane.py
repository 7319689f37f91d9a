"""Adding a provider: an account that only lacks its key, a server found on this computer, an address of one's own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.ids import ProviderId
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.engine import keeping
from orchestrator_desktop.operations import roster
from orchestrator_desktop.providers.base import Dialect
from orchestrator_desktop.providers.presets import Preset
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.entries import Custom
from orchestrator_desktop.ui.settings.key_row import read_key
from orchestrator_desktop.ui.settings.probes import Probes
from orchestrator_desktop.ui.settings.words import place
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.button import Kind as Weight
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import LabelledRow
from orchestrator_desktop.ui.widgets.segmented import Segment, Segmented
from orchestrator_desktop.ui.widgets.text_edit import LineField

if TYPE_CHECKING:
    from orchestrator_desktop.providers.probe import LocalServer

LABEL_WIDTH = 80


class AddPane(QWidget):
    """`added(ProviderId)` once it is in the file. The key is a Secret from the moment the button is pressed."""

    added = Signal(object)

    def __init__(self, services: Services, probes: Probes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._probes = probes
        self._what: Preset | LocalServer | Custom = Custom.ADD
        self._busy = False
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self._title = Label(theme, "", style="title")
        self._about = Label(theme, "", token="text-2", wrap=True)
        self.name = LineField(theme)
        self.address = LineField(theme)
        self.dialect = Segmented(theme)
        self.key = LineField(theme)
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.link = Button(theme, "", kind=Weight.LINK, icon="arrow-up-right")
        self._key_note = Label(theme, "", style="micro", token="text-3", wrap=True)
        self.model = LineField(theme)
        self.save = Button(theme, "", kind=Weight.PRIMARY)
        self._rows = {
            "name": LabelledRow(theme, "", self.name, label_width=LABEL_WIDTH),
            "address": LabelledRow(theme, "", self.address, label_width=LABEL_WIDTH),
            "dialect": LabelledRow(theme, "", self.dialect, label_width=LABEL_WIDTH),
            "key": LabelledRow(theme, "", self._key_box(), label_width=LABEL_WIDTH),
            "model": LabelledRow(theme, "", self.model, label_width=LABEL_WIDTH),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 20, 24)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._about)
        for row in self._rows.values():
            column.addWidget(row)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.save)
        column.addSpacing(4)
        column.addLayout(foot)
        column.addStretch(1)

    def _key_box(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.key)
        column.addWidget(self._key_note)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.link)
        row.addStretch(1)
        column.addLayout(row)
        return box

    def _connect(self) -> None:
        for field in (self.name, self.address, self.key, self.model):
            field.textChanged.connect(self._check)
            field.returnPressed.connect(self.add)
        self.save.clicked.connect(self.add)
        self.link.clicked.connect(self._open_keys_page)

    def show_what(self, what: Preset | LocalServer | Custom) -> None:
        """Offer to add this; what was typed for something else goes."""
        if what == self._what and self._title.text():
            return
        self._what = what
        for field in (self.name, self.address, self.key, self.model):
            field.setText("")
        self.dialect.set_value(Dialect.OPENAI_CHAT)
        self._retranslate()

    def add(self) -> None:
        """Add it, keep its key, and ask it for a word."""
        if self._busy or not self._complete():
            return
        self._busy = True
        key = read_key(self.key.text())
        name, dialect, base_url, model = self._values()
        future = self._services.acts.run(
            roster.add_provider, name=name, dialect=dialect.value, base_url=base_url, model=model
        )
        self._services.acts.then(future, partial(self._added, key, bool(model)), self._not_added)
        self._check()

    def _values(self) -> tuple[str, Dialect, str, str]:
        what = self._what
        if isinstance(what, Preset):
            return what.name, what.dialect, what.base_url, what.model
        if isinstance(what, Custom):
            dialect = Dialect(str(self.dialect.value() or Dialect.OPENAI_CHAT))
            return self.name.text(), dialect, self.address.text(), self.model.text()
        place, models = what.endpoint, what.models
        return place.name, place.dialect, place.base_url, models[0].id if models else ""

    def _added(self, key: Secret | None, testable: bool, changes: Changes) -> None:
        self._busy = False
        provider_id = ProviderId(changes.first(Kind.PROVIDER))
        for field in (self.name, self.address, self.key, self.model):
            field.setText("")  # a new text, not cleared: clearing could be undone in the field
        if key is not None:
            future = keeping.keep_key(self._services.desk, provider_id, key)
            self._services.acts.then(
                future, lambda _place: self._try(provider_id, testable), self._services.acts.report
            )
        else:
            self._try(provider_id, testable)
        self.added.emit(provider_id)

    def _not_added(self, _error: BaseException) -> None:
        """What is wrong has been said; what was typed is still there."""
        self._busy = False
        self._check()

    def _try(self, provider_id: ProviderId, testable: bool) -> None:
        self._probes.forget_models(provider_id)
        if testable:
            self._probes.test(provider_id)

    def _complete(self) -> bool:
        typed = self.key.text().strip()
        if typed and read_key(typed) is None:
            return False
        if isinstance(self._what, Preset):
            return bool(typed)
        return self._what is not Custom.ADD or bool(self.name.text().strip() and self.address.text().strip())

    def _check(self) -> None:
        self.save.setEnabled(self._complete() and not self._busy)
        typed = self.key.text().strip()
        if typed and read_key(typed) is None:
            self._key_note.setText(self.tr("That is not a key: it holds blanks or characters that no key has."))
        else:
            self._key_note.setText(
                self.tr("It goes into the system keyring: never into the database, the logs or an export.")
            )

    def _open_keys_page(self) -> None:
        if isinstance(self._what, Preset):
            QDesktopServices.openUrl(QUrl(self._what.keys_page))

    def _retranslate(self) -> None:
        what = self._what
        preset, custom = isinstance(what, Preset), isinstance(what, Custom)
        for name, row in self._rows.items():
            row.setVisible(custom or (preset and name == "key"))
        self.link.setVisible(preset)
        self._labels()
        if isinstance(what, Preset):
            self._title.setText(what.name)
            self._about.setText(
                self.tr("With a key of yours, your specialists can work at %1.").replace("%1", place(what.base_url))
            )
            self.link.setText(self.tr("Where to get a key"))
            self.save.setText(self.tr("Save and test"))
        elif isinstance(what, Custom):
            self._title.setText(self.tr("Add a custom address"))
            self._about.setText(self.tr("Any server that speaks one of these two dialects: of your company, or here."))
            self.save.setText(self.tr("Add and test"))
        else:
            self._title.setText(what.endpoint.name)
            self._about.setText(self._found_words(what))
            self.save.setText(self.tr("Add"))
        self._check()

    def _found_words(self, server: LocalServer) -> str:
        models = self.tr("%n models", "", len(server.models))
        words = self.tr("Found on this computer at %1, with %2. It needs no key, and nothing leaves this computer.")
        return words.replace("%1", place(server.endpoint.base_url)).replace("%2", models)

    def _labels(self) -> None:
        labels = {
            "name": self.tr("Name"),
            "address": self.tr("Address"),
            "dialect": self.tr("Dialect"),
            "key": self.tr("Key"),
            "model": self.tr("Model"),
        }
        for name, row in self._rows.items():
            row.label.setText(labels[name])
        for name, field in (("name", self.name), ("address", self.address), ("key", self.key), ("model", self.model)):
            field.setAccessibleName(labels[name])
        value = self.dialect.value() or Dialect.OPENAI_CHAT
        self.dialect.set_segments(
            [
                Segment(Dialect.OPENAI_CHAT, self.tr("OpenAI-compatible")),
                Segment(Dialect.ANTHROPIC, self.tr("Anthropic")),
            ]
        )
        self.dialect.set_value(value)
        self.name.setPlaceholderText(self.tr("What you call it"))
        self.address.setPlaceholderText("https://llm.example.com/v1")
        self.key.setPlaceholderText(
            self.tr("Paste the key") if isinstance(self._what, Preset) else self.tr("Paste the key, if it needs one")
        )
        self.model.setPlaceholderText(self.tr("Can be chosen from its list afterwards"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
