"""What would be sent has changed since it was handed over: it is looked at, then sent."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.operations import claiming, roster
from orchestrator_desktop.ui.delegated.deeds import Deed
from orchestrator_desktop.ui.delegated.page import DelegatedPage
from orchestrator_desktop.ui.delegation.preview import Preview
from tests.ui.delegated.scene import Scene, show, shown_buttons
from tests.ui.desk import OWNER, Room


def test_it_is_looked_at_and_then_sent(qtbot: QtBot, room: Room, scene: Scene, page: DelegatedPage) -> None:
    delegation = scene.queued()
    room.desk.do(roster.edit_provider, provider_id=scene.provider(), model="large")
    assert room.desk.do(claiming.claim, owner=OWNER)[1] == ()
    assert scene.row(delegation).reason is WaitReason.CHANGED
    show(page, scene.task(delegation))
    qtbot.waitUntil(lambda: shown_buttons(page) == [Deed.NOW, Deed.LOOK])
    page.detail.button(Deed.LOOK).click()
    qtbot.waitUntil(lambda: page.window().findChild(Preview) is not None)
    preview = page.window().findChild(Preview)
    assert "Write" in preview.text.toPlainText()
    preview.agreed.emit()
    qtbot.waitUntil(lambda: scene.state(delegation) is AttemptState.QUEUED)
    _, (taken,) = room.desk.do(claiming.claim, owner=OWNER)
    assert taken.model == "large"
