"""Doing what was asked with a delegation: the operations, the menus of specialists and of acts, the way elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.domain.ids import SpecialistId
from orchestrator_desktop.engine.weighing import Sendback, weigh
from orchestrator_desktop.operations import delegations, queueing
from orchestrator_desktop.operations.weighing import Weight
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store.board import BoardRow
from orchestrator_desktop.ui.delegated.deeds import Deed, key_of
from orchestrator_desktop.ui.delegated.groups import Group, group_of
from orchestrator_desktop.ui.delegated.saying import Saying
from orchestrator_desktop.ui.delegation.preview import Preview
from orchestrator_desktop.ui.names import provider_name
from orchestrator_desktop.ui.navigator import Screen
from orchestrator_desktop.ui.review.request import show_sent
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.popup_menu import MenuItem, PopupMenu

_ICONS = {
    Deed.STOP: "stop",
    Deed.RETRY: "retry",
    Deed.CONTINUE: "arrow-right",
    Deed.NOW: "plane",
    Deed.TOMORROW: "moon",
    Deed.HOLD: "pause",
    Deed.LOCAL: "laptop",
    Deed.ANOTHER: "people",
    Deed.KEY: "padlock",
    Deed.PROVIDER: "gear",
    Deed.KEEP: "eye",
    Deed.BACK: "reply",
    Deed.REVIEW: "eye",
    Deed.REQUEST: "leaves",
    Deed.LOOK: "leaves",
}


class Doing(QObject):
    """`do` does nothing that is not possible with the row as it stands; whatever it does, the board hears of it."""

    def __init__(self, services: Services, saying: Saying, page: QWidget) -> None:
        super().__init__(page)
        self._services = services
        self._saying = saying
        self._page = page
        self._row: BoardRow | None = None
        self._anchor: QWidget | None = None
        self.menu = PopupMenu(services.theme, page)
        self.menu.chosen.connect(self._chosen)

    def do(self, deed: Deed, row: BoardRow, anchor: QWidget) -> None:
        """`anchor` is where a menu opens from."""
        if deed not in self._saying.deeds(row):
            return
        acts: dict[Deed, Callable[[BoardRow], object]] = {
            Deed.STOP: self._stop,
            Deed.RETRY: self._retry,
            Deed.CONTINUE: self._continue,
            Deed.NOW: self._release,
            Deed.TOMORROW: self._tomorrow,
            Deed.HOLD: self._hold,
            Deed.LOCAL: self._hand_to_local,
            Deed.ANOTHER: partial(self._another, anchor=anchor),
            Deed.KEY: self._write_key,
            Deed.PROVIDER: self._open_provider,
            Deed.KEEP: self._keep,
            Deed.BACK: self._take_back,
            Deed.REVIEW: self._review,
            Deed.REQUEST: self._show_request,
            Deed.LOOK: self._look,
        }
        acts[deed](row)

    def move(self, row: BoardRow, by: int) -> None:
        """Move a queued delegation by so many places; a negative number brings it forward."""
        if group_of(row) is Group.QUEUED:
            self._services.acts.run(queueing.move_in_queue, delegation_id=row.delegation_id, by=by)

    def open_menu(self, row: BoardRow, anchor: QWidget) -> None:
        """Everything that can be done with the row."""
        deeds = self._saying.deeds(row)
        if deeds:
            self._open(row, anchor, [self._item(deed, row) for deed in deeds])

    def _item(self, deed: Deed, row: BoardRow) -> MenuItem:
        return MenuItem(deed, self._saying.deed_name(deed, row), icon=_ICONS[deed], key=key_of(deed))

    def _another(self, row: BoardRow, *, anchor: QWidget) -> None:
        others = self._saying.others(row)
        if len(others) == 1:
            self._hand_to(row, others[0][0])
            return
        self._open(
            row,
            anchor,
            [
                MenuItem(SpecialistId(number), provider_name(name), note=provider_name(provider))
                for number, name, provider in others
            ],
        )

    def _open(self, row: BoardRow, anchor: QWidget, items: list[MenuItem]) -> None:
        self._row, self._anchor = row, anchor
        self.menu.set_items(items)
        self.menu.open_for(anchor)

    def _chosen(self, value: object) -> None:
        row, anchor = self._row, self._anchor
        if row is None or anchor is None:
            return
        if isinstance(value, Deed):
            self.do(value, row, anchor)
        elif isinstance(value, int):
            self._hand_to(row, value)

    def _hand_to(self, row: BoardRow, specialist_id: int) -> None:
        chosen = SpecialistId(specialist_id)
        self._services.acts.run(delegations.delegate, task_id=row.task_id, specialist_id=chosen)

    def _hand_to_local(self, row: BoardRow) -> None:
        if self._saying.local is not None:
            self._hand_to(row, self._saying.local)

    def _stop(self, row: BoardRow) -> None:
        run = self._services.acts
        words = self.tr("Stopped. It was not sent.") if row.state.to_come else self.tr("Stopped. The text is kept.")
        run.say_done(run.run(delegations.stop, delegation_id=row.delegation_id), words)

    def _retry(self, row: BoardRow) -> None:
        self._services.acts.run(delegations.retry, delegation_id=row.delegation_id)

    def _continue(self, row: BoardRow) -> None:
        self._services.acts.run(queueing.continue_answer, delegation_id=row.delegation_id)

    def _release(self, row: BoardRow) -> None:
        self._services.acts.run(queueing.release, delegation_id=row.delegation_id)

    def _tomorrow(self, row: BoardRow) -> None:
        self._services.acts.run(queueing.wait_until_tomorrow, delegation_id=row.delegation_id)

    def _hold(self, row: BoardRow) -> None:
        self._services.acts.run(queueing.hold, delegation_id=row.delegation_id)

    def _open_provider(self, row: BoardRow) -> None:
        self._services.navigator.go(Screen.SETTINGS, part=f"providers:{row.provider_id}")

    def _write_key(self, row: BoardRow) -> None:
        self._services.navigator.go(Screen.SETTINGS, part=f"providers:{row.provider_id}:key")

    def _keep(self, row: BoardRow) -> None:
        run = self._services.acts
        future = run.run(delegations.keep_text, attempt_id=row.attempt_id)
        run.then(future, lambda _changes: self._review(row))

    def _take_back(self, row: BoardRow) -> None:
        run = self._services.acts
        run.say_done(run.run(delegations.take_back, task_id=row.task_id), self.tr("Back with you."))

    def _review(self, row: BoardRow) -> None:
        self._services.navigator.go(Screen.REVIEW, task_id=row.task_id)

    def _show_request(self, row: BoardRow) -> None:
        show_sent(self._services, self._page.window(), row.attempt_id)

    def _look(self, row: BoardRow) -> None:
        """Show what would leave now, and ask whether it is to be sent."""
        delegation = reading.delegation(self._services.store, row.delegation_id)
        if delegation is None or delegation.specialist_id is None:
            return
        again = Sendback(delegation.brief_id, delegation.previous_result_id, delegation.comment)

        def show(weight: Weight) -> None:
            preview = Preview(self._services.theme, self._page.window())
            preview.agreed.connect(lambda: self._release(row))
            preview.show_request(weight, self._services.languages.locale, sends=True)

        future = weigh(self._services.desk, row.task_id, delegation.specialist_id, again)
        self._services.acts.then(future, show, self._services.acts.report, owner=self)
