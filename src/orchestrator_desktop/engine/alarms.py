"""Trouble said once: a provider out of reach, until it is back; a limit, until nothing waits for it."""

from __future__ import annotations

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.domain.ids import ProviderId
from orchestrator_desktop.engine.notices import Notice, NoticeKind, OnNotice
from orchestrator_desktop.operations.attempts import Ending

_SAY_NOTHING = (EndReason.BUG, EndReason.APP_ENDED, EndReason.APP_ENDED_SENT)
"""Ends of our own making: whether the provider is there is not known from them."""


class Alarms:
    """Remembers what was said. Used on the engine's loop alone."""

    def __init__(self, on_notice: OnNotice) -> None:
        self._on_notice = on_notice
        self._away: set[ProviderId] = set()
        self.waited = False
        """Something waits for a limit, and the user was told."""

    def heard(self, provider: Provider, ending: Ending) -> None:
        """An attempt has ended: its provider is there, or it is not."""
        if ending.error == ProviderErrorKind.UNREACHABLE and not ending.begun:
            if provider.id not in self._away:
                self._away.add(provider.id)
                self._on_notice(Notice(NoticeKind.OFFLINE, provider=provider.name))
        elif ending.state is not AttemptState.CANCELLED and ending.error not in _SAY_NOTHING:
            self._away.discard(provider.id)

    def back(self, provider_id: ProviderId, name: str, count: int) -> None:
        """The provider can be reached again; `count` delegations leave."""
        self._away.discard(provider_id)
        if count:
            self._on_notice(Notice(NoticeKind.BACK_ONLINE, provider=name, count=count))

    def waiting(self, count: int) -> None:
        """So many delegations are kept back by a limit until the user decides."""
        if count and not self.waited:
            self._on_notice(Notice(NoticeKind.BUDGET, count=count))
        self.waited = count > 0
