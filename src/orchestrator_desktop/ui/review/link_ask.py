"""Asking before a link is opened whose words name another place than it leads to."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.ui.document.links import Link
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import Button, Kind
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import Panel
from orchestrator_desktop.ui.widgets.overlay import Overlay

_WIDTH = 480


class LinkAsk(Overlay):
    """Names the real host and shows the whole address; nothing is opened unless the user says so."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        self._box = Panel(theme, "surface")
        super().__init__(theme, window, self._box)
        self._link: Link | None = None
        self._title = Label(theme, "", style="title", wrap=True)
        self._note = Label(theme, "", token="text-2", wrap=True)
        self.address = Label(theme, "", style="meta", token="text", wrap=True)
        self.cancel = Button(theme, "")
        self.go = Button(theme, "", kind=Kind.PRIMARY)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.go)
        column = QVBoxLayout(self._box)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for widget in (self._title, self._note, self.address):
            column.addWidget(widget)
        column.addLayout(row)
        self.cancel.clicked.connect(self.close_overlay)
        self.go.clicked.connect(self._open)
        self.placed.connect(self._place)

    def ask(self, link: Link) -> None:
        """Open the question for `link`; the safe answer has the focus."""
        self._link = link
        self._title.setText(self.tr("This link leads to %1").replace("%1", link.host))
        self._note.setText(self.tr("The words you clicked name another place. This is the whole address:"))
        self.address.setText(link.url[:2000])
        self.cancel.setText(self.tr("Stay here"))
        self.go.setText(self.tr("Open %1").replace("%1", link.host[:40]))
        self.open()

    def _open(self) -> None:
        link = self._link
        self.close_overlay()
        if link is not None:
            QDesktopServices.openUrl(QUrl(link.url))

    def _place(self) -> None:
        width = min(_WIDTH, self.width() - 48)
        height = min(self._box.heightForWidth(width), self.height() - 48)
        self._box.setGeometry((self.width() - width) // 2, (self.height() - height) // 3, width, height)
