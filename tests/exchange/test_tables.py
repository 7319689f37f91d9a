from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.exchange.tables import csv_line, write_csv

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)


def read(line: str) -> list[str]:
    (cells,) = csv.reader(io.StringIO(line, newline=""))
    return cells


@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_what_is_written_is_read_again(cells: list[str]) -> None:
    assert [cell.removeprefix("'") for cell in read(csv_line(cells))] == [cell.removeprefix("'") for cell in cells]


@given(st.sampled_from("=+-@\t\r"), TEXTS)
def test_no_text_is_a_formula(sign: str, rest: str) -> None:
    assert read(csv_line([sign + rest, -5])) == ["'" + sign + rest, "-5"]


def test_a_spreadsheet_sees_that_it_is_utf8(tmp_path: Path) -> None:
    file = tmp_path / "sent.csv"
    assert write_csv(file, [("what", "où"), ("Été", None)]) == 2
    assert file.read_bytes() == "\N{ZERO WIDTH NO-BREAK SPACE}what,où\r\nÉté,\r\n".encode()
    assert list(tmp_path.iterdir()) == [file]


def test_a_failure_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "sent.csv"
    file.write_text("old")

    def rows() -> Iterator[tuple[str]]:
        yield ("new",)
        raise OSError(28, "No space left on device")

    with pytest.raises(UsageError, match=r"sent.csv cannot be written: No space left"):
        write_csv(file, rows())
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        write_csv(tmp_path / "gone" / "sent.csv", [])
