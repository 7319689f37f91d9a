"""A real desk for the tests of screens: a temporary store with its writer, real services, realistic contents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

from PySide6.QtWidgets import QApplication

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.brief import ContextItem
from orchestrator_desktop.domain.changes import Changes, Kind
from orchestrator_desktop.domain.ids import AttemptId, DelegationId, SpecialistId, TaskId
from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.engine.desk import Desk
from orchestrator_desktop.engine.limits import Limits
from orchestrator_desktop.exchange.starters import Starter
from orchestrator_desktop.operations import (
    attempts,
    briefs,
    claiming,
    delegations,
    reflections,
    reviews,
    roster,
    stages,
    tasks,
)
from orchestrator_desktop.operations.setup import prepare
from orchestrator_desktop.operations.writer import Writer
from orchestrator_desktop.providers.address import origin
from orchestrator_desktop.store.opening import open_readonly, open_store
from orchestrator_desktop.store.store import Store
from orchestrator_desktop.system.keys import KeyVault
from orchestrator_desktop.ui.acts import Acts
from orchestrator_desktop.ui.bridge import Bridge
from orchestrator_desktop.ui.languages import Languages
from orchestrator_desktop.ui.navigator import Navigator, Target
from orchestrator_desktop.ui.services import Services
from orchestrator_desktop.ui.shortcuts import Shortcuts
from orchestrator_desktop.ui.theme import Theme
from tests.newfile import put_new_file

OWNER = "tests"


class TestDesk(Desk):
    """A real desk whose engine is not started: tests play the delegate themselves."""

    __test__ = False

    def do(self, operation: Callable[..., Any], **kwargs: Any) -> Any:
        """Run an operation and wait for it."""
        return cast("Future[Any]", self.writer.submit(operation, **kwargs)).result(timeout=10)


@dataclass
class Room:
    """What a screen's test works with; close it at the end."""

    services: Services
    desk: TestDesk
    went: list[Target]
    said: list[str]

    @property
    def store(self) -> Store:
        return self.services.store

    def add(self, line: str, **edits: Any) -> TaskId:
        """Capture a task, and edit it where asked."""
        task_id = TaskId(self.desk.do(tasks.add, line=line).first(Kind.TASK))
        if edits:
            self.desk.do(tasks.edit, task_id=task_id, **edits)
        return task_id

    def specialist(self, name: str = "Copywriter") -> SpecialistId:
        """A specialist of a local test provider, made where there is none of that name."""
        found = self.store.value("SELECT id FROM specialist WHERE name = ?", (name,))
        if found is None:
            added = self.desk.do(
                roster.add_provider, name=name, dialect="openai-chat", base_url="http://127.0.0.1:9/v1", model="test-7b"
            )
            found = added.first(Kind.SPECIALIST)
        return SpecialistId(found)

    def delegate(self, task_id: TaskId, name: str = "Copywriter") -> DelegationId:
        changes: Changes = self.desk.do(delegations.delegate, task_id=task_id, specialist_id=self.specialist(name))
        return DelegationId(changes.of(Kind.DELEGATION)[-1])

    def claim(self, delegation_id: DelegationId) -> AttemptId:
        """Play the engine: take the delegation's attempt."""
        _, (taken,) = self.desk.do(claiming.claim, owner=OWNER, only=delegation_id)
        return cast("AttemptId", taken.attempt_id)

    def answer(
        self,
        delegation_id: DelegationId,
        text: str,
        state: AttemptState = AttemptState.COMPLETE,
        error: str | None = None,
    ) -> AttemptId:
        """Play the engine: claim, stream and end."""
        attempt_id = self.claim(delegation_id)
        if text:
            self.desk.do(attempts.progress, arrived=[attempts.Arrived(attempt_id, text)])
        ending = attempts.Ending(
            state, text, usage=Usage(1284, 242, cost_micro=1000), model_answered="test-7b", error=error
        )
        self.desk.do(attempts.finish, attempt_id=attempt_id, ending=ending)
        return attempt_id

    def in_review(self, line: str, text: str, name: str = "Copywriter") -> TaskId:
        """A task whose result waits to be judged."""
        task_id = self.add(line)
        self.answer(self.delegate(task_id, name), text)
        return task_id

    def close(self) -> None:
        self.services.store.close()
        self.desk.close()


def open_room(
    app: QApplication,
    folder: Path,
    *,
    now: Callable[[], datetime] | None = None,
    language: str = "en",
    starters: Sequence[Starter] = (),
) -> Room:
    """A room on an empty store in `folder`."""
    put_new_file(folder)
    writer = Writer(lambda: open_store(folder))
    writer.wait_open()
    bridge = Bridge()
    writer.listen(bridge.on_changes)
    desk = TestDesk(folder, writer, KeyVault(origin), Limits(), bridge.on_chunk, bridge.on_notice)
    desk.do(prepare, starters=starters, language=language)
    languages = Languages(app)
    languages.use(language)
    services = Services(
        store=open_readonly(folder),
        acts=Acts(writer, bridge, bridge),
        bridge=bridge,
        desk=desk,
        theme=Theme(app),
        languages=languages,
        navigator=Navigator(bridge),
        shortcuts=Shortcuts(bridge),
        now=now or (lambda: datetime.now(UTC).astimezone()),
    )
    room = Room(services, desk, [], [])
    services.navigator.wanted.connect(room.went.append)
    services.acts.said.connect(lambda words, _step: room.said.append(words))
    return room


