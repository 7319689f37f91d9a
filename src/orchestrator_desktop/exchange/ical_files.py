"""Files and addresses of an iCalendar task: those inside it, and those that lie elsewhere."""

from __future__ import annotations

import base64
import binascii
import mimetypes
import re
from collections.abc import Iterable
from typing import Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP
from orchestrator_desktop.domain.transfer import Attached
from orchestrator_desktop.exchange.fitting import Losses
from orchestrator_desktop.exchange.ical_lines import Line
from orchestrator_desktop.exchange.source import digest

_NAMES: Final = ("X-FILENAME", "FILENAME", "X-LABEL", "X-APPLE-FILENAME", "X-ORACLE-FILENAME", "X-NAME")
_ADDRESS: Final = re.compile(r'(?:URL|ATTACH)((?:;(?:"[^"]*"|[^":])*)?):(\S+)', re.I)
_DAMAGED: Final = QT_TRANSLATE_NOOP("exchange", "The content of the file “{name}” is damaged: only its name is kept")


def attached(line: Line, losses: Losses) -> Attached:
    """The file that an inline ATTACH holds."""
    name = next((line.params[key] for key in _NAMES if line.params.get(key)), "") or _guessed(line)
    text = line.value.rpartition("base64,")[2]
    try:
        content = base64.b64decode(text.encode("ascii", "replace"), validate=True)
    except (binascii.Error, ValueError):
        losses.add(_DAMAGED, name=name)
        return Attached(name)
    return Attached(name, content, digest(content))


def is_inline(line: Line) -> bool:
    encoded = line.params.get("ENCODING", "").upper() == "BASE64"
    return encoded or (line.value[:5].lower() == "data:" and "base64," in line.value[:200])


def addresses(lines: Iterable[str]) -> list[str]:
    """Of links and of files that lie elsewhere, from unfolded lines."""
    matches = (_ADDRESS.fullmatch(raw) for raw in lines if raw[:3].upper() in ("URL", "ATT"))
    return list(
        dict.fromkeys(
            match[2]
            for match in matches
            if match and "BASE64" not in match[1].upper() and not match[2].lower().startswith("data:")
        )
    )


def _guessed(line: Line) -> str:
    kind = line.params.get("FMTTYPE") or line.value[5:].partition(";")[0]
    return f"attachment{mimetypes.guess_extension(kind, strict=False) or ''}"
