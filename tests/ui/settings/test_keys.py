"""The tab of the keys: pressed anew, compared with the others, exchanged, taken back, kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import days
from orchestrator_desktop.ui import preferences
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.settings.key_ask import KeyAsk
from orchestrator_desktop.ui.settings.key_list import rows
from orchestrator_desktop.ui.shortcuts import Shortcuts
from tests.ui.settings.conftest import Stage

_NO, _CTRL, _SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class Keys:
    """The tab with three acts of its own on the page."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.keys: Shortcuts = stage.session.services.shortcuts
        self.done: list[str] = []
        for name, keys in (("Alpha", ["Ctrl+Alt+A"]), ("Beta", ["Ctrl+Alt+B"]), ("Gamma", [])):
            self.bind(name, keys)
        self.keys.reserve(stage.page, ["J"], where="Tests", name="Next row")
        stage.page.open(Target(Screen.SETTINGS, part="keyboard"))
        self.tab = stage.page.keyboard
        stage.page.activateWindow()
        stage.until(stage.page.isActiveWindow)

    def bind(self, name: str, keys: list[str]) -> None:
        self.keys.bind(self.stage.page, keys, lambda: self.done.append(name), where="Tests", name=name, anywhere=True)

    def ask(self, name: str) -> KeyAsk:
        model = self.tab.list_view.model()
        row = next(n for n in range(model.rowCount()) if str(model.index(n, 0).data()).startswith(name))
        self.stage.click_row(self.tab.list_view, model.index(row, 0))
        (sheet,) = self.stage.page.findChildren(KeyAsk)
        assert sheet.isVisible()
        return sheet

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = _NO) -> None:
        focus = QApplication.focusWidget()
        assert isinstance(focus, QWidget)
        self.stage.bot.keyClick(focus, key, held)

    def of(self, name: str) -> tuple[str, ...]:
        return next(one.keys for one in self.keys.known if one.name == name)

    def row(self, name: str) -> str:
        model = self.tab.list_view.model()
        said = [str(model.index(n, 0).data()) for n in range(model.rowCount())]
        return next(words for words in said if words.startswith(name))

    def kept(self) -> object:
        return days.setting(self.stage.session.services.store, preferences.KEYS)


@pytest.fixture
def keys(stage: Stage) -> Keys:
    return Keys(stage)


def test_new_keys_act_at_once_and_are_kept(keys: Keys) -> None:
    sheet = keys.ask("Alpha")
    assert not sheet.save.isEnabled()
    keys.press(Qt.Key.Key_G)
    keys.press(Qt.Key.Key_Z)
    assert (sheet.capture.key, sheet.save.isEnabled(), sheet.words.text()) == ("G, Z", True, "")
    keys.press(Qt.Key.Key_Return)
    assert not sheet.isVisible()
    assert keys.row("Alpha") == "Alpha, G Z"
    keys.stage.until(lambda: keys.kept() == {"Tests/Alpha": "G, Z"})
    keys.stage.bot.keyClick(keys.tab.list_view, Qt.Key.Key_G)
    keys.stage.bot.keyClick(keys.tab.list_view, Qt.Key.Key_Z)
    assert keys.done == ["Alpha"]


def test_they_are_there_at_the_next_start(keys: Keys) -> None:
    keys.stage.do(set_setting, key=preferences.KEYS, value={"Tests/Alpha": "Ctrl+Alt+Z\nF9"})
    preferences.apply(keys.stage.session.services)
    assert keys.of("Alpha") == ("Ctrl+Alt+Z", "F9")


def test_what_was_kept_by_another_hand_breaks_nothing(keys: Keys) -> None:
    for value in (["no", "keys"], 7, {"Tests/Alpha": "Nonsense+"}):
        keys.stage.do(set_setting, key=preferences.KEYS, value=value)
        preferences.apply(keys.stage.session.services)
    assert keys.of("Alpha") == ()


def test_nothing_that_is_pressed_there_acts(keys: Keys) -> None:
    keys.ask("Alpha")
    keys.press(Qt.Key.Key_B, _CTRL | Qt.KeyboardModifier.AltModifier)
    assert keys.done == []


def test_keys_of_another_are_exchanged(keys: Keys) -> None:
    sheet = keys.ask("Alpha")
    keys.press(Qt.Key.Key_B, _CTRL | Qt.KeyboardModifier.AltModifier)
    assert sheet.words.text() == "“Beta” has these keys in Tests. It would have Ctrl Alt A then."
    assert sheet.save.text() == "Exchange"
    keys.stage.click(sheet.save)
    assert (keys.of("Alpha"), keys.of("Beta")) == (("Ctrl+Alt+B",), ("Ctrl+Alt+A",))
    sheet = keys.ask("Alpha")
    keys.stage.click(sheet.back)
    assert (keys.of("Alpha"), keys.of("Beta")) == (("Ctrl+Alt+A",), ("Ctrl+Alt+B",))
    keys.stage.until(lambda: keys.kept() == {})


