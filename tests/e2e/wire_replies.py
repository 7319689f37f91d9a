"""What each dialect's own servers say: their errors by status, their other ends, their answers in one piece."""

from __future__ import annotations

import json
from collections.abc import Callable

from orchestrator_desktop.providers.base import Dialect
from tests.fakes.answers import (
    anthropic,
    anthropic_error,
    gemini,
    gemini_error,
    ollama,
    ollama_error,
    openai_chat,
    openai_error,
    openai_responses,
)
from tests.fakes.replay import Reply, events, lines, raw

CHAT, RESPONSES, ANTHROPIC, GEMINI, OLLAMA = (
    Dialect.OPENAI_CHAT,
    Dialect.OPENAI_RESPONSES,
    Dialect.ANTHROPIC,
    Dialect.GEMINI,
    Dialect.OLLAMA,
)

STOP = {
    400: "bad_request",
    401: "key_refused",
    402: "no_money",
    403: "not_allowed",
    404: "model_unknown",
    413: "too_long",
    422: "bad_request",
}
"""What only the user can mend."""
AGAIN = {status: "slow_down" if status == 429 else "down" for status in (408, 409, 425, 429, 500, 502, 503, 504, 529)}
"""What may pass, and is tried again."""

_OPENAI = {
    400: ("Invalid type for 'messages'", "invalid_request_error", None),
    401: ("Incorrect API key provided: sk-proj-****abcd.", "invalid_request_error", "invalid_api_key"),
    402: ("Insufficient Balance", "unknown_error", "invalid_request_error"),
    403: ("Country, region, or territory not supported", "request_forbidden", "unsupported_country_region_territory"),
    404: ("The model `m` does not exist or you do not have access to it.", "invalid_request_error", "model_not_found"),
    408: ("Request timed out", "server_error", None),
    409: ("The resource was changed meanwhile", "conflict_error", None),
    413: ("Request too large", "invalid_request_error", "request_too_large"),
    422: ("Unprocessable", "invalid_request_error", None),
    425: ("Too early", None, None),
    429: ("Rate limit reached for m", "requests", "rate_limit_exceeded"),
    500: ("The server had an error while processing your request.", "server_error", None),
    502: ("Bad gateway", "server_error", None),
    503: ("The server is overloaded", "service_unavailable_error", "server_is_overloaded"),
    504: ("Gateway timeout", "server_error", None),
    529: ("Overloaded", "server_error", None),
}
_ANTHROPIC = {
    400: ("invalid_request_error", "messages: at least one message is required"),
    401: ("authentication_error", "invalid x-api-key"),
    402: ("billing_error", "There is an issue with your billing"),
    403: ("permission_error", "Your API key does not have permission to use the specified resource"),
    404: ("not_found_error", "model: m"),
    408: ("timeout_error", "Request timed out"),
    409: ("conflict_error", "Conflict"),
    413: ("request_too_large", "Request exceeds the maximum size"),
    422: ("invalid_request_error", "Unprocessable"),
    425: ("api_error", "Too early"),
    429: ("rate_limit_error", "This request would exceed your organization's rate limit"),
    500: ("api_error", "Internal server error"),
    502: ("api_error", "Bad gateway"),
    503: ("api_error", "Service unavailable"),
    504: ("timeout_error", "Timed out"),
    529: ("overloaded_error", "Overloaded"),
}
_GEMINI = {
    400: ("INVALID_ARGUMENT", "Invalid value at 'contents'"),
    401: ("UNAUTHENTICATED", "Request had invalid authentication credentials."),
    402: ("FAILED_PRECONDITION", "Please enable billing on your project."),
    403: ("PERMISSION_DENIED", "The caller does not have permission"),
    404: ("NOT_FOUND", "models/m is not found for API version v1beta"),
    408: ("DEADLINE_EXCEEDED", "Request timed out"),
    409: ("ABORTED", "Conflict"),
    413: ("INVALID_ARGUMENT", "Request payload size exceeds the limit: 20971520 bytes."),
    422: ("INVALID_ARGUMENT", "Unprocessable"),
    425: ("UNAVAILABLE", "Too early"),
    429: ("RESOURCE_EXHAUSTED", "Resource has been exhausted (e.g. check quota)."),
    500: ("INTERNAL", "An internal error has occurred."),
    502: ("UNAVAILABLE", "Bad gateway"),
    503: ("UNAVAILABLE", "The model is overloaded. Please try again later."),
    504: ("DEADLINE_EXCEEDED", "Deadline expired before operation could complete."),
    529: ("UNAVAILABLE", "Overloaded"),
}
_OLLAMA = {
    400: "invalid options",
    401: "unauthorized",
    402: "payment required",
    403: "this model is not open to you",
    404: 'model "m" not found, try pulling it first',
    413: "request entity too large",
    429: "you have reached your hourly limit, please wait",
    503: "server busy, please try again. maximum pending requests exceeded",
}


def refusal(dialect: Dialect, status: int) -> Reply:
    """The error of this status, in the dialect's own shape."""
    if dialect in (CHAT, RESPONSES):
        message, kind, code = _OPENAI[status]
        return openai_error(status, message, type=kind, code=code).with_headers(x_request_id="req_e")
    if dialect is ANTHROPIC:
        return anthropic_error(status, *_ANTHROPIC[status]).with_headers(request_id="req_e")
    if dialect is GEMINI:
        return gemini_error(status, *_GEMINI[status]).with_headers(x_request_id="req_e")
    return ollama_error(status, _OLLAMA.get(status, "something went wrong")).with_headers(x_request_id="req_e")


