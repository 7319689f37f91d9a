"""A disk that takes nothing for a while: no text is lost while the app lives, and the user is told once."""

from __future__ import annotations

import threading
from dataclasses import replace

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.engine.notices import NoticeKind
from orchestrator_desktop.store.store import Store
from tests.engine.scene import Scene
from tests.fakes.answers import openai_chat
from tests.fakes.replay import ReplayServer

LONG = "A line of an answer that needs more room than is left. " * 2000


def fill_up(store: Store) -> None:
    """SQLite answers SQLITE_FULL from now on, as on a full disk."""
    store.execute("VACUUM")  # pages that were freed would take what comes
    store.execute(f"PRAGMA max_page_count = {store.value('PRAGMA page_count')}")


def free(store: Store) -> None:
    store.execute("PRAGMA max_page_count = 1000000")


def test_text_waits_in_memory_until_the_disk_takes_it(scene: Scene, server: ReplayServer) -> None:
    gate = threading.Event()
    server.script(openai_chat(LONG, pieces=10).gated(gate, after=9))
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.start()
    scene.streaming(delegation)
    scene.do(fill_up)
    gate.set()
    notice = scene.noticed(NoticeKind.DISK_TROUBLE)
    assert notice.error is not None and "disk is full" in str(notice.error)
    assert not scene.attempt(delegation).state.ended
    scene.do(free)
    attempt = scene.ended(delegation)
    assert (attempt.state, attempt.text) == (AttemptState.COMPLETE, LONG)
    scene.noticed(NoticeKind.DISK_WELL)
    assert scene.kinds() == [NoticeKind.DISK_TROUBLE, NoticeKind.DISK_WELL]


def test_text_on_its_way_is_written_again(scene: Scene, server: ReplayServer) -> None:
    begin, end = threading.Event(), threading.Event()
    whole = openai_chat(LONG, pieces=10)
    server.script(scene.telling(replace(whole, pieces=(begin, *whole.pieces[:9], end, *whole.pieces[9:]))))
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.start()
    scene.until(lambda: bool(server.requests))
    scene.do(fill_up)
    begin.set()
    scene.noticed(NoticeKind.DISK_TROUBLE)
    assert scene.attempt(delegation).text == ""
    scene.do(free)
    scene.noticed(NoticeKind.DISK_WELL)
    scene.until(lambda: scene.attempt(delegation).text == "".join(chunk.text for chunk in scene.chunks))
    assert scene.attempt(delegation).state is AttemptState.STREAMING
    end.set()
    assert scene.ended(delegation).text == LONG


def test_what_cannot_be_marked_as_sent_is_not_sent(scene: Scene, server: ReplayServer) -> None:
    server.script(openai_chat("Done."))
    scene.add_provider(server.openai_url)
    delegation = scene.delegate("Write about " + LONG)
    scene.do(fill_up)
    scene.start()
    scene.noticed(NoticeKind.DISK_TROUBLE)
    assert scene.attempt(delegation).state is AttemptState.QUEUED
    assert server.requests == []
    scene.do(free)
    assert scene.ended(delegation).state is AttemptState.COMPLETE


def test_quitting_with_a_full_disk_ends(scene: Scene, server: ReplayServer) -> None:
    server.script(openai_chat(LONG, finish=None, usage=False, done=False).hung())
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.start()
    scene.until(lambda: bool(scene.chunks))
    scene.do(fill_up)
    scene.desk.close()
    again = Scene(scene.folder)
    again.start()
    assert again.ended(delegation).state is AttemptState.UNKNOWN, "not a word of it was on the disk"
    again.desk.close()


def test_a_lock_that_cannot_be_made_is_said_and_tried_again(scene: Scene, server: ReplayServer) -> None:
    server.script(openai_chat("Done."))
    scene.add_provider(server.openai_url)
    in_the_way = scene.folder / "engines"
    in_the_way.write_text("a file where a folder should be")
    delegation = scene.delegate()
    scene.start()
    assert "engines cannot be made" in str(scene.noticed(NoticeKind.DISK_TROUBLE).error)
    in_the_way.unlink()
    assert scene.ended(delegation).state is AttemptState.COMPLETE
    scene.noticed(NoticeKind.DISK_WELL)
    assert scene.kinds() == [NoticeKind.DISK_TROUBLE, NoticeKind.DISK_WELL]
