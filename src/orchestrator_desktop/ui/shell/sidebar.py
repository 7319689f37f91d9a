"""The sidebar: mark and name, places with counts, domains, reflection, settings, status."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.store import delegates, tasks
from orchestrator_desktop.store.filters import filters
from orchestrator_desktop.store.waiting import count_late
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.paint import draw_app_mark
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.shell.naming import NameLine
from orchestrator_desktop.ui.shell.pacer import Pacer
from orchestrator_desktop.ui.shell.place_acts import PlaceActs
from orchestrator_desktop.ui.shell.places import PlaceKind, PlaceRow, PlacesModel
from orchestrator_desktop.ui.shell.places_view import PlacesView
from orchestrator_desktop.ui.shell.standing import read_status, trouble_status
from orchestrator_desktop.ui.shell.status import StatusBlock
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import IconButton
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import Panel

_ICONS = {
    Screen.TODAY: "sun",
    Screen.INBOX: "tray",
    Screen.DELEGATED: "plane",
    Screen.REVIEW: "eye",
    Screen.WAITING: "people",
    Screen.DONE: "check-ring",
}


class Sidebar(Panel):
    """224 px wide. Asks the navigator to go where the user points."""

    search = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services.theme, "canvas", line=Qt.Edge.RightEdge, parent=parent)
        self._services = services
        self._target: Target | None = None
        self._trouble = ""
        # Fifty answers at once change rows a hundred times a second.
        self._counts_soon = Pacer(self._count_all, self)
        self._status_soon = Pacer(self._say_status, self, soon_ms=150)
        self._build()
        self._connect()
        self.reload()

    def _build(self) -> None:
        theme = self._services.theme
        self._places = PlacesModel(self)
        self._bottom = PlacesModel(self)
        self._places_view = PlacesView(theme, self._places, scrolls=True)
        self._bottom_view = PlacesView(theme, self._bottom, scrolls=False)
        self._search = IconButton(theme, "search", "")
        self._name = NameLine(theme)
        self._acts = PlaceActs(self._services, self, self._name)
        self._status = StatusBlock(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(self._head(theme))
        column.addWidget(self._places_view, 1)
        editor = QHBoxLayout()
        editor.setContentsMargins(16, 0, 16, 8)
        editor.addWidget(self._name)
        column.addLayout(editor)
        column.addWidget(self._bottom_view)
        column.addSpacing(8)
        column.addWidget(self._status)

    def _head(self, theme: Theme) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 12, 10)
        head.setSpacing(8)
        head.addWidget(_Mark(theme))
        head.addWidget(Label(theme, "Orchestrator", weight=600), 1)
        head.addWidget(self._search)
        return head

    def _connect(self) -> None:
        self._places_view.chosen.connect(self._go)
        self._bottom_view.chosen.connect(self._go)
        self._places_view.add_domain.connect(self._acts.ask_domain)
        self._places_view.menu_wanted.connect(self._acts.open_menu)
        self._places_view.tasks_dropped.connect(self._acts.put_tasks)
        self._search.clicked.connect(self.search)
        self._status.clicked.connect(self._open_providers)
        self._services.bridge.changed.connect(self._heard)
        self._services.theme.changed.connect(self._widen)
        self._widen()

    def _widen(self) -> None:
        """224 px; a larger font gets half of what it asks for, the rest elides."""
        self.setFixedWidth(round(224 * (1 + self._services.theme.scale) / 2))

    def show_target(self, target: Target) -> None:
        """Mark where the window is."""
        self._target = target
        for view in (self._places_view, self._bottom_view):
            view.show_target(target)

    def reload(self) -> None:
        """Read counts and domains again, and say everything in the language of now."""
        self._search.set_text(self.tr("Search"))
        self._places_view.setAccessibleName(self.tr("Places"))
        self._bottom_view.setAccessibleName(self.tr("Reflection and settings"))
        self._count_all()
        self._bottom.set_rows(
            (
                PlaceRow(self.tr("Reflection"), "moon", Target(Screen.REFLECTION)),
                PlaceRow(self.tr("Settings"), "gear", Target(Screen.SETTINGS)),
            )
        )
        self._say_status()

    def _count_all(self) -> None:
        self._places.set_rows((*self._place_rows(), *self._domain_rows(), *self._filter_rows()))
        if self._target is not None:
            self.show_target(self._target)

    def _place_rows(self) -> list[PlaceRow]:
        words = {
            Screen.TODAY: self.tr("Today"),
            Screen.INBOX: self.tr("Inbox"),
            Screen.DELEGATED: self.tr("Delegated"),
            Screen.REVIEW: self.tr("Review"),
            Screen.WAITING: self.tr("Waiting for people"),
            Screen.DONE: self.tr("Done"),
        }
        counted = [tasks.View(screen.value) for screen in words if screen is not Screen.DONE]
        counts = tasks.counts(self._services.store, counted, today=self._services.today())
        rows = []
        for screen, word in words.items():
            count = counts.get(tasks.View(screen.value), 0)
            shown = self._shown(count)
            late = self._late_words() if count and screen is Screen.WAITING else ""
            row = PlaceRow(word, _ICONS[screen], Target(screen), shown, badge=screen is Screen.REVIEW, warning=late)
            rows.append(row)
        return rows

    def _shown(self, count: int) -> str:
        return formats.count(count, self._services.languages.locale) if count else ""

    def _late_words(self) -> str:
        late = count_late(self._services.store, today=self._services.today())
        return self.tr("%n late", "", late) if late else ""

    def _domain_rows(self) -> list[PlaceRow]:
        rows = [PlaceRow(self.tr("Domains"), kind=PlaceKind.HEADER)]
        for domain in delegates.domains(self._services.store):
            target = Target(Screen.DOMAIN, domain_id=domain.id)
            rows.append(PlaceRow(domain.name, "hash", target, self._shown(domain.open_tasks)))
        return [*rows, PlaceRow(self.tr("Add a domain"), "plus", kind=PlaceKind.ADD_DOMAIN)]

    def _filter_rows(self) -> list[PlaceRow]:
        saved = filters(self._services.store)
        rows = [PlaceRow(self.tr("Filters"), kind=PlaceKind.HEADER)] if saved else []
        for one in saved:
            rows.append(PlaceRow(one.name, "filter", Target(Screen.FILTER, filter_id=one.id)))
        return rows

    def show_trouble(self, words: str) -> None:
        """Say in the status block that nothing can be written, and why; empty once it can again."""
        self._trouble = words
        self._say_status()

    def places(self) -> list[PlaceRow]:
        """The rows that lead somewhere, for the palette."""
        return [row for row in (*self._places.items, *self._bottom.items) if row.target is not None]

    def place_name(self, target: Target) -> str:
        """The words of the row that leads to `target`, empty where there is none."""
        for model in (self._places, self._bottom):
            row = model.row_of(target)
            if row is not None:
                return model.items[row].text
        return ""

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self._places_view]

    def _say_status(self) -> None:
        self._status.show_status(trouble_status(self._trouble) if self._trouble else read_status(self._services))

    def _heard(self, changes: Changes, _origin: str) -> None:
        if changes.touches(Kind.DOMAIN, Kind.SAVED_FILTER):
            self._count_all()  # a new one is gone to at once
        elif changes.touches(Kind.TASK, Kind.DELEGATION):
            self._counts_soon.ask()
        if changes.touches(Kind.TASK, Kind.ATTEMPT, Kind.PROVIDER, Kind.SPECIALIST, Kind.SETTING):
            self._status_soon.ask()

    def _open_providers(self) -> None:
        self._services.navigator.go(Screen.SETTINGS, part="providers")

    def _go(self, target: Target) -> None:
        self._services.navigator.wanted.emit(target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._name.isVisible():
            self._name.hide()
            self._places_view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.reload()
        super().changeEvent(event)


class _Mark(QWidget):
    """The application's mark, 18 px."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(QSize(20, 20))
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_app_mark(painter, self._theme.tokens, QRectF(2, 1, 18, 18))
        painter.end()
