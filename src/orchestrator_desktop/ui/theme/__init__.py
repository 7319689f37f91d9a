"""Colours, type and icons of the window, from one set of tokens in two themes (UI.md 2, 3)."""

from orchestrator_desktop.ui.theme.theme import Theme, ThemeSetting
from orchestrator_desktop.ui.theme.tokens import Tokens

__all__ = ["Theme", "ThemeSetting", "Tokens"]
