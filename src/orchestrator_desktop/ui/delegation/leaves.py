"""What leaves the computer, said beside the button that sends it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import Button, Kind
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.small import IconLabel

_ICON = 14
_WORDS = 24
"""Where the words begin."""


class Leaves(QWidget):
    """An icon, one line in words with a Preview link, and a smaller line below.

    Placed by hand: the link's hit area is higher than the line of words it stands in."""

    preview = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = IconLabel(theme, "leaves", size=_ICON, parent=self)
        self._first = Label(theme, "", style="meta", weight=500, parent=self)
        self._dot = Label(theme, "·", style="meta", token="text-3", parent=self)
        self._second = Label(theme, "", style="micro", token="text-3", parent=self)
        self._preview = Button(theme, "", kind=Kind.LINK, parent=self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._preview.clicked.connect(self.preview)
        theme.changed.connect(self._place)
        self._retranslate()

    def say(self, icon: str, first: str, second: str, *, preview: bool) -> None:
        """Say it; `preview` offers the exact text."""
        self._icon.set_icon_name(icon)
        self._first.setText(first)
        self._second.setText(second)
        self._preview.setVisible(preview)
        self._dot.setVisible(preview)
        self.updateGeometry()
        self._place()

    def words(self) -> tuple[str, str]:
        """Both lines as they are said."""
        return self._first.text(), self._second.text()

    def _place(self) -> None:
        line, small = self._theme.line_height("meta"), self._theme.line_height("micro")
        below = small + 1 if self._second.text() else 0
        top = (self.height() - line - below + 1) // 2
        self._icon.move(0, top + (line - _ICON) // 2)
        link = self._preview.sizeHint()
        room = self.width() - _WORDS - (link.width() + 8 if not self._preview.isHidden() else 0)
        first = max(0, min(self._first.sizeHint().width(), room))
        self._first.setGeometry(_WORDS, top, first, line)
        self._dot.setGeometry(_WORDS + first + 4, top, 4, line)
        self._preview.setGeometry(_WORDS + first + 8, top + (line - link.height()) // 2, link.width(), link.height())
        self._second.setGeometry(_WORDS, top + line + 1, self.width() - _WORDS, small)
        self._preview.raise_()

    def _retranslate(self) -> None:
        self._preview.setText(self.tr("Preview"))
        self._place()

    def sizeHint(self) -> QSize:
        link = 0 if self._preview.isHidden() else self._preview.sizeHint().width() + 8
        width = max(self._first.sizeHint().width() + link, self._second.sizeHint().width())
        return QSize(_WORDS + width, self._theme.line_height("meta") + self._theme.line_height("micro") + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(160, self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
