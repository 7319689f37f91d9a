"""Drafts: what was kept a moment ago is there at once, and what a full disk refused is tried again."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from orchestrator_desktop.store import days
from orchestrator_desktop.store.store import Store
from tests.ui.desk import Room


def _pages(store: Store, most: int | None) -> None:
    """Let the file grow no further, or let it grow again."""
    limit = most if most is not None else store.value("PRAGMA page_count")
    store.execute(f"PRAGMA max_page_count = {limit}")


def test_a_draft_is_there_before_the_disk_has_it(qtbot: QtBot, room: Room) -> None:
    room.services.acts.keep_draft("edit:1", "My words")
    assert room.services.acts.draft(room.store, "edit:1") == "My words"
    qtbot.waitUntil(lambda: days.draft(room.store, "edit:1") == "My words")
    room.services.acts.keep_draft("edit:1", "")
    assert room.services.acts.draft(room.store, "edit:1") == ""
    qtbot.waitUntil(lambda: days.draft(room.store, "edit:1") == "")


def test_what_a_full_disk_refused_is_kept_and_tried_again(qtbot: QtBot, room: Room) -> None:
    words = "Long words " * 5000
    room.desk.do(_pages, most=None)
    room.services.acts.keep_draft("edit:1", words)
    qtbot.waitUntil(lambda: any("full" in said for said in room.said))
    assert days.draft(room.store, "edit:1") == ""
    assert room.services.acts.draft(room.store, "edit:1") == words
    room.desk.do(_pages, most=1_000_000)
    room.services.acts.keep_draft("edit:2", "Other words")
    qtbot.waitUntil(lambda: days.draft(room.store, "edit:1") == words)
    assert days.draft(room.store, "edit:2") == "Other words"
