"""What holds for all providers: budget, privacy, what was sent, how the app is left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.ids import AttemptId, DelegationId, ProviderId, SpecialistId, TaskId
from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.operations import attempts, claiming, delegations, roster, tasks
from orchestrator_desktop.operations.attempts import Ending
from orchestrator_desktop.operations.outgoing import NAMES
from orchestrator_desktop.operations.sentlog import Departure, log_sent
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import days, spending
from orchestrator_desktop.ui.settings.privacy_part import PREVIEW_FIRST
from orchestrator_desktop.ui.settings.shared_part import QUIT_WITH_WORK, SharedPart
from orchestrator_desktop.ui.settings.spin_field import SpinField
from tests.ui.settings.conftest import Stage

AWAY = "https://llm.halden.example/v1"


def shared(stage: Stage) -> SharedPart:
    return stage.page.providers.shared


def setting(stage: Stage, key: str) -> object:
    return days.setting(stage.session.services.store, key)


def enter(stage: Stage, field: SpinField, text: str) -> None:
    field.selectAll()
    stage.bot.keyClicks(field, text) if text else stage.bot.keyClick(field, Qt.Key.Key_Delete)
    stage.bot.keyClick(field, Qt.Key.Key_Return)


def send(stage: Stage, provider_id: ProviderId, *, cost: int | None) -> AttemptId:
    """A delegation to the provider that left and was answered."""
    store = stage.session.services.store
    specialist = store.value("SELECT id FROM specialist WHERE provider_id = ? AND plain", (provider_id,))
    task_id = TaskId(stage.do(tasks.add, line="Launch email").first(Kind.TASK))
    changes = stage.do(delegations.delegate, task_id=task_id, specialist_id=SpecialistId(specialist))
    delegation_id = DelegationId(changes.of(Kind.DELEGATION)[-1])
    _, taken = stage.do(claiming.claim, owner="test", only=delegation_id)
    attempt_id: AttemptId = taken[0].attempt_id
    name = stage.provider(provider_id).name
    left = Departure("delegation", name, AWAY, 900, "m", task_id, "Launch email", attempt_id)
    stage.do(log_sent, departures=[left])
    ending = Ending(AttemptState.COMPLETE, "Done.", usage=Usage(1284, 242, cost_micro=cost), model_answered="m")
    stage.do(attempts.finish, attempt_id=attempt_id, ending=ending)
    return attempt_id


def test_a_limit_is_typed_and_none_is_an_empty_field(stage: Stage) -> None:
    budget, store = shared(stage).budget, stage.session.services.store
    assert budget.day.text() == "5.00"
    enter(stage, budget.day, "2.5")
    stage.until(lambda: spending.budget(store).day == 2_500_000)
    enter(stage, budget.day, "")
    stage.until(lambda: spending.budget(store).day is None)
    assert setting(stage, spending.BUDGET_DAY) is False
    stage.until(lambda: not budget.bar.isVisible())
    assert budget.day.placeholderText() == "no limit"


def test_an_amount_that_is_none_is_said(stage: Stage) -> None:
    enter(stage, shared(stage).budget.day, "1,000")
    stage.until(lambda: bool(stage.said))
    assert "can be read in two ways" in stage.said[0]
    assert shared(stage).budget.day.text() == "5.00"


def test_limits_for_a_month_and_for_one_delegation_are_a_click_away(stage: Stage) -> None:
    budget, store = shared(stage).budget, stage.session.services.store
    assert not budget.month.isVisible()
    stage.click(budget.more)
    stage.until(lambda: budget.month.isVisible() and budget.month.height() > 20)
    enter(stage, budget.month, "40")
    enter(stage, budget.each, "0.10")
    stage.until(lambda: spending.budget(store).delegation == 100_000)
    assert spending.budget(store).month == 40_000_000
    stage.until(lambda: not budget.more.isVisible())


@pytest.mark.parametrize("choice", ["local", "tomorrow", "ask"])
def test_what_happens_when_it_is_spent(stage: Stage, choice: str) -> None:
    stage.do(set_setting, key=spending.WHEN_SPENT, value="local" if choice == "ask" else "ask")
    radio = shared(stage).budget.when[choice]
    stage.until(lambda: not radio.isChecked())
    stage.click(radio)
    stage.until(lambda: setting(stage, spending.WHEN_SPENT) == choice)


def test_what_was_spent_is_told_and_what_nobody_knows_too(stage: Stage) -> None:
    provider_id = stage.add("Company", AWAY)
    budget = shared(stage).budget
    send(stage, provider_id, cost=840_000)
    stage.until(lambda: budget.spent.text().startswith("$0.84 today, 1 request"))
    assert budget.bar.value() == 16
    send(stage, provider_id, cost=None)
    stage.until(lambda: budget.spent.text() == "$0.84 today + 1 unknown")
    send(stage, provider_id, cost=3_200_000)
    stage.until(lambda: budget.spent.text() == "$4.04 today, 80% of the limit")


def test_the_requests_counted_are_those_the_amount_is_of(stage: Stage) -> None:
    send(stage, stage.add("Local", "http://localhost:9/v1"), cost=230_000)  # priced by the user
    stage.until(lambda: shared(stage).budget.spent.text().startswith("$0.23 today, 1 request"))


def test_what_left_today_is_counted(stage: Stage) -> None:
    provider_id = stage.add("Company", AWAY)
    assert shared(stage).sent.text() == "Nothing was sent today"
    for _ in range(2):
        send(stage, provider_id, cost=1)
    stage.until(lambda: shared(stage).sent.text().startswith("Sent today: 2 delegations, 2,568 tokens, 1 prov"))


def test_names_are_added_and_removed(stage: Stage) -> None:
    chips = shared(stage).privacy.names
    plus = next(one for one in chips.findChildren(QAbstractButton) if one.text() == "Add a name")
    stage.click(plus)
    stage.bot.keyClicks(chips._editor, "Ines Morel")
    stage.bot.keyClick(chips._editor, Qt.Key.Key_Return)
    stage.until(lambda: setting(stage, NAMES) == ["Ines Morel"])
    stage.do(set_setting, key=NAMES, value=["Inès Morel", "Halden"])
    stage.until(lambda: chips.items() == ["Inès Morel", "Halden"])
    chips._chips[0].removed.emit()
    stage.until(lambda: setting(stage, NAMES) == ["Halden"])


def test_replacing_is_switched_for_the_provider_shown(stage: Stage) -> None:
    company = stage.add("Company", AWAY)
    privacy = shared(stage).privacy
    assert privacy.replace.switch.isChecked()
    assert privacy.replace.note.text() == "Before anything is sent to Company"
    stage.click(privacy.replace.switch)
    stage.until(lambda: stage.provider(company).redact is False)
    local = stage.add("Here")
    assert not privacy.replace.switch.isChecked()
    assert privacy.replace.note.text() == "Here is on this computer: nothing leaves it"
    stage.click(privacy.replace.switch)
    stage.until(lambda: stage.provider(local).redact is True)
    stage.page.providers.select(company)
    assert not privacy.replace.switch.isChecked()
    stage.click(privacy.replace.switch)
    stage.until(lambda: stage.provider(company).redact is None)


def test_the_preview_before_each_send_is_switched(stage: Stage) -> None:
    stage.click(shared(stage).privacy.preview.switch)
    stage.until(lambda: setting(stage, PREVIEW_FIRST) is True)


def test_quitting_with_work_under_way_asks_unless_told_otherwise(stage: Stage) -> None:
    segmented = shared(stage).quit
    assert segmented.value() is False
    for words, kept in (("Quit", "quit"), ("Ask", None)):
        stage.click(next(one for one in segmented.findChildren(QAbstractButton) if one.text() == words))
        stage.until(lambda kept=kept: setting(stage, QUIT_WITH_WORK) == kept)


def test_it_stands_below_every_provider_and_not_below_what_is_added(stage: Stage) -> None:
    assert shared(stage).isVisible()
    stage.choose("custom")
    assert not shared(stage).isVisible()
    stage.add()
    assert shared(stage).isVisible()


def test_the_halves_stand_below_each_other_where_there_is_no_room(stage: Stage) -> None:
    stage.page.resize(900, 800)
    budget, privacy = shared(stage).budget, shared(stage).privacy
    stage.until(lambda: privacy.y() >= budget.geometry().bottom())
    stage.page.resize(1056, 800)
    stage.until(lambda: privacy.y() == budget.y())


def test_a_provider_removed_elsewhere_leaves_the_page_in_order(stage: Stage) -> None:
    provider_id = stage.add()
    stage.do(roster.remove_provider, provider_id=provider_id)
    stage.until(stage.page.providers.builtin.isVisible)
    assert shared(stage).isVisible()
