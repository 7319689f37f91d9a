"""The list and the task panel: beside each other where there is room; else the list, or the panel over it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import days
from orchestrator_desktop.ui.delegation.saver import Saver
from orchestrator_desktop.ui.services import Services

NARROW: Final = 1120 - 224
"""Width below which the panel opens over the list (UI.md 4)."""
SPLIT: Final = "window.split"
_STANDARD: Final = [527, 528]
_LEAST: Final = (360, 440)


class Sides(QSplitter):
    """Shows the list, the panel or both, as wide as the user has left them. `is_wide` says whether the list wants all
    of the width, as a board does."""

    def __init__(self, services: Services, column: QWidget, pane: QWidget, is_wide: Callable[[], bool]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._services = services
        self._column, self._pane, self._is_wide = column, pane, is_wide
        self._beside = True
        self._over = False
        self._saver = Saver(self)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for side, least in zip((column, pane), _LEAST, strict=True):
            self.addWidget(side)
            side.setMinimumWidth(least)
        self.setSizes(cast("list[int]", days.setting(services.store, SPLIT, _STANDARD)))
        self.splitterMoved.connect(lambda _pos, _index: self._saver.later("split", self._keep))

    @property
    def panel_is_over(self) -> bool:
        """Whether the panel stands where the list was."""
        return self._narrow and self._over

    def begin(self, *, over: bool) -> None:
        """Say what to show where there is room for one: the panel, or the list. Seen once `arrange` is called."""
        self._over = over

    def arrange(self) -> None:
        """Show what there is room for."""
        self._pane.setVisible(self._over if self._narrow else self._beside)
        self._column.setVisible(not self.panel_is_over)

    def show_list(self) -> None:
        """Let the list be seen; the panel only where there is room for both."""
        self._over = False
        self.arrange()

    def show_panel(self) -> None:
        """Let the panel be seen."""
        self._over = self._beside = True
        self.arrange()

    def close_panel(self) -> None:
        """Let the list have all of the room, until the panel is wanted again."""
        if self._narrow:
            self._over = False
        else:
            self._beside = False
        self.arrange()

    @property
    def _narrow(self) -> bool:
        return self.width() < NARROW or self._is_wide()

    def _keep(self) -> None:
        self._services.acts.run(set_setting, key=SPLIT, value=list(self.sizes()))

    # Qt's side

    def hideEvent(self, event: QHideEvent) -> None:
        self._saver.flush()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        focus = QApplication.focusWidget()
        if self.width() < NARROW <= event.oldSize().width():
            self._over = focus is not None and self._pane.isAncestorOf(focus)
        self.arrange()
