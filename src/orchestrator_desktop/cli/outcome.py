"""What a command says of the delegation it has sent off, or waited for."""

from __future__ import annotations

import click

from orchestrator_desktop.cli import delegation_shapes, screen, troubles
from orchestrator_desktop.cli.session import Session
from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.delegation import Attempt, Delegation
from orchestrator_desktop.domain.ids import DelegationId
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store.store import Store


def report(session: Session, delegation_id: DelegationId, *, wait: bool, as_json: bool) -> None:
    """Say what becomes of a delegation just made. With `wait` run it first, and exit with 1 unless it is complete."""
    if wait:
        from orchestrator_desktop.cli.waiting import run

        with session.store() as store:
            screen.note(_departure(store, delegation_id))
        run(session.folder, delegation_id, quiet=as_json)
    with session.store() as store:
        delegation, attempt, version = _state(store, delegation_id)
        departure = _departure(store, delegation_id)
    if as_json:
        screen.say_json(delegation_shapes.delegation(delegation, attempt, version))
    elif wait and attempt is not None:
        screen.note(_ending(delegation, attempt, version))
        screen.note_detail(attempt.error_detail)
    elif attempt is None:
        screen.say(f"Waiting for {delegation.delegate}. Nothing is sent by itself: tell them what is asked.")
    else:
        screen.say(f"Queued. {departure}")
        screen.say(f"An open window sends it; `orchestrator wait {delegation.task_id}` does it here.")
    if wait and (attempt is None or attempt.state is not AttemptState.COMPLETE):
        raise click.exceptions.Exit(1)


def _state(store: Store, delegation_id: DelegationId) -> tuple[Delegation, Attempt | None, int | None]:
    delegation = reading.delegation(store, delegation_id)
    assert delegation is not None  # nothing deletes it but undo, and this command has just made or found it
    results = reading.results(store, delegation.task_id)
    version = next((result.version for result in results if result.delegation_id == delegation_id), None)
    return delegation, reading.latest_attempt(store, delegation_id), version


def _departure(store: Store, delegation_id: DelegationId) -> str:
    """Who gets how much, and whether it leaves this computer."""
    delegation, attempt, _ = _state(store, delegation_id)
    specialist = delegates.specialist(store, delegation.specialist_id) if delegation.specialist_id else None
    provider = delegates.provider(store, specialist.provider_id) if specialist else None
    if attempt is None or provider is None:
        return ""
    place = "leaving this computer" if provider.leaves_computer else "on this computer"
    by = "" if delegation.delegate == provider.name else f" ({provider.name})"
    return f"About {attempt.input_estimate:,} tokens to {delegation.delegate}{by}, {place}."


def _ending(delegation: Delegation, attempt: Attempt, version: int | None) -> str:
    if attempt.state is AttemptState.COMPLETE and version is not None:
        return f"Complete: version {version} is in review. `orchestrator review {delegation.task_id} accept` takes it."
    return troubles.trouble(attempt) or f"The attempt is {attempt.state.value}."
