"""Titles as people write them, with the level that the rules propose, and the ways of saying that it is not so."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestrator_desktop.domain.suggesting import Lessons, Suggestion, learn, suggest
from orchestrator_desktop.domain.suggesting_words import SUBJECTS

REASONS = {
    "people": "a decision about people",
    "commitment": "a commitment that binds you",
    "relationship": "a relationship",
    "direction": "a direction to set",
    "stakes": "high stakes",
    "translation": "a text to translate",
    "summary": "a summary to draft",
    "recording": "a recording to write out",
    "data": "data to sort",
    "comparison": "a comparison to draw up",
    "research": "facts to gather",
    "code": "a routine piece of code",
    "routine": "a routine first draft",
    "draft": "a draft to judge",
}


def titles(language: str) -> list[list[str]]:
    text = (Path(__file__).parent / f"titles_{language}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


@pytest.mark.parametrize(("level", "reason", "title"), titles("fr") + titles("en"))
def test_titles(level: str, reason: str, title: str) -> None:
    found = suggest(title)
    if level == "-":
        assert found is None
        return
    assert found is not None
    assert (found.level, found.text) == (int(level), REASONS[reason])
    assert not found.learned


def test_there_are_enough_titles_of_each_language() -> None:
    for language in ("fr", "en"):
        read = titles(language)
        assert len({title for _, _, title in read}) == len(read) >= 75
        assert {level for level, _, _ in read} == {"1", "2", "3", "-"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Négocier le prix", "NEGOCIER LE PRIX"),
        ("Resumer l'entretien", "Résumer l’entretien"),
        ("Re\u0301sumer la re\u0301union", "Résumer la réunion"),
        ("Translate the brochure", "  translate:  the (brochure)!"),
    ],
)
def test_accents_capitals_and_signs_do_not_count(one: str, other: str) -> None:
    assert suggest(one) == suggest(other) is not None


@pytest.mark.parametrize(
    "title",
    [
        "Ne pas appeler la banque", "Sans négocier", "Jamais plus de newsletter", "Never call before nine",
        "No need to negotiate", "Stop the newsletter",
    ],
)  # fmt: skip
def test_what_is_denied_does_not_count(title: str) -> None:
    assert suggest(title) is None


def test_a_denied_word_leaves_the_others() -> None:
    found = suggest("Translate the letter, do not summarise")
    assert found is not None
    assert found.text == "a text to translate"


def test_the_notes_tell_where_the_title_does_not() -> None:
    assert suggest("Dossier Dupont", "Traduire en anglais") == Suggestion(1, "a text to translate", 0.5)
    assert suggest("Dossier Dupont", "\n\nAppeler avant jeudi\n") == Suggestion(3, "a relationship", 0.5)
    titled = suggest("Signer le bail", "traduire")
    assert titled is not None
    assert titled.level == 3
    assert suggest("Dossier Dupont", "pages 3 à 9\nTraduire, signer, appeler") is None


def test_who_it_is_for() -> None:
    """What goes to a person is not for AI alone; what only people judge is said to be so of a specialist, too."""
    assert suggest("Traduire la plaquette", who_kind="person") is None
    for title, level in (("Rédiger la newsletter", 2), ("Signer le bail", 3)):
        for who_kind in (None, "person", "specialist"):
            found = suggest(title, who_kind=who_kind)  # type: ignore[arg-type]
            assert found is not None
            assert found.level == level
    translated = suggest("Traduire la plaquette", who_kind="specialist")
    assert translated is not None
    assert translated.level == 1


def test_what_stands_first_is_surer() -> None:
    first, later = suggest("Traduire la plaquette"), suggest("La plaquette de Léa : traduire")
    assert first is not None
    assert later is not None
    assert first.confidence > later.confidence


def test_every_phrase_is_written_as_it_is_read() -> None:
    """Folded, or it would never match."""
    for subject in SUBJECTS:
        assert subject.phrases.isascii()
        assert subject.phrases == subject.phrases.lower()
        assert not {"'", "-", "."} & set(subject.phrases)


VOCABULARY = "négocier sign le the contrat pas not traduire rédiger 1:1 l'équipe Léa 42 🎉 \ud800 ne call for papers"
WORDS = st.sampled_from(VOCABULARY.split(" "))
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=12).map(" ".join))
COUNTS = st.dictionaries(
    st.tuples(st.sampled_from(["*", "~draft", "~people", "negoci", "sign", "contra", "x"]), st.integers(1, 3)),
    st.integers(0, 1000),
)


@settings(max_examples=120)
@given(title=TEXTS, notes=TEXTS, here=COUNTS, everywhere=COUNTS, domain=st.none() | st.text(max_size=9))
def test_any_text_has_one_answer(
    title: str, notes: str, here: dict[tuple[str, int], int], everywhere: dict[tuple[str, int], int], domain: str | None
) -> None:
    lessons = Lessons(here, everywhere)
    found = suggest(title, notes, domain=domain, counts=lessons)
    assert found == suggest(title, notes, domain=domain, counts=lessons)
    if found is not None:
        assert found.level in (1, 2, 3)
        assert 0 < found.confidence <= 1
        assert found.text
        assert "{" not in found.reason or found.learned
    words = learn(title, 2, notes)
    assert len(words) == len(set(words)) <= 14
    assert words[0] == ("*", 2)
    assert all(level == 2 and len(word) <= 20 for word, level in words)


def test_a_long_text_costs_little() -> None:
    found = suggest("négocier " + "word " * 100_000, "x" * 1_000_000)
    assert found is not None
    assert found.level == 3
