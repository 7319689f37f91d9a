"""The command budget: what may be spent, and what was."""

from __future__ import annotations

from typing import Final

import click

from orchestrator_desktop.cli import screen, words
from orchestrator_desktop.cli.params import json_option, text
from orchestrator_desktop.cli.session import Session, pass_session, today
from orchestrator_desktop.cli.shapes import Shape
from orchestrator_desktop.domain.moments import day_bounds
from orchestrator_desktop.domain.money import Budget, BudgetKind, parse_amount
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.store import spending
from orchestrator_desktop.store.days import setting
from orchestrator_desktop.store.spending import Since
from orchestrator_desktop.store.store import Store

_KEYS: Final = {
    BudgetKind.DAY: spending.BUDGET_DAY,
    BudgetKind.MONTH: spending.BUDGET_MONTH,
    BudgetKind.DELEGATION: spending.BUDGET_DELEGATION,
}
_WHEN_SPENT: Final = {
    "ask": "What exceeds a limit waits for you.",
    "local": "What exceeds a limit is done on this computer, unless you say who does it.",
    "tomorrow": "What exceeds a limit leaves on the next day, or in the next month.",
}


@click.command()
@click.option("--day", metavar="DOLLARS", type=text, help="The limit of a day.")
@click.option("--month", metavar="DOLLARS", type=text, help="The limit of a month.")
@click.option("--delegation", metavar="DOLLARS", type=text, help="The limit of one delegation.")
@click.option("--none-day", "none_day", is_flag=True, help="No limit for a day.")
@click.option("--none-month", "none_month", is_flag=True, help="No limit for a month.")
@click.option("--none-delegation", "none_delegation", is_flag=True, help="No limit for a delegation.")
@click.option("--when-spent", type=click.Choice(list(_WHEN_SPENT)), help="What becomes of what exceeds a limit.")
@json_option
@pass_session
def budget(session: Session, /, when_spent: str | None, as_json: bool, **said: str | bool | None) -> None:
    """Show what may be spent and what was spent today and this month; change the limits.

    Amounts are US dollars, 5 or 0.50. A limit of 0 sends nothing that costs.
    """
    limits = _limits(said)
    with session.store() as store:
        for kind, limit in limits.items():
            set_setting(store, key=_KEYS[kind], value=False if limit is None else limit)
        if when_spent is not None:
            set_setting(store, key=spending.WHEN_SPENT, value=when_spent)
        known = _read(store)
    if as_json:
        screen.say_json(_shape(*known))
    else:
        _say(*known)


COMMANDS: Final = (budget,)


def _limits(said: dict[str, str | bool | None]) -> dict[BudgetKind, int | None]:
    """The limits that were named, all of them read before one is set; None for no limit. Raises UsageError."""
    limits: dict[BudgetKind, int | None] = {}
    for kind in BudgetKind:
        amount, none = said[kind.value], bool(said[f"none_{kind.value}"])
        if amount is None and not none:
            continue
        if amount is not None and none:
            raise click.UsageError(f"Choose --{kind.value} or --none-{kind.value}.", click.get_current_context())
        limits[kind] = None if none else parse_amount(str(amount))
        if limits[kind] is None and not none:
            raise click.UsageError(f"--{kind.value} names no amount; --none-{kind.value} takes the limit away.")
    return limits


def _read(store: Store) -> tuple[Budget, str, Since, Since]:
    day = today()
    return (
        spending.budget(store),
        setting(store, spending.WHEN_SPENT, "ask"),
        spending.spent_since(store, day_bounds(day)[0]),
        spending.spent_since(store, day_bounds(day.replace(day=1))[0]),
    )


def _shape(limits: Budget, when_spent: str, day: Since, month: Since) -> Shape:
    return {
        "limits": {"day_micro": limits.day, "month_micro": limits.month, "delegation_micro": limits.delegation},
        "when_spent": when_spent,
        "today": _spent_shape(day),
        "month": _spent_shape(month),
    }


def _spent_shape(since: Since) -> Shape:
    return {
        "micro": since.micro,
        "requests": since.requests,
        "tokens": since.tokens,
        "providers": since.providers,
        "unknown": since.unknown,
    }


def _say(limits: Budget, when_spent: str, day: Since, month: Since) -> None:
    rows = [
        ("Today", _spent(day), _limit(limits.day)),
        ("This month", _spent(month), _limit(limits.month)),
        ("One delegation", "", _limit(limits.delegation)),
    ]
    screen.table(("", "Spent", "Limit"), rows, stretch=0)
    screen.say(_WHEN_SPENT.get(when_spent, _WHEN_SPENT["ask"]))


def _spent(since: Since) -> str:
    """Known amounts; requests of unknown cost are told apart, never counted as nothing."""
    unknown = f" and {since.unknown} of unknown cost" if since.unknown else ""
    return f"{words.money(since.micro)}{unknown}"


def _limit(micro: int | None) -> str:
    return "none" if micro is None else words.money(micro)
