"""The command show: a task with its brief, delegations, results and reviews."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import click

from orchestrator_desktop.cli import delegation_shapes, screen, shapes, troubles, words
from orchestrator_desktop.cli.events import event_lines
from orchestrator_desktop.cli.params import json_option, number
from orchestrator_desktop.cli.session import Session, pass_session, rollover, today
from orchestrator_desktop.cli.standing import provider_of
from orchestrator_desktop.domain.brief import Brief
from orchestrator_desktop.domain.delegate import Provider
from orchestrator_desktop.domain.delegation import Attempt, Delegation, Result, Review
from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.domain.ids import ResultId, TaskId
from orchestrator_desktop.domain.money import CostSource
from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.domain.tokens import estimate
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store import tasks
from orchestrator_desktop.store.queue import Event, events
from orchestrator_desktop.store.store import Store


@click.command()
@click.argument("task_id", metavar="ID", type=number)
@json_option
@pass_session
def show(session: Session, task_id: TaskId, as_json: bool) -> None:
    """Show a task: its brief, where it went, what came back."""
    with session.store(recover=True) as store:
        story = _read(store, task_id)
    if as_json:
        screen.say_json(_shape(story))
        return
    _say_task(story.task)
    if story.brief:
        _say_brief(story.brief)
    if story.delegations:
        _say_delegations(story)
    if story.results:
        _say_result(story.results[-1], len(story.results))
    if story.reviews:
        _say_reviews(story)


COMMANDS: Final = (show,)


@dataclass(frozen=True, slots=True)
class _Handing:
    """A delegation with its attempts and what happened to each; the specialist's provider as it is now."""

    delegation: Delegation
    attempts: Sequence[tuple[Attempt, Sequence[Event]]]
    provider: Provider | None

    @property
    def last(self) -> Attempt | None:
        return self.attempts[-1][0] if self.attempts else None


@dataclass(frozen=True, slots=True)
class _Story:
    """All there is about a task."""

    task: Task
    brief: Brief | None
    delegations: Sequence[_Handing]
    results: Sequence[Result]
    reviews: Sequence[Review]

    def version(self, result_id: ResultId) -> int | None:
        return next((result.version for result in self.results if result.id == result_id), None)

    def version_from(self, delegation: Delegation) -> int | None:
        """The version that a delegate gave, whatever the user made of it afterwards."""
        versions = (result.version for result in self.results if result.delegation_id == delegation.id)
        return min(versions, default=None)


def _read(store: Store, task_id: TaskId) -> _Story:
    task = tasks.get(store, task_id)
    if task is None:
        raise UsageError("There is no task {id}.", id=task_id)
    return _Story(
        task,
        reading.latest_brief(store, task_id),
        [_handing(store, delegation) for delegation in reading.delegations(store, task_id)],
        reading.results(store, task_id),
        reading.reviews(store, task_id),
    )


def _handing(store: Store, delegation: Delegation) -> _Handing:
    attempts = [(attempt, events(store, attempt.id)) for attempt in reading.attempts(store, delegation.id)]
    return _Handing(delegation, attempts, provider_of(store, delegation))


def _shape(story: _Story) -> shapes.Shape:
    return {
        **shapes.task(story.task),
        "brief": delegation_shapes.brief(story.brief) if story.brief else None,
        "delegations": [_handing_shape(story, handing) for handing in story.delegations],
        "results": [delegation_shapes.result(result) for result in story.results],
        "reviews": [delegation_shapes.review(review, story.version(review.result_id)) for review in story.reviews],
    }


def _handing_shape(story: _Story, handing: _Handing) -> shapes.Shape:
    delegation, provider = handing.delegation, handing.provider
    version = story.version_from(delegation)
    return {
        **delegation_shapes.delegation(delegation, handing.last, version, provider=provider),
        "attempts": [
            delegation_shapes.attempt(attempt, happened, provider=provider) for attempt, happened in handing.attempts
        ],
    }


