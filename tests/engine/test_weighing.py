"""Weighing beside the store's thread."""

from __future__ import annotations

import pytest

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.ids import SpecialistId, TaskId
from orchestrator_desktop.engine.weighing import weigh
from orchestrator_desktop.operations import briefs, delegations, tasks
from tests.engine.scene import SECONDS, Scene


@pytest.fixture
def specialist_id(scene: Scene) -> SpecialistId:
    scene.add_provider("http://127.0.0.1:9/v1")
    specialist = scene.do(delegations.find_specialist, name="Replay")
    assert specialist is not None
    return specialist.id


def test_what_was_written_before_is_weighed(scene: Scene, specialist_id: SpecialistId) -> None:
    task_id = TaskId(scene.do(tasks.add, line="Write").first(Kind.TASK))
    for number in range(20):  # nobody waits for them
        scene.desk.writer.submit(briefs.edit_brief, task_id=task_id, objective=f"Write {number}")
    weight = weigh(scene.desk, task_id, specialist_id).result(SECONDS)
    assert weight.what.messages[-1].text == "Write 19"


def test_a_task_that_is_gone_is_said(scene: Scene, specialist_id: SpecialistId) -> None:
    with pytest.raises(UserError, match="no task"):
        weigh(scene.desk, TaskId(99), specialist_id).result(SECONDS)
