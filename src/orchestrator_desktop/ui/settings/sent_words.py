"""A line of the sent log in words: what the table shows, what is searched, what is read aloud."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.providers.address import is_loopback, origin
from orchestrator_desktop.store.sentlog import Sent
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.delegated.words import attempt_state
from orchestrator_desktop.ui.names import provider_name
from orchestrator_desktop.ui.paint import UiState, state_name
from orchestrator_desktop.ui.settings.words import file_size

_PURPOSES: Final = {
    "delegation": QT_TRANSLATE_NOOP("SentLog", "Delegation"),
    "resume": QT_TRANSLATE_NOOP("SentLog", "Reading on"),
    "cancel": QT_TRANSLATE_NOOP("SentLog", "Stopping"),
    "test": QT_TRANSLATE_NOOP("SentLog", "Test"),
    "models": QT_TRANSLATE_NOOP("SentLog", "List of models"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """The cells of a row, each of one or two lines; empty where there is nothing to say."""

    when: str
    day: str
    what: str
    purpose: str
    provider: str
    place: str
    tokens: str
    size: str
    cost: str
    replaced: str
    state: UiState | None
    state_words: str

    @property
    def words(self) -> str:
        """All of it, for those who hear it."""
        parts = (
            self.what, self.purpose, self.provider, self.place, self.state_words, self.day, self.when, self.tokens,
            self.size, self.cost,
        )  # fmt: skip
        return ", ".join(part for part in parts if part)


def names(sent: Sent) -> str:
    """What a search looks through: the names in a row, as they are shown. A log is long, so it is put together in no
    more time than it must."""
    purpose = _translate(_PURPOSES[sent.purpose]) if sent.purpose in _PURPOSES else sent.purpose
    state = _state_words(_state(sent), _translate)
    return f"{sent.task_title} {purpose} {provider_name(sent.provider)} {sent.model} {sent.url} {state}"


def line(sent: Sent, today: date, locale: QLocale) -> Line:
    """The row of a request. Those that go on with a request share its tokens and its cost: they are told once."""
    say = _translate
    local, asked = is_loopback(sent.url), sent.purpose == "delegation"
    at = sent.at.astimezone()
    purpose = say(_PURPOSES[sent.purpose]) if sent.purpose in _PURPOSES else sent.purpose
    state = _state(sent)
    who = provider_name(sent.provider)
    return Line(
        when=formats.clock(at, locale),
        day=formats.day(at.date(), today, locale),
        what=sent.task_title or purpose,
        purpose=purpose if sent.task_title else "",
        provider=f"{who} · {_model(sent)}" if sent.model else who,
        place=say(QT_TRANSLATE_NOOP("SentLog", "on this computer")) if local else origin(sent.url).partition("//")[2],
        tokens=_tokens(sent, locale, say) if asked else "",
        size=file_size(sent.bytes, locale) if sent.bytes else "",
        cost=_cost(sent, locale, say, local=local) if asked else "",
        replaced=str(sent.replaced) if asked and sent.replaced else "",
        state=UiState.DONE if state is UiState.IN_REVIEW else state,
        state_words=_state_words(state, say),
    )


def _state(sent: Sent) -> UiState | None:
    """That of the delegation, on the row of the request that asked."""
    return attempt_state(AttemptState(sent.state)) if sent.state and sent.purpose == "delegation" else None


def _model(sent: Sent) -> str:
    """A file by its name alone."""
    return sent.model.replace("\\", "/").rpartition("/")[2] if sent.model.endswith(".gguf") else sent.model


def _tokens(sent: Sent, locale: QLocale, say: Callable[[str], str]) -> str:
    if sent.input_tokens is None:
        return ""
    counted = say(QT_TRANSLATE_NOOP("SentLog", "%1 tokens"))
    words = counted if sent.measured else say(QT_TRANSLATE_NOOP("SentLog", "about %1 tokens"))
    return words.replace("%1", formats.count(sent.input_tokens, locale))


def _cost(sent: Sent, locale: QLocale, say: Callable[[str], str], *, local: bool) -> str:
    if sent.cost_micro is not None:
        return say(QT_TRANSLATE_NOOP("SentLog", "free")) if local else formats.money(sent.cost_micro, locale)
    ended = sent.state is not None and AttemptState(sent.state).ended
    return say(QT_TRANSLATE_NOOP("SentLog", "unknown")) if ended else ""


def _state_words(state: UiState | None, say: Callable[[str], str]) -> str:
    if state is None:
        return ""
    # In the log it matters that it answered, not what became of the answer.
    return say(QT_TRANSLATE_NOOP("SentLog", "Answered")) if state is UiState.IN_REVIEW else state_name(state)


def _translate(text: str) -> str:
    return QCoreApplication.translate("SentLog", text)
