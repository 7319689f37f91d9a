"""What nobody foresaw ends one attempt at most, and is logged without what it was about."""

from __future__ import annotations

import pytest

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.engine.bugs import log_bug
from orchestrator_desktop.engine.notices import Chunk, NoticeKind
from tests.engine.scene import Scene
from tests.fakes.answers import openai_chat
from tests.fakes.replay import ReplayServer


def test_a_bug_fails_its_attempt_and_the_engine_goes_on(
    scene: Scene, server: ReplayServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.script(openai_chat("Done."))
    strange = scene.add_provider(server.openai_url, name="Strange")
    scene.add_provider(server.openai_url)
    scene.do(lambda store: store.execute("UPDATE provider SET dialect = 'klingon' WHERE id = ?", (strange,)))
    first, second = scene.delegate("A secret of the house", to="Strange"), scene.delegate()
    scene.start()
    assert scene.ended(second).state is AttemptState.COMPLETE
    attempt = scene.ended(first)
    assert (attempt.state, attempt.error, attempt.error_detail) == (AttemptState.FAILED, "bug", "ValueError")
    report = scene.noticed(NoticeKind.BUG).detail
    assert report in caplog.text
    assert "ValueError" in report and "connections.py" in report
    assert "klingon" not in report and "A secret of the house" not in report
    caplog.clear()


def test_a_bug_in_the_window_costs_the_answer_nothing(
    tmp_path_factory: pytest.TempPathFactory, server: ReplayServer, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(chunk: Chunk) -> None:
        raise LookupError(chunk.text)

    server.script(openai_chat("Once upon a time", pieces=5).paced(50))
    scene = Scene(tmp_path_factory.mktemp("data"), on_chunk=broken)
    scene.add_provider(server.openai_url)
    delegation = scene.delegate()
    scene.start()
    attempt = scene.ended(delegation)
    scene.desk.close()
    assert (attempt.state, attempt.text) == (AttemptState.COMPLETE, "Once upon a time")
    assert "LookupError" in caplog.text
    assert "Once upon" not in caplog.text
    caplog.clear()


def test_an_ending_that_cannot_be_written_still_keeps_the_text(
    scene: Scene, server: ReplayServer, caplog: pytest.LogCaptureFixture
) -> None:
    """The result's row is refused, as by a bug of ours: the attempt keeps its text, for the user to review."""
    server.script(openai_chat("An answer"))
    scene.add_provider(server.openai_url)
    scene.do(
        lambda store: store.execute(
            "CREATE TRIGGER bug BEFORE INSERT ON result BEGIN SELECT raise(ABORT, 'An answer'); END"
        )
    )
    delegation = scene.delegate()
    scene.start()
    attempt = scene.ended(delegation)
    assert (attempt.state, attempt.text, attempt.error) == (AttemptState.INTERRUPTED, "An answer", "bug")
    assert "An answer" not in caplog.text
    caplog.clear()


def test_a_report_names_causes_and_places_but_no_values(caplog: pytest.LogCaptureFixture) -> None:
    def inner(text: str) -> None:
        raise KeyError(text)

    try:
        try:
            inner("sk-secret")
        except KeyError as error:
            raise RuntimeError("sk-secret again") from error
    except RuntimeError as error:
        report = log_bug("a test", error)
    assert "a test" in report
    assert report.index("RuntimeError") < report.index("KeyError") < report.index("in inner")
    assert "sk-secret" not in report.replace('"sk-secret', "")
    caplog.clear()


def test_the_same_bug_again_and_again_is_said_once(
    scene: Scene, server: ReplayServer, caplog: pytest.LogCaptureFixture
) -> None:
    scene.add_provider(server.openai_url)
    scene.delegate()
    # Nothing can be claimed from now on, and the engine tries at each turn.
    scene.do(lambda store: store.execute("ALTER TABLE ledger RENAME TO elsewhere"))
    tries: list[str] = []

    def count(sql: str) -> None:
        if sql == "ROLLBACK":
            tries.append(sql)
            scene.poke()

    scene.do(lambda store: store.connection.set_trace_callback(count))
    scene.start()
    scene.until(lambda: len(tries) >= 3)
    assert scene.kinds() == [NoticeKind.BUG]
    assert len(caplog.records) == 1
    caplog.clear()
