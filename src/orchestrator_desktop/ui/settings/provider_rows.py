"""The list of providers: its model, and how its rows are painted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from orchestrator_desktop.domain.delegate import Provider, ProviderKind
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.providers.presets import PRESETS, Preset
from orchestrator_desktop.store import delegates
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.names import provider_name
from orchestrator_desktop.ui.paint import TONE_TEXT, Tone, UiState, draw_state, draw_text, text_width
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.settings.add_words import running_words
from orchestrator_desktop.ui.settings.entries import GLYPHS, TROUBLED, Custom, Entry, Group, Standing, standing
from orchestrator_desktop.ui.settings.words import model_name, place, standing_words, trouble_words
from orchestrator_desktop.ui.widgets.rows import draw_group_header, draw_two_lines, paint_row_background, row_height

ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole
LOCAL_NAMES: Final = tuple(preset.name for preset in PRESETS if not preset.keys_page)
_TEXT_LEFT: Final = 30
_STATE: Final = 70
"""The words may run on into the row's padding."""
_NONE: Final = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class ProvidersModel(QAbstractListModel):
    """Group headers and entries; a short list, given whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Entry | Group] = []
        self.spoken: Callable[[Entry], str] = lambda entry: entry.key

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; rows that stay where they were are only repainted."""
        rows: list[Entry | Group] = []
        for group in Group:
            members = [entry for entry in entries if entry.group is group]
            rows += [group, *members] if members else []
        same = [_key(row) for row in rows] == [_key(row) for row in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = rows
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def entry(self, index: _Index) -> Entry | None:
        row = self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None
        return row if isinstance(row, Entry) else None

    def row_of(self, key: str) -> int | None:
        return next((n for n, row in enumerate(self._rows) if isinstance(row, Entry) and row.key == key), None)

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ENTRY_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.spoken(row) if isinstance(row, Entry) else row.value
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.entry(index) is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def _key(row: Entry | Group) -> str:
    return row.key if isinstance(row, Entry) else row.value


class ProvidersDelegate(QStyledItemDelegate):
    """Provider rows of UI.md 6: icon 18, name over one fact, state column 80."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._theme = services.theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        if isinstance(index.data(ENTRY_ROLE), Entry):
            return QSize(0, row_height(self._theme))
        return QSize(0, self._theme.grown(36, "micro"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ENTRY_ROLE)
        if not isinstance(row, Entry):
            draw_group_header(painter, self._theme, option, self._group_words(row), None)
            return
        inner = paint_row_background(painter, self._theme, option)
        icon = QRectF(inner.left() + 1, round(inner.center().y() - 8), 16, 16)
        self._theme.draw_icon(painter, icon, self._icon(row), "text-2")
        left = inner.left() + _TEXT_LEFT
        if isinstance(row.what, Custom):
            words = QRectF(left, inner.top(), inner.right() - left, inner.height())
            draw_text(painter, self._theme, words, self.title(row), token="text-2")
            return
        wide = self._state_width(row)
        state = QRectF(inner.right() - wide, inner.top(), wide, inner.height())
        words = QRectF(left, inner.top(), state.left() - 8 - left, inner.height())
        draw_two_lines(painter, self._theme, words, self.title(row), self.fact(row))
        self._draw_state(painter, state, row)

    def _state_width(self, entry: Entry) -> float:
        """An offer needs room for its words; the states of the others stand level."""
        state, words = self._state(entry)
        if state is None:
            return text_width(self._theme, words, "micro", 500) + 17
        return round(_STATE * self._theme.scale)

    def title(self, entry: Entry) -> str:
        what = entry.what
        if isinstance(what, Provider):
            return provider_name(what.name)
        if isinstance(what, Preset):
            return what.name
        if isinstance(what, Custom):
            return self.tr("Add a custom address") if what is Custom.ADD else self.tr("Add a local server")
        return running_words(what)

    def fact(self, entry: Entry) -> str:
        """The second line: what matters most about the entry right now."""
        what = entry.what
        if isinstance(what, Provider):
            return self._fact_of(what, entry)
        if isinstance(what, Preset):
            return self.tr("No key yet")
        if isinstance(what, Custom):
            return ", ".join(LOCAL_NAMES) if what is Custom.LOCAL else ""
        models = self.tr("%n models", "", len(what.models))
        return self.tr("%1, %2").replace("%1", models).replace("%2", place(what.endpoint.base_url))

    def spoken(self, entry: Entry) -> str:
        """Name, state, fact."""
        return ", ".join(part for part in (self.title(entry), self._state(entry)[1], self.fact(entry)) if part)

    def _fact_of(self, provider: Provider, entry: Entry) -> str:
        trouble = entry.trouble
        stands = standing(provider, trouble, entry.problem)
        if trouble is not None and stands in TROUBLED:
            return trouble_words(trouble, self._services.today(), self._services.languages.locale, short=True)
        if provider.kind is ProviderKind.BUILTIN:
            return model_name(provider) or self.tr("Small, works offline")
        if stands is Standing.FIX_KEY and entry.problem is not None:
            return self._problem_words(entry.problem)
        if stands is Standing.FIX_KEY and provider.test_error == "key_refused" and provider.tested_at is not None:
            locale, at = self._services.languages.locale, provider.tested_at.astimezone()
            if at.date() == self._services.today():
                return self.tr("Key refused today at %1").replace("%1", formats.clock(at, locale))
            return self.tr("Key refused, %1").replace("%1", formats.day(at.date(), self._services.today(), locale))
        if stands is Standing.NO_KEY:
            return self.tr("No key yet")
        if not provider.leaves_computer:
            return provider.model or place(provider.base_url)
        users = self._users(provider)
        if users:
            return self.tr("Default for %n specialists", "", users)
        return provider.model or place(provider.base_url)

    def _problem_words(self, problem: ProviderErrorKind) -> str:
        return self.tr("Key not at hand") if problem is ProviderErrorKind.NO_KEY else self.tr("Key refused")

    def _users(self, provider: Provider) -> int:
        everyone = delegates.specialists(self._services.store)
        return sum(1 for who in everyone if who.provider_id == provider.id and not who.plain and not who.model)

    def _icon(self, entry: Entry) -> str:
        if isinstance(entry.what, Custom):
            return "plus"
        if isinstance(entry.what, Provider) and entry.what.kind is ProviderKind.BUILTIN:
            return "laptop"
        return {Group.HERE: "server", Group.ACCOUNTS: "cloud", Group.OTHER: "plug"}[entry.group]

    def _state(self, entry: Entry) -> tuple[UiState | None, str]:
        if isinstance(entry.what, Provider):
            stands = standing(entry.what, entry.trouble, entry.problem)
            return GLYPHS[stands], standing_words(stands)
        if isinstance(entry.what, Preset):
            return UiState.NEW, standing_words(Standing.NO_KEY)
        return None, "" if isinstance(entry.what, Custom) else self.tr("Use it")

    def _draw_state(self, painter: QPainter, rect: QRectF, entry: Entry) -> None:
        state, words = self._state(entry)
        glyph = QRectF(rect.left(), round(rect.center().y() - 6), 12, 12)
        if state is None:
            self._theme.draw_icon(painter, glyph, "plus", "accent-text")
        else:
            draw_state(painter, self._theme.tokens, glyph, state, token=TONE_TEXT[state.tone])
        calm = state is not None and state.tone in (Tone.OK, Tone.NEUTRAL)
        token = "text-2" if calm else "accent-text" if state is None else TONE_TEXT[state.tone]
        box = QRectF(rect.left() + 17, rect.top(), rect.width() - 9, rect.height())
        draw_text(painter, self._theme, box, words, style="micro", weight=500, token=token)

    def _group_words(self, group: Group) -> str:
        return {
            Group.HERE: self.tr("On this computer"),
            Group.ACCOUNTS: self.tr("Your accounts"),
            Group.OTHER: self.tr("Other"),
        }[group]
