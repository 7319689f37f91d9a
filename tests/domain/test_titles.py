"""What becomes of a line that is to be a title, or a name."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.task import NAME_LIMIT, TITLE_LIMIT, clean_name, clean_title, split_title

WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("  Call Nora  ", "Call Nora"),
        ("a\tb\r\nc\u2028d\x85e", "a b c d e"),
        ("bell\x07 and escape\x1b[31m", "bell and escape[31m"),
        ("invoice \u202efdp.exe", "invoice fdp.exe"),
        ("\u2066isolated\u2069 \u200ftext", "isolated text"),
        ("\ufeffFrom a file", "From a file"),
        ("half \ud83d a character", "half a character"),
        ("not \ufffe characters \ufdd0", "not characters"),
        ("soft\xadly", "softly"),
        ("Prix\xa0: 10\u202f€", "Prix : 10 €"),
    ],
)
def test_what_cannot_be_seen_goes_and_white_space_is_folded(text: str, title: str) -> None:
    assert clean_title(text) == title


@pytest.mark.parametrize(
    "title",
    [
        "Deploy 🚀",
        "Family 👨‍👩‍👧 and 🏳️‍🌈",
        "Younger than Python's tables: 🫩 \U0001fac8",
        "\U0001fac8",
        "\ue000",
        "می‌خواهم",
        "क्‍ष",
        "Élodie et naïve",
        "e\u0301 decomposed",
        "Private \ue000 glyph",
        "日本語のタスク",
        "עברית",
    ],
)
def test_what_can_be_seen_stays(title: str) -> None:
    assert clean_title(title) == title


@pytest.mark.parametrize("text", ["", "   ", "\x00\x01\x1f", "\u200b\u200d\u2060", "\ufe0f", "\ud800", "\u202e\n\t"])
def test_nothing_to_show_is_no_title_and_no_name(text: str) -> None:
    with pytest.raises(UserError, match="needs a title"):
        clean_title(text)
    with pytest.raises(UserError, match="name is missing"):
        clean_name(text)


@given(st.text())
@example("\u200d")
def test_a_title_is_one_visible_line(text: str) -> None:
    try:
        title = clean_title(text)
    except UserError:
        return
    assert title == " ".join(title.split())
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in title)
    assert clean_title(title) == title


@given(st.lists(WORDS, min_size=1, max_size=200))
def test_nothing_of_a_long_line_is_lost(words: list[str]) -> None:
    line = " ".join(words)
    title, overflow = split_title(line)
    assert len(title) <= TITLE_LIMIT
    if overflow:
        assert overflow == line
        assert title.endswith("…")
        assert line.startswith(title[:-1])
    else:
        assert title == clean_title(line)


def test_a_title_at_the_limit_is_whole_and_one_longer_is_cut_at_a_word() -> None:
    exact = "x" * TITLE_LIMIT
    assert split_title(exact) == (exact, "")
    words = "word " * 200
    title, overflow = split_title(words)
    assert title.endswith("word…")
    assert overflow == words


@pytest.mark.parametrize("line", ["x" * 100_000, "mot " * 25_000, "🚀" * 100_000, "\u202e" * 99_999 + "x"])
def test_a_hundred_thousand_characters_are_kept(line: str) -> None:
    title, overflow = split_title(line)
    assert 1 <= len(title) <= TITLE_LIMIT
    assert overflow in ("", line)
    assert overflow == line or clean_title(line) == title


def test_a_name_has_a_limit_and_says_so() -> None:
    assert clean_name("n" * NAME_LIMIT) == "n" * NAME_LIMIT
    with pytest.raises(UserError, match="too long for a name"):
        clean_name("n" * (NAME_LIMIT + 1))
