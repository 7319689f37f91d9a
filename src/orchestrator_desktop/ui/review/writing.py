"""Writing in a result: the Markdown source, kept as a draft while it is typed, then as the next version."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from orchestrator_desktop.domain.delegation import Result
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.ui.delegation.saver import Saver
from orchestrator_desktop.ui.review.bars import EditBar
from orchestrator_desktop.ui.review.case import Case
from orchestrator_desktop.ui.review.reading import MarkdownEditor
from orchestrator_desktop.ui.services import Services


class Writing(QObject):
    """Runs an editor and its bar. `kept(text)` when the user keeps it, `left(bool)` on going back: whether a draft
    remains."""

    kept = Signal(str)
    left = Signal(bool)

    def __init__(self, services: Services, editor: MarkdownEditor, bar: EditBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._editor = editor
        self._bar = bar
        self._saver = Saver(self)
        self._task_id = TaskId(0)
        self._source = self._base = ""
        editor.edited.connect(self._edited)
        bar.keep.connect(self.keep)
        bar.left.connect(self.leave)
        bar.again.connect(lambda: editor.replace_text(self._source))

    def has_draft(self, task_id: TaskId) -> bool:
        return bool(self._services.acts.draft(self._services.store, _key(task_id)))

    def begin(self, case: Case, result: Result) -> None:
        """Write in `result`, or go on with the draft of its task."""
        self._task_id, self._source = case.task.id, result.text
        self._editor.set_text(result.text)
        # What the editor makes of the text (line ends) is no change of the user's.
        self._base = self._editor.text()
        draft = self._services.acts.draft(self._services.store, _key(case.task.id))
        if draft:
            self._editor.set_text(draft)
            self._editor.document().setModified(True)
        self._versions = (result.version, case.newest.version + 1)
        self._tell()
        self._editor.setFocus()

    def follow(self, case: Case) -> None:
        """Versions have come while the user writes: what is kept comes after them."""
        self._versions = (self._versions[0], case.newest.version + 1)
        self._tell()

    def keep(self) -> None:
        """Hand the text over as the next version, where it differs."""
        self.flush()
        if self._changed():
            self.kept.emit(self._editor.text())

    def leave(self) -> None:
        """Go back; the draft stays."""
        self.flush()
        self.left.emit(self._changed())

    def flush(self) -> None:
        """Keep what is typed now."""
        self._saver.flush()

    def done(self, task_id: TaskId) -> None:
        """The text is a version: it is no draft any more."""
        self._services.acts.keep_draft(_key(task_id), "")

    def _changed(self) -> bool:
        return self._editor.text() != self._base

    def _edited(self) -> None:
        key = _key(self._task_id)

        def save() -> None:
            self._services.acts.keep_draft(key, self._editor.text() if self._changed() else "")

        self._saver.later(key, save)
        self._tell()

    def _tell(self) -> None:
        base, following = self._versions
        # Asked at each key: comparing the texts themselves would be felt in a long one.
        self._bar.tell(base, following, changed=self._editor.document().isModified())


def _key(task_id: TaskId) -> str:
    return f"edit:{task_id}"
