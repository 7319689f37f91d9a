"""Keys are in the keyring and in the requests to their own provider, and in nothing else that a session leaves."""

from __future__ import annotations

import logging
import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from orchestrator_desktop.cli.bugs import log_to_file
from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.delegate import ProviderKind
from orchestrator_desktop.domain.messages import Options
from orchestrator_desktop.engine.notices import NoticeKind
from orchestrator_desktop.operations import specialists
from orchestrator_desktop.operations.acting import acting
from orchestrator_desktop.providers.base import Dialect
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store.opening import BACKUPS, FILE_NAME
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.system import keys
from tests.e2e.drama import Left, everything_logged, played
from tests.e2e.leaks import Hunt, files_under, new_key, spellings
from tests.engine.scene import Scene

CARRIES = {
    Dialect.OPENAI_CHAT: "authorization",
    Dialect.OPENAI_RESPONSES: "authorization",
    Dialect.ANTHROPIC: "x-api-key",
    Dialect.GEMINI: "x-goog-api-key",
    Dialect.OLLAMA: "authorization",
}


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    return played(tmp_path_factory.mktemp("secrets") / "data")


@pytest.fixture(scope="module")
def hunt(left: Left) -> Hunt:
    return Hunt(place.key for place in left.places)


def test_no_file_of_the_data_folder_holds_a_key(left: Left, hunt: Hunt) -> None:
    names = {path.relative_to(left.folder).as_posix() for path in files_under(left.folder)}
    assert {FILE_NAME, "logs/command-line.log", "sent.csv"} <= names
    assert any(name.startswith(f"{BACKUPS}/") for name in names)
    assert hunt.found_under(left.folder) == {}


def test_nothing_that_was_logged_at_any_level_holds_a_key(left: Left, hunt: Hunt) -> None:
    everything = "\n".join(left.logged)
    assert "A bug in: engine" in everything
    assert "asyncio DEBUG" in everything, "at the level at which libraries tell everything"
    assert hunt.found_in(everything) == set()
    assert not [line for line in left.logged if line.startswith(("httpx", "httpcore", "h11"))], "they tell of headers"


def test_nothing_that_was_said_shown_or_handed_on_holds_a_key(left: Left, hunt: Hunt) -> None:
    assert {what: pieces for what, said in left.said.items() if (pieces := hunt.found_in(said))} == {}


def test_the_keys_were_there_to_be_found(left: Left) -> None:
    """Each went to its own provider, in the header of its dialect, and nowhere else."""
    for place in left.places:
        for request in place.server.requests:
            carried = [name for name, value in request.headers.items() if place.key in value]
            assert carried == [CARRIES[place.dialect]], place.name
            others = [other.key for other in left.places if other is not place]
            whole = repr((request.path, request.headers, request.body))
            assert not any(key in whole for key in others)
            assert place.key not in request.path
            assert place.key.encode() not in request.body
    asked = {place.name for place in left.places if place.server.requests}
    assert asked == {place.name for place in left.places} - {"Untrusted", "No TLS", "Nowhere", "Mistaken"}
    kept = set(left.kept.values())
    assert {place.key for place in left.places if place.name not in ("Locked", "Killed")} == kept


def test_what_failed_was_told_with_the_key_masked(left: Left) -> None:
    ended = {title: (state, error) for title, (state, error, _, _) in left.ended.items()}
    for dialect in Dialect:
        assert ended[f"{dialect.value}: 401 whole"] == ("failed", "key_refused")
        assert ended[f"{dialect.value}: a redirect"] == ("failed", "redirected")
        assert ended[f"{dialect.value}: plain text"] == ("failed", "garbled")
        assert ended[f"{dialect.value}: broken inside"] == ("interrupted", "garbled")
        assert ended[f"{dialect.value}: no head"] == ("unknown", "unanswered")
        assert left.ended[f"{dialect.value}: in the answer"][3] == "Your key is •••, and that is all."
    masked = [title for title, (_, _, detail, _) in left.ended.items() if "•••" in detail]
    assert {title.partition(": ")[2] for title in masked} >= {
        *("401 whole", "401 in part", "401 as a page", "401 in a list", "403 in base64", "403 for addresses"),
        *("400 passed on", "a redirect", "plain text", "an error inside", "broken inside", "as the reason"),
    }
    assert ended["Untrusted: a certificate nobody vouches for"] == ("failed", "untrusted")
    assert ended["No TLS: no TLS at all"] == ("waiting", "offline")
    assert ended["Nowhere: a name nobody has"] == ("waiting", "offline")
    assert ended["Locked: from memory"] == ("complete", None)
    assert left.ended["Mistaken: a bug"][:3] == ("failed", "bug", "RuntimeError")


