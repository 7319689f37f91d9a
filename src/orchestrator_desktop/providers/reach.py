"""Whether anybody listens at a provider's address: a connection is opened and closed, and not a byte is sent."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Final
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from orchestrator_desktop.providers.address import is_loopback

_SECONDS: Final = 5.0
_PORTS: Final = {"http": 80, "https": 443}


async def reachable(base_url: str, *, seconds: float = _SECONDS) -> bool:
    """Whether the server of `base_url`, or the system's proxy to it, takes a connection right now."""
    host, port = _door(base_url)
    try:
        async with asyncio.timeout(seconds):
            _, writer = await asyncio.open_connection(host, port)
    except (OSError, TimeoutError):
        return False
    writer.close()
    with suppress(OSError):
        await writer.wait_closed()
    return True


def _door(base_url: str) -> tuple[str, int]:
    """Host and port to knock at: the proxy's, where requests would go through one."""
    parts = urlsplit(base_url)
    host = parts.hostname or ""
    if not is_loopback(base_url) and not proxy_bypass(host):
        proxies = getproxies()
        proxy = urlsplit(proxies.get(parts.scheme) or proxies.get("all") or "")
        if proxy.hostname and proxy.scheme in _PORTS:
            return proxy.hostname, proxy.port or _PORTS[proxy.scheme]
    return host, parts.port or _PORTS[parts.scheme]
