"""The house rules that a syntax tree shows, each with its reason and a line that breaks it.

What ruff and import-linter can say themselves (docstrings, `global`, `time.sleep`, QListWidget, layers …) is said in
pyproject.toml.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tests.house.sources import Source, name_of

LONGEST_FILE, LONGEST_FUNCTION = 400, 60

Function = ast.FunctionDef | ast.AsyncFunctionDef

# Who may start a thread, and which.
THREADS = {"operations/writer.py": "store", "engine/": "engine", "system/keys.py": "keyring, with a time limit"}
_STARTERS = ("Thread", "QThread", "QThreadPool", "ThreadPoolExecutor", "ProcessPoolExecutor", "Process", "to_thread")

# Who may read a clock in the tests, and why.
CLOCKS = {
    "bench/": "it measures",
    "builtin_eval/": "it measures, for `make model`",
    "engine/scene.py": "the end of a wait, after which the test has failed",
    "e2e/test_kill.py": "what a kill may cost is promised in seconds",
}
_CLOCKS = [
    f"{name}{unit}" for name in ("perf_counter", "monotonic", "process_time", "thread_time") for unit in ("", "_ns")
]

_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b")
_CONTAINERS = {"dict", "list", "set", "deque", "OrderedDict", "Counter"}
_MUTATORS = {"append", "add", "update", "setdefault", "pop", "clear", "extend", "insert", "remove", "discard"}


@dataclass(frozen=True)
class Rule:
    """`breaches` yields the lines that break it. `example` is a module (path and text) that does."""

    name: str
    reason: str
    breaches: Callable[[Source], Iterator[int]]
    example: tuple[str, str] = field(repr=False)


def _long_file(source: Source) -> Iterator[int]:
    lines = source.text.count("\n")
    if lines > LONGEST_FILE:
        yield lines


def length(function: Function) -> int:
    """Lines from `def` to the end."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _long_function(source: Source) -> Iterator[int]:
    functions = source.nodes(ast.FunctionDef, ast.AsyncFunctionDef)
    return (function.lineno for function in functions if length(function) > LONGEST_FUNCTION)


def _calls(*names: str, allowed: tuple[str, ...] = ()) -> Callable[[Source], Iterator[int]]:
    """A rule against calling one of `names` outside the `allowed` files and folders."""

    def breaches(source: Source) -> Iterator[int]:
        if not source.is_in(*allowed):
            yield from (call.lineno for call in source.calls(*names))

    return breaches


def _application(source: Source) -> Iterator[int]:
    if source.is_in("app.py"):
        return
    applications = ("QApplication", "QGuiApplication", "QCoreApplication")
    for node in source.nodes(ast.Attribute):
        if node.attr == "instance" and name_of(node.value) in applications:
            yield node.lineno
    yield from (node.lineno for node in source.nodes(ast.Name) if node.id == "qApp")


def _built_translation(source: Source) -> Iterator[int]:
    for call in source.calls("tr", "translate", "QT_TRANSLATE_NOOP"):
        if any(isinstance(argument, ast.JoinedStr | ast.BinOp) for argument in call.args):
            yield call.lineno


def _colour(source: Source) -> Iterator[int]:
    if not source.is_in("ui/") or source.is_in("ui/theme/"):
        return
    for text in source.nodes(ast.Constant):
        if isinstance(text.value, str) and _COLOUR.search(text.value):
            yield text.lineno
    for call in source.calls("QColor"):
        if any(isinstance(argument, ast.Constant) for argument in call.args):
            yield call.lineno
    for node in source.nodes(ast.Attribute):
        if name_of(node.value) == "GlobalColor" and node.attr != "transparent":
            yield node.lineno


def _async(source: Source) -> Iterator[int]:
    if not source.is_in("providers/", "engine/"):
        yield from (function.lineno for function in source.nodes(ast.AsyncFunctionDef))


def _module_names(source: Source) -> Iterator[tuple[str, ast.expr, int]]:
    """What is assigned at the top of the module: name, value, line."""
    for statement in source.tree.body:
        if isinstance(statement, ast.Assign):
            for target in statement.targets:
                yield name_of(target), statement.value, statement.lineno
        elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
            yield name_of(statement.target), statement.value, statement.lineno


def _is_empty_container(value: ast.expr) -> bool:
    match value:
        case ast.Dict(keys=content) | ast.List(elts=content):
            return not content
        case ast.Call(func=function, args=[]):
            return name_of(function) in _CONTAINERS
        case ast.Call(func=function):
            return name_of(function) == "defaultdict"
    return False


