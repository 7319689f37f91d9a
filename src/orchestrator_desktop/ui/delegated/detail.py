"""One delegation: its figures, its steps, its answer as it arrives, and what can be done about it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.delegation import Attempt
from orchestrator_desktop.domain.tokens import estimate
from orchestrator_desktop.engine.notices import Chunk
from orchestrator_desktop.store import delegations, tasks
from orchestrator_desktop.store.delegations import BoardRow
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.delegated.model import Group, group_of
from orchestrator_desktop.ui.delegated.words import attempt_state, board_state, outcome_words
from orchestrator_desktop.ui.delegation.leaves import Leaves
from orchestrator_desktop.ui.document.live import LiveView
from orchestrator_desktop.ui.names import provider_name
from orchestrator_desktop.ui.paint import UiState, state_name
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.button import Button, IconButton
from orchestrator_desktop.ui.widgets.button import Kind as Weight
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import ActionBar, Divider, HeadBar
from orchestrator_desktop.ui.widgets.small import Figure, FiguresStrip, Pill, Step, Steps

_SAMPLE: Final = 20_000
_PARTS: Final = ("stop", "retry", "another", "keep", "back", "review")


class DelegationDetail(QWidget):
    """`wanted(str)`: "stop", "retry", "another", "keep", "back" or "review"."""

    wanted = Signal(str)
    closed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._row: BoardRow | None = None
        self._attempt: Attempt | None = None
        self._shown = 0
        self._tokens = 0.0
        self._build()
        self._connect()
        self._retranslate()
        self.show_row(None)

    def _build(self) -> None:
        theme = self._services.theme
        self._bar = HeadBar(theme)
        self._bar.title.set_look(style="body", token="text-3", weight=400)
        self._pill = Pill(theme)
        self._close = IconButton(theme, "panel", "")
        self._bar.add_left(self._pill)
        self._bar.add_right(self._close)
        self._title = Label(theme, "", style="title", wrap=True)
        self._meta = Label(theme, "", style="meta", token="text-3")
        self._figures = FiguresStrip(theme)
        self._steps = Steps(theme)
        self._reason = Label(theme, "", token="text-2", wrap=True)
        self._detail = Label(theme, "", style="micro", token="text-3", wrap=True)
        self.view = LiveView(theme)
        self._jump = Button(theme, "", small=True)
        self._jump.hide()
        self._leaves = Leaves(theme)
        self._buttons = {part: Button(theme, "", kind=_WEIGHTS.get(part, Weight.OUTLINED)) for part in _PARTS}
        self._buttons["stop"].set_icon_name("stop")
        self._buttons["stop"].set_keys(("Ctrl", "."))
        self._buttons["retry"].set_keys(("R",))
        self._actions = ActionBar(theme)
        self._actions.add_left(self._leaves, 1)
        for button in self._buttons.values():
            self._actions.add_right(button)
        self._compose()

    def _compose(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(24, 16, 20, 16)
        top.setSpacing(4)
        top.addWidget(self._title)
        top.addWidget(self._meta)
        top.addSpacing(12)
        top.addWidget(self._figures)
        top.addSpacing(12)
        top.addWidget(self._steps)
        top.addWidget(self._reason)
        top.addWidget(self._detail)
        text = QVBoxLayout()
        text.setContentsMargins(24, 16, 20, 8)
        text.addWidget(self.view, 1)
        jump = QHBoxLayout()
        jump.addStretch(1)
        jump.addWidget(self._jump)
        jump.addStretch(1)
        text.addLayout(jump)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._bar)
        self._top = QWidget()
        self._top.setLayout(top)
        outer.addWidget(self._top)
        outer.addWidget(Divider(self._services.theme))
        outer.addLayout(text, 1)
        outer.addWidget(self._actions)

    def _connect(self) -> None:
        self._close.clicked.connect(self.closed)
        self.view.away.connect(self._jump.setVisible)
        self._jump.clicked.connect(self.view.jump_to_end)
        self._services.bridge.chunk.connect(self._heard)
        for part, button in self._buttons.items():
            button.clicked.connect(lambda _on=False, name=part: self.wanted.emit(name))

    @property
    def row(self) -> BoardRow | None:
        return self._row

    def button(self, part: str) -> Button:
        return self._buttons[part]

    def show_row(self, row: BoardRow | None) -> None:
        """Show a delegation; the text is read again only when another attempt is meant or it has just ended."""
        for part in (self._bar, self._top, self._actions, self.view):
            part.setVisible(row is not None)
        before, self._row = self._row, row
        if row is None:
            self._attempt = None
            return
        same = before is not None and before.attempt_id == row.attempt_id
        if not same or (before is not None and before.state is not row.state):
            self._read(row, restart=not same)
        self._say(row)

    def tick(self) -> None:
        """A second has gone by."""
        if self._row is not None:
            self._say_figures(self._row)

    def _read(self, row: BoardRow, *, restart: bool) -> None:
        self._attempt = delegations.attempt(self._services.store, row.attempt_id)
        if self._attempt is None:
            return
        text = self._attempt.text
        if row.state.under_way:
            engine = self._services.desk.engine
            arrived = engine.arrived(row.attempt_id) if engine is not None else None
            text = arrived if arrived is not None else text
        if restart or text[: self._shown] != self.view.markdown[: self._shown]:
            self.view.start(text)
        else:
            self.view.append(text[self._shown :])
        self._shown = len(text)
        # A sample says it well enough: counting a megabyte takes a third of a second.
        sample = text[:_SAMPLE]
        self._tokens = estimate(sample) * len(text) / len(sample) if sample else 0.0
        if not row.state.under_way:
            self.view.finish()

    def _heard(self, chunk: Chunk) -> None:
        if self._row is None or chunk.attempt_id != self._row.attempt_id:
            return
        fresh = chunk.text[max(0, self._shown - chunk.start) :]
        if chunk.start <= self._shown and fresh:
            self.view.append(fresh)
            self._shown += len(fresh)
            self._tokens += estimate(fresh)

    def _say(self, row: BoardRow) -> None:
        task = tasks.get(self._services.store, row.task_id)
        self._bar.title.setText(f"{task.domain} /" if task and task.domain else "")
        self._pill.set_state(board_state(row))
        self._title.setText(row.title)
        model = row.model.replace("\\", "/").rpartition("/")[2]
        version = self.tr("brief v%1").replace("%1", str(row.brief_version))
        self._meta.setText(" · ".join(part for part in (row.delegate, model, version) if part))
        reason = outcome_words(
            row.state,
            row.error,
            provider=provider_name(row.provider or row.delegate),
            model=row.model,
            charges=row.leaves_computer,
        )
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        # A single word ("length") is the protocol's, and says nothing that the reason does not.
        detail = row.error_detail[:400] if " " in row.error_detail else ""
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._say_figures(row)
        self._say_steps(row)
        self._say_actions(row)

    def _say_figures(self, row: BoardRow) -> None:
        locale = self._services.languages.locale
        end = row.ended_at or self._services.now()
        elapsed = (end - row.sent_at).total_seconds() if row.sent_at else 0.0
        received = row.output_tokens if row.output_tokens is not None else round(self._tokens)
        writing = (end - row.first_text_at).total_seconds() if row.first_text_at else 0.0
        rate = f"{received / writing:.0f}" if writing > 0.5 and received else "–"
        first = ""
        if row.first_text_at and row.sent_at:
            wait = (row.first_text_at - row.sent_at).total_seconds()
            first = self.tr("first word: %1 s").replace("%1", locale.toString(wait, "f", 1))
        measured = self.tr("measured") if row.output_tokens is not None else self.tr("about")
        cost = self.tr("unknown") if row.state.ended else "–"
        if row.cost_micro is not None:
            free = row.cost_micro == 0 and not row.leaves_computer
            cost = self.tr("free") if free else formats.money(row.cost_micro, locale)
        self._figures.set_figures(
            (
                Figure(self.tr("Elapsed"), formats.elapsed(elapsed)),
                Figure(self.tr("Rate"), self.tr("%1 tokens/s").replace("%1", rate), first),
                Figure(self.tr("Received"), self.tr("%n token(s)", "", received), measured if received else ""),
                Figure(self.tr("Cost"), cost),
            )
        )

    def _say_steps(self, row: BoardRow) -> None:
        tokens = formats.count(row.input_estimate, self._services.languages.locale)
        sent = row.state is not AttemptState.QUEUED
        writing = attempt_state(row.state, row.error) if sent else UiState.QUEUED
        if row.state is AttemptState.COMPLETE:
            writing = UiState.DONE
        waits = row.state is AttemptState.SENT
        note = self.tr("waiting for the first word…") if waits else ""
        back = group_of(row) is Group.BACK
        if back:
            writing = UiState.DONE  # the user took what had arrived as a result
        you = board_state(row) if back else UiState.READY
        yours = state_name(you) if back else self.tr("in review")
        weight = self.tr("%1 tokens").replace("%1", tokens)
        self._steps.set_steps(
            (
                Step(UiState.DONE if sent else UiState.QUEUED, self.tr("Context"), weight),
                Step(writing, self.tr("Drafting"), note, progress=0.3),
                Step(you, self.tr("You"), yours),
            )
        )

    def _say_actions(self, row: BoardRow) -> None:
        group = group_of(row)
        kept = row.text_length > 0
        shown = {
            Group.RUNNING: {"stop"},
            Group.QUEUED: {"back", "stop"},
            Group.NEEDS_YOU: {"retry", "another", "back"} | ({"keep"} if kept else set()),
            Group.BACK: {"review"} if row.task_stage == "in_review" else set(),
        }[group]
        for part, button in self._buttons.items():
            button.setVisible(part in shown)
        self._leaves.setVisible(group in (Group.RUNNING, Group.QUEUED))
        tokens = formats.count(row.input_estimate, self._services.languages.locale)
        words = self.tr("%1 tokens sent to %2") if group is Group.RUNNING else self.tr("%1 tokens wait for %2")
        first = words.replace("%1", tokens).replace("%2", provider_name(row.provider or row.delegate))
        if not row.leaves_computer:
            first = self.tr("Nothing leaves this computer")
        icon = "leaves" if row.leaves_computer else "padlock"
        self._leaves.say(icon, first, self.tr("You may leave this screen, the delegation goes on."), preview=False)

    def _retranslate(self) -> None:
        words = (
            self.tr("Stop"),
            self.tr("Retry"),
            self.tr("Hand to another…"),
            self.tr("Review what arrived"),
            self.tr("Take back"),
            self.tr("Review"),
        )
        for button, text in zip(self._buttons.values(), words, strict=True):
            button.setText(text)
        self._close.set_text(self.tr("Close the panel"))
        self._jump.setText(self.tr("Jump to the end"))
        self.view.setAccessibleName(self.tr("Answer"))
        if self._row is not None:
            self._say(self._row)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


_WEIGHTS: Final = {"review": Weight.PRIMARY, "retry": Weight.PRIMARY, "back": Weight.PLAIN}
