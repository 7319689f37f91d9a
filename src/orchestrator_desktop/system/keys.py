"""Providers' keys: in the system's keyring, where there is one that answers; else in memory until the app quits.

A keyring may be missing, locked behind a question to the user, or slow, so that every call on it has a time limit and
a thread of its own, and what callers get is a future that is never late. A key belongs to one origin (scheme, host,
port): where a provider's address has moved elsewhere, its key is not given."""

from __future__ import annotations

import logging
import os
import queue
import re
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, TypeVar

from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.secret import Secret

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE: Final = "orchestrator-desktop"
PREFIX: Final = "ORCHESTRATOR_KEY_"
SECONDS: Final = 5.0

_SYSTEM_KEYRINGS: Final = frozenset({"SecretService", "libsecret", "kwallet", "macOS", "Windows"})
"""Modules of keyring that hand keys to the operating system. Every other backend, also one that the user's
configuration names, may be a plain file, and counts as missing."""

T = TypeVar("T")
_log: Final = logging.getLogger(__name__)


class KeyPlace(StrEnum):
    """Where a provider's key is."""

    KEYRING = "keyring"
    MEMORY = "memory"
    """Until the app quits: the keyring is missing, locked or slow."""
    ENVIRONMENT = "environment"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class FoundKey:
    """A provider's key and where it was. `keyring_down`: the keyring was asked, and did not answer."""

    key: Secret | None = None
    place: KeyPlace = KeyPlace.NONE
    keyring_down: bool = False


class KeyVault:
    """Gets, sets and deletes keys. Each method may be called from any thread, returns at once, and gives a future
    that is done within `seconds`, those before it included where the keyring hangs.

    `origin_of` names the origin of a base URL; `backend` finds the keyring and may raise anything."""

    def __init__(
        self,
        origin_of: Callable[[str], str],
        *,
        seconds: float = SECONDS,
        backend: Callable[[], KeyringBackend] | None = None,
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        self._origin_of = origin_of
        self._keyring = _Keyring(backend or system_keyring, seconds)
        self._environment = environment
        self._memory: dict[str, Secret] = {}

    def get(self, provider: Provider) -> Future[FoundKey]:
        """The key of `provider`: from the environment, which wins; else from memory; else from the keyring, which is
        asked only where the provider is known to have a key there."""
        if not provider.base_url:
            return _done(FoundKey())
        here = self._origin_of(provider.base_url)
        if provider.key_origin not in (None, here):
            return _done(FoundKey())
        if text := self._environment.get(variable(provider.name), "").strip():
            return _done(FoundKey(Secret(text), KeyPlace.ENVIRONMENT))
        account = _account(provider, here)
        if account in self._memory:
            return _done(FoundKey(self._memory[account], KeyPlace.MEMORY))
        if provider.key_origin is None:
            return _done(FoundKey())
        return self._keyring.call(
            lambda keyring: _found(keyring.get_password(SERVICE, account)), FoundKey(keyring_down=True)
        )

    def set(self, provider: Provider, key: Secret) -> Future[KeyPlace]:
        """Keep `key` for the present address of `provider`: in the keyring, or else in memory."""
        account = _account(provider, self._origin_of(provider.base_url))
        self._memory[account] = key  # at once, so that nothing has to wait for the keyring

        def keep(keyring: KeyringBackend) -> KeyPlace:
            keyring.set_password(SERVICE, account, key.reveal())
            if self._memory.get(account) is key:  # it may have hung so long that there is a newer one
                del self._memory[account]
            return KeyPlace.KEYRING

        return self._keyring.call(keep, KeyPlace.MEMORY)

    def delete(self, provider: Provider) -> Future[bool]:
        """Forget the key of `provider`; whether the keyring holds it no more."""
        origin = provider.key_origin or self._origin_of(provider.base_url)
        account = _account(provider, origin)
        self._memory.pop(account, None)

        def forget(keyring: KeyringBackend) -> bool:
            if keyring.get_password(SERVICE, account) is not None:
                keyring.delete_password(SERVICE, account)
            return True

        return self._keyring.call(forget, False)


def variable(name: str) -> str:
    """The environment variable that may hold the key of the provider called `name`."""
    return PREFIX + re.sub(r"[^A-Z0-9]", "_", name.upper())


def system_keyring() -> KeyringBackend:
    """The operating system's keyring. Raises LookupError where there is none, and whatever the backends raise."""
    import keyring

    found = keyring.get_keyring()
    # Where several are there, keyring chains them, and falls from a locked one to the next: here the best one counts.
    candidates = list(getattr(found, "backends", [found]))
    for candidate in candidates:
        room, _, module = type(candidate).__module__.rpartition(".")
        if room == "keyring.backends" and module in _SYSTEM_KEYRINGS:
            backend: KeyringBackend = candidate
            return backend
    raise LookupError(f"no keyring of the system among {[type(candidate).__module__ for candidate in candidates]}")


class _Keyring:
    """Calls on the keyring, one after another and each within a time limit, on threads that no quitting waits for."""

    def __init__(self, backend: Callable[[], KeyringBackend], seconds: float) -> None:
        self._backend = backend
        self._seconds = seconds
        self._jobs: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._starting = threading.Lock()
        self._started = False
        self._hanging: threading.Thread | None = None

    def call(self, act: Callable[[KeyringBackend], T], otherwise: T) -> Future[T]:
        """What `act` returns for the keyring; `otherwise` where it raises or takes too long."""
        future: Future[T] = Future()
        self._jobs.put(lambda: _settle(future, self._limited(act, otherwise)))
        with self._starting:
            if not self._started:
                self._started = True
                threading.Thread(target=self._work, name="keys", daemon=True).start()
        return future

    def _work(self) -> None:
        while True:
            self._jobs.get()()

    def _limited(self, act: Callable[[KeyringBackend], T], otherwise: T) -> T:
        if self._hanging is not None and self._hanging.is_alive():
            return otherwise  # it has not answered the last question yet: do not pile up more
        answers: list[T] = []
        thread = threading.Thread(target=self._ask, args=(act, answers), name="keyring", daemon=True)
        thread.start()
        thread.join(self._seconds)
        self._hanging = thread
        return answers[0] if answers else otherwise

    def _ask(self, act: Callable[[KeyringBackend], T], answers: list[T]) -> None:
        try:
            answers.append(act(self._backend()))
        except Exception as error:  # noqa: BLE001 - backends raise what their libraries raise; without a keyring, life goes on
            # Its name alone: the message of a backend may quote what it was asked to keep.
            _log.info("the keyring did not answer: %s", type(error).__name__)


def _settle(future: Future[Any], outcome: object) -> None:
    if future.set_running_or_notify_cancel():
        future.set_result(outcome)


def _done(outcome: T) -> Future[T]:
    future: Future[T] = Future()
    future.set_result(outcome)
    return future


def _found(text: str | None) -> FoundKey:
    return FoundKey(Secret(text), KeyPlace.KEYRING) if text else FoundKey()


def _account(provider: Provider, origin: str) -> str:
    return f"{provider.name} at {origin}"
