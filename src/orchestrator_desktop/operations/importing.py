"""Taking a file of tasks in: as one act, finding again what an earlier import brought."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from orchestrator_desktop.domain import moments
from orchestrator_desktop.domain.capture.line import simple
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Stage, split_title
from orchestrator_desktop.domain.transfer import Batch, Format, Lost, Record
from orchestrator_desktop.exchange.source import Cancelled
from orchestrator_desktop.operations.acting import Act, acting_on_many, new_uid
from orchestrator_desktop.operations.attaching import attach_content
from orchestrator_desktop.operations.comparing import count_differing
from orchestrator_desktop.operations.newcomers import Newcomers, extra_of
from orchestrator_desktop.operations.recognising import Known, digest_of, keys_of, name_here, recognise
from orchestrator_desktop.operations.recurring import recurrence_columns, started
from orchestrator_desktop.operations.section_checks import check
from orchestrator_desktop.operations.sections import Section, take_means, take_sections
from orchestrator_desktop.operations.tasks import DEFAULT_LEVEL, who_of
from orchestrator_desktop.operations.tasks import find_or_make as _find_or_make
from orchestrator_desktop.store import delegates, family
from orchestrator_desktop.store.store import Store, Value

Progress = Callable[[int, int], bool]
"""Called with (tasks done, tasks in all) on the store thread; False cancels, and nothing is written."""
_TOLD: Final = 200
"""Tasks between two calls of the progress."""
_TOGETHER: Final = 1_000
"""Tasks that are looked up, and written, together."""
_HEXADECIMAL: Final = frozenset("0123456789abcdefABCDEF-")

_CIRCLE: Final = QT_TRANSLATE_NOOP("exchange", "A dependency that would go in a circle")
_ENDED: Final = QT_TRANSLATE_NOOP("exchange", "An open part of a finished task is a task by itself")
_MISSING: Final = QT_TRANSLATE_NOOP("exchange", "A dependency on a task that is not in the file")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import does, or did."""

    created: int
    updated: int
    skipped: int
    """Tasks that are here already, as the file has them."""
    lost: tuple[Lost, ...]

    @property
    def touched(self) -> int:
        return self.created + self.updated


def preview(store: Store, batch: Batch) -> Outcome:
    """What `take_in` would do; writes nothing."""
    found: Counter[str] = Counter()
    ours: dict[TaskId, Record] = {}
    for record, _, known in _recognised(store, batch):
        if known is not None and known.origin is None:
            ours[known.task_id] = record
        else:
            here = None if known is None else known.digest
            found["created" if here is None else "skipped" if here == digest_of(record) else "updated"] += 1
    differing = count_differing(store, ours)
    updated, skipped = found["updated"] + differing, found["skipped"] + len(ours) - differing
    return Outcome(found["created"], updated, skipped, batch.lost)


def take_in(
    store: Store,
    *,
    batch: Batch,
    sections: Mapping[str, Section] | None = None,
    progress: Progress | None = None,
) -> tuple[Changes, Outcome]:
    """Import a batch as one act: what is new is made, what the file has changed since its last import is changed, the
    rest is left as it is. `sections` are those of a full export. Raises Cancelled, with nothing written, when
    `progress` says so; UserError where a section is not as this program writes it."""
    with acting_on_many(store, QT_TRANSLATE_NOOP("operations", "Import")) as act:
        taking = _Taking(act, batch)
        with _understood():
            check(sections or {})
            take_means(act, sections or {})
        outcome = taking.run(progress or (lambda _done, _all: True))
        with _understood():
            take_sections(act, sections or {}, taking.made)
    return act.changes, outcome


@contextmanager
def _understood() -> Iterator[None]:
    """A section that is not as this program writes it is the file's fault, not a bug."""
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "errors", "A part of the file cannot be understood. Nothing was imported; export it again."
            )
        ) from error


