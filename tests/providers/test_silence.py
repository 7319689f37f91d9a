"""The stall clock alone: what it counts, and whose cancellation is whose."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine

import pytest

from orchestrator_desktop.providers.silence import Silence
from tests.providers.asking import Hours


async def wait(seconds: float) -> None:
    """On a loop whose clock is put forward by so much, and which then runs what has fallen due."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, Hours)
    loop.skipped += seconds
    await asyncio.sleep(0)
    await asyncio.sleep(0)


def run(main: Callable[[], Coroutine[None, None, None]]) -> None:
    with asyncio.Runner(loop_factory=Hours) as runner:
        runner.run(main())


def test_waits_add_up_to_the_limit() -> None:
    async def main() -> None:
        silence = Silence(10)
        for _ in range(3):
            with silence:
                await wait(3)
        with pytest.raises(TimeoutError), silence:
            await wait(3)

    run(main)


def test_a_sign_begins_the_count_anew_with_its_own_limit() -> None:
    async def main() -> None:
        silence = Silence(10)
        with silence:
            await wait(9)
        silence.broken(5)
        with silence:
            await wait(4)
        silence.broken(20)
        with silence:
            await wait(19)
        with pytest.raises(TimeoutError), silence:
            await wait(2)

    run(main)


def test_what_the_caller_does_between_and_within_waits_does_not_count() -> None:
    async def main() -> None:
        silence = Silence(10)
        for _ in range(3):
            await wait(50)
            with silence:
                await wait(3)
                with silence.paused():
                    await wait(50)
        with pytest.raises(TimeoutError), silence:
            await wait(2)

    run(main)


def test_one_clock_may_stand_within_another() -> None:
    async def main() -> None:
        outer, inner = Silence(10), Silence(20)
        with pytest.raises(TimeoutError), outer:
            with inner:
                await wait(11)
            pytest.fail("the outer limit was reached within")
        with pytest.raises(TimeoutError), Silence(30), inner:
            await wait(12)

    run(main)


def test_a_cancellation_by_others_stays_one() -> None:
    async def main() -> None:
        async def endless() -> None:
            with Silence(10):
                await asyncio.Event().wait()

        async def late() -> None:
            task = asyncio.current_task()
            assert task is not None
            with Silence(10):
                asyncio.get_running_loop().call_soon(task.cancel)
                await wait(11)

        for work in (endless, late):
            task = asyncio.create_task(work())
            await asyncio.sleep(0)
            task.cancel()
            (ended,) = await asyncio.gather(task, return_exceptions=True)
            assert isinstance(ended, asyncio.CancelledError)

    run(main)


def test_closed_it_leaves_no_timer_behind() -> None:
    rang: list[str] = []

    class Counted(Silence):
        def _ring(self) -> None:
            rang.append("")
            super()._ring()

    async def main() -> None:
        for closes in (True, False):
            silence = Counted(10)
            with silence:
                await asyncio.sleep(0)
            if closes:
                silence.close()
            await wait(11)
        with pytest.raises(ValueError, match="x"), Counted(10):
            raise ValueError("x")
        await wait(11)

    run(main)
    assert rang == [""]
