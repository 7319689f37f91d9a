"""The window: the sidebar, one page at a time beside it, toasts over both."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.ids import StepId
from orchestrator_desktop.engine.notices import Notice, NoticeKind
from orchestrator_desktop.operations.queueing import pause
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import days, tasks
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.page import Page
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.shell.keys import KeysSheet
from orchestrator_desktop.ui.shell.late import LateWatch
from orchestrator_desktop.ui.shell.notices import held_words, loading_words, notice_act_words, notice_words
from orchestrator_desktop.ui.shell.quitting import Quitting
from orchestrator_desktop.ui.shell.sidebar import Sidebar
from orchestrator_desktop.ui.shell.trash import TrashKeeper
from orchestrator_desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from orchestrator_desktop.ui.palette.palette import Palette

GEOMETRY = "window.geometry"
ABOVE_ACTIONS = 80 + 16
"""Room of a toast to the bottom: it must not hide the buttons of an action bar for ten seconds."""

_FRAME = 40
"""Room for the bar that a desktop puts over a window."""

Factory = Callable[[Services], Page]

_EVERYWHERE = QT_TRANSLATE_NOOP("shortcuts", "Everywhere")
_GO_TO = QT_TRANSLATE_NOOP("shortcuts", "Go to")

_LISTS = (Screen.INBOX, Screen.TODAY, Screen.WAITING, Screen.DONE, Screen.DOMAIN, Screen.FILTER)
_GO_KEYS = {
    Screen.TODAY: ("G, T", QT_TRANSLATE_NOOP("shortcuts", "Today")),
    Screen.INBOX: ("G, I", QT_TRANSLATE_NOOP("shortcuts", "Inbox")),
    Screen.DELEGATED: ("G, D", QT_TRANSLATE_NOOP("shortcuts", "Delegated")),
    Screen.REVIEW: ("G, R", QT_TRANSLATE_NOOP("shortcuts", "Review")),
    Screen.WAITING: ("G, W", QT_TRANSLATE_NOOP("shortcuts", "Waiting for people")),
    Screen.DONE: ("G, F", QT_TRANSLATE_NOOP("shortcuts", "Done")),
    Screen.REFLECTION: ("G, E", QT_TRANSLATE_NOOP("shortcuts", "Reflection")),
}


class Window(QWidget):
    """Builds pages on first use by the factories it is given; screens may share one page."""

    closed = Signal()

    def __init__(self, services: Services, factories: Mapping[Screen, Factory]) -> None:
        super().__init__()
        self._services = services
        self._factories = factories
        self._pages: dict[Factory, Page] = {}
        self._making: set[Factory] = set()
        self._target = Target(Screen.INBOX)
        self._day = services.today()
        self._palette: Palette | None = None
        self._leaving = False
        self.stays: Callable[[], bool] = lambda: False
        """Whether the process goes on when the window is closed: it is hidden then."""
        self._build()
        self._connect()
        self._bind()
        self._restore()

    def _build(self) -> None:
        self.setMinimumSize(1024, 640)
        self._sidebar = Sidebar(self._services)
        self._stack = QStackedWidget()
        self._toast = Toast(self._services.theme, self._stack, bottom=ABOVE_ACTIONS)
        self.quitting = Quitting(self._services, self)
        self.late = LateWatch(self._services, self)
        TrashKeeper(self._services, self.late)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sidebar)
        row.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._services.navigator.wanted.connect(self.show_target)
        self._services.acts.said.connect(self._say)
        self._services.acts.broke.connect(self._say_bug)
        self._services.bridge.notice.connect(self._heard_notice)
        self._services.bridge.changed.connect(self._heard)
        self._sidebar.search.connect(self.search)
        self._toast.undone.connect(self._toast_taken)
        self.quitting.agreed.connect(self.leave)
        self.late.told.connect(self._say_late)
        self.late.day_began.connect(self._look_at_the_day)
        self._services.shortcuts.complete_with(self._unbuilt)

    def _bind(self) -> None:
        keys = self._services.shortcuts
        for sequences, act, name in (
            (["N", "Ctrl+N"], self.write, QT_TRANSLATE_NOOP("shortcuts", "New task")),
            (["/"], self.search, QT_TRANSLATE_NOOP("shortcuts", "Search")),
            (["F6"], partial(self.next_pane, 1), QT_TRANSLATE_NOOP("shortcuts", "Next pane")),
            (["Shift+F6"], partial(self.next_pane, -1), QT_TRANSLATE_NOOP("shortcuts", "Previous pane")),
            (["Ctrl+,"], partial(self.show_screen, Screen.SETTINGS), QT_TRANSLATE_NOOP("shortcuts", "Settings")),
            (["Ctrl+Z"], self._undo, QT_TRANSLATE_NOOP("shortcuts", "Undo the last decision")),
            (["Ctrl+Shift+Z", "Ctrl+Y"], self._services.acts.redo, QT_TRANSLATE_NOOP("shortcuts", "Redo")),
            (["Ctrl+Q"], self.leave, QT_TRANSLATE_NOOP("shortcuts", "Quit")),
            (["Ctrl+K"], self.show_palette, QT_TRANSLATE_NOOP("shortcuts", "Palette")),
            (["?"], self.show_keys, QT_TRANSLATE_NOOP("shortcuts", "This list")),
        ):
            keys.bind(self, sequences, act, where=_EVERYWHERE, name=name, anywhere=True)
        for screen, (sequence, name) in _GO_KEYS.items():
            keys.bind(self, [sequence], partial(self.show_screen, screen), where=_GO_TO, name=name, anywhere=True)
        for part, name, icon in (
            ("data:import", QT_TRANSLATE_NOOP("shortcuts", "Import tasks"), "arrow-down"),
            ("data:export", QT_TRANSLATE_NOOP("shortcuts", "Export tasks"), "arrow-up-right"),
        ):
            act = partial(self.show_target, Target(Screen.SETTINGS, part=part))
            keys.offer(self, act, where=_EVERYWHERE, name=name, anywhere=True, icon=icon)

    def start(self) -> None:
        """Go to the first screen: the inbox, or the first start while no task was ever written."""
        empty = not tasks.any_task(self._services.store)
        self.show_target(Target(Screen.FIRST_START if empty else Screen.INBOX))
        self.late.look()

    def show_target(self, target: Target) -> None:
        page = self._page(target.screen)
        self._target = target
        self._services.navigator.current = target
        shown = Target(Screen.INBOX) if target.screen is Screen.FIRST_START else target
        self._sidebar.show_target(shown.place)
        if self._stack.currentWidget() is not page:
            # Qt would give the focus to whatever comes first on the page: a tab, a button.
            self._stack.setCurrentWidget(page)
            self._toast.raise_()
            page.setFocus(Qt.FocusReason.PopupFocusReason)
        page.open(target)
        self._name()
        focus = QApplication.focusWidget()
        if focus is None or not page.isAncestorOf(focus):
            page.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_screen(self, screen: Screen) -> None:
        self.show_target(Target(screen))

    def write(self) -> None:
        """A new task: in the list that is shown, where that one takes some, else in the inbox."""
        self._show_list("capture", (Screen.INBOX, Screen.TODAY, Screen.DOMAIN))

    def search(self) -> None:
        """Search from the list that is shown, or from the inbox."""
        self._show_list("search", _LISTS)

    def _show_list(self, part: str, screens: Collection[Screen]) -> None:
        here = self._target if self._target.screen in screens else Target(Screen.INBOX)
        self.show_target(replace(here, task_id=None, part=part))

    def next_pane(self, step: int) -> None:
        """Move the focus to the next part of the window, or with -1 the one before."""
        panes = [pane for pane in (*self._sidebar.panes(), *self._shown_panes()) if pane.isVisible()]
        focus = QApplication.focusWidget()
        here = next((n for n, pane in enumerate(panes) if focus and (pane is focus or pane.isAncestorOf(focus))), None)
        there = panes[(here + step) % len(panes)] if here is not None else panes[0 if step < 0 else 1]
        _first_stop(there).setFocus(Qt.FocusReason.TabFocusReason)

    def _shown_panes(self) -> list[QWidget]:
        page = self._stack.currentWidget()
        return page.panes() if isinstance(page, Page) else []

    def show_palette(self) -> None:
        """Every act, place and task by a few letters; closes it where it is open."""
        if self._palette is None:
            from orchestrator_desktop.ui.palette.palette import Palette  # not before it is wanted

            self._palette = Palette(self._services, self, lambda: self.page, self._sidebar.places)
        self._palette.toggle()

    def show_keys(self) -> None:
        """The list of all keys, those of screens not opened yet included."""
        KeysSheet(self._services, self).open()

    @property
    def page(self) -> QWidget:
        """The page shown now."""
        return self._stack.currentWidget() or self

    def _page(self, screen: Screen) -> Page:
        factory = self._factories[screen]
        if factory not in self._pages:
            self._making.add(factory)
            page = factory(self._services)
            self._making.discard(factory)
            self._pages[factory] = page
            self._stack.addWidget(page)
        return self._pages[factory]

    def _unbuilt(self) -> list[Callable[[], object]]:
        """What builds the pages not shown yet, and what others have left for later; the one that asks for it may be
        just being built."""
        known = {*self._pages, *self._making}
        wanted = {factory: screen for screen, factory in self._factories.items() if factory not in known}
        rest = [act for page in self._pages.values() if (act := page.unmade()) is not None]
        return [*(partial(self._page, screen) for screen in wanted.values()), *rest]

    def _heard(self, changes: Changes, _origin: str) -> None:
        if changes.touches(Kind.SETTING) and not changes.outside:
            self._look_at_the_day()  # the hour at which it begins may be another

    def _look_at_the_day(self) -> None:
        """Another day has begun: what is due, what was spent and what is late is read again."""
        today = self._services.today()
        if today != self._day:
            self._day = today
            self._services.bridge.on_changes(Changes(outside=True), "")
            self.late.look()

    def _name(self) -> None:
        place = self._sidebar.place_name(self._target)
        self.setWindowTitle(self.tr("%1 – Orchestrator").replace("%1", place) if place else "Orchestrator")

    def _say(self, message: str, step: object) -> None:
        """`step` is one to undo, or what shows more of it."""
        self._toast.show_message(message, undo=step, act=self.tr("Show") if callable(step) else "")

    def _say_late(self, words: str) -> None:
        self._toast.show_message(words, undo=partial(self.show_screen, Screen.WAITING), act=self.tr("Show"))

    def _say_bug(self, report: str) -> None:
        self._heard_notice(Notice(NoticeKind.BUG, detail=report))

    def _heard_notice(self, notice: Notice) -> None:
        words = notice_words(notice)
        if notice.kind in (NoticeKind.DISK_TROUBLE, NoticeKind.DISK_WELL):
            self._sidebar.show_trouble(words if notice.kind is NoticeKind.DISK_TROUBLE else "")
        if words:
            act = notice_act_words(notice)
            self._toast.show_message(words, undo=partial(self._act_on, notice) if act else None, act=act)
        elif notice.kind is NoticeKind.MODEL_READY and self._toast.message == loading_words():
            self._toast.dismiss()

    def _act_on(self, notice: Notice) -> None:
        """What a notice's toast offers was taken."""
        if notice.kind is NoticeKind.BUG:
            QGuiApplication.clipboard().setText(notice.detail)
            self._toast.show_message(self.tr("Copied."))
        elif notice.kind is NoticeKind.BUDGET:
            self.show_screen(Screen.DELEGATED)
        elif notice.kind is NoticeKind.BACK_ONLINE:
            acts = self._services.acts
            acts.then(acts.run(pause, paused=True), lambda _changes: self._toast.show_message(held_words()), owner=self)

    def _toast_taken(self, token: object) -> None:
        if callable(token):
            token()
        else:
            self._undo(token)

    def _undo(self, step: object = None) -> None:
        self._services.acts.undo(cast("StepId | None", step))

    def _restore(self) -> None:
        saved = days.setting(self._services.store, GEOMETRY)
        if not (saved and self.restoreGeometry(QByteArray.fromBase64(saved.encode()))):
            self.resize(1280, min(800, self.screen().availableGeometry().height() - _FRAME))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            # What a page asked for before it could be seen is forgotten: Qt begins with the first button.
            QTimer.singleShot(0, self._focus_page)

    def _focus_page(self) -> None:
        self.page.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            QTimer.singleShot(0, self._look_at_the_day)
        elif event.type() == QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self._name)  # the sidebar, whose words it takes, hears of it after the window
        super().changeEvent(event)

    def leave(self) -> None:
        """Close, and end the process with it."""
        self._leaving = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        stays = self.stays() and not self._leaving
        if not stays and not self.quitting.may_close():
            self._leaving = False
            event.ignore()
            return
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._services.acts.run(set_setting, key=GEOMETRY, value=geometry)
        if not stays:
            self.closed.emit()
        super().closeEvent(event)


def _first_stop(pane: QWidget) -> QWidget:
    """The first thing in a pane that Tab would stop at."""
    widget: QWidget | None = pane
    while widget is not None:
        inside = widget is pane or pane.isAncestorOf(widget)
        if inside and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            return widget
        widget = widget.nextInFocusChain()
        if widget is pane:
            break
    return pane
