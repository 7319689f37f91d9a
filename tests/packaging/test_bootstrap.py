"""The environment is made once, again only when its locks or its place change, and wholly or not at all."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import bootstrap
import pytest
import system_libraries as system
from bootstrap import DEV_LOCK, LOCK, Environment, SetupError

Run = Callable[..., subprocess.CompletedProcess[str]]


class Machine:
    """Stands for pip, venv and apt: keeps the commands it was given and answers with `code`."""

    def __init__(self) -> None:
        self.commands: list[list[str]] = []
        self.environments: list[dict[str, str]] = []
        self.code = 0

    def run(self, command: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
        self.commands.append(command)
        self.environments.append(options.get("env", {}))
        if "venv" in command:
            python = Environment(Path(command[-1]).parent).python
            python.parent.mkdir(parents=True, exist_ok=True)
            python.touch()
        return subprocess.CompletedProcess(command, self.code)

    def taken(self) -> list[list[str]]:
        """The commands since the last time."""
        commands, self.commands = self.commands, []
        return commands


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine()
    monkeypatch.setattr(subprocess, "run", machine.run)
    return machine


@pytest.fixture
def env(tmp_path: Path) -> Environment:
    root = tmp_path / "my projects"
    root.mkdir()
    for name in (LOCK, DEV_LOCK, "pyproject.toml"):
        (root / name).write_text(f"{name}\n", "utf-8")
    return Environment(root)


def makes_venv(commands: list[list[str]]) -> bool:
    return any("venv" in command for command in commands)


def test_the_first_installation_makes_the_environment_from_the_lock(env: Environment, machine: Machine) -> None:
    bootstrap.install(env, [LOCK])
    venv, packages, project = machine.taken()
    assert "venv" in venv
    assert packages[-2:] == ["-r", str(env.root / LOCK)]
    assert {"--no-deps", "--require-hashes"} <= set(packages)
    assert project[-2:] == ["--editable", str(env.root)]
    assert "--no-deps" in project


def test_the_second_one_starts_nothing(env: Environment, machine: Machine) -> None:
    bootstrap.install(env, [LOCK])
    machine.taken()
    bootstrap.install(env, [LOCK])
    assert machine.taken() == []


def test_an_environment_for_the_tests_also_runs_the_app(env: Environment, machine: Machine) -> None:
    bootstrap.install(env, [LOCK, DEV_LOCK])
    machine.taken()
    bootstrap.install(env, [LOCK])
    assert machine.taken() == []


def test_the_tests_add_to_the_environment_of_the_app(env: Environment, machine: Machine) -> None:
    bootstrap.install(env, [LOCK])
    machine.taken()
    bootstrap.install(env, [LOCK, DEV_LOCK])
    commands = machine.taken()
    assert not makes_venv(commands)
    assert str(env.root / DEV_LOCK) in commands[0]


@pytest.mark.parametrize("name", [LOCK, "pyproject.toml"])
def test_a_changed_lock_is_installed_into_what_is_there(env: Environment, machine: Machine, name: str) -> None:
    bootstrap.install(env, [LOCK])
    machine.taken()
    (env.root / name).write_text("another\n", "utf-8")
    bootstrap.install(env, [LOCK])
    commands = machine.taken()
    assert commands
    assert not makes_venv(commands)


def test_an_installation_that_failed_is_started_over(env: Environment, machine: Machine) -> None:
    machine.code = 1
    with pytest.raises(SetupError):
        bootstrap.install(env, [LOCK])
    machine.code = 0
    machine.taken()
    bootstrap.install(env, [LOCK])
    assert makes_venv(machine.taken())


def test_an_update_that_was_cut_off_is_started_over(
    env: Environment, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    bootstrap.install(env, [LOCK, DEV_LOCK])
    (env.root / LOCK).write_text("another\n", "utf-8")
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(subprocess, "run", _cut_off)
        bootstrap.install(env, [LOCK])
    machine.taken()
    bootstrap.install(env, [LOCK])
    assert makes_venv(machine.taken())


def _cut_off(*_: Any, **__: Any) -> None:
    raise KeyboardInterrupt


def test_a_folder_that_moved_gets_its_environment_anew(env: Environment, machine: Machine) -> None:
    bootstrap.install(env, [LOCK])
    machine.taken()
    moved = Environment(env.root.rename(env.root.with_name("elsewhere")))
    bootstrap.install(moved, [LOCK])
    assert makes_venv(machine.taken())


def test_another_version_of_python_gets_its_environment_anew(
    env: Environment, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    bootstrap.install(env, [LOCK])
    machine.taken()
    monkeypatch.setattr(Environment, "place", lambda self: f"{self.root} 3.99")
    bootstrap.install(env, [LOCK])
    assert makes_venv(machine.taken())


def test_a_vanished_python_gets_its_environment_anew(env: Environment, machine: Machine) -> None:
    bootstrap.install(env, [LOCK])
    machine.taken()
    env.python.unlink()
    bootstrap.install(env, [LOCK])
    assert makes_venv(machine.taken())


def test_the_download_is_announced_before_it_starts(
    env: Environment, machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    bootstrap.install(env, [LOCK])
    assert "MB" in capsys.readouterr().out.splitlines()[0]


def test_a_missing_library_is_named_to_a_user(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(SetupError, match=r"libEGL\.so\.1"):
        bootstrap.provide(system.QT)
    assert machine.taken() == []


def test_root_on_debian_gets_it_installed(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("sys.platform", "linux")
    bootstrap.provide(system.QT)
    update, install = machine.taken()
    assert "update" in update
    assert {"install", "-y", "libegl1"} <= set(install)
    assert machine.environments[-1]["DEBIAN_FRONTEND"] == "noninteractive"


def test_what_apt_could_not_install_is_named(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("sys.platform", "linux")
    machine.code = 100
    with pytest.raises(SetupError, match="sudo apt install libegl1"):
        bootstrap.provide(system.QT)


def test_a_python_without_venv_is_told_so(env: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    (need,) = bootstrap.lacking(env, [])
    assert "venv" in need.name
    assert need.debian.endswith("-venv")


@pytest.mark.parametrize(
    ("environ", "display"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"DISPLAY": ":9"}, False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
    ],
)
def test_a_display_is_seen(environ: dict[str, str], display: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(system, "x11_answers", lambda name: name == ":0")
    assert bootstrap.has_display(environ) is display


def test_without_a_display_the_command_line_is_named_in_one_line(
    env: Environment, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "has_display", lambda: False)
    with pytest.raises(SetupError) as stop:
        bootstrap.run(env, [])
    assert ".venv/bin/orchestrator --help" in str(stop.value)
    assert "\n" not in str(stop.value)
    assert env.is_current([LOCK])
