"""A result with all that is said about it: the task, where it comes from, its versions, the text, the rail."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from orchestrator_desktop.domain.delegation import Result
from orchestrator_desktop.domain.task import Due
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.delegation.preview import Preview
from orchestrator_desktop.ui.document.links import Link, Verdict, judge_link
from orchestrator_desktop.ui.review.case import Case, Origin, read_origin
from orchestrator_desktop.ui.review.head import ProvenanceStrip, TitleRow
from orchestrator_desktop.ui.review.link_ask import LinkAsk
from orchestrator_desktop.ui.review.provenance import Provenance
from orchestrator_desktop.ui.review.rail import Rail
from orchestrator_desktop.ui.review.reading import MarkdownEditor, ReadingView
from orchestrator_desktop.ui.review.record import Record
from orchestrator_desktop.ui.review.request import show_sent
from orchestrator_desktop.ui.review.versions import VersionBar
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.overlay import Overlay

NARROW = 1120 - 224
"""Width of the page below which the rail drops below the document (UI.md 4)."""


class Sheet(QWidget):
    """Shows one case, a version at a time; `turned` when the user goes to another version."""

    turned = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._case: Case | None = None
        self._shown: tuple[object, ...] = ()
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self.title = TitleRow(theme)
        self.strip = ProvenanceStrip(theme)
        self.versions = VersionBar(self._services)
        self.view = ReadingView(theme)
        self.editor = MarkdownEditor(theme)
        self.rail = Rail(self._services)
        self._provenance = Provenance(self._services, self)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.view)
        self._middle.addWidget(self.editor)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(0)
        self._body.addWidget(self._middle, 1)
        self._body.addWidget(self.rail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in (self.title, self.strip, self.versions):
            column.addWidget(row)
        column.addLayout(self._body, 1)

    def _connect(self) -> None:
        self.strip.clicked.connect(self.show_record)
        self.versions.chosen.connect(lambda _place: self._turn())
        self.versions.compare.connect(lambda _on: self._show_version())
        self.view.changed_words.connect(self.versions.show_figures)
        self.view.link_wanted.connect(self._ask_link)
        self.view.refused.connect(self._refuse_link)
        self.rail.link_clicked.connect(self._follow_link)

    @property
    def version(self) -> Result:
        """The version shown; there is one while there is a case."""
        assert self._case is not None
        return self._case.versions[self.versions.place]

    def show_case(self, case: Case, place: int) -> None:
        """Show a case with the version at `place`; what is shown already stays as it is, scrolled as it is."""
        self._case = case
        self.versions.show_versions(case.versions, place)
        self._show_task(case)
        self._show_version()

    def show_newest(self) -> None:
        if self._case is not None:
            self.versions.step(len(self._case.versions) - 1 - self.versions.place)

    def write(self, on: bool) -> None:
        """Show the editor in place of the document, or the document again."""
        self._middle.setCurrentWidget(self.editor if on else self.view)
        self.versions.setEnabled(not on)

    # showing

    def _show_task(self, case: Case) -> None:
        task = case.task
        due = self.tr("due %1").replace("%1", self._when(task.due)) if task.due else ""
        meta = (task.domain or "", due)
        self.title.show_task(task.level, task.title, " · ".join(filter(None, meta)))

    def _when(self, due: Due) -> str:
        """A date within a phrase: "tomorrow", not "Tomorrow"; names of days stay as they are."""
        services = self._services
        words = formats.due(due, services.today(), services.languages.locale, services.begins())
        day = due.astimezone().date() if isinstance(due, datetime) else due
        near = day is not None and abs((day - self._services.today()).days) <= 1
        return words[:1].lower() + words[1:] if near else words

    def _turn(self) -> None:
        self._show_version()
        self.turned.emit()

    def _show_version(self) -> None:
        case, place = self._case, self.versions.place
        if case is None:
            return
        version = self.version
        before = case.versions[place - 1] if place > 0 else None
        shown = (version.id, before and before.id, self.versions.compares)
        if shown == self._shown:
            return
        if shown[:2] != self._shown[:2]:
            origin = read_origin(self._services.store, version)
            self.strip.set_facts(self._provenance.facts(origin), self.tr("Show the full record (I)"))
            self.rail.show_version(origin, before.text if before else "")
            self._place_rail()
        self._shown = shown
        if before is not None and self.versions.compares:
            self.view.show_changes(before.text, version.text)
        else:
            self.view.set_markdown(version.text)

    # looking closer

    def show_brief(self) -> None:
        """The brief as it was sent."""
        if self._case is not None:
            origin = read_origin(self._services.store, self.version)
            title = self.tr("What %1 received").replace("%1", origin.delegation.delegate)
            note = self.tr("Brief v%1, as it was handed over.").replace("%1", str(origin.delegation.brief_version))
            self._show_text(title, note, self._provenance.sent(origin))

    def show_record(self) -> None:
        """Everything known of how the version came to be; what was sent is one click further."""
        if self._case is None:
            return
        origin = read_origin(self._services.store, self.version)
        attempt = origin.attempt
        record = Record(self._services.theme, self.window())
        record.request_wanted.connect(lambda: self._show_request(origin))
        record.show_record(
            self.tr("Where v%1 comes from").replace("%1", str(self.version.version)),
            self._case.task.title,
            self._provenance.record(origin),
            reasoning="" if attempt is None else attempt.reasoning,
            sent=attempt is not None and attempt.sent_at is not None,
        )

    def _show_request(self, origin: Origin) -> None:
        if origin.attempt is not None:
            show_sent(self._services, self.window(), origin.attempt.id)

    def copy(self) -> None:
        """The version's Markdown to the clipboard."""
        if self._case is not None:
            QGuiApplication.clipboard().setText(self.version.text)
            words = self.tr("v%1 is on the clipboard.").replace("%1", str(self.version.version))
            self._services.acts.said.emit(words, None)

    def _show_text(self, title: str, note: str, text: str) -> None:
        preview = Preview(self._services.theme, self.window())
        _gone_when_closed(preview)
        preview.show_text(title, note, text)

    def _follow_link(self, address: str) -> None:
        link = judge_link(address)
        if link.verdict is Verdict.OPEN:
            QDesktopServices.openUrl(QUrl(address))
        else:
            self._refuse_link(link)

    def _ask_link(self, link: Link) -> None:
        question = LinkAsk(self._services.theme, self.window())
        _gone_when_closed(question)
        question.ask(link)

    def _refuse_link(self, link: Link) -> None:
        words = self.tr("Not opened: %1 is no web or mail address.").replace("%1", link.url[:80])
        self._services.acts.said.emit(words, None)

    # layout and words

    def _place_rail(self) -> None:
        below = self.width() < NARROW
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._body.setDirection(down if below else right)
        self.rail.place(below=below, room=self._body.geometry().height())

    def _retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Result"))
        self.editor.setAccessibleName(self.tr("Result, being edited"))
        self._shown = ()
        if self._case is not None:
            self.show_case(self._case, self.versions.place)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_rail()


def _gone_when_closed(overlay: Overlay) -> None:
    overlay.closed.connect(overlay.deleteLater)
