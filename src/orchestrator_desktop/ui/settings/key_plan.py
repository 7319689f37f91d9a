"""What happens when an act gets other keys: who has them now, and what the one that loses them gets."""

from __future__ import annotations

from dataclasses import dataclass

from orchestrator_desktop.ui.key_words import same_start, with_twin
from orchestrator_desktop.ui.shortcuts import Binding, Shortcuts

Own = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Plan:
    """`keys` are those that the act would have. `clashes`: who has them now. Where `loser` is one of these, both can
    change places: it would have `left` then, which may be none."""

    act: Binding
    keys: tuple[str, ...]
    clashes: tuple[Binding, ...] = ()
    loser: Binding | None = None
    left: tuple[str, ...] = ()

    @property
    def free(self) -> bool:
        return not self.clashes


def plan(shortcuts: Shortcuts, act: Binding, key: str, *, keep: bool) -> Plan:
    """The act with `key`, and with `keep` also with the keys it has."""
    new = with_twin(key)
    keys = tuple(dict.fromkeys((*act.keys, *new))) if keep else new
    clashes = {other.id: other for each in new for other in shortcuts.clashes(act.id, each)}
    loser = next(iter(clashes.values())) if len(clashes) == 1 else None
    if loser is None or loser.fixed:
        return Plan(act, keys, tuple(clashes.values()))
    stays = tuple(one for one in loser.keys if not any(same_start(one, each) for each in new))
    return Plan(act, keys, (loser,), loser, stays + (() if keep else _given(shortcuts, act, loser, stays)))


def _given(shortcuts: Shortcuts, act: Binding, loser: Binding, stays: tuple[str, ...]) -> tuple[str, ...]:
    """What the loser gets in exchange: the keys of the other, where they are nobody else's there."""
    free = (key for key in act.keys if all(other.id == act.id for other in shortcuts.clashes(loser.id, key)))
    return tuple(key for key in free if key not in stays)


def carried_out(own: Own, made: Plan) -> Own:
    """The user's keys with the plan in them."""
    own = with_keys(own, made.act, made.keys)
    return own if made.loser is None else with_keys(own, made.loser, made.left)


def made_usual(shortcuts: Shortcuts, act: Binding) -> Own:
    """The user's keys with the usual ones for an act. Whoever was given them has its own usual ones again, as far as
    nobody else has these."""
    own = with_keys(shortcuts.own_keys, act, act.standard)
    takers = {other.id: other for key in act.standard for other in shortcuts.clashes(act.id, key)}
    for other in takers.values():
        stays = tuple(key for key in other.keys if not any(same_start(key, each) for each in act.standard))
        free = (key for key in other.standard if all(one.id == act.id for one in shortcuts.clashes(other.id, key)))
        own = with_keys(own, other, stays or tuple(free))
    return own


def with_keys(own: Own, act: Binding, keys: tuple[str, ...]) -> Own:
    """The user's keys with those of one act; what is as it was made is not kept."""
    found = {name: held for name, held in own.items() if name != act.id}
    return found if keys == act.standard else {**found, act.id: keys}
