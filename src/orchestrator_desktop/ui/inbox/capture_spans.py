"""The parts of a captured line: one chip each, and what was given back as words while the line goes on."""

from __future__ import annotations

from datetime import date
from itertools import takewhile

from PySide6.QtCore import QCoreApplication, QLocale

from orchestrator_desktop.domain.capture import Span, SpanKind
from orchestrator_desktop.domain.task import Due
from orchestrator_desktop.ui import formats

Ignored = tuple[tuple[int, int], ...]


def one_each(spans: tuple[Span, ...]) -> list[Span]:
    """One span of each kind: a value read from two places is one chip."""
    seen: dict[SpanKind, Span] = {}
    for span in spans:
        seen.setdefault(span.kind, span)
    return list(seen.values())


def moved(ignored: Ignored, old: str, new: str) -> Ignored:
    """The same words of the line after it was changed at one place; those that were changed are not among them."""
    if not ignored:
        return ()
    before = _shared(old, new)
    after = _shared(old[before:][::-1], new[before:][::-1])
    last, shift = len(old) - after, len(new) - len(old)
    found = []
    for start, end in ignored:
        if end <= before:
            found.append((start, end))
        elif start >= last:
            found.append((start + shift, end + shift))
    return tuple(found)


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def split(text: str) -> tuple[str, ...]:
    """The lines of a pasted text, their list marks taken off."""
    from orchestrator_desktop.domain.capture import split_lines  # the grammar, not before something is pasted

    return split_lines(text)


def date_words(kind: SpanKind, value: Due, today: date, locale: QLocale, begins: int) -> str:
    """A date as its chip says it: not every date is when a task is due."""
    words = formats.due(value, today, locale, begins)
    if kind is SpanKind.DEFER:
        return QCoreApplication.translate("CaptureField", "from %1").replace("%1", words[:1].lower() + words[1:])
    if kind is SpanKind.DEADLINE:
        return QCoreApplication.translate("CaptureField", "Deadline %1").replace("%1", words)
    return words
