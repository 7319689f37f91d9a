"""The keys of the window: every act with its keys, which can be others; and whether single letters act."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.store import days
from orchestrator_desktop.ui import preferences
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.key_ask import KeyAsk
from orchestrator_desktop.ui.settings.key_list import ROW_ROLE, KeyRow, KeysDelegate, KeysModel, rows
from orchestrator_desktop.ui.settings.key_plan import Own, Plan, carried_out, made_usual
from orchestrator_desktop.ui.settings.switch_row import SwitchRow
from orchestrator_desktop.ui.shortcuts import Binding
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import Divider
from orchestrator_desktop.ui.widgets.list_view import ListView


class KeyboardTab(QWidget):
    """The switch and the list; the list is read anew each time it is shown, and when keys change."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._ask: KeyAsk | None = None
        self._before: Own = {}
        """The user's keys until all became the usual ones: they can come back while nothing else was changed."""
        self._build()
        self._connect()
        self._retranslate()
        self.read()

    def _build(self) -> None:
        theme = self._services.theme
        self._letters = SwitchRow(theme)
        self.switch = self._letters.switch
        self._how = Label(theme, "", style="meta", token="text-3", wrap=True)
        self.reset = Button(theme, "", small=True)
        self._model = KeysModel(self)
        self.list_view = ListView(theme)
        self.list_view.letters = lambda: self._services.shortcuts.single_letters
        self.list_view.setModel(self._model)
        self.list_view.setItemDelegate(KeysDelegate(theme, self.list_view))
        top = QVBoxLayout()
        top.setContentsMargins(24, 20, 20, 12)
        top.setSpacing(12)
        top.addWidget(self._letters)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self._how, 1, Qt.AlignmentFlag.AlignVCenter)
        below.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addLayout(below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Divider(theme))
        column.addWidget(self.list_view, 1)

    def _connect(self) -> None:
        self.switch.clicked.connect(lambda on: preferences.change(self._services, preferences.SINGLE_LETTERS, on))
        self.reset.clicked.connect(self._reset_all)
        self.list_view.opened.connect(self._open)
        self.list_view.clicked.connect(self._open)
        self._services.shortcuts.changed.connect(self._show)

    def read(self) -> None:
        self.switch.setChecked(days.setting(self._services.store, preferences.SINGLE_LETTERS, True))
        self._show()

    def _show(self) -> None:
        if self.isVisible() or not self._model.items:
            self._model.set_rows(rows(self._services.shortcuts.bindings))
        changed = any(row.changed for row in self._model.items)
        back = bool(self._before) and not changed
        self.reset.setText(self.tr("My keys again") if back else self.tr("Usual keys for all"))
        self.reset.setEnabled(changed or back)
        self.reset.setToolTip("" if changed or back else self.tr("All keys are the usual ones."))

    def _open(self, index: QModelIndex) -> None:
        row: KeyRow = index.data(ROW_ROLE)
        if self._ask is not None and self._ask.isVisible():
            return  # the second half of a double click
        act = next((one for one in self._services.shortcuts.known if one.id == row.act), None)
        if act is None:
            return
        if act.fixed:
            self._services.acts.said.emit(self.tr("These keys stay as they are."), None)
            return
        if self._ask is None:
            self._ask = KeyAsk(self._services, self.window())
            self._ask.decided.connect(self._decided)
            self._ask.standard.connect(self._reset)
        self._ask.ask(act)

    def _decided(self, made: Plan) -> None:
        self._use(carried_out(self._services.shortcuts.own_keys, made))

    def _reset(self, act: Binding) -> None:
        self._use(made_usual(self._services.shortcuts, act))

    def _reset_all(self) -> None:
        """The usual keys for all; pressed again, the user's own are back."""
        own = self._services.shortcuts.own_keys
        if own:
            self._use({})
            self._before = own
        else:
            self._use(self._before)
        self._show()

    def _use(self, own: Own) -> None:
        self._before = {}
        preferences.change(self._services, preferences.KEYS, preferences.keys_text(own))
        self._show()

    def _retranslate(self) -> None:
        self._letters.set_words(
            self.tr("Single letters act"),
            self.tr("A, E, R in the review, J and K in lists… never while you type. Keys with Ctrl always act."),
        )
        self._how.setText(self.tr("Enter or a click gives an act other keys. Press ? anywhere for the whole list."))
        self.list_view.setAccessibleName(self.tr("Keys"))
        self._model.none = self.tr("no keys")
        self._model.set_rows(rows(self._services.shortcuts.bindings))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read()
