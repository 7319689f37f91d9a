"""Garbage is collected on the window's thread."""

from __future__ import annotations

import gc
import threading
import weakref

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

    thread = threading.Thread(target=litter)
    thread.start()
    thread.join()
    assert died_in == []
    collector.look()
    assert set(died_in) == {threading.get_ident()}
    assert not gc.isenabled()
