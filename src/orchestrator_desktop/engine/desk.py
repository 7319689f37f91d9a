"""What one session of the app works with, window or command: the open file, the keys, the engine."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from orchestrator_desktop.domain.changes import Changes
from orchestrator_desktop.domain.delegate import ProviderKind
from orchestrator_desktop.domain.ids import DelegationId
from orchestrator_desktop.engine.bugs import Bugs, guarded
from orchestrator_desktop.engine.limits import Limits
from orchestrator_desktop.engine.loop import Loop
from orchestrator_desktop.engine.notices import OnChunk, OnNotice
from orchestrator_desktop.operations.writer import Listener, Writer
from orchestrator_desktop.providers.address import origin
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store.opening import open_store
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.system.keys import KeyVault

if TYPE_CHECKING:
    from orchestrator_desktop.engine.connections import Connections
    from orchestrator_desktop.engine.engine import Engine


class Desk:
    """Made by `open_desk`, closed by whoever opened it; in between any thread may use it.

    `engine` is there from `start_engine` on. Network, model and keyring are imported when they are first used."""

    def __init__(
        self, folder: Path, writer: Writer, keys: KeyVault, limits: Limits, on_chunk: OnChunk, on_notice: OnNotice
    ) -> None:
        self.folder = folder
        self.writer = writer
        self.keys = keys
        self.on_notice = guarded(on_notice)
        self.loop = Loop()
        self.engine: Engine | None = None
        self._limits = limits
        self._on_chunk = guarded(on_chunk)
        self._closed = False

    @cached_property
    def connections(self) -> Connections:
        """For coroutines on `loop`."""
        from orchestrator_desktop.engine.connections import Connections  # with the shapes of all requests

        return Connections(self.keys, self.on_notice)

    def start_engine(self, *, only: DelegationId | None = None) -> Engine:
        """Run what is queued in this process; with `only`, that one delegation."""
        from orchestrator_desktop.engine.departures import Departures
        from orchestrator_desktop.engine.engine import Engine
        from orchestrator_desktop.engine.pen import Pen
        from orchestrator_desktop.engine.run import Tools
        from orchestrator_desktop.engine.saving import Saver

        pen = Pen(self.writer, self.on_notice)
        tools = Tools(
            connections=self.connections,
            pen=pen,
            saver=Saver(pen, self._limits),
            departures=Departures(pen),
            bugs=Bugs(self.on_notice),
            limits=self._limits,
            on_chunk=self._on_chunk,
            on_notice=self.on_notice,
        )
        self.engine = Engine(self.writer, self.loop, tools, self.folder, only=only)
        self.engine.start()
        return self.engine

    def close(self) -> None:
        """What runs becomes interrupted, with its text on the disk; then all that was opened is closed."""
        if self._closed:
            return
        self._closed = True
        if self.engine is not None:
            self.engine.close()
        self.loop.close(self._close_connections)
        self.writer.close()

    async def _close_connections(self) -> None:
        await self.connections.aclose()


def open_desk(
    folder: Path,
    *,
    language: str = "en",
    run_engine: bool = True,
    on_changes: Listener = lambda changes, origin: None,
    on_chunk: OnChunk = lambda chunk: None,
    on_notice: OnNotice = lambda notice: None,
    limits: Limits | None = None,
) -> Desk:
    """Open the file in `folder`, made and filled where needed, and start the engine unless told not to.

    A new file is filled with what bears names in `language`. `on_changes` is called on the store's thread, the others
    mostly on the engine's, and all return at once. Raises UserError for a folder or a file that cannot be used."""
    writer = Writer(lambda: open_store(folder))
    writer.listen(guarded(on_changes))
    try:
        writer.wait_open()
        writer.submit(_fill, language=language).result()
    except BaseException:
        writer.close()
        raise
    desk = Desk(folder, writer, KeyVault(origin), limits or Limits(), on_chunk, on_notice)
    if run_engine:
        desk.start_engine()
    return desk


def _fill(store: Store, *, language: str) -> Changes:
    """Put into a new file what it starts with."""
    if any(provider.kind is ProviderKind.BUILTIN for provider in delegates.providers(store)):
        return Changes()
    from orchestrator_desktop.operations.setup import load_starters, prepare

    return prepare(store, starters=load_starters(), language=language)
