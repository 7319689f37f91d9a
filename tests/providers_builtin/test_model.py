"""The model's own process: started on first use, kept, stopped, broken, and gone with its parent."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import httpx
import pytest

from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind
from orchestrator_desktop.providers.builtin.model import BuiltIn, ModelNotice, ModelState, Running
from orchestrator_desktop.providers.builtin.weights import default_model
from tests.providers_builtin.files import gguf

HOME = Path(__file__).resolve().parents[2]


def _run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(work, 120))


def _weights() -> Path:
    path = default_model()
    assert path is not None
    return path


async def _ask(running: Running, *, key: str | None = None) -> httpx.Response:
    async with httpx.AsyncClient(timeout=60) as client:
        return await client.post(
            f"{running.base_url}/chat/completions",
            headers={"authorization": f"Bearer {key or running.key.reveal()}"},
            json={"messages": [{"role": "user", "content": "Say hello."}], "max_tokens": 4},
        )


def _children(parent: int | None = None) -> set[int]:
    """Processes of a parent, this one unless told; from /proc, since not every machine has ps."""
    wanted, found = str(parent or os.getpid()), set()
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[1] == wanted and fields[0] != "Z":
            found.add(int(status.parent.name))
    return found


def _seen_by_others(pid: int) -> bytes:
    return b"".join(Path(f"/proc/{pid}/{name}").read_bytes() for name in ("cmdline", "environ"))


def _gone(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split(") ")[1][0] == "Z"
    except OSError:
        return True


def test_it_answers_with_its_key_only_and_stays_for_the_next_question() -> None:
    async def work() -> None:
        told: list[ModelState] = []
        model = BuiltIn(on_notice=lambda notice: told.append(notice.state))
        async with model.use(_weights()) as running:
            assert running.base_url.startswith("http://127.0.0.1:")
            assert (await _ask(running)).status_code == httpx.codes.OK
            assert (await _ask(running, key="wrong")).status_code == httpx.codes.UNAUTHORIZED
        async with model.use(_weights()) as again:
            assert again.base_url == running.base_url
        await model.close()
        assert told == [ModelState.STARTING, ModelState.READY, ModelState.STOPPED]

    _run(work())


def test_it_stops_when_idle_but_never_under_an_answer() -> None:
    async def work() -> None:
        stopped = asyncio.Event()

        def heard(notice: ModelNotice) -> None:
            if notice.state is ModelState.STOPPED:
                stopped.set()

        model = BuiltIn(idle_seconds=0.01, on_notice=heard)
        async with model.use(_weights()) as first:
            async with model.use(_weights()):
                pass
            assert (await _ask(first)).status_code == httpx.codes.OK
            assert not stopped.is_set()
        await asyncio.wait_for(stopped.wait(), 30)
        async with model.use(_weights()) as again:
            assert again.key != first.key
        await model.close()

    _run(work())


def test_a_killed_process_is_said_and_the_next_use_starts_another() -> None:
    async def work() -> None:
        told: list[ModelNotice] = []
        model = BuiltIn(on_notice=told.append)
        before = _children()
        with pytest.raises(ProviderError) as broken:
            async with model.use(_weights()):
                (pid,) = _children() - before
                os.kill(pid, signal.SIGKILL)
                raise ProviderError(ProviderErrorKind.UNREACHABLE, "the connection broke")
        assert broken.value.kind is ProviderErrorKind.MODEL_BROKEN
        assert "SIGKILL" in broken.value.detail
        assert told[-1].state is ModelState.BROKEN
        async with model.use(_weights()) as running:
            assert (await _ask(running)).status_code == httpx.codes.OK
        await model.close()

    _run(work())


def test_a_file_that_llama_cannot_load_is_broken_in_words_and_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "odd.gguf"
    path.write_bytes(gguf())

    async def work() -> None:
        before = _children()
        model = BuiltIn()
        with pytest.raises(ProviderError) as broken:
            async with model.use(path):
                raise AssertionError("it loaded")
        assert broken.value.kind is ProviderErrorKind.MODEL_BROKEN
        assert broken.value.detail
        assert _children() == before
        await model.close()

    _run(work())


def test_the_key_is_in_no_argument_and_no_environment() -> None:
    async def work() -> None:
        before = _children()
        model = BuiltIn()
        async with model.use(_weights()) as running:
            (pid,) = _children() - before
            assert running.key.reveal().encode() not in _seen_by_others(pid)
        await model.close()

    _run(work())


_PARENT = """
import asyncio
from orchestrator_desktop.providers.builtin.model import BuiltIn
from orchestrator_desktop.providers.builtin.weights import default_model
async def main():
    async with BuiltIn().use(default_model()):
        print("ready", flush=True)
        await asyncio.Event().wait()
asyncio.run(main())
"""


def test_it_dies_with_the_app(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", _PARENT], stdout=subprocess.PIPE, text=True, cwd=tmp_path) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == "ready\n"
        (pid,) = _children(parent.pid)
        parent.kill()
    watch = ["tail", f"--pid={pid}", "-s", "0.05", "-f", "/dev/null"]
    subprocess.run(watch, timeout=20, check=False)
    assert _gone(pid)
