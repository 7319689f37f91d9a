"""Which process is still there: real locks, real processes, one of them killed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.system.owners import FOLDER, Owner

_CHILD = """
import sys
from pathlib import Path
from orchestrator_desktop.system.owners import Owner
owner = Owner(Path(sys.argv[1]))
print(owner.token, flush=True)
sys.stdin.read()
"""


def _other(folder: Path) -> tuple[subprocess.Popen[str], str]:
    process = subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    return process, process.stdout.readline().strip()


def _locks(folder: Path) -> list[str]:
    return sorted(path.stem for path in (folder / FOLDER).glob("*.lock"))


def test_a_process_is_alive_until_it_is_killed(tmp_path: Path) -> None:
    with Owner(tmp_path) as me:
        process, token = _other(tmp_path)
        with process:
            assert me.alive(token)
            assert me.alive(token), "asking must not take the lock away"
            process.kill()
            process.wait(10)
            assert not me.alive(token)
        assert _locks(tmp_path) == [me.token], "the dead one's lock file is cleaned away"


def test_it_is_alive_to_others_and_dead_after_closing(tmp_path: Path) -> None:
    first, second = Owner(tmp_path), Owner(tmp_path)
    assert first.token != second.token
    assert first.alive(first.token)
    assert first.alive(second.token)
    second.close()
    assert not first.alive(second.token)
    first.close()
    assert not first.alive(first.token)
    assert _locks(tmp_path) == []


def test_a_name_nobody_bears_is_dead_and_leaves_no_file(tmp_path: Path) -> None:
    with Owner(tmp_path) as me:
        assert not me.alive("0123456789abcdef")
        assert _locks(tmp_path) == [me.token]


def test_a_new_owner_sweeps_what_dead_ones_left(tmp_path: Path) -> None:
    process, token = _other(tmp_path)
    with process:
        process.kill()
        process.wait(10)
    living, living_token = _other(tmp_path)
    with living, Owner(tmp_path) as me:
        assert _locks(tmp_path) == sorted([me.token, living_token])
        assert token not in _locks(tmp_path)
        living.kill()


def test_a_folder_that_cannot_be_made_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file is in the way")
    with pytest.raises(UserError, match="engines cannot be made"):
        Owner(tmp_path)
