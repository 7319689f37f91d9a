"""The engine's rhythm."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """All in seconds. Tests make them short."""

    chunk: float = 0.05
    """Between two chunks for the window: about 20 a second."""
    save: float = 0.35
    """From a text's arrival to its writing: with a slow disk, half a second."""
    again: float = 2.0
    """Before writing again what the disk has not taken."""
    look: float = 5.0
    """Between two looks whether another process has died."""
    pace: float = 1.0
    """A factor on the pauses before automatic tries and looks for unreachable providers; 1 outside of tests."""
    ready: float = 1.5
    """From the start to importing what a first request needs: the window is there by then."""
    close: float = 5.0
    """How long quitting may wait for what runs to be written."""