def fill(room: Room) -> None:
    """The day of the design's screens: ten tasks in the inbox, some out, some back, one reflection."""
    today = room.services.today()
    for name in ("Marketing", "Product", "Finance", "Customers", "Hiring"):
        room.desk.do(roster.add_domain, name=name)
    for line, level, days, domain in _INBOX:
        due = None if days is None else today + timedelta(days=days)
        room.add(line, level=level, due=due, domain=domain)
    _fill_delegated(room)
    _fill_review(room)
    room.desk.do(stages.complete, task_id=room.add("Lyon fair budget", level=Level.YOU_AND_AI), seconds=55 * 60)
    room.desk.do(stages.complete, task_id=room.add("Decision on the free export", level=Level.YOU_ONLY), seconds=1800)
    room.desk.do(
        reflections.write_reflection, day=today, text="I did not rewrite the minutes: I read them and accepted."
    )


_INBOX: list[tuple[str, Level, int | None, str]] = [
    ("Sort the 38 September support tickets by theme", Level.AI_ALONE, 0, "Customers"),
    ("Translate the 3.2 release notes into French and German", Level.AI_ALONE, 2, "Product"),
    ("Transcribe and summarise Friday’s call with Meridian", Level.AI_ALONE, 3, "Customers"),
    ("Rewrite the onboarding emails for trial users", Level.YOU_AND_AI, 0, "Marketing"),
    ("Compare our pricing page with three competitors", Level.YOU_AND_AI, 1, "Product"),
    ("Prepare the talk outline for the Lyon field-ops meetup", Level.YOU_AND_AI, 6, "Marketing"),
    ("First answer to the Arbor procurement questionnaire", Level.YOU_AND_AI, 7, "Finance"),
    ("Decide whether the free plan keeps exports", Level.YOU_ONLY, 0, "Product"),
    ("Tell the Nantes team about the roadmap cut", Level.YOU_ONLY, 1, "Product"),
    ("Choose between the two brand designers", Level.YOU_ONLY, None, "Hiring"),
]

RESULT = """## Your Monday schedule, sent on Friday

Hi {first name},

Tideline 3.2 brings a range of exciting improvements to scheduling.

- **Draft week** copies what repeats and helps you spot what could be missing.
- **Absence check** shows who is away before you assign a task.
- **One link** gives each crew member easy access to the schedule.

In the pilot, nine crews out of twelve sent their schedule a day earlier, saving countless hours.

[Draft my next week](https://tideline.example/draft)

Claire, for the Tideline team
"""

REVISED = """## Your Monday schedule, sent on Friday

Hi {first name},

Tideline 3.2 drafts next week’s schedule from this week’s, and you send it to your crew before you leave on Friday.

- **Draft week** copies what repeats and lists the three or four slots that still need a name.
- **Absence check** shows who is away before you assign a job.
- **One link** gives each crew member their own week, with no account to create.

In the pilot, nine crews out of twelve sent their schedule a day earlier.

[Draft my next week](https://tideline.example/draft)

Claire, for the Tideline team
"""


def _fill_delegated(room: Room) -> None:
    running = room.delegate(room.add("Welcome sequence for new trials", domain="Marketing"), "Copywriter")
    attempt_id = room.claim(running)
    so_far = "### Email 1 · Day 0\n\nHello {first name},\n\nYour"
    room.desk.do(attempts.progress, arrived=[attempts.Arrived(attempt_id, so_far)])
    room.delegate(room.add("Translate the 3.2 notes", domain="Product"), "Copywriter")
    failed = room.delegate(room.add("Compare our prices with three competitors", domain="Product"), "Watch")
    room.answer(failed, "", AttemptState.FAILED, "key_refused")
    cut = room.delegate(room.add("Treasury note for Q4", domain="Finance"), "Analyst")
    room.answer(cut, "Cash at the end of the quarter", AttemptState.INTERRUPTED, "cut")
    room.desk.do(delegations.delegate_to_person, task_id=room.add("Pricing page mock-up", domain="Product"), name="Tom")


def _fill_review(room: Room) -> None:
    task_id = room.add(
        "Launch email for Tideline 3.2", domain="Marketing", due=room.services.today() + timedelta(days=1)
    )
    room.desk.do(
        briefs.edit_brief,
        task_id=task_id,
        objective="Write the launch email for Tideline 3.2.",
        context=(ContextItem("Pilot note", "Nine crews of twelve sent their schedule a day earlier."),),
        constraints=("No discount", "Plain English"),
        done_when=("One promise, first sentence", "One call to action", "Under 150 words"),
    )
    room.answer(room.delegate(task_id, "Writer"), RESULT)
    comment = "Drop the adjectives. One promise, one link, and say what happens on Friday."
    changes: Changes = room.desk.do(reviews.revise, task_id=task_id, comment=comment)
    room.answer(DelegationId(changes.of(Kind.DELEGATION)[-1]), REVISED)
    room.in_review("Product committee minutes", "# Minutes\n\nThe committee agreed on three points.", "Writer")
