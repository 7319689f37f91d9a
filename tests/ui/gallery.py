"""Every glyph and widget on one page, for eyes.

`python tests/ui/gallery.py` opens it; `… OUT.png [light|dark] [scale] [menu]` draws it into a file.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.system.resources import resource
from orchestrator_desktop.ui.paint import (
    Connection,
    Series,
    UiState,
    Who,
    draw_app_mark,
    draw_avatar,
    draw_connection,
    draw_level,
    draw_score,
    draw_series,
    draw_sparkline,
    draw_state,
    level_name,
)
from orchestrator_desktop.ui.theme import Theme, ThemeSetting
from orchestrator_desktop.ui.widgets.button import Button, IconButton, Kind
from orchestrator_desktop.ui.widgets.chip import Chip, ChipList
from orchestrator_desktop.ui.widgets.choice import CheckBox, RadioButton, Switch
from orchestrator_desktop.ui.widgets.combo import AVATAR_ROLE, DETAIL_ROLE, ICON_ROLE, ComboBox
from orchestrator_desktop.ui.widgets.editable_list import EditableList
from orchestrator_desktop.ui.widgets.label import Label, empty_label
from orchestrator_desktop.ui.widgets.layout import ActionBar, Divider, FlowLayout, HeadBar, LabelledRow, Panel
from orchestrator_desktop.ui.widgets.list_view import ListView
from orchestrator_desktop.ui.widgets.popup_menu import MenuItem, PopupMenu
from orchestrator_desktop.ui.widgets.rows import TaskRow, draw_group_header, draw_task_row, header_height, row_height
from orchestrator_desktop.ui.widgets.segmented import Segment, Segmented
from orchestrator_desktop.ui.widgets.small import Figure, FiguresStrip, KeyCaps, Pill, ProgressBar, Step, Steps
from orchestrator_desktop.ui.widgets.tabs import Tabs
from orchestrator_desktop.ui.widgets.text_edit import AutoTextEdit, LineField
from orchestrator_desktop.ui.widgets.toast import Toast

ROWS = (
    "AI alone",
    TaskRow(Level.AI_ALONE, "Sort the 38 September support tickets by theme", "Customers · Today", UiState.READY),
    TaskRow(Level.AI_ALONE, "Transcribe and summarise Friday’s call with Meridian", "Customers", UiState.NEW),
    TaskRow(Level.YOU_AND_AI, "Rewrite the onboarding emails for trial users", "Marketing · Today", UiState.READY),
    TaskRow(Level.YOU_AND_AI, "First answer to the Arbor procurement questionnaire", "Finance", UiState.RETURNED),
    TaskRow(Level.YOU_ONLY, "Decide whether the free plan keeps exports", "Product · Asked by Léa", UiState.YOURS),
)


class Canvas(QWidget):
    """Whatever a function paints."""

    def __init__(self, size: QSize, paint: Callable[[QPainter], None]) -> None:
        super().__init__()
        self._paint = paint
        self.setFixedSize(size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint(painter)
        painter.end()


class Rows(QStyledItemDelegate):
    """ROWS, painted."""

    def __init__(self, theme: Theme, view: ListView) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        header = isinstance(ROWS[index.row()], str)
        return QSize(100, header_height(self._theme) if header else row_height(self._theme))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = ROWS[index.row()]
        self.initStyleOption(option, index)
        if isinstance(row, str):
            draw_group_header(painter, self._theme, option, row, 2)
        else:
            draw_task_row(painter, self._theme, option, row)


def glyphs(theme: Theme) -> QWidget:
    def paint(painter: QPainter) -> None:
        for place, size in enumerate((18, 16, 14)):
            for number, level in enumerate(Level):
                draw_level(painter, theme, QRectF(4 + number * 24, 4 + place * 24, size, size), level)
        for place, size in enumerate((16, 14, 12)):
            for number, state in enumerate(UiState):
                spot = QRectF(90 + number * 24, 4 + place * 24, size, size)
                draw_state(painter, theme.tokens, spot, state, progress=0.35)
        for number, who in enumerate(Who):
            draw_avatar(painter, theme, QRectF(4 + number * 24, 80, 18, 18), who, "Copywriter")
        for number, series in enumerate(Series):
            draw_series(painter, theme.tokens, QRectF(90 + number * 24, 83, 12, 12), series)
            draw_series(painter, theme.tokens, QRectF(170 + number * 24, 78, 14, 40), series, radius=0)
        for number, connection in enumerate(Connection):
            draw_connection(painter, theme.tokens, QRectF(250 + number * 24, 85, 8, 8), connection)
        draw_score(painter, theme.tokens, QRectF(330, 80, 60, 16), 3)
        draw_sparkline(painter, theme.tokens, QRectF(400, 76, 64, 24), [3, 3.5, 3, 4, 5, 4.5, 6, 7])
        draw_app_mark(painter, theme.tokens, QRectF(480, 80, 16, 16))

    return Canvas(QSize(540, 122), paint)


def icons(theme: Theme) -> QWidget:
    names = sorted(file.stem for file in resource("icons").glob("*.svg") if file.stem != "app")

    def paint(painter: QPainter) -> None:
        for number, name in enumerate(names):
            theme.draw_icon(painter, QRectF(4 + number % 22 * 24, 4 + number // 22 * 24, 16, 16), name)

    return Canvas(QSize(540, 24 * (len(names) // 22 + 1) + 4), paint)


def row(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return holder


def buttons(theme: Theme) -> list[QWidget]:
    off = Button(theme, "Delegate", kind=Kind.PRIMARY, keys=("Ctrl", "↵"))
    off.setEnabled(False)
    held = Button(theme, "Escalate", icon="chevron-up", keys=("X",))
    held.setDown(True)
    return [
        row(Button(theme, "Delegate", kind=Kind.PRIMARY, keys=("Ctrl", "↵")), off, held),
        row(
            Button(theme, "Reject", kind=Kind.DANGER, keys=("Del",)),
            Button(theme, "Ask for revision", keys=("R",)),
            Button(theme, "Brief", icon="file-text", small=True),
            Button(theme, "Remove", kind=Kind.PLAIN),
            IconButton(theme, "panel", "Panel"),
            IconButton(theme, "dots", "More"),
        ),
    ]


def level_choice(theme: Theme) -> Segmented:
    choice = Segmented(theme, [Segment(level, level_name(level), level=level) for level in Level])
    choice.set_value(Level.YOU_AND_AI)
    choice.set_suggested(Level.AI_ALONE)
    return choice


def combo(theme: Theme) -> ComboBox:
    model = QStandardItemModel()
    for name, detail, role, sign in (
        ("Copywriter", "Claude Haiku 4.5 · Anthropic", AVATAR_ROLE, Who.SPECIALIST),
        ("Email sequence", "v4 · accepted 5 times of 6", ICON_ROLE, "book"),
    ):
        item = QStandardItem(name)
        item.setData(detail, DETAIL_ROLE)
        item.setData(sign, role)
        model.appendRow(item)
    box = ComboBox(theme, model)
    model.setParent(box)
    return box


def chips(theme: Theme) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder)
    flow.addWidget(Chip(theme, "Trial funnel, September", icon="file-text", detail="512", removable=True))
    flow.addWidget(Chip(theme, "Tone of voice", icon="file-text", detail="318", removable=True))
    flow.addWidget(Chip(theme, "Current emails", icon="mail", detail="248", removable=True))
    flow.addWidget(Chip(theme, "Today 16:00", icon="calendar"))
    flow.addWidget(Chip(theme, "You + AI", level=Level.YOU_AND_AI))
    return holder


def form(theme: Theme) -> QLayout:
    column = QVBoxLayout()
    column.setSpacing(12)
    to = Segmented(theme, [Segment(1, "Specialist", icon="robot"), Segment(2, "Person", icon="person"),
                           Segment(3, "Compare several", icon="compare")])  # fmt: skip
    to.set_value(1)
    objective = AutoTextEdit(theme, min_lines=2)
    objective.set_text("Rewrite the four onboarding emails so that a trial user invites one teammate before day 7.")
    rules = ChipList(theme, "Add a constraint")
    rules.set_items(["No discount", "No urgency words", "Plain English"])
    done = EditableList(theme, "What must be true of the result?")
    done.set_items(["Each email asks for one action only", "Under 120 words each"], ["Critic", "Measured"])
    for text, control, first in (
        ("Level", level_choice(theme), 32),
        ("To", to, 32),
        ("Playbook", combo(theme), 32),
        ("Objective", objective, 32),
        ("Context", chips(theme), 24),
        ("Constraints", rules, 24),
        ("Done when", done, 24),
        ("Key", LineField(theme, placeholder="Paste a key", prefix="$"), 32),
    ):
        column.addWidget(LabelledRow(theme, text, control, first_line=first))
    return column


def task_list(theme: Theme) -> ListView:
    model = QStandardItemModel()
    for data in ROWS:
        item = QStandardItem(data if isinstance(data, str) else data.title)
        item.setSelectable(not isinstance(data, str))
        model.appendRow(item)
    view = ListView(theme)
    model.setParent(view)
    view.setModel(model)
    view.setItemDelegate(Rows(theme, view))
    view.setFixedSize(528, 310)
    view.setCurrentIndex(model.index(3, 0))
    return view


def small(theme: Theme) -> list[QWidget]:
    figures = FiguresStrip(theme)
    figures.set_figures([Figure("Écoulé", "0:09", "reste environ 0:21"), Figure("Reçu", "242 jetons", "sur 900")])
    steps = Steps(theme)
    steps.set_steps([
        Step(UiState.DONE, "Contexte", "1 284 jetons"),
        Step(UiState.RUNNING, "Rédaction", "e-mail 2 sur 4", 0.3),
        Step(UiState.READY, "Relecture", "4 critères"),
        Step(UiState.READY, "À vous", "en revue"),
    ])  # fmt: skip
    bar = ProgressBar(theme)
    bar.setValue(36)
    tabs = Tabs(theme)
    for name, time in (("v1", "14:01"), ("v2", "14:06"), ("Appearance", "")):
        tabs.add_tab(name, time)
    tabs.setCurrentIndex(1)
    check, radio, switch = CheckBox(theme, "One action"), RadioButton(theme, "Ask first"), Switch(theme, "Use")
    check.setChecked(True)
    radio.setChecked(True)
    switch.setChecked(True)
    pills = row(*(Pill(theme, state) for state in (UiState.RUNNING, UiState.DONE, UiState.FAILED, UiState.OFFLINE,
                                                   UiState.READY)))  # fmt: skip
    marks = row(check, CheckBox(theme, "Off"), radio, RadioButton(theme, "No"), switch, Switch(theme, "Off"))
    return [figures, steps, bar, tabs, pills, marks, row(KeyCaps(theme, ("Ctrl", "Shift", "V"))), Divider(theme)]


def build(theme: Theme) -> QWidget:
    page = Panel(theme)
    page.resize(1160, 900)
    grid = QGridLayout(page)
    grid.setContentsMargins(24, 24, 24, 24)
    grid.setHorizontalSpacing(32)
    left, right = QVBoxLayout(), QVBoxLayout()
    for widget in (HeadBar(theme, "Inbox", "10 open"), glyphs(theme), icons(theme), task_list(theme), *buttons(theme)):
        left.addWidget(widget)
    left.addStretch(1)
    right.addWidget(Label(theme, "Rewrite the onboarding emails for trial users", style="title"))
    right.addLayout(form(theme))
    for widget in small(theme):
        right.addWidget(widget)
    right.addWidget(empty_label(theme, "Nothing to sort. Press N to add a task."))
    bar = ActionBar(theme)
    bar.add_left(Label(theme, "1,284 tokens to Anthropic", style="meta", weight=600))
    opener = Button(theme, "Escalate", icon="chevron-up", keys=("X",))
    bar.add_right(opener)
    bar.add_right(Button(theme, "Accept", kind=Kind.PRIMARY, keys=("A",)))
    right.addStretch(1)
    right.addWidget(bar)
    grid.addLayout(left, 0, 0)
    grid.addLayout(right, 0, 1)
    menu = PopupMenu(theme, page, [
        MenuItem(1, "To a stronger specialist", "arrow-up-right", None, "Opus 4.5, about $0.03", "1"),
        MenuItem(2, "To a person…", "person", None, "Nora, Tom, Karim", "2"),
        MenuItem(3, "Keep it for myself", None, Level.YOU_ONLY, "Becomes level 3", "3"),
    ])  # fmt: skip
    opener.clicked.connect(lambda: menu.open_for(opener))
    toast = Toast(theme, page)
    toast.show_message("Accepted “Launch email for Tideline 3.2”.", undo=1)
    page.opener = opener  # type: ignore[attr-defined]
    return page


def main(argv: list[str]) -> int:
    app = QApplication(argv[:1])
    out = argv[1] if len(argv) > 1 else ""
    setting = ThemeSetting(argv[2]) if len(argv) > 2 else ThemeSetting.LIGHT
    theme = Theme(app, setting=setting, scale=float(argv[3]) if len(argv) > 3 else 1.0)
    theme.install()
    page = build(theme)
    page.show()
    if not out:
        return app.exec()
    if "menu" in argv:
        page.opener.click()  # type: ignore[attr-defined]
    page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    page.grab().save(out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv))
