"""The window's way to operations: returns at once, answers on the window's thread, says errors in words."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal
from shiboken6 import isValid

from orchestrator_desktop.domain.changes import Changes
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.ids import StepId
from orchestrator_desktop.engine.bugs import log_bug
from orchestrator_desktop.operations.settings import keep_draft
from orchestrator_desktop.operations.writer import Writer
from orchestrator_desktop.store import days
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.ui.bridge import Bridge

P = ParamSpec("P")
T = TypeVar("T")


def _object_of(act: Callable[..., object]) -> QObject | None:
    """The object that an act is a method of, which may have been given some arguments."""
    while isinstance(act, partial):
        act = act.func
    found = getattr(act, "__self__", None)
    return found if isinstance(found, QObject) else None


class Acts(QObject):
    """Runs operations for the widgets."""

    turned = Signal(object)
    """The `Changes` of an act that was undone, or done again."""
    said = Signal(str, object)
    """(message, StepId or None): something to tell; with a step, Undo is offered beside it. With an act in its place,
    Show is."""
    broke = Signal(str)
    """A bug's report, to be shown with a way to copy it."""

    def __init__(self, writer: Writer, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = writer
        self._bridge = bridge
        self._unsaved: dict[str, str] = {}

    def keep_draft(self, key: str, text: str) -> None:
        """Keep unfinished text under `key`. Until the disk has taken it, `draft` answers from memory; what the disk
        refuses (it is full) is tried again with the next draft."""
        self._unsaved[key] = text
        for waiting, words in self._unsaved.items():
            self.then(self.run(keep_draft, key=waiting, text=words), partial(self._draft_kept, waiting, words))

    def draft(self, store: Store, key: str) -> str:
        """The text last kept under `key`, on disk already or not; empty for none."""
        return self._unsaved[key] if key in self._unsaved else days.draft(store, key)

    def _draft_kept(self, key: str, text: str, _changes: Changes) -> None:
        if self._unsaved.get(key) == text:
            del self._unsaved[key]

    def run(
        self,
        operation: Callable[Concatenate[Store, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Future[T]:
        """Run an operation on the store thread; a UserError is said in a toast. Use `then` to go on afterwards."""
        return self._watched(self._writer.submit(operation, *args, **kwargs))

    def run_from(
        self, origin: str, operation: Callable[Concatenate[Store, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]:
        """The same, naming the view that writes, so that it can skip the `changed` it caused."""
        return self._watched(self._writer.submit_from(origin, operation, *args, **kwargs))

    def say_done(self, future: Future[Changes], message: str) -> None:
        """Once the act is done, say `message` with Undo beside it."""
        self.then(future, lambda changes: self.said.emit(message, changes.step))

    def then(
        self,
        future: Future[T],
        done: Callable[[T], object],
        failed: Callable[[BaseException], object] | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        """Call `done(outcome)`, or `failed(error)`, on the window's thread once the future has ended; neither where
        `owner`, else the object whose method `done` is, is gone by then."""
        held = _object_of(done) if owner is None else owner

        def call(act: Callable[[], object]) -> None:
            self._bridge.in_window(lambda: act() if held is None or isValid(held) else None)

        def ended(ended_future: Future[T]) -> None:
            if ended_future.cancelled():
                return  # the session is being closed
            problem = ended_future.exception()
            if problem is None:
                outcome = ended_future.result()
                call(lambda: done(outcome))
            elif failed is not None:
                call(lambda: failed(problem))

        future.add_done_callback(ended)

    def undo(self, step: StepId | None = None) -> None:
        """Undo a step, or the last one, and say what was undone."""
        from orchestrator_desktop.operations.undo import undo  # brings nearly all operations; nobody begins with it

        self._turn(self.run(undo, step=step), self.undone_words, redone=False)

    def redo(self) -> None:
        """Do the step again that was undone last, and say which."""
        from orchestrator_desktop.operations.undo import redo

        self._turn(self.run(redo), self.redone_words, redone=True)

    def _turn(self, future: Future[Changes], words: Callable[[str], str], *, redone: bool) -> None:
        def turned(changes: Changes) -> None:
            self.said.emit(words(changes.name), changes.step if redone else None)
            self.turned.emit(changes)

        self.then(future, turned)

    def redone_words(self, name: str) -> str:
        return self.tr("Redone: %1").replace("%1", operation_words(name))

    def undone_words(self, name: str) -> str:
        return self.tr("Undone: %1").replace("%1", operation_words(name))

    def report(self, error: BaseException) -> None:
        """Say an error where the user looks: its own words for a UserError, a bug notice otherwise."""
        if isinstance(error, UserError):
            self.said.emit(error_words(error), None)
            return
        self.broke.emit(log_bug("the window", error))

    def _watched(self, future: Future[T]) -> Future[T]:
        def ended(ended_future: Future[T]) -> None:
            error = None if ended_future.cancelled() else ended_future.exception()
            if error is not None:
                self._bridge.in_window(lambda: self.report(error))

        future.add_done_callback(ended)
        return future


def error_words(error: UserError) -> str:
    """A UserError in the window's language."""
    values = dict(error.values)
    if "act" in values:
        values["act"] = operation_words(str(values["act"]))
    return QCoreApplication.translate("errors", error.template).format(**values)


def operation_words(name: str) -> str:
    """The name of an act in the window's language."""
    return QCoreApplication.translate("operations", name)
