"""Content lines of iCalendar (RFC 5545, 3.1): unfolded, taken apart, and folded again.

Own code, as the library's parser takes eight seconds for ten thousand tasks; it reads the time zones.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, NamedTuple

from orchestrator_desktop.exchange.source import broken, decode

_FIRST: Final = 75
"""Octets of a line."""

_NAME: Final = re.compile(r"[A-Za-z0-9-]+")
_PARAM: Final = re.compile(r';[ \t]*([A-Za-z0-9-]+)[ \t]*=((?:"[^"]*"|[^";:])*)')
_ESCAPED: Final = re.compile(r"\\([\\;,nN])")
_TO_ESCAPE: Final = re.compile(r"[\\;,\n]")
_ITEM: Final = re.compile(r"(?:\\.|[^,\\]|\\$)+", re.S)
_CARET: Final = re.compile(r"\^([n'^])")
_NONE: Final[Mapping[str, str]] = MappingProxyType({})
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
_DEEPEST: Final = 20


class Line(NamedTuple):
    """One property: its name in capitals, its parameters, its value as it was written, and the whole unfolded."""

    name: str
    value: str
    raw: str
    params: Mapping[str, str] = _NONE

    @property
    def is_quoted(self) -> bool:
        """Whether it is written as vCalendar 1.0 wrote what is not ASCII."""
        return bool(self.params) and self.params.get("ENCODING", "").upper() == "QUOTED-PRINTABLE"

    @property
    def text(self) -> str:
        if "\\" not in self.value:
            return self.value
        return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], self.value)

    @property
    def texts(self) -> list[str]:
        """A list's: CATEGORIES."""
        if "\\" not in self.value:
            return self.value.split(",")
        return [Line(self.name, item, "").text for item in _ITEM.findall(self.value)]


@dataclass(slots=True)
class Component:
    """What stands between BEGIN and END, and at which line it begins. Its lines are taken apart when they are asked
    for: a file may hold a hundred thousand."""

    name: str
    number: int
    raw_lines: list[str] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)

    def lines(self, heads: dict[str, str] | None = None) -> list[Line]:
        """`heads` are the names met so far, which are few."""
        found: list[Line] = []
        known = {} if heads is None else heads
        for raw in self.raw_lines:
            line = _line(raw, known)
            if found and found[-1].is_quoted and found[-1].value.endswith("="):  # vCalendar 1.0 goes on so
                last = found[-1]
                found[-1] = last._replace(value=last.value[:-1] + raw, raw=f"{last.raw}\n{raw}")
            elif line is not None:
                found.append(line)
            elif found:  # a line end that should have been escaped
                last = found[-1]
                found[-1] = last._replace(value=f"{last.value}\\n{raw}", raw=f"{last.raw}\\n{raw}")
        return [_plain(line) if line.is_quoted else line for line in found]

    def first(self, name: str) -> Line | None:
        return next((line for line in self.lines() if line.name == name), None)

    def raw(self) -> list[str]:
        inside = (text for part in self.parts for text in part.raw())
        return [f"BEGIN:{self.name}", *self.raw_lines, *inside, f"END:{self.name}"]


def components(data: bytes, file: str) -> list[Component]:
    """The outermost components of a file. Raises UserError for what is no calendar, and for a task without an end."""
    root = Component("", 0)
    open_ones = [root]
    for number, text in _unfolded(data):
        start = text[:6].upper()
        if start == "BEGIN:":
            part = Component(text[6:].strip().upper(), number)
            open_ones[-1].parts.append(part)
            open_ones.append(part)
            if len(open_ones) > _DEEPEST:
                raise broken(file, number)
        elif start[:4] == "END:":
            _end(open_ones, text[4:].strip().upper())
        else:
            open_ones[-1].raw_lines.append(text)
    for one in open_ones:
        if one.name == "VTODO":
            raise broken(file, one.number)
    if not root.parts:
        raise broken(file, 1)
    return root.parts


def _end(open_ones: list[Component], name: str) -> None:
    """An END closes what is inside too; one of nothing is passed over."""
    for place in range(len(open_ones) - 1, 0, -1):
        if open_ones[place].name == name:
            del open_ones[place:]
            return


def _unfolded(data: bytes) -> Iterator[tuple[int, str]]:
    """Lines with the numbers of their first halves. Put together as bytes: a fold may split a character."""
    if data.startswith(_WIDE):
        data = decode(data).encode()
    numbers: list[int] = []
    whole: list[bytes] = []
    more: list[bytes] = []
    plain = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    for number, line in enumerate(plain.split(b"\n"), start=1):
        if line[:1] in (b" ", b"\t") and whole:
            more.append(line[1:])
        elif line.strip():
            if more:  # a file inside may be folded into a million halves: they are joined once
                whole[-1] += b"".join(more)
                more.clear()
            numbers.append(number)
            whole.append(line)
    if more:
        whole[-1] += b"".join(more)
    text = decode(b"\n".join([b"", *whole]))  # an empty line first: nothing is taken for a mark
    return zip(numbers, text.split("\n")[1:], strict=True)


def _line(text: str, heads: dict[str, str]) -> Line | None:
    head, colon, value = text.partition(":")
    name = heads.get(head)
    if name is not None and colon:
        return Line(name, value, text)
    match = _NAME.match(text)
    if match is None:
        return None
    name, end = match[0].upper(), match.end()
    if end == len(head) and colon:
        heads[head] = name
        return Line(name, value, text)
    params = {}
    while (param := _PARAM.match(text, end)) is not None:
        params[param[1].upper()] = _unquoted(param[2])
        end = param.end()
    return Line(name, text[end + 1 :], text, params) if text[end : end + 1] == ":" else None


def _plain(line: Line) -> Line:
    """In UTF-8 if it is, else in Windows' Latin-1: old telephones say one and write the other."""
    text = decode(quopri.decodestring(line.value.encode("utf-8", "replace")))
    value = escaped(text)
    return Line(line.name, value, f"{line.name}:{value}")


def _unquoted(text: str) -> str:
    """RFC 6868 too: ^n, ^' and ^^."""
    text = text.strip().removeprefix('"').removesuffix('"')
    return _CARET.sub(lambda match: {"n": "\n", "'": '"', "^": "^"}[match[1]], text) if "^" in text else text


def escaped(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _TO_ESCAPE.sub(lambda match: "\\n" if match[0] == "\n" else f"\\{match[0]}", text)


def quoted(text: str) -> str:
    """A parameter's value."""
    text = text.replace("^", "^^").replace("\r", "").replace("\n", "^n").replace('"', "^'")
    return f'"{text}"'


def folded(lines: Iterable[str]) -> Iterator[str]:
    """Lines with their ends, none longer than 75 octets and no character in two."""
    for line in lines:
        if len(line) * 4 <= _FIRST or len(line.encode("utf-8", "replace")) <= _FIRST:
            yield f"{line}\r\n"
        else:
            yield from _halves(line)


def _halves(line: str) -> Iterator[str]:
    data = line.encode("utf-8", "replace")
    start, room, lead = 0, _FIRST, ""
    while start < len(data):
        end = min(start + room, len(data))
        while end < len(data) and data[end] & 0xC0 == 0x80:
            end -= 1
        yield f"{lead}{data[start:end].decode()}\r\n"
        start, room, lead = end, _FIRST - 1, " "
