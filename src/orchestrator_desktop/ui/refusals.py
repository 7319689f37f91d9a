"""Whether a provider refuses its key, as the last delegations show: a test of before may say otherwise."""

from __future__ import annotations

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.store import queue
from orchestrator_desktop.store.board import board
from orchestrator_desktop.ui.services import Services


def key_refused(services: Services, provider: Provider) -> bool:
    """Whether a delegation still open was refused for its key, and neither a test nor an answer came after it."""
    refused = [
        row.sent_at
        for row in board(services.store, today=services.today())
        if row.provider_id == provider.id
        and row.state is AttemptState.FAILED
        and row.error == ProviderErrorKind.KEY_REFUSED
        and row.sent_at is not None
    ]
    if not refused:
        return False
    last = max(refused)
    tested = provider.tested_at is not None and provider.tested_at > last
    return not tested and not queue.answered_since(services.store, provider.name, last)
