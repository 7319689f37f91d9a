"""Several lines pasted at once: each is a task, without its list mark."""

from __future__ import annotations

import pytest

from orchestrator_desktop.domain.capture import split_lines


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("- call Bob", "call Bob"),
        ("  - call Bob  ", "call Bob"),
        ("\t* call Bob", "call Bob"),
        ("• call Bob", "call Bob"),
        ("+ call Bob", "call Bob"),
        ("– appeler Bob", "appeler Bob"),
        ("1. call Bob", "call Bob"),
        ("12) call Bob", "call Bob"),
        ("- [ ] call Bob", "call Bob"),
        ("* [x] call Bob", "call Bob"),
        ("- [X] call Bob", "call Bob"),
        ("1. [ ] call Bob", "call Bob"),
        ("[ ] call Bob", "call Bob"),
        ("[] call Bob", "call Bob"),
        ("☐ call Bob", "call Bob"),
        ("* lundi appeler Nora", "lundi appeler Nora"),
        ("* every page counts", "every page counts"),
        ("* every friday call Bob", "* every friday call Bob"),
        ("* chaque lundi appeler Nora", "* chaque lundi appeler Nora"),
        ("*every friday call Bob", "*every friday call Bob"),
        ("*monday call Bob", "*monday call Bob"),
        ("- *every friday call Bob", "*every friday call Bob"),
        ("- every friday call Bob", "every friday call Bob"),
        ("*bold* text", "*bold* text"),
        ("-5 degrees", "-5 degrees"),
        ("1.5 litres", "1.5 litres"),
        ("1984. A book", "1984. A book"),
        ("9h point équipe", "9h point équipe"),
        ("[link](https://example.com)", "[link](https://example.com)"),
        ("// not a note", "// not a note"),
        ("# Title", "# Title"),
        ("---", "---"),
    ],
)
def test_a_list_mark_is_taken_off(line: str, left: str) -> None:
    assert split_lines(line) == (left,)


@pytest.mark.parametrize("text", ["", "\n\n", " \t ", "- ", "*", "- [ ]", "•\n\n-\n"])
def test_no_line(text: str) -> None:
    assert split_lines(text) == ()


def test_lines_end_as_anyone_ends_them() -> None:
    assert split_lines("a\r\nb\rc\n\n\nd\u2028e") == ("a", "b", "c", "d", "e")
