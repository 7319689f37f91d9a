"""Composition root of the window: builds everything by constructor and names everything; nothing is global."""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.engine.desk import Desk, open_desk
from orchestrator_desktop.store.opening import open_readonly
from orchestrator_desktop.system.paths import data_folder
from orchestrator_desktop.system.resources import resource
from orchestrator_desktop.system.single import QUICK_ADD, Request, Single, addresses, claim, request
from orchestrator_desktop.ui import preferences
from orchestrator_desktop.ui.acts import Acts, error_words
from orchestrator_desktop.ui.bridge import Bridge
from orchestrator_desktop.ui.collector import Collector
from orchestrator_desktop.ui.languages import Languages
from orchestrator_desktop.ui.navigator import Navigator, Screen
from orchestrator_desktop.ui.page import Page
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.shell.presence import Presence
from orchestrator_desktop.ui.shortcuts import Shortcuts
from orchestrator_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from orchestrator_desktop.ui.shell.window import Factory, Window

log: Final = logging.getLogger(__name__)
_SHOWN_MS: Final = 100


def run(*, data_dir: str | None = None, self_test: bool = False, quick_add: str | None = None) -> int:
    """Open the window and run until it is closed; returns the process's exit code. With `quick_add` (a text, which may
    be empty) the quick-add line alone is opened. A window that this folder has already comes to the front instead."""
    folder, wanted = data_folder(data_dir), request(quick_add, os.environ)
    single = None
    # The quick-add line claims the folder once it is in sight: until then every moment counts.
    if not self_test and wanted.act != QUICK_ADD:
        single = claim(folder, wanted)
        if single is None:
            return 0
    app = make_app()
    _on_signals(app.quit)
    try:
        desk, services = open_session(app, folder)
    except UserError as error:
        return _tell(app, error, wait=not self_test)
    try:
        presence = Presence(services, partial(_window, app, desk, services), app.quit)
        presence.obey(wanted._replace(token=""))  # Qt has the token of its own start already
        if self_test and presence.window is not None:
            _self_test(app, presence.window)
        else:
            # After what was wanted is in sight, which takes a few turns.
            QTimer.singleShot(_SHOWN_MS, presence, partial(_listen, app, presence, folder, wanted, single))
        code = app.exec()
    finally:
        services.store.close()
        desk.close()
    if self_test:
        sys.stdout.write("ok\n")
    return code


def _window(app: QApplication, desk: Desk, services: Services) -> Window:
    """The window, made when it is wanted: the quick-add line alone has no need of it."""
    from orchestrator_desktop.ui.shell.window import Window

    window = Window(services, FACTORIES)
    _quit_unasked(app, window)
    # The window first: the engine's imports take as long as all the rest.
    QTimer.singleShot(0, desk.start_engine)
    return window


def _listen(app: QApplication, presence: Presence, folder: Path, wanted: Request, single: Single | None) -> None:
    """Hear from now on what later starts ask for; give way where another was quicker."""
    single = single or claim(folder, wanted, patience=0)
    if single is None:
        app.quit()
    elif single.held:
        from orchestrator_desktop.ui.shell.receiver import Receiver  # Qt's network library: after the window

        receiver = Receiver(single, presence)
        receiver.asked.connect(presence.obey)
        app.aboutToQuit.connect(receiver.close)
        if not receiver.listen(addresses(folder)):
            log.warning("no socket can be made: a second start opens a second window")


def make_app() -> QApplication:
    """The application object, with the names the desktop knows it by."""
    # Each call of Qt lets go of the interpreter: with the engine busy, the window would wait 5 ms to go on after it.
    sys.setswitchinterval(0.0002)
    QApplication.setDesktopFileName("orchestrator")
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Orchestrator")
    Collector(app)
    app.setWindowIcon(QIcon(str(resource("icons/app.svg"))))
    return app


