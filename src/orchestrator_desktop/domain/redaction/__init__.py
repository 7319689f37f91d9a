"""What should not leave the computer is replaced before sending, and put back in the answer (docs/privacy.md)."""

from .model import Kind, Redacted, Span, counts, kind_of, spans
from .redact import redact
from .restore import Restorer, restore

__all__ = ["Kind", "Redacted", "Restorer", "Span", "counts", "kind_of", "redact", "restore", "spans"]
