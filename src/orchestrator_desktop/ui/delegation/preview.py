"""Exactly what leaves the computer, in full, before it does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from orchestrator_desktop.domain.messages import Message
from orchestrator_desktop.operations.weighing import Weight
from orchestrator_desktop.providers.address import host
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.delegation.amounts import about_cost
from orchestrator_desktop.ui.delegation.exact import ExactText, Part, Piece
from orchestrator_desktop.ui.delegation.marking import parts
from orchestrator_desktop.ui.names import provider_name
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.button import Button, Kind
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.overlay import Overlay, Sheet
from orchestrator_desktop.ui.widgets.sheets import foot_row, sheet_column
from orchestrator_desktop.ui.widgets.text_edit import LineField

WIDTH: Final = 720
_HEIGHT: Final = 680
_PAIRS: Final = 4
"""Lines of what was replaced before they scroll."""
_FIELD: Final = 200
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Preview(Overlay):
    """A panel 720 px wide over the window with the text of the request, read-only, selectable. One for each showing.

    `agreed` when the user, asked whether to send, says so; the panel is closed then."""

    agreed = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        self._panel_box = Sheet(theme)
        super().__init__(theme, window, self._panel_box)
        self._build(theme)
        self._connect()

    def _build(self, theme: Theme) -> None:
        self._title = Label(theme, "", style="title")
        self._note = Label(theme, "", token="text-3", wrap=True)
        self.text = ExactText(theme)
        self._legend = Label(theme, "", style="meta", token="text-2", wrap=True)
        self._pairs = _Pairs(theme)
        self._outside = Label(theme, "", style="meta", token="warn-text", wrap=True)
        self._find = LineField(theme)
        self._find.setFixedWidth(_FIELD)
        self._close = Button(theme, "", keys=("Esc",))
        self._send = Button(theme, "", kind=Kind.PRIMARY, keys=("↵",))
        self._send.hide()
        column = sheet_column(self._panel_box)
        column.addWidget(self._title)
        column.addWidget(self._note)
        column.addWidget(self.text, 1)
        extras: tuple[QWidget, ...] = (self._outside, self._legend, self._pairs)
        for extra in extras:
            extra.hide()
            column.addWidget(extra)
        column.addLayout(foot_row(self._find, self._close, self._send))

    def _connect(self) -> None:
        self._close.clicked.connect(self.close_overlay)
        self._send.clicked.connect(self._agree)
        self._find.returnPressed.connect(self._find_next)
        self.placed.connect(self._place)
        self.closed.connect(self.deleteLater)

    def show_text(self, title: str, note: str, text: str) -> None:
        """Open with `text` as it stands."""
        self._open(title, note, (Part("", (Piece(text),)),), sends=False)

    def show_request(self, weight: Weight, locale: QLocale, *, sends: bool = False, note: str = "") -> None:
        """Open with a request as it would leave now: its text by parts, where it goes, its size and its cost. With
        `sends` the user is asked whether to send it; `note` is said first."""
        name = provider_name(weight.provider.name)
        facts = f"{_where(weight)} · {_size(weight, locale)}"
        said = f"{note}\n{facts}" if note else facts
        title = self.tr("What %1 receives").replace("%1", name)
        self._show_messages(title, said, weight.what.messages, weight.what.replaced, sends=sends)

    def show_sent(self, title: str, note: str, messages: Sequence[Message], replaced: Mapping[str, str]) -> None:
        """Open with a request that has left, as it was stored before; `note` says where it went."""
        self._show_messages(title, note, messages, replaced, sends=False)

    def _show_messages(
        self, title: str, note: str, messages: Sequence[Message], replaced: Mapping[str, str], *, sends: bool
    ) -> None:
        shown = parts(messages, replaced)
        self._say_replaced(replaced)
        if any(piece.outside for part in shown for piece in part.pieces):
            marked = self.tr("Marked at the left: text from outside. The model is told that it is no instruction.")
            self._outside.setText(marked)
            self._outside.show()
        self._open(title, note, shown, sends=sends)

    def _open(self, title: str, note: str, shown: tuple[Part, ...], *, sends: bool) -> None:
        self._title.setText(title)
        self._note.setText(note)
        self.text.setAccessibleName(title)
        self.text.show_parts(shown)
        self._find.setPlaceholderText(self.tr("Find"))
        self._find.setAccessibleName(self.tr("Find"))
        self._close.setText(self.tr("Back") if sends else self.tr("Close"))
        self._send.setText(self.tr("Send"))
        self._send.setVisible(sends)
        self.open()
        self.text.setFocus(Qt.FocusReason.PopupFocusReason)

    def _say_replaced(self, replaced: Mapping[str, str]) -> None:
        self._legend.setText(self.tr("Underlined: replaced before sending, put back in the answer. These stay here:"))
        self._pairs.show_pairs([f"{placeholder}  {original}" for placeholder, original in replaced.items()])
        self._legend.setVisible(bool(replaced))
        self._pairs.setVisible(bool(replaced))

    def _find_next(self) -> None:
        self.text.find_next(self._find.text())

    def _agree(self) -> None:
        self.close_overlay()
        self.agreed.emit()

    def _place(self) -> None:
        width = min(WIDTH, self.width() - 48)
        height = min(_HEIGHT, self.height() - 48)
        self._panel_box.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Ctrl Enter opened it: the second half of a double press is not for it.
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and not event.isAutoRepeat()
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER and plain and not self._send.isHidden() and not self._find.hasFocus():
            self._agree()
        elif event.key() == Qt.Key.Key_F and control:
            self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)


class _Pairs(QPlainTextEdit):
    """Placeholders and what they stand for, a line each; more than a few scroll."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        theme.changed.connect(self._fit)

    def show_pairs(self, pairs: list[str]) -> None:
        self.setPlainText("\n".join(pairs))
        self._fit()

    def _fit(self) -> None:
        font = self._theme.font("meta")
        self.setFont(font)
        lines = min(_PAIRS, self.document().blockCount())
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 20)


def _where(weight: Weight) -> str:
    """The host that gets it, and the model there."""
    provider, model = weight.provider, weight.model.replace("\\", "/").rpartition("/")[2]
    here = QCoreApplication.translate("Preview", "This computer") if not provider.leaves_computer else ""
    address = host(provider.base_url) if provider.base_url else ""
    return " · ".join(part for part in (here, address, model) if part)


def _size(weight: Weight, locale: QLocale) -> str:
    tokens = QCoreApplication.translate("Preview", "about %1 tokens")
    size = QCoreApplication.translate("Preview", "%1 bytes").replace("%1", formats.count(weight.size, locale))
    unknown = QCoreApplication.translate("TaskPanel", "price unknown")
    cost = unknown if weight.cost is None else about_cost(weight.cost, locale)
    return " · ".join((tokens.replace("%1", formats.count(weight.tokens, locale)), size, cost))
