"""Whatever stands in a file, it is read or refused in words: nothing else is raised, and nothing hangs."""

from __future__ import annotations

from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.exchange.reading import detect
from tests.exchange.records import CORPORA, NOW, source

READERS = {
    "ical": "ical/*.ics",
    "taskwarrior": "taskwarrior/*.json",
    "todotxt": "todotxt/*.txt",
    "markdown": "markdown/*.md",
    "jsonfile": "taskwarrior/*.json",
}
BITS = st.sampled_from(
    [
        b"", b"\0", b"\n", b"\r\n ", b"\xff", b'"', b"\\", b":", b";", b"{", b"]", b",", b"-", b"20261340T996199Z",
        b"BEGIN:VTODO\r\n", b"END:VTODO\r\n", b"BEGIN:VALARM\r\n", b"RRULE:FREQ=DAILY;COUNT=99999999\r\n",
        b"\xed\xa0\x80",
        b"\\ud800", b"null", b"1e999", b"99999999999999999999", b"  - [ ] ", b"```\n", b"00010101", b"99991231T235959",
        b"FREQ=YEARLY;BYDAY=53MO", b"(A) ", b"x ", b"due:", b"\xe2\x80\xa8", b"[tags:: ", b"\xf0\x9f\x94\x81 every ",
        b"#",
        b'"due":"99991231T235959Z",', b'"recur":"P9999Y",', b"TZID=Africa", b"DTSTART:00010101T000000\r\n",
    ]
)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn, reader: str) -> bytes:
    files = sorted(CORPORA.glob(READERS[reader]))
    data = draw(st.sampled_from(files)).read_bytes()
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 60)))
        data = data[:start] + draw(st.one_of(BITS, st.binary(max_size=8))) + data[end:]
    return data


@pytest.mark.parametrize("reader", READERS)
@given(data=st.data())
@settings(max_examples=60)
def test_mutated_files(reader: str, data: st.DataObject) -> None:
    raw = data.draw(st.one_of(mutated(reader), st.binary(max_size=200), st.text(max_size=100).map(str.encode)))
    detect("file", raw)
    module = import_module(f"orchestrator_desktop.exchange.{reader}")
    writing = import_module(f"orchestrator_desktop.exchange.{reader}_out")
    try:
        batch = module.read_batch(source(raw), now=NOW)
    except UserError as error:
        assert "Nothing was imported" in str(error)
        return
    assert "".join(writing.written(batch.records)).encode("utf-8", "replace") is not None
    assert all(str(lost) and lost.count > 0 for lost in batch.lost)


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        (
            "ical",
            "BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:x\nDESCRIPTION:" + "\\" * 200_000 + "\nEND:VTODO\nEND:VCALENDAR",
        ),
        (
            "ical",
            "BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:x\nCATEGORIES:" + "," * 200_000 + "\\\nEND:VTODO\nEND:VCALENDAR",
        ),
        ("ical", "BEGIN:VCALENDAR\n" + "\n" * 300_000 + 'BEGIN:VTODO\nSUMMARY;A="' + ";B=" * 50_000 + "\nEND:VTODO"),
        ("ical", "BEGIN:VTODO\n" * 5_000),
        ("markdown", "- [ ] a " + "[" * 50_000 + "(" * 50_000),
        ("markdown", "- [ ] " + "🔁 every " + "a " * 100_000 + "\n" + "\n" * 100_000 + "  x"),
        ("markdown", "> " * 100_000 + "- [ ] a\n" + "- " * 100_000),
        ("markdown", "".join("\t" * (n % 200) + "- [ ] a\n" for n in range(20_000))),
        ("todotxt", "x " * 200_000),
        ("todotxt", "a:" * 200_000 + " " + "+" * 100_000),
        (
            "taskwarrior",
            "[" + ",".join(['{"uuid":"a","description":"b","parent":"a","depends":"a,a,a"}'] * 5_000) + "]",
        ),
        ("taskwarrior", '{"a":' * 20_000),
    ],
)
def test_what_is_meant_to_hang_does_not(reader: str, text: str) -> None:
    module = import_module(f"orchestrator_desktop.exchange.{reader}")
    try:
        module.read_batch(source(text), now=NOW)
    except UserError as error:
        assert "Nothing was imported" in str(error)
