"""The key of a provider: typed once, then only its last characters are shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.ui.paint import draw_box, draw_text
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.button import Kind as Weight
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.text_edit import LineField

_DOTS = 16
WIDTH = 304
"""Of the key's field, and of the words that stand over or under it."""


def read_key(text: str) -> Secret | None:
    """The key in what was typed or pasted; None for what no key can be."""
    key = text.strip()
    return Secret(key) if key and key.isascii() and key.isprintable() and " " not in key else None


class StoredKey(QWidget):
    """Dots, the last characters, a padlock: there is a key, and it cannot be read here."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tail = ""
        theme.changed.connect(self._resize)
        self._resize()

    def _resize(self) -> None:
        self.setMaximumWidth(round(WIDTH * self._theme.scale))
        self.updateGeometry()

    def set_tail(self, tail: str) -> None:
        self._tail = tail
        words = self.tr("Key ending in %1").replace("%1", tail) if tail else self.tr("A key is kept")
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, self._theme.grown(32, "body"))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, rect = self._theme, QRectF(self.rect())
        draw_box(painter, theme.tokens, rect, fill="surface", edge="line-control", width=theme.edge)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.tokens.surface)
        painter.setBrush(theme.tokens.text_3)
        x = rect.left() + 12
        for _ in range(_DOTS):
            painter.drawEllipse(QRectF(x, round(rect.center().y()) - 2.5, 5, 5))
            x += 7.4
        words = QRectF(x + 6, rect.top(), rect.right() - x - 40, rect.height())
        draw_text(painter, theme, words, self._tail, tabular=True)
        lock = QRectF(rect.right() - 26, round(rect.center().y() - 8), 16, 16)
        theme.draw_icon(painter, lock, "padlock", "text-2")
        painter.end()


class KeyRow(QWidget):
    """`given(Secret)`: a new key; the field is empty again by then. `removed`: forget the one there is. `asked`: where
    is one to be had?"""

    given = Signal(object)
    removed = Signal()
    asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._has_key = False
        self._replacing = False
        self._page = False
        self._words = ""
        self._build()
        self._connect()
        self._retranslate()
        self._resize()
        self._show(typing=True)

    def _resize(self) -> None:
        self.field.setMaximumWidth(round(WIDTH * self._theme.scale))

    def _build(self) -> None:
        self._stored = StoredKey(self._theme)
        self.field = LineField(self._theme)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.save = Button(self._theme, "")
        self.replace = Button(self._theme, "")
        self.remove = Button(self._theme, "", kind=Weight.PLAIN)
        self.cancel = Button(self._theme, "", kind=Weight.PLAIN)
        self.link = Button(self._theme, "", kind=Weight.LINK, icon="arrow-up-right")
        self.note = Label(self._theme, "", style="micro", token="text-3", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._stored, 3)
        row.addWidget(self.field, 3)
        for button in (self.save, self.replace, self.remove, self.cancel, self.link):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.note)

    def _connect(self) -> None:
        self.save.clicked.connect(self._give)
        self.field.returnPressed.connect(self._give)
        self.field.textChanged.connect(self._typed)
        self.replace.clicked.connect(self.write)
        self.cancel.clicked.connect(self._cancel)
        self.remove.clicked.connect(self.removed)
        self.link.clicked.connect(self.asked)
        self._theme.changed.connect(self._resize)

    def show_key(self, *, has_key: bool, tail: str, words: str, page: bool = False) -> None:
        """Show whether there is a key. `words` say where it is, or what to do; what is being typed stays. `page`: it is
        known where keys of this kind are had."""
        self._has_key, self._words, self._page = has_key, words, page
        self._stored.set_tail(tail)
        self.note.setText(words)
        self._show(typing=not has_key or self._replacing or bool(self.field.text()))

    @property
    def first(self) -> QWidget:
        """Where the focus goes: the field, or the button that opens it."""
        return self.replace if self.field.isHidden() else self.field

    def write(self) -> None:
        """Let a key be typed, another one where there is one."""
        self._replacing = True
        self._show(typing=True, focus=True)

    def _cancel(self) -> None:
        self._replacing = False
        self._show(typing=False, focus=True)

    def reset(self) -> None:
        """Another provider: nothing that was typed stays."""
        self._replacing = False
        self.field.setText("")
        self._show(typing=not self._has_key)

    def _show(self, *, typing: bool, focus: bool = False) -> None:
        if not typing:
            self.field.setText("")
        for widget, shown in (
            (self._stored, not typing),
            (self.replace, not typing),
            (self.remove, not typing),
            (self.field, typing),
            (self.save, typing),
            (self.cancel, typing and self._has_key),
            (self.link, typing and not self._has_key and self._page),
        ):
            widget.setVisible(shown)
        if focus:
            (self.field if typing else self.replace).setFocus()
        self._typed()

    def _typed(self) -> None:
        text = self.field.text()
        bad = bool(text.strip()) and read_key(text) is None
        self.save.setEnabled(bool(text.strip()) and not bad)
        self.note.setText(
            self.tr("That is not a key: it holds blanks or characters that no key has.") if bad else self._words
        )

    def _give(self) -> None:
        key = read_key(self.field.text())
        if key is None:
            return
        self._replacing = False
        # A new text, not cleared: clearing could be undone in the field.
        self.field.setText("")
        self.given.emit(key)

    def _retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Paste the key"))
        self.field.setAccessibleName(self.tr("Key"))
        self.save.setText(self.tr("Save and test"))
        self.replace.setText(self.tr("Replace…"))
        self.remove.setText(self.tr("Remove"))
        self.cancel.setText(self.tr("Cancel"))
        self.link.setText(self.tr("Where to get a key"))
        self._typed()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
