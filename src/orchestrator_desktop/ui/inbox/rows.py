"""Painting of a task list: groups and task rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.store.tasks import View
from orchestrator_desktop.ui.delegation.person_words import late_word, late_words
from orchestrator_desktop.ui.inbox.cards import CARD_GAP, UNDER_TITLE, card_height, paint_card_background
from orchestrator_desktop.ui.inbox.facts import meta_runs, meta_text, where_words
from orchestrator_desktop.ui.inbox.group_words import group_words
from orchestrator_desktop.ui.inbox.grouping import Header
from orchestrator_desktop.ui.inbox.model import ROW_ROLE, TasksModel
from orchestrator_desktop.ui.inbox.runs import SEPARATOR, Run, draw_runs, marked, wrapped
from orchestrator_desktop.ui.inbox.states import task_state
from orchestrator_desktop.ui.languages import Languages
from orchestrator_desktop.ui.paint import Tone, UiState, draw_level, level_name, state_name
from orchestrator_desktop.ui.theme import Theme
from orchestrator_desktop.ui.widgets.rows import (
    GLYPH,
    GLYPH_GAP,
    STATE_WIDTH,
    draw_group_header,
    draw_state_column,
    header_height,
    paint_row_background,
    row_height,
    state_rect,
)

WIDE = 132
"""Width of the state column where it says how late answers are."""

_Index = QModelIndex | QPersistentModelIndex


class TaskDelegate(QStyledItemDelegate):
    """Draws headers and tasks, and says them to screen readers. In a `narrow` column tasks are cards: there is no room
    for states, and a title that is too long for a line takes two."""

    def __init__(
        self,
        theme: Theme,
        languages: Languages,
        today: Callable[[], date],
        begins: Callable[[], int],
        model: TasksModel,
        parent: QWidget,
        *,
        narrow: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._languages = languages
        self._today = today
        self._begins = begins
        self._model = model
        self._narrow = narrow

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        if self._model.id_at(index.row()) is None:
            return QSize(0, header_height(self._theme))
        return QSize(0, card_height(self._theme) if self._narrow else row_height(self._theme))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        item = index.data(ROW_ROLE)
        if isinstance(item, Header):
            words = group_words(item.group, self._today(), self._languages.locale)
            draw_group_header(painter, self._theme, option, words, item.count)
        elif isinstance(item, Task) and self._narrow:
            self._paint_card(painter, option, item)
        elif isinstance(item, Task):
            self._paint_task(painter, option, item)

    def _paint_task(self, painter: QPainter, option: QStyleOptionViewItem, task: Task) -> None:
        theme = self._theme
        inner = paint_row_background(painter, theme, option)
        glyph = QRectF(inner.left(), inner.top() + (inner.height() - GLYPH) // 2, GLYPH, GLYPH)
        draw_level(painter, theme, glyph, task.level)
        left, right = glyph.right() + GLYPH_GAP, self._draw_state(painter, inner, task) - 8
        self._draw_words(painter, QRectF(left, inner.top(), right - left, inner.height()), task)

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem, task: Task) -> None:
        """The title as wide as the card, below it the level and what else there is to know: three lines, of which the
        title takes what it needs, two at most."""
        theme = self._theme
        body, small = theme.line_height("body"), theme.line_height("meta")
        inner = paint_card_background(painter, theme, option)
        left, top, width = inner.left(), inner.top(), inner.width()
        title = wrapped(theme, self._title(task), width, 2, weight=500)
        for line in title:
            draw_runs(painter, theme, QRectF(left, top, width, body), line, weight=500)
            top += body
        top += UNDER_TITLE
        draw_level(painter, theme, QRectF(left, top + (small - GLYPH) // 2, GLYPH, GLYPH), task.level)
        left, width = left + GLYPH + CARD_GAP, width - GLYPH - CARD_GAP
        for line in wrapped(theme, self._meta(task), width, 3 - len(title), style="meta"):
            draw_runs(painter, theme, QRectF(left, top, width, small), _begun(line), style="meta")
            top += small

    def _draw_state(self, painter: QPainter, inner: QRectF, task: Task) -> float:
        """Draw the state column; returns where it begins."""
        wide = self._in_waiting()
        state = task_state(task)
        text, tone = self._state_word(task, state), None
        late = 0 if task.waiting is None else task.waiting.late(self._today())
        if late:
            text, tone = (late_words(late) if wide else late_word()), Tone.WARN
        rect = state_rect(self._theme, inner, WIDE if wide else STATE_WIDTH)
        draw_state_column(painter, self._theme, rect, state, text=text, tone=tone)
        return rect.left()

    def _draw_words(self, painter: QPainter, rect: QRectF, task: Task) -> None:
        """Title 13/20 medium over meta 12/16, one line each, elided."""
        theme = self._theme
        body, small = theme.line_height("body"), theme.line_height("meta")
        top = rect.top() + (rect.height() - body - small) // 2
        draw_runs(painter, theme, QRectF(rect.left(), top, rect.width(), body), self._title(task), weight=500)
        below = QRectF(rect.left(), top + body, rect.width(), small)
        draw_runs(painter, theme, below, self._meta(task), style="meta")

    def _title(self, task: Task) -> list[Run]:
        match = self._model.found_of(task.id)
        return marked(task.title, match.title_ranges) if match is not None else [Run(task.title)]

    def _meta(self, task: Task) -> list[Run]:
        match = self._model.found_of(task.id)
        if match is not None and match.snippet is not None and match.where is not None and match.where != "title":
            where = Run(where_words(match.where) + " ", "text-3")
            return [where, *marked(match.snippet.text, match.snippet.ranges, "text-3")]
        tags = self._model.tags(task.id)
        if self._narrow and self._model.query.place.domain_id is not None:
            task = replace(task, domain=None)  # all of them have the one that stands over the board
        return meta_runs(task, tags, self._today(), self._languages.locale, self._begins(), card=self._narrow)

    def spoken(self, task: Task) -> str:
        """Title, level, state, due, facts: what a screen reader says (UI.md 9)."""
        state = task_state(task)
        late = 0 if task.waiting is None else task.waiting.late(self._today())
        parts = (
            task.title,
            level_name(task.level),
            late_words(late) if late else self._state_word(task, state) or state_name(state),
            meta_text(task, self._model.tags(task.id), self._today(), self._languages.locale, self._begins()),
        )
        return ", ".join(part for part in parts if part)

    def _state_word(self, task: Task, state: UiState) -> str | None:
        if state is UiState.DONE:
            return self.tr("Done")
        if state is UiState.RUNNING:
            return self.tr("Delegated")
        if state is UiState.RETURNED:
            return self.tr("Returned")  # the state's French name is wider than the column
        return None

    def _in_waiting(self) -> bool:
        """Whether the rows stand in the list of what people owe."""
        query = self._model.query
        return not query.search and query.place.domain_id is None and query.place.view is View.WAITING


def _begun(line: list[Run]) -> list[Run]:
    """A line of a card's facts: no separator stands at its end where another follows."""
    *before, last = line
    bare = last.text.removesuffix(SEPARATOR.rstrip())
    return [*before, replace(last, text=bare)] if bare else before
