"""The window knows the words of capture from its start, and pays for the grammar at the first line."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import sys
from orchestrator_desktop.domain import capture
assert capture.SpanKind.DUE
assert "orchestrator_desktop.domain.capture.reader" not in sys.modules
from orchestrator_desktop.domain.capture import parse
assert callable(parse)
assert "orchestrator_desktop.domain.capture.reader" in sys.modules
"""


def test_the_grammar_is_imported_on_first_use() -> None:
    subprocess.run([sys.executable, "-c", SCRIPT], check=True)
