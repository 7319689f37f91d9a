"""Opening and closing a session: what it fills a new file with, what it imports, what it says when it cannot."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from orchestrator_desktop.domain.delegate import ProviderKind
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.engine.desk import open_desk
from orchestrator_desktop.store import delegates
from tests.engine.scene import Scene

_IMPORTED = """
import json, sys
from pathlib import Path
from orchestrator_desktop.engine.desk import open_desk
desk = open_desk(Path(sys.argv[1]), run_engine=sys.argv[2] == "engine")
desk.writer.submit(lambda store: None).result()
print(json.dumps(sorted(set(sys.modules) & set(sys.argv[3:]))))
desk.close()
"""
_HEAVY = ("httpx", "keyring", "PySide6", "xllamacpp", "filelock", "sqlite_utils", "msgspec")


@pytest.mark.parametrize("mode", ["engine", "quick"])
def test_opening_imports_neither_network_nor_keyring_nor_window(tmp_path: Path, mode: str) -> None:
    Scene(tmp_path).desk.close()  # a file that is there and up to date
    command = [sys.executable, "-c", _IMPORTED, str(tmp_path), mode, *_HEAVY]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert json.loads(said.stdout) == []


def test_a_new_file_gets_the_built_in_model_once(tmp_path: Path) -> None:
    for _ in range(2):
        scene = Scene(tmp_path)
        kinds = [provider.kind for provider in scene.do(delegates.providers)]
        scene.desk.close()
        assert kinds == [ProviderKind.BUILTIN]


def test_a_file_that_cannot_be_used_is_said_and_leaves_no_thread(tmp_path: Path) -> None:
    (tmp_path / "orchestrator.sqlite").write_text("This is a shopping list, and no database. " * 50)
    before = threading.active_count()
    with pytest.raises(UserError, match="is not an Orchestrator file"):
        open_desk(tmp_path)
    assert threading.active_count() == before


def test_closing_leaves_no_thread_and_may_be_repeated(tmp_path: Path) -> None:
    before = threading.active_count()
    scene = Scene(tmp_path)
    scene.start()
    scene.desk.close()
    scene.desk.close()
    assert threading.active_count() == before


def test_without_work_no_lock_is_taken(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    scene.start()
    scene.desk.close()
    assert not (tmp_path / "engines").exists()
