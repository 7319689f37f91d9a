"""The providers that are known by name: addresses that work, and each is found again by its address or its name."""

from __future__ import annotations

import pytest

from orchestrator_desktop.providers.address import check_base_url, is_loopback
from orchestrator_desktop.providers.base import Dialect
from orchestrator_desktop.providers.presets import PRESETS, Preset, preset_at, preset_named

each = pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)


def test_the_twelve_are_there_each_in_its_own_dialect() -> None:
    assert {preset.name: preset.dialect for preset in PRESETS} == {
        "OpenAI": Dialect.OPENAI_RESPONSES,
        "Anthropic": Dialect.ANTHROPIC,
        "Google Gemini": Dialect.GEMINI,
        "Mistral": Dialect.OPENAI_CHAT,
        "OpenRouter": Dialect.OPENAI_CHAT,
        "Groq": Dialect.OPENAI_CHAT,
        "DeepSeek": Dialect.OPENAI_CHAT,
        "xAI": Dialect.OPENAI_CHAT,
        "Ollama": Dialect.OLLAMA,
        "LM Studio": Dialect.OPENAI_CHAT,
        "llama.cpp": Dialect.OPENAI_CHAT,
        "vLLM": Dialect.OPENAI_CHAT,
    }


@each
def test_addresses_are_ready_to_be_stored(preset: Preset) -> None:
    assert check_base_url(preset.base_url) == preset.base_url
    local = is_loopback(preset.base_url)
    assert local == (preset.model == "") == (preset.keys_page == "")
    assert local or preset.keys_page.startswith("https://")


@each
def test_a_preset_is_found_by_its_address_and_by_its_name(preset: Preset) -> None:
    assert preset_at(preset.base_url) is preset
    for name in (preset.name, preset.name.lower(), preset.name.replace(" ", "-"), preset.name.replace(" ", "")):
        assert preset_named(name) is preset


@pytest.mark.parametrize(
    ("base_url", "name"),
    [
        ("https://api.deepseek.com/v1", "DeepSeek"),
        ("https://API.OpenAI.com", "OpenAI"),
        ("http://127.0.0.1:11434", "Ollama"),
        ("http://[::1]:1234/v1", "LM Studio"),
        ("http://localhost:8000/v1", "vLLM"),
    ],
)
def test_the_door_counts_not_the_path(base_url: str, name: str) -> None:
    found = preset_at(base_url)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "base_url",
    [
        "",
        "http://localhost:5000/v1",
        "http://localhost",
        "https://localhost:11434",
        "https://api.openai.com:8443/v1",
        "https://api.openai.com.example.org/v1",
        "https://llm.example.com/v1",
    ],
)
def test_other_doors_are_not_taken_for_one(base_url: str) -> None:
    assert preset_at(base_url) is None


@pytest.mark.parametrize("name", ["", "Open", "openai2", "custom", "built-in"])
def test_other_names_name_none(name: str) -> None:
    assert preset_named(name) is None
