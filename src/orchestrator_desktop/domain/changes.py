"""What an operation changed: the only thing that travels up from a write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from orchestrator_desktop.domain.ids import StepId


class Kind(StrEnum):
    """Kinds of rows that views care about."""

    TASK = "task"
    DOMAIN = "domain"
    PERSON = "person"
    PROVIDER = "provider"
    SPECIALIST = "specialist"
    BRIEF = "brief"
    DELEGATION = "delegation"
    ATTEMPT = "attempt"
    RESULT = "result"
    REVIEW = "review"
    REFLECTION = "reflection"
    SETTING = "setting"
    DRAFT = "draft"
    SENT = "sent"
    TAG = "tag"
    TASK_TAG = "task_tag"
    CHECK_ITEM = "check_item"
    DEPENDENCY = "dependency"
    ATTACHMENT = "attachment"
    SAVED_FILTER = "saved_filter"
    ORIGIN = "origin"
    LESSON = "lesson"
    PRICE = "price"


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids by kind, in the order of writing, and the undo step made (None where there is nothing to undo)."""

    ids: Mapping[Kind, tuple[int, ...]] = field(default_factory=dict)
    name: str = ""
    """English name of the act, marked for translation in context "operations": "Accept"."""
    step: StepId | None = None
    outside: bool = False
    """Another process wrote: what changed is not known, everything shown is to be read again."""

    def of(self, kind: Kind) -> tuple[int, ...]:
        return self.ids.get(kind, ())

    def touches(self, *kinds: Kind) -> bool:
        return self.outside or any(kind in self.ids for kind in kinds)

    def first(self, kind: Kind) -> int:
        """Id of the first row of `kind` that was written: the one just made by a creating operation."""
        return self.ids[kind][0]

    def with_next(self, later: Changes) -> Changes | None:
        """Both as one; None where one of them has a name, a step to undo, or came from outside."""
        if any(changes.name or changes.step is not None or changes.outside for changes in (self, later)):
            return None
        kinds = dict.fromkeys((*self.ids, *later.ids))
        return Changes({kind: tuple(dict.fromkeys(self.of(kind) + later.of(kind))) for kind in kinds})
