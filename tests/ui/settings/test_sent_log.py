"""The log of what was sent: read in pages, searched in slices, opened, written out."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.modeltest import ModelTester

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.operations import tasks
from orchestrator_desktop.operations.acting import acting
from orchestrator_desktop.operations.sentlog import Departure, log_sent
from orchestrator_desktop.store.sentlog import Sent
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.paint import UiState
from orchestrator_desktop.ui.settings.page import SENT
from orchestrator_desktop.ui.settings.sent_log import SentLog
from orchestrator_desktop.ui.settings.sent_model import PAGE, SentModel
from orchestrator_desktop.ui.settings.sent_words import line
from tests.ui.settings.conftest import Stage

URL = "https://api.anthropic.com/v1/messages"
ENGLISH = QLocale("en_US")
TODAY = date(2026, 10, 14)


def fill(store: Store, *, rows: int) -> Changes:
    """So many requests, one a second; each thousandth is for a task called after its number."""
    start = datetime(2026, 1, 1, tzinfo=UTC)
    with acting(store, "", undoable=False) as act:
        store.connection.executemany(
            """INSERT INTO sent (at, purpose, provider, url, model, bytes, task_title)
            VALUES (?, 'delegation', 'Anthropic', ?, 'claude-haiku-5-5', 900, ?)""",
            (
                (
                    moments.to_text(start + timedelta(seconds=number)),
                    URL,
                    f"Task {number}" if number % 1000 == 0 else f"Mail {number}",
                )
                for number in range(rows)
            ),
        )
        act.touch(Kind.SENT, 1)
    return act.changes


@pytest.fixture
def log(stage: Stage) -> Iterator[SentLog]:
    """The sheet, opened with its button."""
    stage.page.providers.shared.open_log.click()
    sheet = stage.page.findChildren(SentLog)[0]
    yield sheet
    sheet.close_overlay()


def words(model: SentModel) -> list[str]:
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_an_empty_log_says_so(stage: Stage, log: SentLog) -> None:
    assert log.empty.isVisible()
    assert log.empty.text().startswith("Nothing has been sent yet.")
    assert not log.export.isEnabled()
    assert not log.list_view.isVisible()


def test_what_is_sent_meanwhile_appears_on_top(stage: Stage, log: SentLog) -> None:
    stage.do(log_sent, departures=[Departure("test", "Mistral", "https://api.mistral.ai/v1/x", 180, "small")])
    stage.until(lambda: log.model.rowCount() == 1)
    stage.do(log_sent, departures=[Departure("models", "Ollama", "http://localhost:11434/api/tags", 0)])
    stage.until(lambda: log.model.rowCount() == 2)
    first, second = words(log.model)
    assert first.startswith("List of models, Ollama, on this computer, Today")
    assert second.startswith("Test, Mistral · small, api.mistral.ai, Today")
    assert log.count.text() == "2 requests"
    assert log.list_view.isVisible()


def test_the_filter_asks_for_no_accents(stage: Stage, log: SentLog) -> None:
    stage.do(log_sent, departures=[Departure("test", "Société Générale", "https://ia.example/v1/x", 180, "small")])
    stage.until(lambda: log.model.rowCount() == 1)
    for text, rows in (("societe generale", 1), ("Sociéte", 1), ("society", 0)):
        log.model.search(text)
        assert log.model.rowCount() == rows


def test_a_hundred_thousand_rows_are_read_a_page_at_a_time(stage: Stage) -> None:
    stage.do(fill, rows=100_000)
    stage.page.open(Target(Screen.SETTINGS, part=SENT))
    log = stage.page.findChildren(SentLog)[0]
    assert log.model.rowCount() == PAGE
    assert log.count.text() == "The newest 200 requests; scroll for more"
    log.list_view.scrollToBottom()
    stage.until(lambda: log.model.rowCount() == 2 * PAGE)
    assert log.model.canFetchMore(log.model.index(-1))
    stage.bot.keyClicks(log.filter, "task 99000")
    stage.until(lambda: [row.split(",")[0] for row in words(log.model)] == ["Task 99000"])
    assert log.model.looking, "the rest is looked through in slices, while the window goes on"
    assert log.count.text() == "Looking…"
    log.close_overlay()


def test_a_search_goes_through_the_whole_log(stage: Stage) -> None:
    stage.do(fill, rows=5000)
    stage.page.providers.open_log()
    log = stage.page.findChildren(SentLog)[0]
    stage.bot.keyClicks(log.filter, "HAIKU task 000")
    stage.until(lambda: log.model.whole and not log.model.looking)
    assert [row.split(",")[0] for row in words(log.model)] == [f"Task {number}000" for number in (4, 3, 2, 1)]
    log.close_overlay()


def test_a_search_that_finds_nothing_ends_and_says_so(stage: Stage) -> None:
    stage.do(fill, rows=1000)
    stage.page.providers.open_log()
    log = stage.page.findChildren(SentLog)[0]
    stage.bot.keyClicks(log.filter, "nobody")
    stage.until(lambda: log.empty.text() == "No request matches.")
    assert log.model.rowCount() == 0
    log.filter.setText("")
    stage.until(lambda: log.model.rowCount() == PAGE)
    log.close_overlay()


def test_a_row_opens_its_task(stage: Stage, log: SentLog) -> None:
    went: list[Target] = []
    stage.session.services.navigator.wanted.connect(went.append)
    task_id = TaskId(stage.do(tasks.add, line="Launch email").first(Kind.TASK))
    left = Departure("delegation", "Mistral", URL, 10, task_id=task_id, title="Launch email")
    stage.do(log_sent, departures=[left])
    stage.until(lambda: log.model.rowCount() == 1)
    log.list_view.setFocus()
    log.list_view.move_current(1)
    stage.bot.keyClick(log.list_view, Qt.Key.Key_Return)
    assert went == [Target(Screen.INBOX, task_id=task_id)]
    assert log.isHidden()


def test_a_task_that_is_gone_is_said(stage: Stage, log: SentLog) -> None:
    left = Departure("delegation", "Mistral", URL, 10, task_id=TaskId(99), title="Old")
    stage.do(log_sent, departures=[left])
    stage.until(lambda: log.model.rowCount() == 1)
    log.list_view.opened.emit(log.model.index(0))
    assert stage.said == ["This task is no longer there."]


def test_the_whole_log_is_written_to_a_file(stage: Stage, tmp_path: Path) -> None:
    stage.do(fill, rows=450)
    stage.page.providers.open_log()
    log = stage.page.findChildren(SentLog)[0]
    file = tmp_path / "sent.csv"
    log.write_to(str(file))
    assert not log.export.isEnabled()
    stage.until(lambda: stage.said == ["450 requests written to sent.csv."])
    stage.until(log.export.isEnabled)
    with file.open(encoding="utf-8-sig", newline="") as text:
        assert len(list(csv.reader(text))) == 451
    log.write_to(str(tmp_path / "gone" / "sent.csv"))
    stage.until(lambda: "cannot be written" in stage.said[-1])
    stage.until(log.export.isEnabled)
    log.close_overlay()


def test_the_model_is_one(stage: Stage, qtmodeltester: ModelTester) -> None:
    stage.do(fill, rows=450)
    model = SentModel(stage.session.services)
    model.search("")
    qtmodeltester.check(model)
    model.fetchMore(model.index(-1))
    model.fetchMore(model.index(-1))
    assert model.rowCount() == 450
    assert not model.canFetchMore(model.index(-1))


def sent(**changes: object) -> Sent:
    given: dict[str, object] = {
        "id": 1, "at": datetime(2026, 10, 14, 8, 0, tzinfo=UTC), "purpose": "delegation", "provider": "Anthropic",
        "url": URL, "model": "claude-haiku-5-5", "bytes": 28_000, "task_id": TaskId(1), "task_title": "Launch email",
        "attempt_id": 1, "state": "complete", "input_tokens": 6891, "output_tokens": 242, "cost_micro": 60_000,
        "replaced": 2, "measured": True,
    }  # fmt: skip
    return Sent(**{**given, **changes})


def test_a_delegation_says_all_of_it() -> None:
    said = line(sent(), TODAY, ENGLISH)
    assert (said.what, said.purpose, said.provider) == ("Launch email", "Delegation", "Anthropic · claude-haiku-5-5")
    assert (said.place, said.tokens, said.size) == ("api.anthropic.com", "6,891 tokens", "28 kB")
    assert (said.cost, said.replaced, said.state, said.state_words) == ("$0.06", "2", UiState.DONE, "Answered")


@pytest.mark.parametrize(
    ("changes", "cost"),
    [
        ({"cost_micro": None}, "unknown"),
        ({"cost_micro": None, "state": "streaming"}, ""),
        ({"cost_micro": 0, "url": "http://localhost:11434/api/chat"}, "free"),
        ({"cost_micro": 0}, "$0.00"),
        ({"purpose": "resume"}, ""),  # told once, with the request that asked
    ],
)
def test_a_cost_is_never_guessed(changes: dict[str, object], cost: str) -> None:
    assert line(sent(**changes), TODAY, ENGLISH).cost == cost


def test_an_estimate_is_called_one() -> None:
    assert line(sent(measured=False), TODAY, ENGLISH).tokens == "about 6,891 tokens"


def test_a_test_has_no_task_and_no_state() -> None:
    bare = sent(
        purpose="test", task_id=None, task_title="", attempt_id=None, state=None, cost_micro=None, replaced=None
    )
    said = line(bare, TODAY, ENGLISH)
    assert (said.what, said.purpose, said.cost, said.state, said.replaced) == ("Test", "", "", None, "")
