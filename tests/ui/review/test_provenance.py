"""Where a version comes from: what the strip and the record say of every kind of attempt."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.delegation import Attempt
from orchestrator_desktop.domain.ids import AttemptId, TaskId
from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.operations import attempts, reviews
from orchestrator_desktop.store import delegations
from orchestrator_desktop.ui.delegation.preview import Preview
from orchestrator_desktop.ui.review.case import Origin, read_case, read_origin
from orchestrator_desktop.ui.review.provenance import Provenance
from orchestrator_desktop.ui.review.record import Record
from orchestrator_desktop.ui.review.request import head_of, sent_messages, show_sent
from orchestrator_desktop.ui.widgets.label import Label
from tests.ui.desk import Room


def finished(room: Room, **ending: Any) -> TaskId:
    task_id = room.add("Launch email")
    attempt_id = room.claim(room.delegate(task_id))
    end = attempts.Ending(AttemptState.COMPLETE, "The answer", **ending)
    room.desk.do(attempts.finish, attempt_id=attempt_id, ending=end)
    return task_id


@pytest.fixture
def origin(room: Room) -> Origin:
    usage = Usage(1284, 242, cached_tokens=1000, reasoning_tokens=120, cost_micro=12_000)
    task_id = finished(room, usage=usage, cost_source="listed", request_id="req_9", reasoning="Hm, hm.")
    return _origin(room, task_id)


def _origin(room: Room, task_id: TaskId) -> Origin:
    case = read_case(room.store, task_id)
    assert case is not None
    return read_origin(room.store, case.newest)


def _with(origin: Origin, **changes: Any) -> Origin:
    assert origin.attempt is not None
    return replace(origin, attempt=replace(origin.attempt, **changes))


def record(room: Room, origin: Origin) -> dict[str, str]:
    return dict(Provenance(room.services).record(origin))


def test_the_record_says_where_it_went_who_answered_and_what_it_took(room: Room, origin: Origin) -> None:
    said = record(room, origin)
    assert said["Provider"] == "Copywriter"
    assert said["Sent to"] == "http://127.0.0.1:9"
    assert said["Model asked"] == "test-7b"
    assert said["Request id"] == "req_9"
    assert said["Brief"] == "v1"
    assert said["Tokens in"] == "1,284, measured"
    assert said["Of these, from a cache"] == "1,000"
    assert said["Tokens out"] == "242, measured"
    assert said["Of these, reasoning"] == "120"
    assert said["Tries"] == "1"
    assert not {"Replaced before sending", "Text from outside", "Goes on with"} & set(said)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"cost_source": "reported"}, "$0.01, reported by the provider"),
        ({"cost_source": "listed"}, "$0.01, at the listed price"),
        ({"cost_source": "own"}, "$0.01, at your price"),
        ({"cost_source": None}, "$0.01"),
        ({"cost_source": "listed", "usage": Usage(9, 9, cost_micro=12_000, estimated=True)}, "≈ $0.01, at the listed"),
        ({"cost_source": "free", "usage": Usage(9, 9, cost_micro=0)}, "free"),
        ({"cost_source": "unknown", "usage": Usage(9, 9)}, "free"),  # the test's provider is on this computer
    ],
)
def test_a_cost_says_who_says_so(room: Room, origin: Origin, changes: dict[str, Any], words: str) -> None:
    assert record(room, _with(origin, **changes))["Cost"].startswith(words)


def test_a_cost_nobody_knows_is_never_nothing(room: Room, origin: Origin) -> None:
    assert record(room, replace(_with(origin, usage=Usage(9, 9)), provider=None))["Cost"] == "cost unknown"


def test_counts_of_ours_are_about(room: Room, origin: Origin) -> None:
    said = record(room, _with(origin, usage=Usage(1284, 242, estimated=True)))
    assert (said["Tokens in"], said["Tokens out"]) == ("about 1,284", "about 242")


def test_what_was_done_to_the_text_is_told(room: Room, origin: Origin) -> None:
    marked = _with(origin, replaced=3, untrusted=True, number=4, automatic=2, continues=AttemptId(1))
    said = record(room, marked)
    assert said["Replaced before sending"].startswith("3 different word")
    assert said["Text from outside"].startswith("yes")
    assert said["Tries"] == "4, of these 2 by itself"
    assert said["Goes on with"] == "an earlier answer that had stopped"
    assert "Text from outside" in [fact.text for fact in Provenance(room.services).facts(marked)]


def test_thoughts_stand_folded_in_the_record(qtbot: QtBot, room: Room, origin: Origin) -> None:
    attempt = _attempt(origin)
    made = Record(room.services.theme, window := _window(qtbot))
    made.show_record("Title", "Note", [("Name", "Value")], reasoning=attempt.reasoning, sent=True)
    assert window.isVisible()
    assert made.thinking.fold.text().startswith("Thinking, 2 word")
    assert not made.thinking.view.isVisible()
    made.thinking.fold.click()
    assert made.thinking.view.text() == "Hm, hm."


def test_a_version_of_the_users_own_has_no_request(qtbot: QtBot, room: Room, origin: Origin) -> None:
    room.desk.do(reviews.edit, task_id=origin.result.task_id, text="Mine")
    mine = _origin(room, origin.result.task_id)
    assert mine.attempt is None
    assert record(room, mine)["By"] == "You"
    made = Record(room.services.theme, _window(qtbot))
    made.show_record("Title", "Note", [("By", "You")], reasoning="", sent=False)
    assert not made.request.isVisible()
    assert not made.thinking.isVisible()


def test_the_request_is_put_together_from_its_parts(qtbot: QtBot, room: Room, origin: Origin) -> None:
    attempt = _attempt(origin)
    messages = sent_messages(room.store, attempt.id)
    assert messages
    show_sent(room.services, window := _window(qtbot), attempt.id)
    (preview,) = window.findChildren(Preview)
    text = preview.text.toPlainText()
    assert all(message.text in text for message in messages)
    heads = [label.text() for label in preview.findChildren(Label)]
    assert any("http://127.0.0.1:9 · openai-chat · test-7b" in head for head in heads)


def test_a_request_of_the_first_version_holds_its_own_texts() -> None:
    said = {"base_url": "https://a.example", "model": "m", "options": {"temperature": 0.2, "top_p": None}}
    assert head_of(said) == "https://a.example · m · temperature 0.2"


def test_what_never_left_has_no_request(qtbot: QtBot, room: Room) -> None:
    attempt = delegations.latest_attempt(room.store, room.delegate(room.add("Write")))
    assert attempt is not None
    show_sent(room.services, window := _window(qtbot), attempt.id)
    assert window.findChildren(Preview) == []
    assert sent_messages(room.store, attempt.id) is None


def _attempt(origin: Origin) -> Attempt:
    assert origin.attempt is not None
    return origin.attempt


def _window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    return window
