"""A session of the app in which everything fails that can, with a key of its own for each provider, and all it said."""

from __future__ import annotations

import io
import json
import logging
import socket
import sys
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import keyring.errors
import pytest
from click.testing import CliRunner

from orchestrator_desktop.cli.bugs import log_to_file
from orchestrator_desktop.cli.main import root
from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.errors import ProviderError, UserError
from orchestrator_desktop.domain.ids import ProviderId
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.engine import connections, probing
from orchestrator_desktop.engine.bugs import log_bug
from orchestrator_desktop.engine.exporting import export_sent
from orchestrator_desktop.engine.keeping import keep_key
from orchestrator_desktop.operations import delegations, tasks, undo
from orchestrator_desktop.providers.base import Dialect
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store.opening import back_up
from orchestrator_desktop.system import keys
from tests.e2e.killing import worker
from tests.e2e.leaks import START, TEXT, answers, new_key, refusals
from tests.engine.scene import QUICK, SECONDS, Scene
from tests.fakes.answers import openai_chat, openai_error
from tests.fakes.certificates import self_signed
from tests.fakes.replay import ReplayServer, Reply, raw
from tests.providers.asking import DIALECTS, GOOD, endpoint, until
from tests.system.test_keys import Shelf

CHAT, ODD = Dialect.OPENAI_CHAT, Dialect.ANTHROPIC
"""The second one's key holds characters that are written in another way elsewhere."""

EVERYWHERE = ("401 whole", "401 as a page", "a redirect", "plain text", "broken inside", "in the answer")
"""What is tried with every dialect; all the rest with those two."""


