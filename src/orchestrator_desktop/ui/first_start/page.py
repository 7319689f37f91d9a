"""Hand over your first task: a card, a sentence, Enter; then the answer is followed into its review."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.exchange.starters import Starter
from orchestrator_desktop.operations.briefs import BriefEdits
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.operations.setup import load_starters
from orchestrator_desktop.operations.starting import start
from orchestrator_desktop.store import delegates
from orchestrator_desktop.ui import preferences
from orchestrator_desktop.ui.delegation.saver import Saver
from orchestrator_desktop.ui.first_start.cards import Card
from orchestrator_desktop.ui.first_start.entry import Entry
from orchestrator_desktop.ui.languages import NAMES
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.page import Page
from orchestrator_desktop.ui.paint import UiState
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.button import Kind as Weight
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.segmented import Segment, Segmented
from orchestrator_desktop.ui.widgets.small import IconLabel, Step, Steps

DRAFT = "first_start"
WIDTH = 640


class FirstStartPage(Page):
    """Shown while no task was ever written; everything in it is the real thing."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._starters = load_starters()
        self._chosen = 0
        self._followed: TaskId | None = None
        self._saver = Saver(self)
        self._build()
        self._connect()
        self._retranslate()
        self._choose(0)

    def _build(self) -> None:
        theme = self.services.theme
        self.language = Segmented(theme, [Segment(code, name) for code, name in NAMES.items()], small=True)
        self.title = Label(theme, "", style="hero", align=Qt.AlignmentFlag.AlignHCenter)
        self.cards = [Card(theme, starter.icon) for starter in self._starters]
        self.entry = Entry(self.services)
        self._lock = IconLabel(theme, "padlock", size=14, token="ok-text")
        self._nothing = Label(theme, "", style="meta", token="text-2")
        self._honest = Label(theme, "", style="meta", token="text-3", align=Qt.AlignmentFlag.AlignHCenter)
        self.setFocusProxy(self.entry)
        self._steps = Steps(theme)
        self._have = Label(theme, "", style="meta", token="text-3")
        self._connect_own = Button(theme, "", kind=Weight.LINK)
        top = QHBoxLayout()
        top.addStretch(1)
        top.addWidget(self.language)
        centre = QHBoxLayout()
        centre.addStretch(1)
        centre.addWidget(self._column())
        centre.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 12, 20, 24)
        outer.addLayout(top)
        outer.addStretch(2)
        outer.addLayout(centre)
        outer.addStretch(3)
        outer.addLayout(_centred(self._have, self._connect_own))

    def _column(self) -> QWidget:
        column = QWidget()
        column.setFixedWidth(WIDTH)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        inner.addWidget(self.title)
        inner.addSpacing(20)
        cards = QHBoxLayout()
        cards.setSpacing(12)
        for card in self.cards:
            cards.addWidget(card)
        inner.addLayout(cards)
        inner.addWidget(self.entry)
        inner.addLayout(_centred(self._lock, self._nothing))
        inner.addWidget(self._honest)
        inner.addSpacing(48)
        steps = QHBoxLayout()
        steps.setContentsMargins(24, 0, 24, 0)
        steps.addWidget(self._steps)
        inner.addLayout(steps)
        return column

    def _connect(self) -> None:
        for number, card in enumerate(self.cards):
            card.clicked.connect(partial(self._choose, number))
        self.language.chosen.connect(self._speak)
        self.entry.handed_over.connect(self._delegate)
        self.entry.edited.connect(self._keep)
        self._connect_own.clicked.connect(lambda: self.services.navigator.go(Screen.SETTINGS, part="providers"))
        self.services.bridge.changed.connect(self._follow)

    def open(self, target: Target) -> None:
        del target
        draft = self.services.acts.draft(self.services.store, DRAFT)
        if draft:
            self.entry.set_text(draft)
        self.entry.write()

    def refresh(self, changes: Changes) -> None:
        if changes.touches(Kind.SPECIALIST, Kind.PROVIDER):
            self._retranslate()

    def _starter(self) -> Starter:
        return self._starters[self._chosen]

    def _choose(self, number: int) -> None:
        self._chosen = number
        self.cards[number].setChecked(True)
        starter = self._starter()
        self.entry.show_starter(starter, self.services.languages.code)
        self.entry.write()

    def _keep(self) -> None:
        text = self.entry.text
        self._saver.later(DRAFT, lambda: self.services.acts.keep_draft(DRAFT, text))

    def _delegate(self) -> None:
        starter = self._starter()
        who = next((s for s in delegates.specialists(self.services.store) if s.starter == starter.id), None)
        if who is None or not self.entry.text.strip():
            self.entry.write()
            return
        self._saver.flush()
        brief = BriefEdits(context=self.entry.context(), constraints=starter.constraints, done_when=starter.done_when)
        future = self.services.acts.run(
            start, sentence=self.entry.text, specialist_id=who.id, level=starter.level, brief=brief
        )

        def started(changes: Changes) -> None:
            self.services.acts.keep_draft(DRAFT, "")
            self._followed = TaskId(changes.first(Kind.TASK))
            self.services.navigator.go(Screen.DELEGATED, task_id=self._followed)

        self.services.acts.then(future, started)

    def _follow(self, changes: Changes, _origin: str) -> None:
        """Lead the newcomer from the answer to its review, unless they have gone elsewhere."""
        current = self.services.navigator.current
        if self._followed is None or not changes.touches(Kind.RESULT):
            return
        if self._followed in changes.of(Kind.TASK):
            if current is not None and current.screen is Screen.DELEGATED:
                self.services.navigator.go(Screen.REVIEW, task_id=self._followed)
            self._followed = None

    def _speak(self, code: object) -> None:
        self.services.languages.use(str(code))
        self.services.acts.run(set_setting, key=preferences.LANGUAGE, value=str(code))

    def _retranslate(self) -> None:
        code = self.services.languages.code
        self.language.set_value(code)
        self.title.setText(self.tr("Hand over your first task"))
        for card, starter in zip(self.cards, self._starters, strict=True):
            card.say(starter.title(code), starter.subtitle(code))
        self._nothing.setText(self.tr("Nothing leaves this computer. No key, no cost."))
        self._honest.setText(self.tr("The built-in model is small and writes English: it is there to try out."))
        self._have.setText(self.tr("Have a key or Ollama?"))
        self._connect_own.setText(self.tr("Connect your own provider"))
        self._steps.set_steps(
            (
                Step(UiState.READY, self.tr("You say what"), self.tr("now"), token="text"),
                Step(UiState.RUNNING, self.tr("It works"), self.tr("a few seconds"), progress=0.6, token="text-2"),
                Step(UiState.IN_REVIEW, self.tr("You decide"), self.tr("accept, edit or send back"), token="text-2"),
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            untouched = self.entry.untouched
            self._retranslate()
            if untouched:
                self.entry.show_starter(self._starter(), self.services.languages.code)
        super().changeEvent(event)


def _centred(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
