"""Asks for the new keys of an act: they are pressed, shown, and compared with those of all others."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.ui.key_words import STEPS, caps, is_single_letter, pressed, without_twins
from orchestrator_desktop.ui.paint import draw_box, draw_key_caps, draw_text, key_name
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.key_list import key_words
from orchestrator_desktop.ui.settings.key_plan import Plan, plan
from orchestrator_desktop.ui.shortcuts import Binding
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import Button, Kind
from orchestrator_desktop.ui.widgets.choice import CheckBox
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.overlay import Overlay, Sheet
from orchestrator_desktop.ui.widgets.sheets import foot_row, place_question, sheet_column

WIDTH = 480


class KeyCapture(QWidget):
    """A field that takes keys instead of letters. Tab, Enter, Esc and Backspace keep their meaning."""

    changed = Signal()
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._steps: list[str] = []
        self.placeholder = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        theme.changed.connect(self.updateGeometry)

    @property
    def key(self) -> str:
        """What was pressed, as Shortcuts takes it."""
        return ", ".join(self._steps)

    def clear(self) -> None:
        self._set([])

    def _set(self, steps: list[str]) -> None:
        self._steps = steps
        self.update()
        self.changed.emit()

    def sizeHint(self) -> QSize:
        return QSize(200, self._theme.grown(40, "body"))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # nothing that is pressed here acts
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif plain and event.key() == Qt.Key.Key_Backspace:
            self._set(self._steps[:-1])
        elif plain and event.key() == Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif (step := pressed(event)) and not event.isAutoRepeat():
            self._set([*self._steps, step] if len(self._steps) < STEPS else [step])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, rect = self._theme, QRectF(self.rect())
        edge, width = ("focus", 2) if self.hasFocus() else ("line-control", theme.edge)
        draw_box(painter, theme.tokens, rect, fill="surface", edge=edge, radius=8, width=width)
        inner = rect.adjusted(12, 0, -12, 0)
        if self._steps:
            draw_key_caps(painter, theme, inner, caps(self.key), token="text")
        else:
            draw_text(painter, theme, inner, self.placeholder, token="text-3")
        painter.end()


class KeyAsk(Overlay):
    """The sheet. `decided(Plan)` where the user keeps what was pressed, `standard(Binding)` where not."""

    decided = Signal(object)
    standard = Signal(object)

    def __init__(self, services: Services, window: QWidget) -> None:
        self._box = Sheet(services.theme)
        super().__init__(services.theme, window, self._box)
        self._services = services
        self._act: Binding | None = None
        self._plan: Plan | None = None
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self._title = Label(theme, "", style="title", wrap=True)
        self._how = Label(theme, "", style="meta", token="text-3", wrap=True)
        self.capture = KeyCapture(theme)
        self.keep = CheckBox(theme, "")
        self.words = Label(theme, "", style="meta", token="text-2", wrap=True)
        self.back = Button(theme, "")
        self.cancel = Button(theme, "")
        self.save = Button(theme, "", kind=Kind.PRIMARY)
        self._column = column = sheet_column(self._box)
        column.addWidget(self._title)
        column.addWidget(self.capture)
        column.addWidget(self._how)
        column.addWidget(self.keep)
        column.addWidget(self.words)
        column.addSpacing(4)
        column.addLayout(foot_row(self.back, self.cancel, self.save))

    def _connect(self) -> None:
        self.capture.changed.connect(self._look)
        self.capture.entered.connect(self._decide)
        self.keep.toggled.connect(lambda _on: self._look())
        self.cancel.clicked.connect(self.close_overlay)
        self.save.clicked.connect(self._decide)
        self.back.clicked.connect(self._reset)
        self.placed.connect(self._place)

    def ask(self, act: Binding) -> None:
        """Open for an act whose keys may change."""
        self._act = act
        self._retranslate()
        self.keep.setChecked(False)
        self.keep.setVisible(bool(act.keys))
        self.back.setVisible(act.keys != act.standard)
        self.capture.clear()
        self.open()
        self.capture.setFocus(Qt.FocusReason.PopupFocusReason)

    def _look(self) -> None:
        """What it would mean to keep what was pressed."""
        key, act = self.capture.key, self._act
        self._plan = plan(self._services.shortcuts, act, key, keep=self.keep.isChecked()) if act and key else None
        made = self._plan
        swaps = made is not None and made.loser is not None
        self.save.setText(self.tr("Exchange") if swaps else self.tr("Keep"))
        self.save.setEnabled(made is not None and (made.free or swaps))
        words = "" if made is None else self._words(made)
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.capture.setAccessibleDescription(". ".join(filter(None, (_spoken(key), words))))
        self._place()

    def _words(self, made: Plan) -> str:
        if made.loser is not None:
            has = self.tr("“%1” has these keys in %2.")
            said = has.replace("%1", key_words(made.loser.name)).replace("%2", key_words(made.loser.where))
            if not made.left:
                return " ".join([said, self.tr("It would have none then.")])
            gets = self.tr("It would have %1 then.")
            return f"{said} {gets.replace('%1', ', '.join(map(_spoken, without_twins(made.left))))}"
        if len(made.clashes) == 1:
            return self.tr("“%1” has these keys here, and keeps them.").replace("%1", key_words(made.clashes[0].name))
        if made.clashes:
            names = ", ".join(key_words(one.name) for one in made.clashes[:3])
            return self.tr("%n others have keys that begin so: %1…", "", len(made.clashes)).replace("%1", names)
        if is_single_letter(self.capture.key) and not self._services.shortcuts.single_letters:
            return self.tr("Single letters are off: these keys act once they are on.")
        return ""

    def _decide(self) -> None:
        if self._plan is not None and self.save.isEnabled():
            self.close_overlay()
            self.decided.emit(self._plan)

    def _reset(self) -> None:
        self.close_overlay()
        self.standard.emit(self._act)

    def _place(self) -> None:
        place_question(self, self._box, self._column, WIDTH)

    def _retranslate(self) -> None:
        name = key_words(self._act.name) if self._act else ""
        self._title.setText(self.tr("New keys for “%1”").replace("%1", name))
        self.capture.placeholder = self.tr("Press the new keys")
        self.capture.setAccessibleName(self.tr("New keys for “%1”").replace("%1", name))
        self._how.setText(
            self.tr("One after the other where you like, as G then T. Backspace takes the last one away, Enter keeps.")
        )
        present = ", ".join(map(_spoken, without_twins(self._act.keys))) if self._act else ""
        self.keep.setText(self.tr("Keep %1 too").replace("%1", present))
        self.back.setText(self.tr("Usual keys"))
        self.cancel.setText(self.tr("Cancel"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _spoken(key: str) -> str:
    """ "Ctrl K", "G T": as the caps say it."""
    return " ".join(map(key_name, caps(key)))
