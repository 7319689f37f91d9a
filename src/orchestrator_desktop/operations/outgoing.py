"""What leaves the computer when a task is handed over: the preview shows it, the engine sends it, nothing else does."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from orchestrator_desktop.domain.brief import ContextItem
from orchestrator_desktop.domain.briefing import Revision, compose, go_on
from orchestrator_desktop.domain.delegate import Provider, Specialist
from orchestrator_desktop.domain.ids import BriefId, DelegationId, ResultId
from orchestrator_desktop.domain.messages import Message
from orchestrator_desktop.domain.redaction import redact
from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.domain.text import whole
from orchestrator_desktop.domain.tokens import estimate_messages
from orchestrator_desktop.operations.briefs import ask_of
from orchestrator_desktop.operations.tasks import require
from orchestrator_desktop.providers.address import origin
from orchestrator_desktop.store import delegates
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
    again: int = 0
    """How many of the last messages give an answer back to who gave it, to go on with."""

    @property
    def tokens(self) -> int:
        """About how many."""
        return estimate_messages(self.messages)

    def digest(self, provider: Provider, model: str) -> str:
        """Differs where other words leave, or where they go elsewhere. What an answer had so far does not count."""
        asked = self.messages[: len(self.messages) - self.again]
        where = origin(provider.base_url) if provider.base_url else ""
        said = json.dumps([provider.id, where, model, *((message.role.value, message.text) for message in asked)])
        return hashlib.sha256(said.encode()).hexdigest()


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
    revision = None if result is None else Revision(result.text, whole(comment))
    ask = ask_of(store, task, brief_id)
    messages = compose(
        ask, instructions=specialist.instructions, examples=specialist.examples, revision=revision, partial=partial
    )
    untrusted, again = _any_untrusted(ask.context), len(go_on(partial))
    if not provider.replaces:
        return Outgoing(messages, {}, untrusted, again)
    redacted = redact(messages, names=tuple(setting(store, NAMES, [])))
    return Outgoing(redacted.messages, redacted.replaced, untrusted, again)


def would_send(store: Store, delegation_id: DelegationId) -> str | None:
    """The digest of what a delegation to a specialist would send now; None where nobody is there to take it."""
    delegation = reading.delegation(store, delegation_id)
    specialist_id = None if delegation is None else delegation.specialist_id
    specialist = None if specialist_id is None else delegates.specialist(store, specialist_id)
    provider = None if specialist is None else delegates.provider(store, specialist.provider_id)
    if delegation is None or specialist is None or provider is None:
        return None
    what = outgoing(
        store,
        require(store, delegation.task_id),
        specialist,
        provider,
        brief_id=delegation.brief_id,
        comment=delegation.comment,
        previous=delegation.previous_result_id,
    )
    return what.digest(provider, specialist.model or provider.model)


def _any_untrusted(context: tuple[ContextItem, ...]) -> bool:
    return any(item.untrusted for item in context)
