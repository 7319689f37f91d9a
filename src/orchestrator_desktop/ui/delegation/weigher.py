"""Keeps the weight of what a panel would send: asked again after each change, one at a time, the newest wish first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.ids import ProviderId, SpecialistId, TaskId
from orchestrator_desktop.engine.weighing import weigh
from orchestrator_desktop.operations.weighing import Weight
from orchestrator_desktop.ui.services import Services

_REST = 10
"""A weighing is followed by a rest so many times as long: a brief of a megabyte is not weighed at every word."""
_QUICK_MS = 30

_Wish = tuple[TaskId, SpecialistId]


class Weigher(QObject):
    """`weighed` when `weight` has changed. Prices that nobody has looked up yet are looked up on the way."""

    weighed = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._wish: _Wish | None = None
        self._under_way: _Wish | None = None
        self._stale = False
        self._weight: Weight | None = None
        self._looked_up: set[tuple[ProviderId, str]] = set()
        self._took = QElapsedTimer()
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._begin)

    def of(self, task_id: TaskId, specialist_id: SpecialistId) -> Weight | None:
        """The weight of that, as far as it is known; it may be some changes old."""
        known = self._weight
        same = known is not None and (known.task.id, known.specialist.id) == (task_id, specialist_id)
        return known if same else None

    def ask(self, task_id: TaskId, specialist_id: SpecialistId) -> None:
        """Weigh it, soon: something about it may have changed."""
        wish = (task_id, specialist_id)
        if wish != self._wish:
            self._rest.stop()  # another task does not wait for the pause after this one
        self._wish, self._stale = wish, True
        if self._under_way is None and not self._rest.isActive():
            self._rest.start(0)

    def forget(self) -> None:
        """Nothing is to be weighed."""
        self._wish, self._weight, self._stale = None, None, False
        self._rest.stop()

    def _begin(self) -> None:
        if self._wish is None or not self._stale:
            return
        self._under_way, self._stale = self._wish, False
        self._took.start()
        future = weigh(self._services.desk, *self._wish)
        self._services.acts.then(future, partial(self._done, self._wish), self._failed, owner=self)

    def _done(self, wish: _Wish, weight: Weight) -> None:
        if wish == self._wish:
            self._weight = weight
            self._look_up(weight)
            self.weighed.emit()
        self._ended()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, UserError):  # a task that is gone meanwhile: the panel hears of it
            self._services.acts.report(error)
        self._ended()

    def _ended(self) -> None:
        took, other = self._took.elapsed(), self._under_way != self._wish
        self._under_way = None
        if self._stale or took > _QUICK_MS:
            self._rest.start(0 if other or took <= _QUICK_MS else _REST * took)

    def _look_up(self, weight: Weight) -> None:
        """Once a session: what nobody lists stays unknown."""
        model = (weight.provider.id, weight.model)
        if weight.looked_up or model in self._looked_up or not weight.model:
            return
        self._looked_up.add(model)
        from orchestrator_desktop.engine.probing import look_up

        provider, acts = weight.provider, self._services.acts
        future = look_up(self._services.desk, provider.id, provider.base_url, [weight.model])
        acts.then(future, lambda _none: None, acts.report)
