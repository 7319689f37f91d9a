"""Providers that most people have an account with: address, a sound model, where a key is had."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from orchestrator_desktop.providers.address import host
from orchestrator_desktop.providers.base import Dialect


@dataclass(frozen=True, slots=True)
class Preset:
    """What is filled in for the user. `model` is asked for until another is chosen."""

    name: str
    dialect: Dialect
    base_url: str
    model: str
    keys_page: str


PRESETS: Final = (
    Preset(
        "Anthropic",
        Dialect.ANTHROPIC,
        "https://api.anthropic.com",
        "claude-haiku-4-5",
        "https://console.anthropic.com/settings/keys",
    ),
    Preset(
        "OpenAI",
        Dialect.OPENAI_CHAT,
        "https://api.openai.com/v1",
        "gpt-5-mini",
        "https://platform.openai.com/api-keys",
    ),
    Preset(
        "Mistral",
        Dialect.OPENAI_CHAT,
        "https://api.mistral.ai/v1",
        "mistral-small-latest",
        "https://console.mistral.ai/api-keys",
    ),
    Preset(
        "OpenRouter",
        Dialect.OPENAI_CHAT,
        "https://openrouter.ai/api/v1",
        "openrouter/auto",
        "https://openrouter.ai/settings/keys",
    ),
    Preset(
        "Groq",
        Dialect.OPENAI_CHAT,
        "https://api.groq.com/openai/v1",
        "llama-3.3-70b-versatile",
        "https://console.groq.com/keys",
    ),
    Preset(
        "DeepSeek",
        Dialect.OPENAI_CHAT,
        "https://api.deepseek.com/v1",
        "deepseek-chat",
        "https://platform.deepseek.com/api_keys",
    ),
)


def preset_at(base_url: str) -> Preset | None:
    """The preset that listens where `base_url` points to."""
    return next((preset for preset in PRESETS if base_url and host(preset.base_url) == host(base_url)), None)
