"""Long random walks over everything a user can do, the same ones each time."""

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

import pytest

from orchestrator_desktop.domain.brief import ContextItem, OutputFormat
from orchestrator_desktop.domain.changes import Changes
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.ids import (
    AttemptId,
    CheckItemId,
    DelegationId,
    DomainId,
    FilterId,
    PersonId,
    ProviderId,
    SpecialistId,
    StepId,
    TaskId,
)
from orchestrator_desktop.domain.task import Level, Stage
from orchestrator_desktop.domain.transfer import Batch, CheckLine, Format, Record
from orchestrator_desktop.operations import (
    attempts,
    briefs,
    checklists,
    claiming,
    delegations,
    family,
    filters,
    importing,
    people,
    recovery,
    reflections,
    repeating,
    reviews,
    roster,
    settings,
    specialists,
    stages,
    suggesting,
    tagging,
    tasks,
    timing,
)
from orchestrator_desktop.operations.undo import redo, undo
from orchestrator_desktop.store.steps import to_redo
from tests.operations.work import Work

WORDS = ("launch", "devis", "Nora", "12 mars", "é" * 30, "🚀", "«texte»", "a\0b", "half \ud83d", "x" * 600)
LINES = ("Call {0}", "Relancer {0} #marketing @Nora", "{0} #product !1", "{0} !3 @Paul demain", "Write {0} ~30m // {0}")
REPEATING = ("{0} every monday", "{0} tous les jours ouvrés", "{0} every 3 days after done", "{0} le 31 de chaque mois")
Walk = Callable[["Walker"], object]


class Walker:
    """Does one thing after another to tasks picked by chance."""

    def __init__(self, work: Work, seed: int) -> None:
        self.work = work
        self.store = work.store
        self.chance = random.Random(seed)
        for line in ("Call Nora", "Draft the plan #marketing", "Answer the board !3"):
            tasks.add(work.store, line=line)
        work.store.execute("DELETE FROM undo_step")
        work.specialist("Mistral")
        work.specialist("Local", base_url="http://localhost:1/v1")

    def step(self, walks: tuple[Walk, ...]) -> Changes | None:
        """One act, or None where the rules refused it."""
        outcome = None
        with suppress(UserError, IndexError):
            outcome = self.chance.choice(walks)(self)
        return outcome if isinstance(outcome, Changes) else None

    def one(self, table: str) -> int:
        return int(self.chance.choice(self.store.rows(f"SELECT id FROM {table} ORDER BY id"))["id"])

    def task(self, *stages: str) -> TaskId:
        """Mostly one in these stages, sometimes any."""
        rows = self.store.rows("SELECT id, stage FROM task ORDER BY id")
        fitting = [row for row in rows if row["stage"] in stages]
        return TaskId(self.chance.choice(fitting if fitting and self.chance.random() < 0.9 else rows)["id"])

    def attempt(self, *states: str) -> AttemptId:
        rows = self.store.rows("SELECT id, state FROM attempt ORDER BY id")
        return AttemptId(self.chance.choice([row for row in rows if not states or row["state"] in states])["id"])

    def specialist(self) -> SpecialistId:
        return SpecialistId(self.one("specialist"))

    def word(self) -> str:
        return self.chance.choice(WORDS)

    def day(self) -> date | None:
        return self.chance.choice((None, date(2126, 10, 14), date(2126, 10, 21)))

    def level(self) -> Level:
        return self.chance.choice(list(Level))


def brief_edits(it: Walker) -> briefs.BriefEdits:
    return it.chance.choice(
        (
            {},
            {"objective": it.word()},
            {"objective": ""},
            {"context": (ContextItem(it.word(), it.word()),), "done_when": (it.word(), it.word())},
            {"constraints": (it.word(),), "output": it.chance.choice(list(OutputFormat))},
        )
    )


