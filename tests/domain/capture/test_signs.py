"""Domain, level, who, estimate, priority, note: what is a sign, and what only looks like one."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from orchestrator_desktop.domain.capture import Captured, parse

NOW = datetime(2026, 10, 14, 10, 30, tzinfo=UTC)
DOMAINS = ["Marketing", "Product", "R&D", "Ressources humaines", "Clients", "C"]
NAMES = ["Nora Benali", "Léa Martin", "Léa Dupont", "Copywriter", "Jean-Paul"]


def read(line: str) -> Captured:
    return parse(line, now=NOW, known_domains=DOMAINS, known_names=NAMES)


def test_everything_at_once() -> None:
    line = "Relancer Nora demain #marketing !2 @nora ~45min p1 // voir le mail du 12 mars à 9h #x !3"
    assert read(line) == Captured(
        title="Relancer Nora",
        due=date(2026, 10, 15),
        level=2,
        domain="Marketing",
        who="Nora Benali",
        estimate_minutes=45,
        priority=1,
        note="voir le mail du 12 mars à 9h #x !3",
        spans=read(line).spans,
    )


@pytest.mark.parametrize(
    ("line", "domain", "title"),
    [
        ("a #marketing", "Marketing", "a"),
        ("a #MARKETING.", "Marketing", "a."),
        ("a #products b", "Product", "a b"),
        ("a #client", "Clients", "a"),
        ("a #r&d", "R&D", "a"),
        ("a #ressources-humaines b", "Ressources humaines", "a b"),
        ("a #ressources humaines b", "Ressources humaines", "a b"),
        ("a #ressource_humaine", "Ressources humaines", "a"),
        ("a #c", "C", "a"),
        ("a #conseil", "Conseil", "a"),
        ("a #e-commerce", "E-commerce", "a"),
        ("a #mise_en_place", "Mise en place", "a"),
        ("a #iOS", "iOS", "a"),
        ("a #événementiel, b", "Événementiel", "a, b"),
        ("a (#conseil)", "Conseil", "a"),
        ("a #one #two", "One", "a #two"),
    ],
)
def test_a_domain(line: str, domain: str, title: str) -> None:
    assert (read(line).domain, read(line).title) == (domain, title)


@pytest.mark.parametrize(
    "line", ["Fix bug #123", "Paint it #fff", "Paint it #ff8800", "C# course", "a # b", "a#b", "##"]
)
def test_no_domain(line: str) -> None:
    assert read(line) == Captured(title=line)


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("a @nora", "Nora Benali"),
        ("a @Nora.", "Nora Benali"),
        ("a @nora benali b", "Nora Benali"),
        ("a @nora-benali", "Nora Benali"),
        ("a @copywriter", "Copywriter"),
        ("a @jean-paul", "Jean-Paul"),
        ("a @jeanpaul", "Jean-Paul"),
        ("a @léa", "Léa"),  # two of them
        ("a @lea martin", "Léa Martin"),
        ("a @karim", "Karim"),
    ],
)
def test_who(line: str, who: str) -> None:
    assert read(line).who == who


@pytest.mark.parametrize("line", ["mail nora@example.com", "a @ b", "a @9", "Écrire à x@y.fr et z@y.fr"])
def test_no_one(line: str) -> None:
    assert read(line) == Captured(title=line)


@pytest.mark.parametrize(
    ("line", "level"),
    [("a !1", 1), ("!3 a", 3), ("a !2, b", 2), ("a !4", None), ("a!1", None), ("a !12", None), ("a !1a", None)],
)
def test_level(line: str, level: int | None) -> None:
    assert read(line).level == level


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ("a ~45min", 45),
        ("a ~45 min", 45),
        ("a ~20m", 20),
        ("a ~2h", 120),
        ("a ~ 2h", 120),
        ("a ~1h30", 90),
        ("a ~1 h 30", 90),
        ("a ~1,5h", 90),
        ("a ~1.5h", 90),
        ("a ~0min", None),
        ("a ~50 people", None),
        ("a ~45", None),
        ("a ~/notes", None),
        ("a 45min", None),
    ],
)
def test_estimate(line: str, minutes: int | None) -> None:
    assert read(line).estimate_minutes == minutes


@pytest.mark.parametrize(
    ("line", "priority"),
    [
        ("b p1", 1),
        ("p2 b", 2),
        ("b p3 #c", 3),
        ("b P1", 1),
        ("Fix P1 incident", None),
        ("voir p2", None),
        ("Read p2 of the report", None),
        ("b p4", None),
        ("b mp3", None),
    ],
)
def test_priority(line: str, priority: int | None) -> None:
    assert read(line).priority == priority


@pytest.mark.parametrize(
    ("line", "title", "note"),
    [
        ("a // b", "a", "b"),
        ("a //b // c", "a", "b // c"),
        ("a // b\nc", "a", "b\nc"),
        ("a //", "a //", None),
        ("// a", "// a", None),
        ("a http://b.c//d", "a http://b.c//d", None),
        ("Copy to //server/share", "Copy to //server/share", None),
        ('Explain "a // b"', 'Explain "a // b"', None),
    ],
)
def test_note(line: str, title: str, note: str | None) -> None:
    assert (read(line).title, read(line).note) == (title, note)


def test_a_note_may_be_longer_than_any_line() -> None:
    note = "mot " * 30_000
    captured = read(f"Appeler demain // {note}")
    assert (captured.title, captured.due, captured.note) == ("Appeler", date(2026, 10, 15), note.strip())


@pytest.mark.parametrize("text", ["demain 9h #a " * 8_000, "x" * 100_000, "9 " * 50_000, "«" * 100_000, "'a " * 33_000])
def test_a_pasted_text_is_kept_and_not_read(text: str) -> None:
    assert read(text) == Captured(title=text.strip())
