"""What is done after an act: on the window's thread, and for nobody who is gone by then."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.ui.desk import open_room


class Asker(QWidget):
    """Counts what it was told."""

    def __init__(self, told: list[str]) -> None:
        super().__init__()
        self._told = told

    def hear(self, outcome: str) -> None:
        self._told.append(outcome)

    def hear_of(self, before: str, outcome: str) -> None:
        self._told.append(before + outcome)


@pytest.mark.parametrize("gone", [False, True])
def test_a_widget_that_is_gone_hears_nothing(qapp: QApplication, qtbot: QtBot, tmp_path: Path, gone: bool) -> None:
    room = open_room(qapp, tmp_path)
    told: list[str] = []
    asker, acts = Asker(told), room.services.acts
    future: Future[str] = Future()
    acts.then(future, asker.hear)
    acts.then(future, partial(asker.hear_of, "of "))
    acts.then(future, lambda outcome: asker.hear(f"{outcome} too"), owner=asker)
    acts.then(future, lambda outcome: told.append(f"{outcome} to all"))
    if gone:
        delete(asker)
    future.set_result("this")
    qtbot.waitUntil(lambda: "this to all" in told)
    assert told == (["this to all"] if gone else ["this", "of this", "this too", "this to all"])
    room.close()
