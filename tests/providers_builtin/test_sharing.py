"""Several wants at once: one process, one file at a time, nothing left behind by those who give up."""

from __future__ import annotations

import asyncio
from pathlib import Path

import httpx
import pytest

from orchestrator_desktop.providers.builtin.model import BuiltIn, ModelNotice, ModelState, Running
from tests.providers_builtin.test_model import _ask, _children, _run, _weights


def test_another_file_waits_for_the_answer_and_gets_a_process_of_its_own(tmp_path: Path) -> None:
    other_file = tmp_path / "Other.gguf"
    other_file.symlink_to(_weights())

    async def work() -> None:
        model, ended = BuiltIn(), []

        async def other() -> Running:
            async with model.use(other_file) as running:
                assert ended == ["first"]
                return running

        async with model.use(_weights()) as first:
            waiting = asyncio.create_task(other())
            assert (await _ask(first)).status_code == httpx.codes.OK
            ended.append("first")
        second = await waiting
        assert (first.model, second.model) == (_weights().stem, "Other")
        assert first.key != second.key
        await model.close()

    _run(work())


def test_a_file_that_was_replaced_under_its_name_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "Model.gguf"
    path.symlink_to(_weights())

    async def work() -> None:
        model = BuiltIn()
        async with model.use(path) as first:
            pass
        path.unlink()
        path.write_bytes(_weights().read_bytes())
        async with model.use(path) as second:
            assert first.key != second.key
            assert (await _ask(second)).status_code == httpx.codes.OK
        await model.close()

    _run(work())


@pytest.mark.parametrize("turns", [0, 3, 30])
def test_who_gives_up_while_it_loads_leaves_no_process(turns: int) -> None:
    async def work() -> None:
        before, starting = _children(), asyncio.Event()

        def heard(notice: ModelNotice) -> None:
            if notice.state is ModelState.STARTING:
                starting.set()

        model = BuiltIn(on_notice=heard)

        async def want() -> None:
            async with model.use(_weights()):
                raise AssertionError("it was given up")

        wanting = asyncio.create_task(want())
        await starting.wait()
        for _ in range(turns):
            await asyncio.sleep(0)
        wanting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await wanting
        assert _children() == before
        async with model.use(_weights()) as running:
            assert (await _ask(running)).status_code == httpx.codes.OK
        await model.close()
        assert _children() == before

    _run(work())


def test_a_model_this_small_is_cut_short_where_nobody_says_how_long() -> None:
    async def work() -> None:
        model = BuiltIn()
        async with model.use(_weights()) as running, httpx.AsyncClient(timeout=60) as client:
            answer = await client.post(
                f"{running.base_url.removesuffix('/v1')}/completion",
                headers={"authorization": f"Bearer {running.key.reveal()}"},
                json={"prompt": "Count:", "stop": ["a", "e", "1"]},  # its settings are told at the end
            )
            assert answer.json()["generation_settings"]["n_predict"] == 512
        await model.close()

    _run(work())
