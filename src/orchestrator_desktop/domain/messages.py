"""What is said to a model: messages, sampling options, token usage. Shared by briefs, engine and providers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """Who speaks a turn."""

    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"


@dataclass(frozen=True, slots=True)
class Message:
    """One turn, plain text. At most one SYSTEM message, first; then USER and ASSISTANT in turn."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Options:
    """Sampling settings; None leaves the provider's default. `extra` goes to local servers as it is
    (JSON values: llama.cpp's `dry_multiplier`, `grammar`, `logit_bias`…), never to a provider outside this computer."""

    temperature: float | None = None
    top_p: float | None = None
    max_tokens: int | None = None
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Usage:
    """Token counts, normalised (WIRE.md 2.7): input includes cached tokens, output includes reasoning.

    None means the provider did not say; `estimated` marks counts that we made up from the text."""

    input_tokens: int | None = None
    output_tokens: int | None = None
    cached_tokens: int | None = None
    cache_write_tokens: int | None = None
    reasoning_tokens: int | None = None
    cost_micro: int | None = None
    """Cost as the provider reports it, in millionths of a US dollar."""
    estimated: bool = False
