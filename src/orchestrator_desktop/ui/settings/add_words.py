"""What is said of a server before it is added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from orchestrator_desktop.ui.counted import Counted
from orchestrator_desktop.ui.settings.words import place

if TYPE_CHECKING:
    from orchestrator_desktop.providers.probe import LocalServer

AddPane: Final = Counted("AddPane")
_NAMED: Final = 6
"""So many models of a found server are named."""


def running_words(server: LocalServer) -> str:
    """ "Ollama is running here"."""
    return QCoreApplication.translate("AddPane", "%1 is running here").replace("%1", server.endpoint.name)


def found_words(server: LocalServer) -> str:
    """Where it is, and which models it has."""
    words = QCoreApplication.translate(
        "AddPane", "Found on this computer at %1, with %2. It needs no key, and nothing leaves this computer."
    )
    count = AddPane.tr("%n models", "", len(server.models))
    words = words.replace("%1", place(server.endpoint.base_url)).replace("%2", count)
    names = ", ".join(model.name for model in server.models[:_NAMED])
    return f"{words}\n{names}{'…' if len(server.models) > _NAMED else ''}".strip()


def missing_words(name: str, *, looking: bool) -> str:
    """A server of that kind was not found, or is just being looked for."""
    if looking:
        return QCoreApplication.translate("AddPane", "Looking for it on this computer…")
    words = QCoreApplication.translate(
        "AddPane", "%1 is not running at its usual place. Start it, then look again, or correct the address."
    )
    return words.replace("%1", name)
