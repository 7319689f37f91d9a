"""What a provider may do: how much at once, how long it is waited for, whether it goes on without us."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from orchestrator_desktop.domain.delegate import Provider, ProviderKind
from orchestrator_desktop.operations.roster import ProviderEdits, edit_provider
from orchestrator_desktop.providers.base import Dialect
from orchestrator_desktop.providers.silence import LOCAL, REMOTE, Patience
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.names import provider_name
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.address_part import as_preset
from orchestrator_desktop.ui.settings.amounts import number_field
from orchestrator_desktop.ui.settings.list_detail import lay_out
from orchestrator_desktop.ui.settings.spin_field import SpinField
from orchestrator_desktop.ui.settings.switch_row import SwitchRow
from orchestrator_desktop.ui.settings.words import dialect_words, place
from orchestrator_desktop.ui.widgets.button import Button
from orchestrator_desktop.ui.widgets.button import Kind as Weight
from orchestrator_desktop.ui.widgets.label import Label

_FIELD = 80
_MOST_AT_ONCE, _MOST_SECONDS = 64, 86_400


@dataclass(frozen=True, slots=True)
class _Usual:
    """What holds where the user has said nothing."""

    at_once: int
    patience: Patience


def _usual(provider: Provider) -> _Usual:
    return _Usual(replace(provider, at_once=None).most_at_once, REMOTE if provider.leaves_computer else LOCAL)


class LimitsPart(QWidget):
    """One line that says what holds; the fields are a click away. `moving`: another address is wanted; `leaving`: the
    provider is to be removed."""

    moving = Signal()
    leaving = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._provider: Provider | None = None
        self._build()
        self._connect()
        self._resize()
        self._retranslate()
        self._unfold(False)

    def _build(self) -> None:
        theme = self._services.theme
        self.summary = Label(theme, "")
        self.more = Button(theme, "")
        self.at_once = number_field(theme, _MOST_AT_ONCE)
        self.first = number_field(theme, _MOST_SECONDS)
        self.between = number_field(theme, _MOST_SECONDS)
        self.background = SwitchRow(theme)
        self.address = Label(theme, "", style="meta", token="text-3")
        self.elsewhere = Button(theme, "", kind=Weight.LINK)
        self.remove = Button(theme, "", kind=Weight.DANGER, small=True)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.summary, 1)
        line.addWidget(self.more)
        self.details = QWidget()
        inside = QVBoxLayout(self.details)
        inside.setContentsMargins(0, 8, 0, 4)
        inside.setSpacing(12)
        inside.addLayout(self._grid())
        inside.addWidget(self.background)
        inside.addLayout(self._foot())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.details)

    def _grid(self) -> QGridLayout:
        """Words, field, unit and what is usual."""
        theme = self._services.theme
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        self._words = [Label(theme, "") for _ in range(3)]
        self._usual = [Label(theme, "", style="meta", token="text-3") for _ in range(3)]
        for row, (words, field, usual) in enumerate(zip(self._words, self._fields(), self._usual, strict=True)):
            words.setBuddy(field)
            grid.addWidget(words, row, 0)
            grid.addWidget(field, row, 1)
            grid.addWidget(usual, row, 2)
        return grid

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.address)
        foot.addWidget(self.elsewhere)
        foot.addStretch(1)
        foot.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignVCenter)
        return foot

    def _resize(self) -> None:
        for field in self._fields():
            field.setFixedWidth(round(_FIELD * self._services.theme.scale))

    def _fields(self) -> tuple[SpinField, SpinField, SpinField]:
        return self.at_once, self.first, self.between

    def _connect(self) -> None:
        self.more.clicked.connect(lambda: self._unfold(self.details.isHidden()))
        self.at_once.changed.connect(lambda value: self._edit({"at_once": value}))
        self.first.changed.connect(lambda value: self._edit({"patience_first": value}))
        self.between.changed.connect(lambda value: self._edit({"patience_between": value}))
        for field in self._fields():
            field.refused.connect(self._services.acts.report)
        self.background.switch.clicked.connect(lambda on: self._edit({"background": on}))
        self.elsewhere.clicked.connect(self.moving)
        self._services.theme.changed.connect(self._resize)
        self.remove.clicked.connect(self.leaving)

    def show_provider(self, provider: Provider) -> None:
        """Show what holds for a provider; what is being typed stays, and another's is folded again."""
        if self._provider is None or self._provider.id != provider.id:
            self._unfold(False)
        self._provider = provider
        usual = _usual(provider)
        self.at_once.set_value(provider.at_once, usual.at_once)
        self.first.set_value(provider.patience_first, round(usual.patience.first))
        self.between.set_value(provider.patience_between, round(usual.patience.between))
        self.background.setVisible(provider.dialect == Dialect.OPENAI_RESPONSES)
        self.background.switch.setChecked(provider.background)
        named = bool(provider.base_url) and as_preset(provider)
        self.address.setVisible(named)
        self.elsewhere.setVisible(named)
        self.remove.setVisible(provider.kind is not ProviderKind.BUILTIN)
        self._tell()

    def _tell(self) -> None:
        provider = self._provider
        if provider is None:
            return
        usual = _usual(provider)
        seconds = (provider.patience_first or usual.patience.first, provider.patience_between or usual.patience.between)
        words = self.tr("%1 at once, %2 for the first word, %3 between words")
        for mark, value in (("%2", seconds[0]), ("%3", seconds[1])):
            words = words.replace(mark, formats.duration(value))
        if provider.dialect == Dialect.OPENAI_RESPONSES and provider.background:
            words = self.tr("%1, goes on while closed").replace("%1", words)
        self.summary.setText(words.replace("%1", str(provider.most_at_once)))
        for label, field, number, template in zip(
            self._usual,
            self._fields(),
            (usual.at_once, round(usual.patience.first), round(usual.patience.between)),
            (self.tr("usually %1"), self.tr("seconds, usually %1"), self.tr("seconds, usually %1")),
            strict=True,
        ):
            label.setText(template.replace("%1", str(number)))
            field.setPlaceholderText(str(number))
        name = provider_name(provider.name)
        self.background.set_words(
            self.tr("Keep long answers going at %1 while this app is closed").replace("%1", name),
            self.tr("%1 then stores what was sent, and the answer, until after it is read.").replace("%1", name),
        )
        if provider.base_url:
            where = self.tr("%1, %2").replace("%1", place(provider.base_url))
            self.address.setText(where.replace("%2", dialect_words(provider.dialect)))

    def _unfold(self, on: bool) -> None:
        self.details.setVisible(on)
        self.more.setText(self.tr("Less") if on else self.tr("More…"))
        lay_out(self.details)

    def _edit(self, edits: ProviderEdits) -> None:
        if self._provider is not None:
            self._services.acts.run(partial(edit_provider, provider_id=self._provider.id, **edits))

    def _retranslate(self) -> None:
        for label, field, words in zip(
            self._words,
            self._fields(),
            (self.tr("At once"), self.tr("Wait for the first word"), self.tr("Wait between words")),
            strict=True,
        ):
            label.setText(words)
            field.setAccessibleName(words)
        self.elsewhere.setText(self.tr("Use another address…"))
        self.remove.setText(self.tr("Remove this provider…"))
        self._unfold(not self.details.isHidden())
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
