"""A data folder with an empty file in it, as a first start makes it: copied, for making one takes 25 ms."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from orchestrator_desktop.store.opening import FILE_NAME, open_store


@cache
def _made() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="orchestrator-new-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    open_store(folder).close()
    return folder / FILE_NAME


def put_new_file(folder: Path) -> None:
    """Nothing happens where there is a file already."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not (folder / FILE_NAME).exists():
        shutil.copy(_made(), folder / FILE_NAME)
