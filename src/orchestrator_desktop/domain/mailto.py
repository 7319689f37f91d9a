"""A message as a `mailto:` link (RFC 6068), which opens in the user's own mail program: nothing is sent by itself."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError
from orchestrator_desktop.domain.text import one_line, printable

LONGEST_LINK: Final = 2_000
"""Characters of a link that every mail program takes whole: Windows' ShellExecute stops at 2,083, and some cut in
silence where others refuse."""

LONGEST_ADDRESS: Final = 254
"""Bytes of an e-mail address (RFC 5321, erratum 1690)."""

_NEVER: Final = frozenset('"(),:;<>[\\]')
"""They quote, group or separate addresses: with them one address could become two, or a header."""


@dataclass(frozen=True, slots=True)
class MailLink:
    """`whole` is false where the body did not fit: then the link asks to paste it, and somebody must have copied it."""

    url: str
    whole: bool


def clean_address(text: str) -> str:
    """One e-mail address, or nothing, without white space around it. Checked loosely: the mail program knows better.

    Raises UsageError for what is no single address, line breaks and separators above all."""
    address = text.strip()
    if not address:
        return ""
    local, _, domain = address.rpartition("@")
    odd = any(char in _NEVER or char.isspace() or unicodedata.category(char)[0] in "CZ" for char in address)
    if odd or not local or not domain or "@" in local or len(address.encode()) > LONGEST_ADDRESS:
        raise UsageError(
            QT_TRANSLATE_NOOP("errors", "“{address}” is not an e-mail address. Nothing was changed."),
            address=one_line(address)[:80],
        )
    return address


def mailto(address: str, subject: str, body: str) -> str:
    """The link, however long it gets. An empty address is for the user to fill in. Raises UsageError."""
    lines = printable(body).replace("\n", "\r\n")
    return (
        f"mailto:{_encoded(clean_address(address), '@')}?subject={_encoded(one_line(subject))}&body={_encoded(lines)}"
    )


def mail_link(address: str, subject: str, body: str, *, paste: str) -> MailLink:
    """The message as a link of at most LONGEST_LINK characters. Where the body does not fit, `paste` stands for it: a
    few words that ask the user to paste it. A subject that is too long by itself loses its end."""
    url = mailto(address, subject, body)
    if len(url) <= LONGEST_LINK:
        return MailLink(url, True)
    line = one_line(subject)
    shown = line
    while len(url := mailto(address, shown, paste)) > LONGEST_LINK and len(line) > 1:
        line = line[:-1]
        shown = line + "…"
    return MailLink(url, False)


def _encoded(text: str, kept: str = "") -> str:
    """Percent-encoded UTF-8; letters, figures and `-._~` stay, and what is `kept`."""
    return quote(text, safe=kept)
