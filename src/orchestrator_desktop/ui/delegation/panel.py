"""The panel beside a list: one task, its brief, who gets it, and the button that hands it over."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Stage, Task
from orchestrator_desktop.operations.briefs import BriefEdits, ask_of
from orchestrator_desktop.operations.tasks import Edits
from orchestrator_desktop.store import delegates, tasks
from orchestrator_desktop.ui.delegation.acting import TaskActs
from orchestrator_desktop.ui.delegation.actions import PanelActions
from orchestrator_desktop.ui.delegation.asking import Asking
from orchestrator_desktop.ui.delegation.edits import ORIGIN as ORIGIN
from orchestrator_desktop.ui.delegation.edits import PanelEdits
from orchestrator_desktop.ui.delegation.form import BriefForm
from orchestrator_desktop.ui.delegation.head import TaskHead
from orchestrator_desktop.ui.delegation.person_words import late_words
from orchestrator_desktop.ui.delegation.recipient import Recipient
from orchestrator_desktop.ui.delegation.sending import Sending
from orchestrator_desktop.ui.delegation.telling import Told, tell_person, tell_specialist, tell_stage
from orchestrator_desktop.ui.delegation.weigher import Weigher
from orchestrator_desktop.ui.inbox.states import task_state
from orchestrator_desktop.ui.paint import Tone
from orchestrator_desktop.ui.planning.chips import NOTES
from orchestrator_desktop.ui.planning.dropping import dropped_files
from orchestrator_desktop.ui.planning.sections import Sections
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.button import IconButton
from orchestrator_desktop.ui.widgets.floating_bar import FloatingBar
from orchestrator_desktop.ui.widgets.layout import Divider, HeadBar, LabelledRow
from orchestrator_desktop.ui.widgets.small import Pill

DOUBLE_MS = 700
_TELL_MS = 120
_BRIEF = QT_TRANSLATE_NOOP("shortcuts", "Brief")
_DELEGATE, _KEYS = QT_TRANSLATE_NOOP("shortcuts", "Delegate"), ("Ctrl+Return", "Ctrl+Enter")


class TaskPanel(QWidget):
    """Shows the task it is given, follows its changes, and saves what is typed.

    `leaving(TaskId)`: the user has just sent the task elsewhere; `asked(str, TaskId)`: "domain" or "due" is wanted."""

    closed = Signal()
    leaving = Signal(object)
    asked = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._task: Task | None = None
        self._edits = PanelEdits(services, self)
        self._handed_over = QElapsedTimer()
        self._build()
        self._connect()
        self._bind()
        self._retranslate()
        self.setAcceptDrops(True)
        self.show_task(None)

    def _build(self) -> None:
        theme = self._services.theme
        self._bar = HeadBar(theme)
        self._bar.title.set_look(style="body", token="text-2", weight=400)
        self._pill = Pill(theme)
        self._close = IconButton(theme, "panel", "")
        self._more = IconButton(theme, "dots", "")
        self._bar.add_left(self._pill)
        self._bar.add_right(self._close)
        self._bar.add_right(self._more)
        self.head = TaskHead(self._services)
        self.sections = Sections(self._services)
        self.recipient = Recipient(self._services)
        self._to = LabelledRow(theme, "", self.recipient)
        self.form = BriefForm(self._services)
        self._actions = PanelActions(theme)
        self._acts = TaskActs(self._services, self, self.recipient)
        self._sending = Sending(self._services, self)
        self._weigher = Weigher(self._services, self)
        self._asking = Asking(self._services, self.recipient, self.form, self.head)
        self._tell_soon = QTimer(self, interval=_TELL_MS, singleShot=True)
        self._compose()

    def _compose(self) -> None:
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setSpacing(16)
        body.setContentsMargins(24, 16, 20, 16)
        body.addWidget(self.head)
        body.addWidget(self.sections)
        body.addWidget(Divider(self._services.theme))
        brief = QVBoxLayout()
        brief.setSpacing(12)
        brief.addWidget(self._to)
        brief.addWidget(self.form)
        body.addLayout(brief)
        body.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        FloatingBar(self._scroll)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._bar)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._sending.bar)
        outer.addWidget(self._actions)

    def _connect(self) -> None:
        self._close.clicked.connect(self.closed)
        self._more.clicked.connect(self._open_menu)
        self.head.edited.connect(self._edits.task)
        self.head.opened.connect(self.show_task)
        self.head.wanted.connect(self._write)
        self.sections.edited.connect(self._edits.task)
        self.sections.opened.connect(self.show_task)
        self.sections.left.connect(lambda: self.head.chips.plus.setFocus(Qt.FocusReason.OtherFocusReason))
        self.form.edited.connect(self._brief_edited)
        self.form.context.noted.connect(self._edits.note)
        self.recipient.changed.connect(self._recipient_changed)
        self.recipient.settled.connect(lambda name: self._edits.task(Edits(who=name)))
        self._actions.preview.connect(self.preview)
        self._actions.acted.connect(self.act)
        self._actions.other_acted.connect(self._act_other)
        self._acts.leaving.connect(self.leaving)
        self._acts.asked.connect(self.asked)
        self._sending.leaving.connect(self.leaving)
        self._sending.local.connect(self._use_local)
        self._sending.bar.asking.connect(self._asked_about_budget)
        self._weigher.weighed.connect(self._tell)
        self._tell_soon.timeout.connect(self._tell)
        self._services.bridge.changed.connect(self._heard)

    def _bind(self) -> None:
        keys = self._services.shortcuts
        keys.bind(self, _KEYS, self.act, where=_BRIEF, name=_DELEGATE)
        keys.changed.connect(self._tell)
        preview = QT_TRANSLATE_NOOP("shortcuts", "Preview what leaves")
        keys.bind(self, ["Ctrl+Shift+V"], self.preview, where=_BRIEF, name=preview)
        context = QT_TRANSLATE_NOOP("shortcuts", "Add context")
        keys.bind(self, ["Ctrl+Shift+A"], self.form.context.write, where=_BRIEF, name=context)

    # showing

    @property
    def task_id(self) -> TaskId | None:
        return None if self._task is None else self._task.id

    def show_task(self, task_id: TaskId | None) -> None:
        """Show another task, or none; what was typed for the one before is saved first."""
        if task_id is not None and task_id == self.task_id:
            return
        self.flush()
        self._task = None if task_id is None else tasks.get(self._services.store, task_id)
        self._edits.begin(self._task)
        self._sending.leave()
        self._weigher.forget()
        for part in (self._bar, self._scroll, self._actions):
            part.setVisible(self._task is not None)
        if self._task is not None:
            self._show(self._task, keep=frozenset())
            self.form.context.set_note(self._edits.kept_note())
            self._scroll.verticalScrollBar().setValue(0)

    def flush(self) -> None:
        """Save what is typed and not saved yet, and try again what could not be written."""
        self.sections.flush()
        self._edits.flush()

    def write_brief(self) -> None:
        """Put the cursor into the objective."""
        self.form.objective.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def write_title(self) -> None:
        """Put the cursor into the title."""
        self.head.title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _write(self, what: str) -> None:
        """Open what the user wants to add."""
        if what == NOTES:
            self.head.write_notes()
        elif self._task is not None and self.sections.write(what):
            QTimer.singleShot(0, self, self._show_focus)

    def _show_focus(self) -> None:
        """Scroll to what has just been opened; before the layout has made room for it, it is nowhere."""
        focus = QApplication.focusWidget()
        if focus is not None and self._scroll.isAncestorOf(focus):
            self._scroll.ensureWidgetVisible(focus)

    def write_person(self) -> None:
        """Ask for the person who gets it."""
        self.recipient.write_person()

    def _show(self, task: Task, *, keep: frozenset[str]) -> None:
        self._bar.title.setText(f"{task.domain} /" if task.domain else "")
        self._bar.title.setVisible(bool(task.domain))
        self._say_state(task)
        self.head.show_task(task, keep=keep)
        self.sections.show_task(task)
        self.recipient.show_task(task)
        self.form.show_ask(ask_of(self._services.store, task), keep=keep)
        self._weigh()
        self._tell()

    def _heard(self, changes: Changes, _origin: str) -> None:
        task = self._task
        if task is None:
            return
        if changes.touches(Kind.SETTING):
            self._weigh()
        others = changes.touches(Kind.SPECIALIST, Kind.PROVIDER, Kind.PERSON, Kind.DOMAIN, Kind.BRIEF, Kind.LESSON)
        if others or self.sections.concerns(changes):
            again = tasks.get(self._services.store, task.id)
            if again is None:
                self._edits.drop()
                self.show_task(None)
                return
            self._task = again
            # Fields being written in hold more than the store does: they are not overwritten.
            self._show(again, keep=self._edits.newer | self._written_in())

    def _written_in(self) -> frozenset[str]:
        """Names of the fields that hold the cursor."""
        focus = QApplication.focusWidget()
        fields = {
            "title": self.head.title,
            "notes": self.head.notes,
            "objective": self.form.objective,
            "constraints": self.form.constraints,
            "done_when": self.form.done_when,
        }
        if focus is None:
            return frozenset()
        return frozenset(name for name, field in fields.items() if field is focus or field.isAncestorOf(focus))

    # what is said

    def _tell(self) -> None:
        """Say beside the button what it does and what leaves, for the task's stage and the chosen delegate."""
        self._tell_soon.stop()
        task = self._task
        if task is None:
            return
        self._actions.tell(self._told(task), self._services.shortcuts.caps(_BRIEF, _DELEGATE, _KEYS))

    def _told(self, task: Task) -> Told:
        if task.stage not in (Stage.INBOX, Stage.PLANNED):
            return tell_stage(self._services, task)
        self.form.context.set_brief_tokens(self._asking.brief_tokens(task))
        if self.recipient.to_person:
            return tell_person(task, self.recipient.person)
        who = self.recipient.specialist
        provider = None if who is None else delegates.provider(self._services.store, who.provider_id)
        weight = None if who is None else self._weigher.of(task.id, who.id)
        return tell_specialist(task, provider, weight, self._services.languages.locale)

    def _weigh(self) -> None:
        """What would leave may be something else now."""
        task, who = self._task, self.recipient.specialist
        if task is not None and who is not None and task.stage in (Stage.INBOX, Stage.PLANNED) and self.isVisible():
            self._weigher.ask(task.id, who.id)

    def _recipient_changed(self) -> None:
        self._sending.leave()
        self._weigh()
        self._tell()

    def preview(self) -> None:
        """Show the exact text."""
        task, who = self._task, self.recipient.specialist
        if task is None:
            return
        if who is not None and task.stage in (Stage.INBOX, Stage.PLANNED):
            self.flush()
            self._sending.preview(task, who)
        else:
            self._asking.preview(task, self.window())

    # acting

    def act(self) -> None:
        """What the button does: delegate, follow, take the answer, review or reopen."""
        task = self._task
        if task is None or not self._actions.main.isEnabled():
            return
        if task.stage in (Stage.INBOX, Stage.PLANNED):
            # The next task takes the place of the one handed over: the second half of a double press is not for it.
            if self._handed_over.isValid() and self._handed_over.elapsed() < DOUBLE_MS:
                return
            self._handed_over.start()
        self.flush()
        who = self.recipient.specialist
        if who is not None and task.stage in (Stage.INBOX, Stage.PLANNED):
            self._sending.send(task, who)
        else:
            self._acts.go_on(task, self.recipient.person)

    def _asked_about_budget(self, asking: bool) -> None:
        """The question stands where the button was."""
        self._actions.setVisible(not asking)
        if not asking and self.isVisible():
            self._actions.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _use_local(self, name: str) -> None:
        """Someone on this computer is to do it: chosen, and handed over by the user."""
        self._edits.task(Edits(who=name))
        self._actions.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _act_other(self) -> None:
        if self._task is not None:
            self._acts.take_back(self._task)

    def _open_menu(self) -> None:
        if self._task is not None:
            self._acts.open_menu(self._task, self._more)

    # saving

    def _brief_edited(self, edits: BriefEdits) -> None:
        self._edits.brief(edits)
        self._tell_soon.start()

    # Qt's side

    def _say_state(self, task: Task) -> None:
        # What was done by hand was accepted from nobody.
        done = self.tr("Done") if task.stage is Stage.DONE else None
        late = 0 if task.waiting is None else task.waiting.late(self._services.today())
        tone = Tone.WARN if late else None
        self._pill.set_state(task_state(task), text=late_words(late) if late else done, tone=tone)

    def _retranslate(self) -> None:
        if self._task is not None:
            self._say_state(self._task)
        self._close.set_text(self.tr("Close the panel"))
        self._more.set_text(self.tr("More"))
        self._to.label.setText(self.tr("To"))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._task is not None and dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files are kept with the task."""
        self.sections.attach([Path(path) for path in dropped_files(event.mimeData())])
        event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._weigh()

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)
