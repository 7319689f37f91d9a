"""Adding a provider: an account that only lacks its key, a server on this computer, an address of one's own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.ids import ProviderId
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.engine import keeping
from orchestrator_desktop.operations import roster
from orchestrator_desktop.providers.base import Dialect
from orchestrator_desktop.providers.presets import PRESETS, Preset
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.add_words import found_words, missing_words, running_words
from orchestrator_desktop.ui.settings.dialect_box import EXAMPLES, DialectBox
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

LABEL_WIDTH: Final = 80
_HERE: Final = {preset.name: preset for preset in PRESETS if not preset.keys_page}


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
        self.about = Label(theme, "", token="text-2", wrap=True)
        self.server = Segmented(theme, [Segment(name, name) for name in _HERE])
        self.server.set_value(next(iter(_HERE)))
        self.name = LineField(theme)
        self.address = LineField(theme)
        self.dialect = DialectBox(theme)
        self.key = LineField(theme)
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.link = Button(theme, "", kind=Weight.LINK, icon="arrow-up-right")
        self._key_note = Label(theme, "", style="micro", token="text-3", wrap=True)
        self.model = LineField(theme)
        self.look = Button(theme, "")
        self.save = Button(theme, "", kind=Weight.PRIMARY)
        controls: dict[str, QWidget] = {
            "server": self.server,
            "name": self.name,
            "address": self.address,
            "dialect": self.dialect,
            "key": self._key_box(),
            "model": self.model,
        }
        self._rows = {
            name: LabelledRow(theme, "", control, label_width=LABEL_WIDTH) for name, control in controls.items()
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 20, 24)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self.about)
        for row in self._rows.values():
            column.addWidget(row)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.look)
        foot.addWidget(self.save)
        column.addSpacing(4)
        column.addLayout(foot)

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

    def _fields(self) -> tuple[LineField, ...]:
        return self.name, self.address, self.key, self.model

    def _connect(self) -> None:
        for field in self._fields():
            field.textChanged.connect(self._check)
            field.returnPressed.connect(self.add)
        self.dialect.picked.connect(self._example)
        self.server.chosen.connect(self._choose_server)
        self.look.clicked.connect(self._look)
        self._probes.told.connect(self._tell)
        self.save.clicked.connect(self.add)
        self.link.clicked.connect(self._open_keys_page)

    def show_what(self, what: Preset | LocalServer | Custom) -> None:
        """Offer to add this; what was typed for something else goes."""
        if what == self._what and self._title.text():
            return
        self._what = what
        for field in self._fields():
            field.setText("")
        self.dialect.set_value(Dialect.OPENAI_CHAT.value)
        if what is Custom.LOCAL:
            self._choose_server()
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
        if what is Custom.LOCAL:
            here, found = self._here(), self._running()
            model = found.models[0].id if found is not None and found.models else ""
            return here.name, here.dialect, self.address.text(), model
        if isinstance(what, Custom):
            return self.name.text(), self.dialect.value(), self.address.text(), self.model.text()
        place, models = what.endpoint, what.models
        return place.name, place.dialect, place.base_url, models[0].id if models else ""

    def _here(self) -> Preset:
        return _HERE[str(self.server.value())]

    def _running(self) -> LocalServer | None:
        """The chosen kind of server, if it answers on this computer."""
        name = self._here().name
        return next((server for server in self._probes.found if server.endpoint.name == name), None)

    def _choose_server(self) -> None:
        found = self._running()
        self.address.setText(self._here().base_url if found is None else found.endpoint.base_url)
        self._tell()

    def _look(self) -> None:
        self._probes.look()
        self._tell()

    def _added(self, key: Secret | None, testable: bool, changes: Changes) -> None:
        self._busy = False
        provider_id = ProviderId(changes.first(Kind.PROVIDER))
        for field in self._fields():
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
        if self._what is Custom.LOCAL:
            return bool(self.address.text().strip())
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

    def _example(self) -> None:
        self.address.setPlaceholderText(EXAMPLES[self.dialect.value()])

    def _tell(self) -> None:
        """Title, what it is, and what the button does."""
        what = self._what
        if isinstance(what, Preset):
            title, act = what.name, self.tr("Save and test")
            about = self.tr("With a key of yours, your specialists can work at %1.").replace("%1", place(what.base_url))
        elif what is Custom.LOCAL:
            title, act, about = self.tr("Add a local server"), self.tr("Add"), self._local_words()
        elif isinstance(what, Custom):
            title, act = self.tr("Add a custom address"), self.tr("Add and test")
            about = self.tr("Any server that speaks one of these dialects: of your company, or here.")
        else:
            title, act, about = running_words(what), self.tr("Use it"), found_words(what)
        self._title.setText(title)
        self.about.setText(about)
        self.save.setText(act)
        self.look.setVisible(what is Custom.LOCAL)
        self.look.setEnabled(not self._probes.looking)
        self._check()

    def _local_words(self) -> str:
        found = self._running()
        return missing_words(self._here().name, looking=self._probes.looking) if found is None else found_words(found)

    def _retranslate(self) -> None:
        shown: tuple[str, ...] = ()
        if isinstance(self._what, Preset):
            shown = ("key",)
        elif isinstance(self._what, Custom):
            local = self._what is Custom.LOCAL
            shown = ("server", "address") if local else ("name", "address", "dialect", "key", "model")
        for name, row in self._rows.items():
            row.setVisible(name in shown)
        self.link.setVisible(isinstance(self._what, Preset))
        self._labels()
        self._tell()

    def _labels(self) -> None:
        labels = {
            "server": self.tr("Server"),
            "name": self.tr("Name"),
            "address": self.tr("Address"),
            "dialect": self.tr("Dialect"),
            "key": self.tr("Key"),
            "model": self.tr("Model"),
        }
        for name, row in self._rows.items():
            row.label.setText(labels[name])
        for name, field in zip(("name", "address", "key", "model"), self._fields(), strict=True):
            field.setAccessibleName(labels[name])
        self.server.setAccessibleName(labels["server"])
        self.name.setPlaceholderText(self.tr("What you call it"))
        self.key.setPlaceholderText(
            self.tr("Paste the key") if isinstance(self._what, Preset) else self.tr("Paste the key, if it needs one")
        )
        self.model.setPlaceholderText(self.tr("Can be chosen from its list afterwards"))
        self.link.setText(self.tr("Where to get a key"))
        self.look.setText(self.tr("Look again"))
        self._example()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
