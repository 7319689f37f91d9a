"""Icons: every one named in the code exists, in one colour, sharp at any screen scale."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import orchestrator_desktop.ui as ui
from orchestrator_desktop.system.resources import resource
from orchestrator_desktop.ui.theme import Theme, ThemeSetting

FILES = sorted(resource("icons").glob("*.svg"))
NAMES = {file.stem for file in FILES}
PLACES = {"draw_icon": 2, "pixmap": 0, "IconButton": 1, "IconLabel": 1, "set_icon_name": 0, "MenuItem": 2}
"""Where a call takes an icon's name by position."""


def named_in(source: str) -> set[str]:
    """Icon names written in calls: by position, or as `icon=`."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return {name for call in calls for part in icon_arguments(call) for name in strings(part)}


def icon_arguments(call: ast.Call) -> list[ast.expr]:
    function = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    place = PLACES.get(function, len(call.args))
    return call.args[place : place + 1] + [word.value for word in call.keywords if word.arg == "icon"]


def strings(part: ast.expr) -> set[str]:
    """The texts an argument can be: "a", or both sides of "a" if … else "b"."""
    if isinstance(part, ast.IfExp):
        return strings(part.body) | strings(part.orelse)
    return {part.value} if isinstance(part, ast.Constant) and isinstance(part.value, str) else set()


def test_every_icon_named_in_the_code_exists() -> None:
    files = list(Path(ui.__path__[0]).rglob("*.py"))
    wanted = {name for file in files for name in named_in(file.read_text(encoding="utf-8"))}
    assert {"cross", "check", "return"} <= wanted
    assert wanted - NAMES == set()


@pytest.mark.parametrize("file", [file for file in FILES if file.stem != "app"], ids=lambda file: file.stem)
def test_an_icon_is_one_colour_on_the_grid(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert QSvgRenderer(str(file)).isValid()
    assert 'viewBox="0 0 16 16"' in text
    assert set(re.findall(r'(?:stroke|fill)="([^"]+)"', text)) <= {"none", "currentColor"}


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_has_a_pixel_for_each_of_the_screen(theme: Theme, ratio: float) -> None:
    pixmap = theme.pixmap("sun", "text-2", 16, ratio)
    assert pixmap.width() == round(16 * ratio)
    assert pixmap.devicePixelRatio() == ratio


def inked(pixmap: QPixmap) -> set[str]:
    image = pixmap.toImage()
    spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in spots if image.pixelColor(x, y).alpha() == 255}


def test_an_icon_takes_its_token_and_follows_the_theme(theme: Theme) -> None:
    assert inked(theme.pixmap("stop", "bad-text", 16, 2.0)) == {theme.tokens.bad_text.name()}
    theme.set_setting(ThemeSetting.DARK)
    assert inked(theme.pixmap("stop", "bad-text", 16, 2.0)) == {theme.tokens.bad_text.name()}


def test_an_icon_lands_where_it_is_told(theme: Theme) -> None:
    image = QImage(40, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    theme.draw_icon(painter, QRectF(20, 20, 16, 16), "stop")
    painter.end()
    assert all(image.pixelColor(x, y).alpha() == 0 for x in range(40) for y in range(20))
    assert any(image.pixelColor(x, y).alpha() for x in range(20, 36) for y in range(20, 36))


def test_an_unknown_icon_is_an_error(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        theme.pixmap("unicorn")


def test_qt_widgets_get_an_icon_for_each_screen_scale(theme: Theme) -> None:
    sizes = {size.width() for size in theme.icon("gear").availableSizes()}
    assert {16, 24, 32} <= sizes