class Records(logging.Handler):
    """Every record of every logger: its text, its arguments, its error."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        error = "".join(traceback.format_exception(*record.exc_info)) if record.exc_info else ""
        self.said.append(f"{record.name} {record.levelname} {record.getMessage()} {record.args!r} {error}")


@dataclass(frozen=True, slots=True)
class Place:
    """A provider, its key, and where it listens."""

    id: ProviderId
    name: str
    key: str
    dialect: Dialect
    server: ReplayServer


@dataclass(frozen=True, slots=True)
class Left:
    """What the session left. `said`: what was shown, printed or handed on, by what said it; `ended`: state, error,
    detail and text of each attempt, by its task."""

    folder: Path
    places: list[Place] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    logged: list[str] = field(default_factory=list)
    ended: dict[str, tuple[str, str | None, str, str]] = field(default_factory=dict)
    kept: dict[tuple[str, str], str] = field(default_factory=dict)
    """The keyring."""


class Drama:
    """Played once, step by step."""

    def __init__(self, folder: Path, shelf: Shelf, patch: pytest.MonkeyPatch, stack: ExitStack) -> None:
        self.left = Left(folder)
        self._shelf, self._patch, self._stack = shelf, patch, stack
        self._changes: list[str] = []
        self.scene = self._scene()
        self.scene.start()

    def play(self) -> None:
        for dialect in DIALECTS:
            self._answer_badly(dialect)
        self._fail_to_connect()
        self._lock_the_keyring()
        self._make_a_mistake()
        self._command_line()
        self._keep_copies()
        self._close(self.scene)
        self._kill()

    def add(
        self,
        name: str,
        dialect: Dialect,
        *,
        url: str = "",
        tls: Callable[[socket.socket], socket.socket] | None = None,
        keep: bool = True,
    ) -> Place:
        """A provider with a key of its own, given as the settings give it."""
        server = self._stack.enter_context(ReplayServer(tls=tls))
        address = url.format(port=server.port) or endpoint(server, dialect).base_url
        provider_id = self.scene.add_provider(address, name=name, dialect=dialect)
        place = Place(provider_id, name, new_key(odd=dialect is ODD), dialect, server)
        self.left.places.append(place)
        if keep:
            self._say(f"key {name}", keep_key(self.scene.desk, provider_id, Secret(place.key)))
        return place

    def delegate(self, place: Place, title: str, *replies: Reply) -> None:
        """One delegation to its end, or until it waits."""
        place.server.script(*replies)
        delegation = self.scene.delegate(title, to=place.name)
        self.scene.until(lambda: self._rests(self.scene.attempt(delegation).state.value))
        attempt = self.scene.attempt(delegation)
        told = (attempt.state.value, attempt.error or attempt.reason, attempt.error_detail, attempt.text)
        self.left.ended[f"{place.name}: {title}"] = told
        self.left.said[f"attempt {place.name}: {title}"] = repr(attempt)

    def _rests(self, state: str) -> bool:
        return state not in ("queued", "sent", "streaming")

    def _scene(self) -> Scene:
        scene = Scene(self.left.folder, limits=QUICK)
        scene.desk.writer.listen(lambda changes, origin: self._changes.append(repr((changes, origin))))
        return scene

    def _close(self, scene: Scene) -> None:
        number = len(self.left.said)
        scene.desk.close()
        self.left.said[f"{number} changes"] = "\n".join(self._changes)
        self.left.said[f"{number} chunks"] = repr(scene.chunks)
        self.left.said[f"{number} notices"] = repr([(notice, notice.detail) for notice in scene.notices])

    def _say(self, what: str, future: Future[Any]) -> None:
        """What a question came to, or the whole of its error."""
        try:
            said = repr(future.result(SECONDS))
        except (ProviderError, UserError) as error:
            said = "".join(traceback.format_exception(error)) + repr((error, vars(error), error.__context__))
        except RuntimeError as error:
            said = log_bug(what, error)  # as the window does
        self.left.said[f"{len(self.left.said)} {what}"] = said

    def _answer_badly(self, dialect: Dialect) -> None:
        place = self.add(dialect.value, dialect)
        for title, reply in {**refusals(place.key), **answers(dialect, place.key)}.items():
            if dialect in (CHAT, ODD) or title in EVERYWHERE:
                self.delegate(place, title, reply)
        self.delegate(place, "no head", Reply(silent=True))
        place.server.script(until(dialect, START, of=TEXT).hung())
        stopped = self.scene.delegate("stopped", to=place.name)
        self.scene.streaming(stopped)
        self.scene.do(delegations.stop, delegation_id=stopped)
        assert self.scene.ended(stopped).state == "cancelled"
        echo = openai_error(401, f"no such key: {place.key}")
        place.server.script(echo, raw(f'{{"error": {place.key}}}'), GOOD[dialect](place.key))
        for _ in range(3):
            self._say("test", probing.test_provider(self.scene.desk, place.id))
        shown = json.dumps({"name": place.key, "id": "m"})
        named = f'{{"data": [{shown}], "models": [{shown}]}}'
        place.server.script(echo, raw(f"<p>{place.key}</p>"), raw(named))
        for _ in range(3):
            self._say("models", probing.list_models(self.scene.desk, place.id))

    def _fail_to_connect(self) -> None:
        folder = self.left.folder.parent
        untrusted = self.add("Untrusted", CHAT, url="https://127.0.0.1:{port}/v1", tls=self_signed(folder))
        self.delegate(untrusted, "a certificate nobody vouches for")
        self.delegate(self.add("No TLS", CHAT, url="https://127.0.0.1:{port}/v1", tls=_no_tls), "no TLS at all")
        self.delegate(self.add("Nowhere", CHAT, url="https://nowhere.test/v1"), "a name nobody has")

    def _lock_the_keyring(self) -> None:
        locked = self.add("Locked", CHAT, keep=False)
        self._shelf.trouble = keyring.errors.KeyringLocked(f"cannot keep {locked.key}")
        self._say("key in memory", keep_key(self.scene.desk, locked.id, Secret(locked.key)))
        self.delegate(locked, "from memory", openai_chat(TEXT))
        self._shelf.trouble = None

    def _make_a_mistake(self) -> None:
        place = self.add("Mistaken", CHAT)

        def broken(*_: object, **__: object) -> object:
            try:
                raise LookupError(place.key)
            except LookupError as error:
                raise RuntimeError(f"no {place.key}") from error

        with self._patch.context() as patch:
            patch.setattr(connections, "Endpoint", broken)
            self.delegate(place, "a bug")
            self._say("test with a bug", probing.test_provider(self.scene.desk, place.id))

    def _command_line(self) -> None:
        place = self.add("Command line", CHAT, keep=False)
        self._run("providers", "edit", place.name, "--key-stdin", typed=place.key)
        place.server.always(openai_error(401, f"Incorrect API key provided: {place.key}"))
        task = str(self.scene.do(tasks.add, line="From the command line").first(Kind.TASK))
        self._run("delegate", task, "--to", place.name, "--wait")
        for words in (("test", place.name), ("models", place.name), ("list",)):
            self._run("providers", *words)
        for words in (("show", task), ("sent",), ("queue",), ("specialists", "list"), ("list", "--view", "delegated")):
            self._run(*words)

        def broken(*_: object) -> None:
            raise RuntimeError(f"no {place.key}")

        with self._patch.context() as patch:
            patch.setattr(delegates, "specialists", broken)
            self._run("specialists", "list")

    def _run(self, *words: str, typed: str | None = None) -> None:
        for more in ((), ("--json",)):
            said = CliRunner().invoke(root, ["--data-dir", str(self.left.folder), *words, *more], input=typed)
            self.left.said[f"{len(self.left.said)} orchestrator {' '.join(words)}"] = said.output + repr(said.exception)

    def _keep_copies(self) -> None:
        self.scene.do(tasks.add, line="A task that is taken back")
        self.scene.do(undo.undo)
        self.scene.do(back_up)
        self._say("export", export_sent(self.scene.desk, self.left.folder / "sent.csv"))

    def _kill(self) -> None:
        """The process of an engine, killed with the key in its memory; it has it from the user's environment."""
        self.scene = self._scene()
        place = self.add("Killed", CHAT, keep=False)
        self._patch.setenv(keys.variable(place.name), place.key)
        place.server.script(until(CHAT, START, of=TEXT).hung())
        with worker(self.left.folder, "stream") as (process, _):
            delegation = self.scene.delegate("killed", to=place.name)
            self.scene.streaming(delegation)
            if sys.platform == "linux":
                self.left.said["arguments"] = Path(f"/proc/{process.pid}/cmdline").read_text()
            process.kill()
        self.scene.start()
        assert self.scene.ended(delegation).error == "app_ended"
        self._close(self.scene)