PLANNING: tuple[Walk, ...] = (
    lambda it: tasks.add(it.store, line=it.chance.choice(LINES).format(it.word())),
    lambda it: tasks.edit(it.store, task_id=it.task(), title=it.word()),
    lambda it: tasks.edit(it.store, task_id=it.task(), notes=it.word()),
    lambda it: tasks.edit(it.store, task_id=it.task(), level=it.level()),
    lambda it: tasks.edit(it.store, task_id=it.task(), domain=it.chance.choice((None, "Marketing", "Ops"))),
    lambda it: tasks.edit(it.store, task_id=it.task(), who=it.chance.choice((None, "Nora", "Mistral", "Zoé"))),
    lambda it: stages.complete(it.store, task_id=it.task()),
    lambda it: stages.drop(it.store, task_ids=[it.task(), it.task()]),
    lambda it: stages.reopen(it.store, task_id=it.task()),
    lambda it: briefs.edit_brief(it.store, task_id=it.task(), **brief_edits(it)),
    lambda it: roster.add_domain(it.store, name=it.word()),
    lambda it: roster.rename_domain(it.store, domain_id=DomainId(it.one("domain")), name=it.word()),
    lambda it: stages.reopen(it.store, task_id=it.task("done", "dropped")),
    lambda it: roster.remove_domain(it.store, domain_id=DomainId(it.one("domain"))),
    lambda it: specialists.add_specialist(it.store, name=it.word(), provider_id=ProviderId(it.one("provider"))),
    lambda it: specialists.edit_specialist(
        it.store, specialist_id=it.specialist(), name=it.word(), instructions=it.word()
    ),
    lambda it: specialists.edit_specialist(
        it.store, specialist_id=it.specialist(), provider_id=ProviderId(it.one("provider")), model=it.word()
    ),
    lambda it: specialists.remove_specialist(it.store, specialist_id=it.specialist()),
    lambda it: people.add_person(it.store, name=it.word(), address="a@b.c"),
    lambda it: people.edit_person(
        it.store,
        person_id=PersonId(it.one("person")),
        name=it.chance.choice(("Nora", "Paul", it.word())),
        language="fr",
    ),
    lambda it: people.know_person(it.store, name=it.chance.choice(("Nora", "Ida")), address=it.word()),
    lambda it: people.remove_person(it.store, person_id=PersonId(it.one("person"))),
)
HANDING_OVER: tuple[Walk, ...] = (
    lambda it: delegations.delegate(
        it.store,
        task_id=it.task("inbox", "planned", "delegated"),
        specialist_id=it.specialist(),
        edits=brief_edits(it),
    ),
    lambda it: delegations.delegate_to_person(
        it.store, task_id=it.task("inbox", "planned"), name=it.chance.choice(("Nora", "Léa")), follow_up=it.day()
    ),
    lambda it: people.set_follow_up(it.store, delegation_id=DelegationId(it.one("delegation")), day=it.day()),
    lambda it: people.set_follow_ups(it.store, task_ids=[it.task("delegated"), it.task("delegated")], day=it.day()),
    lambda it: people.mark_reminded(it.store, delegation_id=DelegationId(it.one("delegation"))),
    lambda it: delegations.receive(it.store, task_id=it.task("delegated"), text=it.word()),
    lambda it: delegations.take_back(it.store, task_id=it.task("delegated")),
)
WITH_PEOPLE: tuple[Walk, ...] = (
    lambda it: delegations.delegate_to_person(
        it.store, task_id=it.task("inbox", "planned"), name=it.chance.choice(("Nora", "Léa")), follow_up=it.day()
    ),
    lambda it: people.set_follow_ups(it.store, task_ids=[it.task("delegated"), it.task("delegated")], day=it.day()),
    lambda it: people.mark_reminded(it.store, delegation_id=DelegationId(it.one("delegation"))),
    lambda it: delegations.receive(it.store, task_id=it.task("delegated"), text=it.word()),
    lambda it: delegations.take_back(it.store, task_id=it.task("delegated")),
)
WAITING: tuple[Walk, ...] = (
    lambda it: delegations.stop(it.store, delegation_id=DelegationId(it.one("delegation"))),
    lambda it: delegations.retry(it.store, delegation_id=DelegationId(it.one("delegation"))),
    lambda it: delegations.keep_text(it.store, attempt_id=it.attempt("failed", "cancelled", "interrupted")),
)
BY_ONESELF: tuple[Walk, ...] = (
    lambda it: reviews.accept(it.store, task_id=it.task("in_review")),
    lambda it: reviews.edit(it.store, task_id=it.task("in_review"), text=it.word()),
    lambda it: reviews.edit(it.store, task_id=it.task("in_review"), text=it.word()),
    lambda it: reviews.revise(it.store, task_id=it.task("in_review"), comment=it.word()),
    lambda it: reviews.reject(it.store, task_id=it.task("in_review"), reason=it.word()),
    lambda it: reviews.keep_for_myself(it.store, task_id=it.task("in_review")),
    lambda it: reviews.escalate_to_person(it.store, task_id=it.task("in_review"), name="Léa", comment=it.word()),
)
JUDGING: tuple[Walk, ...] = (
    *BY_ONESELF,
    lambda it: reviews.escalate_to_specialist(it.store, task_id=it.task("in_review"), specialist_id=it.specialist()),
)


