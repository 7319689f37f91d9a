"""Keys where the keyring answers, fails or hangs. `test_secret_service.py` asks a real one."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

import keyring.backend
import keyring.errors
import pytest
from keyring.backends import chainer, fail, null

from orchestrator_desktop.domain.delegate import Provider, ProviderKind
from orchestrator_desktop.domain.ids import ProviderId
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.system.keys import FoundKey, KeyPlace, KeyVault, system_keyring, variable

KEY = Secret("sk-the-key-of-the-test")
OTHER = Secret("sk-another-key-of-the-test")
HERE = "https://api.example.com"
PROVIDER = Provider(
    ProviderId(1),
    "Example",
    ProviderKind.REMOTE,
    "openai-chat",
    f"{HERE}/v1",
    "m",
    True,
    None,
    "",
    "",
    None,
    None,
    None,
)
KNOWN = replace(PROVIDER, key_origin=HERE)
SECONDS = 10


class Shelf(keyring.backend.KeyringBackend):
    """A keyring like any other; `gate` holds its next answer back, `trouble` is raised instead."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.asked: list[str] = []
        self.trouble: Exception | None = None
        self.gate = threading.Event()
        self.gate.set()
        self.entered = threading.Event()

    def _enter(self, act: str) -> None:
        self.asked.append(act)
        self.entered.set()
        assert self.gate.wait(SECONDS)
        if self.trouble:
            raise self.trouble

    def get_password(self, service: str, username: str) -> str | None:
        self._enter("get")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._enter("set")
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._enter("delete")
        if (service, username) not in self.kept:
            raise keyring.errors.PasswordDeleteError("not found")
        del self.kept[service, username]


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    shelf = Shelf()
    yield shelf
    shelf.gate.set()


def vault(shelf: Shelf, *, seconds: float = SECONDS, **environment: str) -> KeyVault:
    return KeyVault(origin, seconds=seconds, backend=lambda: shelf, environment=environment)


def origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def test_a_key_is_kept_found_and_forgotten(shelf: Shelf) -> None:
    keys = vault(shelf)
    assert keys.set(PROVIDER, KEY).result(SECONDS) is KeyPlace.KEYRING
    assert list(shelf.kept) == [("orchestrator-desktop", "Example at https://api.example.com")]
    assert keys.get(KNOWN).result(SECONDS) == FoundKey(KEY, KeyPlace.KEYRING)
    assert keys.delete(KNOWN).result(SECONDS) is True
    assert shelf.kept == {}
    assert keys.get(KNOWN).result(SECONDS) == FoundKey()


def test_a_key_kept_by_another_process_is_found(shelf: Shelf) -> None:
    vault(shelf).set(PROVIDER, KEY).result(SECONDS)
    assert vault(shelf).get(KNOWN).result(SECONDS).key == KEY


def test_without_a_key_on_record_the_keyring_is_not_asked(shelf: Shelf) -> None:
    assert vault(shelf).get(PROVIDER).result(0) == FoundKey()
    builtin = replace(PROVIDER, kind=ProviderKind.BUILTIN, base_url="")
    assert vault(shelf).get(builtin).result(0) == FoundKey()
    assert shelf.asked == []


def test_a_key_is_bound_to_its_origin(shelf: Shelf) -> None:
    keys = vault(shelf, ORCHESTRATOR_KEY_EXAMPLE="sk-from-outside")
    keys.set(PROVIDER, KEY).result(SECONDS)
    moved = replace(KNOWN, base_url="https://elsewhere.example.net/v1")
    assert keys.get(moved).result(SECONDS) == FoundKey(), "neither the keyring's nor the environment's key may go there"


def test_in_memory_too_a_key_stays_with_its_origin(shelf: Shelf) -> None:
    shelf.trouble = keyring.errors.KeyringLocked("locked")
    keys = vault(shelf)
    keys.set(PROVIDER, KEY).result(SECONDS)
    assert keys.get(replace(PROVIDER, base_url="https://elsewhere.example.net")).result(SECONDS) == FoundKey()


