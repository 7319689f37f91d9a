"""What may be spent, what was, and what happens when it is all gone."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain import moments
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import days, spending
from orchestrator_desktop.store.spending import BUDGET_DAY, BUDGET_DELEGATION, BUDGET_MONTH, WHEN_SPENT
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.amounts import amount_field, tell_sign
from orchestrator_desktop.ui.settings.spin_field import SpinField
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.button import Kind as Weight
from orchestrator_desktop.ui.widgets.choice import RadioButton
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.small import ProgressBar

_FIELD: Final = 112
_NEAR: Final = 80
"""Percent of a limit from which it is said."""
MARK: Final = 4
"""A radio button's mark stands so far inside it; the part is laid out for the marks to stand level."""


class BudgetPart(QWidget):
    """A limit for the day; those for the month and for one delegation are shown once there is one, or asked for."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._more_wanted = False
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self._title = Label(theme, "", style="meta", weight=600)
        self._about = Label(theme, "", style="meta", token="text-3")
        self.day, self.month, self.each = (self._field() for _ in range(3))
        self.spent = Label(theme, "", style="meta", token="text-3", tabular=True)
        self.bar = ProgressBar(theme, "accent")
        self.month_words = Label(theme, "", style="meta", token="text-3", tabular=True)
        self._each_words = Label(theme, "", style="meta", token="text-3")
        self.more = Button(theme, "", kind=Weight.LINK)
        self._when = Label(theme, "", style="meta", token="text-3")
        self.when = {choice: RadioButton(theme) for choice in ("ask", "local", "tomorrow")}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._limits())
        for radio in self.when.values():
            column.addWidget(radio)
        links = QHBoxLayout()
        links.setContentsMargins(1, 0, 0, 0)  # its words stand level with the marks
        links.addWidget(self.more)
        links.addStretch(1)
        column.addLayout(links)
        column.addStretch(1)

    def _limits(self) -> QVBoxLayout:
        spent = QVBoxLayout()
        spent.setSpacing(6)
        spent.setContentsMargins(0, 3, 0, 0)
        spent.addWidget(self.spent)
        spent.addWidget(self.bar)
        spent.addStretch(1)
        self._month_row, self._each_row = QWidget(), QWidget()
        box = QVBoxLayout()
        box.setContentsMargins(MARK, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._title)
        box.addSpacing(2)
        box.addWidget(self._about)
        box.addSpacing(10)
        box.addLayout(_beside(self.day, spent))
        for row, field, words in (
            (self._month_row, self.month, self.month_words),
            (self._each_row, self.each, self._each_words),
        ):
            said = QVBoxLayout()
            said.addWidget(words, 0, Qt.AlignmentFlag.AlignVCenter)
            beside = _beside(field, said)
            beside.setContentsMargins(0, 8, 0, 0)
            row.setLayout(beside)
            box.addWidget(row)
        box.addSpacing(14)
        box.addWidget(self._when)
        box.addSpacing(4)
        return box

    def _field(self) -> SpinField:
        field = amount_field(self._services.theme, lambda: self._services.languages.locale)
        field.setFixedWidth(_FIELD)
        return field

    def _connect(self) -> None:
        for field, key in ((self.day, BUDGET_DAY), (self.month, BUDGET_MONTH), (self.each, BUDGET_DELEGATION)):
            field.changed.connect(partial(self._keep, key))
            field.refused.connect(self._services.acts.report)
        for choice, radio in self.when.items():
            radio.clicked.connect(partial(self._choose, choice))
        self.more.clicked.connect(self._show_more)
        self._services.theme.changed.connect(self._resize)

    def read(self) -> None:
        """Show limits and what was spent."""
        store, today = self._services.store, self._services.today()
        budget = spending.budget(store)
        self.day.set_value(budget.day)
        self.month.set_value(budget.month)
        self.each.set_value(budget.delegation)
        self._month_row.setVisible(self._more_wanted or budget.month is not None)
        self._each_row.setVisible(self._more_wanted or budget.delegation is not None)
        self.more.setVisible(self._month_row.isHidden() or self._each_row.isHidden())
        when = days.setting(store, WHEN_SPENT, "ask")
        for choice, radio in self.when.items():
            radio.setChecked(choice == when)
        self._tell_day(spending.spent_since(store, moments.day_bounds(today)[0]), budget.day)
        month = spending.spent_since(store, moments.day_bounds(today.replace(day=1))[0]).micro
        words = self.tr("a month, %1 so far").replace("%1", formats.money(month, self._services.languages.locale))
        self.month_words.setText(words)

    def _tell_day(self, spent: spending.Since, limit: int | None) -> None:
        locale = self._services.languages.locale
        share = _percent(spent.micro, limit)
        if share >= _NEAR:
            words = self.tr("%1 today, %2 of the limit").replace("%2", formats.percent(share, locale))
        elif spent.unknown:
            words = self.tr("%1 today + %n unknown", "", spent.unknown)
        else:
            words = self.tr("%1 today, %n requests", "", spent.requests)
        self.spent.setText(words.replace("%1", formats.money(spent.micro, locale)))
        self.spent.set_look(token="warn-text" if share >= _NEAR else "text-3")
        self.bar.set_token("warn-text" if share >= _NEAR else "accent")
        self.bar.setValue(min(share, 100))
        self.bar.setVisible(limit is not None)

    def _keep(self, key: str, micro: int | None) -> None:
        """An empty field is no limit, which is not the same as what holds where nothing was ever said."""
        self._services.acts.run(set_setting, key=key, value=False if micro is None else micro)

    def _choose(self, choice: str) -> None:
        self._services.acts.run(set_setting, key=WHEN_SPENT, value=choice)

    def _show_more(self) -> None:
        self._more_wanted = True
        self.read()
        (self.month if self.month.value() is None else self.each).setFocus(Qt.FocusReason.OtherFocusReason)

    def _resize(self) -> None:
        for field in (self.day, self.month, self.each):
            field.setFixedWidth(round(_FIELD * self._services.theme.scale))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Budget per day"))
        self._about.setText(self.tr("All providers together"))
        self._when.setText(self.tr("When it is spent"))
        self._each_words.setText(self.tr("for one delegation"))
        self.more.setText(self.tr("Limit a month, or one delegation…"))
        words = (self.tr("Ask before each send"), self.tr("Use models on this computer only"))
        for radio, text in zip(self.when.values(), (*words, self.tr("Queue until tomorrow")), strict=True):
            radio.setText(text)
        names = (self.tr("Budget per day"), self.tr("Budget per month"), self.tr("Budget per delegation"))
        for field, name in zip((self.day, self.month, self.each), names, strict=True):
            field.setAccessibleName(name)
            field.setPlaceholderText(self.tr("no limit"))
            tell_sign(field, self._services.languages.locale)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.read()
        super().changeEvent(event)


def _beside(field: QWidget, words: QVBoxLayout) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(field)
    row.addLayout(words, 1)
    return row


def _percent(spent: int, limit: int | None) -> int:
    if limit is None:
        return 0
    return 100 if limit == 0 else spent * 100 // limit
