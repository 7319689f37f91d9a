"""The first tasks a new user can hand over, each with its specialist (resources/starters/starters.json)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from orchestrator_desktop.domain.brief import ContextItem
from orchestrator_desktop.domain.delegate import Example
from orchestrator_desktop.domain.messages import Options
from orchestrator_desktop.domain.task import Level


@dataclass(frozen=True, slots=True)
class StarterSpecialist:
    """A specialist that comes along."""

    names: Mapping[str, str]
    instructions: str
    options: Options
    examples: tuple[Example, ...]

    def name(self, language: str) -> str:
        return self.names[language]


@dataclass(frozen=True, slots=True)
class Starter:
    """One card of the first screen; texts by language code."""

    id: str
    icon: str
    level: Level
    titles: Mapping[str, str]
    subtitles: Mapping[str, str]
    sentences: Mapping[str, str]
    contexts: Mapping[str, ContextItem]
    constraints: tuple[str, ...]
    done_when: tuple[str, ...]
    specialist: StarterSpecialist

    def title(self, language: str) -> str:
        return self.titles[language]

    def subtitle(self, language: str) -> str:
        return self.subtitles[language]

    def sentence(self, language: str) -> str:
        return self.sentences[language]

    def context(self, language: str) -> ContextItem | None:
        return self.contexts.get(language)


def read_starters(text: str) -> tuple[Starter, ...]:
    """The starters of a JSON document, in its order."""
    return tuple(_starter(raw) for raw in json.loads(text))


def _starter(raw: dict[str, Any]) -> Starter:
    who = raw["specialist"]
    return Starter(
        id=raw["id"],
        icon=raw["icon"],
        level=Level(raw["level"]),
        titles=raw["title"],
        subtitles=raw["subtitle"],
        sentences=raw["sentence"],
        contexts={code: ContextItem(item["title"], item["text"], "sample") for code, item in raw["context"].items()},
        constraints=tuple(raw["constraints"]),
        done_when=tuple(raw["done_when"]),
        specialist=StarterSpecialist(
            names=who["name"],
            instructions=who["instructions"],
            options=Options(**who["options"]),
            examples=tuple(Example(**example) for example in who["examples"]),
        ),
    )
