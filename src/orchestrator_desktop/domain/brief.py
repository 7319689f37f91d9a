"""A brief: what is asked of a delegate."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from orchestrator_desktop.domain.ids import BriefId, TaskId


class OutputFormat(StrEnum):
    """What the answer should be written as."""

    MARKDOWN = "markdown"
    PLAIN = "plain"
    LIST = "list"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class ContextItem:
    """A note or file that a brief cites. `text` is its whole content, `title` how it is named."""

    title: str
    text: str
    origin: str = "note"
    """"note" (typed here), "sample" (came with the app); from outside "file", "mail", "page", "result" (an answer)."""

    @property
    def untrusted(self) -> bool:
        """Whether somebody else may have written it: it is fenced as such, and what follows from it needs a person."""
        return self.origin not in ("note", "sample")

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.text.encode(errors="surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Brief:
    """One version of a task's brief. Once handed over it never changes; the next edit makes the next version."""

    id: BriefId
    task_id: TaskId
    version: int
    objective: str
    context: tuple[ContextItem, ...]
    constraints: tuple[str, ...]
    done_when: tuple[str, ...]
    output: OutputFormat
    handed_over: bool
