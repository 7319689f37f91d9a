"""Provider texts made fit for the record: no key in them, and short. Some refusals echo the key they refuse."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
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


_PIECE: Final = 8
"""Of a key: refusals that mean well show its beginning."""
_WRITTEN: Final = re.compile(
    r"""%(?P<percent>[0-9a-f]{2})|\\u(?P<json>[0-9a-f]{4})|&\#(?P<html>[0-9]{1,3});|&\#x(?P<hex>[0-9a-f]{1,2});"""
    r"""|&(?P<name>amp|lt|gt|quot|apos);|(?P<plain>.)""",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN: Final = frozenset("\"'`\\+ \t\r\n")
_NAMED: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def scrub(text: str, key: Secret | None) -> str:
    """`text` without `key` and without anything that looks like one, on one line, of at most 600 characters."""
    return shorten(mask_alike(mask(text, key)))


def mask_alike(text: str) -> str:
    """`text` without anything that looks like a key."""
    return _KEY_LIKE.sub(_MASK, text)


def mask(text: str, key: Secret | None) -> str:
    """`text` without `key` and without its pieces; what is too long to be looked at is left out."""
    masked = text[:_LOOKED_AT]
    if key is not None and len(plain := key.reveal().strip()) >= _SHORTEST_KEY:
        masked = _without_pieces(_however_written(plain).sub(_MASK, masked), plain)
    return masked if len(text) <= _LOOKED_AT else masked[:-_LONGEST_ECHO]


def mask_name(name: str | None, key: Secret | None) -> str | None:
    """A name or a number without pieces of `key`: at little cost, as nobody writes those in parts."""
    if name is None or key is None or len(name) < _PIECE or len(plain := key.reveal().strip()) < _SHORTEST_KEY:
        return name
    return _without_pieces(name[:_LOOKED_AT], plain)


def shorten(text: str) -> str:
    """`text` on one line, cut to what a technical line can hold."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text[: 4 * _LONGEST]).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _however_written(key: str) -> re.Pattern[str]:
    """`key` as it is, percent-encoded or escaped for JSON in any of its characters, or pieced together from quoted
    parts."""
    characters = (rf"(?:{re.escape(char)}|%{ord(char):02x}|\\u{ord(char):04x})" for char in key)
    return re.compile(r"""["'`\\+\s]{0,6}""".join(characters), re.IGNORECASE)


def _without_pieces(text: str, key: str) -> str:
    """`text` without any eight characters in a row of `key`, or of its base64, however each of them is written."""
    pieces = {written[at : at + _PIECE] for written in _spellings(key) for at in range(len(written) - _PIECE + 1)}
    units = list(_units(text))
    said = "".join(char for char, _, _ in units)
    parts: list[str] = []
    end = 0
    for at in range(len(said) - _PIECE + 1):
        if said[at : at + _PIECE] in pieces:
            start, stop = max(units[at][1], end), units[at + _PIECE - 1][2]
            parts += [text[end:start], _MASK] if start > end or not parts else []
            end = stop
    return "".join([*parts, text[end:]])


def _spellings(key: str) -> Iterator[str]:
    yield "".join(char for char in key.lower() if char not in _BETWEEN)
    yield "".join(char for char, _, _ in _units(key))
    for shift in range(3):  # base64 takes three bytes at a time, and what stands before the key moves it
        encoded = b64encode(b"\0" * shift + key.encode()).decode()
        certain = encoded[4 if shift else 0 : len(encoded) - 4]
        yield "".join(char for char, _, _ in _units(certain))
        yield certain.translate(str.maketrans("+/", "-_")).lower()


def _units(text: str) -> Iterator[tuple[str, int, int]]:
    """The characters that `text` means, in small letters, and where each is written; those that may stand between
    quoted parts of a key are left out."""
    for found in _WRITTEN.finditer(text):
        char = _meant(found).lower()[:1]
        if char not in _BETWEEN:
            yield char, found.start(), found.end()


def _meant(found: re.Match[str]) -> str:
    if found["plain"]:
        return found["plain"]
    if found["name"]:
        return _NAMED[found["name"].lower()]
    number = found["percent"] or found["json"] or found["hex"]
    return chr(int(number, 16) if number else int(found["html"]))
