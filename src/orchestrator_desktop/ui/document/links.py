"""Which links of a foreign text may be opened, and what must be said first (WIRE.md 3.3)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit


class Verdict(StrEnum):
    """What to do with a click."""

    OPEN = "open"
    ASK = "ask"
    """The words shown look like another address than the one behind them."""
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Link:
    """A link judged: `host` is what the browser would really ask, in ASCII (punycode)."""

    url: str
    host: str
    verdict: Verdict


def judge_link(url: str, shown: str = "") -> Link:
    """Only http, https and mailto are ever opened; `shown` is the text the user clicked."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode()
    except (ValueError, UnicodeError):
        return Link(url, "", Verdict.REFUSE)
    if parts.scheme == "mailto":
        return Link(url, parts.path.rpartition("@")[2], Verdict.OPEN)
    if parts.scheme not in ("http", "https") or not host or "\\" in url:
        return Link(url, host, Verdict.REFUSE)
    return Link(url, host, Verdict.ASK if _claims_other_host(shown, host) else Verdict.OPEN)


def _claims_other_host(shown: str, host: str) -> bool:
    words = shown.strip().lower()
    if "." not in words or any(char.isspace() for char in words):
        return False
    claimed = urlsplit(words if "//" in words else f"//{words}").hostname or ""
    return claimed.removeprefix("www.") != host.removeprefix("www.")
