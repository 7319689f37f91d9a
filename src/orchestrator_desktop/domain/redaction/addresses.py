"""E-mail addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .model import Found, Kind

# Each run of address characters is read once, from its start: hence the look behind and the possessive quantifiers.
_EMAIL: Final = re.compile(
    r"""(?<![\w.+$-]) [._+-]*+
    (?P<address>
        [^\W_] [\w.+-]{0,63}+
        (?:@|%40)
        (?: [^\W_]{1,63}+ (?:-{1,4}+[^\W_]{1,63}+){0,8}+ \. ){1,8}
        (?P<top> xn--[a-z0-9-]{2,59} | [^\W\d_]{2,24} )
    ) (?![^\W_])""",
    re.VERBOSE | re.IGNORECASE,
)
_USER: Final = re.compile(r"://[\w.~%!$*+:-]*$")
"""Before the @ of an address like sftp://user:password@host."""
_LONGEST_USER: Final = 80
_NO_DOMAIN: Final = re.compile("png|jpe?g|gif|svg|webp|avif|ico|pdf|service|socket|timer|target|mount", re.IGNORECASE)
"""Ends of `icon@2x.png` and `getty@tty1.service`."""


def find_emails(text: str) -> Iterator[Found]:
    """Addresses with a domain that could be one; a repository's `git@host` is none."""
    if "@" not in text and "%40" not in text:
        return
    for match in _EMAIL.finditer(text):
        (start, end), address = match.span("address"), match["address"]
        if _NO_DOMAIN.fullmatch(match["top"]) or address.startswith("git@"):
            continue
        if not _USER.search(text, max(0, start - _LONGEST_USER), start):
            yield Found(start, end, Kind.EMAIL, address, address)


def is_email(text: str) -> bool:
    return bool(_EMAIL.fullmatch(text))
