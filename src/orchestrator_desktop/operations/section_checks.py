"""Whether the sections of a full export are as this program writes them: a file may have been changed by others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Final

from orchestrator_desktop.domain.brief import OutputFormat
from orchestrator_desktop.domain.delegate import Example, ProviderKind
from orchestrator_desktop.domain.delegation import Decision
from orchestrator_desktop.domain.messages import Options

_Check = Callable[[Any], object]
"""Raises ValueError, TypeError or AttributeError for what does not fit."""
_NEEDED: Final[Mapping[str, tuple[str, ...]]] = {"providers": ("kind", "dialect"), "filters": ("query",)}
"""Fields that nothing else stands for."""
_LARGEST: Final = 10**9


def check(given: Mapping[str, Any]) -> None:
    """Raises ValueError, TypeError, AttributeError or KeyError where a field is not what it must be, or is missing."""
    for name, fields in _SECTIONS.items():
        rows = given.get(name, [])
        _rows(fields)(rows)
        if any(field not in row for row in rows for field in _NEEDED.get(name, ())):
            raise KeyError(name)


def _text(value: Any) -> None:
    if not isinstance(value, str):
        raise TypeError("no text")


def _number(value: Any) -> None:
    if not isinstance(value, int) or not 0 <= value <= _LARGEST:
        raise ValueError("no number that is meant here")


def _day(value: Any) -> None:
    if date.fromisoformat(value).isoformat() != value:
        raise ValueError("no day")


def _moment(value: Any) -> None:
    if datetime.fromisoformat(value).tzinfo is None:
        raise ValueError("no moment")


def _maybe(fits: _Check) -> _Check:
    return lambda value: None if value is None else fits(value)


def _texts(value: Any) -> None:
    if not isinstance(value, list):
        raise TypeError("no list")
    for one in value:
        _text(one)


def _options(value: Any) -> None:
    Options(**value)


def _examples(value: Any) -> None:
    for example in value:
        _text(Example(**example).user)
        _text(Example(**example).assistant)


def _rows(fields: Mapping[str, _Check]) -> _Check:
    """A list of objects whose fields, where they are there, fit."""

    def check_rows(value: Any) -> None:
        if not isinstance(value, list):
            raise TypeError("no list")
        for row in value:
            for name in row.keys() & fields.keys():
                fields[name](row[name])

    return check_rows


_SECTIONS: Final[Mapping[str, Mapping[str, _Check]]] = {
    "providers": {
        "name": _text,
        "kind": ProviderKind,
        "dialect": _text,
        "base_url": _text,
        "model": _text,
        "at_once": _maybe(_number),
        "redact": _maybe(_number),
        "background": _number,
        "patience_first": _maybe(_number),
        "patience_between": _maybe(_number),
    },
    "specialists": {
        "name": _text,
        "instructions": _text,
        "model": _text,
        "options": _options,
        "examples": _examples,
        "plain": _number,
        "starter": _text,
        "provider": _text,
    },
    "people": {"name": _text, "address": _text, "language": _text},
    "filters": {"name": _text, "query": _text},
    "reflections": {"day": _day, "text": _text, "closed_at": _maybe(_moment), "updated_at": _maybe(_moment)},
    "briefs": {
        "task": _text,
        "version": _number,
        "objective": _text,
        "constraints": _texts,
        "done_when": _texts,
        "output": OutputFormat,
        "handed_over": _number,
        "created_at": _moment,
        "context": _rows({"title": _text, "origin": _text, "text": _text}),
    },
    "results": {
        "task": _text,
        "version": _number,
        "text": _text,
        "author": _text,
        "delegate": _text,
        "brief": _number,
        "created_at": _maybe(_moment),
        "reviews": _rows({"decision": Decision, "comment": _text, "created_at": _moment}),
    },
}
