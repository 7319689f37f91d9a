"""Providers that most people have an account with or run at home: address, a sound model, where a key is had.

Models are small ones, renewed with each release (last looked at in November 2026): names that move on by themselves
where the provider has such.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from orchestrator_desktop.providers.address import is_loopback, origin
from orchestrator_desktop.providers.base import Dialect


@dataclass(frozen=True, slots=True)
class Preset:
    """What is filled in for the user. `model` is asked for until another is chosen.

    Servers on this computer have no `model` (they say what they run) and no `keys_page` (they need none).
    """

    name: str
    dialect: Dialect
    base_url: str
    model: str = ""
    keys_page: str = ""


PRESETS: Final = (
    Preset(
        "Anthropic",
        Dialect.ANTHROPIC,
        "https://api.anthropic.com",
        "claude-haiku-5-5",
        "https://platform.claude.com/settings/keys",
    ),
    Preset(
        "OpenAI",
        Dialect.OPENAI_RESPONSES,
        "https://api.openai.com/v1",
        "gpt-6-luna",
        "https://platform.openai.com/api-keys",
    ),
    Preset(
        "Google Gemini",
        Dialect.GEMINI,
        "https://generativelanguage.googleapis.com/v1beta",
        "gemini-flash-latest",
        "https://aistudio.google.com/apikey",
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
        "openai/gpt-oss-120b",
        "https://console.groq.com/keys",
    ),
    Preset(
        "DeepSeek",
        Dialect.OPENAI_CHAT,
        "https://api.deepseek.com",
        "deepseek-flash",
        "https://platform.deepseek.com/api_keys",
    ),
    Preset(
        "xAI",
        Dialect.OPENAI_CHAT,
        "https://api.x.ai/v1",
        "grok-4.3",
        "https://console.x.ai",
    ),
    Preset("Ollama", Dialect.OLLAMA, "http://localhost:11434"),
    Preset("LM Studio", Dialect.OPENAI_CHAT, "http://localhost:1234/v1"),
    Preset("llama.cpp", Dialect.OPENAI_CHAT, "http://localhost:8080/v1"),
    Preset("vLLM", Dialect.OPENAI_CHAT, "http://localhost:8000/v1"),
)

_HOST: Final = re.compile(r"://(?:\[.*\]|[^:]+)")


def preset_at(base_url: str) -> Preset | None:
    """The preset that listens where `base_url`, a checked address or nothing, points to."""
    return _BY_DOOR.get(_door(base_url)) if base_url else None


def preset_named(name: str) -> Preset | None:
    """The preset called `name`, however it is written: `lmstudio`, `LM Studio`."""
    return next((preset for preset in PRESETS if _plain(preset.name) == _plain(name)), None)


def _door(base_url: str) -> str:
    """Its origin, all names of this computer being one."""
    door = origin(base_url)
    return _HOST.sub("://localhost", door) if is_loopback(base_url) else door


def _plain(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


_BY_DOOR: Final = {_door(preset.base_url): preset for preset in PRESETS}
