"""XML of other programs as a plain tree. What a task list never has, a document type and its entities, is refused: with
them a small file can become an endless one, or read another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NoReturn
from xml.parsers import expat

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.exchange.source import broken, decode

_DEEPEST: Final = 200
_ENCODING: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_DOCUMENT_TYPE: Final = re.compile(rb"<!DOCTYPE", re.I)
_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")


@dataclass(slots=True)
class Element:
    """One element: `text` is all the text directly in it."""

    tag: str
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def get(self, name: str) -> str:
        """An attribute without the blanks around it; empty where there is none."""
        return self.attributes.get(name, "").strip()

    def all(self, tag: str) -> Iterator[Element]:
        """The children of that name."""
        return (child for child in self.children if child.tag == tag)

    def first(self, *path: str) -> Element | None:
        """Down a path of names, each time the first."""
        found = self
        for tag in path:
            for child in found.children:
                if child.tag == tag:
                    found = child
                    break
            else:
                return None
        return found

    def value(self, *path: str) -> str:
        """The text of `first` without the blanks around it; empty where there is none."""
        found = self.first(*path)
        return "" if found is None else found.text.strip()

    def everywhere(self, tag: str) -> Iterator[Element]:
        """The elements of that name, wherever they are, in the order of the file."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if element.tag == tag:
                yield element
            if element.children:
                waiting.extend(reversed(element.children))


def read_xml(data: bytes, name: str) -> Element:
    """The root of a file, also of one whose bytes are not quite what it says: Latin-1, or control characters. Raises
    UserError for what is no XML, or has a document type."""
    try:
        return _parsed(data, name, None)
    except UserError:
        mended = _UNSEEN.sub("", _ENCODING.sub("", decode(data), count=1)).encode()
        if mended == data or _DOCUMENT_TYPE.search(mended):
            raise
        return _parsed(mended, name, "utf-8")


def _parsed(data: bytes, name: str, encoding: str | None) -> Element:
    builder = _Builder(name)
    parser = expat.ParserCreate(encoding)
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.characters
    parser.StartDoctypeDeclHandler = builder.refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError, UnicodeError) as error:
        raise broken(name, getattr(error, "lineno", parser.CurrentLineNumber)) from error
    except _TooDeepError as error:
        raise broken(name, parser.CurrentLineNumber) from error
    return builder.root.children[0]


class _TooDeepError(Exception):
    """More elements within each other than any task list has."""


class _Builder:
    """Puts the tree together."""

    def __init__(self, name: str) -> None:
        self.root = Element("", {})
        self._open = [self.root]
        self._name = name

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._open) > _DEEPEST:
            raise _TooDeepError
        element = Element(tag, attributes)
        self._open[-1].children.append(element)
        self._open.append(element)

    def end(self, _tag: str) -> None:
        self._open.pop()

    def characters(self, text: str) -> None:
        self._open[-1].texts.append(text)

    def refuse(self, *_declared: object) -> NoReturn:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{name} declares a document type, which no task list needs and which can do harm. Nothing was "
                "imported; export it again from its program.",
            ),
            name=self._name,
        )
