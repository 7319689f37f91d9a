"""What leaves with a revision: said under the line, shown as it is sent, and before it is where the user wants that."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.ids import DelegationId, SpecialistId, TaskId
from orchestrator_desktop.domain.money import Price
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.operations import claiming, delegations, roster, spending
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import tasks
from orchestrator_desktop.ui.delegation.leaves import Leaves
from orchestrator_desktop.ui.delegation.preview import Preview
from orchestrator_desktop.ui.delegation.sending import PREVIEW_FIRST
from orchestrator_desktop.ui.review.bars import AskBar
from orchestrator_desktop.ui.review.page import ReviewPage
from tests.ui.desk import Room

Opener = Callable[[], ReviewPage]


@pytest.fixture
def task_id(room: Room) -> TaskId:
    """A result of a provider elsewhere that waits to be judged; one name is not to leave."""
    added = room.desk.do(
        roster.add_provider, name="Acme", dialect="openai-chat", base_url="https://api.acme.test/v1", model="big-1"
    )
    price = Price(0, 10_000_000)
    room.desk.do(spending.keep_listed_prices, provider_id=added.first(Kind.PROVIDER), prices=[("big-1", price)])
    room.desk.do(set_setting, key="privacy.names", value=["Nora Lind"])
    task_id = room.add("Write to Nora Lind")
    specialist_id = SpecialistId(added.first(Kind.SPECIALIST))
    made = room.desk.do(delegations.delegate, task_id=task_id, specialist_id=specialist_id)
    room.answer(DelegationId(made.of(Kind.DELEGATION)[-1]), "Dear Nora Lind, hello.")
    return task_id


def _ask(qtbot: QtBot, page: ReviewPage, line: str) -> QWidget:
    qtbot.keyClick(page.sheet.view, Qt.Key.Key_R)
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, line)
    return field


def _told(page: ReviewPage) -> tuple[str, str]:
    return page.findChildren(AskBar)[0].findChildren(Leaves)[0].words()


def _preview(qtbot: QtBot, page: ReviewPage) -> Preview:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(Preview)))
    return next(one for one in page.findChildren(Preview) if one.isVisible())


def test_the_line_says_what_leaves_and_grows_with_what_is_typed(
    qtbot: QtBot, room: Room, task_id: TaskId, open_page: Opener
) -> None:
    page = open_page()
    field = _ask(qtbot, page, "Shorter")
    qtbot.waitUntil(lambda: _told(page)[0].endswith(" tokens to Acme, about $0.002"))
    assert _told(page)[1] == "1 name replaced before sending"
    before = _told(page)
    qtbot.keyClicks(field, " and without any of the many adjectives")
    assert _told(page) != before


def test_the_preview_is_what_the_engine_is_given(qtbot: QtBot, room: Room, task_id: TaskId, open_page: Opener) -> None:
    page = open_page()
    field = _ask(qtbot, page, "Shorter, says Nora Lind")
    page.findChildren(AskBar)[0].leaves.preview.emit()
    preview = _preview(qtbot, page)
    shown = preview.text.toPlainText()
    preview.close_overlay()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(room.said))
    _, (claim,) = room.desk.do(claiming.claim, owner="tests")
    assert all(message.text in shown for message in claim.messages)
    assert "Shorter, says [NAME_1]" in shown
    assert "Nora" not in shown


def test_where_it_is_wished_it_is_shown_before(qtbot: QtBot, room: Room, task_id: TaskId, open_page: Opener) -> None:
    room.desk.do(set_setting, key=PREVIEW_FIRST, value=True)
    page = open_page()
    field = _ask(qtbot, page, "Shorter")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    preview = _preview(qtbot, page)
    task = tasks.get(room.store, task_id)
    assert task is not None and task.stage is Stage.IN_REVIEW
    qtbot.keyClick(preview.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(room.said))
    assert room.desk.do(claiming.claim, owner="tests")[1][0].task_id == task_id
