"""The palette over a real list: what it finds, what it does, what it remembers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.operations import people, roster, stages
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import days, tasks
from orchestrator_desktop.ui.inbox.page import TasksPage
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.palette.entries import Found
from orchestrator_desktop.ui.palette.palette import KEPT, RECENT, Palette
from orchestrator_desktop.ui.shell.places import PlaceRow
from tests.ui.desk import Room
from tests.ui.windows import end

_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Scene:
    """A list with the palette over it."""

    def __init__(self, room: Room, qtbot: QtBot) -> None:
        self.room, self.bot = room, qtbot
        self.page = TasksPage(room.services)
        self.page.resize(1056, 800)
        self.page.show()
        self.page.open(Target(Screen.INBOX))
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)
        self.page.setFocus()
        self.palette = Palette(room.services, self.page, lambda: self.page, self.places)

    def places(self) -> list[PlaceRow]:
        domains = self.room.store.rows("SELECT id, name FROM domain ORDER BY id")
        return [
            PlaceRow("Inbox", "tray", Target(Screen.INBOX), "3"),
            *(PlaceRow(row["name"], "hash", Target(Screen.DOMAIN, domain_id=row["id"])) for row in domains),
        ]

    def open(self, text: str = "") -> Scene:
        self.palette.toggle()
        self.bot.keyClicks(self.palette.field, text)
        return self

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.bot.keyClick(self.palette.field, key, held)

    @property
    def said(self) -> list[str]:
        model = self.palette.model
        return [model.line(row).data() for row in range(model.rowCount())]

    @property
    def current(self) -> str:
        return str(self.palette.list.currentIndex().data())

    def found(self, title: str) -> Found:
        return next(row for row in self.palette.model.items if isinstance(row, Found) and row.entry.title == title)

    def until_said(self, title: str) -> None:
        self.bot.waitUntil(lambda: title in self.said)

    def titles(self) -> list[str]:
        return [row["title"] for row in self.room.store.rows("SELECT title FROM task ORDER BY id")]


@pytest.fixture
def open_scene(room: Room, qtbot: QtBot) -> Iterator[Callable[[], Scene]]:
    made: list[Scene] = []

    def opened() -> Scene:
        made.append(Scene(room, qtbot))
        return made[-1]

    yield opened
    end([scene.page for scene in made])


@pytest.fixture
def scene(room: Room, open_scene: Callable[[], Scene]) -> Scene:
    room.specialist()
    room.desk.do(people.add_person, name="Éléonore")
    room.add("Rewrite the onboarding emails #Marketing")
    room.add("Ring Nora")
    return open_scene()


def test_it_opens_on_what_can_be_done_and_gives_the_focus_back(scene: Scene) -> None:
    before = QApplication.focusWidget()
    scene.open()
    assert QApplication.focusWidget() is scene.palette.field
    assert scene.said[0] == "Ring Nora"  # the task shown
    assert {"Set a date", "Complete, or reopen", "Go to", "Marketing", "Keys in Settings"} <= set(scene.said)
    scene.press(Qt.Key.Key_Escape)
    assert not scene.palette.isVisible()
    assert QApplication.focusWidget() is before


def test_enter_does_what_fits_and_the_act_finds_its_focus(scene: Scene) -> None:
    scene.open("compl")
    assert scene.current == "Complete, or reopen"
    scene.press(Qt.Key.Key_Return)
    assert not scene.palette.isVisible()
    scene.bot.waitUntil(lambda: scene.room.said == ["Done."])


def test_a_click_does_it(scene: Scene) -> None:
    scene.open("marketing")
    row = scene.said.index("Marketing")
    place = scene.palette.list.visualRect(scene.palette.model.line(row)).center()
    scene.bot.mouseClick(scene.palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    scene.bot.waitUntil(lambda: bool(scene.room.went))
    assert scene.room.went[-1].screen is Screen.DOMAIN


def test_every_act_of_the_window_is_in_it(scene: Scene) -> None:
    names = [binding.name for binding in scene.room.services.shortcuts.bindings if not binding.listed_only]
    assert len(names) > 15
    scene.palette.toggle()
    for name in names:
        scene.palette.field.setText(name)
        scene.palette.field.textEdited.emit(name)
        assert name in scene.said or f"{name} to Copywriter" in scene.said


def test_what_cannot_be_done_now_is_learnt_but_not_taken(scene: Scene) -> None:
    scene.room.services.shortcuts.offer(
        scene.page, lambda: None, where="Review", name="Frobnicate", enabled=lambda: False
    )
    scene.open("frobnic")
    entry = scene.found("Frobnicate").entry
    assert (entry.possible, entry.detail) == (False, "Review")
    assert scene.current == "New task “frobnic”"
    index = scene.palette.model.line(scene.said.index("Frobnicate"))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Frobnicate, Review, not possible here"


def test_an_act_offered_without_keys_is_done(scene: Scene) -> None:
    done: list[bool] = []
    scene.room.services.shortcuts.offer(scene.page, lambda: done.append(True), where="Everywhere", name="Import…")
    scene.open("import").press(Qt.Key.Key_Return)
    scene.bot.waitUntil(lambda: done == [True])


def test_keys_are_those_of_now(scene: Scene) -> None:
    scene.room.services.shortcuts.use_keys({"Lists/Set a date": ["Ctrl+Shift+D"]})
    scene.open("set a date")
    assert scene.found("Set a date").entry.keys == ("Ctrl", "Shift", "D")


def test_shift_enter_makes_a_task_whatever_is_current(scene: Scene) -> None:
    scene.open("Draft the letter tomorrow #Legal")
    scene.press(Qt.Key.Key_Return, _SHIFT)
    scene.bot.waitUntil(lambda: scene.room.said == ["Added."])
    task_id = scene.room.store.value("SELECT max(id) FROM task")
    task = tasks.get(scene.room.store, task_id)
    assert task is not None
    assert (task.title, task.domain, task.due is not None) == ("Draft the letter", "Legal", True)


def test_nothing_typed_makes_nothing(scene: Scene) -> None:
    before = scene.titles()
    scene.open("  ")
    scene.press(Qt.Key.Key_Return, _SHIFT)
    assert (scene.titles(), scene.palette.isVisible()) == (before, True)


def test_tab_completes_and_arrows_step_over_heads(scene: Scene) -> None:
    scene.open("set a d")
    scene.press(Qt.Key.Key_Tab)
    assert scene.palette.field.text() == "Set a date"
    scene.palette.field.clear()
    scene.palette.field.textEdited.emit("")
    titles = set()
    for _ in range(60):
        titles.add(scene.current)
        scene.press(Qt.Key.Key_Down)
    assert not titles & {"Go to", "Everywhere"}
    assert scene.current == scene.said[-1]
    scene.press(Qt.Key.Key_PageUp)
    assert scene.current != scene.said[-1]


def test_tasks_are_found_and_opened_where_they_are(scene: Scene) -> None:
    done = scene.room.add("Onboarding of the new crew")
    scene.room.desk.do(stages.complete, task_id=done)
    scene.open("onboarding")
    scene.until_said("Onboarding of the new crew")
    titles = scene.said[scene.said.index("Tasks") + 1 : scene.said.index("Create")]
    assert titles == ["Rewrite the onboarding emails", "Onboarding of the new crew"]
    found = scene.found("Rewrite the onboarding emails")
    assert "".join(found.entry.title[place] for place in found.letters) == "onboarding"
    assert (found.entry.level, found.entry.detail) == (Level.YOU_AND_AI, "Marketing")
    scene.press(Qt.Key.Key_Down)
    scene.press(Qt.Key.Key_Return)
    scene.bot.waitUntil(lambda: bool(scene.room.went))
    assert scene.room.went == [Target(Screen.DONE, task_id=done)]


def test_a_task_deleted_meanwhile_breaks_nothing(scene: Scene) -> None:
    scene.room.desk.do(set_setting, key=RECENT, value=["task:999999", "who:Nobody", "nonsense", "task:x"])
    scene.open()
    assert "Recent" not in scene.said


def test_a_hash_gives_domains_alone(scene: Scene) -> None:
    scene.room.desk.do(roster.add_domain, name="Product")
    scene.open("#")
    assert scene.said == ["Go to", "Marketing", "Product"]
    scene.press(Qt.Key.Key_P)
    assert scene.said == ["Go to", "Product"]


def test_an_exclamation_mark_gives_levels(scene: Scene) -> None:
    scene.open("!3")
    assert scene.current == "Level 3: you only"
    scene.press(Qt.Key.Key_Return)
    scene.bot.waitUntil(lambda: scene.room.store.value("SELECT level FROM task ORDER BY id DESC LIMIT 1") == 3)


def test_an_at_sign_hands_to_somebody_from_the_brief(scene: Scene) -> None:
    scene.open("@eleo")
    assert scene.said == ["Ring Nora", "Delegate to Éléonore"]
    scene.press(Qt.Key.Key_Return)
    scene.bot.waitUntil(
        lambda: scene.room.store.value("SELECT person_id FROM task WHERE title = 'Ring Nora'") is not None
    )
    assert scene.room.store.value("SELECT count(*) FROM delegation") == 0  # nothing has left


def test_the_act_that_delegates_says_to_whom(scene: Scene) -> None:
    scene.open("delegate")
    entry = scene.found("Delegate to Copywriter").entry
    assert (entry.keys, entry.detail) == (("Ctrl", "↵"), "test-7b")
    assert scene.said.count("Delegate to Copywriter") == 1


def test_what_was_used_comes_first_and_is_kept(scene: Scene) -> None:
    scene.open("marketing").press(Qt.Key.Key_Return)
    scene.bot.waitUntil(lambda: days.setting(scene.room.store, RECENT) is not None)
    scene.open()
    assert scene.said[:2] == ["Recent", "Marketing"]
    assert scene.current == "Marketing"


def test_what_is_kept_of_it_is_bounded(scene: Scene) -> None:
    scene.room.desk.do(set_setting, key=RECENT, value=[f"act:Lists/{number}" for number in range(100)])
    scene.open("marketing").press(Qt.Key.Key_Return)
    scene.bot.waitUntil(lambda: len(days.setting(scene.room.store, RECENT)) == KEPT)


def test_no_match_offers_the_task_alone(scene: Scene) -> None:
    scene.open("zzqx")
    assert scene.said == ["No match. Shift Enter creates the task.", "Create", "New task “zzqx”"]


def test_another_press_closes_it(scene: Scene) -> None:
    scene.open("x").palette.toggle()
    assert not scene.palette.isVisible()
    scene.palette.toggle()
    assert scene.palette.field.text() == ""


def test_a_reader_hears_the_row_in_the_line(scene: Scene) -> None:
    scene.open("set a date")
    assert scene.palette.field.accessibleName() == "Commands, places and tasks"
    assert scene.palette.field.accessibleDescription() == "Set a date, T"


def test_the_rows_are_a_sound_model(scene: Scene, qtmodeltester: ModelTester) -> None:
    scene.open("o")
    scene.until_said("Tasks")
    qtmodeltester.check(scene.palette.model)
    scene.bot.keyClicks(scene.palette.field, "nb")
    qtmodeltester.check(scene.palette.model)
