"""Names in the store that are words of ours, as the window's language has them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from orchestrator_desktop.operations.setup import BUILTIN_NAME


def provider_name(name: str) -> str:
    """The name of a provider as it is shown: the built-in one is called the same in every store."""
    return QCoreApplication.translate("Provider", "Built-in model") if name == BUILTIN_NAME else name
