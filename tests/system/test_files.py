"""Files that are copied beside the store: what is taken, and what is left behind."""

import os
import sys
from pathlib import Path

import pytest

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.system import files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    made.mkdir()
    return made


def kept(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_what_is_no_file_is_refused_at_once(folder: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")  # reading it would wait for ever
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for path in (tmp_path / "pipe", tmp_path, Path("/dev/zero"), Path("."), tmp_path / "loop"):
        with pytest.raises(UserError, match="Nothing was changed") as refused:
            files.keep_file(folder, path)
        assert not str(refused.value).startswith(" ")
    assert kept(folder) == []


def test_a_file_that_is_or_grows_too_large_leaves_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "log"
    source.write_bytes(b"x" * 3_000)
    monkeypatch.setattr(files, "LARGEST", 2_000)
    with pytest.raises(UserError, match="larger than"):
        files.keep_file(folder, source)
    monkeypatch.setattr(files, "LARGEST", 5_000)
    monkeypatch.setattr(files, "_PIECE", 1_000)
    with source.open("ab") as grows, pytest.raises(UserError, match="larger than"):
        digest = files.hashlib.sha256

        class Grows:
            """Hashes what is read, while the file grows by as much."""

            def __init__(self) -> None:
                self._digest = digest()

            def update(self, piece: bytes) -> None:
                grows.write(b"x" * 1_000)
                grows.flush()

        monkeypatch.setattr(files.hashlib, "sha256", Grows)
        files.keep_file(folder, source)
    assert kept(folder) == []


def test_a_copy_that_was_never_finished_is_removed_with_what_nobody_needs(folder: Path, tmp_path: Path) -> None:
    source = tmp_path / "plan.pdf"
    source.write_bytes(b"%PDF")
    wanted, _ = files.keep_file(folder, source)
    for name in ("tmpdead", "tmpalive"):
        (folder / files.FOLDER / name).write_bytes(b"half")
    for path in (folder / files.FOLDER / "tmpdead", files.kept_path(folder, wanted)):
        os.utime(path, (1_000, 1_000))
    assert files.forget_others(folder, {wanted}, before=2_000) == 1
    assert kept(folder) == sorted([wanted, "tmpalive"])
