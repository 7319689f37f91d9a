"""Every level and every state has a word, a glyph of its own and a tone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.ui.paint import TONE_SOFT, TONE_TEXT, Tone, UiState, draw_state, level_name, state_name
from orchestrator_desktop.ui.theme import Theme

SAME_GLYPH = ({UiState.DONE, UiState.MET}, {UiState.REJECTED, UiState.DROPPED})


def drawn(theme: Theme, state: UiState, *, size: int = 16, progress: float = 0.0) -> QImage:
    image = QImage(size + 2, size + 2, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    draw_state(painter, theme.tokens, QRectF(1, 1, size, size), state, progress=progress, token="text")
    painter.end()
    return image


def test_levels_have_the_names_of_the_design() -> None:
    assert [level_name(level) for level in Level] == ["AI alone", "You + AI", "You only"]


@pytest.mark.parametrize("state", UiState)
def test_each_state_has_a_word_and_a_tone(theme: Theme, state: UiState) -> None:
    assert state_name(state)
    assert theme.tokens.color(TONE_TEXT[state.tone]).isValid()
    assert theme.tokens.color(TONE_SOFT[state.tone]).isValid()


def test_colour_is_kept_for_what_needs_the_user() -> None:
    toned = {state for state in UiState if state.tone is not Tone.NEUTRAL}
    assert UiState.NEW not in toned
    assert {UiState.FAILED, UiState.OFFLINE, UiState.INTERRUPTED, UiState.RETURNED, UiState.IN_REVIEW} <= toned


@pytest.mark.parametrize("size", [12, 14, 16])
def test_shape_alone_tells_states_apart(theme: Theme, size: int) -> None:
    images = {state: drawn(theme, state, size=size) for state in UiState}
    alike = {
        frozenset({one, other})
        for one in UiState
        for other in UiState
        if one is not other and images[one] == images[other]
    }
    assert alike == {frozenset(pair) for pair in SAME_GLYPH}


@pytest.mark.parametrize("state", UiState)
def test_a_glyph_stays_in_its_square(theme: Theme, state: UiState) -> None:
    image = drawn(theme, state)
    edge = [(x, y) for x in range(18) for y in (0, 17)] + [(x, y) for x in (0, 17) for y in range(18)]
    assert all(image.pixelColor(x, y).alpha() == 0 for x, y in edge)
    assert any(image.pixelColor(x, y).alpha() for x in range(18) for y in range(18))


def test_the_pie_grows_with_progress(theme: Theme) -> None:
    def ink(progress: float) -> int:
        image = drawn(theme, UiState.RUNNING, progress=progress)
        return sum(image.pixelColor(x, y).alpha() for x in range(18) for y in range(18))

    assert ink(0.0) < ink(0.25) < ink(0.5) < ink(1.0)


def test_the_check_lets_the_ground_through(theme: Theme) -> None:
    image = drawn(theme, UiState.DONE)
    middle = [image.pixelColor(x, y).alpha() for x in range(6, 12) for y in range(6, 12)]
    assert min(middle) < 100
    assert max(middle) == 255


def test_a_glyph_has_the_colour_of_its_tone(theme: Theme) -> None:
    image = QImage(16, 16, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    draw_state(painter, theme.tokens, QRectF(0, 0, 16, 16), UiState.DONE)
    painter.end()
    assert image.pixelColor(3, 8) == QColor(theme.tokens.ok_text)
