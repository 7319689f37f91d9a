"""A provider's key on its way: kept, used for its own address alone, and nowhere else to be seen."""

from __future__ import annotations

import logging

import pytest

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.errors import UsageError, UserError
from orchestrator_desktop.domain.ids import ProviderId
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.engine.keeping import forget_key, keep_key, remove_provider
from orchestrator_desktop.engine.notices import Notice, NoticeKind
from orchestrator_desktop.operations import roster
from orchestrator_desktop.system.keys import KeyPlace
from tests.engine.scene import SECONDS, Scene, provider
from tests.fakes.answers import anthropic, openai_chat, openai_error
from tests.fakes.replay import ReplayServer

KEY = Secret("sk-test-0123456789abcdef")


def test_a_key_without_a_keyring_is_used_until_quit_and_that_is_said(scene: Scene, server: ReplayServer) -> None:
    server.script(openai_chat("Done."))
    provider_id = scene.add_provider(server.openai_url)
    assert keep_key(scene.desk, provider_id, KEY).result(SECONDS) is KeyPlace.MEMORY
    assert scene.notices == [Notice(NoticeKind.KEY_IN_MEMORY, provider="Replay")]
    known = scene.do(provider, provider_id=provider_id)
    assert (known.key_origin, known.key_tail) == (server.anthropic_url, "cdef")
    delegation = scene.delegate()
    scene.start()
    assert scene.ended(delegation).state is AttemptState.COMPLETE
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY.reveal()}"


def test_each_dialect_sends_it_its_own_way(scene: Scene, server: ReplayServer) -> None:
    server.script(anthropic("Done."))
    provider_id = scene.add_provider(server.anthropic_url, dialect="anthropic")
    keep_key(scene.desk, provider_id, KEY).result(SECONDS)
    delegation = scene.delegate()
    scene.start()
    scene.ended(delegation)
    assert server.requests[0].headers["x-api-key"] == KEY.reveal()


def test_a_key_does_not_follow_its_provider_to_another_address(scene: Scene, server: ReplayServer) -> None:
    with ReplayServer() as elsewhere:
        provider_id = scene.add_provider(server.openai_url)
        keep_key(scene.desk, provider_id, KEY).result(SECONDS)
        scene.do(roster.edit_provider, provider_id=provider_id, base_url=elsewhere.openai_url)
        delegation = scene.delegate()
        scene.start()
        attempt = scene.ended(delegation)
        assert (attempt.state, attempt.error, attempt.usage.cost_micro) == (AttemptState.FAILED, "no_key", 0)
        assert elsewhere.requests == []


def test_a_key_that_the_keyring_does_not_give_is_said_and_nothing_is_sent(scene: Scene, server: ReplayServer) -> None:
    provider_id = scene.add_provider(server.openai_url)
    scene.do(roster.record_key, provider_id=provider_id, key=KEY)
    delegation = scene.delegate()
    scene.start()
    attempt = scene.ended(delegation)
    assert (attempt.error, attempt.error_detail) == ("no_key", "the keyring does not answer")
    assert server.requests == []


def test_a_forgotten_key_is_sent_no_more(scene: Scene, server: ReplayServer) -> None:
    server.script(openai_chat("Done."))
    provider_id = scene.add_provider(server.openai_url)
    keep_key(scene.desk, provider_id, KEY).result(SECONDS)
    assert forget_key(scene.desk, provider_id).result(SECONDS) is False, "there is no keyring here to be sure of"
    delegation = scene.delegate()
    scene.start()
    assert scene.ended(delegation).state is AttemptState.COMPLETE
    assert "authorization" not in server.requests[0].headers
    assert scene.do(provider, provider_id=provider_id).key_origin is None


def test_removing_a_provider(scene: Scene, server: ReplayServer) -> None:
    provider_id = scene.add_provider(server.openai_url)
    keep_key(scene.desk, provider_id, KEY).result(SECONDS)
    scene.delegate()
    with pytest.raises(UserError, match="Still out"):
        remove_provider(scene.desk, provider_id).result(SECONDS)
    other = scene.add_provider(server.openai_url, name="Other")
    remove_provider(scene.desk, other).result(SECONDS)
    with pytest.raises(UsageError):
        keep_key(scene.desk, other, KEY).result(SECONDS)
    with pytest.raises(UsageError):
        forget_key(scene.desk, ProviderId(99)).result(SECONDS)


def test_a_key_is_in_no_log_no_row_and_no_notice(
    scene: Scene, server: ReplayServer, caplog: pytest.LogCaptureFixture
) -> None:
    """Also where the provider's refusal quotes it."""
    caplog.set_level(logging.DEBUG)
    server.script(openai_error(401, f"Incorrect API key provided: {KEY.reveal()}"), openai_chat("Done."))
    provider_id = scene.add_provider(server.openai_url)
    keep_key(scene.desk, provider_id, KEY).result(SECONDS)
    scene.start()
    for expected in (AttemptState.FAILED, AttemptState.COMPLETE):
        assert scene.ended(scene.delegate()).state is expected
    scene.desk.close()
    assert KEY.reveal() not in caplog.text
    assert KEY.reveal() not in repr(scene.notices)
    for file in scene.folder.rglob("*"):
        assert file.is_dir() or KEY.reveal().encode() not in file.read_bytes(), file
