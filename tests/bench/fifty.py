"""Fifty answers at once, each at 100 tokens a second: how long the window's event loop stalls, and what the engine adds
to the time that httpx alone needs for the same streams. `python -m tests.bench.fifty` prints the figures as JSON."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import httpx
from PySide6.QtCore import QEventLoop, QTimer

from orchestrator_desktop import app as composition
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.ids import ProviderId, SpecialistId, TaskId
from orchestrator_desktop.engine.desk import Desk
from orchestrator_desktop.operations import delegations, queueing, roster, tasks
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.shell.window import Window
from tests.bench.server import serving

MANY = 50
TOKENS = 1_000
RATE = 100
BEAT_MS = 5
BODY = {"model": "m", "stream": True, "messages": [{"role": "user", "content": "Write."}]}


def fifty() -> dict[str, dict[str, float]]:
    """Largest and typical gaps between beats of a 5 ms timer on the window's thread; seconds for all the streams."""
    with serving(TOKENS, RATE) as url:
        raw_cpu, raw = asyncio.run(_raw(url))
        gaps, cpu, seconds = _through_the_app(url)
    ordered = sorted(gaps)
    name = f"{MANY} at once, {RATE} tokens/s each:"
    return {
        f"{name} longest gap (ms)": {"median": ordered[-1], "p95": ordered[round(0.95 * (len(ordered) - 1))]},
        f"{name} raw httpx (s)": {"median": raw, "p95": raw},
        f"{name} through the engine and the window (s)": {"median": seconds, "p95": seconds},
        f"{name} added to raw httpx (%)": {"median": 100 * (seconds / raw - 1), "p95": 100 * (seconds / raw - 1)},
        f"{name} processor, raw httpx (s)": {"median": raw_cpu, "p95": raw_cpu},
        f"{name} processor, engine and window (s)": {"median": cpu, "p95": cpu},
    }


async def _raw(url: str) -> tuple[float, float]:
    """(processor, clock) seconds of httpx reading the same streams, and nothing else."""

    async def one(client: httpx.AsyncClient) -> None:
        async with client.stream("POST", f"{url}/chat/completions", json=BODY) as reply:
            async for _ in reply.aiter_bytes():
                pass

    began, cpu = time.perf_counter(), time.process_time()
    async with httpx.AsyncClient(timeout=None, trust_env=False, limits=httpx.Limits()) as client:
        await asyncio.gather(*(one(client) for _ in range(MANY)))
    return time.process_time() - cpu, time.perf_counter() - began


def _through_the_app(url: str) -> tuple[list[float], float, float]:
    gaps: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        application = composition.make_app()
        desk, services = composition.open_session(application, Path(folder))
        task_id = _delegate(desk, url)
        window = Window(services, composition.FACTORIES)
        window.resize(1280, 800)
        window.show()
        window.show_target(Target(Screen.DELEGATED, task_id=task_id))
        desk.start_engine()
        _settle()
        _watch(application, services, gaps)
        desk.writer.submit(queueing.pause, paused=False)
        began, cpu = time.perf_counter(), time.process_time()
        application.exec()
        cpu, seconds = time.process_time() - cpu, time.perf_counter() - began
        window.close()
        services.store.close()
        desk.close()
    return gaps, cpu, seconds


def _settle() -> None:
    """The window is there, with a queue that is paused: its own start is measured elsewhere."""
    loop = QEventLoop()
    QTimer.singleShot(3_000, loop.quit)
    loop.exec()


def _delegate(desk: Desk, url: str) -> TaskId:
    submit: Any = desk.writer.submit
    added: Changes = submit(roster.add_provider, name="Replay", dialect="openai-chat", base_url=url, model="m").result()
    provider_id = ProviderId(added.first(Kind.PROVIDER))
    submit(roster.edit_provider, provider_id=provider_id, at_once=MANY).result()
    submit(queueing.pause, paused=True).result()
    who = SpecialistId(added.first(Kind.SPECIALIST))
    made = [TaskId(submit(tasks.add, line=f"Answer {n}").result().first(Kind.TASK)) for n in range(MANY)]
    for task_id in made:
        submit(delegations.delegate, task_id=task_id, specialist_id=who).result()
    return made[0]


def _watch(application: Any, services: Services, gaps: list[float]) -> None:
    beat = QTimer(application)
    last = [time.perf_counter()]
    back: set[int] = set()

    def tick() -> None:
        now = time.perf_counter()
        gaps.append(1000 * (now - last[0]) - BEAT_MS)
        last[0] = now

    def heard(changes: Changes, _origin: str) -> None:
        back.update(changes.of(Kind.RESULT))
        if len(back) == MANY:
            application.quit()

    beat.timeout.connect(tick)
    services.bridge.changed.connect(heard)
    beat.start(BEAT_MS)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(fifty()) + "\n")
