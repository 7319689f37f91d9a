"""A date in words, as the capture line reads them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from orchestrator_desktop.domain.task import Due
from orchestrator_desktop.operations.tasks import understand
from orchestrator_desktop.ui.services import Services


def read_date(services: Services, words: str) -> Due:
    """What `words` say; None where they are empty or no date, which is then told."""
    words = words.strip()
    if not words:
        return None
    # The grammar reads tasks: it is given one.
    due = understand(services.store, line="x " + words, now=services.now()).due
    if due is None:
        text = QCoreApplication.translate("TaskPanel", "“%1” is not a date. Nothing was changed; try “friday 9am”.")
        services.acts.said.emit(text.replace("%1", words), None)
    return due
