"""What one command works on: the data folder and the open file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from orchestrator_desktop.domain.errors import UsageError, UserError
from orchestrator_desktop.domain.moments import day_of
from orchestrator_desktop.store import days, delegates
from orchestrator_desktop.store.opening import FILE_NAME, open_readonly, open_store
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.system.paths import data_folder

if TYPE_CHECKING:
    from orchestrator_desktop.engine.limits import Limits


@dataclass(slots=True)
class Session:
    """`chosen` is the folder of --data-dir, None for the usual one; `limits` another rhythm of the engine's;
    `rollover` the hour at which days begin, known once the file is open."""

    chosen: str | None
    limits: Limits | None = None
    rollover: int = 0

    @property
    def folder(self) -> Path:
        try:
            return data_folder(self.chosen)
        except RuntimeError:
            raise UsageError(
                "There is no home folder for “{path}”. Name the folder in full.", path=self.chosen
            ) from None

    @contextmanager
    def store(self, *, recover: bool = False) -> Iterator[Store]:
        """The file, open for writing. One that has just been made gets the built-in model first. With `recover`, what
        a process that died was running becomes interrupted."""
        store = open_store(self.folder)
        try:
            if not delegates.has_builtin(store):
                _prepare(store)
            self.rollover = days.rollover(store)
            if recover:
                self._recover(store)
            yield store
        finally:
            store.close()

    @contextmanager
    def peek(self) -> Iterator[Store | None]:
        """The file, open for reading alone; None where there is none yet."""
        if not (self.folder / FILE_NAME).exists():
            yield None
            return
        store = open_readonly(self.folder)
        try:
            self.rollover = days.rollover(store)
            yield store
        finally:
            store.close()

    def _recover(self, store: Store) -> None:
        from orchestrator_desktop.store.delegations import any_active

        if any_active(store):
            from orchestrator_desktop.operations.recovery import recover
            from orchestrator_desktop.system.owners import Owner

            # Where no lock can be made, whoever has an engine finds them.
            with suppress(UserError), Owner(self.folder) as owner:
                recover(store, alive=owner.alive)


pass_session = click.make_pass_decorator(Session)


def now() -> datetime:
    """This moment in local time."""
    return datetime.now(UTC).astimezone()


def today() -> date:
    """The user's day."""
    return day_of(now(), rollover())


def rollover() -> int:
    """The hour at which the user's days begin: as the command that runs knows it, once it has opened the file."""
    context = click.get_current_context(silent=True)
    session = None if context is None else context.find_object(Session)
    return 0 if session is None else session.rollover


def system_language() -> str:
    """The language new specialists are named in: the system's, as far as the app speaks it."""
    import locale

    return "fr" if (locale.getlocale()[0] or "").lower().startswith("fr") else "en"


def _prepare(store: Store) -> None:
    from orchestrator_desktop.operations.setup import load_starters, prepare

    prepare(store, starters=load_starters(), language=system_language())
