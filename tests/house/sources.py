"""Modules of the package and of the tests as the house rules see them: a path, a text, a syntax tree."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "orchestrator_desktop"
TESTS = ROOT / "tests"

Node = TypeVar("Node", bound=ast.AST)


@dataclass(frozen=True)
class Source:
    """A module: `path` from the package (or the tests) on, as in "ui/inbox/page.py", and its text."""

    path: str
    text: str = field(repr=False)

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    def nodes(self, *kinds: type[Node]) -> Iterator[Node]:
        return (node for node in ast.walk(self.tree) if isinstance(node, kinds))

    def calls(self, *names: str) -> Iterator[ast.Call]:
        """Calls of a function or method by one of these names, whatever it belongs to."""
        return (call for call in self.nodes(ast.Call) if name_of(call.func) in names)

    def is_in(self, *places: str) -> bool:
        """Whether the module is one of these files, or lies in one of these folders ("ui/theme/")."""
        return any(self.path == place or (place.endswith("/") and self.path.startswith(place)) for place in places)


def name_of(node: ast.expr) -> str:
    """The last part of a dotted name, empty for anything else."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def sources(folder: Path = PACKAGE) -> list[Source]:
    """Every module of the package, or of another folder, in a fixed order."""
    paths = sorted(folder.rglob("*.py"))
    return [Source(path.relative_to(folder).as_posix(), path.read_text("utf-8")) for path in paths]
