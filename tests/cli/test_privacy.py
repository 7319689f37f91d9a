"""The names that are replaced before sending."""

from __future__ import annotations

from tests.cli.conftest import Cli


def test_names_are_added_and_removed(cli: Cli) -> None:
    assert cli.json("privacy", "names", "list") == []
    assert cli.json("privacy", "names", "add", "Nora Petit", "Projet Églantine") == ["Nora Petit", "Projet Églantine"]
    assert cli.json("privacy", "names", "add", " nora  petit ") == ["Nora Petit", "Projet Églantine"], "there already"
    assert cli("privacy", "names", "list").out == "Nora Petit\nProjet Églantine\n"
    assert cli.json("privacy", "names", "remove", "projet églantine") == ["Nora Petit"]
    assert cli("privacy", "names", "remove", "Nora Petit").out == ""


def test_what_is_not_there_is_said(cli: Cli) -> None:
    cli("privacy", "names", "add", "Nora")
    assert "Nothing was changed" in cli("privacy", "names", "remove", "Nora", "Nobody", code=2).err
    assert cli.json("privacy", "names", "list") == ["Nora"]


def test_a_name_is_no_empty_text(cli: Cli) -> None:
    cli("privacy", "names", "add", "  ", code=2)
    cli("privacy", "names", "add", code=2)
    assert cli.json("privacy", "names", "list") == []
