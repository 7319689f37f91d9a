"""Delegations, their attempts, results and reviews."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.ids import (
    AttemptId,
    BriefId,
    DelegationId,
    PersonId,
    ResultId,
    SpecialistId,
    TaskId,
)
from orchestrator_desktop.domain.messages import Usage


class DelegationState(StrEnum):
    """Whether something is still awaited from a delegation."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"
    """Taken back, dropped or replaced by another delegation."""


@dataclass(frozen=True, slots=True)
class Delegation:
    """One handing-over of a task under one brief to one delegate."""

    id: DelegationId
    task_id: TaskId
    brief_id: BriefId
    brief_version: int
    state: DelegationState
    specialist_id: SpecialistId | None
    person_id: PersonId | None
    delegate: str
    """Name at the time of handing over."""
    comment: str
    """What the user asked for when this is a revision."""
    previous_result_id: ResultId | None
    created_at: datetime
    follow_up: date | None = None
    """The day on which a person's answer is looked for."""
    reminded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try to get an answer from a specialist. `text` is what has arrived so far."""

    id: AttemptId
    delegation_id: DelegationId
    task_id: TaskId
    number: int
    state: AttemptState
    provider: str
    model_asked: str
    model_answered: str | None
    text: str
    reasoning: str
    usage: Usage
    error: str | None
    """ProviderErrorKind, or a reason of the terminal-state table; None when all went well."""
    error_detail: str
    request_id: str | None
    queued_at: datetime
    sent_at: datetime | None
    first_text_at: datetime | None
    ended_at: datetime | None
    input_estimate: int
    """About how many tokens the request holds, counted before it is sent."""
    reason: WaitReason | None = None
    """What it waits for, while it waits."""
    not_before: datetime | None = None
    """When a waiting attempt is tried; None waits for the user."""
    automatic: int = 0
    """Tries made by themselves before this one."""
    waits: int = 0
    """How often it has waited without having been sent."""
    continues: AttemptId | None = None
    """The attempt whose answer this one goes on with; `text` begins with its text, `lead` characters of it."""
    lead: int = 0
    origin: str | None = None
    """Scheme, host and port that it was sent to."""
    replaced: int = 0
    """How many different words were replaced by placeholders before sending."""
    untrusted: bool = False
    """Text from outside (a file, a mail, a page) was in the request."""
    reserved_micro: int | None = None
    """What it was thought to cost when it was sent."""
    cost_source: str | None = None
    """A CostSource: where the amount in `usage` comes from."""
    background: bool = False
    remote_id: str | None = None
    """The provider's id of an answer that it goes on with by itself."""
    sequence: int | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What came back, or what the user made of it. Versions count from 1 within a task."""

    id: ResultId
    task_id: TaskId
    delegation_id: DelegationId
    attempt_id: AttemptId | None
    version: int
    text: str
    author: str
    """Name of the delegate, empty when the user edited it."""
    created_at: datetime


class Decision(StrEnum):
    """What can be decided on a result."""

    ACCEPT = "accept"
    EDIT = "edit"
    REVISE = "revise"
    ESCALATE = "escalate"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Review:
    """One decision on one result."""

    id: int
    task_id: TaskId
    result_id: ResultId
    decision: Decision
    comment: str
    created_at: datetime
