"""Addresses of providers: which ones a key may be sent to (WIRE.md 3.7). Pure, imported without any network library."""

from __future__ import annotations

import ipaddress
from urllib.parse import SplitResult, urlsplit

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UsageError

_PASTED_ENDS = ("/chat/completions", "/completions", "/responses", "/messages", "/models")
"""People paste the whole address of a request; the base URL is what stands before."""


def check_base_url(text: str) -> str:
    """The base URL meant by `text`, normalised; UsageError says what is wrong with it and what to do.

    Keys travel over https alone; plain http is for servers on this computer.
    """
    address = text.strip()
    parts = _split(address)
    if parts.username is not None or parts.password is not None:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The address holds a name or a password. Remove what stands before the @; the key has its own place.",
            )
        )
    if parts.query or parts.fragment:
        raise UsageError(
            QT_TRANSLATE_NOOP("errors", "“{address}” goes on too far. Remove everything from the ? or the # on."),
            address=address,
        )
    if parts.scheme == "http" and not _loopback_host(parts.hostname or ""):
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{address}” is not encrypted, and your texts and key would travel in the open. "
                "Use its https:// address; http:// is for servers on this computer.",
            ),
            address=address,
        )
    return origin(address) + _path(parts)


def is_loopback(url: str) -> bool:
    """Whether `url` points to this computer: localhost, 127.0.0.0/8 or ::1, judged by its text alone."""
    return _loopback_host(_split(url).hostname or "")


def origin(url: str) -> str:
    """Scheme, host and port of `url`. A key belongs to one origin: asked for again when it changes."""
    parts = _split(url)
    host = (parts.hostname or "").lower()
    host = f"[{host}]" if ":" in host else host
    default_port = {"http": 80, "https": 443}[parts.scheme]
    return f"{parts.scheme}://{host}" + (f":{parts.port}" if parts.port not in (None, default_port) else "")


def host(url: str) -> str:
    """The host name of `url`, lower case, without port."""
    return (_split(url).hostname or "").lower()


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        well_formed = parts.scheme in ("http", "https") and _plausible_host(parts.hostname or "") and parts.port != 0
    except ValueError:  # a port that is not one, an unclosed bracket
        well_formed = False
    # urlsplit drops tabs and line breaks in silence: look for them in what was typed.
    if not well_formed or any(char.isspace() or not char.isprintable() or char == "\\" for char in address):
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{address}” is not a web address. Write the whole of it, for example https://api.openai.com/v1 "
                "or http://localhost:11434/v1.",
            ),
            address=address[:200],
        )
    return parts


def _plausible_host(name: str) -> bool:
    if ":" in name:
        return _ip(name) is not None
    return all(name.removesuffix(".").split("."))


def _loopback_host(name: str) -> bool:
    ip = _ip(name)
    return name.lower() == "localhost" or (ip is not None and ip.is_loopback)


def _ip(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None


def _path(parts: SplitResult) -> str:
    path = parts.path.rstrip("/")
    for end in _PASTED_ENDS:
        if path.endswith(end):
            return path.removesuffix(end).rstrip("/")
    return path
