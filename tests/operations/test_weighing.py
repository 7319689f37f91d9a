"""Before a task is handed over: what would leave, for how much, and what stands in its way."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.brief import ContextItem
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.ids import DelegationId, SpecialistId, TaskId
from orchestrator_desktop.domain.money import BudgetKind, Price
from orchestrator_desktop.domain.task import Level, Stage
from orchestrator_desktop.operations import briefs, claiming, queueing, roster, spending, undo, weighing
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.operations.setup import BUILTIN_NAME, prepare
from orchestrator_desktop.operations.weighing import Weight
from orchestrator_desktop.store import delegations as reading
from tests.operations.work import Work

DOLLAR = 1_000_000


def weigh(work: Work, task_id: TaskId, specialist_id: SpecialistId | None = None) -> Weight:
    return weighing.weigh(work.store, task_id=task_id, specialist_id=specialist_id or work.specialist())


def price(work: Work, dollars: int = 1_000, provider: str = "Mistral") -> None:
    """So many dollars for a million tokens of an answer: 800 of them are expected."""
    own = Price(0, dollars * DOLLAR)
    spending.set_own_price(work.store, provider_id=work.provider(provider), model="m-1", price=own)


def test_what_is_weighed_is_what_is_sent(work: Work) -> None:
    task_id = work.add("Launch email", notes="For trial users")
    briefs.edit_brief(work.store, task_id=task_id, context=(ContextItem("Facts", "Nine crews: é 😀"),))
    weight = weigh(work, task_id)
    work.delegate(task_id)
    sent = work.claim()
    assert (weight.what.messages, weight.model) == (sent.messages, sent.model)
    assert weight.size == sum(len(message.text.encode()) for message in sent.messages)
    assert weight.tokens > 10


def test_a_text_with_half_a_character_has_a_size_too(work: Work) -> None:
    task_id = work.add("x")
    briefs.edit_brief(work.store, task_id=task_id, objective="half \ud83d of one")
    assert weigh(work, task_id).size > 8


class TestCost:
    def test_it_is_unknown_until_there_is_a_price(self, work: Work) -> None:
        task_id = work.add()
        weight = weigh(work, task_id)
        assert (weight.cost, weight.looked_up) == (None, False)
        spending.keep_listed_prices(work.store, provider_id=work.provider(), prices=[("m-1", None)])
        weight = weigh(work, task_id)
        assert (weight.cost, weight.looked_up) == (None, True), "looked for, and not found: never 0"
        price(work)
        assert weigh(work, task_id).cost == 800_000

    def test_on_this_computer_it_is_free_unless_the_user_named_a_price(self, work: Work) -> None:
        local = work.specialist("Local", base_url="http://localhost:1/v1")
        weight = weigh(work, work.add(), local)
        assert (weight.cost, weight.looked_up, weight.limit) == (0, True, None)
        price(work, provider="Local")
        assert weigh(work, work.add(), local).cost == 800_000


class TestBudget:
    def over(self, work: Work, kind: str = "day", limit: int = DOLLAR // 2) -> TaskId:
        price(work)
        set_setting(work.store, key=f"budget.{kind}", value=limit)
        return work.add()

    def hand_over(self, work: Work, task_id: TaskId, **given: object) -> tuple[Changes, Weight | None]:
        return weighing.delegate_weighed(
            work.store,
            task_id=task_id,
            specialist_id=work.specialist(),
            **given,  # type: ignore[arg-type]
        )

    @pytest.mark.parametrize("kind", list(BudgetKind))
    def test_over_a_limit_nothing_is_handed_over(self, work: Work, kind: BudgetKind) -> None:
        task_id = self.over(work, kind)
        changes, weight = self.hand_over(work, task_id)
        assert weight is not None and weight.limit is kind
        assert (changes, work.stage(task_id)) == (Changes(), Stage.INBOX)

    def test_send_anyway_sends(self, work: Work) -> None:
        task_id = self.over(work)
        changes, weight = self.hand_over(work, task_id, over_budget=True)
        assert weight is None
        assert work.claim().delegation_id == changes.of(Kind.DELEGATION)[-1]

    def test_within_the_limit_it_is_handed_over_at_once(self, work: Work) -> None:
        task_id = self.over(work, limit=DOLLAR)
        assert self.hand_over(work, task_id)[1] is None
        assert work.stage(task_id) is Stage.DELEGATED

    def test_it_leaves_tomorrow_and_not_before(self, work: Work) -> None:
        task_id = self.over(work)
        changes = weighing.delegate_tomorrow(work.store, task_id=task_id, specialist_id=work.specialist())
        attempt = reading.latest_attempt(work.store, DelegationId(changes.of(Kind.DELEGATION)[-1]))
        assert attempt is not None
        assert (attempt.state, attempt.reason) == (AttemptState.WAITING, WaitReason.BUDGET)
        assert attempt.not_before is not None and attempt.not_before > datetime.now(UTC)
        assert attempt.not_before - datetime.now(UTC) < timedelta(hours=26)
        undo.undo(work.store, step=changes.step)
        assert work.stage(task_id) is Stage.INBOX

    def test_the_user_who_is_shown_the_text_sends_that_text_alone(self, work: Work) -> None:
        task_id = work.add("Launch email")
        shown = weigh(work, task_id).what.messages
        briefs.edit_brief(work.store, task_id=task_id, objective="Something else")
        changes, weight = self.hand_over(work, task_id, shown=shown)
        assert weight is not None and weight.what.messages[-1].text == "Something else"
        assert not changes.ids
        _, weight = self.hand_over(work, task_id, shown=weight.what.messages)
        assert weight is None

    def test_another_price_looks_again_at_what_is_kept_back(self, work: Work) -> None:
        delegation_id = work.delegate(self.over(work))
        other = work.delegate(work.add(), work.specialist("Other"))
        price(work, provider="Other")
        for _ in range(2):
            assert claiming.claim(work.store, owner="w")[1] == ()
            states = [work.attempt_state(one) for one in (delegation_id, other)]
            assert states == [AttemptState.WAITING, AttemptState.WAITING]
            price(work, 2_000)  # kept back again
            states = [work.attempt_state(one) for one in (delegation_id, other)]
            assert states == [AttemptState.QUEUED, AttemptState.WAITING], "it is the other's price that stands"
        price(work, 1)
        assert work.claim().delegation_id == delegation_id
        spending.set_own_price(work.store, provider_id=work.provider("Other"), model="m-1", price=None)
        assert work.attempt_state(other) is AttemptState.QUEUED

    def test_level_3_is_refused_all_the_same(self, work: Work) -> None:
        with pytest.raises(UserError, match="level 3"):
            self.hand_over(work, work.add("Decide", level=Level.YOU_ONLY), over_budget=True)


class TestTrouble:
    def test_a_paused_queue_is_said(self, work: Work) -> None:
        task_id = work.add()
        assert not weigh(work, task_id).paused
        queueing.pause(work.store, paused=True)
        assert weigh(work, task_id).paused

    def test_a_provider_out_of_reach_is_said(self, work: Work) -> None:
        assert weigh(work, work.add()).trouble is None
        work.delegate(work.add())
        work.end(work.claim().attempt_id, "", "failed", error="unreachable")
        trouble = weigh(work, work.add()).trouble
        assert trouble is not None and trouble.reason is WaitReason.OFFLINE


class TestLocal:
    def test_the_newest_server_here_comes_before_the_built_in_model(self, work: Work) -> None:
        work.specialist("Ollama", base_url="http://localhost:1/v1")
        newest = work.specialist("LM Studio", base_url="http://localhost:2/v1")
        work.specialist("Mistral")
        found = weighing.local_specialist(work.store)
        assert found is not None and found.id == newest

    def test_one_that_is_switched_off_is_not_meant(self, work: Work) -> None:
        work.specialist("Mistral")
        local = work.provider("Ollama", "http://localhost:1/v1")
        roster.edit_provider(work.store, provider_id=local, enabled=False)
        assert weighing.local_specialist(work.store) is None

    def test_one_that_costs_something_is_in_trouble_or_has_no_model_is_not_meant(self, work: Work) -> None:
        prepare(work.store, starters=(), language="en")
        free = work.specialist("Free", base_url="http://localhost:1/v1")
        work.specialist("Priced", base_url="http://localhost:2/v1")
        price(work, provider="Priced")
        bare = work.provider("Bare", "http://localhost:3/v1")
        roster.edit_provider(work.store, provider_id=bare, model="")
        assert self.found(work) == free, "and not the newest"
        work.delegate(work.add(), free)
        work.end(work.claim().attempt_id, "", "failed", error="unreachable")
        builtin = work.store.value("SELECT id FROM provider WHERE kind = 'builtin'")
        spending.set_own_price(work.store, provider_id=builtin, model="", price=Price(0, DOLLAR))
        assert self.found(work) == work.specialist(BUILTIN_NAME), "always there"

    def test_a_price_of_nothing_is_free(self, work: Work) -> None:
        local = work.specialist("Ollama", base_url="http://localhost:1/v1")
        price(work, 0, provider="Ollama")
        assert self.found(work) == local

    def found(self, work: Work) -> SpecialistId | None:
        found = weighing.local_specialist(work.store)
        return None if found is None else found.id
