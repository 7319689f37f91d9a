"""Asks what a model costs, where nobody lists it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.domain.money import Price, parse_amount
from orchestrator_desktop.operations.spending import set_own_price
from orchestrator_desktop.ui.acts import error_words
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.amounts import amount_field, tell_sign
from orchestrator_desktop.ui.settings.spin_field import SpinField
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.button import Kind as Weight
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import LabelledRow
from orchestrator_desktop.ui.widgets.overlay import Overlay, Sheet
from orchestrator_desktop.ui.widgets.sheets import foot_row, place_question, sheet_column

_WIDTH = 440


class PriceAsk(Overlay):
    """Two amounts for a million tokens; both or none. One for each showing."""

    def __init__(self, services: Services, window: QWidget) -> None:
        self._sheet = Sheet(services.theme)
        super().__init__(services.theme, window, self._sheet)
        self._services = services
        self._build()
        self.cancel.clicked.connect(self.close_overlay)
        self.placed.connect(self._place)
        self.closed.connect(self.deleteLater)

    def _build(self) -> None:
        theme = self._services.theme
        self._title = Label(theme, "", style="title", wrap=True)
        self._about = Label(theme, "", token="text-2", wrap=True)
        self.price_in = amount_field(theme, lambda: self._services.languages.locale)
        self.price_out = amount_field(theme, lambda: self._services.languages.locale)
        self.problem = Label(theme, "", style="meta", token="bad-text", wrap=True)
        self.forget = Button(theme, "", kind=Weight.DANGER)
        self.cancel = Button(theme, "")
        self.save = Button(theme, "", kind=Weight.PRIMARY)
        self._column = column = sheet_column(self._sheet)
        column.addWidget(self._title)
        column.addWidget(self._about)
        for field, words in ((self.price_in, self.tr("In")), (self.price_out, self.tr("Out"))):
            tell_sign(field, self._services.languages.locale)
            field.setAccessibleName(words)
            column.addWidget(LabelledRow(theme, words, field, label_width=80))
        column.addWidget(self.problem)
        column.addSpacing(4)
        column.addLayout(foot_row(self.forget, self.cancel, self.save))

    def ask(self, provider: Provider, model: str, price: Price | None) -> None:
        """Ask; `price` is what the user said before."""
        self._title.setText(self.tr("What does %1 cost?").replace("%1", model))
        self._about.setText(
            self.tr("Dollars for a million tokens, as %1 bills them. It counts where no price is listed.").replace(
                "%1", provider.name
            )
        )
        self.price_in.set_value(price.input_micro if price else None)
        self.price_out.set_value(price.output_micro if price else None)
        self.cancel.setText(self.tr("Cancel"))
        self.save.setText(self.tr("Save"))
        self.forget.setText(self.tr("Forget this price"))
        self.forget.setVisible(price is not None)
        self.forget.clicked.connect(partial(self._keep, provider, model, None))
        self.save.clicked.connect(partial(self._save, provider, model))
        for field in (self.price_in, self.price_out):
            field.returnPressed.connect(partial(self._save, provider, model))
        self._say("")
        self.open()

    def _save(self, provider: Provider, model: str) -> None:
        try:
            amounts = [_amount(field) for field in (self.price_in, self.price_out)]
        except UsageError as error:
            self._say(error_words(error))
            return
        if None in amounts:
            self._say(self.tr("Both are needed; 0 is a price too."))
            return
        price_in, price_out = amounts
        self._keep(provider, model, Price(price_in or 0, price_out or 0))

    def _keep(self, provider: Provider, model: str, price: Price | None) -> None:
        self._services.acts.run(set_own_price, provider_id=provider.id, model=model, price=price)
        self.close_overlay()

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self._place()

    def _place(self) -> None:
        place_question(self, self._sheet, self._column, _WIDTH)


def _amount(field: SpinField) -> int | None:
    return parse_amount(field.text())
