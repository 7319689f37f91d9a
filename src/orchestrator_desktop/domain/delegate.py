"""Delegates: providers, specialists and people."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from orchestrator_desktop.domain.ids import PersonId, ProviderId, SpecialistId
from orchestrator_desktop.domain.messages import Options


class ProviderKind(StrEnum):
    """Where a provider answers from: this decides what leaves the computer."""

    BUILTIN = "builtin"
    LOCAL = "local"
    REMOTE = "remote"


@dataclass(frozen=True, slots=True)
class Provider:
    """An AI service account. Its key is in the keyring, never here."""

    id: ProviderId
    name: str
    kind: ProviderKind
    dialect: str
    base_url: str
    """As the provider's own clients write it; empty for the built-in model."""
    model: str
    """Default model; for the built-in model the path of a GGUF file, empty for the one that came with the app."""
    enabled: bool
    key_origin: str | None
    """The origin (scheme, host, port) the stored key is bound to; None when no key is stored."""
    key_tail: str
    key_fingerprint: str
    tested_at: datetime | None
    test_ms: int | None
    test_error: str | None
    """ProviderErrorKind of the last test, None when it went well or was never made."""
    at_once: int | None = None
    """Attempts under way at the same time; None is the usual number for its kind."""
    redact: bool | None = None
    """Whether addresses, numbers, keys and names are replaced before sending; None is the usual for its kind."""
    background: bool = False
    """Whether the provider goes on with an answer while this computer is away (openai-responses alone)."""
    patience_first: int | None = None
    """Seconds without a word before the first one; None is the usual for its kind."""
    patience_between: int | None = None

    @property
    def leaves_computer(self) -> bool:
        return self.kind is ProviderKind.REMOTE

    @property
    def replaces(self) -> bool:
        """Whether texts for it are redacted."""
        return self.leaves_computer if self.redact is None else self.redact

    @property
    def most_at_once(self) -> int:
        return self.at_once or (4 if self.leaves_computer else 1)

    def lacks_model(self, specialists_own: str) -> bool:
        """Whether no model could be named to it, neither the specialist's own nor its default; the built-in one has
        its own."""
        return self.kind is not ProviderKind.BUILTIN and not (specialists_own or self.model)


@dataclass(frozen=True, slots=True)
class Example:
    """A turn shown to the model before the question, as if it had answered it already."""

    user: str
    assistant: str


@dataclass(frozen=True, slots=True)
class Specialist:
    """An AI delegate: role instructions, provider, model and settings."""

    id: SpecialistId
    name: str
    instructions: str
    provider_id: ProviderId
    provider: str
    model: str
    """Model asked for; empty means the provider's default."""
    options: Options = field(default_factory=Options)
    examples: tuple[Example, ...] = ()
    plain: bool = False
    """The specialist that a provider brings along: no role, its default model."""
    starter: str = ""
    """Id of the starter it came with, empty for the user's own."""


@dataclass(frozen=True, slots=True)
class Person:
    """A human delegate."""

    id: PersonId
    name: str
    address: str
    language: str