def _changed(node: ast.AST) -> ast.expr | None:
    """The container that a node writes into, if it does."""
    match node:
        case ast.Subscript(value=container, ctx=ast.Store() | ast.Del()):
            return container
        case ast.Call(func=ast.Attribute(value=container, attr=method)) if method in _MUTATORS:
            return container
    return None


def _module_state(source: Source) -> Iterator[int]:
    names = set()
    for name, value, line in _module_names(source):
        names.add(name)
        if _is_empty_container(value):
            yield line
    for function in source.nodes(ast.FunctionDef, ast.AsyncFunctionDef):
        for node in ast.walk(function):
            container = _changed(node)
            if isinstance(container, ast.Name) and container.id in names:
                yield container.lineno


def _clock(source: Source) -> Iterator[int]:
    if source.is_in(*CLOCKS):
        return
    yield from (call.lineno for call in source.calls(*_CLOCKS, "QElapsedTimer"))
    yield from (call.lineno for call in source.calls("time", "time_ns") if ast.unparse(call.func).startswith("time."))
    for node in source.nodes(ast.Import):
        if any(alias.name == "timeit" for alias in node.names):
            yield node.lineno
    yield from (node.lineno for node in source.nodes(ast.ImportFrom) if node.module == "timeit")


RULES = [
    Rule(
        "a file has at most 400 lines",
        "One that is longer holds two things: it is usually under 120, rarely over 300.",
        _long_file,
        ("ui/page.py", "x = 1\n" * (LONGEST_FILE + 1)),
    ),
    Rule(
        "a function has at most 60 lines",
        "It is usually under 10, rarely over 30; what is longer cannot be seen at once.",
        _long_function,
        ("ui/page.py", "def f():\n" + "    x = 1\n" * LONGEST_FUNCTION),
    ),
    Rule(
        "no processEvents",
        "It runs other people's code in the middle of yours: the slot it enters finds half a state.",
        _calls("processEvents"),
        ("ui/page.py", "app.processEvents()\n"),
    ),
    Rule(
        "no nested exec()",
        "A second event loop inside a slot outlives what the slot holds: open() and a signal do the same.",
        _calls("exec", "exec_", allowed=("app.py",)),
        ("ui/page.py", "dialog.exec()\n"),
    ),
    Rule(
        "QApplication.instance() in app.py only",
        "What a widget needs it is handed; the application is no place to look things up.",
        _application,
        ("ui/page.py", "QApplication.instance().quit()\n"),
    ),
    Rule(
        "terminate() of processes only",
        "A thread that is terminated keeps its locks. The built-in model's process may be.",
        _calls("terminate", allowed=("providers/builtin/",)),
        ("engine/run.py", "thread.terminate()\n"),
    ),
    Rule(
        "nothing is built inside tr()",
        "lupdate reads the text in the source: what is put together at run time has no translation. tr('… %1').",
        _built_translation,
        ("ui/page.py", "self.tr(f'{n} tasks')\n"),
    ),
    Rule(
        "colours in ui/theme only",
        "A colour that is not a token is wrong in the other theme and in high contrast.",
        _colour,
        ("ui/page.py", "style = 'color: #1F1E1C'\n"),
    ),
    Rule(
        "async in providers and engine only",
        "No function exists in both colours; the window and the command line call plain ones.",
        _async,
        ("operations/tasks.py", "async def add(): ...\n"),
    ),
    Rule(
        "threads are started in three places",
        f"Each more is a race more: {THREADS}.",
        _calls(*_STARTERS, allowed=tuple(THREADS)),
        ("ui/page.py", "threading.Thread(target=f).start()\n"),
    ),
    Rule(
        "no state in a module",
        "It is shared by every test and by two windows, and belongs to nobody: a class holds it, app.py makes it.",
        _module_state,
        ("store/tasks.py", "CACHE = {}\n"),
    ),
    Rule(
        "a link is opened by our own handler",
        "A result's link may run anything: only http, https and mailto are opened, and the real host is shown.",
        _calls("setOpenExternalLinks"),
        ("ui/page.py", "browser.setOpenExternalLinks(True)\n"),
    ),
]

TEST_RULES = [
    Rule(
        "no test reads a clock",
        "A bound on seconds fails on a busy machine and holds on a fast one whatever the code does. Count the work "
        f"(tests/steps.py), or let the bench time it (tests/bench/slow_cases.py). Clocks are for {CLOCKS}.",
        _clock,
        ("store/test_search.py", "began = time.perf_counter()\n"),
    ),
]
