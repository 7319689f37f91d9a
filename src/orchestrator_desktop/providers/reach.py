"""Whether anybody answers at a provider's address: a connection is opened and closed, and nothing is asked."""

from __future__ import annotations

import asyncio
import ssl
from contextlib import suppress
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from orchestrator_desktop.providers.address import is_loopback
from orchestrator_desktop.providers.http import trust

_SECONDS: Final = 5.0
_PORTS: Final = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class _Door:
    """Where to knock. `tls`: it is the server's own, which has to show who it is."""

    host: str
    port: int
    tls: bool


async def reachable(base_url: str, *, seconds: float = _SECONDS) -> bool:
    """Whether the server of `base_url`, or the system's proxy to it, takes a connection right now.

    Over HTTPS it must prove to be the server: the page to sign in to a network takes connections too. Behind a proxy
    only the proxy is known. An address or a proxy setting that is none leads nowhere, which is no error here.
    """
    try:
        door = _door(base_url)
        async with asyncio.timeout(seconds):
            context: ssl.SSLContext | None = trust() if door.tls else None
            _, writer = await asyncio.open_connection(door.host, door.port, ssl=context)
    except (OSError, ValueError):  # ssl's own and TimeoutError are of the first kind, UnicodeError of the second
        return False
    writer.transport.abort()  # a farewell over TLS might be waited for
    with suppress(OSError):
        await writer.wait_closed()
    return True


def _door(base_url: str) -> _Door:
    """The server's, or the proxy's where requests would go through one."""
    parts = urlsplit(base_url)
    host = parts.hostname or ""
    if not is_loopback(base_url) and not proxy_bypass(host):
        proxies = getproxies()
        proxy = urlsplit(proxies.get(parts.scheme) or proxies.get("all") or "")
        if proxy.hostname and proxy.scheme in _PORTS:
            return _Door(proxy.hostname, proxy.port or _PORTS[proxy.scheme], tls=False)
    return _Door(host, parts.port or _PORTS[parts.scheme], tls=parts.scheme == "https")
