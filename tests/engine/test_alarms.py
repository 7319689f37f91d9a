"""What is said once: a provider out of reach and back, a limit that keeps something back."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.ids import DelegationId
from orchestrator_desktop.domain.money import Price
from orchestrator_desktop.engine.alarms import Alarms
from orchestrator_desktop.engine.notices import Notice, NoticeKind
from orchestrator_desktop.operations import queueing, roster, spending
from orchestrator_desktop.operations.settings import set_setting
from tests.engine.scene import QUICK, Scene
from tests.fakes.answers import openai_chat, openai_error
from tests.fakes.replay import ReplayServer


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    """A desk in a hurry: an unreachable provider is looked for again after some hundredths of a second."""
    scene = Scene(tmp_path / "data", limits=replace(QUICK, pace=0.02))
    yield scene
    scene.desk.close()


@pytest.fixture
def port() -> int:
    """A port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def waits(scene: Scene, delegation: DelegationId, reason: WaitReason) -> None:
    scene.until(lambda: (scene.attempt(delegation).state, scene.attempt(delegation).reason) == (_WAITING, reason))


def said(scene: Scene, kind: NoticeKind) -> list[Notice]:
    return [notice for notice in scene.notices if notice.kind is kind]


_WAITING = AttemptState.WAITING


class TestOffline:
    def test_it_is_said_once_for_all_that_waits(self, scene: Scene, port: int) -> None:
        provider_id = scene.add_provider(f"http://127.0.0.1:{port}/v1", name="Acme")
        scene.do(roster.edit_provider, provider_id=provider_id, at_once=4)
        queued = [scene.delegate(to="Acme") for _ in range(3)]
        scene.start()
        for delegation in queued:
            waits(scene, delegation, WaitReason.OFFLINE)
        scene.desk.close()
        assert said(scene, NoticeKind.OFFLINE) == [Notice(NoticeKind.OFFLINE, provider="Acme")]

    def test_when_it_is_back_that_is_said_with_how_many_leave_and_the_next_time_it_is_away_is_news(
        self, scene: Scene, port: int
    ) -> None:
        scene.add_provider(f"http://127.0.0.1:{port}/v1", name="Acme")
        first, second = scene.delegate(to="Acme"), scene.delegate(to="Acme")
        scene.start()
        waits(scene, first, WaitReason.OFFLINE)
        waits(scene, second, WaitReason.OFFLINE)
        with ReplayServer(port) as server:
            server.always(openai_chat("Here."))
            assert scene.noticed(NoticeKind.BACK_ONLINE) == Notice(NoticeKind.BACK_ONLINE, provider="Acme", count=2)
            assert scene.ended(first).text == scene.ended(second).text == "Here."
        waits(scene, scene.delegate(to="Acme"), WaitReason.OFFLINE)
        scene.until(lambda: len(said(scene, NoticeKind.OFFLINE)) == 2)

    def test_two_providers_are_two_troubles(self, scene: Scene, port: int) -> None:
        for name in ("Acme", "Apex"):
            scene.add_provider(f"http://127.0.0.1:{port}/v1", name=name)
            scene.delegate(to=name)
        scene.start()
        scene.until(lambda: {notice.provider for notice in said(scene, NoticeKind.OFFLINE)} == {"Acme", "Apex"})

    def test_one_that_answers_no_is_there(self, scene: Scene, server: ReplayServer) -> None:
        server.script(openai_error(401, "invalid_api_key"))
        scene.add_provider(server.openai_url)
        delegation = scene.delegate()
        scene.start()
        assert scene.ended(delegation).state is AttemptState.FAILED
        scene.desk.close()
        assert said(scene, NoticeKind.OFFLINE) == []


class TestBudget:
    @pytest.fixture
    def priced(self, scene: Scene, server: ReplayServer) -> None:
        """A provider of which every answer costs about 0.8 dollars; nothing may be spent today."""
        server.always(openai_chat("Here."))
        provider_id = scene.add_provider(server.openai_url)
        scene.do(spending.set_own_price, provider_id=provider_id, model="m", price=Price(0, 1_000_000_000))
        scene.do(set_setting, key="budget.day", value=0)

    def test_it_is_said_once_until_nothing_waits_any_more(self, scene: Scene, priced: None) -> None:
        first, second = scene.delegate(), scene.delegate()
        scene.start()
        assert scene.noticed(NoticeKind.BUDGET).count >= 1
        waits(scene, second, WaitReason.BUDGET)
        for delegation in (first, second):
            scene.do(queueing.release, delegation_id=delegation)
            assert scene.ended(delegation).state is AttemptState.COMPLETE
        assert len(said(scene, NoticeKind.BUDGET)) == 1
        waits(scene, scene.delegate(), WaitReason.BUDGET)
        scene.until(lambda: len(said(scene, NoticeKind.BUDGET)) == 2)

    def test_after_nothing_waited_the_next_one_is_news(self) -> None:
        notices: list[Notice] = []
        alarms = Alarms(notices.append)
        for count in (0, 1, 2, 0, 3):
            alarms.waiting(count)
        assert [notice.count for notice in notices] == [1, 3]

    def test_what_leaves_tomorrow_by_itself_is_no_question(self, scene: Scene, priced: None) -> None:
        scene.do(set_setting, key="budget.when_spent", value="tomorrow")
        delegation = scene.delegate()
        scene.start()
        waits(scene, delegation, WaitReason.BUDGET)
        scene.desk.close()
        assert said(scene, NoticeKind.BUDGET) == []


def test_the_engine_knows_what_runs_here(scene: Scene, server: ReplayServer) -> None:
    server.script(openai_chat("Half an answer", finish=None, usage=False, done=False).hung())
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.start()
    attempt = scene.streaming(delegation)
    engine = scene.desk.engine
    assert engine is not None
    assert engine.under_way == {attempt.id}
    scene.desk.close()
    assert engine.under_way == frozenset()
