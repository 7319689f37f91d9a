"""What is said beside the button before a task leaves: how much, where to, for about how much, what is replaced."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.brief import ContextItem
from orchestrator_desktop.domain.money import Price
from orchestrator_desktop.operations import briefs, queueing, roster, spending
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.ui.delegation.preview import Preview
from tests.ui.delegation.sending import (
    DOLLAR,
    Acme,
    Opener,
    play_away,
    preview_of,
    told_by,
)
from tests.ui.desk import Room


class TestTheLine:
    def test_local_work_says_that_nothing_leaves(self, qtbot: QtBot, room: Room, open_panel: Opener) -> None:
        room.specialist()
        panel = open_panel(room.add("Write the launch email"))
        qtbot.waitUntil(lambda: told_by(panel)[1].endswith(" tokens, free"))
        assert told_by(panel)[0] == "Nothing leaves this computer"

    def test_a_server_here_with_a_price_of_its_own_shows_it(self, qtbot: QtBot, room: Room, open_panel: Opener) -> None:
        room.specialist("Ours")
        provider_id = room.store.value("SELECT id FROM provider WHERE name = 'Ours'")
        room.desk.do(spending.set_own_price, provider_id=provider_id, model="test-7b", price=Price(0, 10 * DOLLAR))
        panel = open_panel(room.add("Write"))
        qtbot.waitUntil(lambda: told_by(panel)[1].endswith(" tokens, about $0.008"))

    def test_elsewhere_it_says_how_much_goes_where_for_about_how_much(
        self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener
    ) -> None:
        task_id = room.add("Write the launch email")
        room.desk.do(briefs.edit_brief, task_id=task_id, context=(ContextItem("Facts", "word " * 1_400),))
        panel = open_panel(task_id)
        qtbot.waitUntil(lambda: told_by(panel)[0].endswith(" tokens to Acme, about $0.80"))
        assert told_by(panel)[0].startswith("1,4")
        assert told_by(panel)[1] == "Nothing found that has to be replaced"

    def test_what_is_replaced_is_counted(self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener) -> None:
        room.desk.do(set_setting, key="privacy.names", value=["Nora Lind", "Tideline"])
        panel = open_panel(room.add("Ask Nora Lind of Tideline", notes="nora@tideline.example"))
        qtbot.waitUntil(lambda: told_by(panel)[1] == "2 names and 1 address replaced before sending")
        room.desk.do(roster.edit_provider, provider_id=acme.provider_id, redact=False)
        qtbot.waitUntil(lambda: told_by(panel)[1] == "Sent as it is written")

    def test_text_from_outside_is_said(self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener) -> None:
        task_id = room.add("Summarise")
        room.desk.do(briefs.edit_brief, task_id=task_id, context=(ContextItem("Report", "Numbers", "file"),))
        panel = open_panel(task_id)
        qtbot.waitUntil(lambda: told_by(panel)[1] == "Contains text from outside")
        room.desk.do(briefs.edit_brief, task_id=task_id, objective="Write to nora@tideline.example")
        qtbot.waitUntil(lambda: told_by(panel)[1] == "1 address replaced · text from outside")

    def test_a_price_that_nobody_looked_up_is_looked_up(self, qtbot: QtBot, room: Room, open_panel: Opener) -> None:
        for name, url, model in (
            ("Anthropic", "https://api.anthropic.com", "claude-haiku-4-5"),
            ("Gateway", "https://llm.example.test", "claude-haiku-4-5"),
        ):
            room.desk.do(roster.add_provider, name=name, dialect="anthropic", base_url=url, model=model)
        panel = open_panel(room.add("Write"))
        qtbot.waitUntil(lambda: told_by(panel)[0].endswith("to Gateway, price unknown"), timeout=30_000)
        box = panel.recipient._specialist
        box.setCurrentIndex(box.findText("Anthropic"))
        box.activated.emit(box.currentIndex())
        qtbot.waitUntil(lambda: "to Anthropic, about $0.00" in told_by(panel)[0], timeout=30_000)

    def test_it_follows_what_is_typed_and_who_is_chosen(
        self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener
    ) -> None:
        room.specialist()
        panel = open_panel(room.add("Write"))
        qtbot.waitUntil(lambda: "tokens" in told_by(panel)[1])
        before = told_by(panel)
        panel.write_brief()
        qtbot.keyClicks(panel.form.objective, "a much longer wish than before, ")
        qtbot.waitUntil(lambda: told_by(panel) != before)
        box = panel.recipient._specialist
        box.setCurrentIndex(box.findText("Acme"))
        box.activated.emit(box.currentIndex())
        assert told_by(panel)[0] == "To Acme", "nothing is said of a weight that is not known yet"
        qtbot.waitUntil(lambda: " tokens to Acme" in told_by(panel)[0])

    def test_a_provider_out_of_reach_and_a_paused_queue_are_said(
        self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener
    ) -> None:
        panel = open_panel(room.add("Write"))
        room.desk.do(queueing.pause, paused=True)
        qtbot.waitUntil(lambda: told_by(panel)[1] == "The queue is paused: kept here until you resume it")
        room.desk.do(queueing.pause, paused=False)
        play_away(room, acme.specialist_id)
        qtbot.waitUntil(lambda: told_by(panel)[0] == "Acme cannot be reached")
        assert told_by(panel)[1].endswith("tokens, about $0.80. Kept here, sent when it returns.")

    def test_another_task_is_not_told_of_this_one(
        self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener
    ) -> None:
        first, second = room.add("Write"), room.add("Write something that is a good deal longer than the other one")
        panel = open_panel(first)
        qtbot.waitUntil(lambda: "tokens" in told_by(panel)[0])
        shorter = told_by(panel)
        panel.show_task(second)
        assert told_by(panel)[0] == "To Acme"
        qtbot.waitUntil(lambda: "tokens" in told_by(panel)[0])
        assert told_by(panel) != shorter


def test_a_long_brief_does_not_stop_the_window(qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener) -> None:
    """It is weighed elsewhere: the line comes when it is known, and the panel is there before."""
    task_id = room.add("Summarise")
    text = "Some words that make a line of text, call +33 6 12 34 56 78, and then some more.\n" * 6_000
    room.desk.do(briefs.edit_brief, task_id=task_id, context=(ContextItem("Long", text),))
    panel = open_panel(task_id)
    qtbot.waitUntil(lambda: "tokens" in told_by(panel)[0], timeout=30_000)
    panel.preview()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in panel.window().findChildren(Preview)), timeout=30_000)
    preview = preview_of(qtbot, panel)
    assert len(preview.text.toPlainText()) > len(text) - 6_000 * 17 + 6_000 * 9
    assert isinstance(preview, QWidget)
