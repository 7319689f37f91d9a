"""What a person is told of a delegation, read from the file: the letter that hands it over, the reminder. Writes
nothing and sends nothing."""

from __future__ import annotations

from dataclasses import dataclass

from orchestrator_desktop.domain.delegate import Person
from orchestrator_desktop.domain.delegation import Delegation
from orchestrator_desktop.domain.letter import Earlier, Letter, letter, reminder
from orchestrator_desktop.domain.letter_words import Language
from orchestrator_desktop.domain.mailto import MailLink, mail_link
from orchestrator_desktop.operations.briefs import ask_of
from orchestrator_desktop.operations.tasks import require
from orchestrator_desktop.store import delegates
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class Addressed:
    """A letter, and to whom and where it goes; no address is for the user to fill in."""

    letter: Letter
    name: str
    address: str

    def mail(self, *, paste: str) -> MailLink:
        """It as a link that opens the mail program; where it is too long, `paste` stands for the text."""
        return mail_link(self.address, self.letter.subject, self.letter.body, paste=paste)


def handing_over(store: Store, delegation: Delegation, *, language: str) -> Addressed:
    """The brief as it was handed to a person; with what was asked to change, where it was sent back to them.
    `language` is for a person who has none."""
    task, person = require(store, delegation.task_id), _person(store, delegation)
    text = letter(
        ask_of(store, task, delegation.brief_id),
        title=task.title,
        name=person.name,
        language=Language.of(person.language, language),
        follow_up=delegation.follow_up,
        earlier=_earlier(store, delegation),
    )
    return Addressed(text, person.name, person.address)


def reminding(store: Store, delegation: Delegation, *, language: str) -> Addressed:
    """The reminder of a delegation to a person, whether it is late or not."""
    task, person = require(store, delegation.task_id), _person(store, delegation)
    text = reminder(
        title=task.title,
        name=person.name,
        language=Language.of(person.language, language),
        since=delegation.created_at.astimezone().date(),
        follow_up=delegation.follow_up,
    )
    return Addressed(text, person.name, person.address)


def _person(store: Store, delegation: Delegation) -> Person:
    person = None if delegation.person_id is None else delegates.person(store, delegation.person_id)
    assert person is not None  # callers come with a delegation to a person, and a foreign key holds it
    return person


def _earlier(store: Store, delegation: Delegation) -> Earlier | None:
    result = None if delegation.previous_result_id is None else reading.result(store, delegation.previous_result_id)
    if result is None:
        return None
    before = reading.delegation(store, result.delegation_id)
    theirs = before is not None and before.person_id == delegation.person_id
    return Earlier(result.text, delegation.comment, theirs)
