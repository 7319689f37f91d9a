"""What is written and read again is the same, in all that the format can hold."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestrator_desktop.domain.transfer import Record
from tests.exchange.records import NOW, batches, by_uid, differences, source

FORMATS = {
    "jsonfile": "jsonfile_out",
    "todotxt": "todotxt_out",
    "taskwarrior": "taskwarrior_out",
    "ical": "ical_out",
    "markdown": "markdown_out",
}


@pytest.mark.parametrize("reader", FORMATS)
@given(data=st.data())
@settings(max_examples=40)
def test_written_and_read_again(reader: str, data: st.DataObject) -> None:
    writing = import_module(f"orchestrator_desktop.exchange.{FORMATS[reader]}")
    reading = import_module(f"orchestrator_desktop.exchange.{reader}")
    records: list[Record] = data.draw(batches())
    pieces = list(writing.written(records))
    batch = reading.read_batch(source(pieces), now=NOW)
    assert sorted(by_uid(batch)) == [record.uid for record in records], "".join(pieces)
    for before in records:
        after = by_uid(batch)[before.uid]
        assert not differences(after, writing.representable(before)), "".join(pieces)
    assert not batch.lost
    assert list(writing.written(batch.records)) == pieces


@pytest.mark.parametrize("reader", ["todotxt", "markdown"])
@pytest.mark.parametrize("hour", [0, 1])
def test_the_hour_that_comes_twice_is_told_apart(reader: str, hour: int) -> None:
    writing = import_module(f"orchestrator_desktop.exchange.{FORMATS[reader]}")
    reading = import_module(f"orchestrator_desktop.exchange.{reader}")
    moment = datetime(2026, 10, 25, hour, 30, tzinfo=UTC)  # half past two in Paris, both times
    text = "".join(writing.written([Record("a", "u", due=moment, defer=moment, deadline=moment)]))
    (record,) = reading.read_batch(source(text), now=NOW).records
    assert (record.due, record.defer, record.deadline) == (moment, moment, moment), text
