"""What needs the engine: running a delegation here, testing a provider. Imported for nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import wait
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from orchestrator_desktop.cli import screen
from orchestrator_desktop.cli.bugs import log_to_file
from orchestrator_desktop.cli.session import system_language
from orchestrator_desktop.domain.ids import DelegationId, ProviderId
from orchestrator_desktop.engine.desk import Desk, open_desk
from orchestrator_desktop.engine.notices import Notice, NoticeKind
from orchestrator_desktop.engine.probing import test_provider
from orchestrator_desktop.engine.waiting import wait_for
from orchestrator_desktop.providers.base import ProbeResult

_BLINK: Final = 0.25
"""A wait without a limit would keep Windows from delivering Ctrl+C."""


def run(folder: Path, delegation_id: DelegationId, *, quiet: bool) -> None:
    """Run a delegation, or follow the process that runs it, until it ends; its text goes to stdout as it arrives."""
    teller = _Teller()
    with _desk(folder) as desk:
        wait_for(desk, delegation_id, tell=_nothing if quiet else teller.tell)
    teller.end()


def probe(folder: Path, provider_id: ProviderId) -> ProbeResult:
    """Ask a provider for one word."""
    with _desk(folder) as desk:
        future = test_provider(desk, provider_id)
        while not wait((future,), _BLINK).done:
            pass
        return future.result()


@contextmanager
def _desk(folder: Path) -> Iterator[Desk]:
    log_to_file(folder)
    desk = open_desk(folder, language=system_language(), run_engine=False, on_notice=_tell_notice)
    try:
        yield desk
    finally:
        desk.close()


def _tell_notice(notice: Notice) -> None:
    if notice.kind is NoticeKind.MODEL_STARTING:
        screen.note("Loading the built-in model…")
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

    def end(self) -> None:
        """Close the last line."""
        if self._line_is_open:
            self.tell("\n")
