"""A bug is logged with where it happened, and without what it was about: messages and values may hold secrets."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from copy import copy
from typing import Any, Final, ParamSpec

from orchestrator_desktop.engine.notices import Notice, NoticeKind, OnNotice

P = ParamSpec("P")

_log: Final = logging.getLogger(__name__)


class Bugs:
    """Logs what nobody foresaw, and tells the window; the same bug again and again is said once."""

    def __init__(self, on_notice: OnNotice) -> None:
        self._on_notice = on_notice
        self._said = ""

    def say(self, error: BaseException) -> None:
        report = _report("engine", error)
        if report != self._said:
            self._said = report
            _log.error("%s", report)
            self._on_notice(Notice(NoticeKind.BUG, detail=report))


def guarded(tell: Callable[P, object]) -> Callable[P, None]:
    """`tell`, whose own bugs are logged and stop neither the engine nor the store."""

    def call(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            tell(*args, **kwargs)
        except Exception as error:  # noqa: BLE001 - the window's door: what breaks behind it must not break this side
            log_bug("a listener", error)

    return call


def log_bug(where: str, error: BaseException) -> str:
    """Log the names of an error and its causes, and the places they came through; returns the same report."""
    report = _report(where, error)
    _log.error("%s", report)
    return report


class Discreet(logging.Formatter):
    """For a log that is kept, whoever wrote into it: of an error its names and places alone, and nothing that looks
    like a key."""

    def format(self, record: logging.LogRecord) -> str:
        from orchestrator_desktop.providers.scrub import mask_alike

        own = copy(record)
        own.exc_text = None  # as another log has written it
        return mask_alike(super().format(own))

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's name
        return _report("somewhere", ei[1]) if ei[1] is not None else ""


def _report(where: str, error: BaseException) -> str:
    lines = [f"A bug in: {where}"]
    cause: BaseException | None = error
    while cause is not None:
        lines.append(f"{type(cause).__module__}.{type(cause).__name__}")
        lines += (line.rstrip() for line in traceback.format_tb(cause.__traceback__))
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)
