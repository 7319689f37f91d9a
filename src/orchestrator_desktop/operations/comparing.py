"""Whether a file says anything of a task that is not so here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.transfer import Format, Record
from orchestrator_desktop.operations.exporting import some
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.store.tasks import PAGE

_SAID: Final = (
    "title", "notes", "domain", "due", "defer", "deadline", "chosen_on", "priority", "estimate_minutes", "who",
    "recurrence", "level",
)  # fmt: skip


def count_differing(store: Store, records: Mapping[TaskId, Record]) -> int:
    """How many of these tasks an import would change; what a file does not say counts for nothing."""
    return sum(_differs(record, here) for record, here in _beside(store, records))


def _beside(store: Store, records: Mapping[TaskId, Record]) -> Iterator[tuple[Record, Record]]:
    """Each as the file has it and as it is here."""
    ids = iter(records)
    while page := list(islice(ids, PAGE)):
        # As for a table: without the content of its files.
        yield from zip((records[task_id] for task_id in page), some(store, page, format=Format.CSV), strict=True)


def _differs(record: Record, here: Record) -> bool:
    said = ((getattr(record, name), getattr(here, name)) for name in _SAID)
    return (
        any(value not in (None, "", 0) and value != is_here for value, is_here in said)
        or (here.stage.open and not record.stage.open)
        or not {tag.casefold() for tag in record.tags} <= {tag.casefold() for tag in here.tags}
        or not set(record.checklist) <= set(here.checklist)
        or not {file.name for file in record.attachments if file.content} <= {file.name for file in here.attachments}
    )
