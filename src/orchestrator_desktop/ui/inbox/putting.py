"""What carried tasks do where they are let go: move in "My order", take another level, go to another stage."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.store.places import Order
from orchestrator_desktop.ui.inbox.body import ListBody
from orchestrator_desktop.ui.inbox.commands import ListCommands
from orchestrator_desktop.ui.inbox.tasks_view import TasksView


class Putting:
    """Decides for each list of a body what may be put where, and does it."""

    def __init__(self, body: ListBody, commands: ListCommands) -> None:
        self._body = body
        self._commands = commands
        body.put.connect(self.put)

    def watch(self) -> None:
        """Let the lists that are shown now ask here."""
        for view in self._body.views:
            view.may_put = partial(self._may, view)
            view.shows_gap = partial(_by_hand, view)

    def _may(self, view: TasksView, _ids: Sequence[TaskId], row: int) -> bool:
        if view is not self._body.active and self._body.is_board:
            return True
        return _by_hand(view) or (view.tasks.query.by_level and _level_at(view, row) is not None)

    def put(self, view: TasksView, ids: list[TaskId], row: int) -> None:
        """They were let go before a row of one of the lists."""
        board = self._body.board
        stage = board.stage_of(view) if board is not None and self._body.is_board else None
        if stage is not None and view is not self._body.active:
            self._commands.set_stage(ids, stage)
        elif _by_hand(view):
            self._commands.arrange(ids, *view.neighbours(row, ids))
        else:
            level = _level_at(view, row)
            # One that is let go in its own group has not been given a level by that.
            others = [task_id for task_id in ids if level is not None and view.tasks.level_of(task_id) is not level]
            if level is not None and others:
                self._commands.set_level(level, others)


def _by_hand(view: TasksView) -> bool:
    place = view.tasks.query.place
    return not view.tasks.query.search and place.arranged and place.order is Order.MINE


def _level_at(view: TasksView, row: int) -> Level | None:
    """The level of the group that a gap lies in."""
    number = view.tasks.layers.headers_to(max(row - 1, 0)) - 1
    group = view.tasks.layers.all[max(number, 0)].group if view.tasks.layers.all else None
    return group if isinstance(group, Level) else None
