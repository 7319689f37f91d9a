"""People: who they are, what they are written, by when they are asked, and that they were reminded."""

from datetime import date

import pytest

from orchestrator_desktop.domain.brief import ContextItem
from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.delegate import Person
from orchestrator_desktop.domain.delegation import Delegation
from orchestrator_desktop.domain.errors import UsageError, UserError
from orchestrator_desktop.domain.ids import DelegationId, PersonId, TaskId
from orchestrator_desktop.domain.ledger import Event, Way
from orchestrator_desktop.operations import delegations, letters, people, reviews, tasks
from orchestrator_desktop.operations.undo import undo
from orchestrator_desktop.store import days, delegates
from orchestrator_desktop.store import delegations as reading
from tests.operations.work import Work

DAY = date(2026, 10, 21)


def add(work: Work, name: str = "Nora", **values: str) -> PersonId:
    return PersonId(people.add_person(work.store, name=name, **values).first(Kind.PERSON))


def read(work: Work, person_id: PersonId) -> Person:
    found = delegates.person(work.store, person_id)
    assert found is not None
    return found


def ask(work: Work, name: str = "Nora", line: str = "Pricing mock-up", day: date | None = DAY) -> TaskId:
    task_id = work.add(line)
    delegations.delegate_to_person(work.store, task_id=task_id, name=name, follow_up=day)
    return task_id


def out(work: Work, task_id: TaskId) -> Delegation:
    found = reading.open_delegation(work.store, task_id)
    assert found is not None
    return found


# who they are


def test_a_person_has_a_name_an_address_and_a_language(work: Work) -> None:
    person_id = add(work, " Nora  Petit ", address=" nora@halden.example ", language="fr")
    assert read(work, person_id) == Person(person_id, "Nora Petit", "nora@halden.example", "fr")
    people.edit_person(work.store, person_id=person_id, address="", language="")
    assert read(work, person_id) == Person(person_id, "Nora Petit", "", "")


@pytest.mark.parametrize("name", ["NORA", "nora ", "Mistral", "mistral"])
def test_a_name_that_a_person_or_a_specialist_has_is_taken(work: Work, name: str) -> None:
    work.specialist()
    add(work)
    tom = add(work, "Tom")
    with pytest.raises(UsageError, match="is taken"):
        add(work, name)
    with pytest.raises(UsageError, match="is taken"):
        people.edit_person(work.store, person_id=tom, name=name)
    assert [one.name for one in delegates.people(work.store)] == ["Nora", "Tom"]


def test_a_name_can_change_its_capitals(work: Work) -> None:
    person_id = add(work, "nora")
    people.edit_person(work.store, person_id=person_id, name="Nora")
    assert read(work, person_id).name == "Nora"


@pytest.mark.parametrize(
    "values", [{"address": "nora"}, {"address": "a@b.c\nBcc: d@e.f"}, {"language": "de"}, {"name": " "}]
)
def test_what_cannot_be_kept_is_said_and_changes_nothing(work: Work, values: dict[str, str]) -> None:
    person_id = add(work)
    before = work.dump()
    with pytest.raises(UsageError):
        people.edit_person(work.store, person_id=person_id, **values)  # type: ignore[arg-type]
    with pytest.raises(UsageError):
        people.add_person(work.store, **{"name": "Tom", **values})
    assert work.dump() == before


def test_one_who_is_not_there_is_said(work: Work) -> None:
    for act in (people.edit_person, people.remove_person):
        with pytest.raises(UsageError):
            act(work.store, person_id=PersonId(99))
    with pytest.raises(UsageError, match="nobody called “Tom”"):
        people.find_person(work.store, "Tom ")


def test_a_new_name_is_reported_for_the_tasks_that_show_it(work: Work) -> None:
    task_id = ask(work)
    changes = people.edit_person(work.store, person_id=people.find_person(work.store, "nora"), name="Nora Petit")
    assert changes.of(Kind.TASK) == (task_id,)
    assert work.task(task_id).delegate == "Nora Petit"


