"""todo.txt, one task a line: github.com/todotxt/todo.txt, with the keys that its programs agree on (due, t, rec, pri,
id, p). What only this program knows stands in keys that begin with "o-"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.recurrence import MonthEnd, Recurrence
from orchestrator_desktop.domain.task import Due, Level, Stage
from orchestrator_desktop.domain.transfer import Batch, CheckLine, Format, Record
from orchestrator_desktop.exchange.clock import at_clock, read_moment, read_stamp, read_wall
from orchestrator_desktop.exchange.fitting import (
    Losses,
    name_of,
    names_of,
    number_of,
    position_of,
    settled,
    title_and_notes,
)
from orchestrator_desktop.exchange.repeating import repeated
from orchestrator_desktop.exchange.source import Progress, SourceFile, decode, told
from orchestrator_desktop.exchange.todotxt_rec import read_rec
from orchestrator_desktop.exchange.todotxt_words import joined, key_value, priority_of, unpacked

_HEAD: Final = re.compile(r"(?P<done>x )?\s*(?:\((?P<priority>[A-Z])\) +)?(?P<body>.*)", re.S)
_FIRST: Final = re.compile(r"(\d{4}-\d\d-\d\d)(?: +|$)")
_SHORT_ID: Final = re.compile(r"[\w.-]{1,7}")

_NO_WORDS: Final = QT_TRANSLATE_NOOP("exchange", "A line without any words")
_NO_DATE: Final = QT_TRANSLATE_NOOP("exchange", "“{value}” is no date")
_NO_RULE: Final = QT_TRANSLATE_NOOP("exchange", "A task cannot repeat by “{value}”")


def read_batch(source: SourceFile, *, now: datetime, progress: Progress | None = None) -> Batch:
    """The tasks of a todo.txt or done.txt. Raises UserError, Cancelled."""
    del now
    losses = Losses()
    lines = [line for line in decode(source.data).split("\n") if line.strip()]
    records = (_record(line.strip(), source.name, losses) for line in told(lines, progress))
    return Batch(Format.TODO_TXT, settled([record for record in records if record is not None], losses), losses.all())


@dataclass(slots=True)
class _Words:
    """A line's words, sorted."""

    title: list[str] = field(default_factory=list)
    projects: list[str] = field(default_factory=list)
    contexts: list[str] = field(default_factory=list)
    keys: list[tuple[str, str]] = field(default_factory=list)

    def take(self, key: str) -> str | None:
        """The first value of a key, which is then gone."""
        for place, (name, value) in enumerate(self.keys):
            if name == key:
                del self.keys[place]
                return value
        return None

    def take_all(self, key: str) -> list[str]:
        found = [value for name, value in self.keys if name == key]
        if found:
            self.keys = [(name, value) for name, value in self.keys if name != key]
        return found


def _record(line: str, file: str, losses: Losses) -> Record | None:
    head = _HEAD.fullmatch(line)
    assert head is not None  # all of it is optional
    done, (first, body) = head["done"] is not None, _leading_day(head["body"])
    created = None if done else first
    if done and first:
        created, body = _leading_day(body)
    words = _words(body)
    title = " ".join(words.title)
    fitted = title_and_notes(title or body, unpacked(words.take("o-note") or ""))
    if fitted is None:
        losses.add(_NO_WORDS)
        return None
    due, defer = _when(words, "due", "o-at", losses), _when(words, "t", "o-from", losses)
    priority, letter = priority_of(head["priority"] or words.take("pri"))
    domain, tags, extra_projects = _names(words)
    return Record(
        title=fitted[0],
        notes=fitted[1],
        uid=_uid(words.take("id"), file),
        stage=_stage(done, words.take("o-stage")),
        domain=domain,
        tags=tags,
        due=due,
        defer=defer,
        deadline=_when(words, "o-deadline", "o-deadline-at", losses),
        priority=priority,
        recurrence=_recurrence(words, due, losses),
        parent=_uid(words.take("p"), file),
        needs=tuple(_uid(value, file) for value in words.take_all("o-needs")),
        created_at=read_moment(created) if created else None,
        done_at=read_moment(first) if done and first else None,
        **_own(words),
        extra=_extra(letter, extra_projects, words),  # last: what nobody took
    )


