"""The dialect `openai-responses`: Responses, as OpenAI and those who follow it speak it (WIRE.md 2.2, 2.5).

An answer can be made in the background: the provider goes on without us, keeps it, and streams it again from any
event on. Only then is it stored there.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, urlencode

from orchestrator_desktop.domain.messages import Role
from orchestrator_desktop.providers.address import host
from orchestrator_desktop.providers.base import Adapter, Endpoint, Json, Kept, Remote, Request
from orchestrator_desktop.providers.openai_models import headers, models, models_url
from orchestrator_desktop.providers.responses_reader import ResponseReader


def url(request: Request) -> str:
    return f"{request.endpoint.base_url}/responses"


def resume_url(endpoint: Endpoint, remote: Remote) -> str:
    after = {} if remote.sequence is None else {"starting_after": str(remote.sequence)}
    return f"{_kept(endpoint, remote.id)}?{urlencode({'stream': 'true', **after})}"


def cancel_url(endpoint: Endpoint, remote_id: str) -> str:
    return f"{_kept(endpoint, remote_id)}/cancel"


def _kept(endpoint: Endpoint, remote_id: str) -> str:
    return f"{endpoint.base_url}/responses/{quote(remote_id, safe='')}"


def body(request: Request) -> Json:
    options = request.options
    system = "\n\n".join(message.text for message in request.messages if message.role is Role.SYSTEM)
    # Padding of every event against those who count bytes on the wire: OpenAI's own, unknown elsewhere.
    padded = host(request.endpoint.base_url) == "api.openai.com"
    settings = {
        "instructions": system or None,
        "max_output_tokens": options.max_tokens,
        "temperature": options.temperature,
        "top_p": options.top_p,
        "background": request.background or None,
        "stream_options": {"include_obfuscation": False} if padded else None,
    }
    return {
        "model": request.model,
        "input": [_said(message.role, message.text) for message in request.messages if message.role is not Role.SYSTEM],
        "stream": True,
        "store": request.background,
        **{name: value for name, value in settings.items() if value is not None},
        **(options.extra if request.local else {}),
    }


def _said(role: Role, text: str) -> Json:
    """A turn. What the model said goes back in the shape in which it came: llama.cpp knows no shorter one."""
    if role is Role.ASSISTANT:
        return {"type": "message", "role": role.value, "content": [{"type": "output_text", "text": text}]}
    return {"role": role.value, "content": text}


ADAPTER: Final[Adapter] = Adapter(
    url=url,
    body=body,
    headers=headers,
    reader=ResponseReader,
    # Not `store`: a server that does not know it must not be taken for one that keeps nothing.
    tunable={"temperature": None, "top_p": None, "stream_options": None},
    models_url=models_url,
    models=models,
    kept=Kept(resume_url=resume_url, cancel_url=cancel_url),
)
