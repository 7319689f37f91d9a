"""Undo of what is no task: the day's entry, settings, the user's keys, what a provider may do."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.errors import UserError
from orchestrator_desktop.domain.money import Price
from orchestrator_desktop.operations import outgoing, reflections, roster, settings, suggesting, tasks
from orchestrator_desktop.operations import spending as spend
from orchestrator_desktop.operations.undo import redo, undo
from orchestrator_desktop.store import days, delegates, spending
from orchestrator_desktop.store.opening import open_store
from orchestrator_desktop.ui import preferences
from orchestrator_desktop.ui.inbox.load import DAY_MINUTES
from orchestrator_desktop.ui.settings.privacy_part import PREVIEW_FIRST
from orchestrator_desktop.ui.settings.shared_part import QUIT_WITH_WORK
from tests.operations.work import Work

DAY, OTHER = date(2026, 10, 14), date(2026, 10, 15)
EVENING = datetime(2026, 10, 14, 18, tzinfo=UTC)


def steps(work: Work) -> list[str]:
    return [row["name"] for row in work.store.rows("SELECT name FROM undo_step ORDER BY id")]


def text(work: Work, day: date = DAY) -> str:
    return days.reflection(work.store, day).text


class TestReflection:
    def test_what_is_written_at_one_sitting_is_one_step(self, work: Work) -> None:
        reflections.write_reflection(work.store, day=OTHER, text="Before")
        before = work.dump()
        with time_machine.travel(EVENING, tick=False) as clock:
            for length in range(1, 50):
                reflections.write_reflection(work.store, day=DAY, text="I let go of the newsletter."[:length])
                clock.shift(timedelta(seconds=50))
        assert steps(work) == ["Write the reflection", "Write the reflection"]
        assert work.store.value("SELECT count(*) FROM undo_change") == 2
        after = work.dump()
        changes = undo(work.store)
        assert (changes.name, changes.touches(Kind.REFLECTION)) == ("Write the reflection", True)
        assert work.dump() == before
        redo(work.store)
        assert work.dump() == after
        work.sound()

    def test_another_day_another_act_or_another_hour_is_another_step(self, work: Work) -> None:
        with time_machine.travel(EVENING, tick=False) as clock:
            reflections.write_reflection(work.store, day=DAY, text="One")
            reflections.write_reflection(work.store, day=OTHER, text="Elsewhere")
            reflections.write_reflection(work.store, day=DAY, text="One two")
            work.add()
            reflections.write_reflection(work.store, day=DAY, text="One two three")
            clock.shift(timedelta(hours=2))
            reflections.write_reflection(work.store, day=DAY, text="Four")
        seen = []
        while text(work):
            undo(work.store)
            seen.append(text(work))
        assert seen == ["One two three", "One two", "One two", "One", "One", ""]

    def test_nothing_written_is_no_step(self, work: Work) -> None:
        reflections.write_reflection(work.store, day=DAY, text="")
        reflections.write_reflection(work.store, day=OTHER, text="Some \ud800 \0")
        reflections.write_reflection(work.store, day=OTHER, text="Some \ud800 \0")
        assert len(steps(work)) == 1
        undo(work.store)
        assert work.store.value("SELECT count(*) FROM reflection") == 0

    def test_closing_a_day_is_a_step_beside_its_text(self, work: Work) -> None:
        closed = reflections.close_day(work.store, day=DAY)
        reflections.write_reflection(work.store, day=DAY, text="after all")
        with pytest.raises(UserError, match="further work"):
            undo(work.store, step=closed.step)
        assert text(work) == "after all"
        reflections.close_day(work.store, day=DAY, closed=False)
        assert undo(work.store).name == "Open the day again"
        assert days.reflection(work.store, DAY).closed_at is not None
        undo(work.store)
        assert undo(work.store, step=closed.step).name == "Close the day"
        assert work.store.value("SELECT count(*) FROM reflection") == 0

    def test_what_another_process_wrote_into_it_stays(self, work: Work) -> None:
        reflections.write_reflection(work.store, day=DAY, text="Mine")
        other = open_store(work.store.path.parent)
        other.execute("UPDATE reflection SET text = 'Theirs'")
        other.close()
        with pytest.raises(UserError, match="“Write the reflection” cannot be undone"):
            undo(work.store)
        assert text(work) == "Theirs"

    def test_it_is_found_by_what_it_says_after_undo_and_redo(self, work: Work) -> None:
        reflections.write_reflection(work.store, day=DAY, text="newsletter")
        found = "SELECT count(*) FROM reflection_text WHERE reflection_text MATCH 'newsletter'"
        counts = [work.store.value(found)]
        for act in (undo, redo):
            act(work.store)
            counts.append(work.store.value(found))
        assert counts == [1, 0, 1]


@pytest.mark.parametrize(
    ("key", "first", "second", "name"),
    [
        (days.ROLLOVER, 3, 4, "Change when a day begins"),
        (DAY_MINUTES, 300, 450, "Change the length of a day"),
        (tasks.MONTH_END, "skip", "clamp", "Change the end of the month"),
        (suggesting.SUGGESTS, False, True, "Change whether levels are suggested"),
        (preferences.KEYS, {"Inbox: Drop": "X"}, {"Inbox: Drop": "Y\nZ"}, "Change keys"),
        (preferences.SINGLE_LETTERS, False, True, "Change keys"),
        (outgoing.NAMES, ["Nora"], ["Nora", "Paul"], "Change what is replaced"),
        (PREVIEW_FIRST, True, False, "Change the preview"),
        (QUIT_WITH_WORK, "quit", "ask", "Change what quitting does"),
        (spending.BUDGET_DAY, 5_000_000, False, "Change a limit"),
        (spending.BUDGET_MONTH, 5_000_000, False, "Change a limit"),
        (spending.BUDGET_DELEGATION, 5_000_000, False, "Change a limit"),
        (spending.WHEN_SPENT, "queue", "ask", "Change what a limit does"),
    ],
)
def test_a_setting_goes_back_and_forth(
    work: Work, key: str, first: settings.Json, second: settings.Json, name: str
) -> None:
    with time_machine.travel(EVENING, tick=False) as clock:
        for value in (first, second, None):
            settings.set_setting(work.store, key=key, value=value)
            clock.shift(timedelta(minutes=2))
    values = []
    for act in (undo, undo, undo, redo, redo, redo):
        changes = act(work.store)
        assert (changes.name, changes.touches(Kind.SETTING)) == (name, True)
        values.append(days.setting(work.store, key))
    assert values == [second, first, None, first, second, None]


def test_a_setting_as_it_was_is_no_step(work: Work) -> None:
    for _ in range(2):
        settings.set_setting(work.store, key=days.ROLLOVER, value=3)
        settings.set_setting(work.store, key=tasks.MONTH_END, value=None)
    assert steps(work) == ["Change when a day begins"]


def test_a_length_that_is_turned_up_and_down_is_one_step(work: Work) -> None:
    for minutes in (390, 360, 330):
        settings.set_setting(work.store, key=DAY_MINUTES, value=minutes)
    undo(work.store)
    assert days.setting(work.store, DAY_MINUTES) is None


def test_a_limit_that_comes_back_holds_what_waits_again(work: Work) -> None:
    settings.set_setting(work.store, key=spending.BUDGET_DAY, value=1)
    delegation = work.delegate(work.add())
    work.store.execute("UPDATE attempt SET state = 'waiting', reason = 'budget'")
    settings.set_setting(work.store, key=spending.BUDGET_DAY, value=False)
    assert work.attempt_state(delegation) == "queued"
    work.store.execute("UPDATE attempt SET state = 'waiting', reason = 'budget'")
    undo(work.store)
    assert work.attempt_state(delegation) == "queued", "looked at again, under the limit that holds now"


class TestProvider:
    def test_what_a_provider_may_do_goes_back(self, work: Work) -> None:
        provider_id = work.provider()
        before = work.dump()
        roster.edit_provider(work.store, provider_id=provider_id, redact=True, at_once=3, enabled=False)
        changes = undo(work.store)
        assert (changes.name, changes.touches(Kind.PROVIDER, Kind.SPECIALIST)) == ("Edit a provider", True)
        assert work.dump() == before

    def test_a_test_in_between_is_no_hindrance_and_tells_nothing_of_the_old_address(self, work: Work) -> None:
        provider_id = work.provider()
        old = work.store.value("SELECT base_url FROM provider")
        roster.edit_provider(work.store, provider_id=provider_id, base_url="https://elsewhere.example/v1")
        roster.record_test(work.store, provider_id=provider_id, ms=40, error=None)
        undo(work.store)
        provider = delegates.provider(work.store, provider_id)
        assert provider is not None
        assert (provider.base_url, provider.tested_at) == (old, None)

    def test_its_key_stays_bound_to_where_it_belongs(self, work: Work) -> None:
        provider_id = work.provider()
        bound = "UPDATE provider SET key_origin = 'https://api.mistral.ai', key_tail = 'abcd'"
        work.store.execute(bound)
        roster.edit_provider(work.store, provider_id=provider_id, base_url="https://elsewhere.example/v1")
        undo(work.store)
        row = work.store.row("SELECT key_origin, key_tail FROM provider")
        assert row is not None
        assert tuple(row) == ("https://api.mistral.ai", "abcd")

    def test_adding_and_removing_go_with_a_key_and_are_no_steps(self, work: Work) -> None:
        roster.remove_provider(work.store, provider_id=work.provider())
        with pytest.raises(UserError, match="nothing to undo"):
            undo(work.store)


class TestPrice:
    MODEL = "org/model/3"

    def test_it_goes_back_and_forth(self, work: Work) -> None:
        provider_id = work.provider()
        states = [work.dump()]
        for price in (Price(2, 8), Price(3, 9), None):
            changes = spend.set_own_price(work.store, provider_id=provider_id, model=self.MODEL, price=price)
            assert (changes.name, changes.of(Kind.PROVIDER)) == ("Change a price", (provider_id,))
            states.append(work.dump())
        for state in reversed(states[:-1]):
            assert undo(work.store).of(Kind.PROVIDER) == (provider_id,)
            assert work.dump() == state
        for state in states[1:]:
            redo(work.store)
            assert work.dump() == state

    def test_the_same_again_is_no_step(self, work: Work) -> None:
        for _ in range(2):
            spend.set_own_price(work.store, provider_id=work.provider(), model=self.MODEL, price=Price(2, 8))
        assert steps(work) == ["Change a price"]

    def test_that_of_a_provider_that_is_gone_is_not_put_back(self, work: Work) -> None:
        provider_id = work.provider()
        for price in (Price(2, 8), None):
            spend.set_own_price(work.store, provider_id=provider_id, model=self.MODEL, price=price)
        roster.remove_provider(work.store, provider_id=provider_id)
        for _ in range(2):
            with pytest.raises(UserError, match="cannot be undone"):
                undo(work.store)
