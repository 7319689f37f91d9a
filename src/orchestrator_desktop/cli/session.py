"""What one command works on: the data folder and the open file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from orchestrator_desktop.domain.delegate import ProviderKind
from orchestrator_desktop.domain.errors import UsageError, UserError
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store.opening import open_store
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.system.paths import data_folder

if TYPE_CHECKING:
    from orchestrator_desktop.engine.limits import Limits


@dataclass(frozen=True, slots=True)
class Session:
    """`chosen` is the folder of --data-dir, None for the usual one; `limits` another rhythm of the engine's."""

    chosen: str | None
    limits: Limits | None = None

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
            if all(provider.kind is not ProviderKind.BUILTIN for provider in delegates.providers(store)):
                _prepare(store)
            if recover:
                self._recover(store)
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
    return now().date()


def system_language() -> str:
    """The language new specialists are named in: the system's, as far as the app speaks it."""
    import locale

    return "fr" if (locale.getlocale()[0] or "").lower().startswith("fr") else "en"


def _prepare(store: Store) -> None:
    from orchestrator_desktop.operations.setup import load_starters, prepare

    prepare(store, starters=load_starters(), language=system_language())
