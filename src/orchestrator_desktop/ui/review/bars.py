"""The bar under a result, in its three forms: deciding, saying one line, writing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.ui.delegation.leaves import Leaves
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.widgets.button import Button, Kind
from orchestrator_desktop.ui.widgets.label import Label
from orchestrator_desktop.ui.widgets.layout import ActionBar
from orchestrator_desktop.ui.widgets.text_edit import LineField

REVIEW = QT_TRANSLATE_NOOP("shortcuts", "Review")
_LEAST = 640
_LEAVE = QT_TRANSLATE_NOOP("shortcuts", "Back")


class JudgeBar(ActionBar):
    """Reject at the left; Escalate, Ask for revision, Edit and Accept at the right."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        theme = services.theme
        super().__init__(theme, parent=parent)
        self._version = 1
        self._has_draft = False
        self.reject = Button(theme, kind=Kind.DANGER, keys=("Del",))
        self.escalate = Button(theme, icon="chevron-up", keys=("X",))
        self.revise = Button(theme, keys=("R",))
        self.edit = Button(theme, keys=("E",))
        self.accept = Button(theme, kind=Kind.PRIMARY, keys=("A",))
        self.add_left(self.reject)
        for button in (self.escalate, self.revise, self.edit, self.accept):
            self.add_right(button)
        self._acts = {
            self.reject: ("Reject", "Del"),
            self.escalate: ("Escalate, then 1 2 3", "X"),
            self.revise: ("Ask for revision", "R"),
            self.edit: ("Edit", "E"),
            self.accept: ("Accept", "A"),
        }
        self._keys = services.shortcuts
        self._keys.changed.connect(self._fit)
        theme.changed.connect(self._fit)
        self._retranslate()

    def tell(self, version: int, *, has_draft: bool) -> None:
        """`version` is what Accept accepts; `has_draft` says that an edit was begun."""
        self._version, self._has_draft = version, has_draft
        self._retranslate()

    def _retranslate(self) -> None:
        self.reject.setText(self.tr("Reject"))
        self.escalate.setText(self.tr("Escalate"))
        self.revise.setText(self.tr("Ask for revision"))
        self.edit.setText(self.tr("Edit draft") if self._has_draft else self.tr("Edit"))
        self.accept.setText(self.tr("Accept v%1").replace("%1", str(self._version)))
        self._fit()

    def _fit(self) -> None:
        """Where large letters leave no room for all of it, the key caps go first."""
        for button, (name, key) in self._acts.items():
            button.set_keys(self._keys.caps(REVIEW, name, [key]))
        if super().minimumSizeHint().width() > self.width():
            for button in self._acts:
                button.set_keys(())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class AskBar(ActionBar):
    """One line to write, with what leaves the computer below it: Enter sends, Esc goes back and keeps the line."""

    sent = Signal(str)
    typed = Signal()
    left = Signal()
    preview = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services.theme, parent=parent)
        self._services = services
        self._optional = False
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        theme = self._services.theme
        self.field = LineField(theme)
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field.setCompleter(self._completer)
        self.leaves = Leaves(theme)
        self.back = Button(theme, kind=Kind.PLAIN, keys=("Esc",))
        self.send = Button(theme, kind=Kind.PRIMARY, keys=("↵",))
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addStretch(1)
        column.addWidget(self.field)
        column.addWidget(self.leaves)
        column.addStretch(1)
        self.add_left(middle, 1)
        self.add_right(self.back)
        self.add_right(self.send)

    def _connect(self) -> None:
        keys = self._services.shortcuts
        keys.bind(self, ["Esc"], self.left.emit, where=REVIEW, name=_LEAVE)
        self.field.returnPressed.connect(self._send)
        self.field.textEdited.connect(lambda _text: self._edited())
        self.field.textChanged.connect(lambda _text: self._allow())
        self._completer.activated.connect(lambda _name: self.typed.emit())
        self.send.clicked.connect(self._send)
        self.back.clicked.connect(self.left)
        self.leaves.preview.connect(self.preview)

    def ask(
        self, hint: str, button: str, *, text: str, optional: bool, danger: bool, names: Sequence[str] = ()
    ) -> None:
        """Begin: `hint` stands in the empty field, `text` is what was written before, `names` complete it."""
        self._optional = optional
        self._names.setStringList(list(names))
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.setText(text)
        self.send.setText(button)
        self.send.set_kind(Kind.DANGER if danger else Kind.PRIMARY)
        self._allow()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _edited(self) -> None:
        self.typed.emit()

    def _allow(self) -> None:
        self.send.setEnabled(self._optional or bool(self.field.text().strip()))

    def _send(self) -> None:
        if self.send.isEnabled():
            self.sent.emit(self.field.text().strip())

    def _retranslate(self) -> None:
        self.back.setText(self.tr("Back"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class EditBar(ActionBar):
    """While the result is being written in: what is kept, and the ways out."""

    keep = Signal()
    left = Signal()
    again = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        theme = services.theme
        super().__init__(theme, parent=parent)
        self._base = self._next = 1
        self.again_button = Button(theme, kind=Kind.PLAIN)
        self._note = Label(theme, "", style="meta", token="text-3")
        self.back = Button(theme, keys=("Esc",))
        self.keep_button = Button(theme, kind=Kind.PRIMARY)
        services.shortcuts.show_on(self.keep_button, REVIEW, "Keep the edit as a version", ["Ctrl+Return"])
        self.add_left(self._note)
        self.add_left(self.again_button)
        self.add_right(self.back)
        self.add_right(self.keep_button)
        self.keep_button.clicked.connect(self.keep)
        self.back.clicked.connect(self.left)
        self.again_button.clicked.connect(self.again)

    def tell(self, base: int, following: int, *, changed: bool) -> None:
        """Written from version `base`, kept as version `following`; `changed` where it differs by now."""
        self._base, self._next = base, following
        self.again_button.setVisible(changed)
        self.keep_button.setEnabled(changed)
        self._retranslate()

    def _retranslate(self) -> None:
        self._note.setText(self.tr("Kept as you type."))
        self.again_button.setText(self.tr("Start again from v%1").replace("%1", str(self._base)))
        self.back.setText(self.tr("Back"))
        self.keep_button.setText(self.tr("Keep as v%1").replace("%1", str(self._next)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
