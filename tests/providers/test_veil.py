"""A key that a provider writes into its answer is not let through, whatever the pieces it comes in."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.providers.veil import Veil, veiled

KEY = "sk-s-sk-s-0123456789"
"""It begins again and again within itself."""


def seen(pieces: list[str], key: str | None = KEY) -> str:
    veil = Veil(None if key is None else Secret(key))
    return "".join(veil.feed(piece) for piece in pieces) + veil.flush()


@given(
    words=st.lists(st.sampled_from([KEY, KEY[:6], "sk-", "s", " yes ", "0123456789", "k"]), max_size=6),
    cuts=st.lists(st.integers(0, 120), max_size=8),
)
def test_any_cutting_of_the_text_gives_it_without_the_key(words: list[str], cuts: list[int]) -> None:
    text = "".join([*words, "."])
    places = [0, *sorted(min(cut, len(text)) for cut in cuts), len(text)]
    assert seen([text[start:end] for start, end in pairwise(places)]) == text.replace(KEY, "•••")


def test_only_what_may_be_its_beginning_is_held_back() -> None:
    veil = Veil(Secret(KEY))
    assert (veil.feed("yes"), veil.holding) == ("ye", True)
    assert (veil.feed(" or no"), veil.holding) == ("s or no", False)


@pytest.mark.parametrize(("end", "shown"), [("sk-", "sk-"), (KEY[:12], "•••"), (KEY[:-1], "•••")])
def test_the_most_of_a_key_at_the_end_does_not_show(end: str, shown: str) -> None:
    assert seen(["it is ", end]) == f"it is {shown}"


@pytest.mark.parametrize("key", [None, "", "password", "s" * 15])
def test_without_a_key_or_with_one_that_may_be_a_word_nothing_is_touched(key: str | None) -> None:
    assert seen(["the ", "password", " is sssssssssssssss"], key) == "the password is sssssssssssssss"


def test_a_whole_reply_is_given_without_the_key() -> None:
    assert veiled(f'{{"id": "{KEY}"}}'.encode(), Secret(KEY)).decode() == '{"id": "•••"}'
    assert veiled(b"a password", Secret("password")) == b"a password"
    assert veiled(b"", None) == b""
