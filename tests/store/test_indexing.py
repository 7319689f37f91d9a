"""Texts indexed together are found as those indexed one by one."""

from orchestrator_desktop.domain.transfer import Batch, Format, Record
from orchestrator_desktop.operations import importing
from orchestrator_desktop.operations.undo import redo, undo
from orchestrator_desktop.store.store import Store


def sound(store: Store) -> bool:
    """FTS5's own check: what is indexed is what is kept."""
    store.execute("INSERT INTO task_text (task_text, rank) VALUES ('integrity-check', 0)")
    store.execute("INSERT INTO title_text (title_text, rank) VALUES ('integrity-check', 1)")
    return True


def hits(store: Store, word: str) -> int:
    return int(store.value("SELECT count(*) FROM task_text WHERE task_text MATCH ?", (word,)))


def triggers(store: Store) -> list[str]:
    return [row["name"] for row in store.rows("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")]


def test_many_are_indexed_taken_out_and_indexed_again(store: Store) -> None:
    before = triggers(store)
    records = tuple(Record(f"Devis {number}", uid=str(number), tags=("urgent",)) for number in range(700))
    importing.take_in(store, batch=Batch(Format.CSV, records))
    assert hits(store, "devis") == hits(store, "urgent") == 700 and sound(store)
    changed = (Record("Facture", uid="1", tags=("urgent",)), *records[2:])
    importing.take_in(store, batch=Batch(Format.CSV, changed))
    assert (hits(store, "devis"), hits(store, "facture")) == (699, 1) and sound(store)
    undo(store)
    undo(store)
    assert hits(store, "devis") == 0 and sound(store)
    redo(store)
    assert hits(store, "urgent") == 700 and sound(store)
    assert triggers(store) == before
