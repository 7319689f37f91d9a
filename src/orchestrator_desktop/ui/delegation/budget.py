"""When a delegation would exceed a limit: what is said in the panel, and what can be done instead."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orchestrator_desktop.domain.money import BudgetKind
from orchestrator_desktop.operations.weighing import Weight
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.delegation.amounts import about_cost
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import Button, Kind
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import FlowLayout, Panel


class Instead(StrEnum):
    """What the user decides."""

    SEND = "send"
    LOCAL = "local"
    TOMORROW = "tomorrow"
    KEEP = "keep"
    """In the queue, until the user lets it go: a month is too long to wait for."""


class BudgetBar(Panel):
    """In place of the action bar, while a limit is in the way. `chosen(Instead)`; Esc goes back and nothing is sent.

    `asking(bool)` when it comes and when it goes."""

    chosen = Signal(object)
    asking = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "warn-soft", line=Qt.Edge.TopEdge, parent=parent)
        self._weight: Weight | None = None
        self._words = Label(theme, "", style="meta", wrap=True)
        self._buttons = {choice: Button(theme, "", small=True) for choice in Instead}
        self._back = Button(theme, "", kind=Kind.PLAIN, small=True, keys=("Esc",))
        buttons = QWidget()
        flow = FlowLayout(buttons, 8, trailing=True)
        for button in (*self._buttons.values(), self._back):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 20, 10)
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(buttons)
        column.addStretch(1)
        theme.changed.connect(self._fit)
        self._fit()
        self._back.clicked.connect(self.leave)
        for choice, button in self._buttons.items():
            button.clicked.connect(lambda _on=False, choice=choice: self._choose(choice))
        self.hide()

    def ask(self, weight: Weight, local: str, *, only_local: bool, locale: QLocale) -> None:
        """Say which limit `weight` would exceed. `local` names who would do it for nothing, empty for nobody; with
        `only_local` the user has decided long ago that nothing else is used."""
        self._weight = weight
        shown = _choices(weight, local=bool(local), only_local=only_local)
        self._words.setText(f"{limit_words(weight, locale)} {_choice_words(shown)}".rstrip())
        for choice, button in self._buttons.items():
            button.setText(_button_words(choice).replace("%1", local))
            button.setVisible(choice in shown)
            button.setAccessibleDescription(self._words.text())
        self._back.setText(QCoreApplication.translate("Budget", "Back"))
        self.show()
        self.asking.emit(True)
        first = next((self._buttons[choice] for choice in (Instead.LOCAL, *Instead) if choice in shown), self._back)
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def words(self) -> str:
        return self._words.text()

    def button(self, choice: Instead) -> Button:
        return self._buttons[choice]

    def leave(self) -> None:
        """Nothing is decided; the task stays as it is."""
        self._weight = None
        if not self.isHidden():
            self.hide()
            self.asking.emit(False)

    def _fit(self) -> None:
        self.setMinimumHeight(self._theme.grown(80, "body"))

    def _choose(self, choice: Instead) -> None:
        self.leave()
        self.chosen.emit(choice)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.leave()
        super().changeEvent(event)


def limit_words(weight: Weight, locale: QLocale) -> str:
    """ "Today’s $5.00 is spent.", or by how much it would be exceeded."""
    limit, spent = _figures(weight)
    left = limit > spent and weight.cost is not None and weight.limit is not BudgetKind.DELEGATION
    match weight.limit:
        case BudgetKind.MONTH:
            over = QCoreApplication.translate("Budget", "This month’s %1 is spent.")
            beyond = QCoreApplication.translate("Budget", "This costs %2; of this month’s %1 only %3 is left.")
        case BudgetKind.DELEGATION:
            over = beyond = QCoreApplication.translate("Budget", "This costs %2; one delegation may cost %1.")
        case _:
            over = QCoreApplication.translate("Budget", "Today’s %1 is spent.")
            beyond = QCoreApplication.translate("Budget", "This costs %2; of today’s %1 only %3 is left.")
    said = (beyond if left else over).replace("%1", formats.money(limit, locale))
    said = said.replace("%3", formats.money(max(0, limit - spent), locale))
    return said.replace("%2", "" if weight.cost is None else about_cost(weight.cost, locale))


def _figures(weight: Weight) -> tuple[int, int]:
    """The limit in question, and what of it is spent."""
    budget, spent = weight.budget, weight.spent
    limit, used = {
        BudgetKind.MONTH: (budget.month, spent.month),
        BudgetKind.DELEGATION: (budget.delegation, spent.delegation),
    }.get(weight.limit or BudgetKind.DAY, (budget.day, spent.day))
    return limit or 0, used


def _choices(weight: Weight, *, local: bool, only_local: bool) -> tuple[Instead, ...]:
    wait = {BudgetKind.DAY: Instead.TOMORROW, BudgetKind.MONTH: Instead.KEEP}.get(weight.limit or BudgetKind.DAY)
    shown = [] if only_local else [Instead.SEND]
    if local:
        shown.append(Instead.LOCAL)
    if wait is not None and not only_local:
        shown.append(wait)
    return tuple(shown)


def _choice_words(shown: tuple[Instead, ...]) -> str:
    if Instead.SEND not in shown:
        return QCoreApplication.translate("Budget", "Only models on this computer are used until then.")
    return {
        (Instead.SEND, Instead.LOCAL, Instead.TOMORROW): QCoreApplication.translate(
            "Budget", "Send anyway, use a local model, or wait until tomorrow."
        ),
        (Instead.SEND, Instead.TOMORROW): QCoreApplication.translate("Budget", "Send anyway, or wait until tomorrow."),
        (Instead.SEND, Instead.LOCAL, Instead.KEEP): QCoreApplication.translate(
            "Budget", "Send anyway, use a local model, or keep it for later."
        ),
        (Instead.SEND, Instead.KEEP): QCoreApplication.translate("Budget", "Send anyway, or keep it for later."),
        (Instead.SEND, Instead.LOCAL): QCoreApplication.translate("Budget", "Send anyway, or use a local model."),
    }.get(shown, "")


def _button_words(choice: Instead) -> str:
    return {
        Instead.SEND: QCoreApplication.translate("Budget", "Send anyway"),
        Instead.LOCAL: QCoreApplication.translate("Budget", "Use %1"),
        Instead.TOMORROW: QCoreApplication.translate("Budget", "Wait until tomorrow"),
        Instead.KEEP: QCoreApplication.translate("Budget", "Keep for later"),
    }[choice]
