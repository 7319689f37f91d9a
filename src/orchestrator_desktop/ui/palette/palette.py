"""The palette over the window: type a few letters, Enter does it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain.changes import Changes
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import TITLE_LIMIT, Task
from orchestrator_desktop.operations import tasks as acts
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import days, tasks
from orchestrator_desktop.ui.page import Page
from orchestrator_desktop.ui.palette import sources
from orchestrator_desktop.ui.palette.entries import SIGNS, Entry, Found, Group, Head
from orchestrator_desktop.ui.palette.matching import Matcher
from orchestrator_desktop.ui.palette.model import PaletteModel
from orchestrator_desktop.ui.palette.parts import SIDE, PaletteField, PaletteFoot, PalettePanel
from orchestrator_desktop.ui.palette.results import before_typing, best_row, for_query, remembered
from orchestrator_desktop.ui.palette.rows import PaletteDelegate, row_height
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.list_view import ListView
from orchestrator_desktop.ui.widgets.overlay import Overlay
from orchestrator_desktop.ui.widgets.small import KeyCaps

RECENT: Final = "palette.recent"
"""Setting: ids of what was used lately, the last first."""
KEPT: Final = 20
WIDTH, TOP, BELOW, ROWS = 640, 112, 24, 468
_ABOVE_ROWS, _BELOW_ROWS = 4, 8
_PAUSE_MS: Final = 40
"""Without a key: then the tasks are looked for."""
_QUIET_MS: Final = 300
"""Without a key: then screens that were not there yet are made, one at a time, so that their acts can be found."""


class Palette(Overlay):
    """One for the window; reads what there is each time it opens. `page` is the screen behind it."""

    def __init__(
        self, services: Services, window: QWidget, page: Callable[[], QWidget], places: sources.Places
    ) -> None:
        self._services = services
        self._page = page
        self._places = places
        self._matcher = Matcher(())
        self._lately: list[str] = []
        self._tasks: list[Entry] = []
        self._task: Task | None = None
        self._chosen = False
        self._build(services)
        super().__init__(services.theme, window, self._panel_box)
        self._connect()
        self._retranslate()

    def _build(self, services: Services) -> None:
        theme = services.theme
        self.field = PaletteField(theme)
        self._esc = KeyCaps(theme, ("Esc",))
        self.model = PaletteModel()
        self.list = ListView(theme)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(theme, self.list))
        self.list.setViewportMargins(0, _ABOVE_ROWS, 0, _BELOW_ROWS)
        self._foot = PaletteFoot(theme)
        self._panel_box = PalettePanel(theme, self._foot)
        self._line = QWidget()
        row = QHBoxLayout(self._line)
        row.setContentsMargins(SIDE + 26, 2, SIDE, 0)  # a field has 2 px of its own, the panel an edge
        row.setSpacing(12)
        row.addWidget(self.field, 1)
        row.addWidget(self._esc)
        column = QVBoxLayout(self._panel_box)
        column.setContentsMargins(1, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addSpacing(1)
        column.addWidget(self.list, 1)
        column.addSpacing(1)
        column.addWidget(self._foot)
        self._pause, self._quiet = QTimer(self._panel_box), QTimer(self._panel_box)
        for timer, ms in ((self._pause, _PAUSE_MS), (self._quiet, _QUIET_MS)):
            timer.setSingleShot(True)
            timer.setInterval(ms)

    def _connect(self) -> None:
        self.field.textEdited.connect(self._typed)
        self.field.moved.connect(self._move)
        self.field.entered.connect(self._enter)
        self.field.completed.connect(self._complete)
        self.list.clicked.connect(self._take)
        self.list.selectionModel().currentChanged.connect(lambda current, _before: self._tell(current))
        self._pause.timeout.connect(self._look_for_tasks)
        self._quiet.timeout.connect(self._build_next)
        self.placed.connect(self._place)
        self.closed.connect(self._forget)

    # opening

    def toggle(self) -> None:
        """Open it, or close it where it is open."""
        if self.isVisible():
            self.close_overlay()
            return
        self._read()
        self._chosen = False
        self.field.clear()
        self._show()
        self.open()
        self._quiet.start()

    def _read(self) -> None:
        """What there is now; before the palette lies over it, which takes the focus from where it is."""
        services = self._services
        page = self._page()
        task_id = page.subject() if isinstance(page, Page) else None
        self._task = None if task_id is None else tasks.get(services.store, task_id)
        found = days.setting(services.store, RECENT, [])
        self._lately = [str(one) for one in found] if isinstance(found, list) else []
        self._gather()

    def _gather(self) -> None:
        services, places = self._services, list(self._places())
        known = sources.act_entries(services.shortcuts.known, places)
        entries = [*known, *sources.place_entries(services, places, known)]
        if self._task is not None:
            entries = sources.with_delegates(services, self._task, entries, self._open_brief)
        entries += self._recent_tasks()
        self._matcher = Matcher(entries)

    def _recent_tasks(self) -> list[Entry]:
        named = [one.removeprefix("task:") for one in self._lately if one.startswith("task:")]
        ids = [int(number) for number in named if number.isdecimal()]
        found = tasks.some(self._services.store, ids) if ids else {}
        return [sources.task_entry(self._services, found[TaskId(one)]) for one in ids if TaskId(one) in found]

    def _open_brief(self) -> None:
        for binding in self._services.shortcuts.known:
            if binding.id == sources.BRIEF and binding.possible():
                binding.act()
                return

    def _build_next(self) -> None:
        """Acts of a screen not made yet cannot be done now; they are listed so that they can be learnt."""
        if self.isVisible() and self._services.shortcuts.build_next():
            self._gather()
            self._show()
            self._quiet.start(0)

    # typing

    @property
    def query(self) -> str:
        return self.field.text().strip()

    def _typed(self) -> None:
        self._chosen = False
        self._pause.start()
        self._quiet.start()
        if not self.query:
            self._tasks = []
        self._show()

    def _look_for_tasks(self) -> None:
        narrowed = self.query[:1] and self.query[:1] in SIGNS
        self._tasks = [] if narrowed else sources.task_entries(self._services, self.query)
        self._show()

    def _show(self) -> None:
        """The rows for what is typed. A row that the user has gone to stays current, else it is what fits best."""
        before = self.model.found(self.list.currentIndex()) if self._chosen else None
        entries = self._matcher.entries
        if self.query:
            used = [entry for entry in entries if entry.group is not Group.TASKS]
            matcher = self._matcher if len(used) == len(entries) else Matcher(used)
            rows = for_query(self.query, matcher, self._tasks, self._create(), self._lately, self._heads())
            if not any(isinstance(row, Found) and row.entry.group is not Group.CREATE for row in rows):
                rows.insert(0, Head(self.tr("No match. Shift Enter creates the task.")))
        else:
            rows = before_typing(entries, self._lately, self._heads())
        self.model.set_rows(rows)
        places = [number for number, row in enumerate(rows) if before is not None and row == before]
        place = places[0] if places else best_row(rows)
        self.list.setCurrentIndex(self.model.line(place) if place is not None else QModelIndex())
        if place is not None and not places:
            self.list.scrollToTop() if place <= 1 else self.list.scrollTo(self.model.line(place))
        self._place()

    def _create(self) -> list[Entry]:
        if self.query[:1] in SIGNS and " " not in self.query:
            return []
        title = self.tr("New task “%1”").replace("%1", self.query)
        act = partial(self._add, self.query)
        return [Entry("create", Group.CREATE, title, act, self.tr("in Inbox"), "plus", keys=("Shift", "↵"))]

    def _add(self, line: str) -> None:
        services = self._services
        future = services.acts.run(acts.add, line=line, now=services.now())
        longer = len(line) > TITLE_LIMIT
        words = (
            self.tr("Added. The title holds its beginning, the notes the whole text.") if longer else self.tr("Added.")
        )
        services.acts.then(future, lambda changes: self._added(changes, words), owner=self)

    def _added(self, changes: Changes, words: str) -> None:
        self._services.acts.said.emit(words, changes.step)

    def _heads(self) -> dict[Group, str]:
        about = self._task.title if self._task is not None else self.tr("This screen")
        return {
            Group.RECENT: self.tr("Recent"),
            Group.TASK: about,
            Group.GO: self.tr("Go to"),
            Group.ACTS: self.tr("Everywhere"),
            Group.TASKS: self.tr("Tasks"),
            Group.CREATE: self.tr("Create"),
        }

    # acting

    def _move(self, steps: int) -> None:
        self._chosen = True
        for _ in range(abs(steps)):
            self.list.move_current(1 if steps > 0 else -1)

    def _enter(self, create: bool) -> None:
        if create and self.query:
            self._run(Entry("", Group.CREATE, "", partial(self._add, self.query)))
        elif not create:
            self._take(self.list.currentIndex())

    def _take(self, index: QModelIndex) -> None:
        found = self.model.found(index)
        if found is not None and found.entry.possible:
            self._run(found.entry)

    def _run(self, entry: Entry) -> None:
        """Close, so that the focus is where it was, then do it: an act is for what has the focus."""
        if entry.id and entry.group is not Group.CREATE:
            lately = remembered(self._lately, entry.id, KEPT)
            self._services.acts.run(set_setting, key=RECENT, value=lately)
        self.close_overlay()
        QTimer.singleShot(0, self, entry.act)

    def _complete(self) -> None:
        found = self.model.found(self.list.currentIndex())
        if found is not None and found.entry.group is not Group.CREATE:
            self.field.setText(found.entry.title)
            self._typed()

    def _tell(self, current: QModelIndex) -> None:
        """The focus stays in the line: what is current is said there."""
        words = self.model.data(current, Qt.ItemDataRole.AccessibleTextRole) if current.isValid() else ""
        self.field.setAccessibleDescription(words or "")
        if words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    def _forget(self) -> None:
        self._pause.stop()
        self._quiet.stop()
        self._tasks = []

    # looks

    def _place(self) -> None:
        theme = self._services.theme
        line, foot = self._panel_box.line_height, self._foot.sizeHint().height()
        self._line.setFixedHeight(line)
        self._foot.setFixedHeight(foot)
        rows = sum(row_height(theme, row) for row in self.model.items)
        wanted = line + foot + 2 + min(rows, theme.grown(ROWS, "body")) + _ABOVE_ROWS + _BELOW_ROWS
        width = min(round(WIDTH * (1 + theme.scale) / 2), self.width() - 48)
        top = min(TOP, max(BELOW, self.height() // 6))
        self._panel_box.setGeometry((self.width() - width) // 2, top, width, min(wanted, self.height() - top - BELOW))

    def _retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("What do you want to do, open or find?"))
        self.field.setAccessibleName(self.tr("Commands, places and tasks"))
        self.list.setAccessibleName(self.tr("What fits"))
        self._foot.set_keys(
            (
                (("↑", "↓"), self.tr("move")),
                (("↵",), self.tr("run")),
                (("Tab",), self.tr("complete")),
            ),
            (
                (("#",), self.tr("domain")),
                (("@",), self.tr("person")),
                (("!",), self.tr("level")),
            ),
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
