"""The groups of the board, and which delegation stands in which."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from orchestrator_desktop.domain.attempts import UNTIL_SAID, AttemptState
from orchestrator_desktop.domain.delegation import DelegationState
from orchestrator_desktop.store.board import BoardRow


class Group(IntEnum):
    """In the order they stand."""

    RUNNING = 0
    QUEUED = 1
    """Leaves by itself, or when it is let go."""
    NEEDS_YOU = 2
    BACK = 3


@dataclass(frozen=True, slots=True)
class Header:
    """The words over a group."""

    group: Group
    count: int


def group_of(row: BoardRow) -> Group:
    """Where a delegation stands on the board."""
    if row.delegation_state is DelegationState.ANSWERED:
        return Group.BACK
    if row.state.under_way:
        return Group.RUNNING
    return Group.QUEUED if row.state.to_come and not waits_for_user(row) else Group.NEEDS_YOU


def waits_for_user(row: BoardRow) -> bool:
    """A limit or a change holds it up, and no day on which it leaves by itself was agreed on."""
    return row.state is AttemptState.WAITING and row.reason in UNTIL_SAID and row.not_before is None


def in_order(row: BoardRow) -> tuple[object, ...]:
    """Sorts the rows of a board: by group, in the order of the queue; what is back, newest first."""
    group = group_of(row)
    if group is Group.BACK:
        return (group, -(row.ended_at or row.queued_at).timestamp(), -row.delegation_id)
    return (group, row.position, row.delegation_id)
