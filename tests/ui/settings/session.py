"""Services of a window on a real desk whose engine does not run."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from orchestrator_desktop.engine.desk import Desk, open_desk
from orchestrator_desktop.store.opening import open_readonly
from orchestrator_desktop.ui import preferences
from orchestrator_desktop.ui.acts import Acts
from orchestrator_desktop.ui.bridge import Bridge
from orchestrator_desktop.ui.languages import Languages
from orchestrator_desktop.ui.navigator import Navigator
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.shortcuts import Shortcuts
from orchestrator_desktop.ui.theme import Theme
from tests.newfile import put_new_file


@dataclass
class Session:
    desk: Desk
    services: Services
    said: list[str] = field(default_factory=list)

    def close(self, page: QWidget) -> None:
        """Nothing is left behind: a page that lived on would hear the next test's language and read a closed file."""
        self.desk.close()
        QCoreApplication.removePostedEvents(self.services.bridge)  # what was answered too late for this test
        shiboken6.delete(page)
        shiboken6.delete(self.services.languages)  # with its translators
        self.services.store.close()


def open_session(app: QApplication, folder: Path) -> Session:
    bridge = Bridge()
    put_new_file(folder)
    desk = open_desk(folder, run_engine=False, on_changes=bridge.on_changes, on_notice=bridge.on_notice)
    services = Services(
        store=open_readonly(folder),
        acts=Acts(desk.writer, bridge, bridge),
        bridge=bridge,
        desk=desk,
        theme=Theme(app),
        languages=Languages(app),
        navigator=Navigator(bridge),
        shortcuts=Shortcuts(bridge),
        now=lambda: datetime.now(UTC).astimezone(),
    )
    preferences.apply(services)
    preferences.follow(services)
    session = Session(desk, services)
    services.acts.said.connect(lambda words, _step: session.said.append(words))
    return session
