"""Where a version comes from, in words: the strip's facts, the full record, and what was sent."""

from __future__ import annotations

import json
from datetime import datetime

from PySide6.QtCore import QLocale, QObject

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.briefing import Ask, as_text, compose
from orchestrator_desktop.domain.delegation import Attempt
from orchestrator_desktop.domain.messages import Message, Role
from orchestrator_desktop.store import delegations
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.names import provider_name
from orchestrator_desktop.ui.paint import Who
from orchestrator_desktop.ui.review.case import Origin
from orchestrator_desktop.ui.review.head import Fact
from orchestrator_desktop.ui.services import Services


class Provenance(QObject):
    """Tells it in the window's language."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services

    def facts(self, origin: Origin) -> list[Fact]:
        """What the strip says of a version."""
        attempt = origin.attempt
        found = [self._author(origin)]
        if attempt is not None:
            found.append(Fact(_model(attempt), "chip", may_shorten=True))
        brief = self.tr("Brief v%1").replace("%1", str(origin.delegation.brief_version))
        found.append(Fact(brief, "file-text"))
        if attempt is not None:
            found += self._answer_facts(origin, attempt)
        found.append(Fact(self._when(origin.result.created_at), "clock"))
        return found

    def record(self, origin: Origin) -> str:
        """All that is known of how a version came to be, as text."""
        attempt = origin.attempt
        lines = [
            (self.tr("Version"), f"v{origin.result.version}"),
            (self.tr("By"), origin.result.author or self.tr("You")),
            (self.tr("Arrived"), _moment(origin.result.created_at)),
            (self.tr("Brief"), f"v{origin.delegation.brief_version}"),
            (self.tr("You asked"), origin.asked),
        ]
        if attempt is None:
            return self._table(lines)
        lines += self._answer_lines(origin, attempt)
        snapshot = delegations.snapshot(self._services.store, attempt.id)
        if snapshot is None:
            return self._table(lines)
        request = json.dumps(json.loads(snapshot), ensure_ascii=False, indent=2)
        title = self.tr("The request, as it was stored before it was sent:")
        return "\n\n".join((self._table(lines), title, request))

    def sent(self, origin: Origin) -> str:
        """The messages as they were sent, or what a person was asked."""
        attempt, brief = origin.attempt, origin.brief
        snapshot = None if attempt is None else delegations.snapshot(self._services.store, attempt.id)
        if snapshot is not None:
            messages = json.loads(snapshot)["messages"]
            return as_text(Message(Role(message["role"]), message["text"]) for message in messages)
        if brief is None:
            return ""
        ask = Ask(brief.objective, brief.context, brief.constraints, brief.done_when, brief.output)
        said = "\n\n".join(message.text for message in compose(ask))
        return "\n\n".join(filter(None, (said, origin.delegation.comment)))

    def _author(self, origin: Origin) -> Fact:
        if not origin.result.author:
            return Fact(self.tr("You"), who=Who.YOU)
        who = Who.PERSON if origin.by_person else Who.SPECIALIST
        return Fact(origin.result.author, who=who, may_shorten=True)

    def _answer_facts(self, origin: Origin, attempt: Attempt) -> list[Fact]:
        found = [Fact(self._context(origin, attempt), "layers")]
        if attempt.state is not AttemptState.COMPLETE:
            found.insert(0, Fact(self.tr("Not complete"), "pause"))
        if attempt.sent_at is not None and attempt.ended_at is not None:
            seconds = (attempt.ended_at - attempt.sent_at).total_seconds()
            found.append(Fact(formats.duration(seconds), "stopwatch"))
        found.append(Fact(self._cost(origin, attempt), "coins"))
        return found

    def _context(self, origin: Origin, attempt: Attempt) -> str:
        items = len(origin.brief.context) if origin.brief else 0
        exact = attempt.usage.input_tokens is not None and not attempt.usage.estimated
        number = formats.count(attempt.usage.input_tokens or attempt.input_estimate, self._locale)
        tokens = (self.tr("%1 tokens") if exact else self.tr("about %1 tokens")).replace("%1", number)
        return self.tr("%n context item(s), %1", "", items).replace("%1", tokens) if items else tokens

    def _cost(self, origin: Origin, attempt: Attempt) -> str:
        """The amount the provider named, else "free" where nothing is charged, else that it is not known."""
        cost = attempt.usage.cost_micro
        if cost:
            return formats.money(cost, self._locale)
        local = origin.provider is not None and not origin.provider.leaves_computer
        return self.tr("free") if local or cost == 0 else self.tr("cost unknown")

    def _answer_lines(self, origin: Origin, attempt: Attempt) -> list[tuple[str, str]]:
        usage = attempt.usage
        return [
            (self.tr("Provider"), provider_name(attempt.provider)),
            (self.tr("Model asked"), attempt.model_asked),
            (self.tr("Model that answered"), attempt.model_answered or ""),
            (self.tr("Request id"), attempt.request_id or ""),
            (self.tr("Attempt"), str(attempt.number)),
            (self.tr("Queued"), _moment(attempt.queued_at)),
            (self.tr("Sent"), _moment(attempt.sent_at)),
            (self.tr("First word"), _moment(attempt.first_text_at)),
            (self.tr("Ended"), _moment(attempt.ended_at)),
            (self.tr("Tokens in"), self._number(usage.input_tokens)),
            (self.tr("Of these, from a cache"), self._number(usage.cached_tokens)),
            (self.tr("Tokens out"), self._number(usage.output_tokens)),
            (self.tr("Of these, reasoning"), self._number(usage.reasoning_tokens)),
            (self.tr("Cost"), self._cost(origin, attempt)),
        ]

    def _number(self, number: int | None) -> str:
        return "" if number is None else formats.count(number, self._locale)

    def _when(self, moment: datetime) -> str:
        local = moment.astimezone()
        day = formats.day(local.date(), self._services.today(), self._locale)
        return f"{day} {formats.clock(local, self._locale)}"

    def _table(self, lines: list[tuple[str, str]]) -> str:
        form = self.tr("%1: %2")
        return "\n".join(form.replace("%1", name, 1).replace("%2", value, 1) for name, value in lines if value)

    @property
    def _locale(self) -> QLocale:
        return self._services.languages.locale


def _model(attempt: Attempt) -> str:
    """The model's own name, without the folder of a file, and its provider."""
    model = (attempt.model_answered or attempt.model_asked).replace("\\", "/").rpartition("/")[2]
    return " · ".join(part for part in (model, provider_name(attempt.provider)) if part)


def _moment(moment: datetime | None) -> str:
    return "" if moment is None else moment.astimezone().strftime("%Y-%m-%d %H:%M:%S")
