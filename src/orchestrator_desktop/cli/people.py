"""Commands about people: people list, add, edit, remove; letter, remind, follow-up."""

from __future__ import annotations

from typing import Final

import click

from orchestrator_desktop.cli import delegation_shapes, letters, screen, shapes, words
from orchestrator_desktop.cli.params import NONE, json_option, number, read_due, text
from orchestrator_desktop.cli.session import Session, pass_session, system_language, today
from orchestrator_desktop.cli.telling import tell_task
from orchestrator_desktop.domain.delegate import Person
from orchestrator_desktop.domain.delegation import Delegation
from orchestrator_desktop.domain.follow_up import day_of
from orchestrator_desktop.domain.ids import TaskId
from orchestrator_desktop.domain.letter_words import Language
from orchestrator_desktop.operations import people as acts
from orchestrator_desktop.operations.letters import Addressed, handing_over, reminding
from orchestrator_desktop.operations.tasks import require
from orchestrator_desktop.store import delegates, waiting
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store.store import Store

_LANGUAGES: Final = {Language.FRENCH: "French", Language.ENGLISH: "English"}

name_argument: Final = click.argument("name", type=text)
task_argument: Final = click.argument("task_id", metavar="ID", type=number)
address_option: Final = click.option("--address", type=text, help="Their e-mail address; “none” for none.")
language_option: Final = click.option(
    "--language",
    type=click.Choice([*(code.value for code in Language), NONE]),
    help="What they are written in; “none” for the system's.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def people() -> None:
    """Whom tasks can be handed to, besides specialists."""


@people.command("list")
@json_option
@pass_session
def list_people(session: Session, as_json: bool) -> None:
    """List the people, and how much is out with each."""
    with session.store() as store:
        found, out = delegates.people(store), waiting.out_by_person(store)
    if as_json:
        screen.say_json([shapes.person(person, out.get(person.id, 0)) for person in found])
    elif not found:
        screen.say("Nobody yet. `orchestrator people add NAME` adds somebody.")
    else:
        rows = [(p.name, p.address, _language(p), str(out.get(p.id, ""))) for p in found]
        screen.table(("Name", "Address", "Language", "Out"), rows, stretch=1)


@people.command()
@name_argument
@address_option
@language_option
@json_option
@pass_session
def add(session: Session, name: str, address: str | None, language: str | None, as_json: bool) -> None:
    """Add a person."""
    with session.store() as store:
        acts.add_person(store, name=name, address=_value(address) or "", language=_value(language) or "")
        _tell("Added", store, name, as_json)


@people.command()
@name_argument
@click.option("--name", "new_name", type=text, help="Another name.")
@address_option
@language_option
@json_option
@pass_session
def edit(
    session: Session, name: str, new_name: str | None, address: str | None, language: str | None, as_json: bool
) -> None:
    """Change a person."""
    edits = acts.PersonEdits()
    if new_name is not None:
        edits["name"] = new_name
    if address is not None:
        edits["address"] = _value(address) or ""
    if language is not None:
        edits["language"] = _value(language) or ""
    if not edits:
        raise click.UsageError("Nothing to change: say what, for example --address.", click.get_current_context())
    with session.store() as store:
        acts.edit_person(store, person_id=acts.find_person(store, name), **edits)
        _tell("Changed", store, new_name or name, as_json)


@people.command()
@name_argument
@json_option
@pass_session
def remove(session: Session, name: str, as_json: bool) -> None:
    """Remove a person; what they gave stays. Not while something is out with them."""
    with session.store() as store:
        person = _find(store, name)
        acts.remove_person(store, person_id=person.id)
    if as_json:
        screen.say_json(shapes.person(person, 0))
    else:
        screen.say(f"Removed {person.name}")


@click.command()
@task_argument
@letters.as_option
@json_option
@pass_session
def letter(session: Session, task_id: TaskId, way: letters.Way, as_json: bool) -> None:
    """The brief of a task that is out with a person, as a letter to them.

    Nothing is sent: it is printed, for you to send.
    """
    with session.store() as store:
        delegation = acts.waited_for(store, task_id)
        said = handing_over(store, delegation, language=system_language())
    _give(said, way, as_json)
    if as_json:
        _say_json(delegation, said)


@click.command()
@task_argument
@letters.as_option
@json_option
@pass_session
def remind(session: Session, task_id: TaskId, way: letters.Way, as_json: bool) -> None:
    """A reminder to the person a task is out with, and a note that they were reminded.

    Nothing is sent: it is printed, for you to send.
    """
    with session.store() as store:
        delegation = acts.waited_for(store, task_id)
        said = reminding(store, delegation, language=system_language())
        _give(said, way, as_json)  # first: what could not be written reminded nobody
        acts.mark_reminded(store, delegation_id=delegation.id)
        delegation = reading.delegation(store, delegation.id) or delegation
    if as_json:
        _say_json(delegation, said)


@click.command("follow-up")
@task_argument
@click.argument("day", type=text)
@json_option
@pass_session
def follow_up(session: Session, task_id: TaskId, day: str, as_json: bool) -> None:
    """The day on which a person's answer is looked for: in words, as 2026-11-04, or none."""
    with session.store() as store:
        delegation = acts.waited_for(store, task_id)
        acts.set_follow_up(store, delegation_id=delegation.id, day=day_of(read_due(day)))
        tell_task("Changed", require(store, task_id), as_json=as_json)


COMMANDS: Final = (people, letter, remind, follow_up)


def report_handed_over(store: Store, task_id: TaskId, way: letters.Way | None, *, as_json: bool) -> None:
    """What is said of a task that has just been handed to a person: the letter where it is wanted."""
    delegation = acts.waited_for(store, task_id)
    said = handing_over(store, delegation, language=system_language())
    if way is not None:
        _give(said, way, as_json)
    if as_json:
        _say_json(delegation, said)
        return
    when = f", looked for {words.day(delegation.follow_up, today())}" if delegation.follow_up else ""
    ready = "" if way else f": `orchestrator letter {task_id}` has the words"
    tell = screen.say if way is None else screen.note
    tell(f"Waiting for {delegation.delegate}{when}. Nothing is sent by itself{ready}.")


def _give(said: Addressed, way: letters.Way, as_json: bool) -> None:
    """Beside a JSON document nothing else is printed, but a file is written all the same."""
    if not as_json:
        letters.give(said, way)
    elif way.file is not None:
        letters.write(said, way.file)


def _say_json(delegation: Delegation, said: Addressed) -> None:
    screen.say_json({**delegation_shapes.delegation(delegation, None, None), "letter": letters.shape(said)})


def _find(store: Store, name: str) -> Person:
    person = delegates.person(store, acts.find_person(store, name))
    assert person is not None  # it was found in the same file
    return person


def _tell(said: str, store: Store, name: str, as_json: bool) -> None:
    person = _find(store, name)
    if as_json:
        screen.say_json(shapes.person(person, waiting.out_by_person(store).get(person.id, 0)))
        return
    facts = (person.address, _language(person))
    screen.say(": ".join(part for part in (f"{said} {person.name}", ", ".join(fact for fact in facts if fact)) if part))


def _language(person: Person) -> str:
    return _LANGUAGES.get(Language(person.language), "") if person.language else ""


def _value(said: str | None) -> str | None:
    return "" if said is not None and said.strip().lower() == NONE else said
