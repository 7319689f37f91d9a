"""Replaces in messages what should not leave the computer, each value by a placeholder of its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import count
from typing import Final

from orchestrator_desktop.domain.messages import Message

from .model import NUMBER, Found, Kind, Redacted

Finder = Callable[[str], Iterable[Found]]

_TAKEN: Final = re.compile(rf"({'|'.join(kind.name for kind in Kind)})\\?_({NUMBER})", re.IGNORECASE)


def redact(messages: Sequence[Message], *, names: Sequence[str]) -> Redacted:
    """The messages with a placeholder like [EMAIL_1] for each e-mail address, telephone number, IBAN, payment card,
    key, and name from `names` (see `Names`).

    A value has one placeholder in all messages, numbered by first appearance of its kind. One that a
    text already holds, in any of the spellings that `Restorer` understands, is not used."""
    finders, find_names = _finders(names)
    texts = [message.text for message in messages]
    found = [_claimed(text, (find(text) for find in finders)) for text in texts]
    find_values = _Values(value for one in found for value in one).find
    placeholders = _Placeholders(texts)
    redacted = []
    for message, known in zip(messages, found, strict=True):
        text = message.text
        everything = _claimed(text, (known, find_values(text), find_names(text)))
        redacted.append(Message(message.role, _written(text, everything, placeholders)))
    return Redacted(tuple(redacted), placeholders.replaced)


def _finders(names: Sequence[str]) -> tuple[tuple[Finder, ...], Finder]:
    """Imported on first use: their patterns take longer to build than a window has at its start."""
    from .accounts import find_cards, find_ibans
    from .addresses import find_emails
    from .keys import find_keys
    from .names import Names
    from .phones import find_phones

    return (find_keys, find_emails, find_ibans, find_cards, find_phones), Names(names).find


def _claimed(text: str, finds: Iterable[Iterable[Found]]) -> list[Found]:
    """What was found, in the text's order; of what overlaps, what came first."""
    taken = bytearray(len(text))
    kept = []
    for find in finds:
        for one in find:
            if taken.find(1, one.start, one.end) < 0:
                taken[one.start : one.end] = b"\1" * (one.end - one.start)
                kept.append(one)
    return sorted(kept)


class _Values:
    """Values that were found somewhere. They are found everywhere, also where nothing around tells what they are."""

    def __init__(self, found: Iterable[Found]) -> None:
        self._kinds: Final = {one.original: one.kind for one in found if _tells(one)}
        self._length: Final = min(map(len, self._kinds), default=0)
        self._by_start: Final[dict[str, list[str]]] = defaultdict(list)
        for value in sorted(self._kinds, key=len, reverse=True):
            self._by_start[value[: self._length]].append(value)

    def find(self, text: str) -> Iterator[Found]:
        index, length, at = self._by_start, self._length, 0
        while index and at <= len(text) - length:
            value = self._at(text, at) if text[at : at + length] in index else None
            if value:
                yield Found(at, at + len(value), self._kinds[value], value, value)
            at += len(value) if value else 1

    def _at(self, text: str, at: int) -> str | None:
        for value in self._by_start[text[at : at + self._length]]:
            if text.startswith(value, at) and (self._kinds[value] is Kind.KEY or _is_whole(text, at, at + len(value))):
                return value
        return None


def _tells(one: Found) -> bool:
    """Whether it means the same wherever it stands. The password in ://app:app@host is elsewhere a word."""
    return one.kind is not Kind.KEY or (len(one.value) >= 8 and not one.value.isalpha())


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word or number goes on beyond either end."""
    begins = start == 0 or not (text[start].isalnum() and text[start - 1].isalnum())
    return begins and (end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum()))


class _Placeholders:
    """Gives values their placeholders; `replaced` maps these to the values."""

    def __init__(self, texts: Iterable[str]) -> None:
        taken = {f"[{kind.upper()}_{number}]" for text in texts for kind, number in _TAKEN.findall(text)}
        self._free: Final = {kind: _unused(kind, taken) for kind in Kind}
        self._of: Final[dict[tuple[Kind, str], str]] = {}
        self.replaced: Final[dict[str, str]] = {}

    def of(self, one: Found) -> str:
        key = one.kind, one.value
        if key not in self._of:
            self._of[key] = next(self._free[one.kind])
            self.replaced[self._of[key]] = one.original
        return self._of[key]


def _unused(kind: Kind, taken: Container[str]) -> Iterator[str]:
    names = (f"[{kind.name}_{number}]" for number in count(1))
    return (name for name in names if name not in taken)


def _written(text: str, found: Iterable[Found], placeholders: _Placeholders) -> str:
    parts, at = [], 0
    for one in found:
        parts += [text[at : one.start], placeholders.of(one)]
        at = one.end
    return "".join([*parts, text[at:]])