def test_typing_an_address_is_one_step_of_undo(work: Work) -> None:
    person_id = add(work)
    for text in ("a@b", "a@b.c", "a@b.co"):
        people.edit_person(work.store, person_id=person_id, address=text)
    undo(work.store)
    assert read(work, person_id).address == ""


def test_somebody_is_known_by_name_whether_they_were_or_not(work: Work) -> None:
    people.know_person(work.store, name="Nora", address="nora@halden.example")
    people.know_person(work.store, name="NORA", language="fr")
    (nora,) = delegates.people(work.store)
    assert (nora.name, nora.address, nora.language) == ("Nora", "nora@halden.example", "fr")
    undo(work.store)
    undo(work.store)
    assert delegates.people(work.store) == []


# removing


def test_removing_leaves_what_they_did_and_undo_brings_all_back(work: Work) -> None:
    task_id = ask(work)
    delegations.receive(work.store, task_id=task_id, text="Here.")
    reviews.accept(work.store, task_id=task_id)
    nora = people.find_person(work.store, "Nora")
    before = work.dump()
    people.remove_person(work.store, person_id=nora)
    assert delegates.people(work.store) == []
    (done,) = reading.delegations(work.store, task_id)
    assert (done.person_id, done.delegate) == (None, "Nora")
    undo(work.store)
    assert work.dump() == before


@pytest.mark.parametrize("back", [False, True])
def test_one_who_owes_something_or_is_to_be_judged_stays(work: Work, back: bool) -> None:
    task_id = ask(work)
    if back:
        delegations.receive(work.store, task_id=task_id, text="Here.")
    nora = people.find_person(work.store, "Nora")
    with pytest.raises(UserError, match="1 tasks are still with this person"):
        people.remove_person(work.store, person_id=nora)
    assert read(work, nora).name == "Nora"
    if back:
        reviews.accept(work.store, task_id=task_id)
        (entry,) = [one for one in days.task_entries(work.store, task_id) if one.event is Event.ACCEPTED]
        assert entry.detail["way"] == Way.WITH_PEOPLE
    else:
        delegations.take_back(work.store, task_id=task_id)
    people.remove_person(work.store, person_id=nora)


# the day


def test_the_day_is_handed_over_changed_and_taken_away(work: Work) -> None:
    task_id = ask(work)
    assert out(work, task_id).follow_up == DAY
    later = date(2126, 10, 28)
    changes = people.set_follow_up(work.store, delegation_id=out(work, task_id).id, day=later)
    assert changes.of(Kind.TASK) == (task_id,), "its row says until when it waits"
    waiting = work.task(task_id).waiting
    assert waiting is not None and waiting.follow_up == later
    people.set_follow_up(work.store, delegation_id=out(work, task_id).id, day=None)
    assert out(work, task_id).follow_up is None
    assert undo(work.store).of(Kind.TASK) == (task_id,)
    assert out(work, task_id).follow_up == later


def test_the_day_of_several_is_one_act_and_others_are_left_alone(work: Work) -> None:
    first, second, other = ask(work), ask(work, "Tom"), work.add()
    later = date(2126, 10, 28)
    people.set_follow_ups(work.store, task_ids=[first, other, second, first], day=later)
    assert [out(work, task_id).follow_up for task_id in (first, second)] == [later, later]
    undo(work.store)
    assert [out(work, task_id).follow_up for task_id in (first, second)] == [DAY, DAY]


def test_a_day_is_for_what_a_person_owes(work: Work) -> None:
    task_id = ask(work)
    delegation_id = out(work, task_id).id
    delegations.receive(work.store, task_id=task_id, text="Here.")
    with_ai = work.delegate(work.add())
    for wrong in (delegation_id, with_ai):
        for act in (
            lambda wrong=wrong: people.set_follow_up(work.store, delegation_id=wrong, day=DAY),
            lambda wrong=wrong: people.mark_reminded(work.store, delegation_id=wrong),
        ):
            with pytest.raises(UserError, match="is not with a person"):
                act()
    with pytest.raises(UserError, match="is not with a person"):
        people.set_follow_ups(work.store, task_ids=[task_id], day=DAY)
    with pytest.raises(UserError, match="is not with a person"):
        people.waited_for(work.store, task_id)
    with pytest.raises(UsageError, match="no delegation 99"):
        people.set_follow_up(work.store, delegation_id=DelegationId(99), day=DAY)