class _Taking:
    """One batch on its way in. Names are looked up once each: a file names the same few again and again."""

    def __init__(self, act: Act, batch: Batch) -> None:
        self._act = act
        self._batch = batch
        self._new = Newcomers(act, batch.format)
        self._named: set[str] = set()
        self._ids: dict[str, TaskId] = {}
        self.made: dict[str, TaskId] = {}
        """Tasks that were not here before, by uid."""
        self._names: dict[tuple[Kind, str], int] = {}
        self._domains = {simple(name): name for name in reversed(delegates.domain_names(act.store))}
        """Names of domains by how they are compared in a line."""
        self._people: dict[str, tuple[int | None, int | None]] = {}
        self._lost: Counter[str] = Counter()
        self._done: Counter[str] = Counter()

    def run(self, progress: Progress) -> Outcome:
        records = self._batch.records
        for number, (record, key, known) in enumerate(_recognised(self._act.store, self._batch)):
            if number % _TOLD == 0 and not progress(number, len(records)):
                raise Cancelled
            self._take(record, key, known)
            if number % _TOGETHER == _TOGETHER - 1:
                self._new.write()
        self._new.write()
        for record in records:
            self._link(record)
        self._let_go()
        if not progress(len(records), len(records)):
            raise Cancelled
        lost = tuple(Lost(template, count=number) for template, number in self._lost.items())
        return Outcome(self._done["created"], self._done["updated"], self._done["skipped"], (*self._batch.lost, *lost))

    def _take(self, record: Record, key: str, known: Known | None) -> None:
        digest = digest_of(record)
        names = {key, name_here(record) or key}
        if not self._named.isdisjoint(names):  # twice in the file: the first has become what the second is known by
            self._new.write()
            (known,) = recognise(self._act.store, self._batch.format, [record], [key])
        self._named |= names
        if known is None:
            tags = [tag for name in record.tags if (tag := self._name(Kind.TAG, name)) is not None]
            values = self._first_values(record)
            task_id = self._new.add(record, key, values, tags=list(dict.fromkeys(tags)), digest=digest)
            self.made[record.uid] = task_id
            self._done["created"] += 1
        else:
            task_id = known.task_id
            same = known.digest == digest or not self._change(task_id, record, first=known.origin is None)
            self._done["skipped" if same else "updated"] += 1
            self._note_origin(known.origin, key, task_id, record, digest)
        self._ids[record.uid or key] = task_id

    def _let_go(self) -> None:
        """An open part of what is finished would be in no list."""
        for part in family.open_beneath_ended(self._act.store, list(self.made.values())):
            self._act.update(Kind.TASK, part, {"parent_id": None, "position": None})
            self._lost[_ENDED] += 1

    def _note_origin(self, origin: int | None, key: str, task_id: TaskId, record: Record, digest: str) -> None:
        values = {"extra": extra_of(record), "digest": digest}
        if origin is None:
            of = {"format": self._batch.format.value, "uid": key, "task_id": task_id}
            self._act.insert(Kind.ORIGIN, {**of, **values})
        else:
            self._act.update(Kind.ORIGIN, origin, values)

    def _first_values(self, record: Record) -> dict[str, Value]:
        """Columns of a task that is not here yet, the same for each."""
        return {
            **self._values(record),
            "uid": record.uid.lower() if _is_uuid(record.uid) else new_uid(),
            "level": int(record.level or DEFAULT_LEVEL),
            "stage": record.stage.value,
            "done_at": self._ended(record),
            "spent_seconds": record.spent_seconds,
            "position": record.position,
            "parent_id": self._ids.get(record.parent),
            "created_at": moments.to_text(record.created_at) or self._act.now,
        }

    def _ended(self, record: Record) -> str | None:
        """When it was done; what another program dropped long ago is kept in the trash from now on, not cleared."""
        if record.stage.open:
            return None
        old = record.stage is Stage.DONE or self._batch.format is Format.JSON
        return (moments.to_text(record.done_at) if old else None) or self._act.now

    def _values(self, record: Record) -> dict[str, Value]:
        """Columns that an import writes, and writes again where the file has changed."""
        title, overflow = split_title(record.title)
        specialist_id, person_id = self._who(record.who)
        again = record.recurrence
        first = record.due if record.due is not None else record.defer
        return {
            "title": title,
            "notes": "\n\n".join(part for part in (overflow, record.notes) if part),
            "domain_id": self._domain(record.domain),
            "due": moments.to_text(record.due),
            "defer": moments.to_text(record.defer),
            "deadline": moments.to_text(record.deadline),
            "chosen_on": None if record.chosen_on is None else record.chosen_on.isoformat(),
            "priority": record.priority,
            "estimate_minutes": record.estimate_minutes,
            "specialist_id": specialist_id,
            "person_id": person_id,
            **recurrence_columns(None if again is None else started(again, first)),
        }

    def _change(self, task_id: TaskId, record: Record, *, first: bool) -> bool:
        """Bring a task up to the file; what the file does not say is left as it is here. Whether anything changed."""
        row = self._act.store.row("SELECT * FROM task WHERE id = ?", (task_id,))
        assert row is not None
        said: dict[str, Value] = {
            name: value for name, value in self._values(record).items() if value not in (None, "", 0)
        }
        if record.level is not None:
            said["level"] = int(record.level)
        here = Stage(row["stage"])
        if here.open and here not in (Stage.DELEGATED, Stage.IN_REVIEW) and not record.stage.open:
            said |= {"stage": record.stage.value, "done_at": self._ended(record)}
        changed = {name: value for name, value in said.items() if row[name] != value}
        self._act.update(Kind.TASK, task_id, changed)
        before = self._belongings_count(task_id)
        self._belongings(task_id, record)
        return bool(changed) or self._belongings_count(task_id) != before or not first

    def _belongings_count(self, task_id: TaskId) -> int:
        """How many tags, lines and files a task has."""
        sql = """SELECT (SELECT count(*) FROM task_tag WHERE task_id = ?1)
          + (SELECT count(*) FROM check_item WHERE task_id = ?1)
          + (SELECT count(*) FROM attachment WHERE task_id = ?1)"""
        return int(self._act.store.value(sql, (task_id,)))

    def _belongings(self, task_id: TaskId, record: Record) -> None:
        store = self._act.store
        for name in record.tags:
            tag_id = self._name(Kind.TAG, name)
            link = "SELECT 1 FROM task_tag WHERE task_id = ? AND tag_id = ?"
            if tag_id is not None and store.value(link, (task_id, tag_id)) is None:
                self._act.insert(Kind.TASK_TAG, {"task_id": task_id, "tag_id": tag_id})
        self._check_lines(task_id, record)
        for file in record.attachments:
            if file.content is not None:
                attach_content(self._act, task_id, file.name, file.content)

    def _check_lines(self, task_id: TaskId, record: Record) -> None:
        if not record.checklist:
            return
        rows = self._act.store.rows("SELECT id, text, done, position FROM check_item WHERE task_id = ?", (task_id,))
        here = {row["text"]: row for row in rows}
        place = max((row["position"] for row in rows), default=0.0)
        for line in record.checklist:
            text = line.text.strip() or "…"
            if text in here:
                self._act.update(Kind.CHECK_ITEM, here[text]["id"], {"done": int(line.done)})
            else:
                place += 1
                values = {"task_id": task_id, "text": text, "done": int(line.done), "position": place}
                self._act.insert(Kind.CHECK_ITEM, values)

    def _link(self, record: Record) -> None:
        """What it is needed before, once every task of the file is here."""
        task_id = self._ids.get(record.uid)
        if task_id is None:
            return
        for uid in record.needs:
            needed = self._ids.get(uid)
            if needed is None:
                self._lost[_MISSING] += 1
            elif self._needs_already(task_id, needed):
                continue
            elif needed == task_id or self._needs_back(needed, task_id):
                self._lost[_CIRCLE] += 1
            else:
                self._act.insert(Kind.DEPENDENCY, {"task_id": task_id, "needs_id": needed})

    def _needs_already(self, task_id: TaskId, needed: TaskId) -> bool:
        sql = "SELECT 1 FROM dependency WHERE task_id = ? AND needs_id = ?"
        return self._act.store.value(sql, (task_id, needed)) is not None

    def _needs_back(self, needed: TaskId, task_id: TaskId) -> bool:
        """Whether `needed` needs the task, directly or through others: looked into only where anything does, or a long
        chain would be walked for each of its links."""
        store = self._act.store
        anything = store.value("SELECT 1 FROM dependency WHERE needs_id = ?", (task_id,)) is not None
        return anything and task_id in family.needed_by(store, needed)

    def _domain(self, name: str | None) -> int | None:
        """The domain of that name. Another program's « Projet-alpha » is a « Projet Alpha » that is here; our own
        export tells such apart."""
        if name and self._batch.format is not Format.JSON:
            name = self._domains.setdefault(simple(name) or name, name)
        return self._name(Kind.DOMAIN, name)

    def _name(self, kind: Kind, name: str | None) -> int | None:
        if not name or not name.strip():
            return None
        key = (kind, name.casefold())
        if key not in self._names:
            self._names[key] = _find_or_make(self._act, kind, name)
        return self._names[key]

    def _who(self, name: str | None) -> tuple[int | None, int | None]:
        if not name:
            return None, None
        if name not in self._people:
            try:
                self._people[name] = who_of(self._act, name)
            except UserError:  # a name that is none
                self._people[name] = None, None
        return self._people[name]


def _recognised(store: Store, batch: Batch) -> Iterator[tuple[Record, str, Known | None]]:
    """Each record with what it is known by and the task that it is here, looked up by the hundred."""
    keys = keys_of(batch.records)
    for start in range(0, len(keys), _TOGETHER):
        some, theirs = batch.records[start : start + _TOGETHER], keys[start : start + _TOGETHER]
        yield from zip(some, theirs, recognise(store, batch.format, some, theirs), strict=True)


def _is_uuid(uid: str) -> bool:
    return len(uid) == 36 and uid.count("-") == 4 and all(char in _HEXADECIMAL for char in uid)
