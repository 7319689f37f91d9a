"""Levels are learnt as they are set, undone with the act that taught them, suggested for new tasks only."""

from __future__ import annotations

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.task import Level, Stage
from orchestrator_desktop.operations import settings, tasks
from orchestrator_desktop.operations.suggesting import SUGGESTS, forget, suggestion
from orchestrator_desktop.operations.undo import redo, undo
from orchestrator_desktop.store import lessons
from tests.operations.work import Work
from tests.steps import sqlite_steps

LETTERS = ("Rédiger la newsletter de mai", "Rédiger la newsletter de juin", "Rédiger la newsletter de juillet")


def suggested(work: Work, line: str) -> int | None:
    found = suggestion(work.store, work.task(work.add(line)))
    return None if found is None else found.level


def counted(work: Work, word: str, domain: str = "") -> dict[int, int]:
    here, _everywhere = lessons.counts(work.store, [word], domain)
    return {level: number for (one, level), number in here.items() if one == word}


def test_the_rules_speak_before_anything_was_learnt(work: Work) -> None:
    assert suggested(work, "Traduire la notice") == 1
    assert suggested(work, "Négocier le prix avec l'imprimeur") == 3
    assert suggested(work, "Zzz") is None


def test_three_that_agree_are_followed_in_their_domain(work: Work) -> None:
    for title in LETTERS:
        assert suggested(work, f"{title} #Marketing") == 2
        tasks.edit(work.store, task_id=work.add(f"{title} #Marketing"), level=Level.AI_ALONE)
    found = suggestion(work.store, work.task(work.add("Rédiger la newsletter d'août #Marketing")))
    assert found is not None
    assert (found.level, found.learned, found.domain) == (1, True, "Marketing")


def test_several_at_once_teach_as_many_as_they_are(work: Work) -> None:
    ids = [work.add(f"{title} #Marketing") for title in LETTERS]
    changes = tasks.edit_all(work.store, task_ids=ids, level=Level.AI_ALONE)
    assert counted(work, "newsle", "Marketing") == {1: 3}
    assert changes.touches(Kind.LESSON)
    assert lessons.taught(work.store) == 3


def test_a_level_said_as_it_was_captured_teaches_and_is_not_questioned(work: Work) -> None:
    task = work.task(work.add("Traduire la notice !3"))
    assert suggestion(work.store, task) is None
    assert counted(work, "traduire"[:6]) == {3: 1}


def test_only_new_tasks_are_suggested_a_level(work: Work) -> None:
    task_id = work.add("Traduire la notice")
    tasks.edit(work.store, task_id=task_id, level=Level.YOU_AND_AI)
    assert work.stage(task_id) is Stage.PLANNED
    assert suggestion(work.store, work.task(task_id)) is None


def test_what_goes_to_a_person_is_not_for_ai_alone(work: Work) -> None:
    assert suggested(work, "Traduire la notice @Nora") is None


def test_the_same_level_again_teaches_nothing(work: Work) -> None:
    task_id = work.add("Courses")
    tasks.edit(work.store, task_id=task_id, level=Level.YOU_ONLY)
    tasks.edit(work.store, task_id=task_id, level=Level.YOU_ONLY)
    assert counted(work, "course") == {3: 1}


def test_undo_unlearns_and_redo_learns_again(work: Work) -> None:
    task_id = work.add("Courses")
    tasks.edit(work.store, task_id=task_id, level=Level.YOU_ONLY)
    undo(work.store)
    assert (counted(work, "course"), lessons.taught(work.store)) == ({}, 0)
    redo(work.store)
    assert counted(work, "course") == {3: 1}


def test_an_earlier_act_is_undone_though_others_taught_the_same_word_since(work: Work) -> None:
    first, second = work.add("Courses du lundi"), work.add("Courses du mardi")
    step = tasks.edit(work.store, task_id=first, level=Level.YOU_ONLY).step
    tasks.edit(work.store, task_id=second, level=Level.YOU_ONLY)
    undo(work.store, step=step)
    assert counted(work, "course") == {3: 1}
    assert work.task(first).level is Level.YOU_AND_AI


