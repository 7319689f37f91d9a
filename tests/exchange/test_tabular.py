"""Tables of real life: any delimiter, quotes that go wrong, lines too long."""

from __future__ import annotations

import csv
import io
import re
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.exchange.tabular import _UNCLOSED, Names, _Cells, made_uid, read_rows, table
from tests.steps import grows_evenly

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=12)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('a,"b\nc",d\nx,"he said ""hi""",z', [["a", "b\nc", "d"], ["x", 'he said "hi"', "z"]]),
        ('a;b\n1;"x;y"\n', [["a", "b"], ["1", "x;y"]]),
        ("a\tb\n1\t2,5\n", [["a", "b"], ["1", "2,5"]]),
        ("sep=;\na,b;c\n1;2\n", [["a,b", "c"], ["1", "2"]]),
        ('"a" ,b\n1,2\n', [["a", "b"], ["1", "2"]]),
        ("a,b,\n", [["a", "b", ""]]),
        ("a,b", [["a", "b"]]),
        ("", []),
    ],
    ids=["quotes", "semicolon", "tab", "Excel names it", "blank after a quote", "empty last", "no line end", "empty"],
)
def test_rows(text: str, rows: list[list[str]]) -> None:
    assert list(read_rows(text)) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('a,"he said "hi" to me",c\n1,2,3\n', [["a", 'he said "hi" to me', "c"], ["1", "2", "3"]]),
        ('a,"not closed\n"c","d"\n', [["a", '"not closed'], ["c", "d"]]),
        ('a,b\n1,"2\n3,4\n', [["a", "b"], ["1", '"2'], ["3", "4"]]),
        ('a,5" pipe\n', [["a", '5" pipe']]),
    ],
    ids=["quotes within", "closed by the next line", "never closed", "inches"],
)
def test_a_wrong_quote_costs_no_line(text: str, rows: list[list[str]]) -> None:
    assert list(read_rows(text, ",")) == rows


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5), st.sampled_from(",;\t|"))
def test_what_a_library_writes_is_read(rows: list[list[str]], delimiter: str) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    assert list(read_rows(text.getvalue(), delimiter)) == rows


@given(st.text(st.sampled_from(' ",;\n\tab'), max_size=60), st.sampled_from(",;\t"))
def test_no_character_of_a_broken_table_is_lost(text: str, delimiter: str) -> None:
    read = "".join(cell for row in read_rows(text, delimiter) for cell in row)
    letters = [char for char in text if char in "ab"]
    assert [char for char in read if char in "ab"] == letters


WRONG = ('"""x\n', '"x', '   "x', 'a,"\n', '""",')
"""Lines and cells with quotes that nothing closes; the bench reads a hundred thousand of each."""


class _Looking:
    """A pattern that remembers where it looked in vain."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self.in_vain = 0

    def match(self, text: str, place: int) -> re.Match[str] | None:
        found = self._pattern.match(text, place)
        self.in_vain += found is None
        return found


@pytest.mark.parametrize("line", WRONG)
def test_of_thousands_of_wrong_quotes_few_are_looked_for_to_the_end(line: str) -> None:
    cells = _Cells(line * 5_000, ",")
    cells._quoted = looking = cast("Any", _Looking(cells._quoted))
    taken = 0
    while not cells.at_end:
        cells.take()
        taken += 1
    assert looking.in_vain <= _UNCLOSED
    assert taken <= 2 * 5_000 + 1


@pytest.mark.parametrize("line", WRONG)
def test_ten_times_as_many_wrong_quotes_are_ten_times_the_work(line: str) -> None:
    assert grows_evenly(lambda number: lambda: list(read_rows(line * number, ",")))


def test_columns_have_names_of_their_own() -> None:
    found = table([["Name", "", "Name "], [" a ", "b", "c", "", "d"], ["", " ", ""]])
    assert found.columns == ("Name", "Column 2", "Name (3)")
    (line,) = found.lines
    assert [line[column] for column in found.columns] == ["a", "b", "c"]
    assert line.more == ("d",)
    assert line["none"] == ""


def test_names_last_and_tell_the_second_apart() -> None:
    first, again = Names("csv"), Names("csv")
    assert first.make("a", "b") == again.make("a", "b")
    assert first.make("a", "b") not in (made_uid("csv", "a", "b", "1"), first.make("a", "b"))
    assert made_uid("a", "b") != made_uid("ab", "")
