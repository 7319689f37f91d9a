"""The estimate of tokens, against what a real vocabulary counted (SmolLM2's 49,152 pieces, llama.cpp's /tokenize)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.messages import Message, Role
from orchestrator_desktop.domain.tokens import estimate, estimate_messages

COUNTED = {
    "The launch is three weeks away and the landing page still says coming soon. Please draft a short announcement "
    "for our newsletter: what changes for customers, when it happens, and the one thing we ask them to do. Keep it "
    "under 150 words, warm but plain, and end with a single link.": 63,
    "Le lancement a lieu dans trois semaines et la page d'accueil annonce encore « bientôt disponible ». Rédigez une "
    "courte annonce pour notre lettre d'information : ce qui change pour les clients, à quelle date, et la seule "
    "chose que nous leur demandons de faire. Restez sous cent cinquante mots, d'un ton chaleureux mais simple.": 101,
    "def estimate(text: str) -> int:\n    ascii_words = sum(1 + (len(word) - 1) // 6 for word in "
    "PIECES.findall(text))\n    return ascii_words + others\n": 54,
}


@pytest.mark.parametrize(("text", "counted"), COUNTED.items())
def test_it_is_near_what_a_vocabulary_counts(text: str, counted: int) -> None:
    assert 0.78 * counted <= estimate(text) <= 1.25 * counted


@given(st.text(max_size=50), st.text(max_size=50))
def test_more_text_is_never_fewer_tokens(one: str, other: str) -> None:
    assert estimate(f"{one} {other}") >= max(estimate(one), estimate(other))


def test_nothing_is_nothing_and_scripts_without_spaces_count_by_character() -> None:
    assert estimate("") == estimate(" \n ") == 0
    assert estimate("发布会还有三周") >= 4
    assert estimate("🚀" * 30) >= 20


def test_a_hundred_thousand_characters_are_counted() -> None:
    assert estimate("word " * 20_000) == 20_000
    assert estimate("x" * 100_000) > 10_000


def test_each_message_costs_its_frame() -> None:
    messages = [Message(Role.SYSTEM, "Be brief."), Message(Role.USER, "Hello")]
    assert estimate_messages(messages) > sum(estimate(message.text) for message in messages)