def test_deleting_a_key_of_an_address_that_has_moved(shelf: Shelf) -> None:
    keys = vault(shelf)
    keys.set(PROVIDER, KEY).result(SECONDS)
    moved = replace(KNOWN, base_url="https://elsewhere.example.net/v1")
    assert keys.delete(moved).result(SECONDS) is True
    assert shelf.kept == {}


def test_deleting_what_is_not_there_is_no_trouble(shelf: Shelf) -> None:
    assert vault(shelf).delete(KNOWN).result(SECONDS) is True


@pytest.mark.parametrize(
    "trouble",
    [
        keyring.errors.KeyringLocked("the collection is locked"),
        keyring.errors.NoKeyringError("no backend"),
        RuntimeError("D-Bus is gone"),
        OSError(24, "too many open files"),
    ],
)
def test_a_keyring_that_fails_leaves_the_key_in_memory(shelf: Shelf, trouble: Exception) -> None:
    keys = vault(shelf)
    shelf.trouble = trouble
    assert keys.set(PROVIDER, KEY).result(SECONDS) is KeyPlace.MEMORY
    assert keys.get(KNOWN).result(SECONDS) == FoundKey(KEY, KeyPlace.MEMORY)
    assert keys.delete(KNOWN).result(SECONDS) is False
    assert keys.get(KNOWN).result(SECONDS) == FoundKey(keyring_down=True)


def test_no_keyring_at_all_leaves_the_key_in_memory() -> None:
    def none() -> keyring.backend.KeyringBackend:
        raise LookupError("none")

    keys = KeyVault(origin, backend=none, environment={})
    assert keys.set(PROVIDER, KEY).result(SECONDS) is KeyPlace.MEMORY
    assert keys.get(PROVIDER).result(SECONDS) == FoundKey(KEY, KeyPlace.MEMORY)


def test_a_slow_keyring_is_given_up_and_makes_nobody_else_wait(shelf: Shelf) -> None:
    keys = vault(shelf, seconds=0.05)
    shelf.gate.clear()
    assert keys.set(PROVIDER, KEY).result(SECONDS) is KeyPlace.MEMORY
    assert keys.get(KNOWN).result(SECONDS).place is KeyPlace.MEMORY
    assert keys.get(replace(KNOWN, name="Other")).result(SECONDS) == FoundKey(keyring_down=True)
    assert shelf.asked == ["set"], "while it hangs it is not asked again"


def test_a_slow_keyring_that_answers_at_last_has_the_key(shelf: Shelf) -> None:
    keys = vault(shelf, seconds=0.05)
    shelf.gate.clear()
    assert keys.set(PROVIDER, KEY).result(SECONDS) is KeyPlace.MEMORY
    shelf.gate.set()
    _wait_for_keyring_threads()
    assert keys.get(KNOWN).result(SECONDS) == FoundKey(KEY, KeyPlace.KEYRING)


def test_a_late_answer_does_not_take_a_newer_key_away(shelf: Shelf) -> None:
    keys = vault(shelf, seconds=0.05)
    shelf.gate.clear()
    keys.set(PROVIDER, KEY).result(SECONDS)
    assert keys.set(PROVIDER, OTHER).result(SECONDS) is KeyPlace.MEMORY
    shelf.gate.set()
    _wait_for_keyring_threads()
    assert keys.get(KNOWN).result(SECONDS) == FoundKey(OTHER, KeyPlace.MEMORY)


def test_calls_come_in_their_order_and_off_the_callers_thread(shelf: Shelf) -> None:
    keys = vault(shelf)
    shelf.gate.clear()
    futures = [keys.set(PROVIDER, KEY), keys.delete(KNOWN), keys.set(PROVIDER, OTHER)]
    assert shelf.entered.wait(SECONDS)
    assert not any(future.done() for future in futures)
    shelf.gate.set()
    assert [future.result(SECONDS) for future in futures] == [KeyPlace.KEYRING, True, KeyPlace.KEYRING]
    assert list(shelf.kept.values()) == [OTHER.reveal()]


