"""What needs the engine: running delegations here, asking providers. Imported for nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, TypeVar

from orchestrator_desktop.cli import screen, words
from orchestrator_desktop.cli.bugs import log_to_file
from orchestrator_desktop.cli.session import Session, system_language
from orchestrator_desktop.domain.attempts import WaitReason
from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.ids import DelegationId, ProviderId
from orchestrator_desktop.engine.desk import Desk, open_desk
from orchestrator_desktop.engine.draining import run_queue
from orchestrator_desktop.engine.notices import Notice, NoticeKind
from orchestrator_desktop.engine.probing import find_local, list_models, look_up, test_provider
from orchestrator_desktop.engine.waiting import wait_for
from orchestrator_desktop.providers.base import ModelInfo, ProbeResult
from orchestrator_desktop.providers.probe import LocalServer
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store.lineup import Place

T = TypeVar("T")

_BLINK: Final = 0.25
"""A wait without a limit would keep Windows from delivering Ctrl+C."""

_WAITS: Final = {
    WaitReason.OFFLINE: "{provider} cannot be reached. Looking once more {when}…",
    WaitReason.SLOW_DOWN: "{provider} asks for a pause. Trying again {when}…",
    WaitReason.DOWN: "{provider} does not answer. Trying again {when}…",
    WaitReason.LOADING: "{provider} is loading its model…",
    WaitReason.CUT: "The answer was cut. It is asked anew {when}, and begins again…",
}


def run(session: Session, delegation_id: DelegationId, *, quiet: bool) -> None:
    """Run a delegation, or follow the process that runs it, until it has ended or will not soon; its text goes to
    stdout as it arrives."""
    teller = _Teller()
    with _desk(session) as desk:
        wait_for(desk, delegation_id, tell=_nothing if quiet else teller.tell, tell_wait=teller.tell_wait)
    teller.end()


@dataclass(frozen=True, slots=True)
class Interrupted:
    """What was on its way, or not quite done with, as running the queue ended, and whether Ctrl+C ended it."""

    under_way: tuple[DelegationId, ...]
    by_user: bool


def run_all(session: Session, *, seconds: float | None, tell: Callable[[DelegationId], object]) -> Interrupted:
    """Run the queue; `tell` hears of each delegation as it ends. What Ctrl+C or the bound in time cuts short is
    interrupted, with its text on the disk."""
    by_user = False
    with _desk(session) as desk:
        try:
            run_queue(desk, seconds=seconds, tell=tell)
        except KeyboardInterrupt:
            by_user = True
        under_way = desk.engine.under_way if desk.engine is not None else frozenset()
        found = [desk.writer.submit(reading.attempt, attempt_id).result() for attempt_id in sorted(under_way)]
    return Interrupted(tuple(attempt.delegation_id for attempt in found if attempt is not None), by_user)


def probe(session: Session, provider_id: ProviderId) -> ProbeResult:
    """Ask a provider for one word."""
    with _desk(session) as desk:
        return _outcome(test_provider(desk, provider_id))


def models(session: Session, provider_id: ProviderId) -> list[ModelInfo]:
    """Ask a provider for its models, which are kept with their prices. Raises ProviderError."""
    with _desk(session) as desk:
        return _outcome(list_models(desk, provider_id))


def local_servers(session: Session) -> list[LocalServer]:
    """Who listens on this computer."""
    with _desk(session) as desk:
        return _outcome(find_local(desk))


def look_up_price(session: Session, provider: Provider, model: str) -> None:
    """Keep what the price list says of a model."""
    with _desk(session) as desk:
        _outcome(look_up(desk, provider.id, provider.base_url, [model]))


def _outcome(future: Future[T]) -> T:
    while not wait((future,), _BLINK).done:
        pass
    return future.result()


@contextmanager
def _desk(session: Session) -> Iterator[Desk]:
    log_to_file(session.folder)
    desk = open_desk(
        session.folder, language=system_language(), run_engine=False, on_notice=_tell_notice, limits=session.limits
    )
    try:
        yield desk
    finally:
        desk.close()


def _tell_notice(notice: Notice) -> None:
    if notice.kind is NoticeKind.MODEL_STARTING:
        screen.note("Loading the built-in model…")
    elif notice.kind is NoticeKind.BACK_ONLINE:
        screen.note(f"{notice.provider} can be reached again.")
    elif notice.error is not None:
        screen.note(str(notice.error))


def _nothing(text: str) -> None:
    """With --json the text comes at the end, in the document."""


class _Teller:
    """Writes an answer to stdout. When nobody reads it any more, the delegation goes on all the same."""

    def __init__(self) -> None:
        self._line_is_open = False
        self._heard = True

    def tell(self, text: str) -> None:
        if not (text and self._heard):
            return
        self._line_is_open = not text.endswith("\n")
        try:
            screen.say(text, end="")
        except (BrokenPipeError, screen.OutputError):
            self._heard = False

    def tell_wait(self, place: Place) -> None:
        """What it waits for before it goes on, on stderr."""
        template = _WAITS.get(place.reason) if place.reason is not None else None
        if template is None:
            return
        self.end()
        when = words.soon(place.not_before) if place.not_before is not None else ""
        screen.note(template.format(provider=place.provider or "The provider", when=when))

    def end(self) -> None:
        """Close the last line."""
        if self._line_is_open:
            self.tell("\n")
