"""A provider that no model was chosen for: nothing is sent without the name of one."""

from __future__ import annotations

import pytest

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.ids import SpecialistId
from orchestrator_desktop.operations import claiming, delegations, roster, specialists
from orchestrator_desktop.operations.setup import prepare
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store import delegations as reading
from tests.operations.work import Work


def bare(work: Work) -> SpecialistId:
    specialist_id = work.specialist()
    roster.edit_provider(work.store, provider_id=work.provider(), model="")
    return specialist_id


def test_nothing_is_handed_over(work: Work) -> None:
    specialist_id, task_id = bare(work), work.add()
    before = work.dump()
    with pytest.raises(UserError, match="Mistral has no model yet"):
        delegations.delegate(work.store, task_id=task_id, specialist_id=specialist_id)
    assert work.dump() == before


def test_what_was_out_already_fails_and_is_not_sent(work: Work) -> None:
    delegation_id = work.delegate(work.add())
    bare(work)
    assert claiming.claim(work.store, owner="window 1")[1] == ()
    attempt = reading.latest_attempt(work.store, delegation_id)
    assert attempt is not None
    assert (attempt.state, attempt.error, attempt.sent_at) == (AttemptState.FAILED, EndReason.NO_MODEL, None)


def test_a_model_of_the_specialists_own_is_enough(work: Work) -> None:
    role = work.role("Editor")
    specialists.edit_specialist(work.store, specialist_id=role, model="m-2")
    bare(work)
    work.delegate(work.add(), role)
    assert work.claim().model == "m-2"


def test_the_built_in_model_has_its_own(work: Work) -> None:
    prepare(work.store, starters=(), language="en")
    (builtin,) = delegates.specialists(work.store)
    work.delegate(work.add(), builtin.id)
    assert work.claim().model == ""
