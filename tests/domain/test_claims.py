"""What a text claims: its length, its links, its numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.claims import Length, asked_length, changed_numbers, count_words, links, numbers


@pytest.mark.parametrize(
    ("criterion", "length"),
    [
        ("Under 150 words", Length(most=149)),
        ("fewer than 1,200 words.", Length(most=1199)),
        ("At most 150 words", Length(most=150)),
        ("No more than 80 words in total", Length(most=80)),
        ("150 words max", Length(most=150)),
        ("The whole text is at least 200 words", Length(least=200)),
        ("more than 200 words", Length(least=201)),
        ("100-150 words", Length(100, 150)),
        ("Between 100 and 150 words", Length(100, 150)),
        ("Moins de 150 mots", Length(most=149)),
        ("150 mots maximum", Length(most=150)),
        ("Au plus 1 200 mots", Length(most=1200)),
        ("pas plus de 1\u202f200 mots", Length(most=1200)),
        ("Au moins 300 mots", Length(least=300)),
        ("Entre 100 et 150 mots", Length(100, 150)),
        ("100 à 150 mots", Length(100, 150)),
        ("≤ 90 words", Length(most=90)),
    ],
)
def test_lengths_are_read_in_both_languages(criterion: str, length: Length) -> None:
    assert asked_length(criterion) == length


@pytest.mark.parametrize(
    "criterion",
    [
        "",
        "One call to action",
        "Each bullet under 12 words",
        "A title of at most 8 words",
        "Under 150 characters",
        "words",
    ],
)
def test_what_asks_for_no_length_of_the_whole_is_not_measured(criterion: str) -> None:
    assert asked_length(criterion) is None


def test_both_bounds_are_allowed() -> None:
    length = Length(100, 150)
    assert [length.met_by(words) for words in (99, 100, 150, 151)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Two words", 2),
        ("## A *bold* claim", 3),
        ("- one\n- two\n\n---\n", 2),
        ("[Draft my week](https://example.com/a/b?c=d)", 3),
        ("l'équipe — aujourd’hui", 2),
        ("```python\nx = 1\n```", 2),
    ],
)
def test_words_are_those_a_reader_sees(text: str, words: int) -> None:
    assert count_words(text) == words


def test_links_in_order_each_once_images_left_out() -> None:
    text = (
        "See [one](https://a.example/x) and <https://b.example>, again [two](https://a.example/x).\n"
        "![pic](http://track.example/p.png) [bad](javascript:alert) [mail](mailto:nora@example.com)\n\n"
        "[ref]: https://c.example\n[local](chapter-2)"
    )
    assert links(text) == (
        "https://a.example/x",
        "https://b.example",
        "javascript:alert",
        "mailto:nora@example.com",
        "https://c.example",
    )


def test_numbers_that_changed_are_told_apart() -> None:
    old = "1. In 2025, 9 crews of 12 saved 4.5 % (1 200 €).\n2. Version 3.2"
    new = "1. In 2026, 9 crews of 12 saved 4.5 % (1,300 €).\n2. Version 3.2, 9 times"
    assert changed_numbers(old, new) == (("2025", "1200€"), ("2026", "1,300€", "9"))


def test_numbers_of_lists_and_addresses_are_none() -> None:
    assert numbers("1. one\n2) two\n[x](https://a.example/2026/10) v12") == []


@given(st.text(alphabet="ab1 2.,%\n-#[](:/", max_size=80))
def test_a_text_has_changed_no_number_since_itself(text: str) -> None:
    assert changed_numbers(text, text) == ((), ())
    assert count_words(text) >= 0
    assert len(set(links(text))) == len(links(text))
