"""Settings that some models reject: found in the provider's complaint, mended once, remembered (WIRE.md 2.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from orchestrator_desktop.providers.base import Json
from orchestrator_desktop.providers.errors import Fault

_COMPLAINT: Final = re.compile(
    r"unsupported|not support|unrecognized|unknown|not permitted|not allowed|extra_forbidden|deprecated|"
    r"cannot both|only (?:the default|one)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Fixes:
    """What each model of each endpoint was found to reject, for as long as the process lives."""

    _known: dict[tuple[str, str], dict[str, str | None]] = field(default_factory=dict)

    def apply(self, base_url: str, model: str, body: Json) -> Json:
        """`body` with rejected settings renamed, or left out where they have no other name."""
        known = self._known.get((base_url, model), {})
        mended = {name: value for name, value in body.items() if name not in known}
        for name, other in known.items():
            if other is not None and name in body:
                mended[other] = body[name]
        return mended

    def learn(self, base_url: str, model: str, fix: tuple[str, str | None]) -> None:
        name, other = fix
        self._known.setdefault((base_url, model), {})[name] = other


def find_fix(fault: Fault, sent: Json, tunable: Mapping[str, str | None]) -> tuple[str, str | None] | None:
    """The setting of `sent` that `fault` rejects and the name to give it instead; None if it complains of other things.

    OpenAI names it in `param`; others only in the sentence. A value out of range is not mended: the user chose it.
    """
    if not _COMPLAINT.search(" ".join((fault.message, *fault.words))):
        return None
    names = [name for name in tunable if name in sent]
    if fault.param is not None:
        names = [name for name in names if name == fault.param.partition(".")[0]]
    else:
        names = [name for name in names if re.search(rf"\b{name}\b", fault.message)]
    return (names[0], tunable[names[0]]) if names else None
