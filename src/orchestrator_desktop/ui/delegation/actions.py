"""The bar under a task's panel: what leaves or why not, and the button that acts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.ui.delegation.leaves import Leaves
from orchestrator_desktop.ui.delegation.telling import Told
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.button import Kind as ButtonKind
from orchestrator_desktop.ui.widgets.layout import ActionBar

_KEYS_FROM = 420


class PanelActions(ActionBar):
    """`acted`, `other_acted`, `preview`: what the user wants."""

    acted = Signal()
    other_acted = Signal()
    preview = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._leaves = Leaves(theme)
        self.main = Button(theme, "", kind=ButtonKind.PRIMARY)
        self._other = Button(theme, "")
        self.add_left(self._leaves, 1)
        self.add_right(self._other)
        self.add_right(self.main)
        self._leaves.preview.connect(self.preview)
        self.main.clicked.connect(self.acted)
        self._other.clicked.connect(self.other_acted)

    def tell(self, told: Told, caps: Sequence[str]) -> None:
        """Say it; `caps` are the keys of the button."""
        self._leaves.say(told.icon, told.first, told.second, preview=told.preview)
        self.main.setText(told.act)
        # With a large font in a narrow panel the words beside the button need the room more than its keys do.
        room = told.keys and self.width() >= round(_KEYS_FROM * self._theme.scale)
        self.main.set_keys(caps if room else ())
        self.main.setEnabled(told.enabled)
        self.main.setToolTip("" if told.enabled else told.first)
        self._other.setText(told.other)
        self._other.setVisible(bool(told.other))