def test_no_thread_of_a_hanging_keyring_keeps_the_app_from_quitting(shelf: Shelf) -> None:
    keys = vault(shelf, seconds=0.05)
    shelf.gate.clear()
    keys.set(PROVIDER, KEY).result(SECONDS)
    assert all(thread.daemon for thread in threading.enumerate() if thread.name in ("keys", "keyring"))


def test_the_environment_wins_and_is_not_stored(shelf: Shelf) -> None:
    keys = vault(shelf, ORCHESTRATOR_KEY_EXAMPLE=" sk-from-outside\n")
    found = keys.get(PROVIDER).result(0)
    assert found == FoundKey(Secret("sk-from-outside"), KeyPlace.ENVIRONMENT)
    keys.set(PROVIDER, KEY).result(SECONDS)
    assert keys.get(KNOWN).result(0).key == Secret("sk-from-outside")
    assert "sk-from-outside" not in shelf.kept.values()


def test_an_empty_variable_is_none(shelf: Shelf) -> None:
    assert vault(shelf, ORCHESTRATOR_KEY_EXAMPLE=" ").get(PROVIDER).result(0) == FoundKey()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("OpenAI", "ORCHESTRATOR_KEY_OPENAI"),
        ("LM Studio", "ORCHESTRATOR_KEY_LM_STUDIO"),
        ("vllm-01.lan", "ORCHESTRATOR_KEY_VLLM_01_LAN"),
        ("Équipe β", "ORCHESTRATOR_KEY__QUIPE__"),
    ],
)
def test_the_variable_of_a_provider(name: str, expected: str) -> None:
    assert variable(name) == expected


@pytest.mark.parametrize("trouble", [None, RuntimeError(f"could not keep {KEY.reveal()}")])
def test_a_key_is_in_no_log_and_no_repr(
    shelf: Shelf, trouble: Exception | None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    keys = vault(shelf)
    shelf.trouble = trouble
    keys.set(PROVIDER, KEY).result(SECONDS)
    found = keys.get(KNOWN).result(SECONDS)
    assert found.key == KEY
    assert KEY.reveal() not in caplog.text + repr(found) + repr(keys)


class Plaintext(Shelf):
    """What keyrings.alt would be: a file."""


@pytest.mark.parametrize("backend", [fail.Keyring(), null.Keyring(), Plaintext()])
def test_what_is_no_keyring_of_the_system_counts_as_missing(
    backend: keyring.backend.KeyringBackend, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", backend)
    with pytest.raises(LookupError):
        system_keyring()


def test_of_a_chain_only_a_keyring_of_the_system_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    real = type("Keyring", (Shelf,), {"__module__": "keyring.backends.SecretService"})()
    _set_chain(monkeypatch, [Plaintext(), real])
    assert system_keyring() is real
    _set_chain(monkeypatch, [Plaintext()])
    with pytest.raises(LookupError):
        system_keyring()


def _set_chain(monkeypatch: pytest.MonkeyPatch, backends: list[keyring.backend.KeyringBackend]) -> None:
    chain: Callable[[], chainer.ChainerBackend] = type("Chain", (chainer.ChainerBackend,), {"backends": backends})
    monkeypatch.setattr(keyring.core, "_keyring_backend", chain())


def test_keyring_is_imported_on_first_use_only() -> None:
    code = (
        "import sys; from orchestrator_desktop.system.keys import KeyVault;"
        "KeyVault(str); print('keyring' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"


def _wait_for_keyring_threads() -> None:
    for thread in threading.enumerate():
        if thread.name == "keyring":
            thread.join(SECONDS)
