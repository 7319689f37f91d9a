"""Reads a captured line: one grammar for the window, the command line and imports."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Final, TypeVar

from orchestrator_desktop.domain.recurrence import MonthEnd, Recurrence

from .grammar import Today
from .hints import may_repeat
from .line import TAKEN, Line, fold
from .marks import Mark, find_marks, find_note
from .model import Captured, Span, SpanKind, When
from .resolve import Choice, Chosen, choose
from .scan import find_dates
from .title import title_without, widened

LONGEST_LINE: Final = 2000
"""Beyond it a text was pasted, not written: it is kept as it is."""

_FRENCH = re.compile(
    r"(?<![\w'])(?:le|la|les|l'|un|une|des|du|de|d'|au|aux|et|pour|avant|avec|chez|sur|dans|demain|aujourd'hui)(?!\w)"
)
_DATES = frozenset({SpanKind.DUE, SpanKind.DEFER, SpanKind.DEADLINE, SpanKind.RECURRENCE})
_Value = TypeVar("_Value")


def parse(
    text: str,
    *,
    now: datetime,
    locale_day_first: bool = True,
    known_domains: Sequence[str] = (),
    known_names: Sequence[str] = (),
    ignored: Sequence[tuple[int, int]] = (),
    week_start: int = 0,
    month_end: MonthEnd = MonthEnd.CLAMP,
    begins: int = 0,
) -> Captured:
    """What the line means, and where each understood part stands. Never raises on any text.

    `now` is aware and local: its zone is that of the moments read (this computer's, where it is a bare offset).
    `ignored` are parts of the text, by offset, that the user turned back to words. `locale_day_first` orders 3/4;
    a French line has the day first anyway. `week_start` is the first day of a week, 0 for Monday to 6 for Sunday.
    `month_end` is what "the 31st of each month" means in a shorter month. `begins` is the hour at which a day begins:
    before it, "today" is the day before.

    A line that repeats has `recurrence`, and `due` is its first day or moment.
    """
    line = fold(text[:LONGEST_LINE]).shut(ignored)
    note_at = find_note(line)
    if note_at is None and len(text) > LONGEST_LINE:
        return Captured(text.strip())
    spans: list[Span] = []
    if note_at is not None:
        start = line.origins[note_at]
        spans.append(Span(start, len(text), SpanKind.NOTE, text[start + 2 :].strip()))
        line = line.cut(note_at)
    for mark in find_marks(line, known_domains, known_names):
        spans.append(_span(line, mark))
        line = line.masked(mark.start, mark.end, TAKEN)
    today = Today(now, locale_day_first or _is_french(line), week_start, begins=begins)
    first, dates = _dates(line, today, month_end)
    return _captured(text, sorted([*spans, *dates], key=lambda span: span.start), first)


def _span(line: Line, mark: Mark) -> Span:
    return Span(*line.span(mark.start, mark.end), mark.kind, mark.value)


def _is_french(line: Line) -> bool:
    return _FRENCH.search(line.text) is not None


def _dates(line: Line, today: Today, month_end: MonthEnd) -> tuple[When | None, list[Span]]:
    """The first day of a line that repeats, and the spans of its dates."""
    if may_repeat(line):
        from .repeating import UnclearError, read_repeating

        try:
            repeating = read_repeating(line, today, month_end)
        except UnclearError:
            return None, []
    else:
        repeating = None
    if not repeating:
        return None, _chosen_spans(line, choose(list(find_dates(line, today)), today))
    spans = [Span(*line.span(*part), SpanKind.RECURRENCE, repeating.recurrence) for part in repeating.parts]
    return repeating.due, [*spans, *_chosen_spans(line, repeating.dates)]


def _chosen_spans(line: Line, dates: Chosen) -> list[Span]:
    return [
        *_date_spans(line, dates.due, SpanKind.DUE),
        *_date_spans(line, dates.defer, SpanKind.DEFER),
        *_date_spans(line, dates.deadline, SpanKind.DEADLINE),
    ]


def _date_spans(line: Line, choice: Choice, kind: SpanKind) -> list[Span]:
    if choice.value is None:
        return []
    return [Span(*line.span(found.start, found.end), kind, choice.value) for found in choice.found]


def _captured(text: str, read: Sequence[Span], first: When | None) -> Captured:
    parts = widened(text, [(span.start, span.end) for span in read])
    spans = tuple(replace(span, start=start, end=end) for span, (start, end) in zip(read, parts, strict=True))
    values = {span.kind: span.value for span in spans}
    return Captured(
        title=_title(text, spans),
        due=first or _of(values, SpanKind.DUE, date),
        defer=_of(values, SpanKind.DEFER, date),
        deadline=_of(values, SpanKind.DEADLINE, date),
        recurrence=_of(values, SpanKind.RECURRENCE, Recurrence),
        level=_of(values, SpanKind.LEVEL, int),
        domain=_of(values, SpanKind.DOMAIN, str),
        who=_of(values, SpanKind.WHO, str),
        estimate_minutes=_of(values, SpanKind.ESTIMATE, int),
        priority=_of(values, SpanKind.PRIORITY, int),
        note=_of(values, SpanKind.NOTE, str),
        spans=spans,
    )


def _of(values: Mapping[SpanKind, When | Recurrence | int | str], kind: SpanKind, type_: type[_Value]) -> _Value | None:
    value = values.get(kind)
    return value if isinstance(value, type_) else None


def _title(text: str, spans: Sequence[Span]) -> str:
    """What is left; where everything was understood, the words of the dates, or else all but the note."""
    for kept in (frozenset[SpanKind](), _DATES, frozenset(SpanKind) - {SpanKind.NOTE}):
        title = title_without(text, [(span.start, span.end) for span in spans if span.kind not in kept])
        if title:
            return title
    return text.strip()