_RETRY = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "86400s"}
LATER = {
    **{dialect: refusal(dialect, 429).with_headers(retry_after="86400") for dialect in Dialect},
    RESPONSES: refusal(RESPONSES, 429).with_headers(retry_after_ms="86400000"),
    GEMINI: gemini_error(429, "RESOURCE_EXHAUSTED", "Please retry in 86400s.", _RETRY),
}
"""A day's pause, in the form in which each asks for it."""

SPECIAL = [
    (CHAT, openai_error(429, "You exceeded your current quota", code="insufficient_quota"), "no_money"),
    (RESPONSES, openai_error(429, "Out of credit", code="credit_balance_exhausted"), "no_money"),
    (CHAT, openai_error(400, "maximum context length is 8192", code="context_length_exceeded"), "too_long"),
    (ANTHROPIC, anthropic_error(400, "invalid_request_error", "Your credit balance is too low"), "no_money"),
    (
        ANTHROPIC,
        anthropic_error(400, "invalid_request_error", "You have reached your specified API usage limits."),
        "no_money",
    ),
    (ANTHROPIC, anthropic_error(400, "invalid_request_error", "prompt is too long: 205000 tokens"), "too_long"),
    (GEMINI, gemini_error(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key."), "key_refused"),
    (GEMINI, gemini_error(429, "RESOURCE_EXHAUSTED", "generate_free_tier_requests, limit: 0"), "no_money"),
    (GEMINI, gemini_error(400, "INVALID_ARGUMENT", "The input token count (9) exceeds the maximum"), "too_long"),
    (OLLAMA, ollama_error(500, "the input length exceeds the context length"), "too_long"),
    *((dialect, refusal(dialect, 503).with_headers(x_should_retry="false"), "down") for dialect in Dialect),
    *((dialect, refusal(dialect, 429).with_headers(retry_after="1000000"), "slow_down") for dialect in Dialect),
]
"""What looks like something that passes, or like another fault, and is to be stopped at after one request."""

_FAULTS: dict[Dialect, Reply] = {
    CHAT: events({"id": "c", "choices": [], "error": {"message": "Overloaded", "code": 502}}),
    RESPONSES: events(
        {
            "type": "error",
            "sequence_number": 9,
            "error": {"type": "server_error", "code": None, "message": "Overloaded"},
        }
    ),
    ANTHROPIC: events({"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}}),
    GEMINI: events({"error": {"code": 503, "message": "The model is overloaded.", "status": "UNAVAILABLE"}}),
    OLLAMA: lines({"error": "model runner has unexpectedly stopped"}),
}
_QUOTAS: dict[Dialect, Reply] = {
    CHAT: events({"error": {"message": "You exceeded your current quota", "code": "insufficient_quota"}}),
    RESPONSES: events(
        {"type": "error", "code": "insufficient_quota", "message": "You exceeded your quota", "sequence_number": 2}
    ),
    ANTHROPIC: events({"type": "error", "error": {"type": "billing_error", "message": "Pay first"}}),
    GEMINI: events([{"error": {"code": 400, "message": "Please enable billing.", "status": "FAILED_PRECONDITION"}}]),
    OLLAMA: lines({"error": "you have reached your usage limit"}),
}


def fault(dialect: Dialect) -> bytes:
    """An error within an answer, of those that may pass."""
    return _FAULTS[dialect].body


def quota(dialect: Dialect) -> bytes:
    """An error within an answer, of those that only money mends."""
    return _QUOTAS[dialect].body


TRUNCATED: dict[Dialect, Callable[[str], Reply]] = {
    CHAT: lambda text: openai_chat(text, finish="length"),
    RESPONSES: lambda text: openai_responses(
        text, end="incomplete", incomplete_details={"reason": "max_output_tokens"}
    ),
    ANTHROPIC: lambda text: anthropic(text, stop="max_tokens"),
    GEMINI: lambda text: gemini(text, finish="MAX_TOKENS"),
    OLLAMA: lambda text: ollama(text, finish="length"),
}
REFUSED: dict[Dialect, Callable[[str], Reply]] = {
    CHAT: lambda text: openai_chat(text, finish="content_filter"),
    RESPONSES: lambda text: openai_responses(text, end="incomplete", incomplete_details={"reason": "content_filter"}),
    ANTHROPIC: lambda text: anthropic(text, stop="refusal"),
    GEMINI: lambda text: gemini(text, finish="SAFETY"),
}
"""Ollama's protocol has no word for it."""


def whole(dialect: Dialect, text: str) -> Reply:
    """The answer as one JSON value, of a server that does not stream."""
    counts = {"input_tokens": 12, "output_tokens": 4}
    values: dict[Dialect, object] = {
        CHAT: {
            "id": "c",
            "model": "m",
            "choices": [{"message": {"role": "assistant", "content": text}, "finish_reason": "stop"}],
            "usage": {"prompt_tokens": 12, "completion_tokens": 4},
        },
        RESPONSES: {
            "id": "r",
            "model": "m",
            "status": "completed",
            "output": [{"type": "message", "content": [{"type": "output_text", "text": text}]}],
            "usage": counts,
        },
        ANTHROPIC: {
            "type": "message",
            "id": "a",
            "model": "m",
            "content": [{"type": "text", "text": text}],
            "stop_reason": "end_turn",
            "usage": counts,
        },
        GEMINI: [
            {
                "candidates": [{"content": {"parts": [{"text": text}]}, "finishReason": "STOP"}],
                "usageMetadata": {"promptTokenCount": 12, "candidatesTokenCount": 4},
                "modelVersion": "m",
            }
        ],
        OLLAMA: {
            "model": "m",
            "message": {"role": "assistant", "content": text},
            "done": True,
            "done_reason": "stop",
            "prompt_eval_count": 12,
            "eval_count": 4,
        },
    }
    return raw(json.dumps(values[dialect], indent=1), "application/json").with_headers(x_request_id="req_replay")
