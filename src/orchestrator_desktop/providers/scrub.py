"""Provider texts made fit for the record: no key in them, and short. Some refusals echo the key they refuse."""

from __future__ import annotations

import re
from typing import Final

from orchestrator_desktop.domain.secret import Secret

_KEY_LIKE: Final = re.compile(r"(?:\bsk-|\bAIza|\bgsk_|\bxai-|\bhf_)[\w*.…-]{6,}|(?i:bearer)\s+[\w.~+/=-]{8,}")
_MASK: Final = "•••"
_LONGEST: Final = 600


def scrub(text: str, key: Secret | None) -> str:
    """`text` without `key` and without anything that looks like one, on one line, of at most 600 characters."""
    if key is not None and key.reveal().strip():
        text = text.replace(key.reveal().strip(), _MASK)
    return shorten(_KEY_LIKE.sub(_MASK, text))


def shorten(text: str) -> str:
    """`text` on one line, cut to what a technical line can hold."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text[: 4 * _LONGEST]).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
