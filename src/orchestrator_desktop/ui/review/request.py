"""A request as it was stored before it left: its head, and every part of its text, which the store keeps by digest."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from orchestrator_desktop.domain.ids import AttemptId
from orchestrator_desktop.domain.messages import Message, Role
from orchestrator_desktop.store import delegations, queue
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.ui.delegation.preview import Preview
from orchestrator_desktop.ui.names import provider_name
from orchestrator_desktop.ui.services import Services


def show_sent(services: Services, window: QWidget, attempt_id: AttemptId) -> None:
    """Open the whole request of an attempt over `window`; nothing happens where it never left."""
    snapshot = delegations.snapshot(services.store, attempt_id)
    if snapshot is None:
        return
    said = json.loads(snapshot)
    title = QCoreApplication.translate("Request", "What %1 was sent").replace(
        "%1", provider_name(said.get("provider", ""))
    )
    note = QCoreApplication.translate("Request", "The request, as it was stored before it left.")
    replaced = delegations.replaced(services.store, attempt_id)
    Preview(services.theme, window).show_sent(
        title, f"{note}\n{head_of(said)}", _messages(services.store, said), replaced
    )


def sent_messages(store: Store, attempt_id: AttemptId) -> tuple[Message, ...] | None:
    """The messages of an attempt as they left; None where it never did."""
    snapshot = delegations.snapshot(store, attempt_id)
    return None if snapshot is None else _messages(store, json.loads(snapshot))


def head_of(said: dict[str, Any]) -> str:
    """Where a stored request went, in which protocol, to which model, with which settings."""
    where = said.get("origin") or said.get("base_url") or QCoreApplication.translate("Request", "this computer")
    facts = (where, said.get("dialect", ""), said.get("model", ""), _settings(said.get("options", {})))
    return " · ".join(fact for fact in facts if fact)


def _messages(store: Store, said: dict[str, Any]) -> tuple[Message, ...]:
    """Requests of the first version hold their texts themselves."""
    whole = said.get("messages")
    if whole is not None:
        return tuple(Message(Role(one["role"]), one["text"]) for one in whole)
    return tuple(Message(Role(one["role"]), queue.part(store, one["sha256"]) or "") for one in said["parts"])


def _settings(options: dict[str, Any]) -> str:
    chosen = {name: value for name, value in options.items() if value not in (None, {}, [])}
    return ", ".join(f"{name} {json.dumps(value, ensure_ascii=False)}" for name, value in chosen.items())
