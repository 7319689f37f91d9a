"""Garbage is collected on the window's thread."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from orchestrator_desktop.ui.collector import MANY, PATIENCE, Collector


class _Cycle:
    def __init__(self, died_in: list[int]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: died_in.append(threading.get_ident()))


def test_garbage_made_by_other_threads_dies_on_this_one(qtbot: QtBot) -> None:
    parent = QObject()
    collector = Collector(parent)
    died_in: list[int] = []

    def litter() -> None:
        for _ in range(1_000):
            _Cycle(died_in)

    collector.look()
    thread = threading.Thread(target=litter)
    thread.start()
    thread.join()
    assert died_in == []
    collector.look()
    assert set(died_in) == {threading.get_ident()}
    assert not gc.isenabled()


def test_what_the_start_has_made_is_not_looked_through_again(qtbot: QtBot) -> None:
    parent = QObject()
    collector = Collector(parent)
    kept = _Cycle([])
    collector.look()
    assert not any(found is kept for found in gc.get_objects())


def test_much_that_is_made_at_once_is_left_alone_for_a_while(qtbot: QtBot) -> None:
    parent = QObject()
    collector = Collector(parent)
    collector.look()
    died_in: list[int] = []
    for _ in range(1_000):
        _Cycle(died_in)
    data = [[number] for number in range(MANY)]
    collector.look()
    assert died_in == [], "a file is on its way"
    data.clear()
    collector.look()
    assert len(died_in) == 1_000, "it is gone again"
    _Cycle(died_in)
    data += [[number] for number in range(2 * MANY)]
    for _ in range(PATIENCE):
        collector.look()
    assert len(died_in) == 1_000
    collector.look()
    assert len(died_in) == 1_001, "it stays: what is garbage beside it does not wait for ever"


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    yield
    gc.unfreeze()
