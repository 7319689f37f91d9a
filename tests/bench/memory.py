"""What a task that is not shown costs the list: all of 30,000 are scrolled through, and the memory counted that stays.
`python -m tests.bench.memory FOLDER` prints the figures of a filled store as JSON."""

from __future__ import annotations

import gc
import json
import os
import sys
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QModelIndex

from orchestrator_desktop.store.opening import open_readonly
from orchestrator_desktop.store.places import Order, Place, View
from orchestrator_desktop.ui.inbox.grouping import Query
from orchestrator_desktop.ui.inbox.model import ROW_ROLE, TasksModel
from tests.bench.figures import Figures

_BYTES: Final = 200.0
_PLACES: Final = {
    "Inbox by level": Place(),
    "Inbox by mine": Place(order=Order.MINE),
    "Done": Place(View.DONE),
}


def main() -> None:
    QCoreApplication([])
    store = open_readonly(Path(sys.argv[1]))
    today = datetime.now(UTC).astimezone().date()
    figures: Figures = {}
    for name, place in _PLACES.items():
        model = TasksModel(store)
        model.show(Query(place), today)
        tracemalloc.start()
        before, first = _held(), model.lines
        while model.canFetchMore(QModelIndex()):
            model.fetchMore(QModelIndex())
            model.index(model.rowCount() - 1).data(ROW_ROLE)  # as a view that is scrolled looks at it
        number = model.lines - first
        each = (_held() - before) / number
        tracemalloc.stop()
        figures[f"memory: {name}, a task not shown, {number:,} of them (bytes)"] = {
            "median": each, "p95": each, "runs": 1, "bound": _BYTES,
        }  # fmt: skip
    store.close()
    sys.stdout.write(json.dumps(figures) + "\n")


def _held() -> int:
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


if __name__ == "__main__":
    main()
