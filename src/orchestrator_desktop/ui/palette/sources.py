"""Where the palette's entries come from: the acts as they are bound, the places of the sidebar, settings, names, tasks.

Short reads, made each time the palette opens: what was renamed or added since is there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Level, Stage, Task
from orchestrator_desktop.operations import tasks as acts
from orchestrator_desktop.operations.delegations import default_specialist
from orchestrator_desktop.store import delegates, search
from orchestrator_desktop.ui import formats, search_text
from orchestrator_desktop.ui.key_words import caps, without_twins
from orchestrator_desktop.ui.names import provider_name
from orchestrator_desktop.ui.navigator import Screen, Target
from orchestrator_desktop.ui.palette.entries import Entry, Group
from orchestrator_desktop.ui.palette.looks import LOOKS, PLAIN, Look
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.shell.places import PlaceRow
from orchestrator_desktop.ui.shortcuts import Binding

TASKS: Final = 8
"""Tasks that are shown for what is typed."""
EVERYWHERE: Final = QT_TRANSLATE_NOOP("shortcuts", "Everywhere")
GO_TO: Final = QT_TRANSLATE_NOOP("shortcuts", "Go to")
BRIEF: Final = "Lists/Brief and delegate"
"""The act that opens the brief of the task shown."""
DELEGATE: Final = ("act:Lists/Delegate", "act:Brief/Delegate")
"""The act that hands over the task shown."""
_LEVELS: Final = ("Level 1", "Level 2", "Level 3")
_TABS: Final = (
    ("providers", QT_TRANSLATE_NOOP("Palette", "Providers in Settings"), "plug"),
    ("specialists", QT_TRANSLATE_NOOP("Palette", "Specialists in Settings"), "robot"),
    ("people", QT_TRANSLATE_NOOP("Palette", "People in Settings"), "people"),
    ("appearance", QT_TRANSLATE_NOOP("Palette", "Appearance in Settings"), "sun"),
    ("keyboard", QT_TRANSLATE_NOOP("Palette", "Keys in Settings"), "keyboard"),
    ("data", QT_TRANSLATE_NOOP("Palette", "Data in Settings"), "folder"),
    ("sent", QT_TRANSLATE_NOOP("Palette", "What was sent"), "leaves"),
)

Places = Callable[[], Sequence[PlaceRow]]
"""The rows of the sidebar: places, domains, and what else it leads to."""


def _bound_words(text: str) -> str:
    return QCoreApplication.translate("shortcuts", text)


def act_entries(bindings: Iterable[Binding], places: Sequence[PlaceRow]) -> list[Entry]:
    """Every act once: those that are possible now where they belong, the others with the place that they wait for."""
    counts = {row.text: row.count for row in places}
    found: dict[tuple[Group, str], Entry] = {}
    for binding in bindings:
        if binding.listed_only:
            continue
        entry = _act_entry(binding, counts)
        place = (entry.group, entry.title)
        before = found.get(place)
        if before is None or (entry.possible and not before.possible):
            found[place] = entry
    return list(found.values())


def _act_entry(binding: Binding, counts: dict[str, str]) -> Entry:
    group = {EVERYWHERE: Group.ACTS, GO_TO: Group.GO}.get(binding.where, Group.TASK)
    look = LOOKS.get(binding.name, PLAIN)
    look = Look(binding.icon or look.icon, binding.words or look.words)
    title, possible = _bound_words(binding.name), binding.possible()
    keys = without_twins(binding.keys)
    return Entry(
        id=f"act:{binding.id}",
        group=group,
        title=title,
        act=binding.act,
        detail=counts.get(title, "") if group is Group.GO else "" if possible else _bound_words(binding.where),
        icon=look.icon,
        keys=caps(keys[0]) if keys else (),
        # The English name too: who has learnt it there finds it here.
        words=f"{_bound_words(look.words) if look.words else ''} {binding.name} {_bound_words(binding.where)}",
        sign="!" if binding.name.startswith(_LEVELS) else "",
        possible=possible,
    )


def place_entries(services: Services, places: Sequence[PlaceRow], known: Iterable[Entry]) -> list[Entry]:
    """Places that no act leads to: domains, saved filters; then the tabs of the settings."""
    named = {entry.title for entry in known if entry.group in (Group.GO, Group.ACTS)}
    found = []
    for row in places:
        target = row.target
        if target is None or (row.text in named and target.domain_id is None):
            continue
        go = partial(services.navigator.wanted.emit, target)
        sign = "#" if target.domain_id is not None else ""
        found.append(Entry(_place_id(target), Group.GO, row.text, go, row.count, row.icon, sign=sign))
    for part, words, icon in _TABS:
        go = partial(services.navigator.go, Screen.SETTINGS, part=part)
        title = QCoreApplication.translate("Palette", words)
        found.append(Entry(f"go:settings:{part}", Group.GO, title, go, icon=icon, words=words))
    return found


def _place_id(target: Target) -> str:
    return f"go:{target.screen}:{target.domain_id or ''}:{target.part}"


def with_delegates(
    services: Services, task: Task, entries: Sequence[Entry], brief: Callable[[], object]
) -> list[Entry]:
    """The entries and who the task can be handed to: it becomes theirs in its brief, from where it is sent. `brief`
    opens it. The act that delegates says to whom it does."""
    if task.stage not in (Stage.INBOX, Stage.PLANNED):
        return list(entries)
    words = QCoreApplication.translate("Palette", "Delegate to %1")
    details = _who(services)
    usual = None if task.level is Level.YOU_ONLY else default_specialist(services.store, task)
    present = task.delegate or (usual.name if usual else "")
    found = [_handing(entry, words, present, details) for entry in entries]
    others = ((name, detail, icon) for name, (detail, icon) in details.items() if name != present)
    for name, detail, icon in others:
        act = partial(_hand_to, services, task.id, name, brief)
        title = words.replace("%1", name)
        found.append(Entry(f"who:{name}", Group.TASK, title, act, detail, icon, sign="@"))
    return found


def _handing(entry: Entry, words: str, who: str, details: Mapping[str, tuple[str, str]]) -> Entry:
    """The entry, with whom it hands the task to where it does that."""
    if entry.id not in DELEGATE or not entry.possible or not who:
        return entry
    detail, _icon = details.get(who, ("", ""))
    return replace(entry, title=words.replace("%1", who), detail=detail, words=f"{entry.words} {entry.title}")


def _who(services: Services) -> dict[str, tuple[str, str]]:
    """Specialists, then people: what they are, and their icon."""
    found: dict[str, tuple[str, str]] = {}
    models = {provider.id: provider.model for provider in delegates.providers(services.store)}
    for one in delegates.specialists(services.store):
        provider = provider_name(one.provider)
        detail = " · ".join(
            filter(None, (one.model or models.get(one.provider_id), "" if provider == one.name else provider))
        )
        found[one.name] = (detail, "robot")
    for person in delegates.people(services.store):
        found.setdefault(person.name, (person.address, "person"))
    return found


def _hand_to(services: Services, task_id: TaskId, name: str, brief: Callable[[], object]) -> None:
    future = services.acts.run(acts.edit, task_id=task_id, who=name)
    services.acts.then(future, lambda _changes: brief())


def task_entries(services: Services, query: str) -> list[Entry]:
    """The tasks that hold the words, the open ones first: one read of the text index."""
    if not any(letter.isalnum() for letter in query):
        return []
    asked = search_text.read(services.store, query, services.now())
    found = search.found(services.store, asked, today=services.today(), limit=TASKS)
    return [task_entry(services, one.task) for one in found]


def task_entry(services: Services, task: Task) -> Entry:
    locale, today = services.languages.locale, services.today()
    due = formats.due(task.due, today, locale, services.begins()) if task.due is not None else ""
    return Entry(
        id=f"task:{task.id}",
        group=Group.TASKS,
        title=task.title,
        act=partial(services.navigator.go, screen_of(task), task_id=task.id),
        detail=" · ".join(filter(None, (task.domain, due))),
        level=task.level,
    )


def screen_of(task: Task) -> Screen:
    """Where a task is shown, by its stage."""
    if task.stage is Stage.DELEGATED:
        return Screen.WAITING if task.waiting is not None else Screen.DELEGATED
    return {Stage.IN_REVIEW: Screen.REVIEW, Stage.DONE: Screen.DONE, Stage.DROPPED: Screen.DONE}.get(
        task.stage, Screen.INBOX
    )
