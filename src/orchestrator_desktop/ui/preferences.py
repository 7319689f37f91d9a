"""The user's settings of the window: their keys, defaults, and how they are applied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import days
from orchestrator_desktop.ui.languages import SYSTEM
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
KEYS: Final = "keys"
"""The user's own keys: ids of acts, each with its keys, one a line."""
TRAY: Final = "window.tray"
"""Whether closing the window leaves Orchestrator running, with an icon in the tray."""

ORIGIN: Final = "preferences"
Value = str | int | bool | dict[str, str]
_DEFAULTS: Final[dict[str, Value | None]] = {
    THEME: ThemeSetting.SYSTEM.value,
    SCALE: 100,
    LANGUAGE: SYSTEM,
    SINGLE_LETTERS: True,
    KEYS: None,
}


def apply(services: Services) -> None:
    """Bring theme, language, scale and keys in line with what is stored."""
    for key, default in _DEFAULTS.items():
        _use(services, key, days.setting(services.store, key, default))


def follow(services: Services) -> None:
    """Bring all of it in line with what undo, or another process, makes of it."""

    def heard(changes: Changes, origin: str) -> None:
        # What is chosen here is in use already, and newer than what the store has of it.
        if origin != ORIGIN and changes.touches(Kind.SETTING):
            apply(services)

    services.bridge.changed.connect(heard)


def change(services: Services, key: str, value: Value) -> None:
    """Use `value` at once, and keep it."""
    _use(services, key, value)
    services.acts.run_from(ORIGIN, set_setting, key=key, value=value)


def keys_text(own: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The user's keys as they are kept under KEYS."""
    return {act: "\n".join(keys) for act, keys in own.items()}


def _use(services: Services, key: str, value: Value | None) -> None:
    """Use a setting. What is in use already stays: a theme or a language is a new look for every widget."""
    theme, languages = services.theme, services.languages
    if key == THEME and theme.setting is not ThemeSetting(str(value)):
        theme.set_setting(ThemeSetting(str(value)))
    elif key == SCALE and round(100 * theme.scale) != int(str(value)):
        theme.set_scale(int(str(value)) / 100)
    elif key == LANGUAGE and languages.setting != value:
        languages.use(str(value))
    elif key == SINGLE_LETTERS:
        services.shortcuts.use_single_letters(bool(value))
    elif key == KEYS:
        own = value if isinstance(value, dict) else {}
        services.shortcuts.use_keys({act: str(keys).split("\n") for act, keys in own.items()})
