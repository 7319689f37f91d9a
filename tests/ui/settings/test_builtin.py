from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from orchestrator_desktop.domain.delegate import ProviderKind
from orchestrator_desktop.providers.builtin.weights import default_model
from orchestrator_desktop.store import delegates
from tests.ui.settings.conftest import Stage


def model_of(stage: Stage) -> str:
    found = delegates.providers(stage.session.services.store)
    return next(provider.model for provider in found if provider.kind is ProviderKind.BUILTIN)


def a_real_model(folder: Path) -> Path:
    """The weights of the tests under another name."""
    real = default_model()
    assert real is not None
    link = folder / "my-own.gguf"
    link.symlink_to(real)
    return link


def test_the_file_that_came_along_is_described_honestly(stage: Stage) -> None:
    pane = stage.page.providers.builtin
    stage.until(lambda: "SmolLM2" in pane.file_name.text())
    assert "135M weights" in pane.verdict.text()
    assert "reads 8,192 tokens" in pane.verdict.text()
    assert not pane.own.isVisible()


def test_a_file_that_is_no_model_is_refused_and_the_old_one_kept(stage: Stage, tmp_path: Path) -> None:
    letter = tmp_path / "letter.gguf"
    letter.write_text("Dear all")
    pane = stage.page.providers.builtin
    pane.take(str(letter))
    stage.until(lambda: "letter.gguf is not a GGUF file" in pane.refused.text())
    assert model_of(stage) == ""
    stage.until(lambda: "SmolLM2" in pane.file_name.text())


def test_a_dropped_model_is_used_and_the_own_one_taken_back(stage: Stage, tmp_path: Path) -> None:
    file = a_real_model(tmp_path)
    pane = stage.page.providers.builtin
    drop(pane, file)
    stage.until(lambda: model_of(stage) == str(file))
    stage.until(lambda: pane.file_name.text() == "my-own")
    stage.until(pane.own.isVisible)
    stage.click(pane.own)
    stage.until(lambda: model_of(stage) == "")
    stage.until(lambda: "SmolLM2" in pane.file_name.text())


def drop(pane: object, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    pane.dragEnterEvent(entering)
    assert entering.isAccepted()
    pane.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
