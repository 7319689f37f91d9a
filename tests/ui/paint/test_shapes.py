"""Levels, avatars, marks and parts: the shape says who, and nothing leaves its box."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.ui.paint import (
    Connection,
    Series,
    UiState,
    Who,
    draw_avatar,
    draw_bar,
    draw_connection,
    draw_key_caps,
    draw_level,
    draw_pill,
    draw_score,
    draw_series,
    draw_sparkline,
    draw_text,
    key_caps_width,
    pill_width,
    text_width,
)
from orchestrator_desktop.ui.theme import Theme


def painted(paint: Callable[[QPainter], object], width: int = 40, height: int = 40) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def inked(image: QImage) -> set[tuple[int, int]]:
    spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {(x, y) for x, y in spots if image.pixelColor(x, y).alpha() > 40}


def test_a_level_is_told_by_its_corners(theme: Theme) -> None:
    """Square at the left for the AI, round at the right for the human."""

    def corners(level: Level) -> tuple[bool, bool]:
        ink = inked(painted(lambda p: draw_level(p, theme, QRectF(0, 0, 18, 18), level)))
        return (2, 2) in ink, (15, 2) in ink

    assert [corners(level) for level in Level] == [(True, True), (True, False), (False, False)]


def test_only_level_3_is_filled(theme: Theme) -> None:
    def fill(level: Level) -> str:
        return painted(lambda p: draw_level(p, theme, QRectF(0, 0, 18, 18), level)).pixelColor(9, 3).name()

    assert fill(Level.YOU_ONLY) == theme.tokens.ink.name()
    assert fill(Level.YOU_AND_AI) == theme.tokens.sunken.name()


def test_an_avatar_is_a_square_for_a_specialist_and_a_circle_for_a_human(theme: Theme) -> None:
    def corner(who: Who) -> bool:
        image = painted(lambda p: draw_avatar(p, theme, QRectF(0, 0, 18, 18), who, "nora"))
        return (1, 1) in inked(image)

    assert [corner(who) for who in (Who.SPECIALIST, Who.PERSON, Who.YOU)] == [True, False, False]


def test_an_avatar_without_a_name_is_still_a_shape(theme: Theme) -> None:
    assert inked(painted(lambda p: draw_avatar(p, theme, QRectF(0, 0, 18, 18), Who.PERSON, "  ")))


def test_series_differ_without_colour(theme: Theme) -> None:
    """Solid, hatched, hollow: the share of ink inside the outline says which."""

    def share(series: Series) -> float:
        image = painted(lambda p: draw_series(p, theme.tokens, QRectF(0, 0, 40, 40), series, 0))
        inner = [image.pixelColor(x, y).alpha() for x in range(4, 36) for y in range(4, 36)]
        return sum(inner) / len(inner) / 255

    assert share(Series.AI) == 1.0
    assert 0.2 < share(Series.PEOPLE) < 0.6
    assert share(Series.EXECUTED) == 0.0


def test_hatching_stays_in_its_bar(theme: Theme) -> None:
    ink = inked(painted(lambda p: draw_series(p, theme.tokens, QRectF(10, 10, 14, 20), Series.PEOPLE, 0)))
    assert all(10 <= x < 24 and 10 <= y < 30 for x, y in ink)


def test_connections_differ_without_colour(theme: Theme) -> None:
    def shape(connection: Connection) -> tuple[bool, bool]:
        ink = inked(painted(lambda p: draw_connection(p, theme.tokens, QRectF(0, 0, 8, 8), connection)))
        return (4, 4) in ink, (0, 1) in ink

    assert len({shape(connection) for connection in Connection}) == 3


@pytest.mark.parametrize(("score", "full"), [(0, 0), (3, 3), (5, 5)])
def test_score_squares(theme: Theme, score: int, full: int) -> None:
    image = painted(lambda p: draw_score(p, theme.tokens, QRectF(0, 0, 48, 16), score), 48, 16)
    centres = [image.pixelColor(4 + 10 * place, 8).alpha() for place in range(5)]
    assert sum(alpha == 255 for alpha in centres) == full


@pytest.mark.parametrize(("share", "end"), [(-1.0, 0), (0.5, 50), (2.0, 100)])
def test_a_bar_is_filled_to_its_share(theme: Theme, share: float, end: int) -> None:
    image = painted(lambda p: draw_bar(p, theme.tokens, QRectF(0, 0, 100, 4), share, "accent"), 100, 4)
    blue = sum(image.pixelColor(x, 2) == theme.tokens.accent for x in range(100))
    assert abs(blue - end) <= 3


@pytest.mark.parametrize("values", [[], [4.0]])
def test_a_sparkline_needs_two_values(theme: Theme, values: list[float]) -> None:
    assert not inked(painted(lambda p: draw_sparkline(p, theme.tokens, QRectF(0, 0, 40, 24), values)))


def test_a_flat_sparkline_is_a_line(theme: Theme) -> None:
    assert inked(painted(lambda p: draw_sparkline(p, theme.tokens, QRectF(0, 0, 40, 24), [2.0, 2.0, 2.0])))


def test_text_that_is_too_long_is_cut_inside_its_box(theme: Theme) -> None:
    words = "Sort the 38 September support tickets by theme"
    used: list[float] = []
    image = painted(lambda p: used.append(draw_text(p, theme, QRectF(0, 0, 100, 20), words)), 200, 20)
    assert used[0] <= 100 < text_width(theme, words)
    assert max(x for x, _ in inked(image)) < 101


def test_text_at_the_right_ends_at_the_right(theme: Theme) -> None:
    right = Qt.AlignmentFlag.AlignRight
    image = painted(lambda p: draw_text(p, theme, QRectF(0, 0, 200, 20), "0:09", align=right), 200, 20)
    assert 196 <= max(x for x, _ in inked(image)) < 200


def test_key_caps_take_the_room_they_say(theme: Theme) -> None:
    keys = ("Ctrl", "↵")
    image = painted(lambda p: draw_key_caps(p, theme, QRectF(0, 0, 200, 20), keys), 200, 20)
    assert max(x for x, _ in inked(image)) + 1 == key_caps_width(theme, keys)
    assert key_caps_width(theme, ()) == 0
    assert key_caps_width(theme, ("I",)) >= 16


def test_a_pill_takes_the_room_it_says(theme: Theme) -> None:
    width = pill_width(theme, "Failed")
    image = painted(lambda p: draw_pill(p, theme, QRectF(0, 0, 200, 20), UiState.FAILED, "Failed"), 200, 20)
    assert max(x for x, _ in inked(image)) == width - 1
    assert image.pixelColor(width // 2, 1) == theme.tokens.bad_soft
