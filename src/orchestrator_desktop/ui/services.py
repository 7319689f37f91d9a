"""What every screen is built with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from orchestrator_desktop.store import days
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.ui.acts import Acts
from orchestrator_desktop.ui.bridge import Bridge
from orchestrator_desktop.ui.languages import Languages
from orchestrator_desktop.ui.navigator import Navigator
from orchestrator_desktop.ui.shortcuts import Shortcuts
from orchestrator_desktop.ui.theme.theme import Theme

if TYPE_CHECKING:
    from orchestrator_desktop.engine.desk import Desk


@dataclass(frozen=True, slots=True)
class Services:
    """Handed to each screen's constructor; one per window."""

    store: Store
    """Read-only connection of the window's thread: short indexed reads, at most 200 rows a query."""
    acts: Acts
    bridge: Bridge
    desk: Desk
    """Engine and keys, for what is neither a read nor an operation: testing a provider, listing models."""
    theme: Theme
    languages: Languages
    navigator: Navigator
    shortcuts: Shortcuts
    now: Callable[[], datetime]
    """Aware local time."""

    def today(self) -> date:
        """The day of the user: it begins at the hour that the settings say."""
        return days.today(self.store, self.now())

    def begins(self) -> int:
        """That hour."""
        return days.rollover(self.store)
