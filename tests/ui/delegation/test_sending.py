"""Before a task leaves: what is said of it, the exact text, the preview before every send, and limits in the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.brief import ContextItem, OutputFormat
from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.delegation import Attempt
from orchestrator_desktop.domain.ids import ProviderId, SpecialistId, TaskId
from orchestrator_desktop.domain.messages import Message
from orchestrator_desktop.domain.money import Price
from orchestrator_desktop.domain.task import Stage, Task
from orchestrator_desktop.operations import attempts, briefs, claiming, delegations, queueing, roster, spending
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store import spending as money
from orchestrator_desktop.store import tasks
from orchestrator_desktop.ui.delegation.budget import BudgetBar, Instead
from orchestrator_desktop.ui.delegation.leaves import Leaves
from orchestrator_desktop.ui.delegation.panel import DOUBLE_MS, TaskPanel
from orchestrator_desktop.ui.delegation.preview import Preview
from orchestrator_desktop.ui.delegation.sending import PREVIEW_FIRST
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.button import Kind as Weight
from orchestrator_desktop.ui.widgets.label import Label
from tests.ui.desk import Room

Opener = Callable[[TaskId], TaskPanel]
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DOLLAR = 1_000_000


@dataclass
class Acme:
    """A provider elsewhere, of which every answer costs about 0.8 dollars."""

    room: Room
    provider_id: ProviderId
    specialist_id: SpecialistId

    def price(self, dollars: int | None = 1_000) -> None:
        """So many dollars for a million tokens of an answer, as listed; None is in no list."""
        price = None if dollars is None else Price(0, dollars * DOLLAR)
        self.room.desk.do(spending.keep_listed_prices, provider_id=self.provider_id, prices=[("big-1", price)])


@pytest.fixture
def acme(room: Room) -> Acme:
    added = room.desk.do(
        roster.add_provider, name="Acme", dialect="openai-chat", base_url="https://api.acme.test/v1", model="big-1"
    )
    made = Acme(room, ProviderId(added.first(Kind.PROVIDER)), SpecialistId(added.first(Kind.SPECIALIST)))
    made.price()
    return made


def _task(room: Room, task_id: TaskId) -> Task:
    task = tasks.get(room.store, task_id)
    assert task is not None
    return task


def _attempt(room: Room, task_id: TaskId) -> Attempt:
    delegation = reading.latest_delegation(room.store, task_id)
    assert delegation is not None
    attempt = reading.latest_attempt(room.store, delegation.id)
    assert attempt is not None
    return attempt


def _told(panel: TaskPanel) -> tuple[str, str]:
    return panel.findChildren(Leaves)[0].words()


def _main(panel: TaskPanel) -> Button:
    return next(button for button in panel.findChildren(Button) if button.kind is Weight.PRIMARY)


def _preview(qtbot: QtBot, panel: TaskPanel) -> Preview:
    def opened() -> Preview | None:
        found = [one for one in panel.window().findChildren(Preview) if one.isVisible()]
        return found[0] if found else None

    qtbot.waitUntil(lambda: opened() is not None)
    preview = opened()
    assert preview is not None
    return preview


def _said(preview: Preview) -> str:
    return "\n".join(label.text() for label in preview.findChildren(Label) if label.isVisible())


def _as_shown(messages: tuple[Message, ...]) -> str:
    names = {"system": "Instructions", "user": "Request", "assistant": "Answer"}
    return "\n\n".join(f"{names[one.role.value]} · {one.role.value}\n{one.text}" for one in messages)


def _away(room: Room, specialist_id: SpecialistId) -> None:
    """Play an attempt that finds nobody."""
    made = room.desk.do(delegations.delegate, task_id=room.add("Other"), specialist_id=specialist_id)
    attempt_id = room.claim(made.of(Kind.DELEGATION)[-1])
    room.desk.do(
        attempts.finish, attempt_id=attempt_id, ending=attempts.Ending(AttemptState.FAILED, "", error="unreachable")
    )


class TestTheLine:
    def test_local_work_says_that_nothing_leaves(self, qtbot: QtBot, room: Room, open_panel: Opener) -> None:
        room.specialist()
        panel = open_panel(room.add("Write the launch email"))
        qtbot.waitUntil(lambda: _told(panel)[1].endswith(" tokens, free"))
        assert _told(panel)[0] == "Nothing leaves this computer"

    def test_a_server_here_with_a_price_of_its_own_shows_it(self, qtbot: QtBot, room: Room, open_panel: Opener) -> None:
        room.specialist("Ours")
        provider_id = room.store.value("SELECT id FROM provider WHERE name = 'Ours'")
        room.desk.do(spending.set_own_price, provider_id=provider_id, model="test-7b", price=Price(0, 10 * DOLLAR))
        panel = open_panel(room.add("Write"))
        qtbot.waitUntil(lambda: _told(panel)[1].endswith(" tokens, about $0.008"))

    def test_elsewhere_it_says_how_much_goes_where_for_about_how_much(
        self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener
    ) -> None:
        task_id = room.add("Write the launch email")
        room.desk.do(briefs.edit_brief, task_id=task_id, context=(ContextItem("Facts", "word " * 1_400),))
        panel = open_panel(task_id)
        qtbot.waitUntil(lambda: _told(panel)[0].endswith(" tokens to Acme, about $0.80"))
        assert _told(panel)[0].startswith("1,4")
        assert _told(panel)[1] == "Nothing found that has to be replaced"

    def test_what_is_replaced_is_counted(self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener) -> None:
        room.desk.do(set_setting, key="privacy.names", value=["Nora Lind", "Tideline"])
        panel = open_panel(room.add("Ask Nora Lind of Tideline", notes="nora@tideline.example"))
        qtbot.waitUntil(lambda: _told(panel)[1] == "2 name(s) and 1 address(es) replaced before sending")
        room.desk.do(roster.edit_provider, provider_id=acme.provider_id, redact=False)
        qtbot.waitUntil(lambda: _told(panel)[1] == "Sent as it is written")

    def test_text_from_outside_is_said(self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener) -> None:
        task_id = room.add("Summarise")
        room.desk.do(briefs.edit_brief, task_id=task_id, context=(ContextItem("Report", "Numbers", "file"),))
        panel = open_panel(task_id)
        qtbot.waitUntil(lambda: _told(panel)[1] == "Contains text from outside")

    def test_a_price_that_nobody_looked_up_is_looked_up(self, qtbot: QtBot, room: Room, open_panel: Opener) -> None:
        for name, url, model in (
            ("Anthropic", "https://api.anthropic.com", "claude-haiku-4-5"),
            ("Gateway", "https://llm.example.test", "claude-haiku-4-5"),
        ):
            room.desk.do(roster.add_provider, name=name, dialect="anthropic", base_url=url, model=model)
        panel = open_panel(room.add("Write"))
        qtbot.waitUntil(lambda: _told(panel)[0].endswith("to Gateway, price unknown"), timeout=30_000)
        box = panel.recipient._specialist
        box.setCurrentIndex(box.findText("Anthropic"))
        box.activated.emit(box.currentIndex())
        qtbot.waitUntil(lambda: "to Anthropic, about $0.00" in _told(panel)[0], timeout=30_000)

    def test_it_follows_what_is_typed_and_who_is_chosen(
        self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener
    ) -> None:
        room.specialist()
        panel = open_panel(room.add("Write"))
        qtbot.waitUntil(lambda: "tokens" in _told(panel)[1])
        before = _told(panel)
        panel.write_brief()
        qtbot.keyClicks(panel.form.objective, "a much longer wish than before, ")
        qtbot.waitUntil(lambda: _told(panel) != before)
        box = panel.recipient._specialist
        box.setCurrentIndex(box.findText("Acme"))
        box.activated.emit(box.currentIndex())
        assert _told(panel)[0] == "To Acme", "nothing is said of a weight that is not known yet"
        qtbot.waitUntil(lambda: " tokens to Acme" in _told(panel)[0])

    def test_a_provider_out_of_reach_and_a_paused_queue_are_said(
        self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener
    ) -> None:
        panel = open_panel(room.add("Write"))
        room.desk.do(queueing.pause, paused=True)
        qtbot.waitUntil(lambda: _told(panel)[1] == "The queue is paused: kept here until you resume it")
        room.desk.do(queueing.pause, paused=False)
        _away(room, acme.specialist_id)
        qtbot.waitUntil(lambda: _told(panel)[0] == "Acme cannot be reached")
        assert _told(panel)[1].endswith("tokens, about $0.80. Kept here, sent when it returns.")

    def test_another_task_is_not_told_of_this_one(
        self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener
    ) -> None:
        first, second = room.add("Write"), room.add("Write something that is a good deal longer than the other one")
        panel = open_panel(first)
        qtbot.waitUntil(lambda: "tokens" in _told(panel)[0])
        shorter = _told(panel)
        panel.show_task(second)
        assert _told(panel)[0] == "To Acme"
        qtbot.waitUntil(lambda: "tokens" in _told(panel)[0])
        assert _told(panel) != shorter


class TestThePreview:
    @pytest.mark.parametrize("objective", ["Write the email.\n\nShort.", "", "   "])
    def test_it_is_what_the_engine_is_given(
        self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener, objective: str
    ) -> None:
        room.desk.do(set_setting, key="privacy.names", value=["Nora Lind"])
        room.desk.do(roster.edit_specialist, specialist_id=acme.specialist_id, instructions="You write plainly.")
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
        qtbot.keyClick(panel.form.done_when.edits()[0], Qt.Key.Key_V, _CTRL | _SHIFT)
        preview = _preview(qtbot, panel)
        shown = preview.text.toPlainText()
        qtbot.keyClick(preview.text, Qt.Key.Key_Escape)
        panel.act()
        qtbot.waitUntil(lambda: _task(room, task_id).stage is Stage.DELEGATED)
        _, (claim,) = room.desk.do(claiming.claim, owner="tests")
        assert shown == _as_shown(claim.messages)
        assert "[PHONE_1]" in shown and "Nora" not in shown

    def test_it_says_where_how_much_what_is_replaced_and_what_is_not_ours(
        self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener
    ) -> None:
        task_id = room.add("Write to nora@tideline.example")
        room.desk.do(briefs.edit_brief, task_id=task_id, context=(ContextItem("Page", "Numbers", "page"),))
        panel = open_panel(task_id)
        panel.preview()
        preview = _preview(qtbot, panel)
        said = _said(preview)
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
        said = _said(_preview(qtbot, panel))
        assert "These stay here" not in said
        assert "outside" not in said

    def test_what_was_just_typed_is_in_it(self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener) -> None:
        panel = open_panel(room.add("Write"))
        panel.write_brief()
        qtbot.keyClicks(panel.form.objective, "Please ")
        panel.preview()
        assert "Please Write" in _preview(qtbot, panel).text.toPlainText()

    def test_words_are_found_in_it(self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener) -> None:
        panel = open_panel(room.add("Write", notes="and count to ten"))
        panel.preview()
        preview = _preview(qtbot, panel)
        qtbot.keyClick(preview.text, Qt.Key.Key_F, _CTRL)
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
        preview = _preview(qtbot, panel)
        qtbot.keyClick(preview.text, Qt.Key.Key_Return)
        assert preview.isVisible()
        room.desk.do(lambda store: None)
        assert _task(room, task_id).stage is Stage.INBOX


class TestPreviewFirst:
    @pytest.fixture(autouse=True)
    def wished(self, room: Room) -> None:
        room.desk.do(set_setting, key=PREVIEW_FIRST, value=True)

    def press(self, qtbot: QtBot, panel: TaskPanel) -> Preview:
        panel.write_brief()
        qtbot.keyClick(panel.form.objective, Qt.Key.Key_Return, _CTRL)
        return _preview(qtbot, panel)

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
        assert left == [task_id]
        _, (claim,) = room.desk.do(claiming.claim, owner="tests")
        assert shown == _as_shown(claim.messages)

    def test_the_second_half_of_a_double_press_does_not(
        self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener
    ) -> None:
        task_id = room.add("Write")
        panel = open_panel(task_id)
        preview = self.press(qtbot, panel)
        qtbot.keyClick(preview.text, Qt.Key.Key_Return, _CTRL)
        assert preview.isVisible()
        room.desk.do(lambda store: None)
        assert _task(room, task_id).stage is Stage.INBOX

    def test_back_sends_nothing(self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener) -> None:
        task_id = room.add("Write")
        panel = open_panel(task_id)
        preview = self.press(qtbot, panel)
        back = next(button for button in preview.findChildren(Button) if button.text() == "Back")
        qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
        room.desk.do(lambda store: None)
        assert _task(room, task_id).stage is Stage.INBOX
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
        again = _preview(qtbot, panel)
        assert "It has changed meanwhile." in _said(again)
        assert "Something else" in again.text.toPlainText()
        qtbot.keyClick(again.text, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: room.said == ["Handed to Acme."])

    def test_what_stays_here_is_handed_over_at_once(self, qtbot: QtBot, room: Room, open_panel: Opener) -> None:
        room.specialist()
        panel = open_panel(room.add("Write"))
        panel.act()
        qtbot.waitUntil(lambda: room.said == ["Handed to Copywriter."])
        assert not panel.window().findChildren(Preview)


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
        bar = self.ask(qtbot, open_panel(task_id))
        assert bar.words == ("Today’s $5.00 is spent. Send anyway, use a local model, or wait until tomorrow.")
        assert self.buttons(bar) == ["Send anyway", "Use Built-in model", "Wait until tomorrow"]
        assert QApplication.focusWidget() is bar.button(Instead.LOCAL), "no key sends by mistake"
        assert _task(room, task_id).stage is Stage.INBOX
        qtbot.keyClick(bar.button(Instead.LOCAL), Qt.Key.Key_Escape)
        assert not bar.isVisible()

    def test_send_anyway_sends(self, qtbot: QtBot, room: Room, spent: None, open_panel: Opener) -> None:
        task_id = room.add("Write")
        panel = open_panel(task_id)
        left: list[object] = []
        bar = self.ask(qtbot, panel)
        panel.leaving.connect(left.append)
        qtbot.mouseClick(bar.button(Instead.SEND), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: room.said == ["Handed to Acme."])
        assert left == [task_id]
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
        qtbot.waitUntil(lambda: _told(panel)[0] == "Nothing leaves this computer")
        assert _task(room, task_id).stage is Stage.INBOX
        assert _main(panel).hasFocus()
        qtbot.wait(DOUBLE_MS)
        panel.act()
        qtbot.waitUntil(lambda: room.said == ["Handed to Ollama."])

    def test_it_may_wait_until_tomorrow(self, qtbot: QtBot, room: Room, spent: None, open_panel: Opener) -> None:
        task_id = room.add("Write")
        bar = self.ask(qtbot, open_panel(task_id))
        qtbot.mouseClick(bar.button(Instead.TOMORROW), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: room.said == ["Leaves tomorrow."])
        attempt = _attempt(room, task_id)
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
        assert _attempt(room, task_id).not_before is not None
        assert not self.bar(panel).isVisible()

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
        assert _attempt(room, task_id).state is AttemptState.DRAFT

    @pytest.mark.parametrize("wish", ["ask", "tomorrow"])
    def test_one_that_is_too_dear_does_not_get_cheaper_by_waiting(
        self, qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener, wish: str
    ) -> None:
        room.desk.do(set_setting, key=money.BUDGET_DELEGATION, value=DOLLAR // 2)
        room.desk.do(set_setting, key=money.WHEN_SPENT, value=wish)
        bar = self.ask(qtbot, open_panel(room.add("Write")))
        assert bar.words == "This costs about $0.80; one delegation may cost $0.50. Send anyway, or use a local model."

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
        panel.act()
        panel.show_task(second)
        qtbot.waitUntil(lambda: room.said == ["Today’s $5.00 is spent."])
        assert not self.bar(panel).isVisible()

    def test_the_preview_before_it_still_counts(
        self, qtbot: QtBot, room: Room, spent: None, open_panel: Opener
    ) -> None:
        room.desk.do(set_setting, key=PREVIEW_FIRST, value=True)
        task_id = room.add("Write")
        panel = open_panel(task_id)
        panel.act()
        qtbot.keyClick(_preview(qtbot, panel).text, Qt.Key.Key_Return)
        qtbot.waitUntil(self.bar(panel).isVisible)
        qtbot.mouseClick(self.bar(panel).button(Instead.SEND), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: room.said == ["Handed to Acme."])
        assert _task(room, task_id).stage is Stage.DELEGATED


def test_a_long_brief_does_not_stop_the_window(qtbot: QtBot, room: Room, acme: Acme, open_panel: Opener) -> None:
    """It is weighed elsewhere: the line comes when it is known, and the panel is there before."""
    task_id = room.add("Summarise")
    text = "Some words that make a line of text, call +33 6 12 34 56 78, and then some more.\n" * 6_000
    room.desk.do(briefs.edit_brief, task_id=task_id, context=(ContextItem("Long", text),))
    panel = open_panel(task_id)
    qtbot.waitUntil(lambda: "tokens" in _told(panel)[0], timeout=30_000)
    panel.preview()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in panel.window().findChildren(Preview)), timeout=30_000)
    preview = _preview(qtbot, panel)
    assert len(preview.text.toPlainText()) > len(text) - 6_000 * 17 + 6_000 * 9
    assert isinstance(preview, QWidget)
