"""Characters that hide are shown; those that scripts and emoji need are left alone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.untrusted import has_hidden, is_blank, visible

ANY = st.text(st.characters(exclude_categories=("Cs",)))
NASTY = st.text(
    st.sampled_from(
        "a é1 א\u05b0👩\u200d\u200c\u200b\u200e\u200f\u061c\u202e\u2066\ufe0f\ufe0e\U000e0101漢\ufeff\u00ad🏴"
        "\U000e0067\U000e007f"
    )
)


def tags(text: str) -> str:
    """ASCII as it hides in the tag block."""
    return "".join(chr(0xE0000 + ord(letter)) for letter in text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("safe\u202ecod.exe", "safe⟨U+202E⟩cod.exe"),
        ("a\u2066b\u2069c", "a⟨U+2066⟩b⟨U+2069⟩c"),
        ("see" + tags("Hi"), "see⟨U+E0048⟩⟨U+E0069⟩"),
        ("zero\u200bwidth", "zero⟨U+200B⟩width"),
        ("word\u2060joiner", "word⟨U+2060⟩joiner"),
        ("mid\ufeffdle", "mid⟨U+FEFF⟩dle"),
        ("blank\u3164name", "blank⟨U+3164⟩name"),
        ("left\u200eright", "left⟨U+200E⟩right"),
        ("\x1b[31mred", "⟨U+001B⟩[31mred"),
        ("bell\x07", "bell⟨U+0007⟩"),
        ("one \u200d two", "one ⟨U+200D⟩ two"),
        ("a\u200d\u200cb", "a⟨U+200D⟩⟨U+200C⟩b"),
        ("at the end\u200d", "at the end⟨U+200D⟩"),
        ("😀\ufe0f\ufe01\ufe02", "😀\ufe0f⟨U+FE01⟩⟨U+FE02⟩"),
        ("😀\U000e0101", "😀⟨U+E0101⟩"),
        (" \ufe0f", " ⟨U+FE0F⟩"),
        ("\U0001f3f4" + tags("evil") + "\U000e007f", "\U0001f3f4⟨U+E0065⟩⟨U+E0076⟩⟨U+E0069⟩⟨U+E006C⟩⟨U+E007F⟩"),
        ("soft \u00ad\u00adhyphens", "soft ⟨U+00AD⟩⟨U+00AD⟩hyphens"),
    ],
)
def test_what_hides_is_shown_by_its_number(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert has_hidden(text)


@pytest.mark.parametrize(
    "text",
    [
        "plain text\twith\nlines\r\nand\x0cpages",
        "« café », l’été : 12\u202f000\u00a0€",
        "👩\u200d👩\u200d👧 👨🏽\u200d💻 🏳\ufe0f\u200d🌈 ❤\ufe0f\u200d🔥 1\ufe0f\u20e3 ☺\ufe0e",
        "🏴" + tags("gbsct") + "\U000e007f",
        "می\u200cخواهم",  # Persian: the joiner parts a prefix
        "क्\u200dष",  # Hindi
        "Auf\u200clage",
        "漢\U000e0100字",
        "שלום\u200f!",
        "extra\u00adordinary",
        "\ufeffbegins with a byte order mark",
        "line\u2028paragraph\u2029",
        "한국어 日本語 ไทย",
    ],
)
def test_what_scripts_and_emoji_need_is_left(text: str) -> None:
    assert visible(text) == text
    assert not has_hidden(text)


@given(st.one_of(ANY, NASTY))
def test_nothing_hides_in_what_was_shown(text: str) -> None:
    shown = visible(text)
    assert not has_hidden(shown)
    assert visible(shown) == shown
    assert has_hidden(text) == (shown != text)


@given(ANY)
def test_no_override_isolate_or_tag_is_left(text: str) -> None:
    left = visible("\u202e" + text + "\u2067" + tags("x"))
    assert not any(0x202A <= ord(char) <= 0x202E or 0x2066 <= ord(char) <= 0x2069 for char in left)
    assert not any(0xE0000 <= ord(char) <= 0xE007F for char in left if "\U0001f3f4" not in text)


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs"), exclude_characters="\u3164\uffa0")))
def test_letters_figures_and_punctuation_are_left(text: str) -> None:
    assert visible(text) == text


def test_every_invisible_format_character_is_known() -> None:
    """Those of category Cf that stay are signs one sees: Arabic, Syriac, Kaithi and Egyptian ones."""
    left = [
        char
        for char in map(chr, range(0x20000))
        if unicodedata.category(char) == "Cf" and visible(f" {char} ") == f" {char} "
    ]
    names = {unicodedata.name(char).split()[0] for char in left}
    assert names == {"ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN"}


@pytest.mark.parametrize(
    "text", ["", " \n\t\x85\u2028", "\u200b", "\ufeff\u200d\u2060 \u00ad", "\u202e\U000e0041", "\u3164"]
)
def test_a_text_of_which_nothing_is_seen_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", [".", "\u200b.", "\ufeffa", "é", "e\u0301", "👍\ufe0f", "0"])
def test_a_text_with_one_visible_character_is_not(text: str) -> None:
    assert not is_blank(text)