# reminding


def test_a_reminder_is_remembered_and_can_be_undone(work: Work) -> None:
    task_id = ask(work)
    changes = people.mark_reminded(work.store, delegation_id=out(work, task_id).id)
    assert changes.of(Kind.TASK) == (task_id,)
    waiting = work.task(task_id).waiting
    assert waiting is not None and waiting.reminded_at is not None
    (entry,) = [one for one in days.task_entries(work.store, task_id) if one.event is Event.REMINDED]
    assert entry.detail["who"] == "Nora"
    undo(work.store)
    waiting = work.task(task_id).waiting
    assert waiting is not None and waiting.reminded_at is None


# letters


def test_the_letter_holds_the_brief_that_was_handed_over(work: Work) -> None:
    add(work, address="nora@halden.example", language="fr")
    task_id = work.add("Pricing mock-up")
    delegations.delegate_to_person(
        work.store,
        task_id=task_id,
        name="Nora",
        follow_up=DAY,
        edits={"objective": "Two columns.", "context": (ContextItem("Note", "Facts"),), "done_when": ("One page",)},
    )
    tasks.edit(work.store, task_id=task_id, title="Price page")
    said = letters.handing_over(work.store, out(work, task_id), language="en")
    assert (said.name, said.address, said.letter.subject) == ("Nora", "nora@halden.example", "Price page")
    for part in ("Bonjour Nora,", "Two columns.", "Facts", "- One page", "mercredi 21 octobre 2026"):
        assert part in said.letter.body


@pytest.mark.parametrize(("language", "hello"), [("fr", "Bonjour Nora,"), ("en", "Hello Nora,")])
def test_who_has_no_language_is_written_in_the_users(work: Work, language: str, hello: str) -> None:
    delegation = out(work, ask(work))
    assert letters.handing_over(work.store, delegation, language=language).letter.body.startswith(hello)
    assert letters.reminding(work.store, delegation, language=language).letter.body.startswith(hello)


def test_a_version_sent_back_is_quoted_with_what_should_change(work: Work) -> None:
    task_id = ask(work)
    delegations.receive(work.store, task_id=task_id, text="First try")
    reviews.revise(work.store, task_id=task_id, comment="Two columns, please")
    body = letters.handing_over(work.store, out(work, task_id), language="en").letter.body
    assert "Thank you for “Pricing mock-up”. This should still change:\n\nTwo columns, please" in body
    assert "> First try" in body


def test_a_result_of_an_ai_that_a_person_takes_over_is_not_called_theirs(work: Work) -> None:
    task_id = work.in_review()
    reviews.escalate_to_person(work.store, task_id=task_id, name="Nora", comment="Too long")
    body = letters.handing_over(work.store, out(work, task_id), language="en").letter.body
    assert "Thank you for" not in body
    assert "There is an answer already" in body and "Too long" in body


def test_a_reminder_quotes_the_subject_and_both_days(work: Work) -> None:
    delegation = out(work, ask(work))
    said = letters.reminding(work.store, delegation, language="en").letter
    assert said.subject == "Reminder: Pricing mock-up"
    assert "by Wednesday 21 October 2026" in said.body


def test_a_letter_too_long_for_a_link_asks_to_be_pasted(work: Work) -> None:
    task_id = ask(work, line="Pricing mock-up // " + "word " * 600)
    said = letters.handing_over(work.store, out(work, task_id), language="en")
    link = said.mail(paste="Paste it here.")
    assert not link.whole
    assert link.url.endswith("&body=Paste%20it%20here.")
