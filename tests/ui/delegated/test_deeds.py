"""What can be done with a delegation, wherever it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from orchestrator_desktop.domain.attempts import UNTIL_SAID, AttemptState, WaitReason
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.domain.errors import ProviderErrorKind as Kind
from orchestrator_desktop.store.board import BoardRow
from orchestrator_desktop.ui.delegated.deeds import Deed, bar_deeds, deed_name, deeds_of, key_of, row_deeds
from orchestrator_desktop.ui.delegated.groups import Group, group_of
from tests.ui.delegated.scene import Scene

S, D = AttemptState, Deed


@pytest.fixture
def row(scene: Scene) -> BoardRow:
    return replace(scene.row(scene.queued()), text_length=9)


def to_wait(row: BoardRow, reason: WaitReason) -> BoardRow:
    return replace(row, state=S.WAITING, reason=reason, not_before=row.queued_at)


@pytest.mark.parametrize(
    ("reason", "shown"),
    [(reason, (D.NOW, D.ANOTHER)) for reason in WaitReason if reason not in UNTIL_SAID],
)
def test_what_waits_can_be_tried_now_or_handed_over(row: BoardRow, reason: WaitReason, shown: tuple[Deed, ...]) -> None:
    assert row_deeds(to_wait(row, reason)) == shown
    assert deed_name(D.NOW, to_wait(row, reason)) == "Try now"
    assert group_of(to_wait(row, reason)) is Group.QUEUED


def test_over_budget_one_can_send_wait_or_stay_on_this_computer(row: BoardRow) -> None:
    asks = replace(to_wait(row, WaitReason.BUDGET), not_before=None)
    assert row_deeds(asks, local=True) == (D.NOW, D.TOMORROW, D.LOCAL)
    assert row_deeds(asks) == (D.NOW, D.TOMORROW, D.ANOTHER)
    assert deed_name(D.NOW, asks) == "Send anyway"
    assert deed_name(D.LOCAL, asks, who="Built-in model") == "Hand to Built-in model"
    assert group_of(asks) is Group.NEEDS_YOU
    agreed = to_wait(row, WaitReason.BUDGET)
    assert D.TOMORROW not in deeds_of(agreed)
    assert group_of(agreed) is Group.QUEUED


def test_what_has_changed_is_looked_at_first(row: BoardRow) -> None:
    changed = replace(to_wait(row, WaitReason.CHANGED), not_before=None)
    assert row_deeds(changed) == (D.LOOK, D.NOW, D.BACK)
    assert deed_name(D.NOW, changed) == "Send as it is now"
    assert group_of(changed) is Group.NEEDS_YOU


def test_what_is_held_can_be_sent(row: BoardRow) -> None:
    held = replace(row, state=S.DRAFT)
    assert row_deeds(held) == (D.NOW, D.ANOTHER)
    assert deed_name(D.NOW, held) == "Send now"
    assert D.HOLD not in deeds_of(held)


@pytest.mark.parametrize(
    ("state", "error", "shown"),
    [
        (S.FAILED, Kind.KEY_REFUSED, (D.KEY, D.ANOTHER, D.RETRY)),
        (S.FAILED, Kind.NO_KEY, (D.KEY, D.ANOTHER, D.RETRY)),
        (S.FAILED, Kind.MODEL_UNKNOWN, (D.PROVIDER, D.ANOTHER, D.RETRY)),
        (S.FAILED, EndReason.PROVIDER_OFF, (D.PROVIDER, D.ANOTHER, D.RETRY)),
        (S.FAILED, EndReason.DELEGATE_GONE, (D.ANOTHER, D.BACK)),
        (S.FAILED, EndReason.LEVEL_3, (D.BACK,)),
        (S.FAILED, Kind.DOWN, (D.RETRY, D.ANOTHER, D.BACK)),
        (S.UNKNOWN, Kind.UNANSWERED, (D.RETRY, D.ANOTHER, D.BACK)),
        (S.INTERRUPTED, EndReason.CUT, (D.CONTINUE, D.RETRY, D.ANOTHER)),
        (S.TRUNCATED, EndReason.LENGTH, (D.CONTINUE, D.RETRY, D.ANOTHER)),
        (S.CANCELLED, EndReason.STOPPED, (D.CONTINUE, D.RETRY, D.ANOTHER)),
        (S.REFUSED, EndReason.DECLINED, (D.ANOTHER, D.BACK, D.RETRY)),
    ],
)
def test_what_needs_the_user_offers_what_can_mend_it(
    row: BoardRow, state: AttemptState, error: str, shown: tuple[Deed, ...]
) -> None:
    ended = replace(row, state=state, error=error, text_length=9 if state is not S.UNKNOWN else 0)
    assert row_deeds(ended) == shown
    assert group_of(ended) is Group.NEEDS_YOU


@pytest.mark.parametrize("state", [S.INTERRUPTED, S.TRUNCATED, S.CANCELLED])
def test_without_a_word_there_is_nothing_to_go_on_with_or_to_review(row: BoardRow, state: AttemptState) -> None:
    empty = replace(row, state=state, text_length=0)
    assert not {D.CONTINUE, D.KEEP} & set(deeds_of(empty))
    assert D.RETRY in deeds_of(empty)


def test_a_key_is_given_where_there_was_none(row: BoardRow) -> None:
    assert deed_name(D.KEY, replace(row, error=Kind.NO_KEY)) == "Give the key…"
    assert deed_name(D.KEY, replace(row, error=Kind.KEY_REFUSED)) == "Replace the key…"


def test_a_row_without_a_provider_does_not_lead_to_its_settings(row: BoardRow) -> None:
    gone = replace(row, state=S.FAILED, error=Kind.KEY_REFUSED, provider_id=None)
    assert D.KEY not in deeds_of(gone)


def test_where_all_goes_well_the_row_offers_nothing_and_the_pane_what_is_likely(row: BoardRow) -> None:
    running = replace(row, state=S.STREAMING, sent_at=row.queued_at)
    assert (row_deeds(row), row_deeds(running)) == ((), ())
    assert bar_deeds(running) == (D.STOP,)
    assert bar_deeds(row) == (D.HOLD,)
    assert deeds_of(running) == (D.STOP, D.REQUEST)


def test_in_every_state_at_most_three_acts_stand_in_the_row_and_two_in_the_pane(row: BoardRow) -> None:
    for state in S:
        for error in (None, *Kind, *EndReason):
            for reason in WaitReason:
                one = replace(row, state=state, error=error, reason=reason, not_before=None)
                assert len(row_deeds(one, local=True)) <= 3
                assert len(bar_deeds(one, local=True)) <= 2
                assert set(row_deeds(one, local=True)) | set(bar_deeds(one, local=True)) <= set(
                    deeds_of(one, local=True)
                )
                assert all(deed_name(deed, one) for deed in deeds_of(one, local=True))


def test_no_two_acts_share_a_key() -> None:
    keys = [key for deed in Deed if (key := key_of(deed))]
    assert len(set(keys)) == len(keys)
