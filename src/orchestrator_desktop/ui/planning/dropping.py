"""What is dropped on a part of the window: files of this computer, or words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData


def dropped_files(data: QMimeData) -> list[Path]:
    """The files that are held; folders are left out."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]


def dropped_words(data: QMimeData) -> str:
    """The words or addresses that are held, where no file is."""
    if dropped_files(data):
        return ""
    return data.text() or "\n".join(url.toString() for url in data.urls())
