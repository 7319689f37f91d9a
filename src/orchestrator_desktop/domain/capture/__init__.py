"""The capture grammar: a line as people write it, in French and English, to a title, dates and signs."""

from .model import Captured, Span, SpanKind, When
from .parse import parse

__all__ = ["Captured", "Span", "SpanKind", "When", "parse"]
