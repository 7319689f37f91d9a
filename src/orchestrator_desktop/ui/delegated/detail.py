"""One delegation: its figures, its steps, its answer as it arrives, and what can be done about it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.store import tasks
from orchestrator_desktop.store.board import BoardRow
from orchestrator_desktop.ui.delegated.answer import AnswerView
from orchestrator_desktop.ui.delegated.deeds import Deed, key_of
from orchestrator_desktop.ui.delegated.figures import Figures
from orchestrator_desktop.ui.delegated.groups import Group, group_of
from orchestrator_desktop.ui.delegated.reason import Reason
from orchestrator_desktop.ui.delegated.saying import Saying
from orchestrator_desktop.ui.delegated.tries import history, tries_words
from orchestrator_desktop.ui.delegation.leaves import Leaves
from orchestrator_desktop.ui.paint import TONE_TEXT
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.button import Button, IconButton, Kind
from orchestrator_desktop.ui.widgets.fold import Fold
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import ActionBar, Divider, HeadBar
from orchestrator_desktop.ui.widgets.plain import PlainText
from orchestrator_desktop.ui.widgets.small import FiguresStrip, Pill, Steps

AFTER_MS = 40
"""Between a board, or a pane, that has changed and what takes longer to show."""
_PRIMARY = frozenset({Deed.REVIEW, Deed.RETRY, Deed.CONTINUE, Deed.KEY})
_CAPS = {Deed.STOP: ("Ctrl", "."), Deed.NOW: ("Ctrl", "↵")}


class DelegationDetail(QWidget):
    """`wanted(Deed, QWidget)`: a button was clicked; `menu_wanted(QWidget)`: the menu of all that can be done."""

    wanted = Signal(object, object)
    menu_wanted = Signal(object)
    closed = Signal()

    def __init__(self, services: Services, saying: Saying, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._saying = saying
        self._figures_of = Figures(services, saying, self)
        self._row: BoardRow | None = None
        self._reading = QTimer(self, interval=AFTER_MS, singleShot=True)
        self._build()
        self._connect()
        self._retranslate()
        self.show_row(None)

    def _build(self) -> None:
        theme = self._services.theme
        self._bar = HeadBar(theme)
        self._bar.title.set_look(style="body", token="text-3", weight=400)
        self._bar.note.setText("/")
        self._pill = Pill(theme)
        self.more = IconButton(theme, "dots", "")
        self._close = IconButton(theme, "panel", "")
        self._bar.add_left(self._pill)
        self._bar.add_right(self._close)
        self._bar.add_right(self.more)
        self._title = Label(theme, "", style="title", wrap=True)
        self._meta = Label(theme, "", style="meta", token="text-3")
        self.figures = FiguresStrip(theme)
        self.steps = Steps(theme)
        self.reason = Reason(theme)
        self.fold = Fold(theme)
        self._tries = PlainText(theme, style="micro")
        self.answer = AnswerView(self._services)
        self.view = self.answer.view
        self.leaves = Leaves(theme)
        self.leaves.setMinimumWidth(72)
        self._buttons = {deed: Button(theme, "") for deed in Deed}
        self._buttons[Deed.STOP].set_icon_name("stop")
        self._actions = ActionBar(theme)
        self._actions.add_left(self.leaves, 1)
        for button in reversed(self._buttons.values()):
            self._actions.add_right(button)
        self._compose()

    def _compose(self) -> None:
        self._top = QWidget()
        top = QVBoxLayout(self._top)
        top.setContentsMargins(24, 16, 20, 11)
        top.setSpacing(4)
        top.addWidget(self._title)
        top.addWidget(self._meta)
        top.addSpacing(12)
        top.addWidget(self.figures)
        top.addSpacing(10)
        top.addWidget(self.steps)
        top.addSpacing(2)
        top.addWidget(self.reason)
        top.addWidget(self.fold)
        top.addWidget(self._tries)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._bar)
        outer.addWidget(self._top)
        outer.addWidget(Divider(self._services.theme))
        outer.addWidget(self.answer, 1)
        outer.addWidget(self._actions)

    def _connect(self) -> None:
        self._close.clicked.connect(self.closed)
        self.more.clicked.connect(lambda: self.menu_wanted.emit(self.more))
        self.fold.opened.connect(lambda _on: self._say_tries())
        self._reading.timeout.connect(self._read_on)
        for deed, button in self._buttons.items():
            button.clicked.connect(lambda _on=False, deed=deed, button=button: self.wanted.emit(deed, button))

    @property
    def row(self) -> BoardRow | None:
        return self._row

    def button(self, deed: Deed) -> Button:
        return self._buttons[deed]

    def facts(self) -> str:
        """The line under the title."""
        return self._meta.text()

    def tries(self) -> str:
        """The list of tries, as far as it is open."""
        return self._tries.text() if self._tries.isVisible() else ""

    def show_row(self, row: BoardRow | None) -> None:
        """Show a delegation; its text is read again only when another attempt is meant, it has just ended, or somebody
        else writes it."""
        for part in (self._bar, self._top, self._actions, self.answer):
            part.setVisible(row is not None)
        before, self._row = self._row, row
        if row is None:
            self.answer.show_nothing()
            return
        same = before is not None and before.attempt_id == row.attempt_id
        if not same:
            self.fold.setChecked(False)
            self.answer.read(row)
        elif (before is not None and before.state is not row.state) or self.answer.missing(row):
            self._reading.start()
        if same and before is not None and _grown(before, row):
            self._say_figures(row)
            return
        self._say(row)

    def _read_on(self) -> None:
        """What is said of an attempt is painted before the rest of its text is set: both at once would hold the window
        twice as long."""
        if self._row is not None:
            self.answer.read(self._row)
            self._say_figures(self._row)

    def tick(self) -> None:
        """A second has gone by."""
        if self._row is not None:
            self._say_figures(self._row)
            self.reason.say(self._saying.reason(self._row))

    def _say(self, row: BoardRow) -> None:
        task = tasks.get(self._services.store, row.task_id)
        self._bar.title.setText(task.domain if task and task.domain else "")
        self._bar.note.setVisible(bool(task and task.domain))
        state = self._saying.state(row)
        self._pill.set_state(state, progress=self._saying.estimates.progress(row))
        self._title.setText(row.title)
        self._meta.setText(self._facts(row))
        self.reason.say(self._saying.reason(row), _detail(row), token=TONE_TEXT[state.tone])
        self._say_figures(row)
        self._say_tries()
        self._say_actions(row)

    def _facts(self, row: BoardRow) -> str:
        brief = self.tr("brief v%1").replace("%1", str(row.brief_version))
        goes_on = self.tr("goes on with an earlier answer") if row.continues is not None else ""
        parts = (row.delegate, self._saying.model(row), brief, self._saying.tries(row), goes_on)
        return " · ".join(part for part in parts if part)

    def _say_figures(self, row: BoardRow) -> None:
        answer = self.answer
        if answer.tokens:
            self._saying.estimates.weigh(row.attempt_id, answer.characters / answer.tokens)
        pace = self._figures_of.pace(row, text=answer.tokens, thought=answer.thought, before=answer.before)
        self.figures.set_figures(self._figures_of.cells(row, pace))
        self.steps.set_steps(self._figures_of.steps(row))
        if self._services.theme.scale > 1:  # large letters are cut in their cells
            self.figures.setToolTip(self.figures.accessibleName().replace(". ", "\n"))
        answer.say_silence(self._figures_of.silence(row, answer.heard_at))

    def _say_tries(self) -> None:
        """The list is read while it is open alone."""
        row = self._row
        if row is None:
            return
        count = self.answer.number
        self.fold.setVisible(count > 1 or row.state is AttemptState.WAITING)
        self.fold.set_words(tries_words(count))
        shown = self.fold.isChecked() and not self.fold.isHidden()
        self._tries.setVisible(shown)
        if shown:
            lines = history(self._services.store, row.delegation_id, self._services.languages.locale)
            self._tries.set_text("\n".join(lines))

    def _say_actions(self, row: BoardRow) -> None:
        shown = self._saying.bar_deeds(row)
        for deed, button in self._buttons.items():
            button.setVisible(deed in shown)
            if deed in shown:
                button.setText(self._saying.deed_name(deed, row))
                button.set_kind(Kind.PRIMARY if deed is shown[0] and self._weighs(deed, row) else Kind.OUTLINED)
                caps = _CAPS.get(deed, ()) if len(shown) == 1 else ()  # beside another there is no room for two
                button.set_keys(caps or tuple(filter(None, (key_of(deed),))))
        self.more.setVisible(bool(self._saying.deeds(row)))
        self.leaves.setVisible(group_of(row) is not Group.BACK)
        icon = "leaves" if row.leaves_computer else "padlock"
        self.leaves.say(icon, *self._figures_of.leaving(row), preview=False)

    def _weighs(self, deed: Deed, row: BoardRow) -> bool:
        """Whether it is the one thing to do here: what merely hurries a queue, or costs more than agreed, is not."""
        return deed in _PRIMARY or (deed is Deed.NOW and row.state is AttemptState.DRAFT)

    def _retranslate(self) -> None:
        self._close.set_text(self.tr("Close the panel"))
        self.more.set_text(self.tr("What can be done"))
        self._tries.edit.setAccessibleName(self.tr("Tries"))
        if self._row is not None:
            self._say(self._row)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _detail(row: BoardRow) -> str:
    """The provider's own words. A single one ("length") is the protocol's, and says nothing new."""
    return row.error_detail[:400] if row.state.ended and " " in row.error_detail else ""


def _grown(before: BoardRow, row: BoardRow) -> bool:
    """Whether more of the answer has come, and nothing else has changed."""
    return replace(before, text_length=row.text_length, reasoning_length=row.reasoning_length) == row
