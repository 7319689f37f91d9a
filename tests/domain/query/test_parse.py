"""What a search means: every kind of term, in both languages, and what is no term."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime
from functools import partial

import pytest

from orchestrator_desktop.domain.capture.asked import read_day
from orchestrator_desktop.domain.query import DateField, DateTerm, Place, Query, State, TermKind, Terms, parse

NOW = datetime(2026, 11, 26, 10, tzinfo=UTC)  # a Thursday
READ = partial(read_day, now=NOW)


def read(text: str) -> Query:
    return parse(text, read_day=READ)


def said(terms: Terms) -> dict[str, tuple[object, ...]]:
    """Kinds that are asked for; of dates, what they were read as."""
    found = {one.name: getattr(terms, one.name) for one in fields(terms) if getattr(terms, one.name)}
    for kind in ("dates", "estimates"):
        if kind in found:
            found[kind] = tuple(
                tuple(str(getattr(term, one.name)) for one in fields(term) if one.name != "text")
                for term in found[kind]
            )
    return found


def test_the_whole_language() -> None:
    text = 'quarterly report #marketing !2 @nora is:open due:<friday "exact phrase" -word'
    query = read(text)
    assert query.wanted == Terms(
        words=("quarterly", "report"),
        phrases=("exact phrase",),
        domains=("marketing",),
        levels=(2,),
        whos=("nora",),
        states=(State.OPEN,),
        dates=(DateTerm(DateField.DUE, "<friday", last=date(2026, 11, 26)),),
    )
    assert query.unwanted == Terms(words=("word",))
    assert not query.misread
    assert [text[span.start : span.end] for span in query.spans] == [
        "quarterly", "report", "#marketing", "!2", "@nora", "is:open", "due:<friday", '"exact phrase"', "-word",
    ]  # fmt: skip
    assert [span.kind for span in query.spans][:4] == [
        TermKind.WORD, TermKind.WORD, TermKind.DOMAIN, TermKind.LEVEL,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("", {}),
        ("  \n ", {}),
        ("- -- — … ( ) * 🎉", {}),
        ("l'équipe, demain.", {"words": ("l'équipe", "demain")}),
        ("e-mail d’Ana", {"words": ("e-mail", "d’Ana")}),
        ("Re: budget 12:30 http://x.y/z", {"words": ("Re", "budget", "12:30", "http://x.y/z")}),
        ("same same", {"words": ("same",)}),
        ("« mot à mot » “two words”", {"phrases": ("mot à mot", "two words")}),
        ('"  spaced   out "', {"phrases": ("spaced out",)}),
        ('a "quotation, with: all #of !2 it".', {"words": ("a",), "phrases": ("quotation, with: all #of !2 it",)}),
        ('5" screen and 7" tablet', {"words": ("5", "screen", "and", "7", "tablet")}),
        ('an "open quotation', {"words": ("an", "open", "quotation")}),
        ('Re:"annual budget"', {"words": ("Re",), "phrases": ("annual budget",)}),
        ('"" "!" plan', {"words": ("plan",)}),
        ("#a #b", {"domains": ("a", "b")}),
        ('#"Grands comptes" #ressources-humaines #r&d', {"domains": ("Grands comptes", "ressources-humaines", "r&d")}),
        ("domaine:ventes projet:x", {"domains": ("ventes", "x")}),
        ('@nora @"Nora Martin" qui:léo who:ana', {"whos": ("nora", "Nora Martin", "léo", "ana")}),
        ("tag:urgent étiquette:lent", {"tags": ("urgent", "lent")}),
        ("!1 !3, level:2", {"levels": (1, 3, 2)}),
        ("niveau:3", {"levels": (3,)}),
        ("p1 P2 priority:3 priorité:p1", {"priorities": (1, 2, 3)}),
        ("p4 mp3", {"words": ("p4", "mp3")}),
        ("in:notes dans:résultats in:reflections", {"places": (Place.NOTES, Place.RESULTS, Place.REFLECTIONS)}),
        ("parent:12", {"parents": (12,)}),
        ("Is:Open IS:DONE", {"states": (State.OPEN, State.DONE)}),
        ("is:fait est:ouvert is:ouverte", {"states": (State.DONE, State.OPEN)}),
        ("is:in-review is:en_revue is:revue", {"states": (State.REVIEW,)}),
        ('is:"en retard" est:bloquée is:aujourd’hui', {"states": (State.OVERDUE, State.BLOCKED, State.TODAY)}),
        ("est:<30min", {"estimates": (("None", "29", "None"),)}),
        ("est:1h30", {"estimates": (("90", "90", "None"),)}),
        ("estimate:>=2h estimation:45", {"estimates": (("120", "None", "None"), ("45", "45", "None"))}),
        ("durée:15min..1h est:>1.5h", {"estimates": (("15", "60", "None"), ("91", "None", "None"))}),
        ("est:none", {"estimates": (("None", "None", "False"),)}),
        ("(is:done)", {"states": (State.DONE,)}),
        ("is:done, is:open.", {"states": (State.DONE, State.OPEN)}),
    ],
)
def test_terms(text: str, asked: dict[str, tuple[object, ...]]) -> None:
    query = read(text)
    assert said(query.wanted) == asked
    assert not query.misread
    assert query.empty == (asked == {})


@pytest.mark.parametrize("state", State)
def test_every_state_is_said_by_its_name(state: State) -> None:
    assert read(f"is:{state}").wanted.states == (state,)


@pytest.mark.parametrize(
    ("text", "which", "first", "last", "present"),
    [
        ("due:friday", "due", "2026-11-27", "2026-11-27", None),
        ("due:=friday", "due", "2026-11-27", "2026-11-27", None),
        ("due:<friday", "due", None, "2026-11-26", None),
        ("due:<=friday", "due", None, "2026-11-27", None),
        ("due:>friday", "due", "2026-11-28", None, None),
        ("due:>=friday", "due", "2026-11-27", None, None),
        ("due:≤friday", "due", None, "2026-11-27", None),
        ("due:demain", "due", "2026-11-27", "2026-11-27", None),
        ("échéance:<=demain", "due", None, "2026-11-27", None),
        ("E\u0301cheance:demain", "due", "2026-11-27", "2026-11-27", None),
        ("due:lundi-prochain", "due", "2026-11-30", "2026-11-30", None),
        ("due:lundi_prochain", "due", "2026-11-30", "2026-11-30", None),
        ('due:"lundi prochain"', "due", "2026-11-30", "2026-11-30", None),
        ('due:"next week"', "due", "2026-11-30", "2026-12-06", None),
        ("due:next-week", "due", "2026-11-30", "2026-12-06", None),
        ("due:cette-semaine", "due", "2026-11-23", "2026-11-29", None),
        ("due:«la semaine prochaine»", "due", "2026-11-30", "2026-12-06", None),
        ("due:>this-week", "due", "2026-11-30", None, None),
        ("due:<this-week", "due", None, "2026-11-22", None),
        ("due:<=ce-mois", "due", None, "2026-11-30", None),
        ("due:mois-prochain", "due", "2026-12-01", "2026-12-31", None),
        ("due:week-end", "due", "2026-11-28", "2026-11-29", None),
        ("due:this-quarter", "due", "2026-10-01", "2026-12-31", None),
        ("due:2027", "due", "2027-01-01", "2027-12-31", None),
        ("due:2027-02", "due", "2027-02-01", "2027-02-28", None),
        ("due:2027-02-03", "due", "2027-02-03", "2027-02-03", None),
        ("due:january", "due", "2027-01-01", "2027-01-31", None),
        ("due:<+7d", "due", None, "2026-12-02", None),
        ("due:+2mois", "due", "2027-01-26", "2027-01-26", None),
        ("due:-1y", "due", "2025-11-26", "2025-11-26", None),
        ("due:+2s", "due", "2026-12-10", "2026-12-10", None),
        ("due:today..friday", "due", "2026-11-26", "2026-11-27", None),
        ("due:friday..today", "due", "2026-11-26", "2026-11-27", None),
        ("due:..friday", "due", None, "2026-11-27", None),
        ("due:monday..", "due", "2026-11-30", None, None),
        ('due:"next monday".."next friday",', "due", "2026-11-30", "2026-12-04", None),
        ('due:demain.."fin du mois"', "due", "2026-11-27", "2026-11-30", None),
        ("due:this-week..next-week", "due", "2026-11-23", "2026-12-06", None),
        ("due:none", "due", None, None, False),
        ("due:aucune", "due", None, None, False),
        ("due:any", "due", None, None, True),
        ("defer:>today", "defer", "2026-11-27", None, None),
        ("reporté:demain", "defer", "2026-11-27", "2026-11-27", None),
        ("deadline:<2027-01-01", "deadline", None, "2026-12-31", None),
        ("limite:any", "deadline", None, None, True),
        ("done:yesterday", "done", "2026-11-25", "2026-11-25", None),
        ("fait:hier", "done", "2026-11-25", "2026-11-25", None),
        # What is done and made cannot be to come: the last Monday, the last November.
        ("done:lundi", "done", "2026-11-23", "2026-11-23", None),
        ("done:>=monday", "done", "2026-11-23", None, None),
        ("créé:décembre", "created", "2025-12-01", "2025-12-31", None),
        ("created:november", "created", "2026-11-01", "2026-11-30", None),
        ("created:last-week", "created", "2026-11-16", "2026-11-22", None),
        ("créé:semaine-dernière", "created", "2026-11-16", "2026-11-22", None),
        ("created:>-7d", "created", "2026-11-20", None, None),
        ("créé:le-12", "created", "2026-11-12", "2026-11-12", None),
        ("créé:le-30", "created", "2026-10-30", "2026-10-30", None),
        ("created:<12/03", "created", None, "2026-03-11", None),
        ('done:"march 12"', "done", "2026-03-12", "2026-03-12", None),
        ("done:29/02", "done", "2024-02-29", "2024-02-29", None),
        ("done:12/03/2027", "done", "2027-03-12", "2027-03-12", None),
        ("due:le-12", "due", "2026-12-12", "2026-12-12", None),
        ("due:mars-2027", "due", "2027-03-01", "2027-03-31", None),
        ('due:>"january 2027"', "due", "2027-02-01", None, None),
        ("created:january-2024", "created", "2024-01-01", "2024-01-31", None),
        ("due:q1", "due", "2027-01-01", "2027-03-31", None),
        ("due:T4", "due", "2026-10-01", "2026-12-31", None),
        ("due:<=Q2-2027", "due", None, "2027-06-30", None),
        ("done:q1", "done", "2026-01-01", "2026-03-31", None),
        ("due:semaine-50", "due", "2026-12-07", "2026-12-13", None),
        ("due:week-12", "due", "2027-03-22", "2027-03-28", None),
        ("due:S53", "due", "2026-12-28", "2027-01-03", None),
        ("done:semaine-50", "done", "2025-12-08", "2025-12-14", None),
    ],
)
def test_dates(text: str, which: str, first: str | None, last: str | None, present: bool | None) -> None:
    query = read(text)
    (term,) = query.wanted.dates
    assert (term.which, term.present) == (which, present)
    assert (term.first and str(term.first), term.last and str(term.last)) == (first, last)
    assert not query.misread


def test_a_moment_is_a_bound_to_the_instant() -> None:
    nine = datetime(2026, 11, 27, 9, tzinfo=UTC)
    (before,) = read('due:<"demain 9h"').wanted.dates
    (until,) = read('due:<="tomorrow 9am"').wanted.dates
    assert isinstance(before.last, datetime)
    assert before.last < nine == until.last


def test_the_first_day_of_the_week() -> None:
    (monday,) = parse("due:this-week", read_day=READ, week_start=0).wanted.dates
    (sunday,) = parse("due:this-week", read_day=READ, week_start=6).wanted.dates
    assert (monday.first, sunday.first, sunday.last) == (date(2026, 11, 23), date(2026, 11, 22), date(2026, 11, 28))


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("-word", {"words": ("word",)}),
        ('-"a phrase"', {"phrases": ("a phrase",)}),
        ("-#ventes -@nora -!3 -p1", {"domains": ("ventes",), "whos": ("nora",), "levels": (3,), "priorities": (1,)}),
        ("-is:done -tag:x -in:notes", {"states": (State.DONE,), "tags": ("x",), "places": (Place.NOTES,)}),
        ("-due:any", {"dates": (("due", "None", "None", "True"),)}),
        ("-due:<friday", {"dates": (("due", "None", "2026-11-26", "None"),)}),
    ],
)
def test_what_is_not_wanted(text: str, unwanted: dict[str, tuple[object, ...]]) -> None:
    query = read(text)
    assert said(query.unwanted) == unwanted
    assert query.wanted == Terms()
    assert not query.empty


@pytest.mark.parametrize(
    ("text", "word", "template"),
    [
        ("due:xyz", "due:xyz", "is no date"),
        ("due:<", "due", "is no date"),
        ("due:friday..xyz", "due:friday..xyz", "is no date"),
        ("due:..", "due", "is no date"),
        ("due: friday", "due", "is no date"),
        ("due:+99999y", "due:+99999y", "is no date"),
        ("due:2026-13", "due:2026-13", "is no date"),
        ("due:week-54", "due:week-54", "is no date"),
        ("is:foo", "is:foo", "can be"),
        ("est:foo", "est:foo", "can be"),
        ("!7", "7", "is no level"),
        ("!12", "12", "is no level"),
        ("niveau:4", "niveau:4", "is no level"),
        ("priority:9", "priority:9", "is no priority"),
        ("estimate:long", "estimate:long", "no length of time"),
        ("in:heaven", "in:heaven", "no place"),
        ("parent:x", "parent:x", "no number"),
        ("-is:foo", "is:foo", "can be"),
    ],
)
def test_what_is_misread_is_a_word_and_said(text: str, word: str, template: str) -> None:
    query = read(f"before {text} after")
    first = query.unwanted if text.startswith("-") else query.wanted
    assert word in first.words
    (misread,) = query.misread
    assert template in misread.template.format(value=misread.value)
    start = len("before ")
    assert f"before {text} after"[misread.start : misread.end] == misread.value == text.split()[0].rstrip(",")
    assert misread.start == start


@pytest.mark.parametrize(
    "text", ["report due:", "report is:", "report -in:", "report #", "report @", "report -", "report !"]
)
def test_what_is_not_finished_asks_for_nothing_yet(text: str) -> None:
    query = read(text)
    assert said(query.wanted) == {"words": ("report",)}
    assert query.unwanted == Terms()
    assert not query.misread


def test_a_word_that_would_be_a_condition_is_a_phrase() -> None:
    query = read("due:today..friday# _p1 !p2")
    assert said(query.wanted) == {"phrases": ("due:today..friday", "p1", "p2")}


def test_states_of_a_stage_are_told_from_others() -> None:
    assert {state for state in State if state.of_stage} == {
        State.OPEN, State.DONE, State.DROPPED, State.INBOX, State.PLANNED, State.DELEGATED, State.REVIEW,
    }  # fmt: skip
    assert {which for which in DateField if which.past} == {DateField.DONE, DateField.CREATED}


def test_a_pasted_page_is_read_in_part() -> None:
    query = read("word%d " * 50 % tuple(range(50)))
    assert len(query.wanted.words) == 32
    assert query.cut
    assert read("a" * 100_000).cut
    assert not read("a few words").cut