def _claim(it: Walker) -> Changes:
    changes, taken = claiming.claim(it.store, owner="w")
    assert all(it.work.task(claim.task_id).level is not Level.YOU_ONLY for claim in taken)
    return changes


def _end(it: Walker, state: str) -> Changes:
    return it.work.end(it.attempt("sent", "streaming"), it.word(), state)


ENGINE: tuple[Walk, ...] = (
    _claim,
    _claim,
    lambda it: attempts.progress(it.store, arrived=[attempts.Arrived(it.attempt("sent", "streaming"), it.word())]),
    lambda it: _end(it, "complete"),
    lambda it: _end(it, "complete"),
    lambda it: _end(it, it.chance.choice(("failed", "truncated", "cancelled", "refused", "interrupted"))),
)
CRASH: tuple[Walk, ...] = (lambda it: recovery.recover(it.store, alive=lambda owner: False),)


def _check_item(it: Walker) -> CheckItemId:
    return CheckItemId(it.one("check_item"))


ARRANGING: tuple[Walk, ...] = (
    lambda it: tasks.add(it.store, line=it.chance.choice(REPEATING).format(it.word())),
    lambda it: tasks.add(it.store, line=it.word(), given=tasks.Given(parent_id=it.task("inbox", "planned"))),
    lambda it: tasks.add_lines(it.store, lines=[it.word(), "Call tomorrow #ops"]),
    lambda it: tasks.edit(it.store, task_id=it.task(), due=it.day(), deadline=it.day(), chosen_on=it.day()),
    lambda it: tasks.edit_all(it.store, task_ids=[it.task(), it.task()], priority=2, estimate_minutes=45),
    lambda it: stages.complete(it.store, task_id=it.task("inbox", "planned")),
    lambda it: stages.set_stage(it.store, task_ids=[it.task(), it.task()], stage=it.chance.choice(list(Stage))),
    lambda it: stages.reopen_all(it.store, task_ids=[it.task("done"), it.task("dropped")]),
    lambda it: family.make_part(it.store, task_ids=[it.task()], of=it.chance.choice((None, it.task(), it.task()))),
    lambda it: family.need(it.store, task_id=it.task(), needs=it.task()),
    lambda it: family.need_no_more(it.store, task_id=it.task(), needs=it.task()),
    lambda it: family.arrange(it.store, task_ids=[it.task()], after=it.task()),
    lambda it: tagging.tag(it.store, task_ids=[it.task(), it.task()], add=[it.chance.choice(("urgent", "home"))]),
    lambda it: tagging.tag(it.store, task_ids=[it.task()], remove=["urgent", "home"]),
    lambda it: checklists.add_checks(it.store, task_id=it.task(), texts=[it.word(), "second"]),
    lambda it: checklists.edit_check(it.store, item_id=_check_item(it), text=it.word()),
    lambda it: checklists.check(it.store, item_id=_check_item(it), done=it.chance.random() < 0.7),
    lambda it: checklists.move_check(it.store, item_id=_check_item(it), after=None),
    lambda it: checklists.remove_check(it.store, item_id=_check_item(it)),
    lambda it: timing.start_timer(it.store, task_id=it.task("inbox", "planned")),
    lambda it: timing.stop_timer(it.store),
    lambda it: timing.set_spent(it.store, task_id=it.task(), seconds=it.chance.randrange(9000)),
    lambda it: repeating.skip(it.store, task_id=it.task("inbox", "planned")),
)


