"""What leaves the computer when a task is handed over: the preview shows it, the engine sends it, nothing else does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from orchestrator_desktop.domain.brief import ContextItem
from orchestrator_desktop.domain.briefing import Revision, compose
from orchestrator_desktop.domain.delegate import Provider, Specialist
from orchestrator_desktop.domain.ids import BriefId, ResultId
from orchestrator_desktop.domain.messages import Message
from orchestrator_desktop.domain.redaction import redact
from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.domain.tokens import estimate_messages
from orchestrator_desktop.operations.briefs import ask_of
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store.days import setting
from orchestrator_desktop.store.store import Store

NAMES: Final = "privacy.names"
"""Setting: the names that are replaced before sending, a list of texts."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """The exact texts of a request. `replaced` maps each placeholder to what it stands for."""

    messages: tuple[Message, ...]
    replaced: Mapping[str, str]
    untrusted: bool
    """Text from outside is among it."""

    @property
    def tokens(self) -> int:
        """About how many."""
        return estimate_messages(self.messages)


def outgoing(
    store: Store,
    task: Task,
    specialist: Specialist,
    provider: Provider,
    *,
    brief_id: BriefId | None = None,
    comment: str = "",
    previous: ResultId | None = None,
    partial: str = "",
) -> Outgoing:
    """What delegating the task now would send to `provider`.

    Without `brief_id` the newest version of the brief is meant; `partial` is the text of an answer to go on with."""
    result = None if previous is None else reading.result(store, previous)
    revision = None if result is None else Revision(result.text, comment)
    ask = ask_of(store, task, brief_id)
    messages = compose(
        ask, instructions=specialist.instructions, examples=specialist.examples, revision=revision, partial=partial
    )
    untrusted = _any_untrusted(ask.context)
    if not provider.replaces:
        return Outgoing(messages, {}, untrusted)
    redacted = redact(messages, names=tuple(setting(store, NAMES, [])))
    return Outgoing(redacted.messages, redacted.replaced, untrusted)


def _any_untrusted(context: tuple[ContextItem, ...]) -> bool:
    return any(item.untrusted for item in context)
