"""A process that opens the window (or an empty one) and says when it can be used; run by run.py.

Usage: start_window.py FOLDER, or start_window.py --empty. Prints "ready" when what is typed is heard, "whole" when what
is made after the first painting is there too, then its PSS in KiB."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path


def main() -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    if sys.argv[1] == "--empty":
        app = QApplication([])
        window = QWidget()
        window.resize(1280, 800)
        window.show()
        QTimer.singleShot(0, lambda: _ready(app, lambda: True))
        app.exec()
        return
    from orchestrator_desktop import app as composition

    app = composition.make_app()
    _open(app, Path(sys.argv[1]))


def _open(app: object, folder: Path) -> None:
    from PySide6.QtCore import QTimer

    from orchestrator_desktop import app as composition
    from orchestrator_desktop.ui.shell.window import Window

    desk, services = composition.open_session(app, folder)  # type: ignore[arg-type]
    window = Window(services, composition.FACTORIES)
    window.start()
    window.show()
    QTimer.singleShot(0, lambda: _ready(app, lambda: window.page.unmade() is None, desk.start_engine))
    app.exec()  # type: ignore[attr-defined]
    services.store.close()
    desk.close()


def _ready(app: object, whole: Callable[[], bool], then: Callable[[], object] = lambda: None) -> None:
    """The event loop has come round after the first painting: what is typed now is heard."""
    from PySide6.QtCore import QTimer

    print("ready", flush=True)
    waiting = QTimer(app, interval=0)  # type: ignore[call-overload]

    def look() -> None:
        if whole():
            waiting.stop()
            print("whole", flush=True)
            then()
            lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
            print(next(line.split()[1] for line in lines if line.startswith("Pss:")), flush=True)
            app.quit()  # type: ignore[attr-defined]

    waiting.timeout.connect(look)
    waiting.start()


if __name__ == "__main__":
    main()
