"""Small rules of the records: errors, changes, the day's columns."""

from datetime import UTC, datetime

import pytest

from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.delegate import Provider, ProviderKind
from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind, UsageError, UserError
from orchestrator_desktop.domain.ids import ProviderId, TaskId
from orchestrator_desktop.domain.ledger import DayLedger, Finished, Way
from orchestrator_desktop.domain.task import Level


def test_an_error_keeps_its_template_for_the_translation() -> None:
    error = UserError("“{title}” is gone: {count}.", title="a {brace}", count=3)
    assert str(error) == "“a {brace}” is gone: 3."
    assert error.template.format(**error.values) == str(error)
    assert issubclass(UsageError, UserError)


def test_a_provider_error_says_its_kind() -> None:
    error = ProviderError(ProviderErrorKind.SLOW_DOWN, "later", retry_after=3.0, status=429)
    assert str(error) == "slow_down: later"
    assert str(ProviderError(ProviderErrorKind.DOWN)) == "down"
    assert error.retry_after == pytest.approx(3.0)


def test_changes_are_asked_by_kind() -> None:
    changes = Changes(ids={Kind.TASK: (3, 4)}, name="Add")
    assert changes.of(Kind.TASK) == (3, 4)
    assert changes.of(Kind.BRIEF) == ()
    assert changes.first(Kind.TASK) == 3
    assert changes.touches(Kind.BRIEF, Kind.TASK)
    assert not changes.touches(Kind.BRIEF)


def test_a_change_from_outside_touches_everything() -> None:
    assert all(Changes(outside=True).touches(kind) for kind in Kind)


def test_a_days_columns_keep_their_order() -> None:
    def finished(number: int, way: Way) -> Finished:
        at = datetime(2026, 10, 14, number, tzinfo=UTC)
        return Finished(TaskId(number), f"t{number}", Level.YOU_AND_AI, way, "", None, at)

    rows = [
        finished(1, Way.EXECUTED),
        finished(2, Way.WITH_AI),
        finished(3, Way.EXECUTED),
        finished(4, Way.WITH_PEOPLE),
    ]
    ledger = DayLedger.of(iter(rows))
    assert ledger.executed == (rows[0], rows[2])
    assert ledger.with_ai == (rows[1],)
    assert ledger.with_people == (rows[3],)


@pytest.mark.parametrize("kind", ProviderKind)
def test_only_a_remote_provider_takes_texts_off_the_computer(kind: ProviderKind) -> None:
    provider = Provider(ProviderId(1), "p", kind, "openai-chat", "", "", True, None, "", "", None, None, None)
    assert provider.leaves_computer == (kind is ProviderKind.REMOTE)
