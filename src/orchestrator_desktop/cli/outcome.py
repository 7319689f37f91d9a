"""What a command says of the delegation it has sent off, or waited for."""

from __future__ import annotations

import click

from orchestrator_desktop.cli import delegation_shapes, screen, troubles, words
from orchestrator_desktop.cli.session import Session, today
from orchestrator_desktop.cli.standing import Standing, standing
from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.ids import DelegationId
from orchestrator_desktop.operations import spending
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store.store import Store


def report(session: Session, delegation_id: DelegationId, *, wait: bool, as_json: bool) -> None:
    """Say what becomes of a delegation just made. With `wait` run it first, and exit with 1 unless it is complete."""
    if wait:
        from orchestrator_desktop.cli.waiting import run

        with session.store() as store:
            screen.note(_departure(store, standing(store, delegation_id)))
        run(session, delegation_id, quiet=as_json)
    with session.store() as store:
        stands = standing(store, delegation_id)
        departure = _departure(store, stands)
    if as_json:
        screen.say_json(delegation_shapes.standing(stands))
    elif wait and stands.attempt is not None:
        screen.note(ending(stands))
        screen.note_detail(stands.attempt.error_detail)
    else:
        _say_queued(stands, departure)
    if wait and not stands.complete:
        raise click.exceptions.Exit(1)


def ending(stands: Standing) -> str:
    """How a delegation to a specialist has ended, or why it has not."""
    delegation, attempt = stands.delegation, stands.attempt
    assert attempt is not None  # a person makes none
    if stands.complete and stands.version is not None:
        taken = f"`orchestrator review {delegation.task_id} accept` takes it."
        return f"Complete: version {stands.version} is in review. {taken}"
    to_be = stands.provider.name if stands.provider else ""
    return troubles.trouble(attempt, provider=to_be) or f"The attempt is {troubles.running(attempt.state)}."


def _say_queued(stands: Standing, departure: str) -> None:
    delegation, attempt = stands.delegation, stands.attempt
    if attempt is None:
        screen.say(f"Waiting for {delegation.delegate}. Nothing is sent by itself: tell them what is asked.")
    elif attempt.state is AttemptState.DRAFT:
        screen.say(f"Held. {departure}")
        screen.say(f"`orchestrator queue release {delegation.task_id}` lets it go.")
    else:
        screen.say(f"Queued. {departure}")
        screen.say(f"An open window sends it; `orchestrator wait {delegation.task_id}` does it here.")


def _departure(store: Store, stands: Standing) -> str:
    """Who gets how much, whether it leaves this computer, what it costs, about, and whether a limit stands against
    it."""
    delegation, attempt, provider = stands.delegation, stands.attempt, stands.provider
    specialist = delegates.specialist(store, delegation.specialist_id) if delegation.specialist_id else None
    if attempt is None or provider is None or specialist is None:
        return ""
    place = "leaving this computer" if provider.leaves_computer else "on this computer"
    by = "" if delegation.delegate == provider.name else f" ({provider.name})"
    said = f"About {attempt.input_estimate:,} tokens to {delegation.delegate}{by}, {place}"
    model = specialist.model or provider.model
    cost = spending.expected_cost(store, provider, specialist, model, attempt.input_estimate)
    if cost:
        said += f", about {words.money(cost)}"
    limit = spending.limit_reached(store, provider, cost, today=today()) if attempt.state.to_come else None
    return f"{said}." if limit is None else f"{said}. That exceeds {words.LIMITS[limit]}."
