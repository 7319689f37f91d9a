"""What providers answer, each in its dialect, as replies for a `ReplayServer`: whole streams, and errors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tests.fakes.replay import Reply, events, lines, status


def split(text: str, pieces: int) -> list[str]:
    """`text` in so many parts of about the same length, none of them empty."""
    size = max(1, -(-len(text) // pieces))
    return [text[at : at + size] for at in range(0, len(text), size)]


def openai_chat(
    text: str, *, pieces: int = 4, finish: str | None = "stop", usage: bool = True, done: bool = True, model: str = "m"
) -> Reply:
    """A chat completion, streamed as OpenAI streams it: role, text, finish_reason, usage, [DONE]."""

    def chunk(delta: dict[str, str], finish_reason: str | None = None) -> dict[str, object]:
        choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
        return {
            "id": "chatcmpl-1",
            "object": "chat.completion.chunk",
            "model": model,
            "choices": [choice],
            "usage": None,
        }

    data: list[object] = [chunk({"role": "assistant", "content": ""})]
    data += [chunk({"content": part}) for part in split(text, pieces)]
    if finish:
        data.append(chunk({}, finish))
    if usage:
        counts = {"prompt_tokens": 12, "completion_tokens": pieces, "total_tokens": 12 + pieces}
        data.append({"id": "chatcmpl-1", "model": model, "choices": [], "usage": counts})
    if done:
        data.append("[DONE]")
    return events(*data).with_headers(x_request_id="req_replay")


def anthropic(
    text: str,
    *,
    pieces: int = 4,
    stop: str | None = "end_turn",
    done: bool = True,
    model: str = "m",
    thinking: str = "",
) -> Reply:
    """A message, streamed as Anthropic streams it: start, ping, blocks, stop_reason with usage, stop."""
    message = {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": model,
        "content": [],
        "stop_reason": None,
        "usage": {"input_tokens": 12, "output_tokens": 1},
    }
    data: list[dict[str, Any]] = [{"type": "message_start", "message": message}, {"type": "ping"}]
    if thinking:
        data += _block(0, "thinking", split(thinking, pieces))
    data += _block(int(bool(thinking)), "text", split(text, pieces))
    if stop:
        data.append({"type": "message_delta", "delta": {"stop_reason": stop}, "usage": {"output_tokens": pieces}})
    if done:
        data.append({"type": "message_stop"})
    return events(*data, names=[item["type"] for item in data]).with_headers(request_id="req_replay")


def gemini(
    text: str, *, pieces: int = 4, finish: str | None = "STOP", usage: bool = True, model: str = "m", thinking: str = ""
) -> Reply:
    """An answer, streamed as Google streams it: thoughts, text, then a signature on an empty text with the end; counts
    that grow in every chunk."""

    def chunk(part: dict[str, object], number: int, **end: object) -> dict[str, object]:
        candidate = {"content": {"parts": [part], "role": "model"}, "index": 0, **end}
        counts = {"promptTokenCount": 12, "candidatesTokenCount": number, "totalTokenCount": 12 + number}
        named = {"modelVersion": model, "responseId": "req_replay"}
        return {"candidates": [candidate], **({"usageMetadata": counts} if usage else {}), **named}

    data = [chunk({"text": part, "thought": True}, 0) for part in split(thinking, pieces)]
    data += [chunk({"text": part}, number) for number, part in enumerate(split(text, pieces), 1)]
    if finish:
        data.append(chunk({"text": "", "thoughtSignature": "Cp4B"}, pieces, finishReason=finish))
    return events(*data)


def ollama(
    text: str,
    *,
    pieces: int = 4,
    finish: str | None = "stop",
    model: str = "m",
    thinking: str = "",
    prompt_tokens: int | None = 12,
) -> Reply:
    """A chat, streamed as Ollama streams it: thoughts, text, then the line that is done, with counts and durations."""

    def line(said: dict[str, str], **end: object) -> dict[str, object]:
        message = {"role": "assistant", "content": "", **said}
        return {"model": model, "created_at": "2026-11-03T12:00:00Z", "message": message, "done": False, **end}

    data = [line({"thinking": part}) for part in split(thinking, pieces)]
    data += [line({"content": part}) for part in split(text, pieces)]
    if finish:
        counts = {"prompt_eval_count": prompt_tokens, "eval_count": pieces, "total_duration": 5_191_566_416}
        known = {name: value for name, value in counts.items() if value is not None}
        data.append(line({}, done=True, done_reason=finish, **known))
    return lines(*data).with_headers(x_request_id="req_replay")


def _block(index: int, kind: str, parts: Sequence[str]) -> list[dict[str, Any]]:
    deltas = [
        {"type": "content_block_delta", "index": index, "delta": {"type": f"{kind}_delta", kind: part}}
        for part in parts
    ]
    start = {"type": "content_block_start", "index": index, "content_block": {"type": kind, kind: ""}}
    return [start, *deltas, {"type": "content_block_stop", "index": index}]


def openai_error(code: int, message: str, headers: Mapping[str, str] | None = None, /, **fields: object) -> Reply:
    """OpenAI's error body; `fields`: type, code, param."""
    return status(code, headers, {"error": {"message": message, "type": None, "param": None, "code": None, **fields}})


