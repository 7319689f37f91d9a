"""Before a file is taken in: what it holds, what will be lost, and the button that does it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from orchestrator_desktop.domain.changes import Changes
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.transfer import Format
from orchestrator_desktop.engine.exchanging import Found, Outcome
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.acts import error_words
from orchestrator_desktop.ui.exchange.content import Content
from orchestrator_desktop.ui.exchange.reader import Reader
from orchestrator_desktop.ui.exchange.words import file_words, format_words, spaced
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.words import file_size
from orchestrator_desktop.ui.widgets.button import Button, Kind
from orchestrator_desktop.ui.widgets.combo import DETAIL_ROLE, ComboBox
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import LabelledRow
from orchestrator_desktop.ui.widgets.overlay import Overlay, Sheet
from orchestrator_desktop.ui.widgets.sheets import foot_row, place_question, sheet_column
from orchestrator_desktop.ui.widgets.small import ProgressBar

_WIDTH: Final = 720
_MARGIN: Final = 48
_AWAITED: Final = 400
"""Milliseconds until a word says what is awaited."""
_CHOSEN: Final = 250
"""Milliseconds from naming a column until the file is read again: the next one may follow."""
_FORMATS: Final = tuple(Format)


class ImportSheet(Overlay):
    """Reads, asks, takes in. One for each file; nothing is written before its button is pressed."""

    def __init__(self, services: Services, window: QWidget, path: Path) -> None:
        self._sheet = Sheet(services.theme)
        super().__init__(services.theme, window, self._sheet)
        self._services = services
        self._path = path
        self._found: Found | None = None
        self._importing = False
        self.reader = Reader(services, path, self)
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self._title = Label(theme, "", style="title")
        self._file = Label(theme, "", style="meta", token="text-3", wrap=True)
        self._kinds = QStandardItemModel(self)
        for _ in _FORMATS:
            self._kinds.appendRow(QStandardItem())
        self.format = ComboBox(theme, self._kinds)
        self.format.setCurrentIndex(-1)
        self._format_row = LabelledRow(theme, "", self.format, label_width=64)
        self.problem = Label(theme, "", token="bad-text", wrap=True)
        self.content = Content(self._services)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.content)
        self.bar = ProgressBar(theme)
        self.status = Label(theme, "", style="meta", token="text-2", tabular=True)
        self.cancel = Button(theme, "", keys=("Esc",))
        self.act = Button(theme, "", kind=Kind.PRIMARY)
        self._column = column = sheet_column(self._sheet)
        for widget in (self._title, self._file, self._format_row, self.problem, self._scroll, self.bar):
            column.addWidget(widget)
        column.setSpacing(8)
        column.addLayout(foot_row(self.status, self.cancel, self.act))
        for part in (self.problem, self._scroll, self.bar, self.act):
            part.hide()

    def _connect(self) -> None:
        self._awaited = QTimer(self, singleShot=True, interval=_AWAITED)
        self._awaited.timeout.connect(self._show_waiting)
        self._chosen = QTimer(self, singleShot=True, interval=_CHOSEN)
        self._chosen.timeout.connect(self._read_again)
        self.format.activated.connect(self._read_as)
        self.content.changed.connect(self._chosen.start)
        self.content.resized.connect(self._place)
        self.reader.going.connect(self._tell_progress)
        self.reader.found.connect(self._show)
        self.reader.refused.connect(self._refuse)
        self.reader.broke.connect(self._leave)
        self.reader.taken.connect(self._tell_taken)
        self.reader.stopped.connect(self._tell_stopped)
        self.cancel.clicked.connect(self.close_overlay)
        self.act.clicked.connect(self.take)
        self.placed.connect(self._place)
        self.closed.connect(self._let_go)

    def start(self) -> None:
        """Open, and read the file."""
        self.open()
        self.cancel.setFocus(Qt.FocusReason.PopupFocusReason)
        self._read()

    # reading

    def _read(self, format: Format | None = None, *, named: bool = False) -> None:
        self.act.setEnabled(False)
        self.cancel.setText(self.tr("Cancel"))
        self._awaited.start()
        self.reader.read(format, self.content.columns.names() if named else None)

    def _read_as(self, row: int) -> None:
        if self.content.is_table:
            self.content.columns.forget()
        self._read(_FORMATS[row])

    def _read_again(self) -> None:
        self._read(Format.CSV, named=True)

    def _show_waiting(self) -> None:
        self.bar.setRange(0, 100)
        self.bar.setValue(0)
        self.bar.show()
        self.status.setText(self.tr("Reading…"))
        self._place()

    def _tell_progress(self, done: int, number: int) -> None:
        if self.bar.isHidden():
            return
        self.bar.setRange(0, max(1, number))
        self.bar.setValue(done)
        if self._importing:
            locale = self._services.languages.locale
            words = self.tr("%1 of %2").replace("%1", formats.count(done, locale))
            self.status.setText(words.replace("%2", formats.count(number, locale)))

    def _rest(self) -> None:
        """Nothing is under way any more."""
        self._awaited.stop()
        self.bar.hide()
        self.status.setText("")

    def _show(self, found: Found) -> None:
        self._rest()
        self._found = found
        self.format.setCurrentIndex(_FORMATS.index(found.format))
        self._say(None if found.problem is None else error_words(found.problem))
        self.content.show_found(found)
        self._scroll.show()
        self._offer()
        self._place()

    def _offer(self) -> None:
        """The button, where there is something to import."""
        outcome = None if self._found is None else self._found.outcome
        number = 0 if outcome is None else outcome.touched
        self.act.setText(spaced(self.tr("Import %n task(s)", "", number), number, self._services.languages.locale))
        self.cancel.setText(self.tr("Cancel") if number else self.tr("Close"))
        self.act.setEnabled(number > 0)
        self.act.setVisible(number > 0)
        focus = QApplication.focusWidget()
        if focus is self.cancel and number:
            self.act.setFocus(Qt.FocusReason.PopupFocusReason)
        elif focus is self.cancel and self._found is not None and self._found.problem is not None:
            self.content.columns.combos["title"].setFocus(Qt.FocusReason.PopupFocusReason)  # it is asked for
        elif focus is None or not focus.isEnabled():
            self.cancel.setFocus(Qt.FocusReason.PopupFocusReason)

    def _refuse(self, error: UserError) -> None:
        self._importing = False
        self._rest()
        self._enable(True)
        self._found = None
        self._scroll.hide()
        self._say(error_words(error))
        self._offer()
        self._place()

    def _say(self, problem: str | None) -> None:
        self.problem.setText(problem or "")
        self.problem.setVisible(bool(problem))

    # taking in

    def take(self) -> None:
        """Import what is shown."""
        if self._found is None or self.reader.under_way or self._chosen.isActive():
            return
        self._importing = True
        self._show_waiting()
        self.status.setText(self.tr("Importing…"))
        self._enable(False)
        self.act.hide()
        self.cancel.setFocus(Qt.FocusReason.PopupFocusReason)
        self._place()
        self.reader.take(self._found)

    def _enable(self, on: bool) -> None:
        self.format.setEnabled(on)
        if self.content.is_table:
            self.content.columns.setEnabled(on)
        self.cancel.setEnabled(True)

    def _tell_taken(self, changes: Changes, outcome: Outcome) -> None:
        self._leave()
        self._services.acts.said.emit(self._taken_words(outcome), changes.step if outcome.touched else None)

    def _taken_words(self, outcome: Outcome) -> str:
        """What a toast says of an import: never a success where nothing came."""
        locale = self._services.languages.locale
        said = (
            (outcome.created, self.tr("%n imported", "", outcome.created)),
            (outcome.updated, self.tr("%n changed", "", outcome.updated)),
        )
        words = ", ".join(spaced(words, number, locale) for number, words in said if number)
        return f"{words}." if words else self.tr("0 imported: all of it is here already.")

    def _tell_stopped(self) -> None:
        self._leave()
        self._services.acts.said.emit(self.tr("Import cancelled. Nothing was changed."), None)

    def _leave(self) -> None:
        self._importing = False
        self.close_overlay()

    def close_overlay(self) -> None:
        """Esc, Cancel: while tasks are taken in, stop that first, so that nothing of them is kept."""
        if not self._importing:
            super().close_overlay()
            return
        self.reader.stop()
        self.cancel.setEnabled(False)
        self.status.setText(self.tr("Cancelling…"))
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _let_go(self) -> None:
        self.reader.stop()
        self.deleteLater()

    # looks

    def _place(self) -> None:
        width = min(round(_WIDTH * self._services.theme.scale), self.width() - _MARGIN)
        margins = self._column.contentsMargins()
        room = width - margins.left() - margins.right()
        self._scroll.setFixedHeight(0)
        chrome = self._column.heightForWidth(width)
        wanted = self.content.height_in(room)
        self._scroll.setFixedHeight(max(0, min(wanted, self.height() - _MARGIN - chrome)))
        place_question(self, self._sheet, self._column, width)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Import tasks"))
        self._file.setText(self._file_words())
        self._format_row.label.setText(self.tr("Format"))
        self.format.setAccessibleName(self.tr("Format"))
        self.format.setPlaceholderText(self.tr("Choose the format"))
        for row, format in enumerate(_FORMATS):
            item = self._kinds.item(row)
            item.setText(format_words(format))
            item.setData(file_words(format), DETAIL_ROLE)
        self.cancel.setText(self.tr("Cancel"))
        self.bar.setAccessibleName(self.tr("Progress"))
        if self._found is not None:
            self._offer()

    def _file_words(self) -> str:
        """Its name, its size where it is no folder."""
        try:
            size = file_size(self._path.stat().st_size, self._services.languages.locale)
        except OSError:
            return self._path.name
        return self._path.name if self._path.is_dir() else f"{self._path.name} · {size}"

    def focusNextPrevChild(self, forward: bool) -> bool:
        """What gets the focus is in sight."""
        moved = super().focusNextPrevChild(forward)
        focus = QApplication.focusWidget()
        if focus is not None and self.content.isAncestorOf(focus):
            self._scroll.ensureWidgetVisible(focus, 0, 8)
        return moved

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the sheet does not cancel an import that runs."""
        if self._importing:
            event.accept()
        else:
            super().mousePressEvent(event)
