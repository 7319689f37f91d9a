"""Work done on another thread, as the store's and the engine's."""

from __future__ import annotations

import threading
from collections.abc import Callable


def in_thread(work: Callable[[], object]) -> None:
    """Do it there, and wait."""
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
