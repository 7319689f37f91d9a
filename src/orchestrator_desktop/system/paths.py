"""Where Orchestrator keeps its files on this computer."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

APP: Final = "Orchestrator"
VARIABLE: Final = "ORCHESTRATOR_DATA_DIR"


def data_folder(option: str | Path | None = None) -> Path:
    """The data folder, which may not exist yet: the one of `--data-dir`, of ORCHESTRATOR_DATA_DIR, the platform's."""
    chosen = str(option or "") or os.environ.get(VARIABLE, "")
    if chosen:
        return Path(chosen).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


def logs_folder(data: Path) -> Path:
    """The logs stand beside the data, so that a folder chosen by the user holds everything."""
    return data / "logs"
