"""The status block: what is said of the provider and of the spend, and that it is read seldom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.errors import ProviderErrorKind
from orchestrator_desktop.domain.ids import DelegationId, ProviderId, SpecialistId
from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.operations import attempts, delegations, queueing, roster
from orchestrator_desktop.operations.settings import set_setting
from orchestrator_desktop.ui.navigator import Screen
from orchestrator_desktop.ui.paint import Connection
from orchestrator_desktop.ui.shell.pacer import Pacer
from orchestrator_desktop.ui.shell.sidebar import Sidebar
from orchestrator_desktop.ui.shell.standing import read_status
from orchestrator_desktop.ui.shell.status import Status, StatusBlock
from orchestrator_desktop.ui.shell.window import Window
from tests.ui.desk import Room

Opener = Callable[[], Window]
NOW = datetime(2026, 10, 13, 14, 32, tzinfo=UTC).astimezone()
DOLLAR = 1_000_000


@pytest.fixture
def clock() -> list[datetime]:
    return [NOW]


@pytest.fixture(autouse=True)
def travelling() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def add(room: Room, name: str = "Acme", *, url: str = "https://api.acme.test/v1") -> ProviderId:
    changes = room.desk.do(roster.add_provider, name=name, dialect="openai-chat", base_url=url, model="big-1")
    return ProviderId(changes.first(Kind.PROVIDER))


def hand_over(room: Room, provider_id: ProviderId) -> DelegationId:
    found = room.store.value("SELECT id FROM specialist WHERE provider_id = ?", (provider_id,))
    task_id = room.add("Write")
    changes = room.desk.do(delegations.delegate, task_id=task_id, specialist_id=SpecialistId(found), over_budget=True)
    return DelegationId(changes.of(Kind.DELEGATION)[-1])


def end(
    room: Room,
    provider_id: ProviderId,
    *,
    micro: int | None = 0,
    text: str = "Here",
    error: str | None = None,
    retry_after: float | None = None,
) -> DelegationId:
    """Play an attempt to its end."""
    delegation_id = hand_over(room, provider_id)
    attempt_id = room.claim(delegation_id)
    ending = attempts.Ending(
        AttemptState.FAILED if error else AttemptState.COMPLETE,
        text,
        usage=Usage(10, 10, cost_micro=micro),
        error=error,
        retry_after=retry_after,
    )
    room.desk.do(attempts.finish, attempt_id=attempt_id, ending=ending)
    return delegation_id


def status(room: Room) -> Status:
    return read_status(room.services)


class TestReach:
    def test_without_a_provider(self, room: Room) -> None:
        room.desk.do(roster.edit_provider, provider_id=ProviderId(1), enabled=False)
        assert (status(room).word, status(room).provider) == ("No provider", "")

    def test_on_this_computer(self, room: Room) -> None:
        assert (status(room).connection, status(room).word) == (Connection.LOCAL, "On this computer")

    @pytest.mark.parametrize(
        ("error", "words"),
        [
            (None, "Online"),
            (ProviderErrorKind.KEY_REFUSED, "Key refused"),
            (ProviderErrorKind.UNREACHABLE, "Not reached"),
            (ProviderErrorKind.MODEL_UNKNOWN, "Test failed"),
        ],
    )
    def test_as_the_last_test_went(self, room: Room, error: str | None, words: str) -> None:
        provider_id = add(room)
        assert status(room).word == "Not tried yet"
        room.desk.do(roster.record_test, provider_id=provider_id, ms=640, error=error)
        assert (status(room).word, status(room).provider) == (words, "Acme")

    def test_an_answer_says_more_than_an_older_test(self, room: Room) -> None:
        provider_id = add(room)
        room.desk.do(roster.record_test, provider_id=provider_id, ms=640, error="down")
        with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
            end(room, provider_id)
        assert (status(room).connection, status(room).word) == (Connection.ONLINE, "Online")

    def test_out_of_reach_since_when_and_back(self, room: Room, clock: list[datetime]) -> None:
        provider_id = add(room)
        delegation_id = end(room, provider_id, text="", error="unreachable")
        said = status(room)
        assert (said.connection, said.word) == (Connection.OFFLINE, f"Offline since {NOW:%H:%M}")
        assert said.more == "Local models still work."
        clock.append(NOW + timedelta(days=1))
        assert status(room).word == "Offline since 13 Oct"
        room.desk.do(queueing.release, delegation_id=delegation_id)
        room.answer(delegation_id, "Here")
        assert status(room).word == "Online"

    def test_a_server_of_this_computer_that_is_away_is_not_told_of_local_models(self, room: Room) -> None:
        end(room, add(room, "Ollama", url="http://localhost:11434/v1"), text="", error="unreachable")
        assert (status(room).word, status(room).more) == (f"Offline since {NOW:%H:%M}", "")

    @pytest.mark.parametrize(
        ("error", "times", "words"), [("slow_down", 1, "Asks to slow down"), ("down", 3, "Does not answer")]
    )
    def test_trouble_that_has_a_time_says_it(
        self, room: Room, error: str, times: int, words: str, clock: list[datetime]
    ) -> None:
        provider_id = add(room)
        room.desk.do(roster.record_test, provider_id=provider_id, ms=640, error=None)
        for _ in range(times):
            end(room, provider_id, text="", error=error, retry_after=600 if error == "slow_down" else None)
        assert status(room).word == words
        assert status(room).connection is Connection.OFFLINE, "nothing leaves now"
        assert status(room).more.startswith("Next try at ")
        clock.append(NOW + timedelta(hours=1))
        assert status(room).word == "Online", "it may be asked again"

    def test_a_key_that_is_refused_says_more_than_an_older_test(self, room: Room) -> None:
        provider_id = add(room)
        room.desk.do(roster.record_test, provider_id=provider_id, ms=640, error=None)
        with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
            end(room, provider_id, text="", error="key_refused")
        assert (status(room).connection, status(room).word) == (Connection.OFFLINE, "Key refused")
        with time_machine.travel(NOW + timedelta(minutes=2), tick=False):
            room.desk.do(roster.record_test, provider_id=provider_id, ms=640, error=None)
        assert (status(room).connection, status(room).word) == (Connection.ONLINE, "Online")

    def test_one_failure_may_be_chance(self, room: Room) -> None:
        provider_id = add(room)
        room.desk.do(roster.record_test, provider_id=provider_id, ms=640, error=None)
        end(room, provider_id, text="", error="down")
        assert status(room).word == "Online"

    def test_it_is_the_provider_of_who_would_be_asked(self, room: Room) -> None:
        acme = add(room)
        add(room, "Apex")
        assert status(room).provider == "Apex"
        end(room, acme)
        assert status(room).provider == "Acme"


class TestSpend:
    def spend(self, room: Room, *micros: int | None) -> Status:
        provider_id = ProviderId(room.store.value("SELECT id FROM provider WHERE name = 'Acme'") or add(room))
        for micro in micros:
            end(room, provider_id, micro=micro)
        return status(room)

    def limit(self, room: Room, kind: str, value: int | bool) -> None:
        room.desk.do(set_setting, key=f"budget.{kind}", value=value)

    def test_it_is_said_with_the_limit_of_the_day(self, room: Room) -> None:
        said = self.spend(room, 800_000, 40_000)
        assert (said.spend, said.share, said.near) == ("$0.84 of $5.00 today", 0.168, False)

    def test_what_is_under_way_counts(self, room: Room) -> None:
        provider_id = add(room)
        self.spend(room, 800_000)
        room.claim(hand_over(room, provider_id))
        room.desk.writer.submit(lambda store: store.execute("UPDATE attempt SET reserved_micro = 40000")).result()
        assert status(room).spend == "$0.84 of $5.00 today"

    @pytest.mark.parametrize(
        ("micro", "words", "near"),
        [
            (3_999_999, "$4.00 of $5.00 today", False),
            (4_000_000, "80% of today’s budget", True),
            (4_200_000, "84% of today’s budget", True),
            (4_999_999, "99% of today’s budget", True),
            (5_000_000, "Today’s $5.00 is spent", True),
            (7_000_000, "Today’s $5.00 is spent", True),
        ],
    )
    def test_near_the_limit_it_warns_in_words(self, room: Room, micro: int, words: str, near: bool) -> None:
        said = self.spend(room, micro)
        assert (said.spend, said.near) == (words, near)
        assert (said.more != "") is near, "the figures are in the tooltip then"

    def test_without_a_limit_there_is_no_bar(self, room: Room) -> None:
        self.limit(room, "day", False)
        said = self.spend(room, 840_000)
        assert (said.spend, said.share) == ("$0.84 today", None)

    def test_unknown_costs_are_counted_beside(self, room: Room) -> None:
        assert self.spend(room, 840_000, None, None).spend == "$0.84 of $5.00 today + 2 unknown"

    def test_the_month_is_said_where_its_limit_is_nearer(self, room: Room) -> None:
        self.limit(room, "month", 10 * DOLLAR)
        with time_machine.travel(NOW - timedelta(days=3), tick=False):
            self.spend(room, 6 * DOLLAR)
        assert self.spend(room, DOLLAR).spend == "$7.00 of $10.00 this month"
        self.limit(room, "month", 100 * DOLLAR)
        assert status(room).spend == "$1.00 of $5.00 today"
        self.limit(room, "day", False)
        self.limit(room, "month", 7 * DOLLAR)
        assert status(room).spend == "This month’s $7.00 is spent"

    def test_nothing_at_all_may_be_spent(self, room: Room) -> None:
        self.limit(room, "day", 0)
        assert (status(room).spend, status(room).share) == ("Today’s $0.00 is spent", 1.0)

    def test_in_french(self, room: Room) -> None:
        room.services.languages.use("fr")
        assert "0,84\u00a0$" in self.spend(room, 840_000).spend


class TestBlock:
    def block(self, window: Window) -> StatusBlock:
        return window.findChildren(StatusBlock)[0]

    def test_a_click_opens_the_providers(self, qtbot: QtBot, room: Room, open_window: Opener) -> None:
        room.add("One")
        qtbot.mouseClick(self.block(open_window()), Qt.MouseButton.LeftButton)
        assert (room.went[-1].screen, room.went[-1].part) == (Screen.SETTINGS, "providers")

    def test_so_does_the_keyboard(self, qtbot: QtBot, room: Room, open_window: Opener) -> None:
        room.add("One")
        window = open_window()
        block = self.block(window)
        window.findChildren(Sidebar)[0].panes()[0].setFocus(Qt.FocusReason.TabFocusReason)
        for _ in range(5):
            focus = QApplication.focusWidget()
            assert focus is not None
            if focus is block:
                break
            qtbot.keyClick(focus, Qt.Key.Key_Tab)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        assert room.went[-1].screen is Screen.SETTINGS

    def test_it_follows_the_spend_and_the_limit(self, qtbot: QtBot, room: Room, open_window: Opener) -> None:
        room.add("One")
        block = self.block(open_window())
        end(room, add(room), micro=840_000)
        qtbot.waitUntil(lambda: block.status.spend == "$0.84 of $5.00 today")
        room.desk.do(set_setting, key="budget.day", value=DOLLAR)
        qtbot.waitUntil(lambda: block.status.near)
        assert block.accessibleName().endswith("84% of today’s budget")
        assert "$0.84 of $1.00 today" in block.toolTip()

    def test_fifty_answers_at_once_are_read_a_few_times(self, room: Room, open_window: Opener, qtbot: QtBot) -> None:
        room.add("One")
        window = open_window()
        asked: list[str] = []
        room.store.connection.set_trace_callback(asked.append)
        for number in range(500):
            room.services.bridge.on_changes(Changes({Kind.ATTEMPT: (number,)}), "engine")
        qtbot.waitUntil(lambda: _readings(asked) >= 1)
        room.store.connection.set_trace_callback(None)
        assert _readings(asked) <= 2
        assert window.isVisible()


def _readings(asked: list[str]) -> int:
    return sum("FROM attempt WHERE sent_at >=" in sql for sql in asked)


def test_a_pacer_forgets_nothing_and_does_it_once(qtbot: QtBot) -> None:
    seen: list[int] = []
    wanted = [0]
    pacer = Pacer(lambda: seen.append(wanted[0]), soon_ms=1, pause_ms=10)
    for wanted[0] in range(1, 100):
        pacer.ask()
    assert not seen
    qtbot.waitUntil(lambda: seen == [99])
    wanted[0] = 100
    pacer.ask()
    assert pacer.busy
    qtbot.waitUntil(lambda: seen == [99, 100])
    assert not pacer.busy
