"""The whole loop from the command line, as a user types it: the real entry in processes of its own. What only prepares
a case, or looks at what is left, runs in this one: a process takes a second to start."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Cli
from tests.fakes.answers import openai_chat
from tests.fakes.replay import Recorded, ReplayServer, Reply

ENTRY = [sys.executable, "-c", "from orchestrator_desktop.cli.main import main; main()"]


def start(*args: str | bytes, **options: Any) -> subprocess.Popen[str]:
    settings: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "encoding": "utf-8"}
    return subprocess.Popen([*ENTRY, *args], **{**settings, **options})


def run(*args: str | bytes, code: int = 0, **options: Any) -> str:
    """What a command prints on stdout; its exit code must be `code`."""
    process = start(*args, **options)
    out, err = process.communicate(timeout=60)
    assert process.returncode == code, err
    assert "Traceback" not in (err or "")
    return out


def document(*args: str, code: int = 0, **options: Any) -> Any:
    return json.loads(run(*args, "--json", code=code, **options))


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_the_whole_loop(data_dir: Path, server: ReplayServer) -> None:
    added = document("add", "Draft launch email tomorrow 9am #marketing !2")
    task = str(added["id"])
    url = server.openai_url
    run(*("providers", "add", "Replay", "--dialect", "openai-chat", "--base-url", url, "--model", "m", "--no-key"))
    server.script(openai_chat("Dear all"), openai_chat("Dear friends"))
    first = document("delegate", task, "--to", "Replay", "--wait")
    assert (first["state"], first["text"]) == ("complete", "Dear all")
    assert [row["id"] for row in document("list", "--view", "review")] == [added["id"]]
    revised = document("review", task, "revise", "--comment", "Warmer", "--wait")
    assert revised["text"] == "Dear friends"
    assert document("review", task, "accept")["stage"] == "done"
    day = document("reflect", "--text", "Handed a draft over.")
    assert [(row["title"], row["who"]) for row in day["with_ai"]] == [("Draft launch email", "Replay")]
    assert document("undo")["undone"] == "Write the reflection"
    assert document("undo")["undone"] == "Accept"
    assert document("show", task)["stage"] == "in_review"


def test_the_builtin_model_answers(cli: Cli) -> None:
    """The real model in its own process, with no account and no key."""
    task = cli.add("Write five questions to ask our customers about our new mobile app")
    answered = document("delegate", task, "--to", "Interviewer", "--wait")
    assert (answered["state"], answered["error"]) == ("complete", None)
    assert "?" in answered["text"]
    assert answered["usage"]["output_tokens"] > 0
    assert cli.json("review", task, "accept")["stage"] == "done"


def test_ten_captures_at_once_all_land(cli: Cli) -> None:
    processes = [start("add", f"Task number {n}", "--json") for n in range(10)]
    ids = [json.loads(process.communicate(timeout=60)[0])["id"] for process in processes]
    assert sorted(ids) == list(range(1, 11))
    assert len({task["title"] for task in cli.json("list")}) == 10
    assert len(cli.json("providers", "list")) == 1


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """Set it to let the rest of a gated answer through."""
    gate = threading.Event()
    yield gate
    gate.set()


@pytest.fixture
def half_way(cli: Cli, replay: ReplayServer, gate: threading.Event) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A task, and the process that has shown the beginning of its answer and waits for the gate."""
    task = cli.add("Draft")
    replay.script(openai_chat("Beginning and end", pieces=2).gated(gate, after=2), openai_chat("Whole"))
    process = start("delegate", task, "--to", "Replay", "--wait")
    assert process.stdout is not None
    assert process.stdout.read(9) == "Beginning"
    yield task, process
    if process.poll() is None:
        process.kill()
    process.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_stops_and_keeps_the_text(half_way: tuple[str, subprocess.Popen[str]], cli: Cli) -> None:
    task, process = half_way
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, "Traceback" in err, "Stopped." in err) == (1, False, True)
    shown = cli.json("show", task)["delegations"][0]
    assert (shown["state"], shown["text"]) == ("cancelled", "Beginning")


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_ends_the_run_of_the_queue_and_leaves_the_rest(
    cli: Cli, replay: ReplayServer, gate: threading.Event
) -> None:
    one, two = cli.add("One"), cli.add("Two")
    for task in (one, two):
        cli("delegate", task, "--to", "Replay")
    asked = threading.Event()

    def answer(request: Recorded) -> Reply:
        asked.set()
        return openai_chat("Beginning and end", pieces=2).gated(gate, after=2)

    replay.script(answer)
    process = start("queue", "run")
    assert asked.wait(30)
    follower = start("wait", one)  # its showing the text proves that the text is in the file
    assert follower.stdout is not None
    assert follower.stdout.read(9) == "Beginning"
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    follower.communicate(timeout=30)
    assert (process.returncode, "Traceback" in err) == (130, False)
    assert out.startswith(f"{one}  One: Orchestrator ended while the answer was on its way.")
    assert "1 left in the queue" in err
    assert cli.json("show", one)["delegations"][0]["text"] == "Beginning"
    assert cli.json("show", two)["delegations"][0]["state"] == "queued"


