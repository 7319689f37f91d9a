"""The dialect `gemini`: Google's generateContent, streamed (WIRE.md 2.4)."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, urlencode

import msgspec

from orchestrator_desktop.domain.attempts import AttemptState
from orchestrator_desktop.domain.messages import Message, Role, Usage
from orchestrator_desktop.domain.secret import Secret
from orchestrator_desktop.providers.address import origin
from orchestrator_desktop.providers.base import (
    Adapter,
    Closed,
    Endpoint,
    Event,
    Json,
    ModelInfo,
    ModelPage,
    ReasoningDelta,
    Request,
    TextDelta,
    UsageSeen,
)
from orchestrator_desktop.providers.errors import read_fault, said_in_stream
from orchestrator_desktop.providers.wire import count, counted, decode

_VERSION: Final = "/v1beta"
_ROLES: Final = {Role.USER: "user", Role.ASSISTANT: "model"}


def url(request: Request) -> str:
    """Without `alt=sse` the answer would be one JSON array (which the reader takes all the same)."""
    return f"{_root(request.endpoint)}/{_path(request.model)}:streamGenerateContent?alt=sse"


def models_url(endpoint: Endpoint, after: str | None) -> str:
    query = {"pageSize": "1000", **({} if after is None else {"pageToken": after})}
    return f"{_root(endpoint)}/models?{urlencode(query)}"


def _root(endpoint: Endpoint) -> str:
    """The base URL ends in its version by convention; the bare origin is meant the same."""
    base = endpoint.base_url
    return base + _VERSION if base == origin(base) else base


def _path(model: str) -> str:
    """Lists name models `models/x`, tuned ones `tunedModels/x`; people write `x`."""
    folder, slash, name = model.partition("/")
    if slash and folder in ("models", "tunedModels"):
        return f"{folder}/{quote(name, safe='')}"
    return f"models/{quote(model, safe='')}"


def headers(key: Secret | None) -> dict[str, str]:
    """The key never stands in the address, which ends up in logs."""
    return {} if key is None else {"x-goog-api-key": key.reveal().strip()}


def body(request: Request) -> Json:
    options = request.options
    system = "\n\n".join(message.text for message in request.messages if message.role is Role.SYSTEM)
    settings = {"temperature": options.temperature, "topP": options.top_p, "maxOutputTokens": options.max_tokens}
    config = {name: value for name, value in settings.items() if value is not None}
    return {
        **({"systemInstruction": {"parts": [{"text": system}]}} if system else {}),
        "contents": [_turn(message) for message in request.messages if message.role is not Role.SYSTEM],
        **({"generationConfig": config} if config else {}),
        **(options.extra if request.local else {}),
    }


def _turn(message: Message) -> Json:
    return {"role": _ROLES[message.role], "parts": [{"text": message.text}]}


class _Part(msgspec.Struct):
    text: str | None = None
    thought: bool | None = None


class _Content(msgspec.Struct):
    parts: list[_Part] | None = None


class _Candidate(msgspec.Struct, rename="camel"):
    content: _Content | None = None
    finish_reason: str | None = None
    finish_message: str | None = None


class _Feedback(msgspec.Struct, rename="camel"):
    block_reason: str | None = None
    block_reason_message: str | None = None


class _Usage(msgspec.Struct, rename="camel"):
    prompt_token_count: object = None
    tool_use_prompt_token_count: object = None
    cached_content_token_count: object = None
    candidates_token_count: object = None
    thoughts_token_count: object = None


class _Chunk(msgspec.Struct, rename="camel"):
    candidates: list[_Candidate] | None = None
    prompt_feedback: _Feedback | None = None
    usage_metadata: _Usage | None = None
    model_version: str | None = None
    response_id: object = None
    error: object = None


_ENDS: Final = {
    "STOP": AttemptState.COMPLETE,
    "MAX_TOKENS": AttemptState.TRUNCATED,
    **dict.fromkeys(
        (
            "SAFETY",
            "RECITATION",
            "LANGUAGE",
            "BLOCKLIST",
            "PROHIBITED_CONTENT",
            "SPII",
            "IMAGE_SAFETY",
            "IMAGE_PROHIBITED_CONTENT",
            "IMAGE_RECITATION",
            "MODEL_ARMOR",
            "ESCALATION",
        ),
        AttemptState.REFUSED,
    ),
}
"""What proves the end. A reason not listed (`OTHER`, `MALFORMED_RESPONSE`…) proves an interruption."""
_NO_REASON: Final = "FINISH_REASON_UNSPECIFIED"


class ContentReader:
    """Reads one answer. The first candidate counts; further ones are never asked for.

    No sentinel follows the end: usage may come with `finishReason` or after it.
    """

    def __init__(self) -> None:
        self.model: str | None = None
        self.answer_id: str | None = None
        self.done = False
        self._finish = ""
        self._blocked = False
        self._explanation = ""
        self._counts: dict[str, int] = {}

    @property
    def settled(self) -> bool:
        return bool(self._finish)

    def read(self, data: str) -> list[Event]:
        """One response, or a list of them: an answer in one piece, or an error, which may come as a list of one."""
        if data.startswith("["):
            return [event for chunk in decode(data, list[_Chunk]) for event in self._chunk(chunk)]
        return self._chunk(decode(data, _Chunk))

    def close(self, cut: str) -> list[Event]:
        state = AttemptState.REFUSED if self._blocked else _ENDS.get(self._finish, AttemptState.INTERRUPTED)
        explanation = self._explanation if state is AttemptState.REFUSED else ""
        return [Closed(state, explanation or self._finish or cut)]

    def _chunk(self, chunk: _Chunk) -> list[Event]:
        if chunk.error and (fault := read_fault({"error": chunk.error})):
            raise said_in_stream(fault)
        self.model = chunk.model_version or self.model
        self.answer_id = chunk.response_id if isinstance(chunk.response_id, str) else self.answer_id
        feedback = chunk.prompt_feedback
        if feedback and feedback.block_reason:
            self._blocked, self._finish = True, feedback.block_reason
            self._explanation = feedback.block_reason_message or ""
        events = self._candidate(chunk.candidates[0]) if chunk.candidates else []
        return events + self._count(chunk.usage_metadata)

    def _candidate(self, candidate: _Candidate) -> list[Event]:
        if not self._blocked and candidate.finish_reason != _NO_REASON:
            self._finish = candidate.finish_reason or self._finish
            self._explanation = candidate.finish_message or self._explanation
        parts = candidate.content.parts if candidate.content else None
        return [
            ReasoningDelta(part.text) if part.thought else TextDelta(part.text) for part in parts or () if part.text
        ]

    def _count(self, said: _Usage | None) -> list[Event]:
        """Counts are cumulative; one that is left out has not changed."""
        if said is None:
            return []
        self._counts |= counted(said)
        return [UsageSeen(_usage(self._counts))]


def _usage(counts: dict[str, int]) -> Usage:
    """Thoughts are counted outside the candidates, and the use of tools outside the prompt."""
    prompt, tools = counts.get("prompt_token_count"), counts.get("tool_use_prompt_token_count", 0)
    written, thought = counts.get("candidates_token_count"), counts.get("thoughts_token_count")
    return Usage(
        input_tokens=None if prompt is None else prompt + tools,
        output_tokens=None if written is None and thought is None else (written or 0) + (thought or 0),
        cached_tokens=counts.get("cached_content_token_count"),
        reasoning_tokens=thought,
    )


class _Model(msgspec.Struct, rename="camel"):
    name: str
    display_name: object = None
    input_token_limit: object = None
    output_token_limit: object = None
    supported_generation_methods: list[str] | None = None


class _Models(msgspec.Struct, rename="camel"):
    models: list[_Model]
    next_page_token: str | None = None


def models(reply: bytes) -> ModelPage:
    """The models that write; those that only embed or draw are left out."""
    said = decode(reply.decode("utf-8", "replace"), _Models)
    found = tuple(
        ModelInfo(
            id=model.name.removeprefix("models/"),
            name=model.display_name if isinstance(model.display_name, str) and model.display_name else model.name,
            context_tokens=count(model.input_token_limit),
            output_tokens=count(model.output_token_limit),
        )
        for model in said.models
        if "generateContent" in (model.supported_generation_methods or ["generateContent"])
    )
    return ModelPage(found, said.next_page_token or None)


ADAPTER: Final[Adapter] = Adapter(
    url=url,
    body=body,
    headers=headers,
    reader=lambda request: ContentReader(),
    tunable={},
    models_url=models_url,
    models=models,
)
