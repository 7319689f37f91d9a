"""Rooms for the tests of screens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.ui.desk import Room, open_room


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    """An empty store with its services, in English."""
    made = open_room(qapp, tmp_path)
    yield made
    # pytest-qt has closed the widgets by now. Without an event loop Qt would let them live on, and hear the next
    # test's change of language with this test's store closed.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    made.services.languages.use("en")
    made.close()
