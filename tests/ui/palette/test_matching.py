"""Finding by a few letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_desktop.ui.palette.entries import Entry, Group
from orchestrator_desktop.ui.palette.matching import QUERY, Matcher, fold, marked, narrowed


def _entry(title: str, words: str = "", sign: str = "") -> Entry:
    return Entry(title, Group.ACTS, title, lambda: None, words=words, sign=sign)


TITLES = (
    "Delegate",
    "Brief and delegate",
    "Delegated",
    "Déléguer à Nora",
    "New task",
    "Next pane",
    "Évaluer l’œuvre",
    "Set a date",
    "Ask for revision",
    "R&D budget",
    "Undo the last decision",
)


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher([*map(_entry, TITLES), _entry("Drop", "delete remove"), _entry("Marketing", sign="#")])


def _bold(title: str, letters: tuple[int, ...]) -> str:
    return "".join(title[place] for place in letters)


@pytest.mark.parametrize(
    ("query", "first", "letters"),
    [
        ("deleg", "Delegate", "Deleg"),
        ("DELEG", "Delegate", "Deleg"),
        ("delegated", "Delegated", "Delegated"),
        ("deleguer", "Déléguer à Nora", "Déléguer"),
        ("déléguer", "Déléguer à Nora", "Déléguer"),
        ("nora deleg", "Déléguer à Nora", "DélégNora"),
        ("nt", "New task", "Nt"),
        ("oeuvre", "Évaluer l’œuvre", "œuvre"),
        ("œuv", "Évaluer l’œuvre", "œuv"),
        ("r&d", "R&D budget", "R&D"),
        ("dleegate", "Delegate", "Dlegate"),
        ("revison", "Ask for revision", "revison"),
        ("bdgt", "R&D budget", "bdgt"),
        ("delete", "Drop", ""),
        ("#mark", "Marketing", "Mark"),
        ("#", "Marketing", ""),
    ],
)
def test_what_is_found_first(matcher: Matcher, query: str, first: str, letters: str) -> None:
    found = matcher.find(query)
    assert (found[0].entry.title, _bold(first, found[0].letters)) == (first, letters)


@pytest.mark.parametrize("query", ["zzqx", "delegate zzqx", "#delegate", "@nora", "&&&&"])
def test_what_is_not_there(matcher: Matcher, query: str) -> None:
    assert matcher.find(query) == []


def test_weak_ones_stay_away_where_something_fits(matcher: Matcher) -> None:
    assert {found.entry.title for found in matcher.find("set")} == {"Set a date"}
    assert {found.entry.title for found in matcher.find("dat")} == {"Set a date"}


def test_a_sign_alone_narrows() -> None:
    assert narrowed("!2 ") == ("!", ["2"])
    assert narrowed("a #b") == ("", ["a", "#b"])
    assert narrowed("") == ("", [])


def test_words_of_a_task_are_marked_where_they_begin() -> None:
    title = "Relancer Éléonore à l’été"
    assert _bold(title, marked("ele ete", title)) == "Éléété"
    assert marked("lancer", title) == ()


def test_a_page_pasted_by_mistake_is_not_looked_for_whole(matcher: Matcher) -> None:
    assert matcher.find("delegate" + " " * QUERY + "and much more " * 10_000)[0].entry.title == "Delegate"


@given(st.text(max_size=40))
def test_letters_are_those_of_the_text(text: str) -> None:
    folded, origins = fold(text)
    assert len(folded) == len(origins)
    assert list(origins) == sorted(origins)
    assert all(0 <= place < len(text) for place in origins)


@given(st.lists(st.text(max_size=30), max_size=5), st.text(max_size=12))
def test_anything_may_be_typed(titles: list[str], query: str) -> None:
    for found in Matcher(map(_entry, titles)).find(query):
        assert all(0 <= place < len(found.entry.title) for place in found.letters)


@given(st.text(min_size=1, max_size=30).filter(lambda text: text.strip() and text[0] not in "#@!"))
def test_a_title_finds_itself(title: str) -> None:
    assert Matcher([_entry(title)]).find(title)
