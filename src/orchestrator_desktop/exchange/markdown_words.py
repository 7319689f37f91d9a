"""The words of a checklist line that say more than themselves: the signs of Obsidian's Tasks and Kanban, the
fields of Dataview, `#tags`; and backslashes before what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from orchestrator_desktop.exchange.todotxt_words import packed, unpacked

SIGNS: Final = {
    "📅": "due",
    "🗓": "due",
    "📆": "due",
    "⏳": "scheduled",
    "⌛": "scheduled",
    "🛫": "start",
    "➕": "created",
    "✅": "completion",
    "❌": "cancelled",
    "🔁": "repeat",
    "🆔": "id",
    "⛔": "dependson",
    "🏁": "oncompletion",
}
PRIORITIES: Final = {
    "🔺": ("highest", 1),
    "⏫": ("high", 1),
    "🔼": ("medium", 2),
    "🔽": ("low", 3),
    "⏬": ("lowest", 3),
}
FIELDS: Final = frozenset(
    {
        *SIGNS.values(), "priority", "at", "from", "level", "estimate", "who", "spent", "stage", "domain", "deadline",
        "tags", "chosen", "rrule", "after", "monthend", "begin",
    }
)  # fmt: skip

_SIGN: Final = f"[{''.join((*SIGNS, *PRIORITIES))}]"
_NAMES: Final = "|".join(sorted(FIELDS, key=len, reverse=True))
_ESCAPABLE: Final = rf"[!-/:-@\[-`{{-~]|{_SIGN}"
_DATED: Final = "📅🗓📆⏳⌛🛫➕✅❌"
_WORD: Final = re.compile(
    rf"(?=[\\\[(#^@{''.join((*SIGNS, *PRIORITIES))}])(?:"  # a look ahead: the others are tried where one can begin
    rf"\\(?P<escaped>{_ESCAPABLE})"
    rf"|\[(?P<key>{_NAMES})::[ ]*(?P<value>(?:\\.|[^\]\\])*)\]"
    rf"|\((?P<key2>{_NAMES})::[ ]*(?P<value2>(?:\\.|[^)\\])*)\)"
    rf"|(?P<dated>[{_DATED}])\ufe0f?[ ]*(?P<date>\d{{4}}-\d\d-\d\d)"
    r"|@\{(?P<card>\d{4}-\d\d-\d\d)\}|@@\{(?P<clock>\d\d:\d\d)\}"
    r"|🔁\ufe0f?[ ]*(?P<repeat>every [A-Za-z0-9 ,']+)"
    r"|(?P<named>[🆔⛔🏁])\ufe0f?[ ]*(?P<name>[^\s,]+(?:[ ]*,[ ]*[^\s,]+)*)"
    rf"|(?P<priority>[{''.join(PRIORITIES)}])\ufe0f?"
    r"|(?<!\S)#(?=[\d/_-]*[^\W\d_])(?P<tag>[\w/-]+)(?!\S)"
    r"|(?<!\S)\^(?P<block>[A-Za-z0-9-]+)$)",
    re.I,
)
_TO_ESCAPE: Final = re.compile(
    rf"\\(?={_ESCAPABLE})|{_SIGN}|@(?=@?\{{\d)|[\[(](?=(?:{_NAMES})::)|(?<!\S)#(?=\S)|(?<!\S)\^(?=[A-Za-z0-9-]+$)", re.I
)
_TAG: Final = re.compile(r"(?=[\d/_-]*[^\W\d_])[\w/-]+")
_IN_VALUE: Final = re.compile(r"[\\\]),]")
_BACKSLASHED: Final = re.compile(r"\\(.)", re.S)
_ITEM: Final = re.compile(r"(?:\\.|[^,\\])+", re.S)
_PUNCTUATION: Final = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(slots=True)
class Words:
    """A line, taken apart."""

    title: str = ""
    tags: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    """By the names of Dataview, in small letters; values as they were written."""
    block: str = ""


def read_words(text: str) -> Words:
    words = Words()

    def take(match: re.Match[str]) -> str:
        if match["escaped"]:
            return match["escaped"]
        if match["tag"]:
            words.tags.append(match["tag"])
        elif match["block"]:
            words.block = match["block"]
        elif match["priority"]:
            words.fields.setdefault("priority", PRIORITIES[match["priority"]][0])
        else:
            name, value = _named(match)
            words.fields.setdefault(name, value)
        return ""

    words.title = " ".join(_WORD.sub(take, text).split())
    return words


def _named(match: re.Match[str]) -> tuple[str, str]:
    if match["dated"]:
        return SIGNS[match["dated"]], match["date"]
    if match["card"] or match["clock"]:
        return ("due", match["card"]) if match["card"] else ("at", match["clock"])
    if match["repeat"]:
        return "repeat", match["repeat"].strip()
    if match["named"]:
        return SIGNS[match["named"]], match["name"]
    name, value = (match["key"], match["value"]) if match["key"] else (match["key2"], match["value2"])
    return name.lower(), value.strip()


def with_backslashes(title: str) -> str:
    """A title that is read again as it is."""
    return _TO_ESCAPE.sub(lambda match: f"\\{match[0]}", title)


def in_field(text: str) -> str:
    return _IN_VALUE.sub(lambda match: f"\\{match[0]}", text)


def from_field(text: str) -> str:
    return _BACKSLASHED.sub(r"\1", text)


def items(text: str) -> list[str]:
    return [from_field(item).strip() for item in _ITEM.findall(text)]


def is_tag(name: str) -> bool:
    return _TAG.fullmatch(name) is not None


def ids_text(uids: Iterable[str]) -> str:
    return ",".join(packed(uid).replace(",", "%2C") for uid in uids)


def ids_of(text: str) -> list[str]:
    return [unpacked(uid.strip()) for uid in text.split(",") if uid.strip()]


def heading_text(name: str) -> str:
    return re.sub(r"\\(?=[!-/:-@\[-`{-~])|#", lambda match: f"\\{match[0]}", name)


def heading_name(text: str) -> str:
    return _PUNCTUATION.sub(r"\1", text)
