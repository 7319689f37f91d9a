"""One engine on one file for many misbehaving providers, and all that can be known afterwards of each request."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from PySide6.QtCore import QLocale

from orchestrator_desktop.cli.troubles import trouble
from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.delegation import Attempt, Result
from orchestrator_desktop.domain.ids import DelegationId, ProviderId
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.engine.keeping import keep_key
from orchestrator_desktop.engine.limits import Limits
from orchestrator_desktop.operations import roster
from orchestrator_desktop.operations.acting import acting
from orchestrator_desktop.providers.base import Dialect
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store import queue, sentlog
from orchestrator_desktop.store.board import BoardRow, board_rows
from orchestrator_desktop.store.sentlog import Sent
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.ui.delegated.estimates import Held
from orchestrator_desktop.ui.delegated.waits import wait_words
from orchestrator_desktop.ui.delegated.words import outcome_words
from tests.engine.scene import SECONDS, Scene
from tests.fakes.replay import Recorded, ReplayServer, Scripted
from tests.providers.asking import endpoint

BRISK = Limits(chunk=0.01, save=0.02, again=0.05, look=0.1, pace=0.002, close=10.0)


@dataclass(frozen=True, slots=True)
class Asked:
    """A delegation on its way. `name` is its provider's, `key` the key that this one alone has."""

    name: str
    key: str
    delegation_id: DelegationId
    server: ReplayServer


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a delegation: in the file, at the provider, in the log of what was sent, and in words."""

    attempts: list[Attempt]
    kinds: list[str]
    """Of the events of the last attempt, but for its first word: that one is noted only where it is saved before the
    end."""
    result: Result | None
    requests: list[Recorded]
    sent: list[Sent]
    window: str
    command: str
    row: BoardRow = field(repr=False)

    @property
    def attempt(self) -> Attempt:
        return self.attempts[-1]

    @property
    def ended(self) -> tuple[str, str | None, str]:
        """State, error and text."""
        return self.attempt.state.value, self.attempt.error, self.attempt.text


When = Callable[[Attempt], bool]


def ended(attempt: Attempt) -> bool:
    return attempt.state.ended


def waits(attempt: Attempt) -> bool:
    """For its provider, and not just for the next try of our own."""
    if attempt.state is not AttemptState.WAITING or attempt.not_before is None:
        return False
    return attempt.reason is WaitReason.OFFLINE or (attempt.not_before - attempt.queued_at).total_seconds() > 5


class Wire:
    """Providers that leave the computer, as far as the engine knows: what they cost is unknown, and never nothing."""

    def __init__(self, folder: Path) -> None:
        self.scene = Scene(folder, limits=BRISK)
        self.scene.start()
        self._servers = ExitStack()
        self._number = count(1)

    def close(self) -> None:
        self.scene.desk.close()
        self._servers.close()

    def ask(
        self,
        dialect: Dialect,
        *replies: Scripted,
        level: int = 2,
        patience: int | None = None,
        kind: str = "remote",
        url: str = "",
    ) -> Asked:
        """Hand a task to a provider of its own that answers with `replies`, or that is said to be at `url`."""
        server, number = self._servers.enter_context(ReplayServer()), next(self._number)
        server.script(*replies)
        name, key = f"{dialect.value} {number}", f"key-of-nobody-else-{number:06}"
        url = url or endpoint(server, dialect).base_url
        changes = self.scene.do(roster.add_provider, name=name, dialect=dialect, base_url=url, model="m")
        provider_id = ProviderId(changes.first(Kind.PROVIDER))
        self.scene.do(_make, provider_id=provider_id, kind=kind, patience=patience)
        keep_key(self.scene.desk, provider_id, Secret(key)).result(SECONDS)
        return Asked(name, key, self.scene.delegate(f"Write !{level}", to=name), server)

    def told(self, asked: Asked, *, when: When = ended) -> Told:
        """What became of it, once its latest attempt has ended, or whatever else `when` says of it holds."""
        self.scene.until(lambda: when(self.scene.attempt(asked.delegation_id)))
        return self.scene.do(_told, asked=asked)

    def tell(self, dialect: Dialect, *replies: Scripted, level: int = 2, kind: str = "remote", url: str = "") -> Told:
        return self.told(self.ask(dialect, *replies, level=level, kind=kind, url=url))


@contextmanager
def wire_at(folder: Path) -> Iterator[Wire]:
    wire = Wire(folder)
    try:
        yield wire
    finally:
        wire.close()


def _make(store: Store, *, provider_id: ProviderId, kind: str, patience: int | None) -> None:
    """The kind that its address would not give it, and the shortest patience there is."""
    with acting(store, "", undoable=False) as act:
        values = {"kind": kind, "patience_first": patience, "patience_between": patience}
        act.update(Kind.PROVIDER, provider_id, values)


def _told(store: Store, *, asked: Asked) -> Told:
    attempts = reading.attempts(store, asked.delegation_id)
    last = attempts[-1]
    (row,) = board_rows(store, [asked.delegation_id])
    kinds = [event.kind for event in queue.events(store, last.id) if event.kind != "streaming"]
    log = [line for line in sentlog.sent(store) if line.provider == asked.name]
    return Told(
        attempts=attempts,
        kinds=kinds,
        result=reading.latest_result(store, last.task_id),
        requests=list(asked.server.requests),
        sent=log[::-1],
        window=window_words(last, row),
        command=trouble(last, provider=asked.name, now=datetime.now(UTC).astimezone()) or "",
        row=row,
    )


def window_words(attempt: Attempt, row: BoardRow) -> str:
    """What the window says of it, in English."""
    if attempt.state.to_come:
        now, held = datetime.now(UTC).astimezone(), Held(None, 0, 0, None)
        return wait_words(row, provider=row.provider_name, held=held, now=now, locale=QLocale("en"))
    return outcome_words(
        attempt.state,
        attempt.error,
        provider=attempt.provider,
        model=attempt.model_asked,
        charges=row.leaves_computer,
        kept=bool(attempt.text),
    )
