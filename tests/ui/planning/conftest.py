"""A task's panel, to plan in."""

from tests.ui.delegation.conftest import open_panel

__all__ = ["open_panel"]
