"""Specialists: the named ones, and the plain one that comes with each provider."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TypedDict, Unpack

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.delegate import Example
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.domain.ids import ProviderId, SpecialistId
from orchestrator_desktop.domain.messages import Options
from orchestrator_desktop.operations.acting import Act, acting, gone
from orchestrator_desktop.operations.naming import free_name, let_go, numbered_name, touch_tasks
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store.store import Store, Value


class SpecialistEdits(TypedDict, total=False):
    """What `edit_specialist` can change; what is absent stays."""

    name: str
    instructions: str
    provider_id: ProviderId
    model: str


def add_specialist(store: Store, *, name: str, provider_id: ProviderId, instructions: str = "") -> Changes:
    """Add a specialist on the provider's default model; a name that is taken gets a number."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Add a specialist")) as act:
        _known(store, provider_id)
        insert_specialist(act, provider_id, name=name, instructions=instructions)
    return act.changes


def edit_specialist(store: Store, *, specialist_id: SpecialistId, **edits: Unpack[SpecialistEdits]) -> Changes:
    """Change a specialist. A model belongs to its provider: another provider starts with its default one."""
    name = QT_TRANSLATE_NOOP("operations", "Edit the specialist")
    with acting(store, name, merge_key=f"specialist {specialist_id} {' '.join(sorted(edits))}") as act:
        values: dict[str, Value] = {}
        if "name" in edits:
            values["name"] = free_name(act, Kind.SPECIALIST, edits["name"], but=specialist_id)
            touch_tasks(act, "specialist_id", specialist_id)
        if "instructions" in edits:
            values["instructions"] = edits["instructions"]
        if "provider_id" in edits:
            _known(store, edits["provider_id"])
            values |= {"provider_id": edits["provider_id"], "model": ""}
        if "model" in edits:
            values["model"] = edits["model"].strip()
        act.update(Kind.SPECIALIST, specialist_id, values)
    return act.changes


def remove_specialist(store: Store, *, specialist_id: SpecialistId) -> Changes:
    """Remove a specialist; what it gave stays. Refused while it has work out, and for a plain one."""
    with acting(store, QT_TRANSLATE_NOOP("operations", "Remove the specialist")) as act:
        found = delegates.specialist(store, specialist_id)
        if found is None:
            raise gone(Kind.SPECIALIST, specialist_id)
        if found.plain:
            raise UserError(
                QT_TRANSLATE_NOOP("errors", "“{name}” comes with its provider and goes with it. Nothing was changed."),
                name=found.name,
            )
        out = store.value(
            "SELECT count(*) FROM delegation WHERE specialist_id = ? AND state = 'open'", (specialist_id,)
        )
        if out:
            raise UserError(
                QT_TRANSLATE_NOOP("errors", "Still out with this specialist: {count}. Take them back, then remove it."),
                count=out,
            )
        let_go(act, "specialist_id", specialist_id)
        act.delete(Kind.SPECIALIST, specialist_id)
    return act.changes


def insert_specialist(
    act: Act,
    provider_id: ProviderId,
    *,
    name: str,
    instructions: str = "",
    options: Options | None = None,
    examples: Sequence[Example] = (),
    plain: bool = False,
    starter: str = "",
) -> int:
    """Inside an act: a specialist's row; a name that is taken gets a number."""
    values: dict[str, Value] = {
        "name": numbered_name(act, Kind.SPECIALIST, name),
        "provider_id": provider_id,
        "instructions": instructions,
        "options": json.dumps(asdict(options) if options else {}),
        "examples": json.dumps([asdict(example) for example in examples], ensure_ascii=False),
        "plain": int(plain),
        "starter": starter,
    }
    return act.insert(Kind.SPECIALIST, {**values, "created_at": act.now})


def _known(store: Store, provider_id: ProviderId) -> None:
    if delegates.provider(store, provider_id) is None:
        raise gone(Kind.PROVIDER, provider_id)
