"""The promises of UI.md 2: every pair of tokens that meets on the screen has its contrast."""

from __future__ import annotations

import json

import pytest
from PySide6.QtGui import QColor, QPalette

from orchestrator_desktop.system.resources import resource
from orchestrator_desktop.ui.theme.tokens import TOKEN_NAMES, Tokens, high_contrast_tokens, tokens_from

TEXT, GRAPHIC = 4.5, 3.0
GROUNDS = ("surface", "canvas", "sunken", "hover", "selected")
PAIRS = [
    *[(token, ground, TEXT) for token in ("text", "text-2", "text-3") for ground in (*GROUNDS, "nav-selected")],
    *[("line-control", ground, GRAPHIC) for ground in GROUNDS],
    *[("focus", ground, GRAPHIC) for ground in GROUNDS],
    *[("accent", ground, GRAPHIC) for ground in ("surface", "canvas")],
    ("on-accent", "accent", TEXT),
    ("on-accent", "accent-hover", TEXT),
    ("on-ink", "ink", TEXT),
    ("ins-text", "ins-bg", TEXT),
    ("del-text", "del-bg", TEXT),
    *[("accent-text", ground, TEXT) for ground in (*GROUNDS, "accent-soft", "nav-selected")],
    *[(f"{tone}-text", ground, TEXT) for tone in ("ok", "warn", "bad") for ground in ("surface", "canvas", "selected")],
    *[(f"{tone}-text", f"{tone}-soft", TEXT) for tone in ("ok", "warn", "bad")],
]


@pytest.fixture(scope="module")
def themes() -> dict[str, Tokens]:
    raw = json.loads(resource("theme/tokens.json").read_text(encoding="utf-8"))
    return {name: tokens_from(raw[name]) for name in ("light", "dark")}


def luminance(color: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("token", "ground", "least"), PAIRS)
def test_every_pair_has_its_contrast(
    themes: dict[str, Tokens], name: str, token: str, ground: str, least: float
) -> None:
    tokens = themes[name]
    assert contrast(tokens.color(token), tokens.color(ground)) >= least


def test_the_figures_of_the_table_hold(themes: dict[str, Tokens]) -> None:
    assert contrast(themes["light"].text_3, themes["light"].nav_selected) == pytest.approx(4.51, abs=0.01)
    assert contrast(themes["dark"].line_control, themes["dark"].selected) == pytest.approx(3.16, abs=0.01)


def test_both_spellings_name_the_same_token(themes: dict[str, Tokens]) -> None:
    assert themes["light"].color("text-2") == themes["light"].color("text_2") == QColor("#56524C")


def test_the_scrim_lets_the_window_through(themes: dict[str, Tokens]) -> None:
    assert round(themes["light"].scrim.alphaF(), 2) == 0.4
    assert round(themes["dark"].scrim.alphaF(), 2) == 0.62


def test_a_missing_token_is_an_error() -> None:
    with pytest.raises(TypeError, match="canvas"):
        tokens_from({"surface": "#FFFFFF"})


def test_high_contrast_uses_system_colours_only() -> None:
    palette = QPalette()
    system = {
        QPalette.ColorRole.Base: "#000000",
        QPalette.ColorRole.Window: "#000000",
        QPalette.ColorRole.Text: "#FFFF00",
        QPalette.ColorRole.WindowText: "#FFFFFF",
        QPalette.ColorRole.Highlight: "#00FFFF",
        QPalette.ColorRole.HighlightedText: "#000001",
    }
    for role, value in system.items():
        palette.setColor(role, QColor(value))
    tokens = high_contrast_tokens(palette)
    assert {tokens.color(name).name().upper() for name in TOKEN_NAMES} <= set(system.values())
    assert tokens.ok_soft == tokens.surface
    assert tokens.flat


def test_the_two_themes_have_soft_fills(themes: dict[str, Tokens]) -> None:
    assert [tokens.flat for tokens in themes.values()] == [False, False]
