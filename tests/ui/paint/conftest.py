"""Tests here draw: they need a theme."""

from tests.ui.themes import theme

__all__ = ["theme"]