def test_forgetting_one_domain_or_all(work: Work) -> None:
    for line in ("Courses #Maison", "Courses #Travail", "Courses"):
        tasks.edit(work.store, task_id=work.add(line), level=Level.YOU_ONLY)
    forget(work.store, domain="maison")
    assert (lessons.taught(work.store), lessons.taught(work.store, "Maison")) == (2, 0)
    forget(work.store)
    assert lessons.taught(work.store) == 0
    undo(work.store)
    assert lessons.taught(work.store) == 2


def test_undoing_an_act_whose_lessons_were_forgotten_brings_none_back(work: Work) -> None:
    step = tasks.edit(work.store, task_id=work.add("Courses"), level=Level.YOU_ONLY).step
    forget(work.store)
    undo(work.store, step=step)
    assert lessons.taught(work.store) == 0


def test_turned_off_nothing_is_suggested_and_nothing_learnt(work: Work) -> None:
    settings.set_setting(work.store, key=SUGGESTS, value=False)
    assert suggested(work, "Traduire la notice") is None
    tasks.edit(work.store, task_id=work.add("Courses"), level=Level.YOU_ONLY)
    assert lessons.taught(work.store) == 0


def test_counts_of_other_words_weigh_as_they_did(work: Work) -> None:
    for title in LETTERS:
        tasks.edit(work.store, task_id=work.add(f"{title} #Marketing"), level=Level.AI_ALONE)
    here, everywhere = lessons.counts(work.store, ["newsle"], "Marketing")
    total = work.store.value("SELECT sum(number) FROM lesson")
    assert sum(here.values()) == sum(everywhere.values()) == total
    assert here[(lessons.REST, 1)] == total - 6


def learn_words(work: Work, words: range) -> None:
    """As years of use have counted them."""
    rows = [("Marketing", f"word{number}", number % 3 + 1, number) for number in words]
    with work.store.writing():
        work.store.execute_many("INSERT INTO lesson (domain, word, level, number) VALUES (?, ?, ?, ?)", rows)


def steps_of_a_level(work: Work, number: int) -> int:
    """SQLite's, while the level of a task is set and learnt from."""
    task_id = work.add(f"Rédiger la newsletter numéro {number} pour les clients de Lyon #Marketing")
    with sqlite_steps(work.store) as steps:
        tasks.edit(work.store, task_id=task_id, level=Level.AI_ALONE)
    return steps.count


def test_a_level_is_set_with_as_little_work_however_much_was_learnt(work: Work) -> None:
    learn_words(work, range(100))
    steps_of_a_level(work, 1)
    before = steps_of_a_level(work, 2)
    learn_words(work, range(100, 10_000))
    assert steps_of_a_level(work, 3) < 1.5 * before


def test_a_level_is_suggested_with_as_little_work_however_much_was_learnt(work: Work) -> None:
    task = work.task(work.add("Rédiger la newsletter de mai pour les clients de Lyon #Marketing"))
    learn_words(work, range(100))
    suggestion(work.store, task)
    with sqlite_steps(work.store) as few:
        suggestion(work.store, task)
    learn_words(work, range(100, 10_000))
    with sqlite_steps(work.store) as many:
        suggestion(work.store, task)
    assert many.count < 1.5 * few.count


def test_what_was_learnt_in_all_is_kept_exactly(work: Work) -> None:
    def kept() -> bool:
        rows = work.store.rows("SELECT domain, level, number FROM lesson_total ORDER BY 1, 2")
        summed = "SELECT domain, level, sum(number) FROM lesson GROUP BY domain, level ORDER BY domain, level"
        return [tuple(row) for row in rows] == [tuple(row) for row in work.store.rows(summed)]

    for line in ("Courses #Maison", "Courses #Travail", "Courses"):
        tasks.edit(work.store, task_id=work.add(line), level=Level.YOU_ONLY)
        assert kept()
    forget(work.store, domain="maison")
    assert kept()
    undo(work.store)
    undo(work.store)
    assert kept()
    forget(work.store)
    assert kept() and work.store.value("SELECT count(*) FROM lesson_total") == 0
