"""Which module speaks which dialect. Each is imported on first use, so that start-up pays for none."""

from __future__ import annotations

from orchestrator_desktop.providers.base import Adapter, Dialect


def adapter(dialect: Dialect) -> Adapter:
    """The adapter of `dialect`. Written out, not looked up by name: the packager follows imports."""
    match dialect:
        case Dialect.OPENAI_CHAT:
            from orchestrator_desktop.providers import openai_chat

            return openai_chat.ADAPTER
        case Dialect.OPENAI_RESPONSES:
            from orchestrator_desktop.providers import openai_responses

            return openai_responses.ADAPTER
        case Dialect.ANTHROPIC:
            from orchestrator_desktop.providers import anthropic

            return anthropic.ADAPTER
        case Dialect.GEMINI:
            from orchestrator_desktop.providers import gemini

            return gemini.ADAPTER
        case Dialect.OLLAMA:
            from orchestrator_desktop.providers import ollama

            return ollama.ADAPTER
