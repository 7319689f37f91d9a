"""Reading briefs, delegations, attempts, results and reviews."""

from __future__ import annotations

import json
from datetime import date
from typing import Final

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.brief import Brief, ContextItem, OutputFormat
from orchestrator_desktop.domain.delegation import Attempt, Decision, Delegation, DelegationState, Result, Review
from orchestrator_desktop.domain.ids import AttemptId, BriefId, DelegationId, PersonId, ResultId, SpecialistId, TaskId
from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.store.store import Row, Store

LIMIT: Final = 200


def latest_brief(store: Store, task_id: TaskId) -> Brief | None:
    """The newest version, still open to edits unless `handed_over`."""
    found = store.row("SELECT * FROM brief WHERE task_id = ? ORDER BY version DESC LIMIT 1", (task_id,))
    return None if found is None else _brief(store, found)


def brief(store: Store, brief_id: BriefId) -> Brief | None:
    found = store.row("SELECT * FROM brief WHERE id = ?", (brief_id,))
    return None if found is None else _brief(store, found)


_DELEGATION: Final = """SELECT delegation.*, brief.version AS brief_version FROM delegation
JOIN brief ON brief.id = delegation.brief_id"""


def delegation(store: Store, delegation_id: DelegationId) -> Delegation | None:
    found = store.row(f"{_DELEGATION} WHERE delegation.id = ?", (delegation_id,))
    return None if found is None else _delegation(found)


def open_delegation(store: Store, task_id: TaskId) -> Delegation | None:
    """The delegation a task waits for; a task has one at most."""
    found = store.row(
        f"{_DELEGATION} WHERE delegation.task_id = ? AND state = 'open' ORDER BY delegation.id DESC LIMIT 1", (task_id,)
    )
    return None if found is None else _delegation(found)


def latest_delegation(store: Store, task_id: TaskId) -> Delegation | None:
    found = store.row(f"{_DELEGATION} WHERE delegation.task_id = ? ORDER BY delegation.id DESC LIMIT 1", (task_id,))
    return None if found is None else _delegation(found)


def delegations(store: Store, task_id: TaskId) -> list[Delegation]:
    """All delegations of a task, oldest first."""
    found = store.rows(f"{_DELEGATION} WHERE delegation.task_id = ? ORDER BY delegation.id LIMIT ?", (task_id, LIMIT))
    return [_delegation(row) for row in found]


_ATTEMPT: Final = "SELECT * FROM attempt"


def attempt(store: Store, attempt_id: AttemptId) -> Attempt | None:
    found = store.row(f"{_ATTEMPT} WHERE id = ?", (attempt_id,))
    return None if found is None else _attempt(found)


def latest_attempt(store: Store, delegation_id: DelegationId) -> Attempt | None:
    found = store.row(f"{_ATTEMPT} WHERE delegation_id = ? ORDER BY number DESC LIMIT 1", (delegation_id,))
    return None if found is None else _attempt(found)


def attempts(store: Store, delegation_id: DelegationId) -> list[Attempt]:
    """All attempts of a delegation, oldest first."""
    found = store.rows(f"{_ATTEMPT} WHERE delegation_id = ? ORDER BY number LIMIT ?", (delegation_id, LIMIT))
    return [_attempt(row) for row in found]


def any_active(store: Store) -> bool:
    """Whether any attempt is in the queue or under way, here or in another process."""
    found = store.value("SELECT 1 FROM attempt WHERE state IN ('queued', 'waiting') LIMIT 1") or store.value(
        "SELECT 1 FROM attempt WHERE state IN ('sent', 'streaming') LIMIT 1"
    )
    return found is not None


def snapshot(store: Store, attempt_id: AttemptId) -> str | None:
    """The exact request body that was stored before it was sent; None when it never was."""
    text: str | None = store.value("SELECT snapshot FROM attempt WHERE id = ?", (attempt_id,))
    return text


def replaced(store: Store, attempt_id: AttemptId) -> dict[str, str]:
    """What the placeholders in a request that was sent stand for."""
    found: dict[str, str] = json.loads(store.value("SELECT replaced FROM attempt WHERE id = ?", (attempt_id,)) or "{}")
    return found


def results(store: Store, task_id: TaskId) -> list[Result]:
    """All versions of a task's result, oldest first."""
    found = store.rows("SELECT * FROM result WHERE task_id = ? ORDER BY version LIMIT ?", (task_id, LIMIT))
    return [_result(row) for row in found]


