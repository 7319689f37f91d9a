"""Values of conditions as they are compared, and without their quotation marks."""

from __future__ import annotations

from typing import Final

from orchestrator_desktop.domain.capture.line import fold

QUOTES: Final = {'"': '"', "“": "”", "«": "»"}


def folded(text: str) -> str:
    """Lower case, no accents; a space for hyphens and underscores between letters."""
    plain = fold(text).text.strip()
    signs = [
        " " if char in "-_" and 0 < place < len(plain) - 1 and not plain[place + 1].isdigit() else char
        for place, char in enumerate(plain)
    ]
    return " ".join("".join(signs).split())


def bare(value: str) -> str:
    """The value without the quotation marks around it."""
    text = value.strip()
    if len(text) > 1 and QUOTES.get(text[0]) == text[-1]:
        return text[1:-1].strip()
    return text
