"""Where the files of the folder `resources` are."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def resource(path: str) -> Path:
    """The file of a resource, named from `resources/` on: "icons/sun.svg". It may not exist.

    A wheel and a bundle carry the folder inside the package, a checkout has it beside `src`.
    """
    inside = _PACKAGE / "resources"
    return (inside if inside.is_dir() else _PACKAGE.parents[1] / "resources") / path
