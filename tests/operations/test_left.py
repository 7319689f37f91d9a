"""An answer that its provider goes on with: taken up as it was asked for, and only where it was."""

from __future__ import annotations

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.operations import attempts, claiming, delegations, recovery, roster
from orchestrator_desktop.operations.attempts import Arrived, Place
from orchestrator_desktop.operations.claiming import Claim
from orchestrator_desktop.store import delegations as reading
from tests.operations.work import OWNER, Work


def left(work: Work) -> Claim:
    taken = work.claim(work.delegate(work.add()))
    attempts.progress(work.store, arrived=[Arrived(taken.attempt_id, "Half", "", Place("resp_1", 0))])
    attempts.leave(work.store, attempt_id=taken.attempt_id)
    return taken


def start(work: Work) -> tuple[Claim, ...]:
    recovery.recover(work.store, alive=lambda owner: False)
    return claiming.claim(work.store, owner=OWNER)[1]


def test_it_is_the_model_that_was_asked_at_the_price_of_then(work: Work) -> None:
    before = left(work)
    roster.edit_provider(work.store, provider_id=work.provider(), model="m-99")
    (taken,) = start(work)
    assert (taken.model, taken.sent_at, taken.text, taken.stop) == ("m-1", before.sent_at, "Half", False)


def test_where_the_provider_is_elsewhere_now_nobody_asks_it(work: Work) -> None:
    before = left(work)
    roster.edit_provider(work.store, provider_id=work.provider(), base_url="https://elsewhere.example/v1")
    assert claiming.claim(work.store, owner=OWNER)[1] == (), "not even before it is seen to"
    assert start(work) == ()
    attempt = reading.attempt(work.store, before.attempt_id)
    assert attempt is not None
    assert (attempt.state, attempt.text) == (AttemptState.INTERRUPTED, "Half")


def test_one_that_is_stopped_is_taken_up_to_be_cancelled(work: Work) -> None:
    before = left(work)
    work.store.execute("UPDATE attempt SET not_before = '2999-01-01T00:00:00.000000+00:00'")
    delegations.stop(work.store, delegation_id=before.delegation_id)
    (taken,) = start(work)
    assert (taken.attempt_id, taken.stop, taken.remote_id) == (before.attempt_id, True, "resp_1")


def test_one_that_is_stopped_ends_where_its_provider_cannot_be_told(work: Work) -> None:
    before = left(work)
    delegations.stop(work.store, delegation_id=before.delegation_id)
    roster.edit_provider(work.store, provider_id=work.provider(), enabled=False)
    assert start(work) == ()
    assert work.attempt_state(before.delegation_id) is AttemptState.CANCELLED
