"""The store thread: runs operations one after another, and tells what changed."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

from orchestrator_desktop.domain.changes import Changes
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.store.store import Store

P = ParamSpec("P")
T = TypeVar("T")

log: Final = logging.getLogger(__name__)

LOOK_SECONDS: Final = 0.3
"""How often an idle store thread looks whether another process has written."""

Listener = Callable[[Changes, str], None]
_Job = Callable[[Store | None, BaseException | None], None]
"""Called with the store, or with why there is none."""


class Writer:
    """Owns the writing store and its thread. `submit` may be called from any thread and returns at once.

    Listeners are called on the store thread after each transaction with (Changes, origin); they must return at
    once. `origin` is whatever the caller named itself, so that a view can skip its own changes."""

    def __init__(self, open_store: Callable[[], Store]) -> None:
        self._listeners: list[Listener] = []
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._closing = False
        self._opened: Future[None] = Future()
        self._thread = threading.Thread(target=self._run, args=(open_store,), name="store", daemon=True)
        self._thread.start()

    def wait_open(self) -> None:
        """Wait until the file is open; raises what opening raised."""
        self._opened.result()

    def listen(self, listener: Listener) -> None:
        self._listeners.append(listener)

    def submit(self, operation: Callable[Concatenate[Store, P], T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run `operation(store, **kwargs)` on the store thread; the future holds what it returned or raised."""
        return self.submit_from("", operation, *args, **kwargs)

    def submit_from(
        self, origin: str, operation: Callable[Concatenate[Store, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]:
        """The same, naming where the change comes from."""
        future: Future[T] = Future()

        def job(store: Store | None, problem: BaseException | None) -> None:
            if not future.set_running_or_notify_cancel():
                return  # whoever wanted it has given up meanwhile
            if store is None:
                future.set_exception(problem)
                return
            try:
                outcome = operation(store, *args, **kwargs)
            except BaseException as error:  # noqa: BLE001 - the edge of the thread: whoever asked gets it
                future.set_exception(error)
                return
            self._announce(outcome, origin)
            future.set_result(outcome)

        if self._closing:
            raise RuntimeError("the store is closed: nothing can be written any more")
        self._jobs.put(job)
        return future

    def close(self) -> None:
        """Finish what was submitted, close the file, end the thread."""
        self._closing = True
        self._jobs.put(None)
        self._thread.join()

    def _run(self, open_store: Callable[[], Store]) -> None:
        try:
            store = open_store()
        except BaseException as error:  # noqa: BLE001 - the edge of the thread: `wait_open` raises it
            self._opened.set_exception(error)
            while (job := self._jobs.get()) is not None:
                job(None, error)
            return
        self._opened.set_result(None)
        self._work(store)
        store.close()

    def _work(self, store: Store) -> None:
        seen, look_at = store.version_seen(), time.monotonic() + LOOK_SECONDS
        while True:
            # However busy the thread is: an answer that streams writes several times a second.
            if time.monotonic() >= look_at:
                seen, look_at = self._look_outside(store, seen), time.monotonic() + LOOK_SECONDS
            try:
                job = self._jobs.get(timeout=max(0.0, look_at - time.monotonic()))
            except queue.Empty:
                continue
            if job is None:
                return
            job(store, None)

    def _look_outside(self, store: Store, seen: int) -> int:
        try:
            now = store.version_seen()
        except UserError:  # a disk that is gone for a moment: the next write says so to whoever wants it
            return seen
        if now != seen:
            self._announce(Changes(outside=True), "outside")
        return now

    def _announce(self, outcome: Any, origin: str) -> None:
        changes = outcome[0] if isinstance(outcome, tuple) and outcome else outcome
        if not isinstance(changes, Changes) or not (changes.ids or changes.outside):
            return
        for listener in tuple(self._listeners):
            try:
                listener(changes, origin)
            except Exception:
                log.exception("A listener to changes failed")
