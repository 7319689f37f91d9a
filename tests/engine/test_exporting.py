from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.engine.desk import Desk, open_desk
from orchestrator_desktop.engine.exporting import SENT_COLUMNS, export_sent
from orchestrator_desktop.operations.sentlog import Departure, log_sent


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = open_desk(tmp_path / "data", run_engine=False)
    yield desk
    desk.close()


def test_the_whole_log_is_written_newest_first(desk: Desk, tmp_path: Path) -> None:
    lines = [Departure("test", f"P{number}", "https://x.example/v1", number, "m") for number in range(450)]
    desk.writer.submit(log_sent, departures=lines).result(timeout=10)
    file = tmp_path / "sent.csv"
    assert export_sent(desk, file).result(timeout=10) == 450
    with file.open(encoding="utf-8-sig", newline="") as text:
        heads, *rows = csv.reader(text)
    assert tuple(heads) == SENT_COLUMNS
    assert [row[heads.index("provider")] for row in rows] == [f"P{number}" for number in reversed(range(450))]
    assert {row[heads.index("cost_usd")] for row in rows} == {""}, "unknown is not 0"


def test_a_place_that_cannot_be_written_is_said(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        export_sent(desk, tmp_path / "gone" / "sent.csv").result(timeout=10)
