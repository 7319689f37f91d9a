"""What is printed fits the terminal, and is nothing a terminal would obey."""

from __future__ import annotations

import io
import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.cli import screen


@given(st.text(), st.integers(1, 60))
def test_an_elided_line_fits(text: str, room: int) -> None:
    line = screen.elide(text, room)
    assert screen.width(line) <= room
    assert "\n" not in line


def test_a_very_long_line_is_cut_at_once() -> None:
    assert screen.elide("日本 " * 200_000, 20) == "日本 日本 日本 日本…"  # character by character it took hours


@given(st.lists(st.tuples(st.text(max_size=40), st.text(max_size=120), st.text(max_size=40)), min_size=1, max_size=4))
def test_a_table_fits_a_narrow_terminal(rows: list[tuple[str, str, str]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        stream = io.StringIO()
        patch.setattr(sys, "stdout", stream)
        patch.setenv("COLUMNS", "40")
        screen.table(("Identity", "Task", "Domain"), rows, stretch=1)
    assert all(screen.width(line) <= 40 for line in stream.getvalue().split("\n"))


@given(st.text())
def test_nothing_a_terminal_would_obey_is_left(text: str) -> None:
    assert not set(screen.clean(text)) & {chr(code) for code in (*range(9), *range(11, 32), *range(127, 160))}


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("日本", 4), ("e\u0301", 1), ("👍", 2), ("a\u200db", 2), ("", 0)]
)
def test_width(text: str, columns: int) -> None:
    assert screen.width(text) == columns


class Terminal(io.TextIOWrapper):
    """A stream in some encoding that says it is a terminal."""

    def __init__(self, encoding: str, *, tty: bool = False) -> None:
        super().__init__(io.BytesIO(), encoding, newline="\n")
        self._tty = tty

    def isatty(self) -> bool:
        return self._tty

    @property
    def written(self) -> bytes:
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue()


def terminal(monkeypatch: pytest.MonkeyPatch, encoding: str = "utf-8", *, tty: bool = False) -> Terminal:
    stream = Terminal(encoding, tty=tty)
    monkeypatch.setattr(sys, "stdout", stream)
    screen.prepare_streams()
    return stream


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        ("utf-8", "“Café” — 10 € … 日".encode()),
        ("ascii", b'"Cafe" - 10 EUR ... ?'),
        ("cp1252", b"\x93Caf\xe9\x94 \x97 10 \x80 \x85 ?"),
        ("cp437", b'"Caf\x82" - 10 EUR ... ?'),
    ],
)
def test_what_an_encoding_lacks_has_a_likeness(monkeypatch: pytest.MonkeyPatch, encoding: str, written: bytes) -> None:
    stream = terminal(monkeypatch, encoding)
    screen.say("“Café” — 10 € … 日")
    assert stream.written == written + b"\n"


@given(st.text())
def test_json_survives_any_encoding(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        stream = terminal(patch, "ascii")
        screen.say_json([text])
        assert json.loads(stream.written) == [text]


def test_json_holds_no_controls(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal(monkeypatch)
    screen.say_json(["\x1b[31m\x9b\x7f"])
    assert json.loads(stream.written) == ["\x1b[31m\x9b\x7f"]
    assert not any((ord(char) < 32 and char != "\n") or 127 <= ord(char) < 160 for char in stream.written.decode())


@pytest.mark.parametrize("stretch", [0, 1])
def test_a_column_without_content_is_left_out_whichever_it_is(monkeypatch: pytest.MonkeyPatch, stretch: int) -> None:
    stream = terminal(monkeypatch)
    screen.table(("Name", "Note"), [("one", ""), ("two", "")], stretch=stretch)
    assert stream.written.decode().splitlines() == ["Name", "one", "two"]


@pytest.mark.parametrize(("tty", "variable", "styled"), [(True, "", True), (False, "", False), (True, "1", False)])
def test_weight_is_for_terminals_that_want_it(
    monkeypatch: pytest.MonkeyPatch, tty: bool, variable: str, styled: bool
) -> None:
    monkeypatch.setenv("NO_COLOR", variable)
    monkeypatch.setenv("TERM", "xterm")
    stream = terminal(monkeypatch, tty=tty)
    screen.say("Head", bold=True)
    assert (b"\x1b" in stream.written) is styled


def test_without_a_stdout_nothing_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    screen.prepare_streams()
    screen.say("Nobody listens")
    screen.say_json([])
    assert screen.columns() > 0
