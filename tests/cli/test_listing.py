"""list and show."""

from __future__ import annotations

from typing import Any

import pytest

from orchestrator_desktop.store.tasks import View
from tests.cli.conftest import Cli


def titles(tasks: Any) -> list[str]:
    return [task["title"] for task in tasks]


def test_the_inbox_is_listed_by_level(cli: Cli) -> None:
    for line in ("Three !3", "One !1", "Two !2"):
        cli.add(line)
    assert titles(cli.json("list")) == ["One", "Two", "Three"]


@pytest.mark.parametrize("view", list(View))
def test_every_view_is_an_array(cli: Cli, view: View) -> None:
    assert cli.json("list", "--view", view.value) == []
    assert cli("list", "--view", view.value).out.strip()


def test_views_hold_what_they_name(cli: Cli) -> None:
    cli.add("Call the bank today")
    cli("done", cli.add("Finished"))
    cli("delegate", cli.add("With Nora @nora"))
    assert titles(cli.json("list", "--view", "inbox")) == ["Call the bank"]
    assert titles(cli.json("list", "--view", "today")) == ["Call the bank"]
    assert titles(cli.json("list", "--view", "done")) == ["Finished"]
    assert titles(cli.json("list", "--view", "waiting")) == ["With Nora"]


def test_search_looks_everywhere_and_ignores_accents(cli: Cli) -> None:
    cli.add("Écrire à l'équipe")
    done = cli.add("Réunion d'équipe")
    cli("done", done)
    assert sorted(titles(cli.json("list", "--search", "EQUIPE"))) == ["Réunion d'équipe", "Écrire à l'équipe"]
    assert titles(cli.json("list", "--search", "equipe", "--view", "inbox")) == ["Écrire à l'équipe"]
    assert cli.json("list", "--search", "nowhere") == []


def test_a_search_reads_the_search_language(cli: Cli) -> None:
    cli.add("Relancer le devis demain #ops !1 @nora")
    cli.add("Devis signé #sales !3")
    cli("done", cli.add("Old devis #ops"))
    for query, found in {
        "devis #ops": ["Relancer le devis", "Old devis"],
        "devis is:open !3": ["Devis signé"],
        "@nora due:<next-month": ["Relancer le devis"],
        '"devis signe"': ["Devis signé"],
        "devis -#ops": ["Devis signé"],
        "is:done": ["Old devis"],
    }.items():
        said = cli("list", "--search", query, "--json")
        assert (titles(said.json), said.err) == (found, ""), query


def test_what_was_found_is_said_with_where(cli: Cli) -> None:
    task = cli.add("Call Nora // The quote is ready, the *devis* too")
    cli.add("Write the devis")
    first, second = cli.json("list", "--search", "devis")
    assert (first["where"], first["snippet"], first["matches"]) == ("title", "Write the devis", [[10, 15]])
    assert (second["id"], second["where"]) == (int(task), "notes")
    ((start, end),) = second["matches"]
    assert second["snippet"][start:end] == "devis"
    assert cli.json("list", "--search", "is:open")[0]["where"] is None
    head, plain, noted = cli("list", "--search", "devis").out.splitlines()
    assert head.endswith("Found in")
    assert (plain.endswith("notes"), noted.endswith("notes")) == (False, True)
    assert "Found in" not in cli("list").out


def test_what_is_no_condition_is_searched_as_words_and_said(cli: Cli) -> None:
    cli.add("The due:xyz thing is:foo")
    said = cli("list", "--search", "due:xyz is:foo", "--json")
    assert titles(said.json) == ["The due:xyz thing is:foo"]
    first, second = said.err.splitlines()
    assert "“due:xyz”" in first and "“is:foo”" in second
    assert "too long" in cli("list", "--search", "word " * 500).err


def test_days_that_hold_the_words_are_said_beside(cli: Cli) -> None:
    cli("reflect", "--date", "2026-10-14", "--text", "J’ai délégué le devis.")
    said = cli("list", "--search", "devis")
    assert said.out.strip() == "No task."
    assert "2026-10-14" in said.err
    assert cli("list", "--search", "devis", "--view", "inbox").err == ""


def test_the_trash_and_what_is_to_come_are_listed_and_searched(cli: Cli) -> None:
    cli("drop", cli.add("Dropped plan"))
    cli.add("Coming plan in 3 days")
    assert titles(cli.json("list", "--view", "trash")) == ["Dropped plan"]
    assert titles(cli.json("list", "--view", "upcoming")) == ["Coming plan"]
    assert titles(cli.json("list", "--search", "plan")) == ["Coming plan"]
    assert titles(cli.json("list", "--search", "plan", "--view", "trash")) == ["Dropped plan"]
    assert titles(cli.json("list", "--search", "plan is:dropped")) == ["Dropped plan"]