def test_the_other_may_be_left_without(keys: Keys) -> None:
    sheet = keys.ask("Gamma")
    assert not sheet.keep.isVisible()
    keys.press(Qt.Key.Key_A, _CTRL | Qt.KeyboardModifier.AltModifier)
    assert sheet.words.text() == "“Alpha” has these keys in Tests. It would have none then."
    keys.press(Qt.Key.Key_Return)
    assert (keys.of("Gamma"), keys.of("Alpha"), keys.row("Alpha")) == (("Ctrl+Alt+A",), (), "Alpha, no keys")


def test_what_a_widget_takes_itself_is_not_given_away(keys: Keys) -> None:
    sheet = keys.ask("Alpha")
    keys.press(Qt.Key.Key_J)
    assert sheet.words.text() == "“Next row” has these keys here, and keeps them."
    assert not sheet.save.isEnabled()
    keys.press(Qt.Key.Key_Return)
    assert sheet.isVisible()
    keys.press(Qt.Key.Key_Backspace)
    assert (sheet.capture.key, sheet.words.isVisible()) == ("", False)


def test_the_beginning_of_many_is_nobodys(keys: Keys) -> None:
    for name in ("Q, A", "Q, B"):
        keys.bind(name, [name])
    sheet = keys.ask("Alpha")
    keys.press(Qt.Key.Key_Q)
    assert sheet.words.text() == "2 others have keys that begin so: Q, A, Q, B…"
    assert not sheet.save.isEnabled()


def test_the_present_keys_may_stay(keys: Keys) -> None:
    sheet = keys.ask("Alpha")
    assert sheet.keep.text() == "Keep Ctrl Alt A too"
    keys.stage.click(sheet.keep)
    sheet.capture.setFocus()
    keys.press(Qt.Key.Key_F9)
    keys.press(Qt.Key.Key_Return)
    assert keys.of("Alpha") == ("Ctrl+Alt+A", "F9")


def test_return_brings_the_enter_of_the_figures(keys: Keys) -> None:
    keys.ask("Alpha")
    keys.press(Qt.Key.Key_Return, _CTRL | _SHIFT)
    keys.press(Qt.Key.Key_Return)
    assert keys.of("Alpha") == ("Ctrl+Shift+Return", "Ctrl+Shift+Enter")
    assert keys.row("Alpha") == "Alpha, Ctrl Shift ↵"


def test_escape_leaves_it_as_it_was(keys: Keys) -> None:
    sheet = keys.ask("Alpha")
    keys.press(Qt.Key.Key_F9)
    keys.press(Qt.Key.Key_Escape)
    assert (sheet.isVisible(), keys.of("Alpha")) == (False, ("Ctrl+Alt+A",))


def test_enter_opens_it_and_fixed_ones_say_so(keys: Keys) -> None:
    view, model = keys.tab.list_view, keys.tab.list_view.model()
    row = next(n for n in range(model.rowCount()) if model.index(n, 0).data() == "Next row, J")
    view.setFocus()
    view.setCurrentIndex(model.index(row, 0))
    keys.press(Qt.Key.Key_Return)
    assert keys.stage.said == ["These keys stay as they are."]
    assert keys.stage.page.findChildren(KeyAsk) == []


def test_all_are_the_usual_ones_again_and_that_is_undone(keys: Keys) -> None:
    keys.ask("Alpha")
    keys.press(Qt.Key.Key_F9)
    keys.press(Qt.Key.Key_Return)
    assert keys.tab.reset.isEnabled()
    keys.stage.click(keys.tab.reset)
    assert (keys.of("Alpha"), keys.tab.reset.text()) == (("Ctrl+Alt+A",), "My keys again")
    keys.stage.click(keys.tab.reset)
    assert (keys.of("Alpha"), keys.tab.reset.text()) == (("F9",), "Usual keys for all")


def test_undo_and_redo_bring_them_at_once(keys: Keys) -> None:
    usual = keys.row("Alpha")
    keys.ask("Alpha")
    keys.press(Qt.Key.Key_F9)
    keys.press(Qt.Key.Key_Return)
    acts = keys.stage.session.services.acts
    acts.undo()
    keys.stage.until(lambda: keys.of("Alpha") == ("Ctrl+Alt+A",) and keys.row("Alpha") == usual)
    assert keys.kept() is None
    acts.redo()
    keys.stage.until(lambda: keys.of("Alpha") == ("F9",) and "F9" in keys.row("Alpha"))
    keys.stage.until(lambda: keys.stage.said == ["Undone: Change keys", "Redone: Change keys"])
    keys.stage.click(keys.tab.switch)
    assert not keys.keys.single_letters
    acts.undo()
    keys.stage.until(lambda: keys.keys.single_letters and keys.tab.switch.isChecked())


def test_a_letter_says_that_letters_are_off(keys: Keys) -> None:
    keys.keys.use_single_letters(False)
    sheet = keys.ask("Alpha")
    keys.press(Qt.Key.Key_Z)
    assert sheet.words.text() == "Single letters are off: these keys act once they are on."
    assert sheet.save.isEnabled()


def test_the_users_own_are_marked(keys: Keys) -> None:
    keys.keys.use_keys({"Tests/Alpha": ["F9"]})
    marked = {row.words for row in rows(keys.keys.known) if row.changed}
    assert marked == {"Alpha"}
