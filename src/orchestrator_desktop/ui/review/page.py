"""The review screen: one result at a time, and the decisions on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.delegate import Specialist
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.navigator import Target
from orchestrator_desktop.ui.page import Page
from orchestrator_desktop.ui.review.asking import Asked, Asking, Wish
from orchestrator_desktop.ui.review.bars import REVIEW, AskBar, EditBar, JudgeBar
from orchestrator_desktop.ui.review.case import Case, read_case
from orchestrator_desktop.ui.review.decisions import NAMES, ORIGIN, Decisions
from orchestrator_desktop.ui.review.escalation import EscalateMenu
from orchestrator_desktop.ui.review.queue import Queue
from orchestrator_desktop.ui.review.sheet import Sheet
from orchestrator_desktop.ui.review.writing import Writing
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.button import Button, IconButton
from orchestrator_desktop.ui.widgets.label import empty_label
from orchestrator_desktop.ui.widgets.layout import HeadBar


class ReviewPage(Page):
    """Shows one task in review until it is decided; what arrives meanwhile waits its turn."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.setObjectName(ORIGIN)
        self._queue = Queue(services.store)
        self._case: Case | None = None
        self._place = 0
        self._judged: set[TaskId] = set()
        self.menu: EscalateMenu | None = None
        self._build()
        self._connect()
        self._bind()
        self._retranslate()
        self._show_nothing()

    def _build(self) -> None:
        theme = self.services.theme
        self.head = HeadBar(theme)
        self._up = IconButton(theme, "chevron-up", "")
        self._down = IconButton(theme, "chevron-down", "")
        self._brief = Button(theme, icon="file-text")
        self._copy = Button(theme, icon="copy")
        self.head.add_left(_side_by_side(self._up, self._down))
        self.head.add_right(self._brief)
        self.head.add_right(self._copy)
        self.head.setContentsMargins(0, 0, 4, 0)
        self.sheet = Sheet(self.services)
        self.empty = empty_label(theme)
        self.empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.judge = JudgeBar(self.services)
        self.ask = AskBar(self.services)
        self.edit = EditBar(self.services)
        self._asking = Asking(self.services, self.ask, self)
        self._writing = Writing(self.services, self.sheet.editor, self.edit, self)
        self._decisions = Decisions(self.services, self)
        self._bars = QStackedWidget()
        for bar in (self.judge, self.ask, self.edit):
            self._bars.addWidget(bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.sheet, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self._bars)
        self._fit()

    def _connect(self) -> None:
        self._up.clicked.connect(lambda: self._step(-1))
        self._down.clicked.connect(lambda: self._step(1))
        self._brief.clicked.connect(self.sheet.show_brief)
        self._copy.clicked.connect(self.sheet.copy)
        self.sheet.turned.connect(self._tell_decisions)
        self.judge.accept.clicked.connect(self._accept)
        self.judge.edit.clicked.connect(self._write)
        self.judge.revise.clicked.connect(lambda: self._begin(Wish.REVISE))
        self.judge.reject.clicked.connect(lambda: self._begin(Wish.REJECT))
        self.judge.escalate.clicked.connect(self._escalate)
        self._asking.sent.connect(self._asked)
        self._asking.left.connect(self._read)
        self._writing.kept.connect(self._keep)
        self._writing.left.connect(self._stop_writing)
        self.services.theme.changed.connect(self._fit)

    def _bind(self) -> None:
        keys, versions = self.services.shortcuts, self.sheet.versions
        for key, act, name in (
            ("A", self._accept, QT_TRANSLATE_NOOP("shortcuts", "Accept")),
            ("E", self._write, QT_TRANSLATE_NOOP("shortcuts", "Edit")),
            ("R", lambda: self._begin(Wish.REVISE), QT_TRANSLATE_NOOP("shortcuts", "Ask for revision")),
            ("X", self._escalate, QT_TRANSLATE_NOOP("shortcuts", "Escalate, then 1 2 3")),
            ("Del", lambda: self._begin(Wish.REJECT), QT_TRANSLATE_NOOP("shortcuts", "Reject")),
            ("J", lambda: self._step(1), QT_TRANSLATE_NOOP("shortcuts", "Next")),
            ("K", lambda: self._step(-1), QT_TRANSLATE_NOOP("shortcuts", "Previous")),
            ("[", lambda: versions.step(-1), QT_TRANSLATE_NOOP("shortcuts", "Version before")),
            ("]", lambda: versions.step(1), QT_TRANSLATE_NOOP("shortcuts", "Version after")),
            ("W", versions.switch.click, QT_TRANSLATE_NOOP("shortcuts", "Word changes")),
            ("I", self.sheet.show_record, QT_TRANSLATE_NOOP("shortcuts", "Provenance")),
        ):
            keys.bind(self, [key], act, where=REVIEW, name=name, anywhere=True)
        keep = QT_TRANSLATE_NOOP("shortcuts", "Keep the edit as a version")
        keys.bind(self, ["Ctrl+Return", "Ctrl+Enter"], self._keep_edit, where=REVIEW, name=keep)
        back = QT_TRANSLATE_NOOP("shortcuts", "Leave the edit, keep its draft")
        for place in (self.sheet.editor, self.edit):
            keys.bind(place, ["Esc"], self._writing.leave, where=REVIEW, name=back)

    # the window's side

    def open(self, target: Target) -> None:
        self._queue.read(self.services.today())
        if target.task_id is not None and (self._case is None or target.task_id != self._case.task.id):
            self._show_task(target.task_id)
        else:
            self._read_again()
        self._focus()

    def subject(self) -> TaskId | None:
        return None if self._case is None else self._case.task.id

    def refresh(self, changes: Changes) -> None:
        undone = self._undone(changes)
        if undone is not None:
            self._judged.discard(undone)
            self._queue.read(self.services.today())
            self._show_task(undone)
        elif changes.touches(Kind.TASK, Kind.RESULT, Kind.DOMAIN):
            self._queue.read(self.services.today())
            self._read_again()

    def _undone(self, changes: Changes) -> TaskId | None:
        """The task whose decision, taken here, was undone: it comes back to where it was judged."""
        if changes.name not in NAMES:
            return None
        back = [TaskId(number) for number in changes.of(Kind.TASK) if number in self._judged]
        return next((task_id for task_id in back if read_case(self.services.store, task_id)), None)

    # showing

    def _show_task(self, task_id: TaskId) -> None:
        """Show a task from its newest version; what was being typed for the one before is kept."""
        self._flush()
        case = read_case(self.services.store, task_id)
        if case is None:
            self._show_next()
            return
        self._show_judging()
        self._show_case(case, len(case.versions) - 1)
        self._focus()

    def _show_next(self) -> None:
        """Show what has come to the place of the task before."""
        task_id = self._queue.at(self._place)
        if task_id is None:
            self._show_nothing()
        else:
            self._show_task(task_id)

    def _show_nothing(self) -> None:
        self._flush()
        self._case, self._place = None, 0
        self._show_judging()
        self._show_parts(on=False)
        self._tell_place()

    def _read_again(self) -> None:
        """Follow what others wrote: the task stays as long as it is in review."""
        if self._case is None:
            self._show_next()
            return
        case = read_case(self.services.store, self._case.task.id)
        if case is None:
            words = self.tr("“%1” is no longer in review.").replace("%1", self._case.task.title)
            self.services.acts.said.emit(words, None)
            self._show_next()
            return
        current = self.sheet.version.id
        place = next((n for n, one in enumerate(case.versions) if one.id == current), len(case.versions) - 1)
        self._show_case(case, place)
        if self._bars.currentWidget() is self.edit:
            self._writing.follow(case)

    def _show_case(self, case: Case, place: int) -> None:
        self._case = case
        self._place = self._queue.place(case.task.id) or 0
        self._show_parts(on=True)
        self.sheet.show_case(case, place)
        self._tell_place()
        self._tell_decisions()

    def _show_parts(self, *, on: bool) -> None:
        self.empty.setVisible(not on)
        if not on and self.isAncestorOf(QApplication.focusWidget() or self.empty):
            # Else Qt hands the focus to a button of the sidebar, and the next Enter presses it.
            self.empty.setFocus(Qt.FocusReason.OtherFocusReason)
        for part in (self.sheet, self._bars, self._brief, self._copy, self._up, self._down):
            part.setVisible(on)

    def _tell_place(self) -> None:
        locale = self.services.languages.locale
        words = self.tr("%1 of %2") if self._case else ""
        words = words.replace("%1", formats.count(self._place + 1, locale))
        self.head.note.setText(words.replace("%2", formats.count(self._queue.total, locale)))
        self._up.setEnabled(self._place > 0)
        self._down.setEnabled(self._place + 1 < self._queue.total)

    def _tell_decisions(self) -> None:
        if self._case is not None:
            draft = self._writing.has_draft(self._case.task.id)
            self.judge.tell(self.sheet.version.version, has_draft=draft)

    def _step(self, step: int) -> None:
        wanted = self._place + step
        if self._case is not None and not self._decisions.busy and 0 <= wanted < self._queue.total:
            task_id = self._queue.at(wanted)
            if task_id is not None:
                self._show_task(task_id)

    def _read(self) -> None:
        """Back from writing to reading."""
        self._show_judging()
        self._tell_decisions()
        self._focus()

    def _show_judging(self) -> None:
        self._bars.setCurrentWidget(self.judge)
        self.sheet.write(False)

    def _focus(self) -> None:
        if self._case is not None and self._bars.currentWidget() is self.judge:
            self.sheet.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # deciding

    @property
    def _judging(self) -> Case | None:
        """The case, while a key or a button can decide on it."""
        free = not self._decisions.busy and self._bars.currentWidget() is self.judge
        return self._case if free else None

    def _accept(self) -> None:
        case = self._judging
        if case is not None:
            self._decisions.accept(case, self.sheet.version, lambda: self._decided(case))

    def _begin(self, wish: Wish, specialist: Specialist | None = None) -> None:
        case = self._judging
        if case is not None:
            # It is the newest version that is decided on: it is the one to look at.
            self.sheet.show_newest()
            self._bars.setCurrentWidget(self.ask)
            self._asking.begin(wish, case, specialist)

    def _escalate(self) -> None:
        case = self._judging
        if case is None:
            return
        if self.menu is None:
            self.menu = EscalateMenu(self.services, self.window(), self)
            self.menu.to_specialist.connect(lambda who: self._begin(Wish.ESCALATE, who))
            self.menu.to_person.connect(lambda: self._begin(Wish.PERSON))
            self.menu.to_myself.connect(self._keep_for_myself)
        self.menu.open_for(self._decisions.delegation(case), self.judge.escalate, self.judge)

    def _asked(self, asked: Asked) -> None:
        case = self._case
        if case is None or self._decisions.busy:
            return

        def done() -> None:
            self._asking.done(case, asked.wish)
            self._decided(case)

        self._decisions.send(case, asked, done)

    def _keep_for_myself(self) -> None:
        case = self._judging
        if case is not None:
            self._decisions.keep_for_myself(case, lambda: self._decided(case))

    def _decided(self, case: Case) -> None:
        self._judged.add(case.task.id)
        self._after(case, self._show_next)

    def _after(self, case: Case, go_on: Callable[[], None]) -> None:
        """What our own act changed, we were not told."""
        self._queue.read(self.services.today())
        if self._case is not None and self._case.task.id == case.task.id:
            go_on()
        else:
            self._tell_place()

    # writing

    def _write(self) -> None:
        case = self._judging
        if case is not None:
            self._bars.setCurrentWidget(self.edit)
            self.sheet.write(True)
            self._writing.begin(case, self.sheet.version)

    def _keep_edit(self) -> None:
        if self._bars.currentWidget() is self.edit:
            self._writing.keep()

    def _keep(self, text: str) -> None:
        case = self._case
        if case is None or self._decisions.busy:
            return

        def done() -> None:
            self._writing.done(case.task.id)
            self._after(case, lambda: self._show_task(case.task.id))

        self._decisions.edit(case, text, done)

    def _stop_writing(self, draft: bool) -> None:
        self._read()
        if draft:
            self.services.acts.said.emit(self.tr("Your edit is kept as a draft. Press E to go on."), None)

    def _flush(self) -> None:
        self._asking.flush()
        self._writing.flush()

    # words

    def _fit(self) -> None:
        self._bars.setFixedHeight(self.judge.height())

    def _retranslate(self) -> None:
        self.head.title.setText(self.tr("Review"))
        self._up.set_text(self.tr("Previous (K)"))
        self._down.set_text(self.tr("Next (J)"))
        self._brief.setText(self.tr("Brief"))
        self._copy.setText(self.tr("Copy"))
        self.empty.setText(self.tr("Nothing to judge. Results arrive here."))
        self._tell_place()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._flush()
        super().hideEvent(event)


def _side_by_side(*buttons: QWidget) -> QWidget:
    """Without the gap of the head bar."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(4, 0, 0, 0)
    row.setSpacing(0)
    for button in buttons:
        row.addWidget(button)
    return holder