class TestFilters:
    def test_a_search_is_saved_listed_and_removed(self, cli: Cli) -> None:
        assert cli.json("filters") == []
        assert cli("filters").out.strip() == "No filter."
        saved = cli.json("filters", "save", "Ops", "#ops is:open")
        assert (saved["name"], saved["query"]) == ("Ops", "#ops is:open")
        assert "Changed" in cli("filters", "save", "OPS", "#ops devis").out
        assert cli.json("filters", "list") == [{**saved, "query": "#ops devis"}]
        assert cli("filters").out.splitlines()[1].split() == ["Ops", "#ops", "devis"]
        assert "Removed" in cli("filters", "remove", "ops").out
        cli("undo")
        assert titles([{"title": one["name"]} for one in cli.json("filters")]) == ["Ops"]

    def test_a_filter_lists_what_it_finds(self, cli: Cli) -> None:
        cli.add("Here #ops")
        cli.add("There #ops // with a devis")
        cli.add("Elsewhere #sales")
        cli("filters", "save", "Ops", "#ops")
        assert titles(cli.json("list", "--filter", "ops")) == ["There", "Here"]
        assert titles(cli.json("list", "--filter", "Ops", "--search", "devis")) == ["There"]
        assert titles(cli.json("list", "--filter", "Ops", "--view", "done")) == []

    def test_a_wrong_name_or_an_empty_search_is_bad_use(self, cli: Cli) -> None:
        cli("filters", "save", "Ops", "#ops")
        assert "Filters: Ops." in cli("list", "--filter", "nope", code=2).err
        assert "Filters: Ops." in cli("filters", "remove", "nope", code=2).err
        cli("filters", "save", "Empty", "  ", code=2)
        cli("filters", "--json", "list", code=2)
        assert len(cli.json("filters")) == 1


@pytest.mark.parametrize("text", ['"', "*", "a AND", "NEAR(", "(", "\udcff", "x' OR 1"])
def test_any_text_can_be_searched(cli: Cli, text: str) -> None:
    cli.add("Task")
    assert isinstance(cli.json("list", "--search", text), list)


def test_a_domain_lists_its_open_tasks(cli: Cli) -> None:
    cli.add("Here #ops")
    cli.add("Elsewhere #sales")
    assert titles(cli.json("list", "--domain", "OPS")) == ["Here"]
    assert "Domains:" in cli("list", "--domain", "nope", code=2).err
    cli("list", "--domain", "ops", "--view", "inbox", code=2)


def test_a_limit_is_said(cli: Cli) -> None:
    for n in range(3):
        cli.add(f"Task {n}")
    said = cli("list", "--limit", "2", "--json")
    assert len(said.json) == 2
    assert "--limit" in said.err
    assert cli("list", "--limit", "3", "--json").err == ""
    assert len(cli.json("list", "--limit", "9" * 18)) == 3


@pytest.mark.parametrize("limit", ["0", "-1", "many", "1.5"])
def test_a_limit_that_is_none_is_bad_use(cli: Cli, limit: str) -> None:
    assert cli("list", "--limit", limit, code=2).out == ""


def test_columns_stand_under_their_heads(cli: Cli) -> None:
    cli.add("Write the launch plan #ops")
    cli.add("日本語のタスク #ops")
    head, *rows = cli("list").out.splitlines()
    assert head.split() == ["ID", "Level", "Task", "Domain"]
    assert len(rows) == 2
    place = head.index("Domain")
    plain = next(row for row in rows if "launch" in row)
    assert plain[place:].lower().startswith("ops")


def test_a_narrow_terminal_shortens_titles_only(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    cli.add("A title that is far too long for a terminal of fifty columns #ops")
    lines = cli("list").out.splitlines()
    assert all(len(line) <= 50 for line in lines)
    assert "…" in lines[1]
    assert lines[1].lower().rstrip().endswith("ops")


def test_a_pipe_gets_whole_titles(cli: Cli) -> None:
    title = "Long " * 60
    cli.add(title)
    assert title.strip() in cli("list").out


def test_show_holds_the_task_and_its_story(cli: Cli) -> None:
    task = cli.add("Draft the note @nora")
    cli("delegate", task, "--objective", "A note of three lines", "--done-when", "It is short")
    cli("receive", task, typed="Here it is.\n")
    cli("review", task, "reject", "--comment", "Too short")
    shown = cli.json("show", task)
    assert (shown["title"], shown["stage"], shown["returned"]) == ("Draft the note", "planned", True)
    assert (shown["brief"]["objective"], shown["brief"]["done_when"]) == ("A note of three lines", ["It is short"])
    assert [(one["delegate"].lower(), one["state"]) for one in shown["delegations"]] == [("nora", "complete")]
    assert shown["delegations"][0]["result_version"] == 1
    assert [result["text"] for result in shown["results"]] == ["Here it is.\n"]
    assert [(review["decision"], review["comment"]) for review in shown["reviews"]] == [("reject", "Too short")]
    said = cli("show", task).out
    for words in ("Draft the note", "A note of three lines", "Here it is.", "reject, version 1: Too short", "returned"):
        assert words in said


def test_show_of_a_bare_task(cli: Cli) -> None:
    shown = cli.json("show", cli.add("Bare"))
    assert (shown["brief"], shown["delegations"], shown["results"], shown["reviews"]) == (None, [], [], [])
