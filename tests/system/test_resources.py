"""The folder `resources` is found from a checkout, and from a wheel or a bundle that carries it inside the package."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from orchestrator_desktop.system import resources


def installed(package: Path) -> Callable[[str], Path]:
    """The function `resource` as it is in a copy of the package at `package`."""
    module_path = package / "system" / "resources.py"
    module_path.parent.mkdir(parents=True)
    shutil.copy(resources.__file__, module_path)
    spec = spec_from_file_location("copied_resources", module_path)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Callable[[str], Path] = module.resource
    return found


def test_a_checkout_has_the_folder_beside_src() -> None:
    assert resources.resource("icons/app.svg").is_file()


@pytest.mark.parametrize("place", ["lib/site-packages", "Orchestrator/_internal"])
def test_a_wheel_and_a_bundle_have_it_inside_the_package(tmp_path: Path, place: str) -> None:
    package = tmp_path / place / "orchestrator_desktop"
    (package / "resources" / "icons").mkdir(parents=True)
    assert installed(package)("icons/app.svg") == package / "resources" / "icons" / "app.svg"


def test_a_name_that_is_not_there_is_not_an_error() -> None:
    assert not resources.resource("icons/no-such.svg").exists()
