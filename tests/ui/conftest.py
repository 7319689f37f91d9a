"""Rooms for the tests of screens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.desk import Room, open_room


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    """An empty store with its services, in English."""
    made = open_room(qapp, tmp_path)
    yield made
    made.close()
