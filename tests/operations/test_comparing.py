"""What the preview of an import says of tasks that this program wrote out itself: as much as the import does."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from orchestrator_desktop.domain.ids import CheckItemId
from orchestrator_desktop.domain.transfer import Format
from orchestrator_desktop.operations import checklists, exporting, fetching, importing, stages, tagging, tasks
from tests.operations.work import Work

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
FORMATS = [Format.JSON, Format.CSV, Format.ICALENDAR, Format.TASKWARRIOR, Format.TODO_TXT, Format.MARKDOWN]


def counts(outcome: importing.Outcome) -> tuple[int, int, int]:
    return outcome.created, outcome.updated, outcome.skipped


@pytest.mark.parametrize("format", FORMATS)
def test_the_preview_says_what_the_import_does(work: Work, tmp_path: Path, format: Format) -> None:
    changed, tagged, listed, done, same = (work.add(title, notes="Some") for title in ("A", "B", "C", "D", "E"))
    tagging.tag(work.store, task_ids=[tagged], add=["home"])
    checklists.add_checks(work.store, task_id=listed, texts=["one"])
    stages.complete(work.store, task_id=done)
    path = tmp_path / "out"
    exporting.export(work.store, path, format=format)
    batch = fetching.fetch(path, now=NOW, format=format).batch
    assert counts(importing.preview(work.store, batch)) == (0, 0, 5)
    tasks.edit(work.store, task_id=changed, due=date(2026, 12, 1), title="A changed")
    tagging.tag(work.store, task_ids=[tagged], remove=["home"])
    checklists.remove_check(work.store, item_id=CheckItemId(1))
    stages.reopen(work.store, task_id=done)
    said = importing.preview(work.store, batch)
    assert counts(said) == (0, 4, 1)
    _, real = importing.take_in(work.store, batch=batch)
    assert counts(real) == counts(said)
    assert work.task(same).title == "E"
