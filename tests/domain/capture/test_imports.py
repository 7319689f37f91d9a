"""The window knows the words of capture from its start, pays for the grammar at the first line, and for that of
recurrence at the first line that may repeat."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import sys
from datetime import UTC, datetime
from orchestrator_desktop.domain import capture
assert capture.SpanKind.DUE
assert "orchestrator_desktop.domain.capture.reader" not in sys.modules
from orchestrator_desktop.domain.capture import parse
assert callable(parse)
assert "orchestrator_desktop.domain.capture.reader" in sys.modules
assert parse("Relancer Nora demain 9h", now=datetime.now(UTC)).due
assert "orchestrator_desktop.domain.capture.repeating" not in sys.modules
assert parse("Relancer Nora tous les lundis", now=datetime.now(UTC)).recurrence
assert "orchestrator_desktop.domain.capture.repeating" in sys.modules
assert "dateutil" not in sys.modules
"""


def test_the_grammar_is_imported_on_first_use() -> None:
    subprocess.run([sys.executable, "-c", SCRIPT], check=True)
