"""One provider: its key, its address, whether it answers, which model is asked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.engine import keeping
from orchestrator_desktop.operations import roster
from orchestrator_desktop.store import delegates
from orchestrator_desktop.system.keys import FoundKey, KeyPlace, variable
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.confirm import Confirm
from orchestrator_desktop.ui.settings.entries import key_elsewhere
from orchestrator_desktop.ui.settings.key_row import KeyRow
from orchestrator_desktop.ui.settings.models import ModelsTable
from orchestrator_desktop.ui.settings.pane_head import PaneHead
from orchestrator_desktop.ui.settings.probes import Probes
from orchestrator_desktop.ui.settings.test_row import TestRow
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.button import Kind as Weight
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import LabelledRow
from orchestrator_desktop.ui.widgets.text_edit import LineField

LABEL_WIDTH = 80


class ProviderPane(QWidget):
    """Shows the provider it is given, and saves what is changed as it is changed."""

    removed = Signal()

    def __init__(self, services: Services, probes: Probes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._probes = probes
        self._provider: Provider | None = None
        self._place: KeyPlace | None = None
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self.head = PaneHead(self._services)
        self.key = KeyRow(theme)
        self.address = LineField(theme)
        self._address_note = Label(theme, "", style="micro", token="text-3", wrap=True)
        address = QWidget()
        inside = QVBoxLayout(address)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self.address)
        inside.addWidget(self._address_note)
        self.test = TestRow(self._services, self._probes)
        self.models = ModelsTable(self._services)
        self.remove = Button(theme, "", kind=Weight.DANGER, small=True)
        self._rows = [
            LabelledRow(theme, "", self.key, label_width=LABEL_WIDTH),
            LabelledRow(theme, "", address, label_width=LABEL_WIDTH),
            LabelledRow(theme, "", self.test, label_width=LABEL_WIDTH),
            LabelledRow(theme, "", self.models, label_width=LABEL_WIDTH),
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 19, 20, 24)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addSpacing(7)
        for row in self._rows:
            column.addWidget(row)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.remove)
        column.addSpacing(8)
        column.addLayout(foot)
        column.addStretch(1)

    def _connect(self) -> None:
        self.key.given.connect(self._keep_key)
        self.key.removed.connect(self._ask_forget)
        self.address.editingFinished.connect(self._move)
        self.models.chosen.connect(self._choose_model)
        self.remove.clicked.connect(self._ask_remove)
        self._probes.told.connect(self._tell)

    def show_provider(self, provider: Provider) -> None:
        """Show a provider, or the same one as it stands now; what is being typed stays."""
        other = self._provider is None or self._provider.id != provider.id
        moved = other or self._provider is None or self._provider.base_url != provider.base_url
        self._provider = provider
        if other:
            self._place = None
            self.key.reset()
            self.models.clear_search()
        if moved or not self.address.hasFocus():
            self.address.setText(provider.base_url)
        self._ask_place(provider)
        self._tell()

    def _ask_place(self, provider: Provider) -> None:
        """Ask where the key is; of what the keyring answers only the place is looked at."""
        if provider.base_url:
            future = self._services.desk.keys.get(provider)
            self._services.acts.then(future, partial(self._placed, provider))

    def _placed(self, provider: Provider, found: FoundKey) -> None:
        if self._provider is not None and self._provider.id == provider.id and self._place is not found.place:
            self._place = found.place
            self._tell()

    def _tell(self) -> None:
        provider = self._provider
        if provider is None:
            return
        self.head.show_provider(provider)
        has_key = provider.key_origin is not None and not key_elsewhere(provider)
        self.key.show_key(has_key=has_key, tail=provider.key_tail, words=self._key_words(provider))
        self._address_note.setText(self._address_words(provider))
        self._address_note.setVisible(bool(self._address_note.text()))
        self.test.show_provider(provider)
        self._tell_models(provider)

    def _key_words(self, provider: Provider) -> str:
        if self._place is KeyPlace.ENVIRONMENT:
            words = self.tr("Read from the environment variable %1, never stored.")
            return words.replace("%1", variable(provider.name))
        if key_elsewhere(provider):
            words = self.tr("The key was given for %1 and goes nowhere else. Enter the key for the new address.")
            return words.replace("%1", provider.key_origin or "")
        if provider.key_origin is None:
            if provider.leaves_computer:
                return self.tr("It goes into the system keyring: never into the database, the logs or an export.")
            return self.tr("Optional: most servers on this computer ask for none.")
        if self._place is KeyPlace.MEMORY:
            return self.tr("The system keyring is locked or missing. The key stays in memory until you quit.")
        if self._place is KeyPlace.NONE:
            return self.tr(
                "The system keyring is locked or missing, so the key is not at hand. Unlock it, or replace it."
            )
        return self.tr("In the system keyring. Never in the database, the logs or an export.")

    def _address_words(self, provider: Provider) -> str:
        return "" if provider.leaves_computer else self.tr("On this computer: nothing leaves it.")

    def _tell_models(self, provider: Provider) -> None:
        asked = provider.enabled and (
            not provider.leaves_computer
            or self._place is KeyPlace.ENVIRONMENT
            or (provider.key_origin is not None and not key_elsewhere(provider))
        )
        models = self._probes.models(provider) if asked else []
        if models is None:
            note = self.tr("Asking for its models…")
        elif isinstance(models, ProviderError):
            note = self._no_list_words(models)
        else:
            note = self.tr("The chosen model is the default of its specialists.") if models else ""
        self.models.note.setText(note)
        found = models if isinstance(models, list) else []
        self.models.set_models(found, provider.model, self._used_by(provider), asking=models is None)

    def _no_list_words(self, error: ProviderError) -> str:
        if error.kind is ProviderErrorKind.UNREACHABLE:
            return self.tr("It cannot be reached, so its models are not known. A model can be named by hand.")
        if error.kind in (ProviderErrorKind.KEY_REFUSED, ProviderErrorKind.NO_KEY, ProviderErrorKind.NOT_ALLOWED):
            return self.tr("It lists its models once the key is right. A model can be named by hand.")
        return self.tr("It gives no list of models. Name the model by hand.")

    def _used_by(self, provider: Provider) -> dict[str, str]:
        """Names of the specialists that ask each model."""
        names: dict[str, list[str]] = {}
        for who in delegates.specialists(self._services.store, resting=True):
            if who.provider_id == provider.id and not who.plain:
                names.setdefault(who.model or provider.model, []).append(who.name)
        return {model: ", ".join(who) for model, who in names.items()}

    # acting

    def _keep_key(self, key: Secret) -> None:
        provider = self._provider
        if provider is not None:
            future = keeping.keep_key(self._services.desk, provider.id, key)
            self._services.acts.then(future, partial(self._kept, provider), self._services.acts.report)

    def _kept(self, provider: Provider, place: KeyPlace) -> None:
        if self._provider is not None and self._provider.id == provider.id:
            self._place = place
        self._probes.forget_models(provider.id)
        if provider.model:
            self._probes.test(provider.id)
        self._tell()

    def _ask_forget(self) -> None:
        provider = self._provider
        if provider is None:
            return
        title = self.tr("Forget the key of %1?").replace("%1", provider.name)
        text = self.tr("This cannot be undone here. The key stays valid at the provider until you revoke it there.")
        Confirm(self._services.theme, self.window()).ask(
            title, text, self.tr("Forget the key"), partial(self._forget, provider)
        )

    def _forget(self, provider: Provider) -> None:
        future = keeping.forget_key(self._services.desk, provider.id)
        self._services.acts.then(future, self._forgotten, self._services.acts.report)

    def _forgotten(self, gone: bool) -> None:
        words = self.tr("The key is forgotten.")
        if not gone and self._place is KeyPlace.KEYRING:
            words = self.tr("The key is used no more, but the keyring did not answer and may still hold it.")
        self._place = None
        self._services.acts.said.emit(words, None)

    def _move(self) -> None:
        provider = self._provider
        if provider is not None and self.address.text().strip() != provider.base_url:
            self._services.acts.run(roster.edit_provider, provider_id=provider.id, base_url=self.address.text())

    def _choose_model(self, model: str) -> None:
        provider = self._provider
        if provider is not None and model != provider.model:
            self._services.acts.run(roster.edit_provider, provider_id=provider.id, model=model)

    def _ask_remove(self) -> None:
        provider = self._provider
        if provider is None:
            return
        title = self.tr("Remove %1?").replace("%1", provider.name)
        text = self.tr(
            "Its specialists and its key go too, and this cannot be undone. Tasks, results and reviews stay."
        )
        Confirm(self._services.theme, self.window()).ask(
            title, text, self.tr("Remove"), partial(self._remove, provider)
        )

    def _remove(self, provider: Provider) -> None:
        future = keeping.remove_provider(self._services.desk, provider.id)
        self._services.acts.then(future, lambda _changes: self.removed.emit(), self._services.acts.report)

    def _retranslate(self) -> None:
        labels = (self.tr("Key"), self.tr("Address"), self.tr("Test"), self.tr("Model"))
        for row, words in zip(self._rows, labels, strict=True):
            row.label.setText(words)
        self.address.setAccessibleName(self.tr("Address"))
        self.remove.setText(self.tr("Remove this provider…"))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
