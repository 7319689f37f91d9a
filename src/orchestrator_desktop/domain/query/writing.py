"""A Query as text, in one spelling; reading it again gives the same Query."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .model import Query, Terms

_PLAIN_NAME: Final = re.compile(r"\w(?:[\w'’&./+-]*\w)?")


def written(query: Query) -> str:
    """The query as it can be typed. Dates stay as they were said (`due:<friday`), so that they move with today."""
    wanted = _parts(query.wanted)
    return " ".join([*wanted, *(f"-{part}" for part in _parts(query.unwanted))])


def _parts(terms: Terms) -> Iterator[str]:
    yield from terms.words
    yield from (f'"{phrase}"' for phrase in terms.phrases)
    yield from (f"#{_name(domain)}" for domain in terms.domains)
    yield from (f"!{level}" for level in terms.levels)
    yield from (f"@{_name(who)}" for who in terms.whos)
    yield from (f"tag:{_name(tag)}" for tag in terms.tags)
    yield from (f"is:{state}" for state in terms.states)
    yield from (f"{date.which}:{date.text}" for date in terms.dates)
    yield from (f"p{priority}" for priority in terms.priorities)
    yield from (f"estimate:{estimate.text}" for estimate in terms.estimates)
    yield from (f"in:{place}" for place in terms.places)
    yield from (f"parent:{parent}" for parent in terms.parents)


def _name(name: str) -> str:
    return name if _PLAIN_NAME.fullmatch(name) else f'"{name}"'
