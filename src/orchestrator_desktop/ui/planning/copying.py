"""Copies of kept files for the user: to be opened, and where the user wants them."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.system.files import kept_path

_RUN: Final = """
app appimage application bat bin cmd com command cpl csh desktop dll dmg exe gadget hta inf ins iso jar js jse lnk mjs
msc msi msp mst pif pkg ps1 psm1 py pyw rb reg run scf scr sct sh shb shs url vb vbe vbs vhd vhdx wsc wsf wsh xll
"""
"""Endings of what a double click runs: a mail's attachment must not be started by a look at it."""


def runs(name: str) -> bool:
    """Whether opening a file of that name would run it."""
    return name.rstrip(" .").rpartition(".")[2].casefold() in _RUN.split()


def plain_name(name: str) -> str:
    """A name without folders in it, fit for a file of this computer."""
    last = name.replace("\\", "/").rpartition("/")[2]
    clean = "".join(char for char in last if char.isprintable() and char not in '<>:"|?*').strip(" .")
    return clean[-150:] or "file"


def copy_beside(store: Store, *, sha256: str, name: str) -> Path:
    """A copy of a kept file in a new temporary folder, under its name, that cannot be written to."""
    folder = Path(tempfile.mkdtemp(prefix="orchestrator-"))
    path = copy_to(store, sha256=sha256, name=name, path=folder / plain_name(name))
    path.chmod(0o400)
    return path


def copy_to(store: Store, *, sha256: str, name: str, path: Path) -> Path:
    """Copy a kept file to `path`. Raises UserError where it cannot be read or written."""
    try:
        shutil.copyfile(kept_path(store.path.parent, sha256), path)
    except OSError as error:
        raise UserError(
            QT_TRANSLATE_NOOP("errors", "{name} cannot be copied: {reason}. The kept file is as it was."),
            name=name,
            reason=error.strerror or str(error),
        ) from error
    return path
