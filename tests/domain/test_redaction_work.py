"""Redaction's work grows with the text and with nothing else, whatever the text. The bench times it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from orchestrator_desktop.domain.messages import Message, Role
from orchestrator_desktop.domain.redaction import Restorer, redact, restore
from tests.steps import grows_evenly, lines_run

PROSE = (
    "Nora Vidal wrote on 2026-10-14 that the 1 234,50 € invoice (no. 2026-1042) for l’été « Éléonore » is due; "
    "see https://example.com/a?b=1.\n"
)
VALUES = "nora@example.com 06 12 34 56 78 4111 1111 1111 1111 FR76 3000 6000 0112 3456 7890 189 password: Xy9!kk22\n"
HOSTILE = """1|1 |12 |06 |0612345678 |0612345678,|4111 |0|00 33 |@|a@|a@a.|a.|a-|.|+1 |+1(|(0
FR76|FR76 |FR76 3000 6000 0112 3456 7890 188 |sk-|eyJ-|eyJaaaaaaaa.|-----BEGIN |-----BEGIN PRIVATE KEY-----
password=|password=aaaaaaa(,|password= aB3!aB3! |bearer=|secret=secret|api key |clé api|://|://a:|://a:bcd|://a:b@
tel 12|isbn|Nora |Éléonore |e\u0301|\u0301|田|[|\\|[EMAIL_|EMAIL_1 |\\[EMAIL|[EMAIL_1](|%40|\\n| |İ"""
PATTERNS = (PROSE, PROSE + VALUES, *(pattern for line in HOSTILE.splitlines() for pattern in line.split("|")))
NAMES = ("Nora Vidal", "Nora", "Éléonore", "e\u0301 e", "田中")


def filled(pattern: str, size: int) -> str:
    return (pattern * (size // len(pattern) + 1))[:size]


def there_and_back(text: str) -> str:
    """The text redacted, and restored; restored is, too, what was never redacted."""
    outcome = redact([Message(Role.USER, text)], names=NAMES)
    restore(text, {"[EMAIL_1]": "nora@example.com", "[NAME_1]": "Nora"})
    return restore(outcome.messages[0].text, outcome.replaced)


def many_values(number: int) -> Callable[[], object]:
    """So many names, and twice as many addresses and passwords."""
    names = [f"Name{n} Other{n}" for n in range(number)]
    text = "".join(f"n{n}@example.com Name{n} Other{n} password: Xy9!kk{n:05}\n" for n in range(2 * number))
    return lambda: redact([Message(Role.USER, text)], names=names)


def letter_by_letter(number: int) -> Callable[[], object]:
    restorer, text = Restorer({"[EMAIL_1]": "nora@example.com"}), filled("[EMAIL_1", number)
    return lambda: [restorer.feed(letter) for letter in text] and restorer.flush()


@pytest.mark.parametrize("pattern", PATTERNS)
def test_any_text_comes_back_and_ten_times_as_much_is_ten_times_the_work(pattern: str) -> None:
    assert there_and_back(filled(pattern, 2_000)) == filled(pattern, 2_000)
    assert grows_evenly(lambda number: lambda: there_and_back(filled(pattern, 5 * number)))


def test_work_grows_evenly_with_names_and_values() -> None:
    assert grows_evenly(many_values, number=20)


def test_a_word_of_an_answer_passes_with_little_work() -> None:
    """It comes a thousand times an answer."""
    restorer = Restorer({f"[{kind}_1]": "x" for kind in ("EMAIL", "PHONE", "IBAN", "CARD", "KEY", "NAME")})
    assert lines_run(lambda: restorer.feed(" the quick fox")) < 20
    assert lines_run(lambda: [restorer.feed(" the quick fox") for _ in range(1000)]) < 1000 * 20


def test_work_grows_evenly_with_pieces_of_one_character() -> None:
    assert grows_evenly(letter_by_letter)
