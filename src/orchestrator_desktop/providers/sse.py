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


_KEEP_ALIVE: Final = KeepAlive()


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
        lines = _LINE_END.split(chunk) if b"\r" in chunk else chunk.split(b"\n")
        rest = lines.pop()
        for piece in lines:
            item = self._end_line(self._joined(piece) if self._line else piece)
            if item is not None:
                yield item
        self._grow(rest)

    def flush(self) -> Iterator[Frame | KeepAlive]:
        """The last frame, if the body ended inside it."""
        last = self._joined(b"")
        item = self._end_line(last) if last else None
        if item is not None:
            yield item
        if self._data:
            yield self._frame(tail=True)

    def _grow(self, piece: bytes) -> None:
        self._line += piece
        self._check(len(self._line))

    def _joined(self, piece: bytes) -> bytes:
        """The line that began in an earlier chunk and ends with `piece`."""
        self._grow(piece)
        line = bytes(self._line)
        self._line.clear()
        return line

    def _check(self, more: int) -> None:
        if self._size + more > self._max_frame:
            raise ProviderError(ProviderErrorKind.GARBLED, f"an event of more than {self._max_frame} bytes")

    def _end_line(self, line: bytes) -> Frame | KeepAlive | None:
        """What a line completes: the blank one an event, a comment itself, any other nothing."""
        self._check(len(line))
        if self._first_line:
            line = line.removeprefix(_BOM)
            self._first_line = False
        if not line:
            if self._data:
                return self._frame(tail=False)
            named, self._named = self._named, False
            return _KEEP_ALIVE if named else None
        if line.startswith(b":"):
            return _KEEP_ALIVE
        self._field(line)
        return None

    def _field(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        self._named = True
        if name == b"data":
            self._data.append(value.removeprefix(b" "))
            self._size += len(line)

    def _frame(self, *, tail: bool) -> Frame:
        data = self._data[0] if len(self._data) == 1 else b"\n".join(self._data)
        self._data, self._size, self._named = [], 0, False
        return Frame(data.decode("utf-8", "replace"), tail)
