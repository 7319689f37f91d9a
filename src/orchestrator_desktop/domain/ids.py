"""Ids of rows, told apart by the type checker."""

from __future__ import annotations

from typing import NewType

TaskId = NewType("TaskId", int)
DomainId = NewType("DomainId", int)
PersonId = NewType("PersonId", int)
ProviderId = NewType("ProviderId", int)
SpecialistId = NewType("SpecialistId", int)
BriefId = NewType("BriefId", int)
DelegationId = NewType("DelegationId", int)
AttemptId = NewType("AttemptId", int)
ResultId = NewType("ResultId", int)
StepId = NewType("StepId", int)
TagId = NewType("TagId", int)
CheckItemId = NewType("CheckItemId", int)
AttachmentId = NewType("AttachmentId", int)
FilterId = NewType("FilterId", int)
