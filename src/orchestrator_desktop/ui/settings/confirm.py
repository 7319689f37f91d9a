"""Asks before what cannot be undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import Button, Kind
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import Panel
from orchestrator_desktop.ui.widgets.overlay import Overlay
from orchestrator_desktop.ui.widgets.sheets import foot_row, place_question, sheet_column

_WIDTH = 440


class Confirm(Overlay):
    """A panel over the window with a question; Cancel has the focus."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        self._box = Panel(theme, "surface")
        super().__init__(theme, window, self._box)
        self._title = Label(theme, "", style="title", wrap=True)
        self._text = Label(theme, "", token="text-2", wrap=True)
        self.cancel = Button(theme, "")
        self.act = Button(theme, "", kind=Kind.DANGER)
        self._done: Callable[[], object] = lambda: None
        self._column = column = sheet_column(self._box)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(4)
        column.addLayout(foot_row(None, self.cancel, self.act))
        self.cancel.clicked.connect(self.close_overlay)
        self.act.clicked.connect(self._act)
        self.placed.connect(self._place)

    def ask(self, title: str, text: str, act: str, done: Callable[[], object]) -> None:
        """Ask; `done` is called when the user presses the button called `act`."""
        self._title.setText(title)
        self._text.setText(text)
        self.cancel.setText(self.tr("Cancel"))
        self.act.setText(act)
        self._done = done
        self.open()

    def _act(self) -> None:
        self.close_overlay()
        self._done()

    def _place(self) -> None:
        place_question(self, self._box, self._column, _WIDTH)
