"""Where a version comes from, in words: the strip's facts, the full record, and what was sent."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QLocale, QObject

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.briefing import Ask, as_text, compose
from orchestrator_desktop.domain.delegation import Attempt
from orchestrator_desktop.domain.messages import Usage
from orchestrator_desktop.domain.money import CostSource
from orchestrator_desktop.ui import formats
from orchestrator_desktop.ui.names import provider_name
from orchestrator_desktop.ui.paint import Who
from orchestrator_desktop.ui.review.case import Origin
from orchestrator_desktop.ui.review.head import Fact
from orchestrator_desktop.ui.review.request import sent_messages
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

    def record(self, origin: Origin) -> list[tuple[str, str]]:
        """All that is known of how a version came to be: a name and what it is, empty where nobody knows."""
        attempt = origin.attempt
        lines = [
            (self.tr("Version"), f"v{origin.result.version}"),
            (self.tr("By"), origin.result.author or self.tr("You")),
            (self.tr("Arrived"), _moment(origin.result.created_at)),
            (self.tr("Brief"), f"v{origin.delegation.brief_version}"),
            (self.tr("You asked"), origin.asked),
        ]
        if attempt is not None:
            lines += [*self._way(attempt), *self._amounts(origin, attempt)]
        return [(name, value) for name, value in lines if value]

    def sent(self, origin: Origin) -> str:
        """The messages as they were sent, or what a person was asked."""
        attempt, brief = origin.attempt, origin.brief
        messages = None if attempt is None else sent_messages(self._services.store, attempt.id)
        if messages is not None:
            return as_text(messages)
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
        if attempt.untrusted:
            found.append(Fact(self.tr("Text from outside"), "globe", may_shorten=True))
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
        """The amount, with ≈ where its tokens were counted by us; else "free" where nothing is charged, else that it
        is not known."""
        cost = attempt.usage.cost_micro
        if cost:
            about = attempt.usage.estimated and attempt.cost_source != CostSource.REPORTED
            words = formats.money(cost, self._locale)
            return self.tr("≈ %1").replace("%1", words) if about and not words.startswith("<") else words
        local = origin.provider is not None and not origin.provider.leaves_computer
        return self.tr("free") if local or cost == 0 else self.tr("cost unknown")

    def _way(self, attempt: Attempt) -> list[tuple[str, str]]:
        """Where it went, who answered, and when."""
        tries = str(attempt.number)
        if attempt.automatic:
            tries = self.tr("%1, of these %2 by itself").replace("%1", tries).replace("%2", str(attempt.automatic))
        earlier = self.tr("an earlier answer that had stopped") if attempt.continues is not None else ""
        return [
            (self.tr("Provider"), provider_name(attempt.provider)),
            (self.tr("Sent to"), attempt.origin or self.tr("nowhere: it ran on this computer")),
            (self.tr("Model asked"), attempt.model_asked),
            (self.tr("Model that answered"), attempt.model_answered or ""),
            (self.tr("Request id"), attempt.request_id or ""),
            (self.tr("Tries"), tries),
            (self.tr("Goes on with"), earlier),
            (self.tr("Queued"), _moment(attempt.queued_at)),
            (self.tr("Sent"), _moment(attempt.sent_at)),
            (self.tr("First word"), _moment(attempt.first_text_at)),
            (self.tr("Ended"), _moment(attempt.ended_at)),
        ]

    def _amounts(self, origin: Origin, attempt: Attempt) -> list[tuple[str, str]]:
        """Tokens, what they cost and who says so, and what was done to the text before it left."""
        usage = attempt.usage
        replaced = self.tr("%n different word(s), put back in the answer", "", attempt.replaced)
        outside = self.tr("yes: the brief held text from a file, a mail or a page")
        return [
            (self.tr("Tokens in"), self._counted(usage.input_tokens, usage)),
            (self.tr("Of these, from a cache"), self._number(usage.cached_tokens)),
            (self.tr("Tokens out"), self._counted(usage.output_tokens, usage)),
            (self.tr("Of these, reasoning"), self._number(usage.reasoning_tokens)),
            (self.tr("Cost"), self._cost_words(origin, attempt)),
            (self.tr("Replaced before sending"), replaced if attempt.replaced else ""),
            (self.tr("Text from outside"), outside if attempt.untrusted else ""),
        ]

    def _cost_words(self, origin: Origin, attempt: Attempt) -> str:
        amount, source = self._cost(origin, attempt), attempt.cost_source
        if not attempt.usage.cost_micro:
            return amount
        said = (
            {
                CostSource.REPORTED: self.tr("%1, reported by the provider"),
                CostSource.LISTED: self.tr("%1, at the listed price"),
                CostSource.OWN: self.tr("%1, at your price"),
            }.get(CostSource(source))
            if source in list(CostSource)
            else None
        )
        return amount if said is None else said.replace("%1", amount)

    def _counted(self, number: int | None, usage: Usage) -> str:
        if number is None:
            return ""
        words = self.tr("about %1") if usage.estimated else self.tr("%1, measured")
        return words.replace("%1", self._number(number))

    def _number(self, number: int | None) -> str:
        return "" if number is None else formats.count(number, self._locale)

    def _when(self, moment: datetime) -> str:
        local = moment.astimezone()
        day = formats.day(local.date(), self._services.today(), self._locale)
        return f"{day} {formats.clock(local, self._locale)}"

    @property
    def _locale(self) -> QLocale:
        return self._services.languages.locale


def _model(attempt: Attempt) -> str:
    """The model's own name, without the folder of a file, and its provider."""
    model = (attempt.model_answered or attempt.model_asked).replace("\\", "/").rpartition("/")[2]
    return " · ".join(part for part in (model, provider_name(attempt.provider)) if part)


def _moment(moment: datetime | None) -> str:
    return "" if moment is None else moment.astimezone().strftime("%Y-%m-%d %H:%M:%S")
