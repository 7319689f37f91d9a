"""The real thing: gnome-keyring in a D-Bus session of its own, in a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")),
    reason="the Secret Service is the keyring of Linux desktops; needs dbus-run-session and gnome-keyring-daemon",
)

_PRELUDE = """
import sys, keyring
from orchestrator_desktop.domain.delegate import Provider, ProviderKind
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.system.keys import KeyPlace, KeyVault, system_keyring
here = "https://api.example.com"
provider = Provider(
    1, "Example", ProviderKind.REMOTE, "openai-chat", here + "/v1", "m", True, here, "", "", None, None, None)
vault = KeyVault(lambda url: here, seconds=20)
"""


UNLOCKED = "printf password | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
LOCKED = "gnome-keyring-daemon --start --components=secrets >/dev/null"
ABSENT = ":"


def _in_session(script: str, tmp_path: Path, daemon: str = UNLOCKED) -> str:
    """What `script` prints in a session of its own, after `daemon` has been started in it."""
    program = tmp_path / "program.py"
    program.write_text(_PRELUDE + script)
    # Sockets have short names: not in pytest's deep folders.
    with tempfile.TemporaryDirectory(prefix="keyring-") as runtime:
        environment = {
            **os.environ,
            "HOME": str(tmp_path),
            "XDG_DATA_HOME": str(tmp_path / "share"),
            "XDG_RUNTIME_DIR": runtime,
            "PYTHON_KEYRING_BACKEND": "keyring.backends.SecretService.Keyring",
        }
        environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
        said = subprocess.run(
            ["dbus-run-session", "--", "sh", "-ec", f'{daemon}\n"{sys.executable}" "{program}"'],
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert said.returncode == 0, said.stderr
    return said.stdout


def test_a_key_goes_to_the_secret_service_and_comes_back(tmp_path: Path) -> None:
    said = _in_session(
        """
assert type(system_keyring()).__module__ == "keyring.backends.SecretService"
print(vault.set(provider, Secret("sk-kept-in-the-keyring")).result())
found = KeyVault(lambda url: here, seconds=20).get(provider).result()
print(found.place, found.key.reveal())
print(keyring.get_password("orchestrator-desktop", "Example at " + here))
print(vault.delete(provider).result())
print(vault.get(provider).result().place, keyring.get_password("orchestrator-desktop", "Example at " + here))
""",
        tmp_path,
    )
    assert said.splitlines() == [
        "keyring",
        "keyring sk-kept-in-the-keyring",
        "sk-kept-in-the-keyring",
        "True",
        "none None",
    ]


@pytest.mark.parametrize("daemon", [LOCKED, ABSENT], ids=["locked", "absent"])
def test_a_locked_or_absent_keyring_leaves_the_key_in_memory(tmp_path: Path, daemon: str) -> None:
    said = _in_session(
        """
vault = KeyVault(lambda url: here, seconds=2)
print(vault.set(provider, Secret("sk-kept-in-memory")).result())
print(vault.get(provider).result().place)
print(KeyVault(lambda url: here, seconds=2).get(provider).result())
""",
        tmp_path,
        daemon,
    )
    assert said.splitlines() == [
        "memory",
        "memory",
        "FoundKey(key=None, place=<KeyPlace.NONE: 'none'>, keyring_down=True)",
    ]
