"""Garbage is collected on the window's thread."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from orchestrator_desktop.ui.collector import Collector


class _Cycle:
    def __init__(self, died_in: list[int]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: died_in.append(threading.get_ident()))


def test_garbage_made_by_other_threads_dies_on_this_one(qtbot: QtBot) -> None:
    parent = QObject()
    collector = Collector(parent)
    died_in: list[int] = []

    def litter() -> None:
        for _ in range(5_000):
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


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    yield
    gc.unfreeze()
