"""What holds for any text: no error, no character lost, no part read twice."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from hypothesis import example, given, settings
from hypothesis import strategies as st

from orchestrator_desktop.domain.capture import Captured, SpanKind, parse, read_day, split_lines
from orchestrator_desktop.domain.recurrence import MonthEnd, checked, first_from

ZONES = [ZoneInfo(name) for name in ("Europe/Paris", "America/Los_Angeles", "Pacific/Auckland", "UTC")]
NOWS = st.datetimes(timezones=st.sampled_from(ZONES), allow_imaginary=False)
VOCABULARY = (
    "Appeler Nora the le la de du à at by pour avant d'ici demain tomorrow lundi Monday mars March May 12 9h 9h30 9am "
    "17:00 3/4 12/03 2027-01-15 dans in 3 jours days semaine week prochaine next fin end of du mois month matin soir "
    "midi noon et and ou or , . : ; ( ) - – « » \" ' #vente #r&d !2 @nora @Léa ~45min p1 // every chaque vendredi "
    "friday 1er 5th premier en huit à\u0300 e\u0301 \u200b \xa0 \n 🎉 aujourd'hui aujourd’hui d’ici après-demain"
)
WORDS = st.sampled_from(VOCABULARY.split(" "))
REPEATING_VOCABULARY = (
    "Courir Call every chaque tous les toutes each une fois once other 2 deux jours days semaines weeks mois months "
    "ans weekday lundi lundis monday mon et and , dernier last premier first 1er 15th 31 29 le the on du de of month "
    "sur à at 9h 9am matin sauf except until jusqu'au 30 février February 12 mars March for pendant 5 fois times from "
    "starting à partir de demain vendredi après after fait done * *lundi daily monthly ! fin end trimestre quarter "
    "ouvrés week-end"
)
REPEATING = st.lists(st.sampled_from(REPEATING_VOCABULARY.split(" ")), min_size=2, max_size=9).map(" ".join)
HEADS = st.sampled_from(
    ["every ", "chaque ", "tous les ", "every other ", "toutes les 2 semaines ", "le 31 de chaque mois ", "* daily ",
     "every year on ", "dernier vendredi du mois ", "every month on the 29th ", "every last day of the month "]
)  # fmt: skip
RECURRENCES = st.one_of(REPEATING, st.tuples(HEADS, REPEATING).map("".join))
MANY_WORDS = st.lists(WORDS, max_size=14)
LINES = st.one_of(RECURRENCES, st.text(), MANY_WORDS.map(" ".join), MANY_WORDS.map("".join))


def solid(text: str) -> str:
    return "".join(text.split())


def outside(text: str, read: Captured) -> str:
    for span in reversed(read.spans):
        text = text[: span.start] + " " + text[span.end :]
    return text


@settings(max_examples=150)
@given(line=LINES, now=NOWS, names=st.lists(st.text(max_size=9), max_size=3))
@example(line="demain", now=datetime(9999, 12, 31, tzinfo=UTC), names=[])
@example(line="\ud800 demain", now=datetime(2026, 10, 14, tzinfo=UTC), names=["\ud800"])
def test_every_character_is_in_the_title_or_in_a_part(line: str, now: datetime, names: list[str]) -> None:
    read = parse(line, now=now, known_domains=names, known_names=names)
    left = solid(outside(line, read))
    assert solid(read.title) == left if left else bool(read.title) == bool(line.strip())


@settings(max_examples=120)
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
        SpanKind.NOTE: read.note, SpanKind.DEADLINE: read.deadline, SpanKind.RECURRENCE: read.recurrence,
    }  # fmt: skip
    if read.recurrence:
        del values[SpanKind.DUE]  # said by the recurrence
    said = {kind: value for kind, value in values.items() if value is not None}
    assert {span.kind: span.value for span in read.spans} == said


@settings(max_examples=100)
@given(line=LINES, now=NOWS, ignored=st.lists(st.tuples(st.integers(-3, 60), st.integers(-3, 60)), max_size=3))
def test_nothing_is_read_in_an_ignored_part(line: str, now: datetime, ignored: list[tuple[int, int]]) -> None:
    read = parse(line, now=now, ignored=ignored)
    signs = [span for span in read.spans if span.kind is not SpanKind.NOTE]
    for start, end in ignored:
        covered = {place for place in range(max(start, 0), min(end, len(line))) if line[place].isalnum()}
        assert not any(covered & set(range(span.start, span.end)) for span in signs)


@settings(max_examples=80)
@given(line=LINES, now=NOWS)
def test_a_line_given_back_whole_is_its_own_title(line: str, now: datetime) -> None:
    assert parse(line, now=now, ignored=[(0, len(line))]) == Captured(title=line.strip())


@settings(max_examples=150)
@given(line=RECURRENCES, now=NOWS, month_end=st.sampled_from(MonthEnd), week_start=st.integers(0, 6))
@example(
    line="x le 31 de chaque mois", now=datetime(2027, 1, 31, 23, 59, tzinfo=UTC), month_end=MonthEnd.CLAMP, week_start=0
)
@example(line="x chaque 29 février à 9h", now=datetime(2096, 3, 1, tzinfo=UTC), month_end=MonthEnd.SKIP, week_start=6)
def test_a_recurrence_is_a_rule_whose_first_date_is_due(
    line: str, now: datetime, month_end: MonthEnd, week_start: int
) -> None:
    read = parse(line, now=now, month_end=month_end, week_start=week_start)
    recurrence = read.recurrence
    if not recurrence:
        return
    assert read.due is not None
    assert recurrence.start is not None
    assert checked(recurrence) == recurrence
    assert read.due > now if isinstance(read.due, datetime) else read.due >= now.date()
    start = (
        recurrence.start
        if isinstance(recurrence.start, datetime)
        else datetime.combine(recurrence.start, datetime.min.time())
    )
    assert first_from(recurrence, start.date(), zone=now.tzinfo) == read.due
    rule = rrulestr(recurrence.rrule, dtstart=start)
    if month_end is MonthEnd.SKIP or start.day < 28:
        assert next(iter(islice(rule, 1))) == start


@settings(max_examples=100)
@given(text=st.one_of(LINES, st.lists(WORDS, max_size=3).map("_".join)), now=NOWS)
def test_a_date_asked_for_is_one_or_none(text: str, now: datetime) -> None:
    day = read_day(text, now=now)
    assert day is None or isinstance(day, date)


@settings(max_examples=80)
@given(lines=st.lists(st.one_of(LINES, LINES.map("- ".__add__), LINES.map("* [ ] ".__add__)), max_size=6))
def test_pasted_lines_keep_every_word(lines: list[str]) -> None:
    text = "\n".join(lines)
    split = split_lines(text)
    assert all(line == line.strip() and line and "\n" not in line for line in split)
    words = [word for word in text.split() if any(char.isalpha() for char in word) and word not in ("[x]", "[X]")]
    assert [word for line in split for word in line.split() if word in words] == words
