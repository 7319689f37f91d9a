"""The Delegated screen: the live answer, and what can be done with each state by button, key and menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.domain.ids import DelegationId
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.operations import attempts, claiming
from orchestrator_desktop.store import delegations, tasks
from orchestrator_desktop.ui.delegated.deeds import Deed
from orchestrator_desktop.ui.delegated.page import DelegatedPage
from orchestrator_desktop.ui.delegation.preview import Preview
from orchestrator_desktop.ui.navigator import Screen
from orchestrator_desktop.ui.widgets.label import Label
from tests.ui.delegated.scene import Scene, show, shown_buttons
from tests.ui.desk import OWNER, Room

S = AttemptState
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def _press(qtbot: QtBot, page: DelegatedPage, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    page.list.setFocus()
    qtbot.keyClick(page.list, key, modifier or Qt.KeyboardModifier.NoModifier)


def _last(room: Room, delegation_id: DelegationId) -> tuple[int, AttemptState]:
    found = delegations.latest_attempt(room.store, delegation_id)
    assert found is not None
    return found.number, found.state


# by key


def test_stop_keeps_the_text(qtbot: QtBot, room: Room, scene: Scene, page: DelegatedPage) -> None:
    running = scene.running("Half a")
    show(page, scene.task(running))
    _press(qtbot, page, Qt.Key.Key_Period, CTRL)
    attempt_id = scene.row(running).attempt_id
    qtbot.waitUntil(lambda: attempts.asked_to_stop(room.store, owner=OWNER) == (attempt_id,))
    scene.end(attempt_id, S.CANCELLED, EndReason.STOPPED, "Half a")
    qtbot.waitUntil(lambda: shown_buttons(page) == [Deed.CONTINUE, Deed.KEEP])
    assert page.detail.view.toPlainText() == "Half a"
    assert page.detail.reason.text() == "Stopped. The text received is kept as a draft."


def test_retry_queues_another_attempt(qtbot: QtBot, room: Room, scene: Scene, page: DelegatedPage) -> None:
    failed = scene.ended(S.UNKNOWN, ProviderErrorKind.UNANSWERED)
    show(page, scene.task(failed))
    _press(qtbot, page, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: _last(room, failed) == (2, S.QUEUED))


def test_continue_goes_on_with_what_arrived(qtbot: QtBot, room: Room, scene: Scene, page: DelegatedPage) -> None:
    cut = scene.ended(S.INTERRUPTED, EndReason.CUT, "Half a")
    show(page, scene.task(cut))
    _press(qtbot, page, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: _last(room, cut) == (2, S.QUEUED))
    assert scene.row(cut).continues is not None
    qtbot.waitUntil(lambda: "goes on with an earlier answer" in page.detail.facts())
    assert page.detail.view.toPlainText() == "Half a"


def test_hold_and_let_go_are_one_key(qtbot: QtBot, scene: Scene, page: DelegatedPage) -> None:
    queued = scene.queued()
    show(page, scene.task(queued))
    _press(qtbot, page, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: page.detail.reason.text() == "Held. It leaves when you say so.")
    assert scene.state(queued) is S.DRAFT
    _press(qtbot, page, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: scene.state(queued) is S.QUEUED)


def test_what_waits_is_tried_now(qtbot: QtBot, scene: Scene, page: DelegatedPage) -> None:
    slow = scene.ended(S.FAILED, ProviderErrorKind.SLOW_DOWN, retry_after=600)
    show(page, scene.task(slow))
    assert scene.row(slow).reason is WaitReason.SLOW_DOWN
    _press(qtbot, page, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: scene.state(slow) is S.QUEUED)


def test_over_budget_waits_until_tomorrow(qtbot: QtBot, scene: Scene, page: DelegatedPage) -> None:
    asks = scene.over_budget()
    show(page, scene.task(asks))
    assert page.detail.reason.text().startswith("About $0.80 more would exceed today’s $0.10.")
    _press(qtbot, page, Qt.Key.Key_W)
    qtbot.waitUntil(lambda: page.detail.reason.text().endswith("It leaves tomorrow."))
    assert scene.row(asks).not_before is not None


def test_over_budget_is_sent_all_the_same_where_the_user_says_so(
    qtbot: QtBot, room: Room, scene: Scene, page: DelegatedPage
) -> None:
    asks = scene.over_budget()
    show(page, scene.task(asks))
    page.detail.button(Deed.NOW).click()
    qtbot.waitUntil(lambda: scene.state(asks) is S.QUEUED)
    assert len(room.desk.do(claiming.claim, owner=OWNER, only=asks)[1]) == 1


def test_over_budget_goes_to_the_model_on_this_computer(qtbot: QtBot, scene: Scene, page: DelegatedPage) -> None:
    asks = scene.over_budget()
    show(page, scene.task(asks))
    page.doing.do(Deed.LOCAL, scene.row(asks), page)
    task_id = scene.task(asks)

    def moved() -> bool:
        out = delegations.open_delegation(scene.room.store, task_id)
        return out is not None and out.delegate == "Built-in model"

    qtbot.waitUntil(moved)


def test_the_queue_is_reordered_by_key_and_the_row_stays_selected(
    qtbot: QtBot, scene: Scene, page: DelegatedPage
) -> None:
    first, second, third = (scene.queued(f"Task {number}") for number in range(3))
    show(page, scene.task(third))
    _press(qtbot, page, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: scene.order() == [first, third, second])
    _press(qtbot, page, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: scene.order() == [first, second, third])
    qtbot.waitUntil(lambda: page.detail.row == scene.row(third))


def test_what_was_sent_can_be_looked_at(qtbot: QtBot, scene: Scene, page: DelegatedPage) -> None:
    running = scene.running(title="Write the launch email")
    show(page, scene.task(running))
    _press(qtbot, page, Qt.Key.Key_I)
    (preview,) = page.findChildren(Preview)
    text = preview.findChildren(QPlainTextEdit)[0].toPlainText()
    assert "Write the launch email" in text
    heads = [label.text() for label in preview.findChildren(Label)]
    assert any("https://api.mistral.example · openai-chat · medium" in head for head in heads)


@pytest.mark.parametrize("key", [Qt.Key.Key_R, Qt.Key.Key_C, Qt.Key.Key_W, Qt.Key.Key_I])
def test_a_key_does_nothing_where_it_means_nothing(
    qtbot: QtBot, room: Room, scene: Scene, page: DelegatedPage, key: Qt.Key
) -> None:
    queued = scene.queued()
    show(page, scene.task(queued))
    _press(qtbot, page, key)
    page.pause.click()  # whatever the key had begun would be done before it
    qtbot.waitUntil(lambda: page.pause.text() == "Resume the queue")
    assert _last(room, queued) == (1, S.QUEUED)
    assert room.said == []


def test_every_key_stands_in_the_list_of_keys(room: Room, page: DelegatedPage) -> None:
    listed = {key for one in room.services.shortcuts.bindings if one.where == "Delegated" for key in one.keys}
    assert {"R", "C", "D", "H", "W", "I", "Ctrl+.", "Ctrl+Return", "Ctrl+Shift+.", "Alt+Up", "Alt+Down"} <= listed


# by button and menu


def test_what_arrived_goes_to_review_by_the_users_act(
    qtbot: QtBot, room: Room, scene: Scene, page: DelegatedPage
) -> None:
    cut = scene.ended(S.INTERRUPTED, EndReason.CUT, "Half")
    show(page, scene.task(cut))
    page.detail.button(Deed.KEEP).click()
    qtbot.waitUntil(lambda: bool(room.went) and room.went[-1].screen is Screen.REVIEW)
    task = tasks.get(room.store, scene.task(cut))
    assert task is not None and task.stage is Stage.IN_REVIEW


def test_the_menu_holds_everything_that_can_be_done(qtbot: QtBot, scene: Scene, page: DelegatedPage) -> None:
    queued = scene.queued()
    show(page, scene.task(queued))
    page.detail.more.click()
    assert [row.text() for row in page.doing.menu.rows()] == ["Hold", "Hand to Built-in model", "Stop", "Take back"]
    page.doing.menu.rows()[3].click()
    qtbot.waitUntil(lambda: (task := tasks.get(scene.room.store, 1)) is not None and task.returned)  # type: ignore[arg-type]
    qtbot.waitUntil(page.empty.isVisible)


def test_what_is_done_to_a_row_that_has_changed_meanwhile_is_not_done(
    room: Room, scene: Scene, page: DelegatedPage
) -> None:
    stale = scene.row(scene.ended(S.FAILED, ProviderErrorKind.KEY_REFUSED))
    page.doing.do(Deed.STOP, stale, page)
    page.doing.move(stale, 1)
    assert room.said == []


# the head


def test_the_queue_pauses_and_resumes(qtbot: QtBot, room: Room, scene: Scene, page: DelegatedPage) -> None:
    queued = scene.queued()
    show(page)
    page.pause.click()
    qtbot.waitUntil(lambda: page.pause.text() == "Resume the queue")
    assert page.head.note.text().endswith("queue paused")
    assert room.desk.do(claiming.claim, owner=OWNER)[1] == ()
    page.pause.click()
    qtbot.waitUntil(lambda: page.pause.text() == "Pause the queue")
    assert "paused" not in page.head.note.text()
    assert room.desk.do(claiming.claim, owner=OWNER)[1][0].delegation_id == queued


def test_an_empty_board_says_what_to_do(page: DelegatedPage) -> None:
    show(page)
    assert page.empty.isVisible()
    assert "press D" in page.empty.text()


# many at once


def test_many_changes_are_read_a_few_times_a_second(qtbot: QtBot, scene: Scene, page: DelegatedPage) -> None:
    running = scene.running("Once")
    show(page, scene.task(running))
    qtbot.waitUntil(lambda: not page.following.behind)
    read: list[int] = []
    page.list.model().dataChanged.connect(lambda first, _last: read.append(first.row()))
    attempt_id = scene.row(running).attempt_id
    for _ in range(20):
        scene.arrived(attempt_id, " more")
        page.refresh(Changes({Kind.ATTEMPT: (attempt_id,)}))
    assert len(read) <= 2  # the first at once, the others wait together
    qtbot.waitUntil(lambda: page.detail.row == scene.row(running))
    assert len(read) <= 3


def test_a_row_out_of_sight_grows_once_it_is_seen(qtbot: QtBot, room: Room, scene: Scene) -> None:
    for number in range(2):  # a provider runs four at once
        who = scene.specialist(f"Provider {number}", f"https://{number}.example/v1")
        for place in range(4):
            scene.running("Once", title=f"Task {number}{place}", who=who)
    last = scene.running("Once", title="Last")
    page = DelegatedPage(room.services)
    qtbot.addWidget(page)
    page.resize(1056, 400)
    page.show()
    show(page)
    QCoreApplication.processEvents()  # what was written before the page was there is heard
    qtbot.waitUntil(lambda: not page.following.behind)
    scene.arrived(scene.row(last).attempt_id, " more")
    scene.hold(scene.queued("Held"))  # whatever is read at once is read by now
    qtbot.waitUntil(lambda: page.list.model().rowCount() == 12)
    model = page.list.model()
    place = model.find(scene.task(last))  # type: ignore[attr-defined]
    assert model.row(model.index(place, 0)).text_length == len("Once")  # type: ignore[attr-defined]
    page.list.scrollToBottom()
    qtbot.waitUntil(lambda: model.row(model.index(place, 0)) == scene.row(last))  # type: ignore[attr-defined]


def test_the_selection_stays_while_rows_come_and_go(qtbot: QtBot, scene: Scene, page: DelegatedPage) -> None:
    kept = scene.queued("Kept")
    show(page, scene.task(kept))
    for number in range(4):
        scene.room.claim(scene.queued(f"Task {number}"))
    qtbot.waitUntil(lambda: page.list.model().rowCount() == 7)
    assert page.detail.row == scene.row(kept)
    assert page.list.currentIndex().row() == 6


@pytest.mark.parametrize("named", [True, False])
def test_what_is_shown_is_selected_however_the_focus_came(
    qtbot: QtBot, scene: Scene, page: DelegatedPage, named: bool
) -> None:
    task_id = scene.task(scene.queued())
    page.list.clearFocus()
    page.list.setFocus(Qt.FocusReason.PopupFocusReason)  # as the window does before it opens a page
    show(page, task_id if named else None)
    assert page.list.selectionModel().isSelected(page.list.currentIndex())
    assert page.detail.row is not None


def test_in_a_narrow_window_the_list_stands_alone_until_a_task_is_opened(
    qtbot: QtBot, room: Room, scene: Scene
) -> None:
    task_id = scene.task(scene.queued())
    page = DelegatedPage(room.services)
    qtbot.addWidget(page)
    page.resize(800, 640)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    show(page)
    assert page.list.isVisible()
    assert not page.detail.isVisible()
    show(page, task_id)
    assert page.detail.isVisible()
    assert not page.list.isVisible()
    qtbot.keyClick(page.detail.view, Qt.Key.Key_Escape)
    assert page.list.isVisible()
    assert not page.detail.isVisible()


def test_a_row_is_spoken_whole(scene: Scene, page: DelegatedPage) -> None:
    held = scene.hold(scene.queued("Write"))
    show(page)
    index = page.list.model().index(1, 0)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("Write", "Held", "medium", "1st in queue", "It leaves when you say so", "Send now"):
        assert part in said
    assert scene.state(held) is S.DRAFT