def _say_task(task: Task) -> None:
    screen.say(f"{task.id}  {task.title}", bold=True)
    due, defer, end = (words.due(value, today(), rollover()) for value in (task.due, task.defer, task.deadline))
    facts = [
        words.LEVELS[task.level],
        words.stage(task, today()),
        due and f"due {due}",
        defer and f"not before {defer}",
        end and f"deadline {end}",
        words.repeats(task),
        task.domain,
        task.delegate,
        task.priority and f"priority {task.priority}",
        task.estimate_minutes and f"about {words.duration(task.estimate_minutes * 60)}",
    ]
    screen.say("   " + " · ".join(str(fact) for fact in facts if fact))
    if task.notes:
        screen.say()
        screen.say(task.notes)


def _say_brief(brief: Brief) -> None:
    _head(f"Brief, version {brief.version}")
    _field("Objective", brief.objective.splitlines())
    _field("Context", [f"{item.title} (about {estimate(item.text):,} tokens)" for item in brief.context])
    _field("Constraints", brief.constraints)
    _field("Done when", brief.done_when)
    _field("Output", [brief.output.value])


def _field(name: str, lines: Sequence[str]) -> None:
    for place, line in enumerate(lines):
        screen.say(f"   {screen.pad('' if place else name, 13)}{line}".rstrip())


def _say_delegations(story: _Story) -> None:
    _head("Delegations")
    for handing in story.delegations:
        if handing.last is None:
            screen.say(f"   {handing.delegation.delegate}: {troubles.PERSON_STATES[handing.delegation.state]}")
        for attempt, happened in handing.attempts:
            _say_attempt(handing, attempt, happened)
        if handing.last is not None and handing.last.text and story.version_from(handing.delegation) is None:
            screen.say()
            screen.say(handing.last.text.rstrip())


def _say_attempt(handing: _Handing, attempt: Attempt, happened: Sequence[Event]) -> None:
    screen.say(f"   {handing.delegation.delegate}: {_facts(attempt)}")
    if trouble := troubles.trouble(attempt, provider=handing.provider.name if handing.provider else ""):
        screen.say(f"      {trouble}")
    if attempt.error_detail:
        screen.say(f"      {attempt.error_detail}", dim=True)
    for line in event_lines(happened):
        screen.say(f"      {line}", dim=True)


def _facts(attempt: Attempt) -> str:
    usage = attempt.usage
    taken = (attempt.ended_at - attempt.sent_at).total_seconds() if attempt.sent_at and attempt.ended_at else None
    facts = [
        troubles.running(attempt.state, troubles.waits_for(attempt)),
        attempt.model_answered or attempt.model_asked,
        words.duration(taken) if taken is not None else "",
        f"{usage.input_tokens:,} tokens in" if usage.input_tokens is not None else "",
        f"{usage.output_tokens:,} out" if usage.output_tokens is not None else "",
        words.money(usage.cost_micro) if attempt.cost_source != CostSource.FREE else "",
        f"{attempt.replaced} replaced" if attempt.replaced else "",
    ]
    return " · ".join(fact for fact in facts if fact)


def _say_result(result: Result, versions: int) -> None:
    older = f" (the newest of {versions})" if versions > 1 else ""
    _head(f"Result, version {result.version}{older}, by {result.author or 'you'}, {_when(result.created_at)}")
    screen.say(result.text.rstrip())


def _say_reviews(story: _Story) -> None:
    _head("Reviews")
    for review in story.reviews:
        comment = f": {review.comment}" if review.comment else ""
        version = story.version(review.result_id)
        screen.say(f"   {_when(review.created_at)}  {review.decision.value}, version {version}{comment}")


def _head(text: str) -> None:
    screen.say()
    screen.say(text, bold=True)


def _when(moment: datetime) -> str:
    return words.due(moment, today(), rollover())
