"""Where a text holds what was searched for."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.domain.highlight import BEFORE, LENGTH, Highlighter


@pytest.mark.parametrize(
    ("words", "phrases", "text", "marked"),
    [
        (["eco"], [], "Écologie, école, e\u0301conomie; récolte", ["Éco", "éco", "e\u0301co"]),
        (["l'équipe"], [], "L’ÉQUIPES et l équipe, les équipes", ["L’ÉQUIPE", "l équipe"]),
        ([], ["devis signé"], "devis\n SIGNÉ, devis signée, Devis signe", ["devis\n SIGNÉ", "Devis signe"]),
        (["a", "app"], [], "apple a _appel", ["app", "a", "app"]),
        (["œuvre", "straße"], [], "Œuvres, STRASSE, straßen", ["Œuvre", "straße"]),
        (["αθηνα"], [], "Αθήνα", ["Αθήνα"]),
        (["a.b*"], [], "a+b a.b axb", ["a+b", "a.b"]),
        (["!"], ["«»"], "! «»", []),
        ([], [], "anything", []),
    ],
)
def test_what_is_marked(words: list[str], phrases: list[str], text: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in Highlighter(words, phrases).ranges(text)] == marked


def test_a_snippet_is_cut_around_its_first_match() -> None:
    snippet = Highlighter(["needle"]).snippet("hay " * 100 + "the\tNEEDLE\nis here " + "hay " * 100)
    assert snippet is not None
    ((start, end),) = snippet.ranges
    assert snippet.text[start:end] == "NEEDLE"
    assert "the NEEDLE is here" in snippet.text
    assert snippet.text.startswith("…hay ") and snippet.text.endswith("hay…")
    assert len(snippet.text) <= LENGTH + BEFORE + 2
    assert Highlighter(["needle"]).snippet("hay") is None


def test_a_short_text_is_its_own_snippet() -> None:
    snippet = Highlighter(["b"]).snippet("a b")
    assert snippet is not None
    assert (snippet.text, snippet.ranges) == ("a b", ((2, 3),))


@given(st.text(max_size=400), st.lists(st.text(min_size=1, max_size=5), max_size=4))
def test_ranges_lie_in_the_text_apart_and_in_order(text: str, words: list[str]) -> None:
    lighter = Highlighter(words, words)
    for marked, ranges in (
        (text, lighter.ranges(text)),
        *([(s.text, s.ranges)] if (s := lighter.snippet(text)) else []),
    ):
        assert all(0 <= start < end <= len(marked) for start, end in ranges)
        assert all(first[1] <= second[0] for first, second in pairwise(ranges))
