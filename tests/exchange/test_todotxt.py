"""todo.txt as its programs write it."""

from __future__ import annotations

from datetime import date

import pytest

from orchestrator_desktop.domain.recurrence import MonthEnd, Recurrence
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.domain.transfer import Record
from orchestrator_desktop.exchange import todotxt
from orchestrator_desktop.exchange.todotxt_out import written
from orchestrator_desktop.exchange.todotxt_rec import read_rec, write_rec
from tests.exchange.records import CORPORA, NOW, source


def _read(text: str, name: str = "todo.txt") -> Record:
    (record,) = todotxt.read_batch(source(text, name), now=NOW).records
    return record


def test_a_file_of_real_life() -> None:
    batch = todotxt.read_batch(source((CORPORA / "todotxt/todo.txt").read_bytes(), "todo.txt"), now=NOW)
    found = {record.title: record for record in batch.records}
    meatballs = found["Thank Mom for the meatballs"]
    assert (meatballs.priority, meatballs.domain, meatballs.tags) == (1, "Family", ("phone",))
    assert (meatballs.due, meatballs.created_at and meatballs.created_at.date()) == (
        date(2026, 11, 30),
        date(2026, 11, 20),
    )
    assert found["Schedule Goodwill pickup"].defer == date(2026, 12, 1)
    assert found["Post signs around the neighborhood"].tags == ("Printing",)
    paid = found["Pay the electricity bill"]
    assert (paid.stage, paid.priority) == (Stage.DONE, 2)
    assert (paid.done_at, paid.created_at) == (NOW.replace(day=18, hour=11), NOW.replace(day=10, hour=11))
    read = found["Read http://example.org/a:b and C:\\temp"]
    assert (read.priority, read.extra) == (3, {"priority": "F", "keys": [["est", "30m"]]})
    assert found["Bake the cake"].parent == found["Buy eggs Re:budget"].uid == "todo.txt#1"
    assert found["Call at once"].due is None
    assert [(str(lost), lost.count) for lost in batch.lost] == [("“due:tomorrow” is no date", 1)]


@pytest.mark.parametrize("line", (CORPORA / "todotxt/todo.txt").read_text("utf-8-sig").split("\n"))
def test_what_was_read_means_the_same_when_it_is_written(line: str) -> None:
    records = todotxt.read_batch(source(line), now=NOW).records
    again = todotxt.read_batch(source(list(written(records))), now=NOW).records
    assert again == records or records[0].parent  # a part without its task is a task


def test_foreign_words_go_back_as_they_came() -> None:
    line = "(F) 2026-11-01 Read it +Home +Garden @desk due:2026-12-01 est:30m h:1 url:a/b\n"
    assert list(written([_read(line)])) == [line]


@pytest.mark.parametrize(
    ("text", "rule", "after"),
    [
        ("1w", "FREQ=WEEKLY", True),
        ("+2m", "FREQ=MONTHLY;INTERVAL=2", False),
        ("3D", "FREQ=DAILY;INTERVAL=3", True),
        ("+1y", "FREQ=YEARLY", False),
        ("b", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", True),
    ],
)
def test_rec(text: str, rule: str, after: bool) -> None:
    due = date(2026, 12, 1)
    found = read_rec(text, due)
    assert found == Recurrence(rule, after, MonthEnd.CLAMP, due)
    assert found is not None and read_rec(write_rec(found, due) or "", due) == found


@pytest.mark.parametrize("text", ["5b", "0d", "weekly", "+", "1x"])
def test_a_rec_that_cannot_be_is_said_and_kept(text: str) -> None:
    batch = todotxt.read_batch(source(f"a rec:{text}"), now=NOW)
    assert batch.records[0].recurrence is None
    assert batch.records[0].extra["keys"] == [["rec", text]]
    assert [lost.count for lost in batch.lost] == [1]


@pytest.mark.parametrize(
    "line",
    ["xylophone lesson", "X marks", "x", "(a) small", "(AB) two", "2026-13-45 is no day", "a@b.org wrote", "1+1"],
)
def test_plain_words_stay_words(line: str) -> None:
    record = _read(line)
    assert (record.title, record.stage, record.priority, record.tags) == (line, Stage.INBOX, None, ())


def test_a_line_of_names_alone_keeps_its_words() -> None:
    record = _read("+Solo @alone")
    assert (record.title, record.domain, record.tags) == ("+Solo @alone", "Solo", ("alone",))
