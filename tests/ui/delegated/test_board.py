"""The board: its groups and their order, brought up to date row by row, and the buttons painted into its rows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSplitter
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.domain.ids import DelegationId
from orchestrator_desktop.operations import delegations, queueing, reviews
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.ui.delegated.board import BoardView
from orchestrator_desktop.ui.delegated.deeds import Deed
from orchestrator_desktop.ui.delegated.groups import Group, Header, group_of
from orchestrator_desktop.ui.delegated.model import BoardModel, Named
from orchestrator_desktop.ui.delegated.page import DelegatedPage
from orchestrator_desktop.ui.delegated.rows import BoardDelegate
from orchestrator_desktop.ui.delegated.saying import Saying
from orchestrator_desktop.ui.navigator import Screen
from orchestrator_desktop.ui.widgets.rows import header_height
from tests.ui.delegated.scene import Scene, show, where
from tests.ui.desk import Room, fill

S = AttemptState


@pytest.fixture
def model(room: Room, qtmodeltester: ModelTester) -> Iterator[BoardModel]:
    """Every change of it is checked as it happens."""
    made = BoardModel(room.store)
    qtmodeltester.check(made)
    yield made


def stands(model: BoardModel) -> dict[Group, list[DelegationId]]:
    found: dict[Group, list[DelegationId]] = {}
    group = None
    assert model.rowCount() == len(model.items)
    for item in model.items:
        if isinstance(item, Header):
            group = item.group
            found[group] = []
        else:
            assert group is not None
            found[group].append(item.delegation_id)
    return found


def test_the_board_groups_what_is_out(room: Room, model: BoardModel) -> None:
    fill(room)
    model.read(room.services.today())
    assert list(stands(model)) == [Group.RUNNING, Group.QUEUED, Group.NEEDS_YOU, Group.BACK]
    for row in model.rows:
        assert row.delegation_id in stands(model)[group_of(row)]


def test_what_waits_and_what_is_held_stand_in_the_queue_what_asks_does_not(
    room: Room, scene: Scene, model: BoardModel
) -> None:
    first, held = scene.queued(), scene.hold(scene.queued())
    other = scene.specialist("OpenAI", "https://api.openai.example/v1")
    slow = scene.ended(S.FAILED, ProviderErrorKind.SLOW_DOWN, retry_after=600, who=other)
    asks = scene.over_budget()
    model.read(room.services.today())
    assert stands(model) == {Group.QUEUED: [first, held, slow], Group.NEEDS_YOU: [asks]}
    assert [model.queue_place(scene.row(one)) for one in (first, held, slow, asks)] == [1, 2, 3, 0]


@pytest.mark.parametrize(
    ("state", "error"),
    [
        (S.FAILED, ProviderErrorKind.KEY_REFUSED),
        (S.INTERRUPTED, EndReason.CUT),
        (S.TRUNCATED, EndReason.LENGTH),
        (S.REFUSED, EndReason.DECLINED),
        (S.UNKNOWN, ProviderErrorKind.UNANSWERED),
        (S.CANCELLED, EndReason.STOPPED),
    ],
)
def test_every_end_that_is_no_answer_needs_the_user(
    room: Room, scene: Scene, model: BoardModel, state: AttemptState, error: str
) -> None:
    ended = scene.ended(state, error)
    model.read(room.services.today())
    assert stands(model) == {Group.NEEDS_YOU: [ended]}


def test_a_row_moves_from_group_to_group_and_leaves(room: Room, scene: Scene, model: BoardModel) -> None:
    today = room.services.today()
    stays, goes = scene.queued(), scene.queued()
    model.read(today)
    attempt_id = room.claim(goes)
    model.update({goes}, today)
    assert stands(model) == {Group.RUNNING: [goes], Group.QUEUED: [stays]}
    scene.end(attempt_id, S.COMPLETE, text="Done")
    model.update({goes}, today)
    assert stands(model) == {Group.QUEUED: [stays], Group.BACK: [goes]}
    room.desk.do(reviews.reject, task_id=scene.task(goes))
    room.desk.do(delegations.take_back, task_id=scene.task(stays))
    model.update({goes, stays}, today)
    assert stands(model) == {Group.BACK: [goes]}


def test_row_by_row_the_board_becomes_what_reading_it_anew_gives(room: Room, scene: Scene, model: BoardModel) -> None:
    today = room.services.today()
    ids = [scene.queued(f"Task {number}") for number in range(6)]
    model.read(today)
    room.desk.do(queueing.move_in_queue, delegation_id=ids[4], by=-3)
    scene.hold(ids[0])
    scene.end(room.claim(ids[2]), S.FAILED, ProviderErrorKind.DOWN)
    scene.end(room.claim(ids[3]), S.COMPLETE, text="Done")
    new = scene.queued("New")
    model.update({*ids, new}, today)
    updated = stands(model)
    model.read(today)
    assert stands(model) == updated
    assert updated[Group.QUEUED] == [ids[0], ids[4], ids[1], ids[2], ids[5], new]


def test_only_what_changed_is_told_to_the_view(room: Room, scene: Scene, model: BoardModel, qtbot: QtBot) -> None:
    today = room.services.today()
    quiet, loud = scene.running("Once"), scene.running("Twice")
    model.read(today)
    scene.arrived(scene.row(loud).attempt_id, " more")
    told: list[int] = []
    model.dataChanged.connect(lambda first, last: told.extend(range(first.row(), last.row() + 1)))
    model.update({quiet, loud}, today)
    assert [model.row(model.index(number, 0)) for number in told] == [scene.row(loud)]


def test_what_changes_name_is_found_by_attempt_and_by_task(room: Room, scene: Scene, model: BoardModel) -> None:
    one, other, running = scene.queued(), scene.queued(), scene.running("Once")
    model.read(room.services.today())
    row, grows = scene.row(one), scene.row(running)
    assert model.named(Changes({Kind.ATTEMPT: (row.attempt_id,)})) == Named({one})
    assert model.named(Changes({Kind.TASK: (row.task_id,)})) == Named({one})
    assert model.named(Changes({Kind.ATTEMPT: (999,), Kind.DELEGATION: (other,)})) == Named({other})
    assert model.named(Changes({Kind.ATTEMPT: (grows.attempt_id,)})) == Named(set(), {running})
    ended = Changes({Kind.ATTEMPT: (grows.attempt_id,), Kind.DELEGATION: (running,)})
    assert model.named(ended) == Named({running})
    assert model.named(Changes({Kind.SETTING: (1,)})) == Named()
    assert model.named(Changes({Kind.ATTEMPT: (999,)})) is None
    assert model.named(Changes(outside=True)) is None


# pictures of rows


def _picture(view: BoardView) -> QImage:
    return view.viewport().grab().toImage()


def test_a_row_that_changed_is_drawn_when_its_turn_comes(qtbot: QtBot, scene: Scene, page: DelegatedPage) -> None:
    ids = [scene.queued(f"Task {number}") for number in range(3)]
    show(page, scene.task(ids[0]))
    before = _picture(page.list)
    scene.hold(ids[1])
    qtbot.waitUntil(lambda: _picture(page.list) != before)
    fresh = DelegatedPage(page.services)
    qtbot.addWidget(fresh)
    fresh.resize(page.size())
    fresh.show()
    show(fresh, scene.task(ids[0]))
    qtbot.waitUntil(lambda: _picture(fresh.list) == _picture(page.list))


def test_rows_out_of_sight_are_drawn_before_they_come_into_it(qtbot: QtBot, scene: Scene, page: DelegatedPage) -> None:
    for number in range(20):
        scene.queued(f"Task {number}")
    page.resize(1056, 300)
    show(page, None)
    rows = page.list.itemDelegate()
    assert isinstance(rows, BoardDelegate)
    page.list.paint_soon(page.list.model().items)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: len(rows.pictures) == 20)
    drawn = dict(rows.pictures)
    page.list.scrollToBottom()
    _picture(page.list)
    again = [key for key, picture in rows.pictures.items() if picture is not drawn[key]]
    assert len(again) <= 1  # the one that came under the pointer


# painted buttons


def _click(qtbot: QtBot, view: BoardView, at: QPoint) -> None:
    qtbot.mouseMove(view.viewport(), at)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_painted_button_acts_on_its_own_row_and_selects_nothing(
    qtbot: QtBot, scene: Scene, page: DelegatedPage
) -> None:
    first = scene.hold(scene.queued("First"))
    second = scene.hold(scene.queued("Second"))
    show(page, scene.task(first))
    _click(qtbot, page.list, where(page.list, scene.row(second), Deed.NOW))
    qtbot.waitUntil(lambda: scene.state(second) is S.QUEUED)
    assert scene.state(first) is S.DRAFT
    assert page.detail.row == scene.row(first)


def test_the_key_can_be_replaced_from_the_row(qtbot: QtBot, room: Room, scene: Scene, page: DelegatedPage) -> None:
    failed = scene.ended(S.FAILED, ProviderErrorKind.KEY_REFUSED)
    show(page)
    _click(qtbot, page.list, where(page.list, scene.row(failed), Deed.KEY))
    assert (room.went[-1].screen, room.went[-1].part) == (Screen.SETTINGS, f"providers:{scene.provider()}:key")


def test_a_press_that_leaves_the_button_does_nothing(qtbot: QtBot, scene: Scene, page: DelegatedPage) -> None:
    held = scene.hold(scene.queued())
    show(page)
    view, at = page.list.viewport(), where(page.list, scene.row(held), Deed.NOW)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at + QPoint(0, 90))
    assert page.list.button_rect(scene.row(held), Deed.NOW) is not None
    assert scene.state(held) is S.DRAFT


def test_handing_over_opens_a_menu_where_there_are_several(
    qtbot: QtBot, room: Room, scene: Scene, page: DelegatedPage
) -> None:
    other = scene.specialist("OpenAI", "https://api.openai.example/v1")
    failed = scene.ended(S.UNKNOWN, ProviderErrorKind.UNANSWERED)
    show(page)
    _click(qtbot, page.list, where(page.list, scene.row(failed), Deed.ANOTHER))
    assert page.doing.menu.is_open()
    names = [row.text() for row in page.doing.menu.rows()]
    assert "OpenAI" in names
    page.doing.menu.rows()[names.index("OpenAI")].click()
    task_id = scene.task(failed)
    qtbot.waitUntil(
        lambda: (out := reading.open_delegation(room.store, task_id)) is not None and out.specialist_id == other
    )


def test_the_only_other_is_named_on_the_button(room: Room, scene: Scene, page: DelegatedPage) -> None:
    failed = scene.row(scene.ended(S.FAILED, ProviderErrorKind.DOWN, should_retry=False))
    saying = Saying(room.services, lambda row: 0, page)
    assert saying.deed_name(Deed.ANOTHER, failed) == "Hand to Built-in model"
    scene.specialist("OpenAI", "https://api.openai.example/v1")
    saying.forget()
    assert saying.deed_name(Deed.ANOTHER, failed) == "Hand to another…"


def test_a_row_is_as_high_as_what_it_says(scene: Scene, page: DelegatedPage) -> None:
    plain, running, asks = scene.queued(), scene.running("Once"), scene.ended(S.UNKNOWN, ProviderErrorKind.UNANSWERED)
    show(page)

    def height(delegation_id: DelegationId) -> int:
        place = page.list.model().find(scene.task(delegation_id))  # type: ignore[attr-defined]
        return page.list.visualRect(page.list.model().index(place, 0)).height()

    assert height(plain) == 52
    assert height(running) == 64
    assert height(asks) == 52 - 2 + 32 + 8 + 28 + 8


def test_rows_are_laid_out_anew_where_there_is_more_or_less_room(
    qtbot: QtBot, scene: Scene, page: DelegatedPage
) -> None:
    asks = scene.ended(S.UNKNOWN, ProviderErrorKind.UNANSWERED)
    show(page)

    def height() -> int:
        place = page.list.model().find(scene.task(asks))  # type: ignore[attr-defined]
        return page.list.visualRect(page.list.model().index(place, 0)).height()

    wide = height()
    page.resize(880, 800)  # below 1120 with the sidebar, the list has the whole width
    qtbot.waitUntil(lambda: height() < wide)
    page.resize(1056, 800)
    qtbot.waitUntil(lambda: height() == wide)


def test_rows_fit_as_soon_as_the_list_is_wider(scene: Scene, page: DelegatedPage) -> None:
    asks = scene.ended(S.UNKNOWN, ProviderErrorKind.UNANSWERED)
    show(page)
    splitter = page.findChildren(QSplitter)[0]
    heads = page.list.model().rowCount() - 1
    for width in (360, 616, 400, 616):
        splitter.setSizes([width, 1056 - width])
        QCoreApplication.processEvents()
        rows = page.list._rows.height(scene.row(asks), page.list.viewport().width())
        # What is painted next, which no question may lay out before.
        assert page.list.contentsSize().height() == rows + heads * header_height(page.list._theme)


def test_home_and_end_go_to_the_first_and_the_last_row(qtbot: QtBot, scene: Scene, page: DelegatedPage) -> None:
    rows = [scene.queued(f"Task {number}") for number in range(3)]
    show(page)
    page.list.setFocus()
    for key, row in ((Qt.Key.Key_End, rows[2]), (Qt.Key.Key_Home, rows[0]), (Qt.Key.Key_End, rows[2])):
        qtbot.keyClick(page.list, key)
        found = page.list.model().row(page.list.currentIndex())  # type: ignore[attr-defined]
        assert found is not None
        assert found.delegation_id == row


# the order of the queue, by the pointer


def _drag(page: DelegatedPage, scene: Scene, which: DelegationId, to: DelegationId) -> None:
    view, model = page.list.viewport(), page.list.model()

    def middle(delegation_id: DelegationId) -> QPoint:
        place = model.find(scene.task(delegation_id))  # type: ignore[attr-defined]
        return page.list.visualRect(model.index(place, 0)).center()

    start, end = middle(which), middle(to)
    end += QPoint(0, 4 if end.y() > start.y() else -4)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(view, QPoint(end.x(), (start.y() + end.y()) // 2))
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


@pytest.mark.parametrize(("which", "to", "after"), [(0, 2, [1, 2, 0]), (2, 0, [2, 0, 1]), (1, 1, [0, 1, 2])])
def test_a_queued_row_is_dragged_to_its_place(
    qtbot: QtBot, scene: Scene, page: DelegatedPage, which: int, to: int, after: list[int]
) -> None:
    queued = [scene.queued(f"Task {number}") for number in range(3)]
    show(page)
    _drag(page, scene, queued[which], queued[to])
    qtbot.waitUntil(lambda: scene.order() == [queued[number] for number in after])
