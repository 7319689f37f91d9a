"""Thirty working days of somebody's desk, in English or French, played through the real operations."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import time_machine

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.brief import ContextItem
from orchestrator_desktop.domain.changes import Kind
from orchestrator_desktop.domain.ids import DelegationId, SpecialistId, TaskId
from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.domain.money import MICRO, Price
from orchestrator_desktop.domain.task import Level
from orchestrator_desktop.operations import (
    attempts,
    briefs,
    claiming,
    delegations,
    reflections,
    reviews,
    roster,
    sentlog,
    settings,
    spending,
    stages,
    tasks,
)
from orchestrator_desktop.operations.outgoing import NAMES
from tests.screenshots import planned
from tests.screenshots.planned import PLANNED
from tests.screenshots.words import WORDS, Words
from tests.ui.desk import OWNER, Room

NOW = datetime(2026, 10, 13, 16, 6, tzinfo=UTC)
"""The afternoon on which the pictures are taken: Tuesday 13 October 2026, as on the design's screens."""
_DAYS = 30
_PROVIDERS = (
    ("Ollama", "openai-chat", "http://127.0.0.1:11434/v1", "qwen3:8b"),
    ("Company server", "openai-chat", "https://llm.halden.example/v1", "llama-3.3-70b"),
    ("Mistral", "openai-chat", "https://api.mistral.ai/v1", "mistral-medium-latest"),
    ("Anthropic", "anthropic", "https://api.anthropic.com", "claude-haiku-4-5"),
)
"""Named only: nobody is asked for anything, and there is no key."""
_PRICES = {"Mistral": Price(2_000_000, 6_000_000), "Company server": Price(100_000, 400_000)}
_MODELS = (
    ("claude-haiku-4-5", "Claude Haiku 4.5", 1, 5),
    ("claude-sonnet-4-5", "Claude Sonnet 4.5", 3, 15),
    ("claude-opus-4-5", "Claude Opus 4.5", 5, 25),
)


