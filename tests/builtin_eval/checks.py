"""What a machine can see of a list of five lines; reading them remains somebody's work."""

from __future__ import annotations

import re
from itertools import combinations

from rapidfuzz import fuzz

LINES = 5
_NUMBER = re.compile(r"^(\d+)\. +(.*)$")
_DANGLING = {
    *("a", "an", "the", "our", "your", "their", "its", "my", "every", "each", "we", "i", "such", "are", "how"),
    *("and", "or", "but", "so", "as", "that", "which", "than", "if", "when", "while", "including"),
    *("of", "to", "for", "with", "in", "on", "at", "by", "from"),
}
_SAME = 88


def faults(text: str, finish: str, topic: str, *, questions: bool) -> list[str]:
    """Words for what is wrong with an answer; nothing when all is well."""
    numbered = [match.groups() for line in text.strip().split("\n") if (match := _NUMBER.match(line.strip()))]
    lines = [line for _, line in numbered]
    checks = {
        f"finish {finish}": finish != "stop",
        "count": [number for number, _ in numbered] != [str(n + 1) for n in range(LINES)],
        "extra text": len(numbered) != len(text.strip().split("\n")),
        "twice the same": any(_alike(first, second) for first, second in combinations(lines, 2)),
        "loop": any(_loops(line) for line in lines),
        "unfinished": not questions and any(_last_word(line) in _DANGLING for line in lines),
        "glued": any(re.search(r"\b[a-z]+[A-Z]|-$|-\w-", line) for line in lines),
        "no question": questions and any(not line.endswith("?") for line in lines),
        "too short": any(len(line.split()) < 3 for line in lines),
        "off topic": bool(topic) and sum(any(part in line.lower() for part in topic.split()) for line in lines) < 2,
    }
    return [fault for fault, found in checks.items() if found]


def _alike(first: str, second: str) -> bool:
    return fuzz.ratio(first.lower(), second.lower()) >= _SAME


def _loops(line: str) -> bool:
    """A word twice running, or a long word three times."""
    low = line.lower()
    return bool(re.search(r"\b(\w+)\W+\1\b", low) or re.search(r"\b(\w{4,})\b.*\b\1\b.*\b\1\b", low))


def _last_word(line: str) -> str:
    words = re.findall(r"[\w']+", line.lower())
    return words[-1] if words else "a"