def test_the_file_knows_of_a_key_only_what_recognises_it(left: Left) -> None:
    with closing(sqlite3.connect(left.folder / FILE_NAME)) as file:
        rows = file.execute("SELECT name, key_tail, key_fingerprint FROM provider WHERE key_origin IS NOT NULL")
        known = {name: (tail, fingerprint) for name, tail, fingerprint in rows.fetchall()}
    for place in left.places:
        if place.name in known:
            tail, fingerprint = known[place.name]
            assert (place.key[-4:], len(fingerprint)) == (tail, 16)
    assert len(known) >= len(Dialect)


def test_the_search_finds_what_is_there(tmp_path: Path) -> None:
    key = new_key(odd=True)
    hunt = Hunt([key])
    for number, spelling in enumerate(spellings(key)):
        (tmp_path / f"{number}").write_text(f"before {spelling[3:17]} after")
    assert len(hunt.found_under(tmp_path)) == len(spellings(key))
    assert hunt.found_in(key[5:17].encode("utf-16-le")) and not hunt.found_in(key[:11])


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_model_s_process_gets_no_key_neither_as_argument_nor_in_its_environment(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = new_key()
    monkeypatch.setenv(keys.variable("Some provider"), key)
    scene = Scene(tmp_path_factory.mktemp("data"))
    specialist = scene.do(_add_brief_specialist)
    scene.start()
    delegation = scene.delegate("Say hello.", to=specialist)
    scene.noticed(NoticeKind.MODEL_READY)
    (child,) = _children("serve.py")
    told = (child / "cmdline").read_bytes() + (child / "environ").read_bytes()
    scene.ended(delegation)
    scene.desk.close()
    assert b"PATH=" in told and b"serve.py" in told
    assert Hunt([key]).found_in(told) == set()
    assert b"ORCHESTRATOR_KEY" not in told


def _children(name: str) -> list[Path]:
    """Of this process, those that run a program of that name."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            runs = name.encode() in (folder / "cmdline").read_bytes()
        except OSError:
            continue  # it has ended meanwhile
        if parent == os.getpid() and runs:
            found.append(folder)
    return found


def _add_brief_specialist(store: Store) -> str:
    builtin = next(one for one in delegates.providers(store) if one.kind is ProviderKind.BUILTIN)
    with acting(store, "") as act:
        number = specialists.insert_specialist(act, builtin.id, name="Brief", options=Options(max_tokens=4))
        act.touch(Kind.SPECIALIST, number)
    return "Brief"


def test_a_log_that_is_kept_has_of_errors_only_where_they_happened(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Also those of libraries, and of what nobody foresaw: asyncio logs an error whole that nobody waited for."""
    with everything_logged([]):
        path = log_to_file(tmp_path)
        try:
            int("a brief of the user's")
        except ValueError:
            logging.getLogger("somebody").exception("what sk-ant-0123456789abcdef did")
        logging.getLogger("somebody").warning("Bearer 0123456789abcdef was refused")
    caplog.clear()
    assert path is not None
    kept = path.read_text()
    assert "builtins.ValueError" in kept and "test_secrets.py" in kept
    assert "what ••• did" in kept and "••• was refused" in kept
    assert "invalid literal" not in kept and "0123456789abcdef" not in kept
