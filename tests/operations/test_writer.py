"""The store thread: one operation after another, and word to whoever listens."""

import logging
import queue
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.operations import claiming, tasks
from orchestrator_desktop.operations.writer import Writer
from orchestrator_desktop.store import tasks as reading
from orchestrator_desktop.store.opening import FILE_NAME, open_store
from orchestrator_desktop.store.store import Store

PATIENCE = 10.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def writer(folder: Path) -> Iterator[Writer]:
    opened = Writer(lambda: open_store(folder))
    yield opened
    opened.close()


def heard(writer: Writer) -> "queue.Queue[tuple[Changes, str]]":
    told: queue.Queue[tuple[Changes, str]] = queue.Queue()
    writer.listen(lambda changes, origin: told.put((changes, origin)))
    return told


def test_what_an_operation_returns_is_in_the_future(writer: Writer) -> None:
    changes = writer.submit(tasks.add, line="Call Nora").result(PATIENCE)
    task = writer.submit(reading.get, TaskId(changes.first(Kind.TASK))).result(PATIENCE)
    assert task is not None
    assert task.title == "Call Nora"


def test_listeners_hear_the_changes_and_where_they_come_from(writer: Writer) -> None:
    told = heard(writer)
    writer.submit_from("inbox", tasks.add, line="one").result(PATIENCE)
    writer.submit(tasks.add, line="two").result(PATIENCE)
    (first, origin), (second, nobody) = told.get(timeout=PATIENCE), told.get(timeout=PATIENCE)
    assert (first.name, first.of(Kind.TASK), origin) == ("Add", (1,), "inbox")
    assert (second.of(Kind.TASK), nobody) == ((2,), "")


def test_changes_are_on_disk_and_told_before_the_future_is_done(writer: Writer, folder: Path) -> None:
    order: list[str] = []
    writer.listen(lambda changes, origin: order.append("told"))
    future = writer.submit(tasks.add, line="one")
    future.add_done_callback(lambda _: order.append("done"))
    future.result(PATIENCE)
    reader = open_store(folder)
    assert reader.value("SELECT count(*) FROM task") == 1
    reader.close()
    writer.submit(reading.any_task).result(PATIENCE)
    assert order == ["told", "done"]


def test_changes_that_come_with_something_else_are_told_too(writer: Writer) -> None:
    def both(store: Store) -> tuple[Changes, str]:
        return tasks.add(store, line="one"), "something else"

    told = heard(writer)
    assert writer.submit(both).result(PATIENCE)[1] == "something else"
    assert told.get(timeout=PATIENCE)[0].name == "Add"


def test_reading_and_changing_nothing_are_not_told(writer: Writer) -> None:
    told = heard(writer)
    writer.submit(reading.any_task).result(PATIENCE)
    writer.submit(claiming.claim, owner="w").result(PATIENCE)
    writer.submit(lambda store: None).result(PATIENCE)
    assert told.empty()


def test_an_exception_reaches_whoever_asked_and_nobody_else(writer: Writer) -> None:
    told = heard(writer)
    with pytest.raises(UserError, match="needs a title"):
        writer.submit(tasks.add, line="").result(PATIENCE)
    with pytest.raises(ZeroDivisionError):
        writer.submit(lambda store: 1 / 0).result(PATIENCE)
    assert told.empty()
    writer.submit(tasks.add, line="still here").result(PATIENCE)


def test_a_listener_that_fails_stops_neither_the_writing_nor_the_others(
    writer: Writer, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(changes: Changes, origin: str) -> None:
        raise ValueError("a bug in a view")

    writer.listen(broken)
    told = heard(writer)
    writer.submit(tasks.add, line="one").result(PATIENCE)
    writer.submit(tasks.add, line="two").result(PATIENCE)
    assert told.qsize() == 2
    assert [record.message for record in caplog.records] == ["A listener to changes failed"] * 2
    assert "one" not in caplog.text
    caplog.clear()


def test_operations_run_one_after_another_in_the_order_given(writer: Writer) -> None:
    threads: set[str] = set()

    def note(store: Store, number: int) -> int:
        threads.add(threading.current_thread().name)
        return number

    futures: list[Future[int]] = [writer.submit(note, number=number) for number in range(50)]
    assert [future.result(PATIENCE) for future in futures] == list(range(50))
    assert threads == {"store"}


def test_many_threads_may_submit(writer: Writer) -> None:
    def add_ten() -> None:
        for number in range(10):
            writer.submit(tasks.add, line=f"t{number}")

    workers = [threading.Thread(target=add_ten) for _ in range(5)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert writer.submit(lambda store: store.value("SELECT count(*) FROM task")).result(PATIENCE) == 50


def test_what_nobody_wants_any_more_is_not_done(writer: Writer) -> None:
    gate = threading.Event()
    writer.submit(lambda store: gate.wait(PATIENCE))
    unwanted = writer.submit(tasks.add, line="unwanted")
    assert unwanted.cancel()
    gate.set()
    wanted = writer.submit(lambda store: store.value("SELECT count(*) FROM task"))
    assert wanted.result(PATIENCE) == 0


def test_another_process_is_noticed_and_ones_own_writing_is_not(writer: Writer, folder: Path) -> None:
    writer.wait_open()
    other = Writer(lambda: open_store(folder))
    here, there = heard(writer), heard(other)
    other.submit(tasks.add, line="theirs").result(PATIENCE)
    changes, origin = here.get(timeout=PATIENCE)
    assert (changes.outside, origin) == (True, "outside")
    assert there.get(timeout=PATIENCE)[0].of(Kind.TASK) == (1,)
    other.close()
    assert there.empty()


def test_another_process_is_noticed_while_this_one_is_busy(writer: Writer, folder: Path) -> None:
    """An answer that streams keeps the thread from ever being idle."""
    writer.wait_open()
    seen = threading.Event()
    writer.listen(lambda changes, origin: seen.set() if changes.outside else None)
    busy = threading.Event()

    def again(future: "Future[object]") -> None:
        if not (seen.is_set() or busy.is_set()):
            writer.submit(reading.any_task).add_done_callback(again)

    writer.submit(reading.any_task).add_done_callback(again)
    other = open_store(folder)
    tasks.add(other, line="theirs")
    other.close()
    assert seen.wait(PATIENCE)
    busy.set()


def test_closing_finishes_what_was_given(folder: Path) -> None:
    writer = Writer(lambda: open_store(folder))
    futures = [writer.submit(tasks.add, line=f"t{number}") for number in range(30)]
    writer.close()
    assert all(future.done() for future in futures)
    store = open_store(folder)
    assert store.value("SELECT count(*) FROM task") == 30
    store.close()
    assert list(folder.iterdir()) == [folder / FILE_NAME]


def test_nothing_is_taken_after_closing(folder: Path) -> None:
    writer = Writer(lambda: open_store(folder))
    writer.close()
    with pytest.raises(RuntimeError, match="closed"):
        writer.submit(tasks.add, line="lost")
    writer.close()


def test_a_file_that_does_not_open_is_said_to_everybody(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder.mkdir()
    (folder / FILE_NAME).write_text("not a database" * 100)
    with caplog.at_level(logging.ERROR):
        writer = Writer(lambda: open_store(folder))
        early = writer.submit(tasks.add, line="one")
        with pytest.raises(UserError, match="not an Orchestrator file"):
            writer.wait_open()
        late = writer.submit(tasks.add, line="two")
        for future in (early, late):
            with pytest.raises(UserError, match="not an Orchestrator file"):
                future.result(PATIENCE)
        writer.close()
