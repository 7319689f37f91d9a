"""What takes long where code goes wrong: files of thousands of tasks, texts made to hold a pattern up, rules without a
day, long lists and long texts. The tests count the same work (tests/steps.py); here it is timed.
`python -m tests.bench.slow_cases` prints the figures as JSON."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from orchestrator_desktop.domain.capture.asked import read_day
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.messages import Message, Role
from orchestrator_desktop.domain.query import parse
from orchestrator_desktop.domain.recurrence import Recurrence, first_from
from orchestrator_desktop.domain.redaction import Restorer, redact
from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.exchange.tabular import read_rows
from orchestrator_desktop.operations import tasks
from orchestrator_desktop.providers.errors import kind_of, read_fault
from orchestrator_desktop.store.opening import open_readonly, open_store
from orchestrator_desktop.store.places import Place
from orchestrator_desktop.ui.delegation.exact import ExactText
from orchestrator_desktop.ui.inbox.grouping import Query
from orchestrator_desktop.ui.inbox.model import TasksModel
from orchestrator_desktop.ui.theme import Theme
from tests.bench.figures import Figure, Figures, summary, timed
from tests.bench.filling import fill
from tests.domain import test_redaction_work as redaction
from tests.domain.query.test_properties import PAGES
from tests.exchange import (
    test_csvfile,
    test_gtg,
    test_superproductivity,
    test_tabular,
    test_things,
    test_ticktick,
    test_todoist,
)
from tests.operations.test_suggesting import learn_words
from tests.operations.work import Work
from tests.ui.delegation.test_exact import megabyte

_READ_MS: Final = 3_000.0
_REDACT_MS: Final = 1_250.0
_WRITE_MS: Final = 10.0
_TURN_MS: Final = 50.0
_TASKS: Final = 10_000
_CHARACTERS: Final = 100_000
_READERS: Final = {
    "CSV": test_csvfile, "GTG": test_gtg, "Super Productivity": test_superproductivity, "Things": test_things,
    "TickTick": test_ticktick, "Todoist": test_todoist,
}  # fmt: skip
_ROUNDS: Final = 3
_START: Final = datetime.fromisoformat("1970-01-31T09:00")


def main() -> None:
    application = QApplication([])
    figures = {**_reading(), **_redacting(), **_parsing(), **_repeating(), **_learning()}
    figures |= {**_showing(application), **_going_to_the_end()}
    sys.stdout.write(json.dumps(figures) + "\n")


def _reading() -> Figures:
    found = {
        f"slow: {_TASKS:,} tasks of {name} (ms)": _taken(module.many(_TASKS), _READ_MS)
        for name, module in _READERS.items()
    }
    wrong = (partial(_rows, line * 5 * _TASKS) for line in test_tabular.WRONG)
    return found | {f"slow: {5 * _TASKS:,} wrong quotes, the worst (ms)": _worst(wrong, _READ_MS)}


def _rows(text: str) -> None:
    assert list(read_rows(text, ","))


def _redacting() -> Figures:
    texts = (redaction.filled(pattern, _CHARACTERS) for pattern in redaction.PATTERNS)
    restorer = Restorer({f"[{kind}_1]": "x" for kind in ("EMAIL", "PHONE", "IBAN", "CARD", "KEY", "NAME")})
    prose = Message(Role.USER, redaction.filled(redaction.PROSE, _CHARACTERS))
    return {
        "slow: redaction of 100,000 characters (ms)": _taken(
            lambda: redact([prose], names=redaction.NAMES), _REDACT_MS
        ),
        "slow: and back, the worst of texts (ms)": _worst(
            (partial(redaction.there_and_back, text) for text in texts), _REDACT_MS
        ),
        "slow: redaction with 2,000 names and 8,000 values (ms)": _taken(redaction.many_values(2_000), _REDACT_MS),
        "slow: a word of an answer restored (ms)": timed(
            lambda _: restorer.feed(" the quick fox"), rounds=4_000, bound=0.05
        ),
        "slow: 100,000 characters restored one by one (ms)": _taken(
            redaction.letter_by_letter(_CHARACTERS), _REDACT_MS
        ),
    }


def _parsing() -> Figures:
    read = partial(read_day, now=datetime.now(UTC))
    pages = (partial(parse, pattern * 50_000, read_day=read) for pattern in PAGES)
    said = {"error": {"message": "input token count " * 10_000}}
    return {
        "slow: a page pasted into the search field, the worst (ms)": _worst(pages, _TURN_MS),
        "slow: an error of 180,000 characters understood (ms)": _taken(partial(_understood, said), _TURN_MS),
    }


def _understood(said: Any) -> None:
    assert kind_of(400, read_fault(said))


def _repeating() -> Figures:
    today = date(2026, 11, 26)
    frequencies = ("FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY", "FREQ=YEARLY")
    long_ago = (Recurrence(text, start=_START) for text in frequencies)
    never = Recurrence("FREQ=DAILY;INTERVAL=7;BYDAY=TU", start=date(2026, 11, 2))
    return {
        "slow: first date of a rule from 1970, the worst (ms)": _worst(
            (partial(first_from, rule, today) for rule in long_ago), 20.0
        ),
        "slow: a rule that never falls (ms)": _taken(partial(first_from, never, today), 500.0),
    }


def _learning() -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        work = Work(open_store(Path(folder)))
        learn_words(work, range(20_000))
        ids = [work.add(f"Write the newsletter number {n} for the customers in Lyon") for n in range(20)]

        def set_level(number: int) -> None:
            tasks.edit(work.store, task_id=TaskId(ids[number]), level=Level.AI_ALONE)

        figure = timed(set_level, rounds=len(ids), bound=_WRITE_MS)
        work.store.close()
    return {"slow: a level set, 20,000 words learnt (ms)": figure}


def _showing(application: QApplication) -> Figures:
    view = ExactText(Theme(application))
    view.resize(600, 400)
    view.show()

    def show(line: str) -> None:
        view.show_parts([megabyte(line)])
        view.repaint()

    lines = (partial(show, line) for line in ("Some words that make a line of text.\n", "word "))
    return {"slow: a megabyte of exact text shown, the worst (ms)": _worst(lines, 250.0)}


def _going_to_the_end() -> Figures:
    """The turns of the event loop in which End reads on to the last of 10,000 tasks."""
    turns = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder, 6 * _TASKS)
        store = open_readonly(folder)
        model = TasksModel(store)
        model.show(Query(Place()), datetime.now(UTC).astimezone().date())
        while model.more:
            began = perf_counter()
            model.read_on(0.012)
            turns.append(1000 * (perf_counter() - began))
        store.close()
    figure = summary(turns)
    return {
        "slow: a turn on the way to the end (ms)": {**figure, "bound": _TURN_MS},
        "slow: the longest of them (ms)": summary([max(turns)]),
    }


def _taken(work: Callable[[], object], bound: float) -> Figure:
    return timed(lambda _: work(), rounds=_ROUNDS, bound=bound)


def _worst(works: Iterable[Callable[[], object]], bound: float) -> Figure:
    """That of the work which takes longest."""
    return max((_taken(work, bound) for work in works), key=lambda figure: figure["median"])


if __name__ == "__main__":
    main()
