"""The engine's thread."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import CancelledError

import pytest

from orchestrator_desktop.engine.loop import Loop

SECONDS = 10


async def nothing() -> None:
    pass


def test_coroutines_run_on_one_thread_of_their_own() -> None:
    async def name() -> str:
        return threading.current_thread().name

    loop = Loop()
    assert [loop.run(name()).result(SECONDS) for _ in range(2)] == ["engine", "engine"]
    loop.close(nothing)


def test_cancelling_the_future_cancels_the_coroutine() -> None:
    ended = threading.Event()

    async def wait() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    loop = Loop()
    future = loop.run(wait())
    loop.run(nothing()).result(SECONDS)
    assert future.cancel()
    assert ended.wait(SECONDS)
    loop.close(nothing)


def test_closing_runs_the_last_work_and_cancels_the_rest() -> None:
    order = []

    async def wait() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            order.append("cancelled")

    async def last() -> None:
        order.append("last")

    loop = Loop()
    waiting = loop.run(wait())
    loop.close(last)
    assert order == ["last", "cancelled"]
    with pytest.raises(CancelledError):
        waiting.result(0)


def test_a_loop_that_never_ran_closes_without_one() -> None:
    before = threading.active_count()
    loop = Loop()
    loop.call(lambda: None)
    loop.close(nothing)
    assert threading.active_count() == before


def test_calling_a_closed_loop_is_no_error() -> None:
    loop = Loop()
    loop.run(nothing()).result(SECONDS)
    loop.close(nothing)
    loop.call(lambda: None)
