"""A desk for tests of operations: a real file, and a hand that plays the engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.delegation import Delegation, Result
from orchestrator_desktop.domain.ids import AttemptId, BriefId, DelegationId, ProviderId, ResultId, SpecialistId, TaskId
from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.domain.task import Level, Stage, Task
from orchestrator_desktop.operations import attempts, claiming, delegations, roster, specialists, tasks
from orchestrator_desktop.operations.acting import acting
from orchestrator_desktop.operations.attempts import Ending
from orchestrator_desktop.operations.claiming import Claim
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store.store import Store

OWNER = "window 1"
# What undo leaves alone: the records of what happened, and texts kept by their digest.
NOT_RESTORED = (
    "ledger", "undo_step", "undo_change", "context_item", "part", "attempt", "attempt_event", "sent", "circuit",
)  # fmt: skip


@dataclass
class Work:
    store: Store

    def add(self, line: str = "Draft the announcement", **edits: Any) -> TaskId:
        task_id = TaskId(tasks.add(self.store, line=line).first(Kind.TASK))
        if edits:
            tasks.edit(self.store, task_id=task_id, **edits)
        return task_id

    def task(self, task_id: TaskId) -> Task:
        return tasks.require(self.store, task_id)

    def stage(self, task_id: TaskId) -> Stage:
        return self.task(task_id).stage

    def provider(self, name: str = "Mistral", base_url: str = "https://api.mistral.ai/v1") -> ProviderId:
        found = self.store.value("SELECT id FROM provider WHERE name = ?", (name,))
        if found is None:
            added = roster.add_provider(self.store, name=name, dialect="openai-chat", base_url=base_url, model="m-1")
            found = added.first(Kind.PROVIDER)
        return ProviderId(found)

    def specialist(self, provider: str = "Mistral", **given: Any) -> SpecialistId:
        """The plain specialist of a provider, made where there is none of that name."""
        provider_id = self.provider(provider, **given)
        return SpecialistId(self.store.value("SELECT id FROM specialist WHERE provider_id = ?", (provider_id,)))

    def role(self, name: str, provider: str = "Mistral", **given: Any) -> SpecialistId:
        """A specialist with instructions of its own."""
        provider_id = self.provider(provider)
        with acting(self.store, "", undoable=False) as act:
            return SpecialistId(specialists.insert_specialist(act, provider_id, name=name, **given))

    def delegate(self, task_id: TaskId, specialist_id: SpecialistId | None = None, **edits: Any) -> DelegationId:
        changes = delegations.delegate(
            self.store, task_id=task_id, specialist_id=specialist_id or self.specialist(), edits=edits or None
        )
        return DelegationId(changes.of(Kind.DELEGATION)[-1])

    def hand_to(self, task_id: TaskId, name: str = "Nora") -> DelegationId:
        changes = delegations.delegate_to_person(self.store, task_id=task_id, name=name)
        return DelegationId(changes.of(Kind.DELEGATION)[-1])

    def claim(self, only: DelegationId | None = None, owner: str = OWNER) -> Claim:
        _, (taken,) = claiming.claim(self.store, owner=owner, only=only)
        return taken

    def end(self, attempt_id: AttemptId, text: str = "An answer.", state: str = "complete", **ending: Any) -> Changes:
        given = Ending(AttemptState(state), text, usage=Usage(120, 40), **ending)
        return attempts.finish(self.store, attempt_id=attempt_id, ending=given)

    def answer(self, delegation_id: DelegationId, text: str = "An answer.", state: str = "complete") -> AttemptId:
        taken = self.claim(delegation_id)
        self.end(taken.attempt_id, text, state)
        return taken.attempt_id

    def in_review(self, line: str = "Draft the announcement", text: str = "An answer.", **edits: Any) -> TaskId:
        task_id = self.add(line, **edits)
        self.answer(self.delegate(task_id), text)
        return task_id

    def delegation(self, delegation_id: DelegationId) -> Delegation:
        found = reading.delegation(self.store, delegation_id)
        assert found is not None
        return found

    def attempt_state(self, delegation_id: DelegationId) -> AttemptState:
        latest = reading.latest_attempt(self.store, delegation_id)
        assert latest is not None
        return latest.state

    def result(self, task_id: TaskId) -> Result:
        found = reading.latest_result(self.store, task_id)
        assert found is not None
        return found

    def result_id(self, task_id: TaskId) -> ResultId:
        return self.result(task_id).id

    def brief_id(self, task_id: TaskId) -> BriefId:
        found = reading.latest_brief(self.store, task_id)
        assert found is not None
        return found.id

    def events(self, task_id: TaskId) -> list[str]:
        """Events of a task that stand, oldest first."""
        rows = self.store.rows("SELECT event FROM ledger_standing WHERE task_id = ? ORDER BY id", (task_id,))
        return [row["event"] for row in rows]

    def force_level(self, task_id: TaskId, level: Level) -> None:
        """Behind the back of every rule."""
        self.store.execute("UPDATE task SET level = ? WHERE id = ?", (level, task_id))

    def standing(self) -> list[tuple[object, ...]]:
        return [tuple(row) for row in self.store.rows("SELECT id, at, event, task_id, detail FROM ledger_standing")]

    def dump(self) -> dict[str, list[tuple[object, ...]]]:
        """Everything that undo puts back."""
        # Without the shadows of the text index, which `sound` looks at.
        own = "type = 'table' AND schema = 'main'"
        names = self.store.rows(f"SELECT name FROM pragma_table_list WHERE {own} ORDER BY name")
        kept = [row["name"] for row in names if not row["name"].startswith(("sqlite_", "_sqlite"))]
        return {
            name: [tuple(row) for row in self.store.rows(f"SELECT * FROM {name} ORDER BY 1")]
            for name in kept
            if name not in NOT_RESTORED
        }

    def sound(self) -> None:
        """What holds at every moment, whatever was done."""
        store = self.store
        assert store.rows("PRAGMA foreign_key_check") == []
        for table in ("task_text", "title_text", "reflection_text"):
            store.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        indexed = "SELECT rowid, title, notes, checklist, result, context, tags, files, marks FROM task_text"
        told = [tuple(row) for row in store.rows("SELECT * FROM task_words ORDER BY id")]
        assert [tuple(row) for row in store.rows(f"{indexed} ORDER BY rowid")] == told
        titles = [(row[0], row[1], row[-1]) for row in told]
        assert [tuple(row) for row in store.rows("SELECT rowid, title, marks FROM title_text ORDER BY rowid")] == titles
        awaited = dict(
            tuple(row)
            for row in store.rows("SELECT task_id, count(*) FROM delegation WHERE state = 'open' GROUP BY task_id")
        )
        for row in store.rows("SELECT id, stage, done_at FROM task"):
            assert awaited.get(row["id"], 0) == (1 if row["stage"] == "delegated" else 0), dict(row)
            assert (row["done_at"] is not None) == (row["stage"] in ("done", "dropped"))
            if row["stage"] == "in_review":
                assert store.value("SELECT 1 FROM result WHERE task_id = ?", (row["id"],))
