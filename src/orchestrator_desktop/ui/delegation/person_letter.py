"""How a letter reaches a person: opened in the user's mail program, copied, or saved. Nothing is sent by itself."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from orchestrator_desktop.domain.delegation import Delegation
from orchestrator_desktop.domain.ids import StepId
from orchestrator_desktop.domain.letter import file_name, file_text
from orchestrator_desktop.engine import files
from orchestrator_desktop.operations.letters import Addressed, handing_over, reminding
from orchestrator_desktop.operations.people import mark_reminded
from orchestrator_desktop.ui.delegation.sheet_room import lines_that_fit
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.button import Button, Kind
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.overlay import Overlay, Sheet
from orchestrator_desktop.ui.widgets.sheets import foot_row, sheet_column
from orchestrator_desktop.ui.widgets.text_edit import AutoTextEdit

WIDTH = 600


class Purpose(StrEnum):
    """What the letter is for."""

    HAND_OVER = "hand_over"
    REMIND = "remind"


class LetterSheet(Overlay):
    """A sheet over the window with the whole letter and three ways to hand it on. One for each showing.

    A reminder is recorded when one of the ways is taken. What is said afterwards offers Undo of `step`, the act that
    handed the task over, where it has just been."""

    def __init__(
        self,
        services: Services,
        delegation: Delegation,
        window: QWidget,
        purpose: Purpose = Purpose.HAND_OVER,
        *,
        step: StepId | None = None,
    ) -> None:
        self._sheet = Sheet(services.theme)
        super().__init__(services.theme, window, self._sheet)
        self._services = services
        self._delegation = delegation
        self._purpose = purpose
        self._step = step
        self._taken = False
        self._lines = lines_that_fit(services.theme, window, most=18, least=4, rest=260)
        self._said = self._read()
        self._link = self._said.mail(paste=self.tr("Paste the text here: it has been copied for you."))
        self._build()
        self._connect()

    def _read(self) -> Addressed:
        read = handing_over if self._purpose is Purpose.HAND_OVER else reminding
        return read(self._services.store, self._delegation, language=self._services.languages.code)

    def _build(self) -> None:
        theme, letter = self._services.theme, self._said.letter
        self._note = Label(theme, self._note_words(), token="text-3", wrap=True)
        address = self._said.address or self.tr("no e-mail address yet")
        self.text = AutoTextEdit(theme, min_lines=4, max_lines=self._lines)
        self.text.set_text(letter.body.rstrip())
        self.text.setReadOnly(True)
        self.text.setAccessibleName(letter.subject)
        self.mail = Button(theme, self.tr("Open in mail"), kind=Kind.PRIMARY, icon="mail")
        self.copy = Button(theme, self.tr("Copy"), icon="copy")
        self.save = Button(theme, self.tr("Save as file…"), icon="file-text")
        self._close = Button(theme, self.tr("Not now"), kind=Kind.PLAIN)
        self._column = column = sheet_column(self._sheet, spacing=4)
        column.addWidget(Label(theme, self._title(), style="title"))
        column.addWidget(self._note)
        column.addSpacing(12)
        column.addWidget(Label(theme, f"{self._said.name} · {address}", style="meta", token="text-3"))
        column.addWidget(Label(theme, letter.subject, weight=600))
        column.addSpacing(4)
        column.addWidget(self.text)
        column.addSpacing(12)
        column.addLayout(foot_row(self._close, self.save, self.copy, self.mail))

    def _connect(self) -> None:
        self.mail.clicked.connect(self._open_mail)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._ask_file)
        self._close.clicked.connect(self.close_overlay)
        self.placed.connect(self._place)
        self.closed.connect(self._closed)
        self.closed.connect(self.deleteLater)

    def ask(self) -> None:
        """Open it, the mail under the keys."""
        self.open()
        self.mail.setFocus(Qt.FocusReason.PopupFocusReason)

    # words

    def _title(self) -> str:
        if self._purpose is Purpose.REMIND:
            return self.tr("How do you remind %1?").replace("%1", self._said.name)
        return self.tr("How does it reach %1?").replace("%1", self._said.name)

    def _note_words(self) -> str:
        nothing = self.tr("Nothing is sent by itself: you send it, or hand it on.")
        if self._link.whole:
            return nothing
        long = self.tr("It is too long for a mail to open with it: the text is copied, for you to paste.")
        return f"{nothing}\n{long}"

    # the ways

    def _open_mail(self) -> None:
        if not self._link.whole:
            self._to_clipboard(self._said.letter.body)
        if not QDesktopServices.openUrl(QUrl.fromEncoded(self._link.url.encode())):
            self._note.set_look(token="warn-text")
            self._note.setText(self.tr("No mail program answered. Copy the text, or save it as a file."))
            self.placed.emit()
            return
        opened = self.tr("Opened in your mail program.")
        pasted = self.tr("Opened in your mail program. The text is copied: paste it there.")
        self._take(opened if self._link.whole else pasted)

    def _copy(self) -> None:
        self._to_clipboard(self._said.letter.body)
        self._take(self.tr("Copied."))

    def _ask_file(self) -> None:
        letter = self._said.letter
        dialog = QFileDialog(self, self.tr("Save as file…"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Markdown (*.md)"), self.tr("Text (*.txt)")])
        dialog.setDefaultSuffix("md")
        dialog.filterSelected.connect(lambda said: dialog.setDefaultSuffix("txt" if "*.txt" in said else "md"))
        dialog.selectFile(f"{file_name(letter)}.md")
        dialog.fileSelected.connect(lambda name: self.save_as(Path(name)))
        dialog.open()

    def save_as(self, path: Path) -> None:
        """Write the letter to a file; the sheet stays until it is written."""
        text = file_text(self._said.letter, markdown=path.suffix.lower() != ".txt")
        self.save.setEnabled(False)
        words = self.tr("Saved as %1.").replace("%1", path.name)
        future = files.write_text(self._services.desk, path, text)
        self._services.acts.then(future, lambda _nothing: self._take(words), self._not_saved, owner=self)

    def _not_saved(self, error: BaseException) -> None:
        self.save.setEnabled(True)
        self._services.acts.report(error)

    @staticmethod
    def _to_clipboard(text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def _take(self, words: str) -> None:
        """One of the ways was taken: say so, and remember a reminder."""
        self._taken = True
        acts = self._services.acts
        if self._purpose is Purpose.REMIND:
            acts.say_done(acts.run(mark_reminded, delegation_id=self._delegation.id), words)
        else:
            acts.said.emit(words, self._step)
        self.close_overlay()

    def _closed(self) -> None:
        if not self._taken and self._step is not None:
            words = self.tr("With %1. Nothing was sent by itself.").replace("%1", self._said.name)
            self._services.acts.said.emit(words, self._step)

    # Qt's side

    def _place(self) -> None:
        width = min(WIDTH, self.width() - 48)
        self._sheet.setFixedWidth(width)  # first: how high the text is depends on it
        self._column.activate()
        height = self._sheet.sizeHint().height()
        self._sheet.setGeometry((self.width() - width) // 2, max(0, (self.height() - height) // 3), width, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, Button):
            focused.click()
        else:
            super().keyPressEvent(event)
