"""Another language at run time: every widget with words of its own says them again. And users' words stay theirs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.ui.paint import UiState, level_name, state_name
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import Button, IconButton
from orchestrator_desktop.ui.widgets.chip import Chip
from orchestrator_desktop.ui.widgets.editable_list import EditableList
from orchestrator_desktop.ui.widgets.segmented import Segment, Segmented
from orchestrator_desktop.ui.widgets.small import Pill
from orchestrator_desktop.ui.widgets.toast import Toast

WORDS = {
    ("Toast", "Undo"): "Annuler",
    ("Chip", "Remove %1"): "Retirer %1",
    ("EditableList", "Line %1 of %2"): "Ligne %1 sur %2",
    ("State", "Failed"): "Échec",
    ("Level", "You only"): "Vous seul",
}


class French(QTranslator):
    """WORDS."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        return WORDS.get((context, text))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def french(qapp: QApplication) -> Iterator[QObject]:
    translator = French()
    yield translator
    qapp.removeTranslator(translator)


def test_widgets_say_their_words_again(theme: Theme, window: QWidget, qapp: QApplication, french: French) -> None:
    toast = Toast(theme, window)
    pill = Pill(theme, UiState.FAILED, parent=window)
    chip = Chip(theme, "Budget", removable=True, parent=window)
    lines = EditableList(theme, parent=window)
    qapp.installTranslator(french)
    qapp.sendPostedEvents()
    assert toast.undo_button.text() == "Annuler"
    assert (pill.text(), pill.accessibleName()) == ("Échec", "Échec")
    assert chip.findChild(IconButton).toolTip() == "Retirer Budget"
    assert lines.edits()[0].accessibleName() == "Ligne 1 sur 1"
    assert (state_name(UiState.FAILED), level_name(Level.YOU_ONLY)) == ("Échec", "Vous seul")


@pytest.mark.parametrize("text", ["R&D", "A & B"])
def test_an_ampersand_in_words_is_no_shortcut(theme: Theme, text: str) -> None:
    segmented = Segmented(theme, [Segment(1, text)])
    buttons: list[QAbstractButton] = [Button(theme, text), Chip(theme, text), *segmented.findChildren(QAbstractButton)]
    assert [button.text() for button in buttons] == [text] * 3
    assert all(button.shortcut().isEmpty() for button in buttons)
