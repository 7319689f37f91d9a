"""What redaction finds, and what stands in its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from orchestrator_desktop.domain.messages import Message


class Kind(StrEnum):
    """What was replaced; its name begins the placeholder."""

    EMAIL = "email"
    PHONE = "phone"
    IBAN = "iban"
    CARD = "card"
    KEY = "key"
    NAME = "name"


NUMBER: Final = r"[1-9][0-9]{0,8}"
SPACE: Final = " \u00a0\u2009\u202f"
"""Spaces within a number, for a character class: plain, no-break, thin, and French typography's narrow no-break."""

_PLACEHOLDER: Final = re.compile(rf"\[(?:{'|'.join(kind.name for kind in Kind)})_{NUMBER}\]")


class Found(NamedTuple):
    """One value at text[start:end]. Equal `kind` and `value` get one placeholder, which stands for `original`."""

    start: int
    end: int
    kind: Kind
    value: str
    original: str


class Span(NamedTuple):
    """A placeholder at text[start:end], in characters (Qt counts UTF-16 units)."""

    start: int
    end: int
    placeholder: str


@dataclass(frozen=True, slots=True)
class Redacted:
    """Messages fit to leave the computer. `replaced` maps placeholders to originals, in order of appearance."""

    messages: tuple[Message, ...]
    replaced: Mapping[str, str]

    def spans(self) -> tuple[tuple[Span, ...], ...]:
        """Where the placeholders stand, message by message."""
        return tuple(spans(message.text, self.replaced) for message in self.messages)


def spans(text: str, replaced: Mapping[str, str]) -> tuple[Span, ...]:
    """Where the placeholders of `replaced` stand in a redacted text, or in one composed of redacted texts."""
    found = (Span(*match.span(), match[0]) for match in _PLACEHOLDER.finditer(text))
    return tuple(span for span in found if span.placeholder in replaced)


def counts(replaced: Mapping[str, str]) -> dict[Kind, int]:
    """How many values of each kind were replaced, the kinds in the order of `Kind`; those without any are left out."""
    kinds = [kind_of(placeholder) for placeholder in replaced]
    return {kind: kinds.count(kind) for kind in Kind if kind in kinds}


def kind_of(placeholder: str) -> Kind:
    return Kind[placeholder[1:].partition("_")[0]]
