"""Which level a task may have, with the reason in a phrase: rules in both languages, and what the user taught.

It proposes; only the user decides. docs/levels.md explains it to who asks why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import exp, log
from typing import Final, Literal

from orchestrator_desktop.domain.capture.line import fold
from orchestrator_desktop.domain.suggesting_words import (
    DRAFT,
    LEARNED,
    LEARNED_HERE,
    NEGATIONS,
    NEUTRAL,
    STOP_WORDS,
    SUBJECTS,
    Role,
    Subject,
)

Counts = Mapping[tuple[str, int], int]
"""How often the user set a level on a task with a word: (word, level) to number."""

LEVELS: Final = (1, 2, 3)
LESSON: Final = "*"
"""Stands in the counts for the task itself: how many were set to a level."""
ENOUGH_HERE, ENOUGH_ELSEWHERE = 3, 5
"""So many tasks that are alike, and agree, before they weigh more than a rule: in the domain, and in all of them."""

_READ: Final = 500
"""Characters of a title, and of the first line of notes."""
_STEM, _SHORTEST, _MOST_WORDS = 6, 3, 12
_HARMLESS: Final = frozenset({"direction", "conversation"})
"""What AI alone may translate or sum up; of the rest, somebody judges the draft."""
_NEAR: Final = 3
"""Words between a negation and what it denies."""
_VOCABULARY, _SMOOTHING = 1000, 0.1
_RULE_ODDS: Final = 4.0
_SURE: Final = 0.6
_LIKE: Final = 0.5
"""Share of a title's words that must be known to call it similar."""
_FIRST, _LATER, _IN_NOTES = 0.8, 0.65, 0.5
_WORD: Final = re.compile(r"[^\W_]+")
_FIRED: Final = re.compile(
    r"^\s*(?:[Ff]ire|[Vv]irer) (?!Drill|Alarm|Safety|Exit|Escape|Extinguisher|Insurance|Pit|Hose|Door|Inspection)"
    r"(?=[A-ZÀ-Ý][a-zß-ÿ])"
)
"""« Virer Paul » by its capital: money and columns are transferred and dropped with the same word."""
_DECIDED: Final = re.compile(r"\b(?:d[ée]cid|valid|sign)ée?s?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lessons:
    """What the user taught: the counts of the task's domain, and those of all domains together."""

    here: Counts = field(default_factory=dict)
    everywhere: Counts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A level and why. `reason` is English, marked for "suggestions", with `{domain}` where it was learnt in one."""

    level: int
    reason: str
    confidence: float
    """Between 0 and 1, for ordering and for saying nothing where it is low."""
    learned: bool = False
    domain: str = ""

    @property
    def text(self) -> str:
        return self.reason.replace("{domain}", self.domain)


@dataclass(frozen=True, slots=True)
class _Hit:
    subject: Subject
    place: int


@dataclass(frozen=True, slots=True)
class _Ruled:
    """What the rules say: a subject gives its reason, unless it is handed over as material."""

    subject: Subject
    level: int
    reason: str
    confidence: float


def suggest(
    title: str,
    notes: str = "",
    *,
    domain: str | None = None,
    who_kind: Literal["specialist", "person"] | None = None,
    counts: Lessons | None = None,
) -> Suggestion | None:
    """A level for the task, with its reason; None where nothing tells. Reads text only, and the same text always gives
    the same answer. Who was chosen already counts: what goes to a person is not for AI alone."""
    lessons = counts or Lessons()
    ruled = _ruled(title, notes)
    found = _learned(title, ruled, domain, lessons)
    if found is None and ruled is not None:
        found = Suggestion(ruled.level, ruled.reason, ruled.confidence)
    return None if found is None or (found.level == 1 and who_kind == "person") else found


def learn(title: str, level: int, notes: str = "") -> tuple[tuple[str, int], ...]:
    """What to add one to in the domain's counts, once the user has set the level of a task: its words, the subject the
    rules saw, and the task itself."""
    return tuple((word, level) for word in (LESSON, *_features(title, _ruled(title, notes))))


def _features(title: str, ruled: _Ruled | None) -> tuple[str, ...]:
    words = [_subject_word(ruled)] if ruled else []
    return tuple(dict.fromkeys([*words, *_stems(title)]))


def _subject_word(ruled: _Ruled) -> str:
    return f"~{ruled.subject.name}"


def _stems(title: str) -> list[str]:
    """The first letters of its words, without accents and capitals, without those that say nothing, and numbers."""
    words = (word for word in _plain(title).split() if word not in STOP_WORDS and not word.isdecimal())
    return list(dict.fromkeys(_stem(word) for word in words if len(word) >= _SHORTEST))[:_MOST_WORDS]


def _stem(word: str) -> str:
    return (word[:-1] if len(word) > _SHORTEST + 1 and word[-1] in "sx" else word)[:_STEM]


def _plain(text: str) -> str:
    """Words with one space between and around them; what is decided already is no decision."""
    written = _DECIDED.sub(" ", _FIRED.sub("fire them ", text[:_READ])).replace("1:1", "one on one")
    folded = fold(written).text
    words = " ".join(_WORD.findall(folded))
    return f" {words} "


# Rules


def _ruled(title: str, notes: str) -> _Ruled | None:
    first_line = next((line for line in notes.splitlines() if line.strip()), "")
    ruled = _read(_plain(title))
    if ruled is None and first_line:
        in_notes = _read(_plain(first_line))
        return in_notes and _Ruled(in_notes.subject, in_notes.level, in_notes.reason, _IN_NOTES)
    return ruled


def _read(text: str) -> _Ruled | None:
    """The subject that counts, of all those named: human judgment first, then what is done to what."""
    hits = sorted(_hits(text), key=lambda hit: (hit.place, SUBJECTS.index(hit.subject)))
    if not hits:
        return None
    judged = [hit for hit in hits if hit.subject.level == LEVELS[-1]]
    return _judgment(hits, judged) if judged else _as_ruled(_work(hits))


def _judgment(hits: list[_Hit], judged: list[_Hit]) -> _Ruled:
    """Level 3, or the work that is done for it: summing up a strategy, preparing a negotiation."""
    gravest = min(judged, key=lambda hit: SUBJECTS.index(hit.subject))
    before = [hit for hit in hits if hit.place < judged[0].place and hit.subject.role is not Role.LETTER]
    if not before or any(hit.subject.role is Role.HUMAN for hit in judged):
        return _as_ruled(gravest)
    work = _work(before)
    if work.subject.role is Role.ROUTINE and gravest.subject.name in _HARMLESS:
        return _as_ruled(work)
    return _Ruled(gravest.subject, 2, DRAFT, _confidence(work))


def _work(hits: list[_Hit]) -> _Hit:
    """What is written or made, where a routine piece is (« rédiger un résumé »); else what is named first."""
    first = hits[0]
    if first.subject.role is not Role.VESSEL:
        return first
    return next((hit for hit in hits[1:] if hit.subject.role is Role.ROUTINE), first)


def _as_ruled(hit: _Hit) -> _Ruled:
    return _Ruled(hit.subject, hit.subject.level, hit.subject.reason, _confidence(hit))


def _confidence(hit: _Hit) -> float:
    return _FIRST if hit.place <= 1 else _LATER


def _hits(text: str) -> Iterator[_Hit]:
    """The first time that each subject is named, and not denied."""
    text = _NEUTRAL.sub(lambda found: " " + "·" * (len(found[0]) - 1), text)
    for subject, pattern in _PATTERNS:
        for found in pattern.finditer(text):
            before = text[: found.start() + 1].split()[-_NEAR:]
            if not NEGATIONS.intersection(before):
                yield _Hit(subject, found.start() + 1)
                break


def _pattern(phrases: str) -> re.Pattern[str]:
    listed = (" ".join(phrase.split()).replace("| ", "|").replace("*", r"\w*") for phrase in phrases.split(","))
    return re.compile(rf" (?:{'|'.join(sorted(listed, key=len, reverse=True))})(?= )")


_PATTERNS: Final = tuple((subject, _pattern(subject.phrases)) for subject in SUBJECTS)
_NEUTRAL: Final = _pattern(NEUTRAL)


# What the user taught


def _learned(title: str, ruled: _Ruled | None, domain: str | None, lessons: Lessons) -> Suggestion | None:
    """What tasks like this one were set to, in the domain, else in all; None where too few are, or they disagree."""
    features = _features(title, ruled)
    places = [(lessons.here, ENOUGH_HERE, domain), (lessons.everywhere, ENOUGH_ELSEWHERE, None)]
    for counts, enough, name in places:
        known = [word for word in features if any(counts.get((word, level), 0) > 0 for level in LEVELS)]
        if not known or not _is_like(features, known, counts, ruled, enough):
            continue
        odds = _posterior(known, counts, ruled)
        level = max(LEVELS, key=lambda one: (odds[one], one))
        if _support(known, counts, level) < enough or odds[level] < _SURE or not _may_lower(ruled, level, counts):
            continue
        if ruled is not None and ruled.level == level:
            return Suggestion(level, ruled.reason, max(odds[level], ruled.confidence))
        return Suggestion(level, LEARNED_HERE if name else LEARNED, odds[level], learned=True, domain=name or "")
    return None


def _is_like(features: tuple[str, ...], known: list[str], counts: Counts, ruled: _Ruled | None, enough: int) -> bool:
    """Half of the words are known, or the subject was set often enough by itself."""
    if ruled is not None and max(counts.get((_subject_word(ruled), level), 0) for level in LEVELS) >= enough:
        return True
    return len(known) >= _LIKE * len(features)


def _may_lower(ruled: _Ruled | None, level: int, counts: Counts) -> bool:
    """What the rules keep for people is given to AI only where the user did so with that very subject."""
    if ruled is None or ruled.level < LEVELS[-1] or level == LEVELS[-1]:
        return True
    return counts.get((_subject_word(ruled), level), 0) >= ENOUGH_HERE


def _support(known: list[str], counts: Counts, level: int) -> int:
    return max(counts.get((word, level), 0) for word in known)


def _posterior(known: list[str], counts: Counts, ruled: _Ruled | None) -> dict[int, float]:
    """Probability of each level: multinomial naive Bayes over the counts, the rule counting for some odds."""
    totals = {level: sum(number for (_, of), number in counts.items() if of == level) for level in LEVELS}
    tasks = {level: counts.get((LESSON, level), 0) for level in LEVELS}
    logs = {}
    for level in LEVELS:
        score = log(tasks[level] + 1) + (log(_RULE_ODDS) if ruled is not None and ruled.level == level else 0)
        below = totals[level] - tasks[level] + _SMOOTHING * _VOCABULARY
        logs[level] = score + sum(log((counts.get((word, level), 0) + _SMOOTHING) / below) for word in known)
    highest = max(logs.values())
    weights = {level: exp(value - highest) for level, value in logs.items()}
    return {level: weight / sum(weights.values()) for level, weight in weights.items()}
