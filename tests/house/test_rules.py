"""The rules of the house hold in every module, and each rule sees the example that breaks it."""

from __future__ import annotations

import ast

import pytest

from tests.house.rules import RULES, Rule, length
from tests.house.sources import Source, sources


@pytest.fixture(scope="module")
def modules() -> list[Source]:
    return sources()


by_name = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


@by_name
def test_rule_holds(rule: Rule, modules: list[Source]) -> None:
    breaches = [f"{source.path}:{line}" for source in modules for line in rule.breaches(source)]
    assert not breaches, f"{rule.name}. {rule.reason}"


@by_name
def test_rule_sees_its_example(rule: Rule) -> None:
    assert list(rule.breaches(Source(*rule.example)))


def test_only_a_container_of_the_module_counts_as_its_state() -> None:
    rule = next(rule for rule in RULES if rule.name == "no state in a module")
    written = Source("store/tasks.py", "SEEN = {1: 2}\ndef see(n):\n    SEEN[n] = n\n")
    local = Source("store/tasks.py", "NEXT = {1: 2}\ndef see(n):\n    seen = []\n    seen.append(NEXT[n])\n")
    assert list(rule.breaches(written)) == [3]
    assert not list(rule.breaches(local))


def test_a_function_is_rarely_over_thirty_lines(modules: list[Source]) -> None:
    """Rarely: one in thirty. A page that is read at once needs no scrolling back."""
    functions = [f for source in modules for f in source.nodes(ast.FunctionDef, ast.AsyncFunctionDef)]
    long = [function.name for function in functions if length(function) > 30]
    assert len(long) * 30 <= len(functions), long
