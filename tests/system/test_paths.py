"""Where the files are: the option, the environment, the platform, in this order."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from orchestrator_desktop.system.paths import data_folder, logs_folder


def test_the_option_wins_over_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORCHESTRATOR_DATA_DIR", str(tmp_path / "variable"))
    assert data_folder(str(tmp_path / "option")) == tmp_path / "option"
    assert data_folder(None) == tmp_path / "variable"


def test_an_empty_choice_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORCHESTRATOR_DATA_DIR", "")
    folder = data_folder("")
    assert folder.name == "Orchestrator"
    assert folder.is_absolute()


def test_a_home_and_a_relative_folder_are_spelt_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert data_folder("~/tasks") == Path.home() / "tasks"
    assert data_folder("tasks") == tmp_path / "tasks"


def test_logs_stand_beside_the_data(tmp_path: Path) -> None:
    assert logs_folder(tmp_path).parent == tmp_path


def test_naming_a_folder_imports_no_library() -> None:
    code = (
        "import sys; from orchestrator_desktop.system.paths import data_folder; data_folder('/x');"
        "print(sorted({'platformdirs', 'keyring', 'filelock', 'PySide6'} & set(sys.modules)))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
