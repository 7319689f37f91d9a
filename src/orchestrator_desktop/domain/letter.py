"""A brief as a message to a person, in their language, and the reminder for what is late. Mail, not interface: the
texts of both languages stand in `letter_words.py`, whatever language the window speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from orchestrator_desktop.domain.brief import ContextItem
from orchestrator_desktop.domain.briefing import Ask
from orchestrator_desktop.domain.letter_words import WORDS, Language, Words, long_day
from orchestrator_desktop.domain.text import one_line, printable

_QUOTE: Final = "> "
_NO_NAME: Final = re.compile(r'[\\/:*?"<>|\u00a0\s]+')
"""What some file system refuses in a name, and white space of any kind."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One message: its subject is one line, its body plain text with `\\n` at the ends of lines."""

    subject: str
    body: str
    language: Language


@dataclass(frozen=True, slots=True)
class Earlier:
    """The result that is sent back or on, what should change in it, and whether the reader has worked on it before."""

    text: str
    comment: str
    theirs: bool


def letter(
    ask: Ask,
    *,
    title: str,
    name: str,
    language: Language,
    follow_up: date | None = None,
    earlier: Earlier | None = None,
) -> Letter:
    """The whole brief for the person `name`. Context that they had with the first version is not sent again."""
    words = WORDS[language]
    known = earlier is not None and earlier.theirs
    parts = [
        words.greeting.format(name=_called(name)),
        *(_opening(words, title, earlier) if earlier else (words.ask,)),
        printable(ask.objective).strip(),
        *(() if known else _context(words, ask.context)),
        _listed(words.constraints, ask.constraints),
        _listed(words.done_when, ask.done_when),
        words.forms.get(ask.output, ""),
        *((words.version, _quoted(earlier.text)) if earlier else ()),
        words.by.format(day=long_day(follow_up, language)) if follow_up else "",
        words.closing,
    ]
    return _letter(title, parts, language)


def reminder(*, title: str, name: str, language: Language, since: date, follow_up: date | None = None) -> Letter:
    """A short, polite word about what was asked on the day `since` and has not come by `follow_up`."""
    words = WORDS[language]
    asked = words.asked_by if follow_up else words.asked
    days = {"since": long_day(since, language), "day": long_day(follow_up, language) if follow_up else ""}
    parts = [
        words.greeting.format(name=_called(name)),
        asked.format(title=one_line(title), **days),
        words.where_it_stands,
        words.thanks,
    ]
    return _letter(words.reminder.format(title=one_line(title)), parts, language)


def file_text(message: Letter, *, markdown: bool) -> str:
    """The message as a file: the subject as a heading, or as a line of its own."""
    words = WORDS[message.language]
    head = f"# {message.subject}" if markdown else words.subject.format(subject=message.subject)
    return f"{head}\n\n{message.body}"


def file_name(message: Letter) -> str:
    """A name for the message as a file, without its ending, that every system takes."""
    return _NO_NAME.sub(" ", message.subject)[:60].strip(" .") or "-"


def _letter(subject: str, parts: Iterable[str], language: Language) -> Letter:
    return Letter(one_line(subject), "\n\n".join(part for part in parts if part) + "\n", language)


def _called(name: str) -> str:
    """The name as a letter begins with it: one captured as `@nora` was written in a hurry."""
    shown = one_line(name)
    return shown.title() if shown.islower() else shown


def _opening(words: Words, title: str, earlier: Earlier) -> Iterator[str]:
    comment = printable(earlier.comment).strip()
    if earlier.theirs:
        yield words.back.format(title=one_line(title))
    else:
        yield words.taken_over if comment else words.taken_further
    yield comment
    yield words.request


def _context(words: Words, items: Iterable[ContextItem]) -> Iterator[str]:
    """Notes in full; files, and what else came from outside, named and quoted."""
    for place, item in enumerate(items):
        if not place:
            yield words.context
        title, text = one_line(item.title), printable(item.text).strip("\n")
        if item.untrusted:
            yield f"{words.sources.get(item.origin, words.note).format(title=title)}\n{_quoted(text)}"
        elif one_line(text).startswith(title):  # a note is named by its own beginning
            yield text
        else:
            yield f"{words.note.format(title=title)}\n{text}"


def _listed(head: str, lines: Iterable[str]) -> str:
    """A heading and its lines, or nothing where there is no line."""
    items = [line for line in map(one_line, lines) if line]
    return "\n".join((head, *(f"- {item}" for item in items))) if items else ""


def _quoted(text: str) -> str:
    return "\n".join((_QUOTE + line).rstrip() for line in printable(text).strip("\n").split("\n"))
