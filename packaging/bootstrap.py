"""Make the environment in .venv from the lock, and start the app from it. Standard library only.

    install     .venv with the app, its libraries and the built-in model
    run …       the same, then the window; what follows goes to the app
    develop     the same as install, and what the tests need
    build       the same as develop, and what PyInstaller needs
    lock …      write the two lock files anew; what follows goes to the resolver (--upgrade)

A file in .venv says which locks it was made from: where they have not changed nothing is installed and pip is not
called. The file is gone while an installation runs, so one that was cut off is started over.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

import system_libraries as system

ROOT = Path(__file__).resolve().parent.parent
LOCK, DEV_LOCK = "requirements.lock", "requirements-dev.lock"


class SetupError(Exception):
    """What the user is told before this ends with 1."""


class Environment:
    """The folder .venv of the project at `root`, and what it was made from."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.bin = self.folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.bin / ("python.exe" if os.name == "nt" else "python")
        self.command_line = self.bin.relative_to(root) / "orchestrator"

    def stamp(self, locks: Sequence[str]) -> Path:
        return self.folder / ("installed-dev" if DEV_LOCK in locks else "installed")

    def place(self) -> str:
        """What an environment cannot be moved away from: the folder, and the version of Python."""
        return f"{self.root} {sys.version_info.major}.{sys.version_info.minor}"

    def digest(self, locks: Sequence[str]) -> str:
        """One line for the place and for the content of all that is installed."""
        content = b"\0".join((self.root / name).read_bytes() for name in (*locks, "pyproject.toml"))
        return f"{self.place()} {hashlib.sha256(content).hexdigest()}"

    def is_current(self, locks: Sequence[str]) -> bool:
        stamp = self.stamp(locks)
        return stamp.exists() and self.python.exists() and stamp.read_text("utf-8") == self.digest(locks)

    def is_usable(self) -> bool:
        """Whether a finished installation for this place is there, be it for older locks."""
        stamp = self.stamp([LOCK])
        return stamp.exists() and self.python.exists() and stamp.read_text("utf-8").startswith(self.place() + " ")


def install(env: Environment, locks: Sequence[str]) -> None:
    """Bring .venv to what the locks say. Silent and immediate where it is there already."""
    if env.is_current(locks):
        return
    usable = env.is_usable()
    for stamp in (env.stamp([LOCK]), env.stamp([DEV_LOCK])):
        stamp.unlink(missing_ok=True)
    if not usable:
        create(env)
    files = [part for name in locks for part in ("-r", str(env.root / name))]
    pip(env, "--require-hashes", "--only-binary", ":all:", *files)
    pip(env, "--quiet", "--no-build-isolation", "--editable", str(env.root))
    for done in ([LOCK], locks):
        env.stamp(done).write_text(env.digest(done), "utf-8")
    say(f"Ready. The window: make run. The command line: {env.command_line} --help")


def create(env: Environment) -> None:
    """An empty .venv in place of whatever is there."""
    say("First start: some 220 MB are downloaded into .venv, the built-in model among them. This happens once.")
    if subprocess.run([sys.executable, "-m", "venv", "--clear", str(env.folder)], check=False).returncode:
        raise SetupError(f"The environment could not be made in {env.folder}: see above.")


def pip(env: Environment, *arguments: str) -> None:
    """Install without dependencies: the locks name every package there is. The progress is pip's own."""
    command = [str(env.python), "-m", "pip", "install", "--disable-pip-version-check", "--no-deps", *arguments]
    if subprocess.run(command, cwd=env.root, check=False).returncode:
        raise SetupError(
            "The packages were not installed: pip says above why. Without a network, try again once there is one: "
            "what is downloaded is kept."
        )


def lacking(env: Environment, needs: Sequence[system.Need]) -> list[system.Need]:
    """What the system must bring before we go on: the libraries (only Linux leaves them to it) and venv."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    venv = system.Need(f"the venv module of {version}", f"{version}-venv", "python3", "python")
    # Debian ships Python without ensurepip, and its venv cannot put pip into an environment then.
    has_venv = env.is_usable() or importlib.util.find_spec("ensurepip") is not None
    return [*([] if has_venv else [venv]), *(system.missing(needs) if sys.platform == "linux" else [])]


def provide(needs: Sequence[system.Need]) -> None:
    """Install what the system lacks where we may (root on Debian), else say how and stop."""
    if not needs:
        return
    if not (sys.platform == "linux" and shutil.which("apt-get") and os.geteuid() == 0):
        raise SetupError(system.message(needs, system.this_family()))
    names = system.packages(needs, "debian").split()
    say(f"Installing from Debian: {' '.join(names)}")
    apt = ["apt-get", "-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3"]
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", *names]):
        if subprocess.run([*apt, *arguments], env=quiet, check=False).returncode:
            raise SetupError(f"apt-get stopped: see above.\n{system.message(needs, 'debian')}")


def has_display(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether Qt has a screen to open its window on, or was told to do without."""
    if sys.platform != "linux" or environ.get("QT_QPA_PLATFORM") or environ.get("WAYLAND_DISPLAY"):
        return True
    return system.x11_answers(environ.get("DISPLAY", ""))


def run(env: Environment, arguments: Sequence[str]) -> NoReturn:
    """Become the app."""
    provide(lacking(env, [*system.QT, *system.SCREEN] if has_display() else []))
    install(env, [LOCK])
    if not has_display():
        raise SetupError(f"No display here: the window cannot open; the command line can: {env.command_line} --help")
    command = [str(env.python), "-m", "orchestrator_desktop", *arguments]
    if os.name == "nt":  # where exec returns to the shell at once
        sys.exit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], command)


def lock(env: Environment, arguments: Sequence[str]) -> None:
    """Resolve once for every Python and platform we support. The files name no index: pip's own is used."""
    pip(env, "--quiet", "uv")
    options = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--quiet"]
    for name, inputs in (
        (LOCK, ["pyproject.toml", "--extra", "builtin", "--group", "weights", "--group", "build"]),
        (DEV_LOCK, ["--group", "dev", "--group", "package", "--constraint", LOCK]),
    ):
        command = [str(env.bin / "uv"), "pip", "compile", *inputs, *options, *arguments, "--output-file", name]
        environment = os.environ | {"UV_CUSTOM_COMPILE_COMMAND": "make lock"}
        if subprocess.run(command, cwd=env.root, env=environment, check=False).returncode:
            raise SetupError(f"{name} was not written: see above.")


def say(text: str) -> None:
    print(text, flush=True)  # before what pip and apt print themselves


def main(arguments: Sequence[str]) -> None:
    env = Environment(ROOT)
    match list(arguments):
        case ["install"]:
            provide(lacking(env, []))
            install(env, [LOCK])
        case ["run", *rest]:
            run(env, rest)
        case ["develop"]:
            provide(lacking(env, [*system.QT, *system.TESTS]))
            install(env, [LOCK, DEV_LOCK])
        case ["build"]:
            provide(lacking(env, [*system.QT, *system.SCREEN, *system.TESTS, *system.build_needs()]))
            install(env, [LOCK, DEV_LOCK])
        case ["lock", *rest]:
            lock(env, rest)
        case _:
            raise SetupError(__doc__ or "")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except SetupError as stop:
        sys.exit(str(stop))
    except KeyboardInterrupt:
        sys.exit("\nStopped. What is half done is started over next time.")
