"""What is planned on the desk of the pictures: estimates, deadlines, parts, checks, a trash, a file to import."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.task import Level, Stage
from orchestrator_desktop.operations import checklists, family, stages, tagging, tasks
from tests.ui.desk import Room


@dataclass(frozen=True)
class Planned:
    """One language's plans. A line is written as one would type it."""

    big: str
    tags: tuple[str, ...]
    parts: tuple[str, ...]
    checks: tuple[str, ...]
    need: str
    lines: tuple[tuple[str, int, int], ...]
    """(line, level, domain): of the stage "planned"."""
    done: str
    dropped: tuple[str, ...]
    capture: str
    quick: str
    search: str
    palette: str
    export: tuple[str, str]
    """Name and text of a file that Todoist wrote."""


_HEAD = (
    "TYPE,CONTENT,DESCRIPTION,IS_COLLAPSED,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE,DURATION,"
    "DURATION_UNIT,DEADLINE,DEADLINE_LANG,REMINDER_TYPE,REMINDER_OFFSET,REMINDER_DATE,REMINDER_DATE_LANG\n"
)
_REMINDER = "reminder,,,,,,,,,,,,,,,relative,30,,\n"

_EN = Planned(
    big="Translate the monthly customer letter into French every month on the 15th at 10am ~1h30 #marketing",
    tags=("letter", "autumn"),
    parts=("Collect the three customer stories", "Choose the photo of the depot", "Have Tom read it again"),
    checks=("Names as the customers write them", "Links lead to the French pages", "Unsubscribe line at the end"),
    need="Photos of the new depot",
    lines=(
        ("Book the train to Lyon tomorrow ~25m deadline 16 oct", 3, 0),
        ("Call Meridian about the renewal every 2 weeks on thursday at 2pm ~30m", 3, 3),
        ("Check the invoices of the Lyon fair every last friday of the month ~1h", 2, 2),
        ("Publish the price comparison 19 oct ~2h deadline 23 oct", 2, 0),
        ("Write the story of the Nantes depot today ~1h15", 2, 0),
    ),
    done="Poster for the Lyon fair",
    dropped=("Banner for the summer sale", "Survey about the old planner", "Second webinar in September"),
    capture="Review the pipeline every monday at 9am ~45m deadline 30 nov",
    quick="Send the Lyon slides to Inès friday 10am ~20m #marketing",
    search="lyon",
    palette="date",
    export=(
        "Trade fair.csv",
        _HEAD
        + "section,Stand,,False,,,,,,,,,,,,,,,\n"
        + "task,Reserve the stand @fair,,,1,1,Claire (4410021),,15 oct 2026,en,Europe/Paris,45,minute,"
        + "2026-10-23,en,,,,\n"
        + _REMINDER
        + "task,Order the posters,,,2,2,Claire (4410021),Tom Levy (5520113),19 oct 2026,en,Europe/Paris,,,,,,,,\n"
        + "task,Water for the visitors,,,4,2,Claire (4410021),,every day,en,Europe/Paris,,,,,,,,\n"
        + "section,Afterwards,,False,,,,,,,,,,,,,,,\n"
        + "task,Thank the visitors,,,3,1,Claire (4410021),,26 oct 2026,en,Europe/Paris,,,,,,,,\n"
        + _REMINDER
        + "task,Count the new contacts,,,4,1,Claire (4410021),,jeden Montag,de,Europe/Paris,,,,,,,,\n",
    ),
)

