"""Context files of real life: what is text is read, what is not is told."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.exchange.texts import LARGEST, decode, read_text

WORDS = "Réunion à Lyon : café, 12 €"


def _file(folder: Path, raw: bytes) -> Path:
    path = folder / "notes.txt"
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize(
    "raw",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"),
        WORDS.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16 le", "utf-16 be", "utf-32", "windows"],
)
def test_a_text_is_read_whatever_wrote_it(tmp_path: Path, raw: bytes) -> None:
    assert read_text(_file(tmp_path, raw)) == WORDS


def test_line_ends_become_plain(tmp_path: Path) -> None:
    assert read_text(_file(tmp_path, b"one\r\ntwo\rthree\n")) == "one\ntwo\nthree\n"


def test_a_binary_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"notes\.txt is not a text file"):
        read_text(_file(tmp_path, b"\x89PNG\r\n\0\0"))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_text(tmp_path / "gone.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_text(tmp_path)


def test_what_no_model_could_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="larger than 2 MB"):
        read_text(_file(tmp_path, b"a" * (LARGEST + 1)))
    assert len(read_text(_file(tmp_path, b"a" * LARGEST))) == LARGEST


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device")
def test_what_never_ends_is_refused() -> None:
    with pytest.raises(UsageError, match="larger than 2 MB"):
        read_text(Path("/dev/zero"))


@given(st.text())
def test_what_was_written_as_utf_8_comes_back(text: str) -> None:
    if "\0" not in text and not text.startswith("\ufeff"):
        assert decode(text.encode(), Path("x")) == text


@given(st.binary())
def test_any_bytes_are_a_text_or_refused(raw: bytes) -> None:
    try:
        assert isinstance(decode(raw, Path("x")), str)
    except UsageError:
        assert b"\0" in raw
