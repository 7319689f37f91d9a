"""The exact text before it leaves, and the preview before every send."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.brief import ContextItem, OutputFormat
from orchestrator_desktop.domain.task import Stage
from orchestrator_desktop.operations import briefs, claiming, specialists
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.ui.delegation.panel import TaskPanel
from orchestrator_desktop.ui.delegation.preview import Preview
from orchestrator_desktop.ui.delegation.sending import PREVIEW_FIRST
from orchestrator_desktop.ui.widgets.button import Button
from tests.ui.delegation.sending import CTRL, SHIFT, Acme, Opener, as_shown, preview_of, said_in, task_of
from tests.ui.desk import Room


class TestThePreview:
    @pytest.mark.parametrize("objective", ["Write the email.\n\nShort.", "", "   "])
    def test_it_is_what_the_engine_is_given(
        self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener, objective: str
    ) -> None:
        room.desk.do(set_setting, key="privacy.names", value=["Nora Lind"])
        room.desk.do(specialists.edit_specialist, specialist_id=acme.specialist_id, instructions="You write plainly.")
        task_id = room.add("Launch email for Nora Lind", notes="For trial users")
        room.desk.do(
            briefs.edit_brief,
            task_id=task_id,
            objective=objective,
            context=(
                ContextItem("Facts", "Nine crews\nof twelve: é 😀"),
                ContextItem("Page", "Call +33 6 12 34 56 78", "page"),
            ),
            constraints=("No discount",),
            done_when=("Under 120 words", "One link"),
            output=OutputFormat.LIST,
        )
        panel = open_panel(task_id)
        qtbot.keyClick(panel.form.done_when.edits()[0], Qt.Key.Key_V, CTRL | SHIFT)
        preview = preview_of(qtbot, panel)
        shown = preview.text.toPlainText()
        qtbot.keyClick(preview.text, Qt.Key.Key_Escape)
        panel.act()
        qtbot.waitUntil(lambda: task_of(room, task_id).stage is Stage.DELEGATED)
        _, (claim,) = room.desk.do(claiming.claim, owner="tests")
        assert shown == as_shown(claim.messages)
        assert "[PHONE_1]" in shown and "Nora" not in shown

    def test_it_says_where_how_much_what_is_replaced_and_what_is_not_ours(
        self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener
    ) -> None:
        task_id = room.add("Write to nora@tideline.example")
        room.desk.do(briefs.edit_brief, task_id=task_id, context=(ContextItem("Page", "Numbers", "page"),))
        panel = open_panel(task_id)
        panel.preview()
        preview = preview_of(qtbot, panel)
        said = said_in(preview)
        assert "What Acme receives" in said
        assert "api.acme.test · big-1 · about " in said
        assert " bytes · about $0.80" in said
        assert "These stay here" in said
        assert "text from outside" in said
        pairs = [edit.toPlainText() for edit in preview.findChildren(type(preview.text).__bases__[0])]
        assert "[EMAIL_1]  nora@tideline.example" in pairs

    def test_what_needs_no_words_has_none(self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener) -> None:
        panel = open_panel(room.add("Write"))
        panel.preview()
        said = said_in(preview_of(qtbot, panel))
        assert "These stay here" not in said
        assert "outside" not in said

    def test_what_was_just_typed_is_in_it(self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener) -> None:
        panel = open_panel(room.add("Write"))
        panel.write_brief()
        qtbot.keyClicks(panel.form.objective, "Please ")
        panel.preview()
        assert "Please Write" in preview_of(qtbot, panel).text.toPlainText()

    def test_words_are_found_in_it(self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener) -> None:
        panel = open_panel(room.add("Write", notes="and count to ten"))
        panel.preview()
        preview = preview_of(qtbot, panel)
        qtbot.keyClick(preview.text, Qt.Key.Key_F, CTRL)
        field = QApplication.focusWidget()
        assert field is not None
        qtbot.keyClicks(field, "ten")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert preview.text.selected_text() == "ten"
        assert preview.isVisible()

    def test_the_preview_alone_sends_nothing(self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener) -> None:
        task_id = room.add("Write")
        panel = open_panel(task_id)
        panel.preview()
        preview = preview_of(qtbot, panel)
        qtbot.keyClick(preview.text, Qt.Key.Key_Return)
        assert preview.isVisible()
        room.desk.do(lambda store: None)
        assert task_of(room, task_id).stage is Stage.INBOX


class TestPreviewFirst:
    @pytest.fixture(autouse=True)
    def wished(self, room: Room) -> None:
        room.desk.do(set_setting, key=PREVIEW_FIRST, value=True)

    def press(self, qtbot: QtBot, panel: TaskPanel) -> Preview:
        panel.write_brief()
        qtbot.keyClick(panel.form.objective, Qt.Key.Key_Return, CTRL)
        return preview_of(qtbot, panel)

    def test_enter_sends_what_is_shown(self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener) -> None:
        task_id = room.add("Write")
        panel = open_panel(task_id)
        left: list[object] = []
        panel.leaving.connect(left.append)
        preview = self.press(qtbot, panel)
        assert not left
        shown = preview.text.toPlainText()
        qtbot.keyClick(preview.text, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: room.said == ["Handed to Acme."])
        qtbot.waitUntil(lambda: left == [task_id])
        _, (claim,) = room.desk.do(claiming.claim, owner="tests")
        assert shown == as_shown(claim.messages)

    def test_the_second_half_of_a_double_press_does_not(
        self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener
    ) -> None:
        task_id = room.add("Write")
        panel = open_panel(task_id)
        preview = self.press(qtbot, panel)
        qtbot.keyClick(preview.text, Qt.Key.Key_Return, CTRL)
        assert preview.isVisible()
        room.desk.do(lambda store: None)
        assert task_of(room, task_id).stage is Stage.INBOX

    def test_back_sends_nothing(self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener) -> None:
        task_id = room.add("Write")
        panel = open_panel(task_id)
        preview = self.press(qtbot, panel)
        back = next(button for button in preview.findChildren(Button) if button.text() == "Back")
        qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
        room.desk.do(lambda store: None)
        assert task_of(room, task_id).stage is Stage.INBOX
        assert panel.form.objective.hasFocus()

    def test_what_has_changed_meanwhile_is_shown_again(
        self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener
    ) -> None:
        task_id = room.add("Write")
        panel = open_panel(task_id)
        preview = self.press(qtbot, panel)
        room.desk.do(briefs.edit_brief, task_id=task_id, objective="Something else")
        qtbot.keyClick(preview.text, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not preview.isVisible())
        again = preview_of(qtbot, panel)
        assert "It has changed meanwhile." in said_in(again)
        assert "Something else" in again.text.toPlainText()
        qtbot.keyClick(again.text, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: room.said == ["Handed to Acme."])

    def test_what_stays_here_is_handed_over_at_once(self, qtbot: QtBot, room: Room, open_panel: Opener) -> None:
        room.specialist()
        panel = open_panel(room.add("Write"))
        panel.act()
        qtbot.waitUntil(lambda: room.said == ["Handed to Copywriter."])
        assert not panel.window().findChildren(Preview)
