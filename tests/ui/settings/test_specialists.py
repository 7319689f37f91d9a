from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from orchestrator_desktop.domain.delegate import Specialist
from orchestrator_desktop.operations.specialists import add_specialist
from orchestrator_desktop.ui.settings.page import PARTS
from tests.ui.settings.conftest import Stage


def specialists(stage: Stage) -> dict[str, Specialist]:
    from orchestrator_desktop.store import delegates

    found = delegates.specialists(stage.session.services.store, resting=True)
    return {who.name: who for who in found if not who.plain}


def add(stage: Stage) -> None:
    """Press the last row of the list."""
    stage.page.tabs.setCurrentIndex(PARTS.index("specialists"))
    tab = stage.page.specialists
    stage.click_row(tab.list_view, tab.model.index(tab.model.rowCount() - 1))
    stage.until(lambda: "New specialist" in specialists(stage))
    stage.until(lambda: tab.pane.name.text() == "New specialist")


def test_a_specialist_is_added_named_and_instructed(stage: Stage) -> None:
    provider_id = stage.add()
    add(stage)
    pane = stage.page.specialists.pane
    pane.name.selectAll()
    stage.bot.keyClicks(pane.name, "Copywriter")
    stage.bot.keyClick(pane.name, Qt.Key.Key_Return)
    stage.bot.keyClicks(pane.instructions, "No adjectives.")
    stage.until(lambda: specialists(stage).get("Copywriter") is not None)
    stage.until(lambda: specialists(stage)["Copywriter"].instructions == "No adjectives.")
    assert specialists(stage)["Copywriter"].provider_id == provider_id


def test_instructions_are_saved_when_the_page_goes(stage: Stage) -> None:
    add(stage)
    stage.bot.keyClicks(stage.page.specialists.pane.instructions, "Short.")
    stage.page.hide()
    stage.until(lambda: specialists(stage)["New specialist"].instructions == "Short.")


def test_a_taken_name_is_said_and_the_old_one_stays(stage: Stage) -> None:
    stage.add("Replay")
    add(stage)
    pane = stage.page.specialists.pane
    pane.name.setText("Replay")
    stage.bot.keyClick(pane.name, Qt.Key.Key_Return)
    stage.until(lambda: bool(stage.said))
    assert "“Replay” is taken" in stage.said[0]
    stage.until(lambda: pane.name.text() == "New specialist")


def test_another_provider_and_model(stage: Stage) -> None:
    stage.add("First")
    second = stage.add("Second", "http://127.0.0.1:9/v1")
    add(stage)
    pane = stage.page.specialists.pane
    pane.provider.setCurrentIndex(pane.provider.findText("Second"))
    pane.provider.activated.emit(pane.provider.currentIndex())
    stage.until(lambda: specialists(stage)["New specialist"].provider_id == second)
    stage.bot.keyClicks(pane.model, "m-large")
    stage.bot.keyClick(pane.model, Qt.Key.Key_Return)
    stage.until(lambda: specialists(stage)["New specialist"].model == "m-large")


def test_removed_and_brought_back_by_undo(stage: Stage) -> None:
    add(stage)
    stage.click(stage.page.specialists.pane.remove)
    stage.until(lambda: "New specialist" not in specialists(stage))
    stage.until(lambda: stage.said == ["New specialist is removed."])
    stage.session.services.acts.undo()
    stage.until(lambda: "New specialist" in specialists(stage))


def test_the_list_is_a_model(stage: Stage, qtmodeltester: ModelTester) -> None:
    provider_id = stage.add()
    stage.do(add_specialist, name="Translator", provider_id=provider_id)
    stage.until(lambda: stage.page.specialists.model.rowCount() > 1)
    qtmodeltester.check(stage.page.specialists.model)
