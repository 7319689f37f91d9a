"""What the user can do with the queue."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.ids import DelegationId
from orchestrator_desktop.domain.messages import Role
from orchestrator_desktop.domain.money import Price
from orchestrator_desktop.operations import claiming, delegations, queueing, spending
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store import spending as money
from orchestrator_desktop.store.board import board
from tests.operations.work import OWNER, Work

DOLLAR = 1_000_000


def waits(work: Work, delegation_id: DelegationId) -> reading.Attempt:
    found = reading.latest_attempt(work.store, delegation_id)
    assert found is not None
    return found


def nothing(work: Work) -> bool:
    return claiming.claim(work.store, owner=OWNER)[1] == ()


class TestHolding:
    def test_what_is_held_does_not_leave_until_it_is_let_go(self, work: Work) -> None:
        delegation_id = work.delegate(work.add())
        queueing.hold(work.store, delegation_id=delegation_id)
        assert work.attempt_state(delegation_id) is AttemptState.DRAFT
        assert nothing(work)
        queueing.release(work.store, delegation_id=delegation_id)
        assert work.claim().delegation_id == delegation_id

    def test_a_delegation_can_be_made_held(self, work: Work) -> None:
        specialist_id = work.specialist()
        changes = delegations.delegate(work.store, task_id=work.add(), specialist_id=specialist_id, held=True)
        assert nothing(work)
        assert len(changes.ids) > 0

    def test_what_has_left_cannot_be_held(self, work: Work) -> None:
        delegation_id = work.delegate(work.add())
        work.claim()
        with pytest.raises(UserError, match="not in the queue any more"):
            queueing.hold(work.store, delegation_id=delegation_id)


class TestAskingAtOnce:
    def test_neither_a_pause_nor_the_providers_trouble_keeps_it_back(self, work: Work) -> None:
        delegation_id = work.delegate(work.add())
        work.end(work.claim().attempt_id, "", "failed", error="slow_down", retry_after=3600.0)
        assert nothing(work)
        queueing.ask_at_once(work.store, delegation_id=delegation_id)
        assert work.claim().delegation_id == delegation_id

    def test_what_is_held_or_exceeds_a_limit_stays(self, work: Work) -> None:
        held, dear = work.delegate(work.add()), work.delegate(work.add())
        queueing.hold(work.store, delegation_id=held)
        set_setting(work.store, key=money.BUDGET_DAY, value=0)
        assert nothing(work)
        for delegation_id in (held, dear):
            queueing.ask_at_once(work.store, delegation_id=delegation_id)
        assert nothing(work)
        assert work.attempt_state(held) is AttemptState.DRAFT
        assert waits(work, dear).reason is WaitReason.BUDGET

    def test_what_has_left_or_ended_is_left_alone(self, work: Work) -> None:
        delegation_id = work.delegate(work.add())
        taken = work.claim()
        assert not queueing.ask_at_once(work.store, delegation_id=delegation_id).ids
        work.end(taken.attempt_id)
        assert not queueing.ask_at_once(work.store, delegation_id=delegation_id).ids


class TestOrder:
    def order(self, work: Work) -> list[DelegationId]:
        return [row.delegation_id for row in board(work.store, today=datetime.now(UTC).date())]

    @pytest.mark.parametrize(
        ("which", "by", "after"),
        [(2, -1, [0, 2, 1, 3]), (2, -9, [2, 0, 1, 3]), (0, 1, [1, 0, 2, 3]), (3, 1, [0, 1, 2, 3])],
    )
    def test_a_delegation_moves_by_so_many_places(self, work: Work, which: int, by: int, after: list[int]) -> None:
        queued = [work.delegate(work.add(f"t{n}")) for n in range(4)]
        queueing.move_in_queue(work.store, delegation_id=queued[which], by=by)
        expected = [queued[n] for n in after]
        assert self.order(work) == expected
        assert [work.claim().delegation_id for _ in queued] == expected

    def test_a_new_one_stands_behind_all(self, work: Work) -> None:
        queued = [work.delegate(work.add()) for _ in range(3)]
        queueing.move_in_queue(work.store, delegation_id=queued[2], by=-2)
        last = work.delegate(work.add())
        assert self.order(work) == [queued[2], queued[0], queued[1], last]


class TestContinuing:
    def cut(self, work: Work, state: str = "interrupted") -> DelegationId:
        delegation_id = work.delegate(work.add("Count to ten"))
        work.end(work.claim().attempt_id, "One, two, three", state, error="cut", begun=True)
        return delegation_id

    @pytest.mark.parametrize("state", ["interrupted", "truncated", "cancelled"])
    def test_what_arrived_is_sent_along_and_stands_before_what_comes(self, work: Work, state: str) -> None:
        delegation_id = self.cut(work, state)
        queueing.continue_answer(work.store, delegation_id=delegation_id)
        taken = work.claim()
        assert [message.role for message in taken.messages] == [Role.USER, Role.ASSISTANT, Role.USER]
        assert taken.messages[1].text == "One, two, three"
        assert (taken.text, taken.lead) == ("One, two, three", len("One, two, three"))
        first, second = reading.attempts(work.store, delegation_id)
        assert (second.continues, second.text) == (first.id, first.text)

    def test_there_must_be_something_to_go_on_with(self, work: Work) -> None:
        delegation_id = work.delegate(work.add())
        work.end(work.claim().attempt_id, "", "interrupted", error="cut")
        with pytest.raises(UserError, match="no answer here"):
            queueing.continue_answer(work.store, delegation_id=delegation_id)


class TestBudget:
    @pytest.fixture
    def priced(self, work: Work) -> DelegationId:
        """A delegation that will cost about 0.8 dollars: 800 tokens at 1,000 dollars a million."""
        provider_id = work.provider()
        price = Price(0, 1_000 * DOLLAR)
        spending.set_own_price(work.store, provider_id=provider_id, model="m-1", price=price)
        return work.delegate(work.add())

    def limit(self, work: Work, kind: str, micro: int) -> None:
        set_setting(work.store, key=f"budget.{kind}", value=micro)

    def test_the_estimate_is_reserved_and_settled_after(self, work: Work, priced: DelegationId) -> None:
        taken = work.claim()
        now = datetime.now(UTC) - timedelta(minutes=1)
        assert waits(work, priced).reserved_micro == 800_000
        assert money.spent_since(work.store, now).micro == 800_000
        usage_cost = money.spent_since(work.store, now)
        assert usage_cost.unknown == 0
        work.end(taken.attempt_id)
        work.store.execute("UPDATE attempt SET cost_micro = 40000")
        assert money.spent_since(work.store, now).micro == 40_000

    @pytest.mark.parametrize("kind", ["day", "month", "delegation"])
    def test_over_a_limit_it_waits_for_the_user(self, work: Work, priced: DelegationId, kind: str) -> None:
        self.limit(work, kind, DOLLAR // 2)
        assert nothing(work)
        attempt = waits(work, priced)
        assert (attempt.state, attempt.reason, attempt.not_before) == (AttemptState.WAITING, WaitReason.BUDGET, None)
        queueing.release(work.store, delegation_id=priced)
        assert work.claim().delegation_id == priced, "the user said: send anyway"

    def test_what_is_under_way_counts_before_it_is_settled(self, work: Work, priced: DelegationId) -> None:
        second = work.delegate(work.add())
        self.limit(work, "day", DOLLAR)
        assert work.claim().delegation_id == priced
        assert nothing(work), "0.8 are reserved: another 0.8 are too much"
        assert waits(work, second).reason is WaitReason.BUDGET

    @time_machine.travel(datetime(2026, 11, 30, 12, tzinfo=UTC), tick=False)
    @pytest.mark.parametrize("kind", ["day", "month"])
    def test_it_waits_until_the_limit_begins_anew_where_the_user_wants_that(self, work: Work, kind: str) -> None:
        spending.set_own_price(work.store, provider_id=work.provider(), model="m-1", price=Price(0, 1_000 * DOLLAR))
        delegation_id = work.delegate(work.add())
        self.limit(work, kind, 1)
        set_setting(work.store, key=money.WHEN_SPENT, value="tomorrow")
        assert nothing(work)
        until = waits(work, delegation_id).not_before
        assert until == moments.day_bounds(datetime(2026, 11, 30).astimezone().date())[1]

    def test_the_user_may_wait_until_tomorrow(self, work: Work, priced: DelegationId) -> None:
        self.limit(work, "day", 1)
        assert nothing(work)
        queueing.wait_until_tomorrow(work.store, delegation_id=priced)
        attempt = waits(work, priced)
        assert attempt.not_before is not None
        assert attempt.not_before > datetime.now(UTC)

    def test_earlier_attempts_count_for_the_limit_of_a_delegation(self, work: Work, priced: DelegationId) -> None:
        self.limit(work, "delegation", DOLLAR)
        work.end(work.claim().attempt_id, "", "failed", error="key_refused")
        work.store.execute("UPDATE attempt SET cost_micro = 450000")
        delegations.retry(work.store, delegation_id=priced)
        assert nothing(work), "0.45 are spent: another 0.8 are too much"
        assert waits(work, priced).reason is WaitReason.BUDGET

    def test_a_limit_that_is_raised_lets_go_what_it_kept_back(self, work: Work, priced: DelegationId) -> None:
        self.limit(work, "day", 1)
        assert nothing(work)
        self.limit(work, "day", 9 * DOLLAR)
        assert work.claim().delegation_id == priced

    def test_a_model_whose_price_was_not_looked_up_is_not_taken(self, work: Work) -> None:
        work.delegate(work.add(), work.specialist("Gateway", base_url="https://llm.example.com/v1"))
        assert claiming.claim(work.store, owner=OWNER, priced=True)[1] == ()
        spending.keep_listed_prices(work.store, provider_id=work.provider("Gateway"), prices=[("m-1", None)])
        assert len(claiming.claim(work.store, owner=OWNER, priced=True)[1]) == 1

    def test_a_model_on_this_computer_is_free_and_has_no_limit(self, work: Work) -> None:
        self.limit(work, "day", 0)
        work.delegate(work.add(), work.specialist("Local", base_url="http://localhost:1/v1"))
        assert work.claim().provider.name == "Local"

    def test_an_unknown_price_is_refused_only_once_the_limit_is_used_up(self, work: Work, priced: DelegationId) -> None:
        unknown = work.delegate(work.add(), work.specialist("Gateway", base_url="https://llm.example.com/v1"))
        assert work.claim(unknown).delegation_id == unknown
        work.claim(priced)
        self.limit(work, "day", DOLLAR // 2)
        again = work.delegate(work.add(), work.specialist("Gateway"))
        assert claiming.claim(work.store, owner=OWNER, only=again)[1] == ()

    def test_five_dollars_a_day_are_the_limit_until_the_user_says_otherwise(self, work: Work) -> None:
        assert money.budget(work.store).day == 5 * DOLLAR
        set_setting(work.store, key=money.BUDGET_DAY, value=False)
        assert money.budget(work.store).day is None
