"""Limits in the way: what is asked, and what each answer does."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.ids import ProviderId, SpecialistId
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.operations import claiming, delegations, roster
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import spending as money
from orchestrator_desktop.ui.delegation.budget import BudgetBar, Instead
from orchestrator_desktop.ui.delegation.panel import DOUBLE_MS, TaskPanel
from orchestrator_desktop.ui.delegation.sending import PREVIEW_FIRST
from tests.ui.delegation.sending import (
    DOLLAR,
    Acme,
    Opener,
    attempt_of,
    main_of,
    preview_of,
    task_of,
    told_by,
)
from tests.ui.desk import Room


def _acme(room: Room) -> int:
    found: int = room.store.value("SELECT id FROM specialist WHERE name = 'Acme'")
    return found


class TestOverBudget:
    @pytest.fixture
    def spent(self, room: Room, acme: Acme) -> None:
        """Five dollars a day, and all of it is gone."""
        for _ in range(2):
            made = room.desk.do(
                delegations.delegate, task_id=room.add("Earlier"), specialist_id=acme.specialist_id, over_budget=True
            )
            room.claim(made.of(Kind.DELEGATION)[-1])
        room.desk.do(lambda store: store.execute("UPDATE attempt SET reserved_micro = 2500000"))

    def bar(self, panel: TaskPanel) -> BudgetBar:
        return panel.findChildren(BudgetBar)[0]

    def ask(self, qtbot: QtBot, panel: TaskPanel) -> BudgetBar:
        panel.act()
        qtbot.waitUntil(self.bar(panel).isVisible)
        return self.bar(panel)

    def buttons(self, bar: BudgetBar) -> list[str]:
        return [bar.button(choice).text() for choice in Instead if bar.button(choice).isVisible()]

    def test_it_is_asked_and_nothing_is_sent(self, qtbot: QtBot, room: Room, spent: None, open_panel: Opener) -> None:
        task_id = room.add("Write")
        panel = open_panel(task_id)
        bar = self.ask(qtbot, panel)
        assert bar.words == ("Today’s $5.00 is spent. Send anyway, use a local model, or wait until tomorrow.")
        assert self.buttons(bar) == ["Send anyway", "Use Built-in model", "Wait until tomorrow"]
        assert QApplication.focusWidget() is bar.button(Instead.LOCAL), "no key sends by mistake"
        assert task_of(room, task_id).stage is Stage.INBOX
        assert not main_of(panel).isVisible(), "the question stands in its place"
        qtbot.keyClick(bar.button(Instead.LOCAL), Qt.Key.Key_Escape)
        assert not bar.isVisible()
        assert main_of(panel).hasFocus()

    def test_send_anyway_sends(self, qtbot: QtBot, room: Room, spent: None, open_panel: Opener) -> None:
        task_id = room.add("Write")
        panel = open_panel(task_id)
        left: list[object] = []
        bar = self.ask(qtbot, panel)
        panel.leaving.connect(left.append)
        qtbot.mouseClick(bar.button(Instead.SEND), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: room.said == ["Handed to Acme."])
        qtbot.waitUntil(lambda: left == [task_id])
        _, taken = room.desk.do(claiming.claim, owner="tests", most=9)
        assert [claim.task_id for claim in taken] == [task_id]

    def test_a_local_model_is_chosen_and_handed_over_by_the_user(
        self, qtbot: QtBot, room: Room, acme: Acme, spent: None, open_panel: Opener
    ) -> None:
        room.specialist("Ollama")
        room.desk.do(delegations.delegate, task_id=room.add("Last"), specialist_id=acme.specialist_id, over_budget=True)
        task_id = room.add("Write")
        panel = open_panel(task_id)
        bar = self.ask(qtbot, panel)
        assert "Use Ollama" in self.buttons(bar)
        qtbot.mouseClick(bar.button(Instead.LOCAL), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: told_by(panel)[0] == "Nothing leaves this computer")
        assert task_of(room, task_id).stage is Stage.INBOX
        assert main_of(panel).hasFocus()
        qtbot.wait(DOUBLE_MS)
        panel.act()
        qtbot.waitUntil(lambda: room.said == ["Handed to Ollama."])

    def test_it_may_wait_until_tomorrow(self, qtbot: QtBot, room: Room, spent: None, open_panel: Opener) -> None:
        task_id = room.add("Write")
        bar = self.ask(qtbot, open_panel(task_id))
        qtbot.mouseClick(bar.button(Instead.TOMORROW), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: room.said == ["Leaves tomorrow."])
        attempt = attempt_of(room, task_id)
        assert (attempt.state, attempt.reason) == (AttemptState.WAITING, WaitReason.BUDGET)
        assert attempt.not_before is not None

    def test_the_user_who_wants_to_wait_is_not_asked(
        self, qtbot: QtBot, room: Room, spent: None, open_panel: Opener
    ) -> None:
        room.desk.do(set_setting, key=money.WHEN_SPENT, value="tomorrow")
        task_id = room.add("Write")
        panel = open_panel(task_id)
        panel.act()
        qtbot.waitUntil(lambda: room.said == ["Leaves tomorrow."])
        assert attempt_of(room, task_id).not_before is not None
        qtbot.waitUntil(lambda: not self.bar(panel).isVisible())

    def test_the_user_who_wants_local_models_alone_is_told_so(
        self, qtbot: QtBot, room: Room, spent: None, open_panel: Opener
    ) -> None:
        room.desk.do(set_setting, key=money.WHEN_SPENT, value="local")
        bar = self.ask(qtbot, open_panel(room.add("Write")))
        assert bar.words == "Today’s $5.00 is spent. Only models on this computer are used until then."
        assert self.buttons(bar) == ["Use Built-in model"]

    def test_where_nothing_local_is_there_nothing_local_is_offered(
        self, qtbot: QtBot, room: Room, spent: None, open_panel: Opener
    ) -> None:
        room.desk.do(roster.edit_provider, provider_id=ProviderId(1), enabled=False)
        bar = self.ask(qtbot, open_panel(room.add("Write")))
        assert bar.words == "Today’s $5.00 is spent. Send anyway, or wait until tomorrow."
        assert self.buttons(bar) == ["Send anyway", "Wait until tomorrow"]

    def test_what_is_left_is_said_where_something_is(
        self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener
    ) -> None:
        room.desk.do(set_setting, key=money.BUDGET_DAY, value=DOLLAR // 2)
        bar = self.ask(qtbot, open_panel(room.add("Write")))
        assert bar.words.startswith("This costs about $0.80; of today’s $0.50 only $0.50 is left.")

    def test_a_month_is_too_long_to_wait_for(self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener) -> None:
        room.desk.do(set_setting, key=money.BUDGET_MONTH, value=0)
        task_id = room.add("Write")
        bar = self.ask(qtbot, open_panel(task_id))
        assert bar.words == "This month’s $0.00 is spent. Send anyway, use a local model, or keep it for later."
        qtbot.mouseClick(bar.button(Instead.KEEP), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: room.said == ["Kept. Send it from Delegated when you like."])
        assert attempt_of(room, task_id).state is AttemptState.DRAFT

    @pytest.mark.parametrize("wish", ["ask", "tomorrow"])
    def test_one_that_is_too_dear_does_not_get_cheaper_by_waiting(
        self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener, wish: str
    ) -> None:
        room.desk.do(set_setting, key=money.BUDGET_DELEGATION, value=DOLLAR // 2)
        room.desk.do(set_setting, key=money.WHEN_SPENT, value=wish)
        bar = self.ask(qtbot, open_panel(room.add("Write")))
        assert bar.words == "This costs about $0.80; one delegation may cost $0.50. Send anyway, or use a local model."

    def test_in_a_narrow_panel_the_buttons_stand_in_two_rows(
        self, qtbot: QtBot, room: Room, spent: None, open_panel: Opener
    ) -> None:
        room.specialist("A server with a rather long name")
        room.desk.do(delegations.delegate, task_id=room.add("Last"), specialist_id=SpecialistId(_acme(room)))
        panel = open_panel(room.add("Write"))
        panel.window().resize(440, 700)
        bar = self.ask(qtbot, panel)
        send, wait = bar.button(Instead.SEND), bar.button(Instead.TOMORROW)
        qtbot.waitUntil(lambda: send.y() < wait.y())
        assert panel.window().width() == 440
        assert all(bar.button(choice).width() > 100 for choice in (Instead.LOCAL, Instead.TOMORROW))
        corner = wait.mapTo(bar, wait.rect().bottomRight())
        assert bar.rect().contains(corner)

    def test_another_task_takes_the_question_away(
        self, qtbot: QtBot, room: Room, spent: None, open_panel: Opener
    ) -> None:
        first, second = room.add("Write"), room.add("Other")
        panel = open_panel(first)
        bar = self.ask(qtbot, panel)
        panel.show_task(second)
        assert not bar.isVisible()

    def test_seen_too_late_it_is_said_in_passing(
        self, qtbot: QtBot, room: Room, spent: None, open_panel: Opener
    ) -> None:
        first, second = room.add("Write"), room.add("Other")
        panel = open_panel(first)
        gone_on = Event()
        room.desk.writer.submit(lambda _store: gone_on.wait(10))  # else the answer may come before the user goes on
        panel.act()
        panel.show_task(second)
        gone_on.set()
        qtbot.waitUntil(lambda: room.said == ["Today’s $5.00 is spent."])
        qtbot.waitUntil(lambda: not self.bar(panel).isVisible())

    def test_the_preview_before_it_still_counts(
        self, qtbot: QtBot, room: Room, spent: None, open_panel: Opener
    ) -> None:
        room.desk.do(set_setting, key=PREVIEW_FIRST, value=True)
        task_id = room.add("Write")
        panel = open_panel(task_id)
        panel.act()
        qtbot.keyClick(preview_of(qtbot, panel).text, Qt.Key.Key_Return)
        qtbot.waitUntil(self.bar(panel).isVisible)
        qtbot.mouseClick(self.bar(panel).button(Instead.SEND), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: room.said == ["Handed to Acme."])
        assert task_of(room, task_id).stage is Stage.DELEGATED
