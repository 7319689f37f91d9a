from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.modeltest import ModelTester

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.delegate import Person
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.operations import delegations, people, tasks
from orchestrator_desktop.store import delegates
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.settings.page import PARTS
from tests.ui.settings.conftest import Stage


def everybody(stage: Stage) -> dict[str, Person]:
    return {person.name: person for person in delegates.people(stage.session.services.store)}


def open_tab(stage: Stage) -> None:
    stage.page.tabs.setCurrentIndex(PARTS.index("people"))


def rows(stage: Stage) -> list[str]:
    model = stage.page.people.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def add(stage: Stage) -> None:
    """Press the last row of the list."""
    open_tab(stage)
    tab = stage.page.people
    stage.click_row(tab.list_view, tab.model.index(tab.model.rowCount() - 1))
    stage.until(lambda: tab.pane.name.text().startswith("New person") and tab.pane.name.hasFocus())


def ask(stage: Stage, name: str = "Nora", days: int = 7) -> TaskId:
    task_id = TaskId(stage.do(tasks.add, line="Mock-up").first(Kind.TASK))
    day = stage.session.services.today() + timedelta(days=days)
    stage.do(delegations.delegate_to_person, task_id=task_id, name=name, follow_up=day)
    return task_id


def test_a_person_is_added_named_and_addressed(stage: Stage) -> None:
    add(stage)
    pane = stage.page.people.pane
    pane.name.selectAll()
    stage.bot.keyClicks(pane.name, "Nora Petit")
    stage.bot.keyClick(pane.name, Qt.Key.Key_Return)
    stage.bot.keyClicks(pane.address, "nora@halden.example")
    stage.bot.keyClick(pane.address, Qt.Key.Key_Return)
    french = next(b for b in pane.language.findChildren(QAbstractButton) if b.text() == "Français")
    stage.click(french)
    stage.until(lambda: "Nora Petit" in everybody(stage))
    stage.until(lambda: everybody(stage)["Nora Petit"].address == "nora@halden.example")
    stage.until(lambda: everybody(stage)["Nora Petit"].language == "fr")
    stage.until(lambda: rows(stage) == ["Nora Petit, nora@halden.example", "Add a person"])


def test_a_second_new_one_gets_a_number(stage: Stage) -> None:
    add(stage)
    stage.until(lambda: "New person" in everybody(stage))
    tab = stage.page.people
    stage.until(lambda: tab.model.rowCount() == 2)
    stage.click_row(tab.list_view, tab.model.index(1))
    stage.until(lambda: set(everybody(stage)) == {"New person", "New person 2"})


def test_what_is_typed_is_saved_when_the_page_goes(stage: Stage) -> None:
    add(stage)
    stage.bot.keyClicks(stage.page.people.pane.address, "a@b.example")
    stage.page.hide()
    stage.until(lambda: everybody(stage)["New person"].address == "a@b.example")


def test_what_cannot_be_kept_is_said_and_what_was_stays(stage: Stage) -> None:
    stage.do(people.add_person, name="Nora", address="nora@halden.example")
    stage.do(people.add_person, name="Tom")
    open_tab(stage)
    stage.until(lambda: len(rows(stage)) == 3)
    pane = stage.page.people.pane
    assert pane.name.text() == "Nora"
    pane.address.setText("nora")
    stage.bot.keyClick(pane.address, Qt.Key.Key_Return)
    stage.until(lambda: pane.address.text() == "nora@halden.example")
    pane.name.setText("Tom")
    stage.bot.keyClick(pane.name, Qt.Key.Key_Return)
    stage.until(lambda: pane.name.text() == "Nora" and len(stage.said) == 2)
    assert "“nora” is not an e-mail address" in stage.said[0]
    assert "“Tom” is taken" in stage.said[1]


def test_what_is_out_is_listed_late_ones_first_and_leads_there(stage: Stage) -> None:
    went: list[Target] = []
    stage.session.services.navigator.wanted.connect(went.append)
    ask(stage)
    late = ask(stage, days=-2)
    open_tab(stage)
    stage.until(lambda: rows(stage)[0].startswith("Nora, 2 task"))
    first, second = stage.page.people.pane.out.rows()
    assert first.accessibleName() == "Mock-up, Late, 2 days"
    assert second.accessibleName().startswith("Mock-up, Expected ")
    stage.bot.keyClick(first, Qt.Key.Key_Return)
    assert (went[-1].screen, went[-1].task_id) == (Screen.WAITING, late)


def test_many_out_are_counted(stage: Stage) -> None:
    for _ in range(10):
        ask(stage)
    open_tab(stage)
    stage.until(lambda: rows(stage)[0].startswith("Nora, 10 task"))
    assert len(stage.page.people.pane.out.rows()) == 8


def test_removed_and_brought_back_by_undo(stage: Stage) -> None:
    stage.do(people.add_person, name="Nora")
    open_tab(stage)
    stage.until(lambda: stage.page.people.pane.name.text() == "Nora")
    stage.click(stage.page.people.pane.remove)
    stage.until(lambda: stage.said == ["Nora is removed."])
    assert everybody(stage) == {}
    stage.session.services.acts.undo()
    stage.until(lambda: "Nora" in everybody(stage))
    stage.until(lambda: rows(stage)[0].startswith("Nora"))


def test_one_who_owes_something_stays_and_it_is_said(stage: Stage) -> None:
    ask(stage)
    open_tab(stage)
    stage.until(lambda: stage.page.people.pane.name.text() == "Nora")
    stage.click(stage.page.people.pane.remove)
    stage.until(lambda: bool(stage.said))
    assert "still with this person" in stage.said[0]
    assert "Nora" in everybody(stage)


def test_a_page_can_be_asked_for_the_people(stage: Stage) -> None:
    stage.page.open(Target(Screen.SETTINGS, part="people"))
    assert stage.page.stack.currentWidget() is stage.page.people


def test_the_list_is_a_model(stage: Stage, qtmodeltester: ModelTester) -> None:
    stage.do(people.add_person, name="Nora")
    stage.until(lambda: stage.page.people.model.rowCount() > 1)
    qtmodeltester.check(stage.page.people.model)