def _import(it: Walker) -> Changes:
    """A file whose tasks are partly those of an earlier one, with sections as a full export has them."""
    known = [str(it.chance.randrange(12)) for _ in range(3)]
    records = [
        Record(
            it.word(),
            uid=uid,
            parent=it.chance.choice(("", *known[:place])),
            needs=(it.chance.choice(known),),
            domain=it.chance.choice((None, "Marketing", "Imported")),
            tags=(it.chance.choice(("urgent", "paper")),),
            who=it.chance.choice((None, "Nora", "Ida")),
            checklist=(CheckLine(it.word()),),
            stage=it.chance.choice((Stage.INBOX, Stage.PLANNED, Stage.DONE)),
        )
        for place, uid in enumerate(dict.fromkeys(known))
    ]
    day = _a_day(it).isoformat()
    sections = {
        "people": [{"name": it.chance.choice(("Nora", "Zoé")), "address": "z@b.c"}],
        "filters": [{"name": it.word(), "query": "is:open"}],
        "reflections": [{"day": day, "text": it.word(), "updated_at": "2026-10-14T12:00:00.000000Z"}],
        "briefs": [{"task": known[0], "version": 1, "objective": it.word(), "context": [], "handed_over": 0}],
    }
    format = it.chance.choice((Format.JSON, Format.TASKWARRIOR))
    return importing.take_in(it.store, batch=Batch(format, tuple(records)), sections=sections)[0]


def _a_day(it: Walker) -> date:
    return date(2026, 10, it.chance.randrange(1, 5))


BESIDE: tuple[Walk, ...] = (
    lambda it: reflections.write_reflection(it.store, day=_a_day(it), text=it.chance.choice((it.word(), ""))),
    lambda it: reflections.write_reflection(it.store, day=date(2026, 10, 9), text=it.word()),
    lambda it: reflections.close_day(it.store, day=_a_day(it), closed=it.chance.random() < 0.6),
    lambda it: settings.set_setting(it.store, key="day.rollover", value=it.chance.choice((None, 0, 3, 5))),
    lambda it: settings.set_setting(it.store, key="day.minutes", value=it.chance.choice((None, 300, 420))),
    lambda it: settings.set_setting(it.store, key="recurrence.month_end", value=it.chance.choice(("clamp", "skip"))),
    lambda it: settings.set_setting(it.store, key="levels.suggest", value=it.chance.choice((None, False, True))),
    lambda it: settings.set_setting(
        it.store, key="keys", value=it.chance.choice((None, {"Inbox: Drop": "X"}, {"Lists: Open": it.word()}))
    ),
    lambda it: settings.set_setting(it.store, key="budget.day", value=it.chance.choice((None, False, 5_000_000))),
    lambda it: settings.set_setting(it.store, key="privacy.names", value=[it.word(), it.word()]),
    lambda it: filters.save_filter(it.store, name=it.word(), query=it.chance.choice(("is:open", "due:today", " "))),
    lambda it: filters.change_filter(
        it.store, filter_id=FilterId(it.one("saved_filter")), name=it.word(), position=it.chance.random()
    ),
    lambda it: filters.remove_filter(it.store, filter_id=FilterId(it.one("saved_filter"))),
    lambda it: suggesting.forget(it.store, domain=it.chance.choice((None, "Marketing"))),
    lambda it: roster.edit_provider(
        it.store,
        provider_id=ProviderId(it.one("provider")),
        base_url=it.chance.choice(("https://a.example/v1", "http://localhost:9/v1")),
        redact=it.chance.choice((None, True)),
    ),
    _import,
    _import,
)
BY_HAND = PLANNING + BESIDE + (HANDING_OVER + JUDGING) * 3
EVERYTHING = PLANNING + BESIDE + (HANDING_OVER + WAITING + JUDGING + ENGINE * 2) * 3 + CRASH


@pytest.mark.parametrize("seed", range(6))
def test_undoing_one_by_one_goes_back_through_every_state(work: Work, seed: int) -> None:
    """While nothing is sent, each undo restores exactly what was there before, and the ledger stands as it stood."""
    it = Walker(work, seed)
    before: list[tuple[object, object]] = []
    steps: list[object] = []
    for _ in range(150):
        state = (work.dump(), work.standing())
        changes = it.step(BY_HAND)
        if changes is None:
            assert (work.dump(), work.standing()) == state  # refused is untouched
        elif changes.step is not None and changes.step not in steps[-1:]:
            before.append(state)
            steps.append(changes.step)
    work.sound()
    assert len(steps) > 25
    while before:
        undone = undo(work.store)
        dump, standing = before.pop()
        assert work.dump() == dump, undone.name
        assert work.standing() == standing, undone.name
    with pytest.raises(UserError, match="nothing to undo"):
        undo(work.store)