@contextmanager
def everything_logged(left: list[str]) -> Iterator[None]:
    """Everything that is logged at whatever level, or printed."""
    logger, records, printed = logging.getLogger(), Records(), io.StringIO()
    before, level = list(logger.handlers), logger.level
    logger.addHandler(records)
    logger.setLevel(logging.DEBUG)
    try:
        with redirect_stderr(printed), redirect_stdout(printed):
            yield
    finally:
        logger.setLevel(level)
        for handler in [one for one in logger.handlers if one not in before]:
            logger.removeHandler(handler)
            handler.close()
        left += [*records.said, printed.getvalue()]


def _no_tls(connection: socket.socket) -> socket.socket:
    """A server that speaks something else."""
    connection.sendall(b"220 mail.test ESMTP\r\n")
    raise ConnectionAbortedError


def played(folder: Path) -> Left:
    """The whole session, over; its folder is as it was left."""
    shelf = Shelf()
    with ExitStack() as stack, pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "system_keyring", lambda: shelf)
        patch.setenv("PYTHONASYNCIODEBUG", "1")
        logged: list[str] = []
        with everything_logged(logged):
            log_to_file(folder)
            drama = Drama(folder, shelf, patch, stack)
            try:
                drama.play()
            finally:
                drama.scene.desk.close()
        drama.left.logged.extend(logged)
        drama.left.kept.update(shelf.kept)
        return drama.left
