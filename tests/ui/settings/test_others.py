from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.modeltest import ModelTester

from orchestrator_desktop.store import days
from orchestrator_desktop.ui import preferences
from orchestrator_desktop.ui.key_words import caps
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.settings.key_list import KeyRow, rows
from orchestrator_desktop.ui.settings.page import PARTS
from orchestrator_desktop.ui.shortcuts import Binding
from orchestrator_desktop.ui.theme import ThemeSetting
from tests.ui.settings.conftest import Stage


def setting(stage: Stage, key: str) -> object:
    return days.setting(stage.session.services.store, key)


def button(widget: QWidget, text: str) -> QAbstractButton:
    return next(one for one in widget.findChildren(QAbstractButton) if one.text() == text)


@pytest.mark.parametrize("part", PARTS)
def test_a_target_names_the_tab(stage: Stage, part: str) -> None:
    stage.page.open(Target(Screen.SETTINGS, part=part))
    assert stage.page.stack.currentWidget() is getattr(stage.page, part)


def test_theme_and_size_are_used_at_once_and_kept(stage: Stage) -> None:
    stage.page.open(Target(Screen.SETTINGS, part="appearance"))
    theme = stage.session.services.theme
    stage.click(button(stage.page.appearance.theme, "Dark"))
    stage.click(button(stage.page.appearance.scale, "125 %"))
    assert (theme.dark, theme.scale) == (True, 1.25)
    stage.until(lambda: setting(stage, preferences.THEME) == "dark")
    stage.until(lambda: setting(stage, preferences.SCALE) == 125)


def test_the_language_is_kept(stage: Stage) -> None:
    stage.page.open(Target(Screen.SETTINGS, part="appearance"))
    stage.click(button(stage.page.appearance.language, "Français"))
    assert stage.session.services.languages.code == "fr"
    stage.until(lambda: setting(stage, preferences.LANGUAGE) == "fr")
    assert stage.page.appearance.language.value() == "fr"


def test_single_letters_are_switched_off(stage: Stage) -> None:
    stage.page.open(Target(Screen.SETTINGS, part="keyboard"))
    stage.click(stage.page.keyboard.switch)
    stage.until(lambda: setting(stage, preferences.SINGLE_LETTERS) is False)


def test_the_list_of_keys_is_what_is_bound(stage: Stage, qtmodeltester: ModelTester) -> None:
    stage.session.services.shortcuts.bind(stage.page, ["X"], lambda: None, where="Review", name="Escalate")
    stage.page.open(Target(Screen.SETTINGS, part="keyboard"))
    model = stage.page.keyboard.list_view.model()
    said = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert said[said.index("Review") + 1] == "Escalate, X"
    qtmodeltester.check(model)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("A", ("A",)),
        ("Ctrl+Return", ("Ctrl", "↵")),
        ("G, T", ("G", "T")),
        ("Ctrl+Shift+.", ("Ctrl", "Shift", ".")),
        ("Ctrl+,", ("Ctrl", ",")),
        ("/", ("/",)),
        ("Ctrl++", ("Ctrl", "+")),
        ("Alt+Left", ("Alt", "←")),
    ],
)
def test_key_caps(key: str, expected: tuple[str, ...]) -> None:
    assert caps(key) == expected


def test_an_act_bound_twice_is_listed_once() -> None:
    enter = Binding("Brief", "Delegate", ("Ctrl+Return", "Ctrl+Enter"))
    again = Binding("Brief", "Delegate", ("Ctrl+Return",))
    found = rows([enter, again])
    assert found == [KeyRow("Brief"), KeyRow("Delegate", (("Ctrl", "↵"),), "Brief/Delegate", changed=True)]


def test_a_backup_is_made_and_listed(stage: Stage) -> None:
    stage.page.open(Target(Screen.SETTINGS, part="data"))
    data = stage.page.data
    assert data.backups.note.text().startswith("None yet.")
    stage.click(data.back_up)
    stage.until(lambda: bool(stage.said))
    copy = next((stage.desk.folder / "backups").glob("*.sqlite"))
    assert stage.said == [f"Backed up as {copy.name}."]
    assert data.backups.note.text().startswith("Today ")
    assert data.file.field.text() == str(stage.desk.folder / "orchestrator.sqlite")


def test_the_folder_is_opened(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    stage.page.open(Target(Screen.SETTINGS, part="data"))
    stage.click(stage.page.data.file.button)
    assert [url.toLocalFile() for url in opened] == [str(stage.desk.folder)]
    assert not stage.page.data.logs.button.isEnabled()


def test_undo_and_redo_of_how_it_looks_are_seen_at_once(stage: Stage) -> None:
    services = stage.session.services
    services.languages.use("en")
    preferences.change(services, preferences.LANGUAGE, "fr")
    preferences.change(services, preferences.THEME, "dark")
    preferences.change(services, preferences.SCALE, 120)
    stage.until(lambda: days.setting(services.store, preferences.SCALE, 100) == 120)
    services.acts.undo()
    stage.until(lambda: services.theme.scale == 1.0)
    services.acts.undo()
    stage.until(lambda: services.theme.setting is ThemeSetting.SYSTEM)
    assert services.languages.code == "fr"
    services.acts.undo()
    stage.until(lambda: services.languages.code == "en")
    services.acts.redo()
    stage.until(lambda: services.languages.code == "fr")
    services.acts.undo()
    stage.until(lambda: services.languages.code == "en")
