"""What holds for all providers together: budget, privacy, what was sent, and how the app is left."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import days, sentlog
from orchestrator_desktop.store.sentlog import Left
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.budget_part import MARK, BudgetPart
from orchestrator_desktop.ui.settings.privacy_part import PrivacyPart
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import Divider
from orchestrator_desktop.ui.widgets.segmented import Segment, Segmented
from orchestrator_desktop.ui.widgets.small import IconLabel

QUIT_WITH_WORK: Final = "quit.with_work"
"""Setting: "quit", or absent: the window asks before it closes on work under way."""
_SIDE_BY_SIDE: Final = 620
_LATER: Final = 300
"""Milliseconds: fifty answers at once change what was spent a hundred times a second."""


class SharedPart(QWidget):
    """`log_wanted`: show what was sent."""

    log_wanted = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._stale = True
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self.budget = BudgetPart(self._services)
        self.privacy = PrivacyPart(self._services)
        self._between = Divider(theme, vertical=True)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(24)
        self._sides.addWidget(self.budget, 303)
        self._sides.addWidget(self._between)
        self._sides.addWidget(self.privacy, 344)
        column = QVBoxLayout(self)
        column.setContentsMargins(24 - MARK, 0, 20, 24)
        column.setSpacing(16)
        column.addLayout(_level(Divider(theme)))
        column.addLayout(self._sides)
        column.addLayout(_level(Divider(theme)))
        self.sent = Label(theme, "", tabular=True)
        self.open_log = Button(theme, "", small=True)
        column.addLayout(_row(IconLabel(theme, "scroll"), self.sent, self.open_log))
        self._quit = Label(theme, "")
        self.quit = Segmented(theme, small=True)
        column.addLayout(_row(IconLabel(theme, "stop"), self._quit, self.quit))

    def _connect(self) -> None:
        self.open_log.clicked.connect(self.log_wanted)
        self.quit.chosen.connect(self._choose_quit)
        self._later = QTimer(self, singleShot=True, interval=_LATER)
        self._later.timeout.connect(self.read)

    def show_provider(self, provider: Provider) -> None:
        self.privacy.show_provider(provider)

    def read_later(self) -> None:
        """Something was sent or spent: read again soon, once."""
        self._stale = True
        if self.isVisible() and not self._later.isActive():
            self._later.start()

    def read(self) -> None:
        """Read settings and sums anew."""
        self._stale = False
        store = self._services.store
        left = sentlog.left_since(store, moments.day_bounds(self._services.today())[0])
        self.budget.read()
        self.privacy.read(left.replaced)
        self.sent.setText(self._sent_words(left))
        self.quit.set_value(days.setting(store, QUIT_WITH_WORK) == "quit")

    def _sent_words(self, left: Left) -> str:
        if not left.delegations:
            return self.tr("Nothing was sent today")
        tokens = formats.count(left.tokens, self._services.languages.locale)
        words = self.tr("Sent today: %1, %2 tokens, %3").replace("%2", tokens)
        words = words.replace("%1", self.tr("%n delegations", "", left.delegations))
        return words.replace("%3", self.tr("%n providers", "", left.providers))

    def _choose_quit(self, quits: object) -> None:
        self._services.acts.run(set_setting, key=QUIT_WITH_WORK, value="quit" if quits else None)

    def _arrange(self) -> None:
        """Side by side where there is room; below each other else."""
        wide = self.width() >= _SIDE_BY_SIDE * self._services.theme.scale
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._sides.direction() != direction:
            self._sides.setDirection(direction)
        self._between.setVisible(wide)
        self.privacy.setContentsMargins(0 if wide else MARK, 0, 0, 0)

    def _retranslate(self) -> None:
        self.open_log.setText(self.tr("Open the log"))
        self._quit.setText(self.tr("When quitting with work under way"))
        self.quit.set_segments([Segment(False, self.tr("Ask")), Segment(True, self.tr("Quit"))])
        self.read()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def _row(icon: IconLabel, words: Label, control: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(MARK, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(icon)
    row.addWidget(words, 1)
    row.addWidget(control)
    return row


def _level(line: Divider) -> QVBoxLayout:
    """A line as wide as the marks, not as the room around them."""
    box = QVBoxLayout()
    box.setContentsMargins(MARK, 0, 0, 0)
    box.addWidget(line, 0, Qt.AlignmentFlag.AlignVCenter)
    return box
