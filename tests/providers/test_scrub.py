"""Texts of providers made fit for the record: no key in them, however it is written, and short."""

from __future__ import annotations

import html
import json
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable
from urllib.parse import quote

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.providers.scrub import scrub

KEYS = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=8, max_size=40)
WAYS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "percent-encoded": lambda key: quote(key, safe=""),
    "percent-encoded throughout": lambda key: "".join(f"%{ord(char):02X}" for char in key),
    "JSON": json.dumps,
    "JSON twice": lambda key: json.dumps(json.dumps(key)),
    "JSON by HTML's rules": lambda key: "".join(c if c.isalnum() else f"\\u{ord(c):04x}" for c in key),
    "quoted in parts": lambda key: f'"{key[:5]}" + "{key[5:]}"',
    "broken by a quote": lambda key: f"{key[:3]}'{key[3:]}",
    "a bearer": lambda key: f"Authorization: Bearer {key}",
    "in capitals": str.upper,
}


@pytest.mark.parametrize("way", WAYS)
@given(key=KEYS)
def test_the_key_in_use_is_masked_however_it_is_written(way: str, key: str) -> None:
    echoed = scrub(f"before {WAYS[way](key)} after", Secret(key))
    assert key.lower() not in echoed.lower()
    assert "•••" in echoed


@given(KEYS, st.integers(0, 40_000))
def test_no_part_of_the_key_shows_where_the_text_is_cut(key: str, at: int) -> None:
    text = scrub("#" * at + key, Secret(key))
    assert text.strip("#•…") == ""


@pytest.mark.parametrize(
    "said",
    [
        "Incorrect API key provided: sk-proj-abcDEF0123456789. Find it at",
        "Incorrect API key provided: sk-abc*****************6789",
        "key sk-ant-api03-AAAA_bbbb-cccc refused",
        "key sk-or-v1-0123456789abcdef refused",
        "key=AIzaSyA0123456789_abcdefg is bad",
        "header Bearer abcdefgh.ijkl-mnop is bad",
        "gsk_abcdef0123456789 is bad",
        "xai-abcdef0123456789 is bad",
        "header x-goog-api-key: abcdefgh0123 is bad",
        '{"x-api-key": "abcdefgh0123"}',
        "https://h.example/v1?key=abcdefgh0123&alt=sse",
        "Incorrect API key provided: abcd****6789.",
    ],
)
def test_what_looks_like_a_key_is_masked(said: str) -> None:
    scrubbed = scrub(said, None)
    assert "•••" in scrubbed
    assert not any(part in scrubbed for part in ("abc", "AAAA", "0123", "6789"))


def test_the_key_in_use_is_masked_whatever_it_looks_like() -> None:
    assert scrub("bad key: correct horse battery", Secret("correct horse battery ")) == "bad key: •••"


def test_a_text_for_the_record_is_one_short_line() -> None:
    line = scrub("a\n\tb\x00\u202ec " + "x" * 5000, None)
    assert line.startswith("a b c x")
    assert len(line) == 600


def test_a_key_so_short_that_it_is_a_word_is_left_alone() -> None:
    assert scrub("no such model", Secret("model")) == "no such model"


@pytest.mark.parametrize("said", ["**bold** words", "the task-force asked", "bearer of news", "a key=value pair"])
def test_words_are_no_keys(said: str) -> None:
    assert scrub(said, None) == said


PIECES: dict[str, Callable[[str], str]] = {
    "plain": str,
    "percent-encoded": lambda piece: quote(piece, safe=""),
    "HTML": html.escape,
    "HTML by numbers": lambda piece: "".join(f"&#{ord(char)};" for char in piece),
    "JSON": json.dumps,
    "base64": lambda piece: b64encode(piece.encode()).decode(),
    "base64 behind a name": lambda piece: b64encode(f"user:{piece}".encode()).decode(),
    "base64 for addresses": lambda piece: urlsafe_b64encode(piece.encode()).decode(),
}


@pytest.mark.parametrize("way", PIECES)
@settings(max_examples=20)
@given(key=st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=24, max_size=48), data=st.data())
def test_no_twelve_characters_of_the_key_show_in_an_echo_of_a_part(way: str, key: str, data: st.DataObject) -> None:
    # Nobody's key: of quotes and backslashes alone, nothing tells a piece from the punctuation of the text.
    assume(sum(char not in "\"'`\\+" for char in key) > 20)
    start = 0 if way.startswith("base64") else data.draw(st.integers(0, len(key) - 16))
    echoed = scrub(f"before {PIECES[way](key[start:])} after", Secret(key))
    shown = echoed.removeprefix("before ").removesuffix(" after")
    for written in (key, PIECES[way](key)):
        assert not any(written[at : at + 12] in shown for at in range(len(written) - 11))
