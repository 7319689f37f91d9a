"""Provider texts made fit for the record: no key in them, and short. Some refusals echo the key they refuse."""

from __future__ import annotations

import re
from typing import Final

from orchestrator_desktop.domain.secret import Secret

_KEY_LIKE: Final = re.compile(
    r"""(?:\bsk[-_]|\bAIza|\bgsk_|\bxai-|\bhf_|\bpplx-|\bnvapi-)[\w*.…-]{6,}"""  # as providers make them
    r"""|(?<![\w.-])[\w.-]{0,64}\*{3,}[\w*.-]*"""  # already masked in part, its ends still showing
    r"""|(?i:\bbearer)\s+[\w.~+/=-]{8,}"""
    r"""|(?i:x-goog-api-key|x-api-key|\bapi-key|\bauthorization)["']?\s*[:=]\s*["']?[\w.~+/=%-]{8,}"""
    r"""|(?i:[?&](?:api[_-]?)?key=)[\w.~+/%-]{8,}"""
)
_MASK: Final = "•••"
_LONGEST: Final = 600
_LOOKED_AT: Final = 16_384
_LONGEST_ECHO: Final = 2_000
"""Of a key with all its characters escaped; what ends the part looked at may be the beginning of one."""
_SHORTEST_KEY: Final = 8
"""A shorter one, of a server at home, would be found in half the words there are."""


def scrub(text: str, key: Secret | None) -> str:
    """`text` without `key` and without anything that looks like one, on one line, of at most 600 characters."""
    masked = text[:_LOOKED_AT]
    if key is not None and len(plain := key.reveal().strip()) >= _SHORTEST_KEY:
        masked = _however_written(plain).sub(_MASK, masked)
    masked = _KEY_LIKE.sub(_MASK, masked)
    return shorten(masked if len(text) <= _LOOKED_AT else masked[:-_LONGEST_ECHO])


def shorten(text: str) -> str:
    """`text` on one line, cut to what a technical line can hold."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text[: 4 * _LONGEST]).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _however_written(key: str) -> re.Pattern[str]:
    """`key` as it is, percent-encoded or escaped for JSON in any of its characters, or pieced together from quoted
    parts."""
    characters = (rf"(?:{re.escape(char)}|%{ord(char):02x}|\\u{ord(char):04x})" for char in key)
    return re.compile(r"""["'`\\+\s]{0,6}""".join(characters), re.IGNORECASE)