def latest_result(store: Store, task_id: TaskId) -> Result | None:
    found = store.row("SELECT * FROM result WHERE task_id = ? ORDER BY version DESC LIMIT 1", (task_id,))
    return None if found is None else _result(found)


def result(store: Store, result_id: ResultId) -> Result | None:
    found = store.row("SELECT * FROM result WHERE id = ?", (result_id,))
    return None if found is None else _result(found)


def reviews(store: Store, task_id: TaskId) -> list[Review]:
    """All decisions on a task's results, oldest first."""
    found = store.rows("SELECT * FROM review WHERE task_id = ? ORDER BY id LIMIT ?", (task_id, LIMIT))
    return [
        Review(
            row["id"],
            TaskId(row["task_id"]),
            ResultId(row["result_id"]),
            Decision(row["decision"]),
            row["comment"],
            moments.moment(row["created_at"]),
        )
        for row in found
    ]


def _brief(store: Store, row: Row) -> Brief:
    items = json.loads(row["context"])
    return Brief(
        id=BriefId(row["id"]),
        task_id=TaskId(row["task_id"]),
        version=row["version"],
        objective=row["objective"],
        context=tuple(
            ContextItem(
                item["title"],
                store.value("SELECT text FROM context_item WHERE sha256 = ?", (item["sha256"],)) or "",
                item["origin"],
            )
            for item in items
        ),
        constraints=tuple(json.loads(row["constraints"])),
        done_when=tuple(json.loads(row["done_when"])),
        output=OutputFormat(row["output"]),
        handed_over=bool(row["handed_over"]),
    )


def _delegation(row: Row) -> Delegation:
    return Delegation(
        id=DelegationId(row["id"]),
        task_id=TaskId(row["task_id"]),
        brief_id=BriefId(row["brief_id"]),
        brief_version=row["brief_version"],
        state=DelegationState(row["state"]),
        specialist_id=None if row["specialist_id"] is None else SpecialistId(row["specialist_id"]),
        person_id=None if row["person_id"] is None else PersonId(row["person_id"]),
        delegate=row["delegate"],
        comment=row["comment"],
        previous_result_id=None if row["previous_result_id"] is None else ResultId(row["previous_result_id"]),
        created_at=moments.moment(row["created_at"]),
        follow_up=None if row["follow_up"] is None else date.fromisoformat(row["follow_up"]),
        reminded_at=moments.maybe_moment(row["reminded_at"]),
    )


def _attempt(row: Row) -> Attempt:
    return Attempt(
        id=AttemptId(row["id"]),
        delegation_id=DelegationId(row["delegation_id"]),
        task_id=TaskId(row["task_id"]),
        number=row["number"],
        state=AttemptState(row["state"]),
        provider=row["provider"],
        model_asked=row["model_asked"],
        model_answered=row["model_answered"],
        text=row["text"],
        reasoning=row["reasoning"],
        usage=Usage(
            row["input_tokens"],
            row["output_tokens"],
            row["cached_tokens"],
            row["cache_write_tokens"],
            row["reasoning_tokens"],
            row["cost_micro"],
            bool(row["usage_estimated"]),
        ),
        error=row["error"],
        error_detail=row["error_detail"],
        request_id=row["request_id"],
        queued_at=moments.moment(row["queued_at"]),
        sent_at=moments.maybe_moment(row["sent_at"]),
        first_text_at=moments.maybe_moment(row["first_text_at"]),
        ended_at=moments.maybe_moment(row["ended_at"]),
        input_estimate=row["input_estimate"],
        reason=None if row["reason"] is None else WaitReason(row["reason"]),
        not_before=moments.maybe_moment(row["not_before"]),
        automatic=row["automatic"],
        waits=row["waits"],
        continues=None if row["continues"] is None else AttemptId(row["continues"]),
        lead=row["lead"],
        origin=row["origin"],
        replaced=len(json.loads(row["replaced"])),
        untrusted=bool(row["untrusted"]),
        reserved_micro=row["reserved_micro"],
        cost_source=row["cost_source"],
        background=bool(row["background"]),
        remote_id=row["remote_id"],
        sequence=row["sequence"],
    )


def _result(row: Row) -> Result:
    return Result(
        id=ResultId(row["id"]),
        task_id=TaskId(row["task_id"]),
        delegation_id=DelegationId(row["delegation_id"]),
        attempt_id=None if row["attempt_id"] is None else AttemptId(row["attempt_id"]),
        version=row["version"],
        text=row["text"],
        author=row["author"],
        created_at=moments.moment(row["created_at"]),
    )
