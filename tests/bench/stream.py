"""How long the window's event loop stalls while an answer of 1 MB arrives at 200 deltas a second."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from orchestrator_desktop import app as composition
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.ids import SpecialistId, TaskId
from orchestrator_desktop.operations import delegations, roster, tasks
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.shell.window import Window
from tests.fakes.answers import openai_chat
from tests.fakes.replay import ReplayServer

SIZE = 1_000_000
DELTAS = 2_000
RATE = 200
BEAT_MS = 5
_PARAGRAPH = (
    "### Part {n}\n\nThe crew **plans** its week on Friday, and everybody sees [their own]({url}) part of it.\n\n"
    "- the first place that needs a name, with `code` beside it\n- the second one, which is *much* longer than the "
    "first, as such lists are\n\n"
)


def stream_gap() -> dict[str, dict[str, float]]:
    """Largest and typical gaps between beats of a 5 ms timer on the window's thread."""
    gaps: list[float] = []
    with tempfile.TemporaryDirectory() as folder, ReplayServer() as server:
        server.always(openai_chat(_text(), pieces=DELTAS).paced(RATE))
        application = composition.make_app()
        desk, services = composition.open_session(application, Path(folder))
        task_id = _delegate(desk.writer, server.openai_url)
        window = Window(services, composition.FACTORIES)
        window.resize(1280, 800)
        window.show()
        desk.start_engine()
        window.show_target(Target(Screen.DELEGATED, task_id=task_id))
        _watch(application, services, gaps)
        application.exec()
        window.close()
        services.store.close()
        desk.close()
    ordered = sorted(gaps)
    typical = ordered[round(0.95 * (len(ordered) - 1))]
    return {
        f"stream: longest gap, {SIZE / 1e6:.1f} MB at {RATE}/s (ms)": {"median": ordered[-1], "p95": typical, "runs": 1}
    }


def _text() -> str:
    return "".join(_PARAGRAPH.format(n=n, url="https://example.com") for n in range(6_000))[:SIZE]


def _delegate(writer: object, url: str) -> TaskId:
    submit = writer.submit  # type: ignore[attr-defined]
    added: Changes = submit(roster.add_provider, name="Replay", dialect="openai-chat", base_url=url, model="m").result()
    task_id = TaskId(submit(tasks.add, line="A long answer").result().first(Kind.TASK))
    who = SpecialistId(added.first(Kind.SPECIALIST))
    submit(delegations.delegate, task_id=task_id, specialist_id=who).result()
    return task_id


def _watch(application: QApplication, services: object, gaps: list[float]) -> None:
    beat = QTimer(application)
    last = [time.perf_counter()]

    def tick() -> None:
        now = time.perf_counter()
        gaps.append(1000 * (now - last[0]) - BEAT_MS)
        last[0] = now

    def heard(changes: Changes, _origin: str) -> None:
        if changes.touches(Kind.DELEGATION):
            application.quit()

    beat.timeout.connect(tick)
    services.bridge.changed.connect(heard)  # type: ignore[attr-defined]
    beat.start(BEAT_MS)
