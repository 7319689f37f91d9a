"""The search language: what is typed in the search field, saved as a filter, and given to `orchestrator list --search`.

docs/search.md says what it reads.
"""

from .model import (
    DateField,
    DateTerm,
    EstimateTerm,
    Misread,
    Place,
    Query,
    ReadDay,
    Span,
    State,
    TermKind,
    Terms,
)
from .parser import MOST_TERMS, parse
from .writing import written

__all__ = [
    "MOST_TERMS",
    "DateField",
    "DateTerm",
    "EstimateTerm",
    "Misread",
    "Place",
    "Query",
    "ReadDay",
    "Span",
    "State",
    "TermKind",
    "Terms",
    "parse",
    "written",
]
