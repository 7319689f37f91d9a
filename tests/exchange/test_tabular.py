"""Tables of real life: any delimiter, quotes that go wrong, lines too long."""

from __future__ import annotations

import csv
import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.exchange.tabular import Names, made_uid, read_rows, table

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


@pytest.mark.parametrize("line", ['"""x\n', '"x', '   "x', 'a,"\n', '""",'])
def test_thousands_of_wrong_quotes_take_no_time(line: str) -> None:
    begun = time.process_time()
    assert list(read_rows(line * 50_000, ","))
    assert time.process_time() - begun < 3


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
