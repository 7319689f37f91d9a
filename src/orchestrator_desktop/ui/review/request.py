"""A request as it was stored before it left: its head, and every part of its text, which the store keeps by digest."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QCoreApplication

from orchestrator_desktop.domain.briefing import as_text
from orchestrator_desktop.domain.ids import AttemptId
from orchestrator_desktop.domain.messages import Message, Role
from orchestrator_desktop.store import delegations, queue
from orchestrator_desktop.store.store import Store


def sent_messages(store: Store, attempt_id: AttemptId) -> tuple[Message, ...] | None:
    """The messages of an attempt as they left; None where it never did."""
    snapshot = delegations.snapshot(store, attempt_id)
    return None if snapshot is None else _messages(store, json.loads(snapshot))


def request_text(store: Store, attempt_id: AttemptId) -> str | None:
    """The whole request as text: where it went, which model, with which settings, and the messages."""
    snapshot = delegations.snapshot(store, attempt_id)
    if snapshot is None:
        return None
    said = json.loads(snapshot)
    head = [
        (_tr("Provider"), said.get("provider", "")),
        (_tr("Address"), said.get("origin") or said.get("base_url") or _tr("This computer")),
        (_tr("Protocol"), said.get("dialect", "")),
        (_tr("Model"), said.get("model", "")),
        (_tr("Settings"), _settings(said.get("options", {}))),
    ]
    form = _tr("%1: %2")
    lines = [form.replace("%1", name, 1).replace("%2", str(value), 1) for name, value in head if value]
    return "\n".join(lines) + "\n\n" + as_text(_messages(store, said))


def _messages(store: Store, said: dict[str, Any]) -> tuple[Message, ...]:
    """Requests of the first version hold their texts themselves."""
    whole = said.get("messages")
    if whole is not None:
        return tuple(Message(Role(one["role"]), one["text"]) for one in whole)
    return tuple(Message(Role(one["role"]), queue.part(store, one["sha256"]) or "") for one in said["parts"])


def _settings(options: dict[str, Any]) -> str:
    chosen = {name: value for name, value in options.items() if value not in (None, {}, [])}
    return ", ".join(f"{name} {json.dumps(value, ensure_ascii=False)}" for name, value in chosen.items())


def _tr(text: str) -> str:
    return QCoreApplication.translate("Request", text)
