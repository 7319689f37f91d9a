"""What a provider may do, what it speaks, and what its trouble is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale, Qt

from orchestrator_desktop.domain.attempts import WaitReason
from orchestrator_desktop.domain.changes import Changes
from orchestrator_desktop.domain.circuit import Circuit
from orchestrator_desktop.domain.ids import ProviderId
from orchestrator_desktop.operations import circuits, roster
from orchestrator_desktop.operations.acting import acting
from orchestrator_desktop.providers.base import Dialect
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.ui.settings.entries import troubling
from orchestrator_desktop.ui.settings.limits_part import LimitsPart
from orchestrator_desktop.ui.settings.spin_field import SpinField
from orchestrator_desktop.ui.settings.words import trouble_words
from tests.ui.settings.conftest import Stage

NOW = datetime(2026, 10, 13, 12, 32, tzinfo=UTC)
LATER = NOW + timedelta(minutes=15)


def limits(stage: Stage) -> LimitsPart:
    return stage.page.providers.provider.limits


def unfold(stage: Stage) -> LimitsPart:
    part = limits(stage)
    stage.click(part.more)
    stage.until(lambda: part.remove.height() > 20)
    return part


def enter(stage: Stage, field: SpinField, text: str) -> None:
    field.selectAll()
    stage.bot.keyClicks(field, text) if text else stage.bot.keyClick(field, Qt.Key.Key_Delete)
    stage.bot.keyClick(field, Qt.Key.Key_Return)


def trouble(store: Store, *, provider_id: ProviderId, reason: WaitReason, until: datetime | None) -> Changes:
    with acting(store, "", undoable=False) as act:
        circuits.trouble(act, provider_id, reason, until=until)
    return act.changes


def test_what_is_usual_is_said_here_and_elsewhere(stage: Stage) -> None:
    stage.add()
    assert limits(stage).summary.text() == "1 at once, 10\u00a0min for the first word, 2\u00a0min between words"
    stage.add("Company", "https://llm.halden.example/v1")
    assert limits(stage).summary.text() == "4 at once, 5\u00a0min for the first word, 1\u00a0min between words"
    assert limits(stage).at_once.placeholderText() == "4"


def test_limits_are_kept_and_taken_back(stage: Stage) -> None:
    provider_id = stage.add()
    part = unfold(stage)
    for field, text in ((part.at_once, "3"), (part.first, "900"), (part.between, "45")):
        enter(stage, field, text)
    stage.until(lambda: stage.provider(provider_id).patience_between == 45)
    kept = stage.provider(provider_id)
    assert (kept.at_once, kept.patience_first) == (3, 900)
    stage.until(lambda: part.summary.text().startswith("3 at once, 15\u00a0min"))
    enter(stage, part.at_once, "")
    stage.until(lambda: stage.provider(provider_id).at_once is None)


def test_a_limit_that_makes_no_sense_is_said_and_changes_nothing(stage: Stage) -> None:
    provider_id = stage.add()
    enter(stage, unfold(stage).at_once, "65")
    stage.until(lambda: stage.said == ["65 is not between 1 and 64. Nothing was changed."])
    assert stage.provider(provider_id).at_once is None
    assert limits(stage).at_once.text() == ""


def test_only_the_responses_api_goes_on_while_the_app_is_closed(stage: Stage) -> None:
    provider_id = stage.add("OpenAI", "https://api.openai.com/v1")
    part = unfold(stage)
    assert not part.background.isVisible()
    stage.do(roster.edit_provider, provider_id=provider_id, dialect=Dialect.OPENAI_RESPONSES)
    stage.until(part.background.isVisible)
    assert part.background.title.text() == "Keep long answers going at OpenAI while this app is closed"
    assert "OpenAI then stores what was sent" in part.background.note.text()
    stage.until(lambda: part.background.switch.height() > 0)
    stage.click(part.background.switch)
    stage.until(lambda: stage.provider(provider_id).background)
    stage.until(lambda: part.summary.text().endswith("goes on while closed"))


def test_an_account_as_it_came_shows_its_address_on_demand_only(stage: Stage) -> None:
    provider_id = stage.add("Mistral", "https://api.mistral.ai/v1")
    pane = stage.page.providers.provider
    assert not pane.address.isVisible()
    assert unfold(stage).address.text() == "api.mistral.ai/v1, OpenAI-compatible"
    stage.click(limits(stage).elsewhere)
    stage.until(pane.address.isVisible)
    pane.address.field.setText("https://gateway.example/v1")
    stage.bot.keyClick(pane.address.field, Qt.Key.Key_Return)
    stage.until(lambda: stage.provider(provider_id).base_url == "https://gateway.example/v1")
    stage.page.providers.select(ProviderId(1))
    stage.page.providers.select(provider_id)
    assert pane.address.isVisible()


def test_the_dialect_of_an_address_is_chosen(stage: Stage) -> None:
    provider_id = stage.add()
    box = stage.page.providers.provider.address.dialect
    assert box.currentText() == "OpenAI-compatible"
    box.setFocus()
    stage.bot.keyClick(box, Qt.Key.Key_Down)
    stage.bot.keyClick(box, Qt.Key.Key_Down)
    stage.until(lambda: stage.provider(provider_id).dialect == "anthropic")
    stage.until(lambda: box.currentText() == "Anthropic Messages")


def test_trouble_is_said_in_the_pane_and_in_the_list(stage: Stage) -> None:
    provider_id = stage.add("Company", "https://llm.halden.example/v1")
    stage.do(trouble, provider_id=provider_id, reason=WaitReason.OFFLINE, until=None)
    head = stage.page.providers.provider.head
    stage.until(lambda: head.pill.text().startswith("Offline since "))
    assert any(words.startswith("Company, Offline, Offline since ") for words in stage.list_words())
    later = datetime.now(UTC) + timedelta(hours=1)
    stage.do(trouble, provider_id=provider_id, reason=WaitReason.SLOW_DOWN, until=later)
    stage.until(lambda: head.pill.text().startswith("Asked us to slow down until "))
    assert any(words.startswith("Company, Waiting, Asked to wait until ") for words in stage.list_words())
    stage.do(circuits.back, provider_id=provider_id)
    stage.until(lambda: head.pill.text() == "Add key")


@pytest.mark.parametrize(
    ("reason", "until", "now", "troubles"),
    [
        (WaitReason.OFFLINE, NOW, LATER, True),  # until somebody has looked
        (WaitReason.SLOW_DOWN, LATER, NOW, True),
        (WaitReason.SLOW_DOWN, LATER, LATER, False),
        (WaitReason.DOWN, None, NOW, False),  # once or twice is chance
        (WaitReason.DOWN, LATER, NOW, True),
    ],
)
def test_trouble_counts_as_long_as_it_keeps_something_back(
    reason: WaitReason, until: datetime | None, now: datetime, troubles: bool
) -> None:
    assert troubling(Circuit(ProviderId(1), reason, 3, NOW, until), now) is troubles


def test_trouble_of_another_day_names_the_day() -> None:
    since = Circuit(ProviderId(1), WaitReason.DOWN, 3, NOW, LATER)
    local = NOW.astimezone()
    today = trouble_words(since, local.date(), QLocale("en_US"))
    assert today == f"No answer since {local:%H:%M}"
    assert trouble_words(since, local.date() + timedelta(days=1), QLocale("en_US")).startswith(
        "No answer since Yesterday"
    )
