"""Writes Markdown checklists: a heading for each domain, a box for each task, its parts and notes under it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from orchestrator_desktop.domain.moments import local_day
from orchestrator_desktop.domain.recurrence import MonthEnd, Recurrence
from orchestrator_desktop.domain.task import Due, Stage
from orchestrator_desktop.domain.transfer import Record
from orchestrator_desktop.exchange.clock import noon, read_stamp, wall_text
from orchestrator_desktop.exchange.fitting import kept_stage
from orchestrator_desktop.exchange.markdown_notes import normal_notes, written_notes
from orchestrator_desktop.exchange.markdown_rule import write_every
from orchestrator_desktop.exchange.markdown_words import heading_text, ids_text, in_field, is_tag, with_backslashes
from orchestrator_desktop.exchange.repeating import canonical

_RANKS: Final = {"highest": "🔺", "lowest": "⏬"}
_SIGNS: Final = ("⏫", "🔼", "🔽")
_LEAD: Final = "  "


def written(records: Iterable[Record]) -> Iterator[str]:
    """The pieces of one file: what has no domain first, then a heading for each."""
    for number, (domain, lines) in enumerate(by_domain(records)):
        if domain is not None:
            yield f"{chr(10) if number else ''}# {heading_text(domain)}\n\n"
        yield from lines


def by_domain(records: Iterable[Record]) -> Iterator[tuple[str | None, Iterator[str]]]:
    """Each domain with the lines of its tasks, none first. A part stands under its task, wherever that is."""
    everything = list(records)
    known = {record.uid for record in everything if record.uid}
    parts: dict[str, list[Record]] = {}
    roots: dict[str | None, list[Record]] = {None: []}
    for record in everything:
        if record.parent in known:
            parts.setdefault(record.parent, []).append(record)
        else:
            roots.setdefault(record.domain, []).append(record)
    for domain, whole in roots.items():
        if whole:
            yield domain, _lines(whole, parts, domain)


def representable(record: Record) -> Record:
    """What of a record a checklist holds: no files and no place, days of what has been, notes without their edges."""
    return replace(
        record,
        notes=normal_notes(record.notes),
        stage=kept_stage(record.stage),
        due=_again(record.due),
        defer=_again(record.defer),
        deadline=_again(record.deadline),
        recurrence=canonical(record.recurrence),
        attachments=(),
        position=None,
        created_at=_day_only(record.created_at),
        done_at=None if record.stage.open else _day_only(record.done_at),
    )


def _lines(whole: list[Record], parts: dict[str, list[Record]], domain: str | None) -> Iterator[str]:
    waiting = [(record, 0) for record in reversed(whole)]
    while waiting:
        record, depth = waiting.pop()
        lead = _LEAD * depth
        yield f"{lead}- [{_status(record)}] {' '.join(_words(record, domain))}\n"
        if normal_notes(record.notes):
            yield from (f"{line}\n" for line in written_notes(record.notes, lead + _LEAD))
        for line in record.checklist:
            yield f"{lead}{_LEAD}+ [{'x' if line.done else ' '}] {with_backslashes(line.text)}\n"
        waiting += [(part, depth + 1) for part in reversed(parts.get(record.uid, ()) if record.uid else ())]


def _status(record: Record) -> str:
    if record.stage is Stage.DONE:
        return "x"
    if record.stage is Stage.DROPPED:
        return "-"
    kept = record.extra.get("status")
    return kept if isinstance(kept, str) and len(kept) == 1 else " "


def _words(record: Record, domain: str | None) -> Iterator[str]:
    """In the order in which Obsidian's Tasks reads them: what it does not know comes first."""
    yield with_backslashes(record.title)
    yield from (f"#{tag}" for tag in record.tags if is_tag(tag))
    fields = dict(_fields(record))
    if record.domain != domain:
        fields["domain"] = in_field(record.domain or "")
    yield from (f"[{name}:: {value}]" for name, value in fields.items())
    yield from _signs(record)


def _fields(record: Record) -> Iterator[tuple[str, str]]:
    if not all(map(is_tag, record.tags)):
        yield "tags", ", ".join(map(in_field, record.tags))
    if record.level is not None:
        yield "level", str(record.level.value)
    if kept_stage(record.stage) is Stage.PLANNED:
        yield "stage", Stage.PLANNED.value
    for name, value in (("estimate", record.estimate_minutes), ("spent", record.spent_seconds or None)):
        if value is not None:
            yield name, str(value)
    if record.who:
        yield "who", in_field(record.who)
    yield from _clock_fields(record)
    recurrence = canonical(record.recurrence)
    if recurrence is not None and write_every(recurrence, _again(record.due)) is None:
        yield from _rule_fields(recurrence)


def _clock_fields(record: Record) -> Iterator[tuple[str, str]]:
    if record.deadline is not None:
        yield "deadline", wall_text(record.deadline)
    if record.chosen_on is not None:
        yield "chosen", record.chosen_on.isoformat()
    for name, moment in (("at", record.due), ("from", record.defer)):
        if isinstance(moment, datetime):
            yield name, wall_text(moment).partition("T")[2]


def _rule_fields(recurrence: Recurrence) -> Iterator[tuple[str, str]]:
    yield "rrule", recurrence.rrule
    if recurrence.after_done:
        yield "after", "done"
    if recurrence.month_end is MonthEnd.SKIP:
        yield "monthend", MonthEnd.SKIP.value
    if recurrence.start is not None:
        yield "begin", recurrence.start.isoformat()


def _signs(record: Record) -> Iterator[str]:
    extra = record.extra
    if record.priority is not None:
        kept = _RANKS.get(str(extra.get("priority")))
        fits = kept is not None and record.priority == (1 if kept == "🔺" else 3)
        yield kept if fits and kept else _SIGNS[record.priority - 1]
    recurrence = canonical(record.recurrence)
    if recurrence is not None and (every := write_every(recurrence, _again(record.due))) is not None:
        yield f"🔁 {every}"
    scheduled = extra.get("scheduled")
    only_scheduled = isinstance(scheduled, str) and record.defer is not None and read_stamp(scheduled) == record.defer
    days = (
        ("➕", record.created_at),
        ("🛫", None if only_scheduled else record.defer),
        ("⏳", read_stamp(scheduled) if isinstance(scheduled, str) else None),
        ("📅", record.due),
        ("❌", record.done_at if record.stage is Stage.DROPPED else None),
        ("✅", record.done_at if record.stage is Stage.DONE else None),
    )
    yield from (f"{sign} {local_day(value).isoformat()}" for sign, value in days if value is not None)
    if record.uid:
        yield f"🆔 {ids_text([record.uid])}"
    if record.needs:
        yield f"⛔ {ids_text(record.needs)}"
    for sign, name in (("🏁 ", "oncompletion"), ("^", "block")):
        if extra.get(name):
            yield f"{sign}{extra[name]}"


def _again(value: Due) -> Due:
    return value.replace(microsecond=0) if isinstance(value, datetime) else value


def _day_only(moment: datetime | None) -> datetime | None:
    return None if moment is None else noon(local_day(moment))
