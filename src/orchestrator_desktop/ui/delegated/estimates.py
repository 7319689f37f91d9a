"""What a delegation will take, about: its model, the length of its answer, its price; and the limit that stops it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from orchestrator_desktop.domain.attempts import WaitReason
from orchestrator_desktop.domain.delegate import Provider, Specialist
from orchestrator_desktop.domain.ids import AttemptId, ProviderId
from orchestrator_desktop.domain.money import Budget, BudgetKind, Price, Spent, estimate
from orchestrator_desktop.operations.spending import USUAL_OUTPUT, expected_output, limit_reached
from orchestrator_desktop.store import delegates, delegations, spending
from orchestrator_desktop.store.board import BoardRow
from orchestrator_desktop.store.store import Store

CHARS_A_TOKEN = 4
"""About, where only the length of a text is at hand."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """Tokens of the answer, about, and what is paid for them; `price` is None where nobody knows it."""

    model: str
    output: int
    price: Price | None
    free: bool
    builtin: bool
    provider: Provider | None = None

    def cost(self, input_tokens: int, output_tokens: int) -> int | None:
        """Micro-dollars, about."""
        if self.price is None:
            return 0 if self.free else None
        return estimate(input_tokens, output_tokens, self.price)


@dataclass(frozen=True, slots=True)
class Held:
    """The limit that holds a delegation up, what it would cost, and what is spent already."""

    kind: BudgetKind | None
    limit: int
    spent: int
    wanted: int | None


class Estimates:
    """Looked up once for each model that a delegate asks; `forget` after a change of providers, specialists, prices or
    limits."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[tuple[str, ProviderId | None, str], Estimate] = {}
        self._held: dict[AttemptId, Held] = {}
        self._weighed: tuple[AttemptId, float] | None = None

    def forget(self) -> None:
        self._known.clear()
        self._held.clear()

    def of(self, row: BoardRow) -> Estimate:
        key = (row.delegate, row.provider_id, row.model)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._look_up(row)
        return known

    def planned(self, row: BoardRow) -> int | None:
        """What the whole of it is thought to cost: as reserved when it was sent, else as it would be now."""
        if row.reserved_micro is not None:
            return row.reserved_micro
        known = self.of(row)
        return known.cost(row.input_estimate, known.output)

    def so_far(self, row: BoardRow) -> int | None:
        """What a running one has cost so far, about."""
        return self.of(row).cost(row.input_estimate, self.received(row))

    def progress(self, row: BoardRow) -> float:
        """How much of the expected answer has come; never whole before the end."""
        return min(0.95, self.received(row) / max(1, self.of(row).output))

    def received(self, row: BoardRow) -> int:
        """Tokens that have come: as counted by the provider, else about."""
        if row.output_tokens is not None:
            return row.output_tokens
        weighed = self._weighed is not None and self._weighed[0] == row.attempt_id
        chars = self._weighed[1] if weighed and self._weighed is not None else CHARS_A_TOKEN
        return round(row.text_length / chars + row.reasoning_length / CHARS_A_TOKEN)

    def weigh(self, attempt_id: AttemptId, chars_a_token: float) -> None:
        """The text of one attempt was counted, so that its row says the same as who shows the text."""
        self._weighed = (attempt_id, max(1.0, chars_a_token))

    def held(self, row: BoardRow, today: date) -> Held:
        """Which limit holds up a row that waits for its budget."""
        known = self._held.get(row.attempt_id)
        if known is None:
            known = self._held[row.attempt_id] = self._limit(row, today)
        return known

    def _look_up(self, row: BoardRow) -> Estimate:
        store = self._store
        specialist, provider = self._who(row)
        if specialist is None or provider is None:
            return Estimate(row.model, USUAL_OUTPUT, None, not row.leaves_computer, builtin=False)
        model = row.model or specialist.model or provider.model
        return Estimate(
            model=model,
            output=expected_output(store, specialist),
            price=spending.price(store, provider.id, model),
            free=not provider.leaves_computer,
            builtin=not provider.base_url,
            provider=provider,
        )

    def _who(self, row: BoardRow) -> tuple[Specialist | None, Provider | None]:
        found = delegations.delegation(self._store, row.delegation_id)
        if found is None or found.specialist_id is None:
            return None, None
        specialist = delegates.specialist(self._store, found.specialist_id)
        return specialist, None if specialist is None else delegates.provider(self._store, specialist.provider_id)

    def _limit(self, row: BoardRow, today: date) -> Held:
        provider, wanted = self.of(row).provider, self.planned(row)
        kind = None
        if provider is not None and row.reason is WaitReason.BUDGET:
            kind = limit_reached(self._store, provider, wanted, today=today)
        if kind is None:
            return Held(None, 0, 0, wanted)
        limits, spent = spending.budget(self._store), spending.spent(self._store, today)
        return Held(kind, _limit_of(limits, kind), _spent_of(spent, kind), wanted)


def _limit_of(limits: Budget, kind: BudgetKind) -> int:
    of = {BudgetKind.DAY: limits.day, BudgetKind.MONTH: limits.month, BudgetKind.DELEGATION: limits.delegation}
    return of[kind] or 0


def _spent_of(spent: Spent, kind: BudgetKind) -> int:
    of = {BudgetKind.DAY: spent.day, BudgetKind.MONTH: spent.month, BudgetKind.DELEGATION: spent.delegation}
    return of[kind]
