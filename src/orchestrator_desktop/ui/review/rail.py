"""The rail beside a result: when it is done, what was asked, and what in it can be checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from orchestrator_desktop.domain.claims import asked_length, changed_numbers, count_words, links
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.document.links import Verdict, judge_link
from orchestrator_desktop.ui.paint import UiState, draw_state, state_name
from orchestrator_desktop.ui.review.case import Origin
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import Button, Kind
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import Divider, Panel

WIDTH = 320
_NO_LIMIT = (1 << 24) - 1
"""Qt's own largest size of a widget."""
_LONG = 42
"""Characters of an address that fit."""
_MOST = 12
"""Links and numbers listed before "and N more"."""


class Rail(Panel):
    """Sections that have something to say, in a column that scrolls."""

    link_clicked = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services.theme, "surface", line=Qt.Edge.LeftEdge, parent=parent)
        self._services = services
        self._origin: Origin | None = None
        self._before = ""
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 0, 0)
        outer.addWidget(self._scroll)

    def show_version(self, origin: Origin, before: str) -> None:
        """`before` is the text of the version before, empty for the first."""
        self._origin, self._before = origin, before
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(0)
        for title, rows in self._sections(origin):
            if column.count():
                column.addSpacing(20)
            column.addWidget(Label(self._services.theme, title, style="meta", weight=600))
            column.addSpacing(4)
            for row in rows:
                column.addWidget(row)
        column.addStretch(1)
        self._scroll.setWidget(inside)

    def place(self, *, below: bool, room: int) -> None:
        """Beside the document, or below it: then it takes what it needs, up to a third of the `room`."""
        self.set_line(Qt.Edge.TopEdge if below else Qt.Edge.LeftEdge)
        if not below:
            self.setFixedWidth(round(WIDTH * self._services.theme.scale))
            self.setMinimumHeight(0)
            self.setMaximumHeight(_NO_LIMIT)
            return
        self.setMinimumWidth(0)
        self.setMaximumWidth(_NO_LIMIT)
        inside = self._scroll.widget()
        wanted = inside.heightForWidth(self._scroll.width()) + 1 if inside is not None else 0
        self.setFixedHeight(min(wanted, room // 3))

    def _sections(self, origin: Origin) -> list[tuple[str, list[QWidget]]]:
        text, version = origin.result.text, f"v{origin.result.version}"
        words = count_words(text)
        criteria = origin.brief.done_when if origin.brief else ()
        found: list[tuple[str, list[QWidget]]] = []
        if criteria:
            found.append((self.tr("Done when"), self._criteria(criteria, words)))
        if origin.asked:
            title = self.tr("You asked for %1").replace("%1", version)
            found.append((title, [_Quote(self._services.theme, origin.asked)]))
        if not any(asked_length(criterion) for criterion in criteria):
            found.append((self.tr("Length"), [self._words(self.tr("%n word(s)", "", words))]))
        if addresses := links(text):
            found.append((self.tr("Links in this text"), self._links(addresses)))
        if self._before:
            found += self._numbers(*changed_numbers(self._before, text))
        return found

    def _criteria(self, criteria: Sequence[str], words: int) -> list[QWidget]:
        rows: list[QWidget] = []
        for criterion in criteria:
            if rows:
                rows.append(Divider(self._services.theme))
            length = asked_length(criterion)
            if length is None:
                rows.append(Criterion(self._services.theme, UiState.READY, criterion, ""))
                continue
            met = length.met_by(words)
            measured = self.tr("Measured: %n word(s)", "", words)
            said = state_name(UiState.MET) if met else self.tr("Not met")
            state = UiState.MET if met else UiState.REJECTED
            rows.append(Criterion(self._services.theme, state, criterion, measured, said))
        return rows

    def _links(self, addresses: Sequence[str]) -> list[QWidget]:
        rows: list[QWidget] = []
        for address in addresses[:_MOST]:
            link = judge_link(address)
            if link.verdict is Verdict.REFUSE:
                rows.append(Label(self._services.theme, address[:200], style="meta", token="text-3"))
                continue
            shown = address.removeprefix("mailto:").removeprefix("https://").removeprefix("http://").rstrip("/")
            button = Button(self._services.theme, _middle_cut(shown), kind=Kind.LINK)
            button.setToolTip(address)
            button.setAccessibleDescription(address)
            button.clicked.connect(lambda _checked=False, address=address: self.link_clicked.emit(address))
            rows.append(_left(button))
        return rows + self._more(len(addresses))

    def _numbers(self, gone: Sequence[str], come: Sequence[str]) -> list[tuple[str, list[QWidget]]]:
        rows: list[QWidget] = []
        if come:
            rows.append(self._words(self.tr("New: %1").replace("%1", self._listed(come))))
        if gone:
            rows.append(self._words(self.tr("Gone: %1").replace("%1", self._listed(gone))))
        return [(self.tr("Numbers that changed"), rows)] if rows else []

    def _listed(self, numbers: Sequence[str]) -> str:
        """Separated by a wide mark: a comma may stand within a number."""
        shown = " · ".join(numbers[:_MOST])
        return shown if len(numbers) <= _MOST else f"{shown} …"

    def _more(self, count: int) -> list[QWidget]:
        if count <= _MOST:
            return []
        number = formats.count(count - _MOST, self._services.languages.locale)
        return [self._words(self.tr("and %1 more").replace("%1", number))]

    def _words(self, words: str) -> Label:
        return Label(self._services.theme, words, style="meta", token="text-2", wrap=True)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._origin is not None:
            self.show_version(self._origin, self._before)
        super().changeEvent(event)


class Criterion(QWidget):
    """A done-when line: its state, the words, and who judged it."""

    def __init__(self, theme: Theme, state: UiState, words: str, judge: str, said: str = "") -> None:
        """`said` is the state in words; nothing where nobody has judged yet."""
        super().__init__()
        self.setAccessibleName(", ".join(filter(None, (words, said, judge))))
        lines: Iterable[Label] = (
            Label(theme, words, weight=500, wrap=True),
            *([Label(theme, judge, style="meta", token="text-3", tabular=True)] if judge else []),
        )
        column = QVBoxLayout()
        column.setSpacing(0)
        for line in lines:
            column.addWidget(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(10)
        row.addWidget(_Glyph(theme, state), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)


class _Glyph(QWidget):
    """A state's glyph on the first line of its words."""

    def __init__(self, theme: Theme, state: UiState) -> None:
        super().__init__()
        self._theme = theme
        self._state = state
        theme.changed.connect(self._resize)
        self._resize()

    def _resize(self) -> None:
        self.setFixedSize(16, self._theme.line_height("body"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = QRectF(0, (self.height() - 16) // 2, 16, 16)
        token = "warn-text" if self._state is UiState.REJECTED else None
        draw_state(painter, self._theme.tokens, place, self._state, token=token)
        painter.end()


class _Quote(QWidget):
    """The user's own words, with a line at their left."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 0, 4)
        column.addWidget(Label(theme, words, style="meta", token="text-2", wrap=True))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 4, 2, self.height() - 8), self._theme.tokens.line_strong)
        painter.end()


def _middle_cut(address: str) -> str:
    """Its host whole where it can be, and its end."""
    return address if len(address) <= _LONG else f"{address[: _LONG - 12]}…{address[-11:]}"


def _left(widget: QWidget) -> QWidget:
    """The widget at its own width, its words in line with the others."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addSpacing(-3)
    row.addWidget(widget)
    row.addStretch(1)
    return holder
