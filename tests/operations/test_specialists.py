"""The user's own specialists."""

import pytest

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.delegate import Specialist
from orchestrator_desktop.domain.errors import UsageError, UserError
from orchestrator_desktop.domain.ids import ProviderId, SpecialistId
from orchestrator_desktop.operations import roster, specialists, tasks
from orchestrator_desktop.operations.undo import undo
from orchestrator_desktop.store import delegates
from tests.operations.work import Work


def add(work: Work, name: str = "Copywriter", provider: str = "Mistral") -> SpecialistId:
    changes = specialists.add_specialist(work.store, name=name, provider_id=work.provider(provider))
    return SpecialistId(changes.first(Kind.SPECIALIST))


def read(work: Work, specialist_id: SpecialistId) -> Specialist:
    found = delegates.specialist(work.store, specialist_id)
    assert found is not None
    return found


def test_a_specialist_works_on_its_providers_default_model(work: Work) -> None:
    found = read(work, add(work))
    assert (found.name, found.provider, found.model, found.plain) == ("Copywriter", "Mistral", "", False)
    assert delegates.specialists(work.store)[0] == found, "the named ones come first"


def test_a_taken_name_gets_a_number_when_added_and_is_said_when_renamed(work: Work) -> None:
    first, second = add(work), add(work, "copywriter")
    assert read(work, second).name == "copywriter 2"
    with pytest.raises(UsageError, match="taken"):
        specialists.edit_specialist(work.store, specialist_id=second, name="COPYWRITER")
    specialists.edit_specialist(work.store, specialist_id=first, name="CopyWriter")
    assert read(work, first).name == "CopyWriter"


def test_another_provider_starts_with_its_default_model(work: Work) -> None:
    specialist_id, other = add(work), work.provider("Groq", "https://api.groq.com/openai/v1")
    specialists.edit_specialist(work.store, specialist_id=specialist_id, model=" m-large ", instructions="Short.")
    assert read(work, specialist_id).model == "m-large"
    specialists.edit_specialist(work.store, specialist_id=specialist_id, provider_id=other)
    found = read(work, specialist_id)
    assert (found.provider, found.model, found.instructions) == ("Groq", "", "Short.")


def test_a_provider_that_is_not_there_is_said(work: Work) -> None:
    with pytest.raises(UsageError):
        specialists.add_specialist(work.store, name="Copywriter", provider_id=ProviderId(99))
    with pytest.raises(UsageError):
        specialists.edit_specialist(work.store, specialist_id=add(work), provider_id=ProviderId(99))


def test_a_new_name_is_reported_for_the_tasks_that_show_it(work: Work) -> None:
    specialist_id, task_id = add(work), work.add()
    tasks.edit(work.store, task_id=task_id, who="Copywriter")
    changes = specialists.edit_specialist(work.store, specialist_id=specialist_id, name="Writer")
    assert changes.of(Kind.TASK) == (task_id,)


def test_removing_leaves_the_tasks_and_undo_brings_both_back(work: Work) -> None:
    specialist_id, task_id = add(work), work.add()
    tasks.edit(work.store, task_id=task_id, who="Copywriter")
    before = read(work, specialist_id)
    specialists.remove_specialist(work.store, specialist_id=specialist_id)
    assert delegates.specialist(work.store, specialist_id) is None
    assert work.task(task_id).specialist_id is None
    undo(work.store)
    assert read(work, specialist_id) == before
    assert work.task(task_id).specialist_id == specialist_id


def test_a_plain_specialist_stays_with_its_provider(work: Work) -> None:
    with pytest.raises(UserError, match="comes with its provider"):
        specialists.remove_specialist(work.store, specialist_id=work.specialist())


def test_one_with_work_out_stays(work: Work) -> None:
    specialist_id = add(work)
    work.delegate(work.add(), specialist_id)
    with pytest.raises(UserError, match="Still out"):
        specialists.remove_specialist(work.store, specialist_id=specialist_id)
    assert read(work, specialist_id).name == "Copywriter"


def test_typing_instructions_is_one_step_of_undo(work: Work) -> None:
    specialist_id = add(work)
    for text in ("Sh", "Short", "Short."):
        specialists.edit_specialist(work.store, specialist_id=specialist_id, instructions=text)
    undo(work.store)
    assert read(work, specialist_id).instructions == ""


def test_specialists_of_a_provider_that_rests_are_read_when_asked_for(work: Work) -> None:
    add(work)
    roster.edit_provider(work.store, provider_id=work.provider(), enabled=False)
    assert delegates.specialists(work.store) == []
    assert [who.name for who in delegates.specialists(work.store, resting=True)] == ["Copywriter", "Mistral"]
