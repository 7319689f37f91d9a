"""Tests here draw: they need a theme, and a window that stays until their end."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.themes import theme

__all__ = ["theme"]


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[..., QWidget]]:
    """`shown(*widgets, width=300)`: a window with the widgets in a row, active so that focus works."""
    windows: list[QWidget] = []

    def show(*widgets: QWidget, width: int = 300) -> QWidget:
        window = QWidget()
        windows.append(window)
        row = QHBoxLayout(window)
        for widget in widgets:
            row.addWidget(widget)
        window.resize(width, 200)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield show
    for window in windows:
        window.close()
        window.deleteLater()
