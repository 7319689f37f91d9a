"""What OpenAI's two protocols share: how the key travels, and the list of models, with what imitators add to it."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

import msgspec

from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.providers.base import Endpoint, ModelInfo, ModelPage
from orchestrator_desktop.providers.wire import count, decode


def headers(key: Secret | None) -> dict[str, str]:
    return {} if key is None else {"authorization": f"Bearer {key.reveal().strip()}"}


def models_url(endpoint: Endpoint, after: str | None) -> str:
    del after  # these lists come whole
    return f"{endpoint.base_url}/models"


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
    pricing: object = None  # OpenRouter
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
    """Models that only embed, listen or draw are left out. OpenAI and LM Studio tell the first by their name alone."""
    if isinstance(said.capabilities, dict) and said.capabilities.get("completion_chat") is False:
        return False
    outputs = said.architecture.get("output_modalities") if isinstance(said.architecture, dict) else None
    return not said.id.startswith("text-embedding-") and (not isinstance(outputs, list) or "text" in outputs)


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
        context_tokens=_first(limits),
        output_tokens=_first(outputs),
        input_micro=_micro(pricing.prompt),
        output_micro=_micro(pricing.completion),
    )


def _first(limits: tuple[object, ...]) -> int | None:
    return next((number for limit in limits if (number := count(limit))), None)


def _pricing(said: object) -> _Pricing:
    """Prices of another shape (Together: numbers for a million tokens) are none of ours to guess at."""
    try:
        return msgspec.convert(said, _Pricing)
    except msgspec.ValidationError:
        return _Pricing()


def _micro(dollars_a_token: object) -> int | None:
    """Micro-dollars for a million tokens. OpenRouter says -1 where the price is found out only afterwards."""
    if not isinstance(dollars_a_token, str):
        return None
    try:
        micro = Decimal(dollars_a_token).scaleb(12)
    except InvalidOperation:
        return None
    return round(micro) if micro.is_finite() and 0 <= micro < 10**15 else None
