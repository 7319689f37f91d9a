"""What a new file holds: the built-in model with its specialists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from orchestrator_desktop.domain.changes import Changes
from orchestrator_desktop.domain.delegate import ProviderKind
from orchestrator_desktop.domain.messages import Options
from orchestrator_desktop.operations.acting import acting
from orchestrator_desktop.operations.roster import insert_provider
from orchestrator_desktop.operations.specialists import insert_specialist
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.system.resources import resource

if TYPE_CHECKING:
    from orchestrator_desktop.exchange.starters import Starter

BUILTIN_NAME: Final = "Built-in model"

_PLAIN: Final = Options(
    temperature=0.3,
    max_tokens=600,
    extra={"min_p": 0.1, "dry_multiplier": 0.8, "dry_allowed_length": 3, "dry_penalty_last_n": 1024},
)
"""Without a length and a guard against repeating itself, a model this small may never end."""


def load_starters() -> tuple[Starter, ...]:
    """The first tasks that come along."""
    from orchestrator_desktop.exchange.starters import read_starters

    return read_starters(resource("starters/starters.json").read_text(encoding="utf-8"))


def prepare(store: Store, *, starters: Sequence[Starter], language: str) -> Changes:
    """Add the built-in model and one specialist for each starter, where the file has none yet."""
    with acting(store, "", undoable=False) as act:
        if store.value("SELECT 1 FROM provider WHERE kind = 'builtin'") is None:
            provider_id = insert_provider(
                act,
                name=BUILTIN_NAME,
                kind=ProviderKind.BUILTIN,
                dialect="openai-chat",
                base_url="",
                model="",
                options=_PLAIN,
            )
            for starter in starters:
                insert_specialist(
                    act,
                    provider_id,
                    name=starter.specialist.name(language),
                    instructions=starter.specialist.instructions,
                    options=starter.specialist.options,
                    examples=starter.specialist.examples,
                    starter=starter.id,
                )
    return act.changes
