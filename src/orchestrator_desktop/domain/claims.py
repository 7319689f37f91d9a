"""What a text claims that can be listed or counted without an opinion: its length, its links, its numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

_WORD: Final = re.compile(r"[^\W_]")
_ADDRESS: Final = re.compile(r"\b(?:https?|ftp|file|mailto):[^\s<>\"'`\])]*", re.IGNORECASE)
_IMAGE: Final = re.compile(r"!\[[^\]]*\]\([^)\s]*[^)]*\)")
_INLINE: Final = re.compile(r"\]\(\s*<?([^\s)>]+)")
_BARE: Final = re.compile(r"(?:https?://|mailto:)[^\s<>\"`|\])]+", re.IGNORECASE)
_DEFINED: Final = re.compile(r"^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)", re.MULTILINE)
_ITEM: Final = re.compile(r"^\s*\d{1,9}[.)](?=\s)", re.MULTILINE)
_MARKS: Final = re.compile(r"^ {0,3}(?:#{1,6}\s|>|[-*+]\s|`{3,}.*$|~{3,}.*$)", re.MULTILINE)
_NUMBER: Final = re.compile(r"(?<![\w.])\d+(?:[.,:\u00a0\u202f ]\d{3}(?!\d)|[.,:/-]\d+)*(?:[\u00a0\u202f ]?[%€$£])?")
_SPACES: Final = re.compile(r"[\s\u00a0\u202f]")

_COUNT: Final = r"(\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+|\d+)"
_WORDS: Final = r"\s*(?:words|word|mots|mot)\b"
_BETWEEN: Final = re.compile(
    rf"(?:between|from|entre|de)?\s*\b{_COUNT}\s*(?:-|–|to|and|à|et)\s*{_COUNT}{_WORDS}", re.IGNORECASE
)
_LEAST: Final = re.compile(
    r"(?:at least|no fewer than|not less than|minimum(?: of)?|≥|au moins|pas moins de|minimum(?: de)?)"
    rf"\s*{_COUNT}{_WORDS}"
    rf"|{_COUNT}{_WORDS}\s*(?:or more|minimum|min\b|at least|au moins|au minimum|ou plus)",
    re.IGNORECASE,
)
_OVER: Final = re.compile(rf"(?:more than|over|>|plus de)\s*{_COUNT}{_WORDS}", re.IGNORECASE)
_MOST: Final = re.compile(
    r"(?:at most|no more than|not more than|no longer than|up to|within|in|maximum(?: of)?|max\.?|≤|"
    r"au plus|pas plus de|au maximum|jusqu['’]à|en)"
    rf"\s*{_COUNT}{_WORDS}|{_COUNT}{_WORDS}\s*(?:or less|or fewer|maximum|max\b|at most|au plus|au maximum|ou moins)",
    re.IGNORECASE,
)
_UNDER: Final = re.compile(rf"(?:under|below|fewer than|less than|<|moins de|sous)\s*{_COUNT}{_WORDS}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Length:
    """A criterion about the number of words; a bound that is None is not asked for. Both bounds are allowed values."""

    least: int | None = None
    most: int | None = None

    def met_by(self, words: int) -> bool:
        return (self.least is None or words >= self.least) and (self.most is None or words <= self.most)


def asked_length(criterion: str) -> Length | None:
    """The length a done-when line asks for, in English or French: "Under 150 words", « 100 à 150 mots ».

    None where it asks for no length, or for that of a part only ("One sentence under 20 words")."""
    text = criterion.strip().rstrip(".").strip()
    for pattern, make in _FORMS:
        found = pattern.fullmatch(text) or _short(pattern, text)
        if found:
            return make([_number(part) for part in found.groups() if part])
    return None


def _short(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """A match with nothing but a few known words around it."""
    found = pattern.search(text)
    if found is None:
        return None
    around = text[: found.start()] + text[found.end() :]
    return found if all(word.lower() in _AROUND for word in re.findall(r"\w+", around)) else None


_AROUND: Final = frozenset(
    re.findall(
        r"\w+",
        """the whole answer text length is are it in total all long be must has have of
        le la texte réponse longueur fait en tout au total long doit faire est""",
    )
)
_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[list[int]], Length]], ...]] = (
    (_BETWEEN, lambda n: Length(min(n), max(n))),
    (_MOST, lambda n: Length(most=n[0])),
    (_UNDER, lambda n: Length(most=n[0] - 1)),
    (_LEAST, lambda n: Length(least=n[0])),
    (_OVER, lambda n: Length(least=n[0] + 1)),
)


def count_words(markdown: str) -> int:
    """Words a reader sees, parted by spaces as word processors count them: "l'avion" is one.

    Markdown's marks and the addresses behind links are none."""
    return sum(1 for word in _seen(markdown).split() if word[0].isalnum() or _WORD.search(word))


def links(markdown: str) -> tuple[str, ...]:
    """Addresses in a Markdown text that a reader could follow, each once, in their order; images are none."""
    markdown = _IMAGE.sub("", markdown)
    found = [match for pattern in (_INLINE, _BARE, _DEFINED) for match in pattern.finditer(markdown)]
    addresses: dict[str, None] = {}
    for match in sorted(found, key=lambda match: match.start(match.lastindex or 0)):
        address = match.group(match.lastindex or 0).rstrip(".,;:!?*_")
        if _is_address(address):
            addresses.setdefault(address)
    return tuple(addresses)


def changed_numbers(old: str, new: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(numbers that went, numbers that came) between two Markdown texts, each in its text's order, with repetition."""
    before, after = numbers(old), numbers(new)
    return _beyond(before, Counter(after)), _beyond(after, Counter(before))


def numbers(markdown: str) -> list[str]:
    """The numbers of a text as they are written, but for spaces within; those of lists and addresses are none."""
    return [_SPACES.sub("", found) for found in _NUMBER.findall(_ITEM.sub("", _seen(markdown)))]


def _beyond(here: list[str], there: Counter[str]) -> tuple[str, ...]:
    """What `here` holds more often than `there`."""
    left = []
    for number in here:
        if there[number] > 0:
            there[number] -= 1
        else:
            left.append(number)
    return tuple(left)


def _seen(markdown: str) -> str:
    """The text without marks at the beginning of lines and without addresses."""
    text = _MARKS.sub("", markdown)
    # Looking for a mark costs nothing; the patterns are felt in a text of a megabyte.
    for mark, pattern, kept in (("]:", _DEFINED, ""), ("](", _INLINE, "]("), (":", _ADDRESS, "")):
        if mark in text:
            text = pattern.sub(kept, text)
    return text


def _is_address(text: str) -> bool:
    return ":" in text or text.startswith(("//", "www."))


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))
