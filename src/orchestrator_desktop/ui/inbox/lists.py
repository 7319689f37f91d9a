"""Which lists there are: the place that a target shows, its tabs, and how each is arranged, remembered for each."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import days
from orchestrator_desktop.store.places import Order, Place, View
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.ui.inbox.grouping import Query
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
_BOARDS: Final = (View.INBOX, View.TODAY, View.UPCOMING, View.WAITING)
_STAGES: Final = (Stage.INBOX, Stage.PLANNED, Stage.DELEGATED, Stage.IN_REVIEW, Stage.DONE)
_OF_PEOPLE: Final = (Stage.DELEGATED, Stage.IN_REVIEW, Stage.DONE)


def view_of(target: Target) -> View:
    """The view of a target that is no domain."""
    if target.screen in SECOND and target.part == SECOND[target.screen]:
        return _VIEWS[target.part]
    return {view.value: view for view in View}.get(target.screen.value, View.INBOX)


def may_be_board(query: Query) -> bool:
    """Whether a list's tasks are in more than one stage, or come to be: what is done or dropped is all in one."""
    place = query.place
    return bool(query.search) or place.domain_id is not None or place.view in _BOARDS


def board_stages(store: Store, query: Query, now: datetime) -> tuple[Stage, ...]:
    """The columns of a list's board at an aware local moment: a search has one for dropped tasks if it asks for them,
    and no others if it asks for finished ones alone; what people were asked is never in the inbox again."""
    if query.search:
        from orchestrator_desktop.store.search import stages_of  # not before something is searched for
        from orchestrator_desktop.ui import search_text

        asked = stages_of(search_text.read(store, query.search, now))
        shown = {*_STAGES, *asked} if not asked or any(stage.open for stage in asked) else asked
        return tuple(stage for stage in Stage if stage in shown)
    waiting = query.place.domain_id is None and query.place.view is View.WAITING
    return _OF_PEOPLE if waiting else _STAGES


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

    def board(self, target: Target, *, searching: bool = False) -> bool:
        """Whether a list is a board; while one is `searching`, whether what is found is."""
        return bool(self._read(_board_key(target, searching)))

    def set_order(self, target: Target, order: Order) -> None:
        self._keep(f"list.{_key(target)}.order", order.value)

    def set_board(self, target: Target, board: bool, *, searching: bool = False) -> None:
        self._keep(_board_key(target, searching), board)

    def _read(self, key: str) -> object:
        if key not in self._known:
            self._known[key] = days.setting(self._services.store, key)
        return self._known[key]

    def _keep(self, key: str, value: str | bool) -> None:
        self._known[key] = value
        self._services.acts.run(set_setting, key=key, value=value)


def _board_key(target: Target, searching: bool) -> str:
    return "list.search.board" if searching else f"list.{_key(target)}.board"


def _key(target: Target) -> str:
    if target.domain_id is not None:
        return f"domain:{target.domain_id}"
    if target.filter_id is not None:
        return f"filter:{target.filter_id}"
    return view_of(target).value
