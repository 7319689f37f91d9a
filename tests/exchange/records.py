"""Records as a store may hold them, for what is written and read again."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.domain.recurrence import MonthEnd, Recurrence
from orchestrator_desktop.domain.task import Level, Stage, clean_name, clean_title
from orchestrator_desktop.domain.transfer import Attached, Batch, CheckLine, Record
from orchestrator_desktop.exchange.source import SourceFile

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
CORPORA = Path(__file__).parent / "corpora"

CHARS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
LINES = st.text(CHARS, max_size=40)


def _clean(text: str) -> bool:
    try:
        return clean_title(text) == text
    except UsageError:
        return False


def _name(text: str) -> bool:
    try:
        return clean_name(text) == text
    except UsageError:
        return False


AWKWARD = st.sampled_from(
    [
        "x marks the spot", "(A) grade", "2026-01-31 was a Saturday", "Call @nora about +budget due:friday",
        "Re: what; is, \\n this", "C:\\temp\\new", "- [ ] not a box", "# not a heading", "📅 2026-11-26 is a date",
        "#12 and #word", "[due:: tomorrow] and [ ]", "a  b".replace("  ", " "), "Déjà vu « là-bas »", "BEGIN:VTODO",
        "é" * 90, "=1+1", "🧑‍🚀 fly", "~~~", "> quote", "--- ", "trailing \\", "1. first", "x", "http://a.b/c?d=e#f",
        "%41 100%", "o-title:x o-title:x", "{\"uuid\":1}", "<!-- a -->", "^block", "⏫ up 🔼", "\\# \\[ \\\\",
    ]
).filter(_clean)  # fmt: skip
TITLES = st.one_of(AWKWARD, st.text(CHARS, min_size=1, max_size=60).map(lambda text: " ".join(text.split()))).filter(
    _clean
)
NAMES = st.one_of(
    st.sampled_from(
        ["Marketing", "Direction générale", "a.b.c", "R&D", "home_office", "x", "Été, hiver; été", "日本 語"]
    ),
    st.text(CHARS, min_size=1, max_size=20),
).filter(_name)
NOTES = st.one_of(
    st.just(""),
    LINES,
    st.sampled_from(
        [
            "one\n\ntwo\n  indented\n",
            "- [ ] a box\n  - [x] another\n",
            "```\nunclosed\n",
            "# heading\n\n> quote",
            "\n\nstarts empty",
            "tab\there",
            "a\\nb; c, d",
            "https://example.org/a?b=c#d",
            "long " * 60,
        ]
    ),
)
EARLY, LATE = datetime.fromisoformat("1971-01-02"), datetime.fromisoformat("2200-12-30")
DAYS = st.dates(EARLY.date(), LATE.date())
MOMENTS = st.datetimes(EARLY, LATE, timezones=st.just(UTC))
DUES = st.one_of(st.none(), DAYS, MOMENTS)
RULES = st.sampled_from(
    [
        "FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "FREQ=MONTHLY",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "FREQ=MONTHLY;BYMONTHDAY=1", "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=12", "FREQ=MONTHLY;INTERVAL=3;COUNT=4", "FREQ=DAILY;UNTIL=20270131",
        "FREQ=YEARLY", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=WEEKLY;BYDAY=MO,WE", "FREQ=DAILY;UNTIL=20270131T080000Z",
    ]
)  # fmt: skip
WALLS = st.datetimes(EARLY, LATE)
STARTS = st.one_of(st.none(), DAYS, WALLS.map(lambda wall: wall.replace(microsecond=0)))
RECURRENCES = st.builds(Recurrence, RULES, st.booleans(), st.sampled_from(MonthEnd), STARTS)
FILES = st.builds(
    Attached,
    st.sampled_from(["brief.pdf", "a;b,c:d.txt", 'Été "2026".docx', "x"]),
    st.one_of(st.none(), st.binary(max_size=40)),
)


@st.composite
def records(draw: st.DrawFn, uid: str) -> Record:
    """One that is a part of nothing."""
    stage = draw(st.sampled_from([Stage.INBOX, Stage.PLANNED, Stage.DONE, Stage.DROPPED]))
    tags = draw(st.lists(NAMES, max_size=3, unique_by=str.casefold))
    return Record(
        title=draw(TITLES),
        uid=uid,
        notes=draw(NOTES),
        stage=stage,
        level=draw(st.one_of(st.none(), st.sampled_from(Level))),
        domain=draw(st.one_of(st.none(), NAMES)),
        tags=tuple(tags),
        due=draw(DUES),
        defer=draw(DUES),
        deadline=draw(DUES),
        chosen_on=draw(st.one_of(st.none(), DAYS)),
        priority=draw(st.sampled_from([None, 1, 2, 3])),
        estimate_minutes=draw(st.one_of(st.none(), st.integers(1, 5000))),
        spent_seconds=draw(st.one_of(st.just(0), st.integers(0, 10**6))),
        who=draw(st.one_of(st.none(), NAMES)),
        recurrence=draw(st.one_of(st.none(), RECURRENCES)),
        checklist=tuple(draw(st.lists(st.builds(CheckLine, TITLES, st.booleans()), max_size=2))),
        attachments=tuple(draw(st.lists(FILES, max_size=2))),
        position=draw(st.one_of(st.none(), st.floats(-1e9, 1e9))),
        created_at=draw(st.one_of(st.none(), MOMENTS)),
        done_at=draw(MOMENTS) if not stage.open else None,
    )


@st.composite
def batches(draw: st.DrawFn) -> list[Record]:
    """Some records: parents before their parts, needs that lead back only."""
    made: list[Record] = []
    for number in range(draw(st.integers(1, 4))):
        record = draw(records(f"0f8a75a0-0796-436a-8d8e-{number:012}"))
        before = [other.uid for other in made]
        parent = draw(st.sampled_from(["", *before]))
        needs = tuple(draw(st.lists(st.sampled_from(before), unique=True, max_size=2))) if before else ()
        made.append(dataclasses.replace(record, parent=parent, needs=needs))
    return made


def source(pieces: Iterable[str] | bytes | str, name: str = "file") -> SourceFile:
    if isinstance(pieces, bytes):
        return SourceFile(name, pieces)
    return SourceFile(name, "".join(pieces).encode())


def by_uid(batch: Batch) -> dict[str, Record]:
    return {record.uid: record for record in batch.records}


def differences(left: Record, right: Record) -> dict[str, tuple[Any, Any]]:
    """For a message that can be read."""
    names = [field.name for field in dataclasses.fields(Record)]
    return {
        name: (getattr(left, name), getattr(right, name))
        for name in names
        if getattr(left, name) != getattr(right, name)
    }