def _leading_day(text: str) -> tuple[str | None, str]:
    match = _FIRST.match(text)
    return (match[1], text[match.end() :]) if match and read_stamp(match[1]) else (None, text)


def _extra(letter: str, projects: list[str], words: _Words) -> dict[str, Any]:
    extra = {"priority": letter, "projects": projects, "keys": [list(pair) for pair in words.keys]}
    return {name: value for name, value in extra.items() if value}


def _words(body: str) -> _Words:
    words = _Words()
    pairs = [pair for word in body.split(" ") if (pair := key_value(word))] if "o-title:" in body else []
    own = next((unpacked(value) for key, value in pairs if key == "o-title"), None)
    if own and body.endswith(f" {own}"):
        body = body[: -len(own)]
        words.title.append(own)
    for word in body.split():
        pair = key_value(word)
        if pair is not None:
            words.keys.append(pair)
        elif word[0] in "+@" and len(word) > 1:
            (words.projects if word[0] == "+" else words.contexts).append(word[1:])
        else:
            words.title.append(word)
    words.take_all("o-title")
    return words


def _names(words: _Words) -> tuple[str | None, tuple[str, ...], list[str]]:
    """The domain, the tags, and which of the tags were projects."""
    own = {joined(name): name for name in map(unpacked, words.take_all("o-tag"))}
    domain = words.take("o-domain")
    if words.projects and domain is not None and words.projects[0] == joined(unpacked(domain)):
        words.projects[0] = unpacked(domain)
    projects = words.projects[1:]
    tags = names_of(own.get(name, name) for name in (*projects, *words.contexts))
    return (name_of(words.projects[0]) if words.projects else None), tags, projects


def _uid(text: str | None, file: str) -> str:
    """A short number names a task in its file alone."""
    if not text:
        return ""
    uid = unpacked(text)
    return f"{file}#{uid}" if _SHORT_ID.fullmatch(uid) else uid


def _stage(done: bool, own: str | None) -> Stage:
    if done:
        return Stage.DROPPED if own == Stage.DROPPED else Stage.DONE
    return Stage.PLANNED if own == Stage.PLANNED else Stage.INBOX


def _when(words: _Words, key: str, clock_key: str, losses: Losses) -> Due:
    text, clock = words.take(key), words.take(clock_key)
    if text is None:
        return None
    value = read_stamp(text)
    if value is None:
        words.keys.append((key, text))
        losses.add(_NO_DATE, value=f"{key}:{text}")
    return at_clock(value, clock)


def _recurrence(words: _Words, due: Due, losses: Losses) -> Recurrence | None:
    rule, rec = words.take("o-rrule"), words.take("rec")
    after, month_end, start = words.take("o-after"), words.take("o-monthend"), words.take("o-start")
    if rule is not None:
        ending = MonthEnd.SKIP if month_end == MonthEnd.SKIP else MonthEnd.CLAMP
        found = repeated(
            rule, after_done=after is not None, month_end=ending, start=read_wall(start) if start else None
        )
    else:
        found = read_rec(rec, due) if rec is not None else None
    if found is None and (rule or rec):
        words.keys.append(("rec", rec or rule or ""))
        losses.add(_NO_RULE, value=rec or rule)
    return found


def _own(words: _Words) -> dict[str, Any]:
    """What only this program writes."""
    if not words.keys:  # as of most lines, once their dates are taken
        return {}
    values: dict[str, Any] = {}
    for key, (name, read) in _OWN.items():
        text = words.take(key)
        if text is None:
            continue
        try:
            values[name] = read(text)
        except (ValueError, OverflowError):
            words.keys.append((key, text))
    checks = words.take_all("o-check")
    values["checklist"] = tuple(CheckLine(unpacked(text[1:]), text[0] == "1") for text in checks)
    return values


_OWN: Final[dict[str, tuple[str, Callable[[str], Any]]]] = {
    "o-level": ("level", lambda text: Level(int(text))),
    "o-chosen": ("chosen_on", date.fromisoformat),
    "o-est": ("estimate_minutes", number_of),
    "o-spent": ("spent_seconds", number_of),
    "o-who": ("who", lambda text: name_of(unpacked(text))),
    "o-order": ("position", position_of),
}