def anthropic_error(code: int, kind: str, message: str, headers: Mapping[str, str] | None = None) -> Reply:
    """Anthropic's error body."""
    return status(code, headers, {"type": "error", "error": {"type": kind, "message": message}, "request_id": "req_e"})


def gemini_error(code: int, word: str, message: str, *details: object) -> Reply:
    """Google's error body; `word`: its status, such as RESOURCE_EXHAUSTED."""
    fields = {"code": code, "message": message, "status": word}
    return status(code, None, {"error": {**fields, **({"details": details} if details else {})}})


def ollama_error(code: int, message: str) -> Reply:
    """Ollama's error body."""
    return status(code, None, {"error": message})


def openai_responses(
    text: str,
    *,
    pieces: int = 4,
    end: str | None = "completed",
    model: str = "m",
    thinking: str = "",
    numbered: bool = True,
    **details: object,
) -> Reply:
    """A response, streamed as OpenAI streams it: created, in progress, thoughts, text in deltas and then whole, `end`.
    `details` go into the response that the end carries."""
    message = {"type": "message", "role": "assistant", "content": [{"type": "output_text", "text": text}]}
    named = {"id": "resp_1", "object": "response", "model": model, "error": None, "incomplete_details": None}
    usage = {"input_tokens": 12, "output_tokens": pieces, "input_tokens_details": {"cached_tokens": 0}}
    begun = {"response": {**named, "status": "in_progress", "output": [], "usage": None}}
    data: list[dict[str, Any]] = [{"type": "response.created", **begun}, {"type": "response.in_progress", **begun}]
    data += [{"type": "response.reasoning_summary_text.delta", "delta": part} for part in split(thinking, pieces)]
    data += _message_item(text, pieces, message)
    if end:
        whole = {**named, "status": end, "output": [message], "usage": usage, **details}
        data.append({"type": f"response.{end}", "response": whole})
    if numbered:
        data = [{**item, "sequence_number": number} for number, item in enumerate(data)]
    return events(*data, names=[item["type"] for item in data]).with_headers(x_request_id="req_replay")


def _message_item(text: str, pieces: int, message: dict[str, object]) -> list[dict[str, Any]]:
    at = {"item_id": "msg_1", "output_index": 0, "content_index": 0}
    deltas = [
        {"type": "response.output_text.delta", **at, "delta": part, "logprobs": [], "obfuscation": "x"}
        for part in split(text, pieces)
    ]
    return [
        {"type": "response.output_item.added", "output_index": 0, "item": {**message, "content": []}},
        {"type": "response.content_part.added", **at, "part": {"type": "output_text", "text": ""}},
        *deltas,
        {"type": "response.output_text.done", **at, "text": text},
        {"type": "response.content_part.done", **at, "part": {"type": "output_text", "text": text}},
        {"type": "response.output_item.done", "output_index": 0, "item": message},
    ]
