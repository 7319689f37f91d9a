"""What is left of a line: its title, tidy, and where the understood parts stood."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from orchestrator_desktop.domain.capture import Captured, SpanKind, parse

NOW = datetime(2026, 10, 14, 10, 30, tzinfo=UTC)
TOMORROW = date(2026, 10, 15)


def read(line: str, *ignored: tuple[int, int]) -> Captured:
    return parse(line, now=NOW, ignored=ignored)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Appeler  Nora demain  au   bureau", "Appeler  Nora au   bureau"),
        ("  Appeler Nora demain  ", "Appeler Nora"),
        ("Appeler Nora, demain", "Appeler Nora"),
        ("Appeler Nora, demain, au bureau", "Appeler Nora, au bureau"),
        ("Appeler Nora (demain)", "Appeler Nora"),
        ("Appeler Nora (demain #vente) !2", "Appeler Nora"),
        ("Appeler Nora – demain", "Appeler Nora"),
        ("Appeler Nora : demain 9h", "Appeler Nora"),
        ("Demain : appeler Nora", "appeler Nora"),
        ("Demain - appeler Nora", "appeler Nora"),
        ("Appeler Nora demain.", "Appeler Nora."),
        ("Appeler Nora demain\xa0!", "Appeler Nora\xa0!"),
        ("Appeler Nora demain, puis Paul", "Appeler Nora, puis Paul"),
        ("Appeler Nora demain et Paul", "Appeler Nora et Paul"),
        ("Appeler (demain) Nora", "Appeler Nora"),
        ("Appeler Nora\ndemain\nau bureau", "Appeler Nora au bureau"),
    ],
)
def test_the_title_is_tidied_where_a_part_was_taken_out_only(line: str, title: str) -> None:
    assert (read(line).title, bool(read(line).due)) == (title, True)


@pytest.mark.parametrize(
    ("line", "title", "due"),
    [
        ("demain", "demain", TOMORROW),
        ("#marketing demain", "demain", TOMORROW),
        ("demain !2", "demain", TOMORROW),
        ("#marketing !2", "#marketing !2", None),
        ("#marketing // appeler", "#marketing", None),
        ("demain // appeler", "demain", TOMORROW),
        ("   ", "", None),
        ("", "", None),
    ],
)
def test_the_title_is_empty_only_if_the_line_is(line: str, title: str, due: date | None) -> None:
    assert (read(line).title, read(line).due) == (title, due)


def test_spans_are_offsets_in_the_line_as_typed() -> None:
    line = "E\u0301crire\x07 a\u0300 Zoé \U0001f389 apre\u0300s-demain\u200b 9\u202fh #vente\u0301 !2"
    parts = {span.kind: line[span.start : span.end] for span in read(line).spans}
    assert parts == {
        SpanKind.DUE: "apre\u0300s-demain\u200b 9\u202fh",
        SpanKind.DOMAIN: "#vente\u0301",
        SpanKind.LEVEL: "!2",
    }


@pytest.mark.parametrize(
    "line",
    [
        'Lire "demain" de Cyril Dion',
        "Lire « demain 9h » #x".replace(" #x", ""),
        "Lire “due friday !2 #x”",
        "Lire „demain“",
        "Lire 'tomorrow, at 9' ce livre".replace(" ce livre", ""),
        "Run `remind tomorrow @nora`",
        "See https://example.com/2027-01-15/#sales",
    ],
)
def test_what_is_quoted_is_not_read(line: str) -> None:
    assert read(line) == Captured(title=line)


def test_what_is_not_closed_is_no_quotation() -> None:
    assert read('Un écran 27" demain').due == TOMORROW
    assert read("L'avenir de l'équipe demain").due == TOMORROW


def test_a_part_turned_back_to_words_is_not_read() -> None:
    line = "Lire demain #sf !2"
    due, domain, level = read(line).spans
    again = read(line, (due.start, due.end))
    assert (again.title, again.due, again.domain, again.level) == ("Lire demain", None, "Sf", 2)
    none = read(line, *((span.start, span.end) for span in (due, domain, level)))
    assert none == Captured(title=line)


def test_the_words_beside_an_ignored_part_are_read_without_it() -> None:
    line = "Lire demain à 14h"
    assert read(line, (5, 11)).due == datetime(2026, 10, 14, 14, tzinfo=UTC)
    assert read(line, (-5, 500), (3, 3), (9, 2)) == Captured(title=line)
