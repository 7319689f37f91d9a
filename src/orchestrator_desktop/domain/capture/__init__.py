"""The capture grammar: a line as people write it, in French and English, to a title, dates and signs."""

from typing import TYPE_CHECKING

from .model import Captured, Span, SpanKind, When

if TYPE_CHECKING:
    from .reader import parse

__all__ = ["Captured", "Span", "SpanKind", "When", "parse"]


def __getattr__(name: str) -> object:
    """Import the grammar on first use: its patterns take longer to build than a window has at its start."""
    if name == "parse":
        from .reader import parse

        return parse
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
