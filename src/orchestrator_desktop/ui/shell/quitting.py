"""Closing the window while answers are on their way: asked once, unless the user wants it so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import days, queue
from orchestrator_desktop.store.queue import UnderWay
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.button import Button, Kind
from orchestrator_desktop.ui.widgets.choice import CheckBox
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.overlay import Overlay, Sheet
from orchestrator_desktop.ui.widgets.sheets import foot_row, place_question, sheet_column

QUIT_WITH_WORK: Final = "quit.with_work"
"""Setting: "quit" closes without asking; absent, the user is asked."""
WIDTH = 440


class Quitting(QObject):
    """Decides whether the window may close. `agreed` once the user has said so: close it again."""

    agreed = Signal()

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._sheet: QuitSheet | None = None
        self._asks = True

    def do_not_ask(self) -> None:
        """The session ends, or the process is told to: nobody is there to answer."""
        self._asks = False

    def may_close(self) -> bool:
        """Whether the window may close now; where it may not, the user is asked."""
        if not self._asks or days.setting(self._services.store, QUIT_WITH_WORK) == "quit":
            return True
        work = self._work()
        if work and self._sheet is None:
            self._sheet = QuitSheet(self._services, self._window, work)
            self._sheet.answered.connect(self._answered)
            self._sheet.ask()
        return not work

    def _work(self) -> list[UnderWay]:
        """What runs in this process: quitting leaves that of others alone."""
        engine = self._services.desk.engine
        here = frozenset() if engine is None else engine.under_way
        return [one for one in queue.under_way(self._services.store) if one.attempt_id in here] if here else []

    def _answered(self, quits: bool) -> None:
        self._sheet = None
        if quits:
            self._asks = False
            self.agreed.emit()


class QuitSheet(Overlay):
    """What goes on, what quitting means, and two buttons; staying has the focus. `answered(bool)`: whether to quit."""

    answered = Signal(bool)

    def __init__(self, services: Services, window: QWidget, work: Sequence[UnderWay]) -> None:
        self._panel_box = Sheet(services.theme)
        super().__init__(services.theme, window, self._panel_box)
        self._services = services
        self._quits = False
        self._build(work)
        self._connect()

    def _build(self, work: Sequence[UnderWay]) -> None:
        theme = self._services.theme
        self.stay = Button(theme, self.tr("Stay open"))
        self.quit = Button(theme, self.tr("Quit"), kind=Kind.DANGER)
        self.remember = CheckBox(theme, self.tr("Do not ask again"))
        self._column = column = sheet_column(self._panel_box)
        column.addWidget(Label(theme, self.tr("Quit now?"), style="title"))
        column.addWidget(Label(theme, self._words(work), token="text-2", wrap=True))
        column.addSpacing(4)
        column.addLayout(foot_row(self.remember, self.stay, self.quit))

    def _connect(self) -> None:
        self.stay.clicked.connect(self.close_overlay)
        self.quit.clicked.connect(self._quit)
        self.placed.connect(self._place)
        self.closed.connect(lambda: self.answered.emit(self._quits))
        self.closed.connect(self.deleteLater)

    def ask(self) -> None:
        """Open it."""
        self.open()
        self.stay.setFocus(Qt.FocusReason.PopupFocusReason)

    def _quit(self) -> None:
        if self.remember.isChecked():
            self._services.acts.run(set_setting, key=QUIT_WITH_WORK, value="quit")
        self._quits = True
        self.close_overlay()

    def _words(self, work: Sequence[UnderWay]) -> str:
        ending = [one for one in work if not one.goes_on]
        said = [self.tr("%n delegation(s) are under way.", "", len(work))]
        if any(one.charges for one in ending):
            said.append(self.tr("What has arrived is kept; the rest may be charged."))
        elif ending:
            said.append(self.tr("What has arrived is kept."))
        for provider, count in Counter(one.provider for one in work if one.goes_on).items():
            said.append(self.tr("%n go(es) on at %1, to be read at the next start.", "", count).replace("%1", provider))
        return " ".join(said)

    def _place(self) -> None:
        place_question(self, self._panel_box, self._column, WIDTH)
