"""What a full export holds beside the tasks: people, saved filters, reflections, briefs and results."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.operations.acting import Act
from orchestrator_desktop.store.store import Row, Store

Section = Sequence[Mapping[str, Any]]
_BRIEF: Final = ("version", "objective", "constraints", "done_when", "output", "handed_over", "created_at")


def sections(store: Store) -> dict[str, list[dict[str, Any]]]:
    """Every section as JSON values; tasks are called by their uid. The same data make the same lists."""
    return {
        "providers": _plain(store, f"SELECT {', '.join(_PROVIDER)} FROM provider ORDER BY name"),
        "specialists": [_specialist(row) for row in store.rows(_SPECIALISTS)],
        "people": _plain(store, "SELECT name, address, language FROM person ORDER BY name"),
        "filters": _plain(store, "SELECT name, query FROM saved_filter ORDER BY position, id"),
        "reflections": _plain(store, "SELECT day, text, closed_at, updated_at FROM reflection ORDER BY day"),
        "briefs": [_brief(store, row) for row in store.rows(_BRIEFS)],
        "results": [_result(store, row) for row in store.rows(_RESULTS)],
    }


def take_means(act: Act, given: Mapping[str, Section]) -> None:
    """Inside an act, before the tasks that name them: providers and specialists that are not here, without keys. The
    providers are switched off, as a file may have been changed by others: the user looks where they lead first."""
    for provider in given.get("providers", ()):
        _take_named(act, Kind.PROVIDER, {**provider, "enabled": 0}, (*_PROVIDER[1:], "enabled"))
    for specialist in given.get("specialists", ()):
        provider_id = act.store.value("SELECT id FROM provider WHERE name = ?", (str(specialist.get("provider")),))
        if provider_id is not None:
            lists = {name: json.dumps(specialist[name], ensure_ascii=False) for name in ("options", "examples")}
            row = {**specialist, **lists, "provider_id": provider_id}
            _take_named(act, Kind.SPECIALIST, row, (*_SPECIALIST[1:], "provider_id"))


def take_sections(act: Act, given: Mapping[str, Section], ids: Mapping[str, TaskId]) -> None:
    """Inside an act: take in what is not here yet; `ids` are the tasks of the file that have just been made, by uid.
    What is here already is left as it is."""
    for person in given.get("people", ()):
        _take_named(act, Kind.PERSON, person, ("address", "language"))
    for number, saved in enumerate(given.get("filters", ())):
        _take_named(act, Kind.SAVED_FILTER, {**saved, "position": float(number)}, ("query", "position"))
    for entry in given.get("reflections", ()):
        _take_reflection(act, entry)
    briefs: dict[tuple[TaskId, int], int] = {}
    taken: set[tuple[TaskId, int]] = set()  # a version that stands twice in the file is taken once
    for brief in given.get("briefs", ()):
        task_id = ids.get(str(brief.get("task")))
        if task_id is not None and (task_id, brief["version"]) not in briefs:
            briefs[task_id, int(brief["version"])] = _take_brief(act, task_id, brief)
    for result in given.get("results", ()):
        task_id = ids.get(str(result.get("task")))
        if task_id is not None and (task_id, result["version"]) not in taken:
            taken.add((task_id, result["version"]))
            _take_result(act, task_id, result, briefs)


_PROVIDER: Final = (
    "name", "kind", "dialect", "base_url", "model", "at_once", "redact", "background", "patience_first",
    "patience_between",
)  # fmt: skip
_SPECIALIST: Final = ("name", "instructions", "model", "options", "examples", "plain", "starter")
_SPECIALISTS: Final = f"""SELECT {", ".join(f"specialist.{name}" for name in _SPECIALIST)}, provider.name AS provider
FROM specialist JOIN provider ON provider.id = provider_id ORDER BY specialist.name"""
_BRIEFS: Final = "SELECT brief.*, task.uid AS task FROM brief JOIN task ON task.id = task_id ORDER BY brief.id"
_RESULTS: Final = """SELECT result.*, task.uid AS task, delegation.delegate, brief.version AS brief
FROM result JOIN task ON task.id = result.task_id JOIN delegation ON delegation.id = result.delegation_id
JOIN brief ON brief.id = delegation.brief_id ORDER BY result.id"""


def _plain(store: Store, sql: str) -> list[dict[str, Any]]:
    return [dict(row) for row in store.rows(sql)]


def _specialist(row: Row) -> dict[str, Any]:
    return {**dict(row), "options": json.loads(row["options"]), "examples": json.loads(row["examples"])}


def _brief(store: Store, row: Row) -> dict[str, Any]:
    values = {name: row[name] for name in _BRIEF}
    context = [_item(store, item) for item in json.loads(row["context"])]
    lists = {name: json.loads(row[name]) for name in ("constraints", "done_when")}
    return {"task": row["task"], **values, **lists, "context": context}


def _item(store: Store, item: Mapping[str, Any]) -> dict[str, Any]:
    text = store.value("SELECT text FROM context_item WHERE sha256 = ?", (item["sha256"],))
    return {"title": item["title"], "origin": item.get("origin", ""), "text": text or ""}


def _result(store: Store, row: Row) -> dict[str, Any]:
    reviews = _plain_of(
        store, "SELECT decision, comment, created_at FROM review WHERE result_id = ? ORDER BY id", row["id"]
    )
    names = ("task", "version", "text", "author", "delegate", "brief", "created_at")
    return {**{name: row[name] for name in names}, "reviews": reviews}


def _plain_of(store: Store, sql: str, key: int) -> list[dict[str, Any]]:
    return [dict(row) for row in store.rows(sql, (key,))]


def _take_named(act: Act, kind: Kind, row: Mapping[str, Any], names: Sequence[str]) -> None:
    name = str(row.get("name") or "").strip()
    here = act.store.row(f"SELECT id FROM {kind.value} WHERE name = ?", (name,))
    values = {each: row[each] for each in names if row.get(each) is not None}
    if name and here is None:
        act.insert(kind, {"name": name, "created_at": act.now, **values})
    elif name and kind is Kind.PERSON and here is not None:
        # Made a moment ago by a task that names them, or known here: what is missing is filled in.
        known = act.store.row("SELECT address, language FROM person WHERE id = ?", (here["id"],))
        assert known is not None
        act.update(kind, here["id"], {each: value for each, value in values.items() if not known[each]})


def _take_reflection(act: Act, entry: Mapping[str, Any]) -> None:
    day = str(entry["day"])
    if act.store.value("SELECT 1 FROM reflection WHERE day = ?", (day,)) is None:
        text, updated = entry.get("text", ""), entry.get("updated_at") or act.now
        act.put(Kind.REFLECTION, day, {"text": text, "closed_at": entry.get("closed_at"), "updated_at": updated})


def _take_brief(act: Act, task_id: TaskId, brief: Mapping[str, Any]) -> int:
    context = []
    for item in brief.get("context", ()):
        text = str(item["text"])
        sha256 = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
        act.store.execute(
            "INSERT INTO context_item (sha256, text) VALUES (?, ?) ON CONFLICT DO NOTHING", (sha256, text)
        )
        context.append({"title": str(item["title"]), "sha256": sha256, "origin": str(item.get("origin", ""))})
    values = {name: brief[name] for name in _BRIEF if name in brief and name not in ("constraints", "done_when")}
    lists = {name: json.dumps(brief.get(name, []), ensure_ascii=False) for name in ("constraints", "done_when")}
    row: dict[str, Any] = {"created_at": act.now, **values, **lists, "context": json.dumps(context, ensure_ascii=False)}
    return act.insert(Kind.BRIEF, {**row, "task_id": task_id})


def _take_result(act: Act, task_id: TaskId, result: Mapping[str, Any], briefs: dict[tuple[TaskId, int], int]) -> None:
    version = int(result.get("brief", 1))
    brief = briefs.get((task_id, version))
    if brief is None:
        brief = briefs[task_id, version] = _take_brief(act, task_id, {"version": version, "handed_over": 1})
    at = result.get("created_at") or act.now
    delegation_id = act.insert(
        Kind.DELEGATION,
        {
            "task_id": task_id,
            "brief_id": brief,
            "state": "closed",
            "delegate": str(result.get("delegate") or ""),
            "created_at": at,
        },
    )
    values: dict[str, Any] = {
        "version": int(result["version"]),
        "text": str(result["text"]),
        "author": str(result.get("author") or ""),
    }
    result_id = act.insert(
        Kind.RESULT, {**values, "task_id": task_id, "delegation_id": delegation_id, "created_at": at}
    )
    for review in result.get("reviews", ()):
        row: dict[str, Any] = {name: review[name] for name in ("decision", "comment", "created_at")}
        act.insert(Kind.REVIEW, {**row, "task_id": task_id, "result_id": result_id})
