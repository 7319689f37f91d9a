"""Before a task is handed over: what would leave, where to, for about how much, and what stands in its way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.circuit import Circuit
from orchestrator_desktop.domain.delegate import Provider, ProviderKind, Specialist
from orchestrator_desktop.domain.ids import BriefId, DelegationId, ResultId, SpecialistId, TaskId
from orchestrator_desktop.domain.messages import Message
from orchestrator_desktop.domain.money import Budget, BudgetKind, Price, Spent
from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.operations.claiming import PAUSED
from orchestrator_desktop.operations.delegations import delegate, require_specialist
from orchestrator_desktop.operations.outgoing import Outgoing, outgoing
from orchestrator_desktop.operations.queueing import wait_until_tomorrow
from orchestrator_desktop.operations.spending import expected_cost, limit_reached
from orchestrator_desktop.operations.tasks import require
from orchestrator_desktop.store import delegates, queue, spending
from orchestrator_desktop.store.days import setting
from orchestrator_desktop.store.store import Store

_LOCAL: Final = ProviderKind.LOCAL
_NOTHING: Final = Price(0, 0)


@dataclass(frozen=True, slots=True)
class Weight:
    """One request as it stands. Amounts are micro-dollars; a `cost` of None is unknown."""

    task: Task
    specialist: Specialist
    provider: Provider
    model: str
    what: Outgoing
    tokens: int
    """About how many."""
    size: int
    """Bytes of text, as UTF-8."""
    cost: int | None
    looked_up: bool
    """The price list was asked, whatever it said."""
    limit: BudgetKind | None
    """What the cost would exceed."""
    budget: Budget
    spent: Spent
    trouble: Circuit | None
    paused: bool


def weigh(
    store: Store,
    *,
    task_id: TaskId,
    specialist_id: SpecialistId,
    brief_id: BriefId | None = None,
    comment: str = "",
    previous: ResultId | None = None,
) -> Weight:
    """What handing the task to the specialist now would send, as `operations.outgoing` makes it. A long brief takes a
    second: ask on the store thread, not on the window's. Raises UserError where one of them is gone."""
    task, specialist = require(store, task_id), require_specialist(store, specialist_id)
    provider = delegates.provider(store, specialist.provider_id)
    assert provider is not None  # a foreign key holds it
    what = outgoing(store, task, specialist, provider, brief_id=brief_id, comment=comment, previous=previous)
    model, tokens, today = specialist.model or provider.model, what.tokens, _today()
    cost = expected_cost(store, provider, specialist, model, tokens)
    return Weight(
        task=task,
        specialist=specialist,
        provider=provider,
        model=model,
        what=what,
        tokens=tokens,
        size=sum(len(message.text.encode(errors="surrogatepass")) for message in what.messages),
        cost=cost,
        looked_up=not provider.leaves_computer or spending.looked_up(store, provider.id, model),
        limit=limit_reached(store, provider, cost, today=today),
        budget=spending.budget(store),
        spent=spending.spent(store, today),
        trouble=queue.circuit(store, provider.id),
        paused=setting(store, PAUSED, False),
    )


def delegate_weighed(
    store: Store,
    *,
    task_id: TaskId,
    specialist_id: SpecialistId,
    shown: tuple[Message, ...] | None = None,
    over_budget: bool = False,
) -> tuple[Changes, Weight | None]:
    """Hand the task over, unless a limit would be exceeded, or what would leave is not what the user was `shown`: then
    nothing is done, and the weight says why. With `over_budget` the user has said: send anyway."""
    weight = weigh(store, task_id=task_id, specialist_id=specialist_id)
    changed = shown is not None and shown != weight.what.messages
    if changed or (weight.limit is not None and not over_budget):
        return Changes(), weight
    return delegate(store, task_id=task_id, specialist_id=specialist_id, over_budget=over_budget), None


def delegate_tomorrow(store: Store, *, task_id: TaskId, specialist_id: SpecialistId) -> Changes:
    """Hand the task over, to leave when the next day begins."""
    made = delegate(store, task_id=task_id, specialist_id=specialist_id, held=True)
    waits = wait_until_tomorrow(store, delegation_id=DelegationId(made.of(Kind.DELEGATION)[-1]))
    ids = {kind: (*made.of(kind), *waits.of(kind)) for kind in (*made.ids, *waits.ids)}
    return Changes(ids, made.name, made.step)


def local_specialist(store: Store) -> Specialist | None:
    """Who does it where nothing may be spent: the newest server on this computer that could answer now and costs
    nothing, else the built-in model."""
    here = {provider.id: provider for provider in delegates.providers(store) if _free_now(store, provider)}
    plain = [one for one in delegates.specialists(store) if one.plain and one.provider_id in here]
    return max(plain, key=lambda one: (here[one.provider_id].kind is _LOCAL, one.provider_id), default=None)


def _free_now(store: Store, provider: Provider) -> bool:
    """Whether its default model costs nothing, and it is in no trouble: the built-in one is always."""
    if provider.kind is not _LOCAL:
        return provider.kind is ProviderKind.BUILTIN
    price = spending.price(store, provider.id, provider.model)
    free = price is None or price == _NOTHING
    return free and not provider.lacks_model("") and queue.circuit(store, provider.id) is None


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
