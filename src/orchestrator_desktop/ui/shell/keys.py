"""The list of keys, as they are bound: what each does, and where."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from orchestrator_desktop.ui.key_words import caps, without_twins
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.shortcuts import Binding
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import IconButton
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.overlay import Overlay, Sheet
from orchestrator_desktop.ui.widgets.small import KeyCaps

WIDTH, HEIGHT = 720, 600
_COLUMNS = 2


class KeysSheet(Overlay):
    """Groups of keys in two columns over the window; Esc or ? closes it."""

    def __init__(self, services: Services, window: QWidget) -> None:
        self._sheet = Sheet(services.theme)
        super().__init__(services.theme, window, self._sheet)
        self._build(services.theme, services.shortcuts.bindings)
        self.placed.connect(self._place)
        self.closed.connect(self.deleteLater)

    def _build(self, theme: Theme, bindings: Iterable[Binding]) -> None:
        close = IconButton(theme, "cross", self.tr("Close"))
        close.clicked.connect(self.close_overlay)
        head = QHBoxLayout()
        head.addWidget(Label(theme, self.tr("Keys"), style="title"), 1)
        head.addWidget(close)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(_groups(theme, bindings))
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(24, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(scroll, 1)

    def _place(self) -> None:
        width, height = min(WIDTH, self.width() - 48), min(HEIGHT, self.height() - 48)
        self._sheet.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "?":
            self.close_overlay()
        else:
            super().keyPressEvent(event)


def _groups(theme: Theme, bindings: Iterable[Binding]) -> QWidget:
    """Groups one under the other, the shorter column taking the next."""
    groups: dict[str, dict[str, Binding]] = {}
    for binding in bindings:
        if binding.keys:
            groups.setdefault(binding.where, {}).setdefault(binding.name, binding)
    inside = QWidget()
    row = QHBoxLayout(inside)
    row.setContentsMargins(0, 0, 8, 0)
    row.setSpacing(32)
    columns = [QVBoxLayout() for _ in range(_COLUMNS)]
    heights = [0] * _COLUMNS
    for column in columns:
        column.setSpacing(20)
        row.addLayout(column, 1)
    for where, held in groups.items():
        place = heights.index(min(heights))
        heights[place] += len(held) + 2
        columns[place].addLayout(_group(theme, where, list(held.values())))
    for column in columns:
        column.addStretch(1)
    return inside


def _group(theme: Theme, where: str, bindings: list[Binding]) -> QVBoxLayout:
    """Each line has its own room: many keys beside one name cut no other name short."""
    lines = QVBoxLayout()
    lines.setSpacing(4)
    lines.addWidget(Label(theme, _words(where), style="meta", weight=600, token="text-3"))
    for binding in bindings:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Label(theme, _words(binding.name)), 1)
        for key in without_twins(binding.keys):
            row.addWidget(KeyCaps(theme, caps(key)), 0, Qt.AlignmentFlag.AlignVCenter)
        lines.addLayout(row)
    return lines


def _words(text: str) -> str:
    return QCoreApplication.translate("shortcuts", text)
