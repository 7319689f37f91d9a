"""How a list is arranged, as the user chooses: its order, list or board; and emptying the trash."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.operations.stages import clear_trash
from orchestrator_desktop.store import tasks
from orchestrator_desktop.store.places import Order, Place, View
from orchestrator_desktop.ui.inbox.body import ListBody
from orchestrator_desktop.ui.inbox.column import ListColumn
from orchestrator_desktop.ui.inbox.commands import LISTS
from orchestrator_desktop.ui.inbox.grouping import Query
from orchestrator_desktop.ui.inbox.lists import ORDER_ICONS, may_be_board
from orchestrator_desktop.ui.inbox.words import order_words
from orchestrator_desktop.ui.navigator import Target
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.confirm import Confirm
from orchestrator_desktop.ui.widgets.popup_menu import MenuItem, PopupMenu

_NAMES = {
    Order.LEVEL: QT_TRANSLATE_NOOP("shortcuts", "Arrange by level"),
    Order.MINE: QT_TRANSLATE_NOOP("shortcuts", "Arrange in my order"),
    Order.DATE: QT_TRANSLATE_NOOP("shortcuts", "Arrange by date"),
    Order.PRIORITY: QT_TRANSLATE_NOOP("shortcuts", "Arrange by priority"),
}


class Arranging(QObject):
    """`changed` when the list is to be read in another way."""

    changed = Signal()

    def __init__(self, services: Services, column: ListColumn, body: ListBody, target: Callable[[], Target]) -> None:
        super().__init__(column)
        self._services = services
        self._column = column
        self._target = target
        self._menu: PopupMenu | None = None
        head = column.head
        head.arrange.clicked.connect(self._open_menu)
        head.layout_toggled.connect(self.toggle_board)
        head.to_empty.connect(self.ask_to_empty)
        keys = services.shortcuts
        board = QT_TRANSLATE_NOOP("shortcuts", "Board or list")
        keys.bind(body, ["V"], self.toggle_board, where=LISTS, name=board, enabled=self._may_be_board, icon="board")
        for order, name in _NAMES.items():
            act = partial(self.use_order, order)
            keys.offer(body, act, where=LISTS, name=name, enabled=self._may_arrange, icon=ORDER_ICONS[order])
        empty = QT_TRANSLATE_NOOP("shortcuts", "Empty the trash")
        keys.offer(body, self.ask_to_empty, where=LISTS, name=empty, enabled=self._in_trash, icon="trash")

    def use_order(self, order: Order) -> None:
        """Arrange the list that is shown, now and from now on."""
        if self._may_arrange():
            self._column.choices.set_order(self._target(), order)
            self.changed.emit()

    def toggle_board(self) -> None:
        if self._may_be_board():
            choices, target, searching = self._column.choices, self._target(), self._column.searching
            choices.set_board(target, not choices.board(target, searching=searching), searching=searching)
            self.changed.emit()

    def ask_to_empty(self) -> None:
        """The one act on tasks that cannot be undone is asked about."""
        if not self._in_trash():
            return
        number = tasks.count(self._services.store, Place(View.TRASH), today=self._services.today())
        if number:
            Confirm(self._services.theme, self._column.window()).ask(
                self.tr("Empty the trash?"),
                self.tr(
                    "%n task(s) are removed for good, with their notes and results. It cannot be undone.", "", number
                ),
                self.tr("Empty the trash"),
                self._empty,
            )

    def _empty(self) -> None:
        future = self._services.acts.run(clear_trash)
        self._services.acts.then(
            future, lambda _changes: self._services.acts.said.emit(self.tr("The trash is empty."), None)
        )

    def _open_menu(self) -> None:
        if self._menu is None:
            self._menu = PopupMenu(self._services.theme, self._column.window())
            self._menu.chosen.connect(self._chosen)
        now = self._column.choices.order(self._target())
        self._menu.set_items(
            [
                MenuItem(order, order_words(order), icon="check" if order is now else ORDER_ICONS[order])
                for order in (Order.LEVEL, Order.MINE, Order.DATE, Order.PRIORITY)
            ]
        )
        self._menu.open_for(self._column.head.arrange)

    def _chosen(self, order: object) -> None:
        if isinstance(order, Order):
            self.use_order(order)

    def _query(self) -> Query:
        return self._column.query(self._target())

    def _may_arrange(self) -> bool:
        query = self._query()
        return query.place.arranged and not query.search

    def _may_be_board(self) -> bool:
        return may_be_board(self._query())

    def _in_trash(self) -> bool:
        place = self._query().place
        return place.domain_id is None and place.view is View.TRASH
