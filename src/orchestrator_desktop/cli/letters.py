"""A letter to a person as it leaves the command line: on stdout, as a mailto: link, or into a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from orchestrator_desktop.cli import screen, shapes
from orchestrator_desktop.domain.letter import file_text
from orchestrator_desktop.exchange import texts
from orchestrator_desktop.operations.letters import Addressed

_TEXT, _MAIL = "text", "mail"
_PASTE: Final = "Paste the letter here: it is too long for a link."


@dataclass(frozen=True, slots=True)
class Way:
    """How a letter is given out: "text", "mail", or the name of a file."""

    said: str

    @property
    def file(self) -> Path | None:
        return None if self.said in (_TEXT, _MAIL) else Path(self.said)


def way(value: str) -> Way:
    """Type of an option. Raises click.BadParameter for a file that is there, or whose folder is not: before anything
    is done."""
    chosen = Way(value)
    if chosen.file is not None and chosen.file.exists():
        raise click.BadParameter(f"{chosen.file} is there already. Nothing was changed; name another file.")
    if chosen.file is not None and not chosen.file.absolute().parent.is_dir():
        raise click.BadParameter(f"There is no folder {chosen.file.absolute().parent}. Nothing was changed.")
    return chosen


METAVAR: Final = "mail|text|FILE"
as_option: Final = click.option(
    "--as", "way", metavar=METAVAR, type=way, default=_TEXT, help="The text, a mailto: link, or a file (.md, .txt)."
)


def give(said: Addressed, chosen: Way) -> None:
    """Print the letter or its link on stdout and nothing else there, or write the file."""
    if chosen.file is not None:
        write(said, chosen.file)
        screen.say(f"Written to {chosen.file}.")
    elif chosen.said == _MAIL:
        link = said.mail(paste=_PASTE)
        screen.say(link.url)
        if not link.whole:
            screen.note(
                "The letter is too long for a link, which holds its subject alone: print it as text, and paste it."
            )
    else:
        screen.say(file_text(said.letter, markdown=False), end="")


def write(said: Addressed, file: Path) -> None:
    """The letter as a file. Raises UsageError."""
    texts.write_text(file, file_text(said.letter, markdown=file.suffix.lower() in (".md", ".markdown")))


def shape(said: Addressed) -> shapes.Shape:
    """What `--json` prints of a letter."""
    return shapes.letter(said, said.mail(paste=_PASTE))
