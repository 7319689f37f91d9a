"""Server-sent events from bytes: the parts of the standard that providers use, and what they get wrong.

Unlike a reader by the book it gives the last event though no blank line follows it (WIRE.md 1.2), marked as
`tail`: the caller takes one that does not parse for a cut. Bytes that are not UTF-8 become U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from orchestrator_desktop.domain.errors import ProviderError, ProviderErrorKind

_LINE_END: Final = re.compile(rb"\r\n|\r|\n")
_BOM: Final = b"\xef\xbb\xbf"
MAX_FRAME: Final = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Frame:
    """One event's data, its lines joined. `tail`: the body ended before the blank line that closes an event."""

    data: str
    tail: bool = False


@dataclass(frozen=True, slots=True)
class KeepAlive:
    """A comment, or an event without data."""


class SseDecoder:
    """Feed it bytes as they come, then `flush` it. Any cutting of the bytes gives the same frames."""

    def __init__(self, max_frame: int = MAX_FRAME) -> None:
        self._max_frame = max_frame
        self._line = bytearray()
        self._data: list[bytes] = []
        self._size = 0
        self._named = False
        self._first_line = True
        self._after_cr = False

    def feed(self, chunk: bytes) -> Iterator[Frame | KeepAlive]:
        """The frames that `chunk` completes, to be taken to the last; ProviderError (garbled) at one too large."""
        if self._after_cr and chunk:
            # The line ended with the last chunk's CR: an LF here is the other half of a CRLF.
            chunk = chunk.removeprefix(b"\n")
            self._after_cr = False
        if not chunk:
            return
        self._after_cr = chunk.endswith(b"\r")
        head, *others = _LINE_END.split(chunk)
        self._grow(head)
        for piece in others:
            yield from self._end_line(tail=False)
            self._grow(piece)

    def flush(self) -> Iterator[Frame | KeepAlive]:
        """The last frame, if the body ended inside it."""
        yield from self._end_line(tail=True)
        yield from self._dispatch(tail=True)

    def _grow(self, piece: bytes) -> None:
        self._line += piece
        if self._size + len(self._line) > self._max_frame:
            raise ProviderError(ProviderErrorKind.GARBLED, f"an event of more than {self._max_frame} bytes")

    def _end_line(self, *, tail: bool) -> Iterator[Frame | KeepAlive]:
        line = bytes(self._line)
        self._line.clear()
        if self._first_line:
            line = line.removeprefix(_BOM)
            self._first_line = False
        if not line:
            if not tail:
                yield from self._dispatch(tail=False)
        elif line.startswith(b":"):
            yield KeepAlive()
        else:
            self._field(line)

    def _field(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        self._named = True
        if name == b"data":
            self._data.append(value.removeprefix(b" "))
            self._size += len(line)

    def _dispatch(self, *, tail: bool) -> Iterator[Frame | KeepAlive]:
        lines, named = self._data, self._named
        self._data, self._size, self._named = [], 0, False
        if lines:
            yield Frame(b"\n".join(lines).decode("utf-8", "replace"), tail)
        elif named and not tail:
            yield KeepAlive()
