"""Labels, fields, chips, lists of lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QStringListModel, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from orchestrator_desktop.ui.paint import text_width
from orchestrator_desktop.ui.theme import Theme, ThemeSetting
from orchestrator_desktop.ui.widgets.button import IconButton
from orchestrator_desktop.ui.widgets.chip import Chip, ChipList
from orchestrator_desktop.ui.widgets.combo import ComboBox
from orchestrator_desktop.ui.widgets.editable_list import EditableList
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import FlowLayout, LabelledRow
from orchestrator_desktop.ui.widgets.text_edit import AutoTextEdit, LineField

Key = Qt.Key
LONG = "Rewrite the four onboarding emails so that a trial user invites one teammate before day 7."


Shown = Callable[..., QWidget]


def test_a_line_that_is_cut_shows_the_whole_in_its_tooltip(theme: Theme, qtbot: QtBot, shown: Shown) -> None:
    label = Label(theme, LONG)
    shown(label, width=120)
    assert label.toolTip() == LONG
    label.setText("Short")
    assert label.toolTip() == ""


def test_a_label_keeps_the_tooltip_it_was_given(theme: Theme, qtbot: QtBot, shown: Shown) -> None:
    label = Label(theme, "Short")
    label.setToolTip("Why")
    shown(label, width=400)
    label.setText("Other")
    assert label.toolTip() == "Why"


def test_a_label_is_as_high_as_its_line(theme: Theme) -> None:
    assert Label(theme, "x", style="title").sizeHint().height() == 24
    theme.set_scale(1.5)
    assert Label(theme, "x", style="title").sizeHint().height() == 36


def test_a_paragraph_takes_a_line_height_for_each_line(theme: Theme) -> None:
    label = Label(theme, LONG, style="meta", wrap=True)
    lines = label.heightForWidth(200) // 16
    assert lines > 1
    assert label.heightForWidth(200) % 16 == 0
    assert label.heightForWidth(2000) == 16


def test_a_label_follows_the_theme(theme: Theme, qtbot: QtBot, shown: Shown) -> None:
    label = Label(theme, "████", token="accent")
    shown(label)

    def inks(color: QColor) -> bool:
        image = label.grab().toImage()
        return any(image.pixelColor(x, image.height() // 2) == color for x in range(30))

    assert inks(theme.tokens.accent)
    theme.set_setting(ThemeSetting.DARK)
    assert inks(theme.tokens.accent)


def test_a_labelled_row_names_its_control(theme: Theme, qtbot: QtBot, shown: Shown) -> None:
    field = LineField(theme)
    row = LabelledRow(theme, "Objective", field)
    shown(row, width=500)
    assert row.label.width() >= text_width(theme, "Terminé quand", "meta") + 8, "the widest label keeps a gap"
    assert QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name) == "Objective"


def test_a_field_has_its_height_with_and_without_the_focus(theme: Theme, qtbot: QtBot, shown: Shown) -> None:
    field = LineField(theme, prefix="$")
    shown(field)
    field.clearFocus()
    resting = field.height()
    field.setFocus()
    assert resting == field.height() == 32


def test_a_text_grows_line_by_line_then_scrolls(theme: Theme, qtbot: QtBot, shown: Shown) -> None:
    edit = AutoTextEdit(theme, min_lines=2, max_lines=4)
    shown(edit)
    assert edit.height() == 2 * 20 + 16
    edit.set_text("1\n2\n3")
    assert edit.height() == 3 * 20 + 16
    edit.set_text("\n".join("123456789"))
    assert edit.height() == 4 * 20 + 16
    assert edit.verticalScrollBar().maximum() > 0


def test_a_text_grows_with_the_font(theme: Theme, qtbot: QtBot, shown: Shown) -> None:
    edit = AutoTextEdit(theme)
    shown(edit)
    theme.set_scale(1.5)
    assert edit.height() == 30 + 16


def test_only_the_user_s_changes_are_edits(theme: Theme, qtbot: QtBot, shown: Shown) -> None:
    edit = AutoTextEdit(theme)
    shown(edit)
    with qtbot.assertNotEmitted(edit.edited):
        edit.set_text("from the store")
        theme.set_setting(ThemeSetting.DARK)
    with qtbot.waitSignal(edit.edited):
        qtbot.keyClicks(edit, "x")


def test_restyling_keeps_what_can_be_undone(theme: Theme, qtbot: QtBot, shown: Shown) -> None:
    edit = AutoTextEdit(theme)
    shown(edit)
    edit.set_text("Kept")
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    qtbot.keyClicks(edit, " and more")
    theme.set_setting(ThemeSetting.DARK)
    edit.undo()
    assert edit.text() == "Kept"


def test_the_same_text_leaves_the_cursor_alone(theme: Theme) -> None:
    edit = AutoTextEdit(theme)
    edit.set_text("one two")
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    edit.set_text("one two")
    assert edit.textCursor().position() == 7


def test_pasted_text_is_plain(theme: Theme) -> None:
    edit = AutoTextEdit(theme)
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("bold")
    edit.insertFromMimeData(data)
    assert edit.text() == "bold"
    assert not edit.textCursor().charFormat().font().bold()


def test_tab_leaves_a_text(theme: Theme, qtbot: QtBot, shown: Shown) -> None:
    holder = QWidget()
    row = QHBoxLayout(holder)
    edit, field = AutoTextEdit(theme), LineField(theme)
    row.addWidget(edit)
    row.addWidget(field)
    shown(holder)
    edit.setFocus()
    with qtbot.waitSignal(edit.left):
        qtbot.keyClick(edit, Key.Key_Tab)
    assert field.hasFocus()


@pytest.fixture
def criteria(theme: Theme, qtbot: QtBot, shown: Shown) -> EditableList:
    lines = EditableList(theme, "What must be true?")
    lines.set_items(["One action", "Under 120 words"], ["Critic", "Measured"])
    shown(lines)
    return lines


def test_enter_adds_a_line_below(criteria: EditableList, qtbot: QtBot) -> None:
    criteria.edits()[0].setFocus()
    qtbot.keyClick(criteria.edits()[0], Key.Key_Return)
    assert len(criteria.edits()) == 3
    assert criteria.edits()[1].hasFocus()
    with qtbot.waitSignal(criteria.changed):
        qtbot.keyClicks(criteria.edits()[1], "No discount")
    assert criteria.items() == ["One action", "No discount", "Under 120 words"]


def test_enter_on_an_empty_line_adds_none(criteria: EditableList, qtbot: QtBot) -> None:
    qtbot.keyClick(criteria.edits()[1], Key.Key_Return)
    qtbot.keyClick(criteria.edits()[2], Key.Key_Return)
    assert len(criteria.edits()) == 3


def test_backspace_takes_an_empty_line_away(criteria: EditableList, qtbot: QtBot) -> None:
    last = criteria.edits()[1]
    last.clear()
    with qtbot.waitSignal(criteria.changed):
        qtbot.keyClick(last, Key.Key_Backspace)
    assert criteria.items() == ["One action"]
    assert criteria.edits()[0].hasFocus()


def test_backspace_in_a_line_with_words_only_deletes_a_letter(criteria: EditableList, qtbot: QtBot) -> None:
    first = criteria.edits()[0]
    first.setFocus()
    first.end(False)
    qtbot.keyClick(first, Key.Key_Backspace)
    assert criteria.items() == ["One actio", "Under 120 words"]


def test_the_last_line_stays_with_its_placeholder(theme: Theme, qtbot: QtBot) -> None:
    lines = EditableList(theme, "What must be true?")
    qtbot.addWidget(lines)
    qtbot.keyClick(lines.edits()[0], Key.Key_Backspace)
    assert [edit.placeholderText() for edit in lines.edits()] == ["What must be true?"]
    assert lines.items() == []


def test_arrows_move_between_lines(criteria: EditableList, qtbot: QtBot) -> None:
    criteria.edits()[0].setFocus()
    qtbot.keyClick(criteria.edits()[0], Key.Key_Down)
    assert criteria.edits()[1].hasFocus()
    qtbot.keyClick(criteria.edits()[1], Key.Key_Up)
    assert criteria.edits()[0].hasFocus()


def test_lines_say_their_place(criteria: EditableList) -> None:
    assert [edit.accessibleName() for edit in criteria.edits()] == ["Line 1 of 2", "Line 2 of 2"]


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_a_removable_chip_goes_by_key(theme: Theme, qtbot: QtBot, key: Qt.Key, shown: Shown) -> None:
    chip = Chip(theme, "Tone of voice", detail="318", removable=True)
    shown(chip)
    chip.setFocus()
    with qtbot.waitSignal(chip.removed):
        qtbot.keyClick(chip, key)
    assert chip.accessibleName() == "Tone of voice, 318"


def test_the_cross_of_a_chip_is_24_px_and_named(theme: Theme, qtbot: QtBot, shown: Shown) -> None:
    chip = Chip(theme, "Tone of voice", removable=True)
    shown(chip)
    cross = chip.findChild(IconButton)
    assert (cross.width(), cross.height()) == (24, 24)
    assert cross.toolTip() == "Remove Tone of voice"
    with qtbot.waitSignal(chip.removed):
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)


def test_a_fixed_chip_cannot_be_removed(theme: Theme, qtbot: QtBot, shown: Shown) -> None:
    chip = Chip(theme, "Today 16:00", icon="calendar")
    shown(chip)
    with qtbot.assertNotEmitted(chip.removed):
        qtbot.keyClick(chip, Key.Key_Delete)
    assert chip.findChild(IconButton) is None


@pytest.fixture
def rules(theme: Theme, qtbot: QtBot, shown: Shown) -> ChipList:
    chips = ChipList(theme, "Add a constraint")
    chips.set_items(["No discount"])
    shown(chips, width=600)
    return chips


def add(chips: ChipList, qtbot: QtBot, text: str) -> None:
    plus = next(b for b in chips.findChildren(IconButton) if b.toolTip() == "Add a constraint")
    qtbot.mouseClick(plus, Qt.MouseButton.LeftButton)
    line = chips.findChild(QLineEdit)
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Key.Key_Return)


def test_the_plus_adds_a_chip(rules: ChipList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rules.changed):
        add(rules, qtbot, "  Plain English ")
    assert rules.items() == ["No discount", "Plain English"]


@pytest.mark.parametrize("text", ["", "   ", "No discount"])
def test_nothing_and_the_same_again_add_no_chip(rules: ChipList, qtbot: QtBot, text: str) -> None:
    with qtbot.assertNotEmitted(rules.changed):
        add(rules, qtbot, text)
    assert rules.items() == ["No discount"]


def test_a_chip_taken_away_leaves_the_list(rules: ChipList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rules.changed):
        rules.findChild(Chip).removed.emit()
    assert rules.items() == []


def test_chips_flow_into_the_next_line(theme: Theme, qtbot: QtBot) -> None:
    holder = QWidget()
    flow = FlowLayout(holder)
    chips = [Chip(theme, f"Constraint {number}") for number in range(4)]
    for chip in chips:
        flow.addWidget(chip)
    qtbot.addWidget(holder)
    width = 2 * chips[0].sizeHint().width() + 6
    assert flow.heightForWidth(width) == 24 + 6 + 24
    assert flow.heightForWidth(4000) == 24
    holder.resize(width, 60)
    holder.show()
    assert [(chip.x() > 0, chip.y()) for chip in chips] == [(False, 0), (True, 0), (False, 30), (True, 30)]


def test_a_combo_is_driven_by_its_model(theme: Theme, qtbot: QtBot, qapp: QApplication, shown: Shown) -> None:
    model = QStringListModel(["Copywriter", "Critic"], qapp)
    combo = ComboBox(theme, model)
    shown(combo)
    combo.setFocus()
    qtbot.keyClick(combo, Key.Key_Down)
    assert combo.currentText() == "Critic"
    model.setStringList([])
    assert combo.currentIndex() == -1
    assert not combo.grab().isNull()
