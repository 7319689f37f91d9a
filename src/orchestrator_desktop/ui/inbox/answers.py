"""What the answers of the line over a list mean, and do to the tasks it was asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from orchestrator_desktop.domain.follow_up import day_of
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Due
from orchestrator_desktop.operations import family, tagging
from orchestrator_desktop.operations import tasks as acts
from orchestrator_desktop.operations.people import set_follow_ups
from orchestrator_desktop.store import delegates, details
from orchestrator_desktop.ui.delegation.dates import read_date
from orchestrator_desktop.ui.inbox.asker import Wanted
from orchestrator_desktop.ui.services import Services

_SUGGESTED = 8
_NONE = frozenset({"", "0", "-", "none", "aucune", "aucun"})


class Answers:
    """Carries out what was answered; what makes no sense is told and changes nothing."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._titles: dict[str, TaskId] = {}
        """What was suggested last: titles need not be the only ones of their kind."""

    def names(self, wanted: Wanted, ids: Sequence[TaskId]) -> tuple[list[str], str]:
        """What completes an answer, and what stands in the line at first."""
        store = self._services.store
        if wanted is Wanted.DOMAIN:
            return [row.name for row in delegates.domains(store)], ""
        if wanted is Wanted.TAGS:
            return details.all_tags(store), ""
        self._titles = {}
        return [], ""

    def suggest(self, words: str, apart: Sequence[TaskId]) -> list[str]:
        """Titles of open tasks that hold the words."""
        from orchestrator_desktop.store.search import found as search  # not before something is searched for

        services = self._services
        read = search(services.store, words, today=services.today(), now=services.now(), limit=4 * _SUGGESTED)
        found = [one.task for one in read if one.task.stage.open]
        self._titles = {task.title: task.id for task in reversed(found) if task.id not in apart}
        return [task.title for task in found if self._titles.get(task.title) == task.id][:_SUGGESTED]

    def take(self, wanted: Wanted, words: str, ids: list[TaskId]) -> None:
        """Do it."""
        run = self._services.acts.run
        if wanted is Wanted.DOMAIN:
            run(acts.edit_all, task_ids=ids, domain=words or None)
        elif wanted is Wanted.TAGS:
            self._tag(words, ids)
        elif wanted is Wanted.PRIORITY:
            self._prioritise(words, ids)
        elif wanted is Wanted.ESTIMATE:
            self._estimate(words, ids)
        elif wanted in (Wanted.WHOLE, Wanted.NEEDS):
            self._relate(wanted, words, ids)
        else:
            self._date(wanted, words, ids)

    def _date(self, wanted: Wanted, words: str, ids: list[TaskId]) -> None:
        due = read_date(self._services, words)
        if due is None and words:
            return
        run = self._services.acts.run
        if wanted is Wanted.FOLLOW_UP:
            run(set_follow_ups, task_ids=ids, day=day_of(due))
        else:
            run(acts.edit_all, task_ids=ids, **_named(wanted, due))

    def _tag(self, words: str, ids: list[TaskId]) -> None:
        names = [name for name in re.split(r"[,;\s]+", words) if name.strip("+#-")]
        add = [name.lstrip("+#") for name in names if not name.startswith("-")]
        remove = [name[1:].lstrip("+#") for name in names if name.startswith("-")]
        if names:
            self._services.acts.run(tagging.tag, task_ids=ids, add=add, remove=remove)

    def _prioritise(self, words: str, ids: list[TaskId]) -> None:
        figure = words.strip().lower().removeprefix("p")
        if figure in ("1", "2", "3"):
            self._services.acts.run(acts.edit_all, task_ids=ids, priority=int(figure))
        elif words.strip().lower() in _NONE:
            self._services.acts.run(acts.edit_all, task_ids=ids, priority=None)
        else:
            self._say(
                QCoreApplication.translate("ListCommands", "“%1” is no priority. Nothing was changed; try 1, 2 or 3."),
                words,
            )

    def _estimate(self, words: str, ids: list[TaskId]) -> None:
        if words.strip().lower() in _NONE:
            self._services.acts.run(acts.edit_all, task_ids=ids, estimate_minutes=None)
            return
        said = words.strip().lstrip("~").replace(" ", "")
        said = f"{said}min" if said.isdigit() else said
        read = acts.understand(self._services.store, line=f"x ~{said}", now=self._services.now())
        if read.estimate_minutes is None:
            text = QCoreApplication.translate(
                "ListCommands", "“%1” is no time. Nothing was changed; try “45 min” or “1h30”."
            )
            self._say(text, words)
        else:
            self._services.acts.run(acts.edit_all, task_ids=ids, estimate_minutes=read.estimate_minutes)

    def _relate(self, wanted: Wanted, words: str, ids: list[TaskId]) -> None:
        if not words:
            if wanted is Wanted.WHOLE:
                self._services.acts.run(family.make_part, task_ids=ids, of=None)
            return
        other = self._titles.get(words)
        if other is None:
            first = self.suggest(words, ids)
            other = self._titles[first[0]] if first else None
        if other is None:
            text = QCoreApplication.translate("ListCommands", "No open task has the words “%1”. Nothing was changed.")
            self._say(text, words)
        elif wanted is Wanted.WHOLE:
            self._services.acts.run(family.make_part, task_ids=ids, of=other)
        else:
            self._services.acts.run(family.need_all, task_ids=ids, needs=other)

    def _say(self, text: str, words: str) -> None:
        self._services.acts.said.emit(text.replace("%1", words), None)


def _named(wanted: Wanted, due: Due) -> acts.Edits:
    if wanted is Wanted.DEFER:
        return {"defer": due}
    return {"deadline": due} if wanted is Wanted.DEADLINE else {"due": due}
