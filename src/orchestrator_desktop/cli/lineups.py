"""The lines of the queue: what is read of each, and how it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from orchestrator_desktop.cli import screen, troubles, words
from orchestrator_desktop.cli.session import now
from orchestrator_desktop.cli.shapes import Shape
from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.moments import local_text
from orchestrator_desktop.operations.spending import expected_cost
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store.lineup import Place, to_come, under_way
from orchestrator_desktop.store.store import Store

_LOOKED_FOR: Final = (WaitReason.OFFLINE, WaitReason.LOADING)
"""Found again by looking every few seconds: a time would say nothing."""


@dataclass(frozen=True, slots=True)
class Line:
    """One delegation; `number` counts what is to come from 1, `cost` is in micro-dollars, None where unknown."""

    place: Place
    number: int | None
    cost: int | None


def read(store: Store) -> list[Line]:
    """What is under way, then what is to come, in the order of the queue."""
    gone = [Line(place, None, _cost(store, place)) for place in under_way(store)]
    return gone + [Line(place, number, _cost(store, place)) for number, place in enumerate(to_come(store), 1)]


def shape(line: Line) -> Shape:
    place = line.place
    reason = _reason(place)
    return {
        "place": line.number,
        "task_id": place.task_id,
        "task_title": place.title,
        "delegate": place.delegate,
        "provider": place.provider,
        "model": place.model,
        "leaves_computer": place.leaves_computer,
        "state": place.state.value,
        "waiting": {"reason": reason, "until": local_text(place.not_before)} if reason else None,
        "tries": place.number,
        "input_estimate": place.input_estimate,
        "estimate_micro": line.cost,
        "queued_at": local_text(place.queued_at),
        "sent_at": local_text(place.sent_at),
    }


def say(lines: Sequence[Line], *, paused: bool) -> None:
    """A table, and a word where nothing leaves."""
    if not lines:
        screen.say("Nothing is queued.")
    else:
        heads = ("Place", "ID", "Task", "To", "Provider", "Where", "State", "Tokens", "Cost")
        screen.table(heads, [_cells(line) for line in lines], stretch=2)
    if paused:
        screen.note("The queue is paused: nothing leaves. `orchestrator queue resume` goes on.")


def _cells(line: Line) -> tuple[str, ...]:
    place = line.place
    return (
        "" if line.number is None else str(line.number),
        str(place.task_id),
        place.title,
        place.delegate,
        "" if place.provider == place.delegate else place.provider,
        "elsewhere" if place.leaves_computer else "here",
        _state(place),
        f"{place.input_estimate:,}",
        words.money(line.cost) or "unknown",
    )


def _state(place: Place) -> str:
    said = troubles.running(place.state, _reason(place))
    if place.not_before is None or place.reason in _LOOKED_FOR:
        return said
    return f"{said}, {words.soon(place.not_before, now())}"


def _reason(place: Place) -> str | None:
    if place.state is AttemptState.DRAFT:
        return troubles.HELD
    if place.left:
        return troubles.LEFT
    return place.reason if place.state is AttemptState.WAITING else None


def _cost(store: Store, place: Place) -> int | None:
    """What it was thought to cost when it was sent, or would cost now."""
    if place.reserved_micro is not None:
        return place.reserved_micro
    specialist = delegates.specialist(store, place.specialist_id) if place.specialist_id else None
    provider = delegates.provider(store, place.provider_id) if place.provider_id else None
    if specialist is None or provider is None:
        return None
    return expected_cost(store, provider, specialist, place.model, place.input_estimate)
