"""A list at the left, what is chosen in it at the right; below 1120 px the right side opens over the list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.button import Kind as Weight
from orchestrator_desktop.ui.widgets.floating_bar import FloatingBar
from orchestrator_desktop.ui.widgets.layout import Divider
from orchestrator_desktop.ui.widgets.list_view import ListView

NARROW = 1120 - 224
LIST_WIDTH = 319


def lay_out(widget: QWidget | None) -> None:
    """Lay out `widget` and all around it, up to what scrolls. Left to itself Qt asks the outer layouts before the inner
    ones have measured what changed, keeps that height, and never asks again."""
    while widget is not None and not isinstance(widget, QAbstractScrollArea):
        layout = widget.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
        widget.updateGeometry()
        widget = widget.parentWidget()


def first_stop(pane: QWidget) -> QWidget | None:
    """The first thing in `pane` that Tab would stop at."""
    widget = pane.nextInFocusChain()
    while widget is not None and widget is not pane:
        stops = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if stops and pane.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled():
            return widget
        widget = widget.nextInFocusChain()
    return None


class ListDetail(QWidget):
    """Holds `list_view` and a scrolling place for the panes that the owner puts into `detail`."""

    left = Signal()
    """The detail was left for the list."""

    def __init__(
        self, services: Services, list_view: ListView, detail: QWidget, *, above: int = 0, parent: QWidget | None = None
    ) -> None:
        """`above`: room over the first row, where that is no group header."""
        super().__init__(parent)
        self._above = above
        self._services = services
        self._list = list_view
        self._detail = detail
        self._over = False
        self.first: Callable[[], QWidget | None] = lambda: None
        """What gets the focus in the detail; the first stop where that is None."""
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = self._services.theme
        FloatingBar(self._list, above=self._above)
        self._back = Button(theme, "", kind=Weight.PLAIN, icon="chevron-left", small=True)
        self._line = Divider(theme, vertical=True)
        self._right = QWidget()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._detail)
        FloatingBar(scroll)
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(13, 8, 20, 0)
        bar.addWidget(self._back)
        bar.addStretch(1)
        column.addWidget(self._bar)
        column.addWidget(scroll, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addWidget(self._line)
        row.addWidget(self._right, 1)
        self._arrange()
        self._retranslate()

    def _connect(self) -> None:
        self._back.clicked.connect(self.close_detail)
        self._list.opened.connect(lambda _index: self.open_detail())
        self._list.clicked.connect(lambda _index: self.open_detail())
        self._services.theme.changed.connect(self._arrange)
        where, name = QT_TRANSLATE_NOOP("shortcuts", "Settings"), QT_TRANSLATE_NOOP("shortcuts", "Back to the list")
        self._services.shortcuts.bind(self, ["Esc"], self.close_detail, where=where, name=name)

    def open_detail(self) -> None:
        """Show the detail; where it takes the place of the list it gets the focus, which would be lost with it."""
        self._over = True
        self._arrange()
        if self._list.isHidden():
            self.enter()

    def enter(self) -> None:
        """Move the focus into the detail."""
        (self.first() or first_stop(self._detail) or self._back).setFocus(Qt.FocusReason.OtherFocusReason)

    def close_detail(self) -> None:
        self._over = False
        self._arrange()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.left.emit()

    def _arrange(self) -> None:
        narrow = self.width() < NARROW * self._services.theme.scale
        self._list.setVisible(not narrow or not self._over)
        self._right.setVisible(not narrow or self._over)
        self._line.setVisible(not narrow)
        self._bar.setVisible(narrow)
        self._list.setMinimumWidth(0)
        self._list.setMaximumWidth(self.width() if narrow else round(LIST_WIDTH * self._services.theme.scale))
        if not narrow:
            self._list.setMinimumWidth(self._list.maximumWidth())

    def _retranslate(self) -> None:
        self._back.setText(self.tr("Back"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
