"""The acts of the window and their keys: made, changed, in each other's way, heard where they belong."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from orchestrator_desktop.ui.key_words import is_key, pressed, same_start, with_twin, without_twins
from orchestrator_desktop.ui.shortcuts import Shortcuts
from tests.ui.windows import end

_NO, _SHIFT, _CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


class Stage:
    """A window with two panes in it, each with a field that takes no letters."""

    def __init__(self) -> None:
        self.keys = Shortcuts()
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        self.left, self.right = QWidget(), QWidget()
        for pane in (self.left, self.right):
            pane.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            column.addWidget(pane)
        self.done: list[str] = []

    def bind(self, widget: QWidget, keys: list[str], name: str, *, where: str = "Here", anywhere: bool = False) -> str:
        self.keys.bind(widget, keys, lambda: self.done.append(name), where=where, name=name, anywhere=anywhere)
        return f"{where}/{name}"


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication) -> Iterator[Stage]:
    made = Stage()
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    made.left.setFocus()
    yield made
    end([made.window])


def test_an_act_gets_the_users_keys_at_once_and_loses_its_own(stage: Stage, qtbot: QtBot) -> None:
    act = stage.bind(stage.left, ["A"], "one")
    qtbot.keyClick(stage.left, Qt.Key.Key_A)
    stage.keys.use_keys({act: ["B", "Ctrl+Shift+B"]})
    for key, held in ((Qt.Key.Key_A, _NO), (Qt.Key.Key_B, _NO), (Qt.Key.Key_B, _CTRL | _SHIFT)):
        qtbot.keyClick(stage.left, key, held)
    assert stage.done == ["one"] * 3
    assert stage.keys.known[0].keys == ("B", "Ctrl+Shift+B")
    stage.keys.use_keys({})
    qtbot.keyClick(stage.left, Qt.Key.Key_A)
    assert len(stage.done) == 4


def test_keys_may_follow_each_other(stage: Stage, qtbot: QtBot) -> None:
    act = stage.bind(stage.window, ["Ctrl+T"], "go", anywhere=True)
    stage.keys.use_keys({act: ["G, Z"]})
    qtbot.keyClick(stage.left, Qt.Key.Key_G)
    qtbot.keyClick(stage.left, Qt.Key.Key_Z)
    assert stage.done == ["go"]


def test_a_screen_made_later_begins_with_the_users_keys(stage: Stage, qtbot: QtBot) -> None:
    stage.keys.use_keys({"Here/later": ["X"]})
    stage.bind(stage.left, ["Y"], "later")
    qtbot.keyClick(stage.left, Qt.Key.Key_Y)
    assert stage.done == []
    qtbot.keyClick(stage.left, Qt.Key.Key_X)
    assert stage.done == ["later"]


def test_what_was_kept_by_another_hand_is_no_key(stage: Stage) -> None:
    act = stage.bind(stage.left, ["A"], "one")
    stage.keys.use_keys({act: ["", "Nonsense+Q", "B"], "Gone/act": ["C"]})
    assert stage.keys.known[0].keys == ("B",)


def test_single_letters_are_off_for_new_keys_too(stage: Stage, qtbot: QtBot) -> None:
    act = stage.bind(stage.left, ["A", "Ctrl+A"], "one")
    stage.keys.use_single_letters(False)
    stage.keys.use_keys({act: ["B", "Ctrl+B"]})
    qtbot.keyClick(stage.left, Qt.Key.Key_B)
    assert stage.done == []
    qtbot.keyClick(stage.left, Qt.Key.Key_B, _CTRL)
    assert stage.done == ["one"]
    stage.keys.use_single_letters(True)
    qtbot.keyClick(stage.left, Qt.Key.Key_B)
    assert stage.done == ["one"] * 2


def test_esc_and_what_a_widget_takes_itself_stay(stage: Stage) -> None:
    back = stage.bind(stage.left, ["Esc"], "back")
    stage.keys.reserve(stage.left, ["J", "Down"], where="Here", name="next")
    stage.keys.use_keys({back: ["Q"], "Here/next": ["Z"]})
    assert [binding.keys for binding in stage.keys.known] == [("Esc",), ("J", "Down")]
    assert all(binding.fixed for binding in stage.keys.known)


def test_only_what_is_heard_at_one_place_is_in_the_way(stage: Stage) -> None:
    act = stage.bind(stage.left, ["A"], "one")
    stage.bind(stage.right, ["B"], "other pane")
    stage.bind(stage.left, ["C"], "same pane")
    stage.bind(stage.window, ["D"], "everywhere", anywhere=True)
    stage.bind(stage.window, ["G, T"], "go", anywhere=True)
    stage.keys.reserve(stage.left, ["J"], where="Here", name="next")
    found = {key: [one.name for one in stage.keys.clashes(act, key)] for key in "ABCDGJZ"}
    assert found == {
        "A": [],
        "B": [],
        "C": ["same pane"],
        "D": ["everywhere"],
        "G": ["go"],
        "J": ["next"],
        "Z": [],
    }


def test_an_act_without_keys_is_known_and_can_have_some(stage: Stage, qtbot: QtBot) -> None:
    possible = [False]
    stage.keys.offer(
        stage.left,
        lambda: stage.done.append("offered"),
        where="Here",
        name="import",
        icon="folder",
        words="bring in",
        enabled=lambda: possible[0],
    )
    (binding,) = stage.keys.known
    assert (binding.keys, binding.icon, binding.words, binding.possible()) == ((), "folder", "bring in", False)
    possible[0] = True
    assert binding.possible()
    stage.keys.use_keys({binding.id: ["Ctrl+I"]})
    qtbot.keyClick(stage.left, Qt.Key.Key_I, _CTRL)
    assert stage.done == ["offered"]


def test_what_is_out_of_sight_is_not_possible(stage: Stage) -> None:
    stage.bind(stage.left, ["A"], "one")
    (binding,) = stage.keys.known
    assert binding.possible()
    stage.left.hide()
    assert not binding.possible()
    end([stage.left])
    assert not binding.possible()
    assert stage.keys.known == ()


def test_letters_stay_in_a_field(stage: Stage, qtbot: QtBot) -> None:
    field = QLineEdit(stage.left)
    field.show()
    field.setFocus()
    act = stage.bind(stage.window, ["Ctrl+T"], "go", anywhere=True)
    stage.keys.use_keys({act: ["Z"]})
    qtbot.keyClick(field, Qt.Key.Key_Z)
    assert (field.text(), stage.done) == ("z", [])


def test_key_caps_follow(stage: Stage) -> None:
    shown: list[tuple[str, ...]] = []

    class Cap(QWidget):
        def set_keys(self, keys: tuple[str, ...]) -> None:
            shown.append(keys)

    act = stage.bind(stage.left, ["Ctrl+Return", "Ctrl+Enter"], "send")
    cap = Cap()
    stage.keys.show_on(cap, "Here", "send", ["Ctrl+Return"])
    stage.keys.use_keys({act: ["Ctrl+Shift+S"]})
    stage.keys.use_keys({act: []})
    assert shown == [("Ctrl", "↵"), ("Ctrl", "Shift", "S"), ()]
    end([cap])
    stage.keys.use_keys({})
    assert len(shown) == 3


@pytest.mark.parametrize(
    ("key", "held", "text", "written"),
    [
        (Qt.Key.Key_T, _NO, "t", "T"),
        (Qt.Key.Key_T, _SHIFT, "T", "Shift+T"),
        (Qt.Key.Key_Question, _SHIFT, "?", "?"),
        (Qt.Key.Key_1, _SHIFT, "1", "1"),  # a French keyboard has figures above
        (Qt.Key.Key_Period, _CTRL | _SHIFT, "", "Ctrl+Shift+."),
        (Qt.Key.Key_Return, _CTRL, "\r", "Ctrl+Return"),
        (Qt.Key.Key_Delete, _NO, "\x7f", "Del"),
        (Qt.Key.Key_Space, _SHIFT, " ", "Shift+Space"),
        (Qt.Key.Key_Eacute, _NO, "é", "É"),
        (Qt.Key.Key_Shift, _SHIFT, "", ""),
        (Qt.Key.Key_AltGr, _NO, "", ""),
    ],
)
def test_a_pressed_key_is_written(key: Qt.Key, held: Qt.KeyboardModifier, text: str, written: str) -> None:
    assert pressed(QKeyEvent(QEvent.Type.KeyPress, key, held, text)) == written


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("G", "G, T", True),
        ("G, T", "G", True),
        ("G, T", "G, I", False),
        ("Del", "Delete", True),
        ("Ctrl+T", "T", False),
        ("", "T", False),
    ],
)
def test_one_is_the_beginning_of_the_other(one: str, other: str, same: bool) -> None:
    assert same_start(one, other) is same


def test_return_has_a_twin_that_is_not_shown() -> None:
    assert with_twin("Ctrl+Return") == ("Ctrl+Return", "Ctrl+Enter")
    assert with_twin("T") == ("T",)
    assert without_twins(("Ctrl+Return", "Ctrl+Enter", "Enter")) == ("Ctrl+Return", "Enter")
    assert not is_key("Nonsense+Q")