_FR = Planned(
    big="Traduire la lettre mensuelle aux clients le 15 de chaque mois à 10h ~1h30 #marketing",
    tags=("lettre", "automne"),
    parts=("Réunir les trois récits de clients", "Choisir la photo du dépôt", "Faire relire par Tom"),
    checks=("Noms comme les clients les écrivent", "Liens vers les pages anglaises", "Désinscription à la fin"),
    need="Photos du nouveau dépôt",
    lines=(
        ("Réserver le train pour Lyon demain ~25min échéance 16 oct", 3, 0),
        ("Appeler Meridian pour le renouvellement un jeudi sur deux à 14h ~30min", 3, 3),
        ("Vérifier les factures du salon de Lyon chaque dernier vendredi du mois ~1h", 2, 2),
        ("Publier la comparaison des tarifs 19 oct ~2h échéance 23 oct", 2, 0),
        ("Écrire le récit du dépôt de Nantes aujourd’hui ~1h15", 2, 0),
    ),
    done="Affiche du salon de Lyon",
    dropped=("Bannière des soldes d’été", "Enquête sur l’ancien planning", "Second webinaire de septembre"),
    capture="Revoir les ventes chaque lundi à 9h ~45min échéance 30 nov",
    quick="Envoyer les diapos de Lyon à Inès vendredi 10h ~20min #marketing",
    search="lyon",
    palette="date",
    export=(
        "Salon.csv",
        _HEAD
        + "section,Stand,,False,,,,,,,,,,,,,,,\n"
        + "task,Réserver le stand @salon,,,1,1,Claire (4410021),,15 oct. 2026,fr,Europe/Paris,45,minute,"
        + "2026-10-23,fr,,,,\n"
        + _REMINDER
        + "task,Commander les affiches,,,2,2,Claire (4410021),Tom Levy (5520113),19 oct. 2026,fr,Europe/Paris,,,,,,,,\n"
        + "task,Eau pour les visiteurs,,,4,2,Claire (4410021),,chaque jour,fr,Europe/Paris,,,,,,,,\n"
        + "section,Après,,False,,,,,,,,,,,,,,,\n"
        + "task,Remercier les visiteurs,,,3,1,Claire (4410021),,26 oct. 2026,fr,Europe/Paris,,,,,,,,\n"
        + _REMINDER
        + "task,Compter les contacts,,,4,1,Claire (4410021),,jeden Montag,de,Europe/Paris,,,,,,,,\n",
    ),
)

PLANNED = {"en": _EN, "fr": _FR}
_ESTIMATES = (20, 40, 60, 90, 45, 60, 30, 25, 20, 60)


def play(room: Room, words: Planned, domains: tuple[str, ...], inbox: tuple[str, ...], today: date) -> None:
    """Plan what is in the inbox, and put more beside it."""
    do = room.desk.do
    for title, minutes in zip(inbox, _ESTIMATES, strict=True):
        do(tasks.edit, task_id=newest(room, title), estimate_minutes=minutes)
    do(tasks.edit, task_id=newest(room, inbox[6]), deadline=today + timedelta(days=9))
    for line, level, domain in words.lines:
        given = tasks.Given(stage=Stage.PLANNED, domain=domains[domain])
        task_id = TaskId(do(tasks.add, line=line, given=given).first(Kind.TASK))
        do(tasks.edit, task_id=task_id, level=Level(level))
    big = TaskId(do(tasks.add, line=words.big).first(Kind.TASK))
    _detail(do, big, words, newest(room, words.need))
    finished = TaskId(do(tasks.add, line=words.done, given=tasks.Given(domain=domains[0])).first(Kind.TASK))
    do(stages.complete, task_id=finished, seconds=2400)
    do(stages.drop, task_ids=[TaskId(do(tasks.add, line=line).first(Kind.TASK)) for line in words.dropped])


def _detail(do: Callable[..., object], big: TaskId, words: Planned, need: TaskId) -> None:
    do(tagging.tag, task_ids=[big], add=words.tags)
    for number, part in enumerate(words.parts):
        changes = do(tasks.add, line=part, given=tasks.Given(parent_id=big, stage=Stage.PLANNED))
        if number == 0:
            do(stages.complete, task_id=changes.first(Kind.TASK), seconds=900)  # type: ignore[attr-defined]
    items = do(checklists.add_checks, task_id=big, texts=words.checks).of(Kind.CHECK_ITEM)  # type: ignore[attr-defined]
    do(checklists.check, item_id=items[0], done=True)
    do(family.need, task_id=big, needs=need)


def newest(room: Room, title: str) -> TaskId:
    """The open task of that title, or the last one."""
    found = room.store.value(
        "SELECT id FROM task WHERE title = ? ORDER BY stage IN ('inbox', 'planned') DESC, id DESC", (title,)
    )
    return TaskId(found)
