"""The line under the places that asks for a name: of a new domain, or another one for a domain or a filter."""

from __future__ import annotations

from collections.abc import Callable

from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.text_edit import LineField


class NameLine(LineField):
    """Hidden until something is asked; Enter answers, leaving it or an empty name changes nothing."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._done: Callable[[str], object] = lambda _name: None
        self.hide()
        self.returnPressed.connect(self._answer)
        self.editingFinished.connect(self.hide)

    def ask(self, what: str, name: str, done: Callable[[str], object]) -> None:
        """Ask for the name of `what`; `done(name)` when there is one."""
        self._done = done
        self.setPlaceholderText(what)
        self.setAccessibleName(what)
        self.setText(name)
        self.show()
        self.setFocus()
        self.selectAll()

    def _answer(self) -> None:
        name = self.text().strip()
        self.hide()
        if name:
            self._done(name)
