"""bootstrap.sh finds a Python that can carry the app: the environment's, the one named, the first that fits."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "bootstrap.sh"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell script")


def program(path: Path, body: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
    path.chmod(0o755)
    return path


def python(path: Path, *, fits: bool = True) -> Path:
    """A Python that is recent enough or not, and says which one it is when it is given the bootstrap."""
    return program(path, f'case "$1" in -c) exit {0 if fits else 1};; *) echo "{path.name}: $*";; esac')


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "my projects" / "packaging"
    folder.mkdir(parents=True)
    shutil.copy(SCRIPT, folder)
    return folder.parent


def bootstrap(project: Path, bin_folder: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", str(project / "packaging" / "bootstrap.sh"), "run", "--data-dir", "my data"],
        env={"PATH": f"{bin_folder}:{os.defpath}", **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_first_that_fits_is_taken(project: Path, tmp_path: Path) -> None:
    python(tmp_path / "bin" / "python3", fits=False)
    python(tmp_path / "bin" / "python3.13")
    assert bootstrap(project, tmp_path / "bin").stdout.startswith("python3.13: ")


def test_the_arguments_arrive(project: Path, tmp_path: Path) -> None:
    python(tmp_path / "bin" / "python3")
    assert bootstrap(project, tmp_path / "bin").stdout.endswith("bootstrap.py run --data-dir my data\n")


def test_the_environment_s_own_is_taken_once_it_is_whole(project: Path, tmp_path: Path) -> None:
    python(tmp_path / "bin" / "python3")
    python(project / ".venv" / "bin" / "python")
    assert bootstrap(project, tmp_path / "bin").stdout.startswith("python3: ")
    (project / ".venv" / "installed").touch()
    assert bootstrap(project, tmp_path / "bin").stdout.startswith("python: ")


def test_the_one_that_is_named_goes_first(project: Path, tmp_path: Path) -> None:
    python(tmp_path / "bin" / "python3")
    python(project / ".venv" / "bin" / "python")
    (project / ".venv" / "installed").touch()
    chosen = python(tmp_path / "other place" / "chosen")
    assert bootstrap(project, tmp_path / "bin", PYTHON=str(chosen)).stdout.startswith("chosen: ")


def test_one_that_is_named_and_too_old_is_refused(project: Path, tmp_path: Path) -> None:
    old = python(tmp_path / "old", fits=False)
    run = bootstrap(project, tmp_path, PYTHON=str(old))
    assert run.returncode == 1
    assert f"{old} is not a Python 3.11" in run.stderr


def test_where_there_is_none_the_message_says_how_to_get_one(project: Path, tmp_path: Path) -> None:
    for name in ("python3", "python3.14", "python3.13", "python3.12", "python3.11", "python"):
        python(tmp_path / "bin" / name, fits=False)
    run = bootstrap(project, tmp_path / "bin")
    assert run.returncode == 1
    assert "sudo apt install python3 python3-venv" in run.stderr
