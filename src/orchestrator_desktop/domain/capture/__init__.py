"""The capture grammar: a line as people write it, in French and English, to a title, dates and signs."""

from typing import TYPE_CHECKING

from .model import Captured, Span, SpanKind, When

if TYPE_CHECKING:
    from .asked import read_day
    from .pasted import split_lines
    from .reader import parse

__all__ = ["Captured", "Span", "SpanKind", "When", "parse", "read_day", "split_lines"]


def __getattr__(name: str) -> object:
    """Import the grammar on first use: its patterns take longer to build than a window has at its start."""
    if name == "parse":
        from .reader import parse

        return parse
    if name == "read_day":
        from .asked import read_day

        return read_day
    if name == "split_lines":
        from .pasted import split_lines

        return split_lines
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
