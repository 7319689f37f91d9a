"""What can be done with the places of the sidebar: domains and filters renamed and removed, tasks put on them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.ids import DomainId, FilterId, TaskId
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.operations import stages
from orchestrator_desktop.operations import tasks as acts
from orchestrator_desktop.operations.roster import add_domain, remove_domain, rename_domain
from orchestrator_desktop.store import delegates
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.shell.naming import NameLine
from orchestrator_desktop.ui.widgets.popup_menu import MenuItem, PopupMenu


class PlaceActs(QObject):
    """Opens menus over the window of `owner` and asks for names in `line`."""

    def __init__(self, services: Services, owner: QWidget, line: NameLine) -> None:
        super().__init__(owner)
        self._services = services
        self._owner = owner
        self._line = line
        self._menu: PopupMenu | None = None
        self._pointed = QWidget(owner)
        self._pointed.setFixedSize(0, 0)

    def open_menu(self, target: Target, place: QPoint) -> None:
        """What can be done with a domain or a filter, at a point of the screen."""
        items = self._items(target)
        if not items:
            return
        if self._menu is None:
            self._menu = PopupMenu(self._services.theme, self._owner.window())
            self._menu.chosen.connect(lambda act: act())
        self._menu.set_items(items)
        self._pointed.move(self._owner.mapFromGlobal(place))
        self._menu.open_for(self._pointed)

    def _items(self, target: Target) -> list[MenuItem]:
        if target.domain_id is not None:
            rename, remove = partial(self.rename_domain, target.domain_id), partial(self._remove_domain, target)
            words = self.tr("Remove the domain")
        elif target.filter_id is not None:
            rename, remove = partial(self._rename_filter, target.filter_id), partial(self._remove_filter, target)
            words = self.tr("Remove the filter")
        else:
            return []
        return [MenuItem(rename, self.tr("Rename…"), icon="pencil"), MenuItem(remove, words, icon="trash")]

    def ask_domain(self) -> None:
        """Ask for the name of a new domain and go there."""
        self._line.ask(self.tr("Name of the domain"), "", self._add_domain)

    def rename_domain(self, domain_id: DomainId) -> None:
        names = {domain.id: domain.name for domain in delegates.domains(self._services.store)}

        def rename(name: str) -> None:
            self._services.acts.run(rename_domain, domain_id=domain_id, name=name)

        self._line.ask(self.tr("Name of the domain"), names.get(domain_id, ""), rename)

    def _add_domain(self, name: str) -> None:
        go = self._services.navigator.go
        self._services.acts.then(
            self._services.acts.run(add_domain, name=name),
            lambda changes: go(Screen.DOMAIN, domain_id=DomainId(changes.first(Kind.DOMAIN))),
        )

    def _remove_domain(self, target: Target) -> None:
        assert target.domain_id is not None
        future = self._services.acts.run(remove_domain, domain_id=target.domain_id)
        self._services.acts.say_done(future, self.tr("The domain is gone, its tasks stay."))
        self._services.acts.then(future, lambda _changes: self._leave(target), owner=self)

    def _rename_filter(self, filter_id: FilterId) -> None:
        from orchestrator_desktop.operations.filters import change_filter  # reads the search language
        from orchestrator_desktop.store import filters

        found = filters.one(self._services.store, filter_id)

        def rename(name: str) -> None:
            self._services.acts.run(change_filter, filter_id=filter_id, name=name)

        self._line.ask(self.tr("Name of the filter"), "" if found is None else found.name, rename)

    def _remove_filter(self, target: Target) -> None:
        from orchestrator_desktop.operations.filters import remove_filter

        assert target.filter_id is not None
        future = self._services.acts.run(remove_filter, filter_id=target.filter_id)
        self._services.acts.say_done(future, self.tr("The filter is gone, its tasks stay."))
        self._services.acts.then(future, lambda _changes: self._leave(target), owner=self)

    def _leave(self, target: Target) -> None:
        """What was removed is not shown any more."""
        here = self._services.navigator.current
        if here is not None and here.place == target.place:
            self._services.navigator.go(Screen.INBOX)

    def put_tasks(self, ids: Sequence[TaskId], target: Target) -> None:
        """Tasks were carried onto a place: into a domain, into today, back to the inbox, or done."""
        run, say = self._services.acts.run, self._services.acts.say_done
        task_ids = list(ids)
        if target.domain_id is not None:
            name = next((d.name for d in delegates.domains(self._services.store) if d.id == target.domain_id), None)
            words = self.tr("Moved to %1.").replace("%1", name or "")
            say(run(acts.edit_all, task_ids=task_ids, domain=name), words)
        elif target.screen is Screen.TODAY:
            future = run(acts.edit_all, task_ids=task_ids, chosen_on=self._services.today())
            say(future, self.tr("Chosen for today."))
        elif target.screen is Screen.INBOX:
            say(run(stages.set_stage, task_ids=task_ids, stage=Stage.INBOX), self.tr("Back in the inbox."))
        elif target.screen is Screen.DONE:
            say(run(stages.complete_all, task_ids=task_ids), self.tr("Done."))
