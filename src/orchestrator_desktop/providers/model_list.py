"""The list of models at `/models`, as OpenAI gives it and as its imitators enrich it: limits, prices, abilities."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Final

import msgspec

from orchestrator_desktop.providers.base import ModelInfo, ModelPage
from orchestrator_desktop.providers.wire import count, decode

_MICRO_A_MILLION: Final = 10**12
"""From dollars for a token to micro-dollars for a million of them."""


class _Meta(msgspec.Struct):
    n_ctx: object = None
    n_ctx_train: object = None


class _Top(msgspec.Struct):
    max_completion_tokens: object = None


class _Pricing(msgspec.Struct):
    prompt: object = None
    completion: object = None


class _Model(msgspec.Struct):
    id: str
    name: object = None
    context_length: object = None  # OpenRouter, Together
    max_context_length: object = None  # Mistral
    max_model_len: object = None  # vLLM
    context_window: object = None  # Groq
    max_completion_tokens: object = None  # Groq
    meta: _Meta | None = None  # llama.cpp
    top_provider: _Top | None = None  # OpenRouter
    pricing: object = None  # OpenRouter: dollars for a token, as texts; elsewhere it is something else
    architecture: object = None  # OpenRouter
    capabilities: object = None  # Mistral: {"completion_chat": …}; elsewhere it is something else


class _Models(msgspec.Struct):
    data: list[_Model]


def models(reply: bytes) -> ModelPage:
    """The models that write text, as far as the list tells."""
    text = reply.decode("utf-8", "replace").strip()
    found = decode(text, list[_Model]) if text.startswith("[") else decode(text, _Models).data
    return ModelPage(tuple(_model(model) for model in found if _writes(model)))


def _writes(said: _Model) -> bool:
    """Embedding, speech and image models are left out where the list knows better than their names."""
    if isinstance(said.capabilities, dict) and said.capabilities.get("completion_chat") is False:
        return False
    outputs = said.architecture.get("output_modalities") if isinstance(said.architecture, dict) else None
    return not isinstance(outputs, list) or "text" in outputs


def _model(said: _Model) -> ModelInfo:
    meta, pricing = said.meta or _Meta(), _pricing(said.pricing)
    limits = (
        said.context_length,
        said.max_context_length,
        said.max_model_len,
        said.context_window,
        meta.n_ctx,
        meta.n_ctx_train,
    )
    outputs = (said.top_provider.max_completion_tokens if said.top_provider else None, said.max_completion_tokens)
    return ModelInfo(
        id=said.id,
        name=said.name if isinstance(said.name, str) and said.name else said.id,
        context_tokens=_first(*limits),
        output_tokens=_first(*outputs),
        input_micro=_micro(pricing.prompt),
        output_micro=_micro(pricing.completion),
    )


def _first(*said: object) -> int | None:
    return next((number for limit in said if (number := count(limit))), None)


def _pricing(said: object) -> _Pricing:
    if not isinstance(said, dict):
        return _Pricing()
    return _Pricing(said.get("prompt"), said.get("completion"))


def _micro(said: object) -> int | None:
    """None for what is no price: OpenRouter's router has -1, for it depends on the model it chooses."""
    if not isinstance(said, str):
        return None
    try:
        price = Decimal(said)
    except InvalidOperation:
        return None
    return round(price * _MICRO_A_MILLION) if price.is_finite() and 0 <= price < 1 else None
