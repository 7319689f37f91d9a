"""Text that every file can hold, and names that are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.brief import ContextItem
from orchestrator_desktop.domain.text import same_name, whole


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("plain 🚀 é", "plain 🚀 é"),
        ("a\0b", "a\ufffdb"),
        ("\ud800", "\ufffd"),
        ("tail \udc80", "tail \ufffd"),
        ("\ud83d\ude80", "🚀"),
        ("\ude80\ud83d", "\ufffd\ufffd"),
    ],
)
def test_only_what_cannot_be_kept_changes(text: str, kept: str) -> None:
    assert whole(text) == kept


@given(st.text(st.characters(exclude_categories=())))
def test_every_text_can_be_kept_after_it(text: str) -> None:
    kept = whole(text)
    assert kept.encode().decode() == kept
    assert "\0" not in kept
    assert whole(kept) == kept


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_ordinary_text_is_untouched(text: str) -> None:
    assert whole(text) == text


def test_capitals_and_composition_do_not_tell_names_apart() -> None:
    assert same_name("Éducation") == same_name("e\u0301DUCATION")
    assert same_name("Straße") == same_name("STRASSE")
    assert same_name("Nora") != same_name("Norà")


def test_a_context_item_of_any_text_has_a_digest() -> None:
    assert len(ContextItem("x", "\ud800").sha256) == 64
    assert ContextItem("a", "same").sha256 == ContextItem("b", "same").sha256
