"""The panel beside a list: one task, its brief, who gets it, and the button that hands it over."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from orchestrator_desktop.domain.briefing import as_text, compose
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.delegate import Person, Provider, Specialist
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Level, Stage, Task
from orchestrator_desktop.domain.tokens import estimate, estimate_messages
from orchestrator_desktop.operations import delegations as acts
from orchestrator_desktop.operations.briefs import BriefEdits, ask_of, edit_brief
from orchestrator_desktop.operations.tasks import Edits, edit, reopen
from orchestrator_desktop.store import delegates, delegations, tasks
from orchestrator_desktop.ui.delegation.form import BriefForm
from orchestrator_desktop.ui.delegation.head import TaskHead
from orchestrator_desktop.ui.delegation.leaves import Leaves
from orchestrator_desktop.ui.delegation.preview import Preview
from orchestrator_desktop.ui.delegation.recipients import RecipientsModel
from orchestrator_desktop.ui.delegation.saver import Saver
from orchestrator_desktop.ui.formats import count
from orchestrator_desktop.ui.inbox.states import task_state
from orchestrator_desktop.ui.navigator import Screen
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.button import Button, IconButton
from orchestrator_desktop.ui.widgets.button import Kind as Weight
from orchestrator_desktop.ui.widgets.combo import ComboBox
from orchestrator_desktop.ui.widgets.layout import ActionBar, Divider, HeadBar, LabelledRow
from orchestrator_desktop.ui.widgets.segmented import Segment, Segmented
from orchestrator_desktop.ui.widgets.small import Pill

ORIGIN = "panel"
_BRIEF = QT_TRANSLATE_NOOP("shortcuts", "Brief")


class TaskPanel(QWidget):
    """Shows the task it is given, follows its changes, and saves what is typed."""

    closed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._task: Task | None = None
        self._saver = Saver(self)
        self._build()
        self._connect()
        self._bind()
        self._retranslate()
        self.show_task(None)

    def _build(self) -> None:
        theme = self._services.theme
        self._bar = HeadBar(theme)
        self._bar.title.set_look(style="body", token="text-3", weight=400)
        self._pill = Pill(theme)
        self._close = IconButton(theme, "panel", "")
        self._bar.add_left(self._pill)
        self._bar.add_right(self._close)
        self.head = TaskHead(self._services)
        self._who = Segmented(theme, [])
        self._specialists = RecipientsModel(self._specialist_detail, self)
        self._specialist = ComboBox(theme, self._specialists)
        self._people = QStringListModel(self)
        self._person = ComboBox(theme, self._people)
        self._person.setEditable(True)
        self.form = BriefForm(self._services)
        self._leaves = Leaves(theme)
        self._main = Button(theme, "", kind=Weight.PRIMARY, keys=("Ctrl", "↵"))
        self._other = Button(theme, "")
        self._actions = ActionBar(theme)
        self._actions.add_left(self._leaves, 1)
        self._actions.add_right(self._other)
        self._actions.add_right(self._main)
        self._compose()

    def _compose(self) -> None:
        self._recipient = QStackedWidget()
        self._recipient.addWidget(self._specialist)
        self._recipient.addWidget(self._person)
        to = QWidget()
        column = QVBoxLayout(to)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._who)
        column.addWidget(self._recipient)
        self._to = LabelledRow(self._services.theme, "", to)
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(24, 16, 20, 16)
        body.setSpacing(12)
        body.addWidget(self.head)
        body.addWidget(Divider(self._services.theme))
        body.addWidget(self._to)
        body.addWidget(self.form)
        body.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._bar)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._actions)

    def _connect(self) -> None:
        self._close.clicked.connect(self.closed)
        self.head.edited.connect(self._task_edited)
        self.form.edited.connect(self._brief_edited)
        self._who.chosen.connect(lambda _who: self._show_recipient())
        self._specialist.activated.connect(lambda _row: self._tell())
        self._person.currentTextChanged.connect(lambda _name: self._tell())
        self._leaves.preview.connect(self.preview)
        self._main.clicked.connect(self._act)
        self._other.clicked.connect(self._act_other)
        self._services.bridge.changed.connect(self._heard)

    def _bind(self) -> None:
        keys = self._services.shortcuts
        delegate = QT_TRANSLATE_NOOP("shortcuts", "Delegate")
        keys.bind(self, ["Ctrl+Return", "Ctrl+Enter"], self._act, where=_BRIEF, name=delegate)
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
        self.flush()
        self._task = None if task_id is None else tasks.get(self._services.store, task_id)
        for part in (self._bar.title, self._pill, self._scroll, self._actions):
            part.setVisible(self._task is not None)
        if self._task is None:
            return
        self._read_recipients()
        self._show(keep=frozenset())
        self._scroll.verticalScrollBar().setValue(0)

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        self._saver.flush()

    def focus_brief(self) -> None:
        self.form.objective.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_person(self) -> None:
        self._who.set_value("person")
        self._show_recipient()
        self._person.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, *, keep: frozenset[str]) -> None:
        task = self._task
        if task is None:
            return
        self._bar.title.setText(f"{task.domain} /" if task.domain else "")
        self._pill.set_state(task_state(task))
        self.head.show_task(task, keep=keep)
        self.form.show_ask(ask_of(self._services.store, task), keep=keep)
        self._allow_specialists(task)
        self._tell()

    def _heard(self, changes: Changes, _origin: str) -> None:
        task = self._task
        if task is None:
            return
        if changes.touches(Kind.SPECIALIST, Kind.PROVIDER, Kind.PERSON):
            self._read_recipients()
        if changes.outside or task.id in changes.of(Kind.TASK) or changes.touches(Kind.BRIEF):
            again = tasks.get(self._services.store, task.id)
            if again is None:
                self.show_task(None)
                return
            self._task = again
            # Fields being written in hold more than the store does: they are not overwritten.
            self._show(keep=self._saver.waiting | self._focused_field())

    def _focused_field(self) -> frozenset[str]:
        fields = {
            "title": self.head.title,
            "notes": self.head.notes,
            "objective": self.form.objective,
            "constraints": self.form.constraints,
            "done_when": self.form.done_when,
        }
        focus = self.focusWidget()
        return (
            frozenset(
                name
                for name, widget in fields.items()
                if (focus is not None and widget.isAncestorOf(focus)) or widget is focus
            )
            if self.isActiveWindow()
            else frozenset()
        )

    # who

    def _read_recipients(self) -> None:
        store, task = self._services.store, self._task
        chosen = self._specialists.at(self._specialist.currentIndex())
        self._specialists.set_rows(delegates.specialists(store))
        self._people.setStringList([person.name for person in delegates.people(store)])
        if task is None:
            return
        default = acts.default_specialist(store, task)
        wanted = chosen.id if chosen is not None and task.specialist_id is None else default.id if default else None
        self._specialist.setCurrentIndex(self._specialists.row_of(wanted))
        if task.person_id is not None:
            self._person.setCurrentText(task.delegate or "")
        self._who.set_value("person" if task.person_id is not None else "specialist")

    def _allow_specialists(self, task: Task) -> None:
        alone = task.level is Level.YOU_ONLY
        self._who.set_segment_enabled("specialist", not alone, self._level_3_words())
        if alone:
            self._who.set_value("person")
        self._show_recipient()

    def _show_recipient(self) -> None:
        self._recipient.setCurrentWidget(self._person if self._to_person else self._specialist)
        self._tell()

    @property
    def _to_person(self) -> bool:
        return self._who.value() == "person"

    def _chosen(self) -> Specialist | None:
        who = self._specialists.at(self._specialist.currentIndex())
        return who if isinstance(who, Specialist) else None

    def _specialist_detail(self, who: Specialist | Person) -> str:
        if not isinstance(who, Specialist):
            return who.address
        provider = delegates.provider(self._services.store, who.provider_id)
        model = who.model or (provider.model if provider else "")
        name = model.replace("\\", "/").rpartition("/")[2]
        return " · ".join(part for part in (name, who.provider if who.provider != who.name else "") if part)

    # what leaves

    def _messages_text(self) -> str:
        who = self._chosen()
        ask = self.form.ask()
        instructions = who.instructions if who and not self._to_person else ""
        examples = who.examples if who and not self._to_person else ()
        return as_text(compose(ask, instructions=instructions, examples=examples))

    def _tokens(self, who: Specialist) -> int:
        return estimate_messages(compose(self.form.ask(), instructions=who.instructions, examples=who.examples))

    def _tell(self) -> None:
        """Say beside the button what it does and what leaves, for the task's stage and the chosen delegate."""
        task = self._task
        if task is None:
            return
        self._other.hide()
        self._main.setEnabled(True)
        self._main.set_keys(("Ctrl", "↵"))
        if task.stage in (Stage.INBOX, Stage.PLANNED):
            self._tell_delegate(task)
        else:
            self._tell_stage(task)

    def _tell_delegate(self, task: Task) -> None:
        self._main.setText(self.tr("Delegate"))
        who = self._chosen()
        self.form.context.set_brief_tokens(estimate(self.form.objective.text()))
        if self._to_person:
            self._main.setEnabled(bool(self._person.currentText().strip()))
            first = (
                self._level_3_words()
                if task.level is Level.YOU_ONLY
                else self.tr("To a person: nothing is sent by itself.")
            )
            self._leaves.say(
                "padlock", first, self.tr("You tell them; the task waits under Waiting for people."), preview=True
            )
            return
        provider = None if who is None else delegates.provider(self._services.store, who.provider_id)
        if who is None or provider is None:
            self._main.setEnabled(False)
            self._leaves.say("padlock", self.tr("No provider yet."), self.tr("Connect one in Settings."), preview=False)
            return
        self._tell_provider(who, provider)

    def _tell_provider(self, who: Specialist, provider: Provider) -> None:
        tokens = count(self._tokens(who), self._services.languages.locale)
        if provider.leaves_computer:
            words = self.tr("About %1 tokens to %2").replace("%1", tokens).replace("%2", provider.name)
            self._leaves.say(
                "leaves", words, self.tr("The text of the brief and its context, nothing else"), preview=True
            )
        else:
            words = self.tr("Nothing leaves this computer")
            self._leaves.say("padlock", words, self.tr("About %1 tokens, free").replace("%1", tokens), preview=True)

    def _tell_stage(self, task: Task) -> None:
        self._main.set_keys(())
        if task.stage is Stage.DELEGATED:
            self._main.setText(self.tr("Follow") if not task.with_person else self.tr("They answered"))
            self._other.setText(self.tr("Take back"))
            self._other.show()
            out = delegations.open_delegation(self._services.store, task.id)
            name = out.delegate if out else ""
            self._leaves.say("plane", self.tr("With %1").replace("%1", name), "", preview=False)
        elif task.stage is Stage.IN_REVIEW:
            self._main.setText(self.tr("Review"))
            self._leaves.say("eye", self.tr("A result waits for your judgment."), "", preview=False)
        else:
            self._main.setText(self.tr("Reopen"))
            self._leaves.say("check-ring", self.tr("Finished."), "", preview=False)

    def _level_3_words(self) -> str:
        return self.tr("Level 3 is for you or a person: it is never sent to an AI.")

    # acting

    def preview(self) -> None:
        """Show the exact text."""
        who = self._chosen()
        name = self._person.currentText() if self._to_person else who.provider if who else ""
        title = self.tr("What %1 receives").replace("%1", name)
        note = self.tr("The exact text, as it would be sent now.")
        Preview(self._services.theme, self.window()).show_text(title, note, self._messages_text())

    def _act(self) -> None:
        task = self._task
        if task is None or not self._main.isEnabled():
            return
        self.flush()
        if task.stage in (Stage.INBOX, Stage.PLANNED):
            self._delegate(task)
        elif task.stage is Stage.DELEGATED:
            screen = Screen.WAITING if task.with_person else Screen.DELEGATED
            self._services.navigator.go(screen, task_id=task.id)
        elif task.stage is Stage.IN_REVIEW:
            self._services.navigator.go(Screen.REVIEW, task_id=task.id)
        else:
            future = self._services.acts.run(reopen, task_id=task.id)
            self._services.acts.say_done(future, self.tr("Back in the inbox."))

    def _act_other(self) -> None:
        if self._task is not None:
            future = self._services.acts.run(acts.take_back, task_id=self._task.id)
            self._services.acts.say_done(future, self.tr("Back with you."))

    def _delegate(self, task: Task) -> None:
        if self._to_person:
            name = self._person.currentText().strip()
            future = self._services.acts.run(acts.delegate_to_person, task_id=task.id, name=name)
            self._services.acts.say_done(future, self.tr("With %1. Nothing was sent by itself.").replace("%1", name))
            return
        who = self._chosen()
        if who is not None:
            future = self._services.acts.run(acts.delegate, task_id=task.id, specialist_id=who.id)
            self._services.acts.say_done(future, self.tr("Handed to %1.").replace("%1", who.name))

    def _task_edited(self, edits: Edits) -> None:
        task = self._task
        if task is None:
            return
        for field, value in edits.items():
            one = cast("Edits", {field: value})
            save = partial(self._services.acts.run_from, ORIGIN, edit, task_id=task.id, **one)
            self._save(field, save, at_once=field not in ("title", "notes"))

    def _brief_edited(self, edits: BriefEdits) -> None:
        task = self._task
        if task is None:
            return
        for field in edits:
            save = partial(self._services.acts.run_from, ORIGIN, edit_brief, task_id=task.id, **edits)
            self._save(field, save, at_once=field == "output")
        self._tell()

    def _save(self, field: str, save: Callable[[], object], *, at_once: bool) -> None:
        self._saver.later(field, save)
        if at_once:
            self._saver.flush()

    def _retranslate(self) -> None:
        self._close.set_text(self.tr("Close the panel"))
        self._to.label.setText(self.tr("To"))
        self._specialist.setAccessibleName(self.tr("Specialist"))
        self._person.setAccessibleName(self.tr("Person"))
        value = self._who.value()
        self._who.set_segments(
            [
                Segment("specialist", self.tr("Specialist"), icon="robot"),
                Segment("person", self.tr("Person"), icon="person"),
            ]
        )
        self._who.set_value(value or "specialist")
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)
