"""Nothing is sent unseen: what has changed since the user handed it over waits for them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.domain.ids import DelegationId
from orchestrator_desktop.operations import claiming, delegations, queueing, roster, specialists
from orchestrator_desktop.operations.outgoing import NAMES
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import delegations as reading
from tests.operations.work import OWNER, Work


def texts(work: Work, delegation_id: DelegationId) -> str:
    return "\n".join(message.text for message in work.claim(delegation_id).messages)


def waits_changed(work: Work, delegation_id: DelegationId) -> bool:
    assert claiming.claim(work.store, owner=OWNER)[1] == ()
    attempt = reading.latest_attempt(work.store, delegation_id)
    assert attempt is not None and attempt.sent_at is None
    return (attempt.state, attempt.reason, attempt.not_before) == (AttemptState.WAITING, WaitReason.CHANGED, None)


def new_instructions(work: Work) -> None:
    (role,) = work.store.rows("SELECT id FROM specialist WHERE name = 'Editor'")
    specialists.edit_specialist(work.store, specialist_id=role["id"], instructions="Be harsh.")


def another_model(work: Work) -> None:
    roster.edit_provider(work.store, provider_id=work.provider(), model="m-2")


def another_address(work: Work) -> None:
    roster.edit_provider(work.store, provider_id=work.provider(), base_url="https://elsewhere.example/v1")


def a_name_to_replace(work: Work) -> None:
    set_setting(work.store, key=NAMES, value=["Nora Quist"])


@pytest.mark.parametrize("change", [new_instructions, another_model, another_address, a_name_to_replace])
def test_what_has_changed_since_is_not_sent_before_the_user_says_so(work: Work, change: Callable[[Work], None]) -> None:
    delegation = work.delegate(work.add("Write to Nora Quist"), work.role("Editor", instructions="Be kind."))
    change(work)
    assert waits_changed(work, delegation)
    queueing.ask_at_once(work.store, delegation_id=delegation)
    assert waits_changed(work, delegation)
    queueing.release(work.store, delegation_id=delegation)
    sent = texts(work, delegation)
    assert "kind" not in sent if change is new_instructions else "Be kind." in sent
    assert ("Nora Quist" in sent) is (change is not a_name_to_replace)


def test_what_has_not_changed_is_sent(work: Work) -> None:
    delegation = work.delegate(work.add("Write to Nora Quist"), work.role("Editor", instructions="Be kind."))
    roster.edit_provider(work.store, provider_id=work.provider(), name="Mistral AI")
    assert "Be kind." in texts(work, delegation)


def test_what_is_retried_or_gone_on_with_is_what_stands_now(work: Work) -> None:
    delegation = work.delegate(work.add(), work.role("Editor", instructions="Be kind."))
    work.end(work.claim(delegation).attempt_id, "Half", "interrupted", error="app_ended", begun=True)
    new_instructions(work)
    queueing.continue_answer(work.store, delegation_id=delegation)
    assert "Be harsh." in texts(work, delegation)
    last = reading.latest_attempt(work.store, delegation)
    assert last is not None
    work.end(last.id, "", "failed", error="key_refused")
    delegations.retry(work.store, delegation_id=delegation)
    assert "Be harsh." in texts(work, delegation)


def fails_and_is_due(work: Work, delegation_id: DelegationId) -> None:
    work.end(work.claim(delegation_id).attempt_id, "", "failed", error=ProviderErrorKind.DOWN)
    work.store.execute("UPDATE attempt SET state = 'queued', not_before = NULL WHERE state = 'waiting'")
    work.store.execute("DELETE FROM circuit")


def test_a_try_made_by_itself_sends_what_was_shown_and_nothing_else(work: Work) -> None:
    delegation = work.delegate(work.add(), work.role("Editor", instructions="Be kind."))
    fails_and_is_due(work, delegation)
    fails_and_is_due(work, delegation)
    new_instructions(work)
    assert waits_changed(work, delegation)


def test_an_attempt_of_the_first_version_is_sent_as_it_is(work: Work) -> None:
    delegation = work.delegate(work.add(), work.role("Editor", instructions="Be kind."))
    work.store.execute("UPDATE attempt SET shown = NULL")
    new_instructions(work)
    assert "Be harsh." in texts(work, delegation)
