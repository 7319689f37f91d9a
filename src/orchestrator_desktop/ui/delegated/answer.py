"""The answer of one delegation as it arrives: its thoughts folded, its text, and the word while nothing comes."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain.ids import AttemptId
from orchestrator_desktop.domain.tokens import estimate
from orchestrator_desktop.engine.notices import Chunk
from orchestrator_desktop.store import delegations
from orchestrator_desktop.store.board import BoardRow
from orchestrator_desktop.ui.delegated.estimates import CHARS_A_TOKEN
from orchestrator_desktop.ui.document.live import LiveView
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.thinking import Thinking

_SAMPLE: Final = 20_000


class AnswerView(QWidget):
    """Begins with what is there already and goes on with the chunks of its own attempt; `heard` after each."""

    heard = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._attempt_id: AttemptId | None = None
        self._shown = 0
        self.number = 0
        """Which try it is."""
        self.heard_at: datetime | None = None
        """When something last came, as far as was seen."""
        self.tokens = 0.0
        """Of the text, about; `before` of them were an earlier attempt's."""
        self.before = 0.0
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self.thinking = Thinking(theme)
        self.view = LiveView(theme)
        self._silence = Label(theme, "", style="meta", token="text-3", tabular=True)
        self._silence.hide()
        self._jump = Button(theme, "", small=True)
        self._jump.hide()
        jump = QHBoxLayout()
        jump.addStretch(1)
        jump.addWidget(self._jump)
        jump.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 20, 8)
        column.setSpacing(8)
        column.addWidget(self.thinking)
        column.addWidget(self.view, 1)
        column.addWidget(self._silence)
        column.addLayout(jump)

    def _connect(self) -> None:
        self.view.away.connect(self._jump.setVisible)
        self._jump.clicked.connect(self.view.jump_to_end)
        self._services.bridge.chunk.connect(self._heard)

    @property
    def characters(self) -> int:
        """Of the text that has arrived."""
        return self._shown

    @property
    def thought(self) -> float:
        """Tokens of its thoughts, about."""
        return self.thinking.length / CHARS_A_TOKEN

    def show_nothing(self) -> None:
        self._listen_to(None)

    def _listen_to(self, attempt_id: AttemptId | None) -> None:
        self._attempt_id = self._services.bridge.listened_to = attempt_id

    def read(self, row: BoardRow) -> None:
        """Show all that has arrived of a row's attempt; what is shown of it already stays as it is."""
        attempt = delegations.attempt(self._services.store, row.attempt_id)
        if attempt is None:
            return
        same = self._attempt_id == row.attempt_id
        # Before what has arrived is read: no word may fall between the two.
        self._listen_to(row.attempt_id)
        self.number = attempt.number
        text, reasoning = attempt.text, attempt.reasoning
        engine = self._services.desk.engine
        if row.state.under_way and engine is not None:
            text = _longer(engine.arrived(row.attempt_id), text)
            reasoning = _longer(engine.thought(row.attempt_id), reasoning)
        if not same:
            self.heard_at = None
            self.thinking.start(reasoning)
            self.before = tokens_of(text[: attempt.lead])
        else:
            self.thinking.append(reasoning[self.thinking.length :])
        self._show(text, restart=not same)
        if row.state.under_way:
            self.view.reopen()
        else:
            self.view.finish()

    def missing(self, row: BoardRow) -> bool:
        """Whether the store has more than is shown: another process runs it."""
        return row.text_length > self._shown or row.reasoning_length > self.thinking.length

    @property
    def silence(self) -> str:
        """What is said while nothing comes."""
        return self._silence.text()

    def say_silence(self, words: str) -> None:
        self._silence.setText(words)
        self._silence.setVisible(bool(words))

    def _show(self, text: str, *, restart: bool) -> None:
        if restart or text[: self._shown] != self.view.markdown[: self._shown]:
            self.view.start(text)
        elif len(text) > self._shown:
            self.view.append(text[self._shown :])
            self.heard_at = self._services.now()
        self._shown = len(text)
        self.tokens = tokens_of(text)

    def _heard(self, chunk: Chunk) -> None:
        if chunk.attempt_id != self._attempt_id:
            return
        self.heard_at = self._services.now()
        fresh = _rest(chunk.text, chunk.start, self._shown)
        if fresh:
            self.view.append(fresh)
            self._shown += len(fresh)
            self.tokens += estimate(fresh)
        self.thinking.append(_rest(chunk.reasoning, chunk.reasoning_start, self.thinking.length))
        self.heard.emit()

    def _retranslate(self) -> None:
        self._jump.setText(self.tr("Jump to the end"))
        self.view.setAccessibleName(self.tr("Answer"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def tokens_of(text: str) -> float:
    """About how many; of a long text by a sample, for counting a megabyte takes a third of a second."""
    sample = text[:_SAMPLE]
    return estimate(sample) * len(text) / len(sample) if sample else 0.0


def _rest(text: str, start: int, shown: int) -> str:
    """What of `text`, which begins at `start`, is not shown yet; nothing where something before it is missing."""
    return text[shown - start :] if start <= shown else ""


def _longer(arrived: str | None, stored: str) -> str:
    return stored if arrived is None else arrived
