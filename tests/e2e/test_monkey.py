"""Whatever is pressed and clicked, in whatever order: no exception, no word from Qt, no crash, a sound file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from orchestrator_desktop.store.opening import open_readonly

ROOT = Path(__file__).parents[2]
SEED, ACTS = 2026, 120


def test_the_window_bears_anything(tmp_path: Path) -> None:
    command = [sys.executable, "-X", "faulthandler", "-m", "tests.e2e.monkey", str(tmp_path), str(SEED), str(ACTS)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    store = open_readonly(tmp_path)
    assert store.value("PRAGMA integrity_check") == "ok"
    assert store.rows("PRAGMA foreign_key_check") == []
    assert not store.rows("SELECT id FROM attempt WHERE state IN ('sent', 'streaming')"), "closed, and still on its way"
    store.close()
