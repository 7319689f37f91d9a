"""A theme for the tests of what is drawn."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from orchestrator_desktop.ui.theme import Theme, ThemeSetting


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Light, at 100 %, worn by the whole application."""
    made = Theme(qapp, setting=ThemeSetting.LIGHT)
    made.install()
    yield made
    made.deleteLater()
