"""One JSON object a line from bytes (NDJSON), as Ollama streams: the sibling of `sse.py`, with the same promises.

A line ends at LF alone (a CR before it is white space to JSON), so that U+2028 and U+0085 within a text cut nothing.
The last line needs no LF, but is marked as `tail`. A value laid out over several lines, by a server that does not
stream, is one frame.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind
from orchestrator_desktop.providers.sse import MAX_FRAME, Frame

BOM: Final = b"\xef\xbb\xbf"


class NdjsonDecoder:
    """Feed it bytes as they come, then `flush` it. Any cutting of the bytes gives the same frames."""

    def __init__(self, max_frame: int = MAX_FRAME) -> None:
        self._max_frame = max_frame
        self._line = bytearray()
        self._first_line = True
        self._laid_out = False

    def feed(self, chunk: bytes) -> Iterator[Frame]:
        """The frames that `chunk` completes, to be taken to the last; ProviderError (garbled) at one too large."""
        head, *others = chunk.split(b"\n")
        self._grow(head)
        for piece in others:
            yield from self._end_line()
            self._grow(piece)

    def flush(self) -> Iterator[Frame]:
        """The last frame, if the body ended inside it."""
        text = _text(self._line)
        self._line.clear()
        if text:
            yield Frame(text, tail=not self._laid_out or looks_cut(text))

    def _grow(self, piece: bytes) -> None:
        self._line += piece
        if len(self._line) > self._max_frame:
            raise ProviderError(ProviderErrorKind.GARBLED, f"a line of more than {self._max_frame} bytes")

    def _end_line(self) -> Iterator[Frame]:
        if not self._laid_out:
            text = _text(self._line)
            if text and self._first_line:
                self._first_line = False
                self._laid_out = not text.endswith("}")
        if self._laid_out:
            self._line += b"\n"
            return
        self._line.clear()
        if text:
            yield Frame(text)


def looks_cut(text: str) -> bool:
    """Whether `text`, a JSON value but for its end, lacks its last bracket."""
    return not text.endswith("]" if text.startswith("[") else "}")


def _text(line: bytearray) -> str:
    """The line without white space and BOM, which no JSON begins with."""
    return bytes(line).removeprefix(BOM).decode("utf-8", "replace").strip()
