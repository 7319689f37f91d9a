"""What is out with a person: a few rows, each of which leads to its task."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from orchestrator_desktop.domain.ids import PersonId
from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.store import tasks
from orchestrator_desktop.ui.delegation.person_words import waiting_words
from orchestrator_desktop.ui.navigator import Screen
from orchestrator_desktop.ui.paint import draw_box, draw_focus_ring
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.focus import say
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.painted import PaintedButton
from orchestrator_desktop.ui.widgets.rows import draw_two_lines

_SHOWN = 8
"""Of what is out; the rest is counted."""
_INSET = 8


class OutList(QWidget):
    """Late ones first."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._parts: list[QWidget] = []

    def show_person(self, person_id: PersonId) -> None:
        """Read anew what the person owes."""
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        out = tasks.out_with(self._services.store, person_id)
        for task in out[:_SHOWN]:
            row = OutRow(self._services.theme, task.title, self._words(task))
            row.clicked.connect(partial(self._services.navigator.go, Screen.WAITING, task_id=task.id))
            self._keep(row)
        rest = len(out) - _SHOWN
        if not out:
            self._say(self.tr("Nothing is out with them."))
        elif rest > 0:
            self._say(self.tr("and %n more", "", rest))

    def rows(self) -> list[QAbstractButton]:
        """The rows as buttons, first to last."""
        return [part for part in self._parts if isinstance(part, OutRow)]

    def _words(self, task: Task) -> str:
        if task.waiting is None:
            return ""
        return waiting_words(task.waiting, self._services.today(), self._services.languages.locale)

    def _say(self, words: str) -> None:
        label = Label(self._services.theme, words, style="meta", token="text-3")
        label.setContentsMargins(0, 4, 0, 4)
        self._keep(label)

    def _keep(self, part: QWidget) -> None:
        self._column.addWidget(part)
        self._parts.append(part)


class OutRow(PaintedButton):
    """A task's title over how it stands."""

    def __init__(self, theme: Theme, title: str, facts: str) -> None:
        super().__init__(theme)
        self._title = title
        self._facts = facts
        say(self, title)
        self.setAccessibleName(f"{title}, {facts}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(200, self._theme.grown(44, "body", "meta"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse():
            draw_box(painter, self._theme.tokens, rect, fill="hover")
        if self._ring:
            draw_focus_ring(painter, self._theme.tokens, rect)
        draw_two_lines(painter, self._theme, rect.adjusted(_INSET, 0, -_INSET, 0), self._title, self._facts)
        painter.end()
