"""The messages of a request as parts to be read; what was replaced, or came from outside, in pieces of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QCoreApplication

from orchestrator_desktop.domain.messages import Message, Role
from orchestrator_desktop.domain.redaction import spans
from orchestrator_desktop.ui.delegation.exact import Part, Piece

_OUTSIDE: Final = re.compile(r"^Untrusted material from .*\n<<<(?P<mark>[0-9a-f]{16})\n", re.MULTILINE)


def parts(messages: Sequence[Message], replaced: Mapping[str, str]) -> tuple[Part, ...]:
    """Each message under its role; `replaced` says what its placeholders stand for."""
    return tuple(Part(_heading(message.role), tuple(_pieces(message.text, replaced))) for message in messages)


def outside(text: str) -> Iterator[tuple[int, int]]:
    """Where the fenced items from outside stand in a message, their fences included (`domain.briefing`)."""
    at = 0
    while found := _OUTSIDE.search(text, at):
        end = text.find(f"\n{found['mark']}>>>", found.end() - 1)
        if end < 0:
            at = found.end()
            continue
        at = end + len(found["mark"]) + 4
        yield found.start(), at


def _pieces(text: str, replaced: Mapping[str, str]) -> Iterator[Piece]:
    placeholders = {start: (end, placeholder) for start, end, placeholder in spans(text, replaced)}
    regions = list(outside(text))
    edges = sorted({0, len(text), *placeholders, *(end for end, _ in placeholders.values()), *_edges(regions)})
    region = 0
    for start, end in pairwise(edges):
        while region < len(regions) and regions[region][1] <= start:
            region += 1
        within = region < len(regions) and regions[region][0] <= start
        yield Piece(text[start:end], _tip(placeholders.get(start), replaced), within)


def _edges(regions: Sequence[tuple[int, int]]) -> Iterator[int]:
    for start, end in regions:
        yield start
        yield end


def _tip(placeholder: tuple[int, str] | None, replaced: Mapping[str, str]) -> str:
    if placeholder is None:
        return ""
    stands = QCoreApplication.translate("Preview", "%1 stands for %2, which does not leave")
    return stands.replace("%1", placeholder[1], 1).replace("%2", replaced[placeholder[1]], 1)


def _heading(role: Role) -> str:
    """In words, and as the provider is told."""
    words = {
        Role.SYSTEM: QCoreApplication.translate("Preview", "Instructions"),
        Role.USER: QCoreApplication.translate("Preview", "Request"),
        Role.ASSISTANT: QCoreApplication.translate("Preview", "Answer"),
    }
    return f"{words[role]} · {role.value}"
