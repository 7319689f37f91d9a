"""What is known of a provider's models: the list kept with it, shown at once and asked for anew in the background."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind
from orchestrator_desktop.operations import roster
from orchestrator_desktop.providers.base import ModelInfo
from orchestrator_desktop.store import delegates, spending
from orchestrator_desktop.store.spending import ModelList
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.model_rows import ModelRow, Models
from orchestrator_desktop.ui.settings.models import ModelsTable
from orchestrator_desktop.ui.settings.price_ask import PriceAsk
from orchestrator_desktop.ui.settings.probes import Probes

_KEY_TROUBLES = (ProviderErrorKind.KEY_REFUSED, ProviderErrorKind.NO_KEY, ProviderErrorKind.NOT_ALLOWED)


class ModelsPart(QWidget):
    """Chooses the default model of a provider; what is chosen is kept at once."""

    def __init__(self, services: Services, probes: Probes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._probes = probes
        self._provider: Provider | None = None
        self._may_ask = False
        self.table = ModelsTable(services)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.table.chosen.connect(self._choose)
        self.table.priced.connect(self._ask_price)
        self.table.again.connect(self._ask_again)

    def show_provider(self, provider: Provider, *, may_ask: bool, anew: bool = False) -> None:
        """`may_ask`: there is a key, or none is needed, so its list can be asked for. `anew`: the user came to it."""
        anew = anew or self._provider is None or self._provider.id != provider.id
        self._provider, self._may_ask = provider, may_ask
        self.table.refresh.setVisible(may_ask)
        kept = spending.model_list(self._services.store, provider.id)
        if may_ask:
            self._probes.ask_models(provider, kept, shown_anew=anew)
        asking = may_ask and self._probes.asking(provider)
        infos = [] if kept is None else [model_info(row) for row in kept.models]
        used_by, prices = self._used_by(provider), None
        if provider.leaves_computer:
            prices = spending.prices(self._services.store, provider.id)
            self._probes.look_up(provider, {provider.model, *used_by} - prices.keys())
        models = Models(infos, provider.model, used_by, prices)
        self.table.set_models(models, self._note(provider, kept, asking=asking), asking=asking, anew=anew)

    def _used_by(self, provider: Provider) -> dict[str, str]:
        """Names of the specialists that ask each model."""
        names: dict[str, list[str]] = {}
        for who in delegates.specialists(self._services.store, resting=True):
            if who.provider_id == provider.id and not who.plain:
                names.setdefault(who.model or provider.model, []).append(who.name)
        return {model: ", ".join(who) for model, who in names.items()}

    def _note(self, provider: Provider, kept: ModelList | None, *, asking: bool) -> str:
        problem = self._probes.models_problem(provider) if self._may_ask else None
        if problem is not None:
            return self._problem_words(problem)
        if kept is None:
            return self.tr("Asking for its models…") if asking else ""
        fetched = kept.fetched_at.astimezone().date()
        at = formats.day_within(fetched, self._services.today(), self._services.languages.locale)
        words = (
            self.tr("Checked %1.") if not provider.leaves_computer else self.tr("Price per million tokens, checked %1.")
        )
        default = self.tr("The chosen model is the default of its specialists.")
        return f"{words.replace('%1', at)} {default}"

    def _problem_words(self, error: ProviderError) -> str:
        if error.kind is ProviderErrorKind.UNREACHABLE:
            return self.tr("It cannot be reached, so its models are not known. A model can be named by hand.")
        if error.kind in _KEY_TROUBLES:
            return self.tr("It lists its models once the key is right. A model can be named by hand.")
        return self.tr("It gives no list of models. Name the model by hand.")

    def _choose(self, model: str) -> None:
        provider = self._provider
        if provider is not None and model != provider.model:
            self._services.acts.run(roster.edit_provider, provider_id=provider.id, model=model)

    def _ask_price(self, row: ModelRow) -> None:
        if self._provider is not None:
            price = row.price.price if row.price is not None else None
            PriceAsk(self._services, self.window()).ask(self._provider, row.info.id, price)

    def _ask_again(self) -> None:
        if self._provider is not None and self._may_ask:
            self._probes.ask_models(self._provider, None, again=True)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._provider is not None:
            self.show_provider(self._provider, may_ask=self._may_ask)
        super().changeEvent(event)


def model_info(row: dict[str, str | int | None]) -> ModelInfo:
    """A row of a kept list; what a later version may have added is left out."""

    def number(name: str) -> int | None:
        value = row.get(name)
        return value if isinstance(value, int) else None

    model_id = str(row.get("id") or "")
    return ModelInfo(
        model_id,
        str(row.get("name") or model_id),
        number("context_tokens"),
        number("output_tokens"),
        number("input_micro"),
        number("output_micro"),
    )
