"""The words of an HTML text: blocks become lines, links keep their address, nothing is loaded."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

_BLOCKS: Final = frozenset(
    {"p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "hr"}
)
_APART: Final = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre"})
"""After these an empty line stands."""
_UNSEEN: Final = frozenset({"style", "script", "head", "title", "template", "noscript"})
_LONGEST: Final = 2_000_000


def html_to_text(html: str) -> str:
    """As a reader would copy it; broken HTML gives what it holds."""
    reader = _Reader()
    reader.feed(html[:_LONGEST])
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    """Collects the words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []
        self._unseen = 0
        self._breaks = 0
        self._link = ""
        self._from = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "a":
            self._link, self._from = dict(attrs).get("href") or "", len(self._pieces)
        elif tag == "li":
            self._break(1)
            self._say("- ")
        elif tag == "br":
            self._breaks = min(2, self._breaks + 1)
        elif tag in _BLOCKS:
            self._break(2 if tag in _APART else 1)
        elif tag in ("td", "th"):
            self._pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "body":
            self._unseen = 0
        elif tag == "a":
            self._end_link()
        elif tag in _BLOCKS:
            self._break(2 if tag in _APART else 1)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            before, after = _edges(data)
            self._say(f"{before}{' '.join(data.split())}{after}")

    def _break(self, lines: int) -> None:
        """So many line ends before what comes next."""
        self._breaks = max(self._breaks, lines)

    def _say(self, words: str) -> None:
        if words.strip():
            self._pieces.append("\n" * self._breaks)
            self._breaks = 0
        self._pieces.append(words)

    def text(self) -> str:
        lines = (" ".join(line.split()) for line in "".join(self._pieces).split("\n"))
        found: list[str] = []
        for line in lines:
            if line or (found and found[-1]):
                found.append(line)
        return "\n".join(found).strip()

    def _end_link(self) -> None:
        """The address stands behind the words, unless they say it."""
        words = "".join(self._pieces[self._from :]).strip()
        if self._link.startswith(("http://", "https://")) and self._link not in words:
            self._pieces.append(f" ({self._link})" if words else self._link)
        self._link = ""


def _edges(data: str) -> tuple[str, str]:
    """A space where there was white space at an end: words of two pieces stay apart."""
    return (" " if data[:1].isspace() else "", " " if data[-1:].isspace() else "")