class Story:
    """Plays the days; `room` is empty before."""

    def __init__(self, room: Room, language: str) -> None:
        self._room = room
        self._language = language
        self._words: Words = WORDS[language]
        self._chance = random.Random(2026)
        self._specialists: dict[str, SpecialistId] = {}

    def play(self) -> None:
        self._roster()
        for back in range(_DAYS, 0, -1):
            day = NOW - timedelta(days=back)
            if day.weekday() < 5:
                self._past_day(day, progress=1 - back / _DAYS)
        self._today()

    def _do(self, operation: object, **kwargs: object) -> object:
        return self._room.desk.do(operation, **kwargs)  # type: ignore[arg-type]

    def _roster(self) -> None:
        with time_machine.travel(NOW - timedelta(days=_DAYS + 1), tick=False):
            for domain in self._words.domains:
                self._do(roster.add_domain, name=domain)
            for name, dialect, url, model in _PROVIDERS:
                changes = self._room.desk.do(roster.add_provider, name=name, dialect=dialect, base_url=url, model=model)
                self._specialists[name] = SpecialistId(changes.first(Kind.SPECIALIST))
                provider_id = changes.first(Kind.PROVIDER)
                self._do(roster.record_test, provider_id=provider_id, ms=640, error=None)
                self._prices(name, provider_id, model)
            self._do(settings.set_setting, key=NAMES, value=["Claire Aubert", "Tom Levy"])

    def _prices(self, name: str, provider_id: int, model: str) -> None:
        if name in _PRICES:
            self._do(spending.set_own_price, provider_id=provider_id, model=model, price=_PRICES[name])
        if name == "Anthropic":
            listed = [{"id": key, "name": shown, "context_tokens": 200_000} for key, shown, *_ in _MODELS]
            prices = [(key, Price(read * MICRO, write * MICRO)) for key, _, read, write in _MODELS]
            self._do(spending.keep_models, provider_id=provider_id, models=listed)
            self._do(spending.keep_listed_prices, provider_id=provider_id, prices=prices)

    def _past_day(self, day: datetime, *, progress: float) -> None:
        for number in range(self._chance.randint(6, 9)):
            with time_machine.travel(day - timedelta(hours=6) + timedelta(minutes=40 * number), tick=False):
                self._finish(self._chance.random() < 0.25 + 0.5 * progress)

    def _finish(self, orchestrated: bool) -> None:
        task_id = self._add(self._chance.choice(self._words.past), Level(self._chance.randint(1, 3)))
        if not orchestrated:
            self._do(stages.complete, task_id=task_id, seconds=60 * self._chance.randint(10, 50))
        elif self._chance.random() < 0.3:
            self._do(delegations.delegate_to_person, task_id=task_id, name="Tom")
            self._do(delegations.receive, task_id=task_id, text=self._words.result)
            self._do(reviews.accept, task_id=task_id)
        else:
            self._do(tasks.edit, task_id=task_id, level=Level.YOU_AND_AI)
            self._answer(self._delegate(task_id), self._words.result)
            self._do(reviews.accept, task_id=task_id)

    def _today(self) -> None:
        with time_machine.travel(NOW - timedelta(hours=3), tick=False):
            self._inbox()
            self._morning()
            self._in_review()
            inbox = tuple(title for title, *_ in self._words.inbox)
            planned.play(self._room, PLANNED[self._language], self._words.domains, inbox, NOW.date())
        with time_machine.travel(NOW, tick=False):
            self._out()
            self._do(reflections.write_reflection, day=NOW.date(), text=self._words.reflection)

    def _inbox(self) -> None:
        for title, level, days, domain in self._words.inbox:
            due = None if days is None else NOW.date() + timedelta(days=days)
            self._add(title, Level(level), due=due, domain=self._words.domains[domain])
        title = self._words.inbox[3][0]
        found = self._room.store.value("SELECT id FROM task WHERE title = ? ORDER BY id DESC", (title,))
        self._do(
            briefs.edit_brief,
            task_id=TaskId(found),
            objective=self._words.objective,
            context=tuple(ContextItem(name, text * 9) for name, text in self._words.context),
            constraints=self._words.constraints,
            done_when=self._words.done_when,
        )

    def _morning(self) -> None:
        for title, level, minutes in self._words.executed:
            self._do(stages.complete, task_id=self._add(title, Level(level)), seconds=60 * minutes)
        for title, level in self._words.orchestrated:
            task_id = self._add(title, Level(level))
            self._answer(self._delegate(task_id), self._words.result, seconds=self._chance.randint(9, 90))
            self._do(reviews.accept, task_id=task_id)
        for title, name in self._words.people:
            task_id = self._add(title, Level.YOU_AND_AI)
            self._do(delegations.delegate_to_person, task_id=task_id, name=name)
            self._do(delegations.receive, task_id=task_id, text=self._words.result)
            self._do(reviews.accept, task_id=task_id)
        for (title, name), ago, late in zip(self._words.waiting, (8, 1), (2, -6), strict=True):
            with time_machine.travel(NOW - timedelta(days=ago), tick=False):
                task_id, day = self._add(title, Level.YOU_ONLY), NOW.date() - timedelta(days=late)
                self._do(delegations.delegate_to_person, task_id=task_id, name=name, follow_up=day)

    def _in_review(self) -> None:
        for title in self._words.reviews:
            task_id = self._add(title, Level.YOU_AND_AI, domain=self._words.domains[0])
            self._do(
                briefs.edit_brief,
                task_id=task_id,
                context=tuple(ContextItem(name, text * 9) for name, text in self._words.context),
                done_when=self._words.done_when,
            )
            self._answer(self._delegate(task_id, "Anthropic"), self._words.result, seconds=12)
            changes = self._room.desk.do(reviews.revise, task_id=task_id, comment=self._words.comment)
            self._answer(DelegationId(changes.of(Kind.DELEGATION)[-1]), self._words.revised, seconds=14)

    def _out(self) -> None:
        """Two that run, one that waits its turn, one whose server is away, one whose key is refused."""
        running, queued, failed, offline, local = self._words.out
        attempt_id = self._claim(self._delegate(self._briefed(running)))
        begin, rest = self._words.live[:9], self._words.live[9:]
        with time_machine.travel(NOW - timedelta(seconds=7.8), tick=False):
            self._do(attempts.progress, arrived=[attempts.Arrived(attempt_id, begin)])
        self._do(attempts.progress, arrived=[attempts.Arrived(attempt_id, rest)])
        with time_machine.travel(NOW - timedelta(seconds=69), tick=False):
            sorts = self._claim(self._delegate(self._add(local, Level.AI_ALONE), "Ollama"))
        self._do(attempts.progress, arrived=[attempts.Arrived(sorts, self._words.result * 3)])
        self._delegate(self._add(queued, Level.AI_ALONE, domain=self._words.domains[1]))
        with time_machine.travel(NOW - timedelta(minutes=14), tick=False):
            away = self._delegate(self._add(offline, Level.YOU_AND_AI, domain=self._words.domains[2]), "Company server")
            self._answer(away, "", AttemptState.FAILED, "unreachable")
        with time_machine.travel(NOW - timedelta(minutes=4), tick=False):
            refused = self._delegate(self._add(failed, Level.YOU_AND_AI, domain=self._words.domains[1]), "Anthropic")
            self._answer(refused, "", AttemptState.FAILED, "key_refused")

    def _briefed(self, title: str) -> TaskId:
        """A task with things to read."""
        task_id = self._add(title, Level.YOU_AND_AI, domain=self._words.domains[0])
        context = tuple(ContextItem(name, text * 9) for name, text in self._words.context)
        self._do(briefs.edit_brief, task_id=task_id, context=context, done_when=self._words.done_when)
        return task_id

    def _add(self, title: str, level: Level, **edits: object) -> TaskId:
        task_id = self._room.add("x")
        self._do(tasks.edit, task_id=task_id, title=title, level=level, **edits)
        return task_id

    def _delegate(self, task_id: TaskId, name: str = "Mistral") -> DelegationId:
        changes = self._room.desk.do(delegations.delegate, task_id=task_id, specialist_id=self._specialists[name])
        return DelegationId(changes.of(Kind.DELEGATION)[-1])

    def _claim(self, delegation_id: DelegationId) -> int:
        with time_machine.travel(datetime.now(UTC) - timedelta(seconds=9), tick=False):
            _, (taken,) = self._room.desk.do(claiming.claim, owner=OWNER, only=delegation_id)
            line = sentlog.Departure(
                "delegation",
                taken.provider.name,
                f"{taken.provider.base_url}/chat/completions",
                sum(len(message.text.encode()) for message in taken.messages) + 180,
                taken.model,
                taken.task_id,
                taken.title,
                taken.attempt_id,
            )
            self._do(sentlog.log_sent, departures=[line])
        return int(taken.attempt_id)

    def _answer(
        self,
        delegation_id: DelegationId,
        text: str,
        state: AttemptState = AttemptState.COMPLETE,
        error: str | None = None,
        seconds: int = 14,
    ) -> None:
        attempt_id = self._claim(delegation_id)
        usage = Usage(1284, 242, cost_micro=0 if error else 4_000)
        ending = attempts.Ending(state, text, usage=usage, model_answered=None, error=error)
        with time_machine.travel(datetime.now(UTC) + timedelta(seconds=seconds - 9), tick=False):
            self._do(attempts.finish, attempt_id=attempt_id, ending=ending)
