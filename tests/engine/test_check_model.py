"""A model file is looked at without anybody waiting."""

from __future__ import annotations

from pathlib import Path

import pytest

from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.engine.probing import check_model
from tests.engine.scene import SECONDS, Scene


def test_the_model_that_came_along_says_what_it_is(scene: Scene) -> None:
    found = check_model(scene.desk, None).result(SECONDS)
    assert found is not None
    assert (found.architecture, found.chat_template) == ("llama", True)


def test_a_broken_file_is_refused_in_words(scene: Scene, tmp_path: Path) -> None:
    file = tmp_path / "letter.gguf"
    file.write_text("Dear all")
    with pytest.raises(UserError, match="not a GGUF file"):
        check_model(scene.desk, file).result(SECONDS)