def test_a_stop_reaches_the_process_that_runs_it(half_way: tuple[str, subprocess.Popen[str]]) -> None:
    task, process = half_way
    assert "kept" in run("stop", task)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, "Stopped." in err) == (1, True)


def test_a_killed_wait_is_shown_as_interrupted(half_way: tuple[str, subprocess.Popen[str]], cli: Cli) -> None:
    task, process = half_way
    follower = start("wait", task)  # its showing the text proves that the text is in the file
    assert follower.stdout is not None
    assert follower.stdout.read(9) == "Beginning"
    process.kill()
    process.communicate()
    _, err = follower.communicate(timeout=30)
    assert (follower.returncode, "Orchestrator ended" in err) == (1, True)
    shown = cli.json("show", task)["delegations"][0]
    assert (shown["state"], shown["reason"], shown["text"]) == ("interrupted", "app_ended", "Beginning")
    assert cli.json("retry", task, "--wait")["text"] == "Whole"


def test_what_runs_elsewhere_is_followed(half_way: tuple[str, subprocess.Popen[str]], gate: threading.Event) -> None:
    task, process = half_way
    follower = start("wait", task)
    assert follower.stdout is not None
    assert follower.stdout.read(9) == "Beginning"
    gate.set()
    assert follower.communicate(timeout=30)[0] == " and end\n"
    assert process.communicate(timeout=30)[0] == " and end\n"
    assert (follower.returncode, process.returncode) == (0, 0)


def test_an_answer_nobody_reads_is_finished_all_the_same(
    half_way: tuple[str, subprocess.Popen[str]], gate: threading.Event, cli: Cli
) -> None:
    task, process = half_way
    assert process.stdout is not None
    process.stdout.close()
    gate.set()
    assert process.wait(30) == 0
    assert cli.json("show", task)["results"][0]["text"] == "Beginning and end"


def test_closed_stdout_is_no_drama(cli: Cli) -> None:
    cli.add("Task " * 50)
    reading, writing = os.pipe()
    os.close(reading)
    process = start("list", stdout=writing)
    os.close(writing)
    _, err = process.communicate(timeout=30)
    assert err == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk")
def test_a_full_disk_behind_stdout_is_said(cli: Cli) -> None:
    cli.add("Task")
    with Path("/dev/full").open("w") as full:
        process = start("list", stdout=full)
        _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (1, "The output cannot be written: No space left on device.\n")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_any_encoding_of_the_terminal_will_do(cli: Cli, encoding: str) -> None:
    cli.add("Café — “thé” 日本 🎉")
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    listed = run("list", env=environment, encoding=encoding, errors="strict")
    assert "Caf" in listed
    assert json.loads(run("list", "--json", env=environment, encoding=encoding))[0]["title"] == "Café — “thé” 日本 🎉"


@pytest.mark.skipif(sys.platform == "win32", reason="bytes in argv")
def test_bytes_that_are_no_utf_8_are_read_as_latin_1(data_dir: Path) -> None:
    assert json.loads(run(b"add", b"Caf\xe9 cr\xe8me", b"--json"))["title"] == "Café crème"


def test_the_folder_is_the_one_named(tmp_path: Path, cli: Cli) -> None:
    run("--data-dir", str(tmp_path / "one"), "add", "Here")
    assert (tmp_path / "one" / "orchestrator.sqlite").exists()
    assert cli.json("list") == []


def test_version() -> None:
    from orchestrator_desktop import __version__

    assert run("--version") == f"orchestrator {__version__}\n"


@pytest.mark.parametrize("command", [["add", "Task"], ["list"], ["queue"], ["sent"], ["budget"]])
def test_quick_commands_import_little(cli: Cli, command: Sequence[str]) -> None:
    cli("list")  # the first command makes the file
    code = "import sys\nfrom orchestrator_desktop.cli.main import root\ntry:\n root.main()\nexcept SystemExit:\n pass\n"
    code += "print(*sys.modules)"
    process = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True)
    loaded = set(process.stdout.split())
    heavy = {"httpx", "keyring", "PySide6", "sqlite_utils", "dateutil", "asyncio", "msgspec", "logging", "filelock"}
    heavy |= {"shutil", "orchestrator_desktop.domain.messages"} if command[0] in ("add", "list") else set()
    assert not heavy & loaded
    assert "orchestrator_desktop.engine" not in loaded
