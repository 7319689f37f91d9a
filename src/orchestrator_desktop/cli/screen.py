"""What the command line prints: plain text that any terminal can show, or one JSON document."""

from __future__ import annotations

import codecs
import json
import os
import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any, Final, TextIO

_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Control characters: in a terminal they are commands, and an answer comes from outside."""

_LIKENESS: Final = str.maketrans(
    {
        "…": "...",
        "“": '"',
        "”": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "–": "-",
        "—": "-",
        "·": "-",
        "•": "-",
        "→": "->",
        "×": "x",
        "\u00a0": " ",
        "\u202f": " ",
        "€": "EUR",
    }
)
_WIDEST_TABLE: Final = 10_000
_NARROWEST_COLUMN: Final = 22
_LEAST_COLUMN: Final = 6


class OutputError(Exception):
    """What was asked for was done; saying so was not possible."""


def prepare_streams() -> None:
    """Let both streams take every character: what their encoding lacks is written in ASCII likeness."""
    codecs.register_error("likeness", _likeness)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="likeness")


def say(text: str = "", *, bold: bool = False, dim: bool = False, end: str = "\n") -> None:
    """A line for the reader, on stdout."""
    _write(sys.stdout, _styled(sys.stdout, clean(text), bold, dim) + end)


def note(text: str) -> None:
    """A line beside the result (an error, how it goes), on stderr."""
    _write(sys.stderr, clean(text) + "\n")


def note_detail(text: str) -> None:
    """What a provider or a program said in its own words, under the line that says it plainly."""
    if text:
        note(f"  {' '.join(text.split())}")


def say_json(value: Any) -> None:
    """The one document of `--json`."""
    plain = "utf" not in (getattr(sys.stdout, "encoding", None) or "").lower()
    text = json.dumps(value, ensure_ascii=plain, indent=2)
    # JSON leaves DEL and the C1 controls as they are; some terminals obey them.
    _write(sys.stdout, re.sub("[\x7f-\x9f]", lambda found: f"\\u{ord(found[0]):04x}", text) + "\n")


def clean(text: str) -> str:
    """`text` without what a terminal would obey."""
    return _UNSEEN.sub("", text)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, stretch: int) -> None:
    """Aligned columns under dim heads. Column `stretch` gives way where the terminal is narrow; columns without
    any content are left out."""
    cells = [list(row) for row in rows]
    shown = [n for n in range(len(heads)) if any(row[n] for row in cells)]
    widths = {n: max(width(text) for text in (heads[n], *(row[n] for row in cells))) for n in shown}
    if stretch in widths:
        room = columns() - sum(widths[n] + 2 for n in shown if n != stretch)
        widths[stretch] = max(min(widths[stretch], room), min(widths[stretch], 16))
    _narrow(widths, columns())

    def line(texts: Sequence[str]) -> str:
        return "  ".join(pad(elide(texts[n], widths[n]), widths[n]) for n in shown).rstrip()

    say(line(heads), dim=True)
    for row in cells:
        say(line(row))


def _narrow(widths: dict[int, int], room: int) -> None:
    """Where the stretched column's giving way is not enough, the widest of all do."""
    over = sum(widths.values()) + 2 * (len(widths) - 1) - room
    while over > 0 and max(widths.values(), default=0) > _LEAST_COLUMN:
        widest = max(widths, key=lambda n: widths[n])
        widths[widest] -= 1
        over -= 1


def side_by_side(blocks: Sequence[Sequence[str]]) -> None:
    """Blocks of lines, each under its first one: in columns where the terminal is wide enough, else one by one."""
    room = (min(columns(), 120) - 3 * (len(blocks) - 1)) // len(blocks)
    if room < _NARROWEST_COLUMN:
        for line in (line for block in blocks for line in block):
            say(line)
        return
    for n in range(max(len(block) for block in blocks)):
        cells = [elide(block[n], room) if n < len(block) else "" for block in blocks]
        say("   ".join(pad(cell, room) for cell in cells).rstrip(), dim=n == 0)


def columns() -> int:
    """Width to fill: the terminal's, or no bound where a file or another program reads."""
    if _is_terminal(sys.stdout) or os.environ.get("COLUMNS"):
        import shutil  # brings four kinds of compression

        return shutil.get_terminal_size().columns
    return _WIDEST_TABLE


def width(text: str) -> int:
    """Terminal columns that `text` takes: two for wide characters, none for marks that sit on others."""
    return len(text) if text.isascii() else sum(_columns_of(char) for char in text)


def elide(text: str, room: int) -> str:
    """`text` on one line of at most `room` columns."""
    line = " ".join(text.split())
    taken = list(accumulate(map(_columns_of, line)))
    if not taken or taken[-1] <= room:
        return line
    return line[: bisect_right(taken, room - 1)].rstrip() + "…"


def pad(text: str, room: int) -> str:
    return text + " " * (room - width(text))


def _columns_of(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _styled(stream: TextIO | None, text: str, bold: bool, dim: bool) -> str:
    if not text or not (bold or dim) or os.environ.get("NO_COLOR") or not _is_terminal(stream):
        return text
    # An old Windows console shows the codes instead of obeying them.
    return text if os.name == "nt" else f"\x1b[{1 if bold else 2}m{text}\x1b[0m"


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def _write(stream: TextIO | None, text: str) -> None:
    """Write and flush, so that a reader sees it at once and a full disk is known here. Nobody listening
    (`| head -1`) stays BrokenPipeError."""
    if stream is None:
        return
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        # What is left in the buffer would be tried again, and fail again, when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if isinstance(error, BrokenPipeError):
            raise
        raise OutputError(f"The output cannot be written: {error.strerror}.") from error


def _likeness(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    lost = error.object[error.start : error.end].translate(_LIKENESS)
    plain = unicodedata.normalize("NFKD", lost)
    return "".join(char if char.isascii() else _question(char) for char in plain), error.end


def _question(char: str) -> str:
    return "" if unicodedata.combining(char) else "?"
