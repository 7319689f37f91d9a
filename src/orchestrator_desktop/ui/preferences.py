"""The user's settings of the window: their keys, defaults, and how they are applied."""

from __future__ import annotations

from typing import Final

from orchestrator_desktop.store import days
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.theme import ThemeSetting

THEME: Final = "window.theme"
"""ThemeSetting value; "system" when unset."""
LANGUAGE: Final = "window.language"
""" "en", "fr" or "system"."""
SCALE: Final = "window.scale"
"""Font scale in percent, 90 to 150."""
SINGLE_LETTERS: Final = "keys.single_letters"
"""Whether single letters act as shortcuts."""


def apply(services: Services) -> None:
    """Bring theme, language, scale and keys in line with what is stored."""
    store = services.store
    services.theme.set_setting(ThemeSetting(days.setting(store, THEME, ThemeSetting.SYSTEM.value)))
    services.theme.set_scale(days.setting(store, SCALE, 100) / 100)
    services.languages.use(days.setting(store, LANGUAGE, "system"))
    services.shortcuts.use_single_letters(days.setting(store, SINGLE_LETTERS, True))