@pytest.mark.parametrize("seed", range(200, 206))
def test_planning_is_undone_and_redone_through_every_state(work: Work, seed: int) -> None:
    """Back to the beginning, then forward to the end again: the same file at each step, in both directions."""
    it = Walker(work, seed)
    states: list[tuple[Any, Any]] = [(work.dump(), work.standing())]
    last: object = None
    for _ in range(120):
        changes = it.step(PLANNING + ARRANGING * 2 + BESIDE + (WITH_PEOPLE + BY_ONESELF) * 2)
        state = (work.dump(), work.standing())
        if changes is None or changes.step is None:
            assert state == states[-1]
        elif changes.step == last:
            states[-1] = state  # typing in one field goes on
        else:
            last = changes.step
            states.append(state)
    assert len(states) > 50
    for state in reversed(states[:-1]):
        undone = undo(work.store)
        assert (work.dump(), work.standing()) == state, undone.name
    for dump, standing in states[1:]:
        redone = redo(work.store)
        assert work.dump() == dump, redone.name
        # Noted again: the ledger is append-only.
        assert [entry[2:] for entry in work.standing()] == [entry[2:] for entry in standing], redone.name
    with pytest.raises(UserError, match="nothing to redo"):
        redo(work.store)
    work.sound()


@pytest.mark.parametrize("seed", range(100, 108))
def test_whatever_is_done_and_undone_the_file_stays_sound(work: Work, seed: int) -> None:
    """With an engine that sends and answers, and undoing in between: what was handed over never changes afterwards."""
    it = Walker(work, seed)
    frozen: dict[int, tuple[object, ...]] = {}
    for _ in range(160):
        if it.chance.random() < 0.1:
            with suppress(UserError):
                undo(work.store)
        else:
            it.step(EVERYTHING)
        work.sound()
        for row in work.store.rows(
            """SELECT DISTINCT brief.id, objective, context, constraints, done_when, output, handed_over
            FROM brief JOIN attempt USING (task_id) JOIN delegation ON delegation.id = attempt.delegation_id
            WHERE delegation.brief_id = brief.id AND sent_at IS NOT NULL"""
        ):
            assert frozen.setdefault(row["id"], tuple(row)) == tuple(row)
    assert set(frozen) <= {row["id"] for row in work.store.rows("SELECT id FROM brief")}


def test_undoing_everything_comes_to_an_end(work: Work) -> None:
    """Again and again: a walk with an engine, then undo until nothing is left, past the steps that no longer can be."""
    it = Walker(work, 7)
    undone = blocked = 0
    while not (undone > 100 and blocked):
        for _ in range(60):
            it.step(EVERYTHING)
        while True:
            try:
                undo(work.store)
                undone += 1
            except UserError as error:
                if "nothing to undo" in str(error):
                    break
                blocked += 1
        work.sound()
        assert undone < 2000, "nothing was ever in the way of undo: the walk is too tame"


def _goes_round(work: Work) -> bool:
    """Whether a task is a part of itself, or waits for itself."""
    for pairs in (
        "SELECT id, parent_id FROM task WHERE parent_id IS NOT NULL",
        "SELECT task_id, needs_id FROM dependency",
    ):
        above: dict[int, set[int]] = {}
        for below, over in work.store.rows(pairs):
            above.setdefault(below, set()).add(over)
        while ends := [task for task, others in above.items() if not others & above.keys()]:
            for task in ends:
                del above[task]
        if above:
            return True
    return False


@pytest.mark.parametrize("seed", range(300, 304))
def test_undone_in_any_order_the_file_stays_sound(work: Work, seed: int) -> None:
    """Any step by its number, as a toast offers it: it goes back, or it is said why not and nothing is changed."""
    it = Walker(work, seed)
    steps: list[StepId] = []
    undone = blocked = 0
    for _ in range(220):
        if steps and it.chance.random() < 0.3:
            state = (work.dump(), work.standing())
            to_do_again = to_redo(work.store) is not None
            try:
                undo(work.store, step=it.chance.choice(steps[-12:]))
                undone += 1
            except UserError:
                blocked += 1
                assert (work.dump(), work.standing()) == state
                continue
            if not to_do_again and it.chance.random() < 0.5:
                redone = redo(work.store)
                assert work.dump() == state[0], redone.name
        else:
            changes = it.step(PLANNING + ARRANGING * 3 + BESIDE)
            steps += [changes.step] if changes is not None and changes.step is not None else []
        work.sound()
        assert not _goes_round(work)
        assert work.store.value("SELECT count(*) FROM task WHERE timer_since IS NOT NULL") <= 1
    assert undone > 10 and blocked > 5
