"""What holds for any text: no error, no character lost, no part read twice."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import example, given, settings
from hypothesis import strategies as st

from orchestrator_desktop.domain.capture import Captured, SpanKind, parse

ZONES = [ZoneInfo(name) for name in ("Europe/Paris", "America/Los_Angeles", "Pacific/Auckland", "UTC")]
NOWS = st.datetimes(timezones=st.sampled_from(ZONES), allow_imaginary=False)
VOCABULARY = (
    "Appeler Nora the le la de du à at by pour avant d'ici demain tomorrow lundi Monday mars March May 12 9h 9h30 9am "
    "17:00 3/4 12/03 2027-01-15 dans in 3 jours days semaine week prochaine next fin end of du mois month matin soir "
    "midi noon et and ou or , . : ; ( ) - – « » \" ' #vente #r&d !2 @nora @Léa ~45min p1 // every chaque vendredi "
    "friday 1er 5th premier en huit à\u0300 e\u0301 \u200b \xa0 \n 🎉 aujourd'hui aujourd’hui d’ici après-demain"
)
WORDS = st.sampled_from(VOCABULARY.split(" "))
LINES = st.one_of(st.text(), st.lists(WORDS, max_size=14).map(" ".join), st.lists(WORDS, max_size=14).map("".join))


def solid(text: str) -> str:
    return "".join(text.split())


def outside(text: str, read: Captured) -> str:
    for span in reversed(read.spans):
        text = text[: span.start] + " " + text[span.end :]
    return text


@settings(max_examples=600)
@given(line=LINES, now=NOWS, names=st.lists(st.text(max_size=9), max_size=3))
@example(line="demain", now=datetime(9999, 12, 31, tzinfo=UTC), names=[])
@example(line="\ud800 demain", now=datetime(2026, 10, 14, tzinfo=UTC), names=["\ud800"])
def test_every_character_is_in_the_title_or_in_a_part(line: str, now: datetime, names: list[str]) -> None:
    read = parse(line, now=now, known_domains=names, known_names=names)
    left = solid(outside(line, read))
    assert solid(read.title) == left if left else bool(read.title) == bool(line.strip())


@settings(max_examples=300)
@given(line=LINES, now=NOWS)
def test_parts_stand_in_order_and_apart_and_give_the_values(line: str, now: datetime) -> None:
    read = parse(line, now=now)
    last = 0
    for span in read.spans:
        assert last <= span.start < span.end <= len(line)
        last = span.end
    values = {
        SpanKind.DUE: read.due, SpanKind.DEFER: read.defer, SpanKind.LEVEL: read.level, SpanKind.DOMAIN: read.domain,
        SpanKind.WHO: read.who, SpanKind.ESTIMATE: read.estimate_minutes, SpanKind.PRIORITY: read.priority,
        SpanKind.NOTE: read.note,
    }  # fmt: skip
    said = {kind: value for kind, value in values.items() if value is not None}
    assert {span.kind: span.value for span in read.spans} == said


@settings(max_examples=300)
@given(line=LINES, now=NOWS, ignored=st.lists(st.tuples(st.integers(-3, 60), st.integers(-3, 60)), max_size=3))
def test_nothing_is_read_in_an_ignored_part(line: str, now: datetime, ignored: list[tuple[int, int]]) -> None:
    read = parse(line, now=now, ignored=ignored)
    signs = [span for span in read.spans if span.kind is not SpanKind.NOTE]
    for start, end in ignored:
        covered = {place for place in range(max(start, 0), min(end, len(line))) if line[place].isalnum()}
        assert not any(covered & set(range(span.start, span.end)) for span in signs)


@settings(max_examples=200)
@given(line=LINES, now=NOWS)
def test_a_line_given_back_whole_is_its_own_title(line: str, now: datetime) -> None:
    assert parse(line, now=now, ignored=[(0, len(line))]) == Captured(title=line.strip())
