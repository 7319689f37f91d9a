"""The title: what is left of the line once the understood parts are taken out, tidied at the joints only."""

from __future__ import annotations

from collections.abc import Sequence

_CLOSED_UP = ",.;:!?)]}…"
_SEPARATORS = ",;:–—-·|"
_DASHES = "–—-"
_BRACKETS = {"(": ")", "[": "]"}

Part = tuple[int, int]


def title_without(text: str, parts: Sequence[Part]) -> str:
    """The text without these parts (sorted, apart), one space where a part was between words."""
    title = ""
    last = 0
    for start, end in (*parts, (len(text), len(text))):
        piece = text[last:start]
        title = _joined(title, piece) if last else piece.lstrip() if piece.strip() else ""
        last = end
    return title.strip()


def _joined(left: str, right: str) -> str:
    kept, bare = left.rstrip(), right.lstrip()
    if not kept or not bare:
        return kept + bare
    spaced = len(kept) < len(left) or len(bare) < len(right) or (kept[-1].isalnum() and bare[0].isalnum())
    if bare[0] in _CLOSED_UP:
        return kept + (right if bare[0] in ":;!?" else bare)
    return kept + (" " if spaced and kept[-1] not in _BRACKETS else "") + bare


def widened(text: str, parts: Sequence[Part]) -> list[Part]:
    """The parts, the brackets around them and the comma, colon or dash that they would leave dangling included."""
    left = text
    for start, end in parts:
        left = _blanked(left, start, end)
    wide: list[Part] = []
    for cluster in _clusters(text, parts):
        floor = wide[-1][1] if wide else 0
        start, end = _wide(left, cluster[0][0], cluster[-1][1], floor)
        left = _blanked(left, start, end)
        cluster[0] = (start, cluster[0][1])
        cluster[-1] = (cluster[-1][0], end)
        wide += cluster
    return wide


def _clusters(text: str, parts: Sequence[Part]) -> list[list[Part]]:
    clusters: list[list[Part]] = []
    for part in parts:
        if clusters and not text[clusters[-1][-1][1] : part[0]].strip():
            clusters[-1].append(part)
        else:
            clusters.append([part])
    return clusters


def _wide(left: str, start: int, end: int, floor: int) -> Part:
    before, after = left[:start].rstrip(), left[end:].lstrip()
    opens, closes = len(before) - 1, len(left) - len(after) + 1
    if before and after and before[-1] in _BRACKETS and after[0] in ",;:":
        return start, closes
    if before and opens >= floor:
        if after and _BRACKETS.get(before[-1]) == after[0]:
            return opens, closes
        if _dangles(before, after):
            return opens, end
    if not before and after and after[0] in _SEPARATORS and (after[0] not in _DASHES or after[1:2].isspace()):
        return start, closes
    return start, end


def _dangles(before: str, after: str) -> bool:
    """Whether a separator before the part would hang in the air without it."""
    hanging = before[-1] in _SEPARATORS and (before[-1] not in _DASHES or before[-2:-1].isspace())
    return hanging and (not after or after[0] in _CLOSED_UP or after[0] in _SEPARATORS)


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]
