"""Painter functions: everything the design draws with shapes, and the words that say it. No widget, no state.

levels  draw_level                      glyphs  draw_state           states  UiState, Tone, TONE_TEXT, TONE_SOFT
marks   draw_avatar, draw_series, draw_connection, draw_app_mark     words   key_name, level_name, state_name
parts   draw_box, draw_focus_ring, draw_key_caps, draw_pill, draw_score, draw_bar, draw_sparkline
text    draw_text, text_width, baseline
"""

from orchestrator_desktop.ui.paint.glyphs import draw_state
from orchestrator_desktop.ui.paint.levels import draw_level
from orchestrator_desktop.ui.paint.marks import (
    Connection,
    Series,
    Who,
    draw_app_mark,
    draw_avatar,
    draw_connection,
    draw_series,
)
from orchestrator_desktop.ui.paint.parts import (
    KEY_GAP,
    PILL_LEFT,
    draw_bar,
    draw_box,
    draw_focus_ring,
    draw_key_caps,
    draw_pill,
    draw_score,
    draw_sparkline,
    key_caps_width,
    pill_width,
)
from orchestrator_desktop.ui.paint.states import TONE_SOFT, TONE_TEXT, Tone, UiState
from orchestrator_desktop.ui.paint.text import baseline, draw_text, text_width
from orchestrator_desktop.ui.paint.words import key_name, level_name, state_name

__all__ = [
    "KEY_GAP",
    "PILL_LEFT",
    "TONE_SOFT",
    "TONE_TEXT",
    "Connection",
    "Series",
    "Tone",
    "UiState",
    "Who",
    "baseline",
    "draw_app_mark",
    "draw_avatar",
    "draw_bar",
    "draw_box",
    "draw_connection",
    "draw_focus_ring",
    "draw_key_caps",
    "draw_level",
    "draw_pill",
    "draw_score",
    "draw_series",
    "draw_sparkline",
    "draw_state",
    "draw_text",
    "key_caps_width",
    "key_name",
    "level_name",
    "pill_width",
    "state_name",
    "text_width",
]
