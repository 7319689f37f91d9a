"""What the board says of each state: what happened, what was kept or charged, what to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from orchestrator_desktop.domain.attempts import AttemptState, WaitReason
from orchestrator_desktop.domain.endings import EndReason
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.domain.money import BudgetKind
from orchestrator_desktop.store.board import BoardRow
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.delegated.estimates import Held
from orchestrator_desktop.ui.delegated.waits import counts_down, next_try, wait_words
from orchestrator_desktop.ui.delegated.words import attempt_state, outcome_words
from orchestrator_desktop.ui.paint import Tone, UiState
from tests.ui.delegated.scene import Scene

S = AttemptState
NOW = datetime(2026, 10, 13, 14, 2, tzinfo=UTC).astimezone()
ENGLISH = QLocale(QLocale.Language.English)
FRENCH = QLocale(QLocale.Language.French)
NOTHING = Held(None, 0, 0, None)


def said(state: AttemptState, error: str | None, **how: bool) -> str:
    return outcome_words(state, error, provider="Anthropic", model="claude", **how)


@pytest.mark.parametrize("error", [*ProviderErrorKind, *EndReason])
def test_every_end_has_its_words(error: str) -> None:
    words = said(S.FAILED, error)
    assert words.endswith(".")
    assert "%" not in words


def test_the_same_words_are_never_said_of_two_reasons() -> None:
    every = [said(S.FAILED, error) for error in (*ProviderErrorKind, *EndReason)]
    assert len(set(every)) == len(every)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ProviderErrorKind.UNANSWERED, "Sent, and then the connection ended: Anthropic may have received it, or not."),
        (ProviderErrorKind.STALLED, "Sent, and Anthropic stayed silent for too long: it may have received it, or not."),
        (EndReason.APP_ENDED_SENT, "Orchestrator ended just after sending: Anthropic may have received it, or not."),
    ],
)
def test_of_what_may_have_been_received_nothing_is_claimed(error: str, words: str) -> None:
    assert said(S.UNKNOWN, error) == f"{words} Nothing is sent again unless you say so."


@pytest.mark.parametrize("error", [ProviderErrorKind.DOWN, ProviderErrorKind.STALLED, EndReason.CUT])
def test_whatever_cut_an_answer_what_arrived_can_be_gone_on_with(error: str) -> None:
    assert said(S.INTERRUPTED, error) == (
        "The answer stopped before its end. What arrived is kept: continue, or retry."
    )


def test_nothing_is_said_to_be_kept_where_nothing_came() -> None:
    for state, error in ((S.INTERRUPTED, EndReason.CUT), (S.CANCELLED, EndReason.STOPPED)):
        words = said(state, error, kept=False)
        assert "before" in words and "word" in words
        assert "kept" not in words


def test_what_ran_here_is_never_said_to_be_charged() -> None:
    assert "charged" in said(S.INTERRUPTED, EndReason.APP_ENDED)
    assert "charged" not in said(S.INTERRUPTED, EndReason.APP_ENDED, charges=False)


@pytest.mark.parametrize("state", [S.DRAFT, S.QUEUED, S.WAITING, S.SENT, S.STREAMING, S.COMPLETE])
def test_nothing_is_explained_where_nothing_went_wrong(state: AttemptState) -> None:
    assert said(state, None) == ""


def test_every_state_and_every_wait_has_a_glyph() -> None:
    shown = {(state, reason): attempt_state(state, None, reason) for state in S for reason in WaitReason}
    assert shown[S.WAITING, WaitReason.OFFLINE] is UiState.OFFLINE
    assert shown[S.WAITING, WaitReason.BUDGET] is UiState.OVER_BUDGET
    assert shown[S.WAITING, WaitReason.SLOW_DOWN] is UiState.LATER
    assert shown[S.UNKNOWN, WaitReason.CUT] is UiState.UNKNOWN


def test_a_wait_that_passes_by_itself_is_grey() -> None:
    grey = {reason for reason in WaitReason if attempt_state(S.WAITING, None, reason).tone is Tone.NEUTRAL}
    assert grey == set(WaitReason) - {WaitReason.OFFLINE, WaitReason.BUDGET, WaitReason.CHANGED}


# waiting


@pytest.fixture
def row(scene: Scene) -> BoardRow:
    """A delegation that waits for 40 more seconds."""
    made = scene.row(scene.queued())
    until = NOW + timedelta(seconds=40)
    return replace(made, state=S.WAITING, reason=WaitReason.SLOW_DOWN, not_before=until, provider_name="Mistral")


def waits(row: BoardRow, held: Held = NOTHING, *, now: datetime = NOW, locale: QLocale = ENGLISH) -> str:
    return wait_words(row, provider="Mistral", held=held, now=now, locale=locale)


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (WaitReason.SLOW_DOWN, "Mistral asks us to slow down. Next try in 40\u00a0s."),
        (WaitReason.DOWN, "Mistral does not answer. Next try in 40\u00a0s."),
        (WaitReason.CUT, "The answer was cut before its end. At level 1 it is asked again. Next try in 40\u00a0s."),
        (WaitReason.OFFLINE, "Mistral cannot be reached. Kept here, sent in order when the connection returns."),
        (WaitReason.LOADING, "Mistral is loading its model. The brief leaves by itself after that."),
    ],
)
def test_a_wait_says_for_what_and_until_when(row: BoardRow, reason: WaitReason, words: str) -> None:
    assert waits(replace(row, reason=reason)) == words


def test_a_server_on_this_computer_is_not_offline_but_not_running(row: BoardRow) -> None:
    here = replace(row, reason=WaitReason.OFFLINE, leaves_computer=False)
    assert waits(here) == "Mistral is not running on this computer. Kept here, sent in order once it runs."


def test_the_next_try_is_counted_down_by_the_second(row: BoardRow) -> None:
    assert waits(row, now=NOW + timedelta(seconds=1)).endswith("Next try in 39\u00a0s.")
    assert waits(row, now=NOW + timedelta(seconds=40)).endswith("Trying again.")
    assert counts_down(row, NOW)
    assert not counts_down(replace(row, not_before=NOW + timedelta(minutes=9)), NOW)
    assert not counts_down(replace(row, reason=WaitReason.OFFLINE), NOW)


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (timedelta(seconds=59.9), "Next try in 59\u00a0s."),
        (timedelta(minutes=18), "Next try at 16:20."),
        (timedelta(days=1), "Next try tomorrow at 16:02."),
        (timedelta(days=2), "Next try on Thu 15 Oct at 16:02."),
    ],
)
def test_a_later_try_has_a_time_of_day(after: timedelta, words: str) -> None:
    assert next_try(NOW + after, NOW, ENGLISH) == words


@given(st.floats(-1e6, 1e7))
def test_whenever_the_next_try_is_there_are_words_for_it(seconds: float) -> None:
    for locale in (ENGLISH, FRENCH):
        words = next_try(NOW + timedelta(seconds=seconds), NOW, locale)
        assert words.endswith(".")
        assert "%" not in words


def test_what_is_held_waits_for_a_word(row: BoardRow) -> None:
    assert waits(replace(row, state=S.DRAFT)) == "Held. It leaves when you say so."


@pytest.mark.parametrize(
    ("kind", "spent", "words"),
    [
        (BudgetKind.DAY, 5_000_000, "Today’s $5.00 is spent."),
        (BudgetKind.DAY, 4_900_000, "About $0.80 more would exceed today’s $5.00."),
        (BudgetKind.MONTH, 5_000_000, "This month’s $5.00 is spent."),
        (BudgetKind.MONTH, 0, "About $0.80 more would exceed this month’s $5.00."),
        (BudgetKind.DELEGATION, 0, "About $0.80 would exceed the $5.00 for one delegation."),
        (None, 0, "A spending limit was reached."),
    ],
)
def test_a_limit_is_named_with_its_amount(row: BoardRow, kind: BudgetKind | None, spent: int, words: str) -> None:
    over = replace(row, reason=WaitReason.BUDGET, not_before=None)
    held = Held(kind, 5_000_000, spent, 800_000)
    assert waits(over, held) == f"{words} Send anyway, use a local model, or wait until tomorrow."


def test_what_waits_for_tomorrow_says_so(row: BoardRow) -> None:
    held = Held(BudgetKind.DAY, 5_000_000, 5_000_000, 1)
    tomorrow = replace(row, reason=WaitReason.BUDGET, not_before=NOW + timedelta(days=1))
    assert waits(tomorrow, held) == "Today’s $5.00 is spent. It leaves tomorrow."
    month = replace(row, reason=WaitReason.BUDGET, not_before=NOW + timedelta(days=19))
    assert waits(month, held) == "Today’s $5.00 is spent. It leaves on Sun 1 Nov."


@pytest.mark.parametrize(
    ("number", "english", "french"),
    [(1, "1st", "1re"), (2, "2nd", "2e"), (3, "3rd", "3e"), (4, "4th", "4e"), (11, "11th", "11e"), (22, "22nd", "22e")],
)
def test_places_are_counted_as_the_language_does(number: int, english: str, french: str) -> None:
    assert (formats.ordinal(number, ENGLISH), formats.ordinal(number, FRENCH)) == (english, french)
