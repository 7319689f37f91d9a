"""Which lists there are: the place that a target shows, its tabs, and how each is arranged, remembered for each."""

from __future__ import annotations

from typing import Final

from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import days
from orchestrator_desktop.store.places import Order, Place, View
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.services import Services

UPCOMING: Final = "upcoming"
TRASH: Final = "trash"
"""As a Target.part: the second tab of Today, and of Done."""
SECOND: Final = {Screen.TODAY: UPCOMING, Screen.DONE: TRASH}
ORDER_ICONS: Final = {
    Order.LEVEL: "by-level",
    Order.MINE: "list",
    Order.DATE: "calendar",
    Order.PRIORITY: "arrow-up",
}
_VIEWS: Final = {UPCOMING: View.UPCOMING, TRASH: View.TRASH}
_BOARDS: Final = (View.INBOX, View.TODAY, View.UPCOMING)


def view_of(target: Target) -> View:
    """The view of a target that is no domain."""
    if target.screen in SECOND and target.part == SECOND[target.screen]:
        return _VIEWS[target.part]
    return {view.value: view for view in View}.get(target.screen.value, View.INBOX)


def may_be_board(place: Place) -> bool:
    """Whether a list's tasks are in more than one stage."""
    return place.domain_id is not None or place.view in _BOARDS


class Choices:
    """How the user arranges each list: the order, and whether it is a board."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._known: dict[str, object] = {}
        """What was chosen since the start: the store may not have it yet."""

    def place(self, target: Target) -> Place:
        """What a target lists, in the order chosen for it."""
        if target.domain_id is not None:
            return Place(domain_id=target.domain_id, order=self.order(target))
        return Place(view_of(target), order=self.order(target))

    def order(self, target: Target) -> Order:
        found = self._read(f"list.{_key(target)}.order")
        return {order.value: order for order in Order}.get(str(found), Order.LEVEL)

    def board(self, target: Target) -> bool:
        return bool(self._read(f"list.{_key(target)}.board"))

    def set_order(self, target: Target, order: Order) -> None:
        self._keep(f"list.{_key(target)}.order", order.value)

    def set_board(self, target: Target, board: bool) -> None:
        self._keep(f"list.{_key(target)}.board", board)

    def _read(self, key: str) -> object:
        if key not in self._known:
            self._known[key] = days.setting(self._services.store, key)
        return self._known[key]

    def _keep(self, key: str, value: str | bool) -> None:
        self._known[key] = value
        self._services.acts.run(set_setting, key=key, value=value)


def _key(target: Target) -> str:
    if target.domain_id is not None:
        return f"domain:{target.domain_id}"
    if target.filter_id is not None:
        return f"filter:{target.filter_id}"
    return view_of(target).value
