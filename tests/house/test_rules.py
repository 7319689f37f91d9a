"""The rules of the house hold in every module, and each rule sees the example that breaks it."""

from __future__ import annotations

import ast
import re

import pytest

from tests.house.rules import CLOCKS, RULES, TEST_RULES, Rule, length
from tests.house.sources import TESTS, Source, sources


@pytest.fixture(scope="module")
def modules() -> list[Source]:
    return sources()


by_name = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


@by_name
def test_rule_holds(rule: Rule, modules: list[Source]) -> None:
    breaches = [f"{source.path}:{line}" for source in modules for line in rule.breaches(source)]
    assert not breaches, f"{rule.name}. {rule.reason}"


@pytest.mark.parametrize("rule", TEST_RULES, ids=lambda rule: rule.name)
def test_rule_of_tests_holds(rule: Rule) -> None:
    breaches = [f"tests/{source.path}:{line}" for source in sources(TESTS) for line in rule.breaches(source)]
    assert not breaches, f"{rule.name}. {rule.reason}"


@pytest.mark.parametrize("rule", [*RULES, *TEST_RULES], ids=lambda rule: rule.name)
def test_rule_sees_its_example(rule: Rule) -> None:
    assert list(rule.breaches(Source(*rule.example)))


@pytest.mark.parametrize(
    "line", ["time.time()", "from timeit import repeat", "import timeit", "QElapsedTimer()", "thread_time_ns()"]
)
def test_every_clock_is_one(line: str) -> None:
    (rule,) = TEST_RULES
    assert list(rule.breaches(Source("ui/test_page.py", line)))
    assert not list(rule.breaches(Source("ui/test_page.py", "start.time(); loop.time(); itertools.repeat(1)")))


def test_who_may_read_a_clock_does() -> None:
    """What is allowed for nothing hides the next one."""
    texts = {place: [source.text for source in sources(TESTS) if source.is_in(place)] for place in CLOCKS}
    assert all(re.search(r"monotonic|perf_counter|time\.time\(", "".join(found)) for found in texts.values())


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
