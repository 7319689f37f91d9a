"""Replaces in messages what should not leave the computer, each value by a placeholder of its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Final

from orchestrator_desktop.domain.messages import Message

from .model import NUMBER, Found, Kind, Redacted

Finder = Callable[[str], Iterable[Found]]

_TAKEN: Final = re.compile(rf"({'|'.join(kind.name for kind in Kind)})\\?_({NUMBER})", re.IGNORECASE)
_ALNUM: Final = re.compile(r"[^\W_]")


def redact(messages: Sequence[Message], *, names: Sequence[str]) -> Redacted:
    """The messages with a placeholder like [EMAIL_1] for each e-mail address, telephone number, IBAN, payment card,
    key, and name from `names` (see `Names`).

    A value has one placeholder in all messages, numbered by first appearance of its kind. One that a
    text already holds, in any of the spellings that `Restorer` understands, is not used."""
    finders = _finders(names)
    texts = [message.text for message in messages]
    found = [_found(text, finders) for text in texts]
    values = _Values(value for one in found for value in one)
    found = [values.everywhere(text, one) for text, one in zip(texts, found, strict=True)]
    placeholders = _Placeholders(texts)
    written = [_written(text, one, placeholders) for text, one in zip(texts, found, strict=True)]
    redacted = tuple(Message(message.role, text) for message, text in zip(messages, written, strict=True))
    return Redacted(redacted, placeholders.replaced)


def _finders(names: Sequence[str]) -> tuple[Finder, ...]:
    """Imported on first use: their patterns take longer to build than a window has at its start."""
    from .accounts import find_cards, find_ibans
    from .addresses import find_emails
    from .keys import find_keys
    from .names import Names
    from .phones import find_phones

    return find_keys, find_emails, find_ibans, find_cards, find_phones, Names(names).find


def _found(text: str, finders: Iterable[Finder]) -> list[Found]:
    """What the finders find, in order; of what overlaps, the first finder's."""
    taken = bytearray(len(text))
    kept = []
    for find in finders:
        for one in find(text):
            if taken.find(1, one.start, one.end) < 0:
                taken[one.start : one.end] = b"\1" * (one.end - one.start)
                kept.append(one)
    return sorted(kept)


class _Values:
    """Values that were found somewhere. They are replaced everywhere, also where nothing around tells what they are."""

    def __init__(self, found: Iterable[Found]) -> None:
        values = {one.original: one.kind for one in found if _tells(one)}
        self._kinds: Final[Mapping[str, Kind]] = values
        self._length: Final = min(map(len, values), default=0)
        self._by_start: Final[Mapping[str, list[str]]] = self._indexed(values)

    def _indexed(self, values: Iterable[str]) -> dict[str, list[str]]:
        index: dict[str, list[str]] = defaultdict(list)
        for value in sorted(values, key=len, reverse=True):
            index[value[: self._length]].append(value)
        return dict(index)

    def everywhere(self, text: str, found: list[Found]) -> list[Found]:
        """`found`, and the values in `text` that were not found there."""
        if not self._kinds:
            return found
        return sorted([*found, *self._between(text, found)])

    def _between(self, text: str, found: list[Found]) -> Iterator[Found]:
        at = 0
        for one in [*found, None]:
            end = one.start if one else len(text)
            yield from self._within(text, at, end)
            at = one.end if one else end

    def _within(self, text: str, start: int, end: int) -> Iterator[Found]:
        index, length = self._by_start, self._length
        at = start
        while at <= end - length:
            value = self._at(text, at, end) if text[at : at + length] in index else None
            if value is None:
                at += 1
            else:
                yield Found(at, at + len(value), self._kinds[value], value, value)
                at += len(value)

    def _at(self, text: str, at: int, end: int) -> str | None:
        for value in self._by_start[text[at : at + self._length]]:
            stop = at + len(value)
            if (
                stop <= end
                and text.startswith(value, at)
                and (self._kinds[value] is Kind.KEY or _is_word(text, at, stop))
            ):
                return value
        return None


def _tells(one: Found) -> bool:
    """Whether it means the same wherever it stands. Names are found everywhere by themselves, and the password in
    ://app:app@host is elsewhere a word."""
    return one.kind is not Kind.NAME and (one.kind is not Kind.KEY or (len(one.value) >= 8 and not one.value.isalpha()))


def _is_word(text: str, start: int, end: int) -> bool:
    return not (start and _ALNUM.match(text, start - 1)) and not _ALNUM.match(text, end)


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
