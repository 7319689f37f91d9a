"""A desk on a real file, a scripted provider beside it, and a way to wait for what happens: nothing here sleeps."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar, cast

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.delegation import Attempt
from orchestrator_desktop.domain.ids import DelegationId, ProviderId, TaskId
from orchestrator_desktop.engine.desk import open_desk
from orchestrator_desktop.engine.limits import Limits
from orchestrator_desktop.engine.notices import Chunk, Notice, NoticeKind
from orchestrator_desktop.operations import delegations, roster, tasks
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store.store import Store
from tests.fakes.replay import Recorded, Reply
from tests.newfile import put_new_file

SECONDS = 60.0
"""Longer than anything here takes; a test that waits so long has failed."""
QUICK = Limits(chunk=0.01, save=0.02, again=0.05, look=0.1, pace=0.02, close=10.0)

T = TypeVar("T")


class Scene:
    """One data folder with one process at it; `desk` has no engine until `start`."""

    def __init__(
        self, folder: Path, *, limits: Limits = QUICK, on_chunk: Callable[[Chunk], object] = lambda chunk: None
    ) -> None:
        self.folder = folder
        self._told = on_chunk
        self.chunks: list[Chunk] = []
        self.notices: list[Notice] = []
        self._happened = threading.Event()
        put_new_file(folder)
        self.desk = open_desk(
            folder,
            run_engine=False,
            on_changes=self._on_changes,
            on_chunk=self._on_chunk,
            on_notice=self._on_notice,
            limits=limits,
        )

    def start(self) -> None:
        self.desk.start_engine()

    def do(self, operation: Callable[..., T], **kwargs: Any) -> T:
        """Run an operation, as the window does."""
        return cast("Future[T]", self.desk.writer.submit(operation, **kwargs)).result(SECONDS)

    def add_provider(self, url: str, *, name: str = "Replay", dialect: str = "openai-chat") -> ProviderId:
        changes = self.do(roster.add_provider, name=name, dialect=dialect, base_url=url, model="m")
        return ProviderId(changes.first(Kind.PROVIDER))

    def delegate(self, title: str = "Write three headlines", to: str = "Replay") -> DelegationId:
        task_id = TaskId(self.do(tasks.add, line=title).first(Kind.TASK))
        specialist = self.do(delegations.find_specialist, name=to)
        assert specialist is not None
        changes = self.do(delegations.delegate, task_id=task_id, specialist_id=specialist.id)
        return DelegationId(changes.first(Kind.DELEGATION))

    def attempt(self, delegation_id: DelegationId) -> Attempt:
        attempt = self.do(reading.latest_attempt, delegation_id=delegation_id)
        assert attempt is not None
        return attempt

    def ended(self, delegation_id: DelegationId) -> Attempt:
        """The attempt once it has ended."""
        self.until(lambda: self.attempt(delegation_id).state.ended)
        return self.attempt(delegation_id)

    def streaming(self, delegation_id: DelegationId, text: str = "") -> Attempt:
        """The attempt once text is on the disk, at least `text`."""

        def there() -> bool:
            attempt = self.attempt(delegation_id)
            return attempt.state is AttemptState.STREAMING and attempt.text.startswith(text)

        self.until(there)
        return self.attempt(delegation_id)

    def waiting(self, delegation_id: DelegationId) -> Attempt:
        """The attempt once it waits for a time or an event."""
        self.until(lambda: self.attempt(delegation_id).state is AttemptState.WAITING)
        return self.attempt(delegation_id)

    def complete(self, delegation_id: DelegationId) -> Attempt:
        """The attempt that completes the delegation, after however many tries."""
        self.until(lambda: self.attempt(delegation_id).state is AttemptState.COMPLETE)
        return self.attempt(delegation_id)

    def noticed(self, kind: NoticeKind) -> Notice:
        self.until(lambda: any(notice.kind is kind for notice in self.notices))
        return next(notice for notice in self.notices if notice.kind is kind)

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait for a change, a chunk or a notice after which `holds` does."""
        last = time.monotonic() + SECONDS
        while True:
            self._happened.clear()
            if holds():
                return
            assert self._happened.wait(last - time.monotonic()), "it never happened"

    def telling(self, reply: Reply) -> Callable[[Recorded], Reply]:
        """`reply`, and the request counts as something that happened."""

        def tell(request: Recorded) -> Reply:
            self.poke()
            return reply

        return tell

    def poke(self) -> None:
        """Something has happened that only the test sees."""
        self._happened.set()

    def kinds(self) -> list[NoticeKind]:
        return [notice.kind for notice in self.notices]

    def _on_changes(self, changes: Changes, origin: str) -> None:
        self._happened.set()

    def _on_chunk(self, chunk: Chunk) -> None:
        self.chunks.append(chunk)
        self._told(chunk)
        self._happened.set()

    def _on_notice(self, notice: Notice) -> None:
        self.notices.append(notice)
        self._happened.set()


def provider(store: Store, *, provider_id: ProviderId) -> Provider:
    found = delegates.provider(store, provider_id)
    assert found is not None
    return found
