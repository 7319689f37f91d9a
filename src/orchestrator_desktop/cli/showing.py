"""The command show: a task with its brief, delegations, results and reviews."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import click

from orchestrator_desktop.cli import delegation_shapes, screen, shapes, troubles, words
from orchestrator_desktop.cli.params import json_option, number
from orchestrator_desktop.cli.session import Session, pass_session, today
from orchestrator_desktop.domain.brief import Brief
from orchestrator_desktop.domain.delegation import Attempt, Delegation, Result, Review
from orchestrator_desktop.domain.errors import UsageError
from orchestrator_desktop.domain.ids import ResultId, TaskId
from orchestrator_desktop.domain.task import Task
from orchestrator_desktop.domain.tokens import estimate
from orchestrator_desktop.store import delegations as reading
from orchestrator_desktop.store import tasks
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
class _Story:
    """All there is about a task."""

    task: Task
    brief: Brief | None
    delegations: Sequence[tuple[Delegation, Sequence[Attempt]]]
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
    delegations = reading.delegations(store, task_id)
    return _Story(
        task,
        reading.latest_brief(store, task_id),
        [(delegation, reading.attempts(store, delegation.id)) for delegation in delegations],
        reading.results(store, task_id),
        reading.reviews(store, task_id),
    )


def _shape(story: _Story) -> shapes.Shape:
    return {
        **shapes.task(story.task),
        "brief": delegation_shapes.brief(story.brief) if story.brief else None,
        "delegations": [_delegation_shape(story, delegation, tries) for delegation, tries in story.delegations],
        "results": [delegation_shapes.result(result) for result in story.results],
        "reviews": [delegation_shapes.review(review, story.version(review.result_id)) for review in story.reviews],
    }


def _delegation_shape(story: _Story, delegation: Delegation, attempts: Sequence[Attempt]) -> shapes.Shape:
    last = attempts[-1] if attempts else None
    return {
        **delegation_shapes.delegation(delegation, last, story.version_from(delegation)),
        "attempts": [delegation_shapes.attempt(delegation, attempt) for attempt in attempts],
    }


def _say_task(task: Task) -> None:
    screen.say(f"{task.id}  {task.title}", bold=True)
    due, defer = words.due(task.due, today()), words.due(task.defer, today())
    facts = [
        words.LEVELS[task.level],
        words.stage(task, today()),
        due and f"due {due}",
        defer and f"not before {defer}",
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
    for delegation, attempts in story.delegations:
        if not attempts:
            screen.say(f"   {delegation.delegate}: {troubles.PERSON_STATES[delegation.state]}")
        for attempt in attempts:
            screen.say(f"   {delegation.delegate}: {_facts(attempt)}")
            if trouble := troubles.trouble(attempt):
                screen.say(f"      {trouble}")
            if attempt.error_detail:
                screen.say(f"      {attempt.error_detail}", dim=True)
        last = attempts[-1] if attempts else None
        if last is not None and last.text and story.version_from(delegation) is None:
            screen.say()
            screen.say(last.text.rstrip())


def _facts(attempt: Attempt) -> str:
    usage = attempt.usage
    taken = (attempt.ended_at - attempt.sent_at).total_seconds() if attempt.sent_at and attempt.ended_at else None
    facts = [
        troubles.running(attempt.state),
        attempt.model_answered or attempt.model_asked,
        words.duration(taken) if taken is not None else "",
        f"{usage.input_tokens:,} tokens in" if usage.input_tokens is not None else "",
        f"{usage.output_tokens:,} out" if usage.output_tokens is not None else "",
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
    return words.due(moment, today())