def open_session(app: QApplication, folder: Path) -> tuple[Desk, Services]:
    """Open the file in `folder`, and make everything the screens are built with, set as the user left it. The engine is
    not started yet. Raises UserError; whoever calls closes the store, then the desk."""
    system = "fr" if QLocale.system().language() == QLocale.Language.French else "en"
    bridge = Bridge()
    desk = open_desk(
        folder,
        language=system,
        run_engine=False,
        on_changes=bridge.on_changes,
        on_chunk=bridge.on_chunk,
        on_notice=bridge.on_notice,
    )
    theme = Theme(app)
    theme.install()
    services = Services(
        store=open_readonly(folder),
        acts=Acts(desk.writer, bridge, bridge),
        bridge=bridge,
        desk=desk,
        theme=theme,
        languages=Languages(app),
        navigator=Navigator(bridge),
        shortcuts=Shortcuts(bridge),
        now=lambda: datetime.now(UTC).astimezone(),
    )
    preferences.apply(services)
    preferences.follow(services)
    return desk, services


def _quit_unasked(app: QApplication, window: Window) -> None:
    """Ctrl+C where `make run` was typed, and the end of the user's session, close the window as its button does, but
    without a question that nobody would see: what was typed is saved, what runs keeps its text."""

    def end() -> None:
        window.quitting.do_not_ask()
        app.quit()

    _on_signals(end)
    app.commitDataRequest.connect(lambda _session: window.quitting.do_not_ask())


def _on_signals(act: Callable[[], object]) -> None:
    """Do it soon after a signal that ends. Python hears of one when Qt next calls it: `Collector` sees that this is
    soon."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None:
            signal.signal(number, lambda *_: QTimer.singleShot(0, act))


def _tell(app: QApplication, error: UserError, *, wait: bool) -> int:
    """The data cannot be opened: say it in a window of its own, and on stderr for whoever started it there."""
    Languages(app).use("system")
    sys.stderr.write(error_words(error) + "\n")
    if wait:
        from orchestrator_desktop.ui.shell.trouble import Trouble

        theme = Theme(app)
        theme.install()
        trouble = Trouble(theme, error_words(error))
        trouble.show()
        app.exec()
    return 1


def _self_test(app: QApplication, window: Window) -> None:
    """Show every screen once and load every provider, then leave."""
    from orchestrator_desktop.providers import registry
    from orchestrator_desktop.providers.base import Dialect

    for dialect in Dialect:
        registry.adapter(dialect)

    def walk() -> None:
        for screen in Screen:
            if screen not in (Screen.DOMAIN, Screen.FILTER):
                window.show_screen(screen)
        app.quit()

    QTimer.singleShot(0, walk)


def _tasks(services: Services) -> Page:
    from orchestrator_desktop.ui.inbox.page import TasksPage

    return TasksPage(services)


def _delegated(services: Services) -> Page:
    from orchestrator_desktop.ui.delegated.page import DelegatedPage

    return DelegatedPage(services)


def _review(services: Services) -> Page:
    from orchestrator_desktop.ui.review.page import ReviewPage

    return ReviewPage(services)


def _reflection(services: Services) -> Page:
    from orchestrator_desktop.ui.reflection.page import ReflectionPage

    return ReflectionPage(services)


def _settings(services: Services) -> Page:
    from orchestrator_desktop.ui.settings.page import SettingsPage

    return SettingsPage(services)


def _first_start(services: Services) -> Page:
    from orchestrator_desktop.ui.first_start.page import FirstStartPage

    return FirstStartPage(services)


FACTORIES: Final[Mapping[Screen, Factory]] = {
    Screen.TODAY: _tasks,
    Screen.INBOX: _tasks,
    Screen.WAITING: _tasks,
    Screen.DONE: _tasks,
    Screen.DOMAIN: _tasks,
    Screen.FILTER: _tasks,
    Screen.DELEGATED: _delegated,
    Screen.REVIEW: _review,
    Screen.REFLECTION: _reflection,
    Screen.SETTINGS: _settings,
    Screen.FIRST_START: _first_start,
}
